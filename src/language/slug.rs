//! A title as a part of an address. These rules must not change, because a changed one breaks
//! links.

use deunicode::deunicode_char;
use unicode_normalization::UnicodeNormalization;

use super::Language;

/// Lower-case ASCII letters, digits and single hyphens, at most 60, cut at a word's end; `None`
/// if nothing of the title can be written so.
pub(crate) fn slug(text: &str, language: &Language) -> Option<String> {
    let mut slug = String::new();
    for c in text.nfc().flat_map(char::to_lowercase) {
        match own_letters(c, language) {
            Some(letters) => slug.push_str(letters),
            None if matches!(c, '\'' | '’' | '\u{ad}') => {}
            None => push_plain(&mut slug, c),
        }
    }
    let slug = cut(slug.trim_end_matches('-'));
    (!slug.is_empty()).then(|| slug.to_owned())
}

const LONGEST: usize = 60;

/// Letters as the Nordic languages and German write them in ASCII. In Dutch and the Romance
/// languages two dots only separate vowels (`coördinatie`), so there they are left out.
fn own_letters(c: char, language: &Language) -> Option<&'static str> {
    let dots_part_vowels = matches!(language.primary(), "nl" | "fr" | "es" | "pt" | "it" | "ca");
    match c {
        'æ' => Some("ae"),
        'ø' => Some("oe"),
        'å' => Some("aa"),
        'ß' => Some("ss"),
        'ä' if !dots_part_vowels => Some("ae"),
        'ö' if !dots_part_vowels => Some("oe"),
        'ü' if !dots_part_vowels => Some("ue"),
        _ => None,
    }
}

fn push_plain(slug: &mut String, c: char) {
    for plain in deunicode_char(c).unwrap_or(" ").chars() {
        match plain.to_ascii_lowercase() {
            letter @ ('a'..='z' | '0'..='9') => slug.push(letter),
            '\'' => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
}

fn cut(slug: &str) -> &str {
    if slug.len() <= LONGEST {
        return slug;
    }
    match slug[..=LONGEST].rfind('-') {
        Some(end) => &slug[..end],
        None => &slug[..LONGEST],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::language::language;

    #[test]
    fn titles_become_addresses() {
        let cases = [
            ("da", "Pumpen, der ikke ville stoppe", "pumpen-der-ikke-ville-stoppe"),
            ("da", "Ærø på ÅRET", "aeroe-paa-aaret"),
            ("da", "A\u{30a}ben", "aaben"),
            ("sv", "Käre förälder", "kaere-foeraelder"),
            ("de", "Größe über alles", "groesse-ueber-alles"),
            ("nl", "Coördinatie en reünie", "coordinatie-en-reunie"),
            ("nl", "Café in één dag", "cafe-in-een-dag"),
            ("en", "Anna’s  week -- part 2!", "annas-week-part-2"),
            ("en", "北京", "bei-jing"),
            ("en", "../../etc/passwd", "etc-passwd"),
            ("en", "<script>", "script"),
        ];
        for (code, title, expected) in cases {
            assert_eq!(slug(title, &language(code)).as_deref(), Some(expected), "{title}");
        }
        for empty in ["", "!!!", "—", "' '"] {
            assert_eq!(slug(empty, &language("en")), None, "{empty:?}");
        }
    }

    #[test]
    fn long_titles_end_with_a_word() {
        let title = "one two three four five six seven eight nine ten eleven twelve thirteen";
        let expected = "one-two-three-four-five-six-seven-eight-nine-ten-eleven";
        assert_eq!(slug(title, &language("en")).as_deref(), Some(expected));
        let exact = format!("{} b", "a".repeat(60));
        assert_eq!(slug(&exact, &language("en")), Some("a".repeat(60)));
        assert_eq!(slug(&"a".repeat(99), &language("en")), Some("a".repeat(60)));
    }

    proptest! {
        #[test]
        fn any_title_is_safe_and_stays(title in "\\PC{0,90}") {
            let english = language("en");
            if let Some(made) = slug(&title, &english) {
                prop_assert!(made.len() <= LONGEST && !made.is_empty());
                prop_assert!(made.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')));
                prop_assert!(!made.starts_with('-') && !made.ends_with('-'));
                prop_assert!(!made.contains("--"));
                prop_assert_eq!(slug(&made, &english), Some(made));
            }
        }
    }
}
