//! The keys of a list of fields: unknown, written twice, missing.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as MapEntry;
use std::ops::Range;

use super::answers::Said;
use super::into_group::into_group;
use super::reader::{example, shortened};
use super::yaml::{COLONS, SEMICOLONS};
use super::{Field, KeyValue, Node, Notation, Reader, Shape, Value, answers, foreign, translated};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Severity, date};

/// More of them are not reported one by one.
const MAX_REPORTED: usize = 20;

/// Reports keys that are unknown, written twice, or missing.
pub(crate) fn check_keys(
    fields: &[Field],
    tree: &[KeyValue],
    whole: &Range<usize>,
    reader: &mut Reader<'_>,
) {
    let mut known: BTreeMap<&str, &KeyValue> = BTreeMap::new();
    let mut odd: Vec<Diagnostic> = vec![];
    // Fields that somebody meant to write, and only misspelt.
    let mut meant: Vec<&str> = vec![];
    // What is read as another field for safety's sake is not written there.
    let is_typed = |entry: &KeyValue| {
        let typed = reader.source.text.get(entry.key_range.clone()).unwrap_or_default();
        typed.trim_matches(['"', '\'', '[', ']']) == entry.key
    };
    let is_written =
        |field: &&Field| tree.iter().any(|entry| entry.key == field.name && is_typed(entry));
    let free: Vec<Field> = fields.iter().filter(|field| !is_written(field)).copied().collect();
    for entry in tree {
        let complaint = match known.entry(&entry.key) {
            MapEntry::Occupied(_) if entry.key.is_empty() => None,
            MapEntry::Occupied(first) => Some(
                refused_twice(fields, first.get(), entry, reader)
                    .unwrap_or_else(|| twice(first.get(), entry, reader)),
            ),
            MapEntry::Vacant(place) => {
                place.insert(entry);
                let is_field = fields.iter().any(|field| field.name == entry.key);
                (!is_field).then(|| {
                    // What is written already is not meant once more, if another field can be.
                    let near = like(&entry.key, &free);
                    let written = near.is_none().then(|| like(&entry.key, fields)).flatten();
                    meant.extend(near);
                    unknown(fields, tree, entry, Like { near, written }, reader)
                })
            }
        };
        odd.extend(complaint);
        if odd.len() > MAX_REPORTED {
            let last = odd.last_mut().expect("there are more than none");
            last.message = "There are more fields like this".to_owned();
            break;
        }
    }
    odd.into_iter().for_each(|complaint| reader.report(complaint));
    if reader.broken {
        return;
    }
    let is_replaced = |field: &Field| {
        let other = field.unless.and_then(|other| known.get(other));
        other.is_some_and(|entry| Said::of_node(&entry.value) == Some(Said::Yes))
    };
    let is_missing = |field: &&Field| {
        let is_there = known.contains_key(field.name) || meant.contains(&field.name);
        field.required && !is_there && !is_replaced(field)
    };
    for field in fields.iter().filter(is_missing) {
        let line = example(field, reader.notation);
        let others = match field.shape {
            Shape::Choice(words) if words.len() > 1 => {
                let others = words.iter().copied().filter(|word| *word != field.example);
                format!("; other words are {}", others.collect::<Vec<_>>().join(", "))
            }
            _ => String::new(),
        };
        let span = reader.source.span(whole.clone());
        let message = format!("The field “{}” is missing", field.name);
        reader.report(
            Diagnostic::new(Code::MissingField, span, message)
                .example(format!("Add a line such as {line}{others}")),
        );
    }
}

/// Fields that may be meant by a name that is none: one that is not written yet, or else one that is.
#[derive(Clone, Copy)]
struct Like {
    near: Option<&'static str>,
    written: Option<&'static str>,
}

/// The field that somebody may mean by this name.
fn like(key: &str, fields: &[Field]) -> Option<&'static str> {
    let near = || nearest(key, fields.iter().map(|field| field.name));
    translated::meant(key, fields).or_else(near)
}

