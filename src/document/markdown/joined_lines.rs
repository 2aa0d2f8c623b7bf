//! Lines that Markdown joins and that were to stay apart: those of a poem, an address or a chat.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::bullets::{begins_with_bullet, begins_with_sign, is_item};
use super::typed_tables::is_of_semicolons;
use super::walk::Walk;
use crate::base::chat::{begins_message, has_time, is_sender};
use crate::base::{Code, Diagnostic, Severity};
use crate::document::earlier_email;

/// A line of a paragraph.
struct Line {
    range: Range<usize>,
    /// What readers see of it.
    shown: String,
    /// Whether its author keeps it apart from the next one.
    is_ended: bool,
    /// Whether something else than words stands in it.
    has_other: bool,
}

impl Walk<'_> {
    /// Reports lines in the paragraph that begins with event `at` that were hardly meant to run
    /// together.
    pub(super) fn joined_lines(&mut self, at: usize) {
        let lines = self.lines(at);
        if lines.len() < 2 {
            return;
        }
        let Some(first) = first_joined(&lines) else { return };
        let place = lines[first].range.clone();
        // Fields in a text that has none are told as that.
        let are_fields = self.rules.body.start == 0 && lines[first].shown.contains(':');
        // Of an earlier email, that is told: it goes.
        let is_email = earlier_email::begins(&self.text[place.start..]);
        if place.start < self.told_to || are_fields || is_email {
            return;
        }
        let message = "Readers see these lines as one paragraph, one behind the other";
        let span = self.origin.span(place);
        self.diagnose(
            Diagnostic::new(Code::JoinedLines, span, message).with_severity(Severity::Advice).hint(
                "If they are to stay apart, write \\ at the end of each line but the last; if they \
                 are a list, begin each with a hyphen and a space",
            ),
        );
    }

    fn lines(&self, at: usize) -> Vec<Line> {
        let new = |start: usize| Line {
            range: start..start,
            shown: String::new(),
            is_ended: false,
            has_other: false,
        };
        let (mut lines, mut line): (Vec<Line>, Option<Line>) = (vec![], None);
        for (event, range) in &self.events[at + 1..self.end_of(at)] {
            if let Event::SoftBreak | Event::HardBreak = event {
                let ended = matches!(event, Event::HardBreak);
                lines.extend(line.take().map(|line| Line { is_ended: ended, ..line }));
                continue;
            }
            let line = line.get_or_insert_with(|| new(range.start));
            line.range.end = line.range.end.max(range.end);
            match event {
                Event::Text(words) | Event::Code(words) => line.shown.push_str(words),
                Event::Start(Tag::Image { .. } | Tag::Link { .. }) => line.has_other = true,
                Event::Start(_) | Event::End(_) => {}
                _ => line.has_other = true,
            }
        }
        lines.extend(line);
        lines
    }
}

/// The longest line that may have been ended by hand: a program would have put the first word of the
/// next one behind it.
pub(super) const SHORT: usize = 60;

/// Lines of a poem are no longer than this, and those of a text in a narrow column than `NARROW`.
const LONGEST_VERSE: usize = 45;
const NARROW: usize = 24;

/// The first of three lines that were ended by hand, or of two messages of a chat or a talk.
fn first_joined(lines: &[Line]) -> Option<usize> {
    let apart: Vec<bool> = lines.windows(2).map(|pair| is_apart(&pair[0], &pair[1])).collect();
    let row = apart.windows(2).position(|both| both == [true, true]);
    let spoken = lines.windows(2).position(|pair| {
        let both = |is: fn(&str) -> bool| pair.iter().all(|line| is(&line.shown));
        let are_apart = both(begins_message)
            || both(is_spoken)
            || both(has_label)
            || both(is_section)
            || both(|line| has_time(line).is_some());
        !pair[0].is_ended && are_apart && !pair[0].has_other
    });
    let sender =
        lines[..lines.len() - 1].iter().position(|it| !it.is_ended && is_sender(&it.shown));
    let numbered = lines.windows(2).position(|pair| {
        let is_plain = |line: &Line| {
            !line.has_other && !is_item(&line.shown) && !begins_with_bullet(&line.shown)
        };
        let are_plain = pair.iter().all(is_plain);
        let both = |is: fn(&str) -> bool| pair.iter().all(|line| is(&line.shown));
        let is_told = both(is_quoted) || both(begins_with_number);
        !pair[0].is_ended && are_plain && is_told && has_room(&pair[0].shown, &pair[1].shown)
    });
    let found = spoken.into_iter().chain(row).chain(sender).chain(numbered).chain(verse(lines));
    found.min()
}

