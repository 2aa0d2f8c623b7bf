//! Signs before a number that begin a list or a quotation, so readers do not see them:
//! `- 12 degrees`, `+ 3 percent`, `> 50 passengers`.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::bullets::is_item;
use super::line_slips::line_above;
use super::origin::short;
use super::walk::{Open, Walk};
use crate::base::signed_number::signed_number;
use crate::base::{Code, Diagnostic};

impl Walk<'_> {
    /// Reports the sign of the list that begins with event `at`, if it is the only entry and begins
    /// with a number.
    pub(super) fn sign_of_list(&mut self, at: usize) {
        let Some((Event::Start(Tag::Item), item)) = self.events.get(at + 1) else { return };
        let end = self.end_of(at + 1);
        let is_only = matches!(self.event(end + 1), Some(Event::End(TagEnd::List(_))));
        let inside = self.events.get(at + 2..end).unwrap_or_default();
        let is_line = inside.iter().all(|(event, _)| !begins_block(event));
        let is_nested = self.open.iter().any(|open| matches!(open, Open::Block("</li>\n")));
        if !is_only || !is_line || is_nested {
            return;
        }
        if inside.is_empty() {
            return self.sign_alone(item.start);
        }
        if !self.lost_sign(item.start) && !self.sign_in_sentence(item.start) {
            self.sign_of_remark(item.start);
        }
    }

    /// Reports the number of the list that begins with event `at` in the middle of a sentence, if it
    /// is the only one.
    pub(super) fn number_in_sentence(&mut self, at: usize) {
        let Some((_, item)) = self.events.get(at + 1) else { return };
        let end = self.end_of(at + 1);
        if let Some(Event::End(TagEnd::List(_))) = self.event(end + 1) {
            self.sign_in_sentence(item.start);
        }
    }

    /// Reports a sign alone on its line, which begins an empty list or quotation.
    fn sign_alone(&mut self, start: usize) {
        let sign = self.text[start..].chars().next().unwrap_or_default();
        let what = if sign == '>' { "quotation" } else { "list" };
        let span = self.origin.span(start..start + sign.len_utf8());
        let message = format!("This {sign} begins a {what} with nothing in it");
        self.diagnose(Diagnostic::new(Code::LostSign, span, message).hint(format!(
            "Write --- for a line across the page, or \\{sign} if readers should see the sign; or \
             remove it"
        )));
    }

    /// Reports a dash, or a number with a full stop, that begins a list in the middle of a sentence,
    /// because the line breaks there. Whether it is one.
    fn sign_in_sentence(&mut self, start: usize) -> bool {
        let above = line_above(self.text, start).trim_end();
        let line = self.text[start..].lines().next().unwrap_or_default();
        let sign = line.split_whitespace().next().unwrap_or_default();
        let words = line[sign.len()..].trim_start();
        let goes_on =
            above.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '–'));
        let begins = words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        let is_text = above.starts_with(|c: char| c.is_alphanumeric()) && !is_item(above);
        if !(goes_on && begins && is_text && is_item(line)) {
            return false;
        }
        let escaped = match sign.strip_suffix(['.', ')']) {
            Some(number) => format!("{number}\\{}", &sign[number.len()..]),
            None => format!("\\{sign}"),
        };
        let span = self.origin.span(start..start + sign.len());
        let message = format!("This {sign} begins a list in the middle of a sentence");
        self.diagnose(Diagnostic::new(Code::LostSign, span, message).hint(format!(
            "Write {escaped} in its place; or, if it is a list, put an empty line above it"
        )));
        true
    }

    /// Reports the star of a remark, to which another star refers: `Price*` and `* without tax`.
    fn sign_of_remark(&mut self, start: usize) {
        const NEAR: usize = 4_000;
        if !self.text[start..].starts_with('*') {
            return;
        }
        let plain = &self.writer().plain;
        let near =
            (plain.len().saturating_sub(NEAR)..plain.len()).find(|at| plain.is_char_boundary(*at));
        let plain = &plain[near.unwrap_or(plain.len())..];
        let refers = plain.match_indices('*').any(|(at, _)| {
            let behind = &plain[at + 1..];
            plain[..at].ends_with(char::is_alphanumeric)
                && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '*')
        });
        if !refers {
            return;
        }
        let span = self.origin.span(start..start + 1);
        let message = "This * begins a list, so readers do not see the star of this note";
        self.diagnose(Diagnostic::new(Code::LostSign, span, message).hint(
            "Write \\* in its place; or make a footnote of it: [^1] in the text, and [^1]: here",
        ));
    }

    /// Reports code between two grave accents that were typed as apostrophes: `Ole`s` and `Kim`s`.
    pub(super) fn accents_of_code(&mut self, range: &Range<usize>) {
        let is_letter = |text: Option<char>| text.is_some_and(char::is_alphabetic);
        let (before, behind) = (&self.text[..range.start], &self.text[range.end..]);
        let whole = &self.text[range.clone()];
        let inside =
            whole.strip_prefix('`').and_then(|it| it.strip_suffix('`')).unwrap_or_default();
        let in_word = |before: &str, behind: &str| {
            is_letter(before.chars().next_back()) && is_letter(behind.chars().next())
        };
        if !(in_word(before, inside) && in_word(inside, behind) && inside.contains(' ')) {
            return;
        }
        let span = self.origin.span(range.clone());
        let message =
            "These two accents make code of the words between them, and readers see neither";
        self.diagnose(
            Diagnostic::new(Code::LostSign, span, message)
                .hint("Write an apostrophe (’) in place of each"),
        );
    }

    /// Reports a # at the end of a heading that belongs to its words: `## We use C #`.
    pub(super) fn sign_of_heading(&mut self, range: &Range<usize>) {
        let whole = self.text[range.clone()].trim_end();
        let opening = whole.len() - whole.trim_start_matches('#').len();
        let words = whole.trim_end_matches('#');
        let closing = whole.len() - words.len();
        if opening < 2 || closing != 1 || !words.ends_with(' ') || words.trim_end().len() <= opening
        {
            return;
        }
        let at = range.start + words.len();
        let span = self.origin.span(at..at + 1);
        let message = "Readers do not see the # at the end of this heading";
        self.diagnose(
            Diagnostic::new(Code::LostSign, span, message)
                .hint("Write \\# in its place if it belongs to the words, or remove it"),
        );
    }

    /// Reports the sign of the quotation that begins with event `at`, if it is one line that begins
    /// with a number.
    pub(super) fn sign_of_quotation(&mut self, at: usize) {
        let (_, range) = &self.events[at];
        let end = self.end_of(at);
        let inside = self.events.get(at + 1..end).unwrap_or_default();
        let blocks = inside.iter().filter(|(event, _)| begins_block(event)).count();
        let whole = &self.text[range.clone()];
        let signs = whole.lines().skip(1).filter(|line| line.trim_start().starts_with('>'));
        let is_nested = self.open.iter().any(|open| matches!(open, Open::Block("</blockquote>\n")));
        if blocks > 1 || signs.count() > 0 || is_nested {
            return;
        }
        if inside.is_empty() {
            return self.sign_alone(range.start);
        }
        if !self.lost_sign(range.start) {
            self.sign_of_smiley(range.start);
        }
    }

    /// Reports the > of an angry smiley, `>:(`, which begins a quotation.
    fn sign_of_smiley(&mut self, start: usize) {
        let rest = self.text[start..].strip_prefix('>').unwrap_or_default();
        let mouth = rest.strip_prefix([':', ';', '=']).map(|it| it.strip_prefix('-').unwrap_or(it));
        if !mouth.is_some_and(|mouth| mouth.starts_with(['(', ')', '[', ']', '{', '|', '/', '<'])) {
            return;
        }
        let span = self.origin.span(start..start + 1);
        let message = "This > begins a quotation, so readers do not see it before the smiley";
        self.diagnose(
            Diagnostic::new(Code::LostSign, span, message).hint("Write \\> in its place"),
        );
    }

    /// Whether there is one.
    fn lost_sign(&mut self, start: usize) -> bool {
        let line = self.text[start..].lines().next().unwrap_or_default();
        let Some((sign, number)) = signed_number(line) else { return false };
        let (what, words) = match sign {
            '>' => ("a quotation", "more than"),
            '+' => ("a list", "plus"),
            _ => ("a list", "minus"),
        };
        let other = match sign {
            '>' => "if somebody is quoted, put the words between quotation marks",
            _ => "if it is a list with one entry, remove the sign",
        };
        let span = self.origin.span(start..start + 1);
        let message =
            format!("This {sign} before a number begins {what}, so readers do not see the sign");
        let number = short(number);
        self.diagnose(Diagnostic::new(Code::LostSign, span, message).hint(format!(
            "Write \\{sign} {number} or {words} {number}, if it belongs to the number; {other}"
        )));
        true
    }
}