/// What is said of a field that stands there a second time.
pub(crate) fn twice(first: &KeyValue, entry: &KeyValue, reader: &Reader<'_>) -> Diagnostic {
    let message = format!("“{}” is written twice", shortened(&entry.key));
    Diagnostic::new(Code::FieldTwice, reader.source.span(entry.key_range.clone()), message)
        .place(reader.source.span(first.key_range.clone()), "first written here")
        .hint("Keep one of them")
}

/// Two answers of a consent to one question, of which one says no: that holds at once, and stops nothing.
fn refused_twice(
    fields: &[Field],
    first: &KeyValue,
    entry: &KeyValue,
    reader: &Reader<'_>,
) -> Option<Diagnostic> {
    let has = |name: &str| fields.iter().any(|field| field.name == name);
    let is_answer = match &*entry.key {
        "consent" => has("consent"),
        "name" | "photo" => has("withdrawn"),
        _ => false,
    };
    let says_no = |node: &Node| match &node.value {
        Value::Map(answers) => {
            answers.iter().any(|answer| Said::of_node(&answer.value) == Some(Said::No))
        }
        _ => Said::of_node(node) == Some(Said::No),
    };
    let is_no = is_answer && [first, entry].iter().any(|it| says_no(&it.value));
    is_no.then(|| {
        let mut told = twice(first, entry, reader);
        told.message.push_str("; this counts as a no to name and pictures");
        told.with_severity(Severity::Warning)
    })
}

/// Whether it is the rest of a text without quotes, after a comma: `{alt: Pump four, open}`.
fn is_rest_of_text(entry: &KeyValue, reader: &Reader<'_>) -> bool {
    let before = reader.source.text[..entry.key_range.start].trim_end();
    before.ends_with(',') && entry.value.value == Value::Empty
}

/// What to say of a field that belongs to a group of fields (`alt` to a photo) and stands elsewhere.
fn belongs_into(fields: &[Field], entry: &KeyValue, reader: &Reader<'_>) -> Option<String> {
    let inner = |shape: &Shape| match shape {
        Shape::Group(inner) => Some((*inner, false)),
        Shape::List(Shape::Group(inner)) => Some((*inner, true)),
        _ => None,
    };
    let text = &reader.source.text;
    // Only of a group that stands above this line.
    let is_above = |field: &&Field| {
        text[..entry.key_range.start].lines().any(|line| {
            line.trim_start().strip_prefix(field.name).is_some_and(|rest| rest.starts_with(':'))
        })
    };
    let holds = |field: &&Field| {
        inner(&field.shape).is_some_and(|(inner, _)| inner.iter().any(|it| it.name == entry.key))
    };
    if reader.notation == Notation::Toml {
        return None;
    }
    let field = fields.iter().filter(holds).find(is_above)?;
    let (_, is_list) = inner(&field.shape)?;
    let place = if is_list { "an entry of " } else { "" };
    Some(format!("It belongs to {place}“{}”: move it there", field.name))
}

