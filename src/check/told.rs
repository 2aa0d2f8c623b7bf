//! What was found, as it is told.

use crate::base::{Diagnostic, Note, Severity};
use crate::config::{Config, Weight};

/// Diagnostics weighed, in order of file and place, each once and not too many of a file: what is
/// said of one file does not depend on what is said of others.
pub(crate) fn told<'a>(
    all: impl Iterator<Item = &'a Diagnostic>,
    config: &Config,
) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = all.cloned().collect();
    weigh(&mut diagnostics, config);
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    diagnostics.dedup();
    bound(&mut diagnostics);
    diagnostics
}

/// More of one file are counted, not told: nobody reads them, and a hostile file has a million.
const MAX_TOLD: usize = 200;

/// Keeps the first of each file; one more says how many others there are, as grave as they are.
fn bound(diagnostics: &mut Vec<Diagnostic>) {
    let mut bounded: Vec<Diagnostic> = vec![];
    for of_file in diagnostics.chunk_by(|a, b| a.span.path == b.span.path) {
        let (told, rest) = of_file.split_at(of_file.len().min(MAX_TOLD));
        bounded.extend_from_slice(told);
        let gravest = rest.iter().min_by_key(|diagnostic| diagnostic.severity);
        bounded.extend(gravest.map(|gravest| Diagnostic {
            code: "more-problems",
            severity: gravest.severity,
            message: format!("There are {} more problems in this file", rest.len()),
            span: rest[0].span.clone(),
            notes: vec![Note::Hint("Mend the ones above first".to_owned())],
        }));
    }
    *diagnostics = bounded;
}

/// What `site.toml` says of how much a kind of problem matters; consent and safety are not its to
/// say.
fn weigh(diagnostics: &mut Vec<Diagnostic>, config: &Config) {
    let Some(weights) = &config.file.severity else { return };
    diagnostics.retain_mut(|diagnostic| {
        let Some(weight) = weights.get(diagnostic.code) else { return true };
        if super::is_fixed(diagnostic.code) {
            return true;
        }
        diagnostic.severity = match weight.value {
            Weight::Error => Severity::Error,
            Weight::Warning => Severity::Warning,
            Weight::Advice => Severity::Advice,
            Weight::Off => return false,
        };
        true
    });
}
