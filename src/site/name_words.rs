//! Names of people inside addresses, names of files and ids: `mette-krogh`, `Mette_Krogh`,
//! `kroghMette`. There, no program can leave a name out without breaking what leads there.

use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Site;
use super::addresses::plain_slug;
use super::consent::may_be_named;
use super::name_core::core;
use crate::document::Kind;

/// The names that readers may not see, as they may stand in addresses.
#[derive(Default)]
pub(crate) struct NameWords {
    /// By their first word, the longest first.
    spellings: HashMap<String, Vec<Spelling>>,
    /// The names as they are written.
    withheld: Vec<String>,
}

struct Spelling {
    words: Vec<String>,
    /// Which of the withheld names it is; `None` for that of somebody who may be named.
    withheld: Option<usize>,
}

/// A withheld name in an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NameWithin<'a> {
    pub(crate) range: Range<usize>,
    pub(crate) name: &'a str,
    /// Counts the withheld names from 1.
    pub(crate) number: usize,
}

impl NameWords {
    pub(crate) fn of(site: &Site) -> NameWords {
        let mut names = NameWords::default();
        let people = || site.originals(Kind::Person).filter_map(|it| Some((it, it.meta.person()?)));
        if people().all(|(document, _)| site.entry(&document.name).is_some()) {
            return names;
        }
        let (shown, hidden): (Vec<_>, Vec<_>) =
            people().partition(|(document, _)| may_be_named(site, document.id()));
        if hidden.is_empty() {
            return names;
        }
        // Two colleagues may have the same name: who may be named comes first.
        for (_, person) in shown {
            names.add(&person.name, None);
            core(&person.name).iter().for_each(|name| names.add(name, None));
        }
        for (_, person) in hidden.iter().filter(|(_, person)| !site.has_title(&person.name)) {
            let core = core(&person.name);
            names.withheld.push(core.clone().unwrap_or_else(|| person.name.clone()));
            for name in std::iter::once(&person.name).chain(&core) {
                names.add(name, Some(names.withheld.len() - 1));
            }
        }
        names
    }

    /// Other words that readers may not see, mail addresses for example.
    pub(crate) fn withheld<'a>(all: impl Iterator<Item = &'a String>) -> NameWords {
        let mut names = NameWords::default();
        for words in all {
            names.withheld.push(words.clone());
            names.add(words, Some(names.withheld.len() - 1));
        }
        names
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.withheld.is_empty()
    }

    fn add(&mut self, name: &str, withheld: Option<usize>) {
        for spelled in [plain(name), unmarked(name)] {
            let words: Vec<String> = words(&spelled).into_iter().map(|(_, word)| word).collect();
            let Some((last, before)) = words.split_last() else { continue };
            let turned: Vec<String> = std::iter::once(last).chain(before).cloned().collect();
            for words in [vec![words.concat()], vec![turned.concat()], words, turned] {
                let same = self.spellings.entry(words[0].clone()).or_default();
                if !same.iter().any(|known| known.words == words) {
                    same.push(Spelling { words, withheld });
                    same.sort_by_key(|known| std::cmp::Reverse(known.words.len()));
                }
            }
        }
    }

    /// Whether a withheld name of several words is in an address. One word alone may be another name.
    pub(crate) fn has_whole(&self, address: &str) -> bool {
        self.within(address).iter().any(|it| it.name.trim().contains(' '))
    }

    /// The withheld names in an address, in order.
    pub(crate) fn within(&self, address: &str) -> Vec<NameWithin<'_>> {
        if self.is_empty() {
            return vec![];
        }
        let all = words(address);
        let mut found = vec![];
        let mut at = 0;
        while let Some((first, word)) = all.get(at) {
            let spellings = self.spellings.get(word).into_iter().flatten();
            let mut stands = spellings.filter_map(|it| Some((it, length(&all[at..], &it.words)?)));
            let Some((spelling, length)) = stands.next() else {
                at += 1;
                continue;
            };
            let (last, word) = &all[at + length - 1];
            // The s of a genitive is none of it.
            let is_genitive = spelling.words.last() != Some(word);
            let range = first.start..last.end - usize::from(is_genitive);
            found.extend(spelling.withheld.map(|which| NameWithin {
                range,
                name: &self.withheld[which],
                number: which + 1,
            }));
            at += length;
        }
        found
    }
}

/// Initials that may stand between two words of a name.
const MOST_INITIALS: usize = 3;

