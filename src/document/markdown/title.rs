//! The title of a text that says it in its first heading.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::attributes;
use super::literal_signs::signs_of_text;
use super::meant::OPTIONS;
use super::references::folded;

/// A first heading of the first level, which is the title of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TitleHeading {
    pub(crate) text: String,
    /// Where it stands in the Markdown.
    pub(crate) range: Range<usize>,
}

/// The heading that says what the whole text is called: its first one, if it has the first level
/// and consists of words.
pub(crate) fn title(text: &str) -> Option<TitleHeading> {
    // Both forms of such a heading need one of these.
    if !text.contains('#') && !text.contains("\n=") && !text.contains("\n =") {
        return None;
    }
    let mut events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    let mut depth = 0_usize;
    let range = loop {
        match events.next()? {
            (Event::Start(Tag::Heading { level, .. }), range) => {
                if level != HeadingLevel::H1 || depth > 0 {
                    return None;
                }
                break range;
            }
            (Event::Start(_), _) => depth += 1,
            (Event::End(_), _) => depth = depth.saturating_sub(1),
            _ => {}
        }
    };
    let end = attributes::id_of(text, &range).map_or(range.end, |id| id.range.start);
    let mut words = String::new();
    for (event, place) in events {
        if let Event::Start(_) | Event::End(_) = event {
            words.push_str(signs_of_text(text, &event, &place).unwrap_or_default());
        }
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            // A picture is more than a title can show.
            Event::Start(Tag::Image { .. }) | Event::FootnoteReference(_) => return None,
            Event::Text(piece) | Event::Code(piece) => {
                let length = end.saturating_sub(place.start).min(piece.len());
                words.push_str(piece.get(..length).unwrap_or(&piece));
            }
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(TitleHeading { text: words, range })
}

impl TitleHeading {
    /// Whether a field says the same.
    pub(crate) fn says(&self, title: &str) -> bool {
        folded(&self.text) == folded(title)
    }
}
