//! Fields between two lines --- that stand below words of the text.

use std::ops::Range;

use super::next_line;
use crate::base::{Code, Diagnostic, Source};
use crate::data::{Field, Tree, translated};
use crate::document::Kind;

/// What every text has once: where it is written again below, another text begins.
const ONCE: [&str; 4] = ["title", "name", "question", "author"];

/// The first line --- at or below byte `from`, or another that parts a text, if nothing but fields of
/// this kind of text stands between it and the next such line, or an empty line below them.
pub(super) fn block_below(source: &Source, from: usize) -> Option<Range<usize>> {
    let fields = Kind::of(&source.path).fields();
    let is_known = |line: &str, sign: char| {
        line.split_once(sign).is_some_and(|(name, _)| {
            let name = name.trim_end();
            fields.iter().any(|field| field.name == name)
                || translated::meant(name, fields).is_some()
        })
    };
    let begins_text =
        |line: &str| line.split_once(':').is_some_and(|(name, _)| ONCE.contains(&name.trim_end()));
    let is_inside = |line: &str| {
        line.is_empty() || line.starts_with([' ', '\t', '[', ']']) || line.starts_with("- ")
    };
    let mut opened: Option<(Range<usize>, &str)> = None;
    let (mut count, mut titles, mut is_parted) = (0, 0, false);
    let mut at = from;
    while at < source.text.len() {
        let start = at;
        at = next_line(&source.text, at);
        let line = source.text[start..at].trim_end();
        let ends = |mark: &str| line == mark || mark != "+++" && is_ruler(line);
        match &opened {
            // What stands in a block of code is shown as code.
            None if line.starts_with("```") || line.starts_with("~~~") => return None,
            None => {}
            Some((place, mark)) if ends(mark) && count > 0 => return Some(place.clone()),
            Some((_, mark)) if is_known(line, if *mark == "+++" { '=' } else { ':' }) => {
                count += 1;
                titles += usize::from(begins_text(line));
                continue;
            }
            Some(_) if is_inside(line) => {
                is_parted |= line.is_empty() && count > 0;
                continue;
            }
            // Nobody ended them, and there is more than a title or an author above the words.
            Some((place, _)) if is_parted && titles > 0 && count > 1 => return Some(place.clone()),
            Some(_) => {}
        }
        (opened, count, titles, is_parted) = (None, 0, 0, false);
        if line == "+++" || is_ruler(line) {
            opened = Some((start..start + line.len(), line));
        }
    }
    None
}

/// Whether a line parts a text, as `---` and `* * *` do.
fn is_ruler(line: &str) -> bool {
    let signs = line.split_whitespace().collect::<String>();
    let is_of = |sign: char| signs.len() > 2 && signs.chars().all(|c| c == sign);
    !line.starts_with([' ', '\t']) && ['-', '*', '_'].into_iter().any(is_of)
}

/// What is said of such fields where the file has others at its start, `tree`.
pub(super) fn among_text(source: &Source, tree: &Tree, line: Range<usize>) -> Diagnostic {
    let mark = &source.text[line.clone()];
    let kind = Kind::of(&source.path);
    if is_of_another(source, tree, &line) {
        let word = if kind.is_submitted() { kind.word() } else { "text" };
        let message = format!("Below this {mark}, a second {word} begins, with fields of its own");
        let hint = match mark {
            "---" | "+++" => format!(
                "Move this line and all that follows it into a file of its own: a file holds one {word}"
            ),
            _ => format!(
                "Move all that follows this line into a file of its own, where the fields stand \
                 between two lines ---: a file holds one {word}"
            ),
        };
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

/// Whether the text of another file begins at this line.
pub(super) fn is_of_another(source: &Source, tree: &Tree, line: &Range<usize>) -> bool {
    begins_another(source, tree, line, Kind::of(&source.path).fields())
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
    let below = below.skip_while(|line| line.is_empty() || line == &mark);
    let names = below
        .take_while(|line| line != &mark && !is_ruler(line) && !line.is_empty())
        .filter_map(|line| line.split_once(sign));
    names.filter_map(|(name, _)| meant(name)).any(|name| above.contains(&name))
}
