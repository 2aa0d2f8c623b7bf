//! What stands around every page and does not change from page to page: made once for all pages of
//! one part of the site that lie in one folder.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use super::scene::Scene;
use super::stencil::{Hole, Stencil};
use crate::base::Diagnostic;

/// The components that stand on every page, or that views fill in themselves.
pub(crate) const COMPONENTS: [&str; 4] = ["links", "masthead", "foot", "tongues"];

/// HTML that is the same on all pages of one part of the site that lie in one folder: the
/// components of these names.
pub(crate) struct Fixtures {
    pub(crate) links: String,
    /// With a hole for the page's other languages.
    pub(crate) masthead: Stencil,
    pub(crate) foot: String,
}

/// The fixtures of one language that somebody has asked for.
#[derive(Default)]
pub(crate) struct Known(Mutex<BTreeMap<Place, Arc<Fixtures>>>);

/// Where a page stands, as far as its fixtures depend on it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The way to the root.
    pub(crate) root: String,
    /// The key of the navigation's item that is open.
    pub(crate) section: Option<&'static str>,
    pub(crate) home: bool,
}

/// The same page in a language.
#[derive(Serialize)]
pub(crate) struct LanguageLink {
    pub(crate) lang: String,
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) current: bool,
}

/// The fixtures of a place, made when its first page asks.
pub(crate) fn fixtures(scene: &Scene<'_>, place: Place) -> Result<Arc<Fixtures>, Diagnostic> {
    #[derive(Serialize)]
    struct Nothing {}
    #[derive(Serialize)]
    struct Masthead {
        section: Option<&'static str>,
        home: bool,
        tongues: &'static str,
    }
    #[derive(Serialize)]
    struct Foot {
        home: bool,
    }
    let known = || scene.context.fixtures(scene.language).0.lock();
    if let Some(made) = known().unwrap_or_else(PoisonError::into_inner).get(&place) {
        return Ok(made.clone());
    }
    let (engine, around) = (scene.engine(), Surroundings { root: &place.root });
    let (section, home, tongues) = (place.section, place.home, Hole::Tongues.mark());
    let masthead = Masthead { section, home, tongues };
    let made = Arc::new(Fixtures {
        links: engine.component("links", &Nothing {}, &around)?,
        masthead: Stencil::new(engine.component("masthead", &masthead, &around)?),
        foot: engine.component("foot", &Foot { home }, &around)?,
    });
    known().unwrap_or_else(PoisonError::into_inner).insert(place, made.clone());
    Ok(made)
}

/// The masthead with the way to the other languages of this page.
pub(crate) fn masthead(
    scene: &Scene<'_>,
    stencil: &Stencil,
    root: &str,
    languages: &[LanguageLink],
) -> Result<String, Diagnostic> {
    #[derive(Serialize)]
    struct Tongues<'a> {
        languages: &'a [LanguageLink],
    }
    let tongues = match languages {
        [] => String::new(),
        _ => scene.engine().component("tongues", &Tongues { languages }, &Surroundings { root })?,
    };
    let mut html = String::with_capacity(stencil.length() + tongues.len());
    stencil.print(&mut html, 0, |hole| if hole == Hole::Tongues { &tongues } else { "" });
    Ok(html)
}

#[derive(Serialize)]
struct Surroundings<'a> {
    root: &'a str,
}
