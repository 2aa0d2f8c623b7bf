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
    if let Some((name, value)) =
        closing(fields, written).or_else(|| reaching(fields, written, notation))
    {
        return Some(format!("Write {{{}}} in its place", said(name, &value, notation)));
    }
    // How somebody is reached is a number or an address, and nothing else.
    if fields.iter().any(|field| field.name == "phone") {
        return None;
    }
    // A group that needs a field is no group without it.
    let needs_one = fields.iter().any(|field| field.required);
    let likely = || fields.iter().filter(|field| field.required || !needs_one);
    let is_choice =
        |field: &&Field| matches!(field.shape, Shape::Choice(_)) && suits(&field.shape, written);
    if let Some(field) = likely().find(is_choice) {
        let word = written.to_lowercase();
        let word = if notation == Notation::Yaml { word } else { quoted(&word) };
        return Some(format!("Write {{{}}} in its place", said(field.name, &word, notation)));
    }
    let field = likely().find(|field| suits(&field.shape, written))?;
    if field.name == "city"
        && fields.iter().any(|it| it.name == "country")
        && let Some((city, country)) = written.split_once(", ").filter(|(_, it)| !it.contains(','))
    {
        let (city, country) = match notation {
            Notation::Yaml => (city.to_owned(), country.to_owned()),
            Notation::Toml => (quoted(city), quoted(country)),
        };
        let (city, country) = (said("city", &city, notation), said("country", &country, notation));
        return Some(format!("Write {{{city}, {country}}} in its place"));
    }
    let several = [", ", " og ", " and ", " en ", " & "].iter().any(|it| written.contains(it));
    if field.name == "name" && several {
        return Some(of_several(written, notation));
    }
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

/// A group for each of several people: `people: Bo Lund, Ole`.
fn of_several(written: &str, notation: Notation) -> String {
    let mut names = vec![written];
    for between in [",", " og ", " and ", " en ", " & "] {
        names = names.into_iter().flat_map(|part| part.split(between)).collect();
    }
    let names = names.into_iter().map(str::trim).filter(|name| !name.is_empty());
    let groups = names.map(|name| match notation {
        Notation::Yaml => format!("{{name: {name}}}"),
        Notation::Toml => format!("{{name = {}}}", quoted(name)),
    });
    format!("Write [{}] in its place", groups.collect::<Vec<_>>().join(", "))
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

/// A number or an address at which somebody is reached: `contact: +45 00 00 44 12`.
fn reaching(fields: &[Field], written: &str, notation: Notation) -> Option<(&'static str, String)> {
    let field = |name: &str| fields.iter().map(|it| it.name).find(|it| *it == name);
    let (phone, mail) = (field("phone")?, field("mail")?);
    let digits = written.chars().filter(char::is_ascii_digit).count();
    let is_number =
        digits > 5 && written.chars().all(|c| c.is_ascii_digit() || "+-()./ ".contains(c));
    let is_address = written.matches('@').count() == 1 && !written.contains([' ', ',', '<', '(']);
    let name = if is_number { phone } else { Some(mail).filter(|_| is_address)? };
    let value = match notation {
        Notation::Yaml if is_number || is_address => written.to_owned(),
        Notation::Yaml | Notation::Toml => quoted(written),
    };
    Some((name, value))
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
        Shape::Choice(words) => words.contains(&&*written.to_lowercase()),
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
