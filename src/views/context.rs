//! What rendering takes, and what many pages share of it.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use super::card_cache::CardCache;
use super::frame::Shared;
use super::page_chrome::ChromeCache;
use super::used::Notes;
use super::{faq, wall};
use crate::base::{Hash, Tone};
use crate::document::Kind;
use crate::document::kinds::faq::About;
use crate::language::Language;
use crate::look::{Engine, Look};
use crate::site::{Entry, Site};

/// What rendering takes: the site, its look, and what is made once a language.
pub(crate) struct Context {
    pub(crate) site: Arc<Site>,
    pub(crate) look: Arc<Look>,
    /// What is known of photos by their pixels.
    pub(crate) tones: Arc<Tones>,
    pub(super) notes: Notes,
    languages: BTreeMap<Language, PerLanguage>,
}

/// All that is made once for the pages of one language. All but the engine is made when the first
/// page asks for it.
pub(crate) struct PerLanguage {
    pub(super) engine: Arc<Engine>,
    /// The texts behind what all pages share, by what a template asks for that prints them.
    pub(super) shared_texts: Vec<(&'static str, String)>,
    pub(super) cards: CardCache,
    pub(super) chrome: ChromeCache,
    /// The filters as they stand on the lists of the wall.
    pub(super) filter_bars: wall::FilterBars,
    /// The filters of the wall, without a current value.
    pub(super) filters: OnceLock<Vec<wall::FilterLinks>>,
    people: OnceLock<Vec<Arc<Entry>>>,
    questions: OnceLock<BTreeMap<About, Vec<Arc<Entry>>>>,
}

/// The tones of the photos that were developed, by the hash of the file; of a transparent one,
/// none.
pub(crate) type Tones = HashMap<Hash, Option<Tone>>;

impl Context {
    pub(crate) fn new(site: Arc<Site>, look: Arc<Look>, tones: Arc<Tones>) -> Context {
        Context::with_engines(site, look, tones, Notes::None, |_| None)
    }

    /// The same, with nothing made yet of what pages share, and with notes of what is used.
    pub(super) fn noting(&self) -> Context {
        let last = |language: &Language| self.languages.get(language).map(|it| &it.engine);
        let (site, look, tones) = (self.site.clone(), self.look.clone(), self.tones.clone());
        let context = Context::with_engines(site, look, tones, Notes::kept(), last);
        // What all pages share is told of those whose templates ask for it.
        context.notes.take();
        context
    }

    /// The same look for another site, or for other tones.
    pub(crate) fn showing(&self, site: Arc<Site>, tones: Arc<Tones>) -> Context {
        let last = |language: &Language| self.languages.get(language).map(|it| &it.engine);
        Context::with_engines(site, self.look.clone(), tones, Notes::None, last)
    }

    /// `last` tells the engine of a language that may serve again.
    fn with_engines<'a>(
        site: Arc<Site>,
        look: Arc<Look>,
        tones: Arc<Tones>,
        notes: Notes,
        last: impl Fn(&Language) -> Option<&'a Arc<Engine>>,
    ) -> Context {
        let mut context = Context { site, look, tones, notes, languages: BTreeMap::new() };
        let site = context.site.clone();
        for language in site.languages.all() {
            let shared = Shared::new(&context, language, site.languages.locale(language));
            let engine = context.look.engine(language, &shared, last(language));
            let made = PerLanguage::new(engine, shared.texts, site.stories.len());
            context.languages.insert(language.clone(), made);
        }
        context
    }

    /// What is made once for the pages of a language.
    pub(super) fn in_language(&self, language: &Language) -> &PerLanguage {
        self.languages.get(language).expect("every language of the site is there")
    }

    /// Everybody who may be seen, by name as the language orders names.
    pub(crate) fn people(&self, language: &Language) -> &[Arc<Entry>] {
        self.in_language(language).people.get_or_init(|| {
            let collation = &self.site.languages.locale(language).collation;
            let mut people: Vec<_> = self.site.of_kind(Kind::Person).cloned().collect();
            people.sort_by_cached_key(|entry| collation.sort_key(entry.original.title()));
            people
        })
    }

    /// The questions about one thing, in the order of their list.
    pub(super) fn questions(&self, language: &Language, about: About) -> &[Arc<Entry>] {
        let questions = self.in_language(language).questions.get_or_init(|| {
            let sorted = |about: &About| (*about, faq::sorted(&self.site, language, *about));
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
