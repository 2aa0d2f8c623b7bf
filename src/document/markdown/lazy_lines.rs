//! Words directly below a list, a quotation, a definition or a footnote, which go on in it although
//! they have not its sign.

use super::joined_lines::SHORT;
use super::walk::{Open, Walk};
use crate::base::{Code, Diagnostic};

impl Walk<'_> {
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
        let number = numbered_note(line).filter(|_| block == "footnote");
        if goes_on || number.is_none() && !begins_apart(above, line) {
            return;
        }
        self.told_to = next.start + line.len();
        let span = self.origin.span(next.start..self.told_to);
        let message = format!("This line goes on in the {block} above it, so readers see it there");
        let hint = match number {
            Some(number) => format!(
                "If it is a footnote, begin it with [^{number}]: and a space; otherwise put an empty \
                 line above it"
            ),
            None => {
                format!("Put an empty line above it; or, if it belongs to the {block}, {remedy}")
            }
        };
        self.diagnose(Diagnostic::new(Code::JoinedLines, span, message).hint(hint));
    }
}

/// The number with which a line begins as a footnote does that lacks its sign: `[3]: Se loggen`,
/// `[3] Se loggen`.
fn numbered_note(line: &str) -> Option<&str> {
    let (number, words) = line.strip_prefix('[')?.split_once(']')?;
    let words = words.strip_prefix(':').unwrap_or(words);
    let number = number.strip_prefix('^').unwrap_or(number);
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    (is_number && words.starts_with(' ') && !words.trim().is_empty()).then_some(number)
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

#[cfg(test)]
mod tests {
    use super::super::Trust::Submitted;
    use super::super::tests::{FRONT, read};

    fn told(text: &str) -> Vec<(&'static str, Option<String>)> {
        let body = read(text, Submitted);
        let whole = format!("{FRONT}{text}");
        let at = |range: std::ops::Range<usize>| whole[range].to_owned();
        body.diagnostics.into_iter().map(|it| (it.code.name(), it.span.range.map(at))).collect()
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
            ("Se[^2].\n\n[^2]: Siger hun.\n[3]: Se loggen", "[3]: Se loggen"),
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
