//! One tree of values with places for both notations, YAML and TOML. Lists of fields say what it
//! may contain.

pub(crate) mod addresses;
pub(crate) mod amounts;
pub(crate) mod answers;
pub(crate) mod at_the_edge;
pub(crate) mod bounds;
pub(crate) mod broken_letters;
pub(crate) mod capitals;
mod characters;
pub(crate) mod choices;
pub(crate) mod colors;
pub(crate) mod dated_choice;
mod escapes;
pub(crate) mod fields;
pub(crate) mod focus;
pub(crate) mod foreign;
mod into_group;
pub(crate) mod keys;
pub(crate) mod language_words;
pub(crate) mod languages;
pub(crate) mod listed_languages;
mod marks;
pub(crate) mod names;
mod no_value;
mod numbers;
mod own_group;
pub(crate) mod quarters;
mod quotation;
mod quotes;
mod reader;
pub(crate) mod samples;
pub(crate) mod settings;
pub(crate) mod split;
pub(crate) mod toml;
pub(crate) mod translated;
mod translated_choices;
mod translated_names;
pub(crate) mod types;
mod unbracketed;
mod word;
pub(crate) mod yaml;

use std::ops::Range;

pub(crate) use addresses::WebAddress;
pub use reader::Field;
pub use reader::Shape;
pub(crate) use reader::{FieldType, Reader};
pub(crate) use types::{Anchored, Localized, Located};

/// A value and its place, in bytes of the whole file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) range: Range<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// Nothing was written, or `null` or `~`.
    Empty,
    /// Every scalar stays text as it was typed. Its field decides what it means, so that `no` can
    /// be a country, a language or an answer.
    Scalar(String),
    List(Vec<Node>),
    Map(Vec<KeyValue>),
}

/// A key of a map with its value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct KeyValue {
    pub(crate) key: String,
    pub(crate) key_range: Range<usize>,
    pub(crate) value: Node,
}

/// How the tree was written, so that examples can be given in the same notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notation {
    Yaml,
    Toml,
}

/// A tree as it was read: what could be understood, and whether all of it could.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    pub(crate) entries: Vec<KeyValue>,
    pub(crate) notation: Notation,
    /// Some of it could not be read: do not complain about what may be missing.
    pub(crate) broken: bool,
}

impl Node {
    /// What a person would call it: "a list", "a text".
    pub(crate) fn described(&self) -> &'static str {
        match &self.value {
            Value::Empty => "nothing",
            Value::Scalar(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a group of fields",
        }
    }
}
