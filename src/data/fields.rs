//! Lists of fields: what a file may say about itself. One line declares a field with its type,
//! its place and its docs; reading, checking, the authors' reference and the JSON Schema all
//! come from that line.

use std::ops::Range;

use super::bounds::{bounded, characters, fits};
use super::keys::check_keys;
use super::no_value::{self, is_blank, null};
use super::reader::{Field, FieldType, Reader, Shape};
pub(crate) use super::reader::{example, shortened};
use super::{KeyValue, Node, Notation, Tree, Value, answers, own_group, unbracketed};
use crate::base::Severity;

/// A list of fields declared by `fields!`.
pub(crate) trait FieldList: Sized {
    const FIELDS: &'static [Field];

    /// Reads all fields of `tree`; what is missing or wrong is reported and replaced by its default.
    /// `whole` is the place to point at for a field that is missing.
    fn take(tree: &[super::KeyValue], whole: &Range<usize>, reader: &mut Reader<'_>) -> Self;
}

/// The value of `key`, read as `T`; `None` if it is absent, empty or wrong.
pub(crate) fn optional<T: FieldType>(
    tree: &[super::KeyValue],
    key: &'static str,
    most: usize,
    reader: &mut Reader<'_>,
) -> Option<T> {
    let entry = tree.iter().find(|entry| entry.key == key)?;
    match entry.value.value {
        Value::Empty => {
            null(key, &entry.value, Severity::Warning, reader);
            None
        }
        _ => one(&entry.value, key, most, reader),
    }
}

/// The same for a field that must be there; an empty one is reported.
pub(crate) fn required<T: FieldType + Default>(
    tree: &[super::KeyValue],
    key: &'static str,
    most: usize,
    reader: &mut Reader<'_>,
) -> T {
    match tree.iter().find(|entry| entry.key == key) {
        Some(entry) if matches!(&entry.value.value, Value::Empty) || is_blank(&entry.value) => {
            no_value::reported(entry, reader);
            T::default()
        }
        Some(entry) => one(&entry.value, key, most, reader).unwrap_or_default(),
        None => T::default(),
    }
}

/// One value, if it is as short as it should be. What is in a group is measured there.
fn one<T: FieldType>(
    node: &Node,
    key: &'static str,
    most: usize,
    reader: &mut Reader<'_>,
) -> Option<T> {
    // An entry of a list: the list may need one.
    if null(key, node, Severity::Error, reader) {
        return None;
    }
    let is_measured_within = matches!(T::SHAPE, Shape::Group(_) | Shape::Table(_));
    if !is_measured_within && !fits(key, node, most, reader) {
        return None;
    }
    let around = std::mem::replace(&mut reader.field, key);
    let value = T::read(node, reader);
    reader.field = around;
    value
}

/// The value as a list: a single value is a list of one.
pub(crate) fn list<T: FieldType>(
    tree: &[super::KeyValue],
    key: &'static str,
    most: usize,
    reader: &mut Reader<'_>,
) -> Vec<T> {
    let length = characters(&T::SHAPE);
    match tree.iter().find(|entry| entry.key == key).map(|entry| &entry.value) {
        None => vec![],
        Some(node @ Node { value: Value::Empty, .. }) => {
            null(key, node, Severity::Warning, reader);
            vec![]
        }
        Some(Node { value: Value::List(items), .. }) => {
            let items = bounded(key, items, most, |item| item, reader);
            items.iter().filter_map(|item| one(item, key, length, reader)).collect()
        }
        Some(single) => match unbracketed::entries(key, single, &T::SHAPE, reader) {
            Some(items) => {
                let items = bounded(key, &items, most, |item| item, reader);
                items.iter().filter_map(|item| one(item, key, length, reader)).collect()
            }
            None => one(single, key, length, reader).into_iter().collect(),
        },
    }
}

/// The same for a list that must have an entry.
pub(crate) fn some<T: FieldType>(
    tree: &[super::KeyValue],
    key: &'static str,
    most: usize,
    reader: &mut Reader<'_>,
) -> Vec<T> {
    match tree.iter().find(|entry| entry.key == key) {
        Some(entry) if matches!(&entry.value.value, Value::Empty) || is_blank(&entry.value) => {
            no_value::reported(entry, reader);
            vec![]
        }
        _ => list(tree, key, most, reader),
    }
}

/// A field's name without the `r#` that Rust wants before words of its own.
pub(crate) const fn plain_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', rest @ ..] => match std::str::from_utf8(rest) {
            Ok(plain) => plain,
            Err(_) => name,
        },
        _ => name,
    }
}

