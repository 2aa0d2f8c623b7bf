//! The names that readers may not see. Where one still stands in running text, in front matter or
//! in `programme.toml`, readers see “[a colleague]”: in brackets, the usual sign that a word is not
//! the author's. Nobody has to find all sentences before a withdrawal takes effect.
//!
//! A name is found as it is written in the person's file, with at least two words: a first name
//! alone may be somebody else's.

use std::collections::{HashMap, HashSet};

use crate::base::composed;
use crate::document::Kind;
use crate::site::Site;
use crate::site::consent::may_be_named;

/// The names, by their first word in lower case.
#[derive(Default)]
pub(crate) struct WithheldNames(HashMap<String, Vec<Name>>);

/// A name, and whether it may be read: of somebody else, whose name holds a withheld one.
#[derive(Debug, PartialEq, Eq)]
struct Name {
    words: String,
    is_withheld: bool,
}

impl WithheldNames {
    pub(crate) fn of(site: &Site) -> WithheldNames {
        let mut names = WithheldNames::default();
        let people = || site.originals(Kind::Person).filter_map(|it| Some((it, it.meta.person()?)));
        if people().all(|(document, _)| site.entry(&document.name).is_some()) {
            return names;
        }
        let (shown, hidden): (Vec<_>, Vec<_>) =
            people().partition(|(document, _)| may_be_named(site, document.id()));
        let written = |name: &str| {
            composed(&name.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
        };
        // Two colleagues may have the same name.
        let shown: HashSet<String> = shown.iter().map(|(_, it)| written(&it.name)).collect();
        let hidden = hidden.iter().map(|(_, person)| written(&person.name));
        let hidden: HashSet<String> = hidden.filter(|name| !shown.contains(name)).collect();
        for name in hidden.iter().filter(|name| name.contains(' ')) {
            names.add(name, true);
        }
        if !names.is_empty() {
            shown.iter().for_each(|name| names.add(name, false));
        }
        names
    }

    fn add(&mut self, name: &str, is_withheld: bool) {
        let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = name[..first_word(name)].to_lowercase();
        let same = self.0.entry(first).or_default();
        same.push(Name { words: name.to_owned(), is_withheld });
        // The longest first: of Eva Holm and Eva Holm Berg, the one that is meant.
        same.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
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
            match self.found(&text[start..], word) {
                Some((found, true)) => {
                    out.push_str(&text[done..start]);
                    out.push_str(instead);
                    // Elements that begin or end within the name stay whole.
                    out.push_str(&found.tags);
                    (done, at) = (start + found.length, start + found.length);
                }
                Some((found, false)) => at = start + found.length,
                None => at = start + word,
            }
        }
        (done > 0).then(|| out + &text[done..])
    }

    /// The name with which the text begins, and whether it is withheld.
    fn found(&self, text: &str, word: usize) -> Option<(Found, bool)> {
        let names = self.0.get(&text[..word].to_lowercase())?;
        names.iter().find_map(|name| Some((found(&name.words, text)?, name.is_withheld)))
    }
}

/// A name as it stands in a text.
struct Found {
    /// In bytes.
    length: usize,
    /// The tags of HTML between its words.
    tags: String,
}

/// The length of the letters and digits that the text begins with.
fn first_word(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())
}

/// This name at the beginning of the text: in capitals or not, on one line or two, with signs as
/// HTML writes them, and in the genitive of Danish, Dutch and English.
fn found(name: &str, text: &str) -> Option<Found> {
    let mut rest = text;
    let mut tags = String::new();
    for word in name.split_inclusive(' ') {
        for sign in word.trim_end().chars() {
            let written = written(sign);
            rest = match written.iter().find_map(|written| rest.strip_prefix(written)) {
                Some(rest) => rest,
                None => {
                    let next = rest.chars().next()?;
                    next.to_lowercase().eq(sign.to_lowercase()).then_some(())?;
                    &rest[next.len_utf8()..]
                }
            };
        }
        if word.ends_with(' ') {
            rest = without_blanks(rest, &mut tags)?;
        }
    }
    let after = rest.strip_prefix(['s', 'S']).unwrap_or(rest);
    let is_whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let is_name = is_whole(rest) || is_whole(after);
    is_name.then(|| Found { length: text.len() - rest.len(), tags })
}

/// Other ways in which a sign may be written.
fn written(sign: char) -> &'static [&'static str] {
    match sign {
        '\'' | '’' => &["'", "’", "&#39;", "&#x27;", "&apos;"],
        '&' => &["&amp;"],
        '-' => &["-", "‐", "‑", "–"],
        _ => &[],
    }
}

/// What comes after blanks and tags; `None` if there are none. A tag is short.
fn without_blanks<'a>(text: &'a str, tags: &mut String) -> Option<&'a str> {
    const LONGEST_TAG: usize = 200;
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}');
    let mut rest = text;
    loop {
        let next = rest.strip_prefix(is_blank);
        // A line's end in JSON, a blank that does not break in HTML.
        let next =
            next.or_else(|| rest.strip_prefix("\\n")).or_else(|| rest.strip_prefix("&nbsp;"));
        if let Some(next) = next {
            rest = next;
        } else if let Some(tag) = rest.strip_prefix('<').and_then(|tag| tag.find('>'))
            && tag < LONGEST_TAG
        {
            tags.push_str(&rest[..tag + 2]);
            rest = &rest[tag + 2..];
        } else {
            return (rest.len() < text.len()).then_some(rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn withheld(names: &[&str]) -> WithheldNames {
        let mut withheld = WithheldNames::default();
        names.iter().for_each(|name| withheld.add(name, true));
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
            ("METTE KROGH og mette krogh", "[x] og [x]"),
            ("<b>Mette</b> Krogh", "<b>[x]</b>"),
            ("Mette <strong>Krogh</strong>,", "[x]<strong></strong>,"),
            ("Mette<br>Krogh", "[x]<br>"),
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
    fn names_of_others_that_hold_a_withheld_one_stay() {
        let mut names = withheld(&["Mette Krogh"]);
        names.add("Mette Krogh-Hansen", false);
        names.add("Anna Mette Krogh", false);
        let text = "Mette Krogh-Hansen, Anna Mette Krogh, Mette Krogh";
        let expected = "Mette Krogh-Hansen, Anna Mette Krogh, [x]";
        assert_eq!(names.replaced(text, "[x]").as_deref(), Some(expected));
        let names = withheld(&["’t Hooft Jan"]);
        assert_eq!(names.replaced("’t Hooft Jan", "[x]").as_deref(), Some("’[x]"));
    }

    #[test]
    fn the_longest_name_is_meant() {
        assert_replaced(&["Eva Holm", "Eva Holm Berg"], "Eva Holm Berg, Eva Holm", "[x], [x]");
    }
}
