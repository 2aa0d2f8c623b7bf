//! Markup, addresses and words of templates in every field of every kind, wherever a text may stand
//! in it: nothing of it is more than words, and every page can be made.

use super::project::{Pages, Project, options};
use super::sound::assert_sound;
use storywall::data::{Field, Shape};
use storywall::document::{Highlighter, Kind};

/// Between double quotes of YAML.
const ATTACKS: &[&str] = &[
    "\\\"'><hostile onhostile=x>{{ 7 * 7 }}{% for %}",
    "javascript:hostile()",
    "https://a.example/\\\"><hostile>",
    "</script></style></textarea></title><hostile>",
    "../../../etc/hostile",
    "",
    "\\r\\n\\t",
    "---",
];

/// The value of a field with the attack in each place where a text can stand.
fn attacked(shape: &Shape, attack: &str) -> String {
    match shape {
        Shape::List(inner) => format!("[{}]", attacked(inner, attack)),
        Shape::Group(fields) => {
            let one = |field: &Field| format!("{}: {}", field.name, attacked(&field.shape, attack));
            format!("{{{}}}", fields.iter().map(one).collect::<Vec<_>>().join(", "))
        }
        _ => format!("\"{attack}\""),
    }
}

/// A text of the kind that says no more than it must, and the attack in one field.
fn text(kind: Kind, attacked_field: &Field, attack: &str) -> String {
    let value = |field: &Field| match field.name == attacked_field.name {
        true => attacked(&field.shape, attack),
        false => field.example.to_owned(),
    };
    let is_said = |field: &&Field| field.required || field.name == attacked_field.name;
    let fields = kind.fields().iter().filter(is_said);
    let lines: String = fields.map(|field| format!("{}: {}\n", field.name, value(field))).collect();
    format!("---\n{lines}---\nText.\n")
}

#[test]
fn every_field_is_shown_as_plain_text() {
    let highlighter = Highlighter::new();
    for (number, attack) in ATTACKS.iter().enumerate() {
        let mut project = Project::small();
        for person in ["jonas-holm", "emil-nygaard"] {
            project.text(&format!("content/people/{person}.md"), "---\nname: Jonas\n---\n");
        }
        for kind in Kind::ALL {
            for field in kind.fields() {
                let path = format!("{}n{number}-{}.md", kind.folder(), field.name);
                let text = text(*kind, field, attack);
                assert_sound(&path, &text, &highlighter);
                project.text(&path, &text);
            }
        }
        let pages = Pages::of(&project.open(options()));
        assert_eq!(pages.mistakes, [], "{attack}");
        assert!(pages.all.len() > 100, "{attack}: the texts are shown");
        for (address, bytes) in &pages.all {
            let text = String::from_utf8_lossy(bytes);
            let is_markup = address.ends_with(".html") || address.ends_with(".xml");
            for broken in
                ["<hostile", "href=\"javascript:", "src=\"javascript:", "action=\"javascript:"]
            {
                assert!(!(is_markup && text.contains(broken)), "{attack}: {broken} in {address}");
            }
        }
    }
}
