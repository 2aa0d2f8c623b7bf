//! How to reach somebody whose file cannot be read as it is, or who does not want to be named: what
//! its lines say of numbers and email addresses, wherever they stand, so that no page shows them.

use unicode_normalization::char::is_combining_mark;

use crate::data::addresses::is_mail;
use crate::data::{KeyValue, Node, Value};

const NAME: &[&str] = &["name", "navn", "naam"];
const PHONE: &[&str] = &[
    "phone",
    "telephone",
    "tel",
    "tlf",
    "telefon",
    "telefoon",
    "mobile",
    "mobil",
    "mobiel",
    "number",
    "nummer",
    "contact",
    "kontakt",
];
const MAIL: &[&str] = &["mail", "email", "e-mail", "epost", "e-post", "mailadres"];

/// More are no file of one person.
const MOST: usize = 8;

/// What a line says as the name, if one does.
pub(super) fn name(text: &str) -> Option<String> {
    let is_of_name = |c: char| c.is_alphabetic() || is_combining_mark(c) || " '’.-".contains(c);
    said(text, NAME).find(|name| name.contains(' ') && name.chars().all(is_of_name))
}

/// Writes the numbers and addresses of the text among the fields. Where some of the file is lost,
/// all of them; otherwise those that the fields do not say.
pub(super) fn contact(entries: &mut Vec<KeyValue>, text: &str, is_lost: bool) {
    let known = ways_of(entries).and_then(|ways| scalar(ways, "phone"));
    let phones = said(text, PHONE).filter(|it| it.contains(|c: char| c.is_numeric()));
    let phones = distinct(known.into_iter().chain(phones));
    let mails = distinct(said(text, MAIL).filter(|it| is_mail(it)));
    if phones.is_empty() && mails.is_empty() {
        return;
    }
    if !entries.iter().any(|entry| entry.key == "contact") {
        entries.push(field("contact", Value::Map(vec![])));
    }
    // Of two such fields, nobody knows which one is read.
    let all = entries.iter_mut().filter(|entry| entry.key == "contact");
    all.for_each(|entry| add(&mut entry.value.value, &phones, &mails, is_lost));
}

fn add(contact: &mut Value, phones: &[String], mails: &[String], is_lost: bool) {
    if !matches!(contact, Value::Map(_)) {
        *contact = Value::Map(vec![]);
    }
    let Value::Map(ways) = contact else { return };
    let is_there = |ways: &[KeyValue], key: &str| ways.iter().any(|way| way.key == key);
    if !phones.is_empty() && (is_lost || !is_there(ways, "phone")) {
        ways.retain(|way| way.key != "phone");
        ways.push(field("phone", Value::Scalar(phones.join(" / "))));
    }
    if let Some(mail) = mails.first().filter(|_| !is_there(ways, "mail")) {
        ways.push(field("mail", Value::Scalar(mail.clone())));
    }
}

fn ways_of(entries: &[KeyValue]) -> Option<&[KeyValue]> {
    match &entries.iter().find(|entry| entry.key == "contact")?.value.value {
        Value::Map(ways) => Some(ways),
        _ => None,
    }
}

fn scalar(ways: &[KeyValue], key: &str) -> Option<String> {
    match &ways.iter().find(|way| way.key == key)?.value.value {
        Value::Scalar(said) => Some(said.clone()),
        _ => None,
    }
}

fn field(key: &str, value: Value) -> KeyValue {
    KeyValue { key: key.to_owned(), key_range: 0..0, value: Node { value, range: 0..0 } }
}

/// What stands behind one of these words and a colon, on a line or between braces.
fn said<'a>(text: &'a str, keys: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    let parts = text.lines().flat_map(|line| line.split([',', '{', '}', ';']));
    parts.filter_map(move |part| {
        let (key, value) = part.split_once([':', '='])?;
        let is_sign = |c: char| !c.is_alphanumeric();
        let key = key.trim_matches(is_sign).to_lowercase();
        let value = value.trim().trim_matches(['"', '\'', ' ', '<', '>', '*', '_', '|']);
        (keys.contains(&&*key) && !value.is_empty()).then(|| value.to_owned())
    })
}

fn distinct(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut kept: Vec<String> = vec![];
    for one in all {
        if kept.len() < MOST && !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(text: &str) -> Vec<String> {
        let mut entries = vec![];
        contact(&mut entries, text, true);
        let Some(Value::Map(ways)) = entries.pop().map(|entry| entry.value.value) else {
            return vec![];
        };
        let said = |way: KeyValue| match way.value.value {
            Value::Scalar(said) => format!("{} {said}", way.key),
            other => format!("{other:?}"),
        };
        ways.into_iter().map(said).collect()
    }

    #[test]
    fn numbers_and_addresses_are_read_from_any_line() {
        for text in [
            "name: Vera\nphone: +45 61 72 83 94\nmail: vera@x.example\n",
            "contact: {phone: \"+45 61 72 83 94\", mail: vera@x.example}",
            "| Phone: +45 61 72 83 94\n- **E-mail:** vera@x.example\n",
            "phone = '+45 61 72 83 94'\nemail = 'vera@x.example'\n",
        ] {
            assert_eq!(ways(text), ["phone +45 61 72 83 94", "mail vera@x.example"], "{text}");
        }
        assert_eq!(ways("phone: 1 2\nphone: 3 4\nphone: 1 2\n"), ["phone 1 2 / 3 4"]);
        assert_eq!(ways("Call me: at noon\nmail: none\n"), [""; 0]);
        assert_eq!(
            name("x\nname: Vera Kj\u{FFFD}r\nnavn: Vera Kjær\n").as_deref(),
            Some("Vera Kjær")
        );
    }
}
