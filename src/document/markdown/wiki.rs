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

/// The file that `[[Page#Heading|words]]` means, as it would be called beside the text, with the place
/// in it; and the words of the link. `None` for a picture, and for a place on the same page.
pub(super) fn page(typed: &str) -> Option<(String, &str)> {
    let inside = typed.trim_start_matches('!').strip_prefix("[[")?.strip_suffix("]]")?;
    let (page, words) = inside.split_once('|').unwrap_or((inside, inside));
    let is_page = !is_picture(page.trim()) && !page.trim().starts_with('#');
    is_page.then(|| (address(page.trim()), words.trim()))
}

/// How the link of a wiki is written.
fn link(page: &str, words: Option<&str>) -> String {
    let address = address(page);
    let address = match address.contains(' ') {
        true => format!("<{}>", short(&address)),
        false => short(&address),
    };
    let words = words.unwrap_or(page.trim_start_matches('#'));
    format!("Write it as a link to the file, if it is there: [{}]({address})", short(words))
}

/// A file, which is called as its page without capitals and blanks, and the heading in it.
fn address(page: &str) -> String {
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
    match () {
        () if file.is_empty() => place,
        () if is_file(last) => format!("{file}{place}"),
        () => format!("{folder}{slash}{}.md{place}", heading_slug(last)),
    }
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
