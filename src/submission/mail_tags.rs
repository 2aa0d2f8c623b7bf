//! The tags of an email in HTML, one after the other: how deep its elements are, and which of them
//! nobody sees.

/// A tag that opens or closes an element.
pub(super) struct Tag<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) name: String,
    pub(super) closes: bool,
    /// What stands in it behind its name.
    pub(super) fields: &'a str,
}

/// All tags, except those in comments.
pub(super) fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + html[at..].find('<')?;
            let rest = &html[start + 1..];
            if let Some(comment) = rest.strip_prefix("!--") {
                at = html.len() - comment.len() + comment_end(comment)?;
                continue;
            }
            let (closes, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
            if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                at = start + 1;
                continue;
            }
            let ends = |c: char| c.is_whitespace() || matches!(c, '/' | '>');
            let length = rest.find(ends).unwrap_or(rest.len());
            let name = rest[..length].to_ascii_lowercase();
            let from = html.len() - rest.len() + length;
            let end = from + end(&html[from..])?;
            at = end;
            return Some(Tag { start, end, name, closes, fields: &html[from..end - 1] });
        }
    })
}

/// Where a comment ends that begins here.
fn comment_end(comment: &str) -> Option<usize> {
    if let Some(short) = [">", "->"].into_iter().find(|it| comment.starts_with(*it)) {
        return Some(short.len());
    }
    comment.match_indices("--").find_map(|(at, _)| {
        let end = [">", "!>"].into_iter().find(|it| comment[at + 2..].starts_with(*it))?;
        Some(at + 2 + end.len())
    })
}

/// Where a tag ends: at the first `>` outside of quotation marks, or else at the first.
fn end(fields: &str) -> Option<usize> {
    const LONGEST: usize = 20_000;
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in fields.bytes().take(LONGEST).enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    fields.find('>').map(|at| at + 1)
}

/// Elements that hold nothing.
const EMPTY: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];
/// Elements that end where the next of their kind begins.
const ENDED_BY_NEXT: &[&str] = &["a", "dd", "dt", "li", "option", "p", "tbody", "td", "th", "tr"];

/// The elements that are open.
#[derive(Default)]
struct Open(Vec<String>);

impl Open {
    /// Whether the tag ends the element of its kind that was open.
    fn add(&mut self, tag: &Tag<'_>) -> bool {
        let name = tag.name.as_str();
        if tag.closes {
            if let Some(at) = self.0.iter().rposition(|open| open == name) {
                self.0.truncate(at);
            }
        } else if !EMPTY.contains(&name) {
            if self.0.last().is_some_and(|open| open == name) && ENDED_BY_NEXT.contains(&name) {
                return true;
            }
            self.0.push(tag.name.clone());
        }
        false
    }

    fn depth(&self) -> usize {
        self.0.len()
    }
}

/// Elements inside of each other, beyond which nothing is laid out.
const DEEPEST: usize = 400;

/// Whether more elements are inside of each other than any mail program makes.
pub(super) fn is_too_deep(html: &str) -> bool {
    let mut open = Open::default();
    tags(html).any(|tag| {
        open.add(&tag);
        open.depth() > DEEPEST
    })
}

/// An email without what its reader does not see; `None` if all of it is seen.
pub(super) fn without_hidden(html: &str) -> Option<String> {
    let mut open = Open::default();
    let mut seen = String::new();
    let mut at = 0;
    // Where the hidden element begins, and how deep.
    let mut hidden: Option<(usize, usize)> = None;
    for tag in tags(html) {
        let before = open.depth();
        let is_next = open.add(&tag);
        match hidden {
            Some((start, depth))
                if open.depth() <= depth || is_next && open.depth() == depth + 1 =>
            {
                let is_its_own = tag.closes && open.depth() == depth;
                let end = if is_its_own { tag.end } else { tag.start };
                if !is_shown_inside(&html[start..end]) {
                    seen += &html[at..start];
                    at = end;
                }
                hidden = None;
            }
            None if open.depth() > before && is_hidden(tag.fields) => {
                hidden = Some((tag.start, before));
            }
            _ => {}
        }
    }
    seen += &html[at..];
    (at > 0).then_some(seen)
}

