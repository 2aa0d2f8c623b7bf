//! What rendering takes, and what many pages share of it.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use super::frame::Shared;
use super::sheets::Sheets;
use super::{faq, fixtures, wall};
use crate::base::{Hash, Tone};
use crate::document::kinds::faq::About;
use crate::document::{Document, Documents, Facts, Kind};
use crate::language::Language;
use crate::look::{Engine, Look};
use crate::site::{Entry, Site};

/// What rendering takes: the site, its look, and the engine of each language.
pub(crate) struct Context {
    pub(crate) site: Arc<Site>,
    pub(crate) look: Arc<Look>,
    /// What the texts of the site say.
    pub(crate) documents: Documents,
    /// What is known of photos by their pixels.
    pub(crate) tones: Arc<Tones>,
    engines: BTreeMap<Language, Arc<Engine>>,
    /// The long lists that many pages of one language share, made when the first of them asks.
    ordered: BTreeMap<Language, Ordered>,
    sheets: BTreeMap<Language, Sheets>,
    fixtures: BTreeMap<Language, fixtures::Known>,
}

#[derive(Default)]
struct Ordered {
    people: OnceLock<Vec<Arc<Entry>>>,
    questions: OnceLock<BTreeMap<About, Vec<Arc<Entry>>>>,
    filters: OnceLock<Vec<wall::FilterLinks>>,
    picks: wall::Picks,
}

/// The tones of the photos that were developed, by the hash of the file; of a transparent one,
/// none.
pub(crate) type Tones = HashMap<Hash, Option<Tone>>;

impl Context {
    /// What is equal in `last` is taken from there.
    pub(crate) fn new(
        site: Arc<Site>,
        documents: Documents,
        look: Arc<Look>,
        tones: Arc<Tones>,
        last: Option<&Context>,
    ) -> Context {
        let last = last.filter(|last| Arc::ptr_eq(&last.look, &look));
        let ordered = site.languages.all().map(|language| (language.clone(), Ordered::default()));
        let ordered = ordered.collect();
        let sheets = site.languages.all();
        let sheets = sheets.map(|it| (it.clone(), Sheets::new(site.stories.len()))).collect();
        let fixtures = site.languages.all().map(|it| (it.clone(), fixtures::Known::default()));
        let fixtures = fixtures.collect();
        let mut context = Context {
            site,
            documents,
            look,
            tones,
            engines: BTreeMap::new(),
            ordered,
            sheets,
            fixtures,
        };
        let site = context.site.clone();
        for language in site.languages.all() {
            let shared = Shared::new(&context, language, site.languages.locale(language));
            let engine = context.look.engine(
                language,
                &shared,
                last.and_then(|last| last.engines.get(language)),
            );
            context.engines.insert(language.clone(), engine);
        }
        context
    }

    /// What a file of the site says.
    pub(crate) fn document(&self, facts: &Facts) -> &Document {
        self.documents.get(&facts.path).expect("who has facts has prose")
    }

    /// Everybody who may be seen, by name as the language orders names.
    pub(crate) fn people(&self, language: &Language) -> &[Arc<Entry>] {
        let ordered = self.ordered.get(language).expect("every language has its lists");
        ordered.people.get_or_init(|| {
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
        let ordered = self.ordered.get(language).expect("every language has its lists");
        let questions = ordered.questions.get_or_init(|| {
            let sorted = |about: &About| (*about, faq::sorted(self, language, *about));
            About::ALL.iter().map(sorted).collect()
        });
        questions.get(&about).map_or(&[], Vec::as_slice)
    }

    pub(super) fn engine(&self, language: &Language) -> &Engine {
        self.engines.get(language).expect("every language has an engine")
    }

    pub(super) fn sheets(&self, language: &Language) -> &Sheets {
        self.sheets.get(language).expect("every language has its sheets")
    }

    pub(super) fn fixtures(&self, language: &Language) -> &fixtures::Known {
        self.fixtures.get(language).expect("every language has its fixtures")
    }

    /// The filters as they stand on the lists of the wall.
    pub(super) fn picks(&self, language: &Language) -> &wall::Picks {
        &self.ordered.get(language).expect("every language has its lists").picks
    }

    /// The filters of the wall, without a current value.
    pub(super) fn filters(
        &self,
        language: &Language,
        make: impl FnOnce() -> Vec<wall::FilterLinks>,
    ) -> &[wall::FilterLinks] {
        let ordered = self.ordered.get(language).expect("every language has its lists");
        ordered.filters.get_or_init(make)
    }
}
