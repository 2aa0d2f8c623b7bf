//! What may come to stand in a field, by its shape: as it should be, as it may be, and as it must
//! not be.

use crate::chance::Chance;
use crate::flow::Flow;
use crate::project::Project;
use storywall::base::Content;
use storywall::data::{Field, Shape};

/// The things of a project that fields may name.
pub(crate) struct Names {
    texts: Vec<String>,
    files: Vec<String>,
    ids: Vec<String>,
}

impl Names {
    pub(crate) fn of(project: &Project) -> Names {
        let mut names = Names { texts: vec![], files: vec![], ids: vec![] };
        for (path, content) in &project.files {
            let path = path.as_str();
            match content {
                Content::Text(text) if path == "content/programme.toml" => {
                    let quoted = text.lines().filter_map(|line| line.strip_prefix("id = \""));
                    names.ids.extend(quoted.map(|id| id.trim_end_matches('"').to_owned()));
                }
                _ => match path.strip_prefix("content/") {
                    Some(inside) if inside.ends_with(".md") => names.texts.push(inside.to_owned()),
                    Some(inside) => names.files.push(inside.to_owned()),
                    None => {}
                },
            }
        }
        names
    }

    fn named(&self, what: &str, chance: &mut Chance) -> String {
        let folder = match what {
            "person" => "people/",
            "theme" => "themes/",
            "opportunity" => "speaking/",
            "page" => "",
            "file" => {
                let file = chance.one_of(&self.files).cloned().unwrap_or_default();
                let beside = file.rsplit('/').next().unwrap_or_default().to_owned();
                return if chance.once_in(3) { format!("/{file}") } else { beside };
            }
            _ => return chance.one_of(&self.ids).cloned().unwrap_or_default(),
        };
        let of_kind: Vec<&String> =
            self.texts.iter().filter(|text| text.starts_with(folder)).collect();
        let text = chance.one_of(&of_kind).map_or("nobody.md", |text| text.as_str());
        match chance.below(8) {
            0 => format!("/content/{text}"),
            1 => text.to_owned(),
            _ => text[folder.len().min(text.len())..].trim_end_matches(".md").to_owned(),
        }
    }

    /// A text of the project, by its path in `content/`.
    pub(crate) fn text(&self, chance: &mut Chance) -> String {
        chance.one_of(&self.texts).cloned().unwrap_or_default()
    }

    /// A picture of the project, by its path in `content/`.
    pub(crate) fn file(&self, chance: &mut Chance) -> String {
        chance.one_of(&self.files).cloned().unwrap_or_default()
    }
}

pub(crate) const DAYS: &[&str] = &[
    "2026-11-20",
    "2026-11-21",
    "2026-11-22",
    "2026-11-23",
    "2026-11-01",
    "2026-10-31",
    "2026-04-16",
    "2026-01-01",
    "2025-04-12",
    "2027-01-15",
    "2027-04-15",
    "2028-02-29",
];

const BROKEN: &[&str] = &[
    "[a, [b]]",
    "{a: b}",
    "\"\"",
    "tomorrow",
    "2026-13-40",
    "-1",
    "99999999999999",
    "\"a\\qb\"",
    "nobody",
    "hidden\u{202e}sign",
    "*x",
    "a: b: c",
];

/// Another value of the field: its value of now with one part changed, or another altogether.
pub(crate) fn other(field: &Field, now: Option<&Flow>, names: &Names, chance: &mut Chance) -> Flow {
    if chance.once_in(12) {
        return Flow::Word(chance.word(BROKEN));
    }
    match now {
        Some(now) if !chance.once_in(6) => changed(field, &field.shape, now, names, chance),
        _ => fresh(field, &field.shape, names, chance),
    }
}

