//! Lines that Markdown joins and that were to stay apart: those of a poem, an address or a chat, and
//! words directly below a list, a quotation, a definition or a footnote, which go on in it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::bullets::{begins_with_bullet, begins_with_sign, is_item};
use super::walk::{Open, Walk};
use crate::base::chat::begins_message;
use crate::base::{Code, Diagnostic, Severity};

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
        if place.start < self.told_to || are_fields {
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

    /// Reports a line that goes on in the block above it although it has not the sign of it, where
    /// it looks like the beginning of something else. `at` is the event of the end of the line above.
    pub(super) fn lazy_line(&mut self, at: usize) {
        let Some((block, sign, remedy)) = self.open.iter().rev().find_map(continued) else {
            return;
        };
        let Some((_, next)) = self.events.get(at + 1) else { return };
        let (_, end) = &self.events[at];
        let start = self.text[..next.start].rfind('\n').map_or(0, |newline| newline + 1);
        // What another tool writes is told as that.
        if next.start < self.told_to || start < end.start {
            return;
        }
        let before = self.text.get(start..next.start).unwrap_or_default();
        // The space behind > belongs to it.
        let inside = before.rsplit('>').next().unwrap_or_default();
        let inside =
            if inside.len() < before.len() { &inside[1.min(inside.len())..] } else { inside };
        let goes_on = match sign {
            '>' => before.contains('>'),
            _ => inside.contains([' ', '\t']),
        };
        let line = self.text[next.start..].lines().next().unwrap_or_default();
        let above = self.text[..end.start].lines().next_back().unwrap_or_default();
        if goes_on || !begins_apart(above, line) {
            return;
        }
        self.told_to = next.start + line.len();
        let span = self.origin.span(next.start..self.told_to);
        let message = format!("This line goes on in the {block} above it, so readers see it there");
        self.diagnose(Diagnostic::new(Code::JoinedLines, span, message).hint(format!(
            "Put an empty line above it; or, if it belongs to the {block}, {remedy}"
        )));
    }
}

/// The block in which a line goes on, what such a line has before its words, and how it is written.
fn continued(open: &Open) -> Option<(&'static str, char, &'static str)> {
    const SPACES: &str = "begin it with two spaces";
    match open {
        Open::Block("</li>\n") => Some(("list", ' ', SPACES)),
        Open::Block("</dd>\n") => Some(("definition", ' ', SPACES)),
        Open::Block("</blockquote>\n") => Some(("quotation", '>', "begin it with > and a space")),
        Open::Alert { .. } => Some(("block", '>', "begin it with > and a space")),
        Open::Footnote { .. } => Some(("footnote", ' ', "begin it with four spaces")),
        _ => None,
    }
}

/// The longest line that may have been ended by hand: a program would have put the first word of the
/// next one behind it.
const SHORT: usize = 60;

/// Whether a line begins a sentence, and the one above is none that goes on in it.
fn begins_apart(above: &str, line: &str) -> bool {
    let above = above.trim_end();
    let word = line.split_whitespace().next().unwrap_or_default();
    let is_ended = above.ends_with(['.', '!', '?', '…', ':', '”', '"', '»']);
    let has_room = above.chars().count() + 1 + word.chars().count() <= SHORT;
    let begins = line.trim_start_matches(['*', '_', '“', '"', '»', '„', '”', '–', '—', ' ']);
    let last = above.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let goes_on =
        above.ends_with([',', ';', '-', '–', '&', '/', '(']) || BEFORE_NAMES.contains(&&*last);
    begins.starts_with(char::is_uppercase) && (is_ended || has_room && !goes_on)
}

/// Words that end no sentence, in English, Danish and Dutch: a name may follow in the next line.
const BEFORE_NAMES: &[&str] = &[
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "af",
    "den", "det", "eller", "en", "et", "fra", "hos", "i", "med", "og", "om", "på", "til", "ved",
    "bij", "de", "door", "een", "het", "met", "naar", "op", "uit", "van", "voor",
];

/// Lines of a poem are no longer than this, and those of a text in a narrow column than `NARROW`.
const LONGEST_VERSE: usize = 45;
const NARROW: usize = 24;

/// The first of three lines that were ended by hand, or of two messages of a chat or a talk.
fn first_joined(lines: &[Line]) -> Option<usize> {
    let apart: Vec<bool> = lines.windows(2).map(|pair| is_apart(&pair[0], &pair[1])).collect();
    let row = apart.windows(2).position(|both| both == [true, true]);
    let spoken = lines.windows(2).position(|pair| {
        let both = |is: fn(&str) -> bool| pair.iter().all(|line| is(&line.shown));
        let are_apart =
            both(begins_message) || both(is_spoken) || both(has_label) || both(is_section);
        !pair[0].is_ended && are_apart && !pair[0].has_other
    });
    spoken.into_iter().chain(row).min()
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
            "Navn;Timer\nOle;3\nKim;4",
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
            "![a](a.png)\n![b](b.png)\n![c](c.png)",
        ] {
            assert!(told(text).iter().all(|it| it.0 != "joined-lines"), "{text}");
        }
    }

    #[test]
    fn a_line_that_goes_on_in_the_block_above_is_reported() {
        for (text, line) in [
            ("- one\n- two\nThen we went.", "Then we went."),
            ("1. one\n2. two.\nThen we went.", "Then we went."),
            ("> Sådan sagde hun.\nSå gik hun.", "Så gik hun."),
            ("Navn\n: Ole\nVi gik hjem", "Vi gik hjem"),
            ("Se[^1].\n\n[^1]: Pumpen.\nVi gik hjem.", "Vi gik hjem."),
            ("> - one\n> Then we went.", "Then we went."),
        ] {
            assert_eq!(told(text), [("joined-lines", Some(line.to_owned()))], "{text}");
        }
        for text in [
            "- one\n- two\n\nThen we went.",
            "- one\n  Then we went.",
            "- one\nand more",
            "- one, and\nAnna Bech",
            "- a long entry that somebody wrapped at the edge of the window, with\nAnna Bech in it",
            "> a\n> B",
            "Navn\n: Ole\n  Vi gik hjem",
            "Navn\n: Ole\nAlder\n: 40",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
