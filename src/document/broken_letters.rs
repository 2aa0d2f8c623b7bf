//! Letters of UTF-8 that were read as Windows-1252 and saved again: `SÃ¸ren`, `Donâ€™t`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::{Code, Diagnostic, Source};

/// How many different letters a hint names.
const NAMED: usize = 4;

/// One warning for all broken letters of a part of a file, at the first of them.
pub(super) fn check(source: &Source, part: Range<usize>) -> Option<Diagnostic> {
    let text = source.text.get(part.clone())?;
    let mut first = None;
    let mut meant = BTreeMap::new();
    for (at, _) in text.match_indices(['Ã', 'Â', 'â']) {
        let Some((length, letter)) = broken(&text[at..]) else { continue };
        first = first.or(Some(at..at + length));
        if meant.len() < NAMED {
            meant.entry(&text[at..at + length]).or_insert(letter);
        }
    }
    let place = first?;
    let named: Vec<String> =
        meant.iter().map(|(typed, letter)| format!("{letter} for {typed}")).collect();
    let span = source.span(part.start + place.start..part.start + place.end);
    let message = "The letters of this text are broken: it was saved in the wrong encoding";
    Some(Diagnostic::new(Code::BrokenLetters, span, message).hint(format!(
        "Open the text from before and save it again as UTF-8; or write the letters that are \
         meant: {}",
        named.join(", ")
    )))
}

/// The length of the broken letter with which a text begins, and the letter that was meant.
fn broken(text: &str) -> Option<(usize, char)> {
    let mut signs = text.char_indices();
    let (_, lead) = signs.next()?;
    let (second_at, second) = signs.next()?;
    let second_byte = byte(second)?;
    let behind = second_at + second.len_utf8();
    if lead == 'â' {
        let third = text[behind..].chars().next();
        if let Some((third, last)) = third.and_then(|c| Some((c, byte(c)?))) {
            let letter = letter(&[0xE2, second_byte, last])?;
            return Some((behind + third.len_utf8(), letter));
        }
        // The last byte of this one is no character of Windows-1252.
        return (second == '€').then_some((behind, '”'));
    }
    let is_mark = matches!(second, '‘' | '’' | '“' | '”' | '‚' | '„' | '‹' | '›' | '«' | '»' | '…')
        || matches!(second, '–' | '—' | '•' | '\u{A0}');
    // Behind a capital letter, these may be what they are.
    let goes_on = lead == 'Ã' && text[behind..].starts_with(char::is_lowercase);
    if is_mark && !goes_on {
        return None;
    }
    let lead = if lead == 'Ã' { 0xC3 } else { 0xC2 };
    Some((behind, letter(&[lead, second_byte])?))
}

fn letter(bytes: &[u8]) -> Option<char> {
    std::str::from_utf8(bytes).ok()?.chars().next().filter(|c| !c.is_control())
}

/// The byte of Windows-1252 for a character, if it can be inside a letter of UTF-8.
fn byte(c: char) -> Option<u8> {
    const FROM_80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    let found = FROM_80.chars().zip(0x80_u8..).find(|(sign, _)| *sign == c).map(|(_, byte)| byte);
    found.or_else(|| u8::try_from(u32::from(c)).ok().filter(|byte| (0xA0..0xC0).contains(byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_letters_are_told_from_letters() {
        for (text, meant) in [
            ("Ã¸ren", 'ø'),
            ("Ã¦", 'æ'),
            ("Ã…ben", 'Å'),
            ("Ã©", 'é'),
            ("Ã˜rsted", 'Ø'),
            ("â€™t", '’'),
            ("â€“", '–'),
            ("â€œHej", '“'),
            ("â€ sagde", '”'),
            ("â†’", '→'),
            ("Â°C", '°'),
        ] {
            assert_eq!(broken(text).map(|(_, letter)| letter), Some(meant), "{text}");
        }
        for text in ["Ãngel", "ÃO", "Ã” sagde", "Ã…", "â", "âge", "â 20 €", "Â »", "Âge", "Ã"]
        {
            assert_eq!(broken(text), None, "{text}");
        }
    }
}
