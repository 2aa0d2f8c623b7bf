//! Whom a story names that others outside the company may see, somebody asked.

use crate::base::{At, Code, Diagnostic, Finding};
use crate::data::fields::shortened;
use crate::document::kinds::story::{Audience, Involved, Story};
use crate::document::{Facts, Kind};
use crate::site::consent::{agreed_to_all, begins, has_withdrawn, is_unclear, person};
use crate::site::{Hidden, Site};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for document in site.originals(Kind::Story) {
        let is_later = matches!(site.hidden.get(&document.name), Some(Hidden::Draft));
        let Some(story) = document.meta.story().filter(|_| !is_later) else { continue };
        let people = story.people.iter();
        out.extend(people.filter_map(|it| unasked(site, document, story, it)));
    }
}

fn unasked(site: &Site, document: &Facts, story: &Story, involved: &Involved) -> Option<Finding> {
    let audience = story.audience?;
    let reaches = match audience {
        Audience::Internal => return None,
        Audience::Shareable => "may be retold outside the company",
        Audience::Public => "may be read by everybody",
    };
    // That a day is still to come is told of the day.
    let is_asked = involved.asked.is_some();
    let (at, who, own_file) = named(site, involved).filter(|_| !is_asked)?;
    if let Some(id) = &involved.id {
        let is_teller = story.tellers().iter().any(|author| author.id == id.id);
        if is_teller || is_unclear(site, &id.id) || has_agreed(site, &id.id, audience) {
            return None;
        }
    }
    let message =
        format!("This story {reaches} and names {who}, but does not say when they were asked");
    Some(
        Diagnostic::new(Code::PersonUnasked, document.anchor(at), message)
            .hint(format!(
                "Ask them, and write the day here, as in asked: {today}{own_file}",
                today = site.options.today
            ))
            .hint(
                "Or keep it among colleagues, audience: internal; or write named: no, and leave the \
                 name out of the text",
            ),
    )
}

/// Whom the story names here, and what may be written in their own file.
fn named(site: &Site, involved: &Involved) -> Option<(At, String, &'static str)> {
    match (&involved.id, &involved.name) {
        (Some(id), _) if involved.named != Some(false) => {
            let known = person(site, &id.id)?;
            let own = ", or their yes in their own file: consent: {name: yes, scope: public}";
            Some((id.at, known.name.clone(), own))
        }
        // A description names nobody.
        (None, Some(name)) if involved.named == Some(true) => {
            Some((name.at, format!("“{}”", shortened(name.value.trim())), ""))
        }
        _ => None,
    }
}

/// Whether their own file says that these readers may read their name.
fn has_agreed(site: &Site, id: &str, audience: Audience) -> bool {
    let Some(person) = person(site, id) else { return false };
    let said = person.consent.as_ref().and_then(|consent| consent.name);
    let is_known = said == Some(true) && begins(person, &site.options).is_none();
    let agreed = match audience {
        Audience::Public => agreed_to_all(person, &site.options),
        Audience::Shareable | Audience::Internal => is_known,
    };
    // What they took back is told elsewhere.
    agreed || has_withdrawn(person, &site.options)
}
