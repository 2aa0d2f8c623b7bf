//! Words: those that are no texts for readers (names, dates, choices), and any others.

use super::quotes::{quoted, within_curly};
use super::reader::{shortened, text};
use super::{Node, Notation, Reader, Value, colors};
use crate::base::{Code, Diagnostic};

/// A word that is no text for readers: a name, a date, a choice. Curly quotation marks around it are
/// reported, because they would count as a part of it.
pub(super) fn word(
    node: &Node,
    wanted: &str,
    example: &str,
    reader: &mut Reader<'_>,
) -> Option<String> {
    if let Some(linked) = linked(node) {
        let hint = format!("Write it without brackets: {}", shortened(linked));
        let diagnostic = reader.of_wrong_type(node, wanted).hint(hint);
        reader.report(diagnostic);
        return None;
    }
    let written = text(node, wanted, example, reader)?;
    without_curly(written, node, reader)
}

/// The name of a link of Obsidian, `[[birthe-lund|Birthe]]`, which YAML reads as a list in a list.
fn linked(node: &Node) -> Option<&str> {
    let Value::List(items) = &node.value else { return None };
    match &items[..] {
        [Node { value: Value::Scalar(name), .. }] => name.split('|').next().map(str::trim),
        [inner] => linked(inner),
        _ => None,
    }
}

/// A text with a colon that YAML reads as a field, on one line: `- Kl. 8: morgenmad`.
fn with_colon<'s>(node: &Node, reader: &'s Reader<'_>) -> Option<&'s str> {
    let Value::Map(entries) = &node.value else { return None };
    let [one] = &entries[..] else { return None };
    // Between brackets, it is told as that.
    if reader.source.text.get(node.range.clone()).is_none_or(|it| it.starts_with('{')) {
        return None;
    }
    let written = reader.source.text.get(one.key_range.start..one.value.range.end)?.trim();
    let is_one = !written.contains('\n')
        && !written.contains(['[', ']', '{', '}'])
        && !written.starts_with(['"', '\''])
        && matches!(one.value.value, Value::Scalar(_) | Value::Empty);
    is_one.then_some(written)
}

/// The text, if no curly quotation marks are around it.
fn without_curly(written: String, node: &Node, reader: &mut Reader<'_>) -> Option<String> {
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

/// Fields whose words name something.
const NAMES: &[&str] =
    &["name", "location", "city", "country", "series", "expertise", "keywords", "topics"];

/// The text between curly quotation marks that a comma in it parts: `[“a, b”, c]`.
fn parted(node: &Node, reader: &Reader<'_>) -> Option<String> {
    const CURLY: [char; 6] = ['“', '”', '„', '‟', '«', '»'];
    let text = &reader.source.text;
    let inside = text.get(node.range.clone())?.strip_prefix(CURLY)?;
    let rest = text.get(node.range.end..)?.lines().next()?;
    let end = rest.find(CURLY).filter(|_| rest.trim_start().starts_with(','))?;
    (!inside.contains(CURLY)).then(|| format!("{inside}{}", &rest[..end]))
}

/// Any words. Those in brackets, which YAML reads as a list or a group of fields, may be meant so.
pub(super) fn words(node: &Node, reader: &mut Reader<'_>) -> Option<String> {
    if reader.lacks_quotes(node, "text") || reader.is_empty_text(node) {
        return None;
    }
    let written = reader.source.text.get(node.range.clone()).unwrap_or_default().trim();
    if let (Value::Map(entries), "colors") = (&node.value, reader.field)
        && let Some(hint) = colors::of_group(entries, written)
    {
        let message = "A colour is one text, or a list of two: the first for light, then for dark";
        let span = reader.source.span(node.range.clone());
        reader.report(Diagnostic::new(Code::WrongType, span, message).hint(hint));
        return None;
    }
    let is_bracketed = reader.notation == Notation::Yaml
        && written.starts_with(['[', '{'])
        && !written.contains('\n')
        && matches!(node.value, Value::List(_) | Value::Map(_));
    if let Some(whole) = with_colon(node, reader).filter(|_| reader.notation == Notation::Yaml) {
        let hint = format!("Put the text between quotes: {}", quoted(whole));
        let span = reader.source.span(node.range.clone());
        let message = "The colon in this text makes a field of it";
        reader.report(Diagnostic::new(Code::WrongType, span, message).hint(hint));
        return None;
    }
    if !is_bracketed {
        let written = text(node, "text", reader.example_or("Pump four went quiet"), reader)?;
        if let Some(whole) = parted(node, reader) {
            let message =
                "These quotation marks are curly, so the comma between them parts the text";
            let span = reader.source.span(node.range.clone());
            let hint = format!("Put the text between straight ones: {}", quoted(&whole));
            reader.report(Diagnostic::new(Code::WrongType, span, message).hint(hint));
            return None;
        }
        // A title may be a quotation, a place is none.
        return match NAMES.contains(&reader.field) {
            true => without_curly(written, node, reader),
            false => Some(written),
        };
    }
    let whole = quoted(written);
    let hint = format!(
        "If the brackets belong to the text, put it between quotes: {whole}; if not, remove them"
    );
    let diagnostic = reader.of_wrong_type(node, "text").hint(hint);
    reader.report(diagnostic);
    None
}
