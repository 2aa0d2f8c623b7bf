//! Whether customers agreed that a story is told of them.

use super::Site;
use crate::data::answers::Said;
use crate::document::kinds::Story;
use crate::document::kinds::story::Customer;

/// What a story does not say of a customer's yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unsaid {
    Who,
    When,
}

/// What the file does not say of the yes of the customer in this story.
pub(crate) fn unsaid(site: &Site, story: &Story, customer: &Customer) -> Option<Unsaid> {
    let who = customer.ok_by.as_deref().filter(|who| is_somebody(who));
    let who = who.filter(|who| !story.tellers().iter().any(|author| author.id == *who));
    // Of a story that waits for its day, they may agree until then.
    let latest = story.date.map_or(site.options.today, |date| date.max(site.options.today));
    let day = customer.on.filter(|day| *day <= latest);
    match (who, day) {
        (Some(_), Some(_)) => None,
        (None, _) => Some(Unsaid::Who),
        (Some(_), None) => Some(Unsaid::When),
    }
}

/// Words that people write where nobody is known yet.
const NOBODY: &[&str] =
    &["nobody", "none", "n/a", "todo", "tbd", "unknown", "ingen", "ukendt", "niemand", "onbekend"];

fn is_somebody(who: &str) -> bool {
    let letters = who.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1
        && Said::of(who) != Some(Said::No)
        && !who.contains("[[")
        && !NOBODY.contains(&&*who.trim().to_lowercase())
}
