//! The names that readers may not see. Where one still stands in running text, in front matter or
//! in `programme.toml`, readers see “[a colleague]”: in brackets, the usual sign that a word is not
//! the author's. Nobody has to find all sentences before a withdrawal takes effect.
//!
//! A name is found as it is written in the person's file, with at least two words, in every spelling
//! that looks the same to readers (`letters.rs`), and with plain letters for those with marks
//! (`Aase` for `Åse`). One word alone may be somebody else's: where it stands is only told
//! (`remaining`).

mod alone;
mod certain;
mod found;
mod of_files;
mod parts;
mod spaced;
mod written;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use of_files::FileNames;
use parts::Part;
pub(crate) use parts::Remaining;
use written::{called, initial, initials, mixed, spellings, with_short_prefix, words_of};

use super::letters::{compared, folded};
use super::withheld_contacts::{Marks, Whose, WithheldContacts};
use crate::document::Kind;
use crate::site::consent::{is_unclear, may_be_named};
use crate::site::name_words::{NameWords, plain, unmarked};
use crate::site::{Hidden, Site};

/// Every name, as it is compared, and where parts of withheld ones may still be read.
#[derive(Default)]
pub(crate) struct WithheldNames {
    /// Whether it is withheld; the others are names of somebody who may be named.
    names: Spellings,
    /// The same, the last name first: uncertain between other names.
    turned: Spellings,
    /// The same with initials for first names: uncertain in the same way.
    initials: Spellings,
    /// The same without blanks, for names that only tags hold apart.
    joined: Spellings,
    /// Names of people whose files cannot be read.
    of_files: FileNames,
    /// What a name may begin with: its first word, its first letter.
    first_words: HashSet<String>,
    first_letters: HashSet<char>,
    /// Signs in names that are no letters.
    signs: HashSet<char>,
    /// Words with which only withheld names begin. Where a text is cut behind them, the rest of a
    /// name is missing.
    beginnings: HashSet<String>,
    longest: usize,
    replaces: bool,
    parts: HashMap<String, Part>,
    in_addresses: NameWords,
    contacts: WithheldContacts,
}

/// Names in order, so that those which begin with some words stand together.
type Spellings = BTreeMap<String, bool>;

/// A name of more words has no other order and no initials: they would be too many.
const MOST_TURNED_WORDS: usize = 8;

impl WithheldNames {
    pub(crate) fn of(site: &Site) -> WithheldNames {
        let contacts = WithheldContacts::of(site);
        let mut names = WithheldNames { contacts, ..WithheldNames::default() };
        let people = || site.originals(Kind::Person).filter_map(|it| Some((it, it.meta.person()?)));
        if people().all(|(document, _)| site.entry(&document.name).is_some()) {
            return names;
        }
        let (shown, hidden): (Vec<_>, Vec<_>) =
            people().partition(|(document, _)| may_be_named(site, document.id()));
        for name in shown.iter().flat_map(|(_, person)| spellings(person)) {
            names.add(&name, false);
        }
        // What everybody reads above each page is no secret.
        for (_, person) in hidden.iter().filter(|(_, person)| site.has_title(&person.name)) {
            names.add(&person.name, false);
        }
        for (document, person) in &hidden {
            if is_unclear(site, document.id()) {
                names.add_of_file(&person.name);
            }
            for name in spellings(person) {
                // Two colleagues may have the same name.
                if name.contains(' ') && !names.names.contains_key(&compared(&name)) {
                    names.add(&name, true);
                }
            }
            let is_withdrawn = site.hidden.get(&document.name) == Some(&Hidden::Withdrawn)
                && !is_unclear(site, document.id());
            if !site.has_title(&person.name) {
                names.add_parts(&called(person), is_withdrawn);
            }
        }
        // Names with plain letters, where these are nobody's own name.
        let all = shown.iter().map(|it| (it, false)).chain(hidden.iter().map(|it| (it, true)));
        for ((_, person), is_withheld) in all {
            spellings(person).iter().for_each(|name| names.add_variants(name, is_withheld));
        }
        // A first and a last name alone, and the last one first.
        for ((_, person), is_withheld) in
            shown.iter().map(|it| (it, false)).chain(hidden.iter().map(|it| (it, true)))
        {
            names.add_shorter(&words_of(&called(person)), is_withheld);
        }
        for (_, person) in &shown {
            for word in words_of(&person.name) {
                if let Some(part) = names.parts.get_mut(&folded(word)) {
                    part.is_shared = true;
                }
            }
        }
        names.note_beginnings();
        names.in_addresses = NameWords::of(site);
        names
    }

