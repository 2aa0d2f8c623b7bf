//! The title of a text that says it in its first heading.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::attributes;
use super::literal_signs::signs_of_text;
use super::meant::{MAX_EVENTS, OPTIONS};
use super::references::folded;
use super::sums;

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
    let masked = sums::masked(text, OPTIONS, MAX_EVENTS);
    let parsed = masked.as_deref().unwrap_or(text);
    let mut events = Parser::new_ext(parsed, OPTIONS).into_offset_iter();
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
                let is_typed = parsed.get(place.clone()) == Some(&*piece);
                let piece = text.get(place).filter(|_| is_typed).unwrap_or(&piece);
                words.push_str(piece.get(..length).unwrap_or(piece));
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

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn a_title_keeps_the_stars_of_its_sums() {
        for (text, expected) in [
            ("# 5*3*2 m", "5*3*2 m"),
            ("# 2*3 og **4*5**", "2*3 og 4*5"),
            ("# L*B*H", "L*B*H"),
            ("# *Vi* er `2*3`\n", "Vi er 2*3"),
            ("2*3\n===\n", "2*3"),
        ] {
            assert_eq!(title(text).map(|it| it.text).as_deref(), Some(expected), "{text}");
        }
    }
}
