//! Which destinations a link may have, how its address is written, and what looks like one.

use std::borrow::Cow;

use super::LinkKind;
use super::characters::is_refused;
use crate::picture::Offer;

/// The endings of pictures, as people send them.
const PICTURES: &[&str] =
    &["jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "heic", "heif", "bmp", "tif", "tiff"];

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

/// Whether it can hardly be anything but an address or a file.
pub(super) fn is_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    let schemes = ["https://", "http://", "mailto:", "tel:", "www.", "../", "./"];
    let has_scheme = |it: &str| lower.strip_prefix(it).is_some_and(|rest| !rest.is_empty());
    let is_one = schemes.into_iter().any(has_scheme) || is_mail(text) || is_file(text);
    is_one && !text.contains(|c: char| c.is_whitespace() || "[]<>`\"".contains(c))
}

/// An address that leads nowhere as it is typed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// Here as it is probably meant.
    Meant(String),
    /// It ends before it says where: `mailto:`, `https://`, `mailto:jonas`.
    Incomplete,
    /// Quotation marks stand around this address.
    Quoted(String),
}

const QUOTES: [char; 12] = ['"', '\'', '“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '`'];

/// Ends of names of hosts that an address without `https://` is known by.
const HOSTS: &[&str] = &[
    "com", "org", "net", "eu", "dk", "nl", "be", "de", "se", "no", "fi", "uk", "fr", "io", "info",
    "example",
];

/// What is wrong with an address that is typed nearly right.
pub(super) fn slip(address: &str) -> Option<Slip> {
    let address = address.trim();
    let bare = address.trim_matches(QUOTES);
    if bare.len() < address.len() && address.starts_with(QUOTES) && is_address(bare) {
        return Some(Slip::Quoted(bare.to_owned()));
    }
    let lower = address.to_lowercase();
    let meant = |rest: &str| Some(Slip::Meant(rest.to_owned()));
    for scheme in ["https://", "http://"] {
        if let Some(rest) = lower.strip_prefix(scheme) {
            let has_host = rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
            return (!has_host).then_some(Slip::Incomplete);
        }
    }
    if let Some(rest) = lower.strip_prefix("mailto:") {
        let whom = rest.split('?').next().unwrap_or_default();
        // With a query alone, it asks whom to write to.
        let is_whole = whom.contains('@') || (whom.is_empty() && rest.contains("to="));
        return (!is_whole).then_some(Slip::Incomplete);
    }
    if let Some(rest) = lower.strip_prefix("tel:") {
        return (!rest.contains(|c: char| c.is_ascii_digit())).then_some(Slip::Incomplete);
    }
    if let Some(number) = telephone(address) {
        return meant(&format!("tel:{number}"));
    }
    // What stands before the host: `http//`, `htps://`, `https:/`, `https:`.
    let letters = lower.len() - lower.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (word, after) = lower.split_at(letters);
    let host = after.trim_start_matches([':', ';', '/', '\\']);
    let signs = &after[..after.len() - host.len()];
    let is_web = (4..=6).contains(&letters)
        && word.starts_with('h')
        && ["http", "https"].iter().any(|it| strsim::damerau_levenshtein(it, word) <= 1);
    let is_exact = matches!(word, "http" | "https");
    let has_signs = signs.contains("//") || (is_exact && signs.contains([':', ';']));
    if is_web && has_signs && !host.is_empty() {
        return meant(&format!("https://{}", &address[address.len() - host.len()..]));
    }
    let host = lower.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, end) = host.rsplit_once('.')?;
    let is_host = name.starts_with(char::is_alphanumeric)
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'))
        && HOSTS.contains(&end);
    match is_host {
        true => meant(&format!("https://{address}")),
        false => None,
    }
}

/// The digits of a telephone number that is written as people write it: `12 34 56 78`.
pub(super) fn telephone(text: &str) -> Option<String> {
    let text = text.trim();
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let is_sign = |c: char| c.is_ascii_digit() || " +-()\u{A0}".contains(c);
    let is_one = text.starts_with(['+', '(']) || text.starts_with(|c: char| c.is_ascii_digit());
    let length = digits.trim_start_matches('+').len();
    let has_one_plus = !digits[1.min(digits.len())..].contains('+');
    (is_one && (7..=15).contains(&length) && text.chars().all(is_sign) && has_one_plus)
        .then_some(digits)
}

/// Whether it is an email address.
pub(super) fn is_mail(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        let is_host = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '+');
        !name.is_empty()
            && name.chars().all(is_name)
            && host.chars().all(is_host)
            && host.contains('.')
            && !host.ends_with('.')
    })
}

/// Whether it ends as the name of a file that a page may lead to or show.
pub(super) fn is_file(text: &str) -> bool {
    let ending = ending(text);
    let is_known =
        |ending: &str| ending == "md" || PICTURES.contains(&ending) || Offer::of(ending).is_some();
    ending.is_some_and(|ending| is_known(&ending))
}

/// Whether it ends as the name of a picture.
pub(super) fn is_picture(destination: &str) -> bool {
    ending(destination).is_some_and(|ending| PICTURES.contains(&&*ending))
}

/// The ending of a file's name, in small letters; `None` without a name before it.
fn ending(address: &str) -> Option<String> {
    let path = address.split(['#', '?']).next().unwrap_or_default();
    let (stem, ending) = path.rsplit_once('.')?;
    let has_name = stem.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ')'));
    has_name.then(|| ending.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_is_typed_nearly_right_is_known() {
        for (address, expected) in [
            ("http//e.example", "https://e.example"),
            ("htps://e.example/X", "https://e.example/X"),
            ("https:/e.example", "https://e.example"),
            ("http:e.example", "https://e.example"),
            ("https;//e.example", "https://e.example"),
            ("hhtps://e.example", "https://e.example"),
            ("e.example/x", "https://e.example/x"),
            ("www.firma.dk", "https://www.firma.dk"),
            ("12345678", "tel:12345678"),
            ("+45-12345678", "tel:+4512345678"),
        ] {
            assert_eq!(slip(address), Some(Slip::Meant(expected.into())), "{address}");
        }
        for address in ["mailto:", "mailto:jonas", "https://", "http:///x", "tel:", "tel:x"] {
            assert_eq!(slip(address), Some(Slip::Incomplete), "{address}");
        }
        for address in [
            "https://e.example",
            "mailto:a@b.example",
            "mailto:?to=a",
            "tel:112",
            "a.md",
            "faq/a.md#b",
            "../e.example",
            "#top",
            "photo.jpg",
            "http/",
            "https",
            "html/a.md",
            "2026",
            "",
            "v1.2/a.md",
            "javascript:alert(1)",
            "//e.example",
        ] {
            assert_eq!(slip(address), None, "{address}");
        }
    }

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
