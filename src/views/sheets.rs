//! Cards as HTML, each made once: a story hangs in many lists, and is the same sheet in all of them.

use std::sync::OnceLock;

use serde::Serialize;

use super::card::{Card, Shape};
use super::compose::{Proportions, compose};
use super::scene::Scene;
use super::stencil::{self, Stencil};
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
pub struct Sheets(Vec<OnceLock<Made>>);

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
    html: Stencil,
}

/// What the component `card` is given.
#[derive(Serialize)]
struct Arguments<'a> {
    c: &'a Card,
    level: &'a str,
    eager: bool,
}

#[derive(Serialize)]
struct Surroundings {
    root: &'static str,
}

impl Wall {
    /// The level of its sheets' headings.
    fn level(self) -> u8 {
        match self {
            Wall::Own => 2,
            Wall::Part => 3,
        }
    }
}

impl Sheets {
    /// Room for as many stories as there are.
    pub fn new(stories: usize) -> Sheets {
        Sheets((0..stories).map(|_| OnceLock::new()).collect())
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
            stories.iter().map(|entry| self.sheet(entry)).collect::<Result<_, _>>()?;
        let proportions: Vec<&Proportions> =
            sheets.iter().map(|sheet| &sheet.proportions).collect();
        let root = self.here.root();
        let mut hung: Vec<Hung> = sheets
            .iter()
            .zip(compose(&proportions))
            .map(|(sheet, span)| Hung {
                span,
                shape: sheet.proportions.shape,
                html: sheet.html.print(&root, wall.level()),
            })
            .collect();
        // What is seen first is fetched first.
        if wall == Wall::Own
            && let (Some(first), [story, ..]) = (hung.first_mut(), stories.as_slice())
            && sheets[0].proportions.pictured
        {
            first.html = self.drawn(&self.card(story), true)?.print(&root, wall.level());
        }
        Ok(hung)
    }

    fn sheet(&self, entry: &Entry) -> Result<&Sheet, Diagnostic> {
        let place = self.site.story_places.get(&entry.name).copied();
        let place = place.expect("only stories of the site hang on a wall");
        let made = self.context.sheets(self.language).0[place].get_or_init(|| {
            let card = self.card(entry);
            let html = self.drawn(&card, false)?;
            Ok(Sheet { proportions: Proportions::of(&card), html })
        });
        made.as_ref().map_err(|mistake| Diagnostic::clone(mistake))
    }

    fn drawn(&self, card: &Card, eager: bool) -> Result<Stencil, Diagnostic> {
        let arguments = Arguments { c: card, level: stencil::LEVEL, eager };
        let around = Surroundings { root: stencil::ROOT };
        self.engine().component("card", &arguments, &around).map(Stencil::new)
    }
}