    /// The same names as they stand in addresses and ids.
    pub(super) fn in_addresses(&self) -> &NameWords {
        &self.in_addresses
    }

    fn add(&mut self, name: &str, is_withheld: bool) {
        let name = compared(name);
        let blanks = name.replace('-', " ");
        for spelling in [&name, &blanks] {
            self.names.entry(spelling.clone()).or_insert(is_withheld);
            self.joined.entry(spelling.replace(' ', "")).or_insert(is_withheld);
        }
        self.note_signs(&name);
        self.replaces |= is_withheld;
    }

    /// The name in other letters, and with its prefix in short.
    fn add_variants(&mut self, name: &str, is_withheld: bool) {
        let variants = [plain(name), unmarked(name)].into_iter();
        for variant in variants.chain(mixed(name)).chain(with_short_prefix(name)) {
            if name.contains(' ') && !self.names.contains_key(&compared(&variant)) {
                self.add(&variant, is_withheld);
            }
        }
    }

    fn add_of_file(&mut self, name: &str) {
        self.of_files.add(name);
        self.first_letters.extend(self.of_files.first_letters());
        self.longest = self.longest.max(self.of_files.longest());
    }

    /// What tells where such a name may begin, and how far it may go.
    fn note_signs(&mut self, name: &str) {
        let is_of_word = |c: &char| c.is_alphanumeric() || !c.is_ascii();
        let first: String = name.chars().take_while(is_of_word).collect();
        self.first_letters.extend(first.chars().next());
        self.first_words.insert(first);
        self.signs.extend(name.chars().filter(|c| !c.is_alphanumeric()));
        // An initial may stand between.
        self.longest = self.longest.max(name.chars().count() + 3);
    }

    fn add_shorter(&mut self, words: &[&str], is_withheld: bool) {
        let [first, between @ .., last] = words else { return };
        for kept in without_some(between) {
            let short: Vec<&str> = [&[*first], kept.as_slice(), &[*last]].concat();
            let name = short.join(" ");
            if !self.names.contains_key(&compared(&name)) {
                self.add(&name, is_withheld);
            }
            self.add_variants(&name, is_withheld);
            self.add_orders(&short, is_withheld);
        }
        self.add_orders(words, is_withheld);
    }

    /// The last name first, and initials.
    fn add_orders(&mut self, words: &[&str], is_withheld: bool) {
        if words.len() > MOST_TURNED_WORDS {
            return;
        }
        for at in 1..words.len() {
            let (before, behind) = (words[..at].join(" "), words[at..].join(" "));
            // The last spelling is that of two columns of a list.
            let commas = [format!("{behind}, {before}"), format!("{before}, {behind}")];
            let short = with_short_prefix(&behind).into_iter();
            let short = short.map(|behind| format!("{behind}, {before}"));
            let turned = commas.into_iter().chain([format!("{behind} {before}")]);
            for turned in turned.chain(short) {
                for turned in [plain(&turned), unmarked(&turned), turned] {
                    self.add_turned(&compared(&turned), is_withheld);
                }
            }
            self.add_initials(&words[..at], &behind, is_withheld);
        }
    }

    fn add_turned(&mut self, name: &str, is_withheld: bool) {
        if self.names.contains_key(name) || self.turned.contains_key(name) {
            return;
        }
        self.note_signs(name);
        self.turned.insert(name.to_owned(), is_withheld);
    }

