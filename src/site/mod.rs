//! The facts of all documents together: what only the whole site knows. The site is built again as
//! a whole each time that a fact differs. It does not know the prose of documents.

pub(crate) mod addresses;
pub(crate) mod board;
mod build_options;
pub(crate) mod common_words;
pub(crate) mod consent;
pub(crate) mod customers;
mod elsewhere;
pub(crate) mod entry;
mod fragments;
pub(crate) mod history;
mod host;
pub(crate) mod links;
pub(crate) mod media;
pub(crate) mod meetings;
pub(crate) mod name_core;
pub(crate) mod name_words;
pub(crate) mod navigation;
mod open_jobs;
mod order;
pub(crate) mod pages;
mod pause;
pub(crate) mod pictured;
pub(crate) mod quarters;
pub(crate) mod reach;
pub(crate) mod register;
pub(crate) mod renditions;
pub(crate) mod spelling;
mod teams_and_places;
mod unnamed_files;
pub(crate) mod visibility;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

pub(crate) use board::BoardPast;
pub use build_options::{BuildAudience, BuildOptions};
pub(crate) use consent::Unseen;
use entry::Grouped;
pub(crate) use entry::{Entry, Group};
use fragments::Fragments;
use history::Changed;
pub(crate) use history::{History, Words};
pub(crate) use media::Media;
pub(crate) use navigation::Navigation;
use open_jobs::JobsByTeam;
use order::SortedStories;
use pages::PagesByAddress;
use pictured::AllPictured;
use quarters::{EvaluatedQuarter, QuarterFiles};
pub(crate) use reach::Reach;
use spelling::UsualSpellings;
pub(crate) use visibility::Hidden;

use crate::base::identity::phones::Number;
use crate::base::{Hash, SourcePath};
use crate::config::{BrandStops, CoachFile, Config, Jobs, Programme};
use crate::data::quarters::Quarter;
use crate::document::{Facts, Kind};
use crate::language::Languages;

/// The facts of every document, by its file.
pub(crate) type AllFacts = Arc<BTreeMap<SourcePath, Arc<Facts>>>;

