//! Mistakes in texts that can be parsed, such as names that do not exist.

use std::collections::{BTreeMap, BTreeSet};

use super::entries::{File, FtlEntry, FtlKind, Mention};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic};
use crate::language::{Language, SHIPPED};

/// Reports every mention of something that does not exist, and every key that a file has twice. The
/// first English file that has a text says which variables it gets, or else the first of all.
pub(super) fn of(files: &[File]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let known = DefinedTexts::new(files);
    for file in files {
        twice(file, &mut diagnostics);
        for entry in &file.entries {
            unused(file, entry, &mut diagnostics);
            diagnostics.extend(known.left_out(file, entry));
            for mention in &entry.mentions {
                diagnostics.extend(known.flaw(file, entry, mention));
            }
        }
    }
    diagnostics
}

struct DefinedTexts<'a> {
    variables: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// The names that texts of each language may mention.
    entries: BTreeMap<&'a Language, BTreeSet<(bool, &'a str)>>,
}

impl<'a> DefinedTexts<'a> {
    fn new(files: &'a [File]) -> DefinedTexts<'a> {
        let mut known = DefinedTexts { variables: BTreeMap::new(), entries: BTreeMap::new() };
        let (first, others): (Vec<_>, Vec<_>) =
            files.iter().partition(|file| file.language.primary() == SHIPPED[0]);
        for file in first.into_iter().chain(others) {
            for entry in &file.entries {
                let names = known.entries.entry(&file.language).or_default();
                names.insert((entry.is_term, &entry.name));
                if !entry.is_term {
                    known.variables.entry(&entry.name).or_insert_with(|| variables(entry));
                }
            }
        }
        known
    }

    /// What is said of a text that does not show what the same text in English does.
    fn left_out(&self, file: &File, entry: &FtlEntry) -> Option<Diagnostic> {
        let wanted = self.variables.get(entry.name.as_str()).filter(|_| !entry.is_term)?;
        let own = variables(entry);
        // A text within it may show them, and a slip in the name of one is told.
        let is_known = |it: &Mention| it.kind == FtlKind::Variable && wanted.contains(&*it.name);
        let is_whole = entry.mentions.iter().all(is_known);
        let left_out: Vec<String> =
            wanted.difference(&own).map(|name| format!("{{ ${name} }}")).collect();
        let first = left_out.first().filter(|_| is_whole)?;
        let span = file.source.span(entry.range.clone());
        let message = format!("This text leaves out {}", left_out.join(" and "));
        Some(Diagnostic::new(Code::TextWithoutValue, span, message).hint(format!(
            "Write {first} where readers should see it, or leave it out if they need not"
        )))
    }

    fn flaw(&self, file: &File, entry: &FtlEntry, mention: &Mention) -> Option<Diagnostic> {
        let name = mention.name.as_str();
        let (what, near) = match mention.kind {
            // A term's variables are given where it is mentioned.
            FtlKind::Variable if entry.is_term => return None,
            FtlKind::Variable => {
                let own = self.variables.get(entry.name.as_str())?;
                if own.contains(name) {
                    return None;
                }
                (
                    format!("There is no value “${name}” in this text"),
                    nearest(name, own.iter().copied()),
                )
            }
            FtlKind::Function if name == "NUMBER" => return None,
            FtlKind::Function => (format!("There is no function “{name}”"), None),
            FtlKind::Text | FtlKind::Term => {
                let is_term = mention.kind == FtlKind::Term;
                let names = self.entries.get(&file.language)?;
                if names.contains(&(is_term, name)) {
                    return None;
                }
                let alike = names.iter().filter(|(term, _)| *term == is_term);
                let dash = if is_term { "-" } else { "" };
                (
                    format!("There is no text “{dash}{name}” in this language"),
                    nearest(name, alike.map(|(_, name)| *name)),
                )
            }
        };
        let span = file.source.span(mention.range.clone());
        let diagnostic = Diagnostic::new(Code::TextUnknownName, span, what);
        Some(match near {
            Some(near) => diagnostic.hint(format!("Did you mean “{near}”?")),
            None => diagnostic.hint("Correct the name, or remove it"),
        })
    }
}

fn variables(entry: &FtlEntry) -> BTreeSet<&str> {
    let variables = entry.mentions.iter().filter(|mention| mention.kind == FtlKind::Variable);
    variables.map(|mention| mention.name.as_str()).collect()
}

fn twice(file: &File, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<(bool, &str), &FtlEntry> = BTreeMap::new();
    for entry in &file.entries {
        let Some(first) = seen.insert((entry.is_term, &entry.name), entry) else { continue };
        let message = format!("The text “{}” is written twice, and this one is used", entry.name);
        diagnostics.push(
            Diagnostic::new(Code::TextTwice, file.source.span(entry.range.clone()), message)
                .place(file.source.span(first.range.clone()), "the other one")
                .hint("Remove one of them"),
        );
    }
}

/// Fluent's attributes (`.title = …`) are not used on pages.
fn unused(file: &File, entry: &FtlEntry, diagnostics: &mut Vec<Diagnostic>) {
    if entry.has_attributes || !entry.has_value {
        let message = format!("The attributes of “{}” are not used", entry.name);
        let span = file.source.span(entry.range.clone());
        diagnostics.push(
            Diagnostic::new(Code::TextAttribute, span, message)
                .hint("Give each text a key of its own"),
        );
    }
}
