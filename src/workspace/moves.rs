//! Where the texts of pages went that are no longer where they were.

use std::collections::{BTreeMap, HashMap};

use super::Snapshot;
use crate::base::{SourcePath, UrlPath};
use crate::document::Document;

impl Snapshot {
    /// The pages of texts that lay in a file of `changed` and lie in another one of them in `next`:
    /// the old address of each and the new one, in every language. A text is known by its words;
    /// where none has the same, by its title, if that is one text's alone.
    pub(crate) fn moves_to(
        &self,
        next: &Snapshot,
        changed: &[SourcePath],
    ) -> BTreeMap<UrlPath, UrlPath> {
        let (before, after) = (&self.reading.documents, &next.reading.documents);
        let gone = changed.iter().filter(|path| !after.contains_key(*path));
        let gone = gone.filter_map(|path| before.get(path));
        let come = changed.iter().filter(|path| !before.contains_key(*path));
        let come: Vec<&Document> = come.filter_map(|path| Some(&**after.get(path)?)).collect();
        let by_text = by(&come, |it| next.reading.texts.get(it.path()).map_or("", |text| text));
        let by_title = by(&come, Document::title);
        let mut moves = BTreeMap::new();
        for old in gone {
            let said = self.reading.texts.get(old.path()).map_or("", |text| &**text);
            let found = by_text.get(said).or_else(|| by_title.get(old.title()));
            let Some(Some(new)) = found else { continue };
            for language in self.site().languages.all() {
                let from = self.site().address_of(&old.facts.name, language.as_str());
                let to = next.site().address_of(&new.facts.name, language.as_str());
                if self.route(&from).is_some() && next.route(&to).is_some() {
                    moves.insert(from, to);
                }
            }
        }
        moves
    }
}

/// Texts by what they say; `None` where two say the same, or nothing.
fn by<'a>(
    texts: &[&'a Document],
    key: impl Fn(&'a Document) -> &'a str,
) -> HashMap<&'a str, Option<&'a Document>> {
    let mut found = HashMap::new();
    for text in texts {
        let is_told = !key(text).trim().is_empty();
        found
            .entry(key(text))
            .and_modify(|known| *known = None)
            .or_insert(is_told.then_some(*text));
    }
    found
}
