//! Cards as HTML, each made once: a story hangs in many lists, and is the same sheet in all of them.

use std::sync::OnceLock;

use serde::Serialize;

use super::card::{Card, Shape};
use super::compose::{Proportions, compose};
use super::scene::Scene;
use crate::base::Diagnostic;
use crate::site::Entry;

/// Where sheets hang.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wall {
    /// The story wall: right below the page's title, and seen at once.
    Own,
    /// Below a heading of another page.
    Part,
}

/// The sheets of one language that somebody has asked for, by the stories' places in
/// `Site::stories`.
pub struct Sheets {
    own: Vec<OnceLock<Made>>,
    part: Vec<OnceLock<Made>>,
}

/// A sheet in its row, as the component `wall` takes it.
#[derive(Serialize)]
pub struct Hung {
    span: u8,
    shape: Shape,
    html: String,
}

type Made = Result<Sheet, Box<Diagnostic>>;

struct Sheet {
    proportions: Proportions,
    /// With `ROOT` for the way to the root.
    html: String,
}

/// Stands where each page writes its own way to the root; no text of a site can hold it.
const ROOT: char = '\u{1}';

/// What the component `card` is given.
#[derive(Serialize)]
struct Arguments<'a> {
    c: &'a Card,
    level: u8,
    eager: bool,
}

#[derive(Serialize)]
struct Surroundings<'a> {
    root: &'a str,
}

impl Sheets {
    /// Room for as many stories as there are.
    pub fn new(stories: usize) -> Sheets {
        let empty = || (0..stories).map(|_| OnceLock::new()).collect();
        Sheets { own: empty(), part: empty() }
    }
}

impl Scene<'_> {
    /// Stories side by side, in rows.
    pub fn hang<'s>(
        &self,
        wall: Wall,
        stories: impl Iterator<Item = &'s Entry>,
    ) -> Result<Vec<Hung>, Diagnostic> {
        let stories: Vec<&Entry> = stories.collect();
        let sheets: Vec<&Sheet> =
            stories.iter().map(|entry| self.sheet(wall, entry)).collect::<Result<_, _>>()?;
        let proportions: Vec<&Proportions> =
            sheets.iter().map(|sheet| &sheet.proportions).collect();
        let root = self.here.root();
        let spans = compose(&proportions);
        let mut hung: Vec<Hung> = sheets
            .iter()
            .zip(spans)
            .map(|(sheet, span)| Hung {
                span,
                shape: sheet.proportions.shape,
                html: sheet.html.replace(ROOT, &root),
            })
            .collect();
        // What is seen first is fetched first.
        if wall == Wall::Own
            && let (Some(first), [story, ..]) = (hung.first_mut(), stories.as_slice())
            && sheets[0].proportions.pictured
        {
            first.html = self.card_html(&self.card(story), wall, true, &root)?;
        }
        Ok(hung)
    }

    fn sheet(&self, wall: Wall, entry: &Entry) -> Result<&Sheet, Diagnostic> {
        let place = self.site.story_places.get(&entry.name).copied();
        let place = place.expect("only stories of the site hang on a wall");
        let sheets = self.context.sheets(self.language);
        let shelf = match wall {
            Wall::Own => &sheets.own,
            Wall::Part => &sheets.part,
        };
        let made = shelf[place].get_or_init(|| {
            let card = self.card(entry);
            let html = self.card_html(&card, wall, false, ROOT.encode_utf8(&mut [0; 4]))?;
            Ok(Sheet { proportions: Proportions::of(&card), html })
        });
        made.as_ref().map_err(|mistake| Diagnostic::clone(mistake))
    }

    fn card_html(
        &self,
        card: &Card,
        wall: Wall,
        eager: bool,
        root: &str,
    ) -> Result<String, Diagnostic> {
        let level = match wall {
            Wall::Own => 2,
            Wall::Part => 3,
        };
        let arguments = Arguments { c: card, level, eager };
        self.engine().component("card", &arguments, &Surroundings { root })
    }
}
