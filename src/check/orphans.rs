//! Pages that nothing leads to.

use std::collections::BTreeSet;

use crate::base::{Code, Diagnostic, Finding};
use crate::document::Kind;
use crate::site::Site;
use crate::site::pages::opens_folder;

/// Pages that everybody sees in the tree.
const FEW: usize = 12;

/// A reader who does not know that a page exists can find it only in the navigation tree.
/// Guidelines, questions and stories are found in their lists; other pages need a link. The tree of
/// a site of the first week has a few lines, which everybody sees.
pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    if !site.has_programme && site.of_kind(Kind::Page).count() <= FEW {
        return;
    }
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    let programme = &site.programme;
    let named = [
        programme.purpose.as_ref().and_then(|purpose| purpose.page.as_ref()),
        programme.may.as_ref().and_then(|may| may.page.as_ref()),
        programme.tell.as_ref().and_then(|tell| tell.page.as_ref()),
    ];
    let named = named.into_iter().flatten();
    reached.extend(named.map(|page| page.id.as_str()));
    reached.extend(site.reach.pages.iter().map(String::as_str));
    // Of a translation with another name, its name is told, and nothing that follows from it.
    let misnamed = super::misnamed_translations::targets(site);
    for entry in site.of_kind(Kind::Page) {
        if misnamed.contains_key(entry.original.path.as_str()) {
            continue;
        }
        let alone = !opens_folder(&entry.name) && !reached.contains(entry.name.as_str());
        // A page whose fields are wrong may become another one, or a story.
        if alone && entry.original.is_sound {
            out.push(
                Diagnostic::new(
                    Code::OrphanPage,
                    entry.original.top(),
                    "No page links to this page",
                )
                .hint("Add a link to it on a page where readers need it"),
            );
        }
    }
}
