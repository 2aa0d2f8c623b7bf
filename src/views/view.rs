//! Everything that an address can show, and what is known of it by its kind.

use std::sync::Arc;

use super::{feeds, lists};
use crate::base::{Rendition, SourcePath, Stage};
use crate::site::{Entry, Site};

/// Everything that an address can show; texts by their names.
#[derive(Clone, Debug)]
pub(crate) enum View {
    Home,
    Handbook,
    Page(Arc<str>),
    Themes,
    Theme(Arc<str>),
    Questions,
    Question(Arc<str>),
    Wall {
        list: Arc<lists::List>,
        page: usize,
    },
    Story(Arc<str>),
    Successes {
        page: usize,
    },
    People {
        page: usize,
    },
    Person(Arc<str>),
    Speaking,
    Opportunity(Arc<str>),
    Talks,
    Talk(Arc<str>),
    NotFound,
    /// An old address leads to this text in the same language.
    Redirect(Arc<str>),
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
    pub(crate) fn template(&self) -> Option<&'static str> {
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
            View::Redirect(_) => "redirect.html",
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

    /// When it is put where readers see it.
    pub(crate) fn stage(&self) -> Stage {
        match self {
            View::Asset(_) | View::Media(_) | View::Photo(..) | View::Manifest => Stage::Files,
            View::Page(_)
            | View::Theme(_)
            | View::Question(_)
            | View::Story(_)
            | View::Person(_)
            | View::Opportunity(_)
            | View::Talk(_)
            | View::NotFound
            | View::Redirect(_) => Stage::Pages,
            View::Home
            | View::Handbook
            | View::Themes
            | View::Questions
            | View::Wall { .. }
            | View::Successes { .. }
            | View::People { .. }
            | View::Speaking
            | View::Talks
            | View::Atom(_)
            | View::JsonFeed(_)
            | View::Sitemap
            | View::Robots => Stage::Entrances,
        }
    }

    /// What it is, in one word.
    pub(crate) fn word(&self) -> &'static str {
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
            View::Redirect(_) => "way from an old address",
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
    pub(crate) fn entry<'a>(&self, site: &'a Site) -> Option<&'a Arc<Entry>> {
        site.entry(self.text()?)
    }

    /// The name of the text that has this page to itself.
    pub(crate) fn text(&self) -> Option<&Arc<str>> {
        match self {
            View::Page(name)
            | View::Theme(name)
            | View::Question(name)
            | View::Story(name)
            | View::Person(name)
            | View::Opportunity(name)
            | View::Talk(name) => Some(name),
            _ => None,
        }
    }
}
