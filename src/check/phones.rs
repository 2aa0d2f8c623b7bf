//! Telephone numbers in what colleagues tell: everybody may know those that stand in the handbook, in
//! the settings or in a colleague's own file. Any other may be somebody's own.

use std::collections::BTreeSet;

use crate::base::identity::phones::Number;
use crate::base::{Code, Diagnostic, Finding};
use crate::document::facts::Phones;
use crate::site::Site;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    // Whose file cannot be read may have written it there.
    if site.flawed.iter().any(|path| path.as_str().starts_with("content/people/")) {
        return;
    }
    if site.facts.values().all(|facts| facts.told_phones().next().is_none()) {
        return;
    }
    let known: BTreeSet<&Number> = known(site).collect();
    for facts in site.facts.values() {
        let unknown = facts.told_phones().filter(|(number, ..)| !known.contains(number));
        out.extend(unknown.filter_map(|(_, allowance, at)| {
            let message = "This telephone number stands nowhere else in the handbook, so it may be \
                           private";
            let told = Diagnostic::new(Code::PrivatePhone, facts.anchor(at), message);
            allowance.told(told.hint(
                "Remove it, or write whom to call at work; if it is the company's, write it into a \
                 page of the handbook or into the file of whoever answers it",
            ))
        }));
    }
}

/// The numbers that everybody may know.
fn known(site: &Site) -> impl Iterator<Item = &Number> {
    let of_texts = site.facts.values().filter_map(|facts| match &facts.phones {
        Phones::Known(numbers) => Some(numbers),
        Phones::Told(_) => None,
    });
    of_texts.chain([&site.settings_phones]).flatten()
}
