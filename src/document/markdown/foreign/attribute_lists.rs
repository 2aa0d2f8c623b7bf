//! Lists of attributes in braces, and sizes of pictures, as other tools write them: `{.class}`,
//! `{#id}`, `{width: 300px}`, `![Pump|300](pump.jpg)`.

use super::{Found, NEAR};
use crate::base::{Code, Diagnostic, Span};
use crate::document::markdown::destinations::{is_file, is_picture};
use crate::document::markdown::origin::short;

/// Names of attributes, of which words in braces are hardly anything else.
const ATTRIBUTES: &[&str] = &[
    "width",
    "height",
    "max-width",
    "size",
    "scale",
    "style",
    "class",
    "id",
    "align",
    "float",
    "target",
    "rel",
    "loading",
    "alt",
    "title",
    "caption",
    "lang",
    "border",
];

/// `{.class}`, `{#id}`, `{width=300}`, `{width: 300px}`.
pub(super) fn attributes(text: &str, at: usize) -> Option<Found> {
    let inside = &text[at + 1..];
    let near = (0..=NEAR.min(inside.len())).rev().find(|end| inside.is_char_boundary(*end))?;
    let length = inside[..near].find(['}', '{', '\n'])?;
    let (inside, behind) = inside.split_at(length);
    let is_list = behind.starts_with('}') && !inside.trim().is_empty() && is_list(inside);
    // `[words]{.class}`: the brackets belong to it.
    let words = text[..at].strip_suffix(']').and_then(|before| {
        let near = (before.len().saturating_sub(NEAR)..=before.len())
            .find(|from| before.is_char_boundary(*from))?;
        let start = near + before[near..].rfind(['[', '\n', ']'])?;
        before[start..].starts_with('[').then(|| &before[start + 1..])
    });
    if let Some(words) = words.filter(|words| is_list && !words.is_empty()) {
        return Some(Found {
            range: at - words.len() - 2..at + length + 2,
            what: "a piece of text with attributes of another tool",
            name: format!("[{}]{{{}}}", short(words), short(inside)),
            hint: format!("Write {} alone, without brackets and braces", short(words)),
        });
    }
    is_list.then(|| Found {
        range: at..at + length + 2,
        what: "a list of attributes of another tool",
        name: format!("{{{}}}", short(inside)),
        hint: "Remove it: the look of a page follows from the site's theme, and each heading has \
               an address of its own"
            .to_owned(),
    })
}

/// Whether there is nothing but attributes.
fn is_list(inside: &str) -> bool {
    let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut rest = inside.trim();
    while !rest.is_empty() {
        let sign = rest.strip_prefix(['.', '#']);
        let from = sign.unwrap_or(rest);
        let goes_on = |c: char| is_of_name(c) || (sign.is_some() && c == ':');
        let end = from.find(|c| !goes_on(c));
        let (name, behind) = from.split_at(end.unwrap_or(from.len()));
        if !name.starts_with(char::is_alphabetic) {
            return false;
        }
        let behind = match sign {
            // `{.md}` may be words about a kind of files.
            Some(_) if is_file(&format!("x{}", &rest[..name.len() + 1])) => return false,
            Some(_) => behind,
            None => {
                let name = name.to_lowercase();
                let is_known = ATTRIBUTES.contains(&&*name) || name.starts_with("data-");
                let value = behind.trim_start().strip_prefix(['=', ':']);
                match value.and_then(|value| behind_value(value.trim_start())) {
                    Some(behind) if is_known => behind,
                    _ => return false,
                }
            }
        };
        rest = behind.trim_start_matches([' ', '\t', '\u{A0}', ',', ';']);
        if rest.len() == behind.len() && !rest.is_empty() && sign.is_none() {
            return false;
        }
    }
    true
}

/// What stands behind a value; `None` if there is no value.
fn behind_value(text: &str) -> Option<&str> {
    let quotes = [('"', '"'), ('\'', '\''), ('“', '”'), ('”', '”'), ('‘', '’')];
    for (open, close) in quotes {
        if let Some(inside) = text.strip_prefix(open) {
            return inside.split_once(close).map(|(_, behind)| behind);
        }
    }
    let end = text.find([' ', ',', ';']).unwrap_or(text.len());
    (end > 0).then(|| &text[end..])
}

