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
        let written = BTreeMap::<String, Weight>::read(node, reader)?;
        if let Value::Map(entries) = &node.value {
            let names = entries.iter().filter(|entry| written.contains_key(&entry.key));
            let diagnostic: Vec<Diagnostic> =
                names.filter_map(|entry| fault(entry, reader)).collect();
            diagnostic.into_iter().for_each(|diagnostic| reader.report(diagnostic));
        }
        Some(Weights(by_code(&written)))
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
    let why = code.why_fixed()?.words();
    let message = format!("The severity of {name} cannot be changed: {why}");
    Some(Diagnostic::new(Code::FixedCode, span, message).hint("Remove this line"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Source, SourcePath};
    use crate::config::Config;

    /// The weights of a site, and its faults with their places.
    fn read(lines: &str) -> (Weights, Vec<(Code, String)>) {
        let text = format!("title = \"x\"\n[severity]\n{lines}");
        let source = Source::new(SourcePath::new("site.toml").expect("inside"), text.as_str());
        let mut out = vec![];
        let config = Config::read(&source, &mut out);
        let place = |diagnostic: &Diagnostic| {
            text[diagnostic.span.range.clone().expect("a place")].to_owned()
        };
        let diagnostic =
            out.iter().map(|diagnostic| (diagnostic.code, place(diagnostic))).collect();
        (config.file.severity.unwrap_or_default(), diagnostic)
    }

    #[test]
    fn a_code_is_weighed_by_its_name() {
        let (weights, diagnostic) = read("orphan-page = \"off\"\n");
        assert_eq!((weights.of(Code::OrphanPage), diagnostic), (Some(Weight::Off), vec![]));
        assert_eq!(weights.of(Code::BrokenLink), None);
    }

    #[test]
    fn unknown_and_fixed_codes_are_told_at_their_names() {
        let (weights, diagnostic) =
            read("orphan-pgae = \"off\"\nsame-address = \"off\"\nzebra = \"off\"\n");
        let wanted = [
            (Code::UnknownCode, "orphan-pgae"),
            (Code::FixedCode, "same-address"),
            (Code::UnknownCode, "zebra"),
        ];
        assert_eq!(diagnostic, wanted.map(|(code, place)| (code, place.to_owned())));
        assert_eq!(weights, Weights::default());
    }

    #[test]
    fn no_fixed_code_can_be_weighed() {
        for code in Code::ALL {
            let (weights, diagnostic) = read(&format!("{} = \"off\"\n", code.name()));
            let is_free = code.why_fixed().is_none();
            assert_eq!(weights.of(*code).is_some(), is_free, "{code:?}");
            assert_eq!(diagnostic.is_empty(), is_free, "{code:?}: {diagnostic:?}");
        }
    }

    #[test]
    fn earlier_names_still_weigh_unless_the_name_of_today_does() {
        for code in Code::ALL.iter().filter(|code| code.why_fixed().is_none()) {
            for old in code.row().old_names {
                let (weights, diagnostic) = read(&format!("{old} = \"advice\"\n"));
                assert_eq!(
                    (weights.of(*code), diagnostic),
                    (Some(Weight::Advice), vec![]),
                    "{old}"
                );
                let both = format!("{} = \"off\"\n{old} = \"advice\"\n", code.name());
                assert_eq!(read(&both).0.of(*code), Some(Weight::Off), "{old}");
            }
        }
    }
}
