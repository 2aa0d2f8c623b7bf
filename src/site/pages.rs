//! Pages by the addresses that links of other tools give them: `roles/`, `/roles/driver`,
//! `../driver.html`, an old address.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Site;
use super::addresses::{alias_path, page_path};
use crate::base::SourcePath;
use crate::document::Facts;

/// The names of texts by address, made when the first link asks: links that name files do not.
#[derive(Debug, Default)]
pub(super) struct PagesByAddress(OnceLock<HashMap<String, String>>);

impl PagesByAddress {
    /// The name of the page that a link in `from` means by its address.
    pub(super) fn page(&self, site: &Site, from: &Facts, path: &str) -> Option<String> {
        let pages = self.0.get_or_init(|| pages(site));
        let beside = from.path.join(path);
        // In tools that give each page a folder, links begin in that folder.
        let inside = || {
            let is_relative = !path.starts_with('/') && !opens_folder(&from.name);
            let within = format!("content/{}/page.md", from.name);
            SourcePath::new(&within).filter(|_| is_relative)?.join(path)
        };
        let page = |file: SourcePath| {
            let address = file.as_str().strip_prefix("content/")?;
            let found = pages.get(&key(address));
            let found = found.or_else(|| pages.get(&key(&page_path(without_ending(address)))));
            // As a browser shows it in another language: `/da/permission.html`.
            let in_language = || pages.get(&key(without_language(site, address)?));
            found.or_else(in_language).cloned()
        };
        beside.and_then(page).or_else(|| page(inside()?))
    }
}

/// Whether the page of this name is what its folder shows.
pub(crate) fn opens_folder(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    last == "index" || last.eq_ignore_ascii_case("readme")
}

fn pages(site: &Site) -> HashMap<String, String> {
    let names =
        || site.entries.keys().map(|name| &**name).chain(site.hidden.keys().map(|name| &**name));
    let mut pages: HashMap<String, String> = HashMap::new();
    let mut add = |address: &str, name: &str| {
        pages.entry(key(address)).or_insert_with(|| name.to_owned());
    };
    // What comes first, counts.
    for name in names() {
        add(name, name);
    }
    for name in names() {
        add(&page_path(name), name);
    }
    for name in names().filter(|name| opens_folder(name)) {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        add(folder, name);
        add(&page_path(folder), name);
    }
    for entry in site.entries.values() {
        let aliases = entry.original.meta.common().aliases();
        for path in aliases.iter().filter_map(|alias| alias_path(&alias.value)) {
            add(&path, &entry.name);
        }
    }
    pages
}

/// The same for all ways to write an address: `Roles/`, `roles`, `roles.html`, `roles/index.html`.
fn key(address: &str) -> String {
    let address = without_ending(address.trim_matches('/'));
    let folder = address.strip_suffix("/index").or_else(|| address.strip_suffix("/_index"));
    folder.unwrap_or(address).to_lowercase()
}

/// An address without the folder of the language in which somebody read the page.
pub(super) fn without_language<'a>(site: &Site, address: &'a str) -> Option<&'a str> {
    let (code, rest) = address.split_once('/')?;
    let others = || site.config.languages.iter().filter(|it| *it != site.default_language());
    others().any(|it| it == code).then_some(rest)
}

fn without_ending(address: &str) -> &str {
    let (path, ending) = address.rsplit_once('.').unwrap_or((address, ""));
    let is_page = ["html", "htm"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    if is_page { path } else { address }
}
