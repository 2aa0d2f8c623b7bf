//! Bare addresses in prose (`https://…`, `www.…`, `anna@sundbro.example`), by GitHub's rules,
//! and those of an intranet (`http://intranet/menu`), whose names need no dot.

use std::ops::Range;

use crate::base::character::{is_formatting, is_refused};

/// A bare address and where it leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BareAddress {
    pub(super) range: Range<usize>,
    pub(super) destination: String,
}

/// All bare addresses of a text, in order and without overlaps. The time is linear: what was found
/// to be no address is not examined again.
pub(super) fn find(text: &str) -> Vec<BareAddress> {
    match may_hold_some(text.as_bytes()) {
        true => search(text),
        false => vec![],
    }
}

fn search(text: &str) -> Vec<BareAddress> {
    let bytes = text.as_bytes();
    let mut found = vec![];
    // Everything before this position is in a link already, or cannot begin one.
    let mut done = 0;
    let mut at = 0;
    while at < bytes.len() {
        let link = match bytes[at] {
            b'h' | b'H' | b'w' | b'W' if begins(bytes, at) => match prefix(&bytes[at..]) {
                Some(prefix) => address(text, at, prefix, &mut done),
                None => None,
            },
            b'@' => mail(bytes, at, done),
            _ => None,
        };
        match link {
            Some(range) => {
                at = range.end;
                done = range.end;
                let destination = destination(&text[range.clone()]);
                found.push(BareAddress { range, destination });
            }
            None => at = (at + 1).max(done),
        }
    }
    found
}

/// Whether the text has `@`, `:/` or `ww`: every address has one of them, and nearly all prose has
/// none. The compiler can search for all three in many bytes at once.
fn may_hold_some(bytes: &[u8]) -> bool {
    let is_sign = |(one, next): (&u8, &u8)| {
        (*one == b'@')
            | ((*one == b':') & (*next == b'/'))
            | ((one | 0x20 == b'w') & (next | 0x20 == b'w'))
    };
    let nexts = bytes.get(1..).unwrap_or_default();
    bytes.iter().zip(nexts).fold(false, |any, pair| any | is_sign(pair))
}

fn destination(address: &str) -> String {
    let lower = address.get(..4).unwrap_or_default().to_ascii_lowercase();
    match lower.as_str() {
        "http" if address.contains("://") => address.to_owned(),
        "www." if !address.contains('@') || address.contains('/') => format!("http://{address}"),
        _ => format!("mailto:{address}"),
    }
}

/// Whether an address may begin here: at the beginning of a word, or after one of `* _ ~ (` or an
/// opening quotation mark.
fn begins(bytes: &[u8], at: usize) -> bool {
    match at.checked_sub(1).map(|before| bytes[before]) {
        None => true,
        Some(before) => {
            before.is_ascii_whitespace()
                || matches!(before, b'*' | b'_' | b'~' | b'(' | b'[' | b'{' | b'"' | b'\'')
                || (!before.is_ascii() && !ends_with_letter(&bytes[..at]))
        }
    }
}

/// Whether the text ends with a letter or digit that is not ASCII (`å`), not with a sign (`“`).
fn ends_with_letter(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(4)..];
    let start = tail.iter().rposition(|byte| byte & 0xC0 != 0x80).unwrap_or_default();
    let last = std::str::from_utf8(&tail[start..]).ok().and_then(|text| text.chars().next());
    last.is_some_and(char::is_alphanumeric)
}

/// The length of the scheme; 0 for `www.`, which is part of the domain.
fn prefix(bytes: &[u8]) -> Option<usize> {
    let is = |text: &str| {
        bytes.get(..text.len()).is_some_and(|b| b.eq_ignore_ascii_case(text.as_bytes()))
    };
    match () {
        () if is("https://") => Some(8),
        () if is("http://") => Some(7),
        () if is("www.") => Some(0),
        () => None,
    }
}

/// The address that begins at `at`. `done` is set to where to continue if the domain is not valid.
fn address(text: &str, at: usize, prefix: usize, done: &mut usize) -> Option<Range<usize>> {
    let start = at + prefix;
    let rest = &text[start..];
    let is_domain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let domain_end = start + rest.find(|c| !is_domain(c)).unwrap_or(rest.len());
    *done = domain_end.max(at + 1);
    let domain = &text[start..domain_end];
    if !is_valid_domain(domain) && (prefix == 0 || !is_name_within(domain)) {
        return None;
    }
    let rest = &text[domain_end..];
    let end = domain_end + rest.find(ends_address).unwrap_or(rest.len());
    let end = at + trimmed(&text[at..end]).len();
    (end > start).then_some(at..end)
}