fn changed(field: &Field, shape: &Shape, now: &Flow, names: &Names, chance: &mut Chance) -> Flow {
    match (shape, now) {
        (Shape::List(inner), Flow::List(items)) => {
            let mut items = items.clone();
            let at = chance.below(items.len());
            match chance.below(6) {
                0 => items.push(fresh(field, inner, names, chance)),
                1 if !items.is_empty() => drop(items.remove(at)),
                2 if !items.is_empty() => items.swap(0, at),
                _ if !items.is_empty() => {
                    items[at] = changed(field, inner, &items[at], names, chance);
                }
                _ => items.push(fresh(field, inner, names, chance)),
            }
            Flow::List(items)
        }
        // One thing alone is a list of one.
        (Shape::List(inner), one) if !chance.once_in(4) => {
            changed(field, inner, one, names, chance)
        }
        (Shape::List(_), one) => Flow::List(vec![one.clone()]),
        (Shape::Group(fields), Flow::Group(written)) => {
            let mut written = written.clone();
            let field = chance.one_of(fields).expect("a group has fields");
            let at = written.iter().position(|(name, _)| name == field.name);
            match at {
                Some(at) if chance.once_in(4) => drop(written.remove(at)),
                Some(at) => {
                    written[at].1 = changed(field, &field.shape, &written[at].1, names, chance);
                }
                None => {
                    let value = fresh(field, &field.shape, names, chance);
                    let at = chance.below(written.len() + 1);
                    written.insert(at, (field.name.to_owned(), value));
                }
            }
            Flow::Group(written)
        }
        _ => fresh(field, shape, names, chance),
    }
}

fn fresh(field: &Field, shape: &Shape, names: &Names, chance: &mut Chance) -> Flow {
    let word = match shape {
        Shape::List(inner) => {
            let count = 1 + chance.below(2);
            let items = (0..count).map(|_| fresh(field, inner, names, chance)).collect();
            return Flow::List(items);
        }
        Shape::Group(fields) => {
            let mut written = vec![];
            for field in *fields {
                if field.required || chance.once_in(2) {
                    let value = fresh(field, &field.shape, names, chance);
                    written.push((field.name.to_owned(), value));
                }
            }
            return Flow::Group(written);
        }
        _ if chance.once_in(30) => chance.word(BROKEN),
        // Months are texts, and so are addresses of this site and places in pictures.
        Shape::Text if field.example.starts_with("2026-") => {
            chance.word(&["2026-11", "2026-10", "2025-04"])
        }
        Shape::Text if field.name == "aliases" => chance.word(&[
            "old",
            "may-i",
            "stories/nut",
            "stories/pump",
            "faq/commas",
            "people/jonas",
            "Old Page",
        ]),
        Shape::Text if field.name == "focus" => chance.word(&["left top", "right", "center", "up"]),
        Shape::Text if field.name == "location" => chance.word(&["Esbjerg", "Rotterdam", "Åbenrå"]),
        Shape::Text if field.name == "series" => chance.word(&["days", "nights"]),
        Shape::Text if field.name == "alt" || field.name == "image_alt" => {
            chance.word(&["The pump", "pump.jpg", "decorative", "Image", "IMG_4412"])
        }
        Shape::Text if chance.once_in(12) => "long ".repeat(120).trim_end().to_owned(),
        Shape::Text if chance.once_in(3) => field.example.to_owned(),
        Shape::Text => chance.word(&[
            "Words",
            "Other *words* & <b>more</b>",
            "Åse",
            "zebra",
            "A",
            "Quoted “so”",
            "12",
            "\"quoted, so\"",
        ]),
        Shape::Number => chance.word(&["0", "1", "2", "3", "30", "4000000000"]),
        Shape::Amount => chance.word(&["0", "3", "7.5", "\"7,5\"", "1.234"]),
        Shape::YesNo => chance.word(&["yes", "no", "ja", "true"]),
        Shape::Date => chance.word(DAYS),
        Shape::Deadline => {
            let hour = chance.word(&["", "", "T23:59", "T00:00"]);
            chance.word(DAYS) + &hour
        }
        Shape::Every => chance.word(&["1d", "2w", "6m", "1y"]),
        Shape::Zone => chance.word(&["Europe/Copenhagen", "Asia/Tokyo", "AoE"]),
        Shape::WebAddress => chance.word(&[
            "https://a.example/",
            "http://b.example/c?utm_source=d",
            "https://days.example/2027",
        ]),
        Shape::Choice(words) => chance.word(words),
        Shape::Language => chance.word(&["en", "da", "da", "nl", "EN"]),
        Shape::Name(what) => names.named(what, chance),
        // An entry of a list.
        Shape::Localized if field.example.starts_with('[') => {
            chance.word(&["Words", "speak", "{en: Words, da: Ord}"])
        }
        Shape::Localized | Shape::Table(_) => field.example.to_owned(),
    };
    Flow::Word(word)
}