/// The site, of which every page is a view.
pub(crate) struct Site {
    pub(crate) config: Arc<Config>,
    pub(crate) programme: Arc<Programme>,
    pub(crate) programme_path: SourcePath,
    /// Whether there is a `content/programme.toml`.
    pub(crate) has_programme: bool,
    /// What the site adds to the words of the coach.
    pub(crate) coach: Arc<CoachFile>,
    /// What the files of `content/metrics/` say.
    pub(crate) quarter_files: QuarterFiles,
    /// The quarters that have a page.
    pub(crate) quarters: BTreeMap<Quarter, EvaluatedQuarter>,
    /// The times that somebody stepped in; `None` where nobody writes that down.
    pub(crate) stops: Option<Arc<BrandStops>>,
    /// The jobs that `jobs.toml` lists.
    pub(crate) jobs: Option<Arc<Jobs>>,
    open_jobs: Arc<JobsByTeam>,
    pub(crate) languages: Arc<Languages>,
    pub(crate) options: BuildOptions,
    /// Every text by its name, `faq/bad-spelling`, that readers may see.
    pub(crate) entries: Group,
    /// Texts that are there and not shown, with the reason.
    pub(crate) hidden: Arc<BTreeMap<String, Hidden>>,
    /// Translations without an original, by their file.
    pub(crate) orphans: Vec<Arc<Facts>>,
    /// Files with the same name as another one, `_index.md` beside `index.md`, each with that one.
    pub(crate) doubles: Vec<(Arc<Facts>, Arc<Facts>)>,
    /// For links that name a page by its address and not by its file.
    pages_by_address: PagesByAddress,
    fragments: Fragments,
    /// Translations into languages that the site does not have. Nothing else knows them.
    pub(crate) left_out: Vec<Arc<Facts>>,
    /// The facts of every other document, shown or not, for the checks.
    pub(crate) facts: AllFacts,
    /// Pictures and papers of `content/`.
    pub(crate) media: Arc<BTreeMap<SourcePath, Media>>,
    /// Files that cannot be used, by path, for links that lead to them.
    pub(crate) flawed: Arc<BTreeSet<SourcePath>>,
    elsewhere: BTreeSet<String>,
    /// `site.toml` and `programme.toml`, if there is an error in them. Then a field that seems to
    /// be missing may be there, in a part that could not be read.
    pub(crate) misread: Arc<BTreeSet<SourcePath>>,
    /// `site.toml` and `programme.toml`, if they say that they belong to the example.
    pub(crate) example_settings: Vec<SourcePath>,
    /// The telephone numbers in `site.toml` and `programme.toml`.
    pub(crate) settings_phones: Vec<Number>,
    /// Pictures that may show somebody who does not agree to it, by what is said of them.
    pub(crate) pictured: Arc<AllPictured>,
    /// Pictures that this build's readers may not see, wherever a text may show them.
    pub(crate) unseen: Arc<BTreeMap<SourcePath, Unseen>>,
    /// Newest first; then by name, so that the order never depends on chance.
    pub(crate) stories: Vec<Arc<Entry>>,
    /// Where each story stands in `stories`.
    pub(crate) story_places: Arc<HashMap<String, usize>>,
    /// Stories by who tells them, by person, newest first, as places in `stories`.
    pub(crate) stories_by_author: Arc<HashMap<String, Vec<usize>>>,
    /// Stories by theme, newest first, as places in `stories`.
    pub(crate) stories_by_theme: Arc<HashMap<String, Vec<usize>>>,
    /// Stories by the goal that they help, newest first, as places in `stories`.
    stories_by_goal: Arc<HashMap<String, Vec<usize>>>,
    /// Everybody who may be seen, by id.
    people: Arc<HashMap<String, Arc<Entry>>>,
    pub(crate) navigation: Arc<Navigation>,
    pub(crate) board: Arc<BoardPast>,
    pub(crate) reach: Arc<Reach>,
    /// Files that only anonymous stories show.
    pub(crate) unnamed_files: Arc<BTreeSet<SourcePath>>,
    usual_spellings: Arc<UsualSpellings>,
    /// What Git tells of the texts of stories.
    history: Arc<History>,
    changed: Arc<Changed>,
}

/// All that a site is made of.
#[derive(Clone)]
pub(crate) struct Inputs {
    pub(crate) config: Arc<Config>,
    pub(crate) programme: Arc<Programme>,
    /// Whether there is a `content/programme.toml`.
    pub(crate) has_programme: bool,
    pub(crate) coach: Arc<CoachFile>,
    pub(crate) quarter_files: QuarterFiles,
    pub(crate) stops: Option<Arc<BrandStops>>,
    pub(crate) jobs: Option<Arc<Jobs>>,
    pub(crate) languages: Arc<Languages>,
    pub(crate) options: BuildOptions,
    pub(crate) facts: AllFacts,
    pub(crate) media: Arc<BTreeMap<SourcePath, Media>>,
    /// Hashes of the pixels of photos, by those of their files, as far as they are known.
    pub(crate) pixels: Arc<HashMap<Hash, Hash>>,
    pub(crate) flawed: Arc<BTreeSet<SourcePath>>,
    pub(crate) misread: Arc<BTreeSet<SourcePath>>,
    pub(crate) example_settings: Vec<SourcePath>,
    pub(crate) settings_phones: Vec<Number>,
    pub(crate) history: Arc<History>,
}

impl Inputs {
    /// Whether a site of these is the same as one of `other`, as far as it does not depend on the
    /// pixels of photos (`Site::still_hides`). Facts that are equal are the same object.
    pub(crate) fn make_the_same_site_as(&self, other: &Inputs) -> bool {
        Arc::ptr_eq(&self.facts, &other.facts)
            && Arc::ptr_eq(&self.media, &other.media)
            && Arc::ptr_eq(&self.config, &other.config)
            && Arc::ptr_eq(&self.programme, &other.programme)
            && self.has_programme == other.has_programme
            && Arc::ptr_eq(&self.coach, &other.coach)
            && Arc::ptr_eq(&self.quarter_files, &other.quarter_files)
            && is_the_same(&self.stops, &other.stops)
            && is_the_same(&self.jobs, &other.jobs)
            && Arc::ptr_eq(&self.languages, &other.languages)
            && self.options == other.options
            && self.flawed == other.flawed
            && self.misread == other.misread
            && self.example_settings == other.example_settings
            && self.settings_phones == other.settings_phones
            && Arc::ptr_eq(&self.history, &other.history)
    }
}

