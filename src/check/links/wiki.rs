//! Links of a wiki, `[[Page]]`, which readers see as they are typed: how each is written here.

use super::{ENOUGH, LinkFinding, Missing};
use crate::base::{Code, Diagnostic, Note};
use crate::data::fields::shortened;
use crate::document::Facts;
use crate::site::Site;
use crate::site::links::{Broken, as_destination};

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
        false => site.suggestion(from, path)?,
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
