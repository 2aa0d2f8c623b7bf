//! A line as a terminal can show it: short enough, and without control characters.

use std::ops::Range;

use crate::base::identity::masked;

/// What is shown of a line, and the bytes of it that are marked.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(crate) text: String,
    pub(crate) marked: Range<usize>,
}

/// Shows the part of `line` around the bytes `marked`, at most about `room` columns of it.
pub(super) fn excerpt(line: &str, marked: Range<usize>, room: usize) -> Excerpt {
    // It has the same length, so the mark stays where it is.
    let line = &*masked(line);
    let shown = window(line, marked.start, room);
    let end = marked.end.min(shown.end);
    let mut text = String::new();
    if shown.start > 0 {
        text.push('…');
    }
    text.push_str(&visible(&line[shown.start..marked.start]));
    let start = text.len();
    text.push_str(&visible(&line[marked.start..end]));
    let marked = start..text.len();
    text.push_str(&visible(&line[end..shown.end]));
    if shown.end < line.len() {
        text.push('…');
    }
    harmless_around_marks(Excerpt { text, marked })
}

/// Where a mark begins or ends inside of what a log obeys, its parts were harmless by themselves.
fn harmless_around_marks(excerpt: Excerpt) -> Excerpt {
    let Excerpt { mut text, mut marked } = excerpt;
    while let Some(at) = text.find("##[") {
        text.replace_range(at + 2..at + 3, BRACKET);
        let moved = |edge: usize| if edge > at + 2 { edge + BRACKET.len() - 1 } else { edge };
        marked = moved(marked.start)..moved(marked.end);
    }
    Excerpt { text, marked }
}

/// The same text with tabs as spaces, with control and invisible characters written as escapes, and
/// without what is private.
pub(super) fn visible(text: &str) -> String {
    let text = &*masked(text);
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => shown.push_str(TAB),
            '\n' => shown.push(' '),
            '\u{feff}' => {}
            c if is_unsafe(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    harmless_in_logs(shown)
}

/// Workflows obey `##[…` anywhere in the log of what they run.
fn harmless_in_logs(text: String) -> String {
    if text.contains("##[") { text.replace("##[", &format!("##{BRACKET}")) } else { text }
}

/// A bracket that no log obeys.
const BRACKET: &str = "\\u{5b}";

/// The same of words with which a line begins: workflows obey `::…` there, too.
pub(super) fn visible_first(text: &str) -> String {
    let shown = visible(text);
    match shown.trim_start().starts_with("::") {
        true => shown.replacen("::", "\\u{3a}:", 1),
        false => shown,
    }
}

/// Control characters, those that change the direction of text, and invisible ones.
pub(super) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{061c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

const TAB: &str = "    ";

/// A third of the room is for what stands before the mark, more if little stands behind it.
fn window(line: &str, mark: usize, room: usize) -> Range<usize> {
    let (ahead, behind) = (line[mark..].char_indices(), line[..mark].char_indices().rev());
    let (end, used) = reach(ahead.map(|(at, c)| (mark + at + c.len_utf8(), c)), mark, room * 2 / 3);
    let (start, used_behind) = reach(behind, mark, room.saturating_sub(used));
    let rest = line[end..].char_indices().map(|(at, c)| (end + at + c.len_utf8(), c));
    let (end, _) = reach(rest, end, room.saturating_sub(used + used_behind));
    start..end
}

/// How many bytes fit into `room` columns, and how many columns they take.
fn reach(
    characters: impl Iterator<Item = (usize, char)>,
    from: usize,
    room: usize,
) -> (usize, usize) {
    let (mut place, mut used) = (from, 0);
    for (at, c) in characters {
        let columns = match c {
            '\t' => TAB.len(),
            c if is_unsafe(c) => c.escape_unicode().len(),
            _ => 1,
        };
        if used + columns > room {
            break;
        }
        (place, used) = (at, used + columns);
    }
    (place, used)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, word: &str, room: usize) -> (String, String) {
        let start = line.find(word).expect("the word is in the line");
        let excerpt = excerpt(line, start..start + word.len(), room);
        (excerpt.text.clone(), excerpt.text[excerpt.marked].to_owned())
    }

    #[test]
    fn a_line_that_fits_is_shown_whole() {
        let cases = [
            ("title: æøå", "æøå", "title: æøå", "æøå"),
            ("\ttab\tend", "end", "    tab    end", "end"),
            ("a\u{202e}b\u{1b}[31mc", "b", r"a\u{202e}b\u{1b}[31mc", "b"),
            ("\u{feff}---", "---", "---", "---"),
            ("short", "", "short", ""),
        ];
        for (line, word, text, marked) in cases {
            assert_eq!(shown(line, word, 40), (text.to_owned(), marked.to_owned()), "{line:?}");
        }
    }

    #[test]
    fn a_mark_inside_of_what_a_log_obeys_leaves_it_harmless() {
        for word in ["#", "##", "[", "[set", "set", "##[", "#["] {
            let (text, marked) = shown("a ##[set] ##[set]", word, 40);
            assert_eq!(text, r"a ##\u{5b}set] ##\u{5b}set]", "{word}");
            assert_eq!(marked, word.replace('[', r"\u{5b}"), "{word}");
        }
    }

    #[test]
    fn a_long_line_is_shortened_around_the_marked_part() {
        let line = format!("{}MARK{}", "a".repeat(50_000), "ø".repeat(50_000));
        let expected = format!("…{}MARK{}…", "a".repeat(10), "ø".repeat(16));
        assert_eq!(shown(&line, "MARK", 30), (expected, "MARK".to_owned()));
        let (text, marked) = shown(&line, &line, 30);
        assert_eq!((text.chars().count(), marked.chars().count()), (31, 30));
        let (text, marked) = shown(&format!("{}END", "\u{1b}".repeat(9)), "END", 15);
        assert_eq!((text.as_str(), marked.as_str()), (r"…\u{1b}\u{1b}END", "END"));
    }
}