    /// `M. Krogh` and `Krogh, M.`, of several first names with the first initial or with all.
    fn add_initials(&mut self, first: &[&str], last: &str, is_withheld: bool) {
        let first_letters: Vec<String> = first.iter().filter_map(|word| initial(word)).collect();
        let Some(one) = first_letters.first() else { return };
        // Of `Anne-Marie`, `A` or `A-M`.
        let short: String = one.chars().take(1).collect();
        let mut befores = vec![short, one.clone(), first_letters.join(" ")];
        let letters: Vec<String> = initials(first).iter().map(char::to_string).collect();
        if letters.len() > 1 {
            // `J.W.`, `JW`, `J. W.`
            befores.extend([letters.join(".") + ".", letters.concat(), letters.join(" ")]);
        }
        let lasts = [last.to_owned(), plain(last), unmarked(last)];
        let lasts: Vec<String> = lasts.into_iter().chain(with_short_prefix(last)).collect();
        for before in befores {
            for last in &lasts {
                let name = compared(&format!("{before} {last}"));
                self.note_signs(&name);
                self.initials.entry(name).or_insert(is_withheld);
                self.add_turned(&compared(&format!("{last}, {before}")), is_withheld);
            }
        }
    }

    fn note_beginnings(&mut self) {
        let of = |withheld: bool| {
            let names = self.names.iter().filter(move |(_, is_withheld)| **is_withheld == withheld);
            names.flat_map(|(name, _)| name.match_indices(' ').map(|(at, _)| name[..at].to_owned()))
        };
        let others: HashSet<String> = of(false).collect();
        self.beginnings = of(true).filter(|words| !others.contains(words)).collect();
    }

    /// Numbers and addresses of those who are not to be called.
    pub(super) fn contacts(&self) -> &WithheldContacts {
        &self.contacts
    }

    /// Whether no name is replaced.
    pub(crate) fn is_empty(&self) -> bool {
        !self.replaces
    }

    /// The text with `instead` for each of the names; `None` if none is there. `instead` is written
    /// as that text needs it. Of a text with tags, nothing within a tag is a name. Every word of the
    /// text is looked up once, however many names there are.
    pub(super) fn replaced(&self, text: &str, marks: Marks, instead: &str) -> Option<String> {
        if !self.replaces {
            return None;
        }
        let (mut out, mut done) = (String::new(), 0);
        for (start, found) in self.found(text, marks).filter(|(_, found)| found.is_withheld) {
            out.push_str(&text[done..start]);
            out.push_str(instead);
            // Elements that begin or end within the name stay whole.
            out.push_str(&found.tags.kept(instead));
            done = start + found.length;
        }
        (done > 0).then(|| out + &text[done..])
    }

    /// Whether some words may be names and are not replaced.
    pub(crate) fn leaves_words(&self) -> bool {
        !self.parts.is_empty() || !self.contacts.is_empty()
    }

    /// Whose number stands in the path of an address.
    pub(crate) fn number_in_address(&self, address: &str) -> Option<&Whose> {
        self.contacts.within_address(address)
    }

    /// Numbers and addresses in a text of those who have left or take a break. They are not
    /// replaced.
    pub(crate) fn remaining_contacts(&self, text: &str) -> Vec<(Range<usize>, &Whose)> {
        self.contacts.remaining(text)
    }

    /// Where names, numbers and addresses stand in a text that readers may not see.
    pub(crate) fn withheld_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut all = self.whole(text);
        all.extend(self.contacts.withheld_in(text, &self.in_addresses));
        all
    }
}

/// Most words between the first and the last one of which each may be left out.
const MOST_LEFT_OUT: usize = 3;

/// The words between the first and the last name, as far as some of them are left out.
fn without_some<'a>(between: &[&'a str]) -> Vec<Vec<&'a str>> {
    let count = between.len();
    if count > MOST_LEFT_OUT {
        return vec![vec![]];
    }
    let is_kept = |which: usize, at: usize| which >> at & 1 == 1;
    let kept = |which: usize| (0..count).filter(move |at| is_kept(which, *at));
    (0..(1 << count) - 1).map(|which| kept(which).map(|at| between[at]).collect()).collect()
}

#[cfg(test)]
mod tests;
