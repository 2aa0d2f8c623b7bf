//! The words of an email in HTML, as text.

use html2text::config;
use html2text::render::TextDecorator;

use super::mail_links::{self, ADDRESS, END, WORDS};

/// Wider than any line, so that none is broken.
const WIDTH: usize = 100_000;

/// The words of an email, a paragraph a line.
pub(crate) fn to_text(html: &str) -> String {
    let config = config::with_decorator(Words::default()).raw_mode(true);
    let config = config.no_table_borders().unicode_strikeout(false);
    let text = config.string_from_read(html.as_bytes(), WIDTH).unwrap_or_default();
    // A rule between parts is as wide as the page.
    let is_rule = |line: &&str| line.len() > 1000 && line.chars().all(|c| c == '─');
    let lines = text.lines().filter(|line| !is_rule(line));
    mail_links::written(&lines.collect::<Vec<_>>().join("\n"))
}

/// Nothing but the words, and the addresses of links between signs.
#[derive(Clone, Default)]
struct Words {
    addresses: Vec<String>,
}

impl TextDecorator for Words {
    type Annotation = ();

    fn decorate_link_start(&mut self, url: &str) -> (String, ()) {
        self.addresses.push(url.to_owned());
        (WORDS.to_string(), ())
    }

    fn decorate_link_end(&mut self) -> String {
        format!("{ADDRESS}{}{END}", self.addresses.pop().unwrap_or_default())
    }

    fn decorate_em_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_em_end(&self) -> String {
        String::new()
    }

    fn decorate_strong_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_strong_end(&self) -> String {
        String::new()
    }

    fn decorate_strikeout_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_strikeout_end(&self) -> String {
        String::new()
    }

    fn decorate_code_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_code_end(&self) -> String {
        String::new()
    }

    fn decorate_superscript_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_superscript_end(&self) -> String {
        String::new()
    }

    fn decorate_preformat_first(&self) {}

    fn decorate_preformat_cont(&self) {}

    /// A smiley that is sent as a picture has its character as words; of photos it is their file.
    fn decorate_image(&mut self, _: &str, title: &str) -> (String, ()) {
        let is_sign = title.chars().count() <= 4 && !title.is_ascii();
        (if is_sign { title.to_owned() } else { String::new() }, ())
    }

    fn header_prefix(&self, _: usize) -> String {
        String::new()
    }

    fn quote_prefix(&self) -> String {
        "> ".to_owned()
    }

    fn unordered_item_prefix(&self) -> String {
        "- ".to_owned()
    }

    fn ordered_item_prefix(&self, number: i64) -> String {
        format!("{number}. ")
    }

    fn make_subblock_decorator(&self) -> Words {
        self.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_and_lines_are_not_broken() {
        let long = "ord ".repeat(60);
        for (html, text) in [
            ("<div>Hej</div><div><br></div><div>Anna</div>", "Hej\n\nAnna"),
            (
                "<p>En&nbsp;&ndash; to</p><p><b>fed</b> og <i>skrå</i></p>",
                "En\u{a0}– to\n\nfed og skrå",
            ),
            ("<ul><li>en</li><li>to</li></ul>", "- en\n- to"),
            ("<a href=\"https://a.example/b\">her</a>", "her (https://a.example/b)"),
            ("<a href=\"https://www.dr.dk/\">www.<b>dr</b>.dk</a>", "www.dr.dk"),
            ("<p><a href=\"mailto:a@b.example\">a@b.example</a>, x</p>", "a@b.example, x"),
            ("<a href=\"https://a.example/\"><img src=\"a.png\" alt=\"Logo\"></a>A", "A"),
            ("<style>p{}</style><script>x()</script><p>Hej 😀</p>", "Hej 😀"),
            (&format!("<p>{long}</p>"), long.trim()),
        ] {
            assert_eq!(to_text(html).trim(), text);
        }
    }
}