/// Whether both are the same object, or nothing.
fn is_the_same<T>(one: &Option<Arc<T>>, other: &Option<Arc<T>>) -> bool {
    one.as_ref().map(Arc::as_ptr) == other.as_ref().map(Arc::as_ptr)
}

impl Site {
    pub(crate) fn new(inputs: &Inputs) -> Site {
        let (facts, left_out) = entry::in_languages(&inputs.facts, &inputs.config.languages);
        let Grouped { entries: all, orphans, doubles } =
            entry::group(&facts, inputs.config.default_language());
        let (entries, hidden) = visibility::partition(all, &inputs.options);
        let (wall, (people, navigation, board)) = rayon::join(
            || SortedStories::of(&entries),
            || {
                let navigation = Navigation::new(&entries, &inputs.programme.handbook);
                (people(&entries), navigation, BoardPast::new(&entries))
            },
        );
        let usual_spellings = Arc::new(UsualSpellings::of(&facts));
        let mut site = Site {
            usual_spellings,
            elsewhere: elsewhere::names(facts.values().map(|it| &**it)),
            config: inputs.config.clone(),
            programme: inputs.programme.clone(),
            programme_path: SourcePath::new("content/programme.toml").expect("a path inside"),
            has_programme: inputs.has_programme,
            coach: inputs.coach.clone(),
            quarter_files: inputs.quarter_files.clone(),
            quarters: quarters::evaluated(&inputs.quarter_files, inputs.options.today),
            stops: inputs.stops.clone(),
            jobs: inputs.jobs.clone(),
            open_jobs: Arc::default(),
            languages: inputs.languages.clone(),
            options: inputs.options.clone(),
            hidden: Arc::new(hidden),
            orphans,
            doubles,
            pages_by_address: PagesByAddress::default(),
            fragments: Fragments::default(),
            facts,
            left_out,
            media: inputs.media.clone(),
            flawed: inputs.flawed.clone(),
            misread: inputs.misread.clone(),
            example_settings: inputs.example_settings.clone(),
            settings_phones: inputs.settings_phones.clone(),
            pictured: Arc::default(),
            unseen: Arc::default(),
            stories: wall.stories,
            story_places: Arc::new(wall.places),
            stories_by_author: Arc::new(wall.by_author),
            stories_by_theme: Arc::new(wall.by_theme),
            stories_by_goal: Arc::new(wall.by_goal),
            people: Arc::new(people),
            navigation: Arc::new(navigation),
            board: Arc::new(board),
            reach: Arc::default(),
            unnamed_files: Arc::default(),
            history: inputs.history.clone(),
            changed: Arc::default(),
            entries,
        };
        site.pictured = Arc::new(pictured::all(&site));
        site.unseen = Arc::new(consent::unseen(&site, &inputs.pixels));
        site.reach = Arc::new(Reach::of(&site));
        site.unnamed_files = Arc::new(unnamed_files::all(&site));
        site.changed = Arc::new(Changed::of(&site));
        let jobs = inputs.jobs.as_deref();
        let jobs = open_jobs::by_team(jobs, site.options.today, |team| site.usual_team(team));
        site.open_jobs = Arc::new(jobs);
        site
    }

    /// Whether the same pictures are unseen when `pixels` is what is known of the pixels of photos.
    pub(crate) fn hides_the_same_pictures(&self, pixels: &HashMap<Hash, Hash>) -> bool {
        // Pixels only tell which pictures are copies of each other. If no picture is unseen, no
        // copy can be unseen.
        self.unseen.is_empty() || *self.unseen == consent::unseen(self, pixels)
    }

    pub(crate) fn entry(&self, name: &str) -> Option<&Arc<Entry>> {
        self.entries.get(name)
    }

