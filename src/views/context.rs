//! What rendering needs, and what many pages share of it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use super::board::Board;
use super::card_cache::CardCache;
use super::frame::Shared;
use super::initials::Initials;
use super::page_chrome::ChromeCache;
use super::used::Notes;
use super::withheld_names::WithheldNames;
use super::{faq, wall};
use crate::base::{Hash, Tone};
use crate::document::kinds::faq::About;
use crate::document::{Document, Documents, Facts, Kind};
use crate::language::Language;
use crate::look::{Engine, Look};
use crate::site::{Entry, Site};

/// What rendering needs: the site, its look, and what is made once for each language.
pub(crate) struct Context {
    pub(crate) site: Arc<Site>,
    pub(crate) look: Arc<Look>,
    /// The documents of the site.
    pub(crate) documents: Documents,
    /// What developing has found out about photos from their pixels.
    pub(crate) tones: Arc<Tones>,
    pub(super) notes: Notes,
    board: OnceLock<Board>,
    withheld_names: Arc<OnceLock<WithheldNames>>,
    initials: OnceLock<Initials>,
    letters: OnceLock<Vec<Arc<Entry>>>,
    languages: BTreeMap<Language, PerLanguage>,
}

/// What is made once for the pages of one language. The engine and the shared texts exist from the
/// beginning; the rest is made when a page first asks for it.
pub(crate) struct PerLanguage {
    pub(super) engine: Arc<Engine>,
    /// The texts behind the values that all pages share, each with the name by which templates ask
    /// for the value.
    pub(super) shared_texts: Vec<(&'static str, String)>,
    pub(super) cards: CardCache,
    pub(super) chrome: ChromeCache,
    /// The filters of the wall as HTML, for each list.
    pub(super) filter_bars: wall::FilterBars,
    /// The filters of the wall, without a current value.
    pub(super) filters: OnceLock<Vec<wall::FilterLinks>>,
    people: OnceLock<Vec<Arc<Entry>>>,
    questions: OnceLock<BTreeMap<About, Vec<Arc<Entry>>>>,
}

/// The tones of the photos that were developed, by the hash of the file; `None` for a transparent
/// photo.
pub(crate) type Tones = HashMap<Hash, Option<Tone>>;

impl Context {
    /// Takes from `last` what is the same there.
    pub(crate) fn new(
        site: Arc<Site>,
        documents: Documents,
        look: Arc<Look>,
        tones: Arc<Tones>,
        last: Option<&Context>,
    ) -> Context {
        let languages = BTreeMap::new();
        let same = last.filter(|last| Arc::ptr_eq(&last.site, &site));
        let withheld_names = same.map(|last| last.withheld_names.clone()).unwrap_or_default();
        let context = Context {
            site,
            documents,
            look,
            tones,
            notes: Notes::None,
            board: OnceLock::new(),
            withheld_names,
            initials: OnceLock::new(),
            letters: OnceLock::new(),
            languages,
        };
        context.with_languages(last)
    }

    /// The same context without anything that pages share, and with notes of what is used.
    pub(super) fn noting(&self) -> Context {
        let context = Context {
            site: self.site.clone(),
            documents: self.documents.clone(),
            look: self.look.clone(),
            tones: self.tones.clone(),
            notes: Notes::kept(),
            board: OnceLock::new(),
            withheld_names: self.withheld_names.clone(),
            initials: OnceLock::new(),
            letters: OnceLock::new(),
            languages: BTreeMap::new(),
        };
        let context = context.with_languages(Some(self));
        // What all pages share is noted later, for the pages whose templates ask for it.
        context.notes.take();
        context
    }

    fn with_languages(mut self, last: Option<&Context>) -> Context {
        let last = last.filter(|last| Arc::ptr_eq(&last.look, &self.look));
        let site = self.site.clone();
        for language in site.languages.all() {
            let shared = Shared::new(&self, language, site.languages.locale(language));
            let last = last.and_then(|last| last.languages.get(language)).map(|it| &it.engine);
            let engine = self.look.engine(language, &shared, last);
            let made = PerLanguage::new(engine, shared.texts, site.stories.len());
            self.languages.insert(language.clone(), made);
        }
        self
    }

    /// The document of a file of the site.
    pub(crate) fn document(&self, facts: &Facts) -> &Document {
        self.documents.get(&facts.path).expect("who has facts has prose")
    }

    /// What is made once for the pages of a language.
    pub(super) fn in_language(&self, language: &Language) -> &PerLanguage {
        self.languages.get(language).expect("every language of the site is there")
    }

    /// The speaking board, made when the first page asks for it.
    pub(super) fn board(&self) -> &Board {
        self.board.get_or_init(|| Board::of(&self.site))
    }

    /// The names that readers may not see, found when the first page is rendered.
    pub(crate) fn withheld_names(&self) -> &WithheldNames {
        self.withheld_names.get_or_init(|| WithheldNames::of(&self.site))
    }

    /// The letters of everybody who may be seen, found when the first page shows somebody.
    pub(super) fn initials(&self) -> &Initials {
        self.initials.get_or_init(|| {
            let people = self.site.of_kind(Kind::Person);
            Initials::of(people.filter_map(|it| Some((it.id(), it.person()?.name.as_str()))))
        })
    }

    /// The letters of the site, newest first.
    pub(super) fn letters(&self) -> &[Arc<Entry>] {
        self.letters.get_or_init(|| {
            let mut letters: Vec<_> = self.site.of_kind(Kind::Digest).cloned().collect();
            letters.sort_by_key(|entry| Reverse(entry.digest().map(|digest| digest.date)));
            letters
        })
    }

    /// Everybody who may be seen, in the order of names in this language.
    pub(crate) fn people(&self, language: &Language) -> &[Arc<Entry>] {
        self.in_language(language).people.get_or_init(|| {
            let collation = &self.site.languages.locale(language).collation;
            let mut people: Vec<_> = self.site.of_kind(Kind::Person).cloned().collect();
            people.sort_by_cached_key(|entry| {
                collation.sort_key(self.document(&entry.original).title())
            });
            people
        })
    }

    /// The questions about one thing, in the order of their list.
    pub(super) fn questions(&self, language: &Language, about: About) -> &[Arc<Entry>] {
        let questions = self.in_language(language).questions.get_or_init(|| {
            let sorted = |about: &About| (*about, faq::sorted(self, language, *about));
            About::ALL.iter().map(sorted).collect()
        });
        questions.get(&about).map_or(&[], Vec::as_slice)
    }
}

impl PerLanguage {
    fn new(
        engine: Arc<Engine>,
        shared_texts: Vec<(&'static str, String)>,
        stories: usize,
    ) -> PerLanguage {
        PerLanguage {
            engine,
            shared_texts,
            cards: CardCache::new(stories),
            chrome: ChromeCache::default(),
            filter_bars: wall::FilterBars::default(),
            filters: OnceLock::new(),
            people: OnceLock::new(),
            questions: OnceLock::new(),
        }
    }
}
