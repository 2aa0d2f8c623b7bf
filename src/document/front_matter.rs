//! The fields between fences at the top of a file: `---` for YAML, `+++` for TOML.

mod below_heading;
mod block_below;
mod first_line;
mod forgotten_end;
mod other_notation;
mod second_block;
mod words_above;

use std::ops::Range;

use self::block_below::{among_text, block_below, is_of_another};
use self::forgotten_end::{first_of_text, forgotten};
use self::second_block::{below_the_end, cut_apart, one_field, second_block, twice};
use crate::base::{Code, Diagnostic, Source};
use crate::data::{Notation, Tree, toml, yaml};

/// A file in its two parts.
pub(crate) struct FrontMatter {
    pub(crate) tree: Tree,
    /// The opening fence: the place to report for something that is missing.
    pub(crate) fence: Range<usize>,
    /// The rest of the file.
    pub(crate) body: Range<usize>,
    /// What is wrong where there are no fields at all, unless the text says its title itself; its
    /// remedy depends on the kind.
    pub(crate) without_fields: Option<Diagnostic>,
}

/// Splits a file and reads its first part. A file without fences has an empty tree.
pub(crate) fn read(source: &Source, out: &mut Vec<Diagnostic>) -> FrontMatter {
    let text: &str = &source.text;
    // Editors on Windows may begin a file with a byte order mark, which is not part of the text.
    // One that was joined from several files may begin with several.
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let first = text[start..].lines().next().unwrap_or_default();
    let fence = start..start + first.len();
    let notation = match first.trim_end() {
        "---" => Notation::Yaml,
        "+++" => Notation::Toml,
        _ => return without_fences(source, fence, out),
    };
    let inner = next_line(text, fence.end);
    let mark = first.trim_end();
    if let Some(read) = other_notation::read(source, &fence, inner, out) {
        return read;
    }
    let meant = meant_end(source, inner);
    let mut line_start = inner;
    while line_start < text.len() {
        let line_end = next_line(text, line_start);
        // A ruler of the text may follow further below.
        if meant.as_ref().is_some_and(|line| line.start == line_start && is_unlike_text(text, line))
        {
            break;
        }
        if text[line_start..line_end].trim_end() == mark {
            if let Some(line) = without_end(source, inner..line_start, notation) {
                return ended_at(source, fence, inner, line, out);
            }
            let mut tree = match notation {
                Notation::Yaml => yaml::read(source, inner..line_start, out),
                Notation::Toml => toml::read(source, inner..line_start, out),
            };
            let mut body = line_end..text.len();
            if let Some(second) = second_block(source, line_end, mark) {
                let first = line_start..line_start + mark.len();
                out.push(match is_of_another(source, &tree, &first) {
                    true => twice(source, first, mark),
                    false => cut_apart(source, line_start, mark, second.is_closed),
                });
                // What is said there is not missing.
                tree.broken = true;
                body.start = second.end;
            } else if let Some(line) = one_field(source, line_end, mark) {
                out.push(below_the_end(source, line, mark));
            } else if let Some(line) = block_below(source, line_end) {
                // What belongs to another text is not read as a part of this one.
                if is_of_another(source, &tree, &line) {
                    body.end = line.start;
                }
                out.push(among_text(source, &tree, line));
                tree.broken = true;
            }
            return FrontMatter { tree, fence, body, without_fields: None };
        }
        line_start = line_end;
    }
    if meant.is_none()
        && let Some(line) = without_end(source, inner..text.len(), notation)
    {
        return ended_at(source, fence, inner, line, out);
    }
    out.push(match meant {
        Some(line) => Diagnostic::new(
            Code::UnclosedFrontMatter,
            source.span(line),
            format!("The fields do not end here: this line is not exactly {mark}"),
        )
        .hint(format!("Write {mark} in this line")),
        None => Diagnostic::new(
            Code::UnclosedFrontMatter,
            source.span(fence.clone()),
            format!("The fields begin with {mark} here, but the second {mark} is missing"),
        )
        .hint(format!("Put {mark} on a line of its own between the fields and the text")),
    });
    let tree = Tree { entries: vec![], notation, broken: true };
    FrontMatter { tree, fence, body: text.len()..text.len(), without_fields: None }
}

/// The line of text among the fields, if the line that should end them was forgotten.
fn without_end(source: &Source, fields: Range<usize>, notation: Notation) -> Option<Range<usize>> {
    (notation == Notation::Yaml).then(|| first_of_text(source, fields)).flatten()
}

/// Reads a file as if its fields ended above `line`, where the text begins.
fn ended_at(
    source: &Source,
    fence: Range<usize>,
    inner: usize,
    line: Range<usize>,
    out: &mut Vec<Diagnostic>,
) -> FrontMatter {
    let body = line.start..source.text.len();
    let tree = yaml::read(source, inner..line.start, out);
    out.push(forgotten(source, line));
    FrontMatter { tree, fence, body, without_fields: None }
}

