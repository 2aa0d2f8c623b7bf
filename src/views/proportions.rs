//! How much room a card needs, for each number of columns that it may have.

use super::card::{Card, Shape};
use super::picture::Picture;

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
pub(super) struct Fit {
    /// The cost of this width: higher where it suits the card less.
    pub(super) width: f32,
    /// The cost of a picture that is enlarged too much at this width.
    pub(super) blur: f32,
    /// The least and the greatest height, in rem, at which it is full.
    pub(super) height: (f32, f32),
    /// The height above which one sees that it is empty, or its picture cut.
    pub(super) most: f32,
}

/// The contents of a card that take room. Texts are counted in characters.
#[derive(Clone, Copy)]
pub(super) struct Contents {
    pub(super) shape: Shape,
    pub(super) tall: bool,
    /// How high a flat picture is for its width; it is not cut.
    pub(super) low: Option<f32>,
    /// How wide and how high, in rem, its picture may be before one sees that it is enlarged.
    pub(super) sharp: (f32, f32),
    pub(super) pictured: bool,
    pub(super) title: usize,
    pub(super) summary: usize,
    pub(super) outcome: usize,
    pub(super) quote: usize,
    pub(super) text: usize,
}

/// The numbers of columns that a card may have.
const WIDTHS: [u8; 7] = [3, 4, 5, 6, 7, 8, 12];

impl Proportions {
    pub(crate) fn of(card: &Card) -> Proportions {
        let length = |text: &Option<String>| text.as_ref().map_or(0, |text| text.chars().count());
        Contents {
            shape: card.shape,
            tall: card.tall,
            low: card.picture.as_ref().filter(|it| it.is_low()).map(flatness),
            sharp: card.picture.as_ref().map_or(NO_PICTURE, sharp),
            pictured: card.picture.is_some(),
            title: card.title.chars().count(),
            summary: card.summary.chars().count(),
            outcome: card.outcome.as_ref().map_or(0, |outcome| outcome.text.chars().count()),
            quote: length(&card.quote),
            text: length(&card.text),
        }
        .proportions()
    }

    pub(super) fn fit(&self, span: u8) -> Fit {
        let place = WIDTHS.iter().position(|width| *width == span);
        place.map_or_else(Fit::default, |place| self.fits[place])
    }
}

impl Contents {
    pub(super) fn proportions(&self) -> Proportions {
        let fit = |span| {
            let (low, high) = heights(self, span);
            let most = match self.shape {
                _ if self.pictured => high * 1.1,
                // The letters of a text grow with its sheet, as far as they look well.
                Shape::Prose => high * 1.2,
                _ => low * 1.35,
            };
            let blur = blur_cost(self, span);
            Fit { width: width_cost(self, span) + blur, blur, height: (low, high), most }
        };
        Proportions { shape: self.shape, pictured: self.pictured, fits: WIDTHS.map(fit) }
    }
}

/// The width of a column with the gap beside it, in rem, on the widest page.
pub(super) const COLUMN: f32 = 6.1;

/// The gap between two sheets, in rem.
pub(super) const GAP: f32 = 1.75;

/// In rem: the padding left and right of a card's text together, the average width of a letter, and
/// the height of a line.
pub(super) const PADDING: f32 = 3.5;
pub(super) const LETTER: f32 = 0.48;
pub(super) const LINE: f32 = 1.55;

/// Each shape of card has a range of widths that suit it.
fn width_cost(card: &Contents, span: u8) -> f32 {
    let (low, high): (u8, u8) = match (card.shape, card.tall) {
        (Shape::Photo, false) => (6, 8),
        (Shape::Photo, true) => (4, 6),
        (Shape::Quote, _) => (4, 6),
        (Shape::Prose, _) => (4, 6),
        (Shape::Glimpse, _) => (3, 4),
    };
    let off = low.saturating_sub(span).max(span.saturating_sub(high));
    // A photo becomes a stamp there, and running text a list of words.
    let is_narrow = span < 4 && matches!(card.shape, Shape::Photo | Shape::Prose);
    f32::from(off) * 5.0 + if is_narrow { 20.0 } else { 0.0 }
}

