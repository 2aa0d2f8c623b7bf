//! Fields that hold one of a few words.

use super::dated_choice::{dated, remedy};
use super::reader::{example, shortened};
use super::word::word;
use super::{Field, Node, Reader, Shape, translated};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic};

/// One of `words`, whatever its case; else the nearest is offered.
pub(crate) fn choice(
    node: &Node,
    words: &[&'static str],
    reader: &mut Reader<'_>,
) -> Option<&'static str> {
    let written = word(node, "a word", words[0], reader)?;
    let folded = written.trim().to_lowercase();
    if let Some(word) = words.iter().copied().find(|word| *word == folded) {
        return Some(word);
    }
    let diagnostic = Diagnostic::new(
        Code::UnknownChoice,
        reader.source.span(node.range.clone()),
        match reader.field {
            "" => format!("“{}” cannot be used here", shortened(&written)),
            field => format!("“{field}” cannot be “{}”", shortened(&written)),
        },
    );
    if words.contains(&"internal") && words.contains(&"public") && is_everybody(&folded) {
        let hint = "Write internal if all colleagues may see it, or public if everybody may, also \
                    outside the company";
        reader.report(diagnostic.hint(hint));
        return None;
    }
    let called = translated::choice(&folded, words);
    if let Some((word, day)) = dated(&folded, words).filter(|_| called.is_none()) {
        let hint = remedy(word, day, reader);
        reader.report(diagnostic.hint(hint));
        return None;
    }
    reader.report(match called.or_else(|| nearest(&folded, words.iter().copied())) {
        Some(near) if called.is_some() => {
            diagnostic.hint(format!("Write {near} in place of “{}”", shortened(written.trim())))
        }
        Some(near) => diagnostic.hint(format!("Did you mean “{near}”?")),
        None => match of_other_field(&folded, reader) {
            Some((field, line)) => diagnostic.hint(match is_written(field, reader) {
                false => format!("Write {line} in place of this line"),
                true => format!("Remove this line: the line {field} says it"),
            }),
            None => diagnostic.hint(format!("Use one of these: {}", words.join(", "))),
        },
    });
    None
}

/// The line that says a word of another field: `status: draft` where somebody wrote `form: kladde`.
fn of_other_field(word: &str, reader: &Reader<'_>) -> Option<(&'static str, String)> {
    reader.fields.iter().filter(|field| field.name != reader.field).find_map(|field| {
        let Shape::Choice(words) = field.shape else { return None };
        let own = words.iter().copied().find(|it| *it == word);
        let said = own.or_else(|| translated::choice(word, words))?;
        Some((field.name, example(&Field { example: said, ..*field }, reader.notation)))
    })
}

/// Whether a line of the fields begins with this name.
fn is_written(field: &str, reader: &Reader<'_>) -> bool {
    let lines = reader.source.text.lines().skip(1);
    let mut fields = lines.take_while(|line| !matches!(line.trim_end(), "---" | "+++"));
    fields.any(|line| {
        let rest = line.strip_prefix(field).map(str::trim_start);
        rest.is_some_and(|rest| rest.starts_with([':', '=']))
    })
}

/// Whether a word means everybody: of the company, or of the world.
fn is_everybody(word: &str) -> bool {
    let words =
        ["alle", "enhver", "iedereen", "allemaal", "all", "everyone", "everybody", "anyone"];
    words.contains(&word)
}
