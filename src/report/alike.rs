//! What is alike in a report for people: told once, with all of its places.

use std::collections::{BTreeMap, HashMap};

use super::{Report, several};
use crate::base::{Code, Diagnostic, Severity};

/// Diagnostics that say the same of several places, in order of these.
pub(super) struct Alike<'a> {
    pub(super) first: &'a Diagnostic,
    pub(super) others: Vec<&'a Diagnostic>,
}

/// Those of a kind that are not told one by one, because there are too many.
pub(super) struct Rest<'a> {
    pub(super) code: Code,
    pub(super) severity: Severity,
    pub(super) diagnostics: Vec<&'a Diagnostic>,
}

/// With more different ones of a kind, only the first `SHOWN` are told one by one.
const MOST: usize = 20;
const SHOWN: usize = 10;
/// Further places that are named of one that is told once.
const PLACES: usize = 3;
/// Diagnostics from which on a list of their kinds helps.
const MANY: usize = 10;

/// What is told one by one, in order of the first places, and the rest.
pub(super) fn folded<'a>(ordered: &[&'a Diagnostic]) -> (Vec<Alike<'a>>, Vec<Rest<'a>>) {
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
                // Remedies that differ everywhere are not worth a search.
                if same.len() < MOST {
                    same.push(all.len());
                }
                all.push(Alike { first: diagnostic, others: vec![] });
            }
        }
    }
    let mut counts: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    for one in &all {
        *counts.entry(kind(one.first)).or_default() += 1;
    }
    let mut told: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    let mut rest: BTreeMap<(Severity, &str), Rest<'a>> = BTreeMap::new();
    let mut shown = vec![];
    for one in all {
        let kind = kind(one.first);
        let before = told.entry(kind).or_default();
        if counts[&kind] <= MOST || *before < SHOWN {
            *before += 1;
            shown.push(one);
            continue;
        }
        let (code, severity) = (one.first.code, one.first.severity());
        let rest = rest.entry(kind).or_insert(Rest { code, severity, diagnostics: vec![] });
        rest.diagnostics.push(one.first);
        rest.diagnostics.extend(one.others);
    }
    (shown, rest.into_values().collect())
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

/// How many there are of each kind, the gravest and most frequent first, where that helps: "    12
/// errors    broken-link".
pub(super) fn by_code(report: &Report<'_>) -> Option<String> {
    if report.diagnostics.len() < MANY {
        return None;
    }
    let mut counts: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    for diagnostic in report.diagnostics {
        *counts.entry(kind(diagnostic)).or_default() += 1;
    }
    // Where no kind has two, the list would only repeat what stands above.
    if counts.len() == report.diagnostics.len() {
        return None;
    }
    let mut counts: Vec<((Severity, &str), usize)> = counts.into_iter().collect();
    counts.sort_by_key(|((severity, _), count)| (*severity, std::cmp::Reverse(*count)));
    let words = |((severity, code), count): ((Severity, &'static str), usize)| {
        (counted(severity, count), code)
    };
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

fn kind(diagnostic: &Diagnostic) -> (Severity, &'static str) {
    (diagnostic.severity(), diagnostic.code.name())
}
