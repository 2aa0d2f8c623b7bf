//! Files that still tell of the company of the example: one warning for all of them.

use crate::base::{Anchor, Code, Diagnostic, Finding, SourcePath};
use crate::site::Site;

/// Files that are named.
const MOST_NAMED: usize = 3;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    let texts = site.facts.values().filter(|it| it.is_example).map(|it| &it.path);
    let all: Vec<&SourcePath> = site.example_settings.iter().chain(texts).collect();
    let Some((first, others)) = all.split_first() else { return };
    let message = match all.len() {
        1 => "This file is still about the invented company of the example".to_owned(),
        number => format!("{number} files are still about the invented company of the example"),
    };
    let place = Anchor::file((*first).clone());
    let mut told = Diagnostic::new(Code::ExampleText, place, message).hint(
        "Make each of these files yours, or delete it; then remove its line that begins with \
         “storywall example”",
    );
    for other in others.iter().take(MOST_NAMED - 1) {
        told = told.place(Anchor::file((*other).clone()), "another one");
    }
    out.push(told);
}
