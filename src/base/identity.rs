//! What tells too much of a person, wherever it stands in a text: national numbers, accounts, cards,
//! keys, private email addresses and telephone numbers. Reports mark its place and never repeat it.

mod accounts;
mod announced;
mod digits;
mod keys;
pub(crate) mod mails;
mod passwords;
mod persons;
pub(crate) mod phones;

use std::borrow::Cow;
use std::ops::Range;

use super::SourcePath;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Private {
    /// The number of a person in Denmark.
    Cpr,
    /// Ten digits that may be one: nothing beside them says what they are.
    MaybeCpr,
    /// The number of a person in the Netherlands.
    Bsn,
    /// The number of a bank account.
    Iban,
    /// The number of a payment card.
    Card,
    /// A key or token that opens something: whose.
    Key(&'static str),
    /// A password that stands beside its word or in an address.
    Password,
    /// A word of a sentence that may be one.
    MaybePassword,
    /// An address at a provider for private people.
    Mail,
}

/// What was found, with its place in bytes.
pub(crate) type Found = Vec<(Range<usize>, Private)>;

/// Everything private in a text, in order. Each stands in one line.
pub(crate) fn find(text: &str) -> Found {
    let mut found = vec![];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let before = found.len();
        let is_wide = |sign: char| digits::digit(sign).is_some();
        if line.bytes().any(|byte| byte.is_ascii_digit())
            || !line.is_ascii() && line.contains(is_wide)
        {
            let as_typed = digits::Plain::of(line);
            for plain in [Some(as_typed), digits::Plain::rendered(line)].into_iter().flatten() {
                let mut numbers = vec![];
                persons::find(&plain.text, &mut numbers);
                accounts::find(&plain.text, &mut numbers);
                let numbers = numbers.into_iter().map(|(range, what)| (plain.range(&range), what));
                // Most numbers are found as they are typed, too.
                let is_new = |it: &Range<usize>, all: &Found| {
                    all[before..]
                        .iter()
                        .all(|(known, _)| known.end <= it.start || it.end <= known.start)
                };
                let new: Found = numbers.filter(|(range, _)| is_new(range, &found)).collect();
                found.extend(new);
            }
        }
        keys::find(line, &mut found);
        passwords::find(line, &mut found);
        mails::find(line, &mut found);
        for (range, _) in &mut found[before..] {
            *range = range.start + at..range.end + at;
        }
        at += line.len();
    }
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    // A card in an account is one thing.
    let mut end = 0;
    found.retain(|(range, _)| {
        let is_first = range.start >= end;
        end = end.max(range.end);
        is_first
    });
    found
}

/// A line in which nothing can be read of what is private. It is as long as before.
pub(crate) fn masked(line: &str) -> Cow<'_, str> {
    let found = find(line);
    if found.is_empty() {
        return Cow::Borrowed(line);
    }
    let mut masked = line.to_owned();
    for (range, _) in found {
        let hidden = stars(&line[range.clone()]);
        masked.replace_range(range, &hidden);
    }
    Cow::Owned(masked)
}

/// The number of a person in the name of a text or of a file among the people. A number in the name of
/// another file is more often that of a drawing.
pub(crate) fn in_path(path: &SourcePath) -> Option<(Range<usize>, Private)> {
    let path = path.as_str();
    let is_looked_at = path.ends_with(".md") || path.starts_with("content/people/");
    if !is_looked_at || !path.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let is_of_person = |(_, what): &(Range<usize>, Private)| {
        matches!(what, Private::Cpr | Private::MaybeCpr | Private::Bsn)
    };
    let mut at = 0;
    path.split_inclusive(['/', '.']).find_map(|part| {
        let name = part.trim_end_matches(['/', '.']).replace('_', " ");
        let (start, apart) = (at, name.replace('-', " "));
        at += part.len();
        let mut found = [name, apart].into_iter().flat_map(|name| find(&name));
        let (range, what) = found.find(is_of_person)?;
        Some((range.start + start..range.end + start, what))
    })
}

/// The path as reports show it.
pub(crate) fn shown_path(path: &SourcePath) -> Cow<'_, str> {
    match in_path(path) {
        None => Cow::Borrowed(path.as_str()),
        Some((range, _)) => {
            let mut shown = path.as_str().to_owned();
            let hidden = stars(&shown[range.clone()]);
            shown.replace_range(range, &hidden);
            Cow::Owned(shown)
        }
    }
}

/// The folders in which colleagues tell: a telephone number there may be somebody's own.
const TOLD: &[&str] = &["content/stories/", "content/talks/"];

/// What hides a line of this file: also telephone numbers where they may be somebody's own.
pub(crate) fn mask_of(path: &SourcePath) -> fn(&str) -> String {
    match TOLD.iter().any(|folder| path.as_str().starts_with(folder)) {
        true => |line| phones::masked(&masked(line)),
        false => |line| masked(line).into_owned(),
    }
}

/// A star for each byte that can be read.
fn stars(words: &str) -> String {
    let star = |c: char| std::iter::repeat_n(if c == ' ' { ' ' } else { '*' }, c.len_utf8());
    words.chars().flat_map(star).collect()
}

