//! `site.toml` and `programme.toml`: what the programme cannot do without.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::char::is_combining_mark;

use super::known::{Known, new_person, without_number};
use super::links::ENOUGH;
use super::meetings;
use super::programme_pages;
use crate::base::{Anchor, At, Code, Diagnostic, Finding, Severity, SourcePath, gap};
use crate::data::fields::shortened;
use crate::data::{Anchored, Localized};
use crate::document::Kind;
use crate::due::programme::{self, PauseDue, RoleState};
use crate::site::Site;
use crate::site::addresses::plain_slug;
use crate::site::spelling::same_to_people;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    if site.facts.is_empty() {
        out.push(
            // Publishing it would remove everything from the published site.
            Diagnostic::new(
                Code::ContentEmpty,
                site_file(site),
                "There are no pages in content/ yet",
            )
            .hint(
                "Begin with content/permission.md, or make a site that has texts to begin with: \
                 storywall init FOLDER",
            ),
        );
        return;
    }
    let lacks_address = is_read(site, &site.config.path) && site.config.file.base_url.is_none();
    if lacks_address && site.base_url().is_none() && !site.stories.is_empty() {
        out.push(
            Diagnostic::new(
                Code::NoBaseUrl,
                site_file(site),
                "The address of the site is missing, so its feeds cannot link to stories",
            )
            .hint("Add base_url = \"https://…/\" with the address at which the site is published"),
        );
    }
    // The content of a file that cannot be read is not known.
    if site.is_public() || site.flawed.contains(&site.programme_path) {
        return;
    }
    if !site.has_programme {
        // One with nearly its name is the cause, and reported.
        let is_nearly_there = super::unread::likely_programme(site).is_some();
        out.extend((!is_nearly_there).then(|| no_programme(site)));
    } else if is_read(site, &site.programme_path) {
        purpose(site, out);
    }
    let known = Known::of(site);
    programme_pages::run(site, &known, out);
    people(site, &known, out);
    roles(site, out);
    due(site, out);
    ids(site, out);
    meetings::run(site, out);
    names(site, out);
}

/// Whether all of a file could be read, so that it lacks what is not found in it.
fn is_read(site: &Site, path: &SourcePath) -> bool {
    !site.flawed.contains(path) && !site.misread.contains(path)
}

/// A site of the first week: one piece of advice, at a file that is there.
fn no_programme(site: &Site) -> Finding {
    Diagnostic::new(
        Code::NoPurpose,
        site_file(site),
        "This site does not say yet what it is for, and whom colleagues can ask",
    )
    .with_severity(Severity::Advice)
    .hint(
        "When you know it, make the file content/programme.toml with [purpose] and sentence = \
         \"…\", and [may] with contact = \"…\", the name of a file in content/people/",
    )
}

fn purpose(site: &Site, out: &mut Vec<Finding>) {
    if site.programme.purpose.is_none() {
        out.push(
            Diagnostic::new(
                Code::NoPurpose,
                file(site),
                "The programme does not say what it is for",
            )
            .hint("Add [purpose] with sentence = \"…\": what all of this is for, in one sentence"),
        );
    }
    if site.programme.may.as_ref().and_then(|may| may.contact.as_ref()).is_none() {
        out.push(
            Diagnostic::new(
                Code::NoHelper,
                file(site),
                "The programme names nobody whom colleagues can ask",
            )
            .example(match site.of_kind(Kind::Person).next() {
                Some(_) => "Add [may] with page = \"permission.md\" and contact = \"anna-bech\"",
                None => {
                    "Write a file for somebody whom they can ask, such as \
                     content/people/anna-bech.md, and add [may] with contact = \"anna-bech\""
                }
            }),
        );
    }
}

