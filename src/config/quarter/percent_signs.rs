//! Percent signs behind numbers that are no percentages: 12 % of conversations are not twelve
//! conversations. Such a number is taken out of what is read.

use crate::base::{Code, Diagnostic, Source};
use crate::config::measures::{Unit, unit_of};
use crate::data::fields::shortened;
use crate::data::{KeyValue, Node, Value};

/// Takes such numbers out of the fields of a file of a quarter.
pub(super) fn take_out(entries: &mut [KeyValue], source: &Source, out: &mut Vec<Diagnostic>) {
    let items = |key: &str| match entries.iter().find(|entry| entry.key == key)?.value.value {
        Value::List(ref items) => Some(items),
        _ => None,
    };
    let own = items("metrics").into_iter().flatten().filter_map(|item| fields(item));
    // A measure of one's own says what it counts; its months do not.
    let percentages: Vec<String> = own
        .filter(|fields| text(fields, "counts").is_some_and(|counts| counts == "percent"))
        .filter_map(|fields| text(fields, "id").map(str::to_owned))
        .collect();
    let mut wrong = |number: &Node, what: String, hint: &str| {
        let Value::Scalar(written) = &number.value else { return false };
        let is_percentage = written.trim_end().ends_with('%');
        if is_percentage {
            let message = format!("“{}” is a percentage, and {what}", shortened(written.trim()));
            let span = source.span(number.range.clone());
            out.push(Diagnostic::new(Code::BadNumber, span, message).hint(hint));
        }
        is_percentage
    };
    for entry in entries {
        let Value::List(items) = &mut entry.value.value else { continue };
        let names: &[&str] = match entry.key.as_str() {
            "metrics" => &["value", "previous", "target", "of"],
            "series" => &["v"],
            "asked" => &["value"],
            _ => continue,
        };
        for item in items {
            let Value::Map(of_item) = &mut item.value else { continue };
            let id = text(of_item, "id").unwrap_or_default().to_owned();
            let unit = match percentages.contains(&id) {
                true => unit_of(&id).unwrap_or(Unit::Percent),
                false => unit_of(&id).unwrap_or(Unit::People),
            };
            let is_mean = entry.key == "asked";
            let mut is_wrong = |field: &KeyValue| {
                let (what, hint) = match (&*field.key, unit) {
                    ("of", _) => ("“of” is a number of people or things".to_owned(), ALONE),
                    _ if is_mean => (format!("“{}” is the mean of answers", shortened(&id)), ALONE),
                    (_, Unit::Percent) => return false,
                    (_, unit) => {
                        (counts(&id, unit), if unit_of(&id).is_some() { ALONE } else { OWN })
                    }
                };
                names.contains(&&*field.key) && wrong(&field.value, what, hint)
            };
            for field in of_item.iter_mut().filter(|field| field.key == "points") {
                let Value::List(points) = &mut field.value.value else { continue };
                for point in points {
                    if let Value::Map(fields) = &mut point.value {
                        fields.retain(|field| !is_wrong(field));
                    }
                }
            }
            // The mean of a question is required, so it stays.
            of_item.retain(|field| !is_wrong(field) || is_mean);
        }
    }
}

const ALONE: &str = "Write the number itself, without the sign";
const OWN: &str =
    "Write the number itself, without the sign, or add counts = \"percent\" to the measure";

fn counts(id: &str, unit: Unit) -> String {
    let what = match unit {
        Unit::People => "counts people",
        Unit::Things => "counts things",
        Unit::Days => "counts days",
        Unit::Score => "is the mean of answers",
        Unit::Percent => "is one, too",
    };
    format!("“{}” {what}", shortened(id))
}

fn fields(item: &Node) -> Option<&[KeyValue]> {
    match &item.value {
        Value::Map(fields) => Some(fields),
        _ => None,
    }
}

/// What a field says, in words.
fn text<'a>(fields: &'a [KeyValue], name: &str) -> Option<&'a str> {
    match &fields.iter().find(|field| field.key == name)?.value.value {
        Value::Scalar(text) => Some(text.trim()),
        _ => None,
    }
}
