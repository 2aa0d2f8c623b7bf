//! Fields with examples, as authors would write them, line by line.

use crate::data::fields::example;
use crate::data::{Field, Notation, Shape};

/// The fields with their examples, groups opened, in the notation of the file.
pub(super) fn lines(fields: &[Field], notation: Notation) -> String {
    let mut out = String::new();
    match notation {
        Notation::Yaml => fields.iter().for_each(|field| yaml(field, 0, &mut out)),
        Notation::Toml => {
            // In TOML, whatever follows the heading of a table belongs to that table, so groups
            // come last.
            let (groups, plain): (Vec<&Field>, Vec<&Field>) =
                fields.iter().partition(|field| inner(field).is_some());
            for field in plain.into_iter().chain(groups) {
                toml(field, &mut out);
            }
        }
    }
    out
}

/// The fields inside a field.
pub(super) fn inner(field: &Field) -> Option<&'static [Field]> {
    group(&field.shape)
}

fn group(shape: &Shape) -> Option<&'static [Field]> {
    match shape {
        Shape::Group(fields) => Some(fields),
        Shape::List(shape) => group(shape),
        _ => None,
    }
}

fn yaml(field: &Field, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    let Some(fields) = inner(field) else {
        out.push_str(&format!("{indent}{}\n", example(field, Notation::Yaml)));
        return;
    };
    out.push_str(&format!("{indent}{}:\n", field.name));
    let is_list = matches!(field.shape, Shape::List(_));
    let mut within = String::new();
    for inner in fields {
        yaml(inner, depth + if is_list { 2 } else { 1 }, &mut within);
    }
    if is_list {
        let dash = format!("{indent}  - ");
        within.replace_range(..dash.len(), &dash);
    }
    out.push_str(&within);
}

fn toml(field: &Field, out: &mut String) {
    let Some(fields) = inner(field) else {
        out.push_str(&example(field, Notation::Toml));
        out.push('\n');
        return;
    };
    let heading = match field.shape {
        Shape::List(_) => format!("[[{}]]\n", field.name),
        _ => format!("[{}]\n", field.name),
    };
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(&heading);
    for field in fields {
        out.push_str(&example(field, Notation::Toml));
        out.push('\n');
    }
}
