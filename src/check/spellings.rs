//! Places and teams that are written in several ways: taken for one, and told.

use std::collections::BTreeMap;

use crate::base::character::is_formatting;
use crate::base::{Anchor, Code, Diagnostic, Finding, composed};
use crate::data::fields::shortened;
use crate::document::kinds::metadata::Name;
use crate::site::Site;
use crate::site::spelling::{most_used, odd_space, same_to_people};

/// Where each spelling of a name stands.
type Spellings = BTreeMap<String, Vec<Anchor>>;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    let mut all: BTreeMap<(&str, String), Spellings> = BTreeMap::new();
    for document in site.facts.values() {
        document.meta.common().visit_names(&mut |name| {
            let (what, written, at) = match name {
                Name::Place(place) => ("place", place.value.trim(), place.at),
                Name::Team(team) => ("team", team.id.trim(), team.at),
                _ => return,
            };
            // One that the programme lists has its spelling from there; a team that it does not
            // list, while it lists teams, is told as unknown.
            let is_listed = match what {
                "place" => site.known_place(written).is_some(),
                _ => !site.programme.teams.is_empty(),
            };
            if what == "place" {
                out.extend(other_than_listed(site, written, document.anchor(at)));
            }
            if written.is_empty() || is_listed {
                return;
            }
            let spellings = all.entry((what, same_to_people(written))).or_default();
            spellings.entry(written.to_owned()).or_default().push(document.anchor(at));
        });
    }
    for ((what, _), spellings) in all.into_iter().filter(|(_, spellings)| spellings.len() > 1) {
        told(what, &spellings, out);
    }
}

/// A place that the programme lists, spelled otherwise than there.
fn other_than_listed(site: &Site, written: &str, place: Anchor) -> Option<Finding> {
    let known = site.known_place(written)?;
    if known.id.value == written || known.name.all().any(|name| name == written) {
        return None;
    }
    let default = site.default_language();
    let name = shortened(known.name.get(default, default));
    let message = format!(
        "The place “{}” is written “{name}” in content/programme.toml; both are taken for one",
        shortened(written)
    );
    let finding = Diagnostic::new(Code::TwoSpellings, place, message);
    Some(finding.hint(format!("Write “{name}” here, too")))
}

fn told(what: &str, spellings: &Spellings, out: &mut Vec<Finding>) {
    let counts = spellings.iter().map(|(written, places)| (&**written, places.len()));
    let Some(usual) = most_used(counts) else { return };
    // Whoever types it again gets composed letters, however many have the others.
    let usual = spellings.keys().find(|it| **it == composed(usual)).map_or(usual, |it| &**it);
    let others = spellings.iter().filter(|(written, _)| *written != usual);
    for (written, places) in others {
        if let Some(c) = written.chars().find(|c| is_formatting(*c) && !usual.contains(*c)) {
            out.extend(places.iter().map(|place| {
                let message = format!(
                    "There is an invisible character in the name of this {what}: U+{:04X}",
                    u32::from(c)
                );
                Diagnostic::new(Code::TwoSpellings, place.clone(), message)
                    .hint(format!("Delete it: write “{}” again", shortened(usual)))
            }));
            continue;
        }
        if let Some(odd) = odd_space(written).filter(|_| odd_space(usual).is_none()) {
            let (written, usual) = (shortened(written), shortened(usual));
            out.extend(places.iter().map(|place| {
                let message = format!(
                    "“{written}” has {odd}, and is also written “{usual}”; both are taken for one"
                );
                Diagnostic::new(Code::TwoSpellings, place.clone(), message)
                    .hint(format!("Type it again, with single ordinary spaces: {usual}"))
            }));
            continue;
        }
        let looks_the_same = composed(written) == composed(usual);
        let (written, usual) = (shortened(written), shortened(usual));
        let (message, hint) = match looks_the_same {
            true => (
                format!(
                    "The {what} “{written}” is typed in two ways that look the same; both are taken \
                     for one"
                ),
                format!("Delete it here and type it again: {usual}"),
            ),
            false => (
                format!("The {what} “{written}” is also written “{usual}”; both are taken for one"),
                format!("Write “{usual}” everywhere"),
            ),
        };
        out.extend(places.iter().map(|place| {
            Diagnostic::new(Code::TwoSpellings, place.clone(), message.clone()).hint(hint.clone())
        }));
    }
}
