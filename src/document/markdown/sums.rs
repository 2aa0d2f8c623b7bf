//! Stars between digits, `5*3*2`, `2**3`: nobody means emphasis by them, so the parser does not see
//! them. Otherwise, one of them and that of a word in the same line would be a pair.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// Stands for such a star: as a digit would not be, no number of a list.
const STAND_IN: u8 = b'x';

/// The text with other signs in place of these stars, where they may be taken for emphasis. `None` if
/// there are none. At most so many events are looked at.
pub(super) fn masked(text: &str, options: Options, most: usize) -> Option<String> {
    let stars = stars(text.as_bytes());
    if stars.is_empty() {
        return None;
    }
    let kept = kept(text, options, most);
    let mut bytes = text.as_bytes().to_vec();
    let mut next = 0;
    for star in stars {
        while kept.get(next).is_some_and(|range: &Range<usize>| range.end <= star.start) {
            next += 1;
        }
        if kept.get(next).is_none_or(|range| star.start < range.start) {
            bytes[star].fill(STAND_IN);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Runs of stars with a digit on both sides.
fn stars(text: &[u8]) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(next) = text[at..].iter().position(|byte| *byte == b'*') {
        let start = at + next;
        let length = text[start..].iter().take_while(|byte| **byte == b'*').count();
        at = start + length;
        let before = start.checked_sub(1).map(|before| text[before]);
        let digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
        if digit(before) && digit(text.get(at).copied()) {
            found.push(start..at);
        }
    }
    found
}

/// Where stars are no emphasis anyway: code, HTML, addresses. In order, and none within another.
fn kept(text: &str, options: Options, most: usize) -> Vec<Range<usize>> {
    let mut kept: Vec<Range<usize>> = vec![];
    let mut ends = vec![];
    let mut add = |range: Range<usize>| {
        let from = kept.last().map_or(0, |last| last.end);
        if range.end > from {
            kept.push(range.start.max(from)..range.end);
        }
    };
    let mut inner = 0;
    let mut parsed = Parser::new_ext(text, options).into_offset_iter();
    for (event, range) in parsed.by_ref().take(most) {
        match event {
            Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) => add(range.clone()),
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => add(range.clone()),
            Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
                match link_type {
                    LinkType::Autolink | LinkType::Email => add(range.clone()),
                    _ => ends.push(range.end),
                }
                inner = range.start;
            }
            // What is behind the words of a link is its address.
            Event::End(tag) if ends.last() == Some(&range.end) && is_link(&tag) => {
                ends.pop();
                add(inner..range.end);
                inner = range.end;
            }
            _ => {}
        }
        if let Event::Text(_) | Event::Code(_) | Event::End(_) = event {
            inner = inner.max(range.end);
        }
    }
    // The label of an address is the same there and in the words.
    kept.extend(parsed.reference_definitions().iter().map(|(_, place)| place.span.clone()));
    kept.sort_by_key(|range| range.start);
    kept
}

fn is_link(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Link | TagEnd::Image)
}

#[cfg(test)]
mod tests {
    use super::super::Trust::Submitted;
    use super::super::tests::{html, read};

    #[test]
    fn a_sum_ends_no_emphasis_and_begins_none() {
        for (text, expected) in [
            ("*og 5*3*2 mere* og 2*3", "<em>og 5*3*2 mere</em> og 2*3"),
            ("2*3. **2*3** og *4*5*", "2*3. <strong>2*3</strong> og <em>4*5</em>"),
            ("**5*3 m** og 2**3 *nej*", "<strong>5*3 m</strong> og 2**3 <em>nej</em>"),
            ("`2*3` 2*3 `4*5`", "<code>2*3</code> 2*3 <code>4*5</code>"),
            ("2*3. og 4*5)", "2*3. og 4*5)"),
            (
                "[2*3](https://a.example/2*3) 2*3",
                concat!(
                    "<a class=\"external\" href=\"https://a.example/2*3\" ",
                    "rel=\"noopener external\">2*3</a> 2*3",
                ),
            ),
            ("2*3 &amp; 4*5 \\* 5*6", "2*3 &amp; 4*5 * 5*6"),
        ] {
            assert_eq!(html(&read(text, Submitted)), format!("<p>{expected}</p>\n"), "{text}");
        }
        let table = html(&read("| 2*3 \\| 4*5 | b |\n|---|---|\n| 2*3*4 | *c* |\n", Submitted));
        for words in ["2*3 | 4*5", "2*3*4", "<em>c</em>"] {
            assert!(table.contains(words), "{table}");
        }
        let linked = html(&read("[a][2*3] og 2*3\n\n[2*3]: https://a.example/4*5", Submitted));
        assert!(
            linked.contains("https://a.example/4*5\"") && linked.contains("og 2*3"),
            "{linked}"
        );
    }
}
