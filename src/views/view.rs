//! Everything that an address can show (`View`), and what follows from the kind of view alone.

use std::sync::Arc;

use super::{feeds, lists};
use crate::base::{Rendition, SourcePath, Stage};
use crate::data::quarters::Quarter;
use crate::document::Kind;
use crate::document::kinds::table::Section;
use crate::site::{Entry, Site};

/// The address of the page that names all lists of the wall.
pub(crate) const WALL_LISTS: &str = "stories/by/index.html";
/// The address of the file that says which stories are in which list.
pub(crate) const LIST_MEMBERS: &str = "stories/by/lists.json";
/// The address of what the coach says on the page where a story is written, and by which words.
pub(crate) const COACH_RULES: &str = "tell/coach.js";
/// The address of the page about feeds.
pub(crate) const FEED_LIST: &str = "feeds/index.html";

/// Everything that an address can show. Texts are given by their names.
#[derive(Clone, Debug)]
pub(crate) enum View {
    Home,
    Handbook,
    /// A text, at an address of its own.
    Text(Kind, Arc<str>),
    /// A page of the list of a kind.
    List {
        kind: Kind,
        page: usize,
    },
    Wall {
        list: Arc<lists::List>,
        page: usize,
    },
    Successes {
        page: usize,
    },
    /// The names of all lists of the wall.
    WallLists,
    /// Which stories are in which list of the wall, for the script of the filters.
    ListMembers,
    /// What feeds are, and which there are.
    FeedList,
    /// What each code of a report means, and what helps.
    Checks,
    /// All quarters that were evaluated.
    Evaluations,
    /// What came of a quarter.
    Evaluation(Quarter),
    /// What the programme is for, what was promised, and who answers for it.
    Programme,
    /// A page of a goal of the programme, by its place among them.
    Goal {
        goal: usize,
        page: usize,
    },
    /// A series of meetings of the programme, by its place among them.
    Meeting(usize),
    /// A calendar of all meetings, or of one series.
    MeetingCalendar(Option<usize>),
    /// A calendar of the dates of trainings.
    TrainingCalendar,
    /// Where somebody writes a story.
    Tell,
    /// Where somebody asks, proposes a topic, or adds to a story.
    Ask,
    /// A poster of the text of this name, to print.
    Poster(Arc<str>),
    /// Stories to show at a meeting and on a screen.
    Slides,
    /// What the coach says there, and by which words and limits it reads.
    CoachRules,
    NotFound,
    /// An old address, which redirects to this text in the same language.
    Redirect(Arc<str>),
    Atom(feeds::Feed),
    JsonFeed(feeds::Feed),
    Manifest,
    Sitemap,
    Robots,
    Asset(String),
    /// A drawing, or a file to download.
    Media(SourcePath),
    Photo(SourcePath, Rendition),
}

