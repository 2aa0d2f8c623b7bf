//! Telephone numbers and mail addresses of colleagues who may not be called: of those whose name
//! readers may not see, they are replaced like the name; of those who have left or take a break,
//! they stay to be read, no link calls them, and a warning lists the places (`remaining`).
//!
//! What a colleague who can be called has as well, or `programme.toml` spells out where it says what a
//! role, a group or a room is, belongs to no one person: a switchboard, the number of a role. It stays.

mod extensions;
mod grouping;
mod links;
mod mails;
mod numbers;
mod shown;
mod words;

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use numbers::Number;
use shown::Shown;

pub(super) use super::letters::Marks;
use super::markup::markup;
use crate::config::{Programme, ProgrammeRole};
use crate::document::Kind;
use crate::document::kinds::person::{Contact, PersonStatus};
use crate::site::consent::may_be_named;
use crate::site::name_words::NameWords;
use crate::site::{Hidden, Site};

/// Why somebody is not to be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotCalled {
    /// Readers may not see the name either.
    Withheld,
    Left,
    Paused,
}

/// Somebody who is not to be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Whose {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) why: NotCalled,
}

/// How to reach those who are not to be called.
#[derive(Default)]
pub(crate) struct WithheldContacts {
    whose: Vec<Whose>,
    /// Digits of numbers, in every way in which they are dialled.
    numbers: HashMap<String, usize>,
    /// Digits of those without a country, as they stand behind the one of any country.
    of_any_country: HashMap<String, usize>,
    /// How those of few digits are grouped where they are known.
    short: HashMap<String, Vec<usize>>,
    /// Those within the company, behind a word that says so.
    extensions: HashMap<String, usize>,
    /// Mail addresses in small letters.
    mails: HashMap<String, usize>,
    /// The same as they stand in ids.
    mail_words: NameWords,
}

/// A number, an address or a name in one word, as it stands in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spelled {
    pub(super) range: Range<usize>,
    /// Tags within it that must stay.
    tags: String,
    /// Whose number or address it is; `None` for a name.
    pub(super) of: Option<usize>,
}

/// Numbers, as they are dialled, and mail addresses at which others can be reached.
#[derive(Default)]
struct Others {
    numbers: HashSet<String>,
    extensions: HashSet<String>,
    mails: HashSet<String>,
}

impl Others {
    /// What the programme spells out of a role, a group or a place is theirs. Of its numbers, only
    /// those of people who are not called make a difference. What somebody tries, what was promised and
    /// why nobody is asked is told of people, so how to reach them may stand there: that is nobody else's.
    fn add_those_of(
        &mut self,
        programme: &Programme,
        names: &NameWords,
        contacts: &WithheldContacts,
    ) {
        let goals = programme.goals.iter().flat_map(|it| [Some(&it.name), it.why.as_ref()]);
        // The number in the role of somebody who is not called is likely their own.
        let is_theirs = |role: &&ProgrammeRole| {
            let person = role.person.as_ref().map(|person| &person.id);
            contacts.whose.iter().any(|it| Some(&it.id) == person)
        };
        let roles = programme.roles.iter().filter(|role| !is_theirs(role));
        let external = roles.clone().filter_map(|it| it.external.as_deref());
        let roles = roles.flat_map(|it| [Some(&it.name), it.voice.as_ref(), it.what_for.as_ref()]);
        let groups =
            programme.handbook.iter().flat_map(|it| [Some(&it.name.value), it.voice.as_ref()]);
        let may = programme.may.iter().map(|it| it.text.as_ref());
        let purpose = programme.purpose.iter().map(|it| Some(&it.sentence));
        let places = programme.meetings.iter().map(|it| it.place.as_ref());
        let texts = goals.chain(roles).chain(groups).chain(may).chain(purpose).chain(places);
        let texts = texts.flatten().flat_map(|text| text.all()).chain(external);
        // Beside a name that readers may not see stands what is of that person.
        for text in texts.filter(|text| names.within(text).is_empty()) {
            for spelled in contacts.numbers_in(text, Marks::None) {
                self.numbers.extend(numbers::dialled(&text[spelled.range]));
            }
            Shown::each_line(text, Marks::None, |line| {
                for spelled in contacts.words_in(text, line, &NameWords::default()) {
                    self.mails.insert(text[spelled.range].to_lowercase());
                }
            });
        }
    }
}

