//! The quarters that are evaluated: their figures and their words, which may be in a file each.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Date, SourcePath};
use crate::config::quarter::{Measure, QuarterFile};
use crate::data::quarters::Quarter;

/// What the files of `content/metrics/` say, by path.
pub(crate) type QuarterFiles = Arc<BTreeMap<SourcePath, Arc<QuarterFile>>>;

/// A quarter that has a page.
#[derive(Clone, Debug)]
pub(crate) struct EvaluatedQuarter {
    /// The file with its headline.
    pub(crate) words: Arc<QuarterFile>,
    /// The file with its measures: the same, or the table beside it.
    figures: Arc<QuarterFile>,
}

impl EvaluatedQuarter {
    pub(crate) fn measures(&self) -> &[Measure] {
        &self.figures.metrics
    }

    /// The measure of this id.
    pub(crate) fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures().iter().find(|measure| measure.id.value == id)
    }
}

/// The quarter that the name of a file says: `2026-Q4.toml`.
pub(crate) fn named(path: &SourcePath) -> Option<Quarter> {
    Quarter::parse(path.file_name().rsplit_once('.')?.0)
}

/// The quarters that have begun and have a headline, by the names of their files. A table gives the
/// figures where the other file has none.
pub(crate) fn evaluated(files: &QuarterFiles, today: Date) -> BTreeMap<Quarter, EvaluatedQuarter> {
    let is_table = |path: &SourcePath| path.ends_in("csv");
    let tables = files.iter().filter(|(path, _)| is_table(path));
    let tables = tables.filter_map(|(path, file)| Some((named(path)?, file)));
    let tables: BTreeMap<Quarter, &Arc<QuarterFile>> = tables.collect();
    let texts = files.iter().filter(|(path, file)| !is_table(path) && file.headline.is_some());
    let quarter = |(path, words): (&SourcePath, &Arc<QuarterFile>)| {
        let quarter = named(path).filter(|quarter| quarter.first() <= today)?;
        let table = tables.get(&quarter).filter(|_| words.metrics.is_empty());
        let figures = table.map_or_else(|| words.clone(), |table| (*table).clone());
        Some((quarter, EvaluatedQuarter { words: words.clone(), figures }))
    };
    texts.filter_map(quarter).collect()
}
