//! Numbers of how many might have seen something, and of one person beside another: they are taken out
//! of what is read, and told with questions that are worth more.

use crate::base::{Code, Diagnostic, Source};
use crate::config::measures::refused;
use crate::data::{KeyValue, Node, Value};

/// Three questions that say more than any of these numbers.
const BETTER: &str = "ask instead who got in touch because of a story, who named one when they \
                      applied, and what is done differently since";

/// Takes the refused numbers out of a file of a quarter.
pub(super) fn take_out(entries: &mut Vec<KeyValue>, source: &Source, out: &mut Vec<Diagnostic>) {
    entries.retain(|entry| is_allowed(entry, source, out));
    for entry in entries.iter_mut().filter(|it| matches!(it.key.as_str(), "metrics" | "series")) {
        let Value::List(items) = &mut entry.value.value else { continue };
        items.retain_mut(|item| {
            let Value::Map(fields) = &mut item.value else { return true };
            if let Some((id, node)) = named(fields) {
                let is_never = ["potential_reach", "score_per_person", "leaderboard"].contains(&id);
                let may_be_context = !is_never && !source.path.ends_in("csv");
                if !(may_be_context && is_context(fields)) {
                    out.push(told(id, node, may_be_context, source));
                    return false;
                }
            }
            fields.retain(|entry| is_allowed(entry, source, out));
            true
        });
    }
}

/// Whether a field has another name than that of a refused number; else it is told.
fn is_allowed(entry: &KeyValue, source: &Source, out: &mut Vec<Diagnostic>) -> bool {
    let Some(id) = refused(&entry.key) else { return true };
    let node = Node { value: Value::Empty, range: entry.key_range.clone() };
    out.push(told(id, &node, false, source));
    false
}

/// The refused number that a measure names as its id.
fn named(fields: &[KeyValue]) -> Option<(&'static str, &Node)> {
    let id = fields.iter().find(|field| field.key == "id")?;
    let Value::Scalar(written) = &id.value.value else { return None };
    Some((refused(written)?, &id.value))
}

fn is_context(fields: &[KeyValue]) -> bool {
    fields.iter().any(|field| {
        let is_yes =
            matches!(&field.value.value, Value::Scalar(text) if matches!(text.as_str(), "true" | "yes"));
        field.key == "context_only" && is_yes
    })
}

fn told(id: &str, node: &Node, may_be_context: bool, source: &Source) -> Diagnostic {
    let message = match id {
        "potential_reach" => {
            "“potential_reach” adds up everybody who might have seen something, and tells nothing of \
             anybody who did"
                .to_owned()
        }
        "score_per_person" | "leaderboard" => {
            format!("“{id}” compares people with each other, so it is not shown here")
        }
        _ => format!("“{id}” tells how often something was on a screen, not what came of it"),
    };
    let hint = match may_be_context {
        true => format!(
            "Remove it and {BETTER}; or add context_only = true, and it is shown small and without a \
             target"
        ),
        false => format!("Remove it, and {BETTER}"),
    };
    Diagnostic::new(Code::RefusedMeasure, source.span(node.range.clone()), message).hint(hint)
}
