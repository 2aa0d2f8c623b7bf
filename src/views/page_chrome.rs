//! The page chrome that is the same on many pages: made once for all pages of one section of the
//! site that are in one folder.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use super::menu;
use super::scene::{LinkTo, Scene};
use super::slotted_html::{Slot, SlottedHtml};
use crate::base::Diagnostic;
use crate::look::Root;

/// The HTML that is the same on all pages of one section in one folder. Each field holds the
/// component of the same name.
pub(crate) struct PageChrome {
    pub(crate) links: String,
    /// With a slot for the page's other languages.
    pub(crate) masthead: SlottedHtml,
    pub(crate) foot: String,
}

/// The page chrome of one language, for every key that a page has asked for.
#[derive(Default)]
pub(crate) struct ChromeCache(Mutex<BTreeMap<ChromeKey, Arc<PageChrome>>>);

/// What the chrome of a page depends on.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ChromeKey {
    /// The relative path to the root of the site.
    pub(crate) root: String,
    /// The key of the navigation item that is open.
    pub(crate) section: Option<&'static str>,
    pub(crate) home: bool,
}

/// A link to the same page in another language.
#[derive(Serialize)]
pub(crate) struct LanguageLink {
    pub(crate) lang: String,
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) current: bool,
}

/// The chrome of a page, made when the first page asks for it.
pub(crate) fn page_chrome(
    scene: &Scene<'_>,
    key: ChromeKey,
) -> Result<Arc<PageChrome>, Diagnostic> {
    #[derive(Serialize)]
    struct Nothing {}
    #[derive(Serialize)]
    struct Masthead {
        section: Option<&'static str>,
        home: bool,
        /// By the key of the part.
        stops: BTreeMap<&'static str, Vec<LinkTo>>,
    }
    #[derive(Serialize)]
    struct Foot {
        home: bool,
    }
    let known = || scene.caches().chrome.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(made) = known().get(&key) {
        return Ok(made.clone());
    }
    let (root, home) = (&key.root, key.home);
    let masthead = Masthead { section: key.section, home, stops: menu::stops(scene) };
    let made = Arc::new(PageChrome {
        links: scene.component("links", &Nothing {}, Root::Path(root), &[])?,
        masthead: SlottedHtml::render(scene, "masthead", &masthead, root, &[Slot::LanguageLinks])?,
        foot: scene.component("foot", &Foot { home }, Root::Path(root), &[])?,
    });
    known().insert(key, made.clone());
    Ok(made)
}

/// The masthead with the links to the other languages of this page.
pub(crate) fn masthead(
    scene: &Scene<'_>,
    masthead: &SlottedHtml,
    root: &str,
    languages: &[LanguageLink],
) -> Result<String, Diagnostic> {
    #[derive(Serialize)]
    struct Languages<'a> {
        languages: &'a [LanguageLink],
    }
    let links = match languages {
        [] => String::new(),
        _ => {
            let arguments = Languages { languages };
            scene.component("language_links", &arguments, Root::Path(root), &[])?
        }
    };
    let mut html = String::with_capacity(masthead.length() + links.len());
    masthead.print(&mut html, 0, |slot| if slot == Slot::LanguageLinks { &links } else { "" });
    Ok(html)
}
