//! No customer is recognised outside the company who did not agree.

use crate::base::{Code, Diagnostic, Finding};
use crate::data::answers::Said;
use crate::document::kinds::story::{Audience, Customer, Story};
use crate::document::{Facts, Kind};
use crate::site::{Hidden, Site};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for document in site.originals(Kind::Story) {
        let is_later = matches!(site.hidden.get(&document.name), Some(Hidden::Draft));
        let story = document.meta.story().filter(|_| !is_later);
        out.extend(story.and_then(|story| unasked(site, document, story)));
    }
}

fn unasked(site: &Site, document: &Facts, story: &Story) -> Option<Finding> {
    let reaches = match story.audience? {
        Audience::Internal => return None,
        Audience::Shareable => "may be retold outside the company",
        Audience::Public => "may be read by everybody",
    };
    let customer = story.customer.as_ref()?;
    let mentioned = customer.mentioned.as_ref().filter(|mentioned| mentioned.value)?;
    let missing = missing(site, story, customer)?;
    let message = format!("This story {reaches} and mentions a customer, but {missing}");
    Some(
        Diagnostic::new(Code::CustomerUnasked, document.anchor(mentioned.at), message)
            .hint(
                "Ask the customer, then write customer: {mentioned: yes, ok_by: who said yes, on: \
                 the day}",
            )
            .hint("Or keep it among colleagues: audience: internal"),
    )
}

/// What the file does not say of the customer's yes.
fn missing(site: &Site, story: &Story, customer: &Customer) -> Option<&'static str> {
    let who = customer.ok_by.as_deref().filter(|who| is_somebody(who));
    let who = who.filter(|who| !story.tellers().iter().any(|author| author.id == *who));
    let day = customer.on.filter(|day| *day <= site.options.today);
    match (who, day) {
        (Some(_), Some(_)) => None,
        (None, _) => Some("does not say who of them agreed"),
        (Some(_), None) => Some("does not say when they agreed"),
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
