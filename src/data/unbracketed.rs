//! Lists that were written as one text: `keywords: seal, bearing`.

use super::quotes::quoted;
use super::reader::shortened;
use super::{Node, Notation, Reader, Shape, Value, listed_languages};
use crate::base::{Code, Diagnostic, Severity};

/// Words that may stand between the last two entries.
const AND: [&str; 7] = [" and ", " og ", " en ", " samt ", " & ", " + ", " / "];

/// More words in one entry are a sentence with a comma in it.
const FEW_WORDS: usize = 3;

/// The entries of a list that was written as one text; this is told. `shape` is that of an entry.
pub(super) fn entries(
    key: &str,
    node: &Node,
    shape: &Shape,
    reader: &mut Reader<'_>,
) -> Option<Vec<Node>> {
    let Value::Scalar(text) = &node.value else { return None };
    let source = reader.source;
    let written = source.text.get(node.range.clone()).unwrap_or_default();
    let before = source.text[..node.range.start].rsplit('\n').next().unwrap_or_default();
    if reader.notation == Notation::Yaml
        && let Some(lines) = lines(before, written, shape)
    {
        return Some(told_by_line(key, lines, node, shape, reader));
    }
    let is_quoted = reader.notation == Notation::Yaml && written != text;
    let parts = parts(key, text, shape, is_quoted)?;
    let list: Vec<String> = parts.iter().map(|part| entry(part, reader.notation)).collect();
    let line = match reader.notation {
        Notation::Yaml => format!("{key}: [{}]", list.join(", ")),
        Notation::Toml => format!("{key} = [{}]", list.join(", ")),
    };
    let span = reader.source.span(node.range.clone());
    let message = format!("“{key}” is a list, and there are no brackets around it");
    let severity = match shape {
        Shape::Text | Shape::Localized => Severity::Warning,
        _ => Severity::Error,
    };
    reader.report(
        Diagnostic::new(Code::ListWithoutBrackets, span, message)
            .with_severity(severity)
            .hint(format!("Write {line}")),
    );
    let offset = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    // The code of a language may be none of the words that were typed.
    let is_typed = |part: &str| text.as_bytes().as_ptr_range().contains(&part.as_ptr());
    let place = |part: &str| match written == text && is_typed(part) {
        true => node.range.start + offset(part)..node.range.start + offset(part) + part.len(),
        false => node.range.clone(),
    };
    let nodes =
        parts.iter().map(|part| Node { value: Value::Scalar((*part).into()), range: place(part) });
    Some(nodes.collect())
}

/// The lines below the name of a list of YAML, if each of them is an entry without its hyphen. YAML makes one
/// text of them. `before` is what stands before the value in its line.
fn lines<'t>(before: &str, written: &'t str, shape: &Shape) -> Option<Vec<&'t str>> {
    /// A line of so many characters may be the beginning of a sentence that goes on in the next one.
    const LONG: usize = 40;
    if written.starts_with(['"', '\'', '|', '>']) || !written.contains('\n') {
        return None;
    }
    let lines: Vec<&str> =
        written.lines().map(|line| line.trim().trim_end_matches([',', ';']).trim()).collect();
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let goes_on = |pair: &[&str]| {
        let is_long = pair[0].chars().count() > LONG && !pair[0].ends_with(['.', '?', '!']);
        is_long && pair[1].starts_with(char::is_lowercase)
    };
    let is_text = matches!(shape, Shape::Text | Shape::Localized);
    // What begins beside the name of the field is a list only if it is one of words.
    let begins_beside = !before.trim().is_empty();
    let is_short = |line: &&str| line.split_whitespace().count() <= FEW_WORDS;
    let is_sentence =
        lines.windows(2).any(goes_on) || (begins_beside && !lines.iter().all(is_short));
    let is_list = lines.len() > 1 && !(is_text && is_sentence);
    is_list.then_some(lines)
}

