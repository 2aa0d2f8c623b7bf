//! Percent-encoding of addresses, as in `%C3%A5`.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// The path with every character encoded that an address may not contain.
pub(crate) fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                out.push(byte.into());
            }
            byte => push(&mut out, byte),
        }
    }
    out
}

/// Appends `%C3`.
pub(super) fn push(out: &mut String, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.push('%');
    out.push(DIGITS[usize::from(byte >> 4)].into());
    out.push(DIGITS[usize::from(byte & 15)].into());
}

/// Decodes `%C3%A5` and `%20`; other text stays. `None` if the bytes are not UTF-8.
pub(crate) fn decoded(text: &str) -> Option<Cow<'_, str>> {
    percent_decode_str(text).decode_utf8().ok()
}

/// The same with U+FFFD in place of bytes that are not UTF-8, as browsers do.
pub(crate) fn decoded_lossy(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_encoded_addresses_decode_to_the_original() {
        assert_eq!(encoded("a b/å~1.html"), "a%20b/%C3%A5~1.html");
        assert_eq!(decoded("a%20b/%c3%A5%zz%").as_deref(), Some("a b/å%zz%"));
        assert_eq!(decoded("%C3("), None);
    }
}
