//! The reference as JSON Schema (draft 2020-12), for editors that complete and check fields.

use serde_json::{Map, Value, json};

use super::Subject;
use super::layout::lines;
use super::page::doc;
use crate::base::{Source, SourcePath};
use crate::data::bounds::characters;
use crate::data::{self, Field, Node, Notation, Shape, toml, yaml};

/// What the front matter of such a file, or the file itself, may hold.
pub(crate) fn json_schema(subject: Subject) -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": subject.word(),
        "description": subject.about(),
    });
    let whole = group(subject.fields(), subject.notation());
    if let (Value::Object(schema), Value::Object(whole)) = (&mut schema, whole) {
        schema.extend(whole);
    }
    schema
}

fn group(fields: &[Field], notation: Notation) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|one| (one.name.to_owned(), field(one, notation))).collect();
    let required = fields.iter().filter(|field| field.required && field.unless.is_none());
    let required: Vec<&str> = required.map(|field| field.name).collect();
    let mut group = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        group["required"] = json!(required);
    }
    let replaced = fields.iter().filter_map(|field| Some((field.name, field.unless?)));
    let either: Vec<Value> = replaced.map(|(name, other)| one_of_two(name, other)).collect();
    if !either.is_empty() {
        group["allOf"] = json!(either);
    }
    group["additionalProperties"] = json!(false);
    group
}

/// Where the one says yes, the other is not there; else it is.
fn one_of_two(name: &str, other: &str) -> Value {
    json!({
        "if": { "required": [other], "properties": { other: { "enum": [true, "yes", "ja"] } } },
        "then": { "properties": { name: false } },
        "else": { "required": [name] },
    })
}

fn field(field: &Field, notation: Notation) -> Value {
    let mut described = Map::from_iter([("description".to_owned(), json!(doc(field)))]);
    let mut held = held(&field.shape, field.most, notation);
    // A field may have no value, as in a template that is still to be filled in.
    if !field.required && notation == Notation::Yaml {
        allow_nothing(&mut held);
    }
    if field.example.contains('{') && held["format"] == "uri" {
        held["format"] = json!("uri-template");
    }
    if let Value::Object(held) = held {
        described.extend(held);
    }
    if let Some(example) = as_written(field, notation) {
        described.insert("examples".to_owned(), json!([example]));
    }
    Value::Object(described)
}

/// `most` limits the entries of a list, or the characters of a text.
fn held(shape: &Shape, most: usize, notation: Notation) -> Value {
    match shape {
        // YAML reads a year or a version as a number; here it is a text.
        Shape::Text => json!({ "type": ["string", "number"], "maxLength": most }),
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::Amount => json!({ "type": ["number", "string"] }),
        Shape::YesNo => json!({ "enum": [true, false, "yes", "no", "ja", "nej", "nee"] }),
        Shape::Date => json!({ "type": "string", "format": "date", "pattern": DAY }),
        Shape::Deadline => json!({ "type": "string", "pattern": DAY_AND_HOUR }),
        Shape::Every => json!({ "type": "string", "pattern": "^0*[1-9][0-9]{0,3}[dwmy]$" }),
        Shape::Zone => json!({ "type": "string" }),
        Shape::WebAddress => {
            json!({ "type": "string", "format": "uri", "pattern": WEB, "maxLength": most })
        }
        Shape::Choice(words) => json!({ "enum": words }),
        Shape::Name(_) => json!({ "type": "string", "maxLength": most }),
        Shape::Language => json!({ "type": "string", "pattern": LANGUAGE }),
        Shape::Localized => json!({ "anyOf": [
            { "type": "string", "maxLength": most },
            {
                "type": "object",
                "patternProperties": { LANGUAGE: { "type": "string", "maxLength": most } },
                "additionalProperties": false,
            },
        ] }),
        Shape::List(shape) => {
            let one = held(shape, characters(shape), notation);
            json!({ "anyOf": [one, { "type": "array", "items": one, "maxItems": most }] })
        }
        Shape::Group(fields) => group(fields, notation),
        Shape::Table(shape) => {
            let one = held(shape, characters(shape), notation);
            json!({ "type": "object", "additionalProperties": one, "maxProperties": most })
        }
    }
}

const WEB: &str = "^[Hh][Tt][Tt][Pp][Ss]?://[^/\\s]\\S*$";
const DAY: &str = "^\\d{4}-\\d{2}-\\d{2}";
const DAY_AND_HOUR: &str = "^\\d{4}-\\d{2}-\\d{2}\
    ([Tt ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?([Zz]|[+-]\\d{2}:\\d{2})?)?$";
const LANGUAGE: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$";

fn allow_nothing(schema: &mut Value) {
    if let Some(Value::Array(ways)) = schema.get_mut("anyOf") {
        ways.push(json!({ "type": "null" }));
    } else if let Some(Value::Array(words)) = schema.get_mut("enum") {
        words.push(Value::Null);
    } else {
        match schema.get_mut("type") {
            Some(Value::Array(types)) => types.push(json!("null")),
            Some(Value::String(one)) => schema["type"] = json!([one.as_str(), "null"]),
            _ => {}
        }
    }
}

/// The example as the value that a parser of the notation reads.
fn as_written(field: &Field, notation: Notation) -> Option<Value> {
    let source = Source::new(SourcePath::new("example")?, lines(&[*field], notation));
    let range = 0..source.text.len();
    let tree = match notation {
        Notation::Yaml => yaml::read(&source, range, &mut vec![]),
        Notation::Toml => toml::read(&source, range, &mut vec![]),
    };
    Some(value(&tree.entries.first()?.value, &field.shape))
}

fn value(node: &Node, shape: &Shape) -> Value {
    match (&node.value, shape) {
        (data::Value::Empty, _) => Value::Null,
        (data::Value::Scalar(text), Shape::List(shape)) => scalar(text, shape),
        (data::Value::Scalar(text), shape) => scalar(text, shape),
        (data::Value::List(items), Shape::List(shape)) => {
            items.iter().map(|item| value(item, shape)).collect()
        }
        (data::Value::List(items), shape) => items.iter().map(|item| value(item, shape)).collect(),
        (data::Value::Map(entries), shape) => {
            let shape_of = |key: &str| inside(shape, key);
            let entries = entries
                .iter()
                .map(|entry| (entry.key.clone(), value(&entry.value, shape_of(&entry.key))));
            Value::Object(entries.collect())
        }
    }
}

fn scalar(text: &str, shape: &Shape) -> Value {
    match shape {
        Shape::Number => text.parse::<u32>().map_or_else(|_| json!(text), |number| json!(number)),
        Shape::Amount => text.parse::<f64>().map_or_else(|_| json!(text), |number| json!(number)),
        Shape::YesNo => json!(matches!(text, "yes" | "true")),
        _ => json!(text),
    }
}

/// The shape of the value under `key`.
fn inside<'a>(shape: &'a Shape, key: &str) -> &'a Shape {
    match shape {
        Shape::Group(fields) => {
            fields.iter().find(|field| field.name == key).map_or(&Shape::Text, |field| &field.shape)
        }
        Shape::List(shape) => inside(shape, key),
        Shape::Table(shape) => shape,
        _ => &Shape::Text,
    }
}
