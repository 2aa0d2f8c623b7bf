//! Which destinations a link may have, and how its address is written.

use std::borrow::Cow;

use super::LinkKind;
use super::characters::is_refused;

/// Why a destination is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// A scheme that is not allowed: `javascript:`.
    Scheme,
    /// `//host/…`: neither an address within the site nor a complete one.
    NoScheme,
}

/// The destination without the characters that browsers ignore, and its kind. This is decided on
/// the decoded text.
pub(super) fn classify(destination: &str) -> Result<(LinkKind, String), Refusal> {
    let clean = without(destination.trim(), is_skipped);
    let bare = without(&clean, char::is_whitespace);
    let kind = match scheme(&bare).as_deref() {
        Some("http" | "https") => LinkKind::External,
        Some("mailto") => LinkKind::Mail,
        Some("tel") => LinkKind::Telephone,
        Some(_) => return Err(Refusal::Scheme),
        None if is_protocol_relative(&bare) => return Err(Refusal::NoScheme),
        None if bare.starts_with('#') => LinkKind::Fragment,
        None => LinkKind::Internal,
    };
    Ok((kind, clean.into_owned()))
}

fn without(text: &str, left_out: fn(char) -> bool) -> Cow<'_, str> {
    match text.contains(left_out) {
        true => Cow::Owned(text.replace(left_out, "")),
        false => Cow::Borrowed(text),
    }
}

/// Whether a picture's destination is a file of the site.
pub(super) fn is_local(destination: &str) -> bool {
    matches!(classify(destination), Ok((LinkKind::Internal, _)))
}

/// Browsers ignore tabs and line breaks anywhere, and control characters at both ends. Here all of
/// these characters are removed everywhere.
fn is_skipped(c: char) -> bool {
    is_refused(c) || c.is_control()
}

/// What precedes the first `:`, in lower case, if there is no `/`, `?` or `#` before it.
fn scheme(address: &str) -> Option<String> {
    let end = address.find([':', '/', '?', '#'])?;
    address[end..].starts_with(':').then(|| address[..end].to_lowercase())
}

/// Browsers read `\` as `/`.
fn is_protocol_relative(address: &str) -> bool {
    let mut characters = address.chars();
    let mut slash = || matches!(characters.next(), Some('/' | '\\'));
    slash() && slash()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_four_schemes_leave_the_site() {
        let cases = [
            ("https://a.example/b", Ok(LinkKind::External)),
            ("HTTP://a.example", Ok(LinkKind::External)),
            ("mailto:anna@sundbro.example", Ok(LinkKind::Mail)),
            ("tel:+4500004411", Ok(LinkKind::Telephone)),
            ("../faq/a.md#b", Ok(LinkKind::Internal)),
            ("a/b:c", Ok(LinkKind::Internal)),
            ("", Ok(LinkKind::Internal)),
            ("#b:c", Ok(LinkKind::Fragment)),
            ("javascript:alert(1)", Err(Refusal::Scheme)),
            ("  JaVa\tScRiPt\n:alert(1)", Err(Refusal::Scheme)),
            ("\u{1}javascript:alert(1)", Err(Refusal::Scheme)),
            ("java script:alert(1)", Err(Refusal::Scheme)),
            ("data:text/html,x", Err(Refusal::Scheme)),
            ("vbscript:x", Err(Refusal::Scheme)),
            ("file:///etc/passwd", Err(Refusal::Scheme)),
            ("C:\\x", Err(Refusal::Scheme)),
            ("://x", Err(Refusal::Scheme)),
            ("//evil.example", Err(Refusal::NoScheme)),
            ("/\\evil.example", Err(Refusal::NoScheme)),
            ("\\\\evil.example", Err(Refusal::NoScheme)),
        ];
        for (destination, expected) in cases {
            assert_eq!(classify(destination).map(|(kind, _)| kind), expected, "{destination:?}");
        }
    }
}
