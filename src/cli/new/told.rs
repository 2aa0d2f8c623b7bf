//! Mistakes of a text that was sent, told where they are in the file that was sent: the text that would
//! have been written is no file that anybody can open.

use std::ops::Range;
use std::sync::Arc;

use super::received::{Received, SentWords};
use crate::base::{Diagnostic, SourcePath, Span};
use crate::cli::files::NewFile;
use crate::cli::project;
use crate::workspace::Snapshot;

/// The report on mistakes of a text that was begun.
pub(super) fn report(
    snapshot: &Snapshot,
    mistakes: &[Diagnostic],
    begun: Option<&NewFile>,
    received: &Received,
) -> String {
    let (Some(sent), Some((path, text))) =
        (received.words(), begun.and_then(|it| Some((&it.path, it.as_text()?))))
    else {
        return project::human(snapshot, mistakes);
    };
    let sent_fields = received.submission.fields.as_str();
    let mistakes: Vec<Diagnostic> = mistakes
        .iter()
        .map(
            |it| if it.span.path == *path { told(it, text, sent_fields, sent) } else { it.clone() },
        )
        .collect();
    let text_of = |asked: &SourcePath| -> Option<Arc<str>> {
        if *asked == sent.path { Some(sent.text.clone()) } else { snapshot.text(asked) }
    };
    project::human_with(snapshot, &mistakes, &text_of)
}

/// The report on fields that were sent and cannot be read.
pub(super) fn report_on_fields(snapshot: &Snapshot, received: &Received) -> String {
    let Some(sent) = received.words() else {
        return project::human(snapshot, received.flaws());
    };
    let fields = received.submission.fields.as_str();
    let flaws: Vec<Diagnostic> =
        received.flaws().iter().map(|it| told(it, fields, fields, sent)).collect();
    let text_of = |asked: &SourcePath| (*asked == sent.path).then(|| sent.text.clone());
    project::human_with(snapshot, &flaws, &text_of)
}

/// The same mistake at its place in what was sent. Where that has no such line, because its letters are
/// coded or the form says it otherwise, the line is told.
fn told(mistake: &Diagnostic, text: &str, sent_fields: &str, sent: &SentWords) -> Diagnostic {
    let Some(range) = mistake.span.range.clone() else { return mistake.clone() };
    let line = line_at(text, range.start);
    let words = text[line.clone()].trim();
    let is_field = !text[..line.start].contains("\n---\n");
    if is_field && !sent_fields.lines().any(|field| field.trim() == words) {
        // The command says it, or the program.
        return mistake.clone();
    }
    let in_sent = |span: &Span| {
        let range = span.range.clone().filter(|_| span.path == mistake.span.path);
        match range.and_then(|range| place(text, range, &sent.text)) {
            Some(range) => Span { path: sent.path.clone(), range: Some(range) },
            None => span.clone(),
        }
    };
    let moved = mistake.placed(in_sent);
    if moved.span.path == sent.path {
        return moved;
    }
    let mut moved = moved;
    moved.span = Span::file(sent.path.clone());
    moved.message = format!("{} (in the line “{}”)", moved.message, words.trim_end_matches('\\'));
    moved
}

/// Where words of `text` stand in `sent`: in the line that is the same, else in the one that has the
/// same words without the signs that were put before its own.
fn place(text: &str, range: Range<usize>, sent: &str) -> Option<Range<usize>> {
    let line = line_at(text, range.start);
    let words = text[line.clone()].trim_end();
    if words.is_empty() {
        return None;
    }
    let is_same = |it: &str| it.trim_end() == words;
    // Of several that are the same, the one with as many before it.
    let before = text[..line.start].lines().filter(|it| is_same(it)).count();
    let same: Vec<Range<usize>> = lines(sent).filter(|at| is_same(&sent[at.clone()])).collect();
    if let Some(found) = same.get(before).or(same.first()) {
        let end = found.start + words.len();
        let from = (found.start + range.start - line.start).min(end);
        let to = (found.start + range.end.max(range.start) - line.start).clamp(from, end);
        return Some(from..to);
    }
    let plain = |it: &str| it.replace('\\', "").trim().to_owned();
    let value = words.split_once(": ").map(|(_, value)| plain(value.trim_matches('"')));
    let wanted = plain(words);
    let found = lines(sent).find(|at| plain(&sent[at.clone()]) == wanted).or_else(|| {
        let is_field = !text[..line.start].contains("\n---\n");
        let value = value.filter(|value| is_field && !value.is_empty())?;
        lines(sent).find(|at| plain(&sent[at.clone()]) == value)
    })?;
    let shown = &sent[found.clone()];
    let from = found.start + shown.len() - shown.trim_start().len();
    Some(from..from + shown.trim().len())
}

/// The line of a text around a place, without its end.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let at = at.min(text.len());
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    start..text[start..].find('\n').map_or(text.len(), |end| start + end)
}

fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end_matches(['\n', '\r']).len()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_in_what_was_sent() {
        let text = "---\nauthor: \"Bo: Lind\"\n---\n\n5\\*3 <b>\\\nsame\n\nsame [x]\nsame\n";
        let sent = "Bo: Lind\r\n\r\n 5*3 <b>\r\nsame\r\n\r\nsame [x]\r\nsame\r\n";
        let at = |words: &str| {
            let start = text.rfind(words).unwrap();
            place(text, start..start + words.len(), sent).map(|it| (&sent[it.clone()], it.start))
        };
        assert_eq!(at("[x]"), Some(("[x]", sent.find("[x]").unwrap())));
        assert_eq!(at("same"), Some(("same", sent.rfind("same").unwrap())));
        assert_eq!(at("3 <b>"), Some(("5*3 <b>", sent.find("5*3").unwrap())));
        assert_eq!(at("Bo"), Some(("Bo: Lind", 0)));
        assert_eq!(at("---\n\n"), None);
    }
}
