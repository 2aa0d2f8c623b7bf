//! What an editor in the browser would not write again as it is: it knows one form of each field.

use std::ops::Range;

use super::Subject;
use crate::base::Source;
use crate::data::{Field, KeyValue, Node, Notation, Shape, Value};
use crate::document::front_matter;

/// What it would do to a field of a file, and what one can do about that; with its place.
pub(crate) fn unkept(
    source: &Source,
    subject: Subject,
    languages: &[String],
) -> Vec<(Range<usize>, String)> {
    let front = front_matter::read(source, &mut vec![]);
    let mut found = vec![];
    if front.tree.notation == Notation::Toml {
        let place = front.fence.clone();
        found.push((
            place,
            "The editor cannot read fields between lines of +++: write YAML".to_owned(),
        ));
        return found;
    }
    entries(&front.tree.entries, subject.fields(), source, languages, &mut found);
    found
}

fn entries(
    entries: &[KeyValue],
    fields: &[Field],
    source: &Source,
    languages: &[String],
    found: &mut Vec<(Range<usize>, String)>,
) {
    for entry in entries {
        let field = fields.iter().find(|field| field.name == entry.key);
        if let Some(remedy) = field.and_then(|field| remedy(field, &entry.value, languages)) {
            found.push((
                entry.key_range.clone(),
                format!("The editor would lose “{}”: write it as {remedy}", entry.key),
            ));
            continue;
        }
        let inner = match field.map(|field| &field.shape) {
            Some(Shape::Group(inner) | Shape::List(Shape::Group(inner))) => *inner,
            _ => &[],
        };
        values(&entry.key, &entry.value, inner, source, languages, found);
    }
}

fn values(
    key: &str,
    node: &Node,
    fields: &[Field],
    source: &Source,
    languages: &[String],
    found: &mut Vec<(Range<usize>, String)>,
) {
    match &node.value {
        Value::Empty => {}
        Value::Map(inner) => entries(inner, fields, source, languages, found),
        Value::List(items) => {
            items.iter().for_each(|item| values(key, item, fields, source, languages, found));
        }
        Value::Scalar(_) => {
            let written = source.text.get(node.range.clone()).unwrap_or_default().trim();
            if is_rewritten(written) {
                let says = format!(
                    "The editor would read “{key}” as a number and write another one: put {written} \
                     between quotes"
                );
                found.push((node.range.clone(), says));
            }
        }
    }
}

/// How a value must be written so that it is kept; `None` if it is written so.
fn remedy(field: &Field, node: &Node, languages: &[String]) -> Option<&'static str> {
    match (&field.shape, &node.value) {
        (Shape::Group(_), Value::Scalar(_)) => Some("fields on lines of their own"),
        (Shape::List(Shape::Group(_)), Value::Scalar(_) | Value::Map(_)) => {
            Some("a list, each entry with “- ” before it")
        }
        (Shape::Localized, Value::Map(_)) if languages.len() < 2 => Some("one text"),
        (Shape::List(Shape::Localized), Value::List(items))
            if languages.len() < 2
                && items.iter().any(|item| matches!(item.value, Value::Map(_))) =>
        {
            Some("a list of texts")
        }
        _ => None,
    }
}

/// Whether a value without quotes is a number of YAML that is not written as numbers are: `+45`,
/// `007`, `2.10`.
fn is_rewritten(written: &str) -> bool {
    let unsigned = written.strip_prefix(['+', '-']).unwrap_or(written);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let all_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let is_power = unsigned.split_once(['e', 'E']).is_some_and(|(number, power)| {
        let power = power.strip_prefix(['+', '-']).unwrap_or(power);
        let digits = number.replacen('.', "", 1);
        !digits.is_empty() && all_digits(&digits) && !power.is_empty() && all_digits(power)
    });
    let is_based = ["0x", "0o"].iter().any(|base| {
        unsigned
            .strip_prefix(base)
            .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_hexdigit()))
    });
    if is_power || is_based {
        return true;
    }
    let is_number = all_digits(whole) && all_digits(part) && !(whole.is_empty() && part.is_empty());
    let is_long = whole.len() + part.len() > 15;
    let is_usual = !written.starts_with('+')
        && (whole == "0" || !whole.is_empty() && !whole.starts_with('0'))
        && !part.ends_with('0')
        && unsigned.contains('.') != part.is_empty();
    is_number && (is_long || !is_usual)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;
    use crate::document::Kind;

    fn said(text: &str, kind: Kind, languages: &[&str]) -> Vec<String> {
        let path = SourcePath::new("content/a.md").expect("a path inside");
        let languages: Vec<String> = languages.iter().map(|it| (*it).to_owned()).collect();
        let found = unkept(&Source::new(path, text.to_owned()), kind.into(), &languages);
        found.into_iter().map(|(_, says)| says).collect()
    }

    #[test]
    fn numbers_that_are_words_need_quotes() {
        for written in
            ["+4500004412", "007", "2.10", "1e5", "0x1f", "1.", ".5", "12345678901234567"]
        {
            assert!(is_rewritten(written), "{written}");
        }
        for written in
            ["12", "0", "2.1", "-3", "2026-11-18", "1.2.3", "\"007\"", "", "+", "a", "0.5"]
        {
            assert!(!is_rewritten(written), "{written}");
        }
    }

    #[test]
    fn what_has_another_form_is_lost() {
        let one = "---\npeople: {id: mette-krogh, photo: no}\ncustomer: no\n---\n";
        let said_of_one = said(one, Kind::Story, &["en"]);
        assert_eq!(said_of_one.len(), 2, "{said_of_one:?}");
        assert!(said_of_one[0].starts_with("The editor would lose “people”"), "{said_of_one:?}");
        let fine = "---\npeople:\n  - {id: mette-krogh, photo: no}\nauthor: jonas-holm\n---\n";
        assert_eq!(said(fine, Kind::Story, &["en"]), Vec::<String>::new());
        let role =
            "---\nname: A\nrole: {en: Mate, da: Styrmand}\ncontact: {phone: +4500004412}\n---\n";
        assert_eq!(said(role, Kind::Person, &["en"]).len(), 2);
        assert_eq!(said(role, Kind::Person, &["en", "da"]).len(), 1, "it is kept, and not shown");
        assert_eq!(said("+++\ntitle = \"A\"\n+++\n", Kind::Page, &["en"]).len(), 1);
    }
}
