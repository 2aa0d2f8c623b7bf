//! A page that carries its pictures and fonts in itself, so that it can lie anywhere and needs no
//! network.

use anyhow::{Context, anyhow};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::base::UrlPath;
use crate::cli::project::{Project, human};

/// What stands before an address of the site in such a page, and behind it.
const PLACES: [(&str, char); 2] = [("src=\"", '"'), ("src:url(", ')')];

/// The page with each file of the site in place of its address.
pub(super) fn whole(project: &Project, html: &str) -> anyhow::Result<String> {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((at, end)) = next(rest) {
        let address = &rest[at..end];
        out.push_str(&rest[..at]);
        out.push_str(&data(project, address)?);
        rest = &rest[end..];
    }
    out.push_str(rest);
    Ok(out)
}

/// Where the next address begins and ends.
fn next(html: &str) -> Option<(usize, usize)> {
    let found = PLACES.iter().filter_map(|(before, behind)| {
        let at = html.find(before)? + before.len();
        Some((at, at + html[at..].find(*behind)?))
    });
    found.min()
}

fn data(project: &Project, address: &str) -> anyhow::Result<String> {
    let path =
        UrlPath::new(address).with_context(|| format!("{address} is not inside the site"))?;
    let snapshot = &project.snapshot;
    let output = snapshot.render(&path).with_context(|| format!("there is no {address}"))?;
    let output = output.map_err(|it| anyhow!(human(snapshot, &[it]).trim_end().to_owned()))?;
    let media_type = output.media_type;
    let bytes = project.darkroom().bytes(output);
    let bytes =
        bytes.map_err(|_| anyhow!("{address} cannot be made: see why with storywall check"))?;
    let kind = media_type.split(';').next().unwrap_or(media_type);
    Ok(format!("data:{kind};base64,{}", STANDARD.encode(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_where_pages_load_something() {
        let html = "<img src=\"a.webp\"> <a href=\"b.html\"> src:url(c.woff2)";
        assert_eq!(next(html).map(|(at, end)| &html[at..end]), Some("a.webp"));
        let rest = &html[12..];
        assert_eq!(next(rest).map(|(at, end)| &rest[at..end]), Some("c.woff2"));
        assert_eq!(next("src=\"never ends"), None);
    }
}
