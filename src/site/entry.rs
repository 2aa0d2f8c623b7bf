//! A text with its translations.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use super::AllFacts;
use crate::base::SourcePath;
use crate::document::kinds::{Translation, for_each_kind};
use crate::document::{Facts, Kind};

/// One text of the site: its original and the same in other languages.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// `faq/bad-spelling`.
    pub(crate) name: String,
    pub(crate) original: Arc<Facts>,
    pub(crate) translations: BTreeMap<String, Arc<Facts>>,
}

/// Entries by name.
pub(crate) type Group = BTreeMap<Arc<str>, Arc<Entry>>;

/// The documents of a site in these languages, and the translations into others.
pub(crate) fn in_languages(all: &AllFacts, languages: &[String]) -> (AllFacts, Vec<Arc<Facts>>) {
    let is_left_out =
        |document: &Facts| document.is_translation() && !languages.contains(&document.language);
    let left_out: Vec<Arc<Facts>> =
        all.values().filter(|document| is_left_out(document)).cloned().collect();
    if left_out.is_empty() {
        return (all.clone(), left_out);
    }
    let kept = all.iter().filter(|(_, document)| !is_left_out(document));
    let kept = kept.map(|(path, document)| (path.clone(), document.clone())).collect();
    (Arc::new(kept), left_out)
}

/// Joins translations with their originals; those without an original are returned separately.
pub(crate) fn group(
    documents: &BTreeMap<SourcePath, Arc<Facts>>,
    default: &str,
) -> (Group, Vec<Arc<Facts>>) {
    let (translations, originals): (Vec<_>, Vec<_>) =
        documents.values().partition(|document| document.is_translation());
    let entry = |original: &Arc<Facts>| Entry {
        name: original.name.clone(),
        original: original.clone(),
        translations: BTreeMap::new(),
    };
    let mut entries: Group = originals
        .into_iter()
        .map(|original| (original.name.as_str().into(), Arc::new(entry(original))))
        .collect();
    let mut orphans = vec![];
    for document in translations {
        match entries.get_mut(document.name.as_str()) {
            // If English is the first language, `name.en.md` beside `name.md` is the same language
            // twice: it goes with the translations that have no original.
            Some(entry) if document.language != default => {
                let translations = &mut Arc::make_mut(entry).translations;
                translations.insert(document.language.clone(), document.clone());
            }
            _ => orphans.push(document.clone()),
        }
    }
    (entries, orphans)
}

/// The entries of a kind, in the order of their names.
pub(crate) fn of_kind(entries: &Group, kind: Kind) -> impl Iterator<Item = &Arc<Entry>> {
    let folder = kind.row().inside;
    entries
        .range::<str, _>((Bound::Included(folder), Bound::Unbounded))
        .take_while(move |(name, _)| name.starts_with(folder))
        .map(|(_, entry)| entry)
        .filter(move |entry| entry.original.kind == kind)
}

impl Entry {
    /// The text in `language`, or the original where it is not translated.
    pub(crate) fn in_language(&self, language: &str) -> &Arc<Facts> {
        self.translations.get(language).unwrap_or(&self.original)
    }

    /// The metadata of the translation, if there is a translation.
    pub(crate) fn translation(&self, language: &str) -> Option<&Translation> {
        self.translations.get(language)?.meta.translation()
    }

    /// A translation says on which day it was last the same as its original; a later review of the
    /// original makes it old.
    pub(crate) fn is_outdated(&self, language: &str) -> bool {
        let translated = self.translation(language).and_then(|text| text.translated);
        let reviewed = self.original.meta.common().reviewed();
        translated.zip(reviewed).is_some_and(|(translated, reviewed)| translated < reviewed)
    }

    /// The last part of its name.
    pub(crate) fn id(&self) -> &str {
        self.original.id()
    }

    /// The place among its neighbours; without one it comes last.
    pub(crate) fn order(&self) -> u32 {
        self.original.meta.common().order().unwrap_or(u32::MAX)
    }
}

macro_rules! accessors {
    ($( $Kind:ident $name:ident in $folder:literal by $view:path $(, $list:path)? { $($row:tt)* } )*) => {
        /// Its fields, if it is of that kind.
        impl Entry { $(
            pub(crate) fn $name(&self) -> Option<&crate::document::kinds::$Kind> {
                self.original.meta.$name()
            }
        )* }
    };
}
for_each_kind!(accessors);
