//! Texts between quotation marks, as YAML and TOML both have them.

use super::reader::shortened;

/// A text between double quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", shortened(text).replace('\\', "\\\\").replace('"', "\\\""))
}

/// Quotation marks as word processors and telephones write them.
const CURLY: [char; 10] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‛'];

/// The text inside curly quotation marks, if they are around all of it.
pub(super) fn within_curly(text: &str) -> Option<&str> {
    let inside = text.trim().strip_prefix(CURLY)?.strip_suffix(CURLY)?;
    (!inside.is_empty() && !inside.contains(CURLY)).then(|| inside.trim())
}

/// The text after the closing quotation mark of a value, if there is any.
pub(super) fn behind_quotes(value: &str) -> Option<&str> {
    let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut is_escaped = false;
    let end = value[1..].find(|c| {
        let ends = c == mark && !is_escaped;
        is_escaped = c == '\\' && mark == '"' && !is_escaped;
        ends
    })?;
    let rest = &value[end + 2..];
    // '' is a ' inside the text, and # begins a comment.
    let is_meant = mark == '\'' && rest.starts_with('\'') || rest.trim_start().starts_with('#');
    (!rest.trim().is_empty() && !is_meant).then_some(rest)
}

/// The items of a list that lacks its brackets, of which the first is between quotes: `"a", "b"` and
/// `"a", b`, as they stand between brackets.
pub(super) fn quoted_items(value: &str) -> Option<String> {
    let mut items = vec![];
    let mut rest = value.trim();
    loop {
        let (item, behind) = match rest.chars().next()? {
            '"' | '\'' => {
                let behind = behind_quotes(rest).unwrap_or_default();
                (unquoted(&rest[..rest.len() - behind.len()]), behind.trim_start())
            }
            c if c.is_alphanumeric() => {
                let end = rest.find(',').unwrap_or(rest.len());
                (rest[..end].trim_end().to_owned(), &rest[end..])
            }
            _ => return None,
        };
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
        items.push(match item.starts_with(char::is_alphanumeric) && item.chars().all(is_plain) {
            true => item,
            false => quoted(&item),
        });
        if behind.is_empty() {
            return (items.len() > 1).then(|| items.join(", "));
        }
        rest = behind.strip_prefix(',')?.trim_start();
    }
}

/// The text without the quotation marks around it, and with escaped quotation marks inside it
/// decoded.
pub(super) fn unquoted(value: &str) -> String {
    let mark = &value[..1];
    let inside = value[1..].strip_suffix(mark).unwrap_or(&value[1..]);
    match mark {
        "'" => inside.replace("''", "'"),
        _ => inside.replace("\\\"", "\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_after_a_closing_quote_is_found() {
        for (value, rest) in [
            ("\"a\" b", Some(" b")),
            ("'It's four'", Some("s four'")),
            ("\"a\"", None),
            ("\"a \\\"b\\\" c\"", None),
            ("\"a\\\\\" b", Some(" b")),
            ("'It''s'", None),
            ("\"a\" # b", None),
            ("\"a", None),
            ("a \"b\" c", None),
            ("\"", None),
        ] {
            assert_eq!(behind_quotes(value), rest, "{value}");
        }
        assert_eq!(quoted(&unquoted("'It's four'")), "\"It's four\"");
        assert_eq!(quoted(&unquoted("\"We say \"yes\" here\"")), "\"We say \\\"yes\\\" here\"");
    }
}