impl View {
    /// The template of a page; `None` for what is no page.
    pub(crate) fn template(&self) -> Option<&'static str> {
        match self {
            View::Home => Some("home.html"),
            View::Handbook => Some("handbook.html"),
            View::Text(kind, _) => Some(kind.row().page.template),
            View::List { kind, .. } => Some(kind.row().list.shown()?.template),
            View::Wall { .. } => Some("wall.html"),
            View::Successes { .. } => Some("successes.html"),
            View::WallLists => Some("wall-lists.html"),
            View::FeedList => Some("feeds.html"),
            View::Checks => Some("checks.html"),
            View::Evaluations => Some("evaluations.html"),
            View::Evaluation(_) => Some("evaluation.html"),
            View::Programme => Some("programme.html"),
            View::Goal { .. } => Some("goal.html"),
            View::Meeting(_) => Some("meeting.html"),
            View::Tell => Some("tell.html"),
            View::Ask => Some("ask.html"),
            View::Poster(_) => Some("poster.html"),
            View::Slides => Some("slides.html"),
            View::NotFound => Some("not-found.html"),
            View::Redirect(_) => Some("redirect.html"),
            View::Atom(_)
            | View::JsonFeed(_)
            | View::ListMembers
            | View::CoachRules
            | View::MeetingCalendar(_)
            | View::TrainingCalendar
            | View::Manifest
            | View::Sitemap
            | View::Robots
            | View::Asset(_)
            | View::Media(_)
            | View::Photo(..) => None,
        }
    }

    /// Whether it is a page with the navigation and the foot around it.
    pub(crate) fn has_chrome(&self) -> bool {
        self.template().is_some() && !matches!(self, View::Redirect(_))
    }

    /// The stage of publishing at which it is written.
    pub(crate) fn stage(&self) -> Stage {
        match self {
            View::Asset(_) | View::Media(_) | View::Photo(..) | View::Manifest => Stage::Files,
            View::Text(..)
            | View::Evaluation(_)
            | View::Poster(_)
            | View::NotFound
            | View::Redirect(_) => Stage::Pages,
            View::Home
            | View::Handbook
            | View::List { .. }
            | View::Wall { .. }
            | View::Successes { .. }
            | View::WallLists
            | View::ListMembers
            | View::FeedList
            | View::Checks
            | View::Evaluations
            | View::Programme
            | View::Goal { .. }
            | View::Meeting(_)
            | View::MeetingCalendar(_)
            | View::TrainingCalendar
            | View::Tell
            | View::Ask
            | View::Slides
            | View::CoachRules
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
            View::Text(kind, _) => kind.row().page.word,
            View::List { kind, .. } => kind.row().list.shown().map_or(kind.word(), |it| it.word),
            View::Wall { .. } => "wall",
            View::Successes { .. } => "successes",
            View::WallLists => "lists of the wall",
            View::ListMembers => "members of the wall's lists",
            View::FeedList => "page about feeds",
            View::Checks => "page about what the check says",
            View::Evaluations => "all evaluations",
            View::Evaluation(_) => "evaluation of a quarter",
            View::Programme => "page of the programme",
            View::Goal { .. } => "page of a goal",
            View::Meeting(_) => "page of a series of meetings",
            View::MeetingCalendar(_) => "calendar of meetings",
            View::TrainingCalendar => "calendar of trainings",
            View::Tell => "page to write a story on",
            View::Ask => "page to ask and propose on",
            View::Poster(_) => "poster",
            View::Slides => "stories to show",
            View::CoachRules => "words of the coach",
            View::NotFound => "page for addresses that do not exist",
            View::Redirect(_) => "redirect from an old address",
            View::Atom(_) => "Atom feed",
            View::JsonFeed(_) => "JSON feed",
            View::Manifest => "manifest",
            View::Sitemap => "sitemap",
            View::Robots => "rules for search engines",
            View::Asset(_) => "file of the look",
            View::Media(_) => "file from content/",
            View::Photo(..) => "photo",
        }
    }

    /// The section that the view belongs to. The item of this section is open in the navigation.
    pub(crate) fn section(&self) -> Option<Section> {
        match self {
            View::Text(kind, _) | View::List { kind, .. } => Some(kind.row().section),
            View::Wall { .. } | View::Successes { .. } | View::WallLists => Some(Section::Stories),
            View::Handbook
            | View::Checks
            | View::Evaluations
            | View::Evaluation(_)
            | View::Programme
            | View::Goal { .. }
            | View::Meeting(_)
            | View::Slides => Some(Section::Handbook),
            View::Home
            | View::MeetingCalendar(_)
            | View::TrainingCalendar
            | View::ListMembers
            | View::FeedList
            | View::Tell
            | View::Ask
            | View::Poster(_)
            | View::CoachRules
            | View::NotFound
            | View::Redirect(_)
            | View::Atom(_)
            | View::JsonFeed(_)
            | View::Manifest
            | View::Sitemap
            | View::Robots
            | View::Asset(_)
            | View::Media(_)
            | View::Photo(..) => None,
        }
    }

    /// The text whose own page this is.
    pub(crate) fn entry<'a>(&self, site: &'a Site) -> Option<&'a Arc<Entry>> {
        site.entry(self.text()?)
    }

    /// The name of the text whose own page this is.
    pub(crate) fn text(&self) -> Option<&Arc<str>> {
        if let View::Text(_, name) = self { Some(name) } else { None }
    }

    /// The name of the text that, if it exists, is shown at the head of this page.
    pub(crate) fn opening(&self) -> Option<&'static str> {
        match self {
            View::Home => Some("index"),
            View::List { kind, .. } => kind.opening(),
            View::Wall { list, .. } if list.filter == lists::Filter::Everything => {
                Kind::Story.opening()
            }
            View::Handbook
            | View::Text(..)
            | View::Wall { .. }
            | View::Successes { .. }
            | View::WallLists
            | View::ListMembers
            | View::FeedList
            | View::Checks
            | View::Evaluations
            | View::Evaluation(_)
            | View::Programme
            | View::Goal { .. }
            | View::Meeting(_)
            | View::MeetingCalendar(_)
            | View::TrainingCalendar
            | View::Tell
            | View::Ask
            | View::Poster(_)
            | View::Slides
            | View::CoachRules
            | View::NotFound
            | View::Redirect(_)
            | View::Atom(_)
            | View::JsonFeed(_)
            | View::Manifest
            | View::Sitemap
            | View::Robots
            | View::Asset(_)
            | View::Media(_)
            | View::Photo(..) => None,
        }
    }

    /// Whether search engines may list a page of this view, where they may list the site: not what
    /// only those need who keep it.
    pub(crate) fn is_for_searching(&self) -> bool {
        !matches!(
            self,
            View::NotFound
                | View::Redirect(_)
                | View::Checks
                | View::Evaluations
                | View::Evaluation(_)
                | View::Poster(_)
                | View::Slides
        )
    }
}
