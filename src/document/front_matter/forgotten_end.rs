//! A second line of dashes that was forgotten, although another one stands further below: a rule in
//! the text. For YAML, the headings between the two are comments.

use std::ops::Range;

use super::next_line;
use crate::base::{Code, Diagnostic, Source};
use crate::data::translated;
use crate::document::Kind;

/// The first line of text among the fields: prose or a heading, below an empty line.
pub(super) fn first_of_text(source: &Source, fields: Range<usize>) -> Option<Range<usize>> {
    let words = Words { kind: Kind::of(&source.path) };
    // A heading is one only if no field follows: a comment may stand above fields.
    let mut heading: Option<Range<usize>> = None;
    // A comment directly below a field is one, unless prose follows.
    let mut above_prose: Option<Range<usize>> = None;
    let (mut has_fields, mut is_below_empty) = (false, false);
    // Whether the last field may have further entries below it, and whether those are indented.
    let (mut is_list_open, mut is_indented) = (false, false);
    let mut at = fields.start;
    while at < fields.end {
        let line = source.text[at..next_line(&source.text, at).min(fields.end)].trim_end();
        let place = at..at + line.len();
        at = next_line(&source.text, at);
        match words.sort(line) {
            _ if line.is_empty() => is_below_empty = true,
            Sort::Field => {
                (has_fields, heading, above_prose) = (true, None, None);
                (is_list_open, is_indented) = (line.ends_with(':'), false);
            }
            // A list whose entries are indented goes on with such entries only.
            Sort::Inside if is_indented && line.starts_with('-') && heading.is_some() => {
                is_list_open = false;
            }
            Sort::Inside if is_list_open => {
                (heading, above_prose) = (None, None);
                is_indented |= line.starts_with([' ', '\t']);
            }
            Sort::Heading if has_fields => {
                above_prose = above_prose.or(Some(place.clone()));
                if is_below_empty {
                    heading = heading.or(Some(place));
                }
            }
            Sort::Prose if (is_below_empty || heading.is_some()) && has_fields => {
                return above_prose.or(Some(place));
            }
            // What goes on with the line above it.
            Sort::Prose | Sort::Heading | Sort::Inside | Sort::Other => {}
        }
        is_below_empty = line.is_empty() || is_below_empty && line.starts_with('#');
    }
    heading
}

pub(super) fn forgotten(source: &Source, line: Range<usize>) -> Diagnostic {
    let is_heading = source.text[line.clone()].starts_with('#');
    let message = match is_heading {
        true => "The second --- is missing above this line, so this heading would be lost",
        false => "The second --- is missing above this line: here, the text begins",
    };
    Diagnostic::new(Code::UnclosedFrontMatter, source.span(line), message).hint(match is_heading {
        true => {
            "Write --- on a line of its own above it; or, if it is a comment, put it directly above \
             a field"
        }
        false => "Write --- on a line of its own above it",
    })
}

/// What a line may be.
enum Sort {
    Field,
    /// It belongs to the field above it.
    Inside,
    Heading,
    Prose,
    /// A comment, a bracket, a slip.
    Other,
}

/// Which words are names of fields.
struct Words {
    kind: Kind,
}

impl Words {
    fn sort(&self, line: &str) -> Sort {
        if line.starts_with([' ', '\t']) || line.starts_with("- ") || line == "-" {
            return Sort::Inside;
        }
        if line.starts_with('#') {
            let words = line.trim_start_matches('#');
            let is_heading = line.len() - words.len() <= 6
                && words.starts_with([' ', '\t'])
                && words.contains(char::is_alphanumeric)
                && !self.is_field(words.trim_start());
            return if is_heading { Sort::Heading } else { Sort::Other };
        }
        if self.is_field(line) {
            return Sort::Field;
        }
        let is_remark = line.starts_with("//") || line.starts_with("<!--");
        let is_text = line
            .starts_with(|c: char| c.is_alphanumeric() || "“”„»«\"'‘*_>![<(".contains(c))
            && line.contains(char::is_alphabetic)
            && line.trim_end().contains(' ');
        if is_text && !is_remark { Sort::Prose } else { Sort::Other }
    }

    /// Whether a line begins with the name of a field and its colon, or what may be meant as that.
    fn is_field(&self, line: &str) -> bool {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '\'');
        let line = line.trim_start_matches('"');
        let end = line.find(|c| !is_part(c)).unwrap_or(line.len());
        let (name, rest) = line.split_at(end);
        let fields = self.kind.fields();
        let is_known = |name: &str| {
            fields.iter().any(|field| field.name == name)
                || translated::meant(name, fields).is_some()
        };
        let rest = rest.trim_start_matches('"');
        let is_parted = rest.trim_start().starts_with([':', '=', ';', '：']);
        match is_parted {
            // `Ana: I was there.` begins a text.
            true => {
                !name.is_empty()
                    && (name.starts_with(char::is_lowercase) || is_known(&name.to_lowercase()))
            }
            // `author anna`: its colon is missing.
            false => {
                let is_short = rest.split_whitespace().count() <= 2;
                name.starts_with(char::is_lowercase) && is_short && is_known(name)
            }
        }
    }
}