/// Reports them, and makes entries of them.
fn told_by_line(
    key: &str,
    lines: Vec<&str>,
    node: &Node,
    shape: &Shape,
    reader: &mut Reader<'_>,
) -> Vec<Node> {
    let severity = match shape {
        Shape::Text | Shape::Localized => Severity::Warning,
        _ => Severity::Error,
    };
    // `photos` wants a group for each entry, which begins with its first field.
    let group = match shape {
        Shape::Group(fields) => fields.first().map(|field| format!("{}: ", field.name)),
        _ => None,
    };
    let before = &reader.source.text[..node.range.start];
    let begins_beside = !before.rsplit('\n').next().unwrap_or_default().trim().is_empty();
    let is_whole = lines.iter().all(|line| shortened(line) == *line);
    let entries: Vec<String> = lines.iter().map(|line| entry(line, reader.notation)).collect();
    let hint = match &group {
        // Beside the name of the field, somebody may have begun a text that goes on below.
        None if is_whole && begins_beside && matches!(shape, Shape::Text | Shape::Localized) => {
            format!(
                "Write {key}: [{}]; or, if it is one entry, put all of it on one line",
                entries.join(", ")
            )
        }
        None if is_whole => format!("Write {key}: [{}]", entries.join(", ")),
        group => format!(
            "Put each entry on a line of its own below {key}: with a hyphen and a space before it, \
             as in - {}{}",
            group.as_deref().unwrap_or_default(),
            entries[0]
        ),
    };
    let message = format!("“{key}” is a list, and its lines do not begin with hyphens");
    let span = reader.source.span(node.range.clone());
    reader.report(
        Diagnostic::new(Code::ListWithoutBrackets, span, message)
            .with_severity(severity)
            .hint(hint),
    );
    if group.is_some() {
        return vec![];
    }
    let text = &reader.source.text;
    let place = |line: &str| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        start..start + line.len()
    };
    let nodes = lines.into_iter().map(|line| (place(line), line.to_owned()));
    nodes.map(|(range, line)| Node { value: Value::Scalar(line), range }).collect()
}

fn parts<'t>(key: &str, text: &'t str, shape: &Shape, is_quoted: bool) -> Option<Vec<&'t str>> {
    let mut parts = apart_by_commas(text);
    let is_word = |part: &&str| !part.contains(char::is_whitespace);
    let is_list = match shape {
        // Several people are told with those that they may be.
        Shape::Name("person") => false,
        Shape::WebAddress => {
            parts = split(vec![text], &[", ", "; ", " "]);
            parts.iter().all(|part| part.starts_with("http"))
        }
        Shape::Name(_) | Shape::Choice(_) | Shape::Language => {
            parts = split(parts, &AND);
            parts.iter().all(is_word)
        }
        Shape::Text if key == "languages" => match listed_languages::codes(text) {
            Some(codes) => {
                parts = codes;
                true
            }
            None => {
                parts = split(parts, &AND);
                parts.iter().all(is_word)
            }
        },
        Shape::Text | Shape::Localized => {
            let is_short = |part: &&str| part.split_whitespace().count() <= FEW_WORDS;
            !is_quoted && parts.iter().all(is_short) && !text.contains(['?', '!', '"', '“'])
        }
        _ => false,
    };
    (is_list && parts.len() > 1).then_some(parts)
}

