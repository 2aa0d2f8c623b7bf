//! Limits what a text costs its readers: how large its page becomes, and how many marks are on one
//! letter. If a text exceeds a limit, nothing of it is shown, because half of it would be a
//! different text.

use std::collections::BTreeSet;
use std::ops::Range;

use super::origin::Origin;
use super::{Body, Piece};
use crate::base::marks::{MOST_MARKS, piled};
use crate::base::{Code, Diagnostic};

/// How many bytes of HTML each byte of a text may become. Ordinary prose becomes only a little
/// longer.
pub(crate) const MOST_TIMES: usize = 8;
/// How many bytes of HTML even the shortest text may have: some headings, footnotes, a table.
pub(crate) const FREE: usize = 4_000;
/// How many different pictures are not counted, because their files are larger than their HTML.
const FREE_PICTURES: usize = 40;
/// Bytes of HTML for a picture in all its sizes, and for other holes.
const PICTURE: usize = 600;
const ADDRESS: usize = 48;
const WORDS: usize = 24;
/// Bytes of HTML beside a heading, and before a task.
const ANCHOR: usize = 80;
const TASK: usize = 70;
/// Bytes of HTML for a heading on pages that list their headings.
const HEADING: usize = 100;

/// The body, or only a diagnostic if the limits are exceeded. `text` is its Markdown.
pub(super) fn bounded(body: Body, text: &str, markup_used: bool, origin: &Origin) -> Body {
    let diagnostic = match piled(text) {
        Some(place) => Some(marks(place, origin)),
        None if hides_piles(&body, markup_used) => Some(marks(first_line(text), origin)),
        None => too_large(&body, text, origin),
    };
    match diagnostic {
        None => body,
        Some(diagnostic) => {
            let mut diagnostics = body.diagnostics;
            diagnostics.push(diagnostic);
            Body { diagnostics, ..Body::default() }
        }
    }
}

fn marks(place: Range<usize>, origin: &Origin) -> Diagnostic {
    let message =
        format!("One letter here has more than {MOST_MARKS} accents or other marks on it");
    Diagnostic::new(Code::PiledMarks, origin.span(place), message)
        .hint("Write the letter again without them: no language uses that many")
}

/// Whether too many marks come together only in the HTML, because they were written as entities, or
/// in pieces.
fn hides_piles(body: &Body, markup_used: bool) -> bool {
    let in_pieces = body.html.0.iter().any(|piece| match piece {
        Piece::Raw(html) => {
            piled(html).is_some() || (markup_used && piled(&untagged(html)).is_some())
        }
        _ => false,
    });
    let in_words = |text: &String| piled(text).is_some();
    in_pieces
        || in_words(&body.text)
        || body.images.iter().any(|image| in_words(&image.alt) || in_words(&image.title))
}

fn untagged(html: &str) -> String {
    let parts = html.split('<').enumerate();
    parts
        .map(|(at, part)| match part.split_once('>') {
            Some((_, after)) if at > 0 => after,
            _ => part,
        })
        .collect()
}

fn too_large(body: &Body, text: &str, origin: &Origin) -> Option<Diagnostic> {
    let most = MOST_TIMES * text.len() + FREE;
    let size = size(body);
    let message = format!(
        "This text of {} would become a page of {}, which is too large",
        kilobytes(text.len()),
        kilobytes(size)
    );
    (size > most).then(|| {
        Diagnostic::new(Code::TooLargePage, origin.span(first_line(text)), message).hint(format!(
            "Remove what is repeated very often (links, footnotes, headings, table cells, \
             pictures): a page may be at most {MOST_TIMES} times as long as its text"
        ))
    })
}

/// Bytes of the text's HTML, with an estimate of what its holes will be filled with.
fn size(body: &Body) -> usize {
    let mut pictures: BTreeSet<&str> = BTreeSet::new();
    let mut hole = |piece: &Piece| match piece {
        Piece::Raw(html) => html.len(),
        Piece::Text(_) => WORDS,
        Piece::Anchor(at) => {
            ANCHOR + body.headings.get(*at).map_or(0, |it| it.id.len() + it.text.len())
        }
        Piece::Task(_) => TASK,
        Piece::Link(at) => {
            ADDRESS + body.links.get(*at).map_or(0, |link| encoded(&link.destination))
        }
        Piece::Image(at) => body.images.get(*at).map_or(0, |image| {
            let is_new = pictures.len() < FREE_PICTURES && pictures.insert(&image.destination);
            let words = image.alt.len() + image.title.len();
            words + if is_new { 0 } else { PICTURE }
        }),
    };
    let html: usize = body.html.0.iter().map(&mut hole).sum();
    let headings = body.headings.iter().map(|heading| HEADING + heading.text.len());
    html + headings.sum::<usize>()
}

/// The length of an address after encoding: bytes that are not ASCII are written as `%C3`.
fn encoded(address: &str) -> usize {
    address.bytes().map(|byte| if byte.is_ascii() { 1 } else { 3 }).sum()
}

fn first_line(text: &str) -> Range<usize> {
    let start = text.len() - text.trim_start().len();
    start..start + text[start..].lines().next().map_or(0, str::len)
}

fn kilobytes(bytes: usize) -> String {
    match bytes {
        0..10_000 => format!("{bytes} bytes"),
        _ => format!("{} kB", bytes / 1000),
    }
}
