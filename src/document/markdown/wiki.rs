//! How the links and pictures of a wiki are written here: `[[Page#Heading|words]]`, `![[a.png|200]]`.

use super::destinations::{is_file, is_picture};
use super::heading_slug;
use super::origin::short;

/// What to write in place of what leads to this page or shows this file.
pub(super) fn remedy(page: &str, words: Option<&str>) -> String {
    match is_picture(page) {
        true => picture(page, words),
        false => link(page, words),
    }
}

/// How the picture of a wiki is written; its words may be a size: `200`, `200x100`.
fn picture(file: &str, words: Option<&str>) -> String {
    let is_size = |words: &&str| words.chars().all(|c| c.is_ascii_digit() || c == 'x');
    let words = words.filter(|words| !is_size(words)).unwrap_or("what it shows");
    let address = match file.contains(' ') {
        true => format!("<{}>", short(file)),
        false => short(file),
    };
    format!("Write it as a picture: ![{}]({address})", short(words))
}

/// How the link of a wiki is written: to a file, which is called as its page without capitals and
/// blanks, and to the heading in it.
fn link(page: &str, words: Option<&str>) -> String {
    let (file, heading) = match page.split_once('#') {
        // `#^a` is a paragraph of Obsidian, which has no address here.
        Some((file, heading)) => (file.trim(), Some(heading).filter(|it| !it.starts_with('^'))),
        None => (page, None),
    };
    // Of headings in each other, the last one is meant.
    let heading = heading.and_then(|it| it.rsplit('#').next()).map(heading_slug);
    let place = heading.map(|it| format!("#{it}")).unwrap_or_default();
    let (folder, last) = file.rsplit_once('/').map_or(("", file), |(folder, last)| (folder, last));
    let slash = if file.contains('/') { "/" } else { "" };
    let address = match () {
        () if file.is_empty() => String::new(),
        () if is_file(last) => file.to_owned(),
        () => format!("{folder}{slash}{}.md", heading_slug(last)),
    };
    let address = match address.contains(' ') {
        true => format!("<{}{place}>", short(&address)),
        false => format!("{}{place}", short(&address)),
    };
    let words = words.unwrap_or(page.trim_start_matches('#'));
    format!("Write it as a link to the file, if it is there: [{}]({address})", short(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_wiki_leads_to_is_written_as_markdown() {
        for (text, hint) in [
            ("![[third-cord.webp]]", "![what it shows](third-cord.webp)"),
            ("![[x.png|200]]", "![what it shows](x.png)"),
            ("![[my bus.png|A bus]]", "![A bus](<my bus.png>)"),
            ("[[tell-yours.md]]", "[tell-yours.md](tell-yours.md)"),
            ("[[Tell yours]]", "[Tell yours](tell-yours.md)"),
            ("[[faq/Tell yours|Tell]]", "[Tell](faq/tell-yours.md)"),
            ("[[purpose#Our head]]", "[purpose#Our head](purpose.md#our-head)"),
            ("[[purpose#^a1]]", "[purpose#^a1](purpose.md)"),
            ("[[#Head]]", "[Head](#head)"),
            ("![[Tell yours]]", "[Tell yours](tell-yours.md)"),
        ] {
            let inside = text.trim_start_matches(['!', '[']).trim_end_matches(']');
            let (page, words) =
                inside.split_once('|').map_or((inside, None), |it| (it.0, Some(it.1)));
            let found = remedy(page, words);
            assert!(found.ends_with(&format!(": {hint}")), "{text}: {found}");
        }
    }
}
