//! All documents together: what only the whole site knows. Built whole each time, never patched.

pub mod addresses;
pub mod board;
pub mod entry;
pub mod links;
pub mod media;
pub mod navigation;
pub mod visibility;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

pub use board::BoardPast;
pub use entry::{Entry, Group};
pub use media::Media;
pub use navigation::Navigation;
pub use visibility::Hidden;

use crate::base::{Date, SourcePath};
use crate::config::{Config, Programme};
use crate::document::kinds::story::Audience;
use crate::document::{Document, Kind};
use crate::language::Languages;

/// For whom and for which day the site is made.
#[derive(Clone, Debug)]
pub struct Settings {
    pub today: Date,
    /// Show drafts and stories of days to come.
    pub drafts: bool,
    pub audience: BuildAudience,
    /// Instead of the one of `site.toml`.
    pub base_url: Option<String>,
}

/// Who will be able to read the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuildAudience {
    Internal,
    Public,
}

/// The site, of which every page is a view.
pub struct Site {
    pub config: Arc<Config>,
    pub programme: Arc<Programme>,
    pub programme_path: SourcePath,
    pub languages: Arc<Languages>,
    pub settings: Settings,
    /// Every text by its name, `faq/bad-spelling`, that readers may see.
    pub entries: BTreeMap<String, Arc<Entry>>,
    /// Texts that are there and not shown, with the reason.
    pub hidden: BTreeMap<String, Hidden>,
    /// Translations without an original, by their file.
    pub orphans: Vec<Arc<Document>>,
    /// Every document, shown or not, for the checks.
    pub documents: Arc<BTreeMap<SourcePath, Arc<Document>>>,
    /// Pictures and papers of `content/`.
    pub media: Arc<BTreeMap<SourcePath, Media>>,
    /// Files that cannot be used, by path, for links that lead to them.
    pub flawed: Arc<BTreeSet<SourcePath>>,
    /// Pictures that this build's readers may not see, wherever a text may show them.
    pub unseen: BTreeSet<SourcePath>,
    /// Newest first; then by name, so that the order never depends on chance.
    pub stories: Vec<Arc<Entry>>,
    /// Where each story stands in `stories`.
    pub story_places: HashMap<String, usize>,
    /// Stories by who tells them, by person, newest first, as places in `stories`.
    pub stories_by_author: HashMap<String, Vec<usize>>,
    /// Stories by theme, newest first, as places in `stories`.
    pub stories_by_theme: HashMap<String, Vec<usize>>,
    pub navigation: Navigation,
    pub board: BoardPast,
}

/// What `Site::new` is made of.
pub struct Parts {
    pub config: Arc<Config>,
    pub programme: Arc<Programme>,
    pub languages: Arc<Languages>,
    pub settings: Settings,
    pub documents: Arc<BTreeMap<SourcePath, Arc<Document>>>,
    pub media: Arc<BTreeMap<SourcePath, Media>>,
    pub flawed: Arc<BTreeSet<SourcePath>>,
}

impl Site {
    pub fn new(parts: Parts) -> Site {
        let (all, orphans) = entry::group(&parts.documents, parts.config.default_language());
        let (entries, hidden) = visibility::part(all, &parts.settings);
        let mut stories: Vec<Arc<Entry>> =
            entries.values().filter(|entry| entry.story().is_some()).cloned().collect();
        // Newest first; entries come in the order of their names, and the sort keeps it.
        stories.sort_by_key(|entry| std::cmp::Reverse(entry.story().and_then(|story| story.date)));
        let navigation = Navigation::new(&entries);
        let board = BoardPast::new(&entries);
        let mut site = Site {
            config: parts.config,
            programme: parts.programme,
            programme_path: SourcePath::new("content/programme.toml").expect("a path inside"),
            languages: parts.languages,
            settings: parts.settings,
            entries,
            hidden,
            orphans,
            documents: parts.documents,
            media: parts.media,
            flawed: parts.flawed,
            unseen: BTreeSet::new(),
            story_places: HashMap::new(),
            stories_by_author: HashMap::new(),
            stories_by_theme: HashMap::new(),
            stories,
            navigation,
            board,
        };
        site.index_stories();
        site.unseen = visibility::unseen(&site);
        site
    }

