//! Tables of which there are several, where one is written between single brackets: `[teams]` among
//! `[[teams]]`. The parser complains of all the others.

use std::collections::BTreeSet;
use std::ops::Range;

use super::lines::is_name;
use crate::base::{Code, Diagnostic, Source};

/// Reports each line `[name]` where there is a line `[[name]]` too; returns these names. `part` are
/// the fields.
pub(super) fn single_among_double<'t>(
    source: &'t Source,
    part: &Range<usize>,
    out: &mut Vec<Diagnostic>,
) -> BTreeSet<&'t str> {
    let text = &source.text[part.clone()];
    let double: BTreeSet<&str> = text.lines().filter_map(double).collect();
    let mut found = BTreeSet::new();
    let mut start = part.start;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        if let Some(name) = single(line).filter(|name| double.contains(name)) {
            found.insert(name);
            let message = format!(
                "There are several of these tables, so [{name}] needs two brackets on each side"
            );
            let span = source.span(start..start + words.len());
            let diagnostic = Diagnostic::new(Code::BrokenToml, span, message);
            out.push(diagnostic.hint(format!("Write [[{name}]]")));
        }
        start += line.len();
    }
    found
}

/// The name in the line `[[name]]`.
pub(super) fn double(line: &str) -> Option<&str> {
    header(line)?.strip_prefix('[')?.strip_suffix(']').map(str::trim).filter(|name| is_name(name))
}

/// The name in the line `[name]`.
pub(super) fn single(line: &str) -> Option<&str> {
    header(line).map(str::trim).filter(|name| is_name(name))
}

/// What is between the outer brackets of a line; a comment may stand behind them.
fn header(line: &str) -> Option<&str> {
    let line = line.split('#').next()?.trim();
    line.strip_prefix('[')?.strip_suffix(']')
}
