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

/// The line above the history in Outlook, on a computer and on the web. People answer below it, too,
/// so it does not say where the history ends.
const OUTLOOK: &[&str] = &[
    "border-top:solid #E1E1E1 1.0pt",
    "border-top:solid #B5C4DF 1.0pt",
    "id=\"divRplyFwdMsg\"",
    "id=\"appendonsend\"",
];

pub(super) fn has_history_of_outlook(html: &str) -> bool {
    OUTLOOK.iter().any(|mark| html.contains(mark))
}

/// Elements inside of each other, beyond which nothing is laid out.
const DEEPEST: usize = 400;

/// Whether more elements are inside of each other than any mail program makes.
pub(super) fn is_too_deep(html: &str) -> bool {
    const NAMES: &[&str] = &[
        "div",
        "blockquote",
        "table",
        "td",
        "tr",
        "tbody",
        "span",
        "font",
        "ul",
        "ol",
        "section",
        "b",
        "i",
    ];
    let mut depth = 0_usize;
    for (_, rest) in html.match_indices('<').map(|(at, _)| (at, &html[at + 1..])) {
        let (closes, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        if NAMES.iter().any(|name| rest[..end].eq_ignore_ascii_case(name)) {
            depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// Quotations of one email that are looked into.
const MOST: usize = 20;

/// An email without what its program marks as an earlier email or as a signature; `None` if nothing
/// is marked for sure. An element that is not closed is no sure sign; nor is a quotation between whose
/// parts somebody wrote, or one that was forwarded.
pub(super) fn without_history(html: &str) -> Option<String> {
    let mut rest = html.to_owned();
    let mut is_marked = false;
    let mut looked_at = 0;
    for (element, mark) in MARKED {
        let mut from = 0;
        while let Some((start, end)) = element_with(&rest, element, mark, from) {
            looked_at += 1;
            if looked_at > MOST
                || is_forwarded(&rest[..start], &rest[start..end])
                || has_answers(&rest[start..end])
            {
                return None;
            }
            rest.replace_range(start..end, "");
            from = start;
            is_marked = true;
        }
    }
    (is_marked && !to_text(&rest).trim().is_empty()).then_some(rest)
}

/// Whether what is marked as history was forwarded: the story may be in it.
fn is_forwarded(before: &str, element: &str) -> bool {
    const WORDS: &[&str] =
        &["forwarded", "videresendt", "doorgestuurd", "weitergeleitet", "transféré", "reenviado"];
    const NEAR: usize = 2000;
    let from =
        (before.len().saturating_sub(NEAR)..=before.len()).find(|at| before.is_char_boundary(*at));
    let before = to_text(&before[from.unwrap_or(0)..]);
    let last = before.trim().lines().next_back().unwrap_or_default().to_lowercase();
    let end = (0..=element.len().min(NEAR)).rev().find(|at| element.is_char_boundary(*at));
    let words = to_text(&element[..end.unwrap_or(0)]);
    words.trim_start().starts_with("----------") || WORDS.iter().any(|word| last.contains(word))
}

/// Whether a quotation of Gmail holds words beside those that are quoted, and the line above them.
fn has_answers(element: &str) -> bool {
    if !element[..element.find('>').unwrap_or(0)].contains("gmail_quote") {
        return false;
    }
    let mut own = element.to_owned();
    let mut quotations = 0;
    while let Some((start, end)) = element_with(&own, "blockquote", "", 0) {
        own.replace_range(start..end, "");
        quotations += 1;
        if quotations > MOST {
            return true;
        }
    }
    if let Some((start, end)) = element_with(&own, "div", "gmail_attr", 0) {
        own.replace_range(start..end, "");
    }
    let own = to_text(&own);
    let mut lines = own.lines().filter(|line| !line.trim().is_empty());
    let line = lines.next().unwrap_or_default();
    lines.next().is_some() || !(line.is_empty() || line.trim_end().ends_with(':'))
}

/// The first element of this name from `from` on whose tag holds `mark`, to the end of its closing
/// tag.
fn element_with(html: &str, element: &str, mark: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    loop {
        let start = next_open(html, element, at)?;
        let tag_end = start + html[start..].find('>')? + 1;
        if html[start..tag_end].contains(mark) {
            return Some((start, closed(html, element, tag_end)?));
        }
        at = tag_end;
    }
}

/// Where the next element of this name begins.
fn next_open(html: &str, element: &str, mut at: usize) -> Option<usize> {
    loop {
        let (start, closes) = next_tag(html, element, at)?;
        if !closes {
            return Some(start);
        }
        at = start + 1;
    }
}

/// Where the next tag of this name begins, and whether it closes.
fn next_tag(html: &str, element: &str, from: usize) -> Option<(usize, bool)> {
    for (at, _) in html[from..].match_indices('<') {
        let rest = &html[from + at + 1..];
        let (closes, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let is_named = rest.get(..element.len()).is_some_and(|it| it.eq_ignore_ascii_case(element));
        let ends = |c: char| !c.is_ascii_alphanumeric();
        if is_named && rest[element.len()..].starts_with(ends) {
            return Some((from + at, closes));
        }
    }
    None
}

/// Where the element ends whose tag ends at `from`.
fn closed(html: &str, element: &str, from: usize) -> Option<usize> {
    let mut depth = 1_usize;
    let mut at = from;
    loop {
        let (start, closes) = next_tag(html, element, at)?;
        at = start + html[start..].find('>')? + 1;
        depth = if closes { depth - 1 } else { depth + 1 };
        if depth == 0 {
            return Some(at);
        }
    }
}

/// Wider than any line, so that none is broken.
const WIDTH: usize = 100_000;

/// The words of an email, a paragraph a line.
pub(super) fn to_text(html: &str) -> String {
    let config = config::with_decorator(Words::default()).raw_mode(true);
    let config = config.no_table_borders().unicode_strikeout(false);
    let text = config.string_from_read(html.as_bytes(), WIDTH).unwrap_or_default();
    // A rule between parts is as wide as the page.
    let is_rule = |line: &&str| line.len() > 1000 && line.chars().all(|c| c == '─');
    let lines = text.lines().filter(|line| !is_rule(line));
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
            ("<style>p{}</style><script>x()</script><p>Hej 😀</p>", "Hej 😀"),
            (&format!("<p>{long}</p>"), long.trim()),
        ] {
            assert_eq!(to_text(html).trim(), text);
        }
    }

    #[test]
    fn only_what_is_marked_and_closed_is_left_out() {
        let left = |html: &str| without_history(html).map(|rest| to_text(&rest).trim().to_owned());
        let quote =
            "<div class=\"gmail_quote\"><div>Anna:</div><blockquote>Skriv!</blockquote></div>";
        assert_eq!(left(&format!("<p>A</p>{quote}<p>B</p>")).as_deref(), Some("A\n\nB"));
        let cite = "<BLOCKQUOTE type=\"cite\">x<blockquote>y</blockquote>z</BLOCKQUOTE>";
        assert_eq!(left(&format!("<p>A</p>{cite}<p>B</p>")).as_deref(), Some("A\n\nB"));
        let outlook = "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p>Fra: x</p></div>";
        assert_eq!(left(&format!("<p>A</p>{outlook}<p>y</p>")), None);
        let answers =
            "<div class=\"gmail_quote\"><blockquote>Hvad?</blockquote><div>Pumpen.</div></div>";
        assert_eq!(left(&format!("<p>A</p>{answers}")), None);
        let apple =
            "<p>A</p><p>Start på videresendt besked:</p><blockquote type=\"cite\">B</blockquote>";
        assert_eq!(left(apple), None);
        assert_eq!(left("<p>A</p><div class=\"gmail_quote\"><p>B</p>"), None);
        assert_eq!(left("<p>A</p><blockquote>B</blockquote>"), None);
        let forwarded = "<div class=\"gmail_quote\">---------- Forwarded message<p>B</p></div>";
        assert_eq!(left(&format!("<p>A</p>{forwarded}")), None);
    }

    #[test]
    fn deep_mails_are_refused_and_long_ones_read_once() {
        assert!(is_too_deep(&"<div>".repeat(100_000)));
        assert!(!is_too_deep(&"<div>a</div>".repeat(100_000)));
        let inside = "<div></div>".repeat(20_000);
        let quote = format!("<p>A</p><div class=\"gmail_quote\">{inside}</div>");
        assert_eq!(without_history(&quote).map(|rest| to_text(&rest)).as_deref(), Some("A"));
    }
}
