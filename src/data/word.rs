//! Words that are no texts for readers: names, dates, choices.

use super::quotes::{quoted, within_curly};
use super::reader::{shortened, text};
use super::{Node, Notation, Reader};
use crate::base::{Code, Diagnostic};

/// A word that is no text for readers: a name, a date, a choice. Curly quotation marks around it are
/// reported, because they would count as a part of it.
pub(super) fn word(
    node: &Node,
    wanted: &str,
    example: &str,
    reader: &mut Reader<'_>,
) -> Option<String> {
    let written = text(node, wanted, example, reader)?;
    let Some(inside) = within_curly(&written) else { return Some(written) };
    let message =
        "There are curly quotation marks around this value, and they count as a part of it";
    let meant = match reader.notation {
        Notation::Yaml => shortened(inside),
        Notation::Toml => quoted(inside),
    };
    let span = reader.source.span(node.range.clone());
    reader.report(
        Diagnostic::new(Code::WrongType, span, message)
            .hint(format!("Write it without them: {meant}")),
    );
    None
}
