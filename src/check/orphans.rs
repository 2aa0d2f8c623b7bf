//! Pages that nothing leads to.

use std::collections::BTreeSet;

use super::Check;
use crate::base::Diagnostic;
use crate::document::Kind;
use crate::site::Site;
use crate::site::links::Target;

pub const CHECK: Check =
    Check { codes: &[("orphan-page", "no other text links to this page of the handbook")], run };

/// Whoever does not know that a page exists finds it in the tree only. Guidelines, questions and
/// stories are found in their lists; other pages want a link.
fn run(site: &Site, out: &mut Vec<Diagnostic>) {
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    let programme = &site.programme;
    let named = [
        programme.purpose.as_ref().and_then(|purpose| purpose.page.as_ref()),
        programme.may.as_ref().and_then(|may| may.page.as_ref()),
        programme.tell.as_ref().and_then(|tell| tell.page.as_ref()),
    ];
    let named = named.into_iter().flatten();
    reached.extend(named.map(|page| page.value.trim_start_matches('/').trim_end_matches(".md")));
    for entry in site.entries.values() {
        for link in &entry.original.body.links {
            if let Ok(Target::Text { name, .. }) = site.resolve(&entry.original, &link.destination)
                && name != entry.name
                && let Some((name, _)) = site.entries.get_key_value(name.as_str())
            {
                reached.insert(name);
            }
        }
    }
    for entry in site.entries.values() {
        let alone = entry.original.kind == Kind::Page
            && !entry.name.ends_with("index")
            && !reached.contains(entry.name.as_str());
        if alone {
            out.push(
                Diagnostic::warning(
                    "orphan-page",
                    entry.original.top(),
                    "No other text leads to this page; only the handbook's tree does",
                )
                .hint("Link to it where readers would need it"),
            );
        }
    }
}
