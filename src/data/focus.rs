//! The part of a picture that must stay visible where the picture is cropped.

use super::reader::text;
use super::{FieldType, Node, Reader, Shape};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic};
use crate::data::reader::shortened;

/// A point in hundredths of the picture's width and height, from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Focus {
    pub(crate) x: u8,
    pub(crate) y: u8,
}

impl Default for Focus {
    fn default() -> Focus {
        Focus { x: 50, y: 50 }
    }
}

const WORDS: [(&str, Option<u8>, Option<u8>); 6] = [
    ("left", Some(0), None),
    ("right", Some(100), None),
    ("top", None, Some(0)),
    ("bottom", None, Some(100)),
    ("center", None, None),
    ("middle", None, None),
];

/// The same in Danish and Dutch.
const OTHERS: [(&str, &[&str]); 5] = [
    ("left", &["venstre", "links"]),
    ("right", &["højre", "hoejre", "rechts"]),
    ("top", &["øverst", "toppen", "oven", "boven", "bovenaan"]),
    ("bottom", &["nederst", "bunden", "bund", "onder", "onderaan"]),
    ("center", &["midt", "midten", "centrum", "midden", "centre"]),
];

impl Focus {
    /// `left`, `top right`, or two percentages, first from the left, then from the top: `30% 60%`.
    /// The error is the first word that is neither.
    fn parse(text: &str) -> Result<Focus, &str> {
        let (mut x, mut y, mut numbers) = (None, None, vec![]);
        for word in text.split([' ', ',']).filter(|word| !word.is_empty()) {
            let known = WORDS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(word));
            match (known, percentage(word)) {
                // Left and right together are not a position.
                (Some((_, Some(_), _)), _) if x.is_some() => return Err(word),
                (Some((_, _, Some(_))), _) if y.is_some() => return Err(word),
                (Some(_), _) if !numbers.is_empty() => return Err(word),
                (Some((_, across, down)), _) => (x, y) = (across.or(x), down.or(y)),
                (None, Some(number)) if numbers.len() < 2 => numbers.push(number),
                _ => return Err(word),
            }
        }
        let middle = Focus::default();
        match numbers.as_slice() {
            [] if !text.trim().is_empty() => {
                Ok(Focus { x: x.unwrap_or(middle.x), y: y.unwrap_or(middle.y) })
            }
            [across, down] if x.is_none() && y.is_none() => Ok(Focus { x: *across, y: *down }),
            _ => Err(text),
        }
    }
}

fn percentage(word: &str) -> Option<u8> {
    let number: f64 = word.strip_suffix('%')?.parse().ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
    let whole = number.round() as u8;
    (0.0..=100.0).contains(&number).then_some(whole)
}

impl FieldType for Focus {
    const SHAPE: Shape = Shape::Text;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Focus> {
        let written = text(node, "a position in the picture", "left top", reader)?;
        let word = match Focus::parse(&written) {
            Ok(focus) => return Some(focus),
            Err(word) => word,
        };
        let span = reader.source.span(node.range.clone());
        let message = format!("“{}” is not a position in a picture", shortened(word));
        let diagnostic = Diagnostic::new(Code::BadFocus, span, message);
        let folded = word.to_lowercase();
        if let Some((name, _)) = OTHERS.iter().find(|(_, others)| others.contains(&&*folded)) {
            reader
                .report(diagnostic.hint(format!("Write {name} in place of “{}”", shortened(word))));
            return None;
        }
        reader.report(match nearest(word, WORDS.iter().map(|(name, ..)| *name)) {
            Some(near) => diagnostic.hint(format!("Did you mean “{near}”?")),
            None => diagnostic.hint(
                "Write words such as left top, or how far from the left and from the top, as in \
                 30% 60%",
            ),
        });
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_focus_is_given_in_words_or_percentages() {
        let cases = [
            ("left", Some((0, 50))),
            ("Top  Right", Some((100, 0))),
            ("center bottom", Some((50, 100))),
            ("30% 60%", Some((30, 60))),
            ("30%, 100%", Some((30, 100))),
            ("30%", None),
            ("30% 60% 10%", None),
            ("left right", None),
            ("top 30% 60%", None),
            ("30% 60% left", None),
            ("130% 60%", None),
            ("-1% 0%", None),
            ("NaN% 0%", None),
            ("lift", None),
            ("", None),
        ];
        for (text, place) in cases {
            let place = place.map(|(x, y)| Focus { x, y });
            assert_eq!(Focus::parse(text).ok(), place, "{text}");
        }
    }
}
