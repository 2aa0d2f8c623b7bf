//! Words that may be the name of somebody whom readers may not see. No program can tell whom a first
//! name means, so a person is asked to read these places.

use std::ops::Range;

use super::reading::Reading;
use crate::base::{Code, Diagnostic, Severity, Source, SourcePath};
use crate::document::Document;
use crate::site::links::Broken;
use crate::site::{Hidden, Site};
use crate::views::WithheldNames;

/// Those in the file of this path, if readers see what it says.
pub(super) fn remaining(
    reading: &Reading,
    site: &Site,
    names: &WithheldNames,
    path: &SourcePath,
) -> Vec<Diagnostic> {
    if let Some(source) = reading.programme_source.as_ref().filter(|source| source.path == *path) {
        return told(names, source, &[]);
    }
    let Some(document) = reading.documents.get(path) else { return vec![] };
    let Some(text) = reading.texts.get(path).filter(|_| site.shows(&document.facts)) else {
        return vec![];
    };
    told(names, &Source::new(path.clone(), text.clone()), &left_out(site, document, text))
}

fn told(names: &WithheldNames, source: &Source, left_out: &[Range<usize>]) -> Vec<Diagnostic> {
    let is_read = |at: usize| !left_out.iter().any(|range| range.contains(&at));
    let all = names.remaining(&source.text).into_iter().filter(|it| is_read(it.range.start));
    let diagnostic = |it: crate::views::RemainingName<'_>| {
        let word = &source.text[it.range.clone()];
        let message = match it.of {
            [name] if name.contains(' ') => {
                format!("“{word}” may be {name}, whose name readers may not see")
            }
            [name] => {
                format!("“{word}” may be the colleague {name}, whose name readers may not see")
            }
            several => format!(
                "“{word}” may be one of these, whose names readers may not see: {}",
                several.join(", ")
            ),
        };
        let severity = if it.is_shared { Severity::Advice } else { Severity::Warning };
        Diagnostic::new(Code::NameRemains, source.span(it.range), message)
            .with_severity(severity)
            .hint(
                "Read the sentence: if it means them, write “a colleague”; if somebody else is \
                 meant, leave it. Only whole names of several words are replaced for readers",
            )
    };
    all.map(diagnostic).collect()
}

/// The words of links to people who withdrew consent: readers do not get them.
fn left_out(site: &Site, document: &Document, text: &str) -> Vec<Range<usize>> {
    let links = document.facts.links.iter().zip(&document.places.links);
    let to_people = links.filter(|(link, _)| link.destination.contains("people/"));
    let hidden = Err(Broken::Hidden(Hidden::Withdrawn));
    let hidden =
        to_people.filter(|(link, _)| site.resolve(&document.facts, &link.destination) == hidden);
    hidden
        .filter_map(|(_, place)| {
            let before = text.get(..place.start)?.trim_end_matches(['<', ' ']);
            let words = before.strip_suffix("](")?;
            Some(words.rfind('[')?..place.end)
        })
        .collect()
}
