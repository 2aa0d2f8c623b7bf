//! What is likely to be wrong with the name of a field, or between it and its value.

use super::{Explanation, explained};
use crate::data::reader::shortened;

/// Signs that look like a colon.
pub(in crate::data) const COLONS: [char; 5] = ['：', '﹕', '︰', '∶', 'ː'];

/// Semicolons, which lie beside the colon on a keyboard, and what looks like one.
pub(in crate::data) const SEMICOLONS: [char; 4] = [';', '；', '﹔', '\u{37e}'];

/// Fields that stand in no list, so that no hyphen belongs before them.
const OF_FILES: &[&str] = &[
    "title",
    "author",
    "date",
    "theme",
    "form",
    "summary",
    "lang",
    "languages",
    "team",
    "location",
    "audience",
    "keywords",
    "owner",
    "reviewed",
    "consent",
    "people",
    "photos",
    "photo",
    "status",
    "titel",
    "forfatter",
    "auteur",
    "dato",
    "datum",
    "tema",
    "thema",
];

pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

/// The field of a picture that has a path of Windows between double quotes, in which YAML takes each
/// \ for the beginning of a character: `file: "C:\Users\k.png"`.
pub(super) fn of_windows_path(line: &str) -> Option<Explanation> {
    const PICTURES: [&str; 6] = ["file", "photo", "photos", "picture", "image", "logo"];
    let names = line.match_indices(':').map(|(at, _)| at);
    let path = names.clone().find_map(|at| {
        let name = line[..at].trim_end().rsplit(|c: char| !c.is_alphanumeric()).next()?;
        let inside = line[at + 1..].trim_start().strip_prefix('"')?.split('"').next()?;
        (PICTURES.contains(&name) && inside.contains('\\')).then_some(inside)
    })?;
    let file = path.rsplit('\\').next().filter(|file| file.contains('.'))?;
    explained(
        "This is the path of a file on one computer, with \\ in it",
        format!("Put the picture beside this file, and write its name alone: {}", shortened(file)),
    )
}

/// What is wrong with the name of a field or with the sign between name and value. This does not
/// depend on the parser, for which such a line may be plain text.
pub(in crate::data::yaml) fn of_name(line: &str) -> Option<Explanation> {
    let line = line.trim();
    if let Some(remark) = line.strip_prefix("//").or_else(|| line.strip_prefix("<!--")) {
        let remark = remark.trim_end_matches("-->").trim();
        return explained(
            "This comment does not begin with #",
            format!("Write # {}", shortened(remark)),
        );
    }
    if let Some(item) = bullet(line) {
        let sign = line.chars().next().unwrap_or_default();
        let name = item.split_once(": ").map(|(name, _)| name.trim().to_lowercase());
        if name.is_some_and(|name| OF_FILES.contains(&name.as_str())) {
            return explained(
                format!("A {sign} stands before the name of this field"),
                format!("Remove the {sign}: {}", shortened(item)),
            );
        }
        let item = shortened(item);
        return match (sign, line.chars().nth(1)) {
            ('-', Some(blank)) if blank.is_whitespace() => explained(
                "The space after the hyphen is not an ordinary one",
                format!("Delete it and put an ordinary space after the hyphen: - {item}"),
            ),
            ('-', _) => explained(
                "A space is missing after the hyphen",
                format!("Put a space after the hyphen: - {item}"),
            ),
            _ => explained(
                "The entries of a list begin with a hyphen and a space here",
                format!("Write - {item}"),
            ),
        };
    }
    let line = line.strip_prefix("- ").unwrap_or(line);
    if line.starts_with("**") || line.starts_with("__") {
        let plain = line.replace("**", "").replace("__", "");
        if plain.split_once(':').is_some_and(|(name, _)| is_name(name.trim())) {
            return explained(
                "The name of a field is written without stars or lines around it",
                format!("Write {}", shortened(plain.trim())),
            );
        }
    }
    if let Some((name, value)) = line.split_once(COLONS).filter(|(name, _)| is_name(name.trim())) {
        return explained(
            "The colon in this line is not the ordinary one",
            format!("Write {}: {}", name.trim(), shortened(value.trim())),
        );
    }
    let equal = line.split_once('=').map(|(name, value)| (name.trim(), value));
    if let Some((name, value)) = equal.filter(|(name, _)| is_name(name)) {
        return explained(
            "This line has = where these fields need a colon",
            format!("Write {name}: {}", shortened(value.trim())),
        );
    }
    if let Some((name, value)) =
        line.split_once(SEMICOLONS).filter(|(name, _)| is_name(name.trim()))
    {
        return explained(
            "This line has a semicolon where these fields need a colon",
            format!("Write {}: {}", name.trim(), shortened(value.trim())),
        );
    }
    let (written_name, value) = line.split_once(':')?;
    let name = written_name.trim();
    if !is_name(name) {
        return None;
    }
    if written_name.contains(is_odd_blank) {
        return explained(
            "There is an unusual kind of space before the colon",
            format!(
                "Type the line again, with no space before the colon: {name}: {}",
                shortened(value.trim())
            ),
        );
    }
    let first = value.chars().next().filter(|c| !matches!(c, ' ' | '\t' | '/'))?;
    let written = format!("{name}: {}", shortened(value.trim()));
    match first.is_whitespace() {
        true => explained(
            "The space after the colon is not an ordinary one",
            format!("Delete it and put an ordinary space after the colon: {written}"),
        ),
        false => explained(
            "A space is missing after the colon",
            format!("Put a space after the colon: {written}"),
        ),
    }
}

