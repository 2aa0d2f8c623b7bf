//! No file is called by the number of a person: its name stands in addresses, and Git keeps it.

use crate::base::identity::{self, Private};
use crate::base::{Anchor, Code, Diagnostic, Finding, Severity, SourcePath};
use crate::site::Site;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    let texts = site.facts.keys().chain(site.left_out.iter().map(|text| &text.path));
    out.extend(texts.chain(site.media.keys()).filter_map(told));
}

fn told(path: &SourcePath) -> Option<Finding> {
    let (_, what) = identity::in_path(path)?;
    let (number, severity) = match what {
        Private::MaybeCpr => ("ten digits that may be somebody's CPR number", Severity::Warning),
        Private::Bsn => ("what looks like somebody's BSN", Severity::Error),
        _ => ("what looks like somebody's CPR number", Severity::Error),
    };
    let message = format!("The name of this file, or of its folder, has {number} in it");
    let told = Diagnostic::new(Code::PersonNumber, Anchor::file(path.clone()), message);
    Some(told.with_severity(severity).hint(
        "Give it a name without the number, which would stand in the address of its page; reports show \
         stars in its place",
    ))
}
