//! The parts of the form “tell a story”: each heading with the words below it.

use super::labels::Part;

/// A part of the form as it was filled in.
pub(super) struct Asked<'a> {
    pub(super) part: Part,
    /// The line of its heading, and the words of that.
    pub(super) heading: &'a str,
    pub(super) label: &'a str,
    pub(super) words: String,
    /// Whether the same is asked elsewhere in the text, too: one of them is a heading of the story, and
    /// nobody knows which. The first that asks for the story is that of the form.
    pub(super) is_one_of_several: bool,
}

/// The parts of a text. Two headings must be known: one alone may be a story's own. What stands inside of
/// a block of code is no heading.
pub(super) fn of(text: &str) -> Option<Vec<Asked<'_>>> {
    let mut parts: Vec<Asked<'_>> = vec![];
    let lines: Vec<&str> = without_comments(text).lines().collect();
    let mut code_ends = 0;
    let mut endless = Endless::default();
    for (at, line) in lines.iter().enumerate() {
        if at >= code_ends {
            code_ends = end_of_code(&lines, at, &mut endless).unwrap_or(at);
        }
        let is_code = at < code_ends;
        let label = line.strip_prefix("### ").or(line.strip_prefix("## ")).filter(|_| !is_code);
        let known = label.and_then(|label| Some((Part::of(label)?, label.trim())));
        match (known, parts.last_mut()) {
            (Some((part, label)), _) => parts.push(Asked {
                part,
                heading: line,
                label,
                words: String::new(),
                is_one_of_several: false,
            }),
            // GitLab obeys it where it stands alone.
            (None, Some(_)) if !is_code && line.starts_with("/label ") => {}
            (None, Some(asked)) => {
                asked.words.push_str(line);
                asked.words.push('\n');
            }
            (None, None) if line.trim().is_empty() => {}
            (None, None) => return None,
        }
    }
    let all: Vec<Part> = parts.iter().map(|it| it.part).collect();
    // There are seven of them, and may be thousands of headings.
    let mut kinds: Vec<(Part, usize)> = vec![];
    for part in &all {
        match kinds.iter_mut().find(|(known, _)| known == part) {
            Some((_, count)) => *count += 1,
            None => kinds.push((*part, 1)),
        }
    }
    let first_story = all.iter().position(|part| *part == Part::Story);
    for (at, asked) in parts.iter_mut().enumerate() {
        let is_alone = kinds.contains(&(asked.part, 1));
        asked.is_one_of_several = !(is_alone || first_story == Some(at));
    }
    let kinds = kinds.len();
    (all.contains(&Part::Story) && kinds > 1).then_some(parts)
}

/// The line behind the block of code that begins at `at`. One that never ends is none: the rest of the
/// form would be in it.
fn end_of_code(lines: &[&str], at: usize, endless: &mut Endless) -> Option<usize> {
    let (sign, length, behind) = fence(lines[at])?;
    let shortest = if sign == '`' { &mut endless.backticks } else { &mut endless.tildes };
    if sign == '`' && behind.contains('`') || shortest.is_some_and(|it| length >= it) {
        return None;
    }
    let ends = |line: &&str| {
        fence(line).is_some_and(|(other, long, rest)| {
            other == sign && long >= length && rest.trim().is_empty()
        })
    };
    let end = lines[at + 1..].iter().position(ends);
    if end.is_none() {
        *shortest = Some(length);
    }
    Some(at + 2 + end?)
}

/// From which length on a fence of each sign has no end: what one looked for in vain, no other does.
#[derive(Default)]
struct Endless {
    backticks: Option<usize>,
    tildes: Option<usize>,
}

/// The sign of a fence, how often it stands there, and what stands behind it.
fn fence(line: &str) -> Option<(char, usize, &str)> {
    let begun = line.trim_start_matches(' ');
    let sign = begun.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let behind = begun.trim_start_matches(sign);
    let length = begun.len() - behind.len();
    (line.len() - begun.len() < 4 && length > 2).then_some((sign, length, behind))
}

/// The text behind the comments with which the form begins.
fn without_comments(text: &str) -> &str {
    let mut text = text.trim_start();
    while let Some((_, behind)) = text.strip_prefix("<!--").and_then(|it| it.split_once("-->")) {
        text = behind.trim_start();
    }
    text
}
