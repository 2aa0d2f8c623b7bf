//! Who is named for a task and cannot be seen by readers, or has left: somebody else should take it
//! over.

use crate::base::{Anchor, Code, Diagnostic, Finding};
use crate::data::types::PersonName;
use crate::document::Facts;
use crate::document::kinds::person::PersonStatus;
use crate::site::consent::{is_unclear, may_be_named};
use crate::site::{Hidden, Site};

/// A warning and no error: the site is built without the name at once, and the task can wait.
pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for name in site.programme.people() {
        out.extend(successor(site, &Anchor::file(site.programme_path.clone()), name));
    }
    for entry in site.entries.values() {
        let facts = &*entry.original;
        if let Some(name) = responsible(facts) {
            out.extend(successor(site, &Anchor::file(facts.path.clone()), name));
        }
    }
}

/// Whom readers of this text would ask.
fn responsible(facts: &Facts) -> Option<&PersonName> {
    let meta = &facts.meta;
    let keeper = meta.page().and_then(|page| page.owner.as_ref());
    let keeper = keeper.or_else(|| meta.guideline()?.owner.as_ref());
    let keeper = keeper.or_else(|| meta.faq()?.answered_by.as_ref());
    let keeper = keeper.or_else(|| meta.opportunity()?.contact.as_ref());
    keeper.or_else(|| meta.training()?.given_by.as_ref())
}

fn successor(site: &Site, file: &Anchor, name: &PersonName) -> Option<Finding> {
    let id = &name.id;
    let message = match site.hidden.get(&format!("people/{id}")) {
        None if has_left(site, id) => {
            format!(
                "“{id}”, who is named here, has left: pages do not give their number any more, except where a text has it"
            )
        }
        // Whom colleagues may see can keep the task, though a public site does not name them.
        None | Some(Hidden::Internal) => return None,
        Some(Hidden::Withdrawn) if is_unclear(site, id) => return None,
        Some(_) if may_be_named(site, id) => {
            format!("Readers cannot reach “{id}”, who is named here: their page is not shown")
        }
        Some(_) => {
            format!("Readers may not see “{id}”, who is named here: they read “a colleague”")
        }
    };
    let span = Anchor { at: name.at, ..file.clone() };
    if has_left(site, id) {
        let hint = "Name somebody who works here";
        return Some(Diagnostic::new(Code::SuccessorNeeded, span, message).hint(hint));
    }
    Some(Diagnostic::new(Code::SuccessorNeeded, span, message).hint(format!(
        "Name somebody else; or, if they agree, correct consent or status in \
         content/people/{id}.md"
    )))
}

fn has_left(site: &Site, id: &str) -> bool {
    site.person(id)
        .and_then(|entry| entry.person())
        .is_some_and(|person| person.status == Some(PersonStatus::Former))
}