/// Whether a program would have put the first word of a line behind the one above it.
fn has_room(above: &str, line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    above.trim().chars().count() + 1 + word.chars().count() <= SHORT
}

/// Whether a line is what somebody says, in quotation marks: `“Hvor er du?”`.
fn is_quoted(line: &str) -> bool {
    let line = line.trim();
    line.chars().count() > 1
        && line.starts_with(['“', '"', '»', '„', '‘', '«', '”'])
        && line.ends_with(['”', '"', '«', '“', '’', '»', '.', '!', '?', '…'])
}

/// Whether a line begins with a time or a number: `Kl. 06.00 op`, `-12 grader`.
fn begins_with_number(line: &str) -> bool {
    let line = line.trim();
    let before = ["kl. ", "kl ", "Kl. ", "Kl ", "Klokken "];
    let line = before.iter().find_map(|it| line.strip_prefix(it)).unwrap_or(line);
    line.trim_start_matches(['-', '+', '−', '–']).starts_with(|c: char| c.is_ascii_digit())
}

/// The first line of a poem whose lines end with marks: three lines, one of them with a comma, or
/// four sentences. A program would not end each line so.
fn verse(lines: &[Line]) -> Option<usize> {
    let is_one = |line: &Line| {
        let shown = line.shown.trim();
        shown.starts_with(|c: char| c.is_alphabetic() || "“\"»„‘".contains(c))
            && shown.chars().count() <= LONGEST_VERSE
            && !line.has_other
            && !shown.contains(['\t', '|'])
            && !begins_with_bullet(shown)
    };
    let ends = |line: &Line, marks: &[char]| line.shown.trim_end().ends_with(marks);
    let (_, above) = lines.split_last()?;
    let are_ended =
        |line: &Line| !line.is_ended && ends(line, &[',', ';', '.', '!', '?', '…', ':']);
    let is_verse = lines.len() > 2
        && (lines.len() > 3 || above.iter().any(|line| ends(line, &[',', ';'])))
        && lines.iter().all(is_one)
        && above.iter().all(are_ended);
    is_verse.then_some(0)
}

/// Whether a line is what somebody says in a talk: `– Hej, sagde hun`.
fn is_spoken(line: &str) -> bool {
    let words = line.trim_start().strip_prefix(['–', '—', '―']).unwrap_or_default();
    words.starts_with([' ', '\u{A0}']) && words.trim_start().starts_with(char::is_uppercase)
}

/// Whether a line begins with who says it, or with what it is about: `Anna: Hej`.
fn has_label(line: &str) -> bool {
    const LONGEST: usize = 24;
    let Some((label, words)) = line.trim().split_once(": ") else { return false };
    let is_name = |c: char| c.is_alphabetic() || " .-’'".contains(c);
    label.chars().count() <= LONGEST
        && label.starts_with(char::is_uppercase)
        && label.chars().all(is_name)
        && label.split_whitespace().count() <= 2
        && !words.trim().is_empty()
}

/// Whether a line begins with the number of a section: `1.1 Formål`.
fn is_section(line: &str) -> bool {
    let (number, words) = line.trim().split_once(' ').unwrap_or_default();
    let parts: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let is_number = |part: &&str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.len() > 1 && parts.iter().all(is_number) && words.starts_with(char::is_uppercase)
}