impl<T: FieldList> FieldType for T {
    const SHAPE: Shape = Shape::Group(T::FIELDS);

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<T> {
        match &node.value {
            Value::Map(entries) => {
                check_keys(T::FIELDS, entries, &node.range, reader);
                Some(taken(entries, &node.range, reader))
            }
            value => {
                let text = &reader.source.text;
                let written = match value {
                    Value::Scalar(text) => text,
                    // A no within a list stays one.
                    Value::List(_) => text.get(node.range.clone()).unwrap_or_default(),
                    _ => "",
                };
                let hint = answers::of_list(T::FIELDS, node, text)
                    .or_else(|| answers::of_group(T::FIELDS, written, reader.notation));
                if let Some(hint) = hint {
                    let diagnostic = reader.of_wrong_type(node, "a group of fields").hint(hint);
                    reader.report(diagnostic);
                    return None;
                }
                if let Some(hint) = own_group::of(T::FIELDS, node, reader.notation) {
                    let diagnostic = reader.of_wrong_type(node, "a group of fields").hint(hint);
                    reader.report(diagnostic);
                    return None;
                }
                let example = T::FIELDS
                    .iter()
                    .take(2)
                    .map(|field| example(field, reader.notation))
                    .collect::<Vec<_>>()
                    .join(", ");
                reader.wrong_type(node, "a group of fields", &format!("{{{example}}}"));
                None
            }
        }
    }
}

/// Reads a whole file's tree as a list of fields.
pub(crate) fn read_tree<T: FieldList>(
    tree: &Tree,
    whole: &Range<usize>,
    reader: &mut Reader<'_>,
) -> T {
    super::characters::check(&tree.entries, reader);
    let lifted = match tree.notation {
        Notation::Toml => super::toml::misplaced::lifted(&tree.entries, T::FIELDS, reader),
        Notation::Yaml => vec![],
    };
    if lifted.is_empty() {
        check_keys(T::FIELDS, &tree.entries, whole, reader);
        return taken(&tree.entries, whole, reader);
    }
    let is_lifted = |entry: &KeyValue| lifted.iter().any(|it| it.key_range == entry.key_range);
    let mut entries = tree.entries.clone();
    for entry in &mut entries {
        let tables = match &mut entry.value.value {
            Value::List(items) => items.as_mut_slice(),
            _ => std::slice::from_mut(&mut entry.value),
        };
        for table in tables {
            if let Value::Map(inside) = &mut table.value {
                inside.retain(|entry| !is_lifted(entry));
            }
        }
    }
    entries.extend(lifted);
    check_keys(T::FIELDS, &entries, whole, reader);
    taken(&entries, whole, reader)
}

/// Reads the fields; meanwhile, the reader knows them.
fn taken<T: FieldList>(entries: &[KeyValue], whole: &Range<usize>, reader: &mut Reader<'_>) -> T {
    let around = std::mem::replace(&mut reader.fields, T::FIELDS);
    let fields = T::take(entries, whole, reader);
    reader.fields = around;
    fields
}

