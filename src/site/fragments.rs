//! Places in a text that the end of a link names, `#lifts`. Each text is looked through once, however
//! many links lead there.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
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
    let headings = || document.headings.iter().map(String::as_str);
    let authors = || document.raw_ids.iter().map(|id| written(id));
    meant(fragment, &headings().chain(authors()).collect::<Vec<_>>())
}

/// The name that somebody meant, if that is certain enough: one with a slip or two in a long name and
/// with the same digits, or the only one with the same words and more.
fn meant<'a>(fragment: &str, all: &[&'a str]) -> Option<&'a str> {
    let wanted = slug(fragment);
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let same_digits = |name: &&&str| digits(name) == digits(&wanted);
    let length = wanted.chars().count();
    if length >= SHORT {
        // A part of the letters may differ, and never the half of a short name.
        let near = nearest(&wanted, all.iter().filter(same_digits).copied());
        let slips = near.map(|near| strsim::damerau_levenshtein(&wanted, near));
        if let Some(near) = near.filter(|_| slips.is_some_and(|slips| slips * 4 <= length)) {
            return Some(near);
        }
    }
    let words = |name: &str| -> BTreeSet<String> {
        name.split(['-', '_']).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let own = words(&wanted);
    let says = |words: &BTreeSet<String>| words.iter().any(|word| word.chars().count() >= SHORT);
    let mut same = all.iter().copied().filter(|name| {
        let words = words(name);
        let less = words.intersection(&own).cloned().collect::<BTreeSet<_>>();
        says(&less) && (less == own || less == words)
    });
    let only = same.next()?;
    same.next().is_none().then_some(only)
}

/// Names of fewer letters are too short to guess from.
const SHORT: usize = 4;

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

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn only_a_place_that_was_meant_is_named() {
        let all =
            ["roller-og-ansvar", "hvem-ringer-jeg-til", "trin-1", "trin-2", "om", "2026", "løn"];
        for (typed, place) in [
            ("roller", Some("roller-og-ansvar")),
            ("Roller-og-ansva", Some("roller-og-ansvar")),
            ("ansvar", Some("roller-og-ansvar")),
            ("hvem-ringer", Some("hvem-ringer-jeg-til")),
            ("hvem-ringer-jeg-til-nu", Some("hvem-ringer-jeg-til")),
            ("hvem-ringre-jeg-til", Some("hvem-ringer-jeg-til")),
            ("trin-3", None),
            ("trin", None),
            ("2025", None),
            ("ok", None),
            ("lån", None),
            ("zzz", None),
            ("ferie-og-barsel", None),
            ("", None),
        ] {
            assert_eq!(meant(typed, &all), place, "{typed}");
        }
    }
}
