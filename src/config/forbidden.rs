//! `[check.forbidden]` of `site.toml`: words that may not stand in any text, and why.

use std::collections::BTreeMap;

use crate::base::pattern::Pattern;
use crate::base::{Code, Diagnostic};
use crate::data::fields::shortened;
use crate::data::{FieldType, KeyValue, Node, Reader, Shape, Value};

/// The words, each with the sentence that says why.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Forbidden(pub(crate) Vec<(Pattern, String)>);

impl FieldType for Forbidden {
    const SHAPE: Shape = BTreeMap::<String, String>::SHAPE;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Forbidden> {
        let reasons = BTreeMap::<String, String>::read(node, reader)?;
        let Value::Map(entries) = &node.value else { return None };
        let mut forbidden = vec![];
        for entry in entries {
            let Some(reason) = reasons.get(&entry.key) else { continue };
            match Pattern::parse(&entry.key) {
                Some(pattern) => forbidden.push((pattern, reason.clone())),
                None => reader.report(too_short(entry, reader)),
            }
        }
        Some(Forbidden(forbidden))
    }
}

fn too_short(entry: &KeyValue, reader: &Reader<'_>) -> Diagnostic {
    let span = reader.source.span(entry.key_range.clone());
    let message = format!("“{}” would be found in every text", shortened(&entry.key));
    Diagnostic::new(Code::BadPattern, span, message).hint(
        "Write at least three letters or digits, a letter or digit first; # stands for a digit, and \
         * for the rest of a word: \"SB-####\", \"nightjar*\"",
    )
}
