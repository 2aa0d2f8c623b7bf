//! Nobody is named or shown against their will.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::pictured::is_told_at;
use crate::base::{Anchor, Code, Diagnostic, Finding};
use crate::data::fields::shortened;
use crate::data::types::{FileName, PersonName};
use crate::document::kinds::person::{Person, PersonStatus};
use crate::document::kinds::story::{Audience, Story};
use crate::document::{Facts, Kind};
use crate::due::consents::ends_soon;
use crate::site::consent::{
    Answer, ConsentEnd, answer, answer_in, begins, by_only_name, is_unclear, over, person,
};
use crate::site::{Hidden, Site, Unseen};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for document in site.originals(Kind::Person) {
        let Some(person) = document.meta.person() else { continue };
        out.extend(ends(site, document, person));
    }
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Story) {
        site.originals(*kind).for_each(|document| of_others(site, document, out));
    }
    let ids = OnceCell::new();
    for document in site.originals(Kind::Story) {
        let Some(story) = document.meta.story() else { continue };
        by_name_alone(|| ids.get_or_init(|| by_only_name(site)), document, story, out);
        match site.hidden.get(&document.name) {
            Some(Hidden::Withdrawn) => out.extend(author(site, document, story)),
            Some(Hidden::Names) => out.extend(names(site, document, story)),
            // A build for colleagues asks whether they may be shown to colleagues.
            Some(Hidden::Draft | Hidden::Paused | Hidden::Future | Hidden::Internal) => {}
            Some(Hidden::ConsentInternal) => out.push(public_author(site, document, story)),
            None => of_story(site, document, story, out),
        }
    }
}

/// If one author has withdrawn consent and that of another has only ended, the report names the
/// withdrawal.
fn author(site: &Site, document: &Facts, story: &Story) -> Option<Finding> {
    let authors = story.tellers().iter().filter(|id| !is_unclear(site, &id.id));
    let authors = authors.filter_map(|id| person(site, &id.id));
    let ends: Vec<ConsentEnd> = authors.filter_map(|known| over(known, &site.options)).collect();
    let diagnostic =
        |message: String| Diagnostic::new(Code::AuthorWithdrawn, document.top(), message);
    let lapsed = ends.iter().map(|end| match end {
        ConsentEnd::Lapsed(day) => Some(*day),
        ConsentEnd::TakenBack => None,
    });
    Some(match lapsed.min()? {
        Some(day) => {
            diagnostic(format!("This story is not shown: its author's consent ended on {day}"))
                .hint("Ask them, and write the new day in their file under consent: until:")
        }
        None if is_withdrawn(site, story) => {
            diagnostic("This story is not shown: its author has withdrawn consent".to_owned())
                .hint("Remove the file when you like: nothing of it is published")
        }
        None => {
            diagnostic("This story is not shown: its author does not agree to be named".to_owned())
                .hint(
                    "Keep this file, and ask them: if they agree, correct consent in their file in \
                 content/people/",
                )
        }
    })
}

/// Whether an author took consent back, with a day or as a state. A mere no to the name may be a slip, and
/// no reason to remove what somebody wrote.
fn is_withdrawn(site: &Site, story: &Story) -> bool {
    let mut authors = story.tellers().iter().filter_map(|id| person(site, &id.id));
    authors.any(|known| {
        known.status == Some(PersonStatus::Withdrawn)
            || known.consent.as_ref().is_some_and(|consent| consent.withdrawn.is_some())
    })
}

/// Said at each name.
fn names(site: &Site, document: &Facts, story: &Story) -> Vec<Finding> {
    let involved = story.people.iter().filter(|it| it.named != Some(false));
    let ended = involved
        .filter_map(|it| it.id.as_ref())
        .filter(|id| !is_unclear(site, &id.id))
        .filter_map(|id| Some((id, over(person(site, &id.id)?, &site.options)?)));
    let diagnostic = |(id, end): (&PersonName, ConsentEnd)| {
        let (why, hint) = match end {
            ConsentEnd::TakenBack => (
                "this person no longer agrees to be named".to_owned(),
                "Ask the author to tell the story without the name, and write named: no for this \
                 person",
            ),
            ConsentEnd::Lapsed(day) => (
                format!("this person's consent ended on {day}"),
                "Ask them, and write the new day in their file under consent: until:; or tell the \
                 story without the name, and write named: no for this person",
            ),
        };
        let span = document.anchor(id.at);
        let message = format!("This story is not shown: {why}");
        Diagnostic::new(Code::PersonWithdrawn, span, message).hint(hint)
    };
    ended.map(diagnostic).collect()
}

