//! Cards as HTML, each made once: a story hangs in many lists, and is the same sheet in all of them.
//! A wall is its sheets one after the other.

use std::sync::OnceLock;

use serde::Serialize;

use super::card::Card;
use super::compose::{Proportions, compose};
use super::scene::Scene;
use super::stencil::{Hole, Stencil};
use crate::base::Diagnostic;
use crate::site::Entry;

/// Where sheets hang.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wall {
    /// The story wall: right below the page's title, and seen at once.
    Own,
    /// Below a heading of another page.
    Part,
}

/// The sheets of one language that somebody has asked for, by the stories' places in
/// `Site::stories`.
pub(crate) struct Sheets(Vec<OnceLock<Made>>);

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
    span: &'a str,
    /// What stands around text of which a wall shows as much as there is room for.
    text: &'a str,
    rest: &'a str,
    eager: bool,
}

#[derive(Serialize)]
struct Surroundings {
    root: &'static str,
}

impl Wall {
    /// The level of its sheets' headings.
    fn level(self) -> &'static str {
        match self {
            Wall::Own => "2",
            Wall::Part => "3",
        }
    }
}

impl Sheets {
    /// Room for as many stories as there are.
    pub(crate) fn new(stories: usize) -> Sheets {
        Sheets((0..stories).map(|_| OnceLock::new()).collect())
    }
}

impl Scene<'_> {
    /// Stories side by side, in rows: the items of a list, as HTML.
    pub(crate) fn hang<'s>(
        &self,
        wall: Wall,
        stories: impl Iterator<Item = &'s Entry>,
    ) -> Result<String, Diagnostic> {
        let stories: Vec<&Entry> = stories.collect();
        let sheets: Vec<&Sheet> =
            stories.iter().map(|entry| self.sheet(entry)).collect::<Result<_, _>>()?;
        let proportions: Vec<&Proportions> =
            sheets.iter().map(|sheet| &sheet.proportions).collect();
        // What is seen first is fetched first.
        let first = match stories.first().filter(|_| wall == Wall::Own) {
            Some(story) if sheets[0].proportions.pictured => {
                Some(self.drawn(&self.card(story), true)?)
            }
            _ => None,
        };
        let stencils = first.as_ref().into_iter();
        let stencils =
            stencils.chain(sheets.iter().map(|sheet| &sheet.html).skip(first.iter().count()));
        let root = self.here.root();
        let mut html = String::with_capacity(sheets.iter().map(|sheet| sheet.html.length()).sum());
        for (stencil, place) in stencils.zip(compose(&proportions)) {
            let span = place.span.to_string();
            stencil.print(&mut html, place.text, |hole| match hole {
                Hole::Root => &root,
                Hole::Level => wall.level(),
                Hole::Span => &span,
                Hole::Tongues | Hole::Text | Hole::Rest => "",
            });
            html.push('\n');
        }
        Ok(html)
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
        let (level, span) = (Hole::Level.mark(), Hole::Span.mark());
        let (text, rest) = (Hole::Text.mark(), Hole::Rest.mark());
        let arguments = Arguments { c: card, level, span, text, rest, eager };
        let around = Surroundings { root: Hole::Root.mark() };
        self.engine().component("card", &arguments, &around).map(Stencil::new)
    }
}
