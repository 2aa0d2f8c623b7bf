//! A file of `content/` that holds one table, as it was read: `brand-stops.toml`, `jobs.toml`.

use std::sync::Arc;

use crate::base::{Diagnostic, Places, Source};
use crate::config::read_table;
use crate::data::fields::FieldList;

/// A copy shares everything that is large.
#[derive(Clone)]
pub(super) struct TableFile<T> {
    /// What it says; `None` where there is no such file.
    pub(super) table: Option<Arc<T>>,
    pub(super) source: Option<Source>,
    pub(super) places: Places,
    pub(super) wrong: Vec<Diagnostic>,
}

impl<T> TableFile<T> {
    /// No file.
    pub(super) fn none() -> TableFile<T> {
        TableFile { table: None, source: None, places: Places::default(), wrong: vec![] }
    }
}

impl<T: FieldList> TableFile<T> {
    /// Reads it for a site of these languages; after a change of `source`, or of the languages.
    pub(super) fn read(&mut self, languages: &[String]) {
        self.wrong.clear();
        let read = self.source.as_ref().map(|it| read_table(it, languages, &mut self.wrong));
        let (table, places) = read.unzip();
        self.table = table.map(Arc::new);
        self.places = places.unwrap_or_default();
    }
}