/// Somebody who has a file, and whom a story calls by the name alone: what they agreed to is not looked
/// at then. `ids` are those of people by their names.
fn by_name_alone<'a>(
    ids: impl Fn() -> &'a HashMap<String, &'a str>,
    document: &Facts,
    story: &Story,
    out: &mut Vec<Finding>,
) {
    let alone = story.people.iter().filter(|it| it.id.is_none()).filter_map(|it| it.name.as_ref());
    out.extend(alone.filter_map(|name| {
        let id = ids().get(&name.value.trim().to_lowercase())?;
        let message = format!(
            "“{}” has a file in content/people/ that this story does not name, so what they agreed to \
             there does not count here",
            shortened(name.value.trim())
        );
        let told = Diagnostic::new(Code::UnreadConsent, document.anchor(name.at), message);
        Some(told.hint(format!("Write id: {id} in place of the name")))
    }));
}

fn ends(site: &Site, document: &Facts, person: &Person) -> Option<Finding> {
    let (until, days) = ends_soon(site, person)?;
    let left = match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    };
    let message = format!(
        "The consent of {} ends {left}, on {until}; after that day their stories and photos are no \
         longer shown",
        person.name
    );
    let told = Diagnostic::new(Code::ConsentEnds, document.named("consent.until"), message);
    Some(told.hint("Ask them, and write the new day under consent: until:"))
}

fn public_author(site: &Site, document: &Facts, story: &Story) -> Finding {
    let authors = story.tellers().iter().filter_map(|id| person(site, &id.id));
    let days = authors.filter_map(|known| begins(known, &site.options));
    if let Some(day) = days.max() {
        let message = format!("This story is not shown: its author agreed to it from {day} on");
        return Diagnostic::new(Code::PublicWithoutConsent, document.top(), message).hint(
            "Correct the day in their file under consent: given:, or wait until it has come",
        );
    }
    Diagnostic::new(
        Code::PublicWithoutConsent,
        document.named("audience"),
        "This story is not shown: it is public, but its author agreed to be seen by colleagues only",
    )
    .hint("Ask the author; if they agree, write scope: public under consent: in their file")
}

fn of_story(site: &Site, document: &Facts, story: &Story, out: &mut Vec<Finding>) {
    for photo in &story.photos {
        let why = unseen(site, document, &photo.file);
        let diagnostic = out.len();
        let answers = photo.shows.iter().map(|id| (id, answer_in(site, story, &id.id)));
        for (id, answer) in answers {
            let Some(known) = person(site, &id.id).filter(|_| !is_unclear(site, &id.id)) else {
                continue;
            };
            let span = document.anchor(id.at);
            match answer {
                Answer::Yes => {}
                Answer::No => out.push(taken_down(site, span, known)),
                // The picture is taken down because of somebody else. So nobody need be asked about
                // it, and the build need not wait for an answer.
                Answer::Unasked if why == Some(Unseen::TakenDown) => {}
                Answer::Unasked => out.push(unasked(span, known, site, story)),
            }
        }
        let is_nameless = photo.faces == Some(true) && photo.shows.is_empty();
        if is_nameless && !site.is_public() {
            out.push(nameless(document.anchor(photo.file.at)));
        }
        // The yes of somebody whose file is elsewhere is not known: that is told at the file.
        let is_elsewhere = photo.shows.iter().any(|id| is_unclear(site, &id.id));
        if out.len() == diagnostic && !is_elsewhere && !(is_nameless && site.is_public()) {
            out.extend(said_elsewhere(site, document, &photo.file, why));
        }
    }
}

/// Why readers may not see a picture that front matter names.
fn unseen(site: &Site, document: &Facts, file: &FileName) -> Option<Unseen> {
    site.unseen.get(&document.path.join(&file.id)?).copied()
}

