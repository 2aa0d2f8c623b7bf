//! Values that are typed as they would be in a sentence: lists without brackets and quotes, numbers
//! with a comma, fields between braces without a comma.

use super::{explained, quoted};
use crate::data::toml::across::Explanation;

/// What is wrong with a value without quotes around it. `field` writes the whole line with another
/// value, and `header` is the line of the table in which it stands.
pub(super) fn value(
    value: &str,
    words: &str,
    header: &str,
    field: impl Fn(&str) -> String,
) -> Option<Explanation> {
    let bare = value.split('#').next().unwrap_or_default().trim();
    if bare.eq_ignore_ascii_case("off") && header.starts_with("[severity]") {
        return explained("This text is not between quotation marks", field("\"off\""));
    }
    if value.starts_with('{') && words.contains("missing comma") {
        return explained(
            "A comma is missing between two fields that are between { and }",
            "Put a comma there, as in { en = \"Our work\", da = \"Vores arbejde\" }",
        );
    }
    let parts: Vec<&str> = bare.split(',').map(str::trim).collect();
    let is_digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if let [whole, _] = parts[..]
        && parts.iter().all(is_digits)
    {
        return explained(
            "This number has a comma in it",
            format!("{}, without the comma and what is behind it", field(whole)),
        );
    }
    let is_word = |part: &&str| {
        part.starts_with(char::is_alphabetic)
            && part.split_whitespace().count() <= 3
            && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | '/'))
    };
    (parts.len() > 1 && parts.iter().all(is_word)).then(|| {
        let list: Vec<String> = parts.iter().map(|part| quoted(part)).collect();
        let list = format!("[{}]", list.join(", "));
        let hint = format!("{}; or, if it is one text, {}", field(&list), quoted(bare));
        ("This text is not between quotation marks".to_owned(), hint)
    })
}
