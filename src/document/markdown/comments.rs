//! Comments of HTML, `<!-- … -->`: readers see none of them.

use std::borrow::Cow;
use std::ops::Range;

use super::origin::{Origin, short};
use crate::base::{Code, Diagnostic};

pub(super) const START: &str = "<!--";
const END: &str = "-->";

/// The length of the comment that begins with `text`; `None` if it does not end.
pub(super) fn length(text: &str) -> Option<usize> {
    // These two are comments, too.
    for short in ["<!-->", "<!--->"] {
        if text.starts_with(short) {
            return Some(short.len());
        }
    }
    text[START.len()..].find(END).map(|at| START.len() + at + END.len())
}

/// A text without its comments, and where one begins that does not end: nothing behind it is kept.
pub(super) fn without(text: &str) -> (Cow<'_, str>, Option<usize>) {
    let Some(first) = text.find(START) else { return (Cow::Borrowed(text), None) };
    let mut kept = text[..first].to_owned();
    let mut at = first;
    loop {
        let Some(length) = length(&text[at..]) else { return (Cow::Owned(kept), Some(at)) };
        let rest = &text[at + length..];
        let next = rest.find(START).unwrap_or(rest.len());
        kept.push_str(&rest[..next]);
        at += length + next;
        if at == text.len() {
            return (Cow::Owned(kept), None);
        }
    }
}

/// Where comments of a text begin in which, behind an empty line, another one begins before they end: the
/// first was closed wrongly, and readers would not see what stands between them.
pub(super) fn swallowing(text: &str) -> Vec<usize> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(start) = text[at..].find(START).map(|start| at + start) {
        let Some(length) = length(&text[start..]) else { return found };
        if swallows(&text[start..start + length]) {
            found.push(start);
        }
        at = start + length;
    }
    found
}

/// Whether another one begins in a comment, behind an empty line.
pub(super) fn swallows(comment: &str) -> bool {
    let inside = comment.get(START.len()..).unwrap_or_default();
    let before = inside.find(START).map(|again| &inside[..again]);
    before.is_some_and(|before| before.lines().skip(1).any(|line| line.trim().is_empty()))
}

/// What stands inside comments that begin in one of the pieces of a text and do not end in it,
/// because there is a blank line in them, say. Another comment does not begin in between.
pub(super) fn torn(text: &str, pieces: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut torn: Vec<Range<usize>> = vec![];
    for piece in pieces {
        // What is known already need not be looked through again.
        let mut at = torn.last().map_or(piece.start, |last| last.end.max(piece.start));
        // Behind it, nothing need be looked for in this piece: each comment would look to its end.
        let last_end = text.get(piece.clone()).and_then(|piece| piece.rfind(END)).unwrap_or(0);
        while let Some(start) = text.get(at..piece.end).and_then(|rest| rest.find(START)) {
            at += start;
            let ends =
                (at < piece.start + last_end).then(|| length(&text[at..piece.end])).flatten();
            if let Some(length) = ends {
                at += length;
                continue;
            }
            let is_escaped = text[..at].ends_with('\\');
            at += START.len();
            let next = text[at..].find(START).unwrap_or(text.len() - at);
            let end = text[at..at + next].find(END).filter(|_| !is_escaped);
            if let Some(end) = end {
                torn.push(at..at + end);
                torn.extend(chained(text, at + end + END.len()));
            }
            at = torn.last().map_or(at, |last| last.end.max(at));
        }
    }
    torn
}

/// The comments over several lines that begin in the line in which another one ends, which is at
/// `from`: where that one is torn, they may be, and each is found only when those before it are
/// masked.
fn chained(text: &str, mut from: usize) -> Vec<Range<usize>> {
    let mut chained = vec![];
    loop {
        let line = text[from..].lines().next().unwrap_or_default();
        // Behind a backtick, it may be code that shows a comment.
        let Some(start) = line.find(START).filter(|start| !line[..*start].contains('`')) else {
            return chained;
        };
        let start = from + start;
        let Some(length) = length(&text[start..]) else { return chained };
        from = start + length;
        let inside = (start + START.len()).min(from)..from - END.len();
        if text.get(inside.clone()).is_some_and(|inside| inside.contains('\n')) {
            chained.push(inside);
        }
    }
}

