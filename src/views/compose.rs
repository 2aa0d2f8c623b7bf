//! Composes the wall: cards stay in reading order and fill rows of twelve columns, and cards of
//! similar height are put side by side.

use super::card::{Card, Shape};

/// How much room a card needs. This is calculated once, for all lists that the card is in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Proportions {
    pub(crate) shape: Shape,
    pub(crate) pictured: bool,
    /// One for each number of columns in `WIDTHS`.
    fits: [Fit; WIDTHS.len()],
}

/// How a card fits into a number of columns.
#[derive(Clone, Copy, Debug, Default)]
struct Fit {
    /// The cost of this width: higher where it suits the card less.
    width: f32,
    /// The least and the greatest height, in rem, at which it is full.
    height: (f32, f32),
}

/// The contents of a card that take room. Texts are counted in characters.
struct Contents {
    shape: Shape,
    tall: bool,
    pictured: bool,
    title: usize,
    summary: usize,
    quote: usize,
    text: usize,
}

/// The numbers of columns that a card may have.
const WIDTHS: [u8; 7] = [3, 4, 5, 6, 7, 8, 12];

impl Proportions {
    pub(crate) fn of(card: &Card) -> Proportions {
        let length = |text: &Option<String>| text.as_ref().map_or(0, |text| text.chars().count());
        Contents {
            shape: card.shape,
            tall: card.tall,
            pictured: card.picture.is_some(),
            title: card.title.chars().count(),
            summary: card.summary.chars().count(),
            quote: length(&card.quote),
            text: length(&card.text),
        }
        .proportions()
    }

    fn fit(&self, span: u8) -> Fit {
        let place = WIDTHS.iter().position(|width| *width == span);
        place.map_or_else(Fit::default, |place| self.fits[place])
    }
}

impl Contents {
    fn proportions(&self) -> Proportions {
        let fits =
            WIDTHS.map(|span| Fit { width: width_cost(self, span), height: heights(self, span) });
        Proportions { shape: self.shape, pictured: self.pictured, fits }
    }
}

/// The columns of the cards in a row, from left to right; their sum is twelve.
const ROWS: &[&[u8]] = &[
    &[12],
    &[7, 5],
    &[5, 7],
    &[8, 4],
    &[4, 8],
    &[6, 6],
    &[4, 4, 4],
    &[3, 5, 4],
    &[4, 5, 3],
    &[5, 4, 3],
    &[3, 4, 5],
    &[6, 3, 3],
    &[3, 3, 6],
    &[3, 6, 3],
    &[3, 3, 3, 3],
];

/// The width of a column with the gap beside it, in rem, on the widest page.
const COLUMN: f32 = 6.1;

/// The room that a card gets: how many columns, and how much of its running text can be seen there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Placement {
    pub(crate) span: u8,
    /// The bytes of running text to print. More than calculated, because browsers lay out text
    /// differently.
    pub(crate) text: usize,
}

/// Gives each card its room. It keeps the best rows for every count of cards, so it goes through
/// the cards once, and the work grows only in proportion to their number.
pub(crate) fn compose(cards: &[&Proportions]) -> Vec<Placement> {
    // For each count of cards: the least cost so far, and the row that ends there.
    let mut best: Vec<Option<Best>> = vec![None; cards.len() + 1];
    best[0] = Some(Best { cost: 0.0, row: 0 });
    for end in 1..=cards.len() {
        for (row, spans) in ROWS.iter().enumerate().filter(|(_, spans)| spans.len() <= end) {
            let start = end - spans.len();
            let Some(before) = best[start] else { continue };
            let repeated = start > 0 && ROWS[before.row] == *spans;
            let last = end == cards.len();
            let cost = before.cost
                + row_cost(&cards[start..end], spans, last)
                + if repeated { 3.0 } else { 0.0 };
            if best[end].is_none_or(|known| cost < known.cost) {
                best[end] = Some(Best { cost, row });
            }
        }
    }
    let mut placements = Vec::with_capacity(cards.len());
    let mut end = cards.len();
    while end > 0 {
        let spans = ROWS[best[end].expect("one card alone is always a row").row];
        let row = &cards[end - spans.len()..end];
        end -= spans.len();
        let height = row.iter().zip(spans).map(|(card, span)| card.fit(*span).height.0);
        let height = height.fold(0.0, f32::max);
        let placement = |(card, span): (&&Proportions, &u8)| Placement {
            span: *span,
            text: text_seen(*span, height - card.fit(*span).height.0),
        };
        // From the last row to the first.
        placements.extend(row.iter().zip(spans).rev().map(placement));
    }
    placements.reverse();
    placements
}

/// How many bytes of running text fill this height (in rem), plus what narrow windows show, where
/// the browser itself makes the rows.
fn text_seen(span: u8, height: f32) -> usize {
    let line = (f32::from(span) * COLUMN - PADDING) / LETTER;
    let lines = (height.max(0.0) / LINE).ceil() + 2.0;
    AT_LEAST + (lines * line * 1.9) as usize
}

