//! `brand-stops.toml`: names in it that are nobody's, and stories that there are not.

use super::known::{Known, new_person};
use crate::base::{Anchor, At, Code, Diagnostic, Finding};
use crate::data::fields::shortened;
use crate::site::Site;
use crate::site::addresses::brand_stops_path;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    let Some(stops) = site.stops.as_deref().filter(|_| !site.is_public()) else { return };
    let at = |at: At| Anchor { path: brand_stops_path(), at };
    let known = Known::of(site);
    for stop in &stops.stops {
        if let Some(by) = &stop.by {
            let name = format!("people/{}", by.id);
            let is_there = site.entry(&name).is_some() || site.hidden.contains_key(&name);
            if !is_there && !site.is_flawed(&name) {
                let message = format!("There is no person called “{}”", shortened(&by.id));
                let hint = match known.person(&by.id, true) {
                    Some(near) => format!("Did you mean “{near}”?"),
                    None => new_person(&by.id),
                };
                out.push(Diagnostic::new(Code::UnknownPerson, at(by.at), message).hint(hint));
            }
        }
        if let Some(story) = &stop.story {
            let is_there = site.entry(&story.id).is_some() || site.hidden.contains_key(&story.id);
            // One that was taken down may be gone.
            if !is_there && !site.is_flawed(&story.id) {
                let message = format!("There is no story “{}”", shortened(&story.id));
                out.push(
                    Diagnostic::new(Code::UnknownPage, at(story.at), message)
                        .hint("Name a file in content/stories/; if it is gone, remove this line"),
                );
            }
        }
    }
}
