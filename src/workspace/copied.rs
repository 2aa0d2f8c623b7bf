//! Names, numbers and email addresses in files that readers get as they are: drawings, tables,
//! calendars, subtitles. No program may write them otherwise, so a person is asked to.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Snapshot;
use crate::base::{Code, Diagnostic, Source, SourcePath, Span};
use crate::check;
use crate::picture::{Searched, searched, words_of};
use crate::site::Media;
use crate::site::media::shown;
use crate::views::WithheldNames;

/// Endings of those that can be read as text.
const READABLE: &[&str] = &["csv", "ics", "srt", "svg", "tsv", "vcf", "vtt"];

/// Whether a file of this name can be read as text.
pub(crate) fn is_readable(path: &SourcePath) -> bool {
    READABLE.contains(&&*path.extension())
}

/// Whether words can be found in a file of this name, though it is no text: a paper.
fn is_paper(path: &SourcePath) -> bool {
    !is_readable(path) && searched(&path.extension()) != Searched::Not
}

/// What a file says that readers get as it is.
pub(crate) struct Copied {
    pub(crate) path: SourcePath,
    pub(crate) bytes: Vec<u8>,
}

impl Copied {
    fn words(&self) -> String {
        match is_paper(&self.path) {
            true => words_of(&self.path.extension(), &self.bytes).unwrap_or_default(),
            // What is not UTF-8 is mostly a table that Excel wrote.
            false => match std::str::from_utf8(&self.bytes) {
                Ok(text) => text.to_owned(),
                Err(_) => encoding_rs::WINDOWS_1252.decode(&self.bytes).0.into_owned(),
            },
        }
    }
}

impl Snapshot {
    /// The files that readers get as they are and in which words can be found, if a name is withheld.
    pub(crate) fn copied_texts(&self) -> BTreeSet<SourcePath> {
        let names = self.context.withheld_names();
        if names.is_empty() && !names.leaves_words() {
            return BTreeSet::new();
        }
        let shown = shown(self.site()).into_iter().map(|(path, _)| path);
        shown.filter(|path| is_readable(path) || is_paper(path)).collect()
    }

    /// What is said of names in such files, each with what it says.
    pub(crate) fn names_in_copied(&self, files: impl Iterator<Item = Copied>) -> Vec<Diagnostic> {
        let names = self.context.withheld_names();
        let all = files.filter_map(|file| {
            let words = file.words();
            told(names, file.path, &words)
        });
        check::reportable(all, &self.reading.config)
    }

    /// The papers, recordings and pictures to which a text leads in which this name stands. No
    /// program can read whether the name is in them as well.
    pub(crate) fn beside_the_name(&self, name: &str) -> BTreeSet<SourcePath> {
        let names = WithheldNames::only(&[name], &[]);
        let site = self.site();
        let mut found = BTreeSet::new();
        for facts in site.facts.values().filter(|facts| site.shows(facts)) {
            let Some(text) = self.text(&facts.path) else { continue };
            if facts.meta.person().is_some() || names.whole(&text).is_empty() {
                continue;
            }
            let links = facts.links.iter().map(|link| &*link.destination);
            let named = links.chain(facts.images.iter().map(String::as_str));
            let paths = named.filter_map(|address| facts.path.join(address));
            found.extend(paths.filter(|path| {
                let is_media = matches!(
                    site.media.get(path),
                    Some(Media::File { .. } | Media::Recording(_) | Media::Picture(_))
                );
                is_media && !is_readable(path)
            }));
        }
        found
    }
}

/// The first place of a file where a name, number or address stands that readers may not see.
fn told(names: &WithheldNames, path: SourcePath, text: &str) -> Option<Diagnostic> {
    let plain = without_marks(&path, text);
    let ranges = [text, &plain].into_iter().flat_map(|text| names.withheld_in(text));
    let range: Range<usize> = ranges.min_by_key(|range| range.start)?;
    let word = text[range.clone()].trim();
    let message = format!("Readers may not see “{word}”, and get this file as it is");
    if is_paper(&path) {
        return Some(Diagnostic::new(Code::NameRemains, Span::file(path), message).hint(
            "Open it in the program that made it and search for the name, in its properties and \
             comments too: take it out there and save the file again; or remove the links to the file",
        ));
    }
    let source = Source::new(path, text);
    Some(Diagnostic::new(Code::NameRemains, source.span(range), message).hint(
        "Remove it from the file and search the rest of the file for it; or remove the links \
             that lead to the file",
    ))
}

/// The text with a space for every byte of its tags, or of the signs between its cells: the words of
/// a name may be held apart by them.
fn without_marks(path: &SourcePath, text: &str) -> String {
    let mut is_within = false;
    let is_drawing = path.extension() == "svg";
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        let is_mark = match (is_drawing, c) {
            (true, '<') => {
                is_within = true;
                true
            }
            (true, '>') => std::mem::take(&mut is_within),
            (true, _) => is_within,
            (false, _) => matches!(c, ';' | ',' | '\t' | '"'),
        };
        match is_mark && c != '\n' {
            true => plain.extend(std::iter::repeat_n(' ', c.len_utf8())),
            false => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_between_cells_and_tags() {
        let names = WithheldNames::only(&["Vera Kjær"], &[]);
        for (file, text, word) in [
            ("a.csv", "name;deck\nVera Kjær;4\n", "Vera Kjær"),
            ("a.csv", "\"Vera\";\"Kjær\"\n", "Vera\";\"Kjær"),
            ("a.tsv", "Kjær\tVera\n", ""),
            ("a.vcf", "BEGIN:VCARD\nFN:Vera Kjær\n", "Vera Kjær"),
            ("a.svg", "<svg><text><tspan>Vera</tspan> <tspan>Kjær</tspan></text></svg>", "Vera"),
            ("a.svg", "<svg><title>vera kjær</title></svg>", "vera kjær"),
            ("a.csv", "Vera;4\nKjær;5\n", ""),
        ] {
            let path = SourcePath::new(&format!("content/{file}")).expect("inside");
            let told = told(&names, path, text);
            let is_told = told.as_ref().is_some_and(|it| it.message.contains(word));
            assert_eq!(is_told, !word.is_empty(), "{text} {told:?}");
        }
    }
}
