//! Words that `site.toml` forbids, in the text of a file.

use std::sync::Arc;

use super::reading::Reading;
use crate::base::pattern;
use crate::base::{Code, Diagnostic, Source, SourcePath};
use crate::config::Config;
use crate::document::allowance::Allowance;

/// Those in the file of this path.
pub(super) fn forbidden(reading: &Reading, path: &SourcePath) -> Vec<Diagnostic> {
    let all = reading.config.forbidden();
    let source = match reading.programme_source.as_ref().filter(|source| source.path == *path) {
        _ if all.is_empty() => return vec![],
        Some(source) => source.clone(),
        None => match reading.texts.get(path) {
            Some(text) => Source::new(path.clone(), text.clone()),
            None => return vec![],
        },
    };
    let mut told = vec![];
    for (pattern, reason) in all {
        told.extend(pattern.find(&source.text).filter_map(|range| {
            let allowance = Allowance::at(&source.text, range.start, Code::ForbiddenWords);
            let message = "These words may not stand in a text of this site";
            let one = Diagnostic::new(Code::ForbiddenWords, source.span(range), message);
            allowance.told(one.hint(format!("The reason in site.toml: {reason}")))
        }));
    }
    told
}

/// The text as reports show it: nothing of what the site forbids can be read, and every letter has
/// its place.
pub(super) fn hidden(config: &Config, text: &Arc<str>) -> Arc<str> {
    config.forbidden().iter().fold(text.clone(), |text, (pattern, _)| {
        let hidden = pattern::hidden(&text, pattern.find(&text));
        hidden.map_or(text, Arc::from)
    })
}
