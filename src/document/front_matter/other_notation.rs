//! Fields of YAML between the lines of TOML: `+++`, then `title: Our first day`.

use std::ops::Range;

use super::{FrontMatter, begins_with_field, next_line};
use crate::base::{Code, Diagnostic, Source};
use crate::data::yaml;

/// Reads such fields as what they are, and says which line belongs above them. `fence` is the first
/// line, and the fields begin at `inner`.
pub(super) fn read(
    source: &Source,
    fence: &Range<usize>,
    inner: usize,
    out: &mut Vec<Diagnostic>,
) -> Option<FrontMatter> {
    let text: &str = &source.text;
    if text[fence.clone()].trim_end() != "+++" {
        return None;
    }
    let (mut at, mut count) = (inner, 0);
    let (end, body) = loop {
        let line = text[at..].lines().next().filter(|_| at < text.len())?;
        let next = next_line(text, at);
        if matches!(line.trim_end(), "+++" | "---") {
            break (at, next);
        }
        // A line of TOML says what the others are.
        let name = line.find([':', '=']).map(|at| line.as_bytes()[at]);
        match name {
            Some(b'=') if !line.starts_with([' ', '-', '#']) => return None,
            Some(b':') if begins_with_field(line) => count += 1,
            _ => {}
        }
        at = next;
    };
    let is_table = |line: &str| line.starts_with('[') && line.trim_end().ends_with(']');
    if count == 0 || text[inner..end].lines().any(is_table) {
        return None;
    }
    let tree = yaml::read(source, inner..end, out);
    let message = "The fields below this +++ are written as they are between two lines ---";
    let line = 1 + text[..end].matches('\n').count();
    let hint = match text[end..].starts_with("+++") {
        true => format!("Write --- in place of +++ in this line and in line {line}"),
        false => "Write --- in place of +++ in this line".to_owned(),
    };
    let span = source.span(fence.clone());
    out.push(Diagnostic::new(Code::BrokenToml, span, message).hint(hint));
    Some(FrontMatter { tree, fence: fence.clone(), body: body..text.len(), without_fields: None })
}
