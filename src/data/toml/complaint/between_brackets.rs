//! Quotation marks that are missing or curly in a list or a table on one line.

use super::meant::CURLY;
use super::{explained, whole_values};
use crate::data::toml::across::Explanation;
use crate::data::toml::lines::{is_name, without_comment};

/// What is wrong with the quotation marks of a value between brackets. `field` writes the whole line
/// with another value.
pub(super) fn quotation_marks(value: &str, field: impl Fn(&str) -> String) -> Option<Explanation> {
    if value.starts_with('{') && !value.contains('\\') && value.matches('"').count() % 2 == 1 {
        if let Some(whole) = table(value) {
            return explained("A quotation mark is missing between { and }", field(&whole));
        }
        return explained(
            "A quotation mark is missing between { and }",
            "Put a \" at both ends of each text, as in { en = \"Our work\", da = \"Vores arbejde\" }",
        );
    }
    if value.starts_with('{')
        && let Some(whole) = whole_values::of(value)
    {
        return explained(whole_values::MISSING, field(&whole));
    }
    let value = without_comment(value);
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    let items: Vec<&str> =
        inner.split([',', ';']).map(str::trim).filter(|item| !item.is_empty()).collect();
    let is_mark = |c: char| CURLY.contains(&c) || matches!(c, '"' | '\'' | '´');
    let bare: Vec<&str> = items.iter().map(|item| item.trim_matches(is_mark)).collect();
    let is_word = |item: &&str| {
        item.starts_with(char::is_alphabetic)
            && item.chars().all(|c| c.is_alphanumeric() || "-_ ./#".contains(c))
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

/// The table on one line with both quotation marks around each text, if each lacks one at most.
fn table(value: &str) -> Option<String> {
    let inner = value.strip_prefix('{')?.strip_suffix('}')?;
    let name = |part: &str| part.split_once('=').map(|(name, _)| name.trim().to_owned());
    let mut parts: Vec<String> = vec![];
    for part in inner.split(',') {
        match name(part).filter(|name| is_name(name)) {
            Some(_) => parts.push(part.to_owned()),
            None => parts.last_mut()?.extend([",", part]),
        }
    }
    let mend = |part: &String| {
        let (name, text) = part.split_once('=')?;
        let text = text.trim();
        let is_one = text.matches('"').count() == 1;
        let bare = text.strip_prefix('"').unwrap_or(text);
        let bare = bare.strip_suffix('"').unwrap_or(bare).trim();
        let is_whole = text.len() > 1 && text.starts_with('"') && text.ends_with('"');
        ((is_one || is_whole) && !bare.contains('"'))
            .then(|| format!("{} = \"{bare}\"", name.trim()))
    };
    let parts: Vec<String> = parts.iter().map(mend).collect::<Option<_>>()?;
    let whole = format!("{{ {} }}", parts.join(", "));
    (whole.chars().count() < 120).then_some(whole)
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
        let of_table = |value: &str| quotation_marks(value, str::to_owned).expect(value).1;
        for value in [
            "{ en = \"How, we\", da = \"Vi }",
            "{ en = \"How, we, da = \"Vi\" }",
            "{ en = How, we\", da = \"Vi\" }",
        ] {
            assert_eq!(of_table(value), "{ en = \"How, we\", da = \"Vi\" }", "{value}");
        }
        assert!(of_table("{ en = \"a \" b \" }").starts_with("Put a"));
        for value in ["[\"en\", \"da\"]", "[1, 2 3]", "{ en = \"a\" da = \"b\" }", "[en", "[]"] {
            assert_eq!(told(value), None, "{value}");
        }
    }
}
