//! Telephone numbers in what colleagues tell: everybody may know those that stand in the handbook, in
//! the settings or in a colleague's own file. Any other may be somebody's own.

use std::collections::BTreeSet;

use crate::base::identity::phones::Number;
use crate::base::{Code, Diagnostic, Finding};
use crate::document::Kind;
use crate::document::facts::Phones;
use crate::document::kinds::Story;
use crate::site::Site;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    // Whose file cannot be read may have written it there.
    if site.flawed.iter().any(|path| path.as_str().starts_with("content/people/")) {
        return;
    }
    if site.facts.values().all(|facts| facts.told_phones().next().is_none()) {
        return;
    }
    let all: BTreeSet<&Number> = known(site, |_| true).collect();
    // In an anonymous story, the number of a colleague may be that of its author.
    let shared: BTreeSet<&Number> = known(site, |kind| kind != Kind::Person).collect();
    for facts in site.facts.values() {
        let is_anonymous = facts.meta.story().is_some_and(Story::is_anonymous);
        let may_stand = if is_anonymous { &shared } else { &all };
        let unknown = facts.told_phones().filter(|(number, ..)| !may_stand.contains(number));
        out.extend(unknown.filter_map(|(number, allowance, at)| {
            let (message, hint) = match all.contains(number) {
                true => (
                    "This story is anonymous, and this is the telephone number of a colleague",
                    "Remove it: readers may take it for that of whoever tells the story",
                ),
                false => (
                    "This telephone number stands nowhere else in the handbook, so it may be private",
                    "Remove it, or write whom to call at work; if it is the company's, write it into a \
                     page of the handbook or into the file of whoever answers it",
                ),
            };
            let told = Diagnostic::new(Code::PrivatePhone, facts.anchor(at), message);
            allowance.told(told.hint(hint))
        }));
    }
}

/// The numbers that everybody may know: those in the settings, and in texts of these kinds.
fn known(site: &Site, is_meant: impl Fn(Kind) -> bool) -> impl Iterator<Item = &Number> {
    let texts = site.facts.values().filter(move |facts| is_meant(facts.kind));
    let of_texts = texts.filter_map(|facts| match &facts.phones {
        Phones::Known(numbers) => Some(numbers),
        Phones::Told(_) => None,
    });
    of_texts.chain([&site.settings_phones]).flatten()
}
