//! Addresses in which a name stands that readers may not see. A program cannot rename files, and
//! what leads elsewhere it cannot alter.

use crate::base::percent;
use crate::base::{Anchor, Code, Diagnostic, Finding};
use crate::document::kinds::metadata::Name;
use crate::document::markdown::LinkKind;
use crate::document::{Facts, Kind};
use crate::site::Site;
use crate::site::media::shown;
use crate::site::name_words::NameWords;

/// Each place once: a text at its file, a picture or paper at its own, aliases and links where they
/// are written.
pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    let names = NameWords::of(site);
    if names.is_empty() {
        return;
    }
    for entry in site.entries.values() {
        let facts = &entry.original;
        // A colleague's own file has the name of that colleague.
        if facts.kind != Kind::Person {
            out.extend(told(&names, &facts.name, Anchor::file(facts.path.clone()), PAGE));
        }
        for alias in facts.meta.common().aliases() {
            out.extend(told(&names, &alias.value, facts.anchor(alias.at), ALIAS));
        }
        facts.meta.common().visit_names(&mut |name| {
            let (value, at, remedy) = match name {
                Name::Place(place) => (&place.value, place.at, PLACE),
                Name::Team(team) => (&team.id, team.at, TEAM),
                _ => return,
            };
            let is_whole = names.has_whole(value);
            out.extend(is_whole.then(|| told(&names, value, facts.anchor(at), remedy)).flatten());
        });
        let texts = std::iter::once(facts).chain(entry.translations.values());
        texts.for_each(|text| links(&names, text, out));
    }
    programme(site, &names, out);
    let mut last = None;
    for (path, _) in shown(site) {
        // One file may be shown in two sizes.
        if last.as_ref() != Some(&path) {
            let name = path.as_str().trim_start_matches("content/");
            out.extend(told(&names, name, Anchor::file(path.clone()), FILE));
        }
        last = Some(path);
    }
}

/// Pages that stand for no file: their addresses come from ids and names in `programme.toml`, and so do
/// the ids of events in calendars.
fn programme(site: &Site, names: &NameWords, out: &mut Vec<Finding>) {
    if site.is_public() {
        return;
    }
    let place = |at| Anchor { path: site.programme_path.clone(), at };
    for goal in &site.programme.goals {
        out.extend(told(names, &goal.id.value, place(goal.id.at), GOAL));
    }
    for meeting in &site.programme.meetings {
        let at = meeting.address_at();
        out.extend(told(names, &meeting.address_part(site.default_language()), place(at), MEETING));
    }
}

/// Links that leave the site. Where others lead is told at the file itself.
fn links(names: &NameWords, text: &Facts, out: &mut Vec<Finding>) {
    let outside = |kind: LinkKind| matches!(kind, LinkKind::External | LinkKind::Mail);
    for (link, at) in text.links().filter(|(link, _)| outside(link.kind)) {
        let address = percent::decoded_lossy(&link.destination);
        let remedy = if names.has_whole(&address) { LINK_WITHHELD } else { LINK };
        out.extend(told(names, &address, text.anchor(at), remedy));
    }
}

/// What has the name in it, and what helps.
type Remedy = (&'static str, &'static str);

const PAGE: Remedy = (
    "The address of this page",
    "Rename the file or its folder, and correct the links to it; leave out the old address under \
     aliases, for it has the name as well",
);
const ALIAS: Remedy = ("This old address", "Remove it: what it leads to stays where it is");
const PLACE: Remedy = ("This place", NO_LIST);
const TEAM: Remedy = ("This team", NO_LIST);
const NO_LIST: &str =
    "Write another one: readers see “a colleague” here, and no list of its stories";
const GOAL: Remedy = (
    "The address of this goal",
    "Give it an id without the name, and write that where stories name the goal",
);
const MEETING: Remedy =
    ("The address of this meeting", "Give it an id without the name: id = \"story-half-hour\"");
const FILE: Remedy = (
    "The address of this picture or paper",
    "Rename the file or its folder, and write the new name where the old one stands",
);
const LINK: Remedy = ("The address of this link", "Remove the link, or name another address");
/// With a name of several words: one word alone may be another name.
const LINK_WITHHELD: Remedy = (
    "The address of this link",
    "Remove the link, or name another address: readers get its words without it",
);

fn told(names: &NameWords, address: &str, place: Anchor, remedy: Remedy) -> Option<Finding> {
    let found = names.within(address).into_iter().next()?;
    let (what, hint) = remedy;
    let message = format!("{what} has a name in it that readers may not see: {}", found.name);
    Some(Diagnostic::new(Code::NameInAddress, place, message).hint(hint))
}
