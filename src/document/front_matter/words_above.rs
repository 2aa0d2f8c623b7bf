//! Fields without a line `---` above them, below words that were meant as the text.

use super::{is_like_fence, is_other_ruler, next_line};
use crate::base::{Code, Diagnostic, Source};
use crate::data::fields::shortened;
use crate::data::translated;
use crate::document::Kind;

/// Fields are looked for below so many lines of words.
const MOST_LINES: usize = 5;

/// What is said where words stand above the fields, and no `---` between the two.
pub(super) fn told(source: &Source, from: usize) -> Option<Diagnostic> {
    let fields = Kind::of(&source.path).fields();
    let name_of = |line: &str| {
        let name = line.split_once(':')?.0.trim_end().to_lowercase();
        let known = fields.iter().map(|field| field.name).find(|field| *field == name);
        known.or_else(|| translated::meant(&name, fields))
    };
    let mut lines = vec![];
    let mut at = from;
    while at < source.text.len() && lines.len() < MOST_LINES {
        let end = next_line(&source.text, at);
        let line = source.text[at..end].trim_end();
        if name_of(line).is_some() {
            break;
        }
        if line == "---" || is_like_fence(line) || is_other_ruler(line) {
            return None;
        }
        lines.push(line);
        at = end;
    }
    let words: Vec<&str> = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
    let first = source.text[at..].lines().next()?.trim_end();
    // Of these, every kind of text has one: with it, the lines are no words of the text.
    let is_name = |line: &str| matches!(name_of(line), Some("title" | "name" | "event"));
    let is_inside = |line: &str| line.starts_with([' ', '\t']) || line.starts_with("- ");
    let block = source.text[at..].lines().map(str::trim_end);
    let block = block.take_while(|line| name_of(line).is_some() || is_inside(line));
    let (mut has_name, mut count) = (false, 0);
    for line in block {
        has_name |= is_name(line);
        count += 1;
    }
    let below = source.text[at..].lines().nth(count).unwrap_or_default().trim_end();
    if words.is_empty() || !has_name || !(below.is_empty() || below == "---") {
        return None;
    }
    let name = first.split(':').next().unwrap_or_default();
    let above = match words[..] {
        [line] => format!("“{}”", shortened(line)),
        _ => "what stands above it".to_owned(),
    };
    let put = match below {
        "---" => format!("Put --- on a line of its own above {name}:"),
        _ => format!("Put --- on a line of its own above {name}: and below the last field"),
    };
    let span = source.span(at..at + first.len());
    let message = "The first --- is missing above this line";
    Some(
        Diagnostic::new(Code::NoFrontMatter, span, message)
            .hint(format!("{put}, and move {above} below the second ---")),
    )
}