    /// Whether there is a file for the text of this name that cannot be used, or is at the wrong
    /// place: that is told at the file, and not at each place that names the text.
    pub(crate) fn is_flawed(&self, name: &str) -> bool {
        let file = format!("content/{name}.md");
        // A whole folder may be elsewhere: `content/people`.
        let folder = &file[.."content/".len() + name.find('/').unwrap_or(0)];
        self.elsewhere.contains(name)
            || [file.as_str(), folder].iter().any(|path| self.flawed.contains(*path))
    }

    /// Whether readers may see the text of this file.
    pub(crate) fn shows(&self, document: &Facts) -> bool {
        let same = |known: &Arc<Facts>| known.path == document.path;
        self.entry(&document.name)
            .is_some_and(|entry| same(&entry.original) || entry.translations.values().any(same))
    }

    /// The entries of a kind, in the order of their names.
    pub(crate) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Arc<Entry>> {
        entry::of_kind(&self.entries, kind)
    }

    /// The facts of all documents of a kind that translate no other, shown or not.
    pub(crate) fn originals(&self, kind: Kind) -> impl Iterator<Item = &Arc<Facts>> {
        let folder = kind.folder();
        let first = SourcePath::new(folder.trim_end_matches('/')).expect("a path inside");
        self.facts
            .range(first..)
            .skip_while(move |(path, _)| !path.as_str().starts_with(folder))
            .take_while(move |(path, _)| path.as_str().starts_with(folder))
            .map(|(_, document)| document)
            .filter(move |document| document.kind == kind && !document.is_translation())
    }

    /// The facts of the text of this name that translates no other, shown or not.
    pub(crate) fn original(&self, name: &str) -> Option<&Arc<Facts>> {
        let usual = SourcePath::new(&format!("content/{name}.md"))?;
        // The ending may be written in capitals, which come before small letters.
        let first = SourcePath::new(&format!("content/{name}"))?;
        self.facts.get(&usual).or_else(|| {
            let near = self.facts.range(first..).take_while(|(path, _)| {
                path.as_str().strip_prefix("content/").is_some_and(|path| path.starts_with(name))
            });
            near.map(|(_, facts)| facts).find(|facts| facts.name == name && !facts.is_translation())
        })
    }

    pub(crate) fn person(&self, id: &str) -> Option<&Arc<Entry>> {
        self.people.get(id)
    }

    pub(crate) fn theme(&self, id: &str) -> Option<&Arc<Entry>> {
        self.entries.get(format!("themes/{id}").as_str())
    }

    pub(crate) fn opportunity(&self, id: &str) -> Option<&Arc<Entry>> {
        self.entries.get(format!("speaking/{id}").as_str())
    }

    /// The stories of a person as entries, newest first.
    pub(crate) fn stories_by(&self, id: &str) -> impl Iterator<Item = &Arc<Entry>> {
        self.stories_by_author.get(id).into_iter().flatten().map(|place| &self.stories[*place])
    }

    /// The stories on a theme, newest first.
    pub(crate) fn stories_on(&self, theme: &str) -> impl Iterator<Item = &Arc<Entry>> {
        self.stories_by_theme.get(theme).into_iter().flatten().map(|place| &self.stories[*place])
    }

    /// The code of the language that everything is written in first.
    pub(crate) fn default_language(&self) -> &str {
        self.config.default_language()
    }

    /// Where the site is published, with a slash at its end.
    pub(crate) fn base_url(&self) -> Option<String> {
        let given = self.options.base_url.as_deref().map(crate::config::with_slash);
        given.or_else(|| self.config.base_url.clone())
    }

    /// Whether the site has the same title as somebody is named, in any of its languages.
    pub(crate) fn has_title(&self, name: &str) -> bool {
        self.config
            .file
            .title
            .all()
            .any(|title| name_words::plain(title) == name_words::plain(name))
    }

    pub(crate) fn is_public(&self) -> bool {
        self.options.audience == BuildAudience::Public
    }
}

/// Everybody who may be seen, by id.
fn people(entries: &Group) -> HashMap<String, Arc<Entry>> {
    let people = entry::of_kind(entries, Kind::Person);
    people.map(|person| (person.id().to_owned(), person.clone())).collect()
}
