//! Which diagnostics are reported: weighed by `site.toml`, in order, each once, and at most so many of
//! one file.

use crate::base::{Code, Diagnostic, Severity};
use crate::config::{Config, Weight};

/// Diagnostics weighed, in order of file and place, each once and not too many of a file: what is
/// said of one file does not depend on what is said of others.
pub(crate) fn reportable(
    all: impl Iterator<Item = Diagnostic>,
    config: &Config,
) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> =
        all.filter_map(|diagnostic| weigh(diagnostic, config)).collect();
    diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    diagnostics.dedup();
    bound(&mut diagnostics);
    diagnostics
}

/// Further diagnostics of one file are only counted: a hostile file can have a million of them.
const MAX_PER_FILE: usize = 200;

/// Keeps the first of each file. One more says how many others there are, with their severity.
fn bound(diagnostics: &mut Vec<Diagnostic>) {
    let mut bounded: Vec<Diagnostic> = vec![];
    for of_file in diagnostics.chunk_by(|a, b| a.span.path == b.span.path) {
        let (first, rest) = of_file.split_at(of_file.len().min(MAX_PER_FILE));
        bounded.extend_from_slice(first);
        let gravest = rest.iter().min_by_key(|diagnostic| diagnostic.severity());
        bounded.extend(gravest.map(|gravest| {
            let message = format!("There are {} more problems in this file", rest.len());
            Diagnostic::new(Code::MoreProblems, rest[0].span.clone(), message)
                .with_severity(gravest.severity())
                .hint("Correct the ones above first")
        }));
    }
    *diagnostics = bounded;
}

/// What `site.toml` says of how much a kind of problem matters.
fn weigh(diagnostic: Diagnostic, config: &Config) -> Option<Diagnostic> {
    match config.file.severity.as_ref().and_then(|weights| weights.of(diagnostic.code)) {
        None => Some(diagnostic),
        Some(Weight::Error) => Some(diagnostic.weighed(Severity::Error)),
        Some(Weight::Warning) => Some(diagnostic.weighed(Severity::Warning)),
        Some(Weight::Advice) => Some(diagnostic.weighed(Severity::Advice)),
        Some(Weight::Off) => None,
    }
}
