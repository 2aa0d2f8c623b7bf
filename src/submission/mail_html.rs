//! An email in HTML: what the mail program marks as history or signature, and the rest as text.

use html2text::config;
use html2text::render::TextDecorator;

/// What mail programs mark: the name of the element, and what stands in its tag.
const MARKED: &[(&str, &str)] = &[
    ("div", "gmail_quote"),
    ("div", "gmail_signature"),
    ("div", "moz-cite-prefix"),
    ("div", "moz-signature"),
    ("pre", "moz-signature"),
    ("span", "OLK_SRC_BODY_SECTION"),
    ("div", "OLK_SRC_BODY_SECTION"),
    ("blockquote", "type=\"cite\""),
    ("blockquote", "type=cite"),
];

/// The line above the history in Outlook, in what it writes on a computer and on the web. All that
/// stands below it is history.
const BEGINS_HISTORY: &[&str] = &[
    "border-top:solid #E1E1E1 1.0pt",
    "border-top:solid #B5C4DF 1.0pt",
    "id=\"divRplyFwdMsg\"",
    "id=\"appendonsend\"",
];

/// An email without what its program marks as an earlier email or as a signature; `None` if nothing
/// is marked. An element that is not closed is no sure sign.
pub(super) fn without_history(html: &str) -> Option<String> {
    let mut rest = html.to_owned();
    let mut is_marked = false;
    for (element, mark) in MARKED {
        let mut from = 0;
        while let Some((start, end)) = element_with(&rest, element, mark, from) {
            if is_forwarded(&rest[start..end]) {
                from = end;
                continue;
            }
            rest.replace_range(start..end, "");
            from = start;
            is_marked = true;
        }
    }
    let history = BEGINS_HISTORY.iter().filter_map(|mark| rest.find(mark)).min();
    if let Some(start) = history.and_then(|at| rest[..at].rfind('<')) {
        rest.truncate(start);
        is_marked = true;
    }
    is_marked.then_some(rest)
}

/// Whether what is marked as history was forwarded: the story may be in it.
fn is_forwarded(element: &str) -> bool {
    let words = to_text(element);
    words.trim_start().starts_with("----------")
}

/// The first element of this name from `from` on whose tag holds `mark`, to the end of its closing
/// tag.
fn element_with(html: &str, element: &str, mark: &str, from: usize) -> Option<(usize, usize)> {
    let open = format!("<{element}");
    let mut at = from;
    loop {
        let start = at + find(&html[at..], &open)?;
        let tag_end = start + html[start..].find('>')? + 1;
        if html[start..tag_end].contains(mark) {
            return Some((start, closed(html, element, tag_end)?));
        }
        at = tag_end;
    }
}

/// Where the element ends whose tag ends at `from`.
fn closed(html: &str, element: &str, from: usize) -> Option<usize> {
    let (open, close) = (format!("<{element}"), format!("</{element}"));
    let mut depth = 1_usize;
    let mut at = from;
    loop {
        let end = at + find(&html[at..], &close)?;
        match find(&html[at..end], &open) {
            Some(inner) => {
                depth += 1;
                at += inner + open.len();
            }
            None => {
                depth -= 1;
                at = end + close.len();
                if depth == 0 {
                    return Some(at + html[at..].find('>')? + 1);
                }
            }
        }
    }
}

/// Where a tag begins, in small or capital letters.
fn find(html: &str, tag: &str) -> Option<usize> {
    let (html, tag) = (html.as_bytes(), tag.as_bytes());
    html.windows(tag.len()).position(|part| part.eq_ignore_ascii_case(tag))
}

/// Wider than any line, so that none is broken.
const WIDTH: usize = 100_000;

/// The words of an email, a paragraph a line.
pub(super) fn to_text(html: &str) -> String {
    let config = config::with_decorator(Words::default()).raw_mode(true).no_table_borders();
    let text = config.string_from_read(html.as_bytes(), WIDTH).unwrap_or_default();
    // A rule between parts is as wide as the page.
    let lines = text.lines().filter(|line| !line.starts_with("─────"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Nothing but the words. The address of a link stands behind its words, unless these are the same.
#[derive(Clone, Default)]
struct Words {
    addresses: Vec<String>,
}

impl TextDecorator for Words {
    type Annotation = ();

    fn decorate_link_start(&mut self, url: &str) -> (String, ()) {
        self.addresses.push(url.to_owned());
        (String::new(), ())
    }

    fn decorate_link_end(&mut self) -> String {
        match self.addresses.pop() {
            Some(address) if address.starts_with("http") => format!(" ({address})"),
            _ => String::new(),
        }
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
            ("<style>p{}</style><script>x()</script><p>Hej 😀</p>", "Hej 😀"),
            (&format!("<p>{long}</p>"), long.trim()),
        ] {
            assert_eq!(to_text(html).trim(), text);
        }
    }

    #[test]
    fn only_what_is_marked_and_closed_is_left_out() {
        let left = |html: &str| without_history(html).map(|rest| to_text(&rest).trim().to_owned());
        let quote = "<div class=\"gmail_quote\"><div>Anna:</div><div>Skriv!</div></div>";
        assert_eq!(left(&format!("<p>A</p>{quote}<p>B</p>")).as_deref(), Some("A\n\nB"));
        let cite = "<BLOCKQUOTE type=\"cite\">x<blockquote>y</blockquote>z</BLOCKQUOTE>";
        assert_eq!(left(&format!("<p>A</p>{cite}<p>B</p>")).as_deref(), Some("A\n\nB"));
        let outlook = "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p>Fra: x</p></div></div><p>y</p>";
        assert_eq!(left(&format!("<p>A</p>{outlook}")).as_deref(), Some("A"));
        assert_eq!(left("<p>A</p><div class=\"gmail_quote\"><p>B</p>"), None);
        assert_eq!(left("<p>A</p><blockquote>B</blockquote>"), None);
        let forwarded = "<div class=\"gmail_quote\">---------- Forwarded message<p>B</p></div>";
        assert_eq!(left(&format!("<p>A</p>{forwarded}")), None);
    }
}
