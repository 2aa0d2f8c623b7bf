//! The line above an earlier email, as mail programs write it in Danish, Dutch, English and German:
//! `-----Oprindelig meddelelse-----`, `On …, Anna <a@x.example> wrote:`, `Fra: … Sendt: … Til: …`.

use std::borrow::Cow;

/// What stands between hyphens above an email that was answered or forwarded, in small letters.
const BETWEEN_HYPHENS: &[&str] = &[
    "original message",
    "original appointment",
    "forwarded message",
    "oprindelig meddelelse",
    "oprindelig besked",
    "videresendt meddelelse",
    "videresendt besked",
    "oorspronkelijk bericht",
    "doorgestuurd bericht",
    "ursprüngliche nachricht",
    "originalnachricht",
    "weitergeleitete nachricht",
];

/// What telephones and Macs write above an email that was forwarded.
const FORWARDED: &[&str] = &[
    "begin forwarded message:",
    "start på videresendt besked:",
    "begin doorgestuurd bericht:",
    "anfang der weitergeleiteten nachricht:",
];

/// With what the line begins that says who wrote when, and what it says of them.
const WROTE: &[(&str, &[&str])] = &[
    ("on ", &["wrote"]),
    ("den ", &["skrev"]),
    ("op ", &["schreef", "geschreven"]),
    ("am ", &["schrieb", "geschrieben"]),
];

/// The first lines of an email, as Outlook writes them above it: who, when, to whom and about what.
const WHO: &[&str] = &["from", "fra", "van", "von"];
const WHEN: &[&str] = &["sent", "date", "sendt", "dato", "verzonden", "datum", "gesendet"];
const TO_OR_ABOUT: &[&str] = &["to", "til", "aan", "an", "subject", "emne", "onderwerp", "betreff"];

/// Bytes of a line that are looked at: names of many people make it no longer.
const LONGEST: usize = 400;

/// Whether an earlier email begins with the first line of `text`.
pub(crate) fn begins(text: &str) -> bool {
    let mut lines = text.lines();
    let first = lines.next().map(plain).unwrap_or_default();
    if !may_begin(&first) {
        return false;
    }
    if is_between_hyphens(&first) || FORWARDED.contains(&&*first) || says_who_wrote(&first) {
        return true;
    }
    // Programs break long lines.
    let next = text.lines().nth(1).map(plain).unwrap_or_default();
    if !first.ends_with(':') && says_who_wrote(&format!("{first} {next}")) {
        return true;
    }
    if !is_field(&first, WHO) {
        return false;
    }
    let below: Vec<_> = lines.map(plain).filter(|line| !line.is_empty()).take(4).collect();
    // A telephone may have put all of it into one line.
    let has = |names: &[&str]| {
        below.iter().any(|line| is_field(line, names)) || has_field_within(&first, names)
    };
    has(WHEN) && has(TO_OR_ABOUT)
}

/// The first line with which an earlier email begins.
pub(crate) fn first(text: &str) -> Option<&str> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if begins(&text[at..]) {
            return Some(line.trim());
        }
        at += line.len();
    }
    None
}

/// Most lines begin otherwise, so that little is compared.
fn may_begin(line: &str) -> bool {
    line.len() <= LONGEST
        && (line.starts_with('-')
            || FORWARDED.contains(&line)
            || WROTE.iter().any(|(begin, _)| line.starts_with(begin))
            || is_field(line, WHO))
}

/// A line in small letters without the signs of quotations, of bold words, and of Markdown that shows
/// what was typed.
fn plain(line: &str) -> String {
    let near = &line[..(0..=line.len().min(2 * LONGEST))
        .rev()
        .find(|at| line.is_char_boundary(*at))
        .unwrap_or(0)];
    let line: Cow<'_, str> = match near.contains(['\\', '*', '\u{a0}']) {
        true => near.replace(['\\', '*'], "").replace('\u{a0}', " ").into(),
        false => near.into(),
    };
    line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '_')).to_lowercase()
}

fn is_between_hyphens(line: &str) -> bool {
    let words = line.trim_matches(['-', ' ']);
    let hyphens = line.bytes().take_while(|byte| *byte == b'-').count();
    hyphens >= 3 && line.ends_with('-') && BETWEEN_HYPHENS.contains(&words)
}

