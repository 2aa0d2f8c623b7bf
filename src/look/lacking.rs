//! Components that pages use, and that a company's own template no longer has.

use std::collections::{BTreeMap, BTreeSet};

use super::{LookFiles, engine, of_folder};
use crate::base::{Code, Diagnostic, Source, Span};

/// The names of the components that are missing, with the error for each template of `own` that
/// takes the place of one of the `embedded` look and lacks them. `files` are those of both.
pub(super) fn components(
    embedded: &LookFiles,
    own: &LookFiles,
    files: &LookFiles,
) -> (BTreeSet<String>, Vec<Diagnostic>) {
    let templates = |look: &LookFiles| of_folder(look, "templates/");
    let (defaults, now) = (templates(embedded), templates(files));
    let has: BTreeSet<&str> = now.values().flat_map(engine::components).collect();
    let (mut missing, mut out) = (BTreeSet::new(), vec![]);
    let own: BTreeMap<String, Source> = templates(own);
    for (name, source) in own {
        let Some(default) = defaults.get(&name) else { continue };
        let lacks: Vec<&str> =
            engine::components(default).filter(|component| !has.contains(component)).collect();
        let lacks: Vec<&str> = lacks.into_iter().filter(|it| engine::is_used(&now, it)).collect();
        if lacks.is_empty() {
            continue;
        }
        missing.extend(lacks.iter().map(|it| (*it).to_owned()));
        let named: Vec<String> = lacks.iter().map(|it| format!("“{it}”")).collect();
        let what = if lacks.len() == 1 { "the component" } else { "the components" };
        let message =
            format!("Other templates use {what} {} of this one, which it lacks", named.join(", "));
        let hint = format!(
            "Write {{% component {} %}} … in it, as {name} of the default look has it: its \
             templates are in the source of Storywall, in themes/default",
            lacks[0]
        );
        let span = Span::file(source.path.clone());
        out.push(Diagnostic::new(Code::BrokenTemplate, span, message).hint(hint));
    }
    (missing, out)
}
