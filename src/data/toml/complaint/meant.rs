//! Values as TOML wants them, made of what somebody typed.

use crate::data::colors;
use crate::data::quotes::{behind_quotes, quoted, unquoted};
use crate::data::reader::shortened;
use crate::data::toml::across::Explanation;

pub(super) const CURLY: [char; 10] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '`'];

/// The value in TOML; a value that is right already stays as it is.
pub(super) fn written(value: &str) -> String {
    let is_written = value.starts_with(['"', '\'', '[', '{'])
        || matches!(value, "true" | "false")
        || value.bytes().all(|b| b.is_ascii_digit()) && !value.is_empty();
    if is_written {
        return value.to_owned();
    }
    let bare = match value.rfind(CURLY).filter(|_| value.starts_with(CURLY)) {
        Some(end) => value[..end].trim_start_matches(CURLY),
        None => value,
    };
    format!("\"{}\"", shortened(bare).replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether this is exactly one value in TOML.
pub(super) fn is_whole(value: &str) -> bool {
    match value.chars().next() {
        Some(mark @ ('"' | '\'')) => {
            value.len() > 1 && value.ends_with(mark) && behind_quotes(value).is_none()
        }
        Some('[') => value.ends_with(']'),
        Some('{') => value.ends_with('}'),
        _ => written(value) == value,
    }
}

/// The inline table in TOML, if somebody wrote it as in YAML.
pub(super) fn with_equals(table: &str) -> String {
    let mut is_quoted = false;
    let mut equal = String::new();
    for c in table.chars() {
        is_quoted ^= c == '"';
        match c {
            ':' if !is_quoted => equal.push_str(" ="),
            _ => equal.push(c),
        }
    }
    equal
}

/// What is wrong with a value that begins with #, or is a list of such: all of it is a comment.
pub(super) fn behind_hash(key: &str, value: &str) -> Option<Explanation> {
    let value = value.trim_start_matches(['[', ' ']);
    let word = value.strip_prefix('#')?;
    let parts = value.split([',', ' ', ';', ']', '\t']).filter(|part| !part.is_empty());
    let colors: Vec<String> =
        parts.take_while(|part| colors::parse(part).is_some()).map(str::to_owned).collect();
    if let Some(line) = colors::line(key, &colors) {
        let message = "This colour is not between quotation marks, so it counts as a comment";
        return Some((message.to_owned(), format!("Write {line}")));
    }
    if word.starts_with(char::is_alphanumeric) {
        let message = "This text is not between quotation marks, so it counts as a comment";
        let hint = format!("Write {} = {}", shortened(key), quoted(value));
        return Some((message.to_owned(), hint));
    }
    let message = format!("“{}” has no value: what follows # is a comment", shortened(key));
    Some((message, "Write it between = and #".to_owned()))
}

/// The list that is meant by several texts in a row: `"a", "b"`, `"a" "b"`.
pub(super) fn list_of_texts(value: &str) -> Option<String> {
    let mut items = vec![];
    let mut rest = value.trim().trim_end_matches([',', ';']);
    while !rest.is_empty() {
        let behind = behind_quotes(rest).unwrap_or_default();
        let item = rest[..rest.len() - behind.len()].trim_end();
        let mark = item.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
        if item.len() < 2 || !item.ends_with(mark) {
            return None;
        }
        items.push(quoted(&unquoted(item)));
        let next = behind.trim_start_matches([',', ';']);
        if !next.is_empty() && !next.trim_start().starts_with(['"', '\'']) {
            return None;
        }
        rest = next.trim_start();
    }
    (items.len() > 1).then(|| format!("[{}]", items.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_written_as_it_is_meant() {
        for (typed, meant) in [
            ("H", "\"H\""),
            ("“H”", "\"H\""),
            ("„H“,", "\"H\""),
            ("\"H\"", "\"H\""),
            ("24", "24"),
            ("[1]", "[1]"),
            ("a \"b\"", "\"a \\\"b\\\"\""),
            ("", "\"\""),
            ("“", "\"\""),
        ] {
            assert_eq!(written(typed), meant, "{typed}");
        }
    }

    #[test]
    fn several_texts_are_a_list() {
        let two = Some("[\"a\", \"b\"]");
        for (typed, meant) in [
            ("\"a\", \"b\"", two),
            ("\"a\" \"b\"", two),
            ("'a','b'", two),
            ("\"a\"; \"b\",", two),
            ("\"a\"", None),
            ("\"We say \"yes\" here\"", None),
            ("\"a\", b = \"c\"", None),
            ("'It's x'", None),
            ("\"a\", \"b", None),
        ] {
            assert_eq!(list_of_texts(typed).as_deref(), meant, "{typed}");
        }
    }

    #[test]
    fn what_counts_as_a_comment_is_kept_in_the_remedy() {
        for (typed, hint) in [
            ("#a8321c", "Write brand = \"#a8321c\""),
            ("#a8321c # ours", "Write brand = \"#a8321c\""),
            ("#a8321c, #f28a6b", "Write brand = [\"#a8321c\", \"#f28a6b\"]"),
            ("[#a8321c, #f28a6b]", "Write brand = [\"#a8321c\", \"#f28a6b\"]"),
            ("#ferries", "Write brand = \"#ferries\""),
            ("# later", "Write it between = and #"),
        ] {
            assert_eq!(behind_hash("brand", typed).expect(typed).1, hint, "{typed}");
        }
        assert_eq!(behind_hash("brand", "\"#a8321c\""), None);
    }
}