/// `Den ons. 12. nov. 2026 kl. 10.14 skrev Bodil <bodil@x.example>:`. A story may say who wrote what,
/// so an address must be in it, or a year and an hour.
fn says_who_wrote(line: &str) -> bool {
    let Some((_, verbs)) = WROTE.iter().find(|(begin, _)| line.starts_with(begin)) else {
        return false;
    };
    let said = line.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>();
    let has_number =
        said.iter().any(|word| word.bytes().next().is_some_and(|it| it.is_ascii_digit()));
    let is_year = |word: &&str| word.len() == 4 && word.starts_with("20");
    let has_year = said.iter().any(is_year);
    line.ends_with(':')
        && has_number
        && said.iter().any(|word| verbs.contains(word))
        && (line.contains('@') || has_year && has_hour(line))
}

/// `10:14`, `10.14`.
fn has_hour(line: &str) -> bool {
    line.as_bytes().windows(4).any(|it| {
        let [before, sign, ten, one] = *it else { return false };
        matches!(sign, b':' | b'.') && [before, ten, one].iter().all(u8::is_ascii_digit)
    })
}

fn is_field(line: &str, names: &[&str]) -> bool {
    line.split_once(':')
        .is_some_and(|(name, value)| names.contains(&name.trim()) && !value.trim().is_empty())
}

/// `Fra: Bodil Sendt: i går Til: Anne`
fn has_field_within(line: &str, names: &[&str]) -> bool {
    let mut words = line.split([' ', '/']).filter_map(|word| word.strip_suffix(':'));
    words.any(|word| names.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_above_an_earlier_email_is_known_in_each_language() {
        for text in [
            "-----Oprindelig meddelelse-----\nFra: Bodil",
            "-----Oorspronkelijk bericht-----",
            "-----Original Message-----",
            "---------- Forwarded message ---------",
            "\\-----Ursprüngliche Nachricht-----\\",
            "Den ons. 12. nov. 2026 kl. 10.14 skrev Bodil <bodil@x.example>:",
            "> Den ons. 12. nov. 2026 kl. 10.14 skrev Bodil Sørensen \\<\n> bodil@x.example>:",
            "Op wo 12 nov 2026 om 10:14 schreef Bodil <bodil@x.example>:",
            "Op 12 nov 2026 om 10:14 heeft Bodil <bodil@x.example> het volgende geschreven:",
            "On Wed, 12 Nov 2026 at 10:14, Bodil <bodil@x.example> wrote:",
            "On Nov 12, 2026, at 10:14 AM, Bodil wrote:",
            "Am 12.11.2026 um 10:14 schrieb Bodil <bodil@x.example>:",
            "Fra: Bodil\\\nSendt: 19. november 2026\\\nTil: Anne\\\nEmne: Historie",
            "**Van:** Bodil\n**Verzonden:** 19 november 2026\n**Aan:** Anne\n**Onderwerp:** Verhaal",
            "From: Bodil\nSent: Wednesday\nTo: Anne\nSubject: Story",
            "Von: Bodil\n\nGesendet: Mittwoch\n\nAn: Anne\n\nBetreff: Geschichte",
            "Begin forwarded message:",
            "Fra: Bodil Sendt: i går Til: Anne Emne: Historie",
            "Van: Bodil / Verzonden: gisteren / Aan: Anne / Onderwerp: Verhaal",
        ] {
            assert!(begins(text), "{text}");
            assert!(first(&format!("Hej\n\n{text}\n")).is_some(), "{text}");
        }
    }

    #[test]
    fn a_story_may_say_who_wrote_what() {
        for text in [
            "Den 3. maj skrev hun:",
            "Den 3. maj 2026 skrev hun til os:",
            "On the third day she wrote:",
            "Op 3 mei schreef hij:",
            "Op 3 mei 2026 schreef hij:",
            "Am 3. Mai schrieb sie:",
            "Den ons. 12. nov. 2026 kl. 10.14 skrev hun det ned",
            "Fra: Kolding\nTil: Esbjerg\nTid: to timer",
            "Fra: Bodil\nHej",
            "Fra: Kolding Til: Esbjerg Tid: to timer",
            "From: the harbour\nTo: the lake",
            "--- Original ---",
            "----",
            "-----Message-----",
            "",
        ] {
            assert!(!begins(text), "{text}");
        }
    }
}
