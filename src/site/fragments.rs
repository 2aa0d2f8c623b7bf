//! Places in a text that the end of a link names, `#lifts`. Each text is looked through once, however
//! many links lead there.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::OnceLock;

use super::Site;
use crate::base::SourcePath;
use crate::base::diagnostic::nearest;
use crate::document::Facts;
use crate::document::markdown::{AUTHORS_ID, heading_slug as slug};

/// The places of all texts, each made when the first link asks.
#[derive(Debug, Default)]
pub(super) struct Fragments(OnceLock<HashMap<SourcePath, OnceLock<Fragment>>>);

/// A place in a text: a heading, an id of raw HTML, both counted from 0, or the beginning.
#[derive(Clone, Copy, Debug)]
enum Place {
    Heading(u32),
    Raw(u32),
    Top,
}

/// The places of one text, by all the names that they have.
#[derive(Debug, Default)]
struct Fragment {
    /// By their ids, and by what authors wrote as ids.
    exact: HashMap<String, Place>,
    /// By the names that other tools give them.
    others: HashMap<String, Place>,
    /// Headings by their letters without hyphens: tools differ in where they put those.
    letters: HashMap<String, Place>,
    /// By the names that other tools give them, in small letters.
    folded: HashMap<String, Place>,
}

impl Fragments {
    /// The id in `document` that `fragment` means: a heading's, or one of raw HTML, which readers get
    /// with a prefix that its author need not know. Empty for the title, which is the beginning of
    /// the page.
    pub(super) fn id<'a>(
        &self,
        site: &Site,
        document: &'a Facts,
        fragment: &str,
    ) -> Option<&'a str> {
        let empty = || site.facts.keys().map(|path| (path.clone(), OnceLock::new())).collect();
        let place = match self.0.get_or_init(empty).get(&document.path) {
            Some(known) => known.get_or_init(|| Fragment::of(document)).place(fragment),
            None => Fragment::of(document).place(fragment),
        };
        match place? {
            Place::Heading(at) => document.headings.get(at as usize).map(String::as_str),
            Place::Raw(at) => document.raw_ids.get(at as usize).map(String::as_str),
            Place::Top => Some(""),
        }
    }
}

/// The place of `document` with the name nearest to `fragment`. It looks at all of them.
pub(super) fn near<'a>(document: &'a Facts, fragment: &str) -> Option<&'a str> {
    let headings = document.headings.iter().map(String::as_str);
    let authors = document.raw_ids.iter().map(|id| written(id));
    nearest(fragment, headings.chain(authors))
}

/// An id as its author wrote it.
fn written(id: &str) -> &str {
    id.strip_prefix(AUTHORS_ID).unwrap_or(id)
}

impl Fragment {
    fn of(document: &Facts) -> Fragment {
        let mut all = Fragment::default();
        // What comes first, counts.
        let add = |map: &mut HashMap<String, Place>, name: String, place: Place| {
            if let Entry::Vacant(vacant) = map.entry(name) {
                vacant.insert(place);
            }
        };
        for (at, id) in (0..).zip(&document.headings) {
            add(&mut all.exact, id.clone(), Place::Heading(at));
            add(&mut all.letters, letters(id), Place::Heading(at));
        }
        for (at, id) in (0..).zip(&document.raw_ids) {
            add(&mut all.exact, id.clone(), Place::Raw(at));
        }
        for (at, id) in (0..).zip(&document.raw_ids) {
            add(&mut all.exact, written(id).to_owned(), Place::Raw(at));
        }
        for other in &document.other_ids {
            let place = other.heading.map_or(Place::Top, Place::Heading);
            add(&mut all.others, other.id.clone(), place);
            add(&mut all.folded, other.id.to_lowercase(), place);
        }
        all
    }

    fn place(&self, fragment: &str) -> Option<Place> {
        if let Some(exact) = self.exact.get(fragment) {
            return Some(*exact);
        }
        let fragment = written(fragment);
        if fragment == "top" {
            return Some(Place::Top);
        }
        if let Some(other) = self.others.get(fragment) {
            return Some(*other);
        }
        // `Other-people-s--money` for `other-peoples-money`.
        let wanted = letters(&slug(fragment));
        if wanted.is_empty() {
            return None;
        }
        self.letters.get(&wanted).or_else(|| self.folded.get(&fragment.to_lowercase())).copied()
    }
}

fn letters(id: &str) -> String {
    id.replace(['-', '_'], "")
}
