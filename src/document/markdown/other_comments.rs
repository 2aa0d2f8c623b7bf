//! Comments as other tools write them, `%%words%%`, `{/* words */}`: readers would see them.

use super::origin::short;
use super::references::is_label_of_comment;
use super::run::Run;
use super::walk::Walk;
use crate::base::{Code, Diagnostic};

/// How a comment begins and ends, and whose it is.
const FORMS: &[(&str, &str, &str)] = &[
    ("{{/*", "*/}}", "Hugo"),
    ("{/*", "*/}", "MDX"),
    ("{::comment}", "{:/", "kramdown (Jekyll)"),
    ("{>>", "<<}", "CriticMarkup"),
];
/// Bytes of a comment that are searched for its end.
const NEAR: usize = 2_000;

impl Walk<'_> {
    /// Reports comments of other tools that begin in this run of words.
    pub(super) fn other_comments(&mut self, run: &Run<'_>) {
        let signs = run.text.match_indices(['{', '%', '<', '‹', '«', '[']).map(|(at, _)| at);
        for at in signs.filter(|at| run.is_typed(*at)) {
            let at = run.source(at..at + 1).start;
            self.comment_at(at);
        }
    }

    /// Reports the comment that begins at `at`. Whether there is one.
    pub(super) fn comment_at(&mut self, at: usize) -> bool {
        if at < self.told_to {
            return false;
        }
        let Some(comment) = comment(self.text, at) else { return false };
        self.told_to = at + comment.length;
        // It may go over several lines; the first of them shows it.
        let first = self.text[at..self.told_to].lines().next().unwrap_or_default().len();
        let span = self.origin.span(at..at + first);
        let message = match comment.tool {
            Some(tool) => format!("This is a comment of {tool}, and here readers see it"),
            None => "This was probably meant as a comment, and readers see it".to_owned(),
        };
        let words = comment.words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.diagnose(
            Diagnostic::new(Code::OtherTool, span, message)
                .hint(format!("Write <!-- {} --> in its place, or remove it", short(&words))),
        );
        true
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Comment<'a> {
    length: usize,
    words: &'a str,
    /// `None` for one of HTML whose signs were changed, by Word as a rule: `<!– words –>`.
    tool: Option<&'static str>,
}

/// The comment that begins at `at`.
fn comment(text: &str, at: usize) -> Option<Comment<'_>> {
    let rest = &text[at..];
    let near = (0..=NEAR.min(rest.len())).rev().find(|end| rest.is_char_boundary(*end))?;
    let rest = &rest[..near];
    if rest.starts_with(['<', '‹', '«']) {
        return changed(rest);
    }
    if rest.starts_with('[') {
        return of_reference(text, at, rest);
    }
    if rest.starts_with("%%") {
        return percent(text, at, rest);
    }
    if let Some((begin, end, tool)) = FORMS.iter().find(|(begin, ..)| rest.starts_with(begin)) {
        let words = &rest[begin.len()..];
        let words = &words[..words.find(end)?];
        let length = begin.len() + words.len() + end.len();
        // `{:/comment}` or `{:/}`.
        let tail = if *end == "{:/" { rest[length..].find('}')? + 1 } else { 0 };
        return Some(Comment { length: length + tail, words, tool: Some(tool) });
    }
    if let Some(inside) = rest.strip_prefix("{#") {
        // `{#id}` is the id of a heading.
        let words = inside[..inside.find('}')?].strip_suffix('#')?;
        let length = words.len() + 4;
        let words = words.trim_matches('-');
        return (!words.trim().is_empty()).then_some(Comment {
            length,
            words,
            tool: Some("Jinja"),
        });
    }
    let inside = rest.strip_prefix("{%")?;
    let (tag, after) = inside.split_once("%}")?;
    if tag.trim_matches('-').trim() != "comment" {
        return None;
    }
    let (words, _) = after
        .split_once("{%")
        .filter(|(_, end)| end.trim_start_matches('-').trim_start().starts_with("endcomment"))?;
    let before = rest.len() - after.len() + words.len();
    let length = before + rest[before..].find("%}")? + 2;
    Some(Comment { length, words, tool: Some("Liquid (Jekyll)") })
}

/// `[//]: # words`, `[comment]: <> (words)`, where the line is none of those that define a link:
/// there is no empty line above it, say.
fn of_reference<'a>(text: &str, at: usize, rest: &'a str) -> Option<Comment<'a>> {
    // Longer than any of these labels.
    const LABEL: usize = 16;
    let near = (0..=LABEL.min(rest.len())).rev().find(|end| rest.is_char_boundary(*end))?;
    let label = rest[1..near].split(']').next()?;
    let behind = rest[1 + label.len()..].strip_prefix("]:")?;
    let begins = text[..at].trim_end_matches([' ', '>']);
    let begins = begins.is_empty() || begins.ends_with('\n');
    if !begins || !is_label_of_comment(label) {
        return None;
    }
    let line = rest.lines().next()?.trim_end();
    let behind = behind.lines().next()?.trim_end();
    let behind = behind.trim_start();
    let words = behind.strip_prefix('#').or_else(|| behind.strip_prefix("<>")).unwrap_or(behind);
    let words = words.trim();
    let pairs = [('(', ')'), ('"', '"'), ('\'', '\''), ('“', '”')];
    let bare = pairs.iter().find_map(|(open, close)| {
        words.strip_prefix(*open).and_then(|words| words.strip_suffix(*close))
    });
    let words = bare.unwrap_or(words).trim();
    let is_one = words.contains(char::is_alphanumeric) && !words.contains("://");
    is_one.then_some(Comment { length: line.len(), words, tool: None })
}

