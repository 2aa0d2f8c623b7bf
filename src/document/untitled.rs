//! A text without a title: what is said of it, once.

use super::Kind;
use crate::base::{Code, Diagnostic, Source};
use crate::data::fields::shortened;

/// What is said of a file of this kind without fields. A note for those who write is no text of the kind.
pub(super) fn told(kind: Kind, source: &Source, untitled: Diagnostic) -> Diagnostic {
    let stem = source.path.file_name().split('.').next().unwrap_or_default().to_lowercase();
    if kind == Kind::Page || stem != "readme" {
        return untitled.hint(hint(kind, &source.text));
    }
    let texts = kind.row().heading.to_lowercase();
    let message = format!("A README is for those who write, but in this folder, files are {texts}");
    Diagnostic::new(Code::NoFrontMatter, untitled.span, message)
        .hint("Move it out of content/; or to content/ itself, if readers should see it")
}

/// How a text without fields gets its title.
fn hint(kind: Kind, text: &str) -> String {
    let first = text.trim_start_matches('\u{feff}').trim_start().lines().next();
    let first = first.unwrap_or_default().trim();
    let words = first.trim_start_matches('#');
    let is_heading = (1..=6).contains(&(first.len() - words.len()))
        && words.trim_start().starts_with(char::is_alphanumeric);
    let has_space = words.starts_with([' ', '\t']);
    let words = shortened(words.trim());
    // People and events have a name, and no heading is it.
    let is_titled = kind.fields().iter().any(|field| field.name == "title");
    let field = if is_titled { "title" } else { "name" };
    match kind.is_submitted() || !is_titled {
        true if is_heading && !words.contains([':', '#']) => format!(
            "Write three lines in place of {}: --- , then {field}: {words} , then --- again",
            shortened(first)
        ),
        true => format!("Begin it with three lines: --- , then {field}: … , then --- again"),
        false if is_heading && !has_space => {
            format!("Put a space between the # and the title: # {words}")
        }
        false => "Begin it with a line such as # Who to ask; or with three lines: --- , \
                  then title: … , then --- again"
            .to_owned(),
    }
}

/// Removes what the same heading or its lack is told for twice: where there is no title, none is a
/// second one, and a heading of the first level without words is the title that is missing.
pub(super) fn told_once(diagnostics: &mut Vec<Diagnostic>, is_untitled: bool) {
    let ranges = |code: Code| -> Vec<_> {
        let found = diagnostics.iter().filter(|found| found.code == code);
        found.map(|found| found.span.range.clone()).collect()
    };
    let (empty, titles) = (ranges(Code::EmptyHeading), ranges(Code::SecondTitle));
    diagnostics.retain(|found| match found.code {
        Code::SecondTitle => !is_untitled && !empty.contains(&found.span.range),
        Code::EmptyHeading => !is_untitled || !titles.contains(&found.span.range),
        _ => true,
    });
}
