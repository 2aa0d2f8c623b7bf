//! Words as Markdown of a forge shows them: nothing in them is a link, a mention, a picture or HTML.

use super::Report;
use super::excerpt::visible;
use super::lines::FileTexts;
use super::places::{place, sentences};
use crate::base::Diagnostic;

/// Signs with which forges begin a mention, an issue, a label and the like, where a letter follows.
const MENTIONS: &[char] = &['@', '#', '!', '~', '%', '$', '&', '^'];
/// Shows nothing, and ends a mention.
const NOTHING: char = '\u{200B}';

/// The same words, in one line, for the inside of a line.
pub(crate) fn inert(words: &str) -> String {
    let shown = visible(words);
    let mut inert = String::with_capacity(shown.len() + 8);
    let mut signs = shown.chars().peekable();
    while let Some(c) = signs.next() {
        if c.is_ascii_punctuation() {
            inert.push('\\');
        }
        inert.push(c);
        let goes_on = match (c, signs.peek()) {
            (_, None) => false,
            // Some forges look for these in what is finished: [[pages]], addresses, :signs:, GH-12.
            ('[', Some(next)) => *next == '[',
            (':', Some(next)) => next.is_alphanumeric() || *next == '/',
            ('-', Some(next)) => next.is_ascii_digit(),
            (c, Some(next)) => MENTIONS.contains(&c) && (next.is_alphanumeric() || *next == '"'),
        };
        if goes_on {
            inert.push(NOTHING);
        }
    }
    inert
}

/// A finding for the inside of a line.
pub(crate) struct Said {
    /// What is wrong and what helps, in English.
    pub(crate) words: String,
    /// Its place and its code, which leads to what that means.
    pub(crate) place: String,
}

/// Each of these, for the inside of a line.
pub(crate) fn said_at(report: &Report<'_>, all: &[&Diagnostic], folder: &str) -> Vec<Said> {
    let mut files = FileTexts::new(report.text_of);
    let said = |one: &&Diagnostic| {
        let place = place(&one.span, folder, &mut files);
        let line = place.range.map(|range| format!(":{}", range.line)).unwrap_or_default();
        let words = inert(&sentences(one, &mut files));
        let code = match report.help_on(one.code) {
            Some(page) => format!("[{}](<{page}>)", one.code.name()),
            None => one.code.name().to_owned(),
        };
        Said { words, place: format!("{}, {code}", inert(&format!("{}{line}", place.file))) }
    };
    all.iter().map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    /// What a reader sees, if it is words in one paragraph and nothing else.
    fn seen(markdown: &str) -> String {
        let options = Options::all();
        let mut seen = String::new();
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(words) => seen.push_str(&words),
                Event::Start(Tag::Paragraph) | Event::End(_) => {}
                other => panic!("{markdown}: {other:?}"),
            }
        }
        seen.replace(NOTHING, "")
    }

    #[test]
    fn no_word_of_an_author_does_anything() {
        for words in [
            "[a](https://e.example) ![b](c.png) <img src=x onerror=y> <!-- z -->",
            "https://e.example www.e.example a@e.example <https://e.example>",
            "@anna #12 !13 ~bug %1.0 $5 &3 group/project#4",
            "*a* _b_ **c** ~~d~~ `e` ```f``` | g | $h$ $$i$$ :smile: [^1] [x] ==j==",
            "- a",
            "1. a",
            "1) a",
            "# a",
            "> a",
            "+ a",
            "===",
            "---",
            "    a",
            "\\a",
            "&amp; &lt;",
            "/close",
            "::error::x",
            "a  ",
            "<details>",
            "--- a ---",
            "\"a\" 'b' ... -- ---",
        ] {
            let markdown = format!("x {}", inert(words));
            assert_eq!(seen(&markdown).trim_end(), format!("x {words}").trim_end(), "{markdown}");
        }
        assert_eq!(inert("@anna"), "\\@\u{200B}anna");
        assert_eq!(inert("a\nb"), "a b");
        let seen = seen(&inert("[[x|https://e.example]] :tada: GH-12")).replace('\\', "");
        assert_eq!(seen, "[[x|https://e.example]] :tada: GH-12");
        for live in ["[[", "://", ":t", "-1"] {
            let plain = inert("[[x|https://e.example]] :tada: GH-12").replace('\\', "");
            assert!(!plain.contains(live), "{plain}");
        }
    }
}