impl WithheldContacts {
    pub(super) fn of(site: &Site) -> WithheldContacts {
        let mut others = Others::default();
        let mut not_called = vec![];
        for document in site.originals(Kind::Person) {
            let Some(person) = document.meta.person() else { continue };
            let Some(contact) = &person.contact else { continue };
            let why = match site.hidden.get(&document.name) {
                _ if !may_be_named(site, document.id()) => Some(NotCalled::Withheld),
                Some(Hidden::Paused) => Some(NotCalled::Paused),
                _ if person.status == Some(PersonStatus::Former) => Some(NotCalled::Left),
                _ => None,
            };
            match why {
                Some(why) => {
                    let (id, name) = (document.id().to_owned(), person.name.clone());
                    not_called.push((Whose { id, name, why }, contact));
                }
                None => {
                    let phones = contact.phone.iter();
                    others.extensions.extend(phones.flat_map(|it| extensions::extensions(it)));
                    others.numbers.extend(contact.phone.iter().flat_map(|it| numbers::dialled(it)));
                    others.mails.extend(contact.mail.iter().map(|mail| mail.0.to_lowercase()));
                }
            }
        }
        let all = WithheldContacts::without(&others, &not_called);
        if all.is_empty() {
            return all;
        }
        others.add_those_of(&site.programme, &NameWords::of(site), &all);
        WithheldContacts::without(&others, &not_called)
    }

    /// Those of these people, without what others have as well.
    fn without(others: &Others, people: &[(Whose, &Contact)]) -> WithheldContacts {
        let mut contacts = WithheldContacts::default();
        for (whose, contact) in people {
            let phone = contact.phone.as_deref().unwrap_or_default();
            let mail = contact.mail.as_ref().map(|mail| mail.0.as_str());
            contacts.add(whose.clone(), phone, mail, others);
        }
        contacts.mail_words = NameWords::withheld(contacts.mails.keys());
        contacts
    }