fn people<'a>(site: &'a Site, known: &Known<'a>, out: &mut Vec<Finding>) {
    for name in site.programme.people() {
        let file_name = format!("people/{}", name.id);
        // Somebody who may not be seen has a file: `successors` tells it.
        let is_hidden = site.hidden.contains_key(&file_name);
        if is_hidden || site.is_flawed(&file_name) || site.person(&name.id).is_some() {
            continue;
        }
        let span = Anchor { at: name.at, ..file(site) };
        if let Some(gap) = gap::begins(&name.id) {
            out.push(gap::in_field(span, &name.id[gap.words]));
            continue;
        }
        let message = format!("There is no person called “{}”", shortened(&name.id));
        let is_worth_it = out.len() < ENOUGH;
        // `Anna Bech, 44 12`: one person is wanted here, so what follows is a remark.
        let first = without_number(name.id.split([',', ';']).next().unwrap_or_default());
        let near = known.before_remark(&name.id, is_worth_it);
        let near = near.or_else(|| known.person(&name.id, is_worth_it));
        let near = near.or_else(|| known.by_telephone(site, &name.id));
        let near = near.or_else(|| known.person(first, is_worth_it));
        let hint = match near {
            Some(near) => format!("Did you mean “{near}”?"),
            None => new_person(&name.id),
        };
        out.push(Diagnostic::new(Code::UnknownPerson, span, message).hint(hint));
    }
}

fn roles(site: &Site, out: &mut Vec<Finding>) {
    for role in &site.programme.roles {
        if let (Some(person), Some(external)) = (&role.person, &role.external) {
            let span = Anchor { at: person.at, ..file(site) };
            let message = format!(
                "The role “{}” has a colleague and somebody from outside: only “{}” counts",
                role.name.get(site.default_language(), site.default_language()),
                shortened(&person.id)
            );
            out.push(Diagnostic::new(Code::NamedTwice, span, message).hint(format!(
                "Remove one of the two lines: person = \"{}\" or external = \"{}\"",
                shortened(&person.id),
                shortened(external)
            )));
        }
        let name = role.name.get(site.default_language(), site.default_language());
        let (at, state) = programme::role_state(site, role);
        let (message, hint) = match state {
            RoleState::Over(_) => (
                format!("The role “{name}” has ended"),
                "Ask who takes it over, and write their name and the new days in \
                 content/programme.toml",
            ),
            RoleState::Nobody => (
                format!("Nobody has the role “{name}”"),
                "Ask who takes it over, and write their name there; or write vacant = true, and \
                 readers are asked",
            ),
            RoleState::Held(_) | RoleState::Free => continue,
        };
        let span = Anchor { at, ..file(site) };
        out.push(Diagnostic::new(Code::RoleEnded, span, message).hint(hint));
    }
}

/// Promises and a roadmap that should be looked at again.
fn due(site: &Site, out: &mut Vec<Finding>) {
    let today = site.options.today;
    let language = site.default_language();
    let mut tell = |at: At, message: String, hint: &str| {
        let place = Anchor { at, ..file(site) };
        out.push(
            Diagnostic::new(Code::ProgrammeDue, place, message)
                .with_severity(Severity::Advice)
                .hint(hint),
        );
    };
    for (at, _, promise) in programme::unchecked_promises(site) {
        let text = shortened(promise.text.get(language, language));
        tell(
            at,
            format!("Nobody has looked for over four months whether “{text}” is kept"),
            "Ask who answers for it, write whether it is kept, and the day in checked",
        );
    }
    pause(site, &mut tell);
    if let Some((at, next)) = programme::roadmap_review(site).filter(|(_, next)| *next < today) {
        tell(
            at,
            format!("The roadmap was to be looked at again on {next}"),
            "Look at it with those who made it, and write the next day in next_review",
        );
    }
}

/// A pause that ends soon, has ended, or does not say until when it is.
fn pause(site: &Site, tell: &mut impl FnMut(At, String, &str)) {
    match programme::pause(site) {
        Some((at, PauseDue::Open)) => tell(
            at,
            "The programme is paused, and no day says until when".to_owned(),
            "Write until = with the last day of the pause",
        ),
        Some((at, PauseDue::Ended(day))) => tell(
            at,
            format!("The pause ended on {day}: colleagues are asked for stories again"),
            "Write a later day, if it is too early; else remove [status]",
        ),
        Some((at, PauseDue::Ends(day))) => tell(
            at,
            format!("The pause ends on {day}: then colleagues are asked for stories again"),
            "Look whether what had to be put right is; if it is not, write a later day",
        ),
        None => {}
    }
}

