//! Combining marks on one letter. A few are part of normal writing; thousands would make a page
//! unreadable or slow.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// Marks and joiners that may follow one letter. The highest stacks in real texts (Tibetan,
/// accented Hebrew, joined emoji) have eight.
pub(crate) const MOST_MARKS: usize = 16;

/// Each mark has at least two bytes, and all of them are outside ASCII.
const SHORTEST_PILE: usize = 2 * (MOST_MARKS + 1);

/// The range of the first letter with too many marks, marks included.
pub(crate) fn piled(text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = SHORTEST_PILE - 1;
    // Every stretch that is too long contains one of these positions, so only they need to be
    // tested in ASCII text.
    while at < bytes.len() {
        if bytes[at].is_ascii() {
            at += SHORTEST_PILE;
            continue;
        }
        let before = bytes[..at].iter().rposition(u8::is_ascii).map_or(0, |last| last + 1);
        let rest = bytes[at..].iter().position(u8::is_ascii);
        let end = rest.map_or(bytes.len(), |length| at + length);
        if end - before >= SHORTEST_PILE
            && let Some(found) = piled_in(&text[before..end])
        {
            // The letter itself may be in ASCII.
            let begins_with_mark = text[before + found.start..].starts_with(extends);
            let letter = (before + found.start).saturating_sub(usize::from(begins_with_mark));
            return Some(letter..before + found.end);
        }
        at = end + SHORTEST_PILE;
    }
    None
}

fn piled_in(text: &str) -> Option<Range<usize>> {
    let (mut marks, mut letter) = (0, 0);
    let mut is_joined = false;
    for (at, c) in text.char_indices() {
        if extends(c) {
            marks += 1;
            if marks > MOST_MARKS {
                let rest = text[at..].find(|c| !extends(c)).unwrap_or(text.len() - at);
                return Some(letter..at + rest);
            }
        } else if !is_joined || c.is_ascii() {
            (marks, letter) = (0, at);
        }
        is_joined = c == '\u{200D}';
    }
    None
}

/// Whether a character is drawn on, or joined with, the one before it.
fn extends(c: char) -> bool {
    match c {
        '\u{200C}' | '\u{200D}' => true,
        // Shades of skin, and the letters of a flag.
        '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}' => true,
        '\u{1160}'..='\u{11FF}' => true,
        c => is_combining_mark(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ordinary_combining_marks_are_accepted() {
        for text in [
            "Tiếng Việt e\u{302}\u{301}\u{323}",
            "นี่คือน้ำที่ผู้ใหญ่ให้",
            "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם",
            "कार्त्स्न्यं क्ष्म्य र्‍य",
            "ཧྐྵྨླྺྼྻྂ",
            "👩🏽\u{200D}❤\u{FE0F}\u{200D}💋\u{200D}👨🏿 👨\u{200D}👩\u{200D}👧\u{200D}👦",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "مُحَمَّدٌ می\u{200C}خواهم",
            "한국어 \u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}",
            "日本語のか\u{3099}き\u{3099}く\u{3099}け\u{3099}こ\u{3099}か\u{3099}き\u{3099}く\u{3099}",
        ] {
            assert_eq!(piled(&text.repeat(20)), None, "{text}");
        }
    }

    #[test]
    fn too_many_marks_are_reported_with_their_letter() {
        for (before, letter) in [("", "e"), ("a long text before it, ", "e"), ("å日本", "ø")] {
            let pile = format!("{letter}{}", "\u{301}".repeat(MOST_MARKS + 1));
            let text = format!("{before}{pile} and after");
            assert_eq!(piled(&text), Some(before.len()..before.len() + pile.len()), "{text}");
        }
        assert_eq!(piled(&format!("e{}", "\u{301}".repeat(MOST_MARKS))), None);
        // No letter of ASCII is joined with what stands before it.
        let two = format!("{0}\u{200D}a{0}", "\u{301}".repeat(MOST_MARKS - 4));
        assert_eq!((piled(&two), piled_in(&two)), (None, None));
        assert!(piled(&"👩\u{200D}".repeat(40)).is_some());
        assert!(piled(&"\u{200D}".repeat(40)).is_some());
        assert!(piled(&format!("🏴{}", "\u{E0067}".repeat(40))).is_some());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_fast_search_finds_every_pile_of_marks(
            text in "([a-cå日]{0,40}(\u{301}|\u{20DD}|\u{200D}|\u{1D165}){0,20}){0,4}",
        ) {
            prop_assert_eq!(piled(&text).is_some(), piled_in(&text).is_some());
        }
    }
}