/// Bytes of running text that every card gets: for phones, and for rows that become higher than
/// calculated.
const AT_LEAST: usize = 360;
/// In rem: the padding left and right of a card's text together, the average width of a letter, and
/// the height of a line.
const PADDING: f32 = 3.5;
const LETTER: f32 = 0.48;
const LINE: f32 = 1.55;

#[derive(Clone, Copy)]
struct Best {
    cost: f32,
    row: usize,
}

/// The cost of a row: higher if cards are too narrow or too wide, or differ in height.
fn row_cost(cards: &[&Proportions], spans: &[u8], last: bool) -> f32 {
    let mut cost = 0.0;
    let (mut least, mut most) = (0.0_f32, f32::INFINITY);
    for (card, span) in cards.iter().zip(spans) {
        let fit = card.fit(*span);
        cost += if spans.len() == 1 { 4.0 } else { fit.width };
        let (low, high) = fit.height;
        least = least.max(low);
        most = most.min(high);
    }
    // A low card is stretched to the height of the row, and that part of it stays empty.
    cost += (least - most).max(0.0) * 0.9;
    let alike = cards.windows(2).filter(|pair| clash(pair[0], pair[1])).count();
    cost += alike as f32 * 6.0;
    if spans.len() == 1 && !last {
        cost += 14.0;
    }
    cost
}

/// Each shape of card has a range of widths that suit it.
fn width_cost(card: &Contents, span: u8) -> f32 {
    let (low, high): (u8, u8) = match (card.shape, card.tall) {
        (Shape::Photo, false) => (6, 8),
        (Shape::Photo, true) => (4, 6),
        (Shape::Quote, _) => (4, 6),
        (Shape::Text, _) => (4, 6),
        (Shape::Glimpse, _) => (3, 4),
    };
    let off = low.saturating_sub(span).max(span.saturating_sub(high));
    f32::from(off) * 5.0
}

/// The least and the greatest height, in rem, at which a card of so many columns is filled.
fn heights(card: &Contents, span: u8) -> (f32, f32) {
    let width = f32::from(span) * COLUMN - PADDING;
    let lines = |text: usize, size: f32| (text as f32 * size * LETTER / width).ceil();
    let who = 4.2;
    let title = lines(card.title, 1.4) * 1.7;
    let summary = lines(card.summary, 1.06) * 1.65;
    match card.shape {
        Shape::Photo => {
            let words = title * 1.25 + summary + who + 3.0;
            let picture = if card.tall { width * 1.25 } else { width * 0.625 };
            (words + picture * 0.8, words + picture * 1.45)
        }
        Shape::Quote => {
            let full = lines(card.quote, 2.0) * 2.4 + title + who + 3.5;
            (full, full * 1.35)
        }
        Shape::Glimpse => {
            let words = title * 0.9 + lines(card.text, 1.0) * LINE + who + 2.4;
            match card.pictured {
                true => (words + width * 0.7, words + width * 1.3),
                false => (words, words * 1.15),
            }
        }
        Shape::Text => {
            let fixed = title * 1.15 + summary + who + 3.5;
            (fixed, fixed + lines(card.text, 1.0) * LINE)
        }
    }
}

/// Two cards that should not stand side by side.
fn clash(one: &Proportions, other: &Proportions) -> bool {
    matches!((one.shape, other.shape), (Shape::Quote, Shape::Quote))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(shape: Shape, text: usize) -> Proportions {
        Contents { shape, tall: false, pictured: false, title: 50, summary: 120, quote: 80, text }
            .proportions()
    }

    #[test]
    fn rows_are_full_whatever_stands_in_them() {
        for spans in ROWS {
            assert_eq!(spans.iter().sum::<u8>(), 12);
        }
        let shapes = [Shape::Photo, Shape::Quote, Shape::Glimpse, Shape::Text];
        for count in 0..40 {
            let cards: Vec<_> =
                (0..count).map(|at| card(shapes[(at * 7 + count) % 4], 600)).collect();
            let mut filled = 0;
            for place in compose(&cards.iter().collect::<Vec<_>>()) {
                filled += u32::from(place.span);
                assert!(filled % 12 == 0 || filled % 12 >= 3, "a row leaves a sliver: {filled}");
                if filled % 12 == 0 {
                    filled = 0;
                }
                assert!(filled < 12);
            }
            assert_eq!(filled, 0, "{count} cards leave a hole");
        }
    }

    #[test]
    fn a_leading_photo_is_wide_and_a_preview_photo_is_small() {
        let spans = compose(&[
            &card(Shape::Photo, 0),
            &card(Shape::Quote, 0),
            &card(Shape::Glimpse, 200),
            &card(Shape::Text, 1200),
            &card(Shape::Text, 1200),
        ]);
        assert!(spans[0].span >= 6, "{spans:?}");
        assert!(spans[2].span <= 4, "{spans:?}");
    }

    #[test]
    fn more_text_is_shown_beside_a_tall_picture() {
        let low = compose(&[&card(Shape::Text, 2000); 3]);
        assert!(low.iter().all(|place| (400..600).contains(&place.text)), "{low:?}");
        let photo = card(Shape::Photo, 0);
        let high = compose(&[&photo, &card(Shape::Text, 2000)]);
        assert!(2 * high[1].text > 3 * low[0].text, "{high:?}, {low:?}");
    }
}