/// Whether an address cannot hold this: a blank, an invisible character, or a mark that is typed
/// around addresses, not in them (addresses that are copied from a browser hold `%E2%80%94` for it).
fn ends_address(c: char) -> bool {
    match c {
        '<' | '«' | '»' | '‹' | '›' | '¡' | '¿' | '§' | '¶' => true,
        // Brackets and arrows that are drawn around words or between them.
        '\u{2190}'..='\u{21FF}' | '\u{2329}' | '\u{232A}' | '\u{2768}'..='\u{2775}' => true,
        '\u{27E6}'..='\u{27FF}' | '\u{2983}'..='\u{2998}' | '\u{2E00}'..='\u{2E5D}' => true,
        // Dashes, quotation marks, bullets and the ellipsis, not the hyphens.
        '\u{2012}'..='\u{2027}' | '\u{2030}'..='\u{205E}' => true,
        // Marks and brackets of Chinese, Japanese and Korean, and their forms as wide as a letter.
        '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30FB}' => true,
        '\u{FE10}'..='\u{FE1F}' | '\u{FE30}'..='\u{FE6F}' => true,
        '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' => true,
        '\u{FF5B}'..='\u{FF65}' => true,
        // Joiners belong to the signs around them.
        '\u{200D}' | '\u{FE0F}' => false,
        c => c.is_whitespace() || is_refused(c) || is_formatting(c),
    }
}

/// At least two labels, none empty, and no underscore in the last two.
fn is_valid_domain(domain: &str) -> bool {
    let domain = domain.trim_end_matches(['.', '-', '_']);
    let mut labels = domain.rsplit('.');
    let last_two = [labels.next(), labels.next()];
    last_two.iter().all(|label| label.is_some_and(|l| !l.is_empty() && !l.contains('_')))
        && labels.all(|label| !label.is_empty())
}

/// Whether it can be the name of a computer inside a company.
fn is_name_within(domain: &str) -> bool {
    let domain = domain.trim_end_matches(['.', '-', '_']);
    domain.len() > 1 && domain.chars().all(|c| c.is_alphanumeric() || c == '-')
}

/// Removes the punctuation that belongs to the sentence. A final `)`, `]` or `}` stays only if it
/// closes a bracket of the address. What looks like an entity is removed as a whole.
fn trimmed(address: &str) -> &str {
    let pairs = [('(', ')'), ('[', ']'), ('{', '}')];
    let mut unopened = pairs.map(|(open, close)| {
        address.matches(close).count().saturating_sub(address.matches(open).count())
    });
    let mut end = address.len();
    while let Some(last) = address[..end].chars().next_back() {
        match last {
            '?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '\'' | '"' | '>' => {}
            ')' | ']' | '}' => {
                let pair = pairs.iter().position(|(_, close)| *close == last).unwrap_or_default();
                if unopened[pair] == 0 {
                    break;
                }
                unopened[pair] -= 1;
            }
            ';' => {
                let name = address[..end - 1].trim_end_matches(|c: char| c.is_ascii_alphanumeric());
                if name.ends_with('&') && name.len() < end - 1 {
                    end = name.len() - 1;
                    continue;
                }
            }
            c if is_formatting(c) => {}
            _ => break,
        }
        end -= last.len_utf8();
    }
    &address[..end]
}

/// The mail address around the `@` at `at`; it begins at `done` or later.
fn mail(bytes: &[u8], at: usize, done: usize) -> Option<Range<usize>> {
    let is_local =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+');
    let before = bytes[done..at].iter().rev().take_while(|byte| is_local(byte)).count();
    let start = at - before;
    let is_domain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let after = bytes[at + 1..].iter().take_while(|byte| is_domain(byte)).count();
    let mut end = at + 1 + after;
    while bytes[..end].ends_with(b".") {
        end -= 1;
    }
    let domain = &bytes[at + 1..end.max(at + 1)];
    let dots = domain.iter().filter(|byte| **byte == b'.').count();
    let is_mail = before > 0
        && !ends_with_letter_outside(&bytes[..start])
        && dots > 0
        && !domain.starts_with(b".")
        && !domain.windows(2).any(|pair| pair == b"..")
        && !domain.ends_with(b"-")
        && !domain.ends_with(b"_")
        && bytes.get(end) != Some(&b'@');
    is_mail.then_some(start..end)
}

