//! The page on which somebody asks a question, proposes a topic, or adds a sentence to a colleague's
//! story, and takes it along: nothing of it is sent from here.

use serde::Serialize;

use super::Page;
use super::page_meta::PageMeta;
use super::scene::{Contact, Scene};
use super::tell::{Colleague, Forge, colleagues, forge};
use crate::config::HelpsWith;
use crate::document::kinds::faq::About;

/// What the template `ask.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    /// What a question can be about.
    abouts: Vec<&'static str>,
    stories: Vec<Told>,
    people: Vec<Colleague>,
    helper: Option<Contact>,
    forge: Option<Forge>,
    /// The first language of the site, in which names of files are made.
    first: String,
    /// The language of the page in its own words, where it is not the first one of the site: what is
    /// written here then says so.
    tongue: Option<String>,
}

/// A story to which somebody can add a sentence.
#[derive(Serialize)]
struct Told {
    /// As the address of this page names it.
    name: String,
    title: String,
    lang: String,
    /// Its file.
    file: String,
}

/// How many stories are offered by title, the newest; older ones are named by their address. The page
/// holds all of them at once.
const STORIES: usize = 100;

pub(crate) fn view(scene: &Scene<'_>) -> Page<Values> {
    let site = scene.site;
    let stories = site.stories.iter().take(STORIES).map(|entry| Told {
        name: entry.name.to_string(),
        title: scene.link_to(entry).title,
        lang: entry.original.language.clone(),
        file: entry.original.path.to_string(),
    });
    let is_first = scene.code() == site.default_language();
    Page {
        meta: PageMeta { title: scene.text("ask-title"), kind: "ask", ..PageMeta::default() },
        crumbs: vec![],
        values: Values {
            abouts: About::ALL.iter().map(|about| about.word()).collect(),
            stories: stories.collect(),
            people: colleagues(scene),
            helper: scene.helper_with(HelpsWith::Questions),
            forge: forge(scene),
            first: site.default_language().to_string(),
            tongue: (!is_first).then(|| scene.language_name(scene.code())),
        },
    }
}
