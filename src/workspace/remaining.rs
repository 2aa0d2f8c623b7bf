//! Words that may be the name of somebody whom readers may not see, or whom a story says that it does
//! not name; and numbers and mail addresses of those who have left or take a break. No program can tell whom a first name means, so a person is asked to read these places.

use std::collections::BTreeSet;
use std::ops::Range;

use super::reading::Reading;
use crate::base::{Code, Diagnostic, Severity, Source, SourcePath, Span};
use crate::document::Document;
use crate::document::kinds::Story;
use crate::site::common_words;
use crate::site::consent::{may_be_named, person};
use crate::site::links::Broken;
use crate::site::{Hidden, Site};
use crate::views::{NotCalled, Whose, WithheldNames};

/// Those in the file of this path, if readers see what it says.
pub(super) fn remaining(
    reading: &Reading,
    site: &Site,
    names: &WithheldNames,
    path: &SourcePath,
) -> Vec<Diagnostic> {
    let leaves_words = names.leaves_words();
    if let Some(source) = reading.programme_source.as_ref().filter(|source| source.path == *path) {
        return match leaves_words {
            true => {
                told(names, source, &[]).into_iter().chain(called(names, source, 0, "")).collect()
            }
            false => vec![],
        };
    }
    let Some(document) = reading.documents.get(path) else { return vec![] };
    let unnamed = unnamed(site, document);
    if !leaves_words && unnamed.is_empty() {
        return vec![];
    }
    let Some(text) = reading.texts.get(path).filter(|_| site.shows(&document.facts)) else {
        return vec![];
    };
    let source = Source::new(path.clone(), text.clone());
    let mut all = match leaves_words {
        true => {
            let mut all = told(names, &source, &left_out(site, document, text));
            // In their own file, the fields say it, and no page shows it.
            let own = document.facts.meta.person().map_or("", |_| document.facts.id());
            all.extend(called(names, &source, fields_end(text), own));
            all.extend(in_addresses(names, document, &source, &all));
            all
        }
        false => vec![],
    };
    if !unnamed.is_empty() {
        all.extend(named_all_the_same(site, document, &source, &unnamed));
    }
    all
}

/// The colleagues, by id and name, of whom a story says that it does not name them, though readers
/// may see their names elsewhere.
fn unnamed<'a>(site: &'a Site, document: &'a Document) -> Vec<(&'a str, &'a str)> {
    let unnamed = document.facts.meta.story().into_iter().flat_map(Story::unnamed);
    let known = unnamed.filter(|id| may_be_named(site, &id.id));
    known.filter_map(|id| Some((&*id.id, &*person(site, &id.id)?.name))).collect()
}

/// Where a story names them nevertheless.
fn named_all_the_same(
    site: &Site,
    document: &Document,
    source: &Source,
    unnamed: &[(&str, &str)],
) -> Vec<Diagnostic> {
    let Some(story) = document.facts.meta.story() else { return vec![] };
    let involved = story.people.iter().filter(|it| it.named != Some(false));
    let named = involved.filter_map(|it| it.id.as_ref()).chain(story.tellers());
    let beside = story.there_too.iter().filter_map(|it| it.who.as_ref());
    let named = named.chain(&story.helped_by).chain(beside).filter_map(|id| person(site, &id.id));
    let others: Vec<&str> = named.map(|known| &*known.name).collect();
    let mut all = vec![];
    for (id, name) in unnamed {
        let names = WithheldNames::only(&[name], &others);
        let whole = names.whole(&source.text).into_iter().map(|range| (range, Severity::Warning));
        let parts = names
            .remaining(&source.text)
            .into_iter()
            .map(|it| (it.range, if it.is_shared { Severity::Advice } else { Severity::Warning }));
        // An id or the name of a file begins with a small letter, and is not read.
        let is_read = |range: &Range<usize>| {
            source.text[range.clone()].starts_with(|c: char| !c.is_lowercase())
        };
        let told = whole.chain(parts).filter(|(range, _)| is_read(range)).map(|(range, severity)| {
            let word = &source.text[range.clone()];
            let message = match word.contains(char::is_whitespace) {
                true => format!("“{word}” is named here, though this story says named: no for {id}"),
                false => format!(
                    "“{word}” may be {name}, and this story says named: no for {id}"
                ),
            };
            Diagnostic::new(Code::NameRemains, source.span(range), message)
                .with_severity(severity)
                .hint(format!(
                    "Write “a colleague” in place of the name; or, if they agree to be named, write \
                     named: yes for {id} under people. If somebody else is meant, leave it"
                ))
        });
        all.extend(told);
    }
    all
}

