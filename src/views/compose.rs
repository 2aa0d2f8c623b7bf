//! Composes the wall: cards stay in reading order and fill rows of twelve columns, and cards of
//! similar height are put side by side.

use super::card::Shape;
use super::proportions::{COLUMN, GAP, LETTER, LINE, PADDING, Proportions};

/// A row of the wall: the columns of its cards, in reading order.
struct Row {
    spans: &'static [u8],
    /// The card that is as high as the two others together, which stand one below the other beside
    /// it: a tall picture beside two short texts. Only in rows of three cards; the first or second.
    high: Option<usize>,
}

const fn side_by_side(spans: &'static [u8]) -> Row {
    Row { spans, high: None }
}

const fn two_beside(spans: &'static [u8; 3], high: usize) -> Row {
    Row { spans, high: Some(high) }
}

/// All rows that there are; the columns from left to right are twelve.
const ROWS: &[Row] = &[
    side_by_side(&[12]),
    side_by_side(&[7, 5]),
    side_by_side(&[5, 7]),
    side_by_side(&[8, 4]),
    side_by_side(&[4, 8]),
    side_by_side(&[6, 6]),
    side_by_side(&[4, 4, 4]),
    side_by_side(&[3, 5, 4]),
    side_by_side(&[4, 5, 3]),
    side_by_side(&[5, 4, 3]),
    side_by_side(&[3, 4, 5]),
    side_by_side(&[6, 3, 3]),
    side_by_side(&[3, 3, 6]),
    side_by_side(&[3, 6, 3]),
    side_by_side(&[3, 3, 3, 3]),
    two_beside(&[8, 4, 4], 0),
    two_beside(&[4, 8, 4], 1),
    two_beside(&[7, 5, 5], 0),
    two_beside(&[5, 7, 5], 1),
    two_beside(&[6, 6, 6], 0),
    two_beside(&[6, 6, 6], 1),
    two_beside(&[5, 7, 7], 0),
    two_beside(&[7, 5, 7], 1),
];

impl Row {
    /// The height, in rem, that each card gets, if these stand in the row.
    fn rooms(&self, cards: &[&Proportions]) -> Vec<f32> {
        let low: Vec<f32> =
            cards.iter().zip(self.spans).map(|(card, span)| card.fit(*span).height.0).collect();
        let Some(high) = self.high else {
            let height = low.iter().copied().fold(0.0, f32::max);
            return vec![height; cards.len()];
        };
        let others = low.iter().sum::<f32>() - low[high] + GAP;
        // What the high card has more, browsers share out among the two rows beside it.
        let more = (low[high] - others).max(0.0) / 2.0;
        let room = |(at, low): (usize, &f32)| if at == high { low.max(others) } else { low + more };
        low.iter().enumerate().map(room).collect()
    }
}

/// The room that a card gets: how many columns, and how much of its running text can be seen there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Placement {
    pub(crate) span: u8,
    /// Whether it is as high as two others beside it.
    pub(crate) high: bool,
    /// The bytes of running text to print. More than calculated, because browsers lay out text
    /// differently.
    pub(crate) text: usize,
}

/// Gives each card its room.
pub(crate) fn compose(cards: &[&Proportions]) -> Vec<Placement> {
    let mut placements = Vec::with_capacity(cards.len());
    for row in rows(cards) {
        let cards = &cards[placements.len()..][..row.spans.len()];
        let rooms = row.rooms(cards);
        placements.extend((0..cards.len()).map(|at| {
            let span = row.spans[at];
            let text = text_seen(span, rooms[at] - cards[at].fit(span).height.0);
            Placement { span, high: row.high == Some(at), text }
        }));
    }
    placements
}

/// The rows of a wall. It keeps the best rows for every count of cards, so it goes through the
/// cards once, and the work grows only in proportion to their number.
fn rows(cards: &[&Proportions]) -> Vec<&'static Row> {
    // For each count of cards: the least cost so far, and the row that ends there.
    let mut best: Vec<Option<Best>> = vec![None; cards.len() + 1];
    best[0] = Some(Best { cost: 0.0, row: 0 });
    for end in 1..=cards.len() {
        for (at, row) in ROWS.iter().enumerate().filter(|(_, row)| row.spans.len() <= end) {
            let start = end - row.spans.len();
            let Some(before) = best[start] else { continue };
            let repeated = start > 0 && before.row == at;
            let last = end == cards.len();
            let cost = before.cost
                + row_cost(&cards[start..end], row, last)
                + if repeated { 3.0 } else { 0.0 };
            if best[end].is_none_or(|known| cost < known.cost) {
                best[end] = Some(Best { cost, row: at });
            }
        }
    }
    let mut rows = vec![];
    let mut end = cards.len();
    while end > 0 {
        let row = &ROWS[best[end].expect("one card alone is always a row").row];
        rows.push(row);
        end -= row.spans.len();
    }
    rows.reverse();
    rows
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
#[derive(Clone, Copy)]
struct Best {
    cost: f32,
    row: usize,
}

