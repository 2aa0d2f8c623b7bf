//! Fields between two lines --- that stand below words of the text.

use std::ops::Range;

use super::next_line;
use crate::base::{Code, Diagnostic, Source};
use crate::data::{Field, Tree, translated};
use crate::document::Kind;

/// What every text has once: where it is written again below, another text begins.
const ONCE: [&str; 4] = ["title", "name", "question", "author"];

/// The first line --- at or below byte `from`, if nothing but fields of this kind of text stands
/// between it and the next one.
pub(super) fn block_below(source: &Source, from: usize) -> Option<Range<usize>> {
    let fields = Kind::of(&source.path).fields();
    let is_known = |line: &str, sign: char| {
        line.split_once(sign).is_some_and(|(name, _)| {
            let name = name.trim_end();
            fields.iter().any(|field| field.name == name)
                || translated::meant(name, fields).is_some()
        })
    };
    let is_inside = |line: &str| {
        line.is_empty() || line.starts_with([' ', '\t', '[', ']']) || line.starts_with("- ")
    };
    let mut opened: Option<(Range<usize>, &str)> = None;
    let mut count = 0;
    let mut at = from;
    while at < source.text.len() {
        let start = at;
        at = next_line(&source.text, at);
        let line = source.text[start..at].trim_end();
        match &opened {
            // What stands in a block of code is shown as code.
            None if line.starts_with("```") || line.starts_with("~~~") => return None,
            None if line == "---" || line == "+++" => {
                opened = Some((start..start + line.len(), line));
            }
            None => {}
            Some((place, mark)) if line == *mark => return (count > 0).then(|| place.clone()),
            Some((_, mark)) if is_known(line, if *mark == "+++" { '=' } else { ':' }) => count += 1,
            Some(_) if is_inside(line) => {}
            Some(_) => return None,
        }
    }
    None
}

/// What is said of such fields where the file has others at its start, `tree`.
pub(super) fn among_text(source: &Source, tree: &Tree, line: Range<usize>) -> Diagnostic {
    let mark = &source.text[line.clone()];
    let kind = Kind::of(&source.path);
    if begins_another(source, tree, &line, kind.fields()) {
        let word = if kind.is_submitted() { kind.word() } else { "text" };
        let message = format!("Below this {mark}, a second {word} begins, with fields of its own");
        let hint = format!(
            "Move this line and all that follows it into a file of its own: a file holds one {word}"
        );
        return Diagnostic::new(Code::FieldsCutApart, source.span(line), message).hint(hint);
    }
    let message = format!(
        "The lines below this {mark} look like fields, but the fields of this file end further up"
    );
    let hint = format!(
        "Move them up, above the {mark} that ends the fields, and remove the two lines {mark} around \
         them; keep one of each field"
    );
    Diagnostic::new(Code::FieldsCutApart, source.span(line), message).hint(hint)
}

/// Whether fields below this line say again what the fields of the file say already: of another text.
fn begins_another(source: &Source, tree: &Tree, line: &Range<usize>, fields: &[Field]) -> bool {
    let mark = &source.text[line.clone()];
    let sign = if mark == "+++" { '=' } else { ':' };
    let meant = |name: &str| {
        let name = name.trim_end();
        let own = ONCE.into_iter().find(|own| own.eq_ignore_ascii_case(name));
        own.or_else(|| translated::meant(name, fields)).filter(|own| ONCE.contains(own))
    };
    let above: Vec<&str> = tree.entries.iter().filter_map(|entry| meant(&entry.key)).collect();
    let below = source.text[next_line(&source.text, line.end)..].lines().map(str::trim_end);
    let names = below.take_while(|line| line != &mark).filter_map(|line| line.split_once(sign));
    names.filter_map(|(name, _)| meant(name)).any(|name| above.contains(&name))
}