/// Whether a browser shows nothing of an element with these fields.
fn is_hidden(fields: &str) -> bool {
    let fields = fields.to_ascii_lowercase();
    let plain: String = fields.chars().filter(|c| !c.is_whitespace()).collect();
    let is_attribute = |word: &str| matches!(word.trim_end_matches('/'), "hidden" | "hidden=\"\"");
    ["display:none", "visibility:hidden", "mso-hide:all"].iter().any(|style| plain.contains(style))
        || plain.contains("font-size:0") && is_tiny(&plain)
        || outside_of_quotes(&fields).split_whitespace().any(is_attribute)
}

/// Whether the size of letters is nothing, and not a part of one: `font-size:0.9em`.
fn is_tiny(plain: &str) -> bool {
    plain.match_indices("font-size:0").all(|(at, it)| !plain[at + it.len()..].starts_with('.'))
}

/// The fields of a tag without what stands in quotation marks.
fn outside_of_quotes(fields: &str) -> String {
    fields.split('"').step_by(2).collect()
}

/// Whether something in a hidden element is shown again: tables have letters of no size around
/// others that have one.
fn is_shown_inside(element: &str) -> bool {
    let mut tags = tags(element);
    let own = tags.next().map(|tag| tag.fields.to_ascii_lowercase()).unwrap_or_default();
    let own: String = own.chars().filter(|c| !c.is_whitespace()).collect();
    !own.contains("display:none")
        && !own.contains("mso-hide")
        && tags.any(|tag| {
            let fields = tag.fields.to_ascii_lowercase().replace(' ', "");
            fields.contains("visibility:visible")
                || fields.contains("font:")
                || fields.contains("size=")
                || fields.contains("font-size:")
                    && !(fields.contains("font-size:0") && is_tiny(&fields))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_mails_are_refused_whatever_they_are_made_of() {
        for name in ["div", "center", "article", "o:p", "x-y", "em", "svg", "big", "main"] {
            assert!(is_too_deep(&format!("<{name}>").repeat(16_000)), "{name}");
            assert!(is_too_deep(&format!("<P><{name} a=\">\">").repeat(16_000)), "{name}");
            assert!(!is_too_deep(&format!("<{name}>a</{name}>").repeat(16_000)), "{name}");
        }
        for ordinary in
            ["<p>a", "a<br>", "<li>a", "<img src='a'>", "<!-- <b> -->", "a < b ", "<tr><td>a"]
        {
            let is_row = ordinary == "<tr><td>a";
            assert_eq!(is_too_deep(&ordinary.repeat(16_000)), is_row, "{ordinary}");
        }
        assert!(is_too_deep(&("<!-->".to_owned() + &"<div \">".repeat(500))));
        assert!(!is_too_deep(&"<div>".repeat(100)));
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        for (html, seen) in [
            ("<div style=\"display: none\">Se <b>her</b></div><p>A</p>", Some("<p>A</p>")),
            ("<p>A</p><span hidden>x</span>", Some("<p>A</p>")),
            ("<p>A<span style='font-size:0px'>x</span>B</p>", Some("<p>AB</p>")),
            ("<div>A<p style=\"DISPLAY:NONE\">x</div>B", Some("<div>A</div>B")),
            ("<p hidden>x<p>A", Some("<p>A")),
            ("<td style=\"font-size:0\"><div style=\"font-size:13px\">A</div></td>", None),
            ("<p style=\"font-size:0.9em\">A</p>", None),
            ("<p class=\"hidden\" title=\"hidden\">A</p>", None),
            ("<div style=\"display:none\">A", None),
        ] {
            assert_eq!(without_hidden(html).as_deref(), seen, "{html}");
        }
    }
}