/// What one of the finders finds in a line.
#[cfg(test)]
fn words(find: fn(&str, &mut Found), line: &str) -> Vec<(&str, Private)> {
    let mut found = vec![];
    find(line, &mut found);
    found.into_iter().map(|(range, what)| (&line[range], what)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_report_can_repeat_nothing() {
        assert_eq!(masked("Hun hed 150358-7123 i bogen"), "Hun hed *********** i bogen");
        assert_eq!(masked("NL91 ABNA 0417 1643 00"), "**** **** **** **** **");
        assert_eq!(masked("Ingen numre her, lokal 4411"), "Ingen numre her, lokal 4411");
    }

    #[test]
    fn ordinary_numbers_are_not_private() {
        for line in [
            "Ring på +45 20 30 40 50 eller 0612345678, lokal 4411.",
            "2026-11-21 20:00:00 +0100, 18.11.2026, 1732190400",
            "ISBN 978-87-02-12345-6, ordre 1234567890, EAN 5701234567899",
            "Pumpe 12345678901234567890, version 1.2.3, 24,5 grader",
            "IMEI 490154203237518, fragtbrev 00370712345678901234",
            "anna@sundbro.example, info@gmail.example",
            "commit 3f786850e387550fdab836ed7e6dc881de23001b",
        ] {
            assert_eq!(find(line), [], "{line}");
        }
    }

    #[test]
    fn spaces_and_hyphens_that_do_not_break_are_those_of_a_number() {
        for space in ["\u{a0}", "\u{202f}", "\u{2009}"] {
            for number in [
                "4111 1111 1111 1111",
                "NL91 ABNA 0417 1643 00",
                "CPR 150358 7123",
                "CPR: 15 03 58 7123",
                "BSN 123 456 782",
            ] {
                let line = format!("På æ: {}", number.replace(' ', space));
                assert_eq!(find(&line).len(), 1, "{line}");
                assert!(!masked(&line).contains("23") && !masked(&line).contains("11"), "{line}");
            }
        }
        assert_eq!(masked("æ 150358\u{2011}7123 æ"), "æ ************* æ");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        /// Whatever stands in a line, it is as long as before.
        #[test]
        fn a_hidden_line_is_as_long(
            parts in prop::collection::vec(
                r"CPR|BSN|NL91|DK|150358|7123|4111|123456782|Password:|://|@|[A-zæ İé. \u{a0}\u{2013}.:/(-]|[0-9]{1,4}",
                0..14,
            ),
        ) {
            let line = parts.concat();
            prop_assert_eq!(masked(&line).len(), line.len());
        }
    }

    #[test]
    fn digits_that_readers_see_together_are_one_number() {
        for line in [
            "**150358**-7123",
            "15**03**58-7123",
            "1503<!-- x -->58-7123",
            "1503<b>58</b>-7123",
            "150358\\-7123",
            "`150358`-7123",
            "１５０３５８-７１２３",
            "１５０３５８－７１２３",
            "NL91 ABNA **0417** 1643 00",
            "4111 1111<!-- --> 1111 1111",
        ] {
            let line = format!("æ {line} og mere");
            assert_eq!(find(&line).len(), 1, "{line}");
            let hidden = masked(&line);
            assert!(!hidden.contains("71") && !hidden.contains('７'), "{hidden}");
            assert!(hidden.ends_with(" og mere"), "{hidden}");
        }
        for line in ["15 * 03 * 58-7123", "Gang 150358*7123", "a_150358_7123_b", "<a@b.example>"] {
            assert_eq!(find(line), [], "{line}");
        }
    }

    #[test]
    fn a_number_in_the_name_of_a_file_is_hidden() {
        let shown = |path: &str| shown_path(&SourcePath::new(path).unwrap()).into_owned();
        for (path, expected) in [
            ("content/people/pers-150358-7123.md", "content/people/pers-***********.md"),
            ("content/people/1503587123.da.md", "content/people/**********.da.md"),
            ("content/people/anna-1503587123.md", "content/people/anna-**********.md"),
            ("content/people/150358-7123/a.jpg", "content/people/***********/a.jpg"),
            (
                "content/stories/2026/anna-150358-7123.md",
                "content/stories/2026/anna-***********.md",
            ),
        ] {
            assert_eq!(shown(path), expected);
        }
        for path in [
            "content/stories/2026/150675-2204.jpg",
            "content/stories/2026/ordre-150675-2204.md",
            "content/stories/2026/2026-11-21-pump.md",
            "content/people/anna-bech.md",
        ] {
            assert_eq!(shown(path), path);
        }
    }

    #[test]
    fn places_are_those_of_the_whole_text() {
        let text = "En\nmail: mette@gmail.com\nog 4111 1111 1111 1111.";
        let found = find(text);
        let words: Vec<&str> = found.iter().map(|(range, _)| &text[range.clone()]).collect();
        assert_eq!(words, ["mette@gmail.com", "4111 1111 1111 1111"]);
    }
}
