//! The pages that `programme.toml` names: those that are not there, and groups of the handbook that
//! list one twice or none.

use std::collections::BTreeMap;

use super::known::Known;
use super::links::ENOUGH;
use crate::base::{Anchor, At, Code, Diagnostic, Finding};
use crate::data::fields::shortened;
use crate::data::types::PageName;
use crate::document::kinds::table::Section;
use crate::site::Site;

pub(super) fn run<'a>(site: &'a Site, known: &Known<'a>, out: &mut Vec<Finding>) {
    missing(site, known, out);
    of_other_kinds(site, out);
    twice(site, out);
    empty_groups(site, out);
}

fn grouped(site: &Site) -> impl Iterator<Item = &PageName> {
    site.programme.handbook.iter().flat_map(|group| &group.pages)
}

fn missing<'a>(site: &'a Site, known: &Known<'a>, out: &mut Vec<Finding>) {
    let programme = &site.programme;
    let pages: [Option<&PageName>; 3] = [
        programme.purpose.as_ref().and_then(|purpose| purpose.page.as_ref()),
        programme.may.as_ref().and_then(|may| may.page.as_ref()),
        programme.tell.as_ref().and_then(|tell| tell.page.as_ref()),
    ];
    // A group may name a page that is not shown now: it is listed when it is.
    let is_hidden = |page: &&PageName| site.hidden.contains_key(&page.id);
    let shown = grouped(site).filter(|page| !is_hidden(page));
    for page in pages.into_iter().flatten().chain(shown) {
        let name = page.id.as_str();
        if site.entry(name).is_some() || site.is_flawed(name) {
            continue;
        }
        let diagnostic = Diagnostic::new(Code::UnknownPage, at(site, page.at), no_page(site, name));
        out.push(match remedy(site, known, name, out.len() < ENOUGH) {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic.example("Name a file in content/, such as permission.md"),
        });
    }
}

fn no_page(site: &Site, name: &str) -> String {
    let folder = name.trim_end_matches('/');
    let is_folder = || site.facts.values().any(|it| is_in(&it.name, folder));
    if !folder.is_empty() && (name.ends_with('/') || is_folder()) {
        return format!("“{}/” is a folder, not a page", shortened(folder));
    }
    // What is no name of a file is shown as it was written.
    let is_name = !name.contains(|c: char| c.is_whitespace() || matches!(c, '#' | '?' | '.'));
    match is_name {
        true => format!("There is no page “{}.md”", shortened(name)),
        false => format!("There is no page “{}”", shortened(name)),
    }
}

fn is_in(name: &str, folder: &str) -> bool {
    name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

fn remedy<'a>(site: &'a Site, known: &Known<'a>, name: &str, is_worth_it: bool) -> Option<String> {
    let translation = site.facts.values().find(|it| it.is_translation() && it.name == name);
    if let Some(translation) = translation {
        let path = translation.path.as_str();
        return Some(format!("There is only the translation {path}: add content/{name}.md"));
    }
    let near = known.page(site, name, is_worth_it)?;
    Some(format!("Did you mean “{near}.md”?"))
}

fn of_other_kinds(site: &Site, out: &mut Vec<Finding>) {
    for page in grouped(site) {
        let entry = site.entry(&page.id);
        let section = entry.map(|entry| entry.original.kind.row().section);
        if section.is_some_and(|section| section != Section::Handbook) {
            let message = format!("“{}” is no page of the handbook", shortened(&page.id));
            out.push(
                Diagnostic::new(Code::UnknownPage, at(site, page.at), message)
                    .example("Name a page or a guideline, such as permission.md"),
            );
        }
    }
}

/// Pages that the handbook would list twice.
fn twice(site: &Site, out: &mut Vec<Finding>) {
    let mut seen: BTreeMap<&str, (usize, At)> = BTreeMap::new();
    for (group, pages) in site.programme.handbook.iter().map(|group| &group.pages).enumerate() {
        for page in pages {
            let Some((first_group, first)) = seen.get(&*page.id) else {
                seen.insert(&page.id, (group, page.at));
                continue;
            };
            let name = shortened(&page.id);
            let message = match *first_group == group {
                true => format!("This group lists the page “{name}.md” twice"),
                false => format!("Two groups of the handbook list the page “{name}.md”"),
            };
            out.push(
                Diagnostic::new(Code::NamedTwice, at(site, page.at), message)
                    .hint("Remove it from one of the two places")
                    .place(at(site, *first), "the other one"),
            );
        }
    }
}

/// Groups without a page, which readers do not see. Of a file that could not be read whole, it is not
/// known what is missing.
fn empty_groups(site: &Site, out: &mut Vec<Finding>) {
    if site.misread.contains(&site.programme_path) {
        return;
    }
    for group in site.programme.handbook.iter().filter(|group| group.pages.is_empty()) {
        let language = site.default_language();
        let name = shortened(group.name.value.get(language, language));
        let message = format!("The group “{name}” lists no pages, so readers do not see it");
        out.push(
            Diagnostic::new(Code::EmptyField, at(site, group.name.at), message)
                .with_severity(crate::base::Severity::Warning)
                .example("Add pages = [\"permission.md\"] with its pages, or remove the group"),
        );
    }
}

fn at(site: &Site, at: At) -> Anchor {
    Anchor { path: site.programme_path.clone(), at }
}
