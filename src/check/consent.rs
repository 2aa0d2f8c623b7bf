//! Nobody is named or shown against their will.

use super::Check;
use crate::base::Diagnostic;
use crate::document::kinds::person::Person;
use crate::document::kinds::story::{Audience, Story};
use crate::document::{Document, Kind};
use crate::site::visibility::{has_withdrawn, may_be_pictured};
use crate::site::{Hidden, Site};

pub const CHECK: Check = Check {
    codes: &[
        ("person-withdrawn", "a story names somebody who has taken consent back"),
        ("author-withdrawn", "a story is not shown because its author has taken consent back"),
        ("face-without-consent", "a photo shows somebody who has not agreed to be shown"),
        (
            "public-without-consent",
            "a public story is told by somebody who agreed to be seen by colleagues only",
        ),
    ],
    run,
};

fn run(site: &Site, out: &mut Vec<Diagnostic>) {
    for document in site.originals(Kind::Story) {
        let crate::document::Meta::Story(story) = &document.meta else { continue };
        match site.hidden.get(&document.name) {
            Some(Hidden::Withdrawn) => out.push(
                Diagnostic::warning(
                    "author-withdrawn",
                    document.top(),
                    "This story is not shown: its author has taken consent back",
                )
                .hint("Take the file away when you are ready; nothing of it is published"),
            ),
            // A build for colleagues asks whether they may be shown to colleagues.
            Some(Hidden::Draft | Hidden::Paused | Hidden::Future | Hidden::Internal) => {}
            Some(Hidden::ConsentInternal) => out.push(public_author(document)),
            None => of_story(site, document, story, out),
        }
    }
}

fn public_author(document: &Document) -> Diagnostic {
    Diagnostic::warning(
        "public-without-consent",
        document.top(),
        "This story is public, but its author agreed to be seen by colleagues only; it is left out",
    )
    .hint("Ask the author; if they agree, set consent: scope: public in their file")
}

fn of_story(site: &Site, document: &Document, story: &Story, out: &mut Vec<Diagnostic>) {
    for involved in &story.people {
        let Some(id) = &involved.id else { continue };
        if involved.named != Some(false)
            && person(site, &id.id).is_some_and(|known| has_withdrawn(known, &site.settings))
        {
            out.push(
                Diagnostic::error(
                    "person-withdrawn",
                    document.span(id.range.clone()),
                    "This person has taken back their consent to be named",
                )
                .hint("Ask the author to tell it without the name, or pause the story: status: paused"),
            );
        }
    }
    for photo in &story.photos {
        for id in &photo.shows {
            let Some(known) = person(site, &id.id) else { continue };
            if !may_be_pictured(known, &site.settings) {
                out.push(without_consent(document, known, id, site, story));
            }
        }
    }
}

fn without_consent(
    document: &Document,
    known: &Person,
    id: &crate::data::types::PersonName,
    site: &Site,
    story: &Story,
) -> Diagnostic {
    let span = document.span(id.range.clone());
    let withdrawn = has_withdrawn(known, &site.settings)
        || known.consent.as_ref().is_some_and(|consent| consent.photo == Some(false));
    let audience = match story.audience.unwrap_or_default() {
        Audience::Public => "everybody",
        Audience::Internal | Audience::Shareable => "colleagues",
    };
    let message = match withdrawn {
        true => format!("{} does not want to be shown; the photo is left out", known.name),
        false => format!("We cannot see that {} agreed to be shown to {audience}", known.name),
    };
    let yes = match site.is_public() {
        true => "consent: {photo: yes, name: yes, scope: public}",
        false => "consent: {photo: yes}",
    };
    Diagnostic::error("face-without-consent", span, message).hint(format!(
        "Ask {}, and note the yes in their file: {yes}; or take the photo away",
        known.name
    ))
}

/// A person's file, shown or not.
fn person<'a>(site: &'a Site, id: &str) -> Option<&'a Person> {
    let path = crate::base::SourcePath::new(&format!("content/people/{id}.md"))?;
    match &site.documents.get(&path)?.meta {
        crate::document::Meta::Person(person) => Some(person),
        _ => None,
    }
}