/// In `søren@a.example`, `ren@a.example` is not an address.
fn ends_with_letter_outside(bytes: &[u8]) -> bool {
    bytes.last().is_some_and(|byte| !byte.is_ascii()) && ends_with_letter(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_end_where_a_reader_ends_them() {
        let cases: &[(&str, &[&str])] = &[
            ("see https://a.example/b.", &["https://a.example/b"]),
            ("(https://a.example/b_(c)) d", &["https://a.example/b_(c)"]),
            ("www.a.example/x?y=1&copy;", &["www.a.example/x?y=1"]),
            ("https://a.example/?q=a&b;;", &["https://a.example/?q=a"]),
            ("“https://a.example”", &["https://a.example"]),
            ("https://a.example<b", &["https://a.example"]),
            ("xhttps://a.example", &[]),
            (
                "http://intranet/menu, and http://intranet.",
                &["http://intranet/menu", "http://intranet"],
            ),
            ("(http://hr-2:8080/ferie)", &["http://hr-2:8080/ferie"]),
            ("http://-, http://a, http:// b, http://_b/c, www.", &[]),
            ("https://a_b.example", &[]),
            ("https://x_y.a.example", &["https://x_y.a.example"]),
            ("www.", &[]),
            ("https://", &[]),
            ("mail anna@sundbro.example, please", &["anna@sundbro.example"]),
            ("a.b-c_d+e@x.example-", &[]),
            ("a@b@c.example", &["b@c.example"]),
            ("søren@a.example", &[]),
            ("@sundbro.example a@b", &[]),
            ("www.a.example anna@b.example", &["www.a.example", "anna@b.example"]),
            ("https://a.example/@anna", &["https://a.example/@anna"]),
            ("https://ærø.example/å", &["https://ærø.example/å"]),
            (
                "»https://a.example« ‹https://a.example/b›",
                &["https://a.example", "https://a.example/b"],
            ),
            ("«https://a.example/b».", &["https://a.example/b"]),
            ("„https://a.example/b“, said", &["https://a.example/b"]),
            ("https://a.example/b—and", &["https://a.example/b"]),
            ("https://a.example/b – and", &["https://a.example/b"]),
            ("https://a.example/2024–25", &["https://a.example/2024"]),
            ("https://a.example/b…", &["https://a.example/b"]),
            ("⟨https://a.example/r⟩", &["https://a.example/r"]),
            (
                "❮https://a.example/f❯ https://a.example/x→y",
                &["https://a.example/f", "https://a.example/x"],
            ),
            ("https://a.example/k§ 2", &["https://a.example/k"]),
            ("（https://a.example/b）。", &["https://a.example/b"]),
            (
                "「https://a.example/b」、https://c.example。",
                &["https://a.example/b", "https://c.example"],
            ),
            ("https://a.example/b！", &["https://a.example/b"]),
            ("https://a.example/b\u{200B}c", &["https://a.example/b"]),
            ("https://a.example/b\u{2060}", &["https://a.example/b"]),
            ("https://a.example/❤\u{FE0F}x", &["https://a.example/❤\u{FE0F}x"]),
            ("https://a.example/❤\u{FE0F}", &["https://a.example/❤"]),
            (
                "[https://a.example/b] {https://a.example/[c]}",
                &["https://a.example/b", "https://a.example/[c]"],
            ),
            ("https://a.example/b>", &["https://a.example/b"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = find(text).into_iter().map(|f| &text[f.range]).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }

    #[test]
    fn each_automatic_link_has_a_target() {
        let destinations: Vec<String> =
            find("www.a.example a@b.example HTTP://c.example www.d@e.example")
                .into_iter()
                .map(|found| found.destination)
                .collect();
        let expected =
            ["http://www.a.example", "mailto:a@b.example", "HTTP://c.example", "http://www.d"];
        assert_eq!(destinations[..3], expected[..3]);
    }
    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_fast_search_finds_every_address(
            text in "((https?|HTTP|Www|ww|w|h)?[:/.@]{0,3}[a-cå ]{0,3}){0,6}",
        ) {
            prop_assert_eq!(find(&text), search(&text));
        }
    }
}
