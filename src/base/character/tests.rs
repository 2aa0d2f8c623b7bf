//! Characters that a text must not contain.

use proptest::prelude::*;

use super::*;

#[test]
fn every_refused_character_begins_with_a_byte_that_says_so() {
    for c in (char::MIN..=char::MAX).filter(|c| is_refused(*c)) {
        let mut bytes = [0; 4];
        c.encode_utf8(&mut bytes);
        assert!(may_be_refused(bytes[0]), "U+{:04X}", c as u32);
    }
}

#[test]
fn invisible_texts_are_distinguished_from_visible_ones() {
    for text in ["", " ", "\u{200B}", "\u{AD}", "\u{A0}\u{3000}", "\u{3164}", "\u{200D}\u{FE0F}"] {
        assert!(shows_nothing(text), "{text:?}");
    }
    for text in [".", "\u{200B}a", "ا\u{200C}", "👩\u{200D}🔧", "·"] {
        assert!(!shows_nothing(text), "{text:?}");
    }
}

#[test]
fn the_first_byte_is_found_at_any_position() {
    for length in 0..100 {
        assert_eq!(position(&vec![b'a'; length], may_be_refused), None);
        for at in 0..length {
            let mut bytes = vec![b'a'; length];
            bytes[at..].fill(0);
            assert_eq!(position(&bytes, may_be_refused), Some(at));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_fast_search_finds_every_refused_character(
        text in "([a-å“é\u{AD}\u{200E}]{0,40}[\u{0}\u{7F}\u{85}\u{202E}\u{2069}\u{FEFF}\u{FDD0}\n]?){0,4}",
    ) {
        let one_by_one: Vec<_> = text.char_indices().filter(|(_, c)| is_refused(*c)).collect();
        prop_assert_eq!(refused(&text).collect::<Vec<_>>(), one_by_one);
        prop_assert_eq!(cleaned(&text), text.replace(is_refused, "\u{FFFD}"));
    }
}
