//! Headings: their levels without gaps, and an id for each.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, TagEnd};

use super::attributes::id_of;
use super::line_slips::{block_of_asciidoc, example_of_asciidoc, line_above};
use super::meant::Placed;
use super::origin::short;
use super::slug::slug;
use super::walk::{Open, Walk};
use super::{Heading, MAX_HEADINGS, OtherId, Piece, Trust};
use crate::base::{Code, Diagnostic};

impl Walk<'_> {
    /// Whether the heading is shown as the title of the page.
    pub(super) fn is_title(&self, range: &Range<usize>) -> bool {
        let title = self.rules.title.as_ref();
        title.is_some_and(|title| title.range.start == self.origin.typed(range.start))
    }

    /// Passes over the title, to which links still lead. Returns the next event.
    pub(super) fn title(&mut self, at: usize, range: &Range<usize>) -> usize {
        let words = self.rules.title.as_ref().map_or("", |title| &*title.text);
        let given = id_of(self.text, range).map(|given| given.id.to_owned());
        let github = self.github_ids.give(words);
        let ids = given.into_iter().chain([slug(words), github]);
        self.body.other_ids.extend(ids.map(|id| OtherId { id, heading: None }));
        let is_end = |(event, _): &Placed<'_>| matches!(event, Event::End(TagEnd::Heading(_)));
        self.events[at..].iter().position(is_end).map_or(self.events.len(), |end| at + end + 1)
    }

    /// Whether words stand on the line above this place.
    fn is_below_words(&self, at: usize) -> bool {
        line_above(self.text, at).trim().ends_with(|c: char| c.is_alphanumeric() || c == ',')
    }

    pub(super) fn heading(&mut self, level: HeadingLevel, range: Range<usize>) {
        let level = level as u8;
        let is_block = self.block_of_asciidoc(&range);
        if level == 1 && !is_block && range.start >= self.told_to {
            let message = "This is a second title";
            let hint = match self.text[range.clone()].trim_end().rsplit_once('\n') {
                Some((words, _)) => format!(
                    "Write ## {} in place of both lines; or, if the signs are to be a line across \
                     the page, --- with an empty line above",
                    short(&words.split_whitespace().collect::<Vec<_>>().join(" "))
                ),
                None => match number_of(&self.text[range.clone()]) {
                    Some(number) => format!(
                        "Begin this heading with ##; or, if it is no heading, write \\# {}",
                        short(number)
                    ),
                    None if self.is_below_words(range.start) => format!(
                        "Begin this heading with ##; or, if it is no heading, write \\{}",
                        short(self.text[range.clone()].trim_end())
                    ),
                    None => "Begin this heading with ##".to_owned(),
                },
            };
            self.diagnose(
                Diagnostic::new(Code::SecondTitle, self.origin.span(range.clone()), message)
                    .hint(hint),
            );
        }
        self.underlined(&range);
        self.sign_of_heading(&range);
        while self.outline.last().is_some_and(|last| *last >= level) {
            self.outline.pop();
        }
        let above = self.outline.last().copied().unwrap_or(1);
        if level > above + 1 {
            let message = format!(
                "This heading skips a level: it has level {level}, the one above it level {above}"
            );
            self.diagnose(
                Diagnostic::new(Code::HeadingJump, self.origin.span(range.clone()), message)
                    .hint(format!("Begin it with {}", "#".repeat(usize::from(above) + 1))),
            );
        }
        self.outline.push(level);
        self.words_end = match self.rules.trust {
            Trust::Handbook => id_of(self.text, &range).map(|given| given.range.start),
            Trust::Submitted => None,
        };
        let shown = u8::try_from(self.outline.len() + 1).unwrap_or(6).min(6);
        self.writer().fresh_line();
        let place = self.writer().place();
        let plain = self.writer().plain.len();
        let images = self.body.images.len();
        self.open.push(Open::Heading { place, plain, images, level: shown, range });
    }

    /// Reports a block of AsciiDoc, `[NOTE]` above `====`, of which the parser makes a heading. The
    /// line that ends it makes none that is worth telling.
    fn block_of_asciidoc(&mut self, range: &Range<usize>) -> bool {
        let whole = self.text[range.clone()].trim_end();
        let Some((words, line)) = whole.rsplit_once('\n') else { return false };
        if let Some(slip) = example_of_asciidoc(words) {
            self.slip(range.start, slip);
            return true;
        }
        let Some(slip) = block_of_asciidoc(words.trim()) else { return false };
        let line = line.trim();
        // Bytes in which its end is looked for.
        const NEAR: usize = 10_000;
        let rest = &self.text[range.end..];
        let near = (0..=NEAR.min(rest.len())).rev().find(|end| rest.is_char_boundary(*end));
        let rest = &rest[..near.unwrap_or_default()];
        let end = rest.match_indices(line).find(|(at, _)| {
            let (before, behind) = rest.split_at(*at);
            before.ends_with('\n')
                && behind[line.len()..].trim_start_matches('\r').starts_with('\n')
        });
        self.slip(range.start, slip);
        self.told_to = end.map_or(range.end, |(at, _)| range.end + at + line.len());
        true
    }

    /// Reports a text of which a line of hyphens makes a heading, where the line was probably meant to
    /// part what is above it from what is below.
    fn underlined(&mut self, range: &Range<usize>) {
        const LONG: usize = 100;
        let whole = self.text[range.clone()].trim_end();
        let Some((words, line)) = whole.rsplit_once('\n') else { return };
        let is_underlined = line.trim().bytes().all(|byte| byte == b'-') && !whole.starts_with('#');
        let is_text = words.trim().contains('\n')
            || words.trim_end().ends_with(['.', ',', ';', '…'])
            || words.chars().count() > LONG
            || self.is_hardly_heading(words.trim(), line.trim());
        // Lines of fields that are none are told as that.
        let is_field = |line: &str| {
            let name = line.split([':', '=']).next().unwrap_or_default();
            name.len() < line.len() && !name.trim().contains(char::is_whitespace)
        };
        let has_fields = self.rules.body.start == 0 && words.lines().any(is_field)
            || words.lines().count() > 1 && words.lines().all(is_field);
        if !is_underlined || !is_text || has_fields {
            return;
        }
        let start = range.start + whole.len() - line.trim_start().len();
        let span = self.origin.span(start..range.start + whole.len());
        let message = "These hyphens make a heading of the text above them";
        self.diagnose(Diagnostic::new(Code::UnderlinedText, span, message).hint(
            "Put an empty line above them if they are to be a line across the page; or write the \
             heading on one line that begins with ##",
        ));
    }

    /// Whether a short line above hyphens reads like a sentence, or the hyphens are too few for a
    /// line that somebody drew below a heading.
    fn is_hardly_heading(&self, words: &str, line: &str) -> bool {
        const FEW_WORDS: usize = 8;
        const FEWEST_HYPHENS: usize = 3;
        let (length, drawn) = (words.chars().count(), line.chars().count());
        // Somebody drew it as long as the words.
        if drawn > FEWEST_HYPHENS && drawn.abs_diff(length) <= 2 {
            return false;
        }
        let count = words.split_whitespace().count();
        let first = words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_told = count > 2 && SUBJECTS.contains(&&*first.to_lowercase());
        let is_submitted = self.rules.trust == Trust::Submitted;
        drawn < FEWEST_HYPHENS
            || words.starts_with(char::is_lowercase)
            || words.ends_with(['!', ':', '”', '"', '»'])
            || count > FEW_WORDS
            || is_submitted && (is_told || words.ends_with('?') || words.contains(", "))
    }

    pub(super) fn empty_heading(&mut self, place: usize, range: Range<usize>) {
        self.writer().parts.truncate(place);
        self.diagnose(
            Diagnostic::new(
                Code::EmptyHeading,
                self.origin.span(range),
                "This heading has no words",
            )
            .hint("Write them, or remove the line"),
        );
    }

    pub(super) fn end_heading(
        &mut self,
        place: usize,
        plain: usize,
        images: usize,
        level: u8,
        range: Range<usize>,
    ) {
        let mut text = self.writer().plain[plain..].trim().to_owned();
        // A heading that is only a picture is called by what the picture shows.
        if text.is_empty() {
            let alts = self.body.images[images..].iter().map(|image| image.alt.as_str());
            text = alts.collect::<Vec<_>>().join(" ");
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.headings += 1;
        if self.headings == MAX_HEADINGS + 1 {
            let message =
                format!("This page has too many headings: at most {MAX_HEADINGS} are allowed");
            self.diagnose(
                Diagnostic::new(Code::TooManyHeadings, self.origin.span(range.clone()), message)
                    .hint("Split it into several pages"),
            );
        }
        if self.is_in_footnote() || self.headings > MAX_HEADINGS {
            self.writer().fill(place, format!("<h{level}>"));
            return self.end_block(&format!("</h{level}>\n"));
        }
        let given = match self.rules.trust {
            Trust::Handbook => id_of(self.text, &range).map(|given| given.id.to_owned()),
            Trust::Submitted => None,
        };
        let id = match &given {
            Some(given) => self.ids.give_as_written(given),
            None => self.ids.give(&text),
        };
        let heading = u32::try_from(self.body.headings.len()).ok();
        let github = self.github_ids.give(&text);
        let others = given.into_iter().chain([github]).filter(|other| *other != id);
        self.body.other_ids.extend(others.map(|id| OtherId { id, heading }));
        self.writer().fill(place, format!("<div class=\"heading\"><h{level} id=\"{id}\">"));
        let number = self.body.headings.len();
        self.writer().raw(&format!("</h{level}>"));
        self.writer().hole(Piece::Anchor(number));
        self.end_block("</div>\n");
        self.body.headings.push(Heading { level, id, text });
    }
}

/// With what sentences of a story begin, in English, Danish and Dutch.
const SUBJECTS: &[&str] = &[
    "i", "we", "he", "she", "they", "it", "you", "then", "and", "but", "so", "jeg", "vi", "han",
    "hun", "det", "der", "man", "så", "men", "og", "ik", "wij", "we", "hij", "zij", "ze", "er",
    "je", "jij", "toen", "dus", "maar", "en",
];

/// The number behind the sign of a heading: `# 4 in the queue`.
fn number_of(heading: &str) -> Option<&str> {
    let words = heading.strip_prefix('#')?.trim_start();
    words.split_whitespace().next().filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}