fn unknown(
    fields: &[Field],
    tree: &[KeyValue],
    entry: &KeyValue,
    like: Like,
    reader: &Reader<'_>,
) -> Diagnostic {
    if entry.key.is_empty() {
        let span = reader.source.span(entry.key_range.clone());
        return Diagnostic::new(Code::UnknownField, span, "The name of this field is missing")
            .hint("Write the name before its value, or remove the line");
    }
    if let Some((message, hint)) = with_other_colon(fields, entry) {
        let span = reader.source.span(entry.key_range.clone());
        let diagnostic = Diagnostic::new(Code::UnknownField, span, message).hint(hint);
        let is_of_consent = fields.iter().any(|field| field.name == "withdrawn");
        // A clear no holds at once, and stops nothing.
        return match is_of_consent && Said::of(&entry.key) == Some(Said::No) {
            true => diagnostic.with_severity(Severity::Warning),
            false => diagnostic,
        };
    }
    let message = format!("There is no field called “{}” here", shortened(&entry.key));
    // A site may weigh slips as it likes, but not what somebody said of their consent.
    let has = |name: &str| fields.iter().any(|field| field.name == name);
    let is_consent = has("withdrawn")
        || has("consent") && like.near.or(like.written) == Some("consent")
        || withdrawal(fields, entry, reader).is_some();
    let span = reader.source.span(entry.key_range.clone());
    if !is_consent {
        return Diagnostic::new(Code::UnknownField, span, message)
            .hint(instead(fields, tree, entry, like, reader));
    }
    // A clear no holds at once, and stops nothing.
    let Some(how) = refusal(fields, entry, like, reader) else {
        return Diagnostic::new(Code::UnreadConsent, span, message)
            .hint(instead(fields, tree, entry, like, reader));
    };
    let message = format!("{message}; this counts as {how}");
    let whole = match like.near {
        Some("consent") => answers::group_of_nos(fields, entry, reader.notation),
        _ => None,
    };
    Diagnostic::new(Code::UnreadConsent, span, message)
        .with_severity(Severity::Warning)
        .hint(whole.unwrap_or_else(|| instead(fields, tree, entry, like, reader)))
}

/// What a field that there is not says of a consent, if it clearly takes it back: `samtykke: nej`.
fn refusal(
    fields: &[Field],
    entry: &KeyValue,
    like: Like,
    reader: &Reader<'_>,
) -> Option<&'static str> {
    let said = Said::of_node(&entry.value);
    if withdrawal(fields, entry, reader).is_some() {
        let is_day = |text: &str| date::parse_date(text).is_ok();
        let is_it = match &entry.value.value {
            Value::Scalar(text) => said == Some(Said::Yes) || is_day(text),
            Value::Empty | Value::List(_) | Value::Map(_) => false,
        };
        return is_it.then_some("a withdrawal");
    }
    let says_no = |node: &Node| Said::of_node(node) == Some(Said::No);
    let is_no = match (&entry.value.value, like.near.or(like.written)) {
        (Value::Map(answers), Some("consent")) => {
            answers.iter().any(|answer| says_no(&answer.value))
        }
        (_, Some("consent" | "photo" | "name")) => says_no(&entry.value),
        _ => false,
    };
    is_no.then_some("a no to name and pictures")
}

/// Whether somebody wrote the text itself as a field.
pub(super) fn is_text_below(key: &str) -> bool {
    let words =
        ["answer", "text", "body", "content", "svar", "tekst", "indhold", "antwoord", "inhoud"];
    words.contains(&key.to_lowercase().as_str())
}

/// A field within a group that has no space after its colon, or another sign in its place, as it is
/// right: `{photo:no}`, `{id： kirsten}`.
fn with_other_colon(fields: &[Field], entry: &KeyValue) -> Option<(&'static str, String)> {
    let is_sign =
        |c: char| matches!(c, ':' | '=') || COLONS.contains(&c) || SEMICOLONS.contains(&c);
    let (at, sign) = entry.key.char_indices().find(|(_, c)| is_sign(*c))?;
    let (name, value) = (entry.key[..at].trim(), entry.key[at + sign.len_utf8()..].trim());
    let is_field = fields.iter().any(|field| field.name == name);
    let is_whole = is_field && entry.value.value == Value::Empty;
    let whole = format!("{name}: {}", shortened(value));
    is_whole.then(|| match sign {
        ':' => {
            ("A space is missing after the colon", format!("Put a space after the colon: {whole}"))
        }
        '=' => ("This field has = in place of its colon", format!("Write {whole}")),
        sign if COLONS.contains(&sign) => {
            ("The colon of this field is not the ordinary one", format!("Write {whole}"))
        }
        _ => ("This field has a semicolon in place of its colon", format!("Write {whole}")),
    })
}