/// How many words the name is with which these begin: initials may stand between.
fn length(all: &[(Range<usize>, String)], name: &[String]) -> Option<usize> {
    let mut at = 0;
    for (n, word) in name.iter().enumerate() {
        let mut here = &all.get(at)?.1;
        let is_initial = |it: &str| it.len() == 1 && !it.starts_with(char::is_numeric);
        let most = at + MOST_INITIALS;
        while n > 0 && at < most && here != word && is_initial(here) {
            at += 1;
            here = &all.get(at)?.1;
        }
        // Of several words, the last one may be a genitive.
        let is_genitive = || n > 0 && n + 1 == name.len() && here.strip_suffix('s') == Some(word);
        if here != word && !is_genitive() {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// The words of an address with their places: a capital letter within a word begins another one,
/// and so does a digit.
fn words(address: &str) -> Vec<(Range<usize>, String)> {
    let mut words: Vec<(Range<usize>, String)> = vec![];
    let mut add = |range: Range<usize>| {
        let word = &address[range.clone()];
        let plain = match word.is_ascii() {
            true => word.to_ascii_lowercase(),
            false => plain_slug(word),
        };
        words.push((range, plain));
    };
    let is_of_word = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    let mut begun: Option<(usize, char)> = None;
    for (at, c) in address.char_indices() {
        let goes_on = begun.is_some_and(|(_, last)| {
            let is_new = c.is_uppercase() && last.is_lowercase();
            is_of_word(c) && !is_new && c.is_numeric() == last.is_numeric()
        });
        match begun {
            Some((start, _)) if goes_on => begun = Some((start, c)),
            _ => {
                if let Some((start, _)) = begun {
                    add(start..at);
                }
                begun = is_of_word(c).then_some((at, c));
            }
        }
    }
    if let Some((start, _)) = begun {
        add(start..address.len());
    }
    words
}

/// A name in plain letters, as addresses have it: `aase holm` for `Åse Holm`.
pub(crate) fn plain(name: &str) -> String {
    // In letters of which none has a plain one, nothing of it could stand in an address.
    let is_plain = |c: char| c.is_alphanumeric();
    let words = name.split_whitespace().filter(|word| word.contains(is_plain));
    words.map(plain_slug).collect::<Vec<_>>().join(" ")
}

/// A name in letters without their marks: `ase holm` for `Åse Holm`.
pub(crate) fn unmarked(name: &str) -> String {
    let mut plain = String::new();
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ø' => plain.push('o'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ß' => plain.push_str("ss"),
            'ð' | 'đ' => plain.push('d'),
            'ł' => plain.push('l'),
            'ı' => plain.push('i'),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn withheld(names: &[&str], shown: &[&str]) -> NameWords {
        let mut known = NameWords::default();
        shown.iter().for_each(|name| known.add(name, None));
        for (at, name) in names.iter().enumerate() {
            known.withheld.push((*name).to_owned());
            known.add(name, Some(at));
        }
        known
    }

    #[test]
    fn a_name_is_found_in_every_kind_of_address() {
        let names = withheld(&["Mette Krogh", "Åse Holm", "Birthe", "Anne-Marie O'Neil"], &[]);
        for (address, name) in [
            ("content/how-to/ask-mette-krogh.md", "Mette Krogh"),
            ("content/stories/Mette_Krogh.jpg", "Mette Krogh"),
            ("stories/MetteKrogh2.jpg", "Mette Krogh"),
            ("img/mettekrogh.jpg", "Mette Krogh"),
            ("krogh-mette", "Mette Krogh"),
            ("mailto:mette.krogh@sundbro.example", "Mette Krogh"),
            ("https://e.example/in/mette-krogh-1a2b", "Mette Krogh"),
            ("faq/aase-holm", "Åse Holm"),
            ("faq/ase-holm", "Åse Holm"),
            ("faq/Åse Holm", "Åse Holm"),
            ("content/A\u{30A}se holm.jpg", "Åse Holm"),
            ("ask-birthe", "Birthe"),
            ("anne-marie-oneil", "Anne-Marie O'Neil"),
            ("mette-j-krogh", "Mette Krogh"),
            ("mette-b-b-krogh", "Mette Krogh"),
            ("faq/mette-kroghs-pumpe", "Mette Krogh"),
        ] {
            let found: Vec<&str> = names.within(address).iter().map(|it| it.name).collect();
            assert_eq!(found, [name], "{address}");
        }
        for address in ["jette-krogh", "mette", "krogh/holm", "birthes-dag", ""] {
            assert_eq!(names.within(address), [], "{address}");
        }
    }

    #[test]
    fn the_name_of_somebody_else_stays() {
        let names = withheld(&["Mette Krogh"], &["Mette Krogh Hansen"]);
        assert_eq!(names.within("people/mette-krogh-hansen"), []);
        assert_eq!(names.within("mette-krogh-hat")[0].range, 0..11);
        assert!(withheld(&["Bo Lind"], &["Bo Lind"]).within("bo-lind").is_empty());
    }
}