/// Declares a list of fields as a struct. A line is `required`, `optional` or `list`, a name, a
/// type and an example; its doc comment is what authors read. Behind the type may stand how many
/// characters it has at most, or how many entries if it is a list, and the field whose yes takes its
/// place: `some author: PersonName, unless anonymous`. A field that no page shows has
/// `#[expect(dead_code)]`; the compiler warns when that is no longer so.
macro_rules! fields {
    ($(#[$meta:meta])* $vis:vis struct $Name:ident {
        $( $(#[doc = $doc:literal])+ $(#[expect($($unread:tt)+)])? $mode:ident $field:ident: $Type:ty $(, at most $most:literal)? $(, unless $unless:ident)? = $example:literal; )*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default)]
        $vis struct $Name {
            $( $(#[doc = $doc])+ $(#[expect($($unread)+)])? $vis $field: $crate::data::fields::fields!(@type $mode $Type), )*
        }

        impl $crate::data::fields::FieldList for $Name {
            const FIELDS: &'static [$crate::data::Field] = &[ $(
                $crate::data::Field {
                    name: $crate::data::fields::plain_name(stringify!($field)),
                    doc: &[$($doc),+],
                    required: $crate::data::fields::fields!(@required $mode),
                    unless: $crate::data::fields::fields!(@unless $($unless)?),
                    shape: $crate::data::fields::fields!(@shape $mode $Type),
                    most: $crate::data::bounds::most(
                        &$crate::data::fields::fields!(@shape $mode $Type),
                        $crate::data::fields::fields!(@most $($most)?),
                    ),
                    example: $example,
                },
            )* ];

            fn take(
                tree: &[$crate::data::KeyValue],
                _whole: &std::ops::Range<usize>,
                reader: &mut $crate::data::Reader<'_>,
            ) -> Self {
                $Name { $(
                    $field: $crate::data::fields::fields!(
                        @read $mode tree,
                        $crate::data::fields::plain_name(stringify!($field)),
                        const {
                            $crate::data::bounds::most(
                                &$crate::data::fields::fields!(@shape $mode $Type),
                                $crate::data::fields::fields!(@most $($most)?),
                            )
                        },
                        reader
                    ),
                )* }
            }
        }
    };
    (@unless) => { None };
    (@unless $unless:ident) => { Some(stringify!($unless)) };
    (@most) => { None };
    (@most $most:literal) => { Some($most) };
    (@type required $Type:ty) => { $Type };
    (@type optional $Type:ty) => { Option<$Type> };
    (@type list $Type:ty) => { Vec<$Type> };
    (@type some $Type:ty) => { Vec<$Type> };
    (@required required) => { true };
    (@required some) => { true };
    (@required $mode:ident) => { false };
    (@shape list $Type:ty) => {
        $crate::data::Shape::List(&<$Type as $crate::data::FieldType>::SHAPE)
    };
    (@shape some $Type:ty) => {
        $crate::data::Shape::List(&<$Type as $crate::data::FieldType>::SHAPE)
    };
    (@shape $mode:ident $Type:ty) => { <$Type as $crate::data::FieldType>::SHAPE };
    (@read required $tree:expr, $key:expr, $most:expr, $reader:expr) => {
        $crate::data::fields::required($tree, $key, $most, $reader)
    };
    (@read optional $tree:expr, $key:expr, $most:expr, $reader:expr) => {
        $crate::data::fields::optional($tree, $key, $most, $reader)
    };
    (@read list $tree:expr, $key:expr, $most:expr, $reader:expr) => {
        $crate::data::fields::list($tree, $key, $most, $reader)
    };
    (@read some $tree:expr, $key:expr, $most:expr, $reader:expr) => {
        $crate::data::fields::some($tree, $key, $most, $reader)
    };
}
pub(crate) use fields;

/// Declares the words that a field accepts, as an enum; the first is the default.
macro_rules! choices {
    ($(#[$meta:meta])* $vis:vis enum $Name:ident {
        $First:ident = $first:literal, $( $Variant:ident = $word:literal, )*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        $vis enum $Name { #[default] $First, $( $Variant, )* }

        impl $Name {
            pub(crate) const ALL: &'static [$Name] = &[$Name::$First, $( $Name::$Variant, )*];

            /// The word as authors write it, and as keys of texts end.
            pub(crate) fn word(self) -> &'static str {
                match self { $Name::$First => $first, $( $Name::$Variant => $word, )* }
            }
        }

        impl $crate::data::FieldType for $Name {
            const SHAPE: $crate::data::Shape = $crate::data::Shape::Choice(&[$first, $( $word, )*]);

            fn read(node: &$crate::data::Node, reader: &mut $crate::data::Reader<'_>) -> Option<Self> {
                let word = $crate::data::choices::choice(node, &[$first, $( $word, )*], reader)?;
                $Name::ALL.iter().copied().find(|choice| choice.word() == word)
            }
        }
    };
}
pub(crate) use choices;
