//! First lines that say what their author meant, although no fields begin with them: `--- title: A`,
//! a fence of code around the fields, `**Title:** A`, `| Title | A |`, an invisible character.

use super::begins_with_field;
use crate::base::character::is_refused;
use crate::data::fields::shortened;

/// A message and a hint for such a line.
pub(super) fn nearly(text: &str, first: &str) -> Option<(String, String)> {
    // With line ends of an old Mac, all lines seem to be one: that is told as what it is.
    if first.trim_end().contains('\r') {
        return None;
    }
    let is_hidden = |c: char| is_refused(c) || INVISIBLE.contains(&c);
    let seen = first.trim_start_matches(is_hidden);
    if seen.len() < first.len() && matches!(seen.trim_end(), "---" | "+++") {
        return Some((
            "A character that nobody sees stands before the first ---".to_owned(),
            "Delete this whole line and type it again: ---".to_owned(),
        ));
    }
    if first.contains('\\') && first.trim().replace('\\', "") == "---" {
        let is_escaped = |line: &str| line.contains('\\') && line.trim().replace('\\', "") == "---";
        let end = text.lines().skip(1).position(is_escaped);
        return Some((
            "The fields begin with a line that is not exactly ---: it has backslashes".to_owned(),
            match end {
                Some(end) => format!(
                    "Write --- without backslashes in this line and in line {}, and remove the \
                     backslashes between the two",
                    end + 2
                ),
                None => "Write --- without backslashes in this line, and --- below the last field"
                    .to_owned(),
            },
        ));
    }
    let behind = first.strip_prefix("---").map(|rest| rest.trim_start_matches('-').trim());
    if let Some(field) = behind.filter(|field| begins_with_field(field)) {
        return Some((
            "A field stands behind the --- of the first line".to_owned(),
            format!(
                "Leave --- alone on the first line, and put {} on a line of its own below it",
                shortened(field.trim_end_matches('-').trim_end())
            ),
        ));
    }
    let mut lines = text.trim_start_matches('\u{feff}').trim_start().lines().skip(1);
    if (first.starts_with("```") || first.starts_with("~~~"))
        && lines.find(|line| !line.trim().is_empty()).is_some_and(|line| line.trim_end() == "---")
    {
        let mark = &first[..3];
        return Some((
            format!("The fields stand between two lines {mark}, so they are no fields"),
            format!("Remove this line, and the line {mark} below the second ---"),
        ));
    }
    let item = first.strip_prefix(['*', '-', '+', '•']).filter(|item| item.starts_with(' '));
    if let Some(item) = item.filter(|item| begins_with_field(item) && item.contains(": ")) {
        let sign = &first[..first.len() - item.len()];
        return Some((
            "The fields are written as a list, without a line --- above them".to_owned(),
            format!(
                "Remove the {sign} before each field, as in {}, and put --- on a line of its own \
                 above the first and below the last",
                shortened(item.trim())
            ),
        ));
    }
    let field = field_of(first)?;
    let message = "This line looks like a field, but there is no line --- above it".to_owned();
    let mut fields = vec![field];
    for line in lines.filter(|line| !is_between(line)) {
        match field_of(line.trim_end()) {
            Some(field) if fields.len() < MOST_FIELDS => fields.push(field),
            _ => break,
        }
    }
    let hint = match &fields[..] {
        [field] => format!("Write three lines in its place: --- , then {field} , then --- again"),
        all => format!(
            "Write these lines in place of the {} fields: --- , then {} , then --- again",
            all.len(),
            all.join(" , then ")
        ),
    };
    Some((message, hint))
}

/// More fields are not listed in a hint.
const MOST_FIELDS: usize = 20;

/// Whether a line stands between such fields: an empty one, or the ruler of a table.
fn is_between(line: &str) -> bool {
    line.chars().all(|c| matches!(c, '|' | '-' | ':') || c.is_whitespace())
}

/// Characters without any width that editors and web pages leave behind.
const INVISIBLE: &[char] = &[
    '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}', '\u{180e}', '\u{200e}',
    '\u{200f}',
];

/// The field that a line in bold letters or of a table means.
fn field_of(line: &str) -> Option<String> {
    let (name, value) = match line.strip_prefix('|') {
        Some(row) => {
            let cells: Vec<&str> = row.trim_end_matches('|').split('|').map(str::trim).collect();
            match cells[..] {
                [name, value] => (name.to_owned(), value.to_owned()),
                _ => return None,
            }
        }
        None => {
            let plain = line.replace("**", "").replace("__", "");
            let (name, value) = plain.split_once(':').filter(|_| plain.len() < line.len())?;
            (name.to_owned(), value.to_owned())
        }
    };
    let (name, value) = (name.trim_matches(['*', '_', ' ', ':']), value.trim_matches(['*', ' ']));
    let whole = format!("{}: {}", name.to_lowercase(), shortened(value));
    (!value.is_empty() && begins_with_field(&whole)).then_some(whole)
}