/// The cost of a row: higher if cards are too narrow or too wide, or differ in height.
fn row_cost(cards: &[&Proportions], row: &Row, last: bool) -> f32 {
    let alone = row.spans.len() == 1;
    let mut cost = 0.0;
    let mut most = 0.0_f32;
    for ((card, span), room) in cards.iter().zip(row.spans).zip(row.rooms(cards)) {
        let fit = card.fit(*span);
        cost += if alone { 4.0 + fit.blur } else { fit.width };
        // A low card is stretched to the height of the row, and that part of it stays empty.
        most = most.max(room - fit.height.1);
        if room > fit.most {
            cost += EMPTY;
        }
    }
    if let Some(high) = row.high {
        let suits = |(at, card): (usize, &&Proportions)| card.pictured == (at == high);
        cost += if cards.iter().enumerate().all(suits) { 0.0 } else { EMPTY };
    }
    cost += most * 0.9;
    let alike = cards.windows(2).filter(|pair| clash(pair[0], pair[1])).count();
    cost += alike as f32 * 6.0;
    if alone && !last {
        cost += 14.0;
    }
    cost
}

/// The cost of a card that is visibly empty: more than that of rows of one card.
const EMPTY: f32 = 100.0;

/// Two cards that should not stand side by side.
fn clash(one: &Proportions, other: &Proportions) -> bool {
    matches!((one.shape, other.shape), (Shape::Quote, Shape::Quote))
}

#[cfg(test)]
mod tests {
    use super::super::proportions::{Contents, NO_PICTURE};
    use super::*;

    fn card(shape: Shape, text: usize) -> Proportions {
        Contents {
            shape,
            tall: false,
            low: None,
            sharp: NO_PICTURE,
            pictured: false,
            title: 50,
            summary: 120,
            outcome: 0,
            quote: 80,
            text,
        }
        .proportions()
    }

    fn photo() -> Contents {
        Contents {
            shape: Shape::Photo,
            tall: false,
            low: None,
            sharp: NO_PICTURE,
            pictured: true,
            title: 30,
            summary: 60,
            outcome: 0,
            quote: 0,
            text: 0,
        }
    }

    #[test]
    fn rows_are_full_whatever_stands_in_them() {
        for row in ROWS {
            let beside = row.high.map_or(0, |high| row.spans[if high == 0 { 1 } else { 0 }]);
            assert_eq!(row.spans.iter().sum::<u8>() - beside, 12);
        }
        let shapes = [Shape::Photo, Shape::Quote, Shape::Glimpse, Shape::Prose];
        for count in 0..40 {
            let cards: Vec<_> =
                (0..count).map(|at| card(shapes[(at * 7 + count) % 4], 600)).collect();
            // How many columns of two rows are taken.
            let (mut upper, mut lower) = (0, 0);
            for place in compose(&cards.iter().collect::<Vec<_>>()) {
                if upper < 12 {
                    upper += place.span;
                    lower += if place.high { place.span } else { 0 };
                } else {
                    lower += place.span;
                }
                assert!(upper <= 12 && lower <= 12, "a row is too long: {upper}, {lower}");
                if upper == 12 && (lower == 0 || lower == 12) {
                    (upper, lower) = (0, 0);
                }
            }
            assert_eq!((upper, lower), (0, 0), "{count} cards leave a hole");
        }
    }

    #[test]
    fn no_sheet_is_much_higher_than_what_is_on_it() {
        let tall = Contents { tall: true, ..photo() };
        let quote =
            Contents { shape: Shape::Quote, tall: false, pictured: false, quote: 12, ..tall };
        let (tall, quote) = (tall.proportions(), quote.proportions());
        let text = card(Shape::Prose, 20);
        let kinds = [&tall, &quote, &text];
        for count in 1..9 {
            for wall in 0..3_usize.pow(count) {
                let cards: Vec<_> =
                    (0..count).map(|at| kinds[wall / 3_usize.pow(at) % 3]).collect();
                let mut from = 0;
                for row in rows(&cards) {
                    let cards = &cards[from..][..row.spans.len()];
                    from += cards.len();
                    for ((card, span), room) in cards.iter().zip(row.spans).zip(row.rooms(cards)) {
                        let fit = card.fit(*span);
                        assert!(room <= fit.most, "{room} of {fit:?} in {:?}", row.spans);
                    }
                }
            }
        }
    }

    #[test]
    fn a_leading_photo_is_wide_and_a_preview_photo_is_small() {
        let spans = compose(&[
            &card(Shape::Photo, 0),
            &card(Shape::Quote, 0),
            &card(Shape::Glimpse, 200),
            &card(Shape::Prose, 1200),
            &card(Shape::Prose, 1200),
        ]);
        assert!(spans[0].span >= 6, "{spans:?}");
        assert!(spans[2].span <= 4, "{spans:?}");
    }

    #[test]
    fn a_photo_of_few_pixels_gets_a_sheet_that_does_not_enlarge_it() {
        // 400 pixels across.
        let few = Contents { sharp: (32.5, 24.0), ..photo() };
        let text = card(Shape::Prose, 600);
        for others in 1..6 {
            let cards: Vec<_> =
                std::iter::once(few.proportions()).chain((0..others).map(|_| text)).collect();
            let span = compose(&cards.iter().collect::<Vec<_>>())[0].span;
            assert!(span <= 5, "{span} columns beside {others}");
        }
        let flat = Contents { low: Some(0.125), sharp: (195.0, 24.0), ..few }.proportions();
        assert!(compose(&[&flat, &text])[0].span >= 6);
    }

    #[test]
    fn more_text_is_shown_beside_a_tall_picture() {
        let low = compose(&[&card(Shape::Prose, 2000); 3]);
        assert!(low.iter().all(|place| (400..600).contains(&place.text)), "{low:?}");
        let photo = card(Shape::Photo, 0);
        let high = compose(&[&photo, &card(Shape::Prose, 2000)]);
        assert!(2 * high[1].text > 3 * low[0].text, "{high:?}, {low:?}");
    }
}
