//! What the reference shows is true: its examples are read without a complaint.

use std::collections::BTreeSet;

use super::layout::lines;
use super::*;
use crate::base::{Diagnostic, Places, Source, SourcePath};
use crate::config::{BrandStops, Config};
use crate::data::Reader;
use crate::data::fields::read_tree;
use crate::document::front_matter;

#[test]
fn every_example_is_accepted() {
    for subject in Subject::all() {
        // Of two of which one takes the place of the other, one.
        let fields = subject.fields().iter().filter(|field| field.unless.is_none());
        let text = lines(&fields.copied().collect::<Vec<_>>(), subject.notation());
        assert_eq!(complaints(subject, &text), [], "{}:\n{text}", subject.word());
    }
}

#[test]
fn the_least_a_file_needs_is_enough() {
    for subject in Subject::all() {
        let needed: Vec<Field> =
            subject.fields().iter().filter(|field| field.required).copied().collect();
        let text = lines(&needed, subject.notation());
        assert_eq!(complaints(subject, &text), [], "{}:\n{text}", subject.word());
    }
}

#[test]
fn headings_differ_and_links_lead_to_one() {
    let page = markdown();
    let anchor = |heading: &str| heading.to_lowercase().replace('`', "").replace([' ', '_'], "-");
    let headings: Vec<String> = page
        .lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| anchor(line.trim_start_matches(['#', ' '])))
        .collect();
    let different: BTreeSet<&String> = headings.iter().collect();
    assert_eq!(different.len(), headings.len(), "{headings:?}");
    for link in page.split("](#").skip(1) {
        let to = link.split(')').next().unwrap_or_default().to_owned();
        assert!(headings.contains(&to), "{to}");
    }
}

#[test]
fn every_row_has_four_cells_and_every_field_a_row() {
    let page = markdown();
    for row in page.lines().filter(|line| line.starts_with('|')) {
        assert_eq!(row.replace("\\|", "").matches('|').count(), 5, "{row}");
    }
    for field in Subject::all().into_iter().flat_map(Subject::fields) {
        assert!(page.contains(&format!("\n| `{}`", field.name)), "{}", field.name);
    }
}

#[test]
fn a_schema_says_what_the_fields_say() {
    let story = json_schema(Kind::Story.into());
    assert_eq!(story["required"], serde_json::json!(["title"]));
    let either = serde_json::json!([{
        "if": {
            "required": ["anonymous"],
            "properties": { "anonymous": { "enum": [true, "yes", "ja"] } },
        },
        "then": { "properties": { "author": false } },
        "else": { "required": ["author"] },
    }]);
    assert_eq!(story["allOf"], either);
    assert_eq!(story["additionalProperties"], false);
    let properties = &story["properties"];
    let expected = serde_json::json!({
        "description": "Who tells it: one person, or several.",
        "anyOf": [
            { "type": "string", "maxLength": 300 },
            {
                "type": "array",
                "items": { "type": "string", "maxLength": 300 },
                "maxItems": 20,
            },
        ],
        "examples": ["jonas-holm"],
    });
    assert_eq!(properties["author"], expected);
    let expected = serde_json::json!({
        "description": "Who may see it: only colleagues, unless you say otherwise.",
        "enum": ["internal", "shareable", "public", null],
        "examples": ["internal"],
    });
    assert_eq!(properties["audience"], expected);
    assert_eq!(properties["title"]["maxLength"], 200);
    let people = &properties["people"];
    assert_eq!(people["examples"][0][0]["named"], true);
    assert_eq!(people["anyOf"][1]["items"]["additionalProperties"], false);
    let site = json_schema(Subject::Site);
    assert_eq!(site["properties"]["edit_url"]["format"], "uri-template");
    assert_eq!(site["properties"]["per_page"]["examples"], serde_json::json!([24]));
}

fn complaints(subject: Subject, text: &str) -> Vec<Diagnostic> {
    let text = match subject.notation() {
        Notation::Yaml => format!("---\n{text}---\n"),
        Notation::Toml => text.to_owned(),
    };
    let source = Source::new(SourcePath::new("content/a.md").expect("a path inside"), text);
    let languages = ["en", "da", "nl"].map(str::to_owned);
    let mut out = vec![];
    match subject {
        Subject::Programme => drop(Programme::read(&source, &languages, &mut out)),
        Subject::Quarter => drop(QuarterFile::read(&source, &languages, &mut out)),
        Subject::BrandStops => {
            drop(crate::config::read_table::<BrandStops>(&source, &languages, &mut out))
        }
        Subject::Jobs => drop(crate::config::read_table::<Jobs>(&source, &languages, &mut out)),
        Subject::Thanks => drop(crate::config::thanks::ThanksFile::read(&source, &mut out)),
        Subject::Site => drop(Config::read(&source, &mut out)),
        Subject::Kind(_) | Subject::Translation => {
            let front = front_matter::read(&source, &mut out);
            let mut reader = Reader {
                source: &source,
                notation: front.tree.notation,
                broken: front.tree.broken,
                is_submitted: false,
                languages: &languages,
                zone: None,
                field: "",
                fields: &[],
                places: &mut Places::default(),
                out: &mut out,
            };
            match subject {
                Subject::Kind(kind) => drop(kind.read(&front.tree, &front.fence, &mut reader)),
                _ => drop(read_tree::<Split<Translation>>(&front.tree, &front.fence, &mut reader)),
            }
        }
    }
    out
}