/// How much a photo may be enlarged, and the pixels of a rem.
const MOST_ENLARGED: f32 = 1.3;
const REM: f32 = 16.0;
/// The version of a picture that browsers fetch for a card, unless the picture is flat.
const FETCHED: u32 = 800;
/// Where there is no picture, nothing is enlarged.
pub(super) const NO_PICTURE: (f32, f32) = (f32::INFINITY, f32::INFINITY);

fn flatness(picture: &Picture) -> f32 {
    picture.height as f32 / picture.width.max(1) as f32
}

/// How wide and how high, in rem, a picture may be shown.
fn sharp(picture: &Picture) -> (f32, f32) {
    let fetched = if picture.is_low() { picture.widest } else { picture.widest.min(FETCHED) };
    let width = fetched as f32 * MOST_ENLARGED / REM;
    (width, width * flatness(picture))
}

/// The cost of a picture that this width would enlarge too much. Alone in a row, it stands beside
/// its words.
fn blur_cost(card: &Contents, span: u8) -> f32 {
    let sheet = f32::from(span) * COLUMN - GAP;
    let shown = if span == 12 { sheet * 0.58 } else { sheet };
    let height = shown * card.low.unwrap_or(0.625);
    let is_sharp = card.shape != Shape::Photo || shown <= card.sharp.0 && height <= card.sharp.1;
    if is_sharp { 0.0 } else { 40.0 }
}

/// The least and the greatest height, in rem, at which a card of so many columns is filled.
fn heights(card: &Contents, span: u8) -> (f32, f32) {
    let width = f32::from(span) * COLUMN - PADDING;
    let lines = |text: usize, size: f32| (text as f32 * size * LETTER / width).ceil();
    let who = 4.2;
    let title = lines(card.title, 1.4) * 1.7;
    let summary = lines(card.summary, 1.06) * 1.65;
    let outcome = match card.outcome {
        0 => 0.0,
        // With the line above it.
        length => lines(length, 1.0) * 1.4 + 2.4,
    };
    match card.shape {
        Shape::Photo => {
            let words = title * 1.25 + summary + outcome + who + 4.0;
            let sheet = width + PADDING - GAP;
            // A tall picture is cut less, the higher it is shown.
            let (least, most) = match (card.tall, card.low) {
                (true, _) => (0.8, 1.35),
                (_, Some(own)) => (own, own),
                _ => (0.625, 0.9),
            };
            let least = sheet * least;
            (words + least, words + (sheet * most).min(card.sharp.1).max(least))
        }
        Shape::Quote => {
            // The letters grow with the sheet, and so do its quotation mark and its edges.
            let size = (width * 0.105).clamp(1.8, 3.5);
            let words = lines(card.quote, size) * size * 1.1 + size;
            let full = words + lines(card.title, 1.06) * 1.4 + who + 1.6 + size * 1.25;
            (full, full * 1.2)
        }
        Shape::Glimpse => {
            // The picture of a wide one stands beside its words.
            let beside = card.pictured && span > 4;
            let words = if beside { width * 0.55 } else { width };
            let lines = |text: usize| (text as f32 * LETTER / words).ceil();
            let words = lines(card.title) * 1.5 + lines(card.text) * LINE + who + 2.4;
            match card.pictured {
                true if beside => (words, words * 1.4),
                true => (words + width, words + width * 1.3),
                false => (words, words * 1.15),
            }
        }
        Shape::Prose => {
            let fixed = title * 1.15 + summary + outcome + who + 5.0;
            // Of a text that goes on, four lines are shown at least and eight at most.
            let text = lines(card.text, 1.0);
            (fixed + text.min(4.0) * LINE, fixed + text.min(8.0) * LINE)
        }
    }
}