    fn index_stories(&mut self) {
        for (place, entry) in self.stories.iter().enumerate() {
            self.story_places.insert(entry.name.clone(), place);
            let Some(story) = entry.story() else { continue };
            for author in &story.author {
                self.stories_by_author.entry(author.id.clone()).or_default().push(place);
            }
            if let Some(theme) = &story.theme {
                self.stories_by_theme.entry(theme.id.clone()).or_default().push(place);
            }
        }
    }

    pub fn entry(&self, name: &str) -> Option<&Arc<Entry>> {
        self.entries.get(name)
    }

    /// The entries of a kind, in the order of their names.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Arc<Entry>> {
        self.entries.values().filter(move |entry| entry.original.kind == kind)
    }

    pub fn person(&self, id: &str) -> Option<&Arc<Entry>> {
        self.entries.get(&format!("people/{id}"))
    }

    pub fn theme(&self, id: &str) -> Option<&Arc<Entry>> {
        self.entries.get(&format!("themes/{id}"))
    }

    pub fn opportunity(&self, id: &str) -> Option<&Arc<Entry>> {
        self.entries.get(&format!("speaking/{id}"))
    }

    /// The stories of a person as entries, newest first.
    pub fn told_by(&self, id: &str) -> impl Iterator<Item = &Arc<Entry>> {
        self.stories_by_author.get(id).into_iter().flatten().map(|place| &self.stories[*place])
    }

    /// The stories on a theme, newest first.
    pub fn told_on(&self, theme: &str) -> impl Iterator<Item = &Arc<Entry>> {
        self.stories_by_theme.get(theme).into_iter().flatten().map(|place| &self.stories[*place])
    }

    /// The code of the language that everything is written in first.
    pub fn default_language(&self) -> &str {
        self.config.default_language()
    }

    /// Where the site is published, with a slash at its end.
    pub fn base_url(&self) -> Option<String> {
        let given = self.settings.base_url.as_deref().map(crate::config::with_slash);
        given.or_else(|| self.config.base_url.clone())
    }

    pub fn is_public(&self) -> bool {
        self.settings.audience == BuildAudience::Public
    }

    /// The team of a story: its own, or its first author's.
    pub fn team_of<'a>(&'a self, entry: &'a Entry) -> Option<&'a str> {
        let story = entry.story()?;
        let own = story.team.as_ref().map(|team| team.id.as_str());
        own.or_else(|| Some(self.first_author(entry)?.team.as_ref()?.id.as_str()))
    }

    /// The place of a story: its own, or its first author's.
    pub fn place_of<'a>(&'a self, entry: &'a Entry) -> Option<&'a str> {
        let story = entry.story()?;
        story.location.as_deref().or_else(|| self.first_author(entry)?.location.as_deref())
    }

    fn first_author<'a>(&'a self, entry: &'a Entry) -> Option<&'a crate::document::kinds::Person> {
        let id = &entry.story()?.author.first()?.id;
        self.person(id)?.person()
    }

    /// Whether the story may travel outside.
    pub fn audience_of(entry: &Entry) -> Audience {
        entry.story().and_then(|story| story.audience).unwrap_or_default()
    }

    /// A team's name in `language`; its id where it has none.
    pub fn team_name<'a>(&'a self, id: &'a str, language: &str) -> &'a str {
        named(&self.programme.teams, id, language, self.default_language())
    }

    /// A place's name in `language`, found by id or by name.
    pub fn place_name<'a>(&'a self, place: &'a str, language: &str) -> &'a str {
        let default = self.default_language();
        let known = self.programme.places.iter().find(|known| {
            known.id == place || known.name.get(default, default).eq_ignore_ascii_case(place)
        });
        known.map_or(place, |known| known.name.get(language, default))
    }
}

fn named<'a>(
    list: &'a [crate::config::Named],
    id: &'a str,
    language: &str,
    default: &str,
) -> &'a str {
    list.iter().find(|named| named.id == id).map_or(id, |named| named.name.get(language, default))
}
