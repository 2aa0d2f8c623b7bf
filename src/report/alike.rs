//! What is alike in a report for people: told once, with all of its places.

use std::collections::{BTreeMap, HashMap};

use super::{Report, several};
use crate::base::{Code, Diagnostic, Note, Severity};

/// What is told with its line.
pub(super) struct Told<'a> {
    pub(super) one: Alike<'a>,
    /// Others of the kind that are told in a line each, because there is so much to tell.
    pub(super) listed: Vec<Alike<'a>>,
    /// How many there are that are only counted.
    pub(super) counted: usize,
}

impl Told<'_> {
    /// Whether something, or a place of what is told once, is only counted.
    pub(super) fn leaves_places_out(&self) -> bool {
        self.counted > 0 || self.one.others.len() > PLACES + 1
    }
}

/// Diagnostics that say the same of several places, in order of these.
pub(super) struct Alike<'a> {
    pub(super) first: &'a Diagnostic,
    pub(super) others: Vec<&'a Diagnostic>,
}

/// Different ones up to which all are told with their lines. With more, the first of each kind is,
/// and the others of the kind are listed below it.
const MOST: usize = 20;
/// So many are told in a line of their own, and at least `LISTED_OF_KIND` of each kind.
const LISTED: usize = 40;
const LISTED_OF_KIND: usize = 3;
/// Others that are compared before something is told anew: remedies that differ everywhere are not
/// worth a search.
const COMPARED: usize = 20;
/// Further places that are named of one that is told once.
const PLACES: usize = 3;
/// Diagnostics from which on a list of their kinds helps.
const MANY: usize = 10;

/// What is told, in order of the first places.
pub(super) fn folded<'a>(ordered: &[&'a Diagnostic]) -> Vec<Told<'a>> {
    let all = same_once(ordered);
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for one in &all {
        *counts.entry(kind(one.first)).or_default() += 1;
    }
    let counts: Vec<usize> = counts.into_values().collect();
    let shown = if all.len() <= MOST { MOST } else { 1 };
    let left: Vec<usize> = counts.iter().map(|count| count.saturating_sub(shown)).collect();
    let listed = share(&left, LISTED, LISTED_OF_KIND);
    let mut told: Vec<Told<'a>> = vec![];
    // Where the last one of each kind is that is told with its line, and how many are.
    let mut last: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
    for one in all {
        let (at, number) = last.entry(kind(one.first)).or_default();
        if *number < shown {
            (*at, *number) = (told.len(), *number + 1);
            told.push(Told { one, listed: vec![], counted: 0 });
        } else if told[*at].listed.len() < listed {
            told[*at].listed.push(one);
        } else {
            told[*at].counted += 1 + one.others.len();
        }
    }
    told
}

/// Each that is different, with the places of those that say the same.
fn same_once<'a>(ordered: &[&'a Diagnostic]) -> Vec<Alike<'a>> {
    let mut all: Vec<Alike<'a>> = vec![];
    // A comparison of each with all others would take too long in a handbook full of mistakes.
    let mut known: HashMap<(Code, &str), Vec<usize>> = HashMap::new();
    for diagnostic in ordered {
        let same = known.entry((diagnostic.code, &diagnostic.message)).or_default();
        let is_same = |at: &&usize| {
            let first = all[**at].first;
            first.severity() == diagnostic.severity() && first.notes == diagnostic.notes
        };
        match same.iter().find(is_same).copied() {
            Some(at) => all[at].others.push(diagnostic),
            None => {
                if same.len() < COMPARED {
                    same.push(all.len());
                }
                all.push(Alike { first: diagnostic, others: vec![] });
            }
        }
    }
    all
}

/// How many each may have so that all together have no more than `room`; at least `least`.
fn share(counts: &[usize], room: usize, least: usize) -> usize {
    let used = |share: usize| counts.iter().map(|count| *count.min(&share)).sum::<usize>();
    (least..=room).rev().find(|share| used(*share) <= room).unwrap_or(least)
}

/// The first places, and how many more there are.
pub(super) fn listed<'a>(
    diagnostics: &[&'a Diagnostic],
    mut place: impl FnMut(&'a Diagnostic) -> String,
) -> String {
    // To name the last one takes no more room than to count it.
    let shown = if diagnostics.len() == PLACES + 1 { PLACES + 1 } else { PLACES };
    let (first, more) = diagnostics.split_at(shown.min(diagnostics.len()));
    let mut words: String = first.iter().map(|one| place(one)).collect::<Vec<_>>().join(", ");
    if !more.is_empty() {
        words.push_str(&format!(" and {} more", more.len()));
    }
    words
}

/// What a line says of one that is listed below another of its kind, which `before` is: what differs.
pub(super) fn in_a_line(one: &Alike<'_>, before: &Diagnostic) -> String {
    let hints = |of: &Diagnostic| -> Vec<String> {
        let hint = |note: &Note| match note {
            Note::Hint(hint) | Note::Example(hint) => Some(hint.clone()),
            Note::Place(..) => None,
        };
        of.notes.iter().filter_map(hint).collect()
    };
    let own = hints(one.first);
    let is_told = own == hints(before);
    let message = Some(one.first.message.clone()).filter(|it| is_told || *it != before.message);
    let hints = own.into_iter().filter(|_| !is_told);
    let mut words = super::joined(&message.into_iter().chain(hints).collect::<Vec<_>>());
    if !one.others.is_empty() {
        words.push_str(&format!(" ({} times)", one.others.len() + 1));
    }
    words
}

/// How many there are of each kind, the gravest and most frequent first, where that helps: "    12
/// errors    broken-link".
pub(super) fn by_code(report: &Report<'_>) -> Option<String> {
    if report.diagnostics.len() < MANY {
        return None;
    }
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for diagnostic in report.diagnostics {
        *counts.entry(kind(diagnostic)).or_default() += 1;
    }
    // Where no kind has two, the list would only repeat what stands above.
    if counts.len() == report.diagnostics.len() {
        return None;
    }
    let mut counts: Vec<(Kind, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|((severity, _), count)| (*severity, std::cmp::Reverse(*count)));
    let words = |((severity, code), count): (Kind, usize)| (counted(severity, count), code);
    let lines: Vec<(String, &str)> = counts.into_iter().map(words).collect();
    let width = lines.iter().map(|(words, _)| words.len()).max().unwrap_or_default();
    let lines = lines.iter().map(|(words, code)| format!("  {words:<width$}  {code}\n"));
    let head = "By kind (storywall explain CODE says more of each):\n";
    Some(std::iter::once(head.to_owned()).chain(lines).collect())
}

/// "1 warning", "12 errors"
pub(super) fn counted(severity: Severity, count: usize) -> String {
    match severity {
        Severity::Error => several(count, "error", "errors"),
        Severity::Warning => several(count, "warning", "warnings"),
        Severity::Advice => several(count, "piece of advice", "pieces of advice"),
    }
}

/// Its severity and the name of its code.
type Kind = (Severity, &'static str);

fn kind(diagnostic: &Diagnostic) -> Kind {
    (diagnostic.severity(), diagnostic.code.name())
}