fn ids(site: &Site, out: &mut Vec<Finding>) {
    let programme = &site.programme;
    let lists: [(&str, Vec<&Anchored<String>>); 5] = [
        ("meetings", programme.meetings.iter().filter_map(|meeting| meeting.id.as_ref()).collect()),
        ("goals", programme.goals.iter().map(|goal| &goal.id).collect()),
        ("roles", programme.roles.iter().map(|role| &role.id).collect()),
        ("teams", programme.teams.iter().map(|team| &team.id).collect()),
        ("places", programme.places.iter().map(|place| &place.id).collect()),
    ];
    let at = |id: &Anchored<String>| Anchor { at: id.at, ..file(site) };
    for (what, ids) in lists {
        // One that is missing was told when the file was read.
        let written = ids.into_iter().filter(|id| !id.value.is_empty());
        let (plain, odd): (Vec<_>, Vec<_>) = written.partition(|id| is_plain(&id.value));
        let mut taken: BTreeSet<String> = plain.iter().map(|id| plain_slug(&id.value)).collect();
        out.extend(odd.into_iter().map(|id| {
            let message = format!("“{}” cannot be an id", shortened(&id.value));
            Diagnostic::new(Code::BadId, at(id), message).hint(format!(
                "Use letters, digits and hyphens, as in id = \"{}\"; write what readers see under \
                 name",
                free_id(&id.value, &mut taken)
            ))
        }));
        let mut ids: Vec<(String, &Anchored<String>)> =
            plain.into_iter().map(|id| (plain_slug(&id.value), id)).collect();
        ids.sort_by(|a, b| (&a.0, a.1.at).cmp(&(&b.0, b.1.at)));
        // Those of meetings are told with what is made of their names.
        let is_told =
            |pair: &&[(String, &Anchored<String>)]| what != "meetings" && pair[0].0 == pair[1].0;
        for pair in ids.windows(2).filter(is_told) {
            let (first, second) = (pair[0].1, pair[1].1);
            let id = shortened(&second.value);
            let message = match first.value == second.value {
                true => format!("Two {what} are called “{id}”"),
                false => format!(
                    "The {what} “{}” and “{id}” would have the same address",
                    shortened(&first.value)
                ),
            };
            out.push(
                Diagnostic::new(Code::IdTwice, at(second), message)
                    .hint("Give one of them another id")
                    .place(at(first), "the other one"),
            );
        }
    }
}

/// An id that no other has or gets offered: `c-sharp` for C#, `c-plus-plus` for C++.
fn free_id(written: &str, taken: &mut BTreeSet<String>) -> String {
    let spelled = plain_slug(&written.replace('#', " sharp").replace('+', " plus"));
    let numbered = (2..).map(|number| format!("{spelled}-{number}"));
    let mut all = std::iter::once(spelled.clone()).chain(numbered);
    let id = all.find(|id| !taken.contains(id)).unwrap_or(spelled);
    taken.insert(id.clone());
    id
}

/// Goals, roles, teams, places and groups of the handbook that readers cannot tell apart.
fn names(site: &Site, out: &mut Vec<Finding>) {
    let programme = &site.programme;
    type Named<'a> = (&'a Localized, At);
    let lists: [(&str, Vec<Named<'_>>); 5] = [
        ("goals", programme.goals.iter().map(|it| (&it.name, it.id.at)).collect()),
        ("roles", programme.roles.iter().map(|it| (&it.name, it.id.at)).collect()),
        ("teams", programme.teams.iter().map(|it| (&it.name, it.id.at)).collect()),
        ("places", programme.places.iter().map(|it| (&it.name, it.id.at)).collect()),
        ("groups", programme.handbook.iter().map(|it| (&it.name.value, it.name.at)).collect()),
    ];
    let language = site.default_language();
    for (what, named) in lists {
        let mut seen: BTreeMap<String, At> = BTreeMap::new();
        for (name, at) in named {
            let name = name.get(language, language);
            let common = same_to_people(name);
            if common.is_empty() {
                continue;
            }
            let Some(first) = seen.get(&common) else {
                seen.insert(common, at);
                continue;
            };
            let place = |at| Anchor { at, ..file(site) };
            let message = format!("Two {what} have the name “{}”", shortened(name));
            out.push(
                Diagnostic::new(Code::NamedTwice, place(at), message)
                    .hint("Give one of them another name, or remove it")
                    .place(place(*first), "the other one"),
            );
        }
    }
}

/// Letters and digits of any language, and hyphens between: what can stand in an address.
pub(super) fn is_plain(id: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    id.starts_with(char::is_alphanumeric)
        && id.chars().all(|c| is_letter(c) || matches!(c, '-' | '_'))
}

fn file(site: &Site) -> Anchor {
    Anchor::file(site.programme_path.clone())
}

fn site_file(site: &Site) -> Anchor {
    Anchor::file(site.config.path.clone())
}
