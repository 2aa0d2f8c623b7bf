//! A page that carries its pictures and fonts in itself, so that it can lie anywhere and needs no
//! network.

use anyhow::{Context, anyhow};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::base::UrlPath;
use crate::cli::project::{Project, human};

/// What stands before an address of the site, and behind it: in the styles of such a page, and in the rest
/// of it, where the words of a story may say anything but a quotation mark.
const IN_STYLES: (&str, char) = ("src:url(", ')');
const IN_HTML: (&str, char) = ("src=\"", '"');

/// The page with each file of the site in place of its address.
pub(super) fn whole(project: &Project, html: &str) -> anyhow::Result<String> {
    replaced(html, &|address| data(project, address))
}

fn replaced(html: &str, file: &dyn Fn(&str) -> anyhow::Result<String>) -> anyhow::Result<String> {
    let mut out = String::with_capacity(html.len());
    let (styles, rest) = html.split_at(html.find("</style>").unwrap_or(0));
    for (mut rest, (before, behind)) in [(styles, IN_STYLES), (rest, IN_HTML)] {
        while let Some(at) = rest.find(before).map(|at| at + before.len()) {
            let Some(length) = rest[at..].find(behind) else { break };
            out.push_str(&rest[..at]);
            out.push_str(&file(&rest[at..at + length])?);
            rest = &rest[at + length..];
        }
        out.push_str(rest);
    }
    Ok(out)
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

    fn marked(html: &str) -> String {
        replaced(html, &|address| Ok(format!("<{address}>"))).expect("no file is missing")
    }

    #[test]
    fn addresses_are_found_where_pages_load_something() {
        assert_eq!(
            marked("src:url(a.woff2) src:url(b.woff2)</style><img src=\"a.webp\"> <a href=\"b\">"),
            "src:url(<a.woff2>) src:url(<b.woff2>)</style><img src=\"<a.webp>\"> <a href=\"b\">"
        );
        assert_eq!(marked("src=\"never ends"), "src=\"never ends");
    }

    #[test]
    fn words_of_a_story_are_no_address() {
        for words in ["src:url(evil.woff2)", "src:url(", "src=&quot;evil&quot;"] {
            let html = format!("src:url(a)</style><p>{words}</p><img src=\"b\">");
            let expected = format!("src:url(<a>)</style><p>{words}</p><img src=\"<b>\">");
            assert_eq!(marked(&html), expected);
        }
    }
}