fn is_apart(line: &Line, next: &Line) -> bool {
    let [first, second] = [line, next].map(|line| line.shown.trim());
    let is_plain = |line: &Line| {
        let words = line.shown.trim_start_matches(['“', '"', '»', '„', '(', '‘', ' ']);
        words.starts_with(char::is_alphanumeric)
            && !line.has_other
            && !line.shown.contains(['\t', '|'])
            && !is_of_semicolons(&line.shown)
            && !is_item(&line.shown)
            && !begins_with_bullet(&line.shown)
            && !begins_with_sign(&line.shown)
    };
    let longest = first.chars().count().max(second.chars().count());
    let begins = second.trim_start_matches(['“', '"', '»', '„', '(', '‘']);
    let is_verse = begins.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let is_ended = first.ends_with(['.', '!', '?', '…', '”', '"']);
    let is_cut = first.ends_with([',', ';', ':', '-', '–', '&']);
    let is_one = match is_verse {
        true => longest <= LONGEST_VERSE && !is_ended,
        false => longest <= NARROW && !is_ended && !is_cut,
    };
    is_plain(line) && is_plain(next) && !line.is_ended && is_one
}

#[cfg(test)]
mod tests {
    use super::super::Trust::{Handbook, Submitted};
    use super::super::tests::{FRONT, html, read};

    fn told(text: &str) -> Vec<(&'static str, Option<String>)> {
        let body = read(text, Submitted);
        let whole = format!("{FRONT}{text}");
        let at = |range: std::ops::Range<usize>| whole[range].to_owned();
        body.diagnostics.into_iter().map(|it| (it.code.name(), it.span.range.map(at))).collect()
    }

    #[test]
    fn lines_of_poems_addresses_and_chats_are_reported() {
        for text in [
            "Roses are red\nviolets are blue\nthe pump is loud\nand so are you",
            "Roses are red,\nViolets are blue,\nSugar is sweet",
            "Sundbro Rederi\nHavnegade 1\n6700 Esbjerg",
            "Hvornår: mandag\nHvor: kaj 4\nHvem: alle",
            "Mange hilsner\n*Jonas Holm*\nVærkstedet",
            "[21.11.2026, 07.12.33] Anna: Er du der?\n[21.11.2026, 07.12.50] Jonas: ja.",
            "21/11/2026, 07:12 - Anna: Hej.\n21/11/2026, 07:13 - Jonas: Hej.",
            "– Hvad så?\n– Ikke noget.",
            "Anna: Hvordan gik det den allerførste nat derude på havet?\nJonas: Godt.",
            "1.1 Formål\n1.2 Omfang.",
            "[10:14] Anne Bech\nSå du lygten?\n[10:15] Mads Holm\nJa",
            "Mads Holm 10:15\nJa, det gjorde jeg, og den brændte i hvert fald en time mere.",
            "[10.14] Ole: nej.\n[10.15] Pia: jo.",
            "“Hvor er du?”\n“Her.”\n“Kom så!”",
            "\"Hvor er du?\"\n\"Her.\"",
            "Jeg stod i regnen,\nog så på himlen,\nden var grå.",
            "Der er en gård,\nhvor lampen går ud.\nDer er en vej,\nog den fører til havet.",
            "Natten er stille.\nLampen går ud.\nIngen er vågen.\nJeg går hjem.",
            "Kl. 06.00 op.\nKl. 06.15 kaffe.\nKl. 07.00 kørte vi.",
            "-12 grader\n-3 grader",
        ] {
            let first = text.lines().next().map(|it| it.trim_matches('*').to_owned());
            assert_eq!(told(text), [("joined-lines", first)], "{text}");
            let kept = read(&text.replace('\n', "\\\n"), Handbook);
            assert_eq!(kept.diagnostics, [], "{text}");
            assert!(html(&kept).contains("<br>"), "{text}");
        }
        for text in [
            "Mvh\nJonas",
            "I came.\nI saw.\nI won.",
            "It was ten to eight and the end of my watch, and\nbehind the funnel it\nbecame light.",
            "a\\\nb\\\nc",
            "One  \nTwo  \nThree",
            "We load at night, and then\nwe sleep all day, and the\nship goes on without us",
            "Kl. 7 gik hun op på dækket for at se efter den lygte, som vi tændte\nkl. 6 om morgenen.",
            "Vi var længe om at finde ud af det, men til sidst fandt vi også dem, og\n12 mand kom op, og så sejlede vi hjem igen med dem alle sammen om bord på\n3 skibe.",
            "“Det er den eneste lygte, vi har,” sagde hun, og så gik hun hen og sagde\n“Kom så!”",
            "![a](a.png)\n![b](b.png)\n![c](c.png)",
        ] {
            assert!(told(text).iter().all(|it| it.0 != "joined-lines"), "{text}");
        }
    }
}
