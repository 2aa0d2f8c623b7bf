//! Headings without the space behind their signs: `##Words`, `#Words`, and what is a hashtag.

use super::super::origin::short;
use super::Slip;
use crate::base::Code;
use crate::base::character::is_formatting;

/// `##Words`. One sign may be that of a hashtag.
pub(super) fn heading(line: &str) -> Option<Slip> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let shown = words.trim_start_matches(|c: char| c.is_whitespace() || is_formatting(c));
    let begins = |c: char| c.is_alphanumeric() || !c.is_ascii() || "*_\"'([`".contains(c);
    // `##1` is no heading, `##1. The first` is one.
    let has_words = shown.starts_with(char::is_alphabetic)
        || shown.contains(char::is_alphabetic)
            && (shown.contains(' ') || !shown.starts_with(|c: char| c.is_ascii_digit()));
    if level < 2 || !shown.starts_with(begins) || !has_words {
        return None;
    }
    let signs = "#".repeat(level.min(6));
    let message = match () {
        () if level > 6 => "A heading has six of these signs at most, so this is no heading",
        () if words.starts_with([' ', '\t']) => return None,
        () if shown.len() < words.len() => {
            "Behind these signs is an unusual kind of space, so this is no heading"
        }
        () => "A space is missing behind these signs, so this is no heading",
    };
    Some(Slip {
        code: Code::OtherTool,
        length: level,
        message: message.to_owned(),
        hint: format!("Write {signs} {}", short(shown)),
        once: None,
    })
}

/// `#Words` at the beginning of a paragraph with more text below it. A hashtag stands in a sentence,
/// at the end, or beside others.
pub(super) fn top_heading(text: &str, at: usize, line: &str) -> Option<Slip> {
    let words = line.strip_prefix('#')?;
    let shown = words.trim_start_matches(|c: char| c == '\u{A0}' || is_formatting(c));
    let blanks = [' ', '\t', '\r'];
    let below = text[at + line.len()..].trim_start_matches(blanks).strip_prefix('\n')?;
    let next = below.trim_start_matches(blanks);
    let is_alone = next.starts_with('\n') && !below.trim().is_empty();
    let before = text[..at].trim_end_matches(blanks);
    let begins = before.is_empty() || before.ends_with("\n\n") || before.ends_with("\n\r\n");
    // The next line begins a sentence, and this one is none.
    let is_above = next.starts_with(char::is_uppercase) && shown.contains(' ');
    let is_one = begins && (is_alone || is_above) && begins_heading(shown);
    is_one.then(|| Slip {
        code: Code::OtherTool,
        length: 1,
        message: match shown.len() == words.len() {
            true => "A space is missing behind this sign, so this is no heading",
            false => "Behind this sign is an unusual kind of space, so this is no heading",
        }
        .to_owned(),
        hint: format!("Write ## {}; or, if it is a hashtag, \\#{}", short(shown), short(shown)),
        once: None,
    })
}

/// Words with which headings begin in small letters, and hashtags do not.
const OPENING: &[&str] = &[
    "a", "an", "the", "how", "what", "when", "where", "why", "who", "our", "my", "your", "about",
    "before", "after", "en", "et", "den", "det", "de", "hvad", "hvor", "hvordan", "hvornår",
    "hvorfor", "hvem", "vores", "min", "mit", "om", "før", "efter", "når", "hvis", "sådan", "een",
    "het", "hoe", "wat", "wanneer", "waar", "waarom", "wie", "onze", "ons", "mijn", "over", "voor",
    "na", "als", "zo",
];

/// Whether these are the words of a heading: no hashtag (`#MeToo`, `#1`), and no sentence that
/// begins with one.
fn begins_heading(words: &str) -> bool {
    let words = words.trim_start_matches(['*', '_', '"', '“', '„', '«', '»']);
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let is_sentence = words.trim_end().ends_with(['.', '…', ',', ';']);
    if words.contains('#') || is_sentence {
        return false;
    }
    if let Some(number) = first.strip_suffix(['.', ')']) {
        return number.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with(char::is_alphabetic);
    }
    let mut letters = first.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    if rest.is_empty() {
        return is_capital && letters.all(char::is_lowercase) && first.chars().count() > 1;
    }
    // `MeToo`, `Sundbro2026`
    let is_tag = letters.clone().any(char::is_lowercase)
        && letters.any(|c| c.is_uppercase() || c.is_numeric());
    let is_opening = OPENING.contains(&first) && rest.starts_with(char::is_alphabetic);
    is_capital && !is_tag || is_opening
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hashtag_is_no_heading() {
        for words in [
            "Overskrift om låse",
            "Hvad gør jeg nu?",
            "Our first day",
            "What we did",
            "Onze eerste dag",
            "Wat we deden!",
            "1. Start her",
            "2) Begin hier",
            "Låsen",
            "Å bo ved havet",
            "om låsen",
            "how we load",
            "hoe wij varen",
            "**Fed** overskrift",
            "“Citat” fra kajen",
            "DFDS og vi",
            "VIGTIGT: husk vest",
        ] {
            assert!(begins_heading(words), "{words}");
        }
        for words in [
            "1",
            "1 i flåden",
            "1 in the fleet",
            "42 er svaret",
            "metoo ramte os",
            "MeToo",
            "MeToo reached us",
            "hashtag er et ord",
            "NoFilter",
            "Sundbro2026",
            "VoresHavn",
            "GoTeam og #Havnen",
            "10årsjubilæum",
            "TODO",
            "ÉénTeam",
            "Dankjewel!",
            "Fredagsbar blev en succes.",
            "C",
            "issue 12",
            "ff0000",
            "ThrowbackThursday to 2019",
            "trots",
            "include <stdio.h>",
            "",
        ] {
            assert!(!begins_heading(words), "{words}");
        }
    }
}
