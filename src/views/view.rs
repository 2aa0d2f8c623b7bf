//! Everything that an address can show, and what is known of it by its kind.

use std::sync::Arc;

use super::{feeds, wall};
use crate::base::{Rendition, SourcePath};
use crate::site::Entry;

/// Everything that an address can show.
#[derive(Clone, Debug)]
pub enum View {
    Home,
    Handbook,
    Page(Arc<Entry>),
    Themes,
    Theme(Arc<Entry>),
    Questions,
    Question(Arc<Entry>),
    Wall {
        list: Arc<wall::List>,
        page: usize,
    },
    Story(Arc<Entry>),
    Successes {
        page: usize,
    },
    People {
        page: usize,
    },
    Person(Arc<Entry>),
    Speaking,
    Opportunity(Arc<Entry>),
    Talks,
    Talk(Arc<Entry>),
    NotFound,
    /// An old address leads to this one of the same language.
    Redirect {
        to: String,
        title: String,
    },
    Atom(feeds::Feed),
    JsonFeed(feeds::Feed),
    Manifest,
    Sitemap,
    Robots,
    Asset(String),
    /// A drawing, or a paper to download.
    Media(SourcePath),
    Photo(SourcePath, Rendition),
}

impl View {
    /// The template of a page; `None` for what is no page.
    pub fn template(&self) -> Option<&'static str> {
        Some(match self {
            View::Home => "home.html",
            View::Handbook | View::Page(_) => "page.html",
            View::Themes => "themes.html",
            View::Theme(_) => "theme.html",
            View::Questions => "faq.html",
            View::Question(_) => "faq-entry.html",
            View::Wall { .. } => "wall.html",
            View::Story(_) => "story.html",
            View::Successes { .. } => "successes.html",
            View::People { .. } => "people.html",
            View::Person(_) => "person.html",
            View::Speaking => "speaking.html",
            View::Opportunity(_) => "opportunity.html",
            View::Talks => "talks.html",
            View::Talk(_) => "talk.html",
            View::NotFound => "not-found.html",
            View::Redirect { .. } => "redirect.html",
            View::Atom(_)
            | View::JsonFeed(_)
            | View::Manifest
            | View::Sitemap
            | View::Robots
            | View::Asset(_)
            | View::Media(_)
            | View::Photo(..) => return None,
        })
    }

    /// What it is, in one word.
    pub fn word(&self) -> &'static str {
        match self {
            View::Home => "home",
            View::Handbook => "handbook",
            View::Page(_) => "page",
            View::Themes => "themes",
            View::Theme(_) => "theme",
            View::Questions => "questions",
            View::Question(_) => "question",
            View::Wall { .. } => "wall",
            View::Story(_) => "story",
            View::Successes { .. } => "successes",
            View::People { .. } => "people",
            View::Person(_) => "person",
            View::Speaking => "speaking board",
            View::Opportunity(_) => "opportunity",
            View::Talks => "talks",
            View::Talk(_) => "talk",
            View::NotFound => "page for what is not there",
            View::Redirect { .. } => "way from an old address",
            View::Atom(_) => "Atom feed",
            View::JsonFeed(_) => "JSON feed",
            View::Manifest => "manifest",
            View::Sitemap => "sitemap",
            View::Robots => "word to robots",
            View::Asset(_) => "file of the look",
            View::Media(_) => "file of the content",
            View::Photo(..) => "photo",
        }
    }

    /// The text that has this page to itself.
    pub fn entry(&self) -> Option<&Arc<Entry>> {
        match self {
            View::Page(entry)
            | View::Theme(entry)
            | View::Question(entry)
            | View::Story(entry)
            | View::Person(entry)
            | View::Opportunity(entry)
            | View::Talk(entry) => Some(entry),
            _ => None,
        }
    }

    /// The same, to be exchanged.
    pub(super) fn entry_mut(&mut self) -> Option<&mut Arc<Entry>> {
        match self {
            View::Page(entry)
            | View::Theme(entry)
            | View::Question(entry)
            | View::Story(entry)
            | View::Person(entry)
            | View::Opportunity(entry)
            | View::Talk(entry) => Some(entry),
            _ => None,
        }
    }
}
