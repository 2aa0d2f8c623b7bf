//! Fields below the line that ends the others: their author wrote one line --- too many, or put them
//! there later.

use std::ops::Range;

use super::below_heading::{field, is_like_field};
use super::next_line;
use crate::base::{Code, Diagnostic, Severity, Source};
use crate::data::{Field, translated};
use crate::document::Kind;

/// Fields below the line that ends the others.
pub(super) struct SecondBlock {
    /// Where the text begins.
    pub(super) end: usize,
    /// Whether a line ends them, too.
    pub(super) is_closed: bool,
}

/// Lines of fields alone up to another line that ends them, or a field with lines of its own.
pub(super) fn second_block(source: &Source, from: usize, mark: &str) -> Option<SecondBlock> {
    let fields = Kind::of(&source.path).fields();
    let is_known = |name: &str| {
        let name = name.trim().trim_matches(['"', '\'']);
        is_field(name, fields) || translated::meant(name, fields).is_some()
    };
    let sign = sign(mark);
    let (mut at, mut is_begun, mut has_known) = (from, false, false);
    // Whether a field is open that has nothing behind its name, and whether one has lines.
    let (mut is_open, mut is_nested) = (false, false);
    while at < source.text.len() {
        let start = at;
        let end = next_line(&source.text, at);
        let line = source.text[at..end].trim_end();
        at = end;
        is_nested |= is_open && line.starts_with("  ") && line.contains(": ");
        is_open = line.strip_suffix(':').is_some_and(is_known);
        let is_inside = line.starts_with([' ', '\t', '[', ']']) || line.starts_with("- ");
        match line.split_once(sign) {
            _ if line == mark && is_begun => {
                return has_known.then_some(SecondBlock { end, is_closed: true });
            }
            // The two lines between the blocks, or before the first of them.
            _ if line.is_empty() || line == mark => {}
            Some((name, _)) if is_known(name) => (is_begun, has_known) = (true, true),
            Some((name, _)) if !name.trim().contains(' ') && !line.starts_with(' ') => {
                is_begun = true;
            }
            _ if is_inside && is_begun => {}
            _ if is_nested => return Some(SecondBlock { end: start, is_closed: false }),
            _ => return flat_block(source, from, sign, fields),
        }
    }
    match is_nested {
        true => Some(SecondBlock { end: at, is_closed: false }),
        false => flat_block(source, from, sign, fields),
    }
}

/// The sign between a name and its value.
fn sign(mark: &str) -> char {
    if mark == "+++" { '=' } else { ':' }
}

fn is_field(name: &str, fields: &[Field]) -> bool {
    fields.iter().any(|field| field.name == name)
}

/// Lines of fields in a row that no line ends: at least two, of which one has its name exactly as
/// the fields have it. (`Date: 3 May` may begin a text.)
fn flat_block(source: &Source, from: usize, sign: char, fields: &[Field]) -> Option<SecondBlock> {
    let meant = |name: &str| translated::meant(name, fields);
    let is_lower = |name: &str| name.chars().all(|c| c.is_lowercase() || "_-'".contains(c));
    let (mut at, mut count, mut exact) = (from, 0, 0);
    for line in source.text[from..].split_inclusive('\n') {
        let field = line.split_once(sign).filter(|(_, value)| !value.trim().is_empty());
        let name = field.map(|(name, _)| name.trim_end()).filter(|name| is_lower(name));
        match name {
            Some(name) if is_field(name, fields) => (count, exact) = (count + 1, exact + 1),
            Some(name) if meant(name).is_some() => count += 1,
            None if line.trim().is_empty() && count == 0 => {}
            _ => break,
        }
        at += line.len();
    }
    let found = (count > 1 && exact > 0).then_some(SecondBlock { end: at, is_closed: false });
    found.or_else(|| noted_block(source, from).filter(|_| sign == ':'))
}

/// Fields of a submitted text as tools for notes write them, with capitals: two of which one says
/// whether it is a draft, or three of which one says whose it is. Others may begin a text.
fn noted_block(source: &Source, from: usize) -> Option<SecondBlock> {
    let kind = Kind::of(&source.path);
    let (mut at, mut names) = (from, vec![]);
    for line in source.text[from..].split_inclusive('\n').filter(|_| kind.is_submitted()) {
        match field(line.trim(), kind) {
            Some((name, _)) => names.push(name),
            None if is_like_field(line.trim()) => {}
            None if names.is_empty() && line.trim().is_empty() => {}
            None => break,
        }
        at += line.len();
    }
    let says_status = names.len() > 1 && names.contains(&"status");
    let says_who = names.len() > 2 && names.contains(&"author");
    (says_status || says_who).then_some(SecondBlock { end: at, is_closed: false })
}

/// The only line of a first paragraph, directly below the fields, if it looks like one of them.
pub(super) fn one_field(source: &Source, from: usize, mark: &str) -> Option<Range<usize>> {
    let mut lines = source.text[from..].lines();
    let line = lines.next()?.trim_end();
    let (name, value) = line.split_once(sign(mark))?;
    let is_alone = lines.next().is_none_or(|next| next.trim().is_empty());
    let is_one = is_field(name.trim_end(), Kind::of(&source.path).fields());
    (is_alone && is_one && !value.trim().is_empty()).then(|| from..from + line.len())
}

pub(super) fn below_the_end(source: &Source, line: Range<usize>, mark: &str) -> Diagnostic {
    let message =
        format!("This line looks like a field, but the fields end at the {mark} above it");
    Diagnostic::new(Code::FieldsCutApart, source.span(line), message)
        .with_severity(Severity::Warning)
        .hint(format!(
            "Move it above that {mark}; or, if it belongs to the text, begin it with a capital letter"
        ))
}

pub(super) fn cut_apart(
    source: &Source,
    start: usize,
    mark: &str,
    has_other_end: bool,
) -> Diagnostic {
    let span = source.span(start..start + mark.len());
    let message =
        format!("The fields end at this {mark}, but the lines below it look like fields, too");
    Diagnostic::new(Code::FieldsCutApart, span, message).hint(match has_other_end {
        true => format!(
            "Remove this line: all fields stand between one {mark} above them and one below them"
        ),
        false => "Move this line below them".to_owned(),
    })
}

/// Fields that say again what those above them say.
pub(super) fn twice(source: &Source, line: Range<usize>, mark: &str) -> Diagnostic {
    let kind = Kind::of(&source.path);
    let word = if kind.is_submitted() { kind.word() } else { "text" };
    let message = format!("Below this {mark}, the fields of a second {word} begin");
    Diagnostic::new(Code::FieldsCutApart, source.span(line), message).hint(format!(
        "A file holds one {word}: keep one of each field between one {mark} above them and one below \
         them; put another {word} into a file of its own"
    ))
}
