//! The final check of a text that holds raw HTML: an allow-list for the whole output.
//!
//! Meanwhile, holes are written as noncharacters, and so is the mark that separates our own
//! attributes from those of authors. No text contains noncharacters, because they were refused and
//! replaced before.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::characters::is_refused;
use super::comments;
use super::destinations::{classify, is_local, slip};
use super::markup::{AUTHOR, AUTHOR_END, Attribute, Inside, MAX_TAGS, Markup, TAGS};
use super::office::{PASTE_PLAIN, PASTED};
use super::origin::{BETWEEN_QUOTES, Origin, short};
use super::tags::Wanted;
use super::{AUTHORS_ID, Body, Image, Link, LinkKind, Piece};
use crate::base::escape::{escape, escape_address};
use crate::base::{Code, Diagnostic};

const HOLE: char = '\u{FDD0}';
const HOLE_END: char = '\u{FDD1}';
/// The beginning of every attribute value that this program wrote.
const OURS: char = '\u{FDD2}';

/// Tags that only this program writes.
const OUR_TAGS: &[&str] = &["section", "h2", "h3", "h4", "h5", "h6"];
const ALL_ATTRIBUTES: &[&str] = &[
    "id",
    "class",
    "role",
    "tabindex",
    "aria-label",
    "aria-labelledby",
    "lang",
    "dir",
    "title",
    "href",
    "rel",
    "src",
    "alt",
    "open",
    "start",
    "colspan",
    "rowspan",
    "scope",
    "datetime",
];

/// What replaces a token in the text.
#[derive(Clone, Debug)]
enum Hole {
    Piece(Piece),
    /// In place of the `<img>` whose address the token is.
    Picture(Piece),
}

/// What is found while the sanitiser works.
struct FilterState {
    origin: Origin,
    attributes: Vec<Attribute>,
    holes: Vec<Hole>,
    body: Body,
    /// The words of the current picture: the number of its tag, `alt`, `title`.
    picture: (usize, Option<String>, String),
}

/// The pieces without anything that is not allowed. Links and pictures of raw HTML are added to the
/// others in `body`, and what was left out is reported there.
pub(super) fn sanitise(
    pieces: Vec<Piece>,
    markup: Markup,
    origin: &Origin,
    body: &mut Body,
) -> Vec<Piece> {
    // Word and Outlook write hundreds of such attributes, of which none was typed by anybody.
    let pasted = markup.removed.iter().find(|removed| removed.is_pasted);
    if let Some(first) = pasted {
        let span = origin.span(first.range.clone());
        body.diagnostics.push(Diagnostic::new(Code::HtmlRemoved, span, PASTED).hint(PASTE_PLAIN));
    }
    for removed in markup.removed.iter().filter(|removed| !removed.is_pasted) {
        let left_out = || {
            let whole = format!("{} is not allowed in HTML and was left out", removed.what);
            match removed.inside {
                Inside::None => whole,
                Inside::Stays => format!("{whole}; the words in it stay"),
                Inside::Goes => format!("{whole}, with all that stands in it"),
            }
        };
        let (message, hint) = match &removed.wanted {
            Wanted::Words(words) => (
                format!("HTML has no tag {}, so readers do not see it", removed.what),
                format!("Write {} if readers should see it, or remove it", short(words)),
            ),
            Wanted::Heading(signs) => (
                left_out(),
                format!("Write the heading on a line of its own that begins with {signs}"),
            ),
            Wanted::Beginning => (
                format!("{} ends nothing that begins before it, so it was left out", removed.what),
                format!(
                    "Remove it, or write \\{} if readers should see it",
                    removed.what.trim_matches(['“', '”'])
                ),
            ),
            Wanted::Markup => (left_out(), "Use Markdown in its place, or remove it".to_owned()),
        };
        let span = origin.span(removed.range.clone());
        body.diagnostics.push(Diagnostic::new(Code::HtmlRemoved, span, message).hint(hint));
    }
    body.diagnostics.extend(markup.unclosed.iter().map(|at| comments::unclosed(origin, *at)));
    if let Some(range) = markup.too_many {
        let message = format!("This page has too much HTML: at most {MAX_TAGS} tags are allowed");
        body.diagnostics.push(
            Diagnostic::new(Code::TooMuchHtml, origin.span(range), message)
                .hint("Use Markdown, or split the page into several"),
        );
    }
    if !markup.used {
        return pieces;
    }
    let mut holes = vec![];
    let html = encoded(pieces, &mut holes);
    let found = Arc::new(Mutex::new(FilterState {
        origin: origin.clone(),
        attributes: markup.attributes,
        holes,
        body: std::mem::take(body),
        picture: (0, None, String::new()),
    }));
    let clean = clean(&html, found.clone());
    let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
    *body = std::mem::take(&mut found.body);
    decoded(&clean, &found.holes)
}

/// The pieces as one text. Every `="` in it was written by this program, because the quotes of
/// texts and values are escaped.
fn encoded(pieces: Vec<Piece>, holes: &mut Vec<Hole>) -> String {
    let mut html = String::new();
    for piece in pieces {
        match piece {
            Piece::Raw(raw) => html.push_str(&raw.replace("=\"", &format!("=\"{OURS}"))),
            hole => html.push_str(&token(holes, Hole::Piece(hole))),
        }
    }
    html
}

fn token(holes: &mut Vec<Hole>, hole: Hole) -> String {
    holes.push(hole);
    format!("{HOLE}{}{HOLE_END}", holes.len() - 1)
}

