//! `[severity]` of `site.toml`: how much each kind of problem matters on this site.

use std::collections::BTreeMap;

use crate::base::{Code, Diagnostic};
use crate::data::fields::{choices, shortened};
use crate::data::{FieldType, KeyValue, Node, Reader, Shape, Value};

choices! {
    /// How much a kind of problem matters.
    pub(crate) enum Weight {
        Error = "error",
        Warning = "warning",
        Advice = "advice",
        Off = "off",
    }
}

/// The weights that a site gives to codes, whichever of their names it uses.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Weights(BTreeMap<Code, Weight>);

impl Weights {
    /// The weight of a code, if the site gives it one.
    pub(crate) fn of(&self, code: Code) -> Option<Weight> {
        self.0.get(&code).copied()
    }
}

impl FieldType for Weights {
    const SHAPE: Shape = BTreeMap::<String, Weight>::SHAPE;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Weights> {
        if let Value::Scalar(word) = &node.value {
            reader.report(of_one_word(word, node, reader));
            return None;
        }
        let from = reader.out.len();
        let written = BTreeMap::<String, Weight>::read(node, reader)?;
        if let Value::Map(entries) = &node.value {
            name_codes(entries, from, reader);
        }
        if let Value::Map(entries) = &node.value {
            let names = entries.iter().filter(|entry| written.contains_key(&entry.key));
            let diagnostic: Vec<Diagnostic> =
                names.filter_map(|entry| fault(entry, reader)).collect();
            diagnostic.into_iter().for_each(|diagnostic| reader.report(diagnostic));
        }
        Some(Weights(by_code(&written)))
    }
}

/// Names the code, not the group, in what is said of its weight.
fn name_codes(entries: &[KeyValue], from: usize, reader: &mut Reader<'_>) {
    for entry in entries {
        let place = reader.source.span(entry.value.range.clone());
        let told = reader.out[from..].iter_mut().filter(|it| it.span == place);
        for told in told {
            let name = format!("“{}”", shortened(&entry.key));
            told.message = told.message.replace("“severity”", &name);
        }
    }
}

/// A name that a code has now counts before one that it had earlier.
fn by_code(written: &BTreeMap<String, Weight>) -> BTreeMap<Code, Weight> {
    let free = Code::ALL.iter().filter(|code| code.why_fixed().is_none());
    let weight = |code: &Code| {
        let row = code.row();
        let mut names = std::iter::once(&row.name).chain(row.old_names);
        Some((*code, *names.find_map(|name| written.get(*name))?))
    };
    free.filter_map(weight).collect()
}

/// What is said of `severity = "off"`: it does not say of what.
fn of_one_word(word: &str, node: &Node, reader: &Reader<'_>) -> Diagnostic {
    let word = word.trim().to_lowercase();
    let weight = Weight::ALL.iter().find(|weight| weight.word() == word);
    let weight = weight.map_or("off", |weight| weight.word());
    let span = reader.source.span(node.range.clone());
    let message = "This does not say which kind of problem is meant";
    Diagnostic::new(Code::WrongType, span, message).hint(format!(
        "Write severity = {{ orphan-page = \"{weight}\" }}, with the code that a report shows \
         between [ and ] in place of orphan-page; or remove the line"
    ))
}

/// What is wrong with a code in `[severity]`.
fn fault(entry: &KeyValue, reader: &Reader<'_>) -> Option<Diagnostic> {
    let name = &entry.key;
    let span = reader.source.span(entry.key_range.clone());
    let Some(code) = Code::called(name).first().copied() else {
        let message = format!("There is no code “{}”", shortened(name));
        let hint = match Code::nearest(name) {
            Some(near) => format!("Did you mean “{near}”?"),
            None => "See all codes with storywall explain --codes".to_owned(),
        };
        return Some(Diagnostic::new(Code::UnknownCode, span, message).hint(hint));
    };
    let why = code.why_fixed()?.words("en");
    let message = format!("The severity of {name} cannot be changed: {why}");
    Some(Diagnostic::new(Code::FixedCode, span, message).hint("Remove this line"))
}

#[cfg(test)]
mod tests;