/// One text, as it stands in the group that is meant: `location: Aarhus` in `place`.
fn as_group(
    fields: &[Field],
    entry: &KeyValue,
    near: Option<&str>,
    reader: &Reader<'_>,
) -> Option<String> {
    let field = fields.iter().find(|field| Some(field.name) == near)?;
    let (Shape::Group(inner), Value::Scalar(value)) = (&field.shape, &entry.value.value) else {
        return None;
    };
    let first = inner.first().filter(|first| matches!(first.shape, Shape::Text))?;
    let is_yaml = reader.notation == Notation::Yaml;
    is_yaml.then(|| format!("{}: {{{}: {}}}", field.name, first.name, shortened(value)))
}

/// Where a withdrawal belongs that stands at the edge of the line: into `consent`, with its day.
fn withdrawal(fields: &[Field], entry: &KeyValue, reader: &Reader<'_>) -> Option<String> {
    let group = fields.iter().find(|field| field.name == "consent")?;
    let Shape::Group(inner) = group.shape else { return None };
    let is_meant = entry.key == "withdrawn"
        || translated::meant(&entry.key.to_lowercase(), inner) == Some("withdrawn");
    if !is_meant || reader.notation == Notation::Toml {
        return None;
    }
    let day = match &entry.value.value {
        Value::Scalar(day) if date::parse_date(day).is_ok() => Some(day.trim()),
        _ => None,
    };
    let is_there = reader.source.text.lines().any(|line| line.starts_with("consent:"));
    const DAY: &str = "the day on which they withdrew (year, month and day, with hyphens between)";
    Some(match (day, is_there) {
        (Some(day), true) => {
            format!("Write withdrawn: {day} within “consent”, and remove this line")
        }
        (Some(day), false) => {
            format!("Write consent: {{withdrawn: {day}}} in place of this line")
        }
        (None, true) => {
            format!("Write withdrawn: and {DAY} within “consent”, and remove this line")
        }
        (None, false) => format!(
            "Write consent: {{withdrawn: …}} in place of this line, and {DAY} in place of the dots"
        ),
    })
}

/// What to do about a field that is unknown.
fn instead(
    fields: &[Field],
    tree: &[KeyValue],
    entry: &KeyValue,
    like: Like,
    reader: &Reader<'_>,
) -> String {
    let near = like.near;
    if let Some(hint) = super::settings::elsewhere(fields, entry, reader) {
        return hint;
    }
    if let Some(hint) = withdrawal(fields, entry, reader) {
        return hint;
    }
    let has_status = tree.iter().any(|entry| entry.key == "status");
    if let Some(hint) = foreign::instead_of_hidden(fields, entry, reader.notation, has_status) {
        return hint;
    }
    if let Some(own) = translated::within(&entry.key, fields) {
        return match tree.iter().any(|other| other.key == own) {
            true => format!("“{own}” stands here already: keep one of the two"),
            false => format!("Write {own} in place of “{}”", shortened(&entry.key)),
        };
    }
    if near.is_some() && near == translated::meant(&entry.key, fields) {
        if let Some(whole) = as_group(fields, entry, near, reader) {
            return format!("Write {whole} in place of this line");
        }
        return format!("Write {} in place of “{}”", near.unwrap_or_default(), entry.key);
    }
    if let Some(written) = like.written {
        return format!("“{written}” stands here already: keep one of the two");
    }
    let line = || translated::line(&entry.key, fields);
    if let Some(line) = near.is_none().then(line).flatten() {
        return format!("Write {line} in place of this line");
    }
    if let Some(group) = belongs_into(fields, entry, reader) {
        return group;
    }
    if let Some(hint) = into_group(fields, tree, entry, reader) {
        return hint;
    }
    match near {
        Some(near) => format!("Did you mean “{near}”?"),
        None if is_text_below(&entry.key) => {
            "Move these words below the second ---, where the text stands, and remove this line"
                .to_owned()
        }
        None if entry.key.starts_with("//") => "Begin a comment with #".to_owned(),
        None if is_rest_of_text(entry, reader) => {
            "Put a text with a comma between quotes: between { and }, a comma begins the next field"
                .to_owned()
        }
        None => {
            let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
            format!("Use one of these: {}", names.join(", "))
        }
    }
}