/// The parts between commas and semicolons. A comma of a number parts nothing: `24,5`, `24,-`.
fn apart_by_commas(text: &str) -> Vec<&str> {
    let (mut parts, mut from) = (vec![], 0);
    for (at, sign) in text.match_indices([',', ';']) {
        let behind = &text[at + 1..];
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let is_of_number = sign == ","
            && text[..at].ends_with(|c: char| c.is_ascii_digit())
            && ((1..=3).contains(&digits) || behind.starts_with(['-', '–']));
        if !is_of_number {
            parts.push(&text[from..at]);
            from = at + 1;
        }
    }
    parts.push(&text[from..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn split<'t>(parts: Vec<&'t str>, between: &[&str]) -> Vec<&'t str> {
    let mut parts = parts;
    for between in between {
        parts = parts.into_iter().flat_map(|part| part.split(between)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn entry(part: &str, notation: Notation) -> String {
    let is_plain = part.starts_with(char::is_alphanumeric)
        && part.chars().all(|c| c.is_alphanumeric() || " -_/.:".contains(c))
        && !part.contains(": ");
    match notation {
        Notation::Yaml if is_plain => shortened(part),
        _ => quoted(part),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_without_hyphens_are_entries() {
        let long = "Kan jeg også fortælle det til en kollega, som så\n  skriver det ned for mig?";
        for (before, written, shape, length) in [
            ("  ", "pumpe\n  tætning", Shape::Text, Some(2)),
            ("  ", "Må jeg det?\n  Hvem siger det?", Shape::Text, Some(2)),
            ("  ", "no-computer\n  faq/stay-anonymous", Shape::Name("page"), Some(2)),
            ("  ", "ole-berg,\n  mette-lund", Shape::Name("person"), Some(2)),
            ("keywords: ", "pumpe\n  tætning", Shape::Text, Some(2)),
            ("also_asked: ", "Kan jeg gøre det\n  på min telefon?", Shape::Text, None),
            ("  ", long, Shape::Text, None),
            ("  ", "pumpe", Shape::Text, None),
            ("  ", "\"pumpe\n  tætning\"", Shape::Text, None),
            ("keywords: ", ">\n  pumpe\n  tætning", Shape::Text, None),
        ] {
            let found = lines(before, written, &shape).map(|lines| lines.len());
            assert_eq!(found, length, "{before}{written}");
        }
    }

    #[test]
    fn only_what_looks_like_a_list_is_one() {
        let count =
            |key, text, shape: Shape| parts(key, text, &shape, false).map_or(1, |it| it.len());
        for (key, text, shape, length) in [
            ("related", "stories/2026/waltz, stories/2026/soop", Shape::Name("page"), 2),
            ("related", "stories/2026/waltz", Shape::Name("page"), 1),
            ("author", "anna-bech, bo", Shape::Name("person"), 1),
            ("can", "write, photograph and film", Shape::Choice(&["write"]), 3),
            ("languages", "da, en", Shape::Text, 2),
            ("languages", "da og en", Shape::Text, 2),
            ("languages", "da en", Shape::Text, 2),
            ("languages", "da; en", Shape::Language, 2),
            ("languages", "Danish", Shape::Text, 1),
            ("expertise", "pumps, cold mornings", Shape::Text, 2),
            ("keywords", "seal,bearing, ", Shape::Text, 2),
            ("aliases", "old, older", Shape::Text, 2),
            ("prompts", "What did you hear, before you saw it?", Shape::Text, 1),
            ("expertise", "pumps", Shape::Text, 1),
            ("expertise", "Pumper på 24,5 tons", Shape::Text, 1),
            ("expertise", "24,5 ton, 3,2 meter", Shape::Text, 2),
            ("expertise", "Het kostte 1.250,50 euro", Shape::Text, 1),
            ("expertise", "1,000 ferries", Shape::Text, 1),
            ("expertise", "kr. 24,-", Shape::Text, 1),
            ("expertise", "2025,2026", Shape::Text, 2),
            ("expertise", "2025, 2026", Shape::Text, 2),
            ("links", "https://a.example, https://b.example", Shape::WebAddress, 2),
            ("links", "https://a.example/1,2", Shape::WebAddress, 1),
        ] {
            assert_eq!(count(key, text, shape), length, "{key}: {text}");
        }
        assert!(parts("expertise", "pumps, cold mornings", &Shape::Text, true).is_none(), "quoted");
    }
}
