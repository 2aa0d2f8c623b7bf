//! The names that readers may not see. Where one still stands in running text, in front matter or
//! in `programme.toml`, readers see “[a colleague]”: in brackets, the usual sign that a word is not
//! the author's. Nobody has to find all sentences before a withdrawal takes effect.
//!
//! A name is found as it is written in the person's file, with at least two words: a first name
//! alone may be somebody else's.

use std::collections::{HashMap, HashSet};

use crate::document::Kind;
use crate::site::Site;
use crate::site::consent::may_be_named;

/// The names, by their first word.
#[derive(Default)]
pub(crate) struct WithheldNames(HashMap<String, Vec<String>>);

impl WithheldNames {
    pub(crate) fn of(site: &Site) -> WithheldNames {
        let mut withheld = WithheldNames::default();
        let people = || site.originals(Kind::Person).filter_map(|it| Some((it, it.meta.person()?)));
        let is_shown = |name: &str| site.entry(name).is_some();
        if people().all(|(document, _)| is_shown(&document.name)) {
            return withheld;
        }
        let (shown, hidden): (Vec<_>, Vec<_>) =
            people().partition(|(document, _)| may_be_named(site, document.id()));
        // Two colleagues may have the same name.
        let shown: HashSet<&str> = shown.iter().map(|(_, person)| person.name.trim()).collect();
        for (_, person) in hidden {
            let name = person.name.trim();
            if name.split_whitespace().count() > 1 && !shown.contains(name) {
                withheld.add(name);
            }
        }
        withheld
    }

    fn add(&mut self, name: &str) {
        let first = &name[..first_word(name)];
        let same = self.0.entry(first.to_owned()).or_default();
        same.push(name.to_owned());
        // The longest first: of Eva Holm and Eva Holm Berg, the one that is meant.
        same.sort_by_key(|name| std::cmp::Reverse(name.len()));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text, HTML, XML or JSON, with `instead` for each of the names; `None` if none is there.
    /// Every word of the text is looked up once, however many names there are.
    pub(crate) fn replaced(&self, text: &str, instead: &str) -> Option<String> {
        let mut out = String::new();
        let (mut done, mut at) = (0, 0);
        while let Some(start) = text[at..].find(char::is_alphanumeric).map(|start| at + start) {
            let word = first_word(&text[start..]);
            match self.length_at(&text[start..], word) {
                Some(length) => {
                    out.push_str(&text[done..start]);
                    out.push_str(instead);
                    (done, at) = (start + length, start + length);
                }
                None => at = start + word,
            }
        }
        (done > 0).then(|| out + &text[done..])
    }

    /// How many bytes of the text are one of the names, if it begins with one.
    fn length_at(&self, text: &str, word: usize) -> Option<usize> {
        let names = self.0.get(&text[..word])?;
        names.iter().find_map(|name| length_of(name, text))
    }
}

/// The length of the letters and digits that the text begins with.
fn first_word(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())
}

/// How many bytes of the text say this name, if it begins with it: on one line or two, with signs
/// as HTML writes them, and in the genitive of Danish, Dutch and English.
fn length_of(name: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    for word in name.split_inclusive(char::is_whitespace) {
        for sign in word.trim_end().chars() {
            let written = written(sign);
            rest = match written.iter().find_map(|written| rest.strip_prefix(written)) {
                Some(rest) => rest,
                None => rest.strip_prefix(sign)?,
            };
        }
        if word.ends_with(char::is_whitespace) {
            rest = without_blanks(rest)?;
        }
    }
    let after = rest.strip_prefix('s').unwrap_or(rest);
    let is_whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    (is_whole(rest) || is_whole(after)).then(|| text.len() - rest.len())
}

/// Other ways in which a sign may be written.
fn written(sign: char) -> &'static [&'static str] {
    match sign {
        '\'' | '’' => &["'", "’", "&#39;", "&#x27;", "&apos;"],
        '&' => &["&amp;"],
        '-' => &["-", "‑"],
        _ => &[],
    }
}

/// What comes after blanks; `None` if there are none.
fn without_blanks(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        let next = rest.strip_prefix(char::is_whitespace);
        // A line's end in JSON, a blank that does not break in HTML.
        let next =
            next.or_else(|| rest.strip_prefix("\\n")).or_else(|| rest.strip_prefix("&nbsp;"));
        match next {
            Some(next) => rest = next,
            None => return (rest.len() < text.len()).then_some(rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn withheld(names: &[&str]) -> WithheldNames {
        let mut withheld = WithheldNames::default();
        names.iter().for_each(|name| withheld.add(name));
        withheld
    }

    #[track_caller]
    fn assert_replaced(names: &[&str], text: &str, expected: &str) {
        let replaced = withheld(names).replaced(text, "[x]");
        assert_eq!(replaced.as_deref().unwrap_or(text), expected);
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for (text, expected) in [
            ("Ask Mette Krogh.", "Ask [x]."),
            ("<p>Mette\nKrogh</p>", "<p>[x]</p>"),
            ("Mette&nbsp;Krogh, Mette  Krogh", "[x], [x]"),
            ("Mette Kroghs pumpe", "[x]s pumpe"),
            ("Mette Krogh's pump", "[x]'s pump"),
            ("alt=\"Mette Krogh\"", "alt=\"[x]\""),
            (r#"{"text":"by Mette\nKrogh"}"#, r#"{"text":"by [x]"}"#),
            ("Mette Mette Krogh", "Mette [x]"),
            ("æøå Mette Krogh é", "æøå [x] é"),
        ] {
            assert_replaced(&["Mette Krogh"], text, expected);
        }
        assert_replaced(&["Ann-Marie O'Neil"], "Ann-Marie O&#x27;Neil", "[x]");
        assert_replaced(&["Ann-Marie O'Neil"], "Ann-Marie O’Neil", "[x]");
    }

    #[test]
    fn other_names_and_words_stay() {
        for text in [
            "Mette Kroghsen",
            "Mette",
            "Jette Krogh, Krogh",
            "AnneMette Krogh",
            "mette-krogh",
            "MetteKrogh",
            "",
        ] {
            assert_eq!(withheld(&["Mette Krogh"]).replaced(text, "[x]"), None, "{text}");
        }
    }

    #[test]
    fn the_longest_name_is_meant() {
        assert_replaced(&["Eva Holm", "Eva Holm Berg"], "Eva Holm Berg, Eva Holm", "[x], [x]");
    }
}
