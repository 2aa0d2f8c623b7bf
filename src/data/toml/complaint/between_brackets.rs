//! Quotation marks that are missing or curly in a list or a table on one line.

use super::{CURLY, explained};
use crate::data::toml::across::Explanation;

/// What is wrong with the quotation marks of a value between brackets. `field` writes the whole line
/// with another value.
pub(super) fn quotation_marks(value: &str, field: impl Fn(&str) -> String) -> Option<Explanation> {
    if value.starts_with('{') && !value.contains('\\') && value.matches('"').count() % 2 == 1 {
        return explained(
            "A quotation mark is missing between { and }",
            "Put a \" at both ends of each text, as in { en = \"Our work\", da = \"Vores arbejde\" }",
        );
    }
    let value = value.split(" #").next().unwrap_or_default().trim_end();
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    let items: Vec<&str> =
        inner.split([',', ';']).map(str::trim).filter(|item| !item.is_empty()).collect();
    let is_mark = |c: char| CURLY.contains(&c) || matches!(c, '"' | '\'' | '´');
    let bare: Vec<&str> = items.iter().map(|item| item.trim_matches(is_mark)).collect();
    let is_word = |item: &&str| {
        item.starts_with(char::is_alphabetic)
            && item.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | '.' | '/'))
    };
    let is_straight = |item: &&str| {
        ['"', '\'']
            .iter()
            .any(|mark| item.len() > 1 && item.starts_with(*mark) && item.ends_with(*mark))
    };
    if bare.is_empty() || !bare.iter().all(is_word) || items.iter().all(is_straight) {
        return None;
    }
    let message = match value.contains(CURLY) {
        true => "These quotation marks are curly, but must be straight",
        false => "A value of this list is not between quotation marks",
    };
    explained(message, field(&format!("[\"{}\"]", bare.join("\", \""))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_line_is_written_out() {
        let told = |value: &str| quotation_marks(value, |value| format!("languages = {value}"));
        for value in ["[“en”, “da”]", "[en, da]", "[\"en\", da]", "[„en“, »da«]", "[en; da,]"]
        {
            let (_, hint) = told(value).expect(value);
            assert_eq!(hint, "languages = [\"en\", \"da\"]", "{value}");
        }
        let (message, _) = told("{ en = \"How, da = \"x\" }").expect("one is missing");
        assert_eq!(message, "A quotation mark is missing between { and }");
        for value in ["[\"en\", \"da\"]", "[1, 2 3]", "{ en = \"a\" da = \"b\" }", "[en", "[]"] {
            assert_eq!(told(value), None, "{value}");
        }
    }
}