    fn add(&mut self, whose: Whose, phone: &str, mail: Option<&str>, others: &Others) {
        let which = self.whose.len();
        // That of somebody whom readers may not see is withheld, also where one who left has it.
        let first = |known: &mut usize, whose: &[Whose]| {
            if whose[*known].why != NotCalled::Withheld {
                *known = which;
            }
        };
        self.whose.push(whose);
        let numbers = numbers::numbers(phone).into_iter();
        let is_own = |number: &Number| number.dialled.iter().all(|it| !others.numbers.contains(it));
        for number in numbers.filter(is_own) {
            for dialled in number.dialled {
                if let Some(groups) = &number.short {
                    self.short.insert(dialled.clone(), groups.clone());
                }
                first(self.numbers.entry(dialled).or_insert(which), &self.whose);
            }
            if let Some(rest) = number.of_any_country {
                first(self.of_any_country.entry(rest).or_insert(which), &self.whose);
            }
        }
        let extensions = extensions::extensions(phone).into_iter();
        for extension in extensions.filter(|it| !others.extensions.contains(it)) {
            first(self.extensions.entry(extension).or_insert(which), &self.whose);
        }
        if let Some(mail) = mail.map(str::to_lowercase).filter(|it| !others.mails.contains(it)) {
            first(self.mails.entry(mail).or_insert(which), &self.whose);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.numbers.is_empty() && self.extensions.is_empty() && self.mails.is_empty()
    }

    pub(super) fn whose(&self, which: usize) -> &Whose {
        &self.whose[which]
    }

    fn is_withheld(&self, of: Option<usize>) -> bool {
        of.is_none_or(|which| self.whose[which].why == NotCalled::Withheld)
    }

    /// Numbers, addresses, and names in one word, in order; none overlaps the next.
    pub(super) fn spelled_in(&self, text: &str, names: &NameWords, marks: Marks) -> Vec<Spelled> {
        let mut all = self.numbers_in(text, marks);
        Shown::each_line(text, marks, |line| {
            all.extend(self.mails_in(text, line, names));
            all.extend(self.words_in(text, line, names));
        });
        all.sort_by_key(|it| (it.range.start, Reverse(it.range.end)));
        let mut end = 0;
        all.retain(|it| {
            let is_behind = it.range.start >= end;
            end = end.max(it.range.end);
            is_behind
        });
        all
    }

    /// The text with `instead` for each that readers may not see; `None` if none is there.
    pub(super) fn replaced(
        &self,
        text: &str,
        names: &NameWords,
        marks: Marks,
        instead: &str,
    ) -> Option<String> {
        if self.is_empty() && names.is_empty() {
            return None;
        }
        let (mut out, mut done) = (String::new(), 0);
        let all = self.spelled_in(text, names, marks);
        for spelled in all.into_iter().filter(|it| self.is_withheld(it.of)) {
            out.push_str(&text[done..spelled.range.start]);
            out.push_str(instead);
            out.push_str(&spelled.tags);
            done = spelled.range.end;
        }
        (done > 0).then(|| out + &text[done..])
    }

    /// Where those stand that are replaced.
    pub(super) fn withheld_in(&self, text: &str, names: &NameWords) -> Vec<Range<usize>> {
        let all = self.spelled_in(text, names, Marks::None).into_iter();
        all.filter(|it| self.is_withheld(it.of)).map(|it| it.range).collect()
    }

    /// Whether some are not replaced.
    pub(super) fn leaves_some(&self) -> bool {
        !self.is_empty() && self.whose.iter().any(|it| it.why != NotCalled::Withheld)
    }

    /// Where those stand that are not replaced.
    pub(super) fn remaining(&self, text: &str) -> Vec<(Range<usize>, &Whose)> {
        if !self.leaves_some() {
            return vec![];
        }
        let all = self.spelled_in(text, &NameWords::default(), Marks::None).into_iter();
        let all = all.filter(|it| !self.is_withheld(it.of));
        all.filter_map(|it| Some((it.range, &self.whose[it.of?]))).collect()
    }

    /// An id without the numbers and addresses in it.
    pub(super) fn nameless_id(&self, id: &str) -> Option<String> {
        let mails = self.mail_words.within(id).into_iter();
        let mails = mails.map(|found| {
            let which = self.mails.get(found.name).copied();
            Spelled { range: found.range, tags: String::new(), of: which }
        });
        let mut all: Vec<(Spelled, &str)> = mails.map(|it| (it, "mail")).collect();
        all.extend(self.numbers_in_id(id).into_iter().map(|it| (it, "number")));
        all.sort_by_key(|(it, _)| it.range.start);
        let (mut out, mut done) = (String::new(), 0);
        for (it, what) in all.into_iter().filter(|(it, _)| self.is_withheld(it.of)) {
            if it.range.start < done {
                continue;
            }
            out.push_str(&id[done..it.range.start]);
            out.push_str(&format!("{what}-{}", it.of.map_or(0, |which| which + 1)));
            done = it.range.end;
        }
        (done > 0).then(|| out + &id[done..])
    }
}

/// The length of the markup that a text begins with, if it has tags.
pub(super) fn tag_at(text: &str, marks: Marks) -> Option<usize> {
    (marks == Marks::Tags).then(|| markup(text)).flatten()
}

#[cfg(test)]
mod tests;
