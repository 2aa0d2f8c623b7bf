//! Letters of UTF-8 that were read in another encoding and saved again, `SÃ¸ren`, `S√∏ren`, or that
//! were lost, `S\u{FFFD}ren`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::character::REPLACEMENT;
use crate::base::{Code, Diagnostic, Source};

/// How many different letters a hint names.
const NAMED: usize = 4;

/// One warning for all broken letters of a part of a file, and one for all that are lost, each at the
/// first of them.
pub(crate) fn check(source: &Source, part: Range<usize>) -> Vec<Diagnostic> {
    let broken = broken_ones(source, &part).into_iter();
    broken.chain(lost_ones(source, &part)).collect()
}

fn broken_ones(source: &Source, part: &Range<usize>) -> Option<Diagnostic> {
    let text = source.text.get(part.clone())?;
    let mut first = None;
    let mut meant = BTreeMap::new();
    let mut done = 0;
    for (at, _) in text.match_indices(['Ã', 'Â', 'â', '√', '‚', '├']) {
        if at < done {
            continue;
        }
        let Some((length, letter)) = twice_broken(&text[at..]) else { continue };
        done = at + length;
        // What no text may contain is told already.
        if text[at..at + length].chars().any(char::is_control) {
            continue;
        }
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

/// Letters in place of which a program wrote `\u{FFFD}`.
fn lost_ones(source: &Source, part: &Range<usize>) -> Option<Diagnostic> {
    let text = source.text.get(part.clone())?;
    // Who writes about the sign itself, puts it between quotes.
    let is_quoted = |at: usize| {
        let (before, behind) = (&text[..at], &text[at + REPLACEMENT.len_utf8()..]);
        let quotes = ['`', '"', '\'', '“', '”', '‘', '’', '«', '»', '(', ')'];
        before.ends_with(quotes) && behind.starts_with(quotes)
    };
    let mut lost = text.match_indices(REPLACEMENT).map(|it| it.0).filter(|at| !is_quoted(*at));
    let first = part.start + lost.next()?;
    let count = lost.count() + 1;
    let message = match count {
        1 => "A letter of this text is lost: a program wrote \u{FFFD} in its place".to_owned(),
        _ => format!(
            "{count} letters of this text are lost: a program wrote \u{FFFD} in their place"
        ),
    };
    let span = source.span(first..first + REPLACEMENT.len_utf8());
    Some(Diagnostic::new(Code::BrokenLetters, span, message).hint(
        "Write the letters that are meant; or open the text from before and save it again as UTF-8",
    ))
}

/// The same as `broken`, also where a broken letter was broken once more: `ÃƒÂ¸`.
fn twice_broken(text: &str) -> Option<(usize, char)> {
    let (first, lead) = broken(text)?;
    if !matches!(lead, 'Ã' | 'Â' | 'â') {
        return Some((first, lead));
    }
    // Where each of the letters within it ends, and what they are.
    let mut within = vec![(first, String::from(lead))];
    while within.len() < 3 {
        let (end, before) = &within[within.len() - 1];
        let Some((more, letter)) = broken(&text[*end..]) else { break };
        within.push((end + more, format!("{before}{letter}")));
    }
    for (end, letters) in within.iter().skip(1).rev() {
        let next: String = text[*end..].chars().take(1).collect();
        if let Some((length, letter)) = broken(&format!("{letters}{next}"))
            && length == letters.len()
        {
            return Some((*end, letter));
        }
    }
    Some((first, lead))
}

/// The length of the broken letter with which a text begins, and the letter that was meant.
fn broken(text: &str) -> Option<(usize, char)> {
    let mut signs = text.char_indices();
    let (_, lead) = signs.next()?;
    let (second_at, second) = signs.next()?;
    let behind = second_at + second.len_utf8();
    // Of an old Mac, and of a terminal of Windows.
    if let Some(table) = [('√', MAC), ('├', DOS)].iter().find(|it| it.0 == lead).map(|it| it.1)
    {
        let letter = letter(&[0xC3, byte_of(table, second)?])?;
        return Some((behind, letter)).filter(|_| letter.is_alphabetic());
    }
    if lead == '‚' {
        let third = text[behind..].chars().next().filter(|_| second == 'Ä')?;
        let letter = letter(&[0xE2, 0x80, byte_of(MAC, third)?])?;
        return Some((behind + third.len_utf8(), letter));
    }
    let second_byte = byte(second)?;
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

/// What the bytes 0x80 to 0xBF are in Mac OS Roman, and in code page 850.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø";
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐";

fn byte_of(table: &str, c: char) -> Option<u8> {
    table.chars().zip(0x80_u8..).find(|(sign, _)| *sign == c).map(|(_, byte)| byte)
}

/// The byte of Windows-1252 for a character, or of Latin-1, if it can be inside a letter of UTF-8.
fn byte(c: char) -> Option<u8> {
    const FROM_80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    let found = byte_of(FROM_80, c);
    found.or_else(|| u8::try_from(u32::from(c)).ok().filter(|byte| (0x80..0xC0).contains(byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

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
            ("Ã\u{98}rsted", 'Ø'),
            ("â\u{80}\u{99}t", '’'),
            ("√∏ren", 'ø'),
            ("√• vej", 'å'),
            ("√ò", 'Ø'),
            ("‚Äôt", '’'),
            ("‚Äú", '“'),
            ("├©ren", 'ø'),
            ("ÃƒÂ¸ren", 'ø'),
            ("Ãƒâ€¦se", 'Å'),
            ("Ã¢â‚¬â„¢t", '’'),
        ] {
            assert_eq!(twice_broken(text).map(|(_, letter)| letter), Some(meant), "{text}");
        }
        for text in [
            "√2",
            "√(a)",
            "├─",
            "│",
            "‚a’",
            "‚Ä",
            "√",
            "Ãngel",
            "ÃO",
            "Ã” sagde",
            "Ã…",
            "â",
            "âge",
            "â 20 €",
            "Â »",
            "Âge",
            "Ã",
        ] {
            assert_eq!(broken(text), None, "{text}");
        }
    }

    #[test]
    fn letters_that_are_lost_are_counted() {
        let check = |text: &str| {
            let source = Source::new(SourcePath::new("content/a.md").expect("inside"), text);
            let told = check(&source, 0..text.len());
            told.into_iter().map(|it| it.message.to_string()).collect::<Vec<_>>()
        };
        assert!(check("S\u{FFFD}ren")[0].starts_with("A letter"));
        assert!(check("S\u{FFFD}ren p\u{FFFD} \u{FFFD}r\u{FFFD}")[0].starts_with("4 letters"));
        assert_eq!(check("SÃ¸ren og S\u{FFFD}ren").len(), 2);
        for text in ["Søren", "The sign `\u{FFFD}` stands there", "“\u{FFFD}”"] {
            assert!(check(text).is_empty(), "{text}");
        }
    }
}