/// What is said of a comment without an end.
pub(super) fn unclosed(origin: &Origin, at: usize) -> Diagnostic {
    let message = "A comment begins here and does not end";
    Diagnostic::new(Code::UnclosedComment, origin.span(at..at + START.len()), message)
        .hint("Write --> where it ends; or write \\<!-- if readers shall see these signs")
}

/// What is said of `&lt;!-- words --&gt;`, of which the first `&` is at `at`.
pub(super) fn escaped(origin: &Origin, text: &str, at: usize) -> Option<Diagnostic> {
    /// Bytes that are searched for the end of it.
    const NEAR: usize = 2_000;
    let rest = text[at..].strip_prefix('&')?;
    let near = (0..=NEAR.min(rest.len())).rev().find(|end| rest.is_char_boundary(*end))?;
    let rest = &rest[..near];
    let begin = rest.find("!--")? + "!--".len();
    let end = rest[begin..].find("--").map(|end| begin + end)?;
    let words = rest[begin..end].split_whitespace().collect::<Vec<_>>().join(" ");
    let length = match rest[end + "--".len()..].split_once(';') {
        Some((sign, _)) if sign.starts_with('&') => end + "--".len() + sign.len() + 1,
        _ => end + "--".len(),
    };
    let first = text[at..=at + length].lines().next().unwrap_or_default().len();
    let message = "This is a comment whose < was copied as &lt;, so readers see it";
    let hint = format!(
        "Write <!-- {0} --> in its place, or remove it; if readers shall see it, write it as code: \
         `<!-- {0} -->`",
        short(&words)
    );
    let span = origin.span(at..at + first);
    Some(Diagnostic::new(Code::OtherTool, span, message).hint(hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_outside_of_comments_is_kept() {
        for (text, kept, open) in [
            ("a", "a", None),
            ("a <!-- b --> c", "a  c", None),
            ("<!-- a\n\nb --><!-- c -->d", "d", None),
            ("a <!--> b <!---> c", "a  b  c", None),
            ("a <!-- b <!-- c --> d --> e", "a  d --> e", None),
            ("a <!-- b", "a ", Some(2)),
            ("<!-- a --> b <!-- c -- >", " b ", Some(13)),
        ] {
            assert_eq!(without(text), (Cow::Borrowed(kept), open), "{text}");
        }
    }

    #[test]
    fn a_comment_that_swallows_a_paragraph_up_to_the_next_one_is_found() {
        for (text, found) in [
            ("<!-- a ->\n\nb\n\n<!-- c -->", &[0][..]),
            ("<!-- a --\n\n> b\n<!-- c --> d <!-- e -->", &[0]),
            ("<!-- x -->\n<!-- a\r\n\r\nb\n\n<!-- c -->", &[11]),
            ("<!-- a <!-- b -->", &[]),
            ("<!-- a\nb <!-- c -->", &[]),
            ("<!-- a\n\nb -->\n\n<!-- c -->", &[]),
            ("<!--> a <!-- b", &[]),
        ] {
            assert_eq!(swallowing(text), found, "{text}");
        }
    }

    #[test]
    fn a_comment_is_torn_if_its_ends_are_apart() {
        for (text, pieces, inside) in [
            ("a <!-- b\n\nc --> d", &[(0, 8), (10, 17)][..], vec![" b\n\nc "]),
            ("a <!-- b\n\nc <!-- d --> e", &[(0, 8), (10, 24)][..], vec![]),
            ("a <!-- b\n\n-->", &[(0, 8)][..], vec![" b\n\n"]),
            ("a <!-- b\n\nc", &[(0, 8), (10, 11)][..], vec![]),
            ("a <!-- b --> --> c", &[(0, 18)][..], vec![]),
            ("a \\<!-- b\n\nc --> d", &[(0, 9), (11, 18)][..], vec![]),
            (
                "<!-- a\n\nb --> c <!-- d\ne --> <!-- f --> <!-- g\nh -->",
                &[(0, 6), (8, 53)][..],
                vec![" a\n\nb ", " d\ne ", " g\nh "],
            ),
        ] {
            let pieces: Vec<Range<usize>> = pieces.iter().map(|(from, to)| *from..*to).collect();
            let torn = torn(text, &pieces).into_iter().map(|range| &text[range]);
            assert_eq!(torn.collect::<Vec<_>>(), inside, "{text}");
        }
    }
}
