//! No customer is recognised outside the company, and none is quoted anywhere, who did not agree.

use crate::base::{Anchor, Code, Diagnostic, Finding};
use crate::document::kinds::story::{Audience, Customer, Story};
use crate::document::{Facts, Kind};
use crate::site::customers::{Unsaid, unsaid};
use crate::site::{Hidden, Site};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for document in site.originals(Kind::Story) {
        let is_later = matches!(site.hidden.get(&document.name), Some(Hidden::Draft));
        let story = document.meta.story().filter(|_| !is_later);
        out.extend(story.and_then(|story| unasked(site, document, story)));
    }
}

fn unasked(site: &Site, document: &Facts, story: &Story) -> Option<Finding> {
    let customer = story.customer.as_ref()?;
    let missing = match unsaid(site, story, customer)? {
        Unsaid::Who => "does not say who of them agreed",
        Unsaid::When => "does not say when they agreed",
    };
    let (place, reason) = quoted(document, customer).or_else(|| mentioned(document, story))?;
    let message = format!("This story {reason}, but {missing}");
    let remedy = match customer.says {
        Some(_) => "Or leave their words out: remove says",
        None => "Or keep it among colleagues: audience: internal",
    };
    Some(
        Diagnostic::new(Code::CustomerUnasked, place, message)
            .hint(
                "Ask the customer, then write customer: {mentioned: yes, ok_by: who said yes, on: \
                 the day}",
            )
            .hint(remedy),
    )
}

/// Words that somebody said to a colleague are theirs, inside the company, too.
fn quoted(document: &Facts, customer: &Customer) -> Option<(Anchor, &'static str)> {
    let says = customer.says.as_ref()?;
    Some((document.anchor(says.at), "has the words of a customer"))
}

fn mentioned(document: &Facts, story: &Story) -> Option<(Anchor, &'static str)> {
    let reason = match story.audience? {
        Audience::Internal => return None,
        Audience::Shareable => "may be retold outside the company and mentions a customer",
        Audience::Public => "may be read by everybody and mentions a customer",
    };
    let mentioned = story.customer.as_ref()?.mentioned.as_ref();
    let mentioned = mentioned.filter(|mentioned| mentioned.value)?;
    Some((document.anchor(mentioned.at), reason))
}
