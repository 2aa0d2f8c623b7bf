//! What keeps the name, number or email address of somebody who withdrew readable: the file of
//! another person has it as well, or the site its name as title. It may be a second file about the
//! same person, and then the withdrawal would have no effect. So it is with a no to pictures beside a
//! second file of the same name that says yes.

use std::collections::BTreeMap;

use crate::base::{Code, Diagnostic, Finding, Severity};
use crate::document::kinds::Person;
use crate::document::{Facts, Kind};
use crate::site::consent::{has_withdrawn, is_unclear, may_be_named};
use crate::site::name_core::core;
use crate::site::name_words::plain;
use crate::site::{Hidden, Site};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    // What a file with an error says of its person is told there.
    let people = || {
        let people = site.originals(Kind::Person).filter(|it| !is_unclear(site, it.id()));
        people.filter_map(|it| Some((it, it.meta.person()?)))
    };
    let withdrawn =
        people().filter(|(it, _)| site.hidden.get(&it.name) == Some(&Hidden::Withdrawn));
    let withdrawn: Vec<Reached> = withdrawn.map(Reached::of).collect();
    pictures(site, people().map(Reached::of), out);
    if withdrawn.is_empty() {
        return;
    }
    let shown = people().filter(|(it, _)| may_be_named(site, it.id()));
    let shown: Vec<Reached> = shown.map(Reached::of).collect();
    for other in &shown {
        let gone = withdrawn.iter().find(|gone| gone.may_be_named_like(other));
        out.extend(gone.map(|gone| told(gone, other, "name")));
    }
    for gone in &withdrawn {
        if site.has_title(&gone.person.name) {
            out.push(title(gone));
        }
        // A number or an address of several others is that of an office.
        type Contact = for<'r, 'p> fn(&'r Reached<'p>) -> &'r str;
        let contacts: [(&str, Contact); 2] =
            [("telephone number", |it| &it.phone), ("email address", |it| &it.mail)];
        for (what, contact) in contacts {
            let is_same =
                |other: &&Reached| !contact(gone).is_empty() && contact(other) == contact(gone);
            let mut same = shown.iter().filter(is_same);
            if let (Some(other), None) = (same.next(), same.next())
                && !gone.may_be_named_like(other)
            {
                out.push(told(gone, other, what));
            }
        }
    }
}

/// Files that say yes to pictures, beside one of the same name that says no.
fn pictures<'a>(site: &Site, people: impl Iterator<Item = Reached<'a>>, out: &mut Vec<Finding>) {
    // Of somebody who withdrew, more is told.
    let answered = people.filter_map(|it| {
        let photo = it.person.consent.as_ref()?.photo?;
        let mut name = it.words.clone();
        name.sort();
        (!has_withdrawn(it.person, &site.options)).then_some((name, photo, it))
    });
    let (yes, no): (Vec<_>, Vec<_>) = answered.partition(|(_, photo, _)| *photo);
    let no: BTreeMap<_, _> = no.into_iter().map(|(name, _, it)| (name, it)).collect();
    for (name, _, shown) in yes {
        let Some(refused) = no.get(&name) else { continue };
        let message = format!(
            "This file has the same name as {}, which says no to pictures, and this one says yes",
            refused.facts.path
        );
        let hint = format!(
            "If both files are about the same person, write photo: no under consent: in this file \
             as well, or remove one of the two. If {} is somebody else, leave it",
            shown.person.name
        );
        let told = Diagnostic::new(Code::UnreadConsent, shown.facts.top(), message);
        out.push(told.with_severity(Severity::Warning).hint(hint));
    }
}

/// A person, and how others name and reach them.
struct Reached<'a> {
    facts: &'a Facts,
    person: &'a Person,
    words: Vec<String>,
    /// The last digits, which are the same with and without the country.
    phone: String,
    mail: String,
}

impl<'a> Reached<'a> {
    fn of((facts, person): (&'a std::sync::Arc<Facts>, &'a Person)) -> Reached<'a> {
        const DIGITS: usize = 8;
        let name = core(&person.name).unwrap_or_else(|| person.name.clone());
        let contact = person.contact.as_ref();
        let phone = contact.and_then(|it| it.phone.as_deref()).unwrap_or_default();
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        Reached {
            facts,
            person,
            words: plain(&name).split(' ').map(str::to_owned).collect(),
            phone: digits[digits.len().saturating_sub(DIGITS)..].to_owned(),
            mail: contact
                .and_then(|it| it.mail.as_ref())
                .map(|it| it.0.to_lowercase())
                .unwrap_or_default(),
        }
    }

    /// Whether people may take one name for the other.
    fn may_be_named_like(&self, other: &Reached) -> bool {
        alike(&self.words, &other.words)
    }
}

/// Whether two names are those of one person: the same words in any order, or one name with words in
/// the middle or at the end that the other leaves out. Who is called otherwise by the first name is
/// somebody else: Anne Karen Kjær is not Karen Kjær.
fn alike(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let is_within = short.len() > 1 && short.iter().all(|word| long.contains(word));
    let (mut a, mut b) = (short.to_vec(), long.to_vec());
    a.sort();
    b.sort();
    let is_turned = || long.last() == short.first() && long.first() == short.get(1);
    a == b || (is_within && (short.first() == long.first() || is_turned()))
}

fn told(gone: &Reached, other: &Reached, what: &str) -> Finding {
    let same = match what == "name" && gone.words != other.words {
        true => "nearly the same",
        false => "the same",
    };
    let message = format!(
        "This file has {same} {what} as {}, whose consent is withdrawn, so readers still see the \
         {what}",
        gone.facts.path
    );
    Diagnostic::new(Code::NameRemains, other.facts.top(), message).hint(match what {
        "name" => format!(
            "If both files are about the same person, write status: withdrawn in this file as well, \
             or remove it. If {} is somebody else, leave it",
            other.person.name
        ),
        _ => format!(
            "If both files are about the same person, write status: withdrawn in this file as well, \
             or remove it. If {} is reached there too, leave it",
            other.person.name
        ),
    })
}

fn title(gone: &Reached) -> Finding {
    let message = format!(
        "{} is also the title of the site, so the name stays readable everywhere",
        gone.person.name
    );
    Diagnostic::new(Code::NameRemains, gone.facts.top(), message)
        .hint("Write another title in site.toml; or, if this is no person, remove this file")
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn a_name_is_taken_for_another_if_it_begins_with_the_same_one() {
        let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (one, other, is_alike) in [
            ("vera kjær", "vera kjær", true),
            ("vera kjær", "kjær vera", true),
            ("vera kjær", "vera maria kjær", true),
            ("vera maria kjær", "vera kjær", true),
            ("vera maria", "vera maria kjær", true),
            ("kjær vera", "vera maria kjær", true),
            ("vera", "vera", true),
            ("maria kjær", "vera maria kjær", false),
            ("vera kjær", "vera holm", false),
            ("vera", "vera kjær", false),
            ("vera kjær", "maria kjær", false),
        ] {
            assert_eq!(alike(&words(one), &words(other)), is_alike, "{one}, {other}");
        }
    }
}