/// Dashes and hyphens that stand for those of a comment.
const DASHES: [char; 8] = ['-', '‐', '‑', '‒', '–', '—', '―', '−'];

/// `<!– words –>`, `‹!– words –>`, `<! -- words -- >`, `<!- words ->`: a comment of HTML, nearly.
fn changed(rest: &str) -> Option<Comment<'_>> {
    let behind = rest[rest.chars().next()?.len_utf8()..].trim_start_matches(' ');
    let signs = behind.strip_prefix('!')?.trim_start_matches(' ');
    let inside = signs.trim_start_matches(DASHES);
    // One that begins as it should and does not end is said elsewhere.
    if inside.len() == signs.len() || rest.starts_with("<!--") {
        return None;
    }
    for (at, c) in inside.char_indices().filter(|(_, c)| matches!(c, '>' | '›' | '»')) {
        let before = inside[..at].trim_end_matches(' ');
        let words = before.trim_end_matches(DASHES);
        if words.len() < before.len() {
            let length = rest.len() - inside.len() + at + c.len_utf8();
            let is_one = words.contains(char::is_alphanumeric);
            return is_one.then_some(Comment { length, words, tool: None });
        }
    }
    None
}

/// `%%words%%`; behind a number, it is a sign: `100 %% of`.
fn percent<'a>(text: &'a str, at: usize, rest: &'a str) -> Option<Comment<'a>> {
    let before = &text[..at];
    let begins_line =
        before.trim_end_matches([' ', '\t', '>']).ends_with('\n') || before.is_empty();
    let is_sign = before.trim_end_matches(' ').ends_with(|c: char| c.is_numeric() || c == '%');
    let inside = &rest[2..];
    if inside.starts_with('%') || (is_sign && !begins_line) {
        return None;
    }
    let length = inside.find("%%")?;
    let words = &inside[..length];
    let is_one_block = !words.contains("\n\n") && !words.contains("\n\r\n");
    let is_one = !words.trim().is_empty() && (begins_line || is_one_block);
    is_one.then_some(Comment { length: length + 4, words, tool: Some("Obsidian") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_that_word_changed_is_known_by_its_dashes() {
        for text in [
            "‹!– Ole –>",
            "<!– Ole –>",
            "<!— Ole —>",
            "<!-— Ole —->",
            "<!- Ole ->",
            "< !-- Ole -->",
            "<! -- Ole -- >",
            "<!–Ole–>",
            "«!– Ole –»",
        ] {
            let whole = format!("{text} b -> c");
            let found = comment(&whole, 0).expect(text);
            assert_eq!((found.words.trim(), found.length), ("Ole", text.len()), "{text}");
        }
        for text in ["<!-- Ole", "<!", "< - Ole ->", "<! Ole ->", "<!– Ole >", "<!– –>", "a <- b"]
        {
            assert_eq!(comment(text, 0), None, "{text}");
        }
    }

    #[test]
    fn comments_of_other_tools_are_known_by_their_signs() {
        for (text, words) in [
            ("%%secret%%", "secret"),
            ("%%\nsecret\n\nmore\n%%", "\nsecret\n\nmore\n"),
            ("{/*secret*/}", "secret"),
            ("{{/* secret */}}", " secret "),
            ("{# secret #}", " secret "),
            ("{#- secret -#}", " secret "),
            ("{% comment %}secret{% endcomment %}", "secret"),
            ("{%- comment -%}secret{%- endcomment -%}", "secret"),
            ("{::comment}secret{:/comment}", "secret"),
            ("{::comment}secret{:/}", "secret"),
            ("{>>secret<<}", "secret"),
        ] {
            let whole = format!("{text} b");
            let found = comment(&whole, 0).expect(text);
            assert_eq!((found.words, found.length), (words, text.len()), "{text}");
        }
        for text in ["{#id}", "{#id} a #}", "{a}", "%%", "%%%%", "{% if a %}b{% endif %}", "{>> a"]
        {
            assert_eq!(comment(text, 0), None, "{text}");
        }
        for text in [
            "[//]: # secret",
            "[//]: # (secret)",
            "[comment]: <> (secret)",
            "> [Comment]: # \"secret\"",
            "[_]: secret",
        ] {
            let at = text.find('[').unwrap_or_default();
            assert_eq!(comment(text, at).map(|it| it.words), Some("secret"), "{text}");
        }
        for text in ["[a]: # b", "[//]: #", "[note] a", "[note]: https://a.example"] {
            assert_eq!(comment(text, 0), None, "{text}");
        }
        assert_eq!(comment("100 %% of 20 %%", 4), None);
        assert!(comment("Se %%secret%%", 3).is_some());
    }
}
