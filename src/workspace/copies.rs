//! Copies of texts that stand beside their originals, so that readers see both: `a - Kopi.md`,
//! `a (1).md`, `a.sync-conflict-….md`, or the same words under another name.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::reading::Reading;
use crate::base::{Code, Diagnostic, Finding, Hash, SourcePath};
use crate::document::{Document, Kind};
use crate::site::Site;

/// A warning for each copy that readers see beside its original.
pub(super) fn copies(reading: &Reading, site: &Site, found: &[Finding]) -> Vec<Diagnostic> {
    // A translation with another name is told as that, also where nobody translated it yet.
    let misnamed = found.iter().filter(|it| it.code == Code::NameLikeLanguage);
    let misnamed: BTreeSet<&SourcePath> = misnamed.map(|it| &it.span.path).collect();
    let is_shown = |it: &&Document| {
        !it.facts.is_translation() && site.shows(&it.facts) && !misnamed.contains(it.path())
    };
    let shown: Vec<&Document> =
        reading.documents.values().map(|it| &**it).filter(is_shown).collect();
    let by_name: HashMap<&str, &Document> = shown.iter().map(|it| (&*it.facts.name, *it)).collect();
    let mut first: HashMap<(&str, Hash), &Document> = HashMap::new();
    let mut found = vec![];
    let mut others = vec![];
    for document in shown {
        let (folder, name) = parts(document);
        let original = copy_of(name).and_then(|name| by_name.get(&*format!("{folder}{name}")));
        match original {
            Some(original) => found.push(of_name(document, original)),
            None => others.push(document),
        }
    }
    // The name of a copy is longer, as a rule.
    others.sort_by_key(|it| it.facts.name.len());
    for document in others {
        let (folder, _) = parts(document);
        // Stories are one wall, whatever folders of years they lie in.
        let stories = Kind::Story.row().inside;
        let folder = if folder.starts_with(stories) { stories } else { folder };
        let hashes = [Some(document.whole), document.words];
        let keys: Vec<_> = hashes.into_iter().flatten().map(|hash| (folder, hash)).collect();
        match keys.iter().find_map(|key| first.get(key)) {
            Some(original) => found.push(of_words(document, original)),
            None => keys.into_iter().for_each(|key| _ = first.insert(key, document)),
        }
    }
    found
}

/// Whether one of these texts is, or was, the same as another. Only then are there other copies than
/// before.
pub(super) fn have_twins(before: &Reading, now: &Reading, changed: &HashSet<&SourcePath>) -> bool {
    let of = |document: &Document| [Some(document.whole), document.words];
    let mut hashes = HashSet::new();
    for reading in [before, now] {
        let mut own = HashSet::new();
        let texts = changed.iter().filter_map(|path| reading.documents.get(*path));
        for hash in texts.flat_map(|it| of(it)).flatten() {
            if !own.insert(hash) {
                return true;
            }
        }
        hashes.extend(own);
    }
    now.documents.values().any(|it| {
        of(it).into_iter().flatten().any(|hash| hashes.contains(&hash))
            && !changed.contains(it.path())
    })
}

/// The folder of a text, and its name in it.
fn parts(document: &Document) -> (&str, &str) {
    let name = &*document.facts.name;
    name.split_at(name.rfind('/').map_or(0, |slash| slash + 1))
}

fn of_name(copy: &Document, original: &Document) -> Diagnostic {
    let message = format!(
        "This file has the name of a copy of {}, and readers see both",
        original.path().as_str()
    );
    Diagnostic::new(Code::CopiedText, copy.places.span(&copy.facts.top()), message).hint(format!(
        "Keep what is right in {}, and remove this file; if it is another text, rename it",
        original.path().file_name()
    ))
}

fn of_words(copy: &Document, original: &Document) -> Diagnostic {
    let message = format!(
        "This text is the same as that of {}, and readers see both",
        original.path().as_str()
    );
    Diagnostic::new(Code::CopiedText, copy.places.span(&copy.facts.top()), message)
        .hint("Remove one of the two files, or write another text in one of them")
}

/// What a computer writes behind or before the name of a copy, in lower case.
const BEHIND: &[&str] = &[
    "copy", "kopi", "kopie", "kopia", "copie", "copia", "backup", "bak", "old", "gammel",
    "gammelt", "oud", "orig",
];
const BEFORE: &[&str] = &["copy of ", "kopi af ", "kopie van ", "kopie von ", "copie de "];
/// Words between the brackets of a copy that a store of files made, where two people wrote at once.
const CONFLICTS: &[&str] = &["conflict", "konflikt", "kopi", "copy"];

/// The name of the original, if this is the name of a copy.
fn copy_of(name: &str) -> Option<&str> {
    if let Some((original, _)) = name.split_once(".sync-conflict-") {
        return Some(original).filter(|it| !it.is_empty());
    }
    // Only ASCII letters are made small, so that bytes keep their places.
    let small = name.to_ascii_lowercase();
    if let Some(before) = BEFORE.iter().find(|before| small.starts_with(*before)) {
        return Some(&name[before.len()..]).filter(|it| !it.is_empty());
    }
    let is_number = |word: &str| {
        (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut kept = small.as_str();
    let mut is_copy = false;
    if let Some((before, inside)) = kept.strip_suffix(')').and_then(|it| it.rsplit_once('(')) {
        let is_conflict = CONFLICTS.iter().any(|word| inside.contains(word));
        // `vagten(1)` and `vagten (1)`.
        if is_number(inside) || is_conflict {
            (kept, is_copy) = (before.trim_end(), true);
        }
    } else if let Some((before, _)) = kept.rsplit_once(' ').filter(|it| is_number(it.1))
        && BEHIND.iter().any(|word| before.ends_with(word))
    {
        // `vagten copy 2`.
        kept = before;
    }
    let behind = BEHIND.iter().find_map(|word| {
        let before = kept.strip_suffix(word)?;
        let original = before.trim_end_matches([' ', '-', '_', '.', '–']);
        (original.len() < before.len()).then_some(original)
    });
    let original = match behind {
        Some(original) => original,
        None if is_copy => kept,
        None => return None,
    };
    (!original.is_empty()).then(|| &name[..original.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_copy_says_of_what() {
        for (name, original) in [
            ("a - Kopi", "a"),
            ("a - Kopi (2)", "a"),
            ("a (1)", "a"),
            ("a(1)", "a"),
            ("Kopi af a", "a"),
            ("Kopie van a", "a"),
            ("Copy of a", "a"),
            ("a copy", "a"),
            ("a copy 2", "a"),
            ("a - Copy", "a"),
            ("a - Copy (3)", "a"),
            ("a-copy", "a"),
            ("a.sync-conflict-20261102-101500-ABCDEFG", "a"),
            ("a (Ole Hansen's conflicted copy 2026-11-02)", "a"),
            ("a (konfliktkopi fra PC 2026-11-02)", "a"),
            ("a_backup", "a"),
            ("a OLD", "a"),
            ("Låsen på døren - Kopi", "Låsen på døren"),
        ] {
            assert_eq!(copy_of(name), Some(original), "{name}");
        }
        for name in
            ["a", "a-2", "a 2", "old", "threshold", "photocopy", "a (2026)", "kopi", "a (Ole)"]
        {
            assert_eq!(copy_of(name), None, "{name}");
        }
    }
}
