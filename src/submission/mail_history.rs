//! What a mail program marks as an earlier email or as a signature.

use super::mail_html::to_text;
use super::mail_tags::tags;

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

/// Quotations of one email that are looked into.
const MOST: usize = 20;

/// What became of earlier emails below the words.
#[derive(Debug, PartialEq)]
pub(super) enum History {
    /// None is marked.
    Unmarked,
    /// They are kept, because the story may be in them.
    Kept,
    /// The email without them and without a signature.
    LeftOut(String),
}

/// An email without what its program marks as an earlier email or as a signature. An element that is
/// not closed is no sure sign. A quotation is kept if it was forwarded, if somebody wrote into it, or
/// if more words are in it than stay.
pub(super) fn without_history(html: &str) -> History {
    let mut rest = html.to_owned();
    let mut is_marked = false;
    let mut looked_at = 0;
    let mut quoted = 0;
    for (element, mark) in MARKED {
        let mut from = 0;
        while let Some((start, end)) = element_with(&rest, element, mark, from) {
            looked_at += 1;
            let marked = &rest[start..end];
            if looked_at > MOST || is_forwarded(&rest[..start], marked) || has_answers(marked) {
                return History::Kept;
            }
            if !mark.contains("signature") {
                quoted += to_text(marked).split_whitespace().filter(|word| *word != ">").count();
            }
            rest.replace_range(start..end, "");
            from = start;
            is_marked = true;
        }
    }
    if !is_marked {
        return History::Unmarked;
    }
    let words = to_text(&rest);
    let count = words.split_whitespace().count();
    match count == 0 || count < quoted || points_below(&words) {
        true => History::Kept,
        false => History::LeftOut(rest),
    }
}

/// Whether somebody says that the answers stand in the quotation.
fn points_below(words: &str) -> bool {
    const WORDS: &[&str] = &[
        "below",
        "herunder",
        "hieronder",
        "i rødt",
        "in red",
        "inline",
        "in rood",
        "in het rood",
        "med blåt",
        "med rødt",
        "mellem linjerne",
        "nedenfor",
        "tussen de regels",
        "under hvert",
    ];
    let words = words.to_lowercase();
    WORDS.iter().any(|word| words.contains(word))
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

/// Whether somebody wrote into a quotation: in another colour, or in Gmail beside what is quoted and
/// the line above it.
fn has_answers(element: &str) -> bool {
    if tags(element).any(|tag| tag.name != "a" && is_coloured(tag.fields)) {
        return true;
    }
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

/// Whether an element with these fields has letters in a colour.
fn is_coloured(fields: &str) -> bool {
    let fields = fields.to_ascii_lowercase();
    let fields: String = fields.chars().filter(|c| !c.is_whitespace()).collect();
    fields.match_indices("color").any(|(at, word)| {
        let value = fields[at + word.len()..].strip_prefix([':', '=']).unwrap_or_default();
        let value = value.trim_start_matches(['"', '\'']);
        let is_of_letters = !fields[..at].ends_with(['-', 'g']);
        is_of_letters && !value.is_empty() && !is_ordinary(value)
    })
}

/// Black, a grey, or the blue in which Outlook writes every answer.
fn is_ordinary(colour: &str) -> bool {
    const NAMES: &[&str] =
        &["black", "gray", "grey", "windowtext", "inherit", "initial", "#1f497d"];
    if NAMES.iter().any(|name| colour.starts_with(name)) {
        return true;
    }
    if let Some(hex) = colour.strip_prefix('#') {
        let hex = &hex[..hex.bytes().take_while(u8::is_ascii_hexdigit).count()];
        let width = if hex.len() == 3 { 1 } else { 2 };
        return hex.len() >= 3
            && hex.as_bytes().chunks(width).all(|it| hex.as_bytes().starts_with(it));
    }
    let numbers = colour.strip_prefix("rgb(").or(colour.strip_prefix("rgba("));
    let mut numbers = numbers.unwrap_or_default().split([',', ')']);
    let first = numbers.next();
    colour.starts_with("rgb") && first == numbers.next() && first == numbers.next()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn left(html: &str) -> Option<String> {
        match without_history(html) {
            History::LeftOut(rest) => Some(to_text(&rest).trim().to_owned()),
            History::Kept | History::Unmarked => None,
        }
    }

    #[test]
    fn only_what_is_marked_and_closed_is_left_out() {
        let quote =
            "<div class=\"gmail_quote\"><div>Anna:</div><blockquote>Skriv!</blockquote></div>";
        assert_eq!(left(&format!("<p>A B</p>{quote}<p>C</p>")).as_deref(), Some("A B\n\nC"));
        let cite = "<BLOCKQUOTE type=\"cite\">x<blockquote>y</blockquote>z</BLOCKQUOTE>";
        assert_eq!(left(&format!("<p>A B</p>{cite}<p>C</p>")).as_deref(), Some("A B\n\nC"));
        let outlook = "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p>Fra: x</p></div>";
        assert_eq!(without_history(&format!("<p>A</p>{outlook}<p>y</p>")), History::Unmarked);
        assert_eq!(left("<p>A B</p><div class=\"gmail_quote\"><p>B</p>"), None);
        assert_eq!(without_history("<p>A</p><blockquote>B</blockquote>"), History::Unmarked);
    }

    #[test]
    fn a_quotation_that_may_hold_the_story_is_kept() {
        let answers = "<div class=\"gmail_quote\"><blockquote>Hvad?</blockquote>\
                       <div>Pumpen.</div></div>";
        let apple = "<p>Start på videresendt besked:</p><blockquote type=\"cite\">B</blockquote>";
        let forwarded = "<div class=\"gmail_quote\">---------- Forwarded message<p>B</p></div>";
        let inside = "<blockquote type=\"cite\"><div>Hvad skete der?</div><div>\
                      <font color=\"red\">Pumpen gik i stå</font></div></blockquote>";
        let styled = "<blockquote type=\"cite\"><p>Hvad?</p><p style=\"margin:0; color: #c00\">\
                      Pumpen</p></blockquote>";
        let long = "<p>En lang hilsen fra mig til alle jer derude i dag.</p>";
        for kept in [answers, apple, forwarded, inside, styled] {
            assert_eq!(without_history(&format!("{long}{kept}")), History::Kept, "{kept}");
        }
        let plain = "<blockquote type=\"cite\"><div style=\"color: rgb(0, 0, 0)\">Hvad skete der? \
                     Pumpen gik i stå.</div></blockquote>";
        assert_eq!(without_history(&format!("{plain}<p>Hilsen Bo</p>")), History::Kept);
        assert_eq!(left(&format!("{plain}{long}")).as_deref(), Some(&long[3..long.len() - 4]));
        for colour in ["rgb(34, 34, 34)", "#888888", "#222", "windowtext", "#1F497D"] {
            let grey = plain.replace("rgb(0, 0, 0)", colour);
            assert!(left(&format!("{grey}{long}")).is_some(), "{colour}");
        }
        let below = long.replace("hilsen", "hilsen, se nedenfor,");
        assert_eq!(without_history(&format!("{plain}{below}")), History::Kept);
    }

    #[test]
    fn a_long_quotation_is_read_once() {
        let inside = "<div></div>".repeat(20_000);
        let quote = format!("<p>A</p><div class=\"gmail_quote\">{inside}</div>");
        assert_eq!(left(&quote).as_deref(), Some("A"));
    }
}
