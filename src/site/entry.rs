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

/// All documents as entries, and those that belong to none.
#[derive(Debug, Default)]
pub(crate) struct Grouped {
    pub(crate) entries: Group,
    /// Translations without an original.
    pub(crate) orphans: Vec<Arc<Facts>>,
    /// Files that have the name of another one, each with that one.
    pub(crate) doubles: Vec<(Arc<Facts>, Arc<Facts>)>,
}

/// Joins translations with their originals.
pub(crate) fn group(documents: &BTreeMap<SourcePath, Arc<Facts>>, default: &str) -> Grouped {
    let (translations, originals): (Vec<_>, Vec<_>) =
        documents.values().partition(|document| document.is_translation());
    let mut doubles = vec![];
    let mut entries = Group::new();
    // The last of them is `index.md`, after `_index.md`.
    for original in originals {
        let name = original.name.clone();
        let translations = BTreeMap::new();
        let entry = Entry { name, original: original.clone(), translations };
        let double = entries.insert(original.name.as_str().into(), Arc::new(entry));
        doubles.extend(double.map(|double| (double.original.clone(), original.clone())));
    }
    let mut orphans = vec![];
    for document in translations {
        match entries.get_mut(document.name.as_str()) {
            // If English is the first language, `name.en.md` beside `name.md` is the same language
            // twice: it goes with the translations that have no original.
            Some(entry) if document.language != default => {
                let translations = &mut Arc::make_mut(entry).translations;
                let double = translations.insert(document.language.clone(), document.clone());
                doubles.extend(double.map(|double| (double, document.clone())));
            }
            _ => orphans.push(document.clone()),
        }
    }
    Grouped { entries, orphans, doubles }
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