/// Reports a picture that is not shown because of what another text says of it or of a copy of it.
fn said_elsewhere(
    site: &Site,
    document: &Facts,
    file: &FileName,
    why: Option<Unseen>,
) -> Option<Finding> {
    if is_told_at(site, document, file.at) {
        return None;
    }
    let span = document.anchor(file.at);
    Some(match why? {
        Unseen::TakenDown => Diagnostic::new(
            Code::PhotoTakenDown,
            span,
            "This picture is not shown: somebody who is named with it, or with a copy of it, does \
             not agree to be shown",
        )
        .hint("Remove the picture when you like: nothing of it is published"),
        Unseen::Withheld => Diagnostic::new(
            Code::FaceWithoutConsent,
            span,
            "This picture, or a copy of it, shows somebody whose consent is not written down",
        )
        .hint(
            "Ask them, name them under shows:, and write their yes in their file under consent:; \
             or remove the picture",
        ),
    })
}

/// The pictures that texts name which are no stories: somebody's own, and all others.
fn of_others(site: &Site, document: &Facts, out: &mut Vec<Finding>) {
    if site.entry(&document.name).is_none() {
        return;
    }
    let said = document.meta.person().map(|person| answer(person, &site.options));
    let begins_later = document.meta.person().is_some_and(|person| {
        let is_yes = person.consent.as_ref().is_some_and(|it| it.photo == Some(true));
        is_yes && begins(person, &site.options).is_some()
    });
    document.meta.common().visit_files(&mut |picture| match said {
        // That its day is still to come is told of the file.
        Some(Answer::Unasked) if begins_later => {}
        Some(Answer::Unasked) if !site.is_public() => {
            let span = document.anchor(picture.file.at);
            let message = "This portrait is not shown: this file does not say that the person \
                           agreed to it";
            out.push(
                Diagnostic::new(Code::PortraitWithoutConsent, span, message)
                    .hint("Ask them, and write their yes here: consent: {photo: yes}"),
            );
        }
        Some(Answer::Unasked | Answer::No) => {}
        // As a copy of somebody else's.
        Some(Answer::Yes) | None => {
            let unseen = unseen(site, document, picture.file);
            out.extend(said_elsewhere(site, document, picture.file, unseen));
        }
    });
}

fn taken_down(site: &Site, span: Anchor, known: &Person) -> Finding {
    if let Some(ConsentEnd::Lapsed(day)) = over(known, &site.options) {
        let message = format!(
            "The consent of {} ended on {day}; readers see a note instead of this photo",
            known.name
        );
        return Diagnostic::new(Code::PhotoTakenDown, span, message).hint(
            "Ask them, and write the new day in their file under consent: until:; or remove the \
             photo",
        );
    }
    let message = format!(
        "{} does not agree to be shown here; readers see a note instead of this photo",
        known.name
    );
    Diagnostic::new(Code::PhotoTakenDown, span, message)
        .hint("Remove the photo when you like: nothing of it is published")
}

fn unasked(span: Anchor, known: &Person, site: &Site, story: &Story) -> Finding {
    let audience = match story.audience.unwrap_or_default() {
        Audience::Public => "everybody",
        Audience::Internal | Audience::Shareable => "colleagues",
    };
    let yes = match site.is_public() {
        true => "consent: {photo: yes, name: yes, scope: public}",
        false => "consent: {photo: yes}",
    };
    if let Some(day) = begins(known, &site.options) {
        let message =
            format!("{} agrees to be shown from {day} on, as their file says", known.name);
        return Diagnostic::new(Code::FaceWithoutConsent, span, message).hint(
            "Correct the day in their file under consent: given:; or give the story a date from \
             that day on; or remove the photo",
        );
    }
    let message = format!("No file says that {} agreed to be shown to {audience}", known.name);
    Diagnostic::new(Code::FaceWithoutConsent, span, message).hint(format!(
        "Ask {}, and write the yes in their file: {yes}; or remove the photo",
        known.name
    ))
}

fn nameless(span: Anchor) -> Finding {
    Diagnostic::new(
        Code::FaceWithoutName,
        span,
        "This photo shows faces and names nobody, so the people in it cannot withdraw their consent",
    )
    .example("Name them, as in shows: [mette-krogh]; or write faces: no if nobody can be recognised")
}