fn begins_block(event: &Event<'_>) -> bool {
    let is_inline = |tag: &Tag<'_>| {
        matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        )
    };
    match event {
        Event::Start(tag) => !is_inline(tag),
        Event::TaskListMarker(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Trust::{Handbook, Submitted};
    use super::super::tests::{html, read};

    #[test]
    fn a_sign_that_readers_do_not_see_is_reported_and_its_remedy_works() {
        let codes = |text: &str| {
            let told = read(text, Submitted).diagnostics.into_iter();
            told.map(|it| it.code.name()).collect::<Vec<_>>()
        };
        for text in [
            "- 12 degrees outside.",
            "It was\n- 12 degrees outside.",
            "+ 3 percent",
            "> 50 passengers waited",
            "> 50 passengers waited\nand so did we",
            "A.\n\n-\n\nB.",
            "A.\n\n>\n\nB.",
            "Så kom Karl\n- den gamle smed - ind.",
            "Vi var nr.\n4, og den\n1. mand var Ole.",
            "Prisen* er 12.\n\n* uden moms",
            "Ole`s bil og Kim`s båd",
            "## Vi bruger C #",
        ] {
            assert_eq!(codes(text), ["lost-sign"], "{text}");
        }
        for text in [
            "- 12 eggs\n- 3 onions",
            "- one\n  - 2 of three",
            "- [ ] 3 things",
            "> 50 waited\n> and so did we",
            "> “50 waited”",
            "> > 50 waited\n> no",
            "\\- 12 degrees",
            "\\+ 3 percent",
            "\\> 50 passengers",
            "-12 degrees",
            "Så kom Karl\n\\- den gamle smed - ind.",
            "Vi var den\n1\\. mand.",
            "Prisen* er 12.\n\n\\* uden moms",
            "Ole’s bil og Kim’s båd",
            "Skriv `git log` og `git`s",
            "## Vi bruger C \\#",
            "## Overskrift ##",
            "Vi havde:\n- én pumpe",
            "Vi havde\n\n- én pumpe",
            "*Fed* tekst.\n\n* en",
            "- \n- a",
        ] {
            assert_eq!(codes(text), [] as [&str; 0], "{text}");
        }
        for trust in [Submitted, Handbook] {
            assert_eq!(html(&read("\\> 50\n\n\\- 12", trust)), "<p>&gt; 50</p>\n<p>- 12</p>\n");
        }
    }
}
