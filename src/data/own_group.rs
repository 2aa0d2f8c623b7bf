//! A group of fields made of one value that somebody wrote in its place: `photos: a.jpg`.

use super::answers::Said;
use super::quotes::quoted;
use super::{Field, Node, Notation, Shape, Value};
use crate::base::date::{self, Day};

/// The group that is meant, in the notation of the file, where one of its fields is clear.
pub(super) fn of(fields: &[Field], node: &Node, notation: Notation) -> Option<String> {
    let Value::Scalar(written) = &node.value else { return None };
    let written = written.trim();
    let is_answer = Said::of(written).is_some();
    if is_answer || written.contains('\n') || written.chars().count() > 120 {
        return None;
    }
    if let Some((name, value)) = closing(fields, written) {
        return Some(format!("Write {{{}}} in its place", said(name, &value, notation)));
    }
    // A group that needs a field is no group without it.
    let needs_one = fields.iter().any(|field| field.required);
    let mut likely = fields.iter().filter(|field| field.required || !needs_one);
    let field = likely.find(|field| suits(&field.shape, written))?;
    let is_plain = |c: char| c.is_alphanumeric() || " -_./".contains(c);
    let is_address = matches!(field.shape, Shape::WebAddress) && !written.contains([',', '#', '}']);
    let value = match notation {
        Notation::Yaml if is_address || written.chars().all(is_plain) => written.to_owned(),
        Notation::Yaml | Notation::Toml => quoted(written),
    };
    let mut group = vec![said(field.name, &value, notation)];
    // A picture without words is told next.
    if matches!(field.shape, Shape::Name("file")) && fields.iter().any(|it| it.name == "alt") {
        let words = "what it shows";
        let words = if notation == Notation::Yaml { words.to_owned() } else { quoted(words) };
        group.push(said("alt", &words, notation));
    }
    Some(format!("Write {{{}}} in its place", group.join(", ")))
}

/// The last day of a call: `cfp: 15 January 2027`.
fn closing(fields: &[Field], written: &str) -> Option<(&'static str, String)> {
    let field =
        fields.iter().find(|it| it.name == "closes" && matches!(it.shape, Shape::Deadline))?;
    let value = match date::parse_deadline(written) {
        Ok(_) => written.to_owned(),
        Err(_) => match date::day(written)? {
            Day::Whole(day) => day.to_string(),
            Day::Part => return None,
        },
    };
    Some((field.name, value))
}

fn said(name: &str, value: &str, notation: Notation) -> String {
    match notation {
        Notation::Yaml => format!("{name}: {value}"),
        Notation::Toml => format!("{name} = {value}"),
    }
}

/// Whether the value may be one of a field of this shape, and hardly of another.
fn suits(shape: &Shape, written: &str) -> bool {
    let is_id = || {
        written.starts_with(char::is_lowercase)
            && written.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || c == '-')
    };
    match shape {
        Shape::WebAddress => {
            ["https://", "http://"].iter().any(|begin| written.starts_with(begin))
                && !written.contains(' ')
        }
        Shape::Name("file") => written.contains('.') && !written.contains(' '),
        Shape::Name(_) => is_id(),
        Shape::Text => {
            written.starts_with(char::is_uppercase) && !written.contains(['[', '{', '}', ']'])
        }
        _ => false,
    }
}