/// The size that stands in the description of a picture: `Pump|300`, `|300x200`, `Pump|right`, `300`.
fn size_in(alt: &str) -> Option<(&str, &str)> {
    let is_size = |size: &str| {
        let size = size.trim().trim_end_matches("px").trim_end_matches('%');
        let is_number =
            |it: &str| (1..=4).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_digit());
        let (width, height) = size.split_once('x').unwrap_or((size, "1"));
        is_number(width) && is_number(height)
    };
    let is_place =
        |it: &str| ["left", "right", "center", "centre", "thumb", "inline"].contains(&it.trim());
    match alt.split_once('|') {
        Some((words, size)) => {
            let mut parts = size.split('|');
            parts.all(|part| is_size(part) || is_place(part)).then_some((words.trim(), size))
        }
        None => {
            let is_written = alt.len() > 2 && !alt.starts_with(['1', '2']) || alt.contains('x');
            (is_written && is_size(alt)).then_some(("", alt))
        }
    }
}

/// What is said of a picture with a size in its description.
pub(in crate::document::markdown) fn sized(
    alt: &str,
    file: &str,
    span: Span,
) -> Option<Diagnostic> {
    let (words, size) = size_in(alt)?;
    let sign = if alt.contains('|') { "|" } else { "" };
    let message = format!(
        "“{sign}{}” is the size or place of a picture in another tool (Obsidian), and here it is read out as \
         part of the description",
        short(size)
    );
    let words = if words.is_empty() { "what it shows" } else { words };
    let hint = format!(
        "Write ![{}]({}): how large a picture is shown follows from the site's theme",
        short(words),
        short(file)
    );
    Some(Diagnostic::new(Code::OtherTool, span, message).hint(hint))
}

/// `!pump.jpg!`, `!pump.jpg|width=300!`.
pub(super) fn picture_of_confluence(text: &str, at: usize) -> Option<Found> {
    let inside = text[at..].strip_prefix('!')?;
    let near = (0..=NEAR.min(inside.len())).rev().find(|end| inside.is_char_boundary(*end))?;
    let length = inside[..near].find(['!', '\n', ' ', '('])?;
    let (inside, behind) = inside.split_at(length);
    let file = inside.split('|').next().unwrap_or_default();
    (behind.starts_with('!') && is_picture(file)).then(|| Found {
        range: at..at + length + 2,
        what: "a picture of Confluence",
        name: format!("!{}!", short(inside)),
        hint: format!("Write ![what it shows]({}), and put the file beside this one", short(file)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_attributes_are_known_however_they_are_written() {
        for text in [
            "{.wide}",
            "{ .wide .big }",
            "{#who-calls}",
            "{#who .wide}",
            "{width=300}",
            "{width=50%}",
            "{ width=\"300px\" height='200' }",
            "{width: 300px}",
            "{width:300px; float: right}",
            "{Width: 300}",
            "{style=\"color: red; margin: 0\"}",
            "{.lead, width=300}",
            "{data-zoom=1}",
            "{title=“Pump four”}",
        ] {
            assert_eq!(attributes(text, 0).map(|it| it.range), Some(0..text.len()), "{text}");
        }
        for text in [
            "{day}",
            "{}",
            "{ }",
            "{.}",
            "{#}",
            "{.md}",
            "{width}",
            "{width=}",
            "{width: }",
            "{name: Anna}",
            "{a=b}",
            "{#1}",
            "{.x",
            "{see: width=3}",
            "{width=3 and more}",
            "{:-)}",
        ] {
            assert!(attributes(text, 0).is_none(), "{text}");
        }
    }

    #[test]
    fn a_size_in_a_description_is_no_description() {
        for (alt, words, size) in [
            ("Pump|300", "Pump", "300"),
            ("Pump four | 300x200", "Pump four", " 300x200"),
            ("|300px", "", "300px"),
            ("Pump|right|300", "Pump", "right|300"),
            ("Pump|50%", "Pump", "50%"),
            ("300", "", "300"),
            ("100x145", "", "100x145"),
        ] {
            assert_eq!(size_in(alt), Some((words, size)), "{alt}");
        }
        for alt in ["Pump", "Pump | cover", "Pump 300", "2026", "4", "A|B|300 people", "|", ""] {
            assert_eq!(size_in(alt), None, "{alt}");
        }
    }

    #[test]
    fn a_picture_of_confluence_is_one_by_its_file() {
        for (text, is_one) in [
            ("!pump.jpg!", true),
            ("!pump.jpg|width=300!", true),
            ("!wow!", false),
            ("![a](pump.jpg)!", false),
            ("!pump.jpg", false),
        ] {
            assert_eq!(picture_of_confluence(text, 0).is_some(), is_one, "{text}");
        }
    }
}
