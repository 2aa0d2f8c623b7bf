//! What of HTML and XML is read by people: the text between tags, and the values of some attributes.
//! Nothing else may become other words, whatever somebody's name is.

use super::letters::tag;
use super::tags::{Tag, with_tags};

/// Attributes that readers see or hear, and those of feeds.
const READ: &[&str] = &[
    "alt",
    "title",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "value",
    "placeholder",
    "label",
    "summary",
    "term",
];

/// Ends of the names of `meta` whose content is read; that of others is for programs.
const READ_META: &[&str] =
    &["description", "title", "site_name", "author", "keywords", "application-name", ":alt"];

/// Elements of feeds and of the sitemap with an address, a day or a number for programs.
const FOR_PROGRAMS: &[&str] = &["id", "loc", "updated", "published", "uri", "icon", "logo"];

/// The length of the markup that the text begins with, in which nothing is read: a tag, a comment,
/// a declaration, a script, styles; and HTML within a feed, which was looked through before it
/// became text of XML.
pub(super) fn markup(text: &str) -> Option<usize> {
    if !text.starts_with('<') {
        return None;
    }
    let until = |end: &str| text.find(end).map_or(text.len(), |at| at + end.len());
    if text.starts_with("<!--") {
        return Some(until("-->"));
    }
    if text.starts_with("<!") || text.starts_with("<?") {
        return Some(until(">"));
    }
    let length = tag(text.as_bytes())?;
    let begins = |name: &str| {
        let is_named = text.get(1..=name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
        is_named && !text[1 + name.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
    };
    if let Some(end) = FOR_PROGRAMS.iter().find_map(|name| {
        let is_it = begins(name) && !text.starts_with("</") && !text[..length].ends_with("/>");
        is_it.then(|| format!("</{name}>"))
    }) {
        return Some(text[length..].find(&end).map_or(length, |at| length + at));
    }
    let within = match () {
        () if begins("script") => "</script",
        () if begins("style") => "</style",
        () if text.starts_with("<content type=\"html\">") => "</content",
        () => return Some(length),
    };
    Some(text[length..].find(within).map_or(text.len(), |at| length + at))
}

/// Whether people read the value of this attribute.
pub(super) fn is_read(tag: &Tag<'_>, attribute: &str) -> bool {
    if tag.name == "meta" {
        let name = tag.value("name").or_else(|| tag.value("property"));
        let is_read = name.is_some_and(|name| READ_META.iter().any(|end| name.ends_with(end)));
        return attribute == "content" && is_read && tag.value("http-equiv").is_none();
    }
    READ.contains(&attribute) || attribute.starts_with("data-")
}

/// Attributes of an author's own that browsers read, and that need not say anything.
const OF_AUTHORS: &[&str] = &["lang", "hreflang", "dir", "start", "datetime", "cite"];

/// What a name or number in the value of this attribute becomes; `None` where it must stay.
pub(super) fn instead_in<'a>(
    tag: &Tag<'_>,
    attribute: &str,
    value: &str,
    instead: &'a str,
) -> Option<&'a str> {
    // The language of a block of code, as it was typed.
    let is_of_author =
        OF_AUTHORS.contains(&attribute) || attribute == "class" && value.starts_with("language-");
    match is_read(tag, attribute) {
        true => Some(instead),
        false => is_of_author.then_some(""),
    }
}

/// The HTML or XML with another value for each attribute in which a name may stand and for which
/// there is one; `value` is given what it is and what to write in place of a name.
pub(super) fn with_read_values(
    html: &str,
    instead: &str,
    value: impl Fn(&str, &str) -> Option<String>,
) -> Option<String> {
    let mut is_other = false;
    let written = with_tags(html, |tag, out| {
        let before = out.len();
        tag.write(out, tag.name, |attribute, is| {
            value(is, instead_in(tag, attribute, is, instead)?)
        });
        is_other |= &out[before..] != tag.text;
    });
    is_other.then_some(written)
}