fn told(names: &WithheldNames, source: &Source, left_out: &[Range<usize>]) -> Vec<Diagnostic> {
    let is_read = |at: usize| !left_out.iter().any(|range| range.contains(&at));
    let all = names.remaining(&source.text).into_iter().filter(|it| is_read(it.range.start));
    let mut told = BTreeSet::new();
    let all = all.filter(|it| {
        let word = &source.text[it.range.clone()];
        !common_words::is_alert(&source.text, &it.range)
            && (!common_words::is_one(word) || told.insert(word.to_lowercase()))
    });
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
            .hint(match common_words::is_one(word) {
                true => {
                    "It is a word of the language, too, so only its first place in a text is \
                     named here. Where it means them, write “a colleague”; leave the others. Only \
                     whole names of several words are replaced for readers"
                }
                false => {
                    "Read the sentence: if it means them, write “a colleague”; if somebody else is \
                     meant, leave it. Only whole names of several words are replaced for readers"
                }
            })
    };
    all.map(diagnostic).collect()
}

/// Numbers and mail addresses of people who are not to be called. Those in the fields of the file of
/// `own` are left out, if they are theirs.
fn called(names: &WithheldNames, source: &Source, fields_end: usize, own: &str) -> Vec<Diagnostic> {
    let all = names.remaining_contacts(&source.text).into_iter();
    let all = all.filter(|(range, whose)| whose.id != own || range.start >= fields_end);
    let diagnostic = |(range, whose): (Range<usize>, &Whose)| {
        let reaches = match source.text[range.clone()].contains('@') {
            true => "the mail address",
            false => "the telephone number",
        };
        let why = match whose.why {
            NotCalled::Paused => "whose profile is paused",
            NotCalled::Left | NotCalled::Withheld => "who no longer works here",
        };
        let message = format!("This is {reaches} of {}, {why}", whose.name);
        Diagnostic::new(Code::NameRemains, source.span(range), message).hint(
            "Name somebody else who can be called, or remove it. Until then readers see it as text, \
             and no link calls it. If others can be reached there as well, write it under contact \
             of one of them",
        )
    };
    all.map(diagnostic).collect()
}

/// Numbers of people who are not to be called, in the name of the file and in addresses to which it
/// leads. What is `told` already is left out.
fn in_addresses(
    names: &WithheldNames,
    document: &Document,
    source: &Source,
    told: &[Diagnostic],
) -> Vec<Diagnostic> {
    let facts = &document.facts;
    let file = names.number_in_address(&facts.name).map(|whose| {
        let message = format!(
            "The address of this page has a telephone number in it, that of {}",
            name_of(whose)
        );
        Diagnostic::new(Code::NameInAddress, Span::file(facts.path.clone()), message)
            .hint("Rename the file or its folder, and correct the links to it")
    });
    let links = facts.links.iter().map(|link| &*link.destination).zip(&document.places.links);
    let images = facts.images.iter().map(String::as_str).zip(&document.places.images);
    let is_told = |place: &Range<usize>| {
        let ranges = told.iter().filter_map(|it| it.span.range.as_ref());
        ranges.into_iter().any(|range| range.start < place.end && place.start < range.end)
    };
    let named = links.chain(images).filter(|(_, place)| !is_told(place));
    let named = named.filter_map(|(address, place)| {
        let whose = names.number_in_address(address)?;
        let calls = ["tel:", "sms:", "callto:"];
        let calls = calls.iter().any(|it| address.to_lowercase().starts_with(it));
        let message = match calls {
            true => format!("This link calls {}", name_of(whose)),
            false => {
                format!("This address has a telephone number in it, that of {}", name_of(whose))
            }
        };
        let hint = match address.contains("://") {
            _ if calls => {
                "In this line, write the number of a colleague who can be called in place of this \
                 one, or keep the words of the link alone: readers already get them without the link"
            }
            true => "Remove the link, or name another address",
            false => "Rename the file that it leads to, and write the new name here",
        };
        let span = source.span(place.clone());
        Some(Diagnostic::new(Code::NameInAddress, span, message).hint(hint))
    });
    file.into_iter().chain(named).collect()
}

/// Whose number it is, with why nobody is to call it.
fn name_of(whose: &Whose) -> String {
    let why = match whose.why {
        NotCalled::Withheld => "whose name readers may not see",
        NotCalled::Left => "who no longer works here",
        NotCalled::Paused => "whose profile is paused",
    };
    format!("{}, {why}", whose.name)
}

/// Where the fields end with which a text begins.
fn fields_end(text: &str) -> usize {
    let mark = text.get(..3).filter(|mark| matches!(*mark, "---" | "+++"));
    let end = mark
        .and_then(|mark| text.find(&format!("\n{mark}\n")).or(text.find(&format!("\n{mark}\r\n"))));
    end.unwrap_or(0)
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