fn clean(html: &str, found: Arc<Mutex<FilterState>>) -> String {
    let tags: HashSet<&str> = TAGS.iter().chain(OUR_TAGS).copied().collect();
    let mut builder = ammonia::Builder::empty();
    builder
        .tags(tags)
        .tag_attributes(Default::default())
        .generic_attributes(ALL_ATTRIBUTES.iter().copied().collect())
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .attribute_filter(move |element, attribute, value| {
            let rest = value.strip_prefix(OURS)?;
            let Some(rest) = rest.strip_prefix(AUTHOR) else { return Some(Cow::Borrowed(rest)) };
            let (number, value) = rest.split_once(AUTHOR_END)?;
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            let from = found.attributes.get(number.parse::<usize>().ok()?)?.clone();
            let value = value.replace(is_refused, "");
            match element {
                "img" => found.picture(&from, attribute, value).map(Cow::Owned),
                _ => found.attribute(&from, attribute, value).map(Cow::Owned),
            }
        });
    builder.clean(html).to_string()
}

impl FilterState {
    /// The result for an author's attribute; its value is already decoded.
    fn attribute(&mut self, from: &Attribute, name: &str, value: String) -> Option<String> {
        match name {
            "id" => {
                let id = format!("{AUTHORS_ID}{}", value.replace(char::is_whitespace, "-"));
                self.body.raw_ids.push(id.clone());
                Some(id)
            }
            "href" => self.link(from, &value),
            _ => Some(value),
        }
    }

    /// Only the address of a picture is kept here, because the whole element becomes a hole.
    fn picture(&mut self, from: &Attribute, name: &str, value: String) -> Option<String> {
        if self.picture.0 != from.tag {
            self.picture = (from.tag, None, String::new());
        }
        match name {
            "src" => return Some(self.image(from, &value)),
            "alt" => self.picture.1 = Some(value),
            "title" => self.picture.2 = value,
            _ => {}
        }
        None
    }

    fn link(&mut self, from: &Attribute, value: &str) -> Option<String> {
        let span = self.origin.span(from.range.clone());
        if value.trim().is_empty() {
            let diagnostic = self.origin.no_address(span, "link", BETWEEN_QUOTES);
            self.body.diagnostics.push(diagnostic);
            return None;
        }
        if let Some(slip) = slip(value) {
            self.body.diagnostics.push(self.origin.slip(span, value, &slip));
            return None;
        }
        let (kind, destination) = match classify(value) {
            Ok(kind) => kind,
            Err(refusal) => {
                self.body.diagnostics.push(self.origin.forbidden(span, value, refusal));
                return None;
            }
        };
        let mut address = String::new();
        escape_address(&mut address, &destination);
        let index = self.body.links.len();
        let hole = match kind {
            LinkKind::Internal | LinkKind::Fragment => Piece::Link(index),
            // The token is the whole value of `href`: what follows it are attributes.
            LinkKind::External => {
                Piece::Raw(format!("{address}\" class=\"external\" rel=\"noopener external"))
            }
            LinkKind::Mail | LinkKind::Telephone => Piece::Raw(address),
        };
        self.body.links.push(Link { destination, span, kind });
        Some(token(&mut self.holes, Hole::Piece(hole)))
    }

    fn image(&mut self, from: &Attribute, value: &str) -> String {
        let span = self.origin.span(from.range.clone());
        let (_, alt, title) = std::mem::take(&mut self.picture);
        if alt.is_none() {
            self.body.diagnostics.push(self.origin.missing_alt(span.clone()));
        }
        let alt = alt.unwrap_or_default();
        let has_address = !value.trim().is_empty();
        if !has_address || !is_local(value) {
            self.body.diagnostics.push(match has_address {
                true => self.origin.remote_image(span, value),
                false => self.origin.no_address(span, "picture", BETWEEN_QUOTES),
            });
            let mut words = String::new();
            escape(&mut words, &alt);
            return token(&mut self.holes, Hole::Picture(Piece::Raw(words)));
        }
        let index = self.body.images.len();
        let destination = value.trim().to_owned();
        self.body.images.push(Image { destination, alt, title, span, alone: false });
        token(&mut self.holes, Hole::Picture(Piece::Image(index)))
    }
}

/// Replaces tokens by holes.
fn decoded(html: &str, holes: &[Hole]) -> Vec<Piece> {
    let mut pieces = vec![];
    let mut raw = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(HOLE) {
        raw.extend(before.chars().filter(|c| !is_refused(*c)));
        let Some((number, after)) = after.split_once(HOLE_END) else { break };
        rest = after;
        let hole = number.parse().ok().and_then(|number: usize| holes.get(number));
        let piece = match hole {
            Some(Hole::Piece(piece)) => piece,
            Some(Hole::Picture(piece)) => {
                raw.truncate(raw.strip_suffix("<img src=\"").map_or(raw.len(), str::len));
                rest = after.strip_prefix("\">").unwrap_or(after);
                piece
            }
            None => continue,
        };
        match piece {
            Piece::Raw(html) => raw.push_str(html),
            hole => {
                pieces.push(Piece::Raw(std::mem::take(&mut raw)));
                pieces.push(hole.clone());
            }
        }
    }
    raw.extend(rest.chars().filter(|c| !is_refused(*c)));
    pieces.push(Piece::Raw(raw));
    pieces
}
