//! How far it is worth looking from a place of a text: so many bytes, to the end of a character.

/// The end of the first `most` bytes of a text.
pub(crate) fn end_within(text: &str, most: usize) -> usize {
    (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0)
}

/// The start of the last `most` bytes of a text.
pub(crate) fn start_within(text: &str, most: usize) -> usize {
    let from = text.len().saturating_sub(most);
    (from..=text.len()).find(|start| text.is_char_boundary(*start)).unwrap_or(text.len())
}

/// At most so many bytes from the beginning of a text.
pub(crate) fn first_bytes(text: &str, most: usize) -> &str {
    &text[..end_within(text, most)]
}

/// At most so many bytes from the end of a text.
pub(crate) fn last_bytes(text: &str, most: usize) -> &str {
    &text[start_within(text, most)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_cut() {
        for most in 0..9 {
            let (first, last) = (first_bytes("aå€b", most), last_bytes("aå€b", most));
            assert!(first.len() <= most && "aå€b".starts_with(first), "{first}");
            assert!(last.len() <= most && "aå€b".ends_with(last), "{last}");
        }
        assert_eq!((first_bytes("aå€b", 5), last_bytes("aå€b", 5)), ("aå", "€b"));
        assert_eq!((first_bytes("", 5), last_bytes("", 0)), ("", ""));
    }
}
