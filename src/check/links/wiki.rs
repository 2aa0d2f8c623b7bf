//! Links of a wiki, `[[Page]]`, which readers see as they are typed: how each is written here.

use super::{ENOUGH, LinkFinding, Missing};
use crate::base::{Code, Diagnostic, Note};
use crate::data::fields::shortened;
use crate::document::{Facts, Kind};
use crate::site::Site;
use crate::site::links::{Broken, as_destination, relative};

const BY_PATH: &str = "Write its words alone, or link to a file by its path from this one, as in \
                       [words](../faq/bad-spelling.md)";

pub(super) fn links<'a>(document: &'a Facts, out: &mut Vec<LinkFinding<'a>>) {
    for (link, at) in document.wiki_links().take(ENOUGH) {
        let message = format!(
            "“{}” is a link of a wiki (Obsidian, GitHub), so readers see it as it is typed",
            shortened(&link.typed)
        );
        let diagnostic = Diagnostic::new(Code::OtherTool, document.anchor(at), message);
        let missing = Missing {
            from: document,
            destination: &link.destination,
            remedy: Note::example(BY_PATH),
            words: Some(&link.words),
        };
        out.push(LinkFinding { diagnostic, missing: Some(missing) });
    }
}

/// How it is written as a link to the page that is meant, or to the one that is called nearly so.
pub(super) fn link(site: &Site, from: &Facts, destination: &str, words: &str) -> Option<String> {
    let (path, place) = destination.split_once('#').unwrap_or((destination, ""));
    let is_there = !matches!(site.resolve(from, path), Err(Broken::Missing | Broken::Leaves));
    let near = match is_there {
        true => path.to_owned(),
        false => match site.suggestion(from, path) {
            Some(near) => near,
            None => return person(site, from, words),
        },
    };
    let whole = format!("{near}#{place}");
    let address = match !place.is_empty() && site.resolve(from, &whole).is_ok() {
        true => whole,
        false => near.clone(),
    };
    let link = format!("[{}]({})", shortened(words), as_destination(address));
    let name = |path: &str| path.rsplit('/').next().map(str::to_owned);
    Some(match name(&near) == name(path) {
        true => format!("Write it as a link: {link}"),
        false => format!("Did you mean {link}?"),
    })
}

/// The link to the only colleague who has this first or last name.
fn person(site: &Site, from: &Facts, words: &str) -> Option<String> {
    let wanted = words.trim().to_lowercase();
    let mut found = site.originals(Kind::Person).filter(|one| {
        let name = one.meta.common().name().unwrap_or_default().to_lowercase();
        name.split_whitespace().any(|part| part == wanted)
            && site.entry(&format!("people/{}", one.id())).is_some()
    });
    let one = found.next()?;
    let address = as_destination(relative(from.path.as_str(), one.path.as_str()));
    let words = shortened(words);
    found.next().is_none().then(|| {
        format!("Write {words} alone; or, if it shall lead to that colleague: [{words}]({address})")
    })
}