/// What is wrong with an unusual blank before the name of a field. `above` is the line above it.
pub(in crate::data::yaml) fn of_odd_indent(line: &str, above: &str) -> Option<Explanation> {
    let words = line.trim_start();
    let has_odd = line[..line.len() - words.len()].contains(is_odd_blank);
    has_odd.then(|| {
        let words = shortened(words);
        let width = line[..line.len() - line.trim_start().len()].chars().count();
        let hint = match place(&words, width, above) {
            0 => format!("Type the line again, without that space: {words}"),
            place => format!(
                "Type the line again, with {place} ordinary spaces before it: {}{words}",
                " ".repeat(place)
            ),
        };
        ("There is an unusual kind of space before the name of this field".to_owned(), hint)
    })
}

/// The spaces that belong before these words, by the line above them.
fn place(words: &str, width: usize, above: &str) -> usize {
    let behind = above.trim_start();
    let indent = above[..above.len() - behind.len()].chars().count();
    let is_item = |line: &str| line.starts_with("- ");
    // One space is a slip.
    if width < 2 && !behind.trim_end().ends_with(':') {
        return 0;
    }
    match (behind.trim_end().ends_with(':') && !is_item(behind), is_item(behind), is_item(words)) {
        (true, ..) => indent + 2,
        // Below the first letter of the field behind the hyphen.
        (_, true, false) if behind.contains(": ") || behind.ends_with(':') => {
            indent + behind.len() - behind[1..].trim_start().len()
        }
        (_, true, true) => indent,
        // The next item, below the fields of the one before.
        (_, false, true) => indent.saturating_sub(2),
        _ => indent,
    }
}

/// Blanks that Word, a browser or a telephone writes in place of the ordinary one.
pub(in crate::data::yaml) fn is_odd_blank(c: char) -> bool {
    c.is_whitespace() && !c.is_ascii()
}

/// The entry of a list that begins with a sign of a word processor, or with a hyphen that has no
/// blank behind it.
pub(in crate::data::yaml) fn bullet(line: &str) -> Option<&str> {
    let mut signs = line.trim().chars();
    let sign = signs.next()?;
    let rest = signs.as_str();
    let is_bullet = "•·‣◦▪●○■□–—−‐‑⁃".contains(sign)
        || matches!(sign, '*' | '+') && rest.starts_with(char::is_whitespace)
        || sign == '-' && rest.starts_with(|c: char| c.is_alphanumeric() || is_odd_blank(c));
    (is_bullet && rest.contains(char::is_alphanumeric)).then(|| rest.trim())
}
