//! Pairs of colours that stand on each other, and whether each can be read.

use std::collections::BTreeMap;

use super::{SetColors, Tokens, unknown};
use crate::base::{Code, Diagnostic, SourcePath, Span};
use crate::config::Config;
use crate::data::colors::{Rgb, hex};
use crate::data::fields::fields;
use crate::data::{FieldType, Located, Node, Reader, Shape, Value};
use crate::look::color::contrast;

fields! {
    /// Two colours, one on the other.
    pub(crate) struct Pair {
        /// The colour of the words or the line.
        required text: Located<String> = "ink";
        /// The colour below them.
        required on: Located<String> = "paper";
        /// The least contrast, after WCAG 2.2: 4.5 for text, 3 for large text and for edges.
        optional least: Contrast = "4.5";
    }
}

/// The least contrast of a pair, a number with or without quotes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Contrast(f64);

impl FieldType for Contrast {
    const SHAPE: Shape = Shape::Text;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Contrast> {
        let read = match &node.value {
            Value::Scalar(text) => text.trim().parse().ok(),
            _ => None,
        };
        let read = read.filter(|least| (1.0..=21.0).contains(least));
        if read.is_none() {
            reader.wrong_type(node, "a number from 1 to 21", "4.5");
        }
        read.map(Contrast)
    }
}

impl Pair {
    pub(super) fn least(&self) -> f64 {
        self.least.as_ref().map_or(4.5, |least| least.0)
    }
}

impl Tokens {
    /// Every pair must be readable in light and in dark, also with the company's colours. One
    /// colour is in many pairs, so all that is wrong with it in one scheme is reported together.
    pub(super) fn check_pairs(
        &self,
        all: &[(Pair, SourcePath)],
        places: &SetColors,
        config: &Config,
        out: &mut Vec<Diagnostic>,
    ) {
        let set = |name: &str| places.get(name);
        let mut faint: BTreeMap<(&str, usize), Vec<String>> = BTreeMap::new();
        for (pair, path) in all {
            for name in [&pair.text, &pair.on] {
                // One that is missing was told when the file was read.
                if !name.value.is_empty() && !self.colors.contains_key(&name.value) {
                    let known = self.colors.keys();
                    out.push(unknown(&name.value, name.range.clone(), path, known));
                }
            }
            let (text_name, on_name) = (&pair.text.value, &pair.on.value);
            let (Some(text), Some(on)) = (self.colors.get(text_name), self.colors.get(on_name))
            else {
                continue;
            };
            let least = pair.least();
            let blamed = match set(text_name).is_none() && set(on_name).is_some() {
                true => on_name,
                false => text_name,
            };
            for scheme in 0..2 {
                let found = contrast(text[scheme], on[scheme]);
                if found < least {
                    let pair =
                        format!("“{text_name}” on “{on_name}” has {found:.1} and needs {least}");
                    faint.entry((blamed, scheme)).or_default().push(pair);
                }
            }
        }
        // Whoever follows all hints has readable colours: each counts with those before it.
        let mut obeyed = self.clone();
        let mut nearest: BTreeMap<&str, Option<[Rgb; 2]>> = BTreeMap::new();
        for (blamed, _) in faint.keys() {
            if !nearest.contains_key(blamed) {
                let found = obeyed.nearest(blamed, all);
                obeyed.colors.extend(found.map(|found| ((*blamed).to_owned(), found)));
                nearest.insert(blamed, found);
            }
        }
        for ((blamed, scheme), pairs) in faint {
            let span = match set(blamed) {
                Some((path, set)) => Span { path: path.clone(), range: Some(set.range.clone()) },
                None => Span::file(config.path.clone()),
            };
            let scheme = if scheme == 0 { "light" } else { "dark" };
            let hint = match nearest.get(blamed).copied().flatten() {
                Some([light, dark]) => format!(
                    "Write {blamed} = [\"{}\", \"{}\"]: these are the nearest colours, for light and for dark, that \
                     can be read",
                    hex(light),
                    hex(dark)
                ),
                None => "Choose another colour, and another one for what it stands on".to_owned(),
            };
            let named = pairs[..pairs.len().min(FEW_PAIRS)].join(", ");
            let pairs = match pairs.len().saturating_sub(FEW_PAIRS) {
                0 => named,
                more => format!("{named}, and {more} more pairs"),
            };
            let message =
                format!("The colour “{blamed}” has too little contrast in {scheme} mode: {pairs}");
            out.push(Diagnostic::new(Code::LowContrast, span, message).hint(hint));
        }
    }
}

/// How many pairs of colours are named individually.
const FEW_PAIRS: usize = 3;