fn without_fences(source: &Source, fence: Range<usize>, out: &mut Vec<Diagnostic>) -> FrontMatter {
    let first = source.text[fence.clone()].trim();
    let begins = source.text.trim_start_matches('\u{feff}').trim_start();
    if let Some((message, hint)) = self::first_line::nearly(&source.text, first) {
        let span = source.span(fence.clone());
        out.push(Diagnostic::new(Code::NoFrontMatter, span, message).hint(hint));
        return text_alone(source, fence);
    }
    let told = words_above::told(source, fence.start);
    if let Some(told) = told.or_else(|| below_heading::told(source, fence.clone())) {
        out.push(told);
        return text_alone(source, fence);
    }
    let (message, hint) = if begins.is_empty() {
        ("This file is empty", "Begin with --- , a line title: …, and --- again; then write")
    } else if begins.starts_with("---\r") || begins.starts_with("+++\r") {
        (
            "This file has the line ends of an old Mac, so all of it counts as one line",
            "Save it again with the line ends of Unix (LF): most editors offer that when saving, \
             or at the bottom of the window",
        )
    } else if begins_with_field(first) {
        return fields_without_fence(source, fence, out);
    } else if is_like_fence(first)
        || (is_ruler_above_fields(begins)
            && !begins.lines().next().is_some_and(|line| matches!(line.trim_end(), "---" | "+++")))
    {
        (
            "The fields begin with a line that is not exactly ---",
            "Write three hyphens alone, ---, in this line and in the line below the fields",
        )
    } else if begins.starts_with("---") || begins.starts_with("+++") {
        (
            "The fields do not begin at the very start of this file",
            "Remove everything before the first ---, and everything after it on its line",
        )
    } else if begins.starts_with('{') {
        (
            "The fields are between { and }, which is not used here",
            "Write each on a line of its own, between two lines ---, as in title: Our first day",
        )
    } else if block_below(source, fence.end).is_some() {
        (
            "The fields do not begin at the very start of this file",
            "Move what stands above the first --- to the place below the second ---, where the text \
             begins; or remove it",
        )
    } else {
        let span = source.span(fence.clone());
        let untitled = Diagnostic::new(Code::NoFrontMatter, span, "This file has no title");
        return FrontMatter { without_fields: Some(untitled), ..text_alone(source, fence) };
    };
    let span = source.span(fence.clone());
    out.push(Diagnostic::new(Code::NoFrontMatter, span, message).hint(hint));
    text_alone(source, fence)
}

/// A file that is a text from its first line on.
fn text_alone(source: &Source, fence: Range<usize>) -> FrontMatter {
    let tree = Tree { entries: vec![], notation: Notation::Yaml, broken: true };
    FrontMatter { tree, body: fence.start..source.text.len(), fence, without_fields: None }
}

/// The fields begin in the first line, where `---` should stand.
fn fields_without_fence(
    source: &Source,
    fence: Range<usize>,
    out: &mut Vec<Diagnostic>,
) -> FrontMatter {
    let has_end = source.text.lines().any(|line| line.trim_end() == "---" || is_like_fence(line));
    let span = source.span(fence.clone());
    let message = "The line --- above the fields is missing";
    out.push(Diagnostic::new(Code::NoFrontMatter, span, message).hint(match has_end {
        true => "Put three hyphens, ---, on a line of their own above this line",
        false => {
            "Put three hyphens, ---, on a line of their own above this line, and again below the \
             fields"
        }
    }));
    text_alone(source, fence)
}

/// Whether a line is a field that some kind of text has.
fn begins_with_field(line: &str) -> bool {
    let name = line.split([':', '=']).next().filter(|name| name.len() < line.len());
    let name = name.unwrap_or_default().trim().to_lowercase();
    let mut fields = super::Kind::ALL.iter().flat_map(|kind| kind.fields());
    fields.any(|field| field.name == name) || crate::data::translated::is_field(&name)
}

/// Whether the first line is another ruler of Markdown, and a field stands below it.
fn is_ruler_above_fields(text: &str) -> bool {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().trim();
    is_other_ruler(first)
        && lines.find(|line| !line.trim().is_empty()).is_some_and(begins_with_field)
}

/// Whether this line parts a text as `---` does, or begins or ends lines of code: `* * *`,
/// "```yaml".
fn is_other_ruler(line: &str) -> bool {
    let line: String = line.split_whitespace().collect();
    let is_ruler = |it: &char| line.len() > 2 && line.chars().all(|c| c == *it);
    ['*', '_', '=', '~', '-', '+', ';', '#', '/'].iter().any(is_ruler)
        || (line.starts_with("```") || line.starts_with("~~~"))
            && line[3..].chars().all(|c| c.is_alphanumeric() || "`~-{}.".contains(c))
}

/// Whether this line was probably meant as `---`, but has other dashes or another number of them.
fn is_like_fence(line: &str) -> bool {
    // In some editors, a \ or quotes keep dashes from becoming a rule.
    let bare = line.trim().replace('\\', "");
    let bare = bare.trim_matches(['"', '\'', '`', '“', '”']);
    // `— — —`; with hyphens, it is a ruler or a list.
    let bare = if bare.is_ascii() { bare.to_owned() } else { bare.split_whitespace().collect() };
    !bare.is_empty()
        && bare.chars().all(|c| "-‐‑‒–—―−⸺⸻─━﹘﹣－".contains(c))
        && !matches!(line.trim(), "---" | "-")
}

/// The line that was probably meant to end the fields, before the first blank line.
fn meant_end(source: &Source, from: usize) -> Option<Range<usize>> {
    let mut start = from;
    while start < source.text.len() {
        let line = source.text[start..].lines().next().filter(|line| !line.trim().is_empty())?;
        if is_like_fence(line) || is_other_ruler(line) || line.trim_end() == "..." {
            return Some(start..start + line.trim_end().len());
        }
        start = next_line(&source.text, start);
    }
    None
}

/// Whether a line that was probably meant to end the fields can be nothing else: it has dashes alone
/// and begins at the edge.
fn is_unlike_text(text: &str, line: &Range<usize>) -> bool {
    let line = &text[line.clone()];
    is_like_fence(line) && !line.starts_with(char::is_whitespace) && !line.starts_with(['"', '\''])
}

/// The byte after the line break that ends the line of `at`.
fn next_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

#[cfg(test)]
mod tests;
