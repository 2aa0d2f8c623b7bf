//! One tree of values with places, whatever the notation: YAML and TOML both become it,
//! and lists of fields say what it may hold.

pub mod addresses;
pub mod bounds;
mod characters;
pub mod fields;
pub mod focus;
pub mod keys;
pub mod names;
mod numbers;
pub mod toml;
pub mod types;
pub mod yaml;

use std::ops::Range;

pub use fields::{Field, FieldType, Reader, Shape};
pub use types::{Localized, Located, MailAddress, WebAddress};

/// A value and its place, in bytes of the whole file.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub value: Value,
    pub range: Range<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing was written, or `null` or `~`.
    Empty,
    /// Every scalar stays as it was typed: what it means is the field's to say, so that
    /// `no` can be a country, a language or an answer.
    Scalar(String),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// A key of a map with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub key: String,
    pub key_range: Range<usize>,
    pub value: Node,
}

/// How the tree was written, so that examples can be given in the same notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    Yaml,
    Toml,
}

/// A tree as it was read: what could be understood, and whether all of it could.
#[derive(Clone, Debug)]
pub struct Tree {
    pub entries: Vec<Entry>,
    pub notation: Notation,
    /// Some of it could not be read: do not complain about what may be missing.
    pub broken: bool,
}

impl Node {
    /// What a person would call it: "a list", "a text".
    pub fn described(&self) -> &'static str {
        match &self.value {
            Value::Empty => "nothing",
            Value::Scalar(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a group of fields",
        }
    }
}
