//! Counts the words of a text, and makes its excerpt for other pages.

const MAX_EXCERPT: usize = 240;

/// The number of words with a letter or a digit.
pub(super) fn words(text: &str) -> usize {
    let (mut words, mut at) = (0, 0);
    // Whether the current word was counted.
    let mut counted = false;
    while let Some(byte) = text.as_bytes().get(at) {
        let (parts, is_letter) = match ASCII.get(usize::from(*byte)) {
            Some(kind) => {
                at += 1;
                *kind
            }
            None => {
                let c = text[at..].chars().next().unwrap_or_default();
                at += c.len_utf8();
                (c.is_whitespace(), !counted && c.is_alphanumeric())
            }
        };
        // This is done without a branch, because a processor cannot predict where words end.
        words += usize::from(is_letter & !counted);
        counted = (counted & !parts) | is_letter;
    }
    words
}

/// For each ASCII character whether it separates words, and whether it is a letter or a digit.
const ASCII: [(bool, bool); 128] = {
    let mut kinds = [(false, false); 128];
    let mut byte = 0;
    while byte < kinds.len() {
        let c = byte as u8;
        kinds[byte] = (matches!(c, b'\t'..=b'\r' | b' '), c.is_ascii_alphanumeric());
        byte += 1;
    }
    kinds
};

/// The beginning of a paragraph, ending with a whole word.
pub(super) fn excerpt(paragraph: &str) -> String {
    let mut excerpt = String::new();
    let mut length = 0;
    for word in paragraph.split_whitespace() {
        let more = word.chars().count() + usize::from(!excerpt.is_empty());
        if length + more > MAX_EXCERPT {
            if excerpt.is_empty() {
                excerpt.extend(word.chars().take(MAX_EXCERPT));
            }
            excerpt.truncate(excerpt.trim_end_matches([',', ';', ':', '–', '—', '.']).len());
            excerpt.push('…');
            break;
        }
        if !excerpt.is_empty() {
            excerpt.push(' ');
        }
        excerpt.push_str(word);
        length += more;
    }
    excerpt
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::words;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn words_are_counted_as_one_by_one(
            text in "([a-zåæ0-9٣'“–\u{301}.\\-]{0,4}[ \t\n\u{B}\u{C}\u{1C}\u{85}\u{A0}\u{2028}\u{3000}]?){0,20}",
        ) {
            let one_by_one =
                text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
            prop_assert_eq!(words(&text), one_by_one.count());
        }
    }
}
