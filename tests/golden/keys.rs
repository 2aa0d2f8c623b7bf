//! Every word that an author may choose is told in words: a text that is missing shows its bare key.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::ROOT;
use crate::html::{pieces, told};
use crate::project::{Pages, Project, human, options};
use storywall::base::Code;
use storywall::data::Shape;
use storywall::document::Kind;

/// The templates and the files of the program that ask for texts.
fn askers() -> Vec<(String, String)> {
    let folders = ["themes/default/templates", "src/views", "src/document/markdown"];
    let entries =
        folders.iter().flat_map(|folder| walkdir::WalkDir::new(Path::new(ROOT).join(folder)));
    entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let text = fs::read_to_string(entry.path()).expect("a text file");
            (entry.path().display().to_string(), text)
        })
        .collect()
}

/// What stands in quotes behind each `mark`, and what follows the quote.
fn quoted<'a>(text: &'a str, mark: &str) -> Vec<(&'a str, &'a str)> {
    let behind = text.split(mark).skip(1);
    behind.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split_once('"')).collect()
}

#[test]
fn every_word_that_authors_may_choose_has_a_text() {
    let prefixes: BTreeSet<String> = askers()
        .iter()
        .flat_map(|(_, text)| {
            let in_templates = quoted(text, "t(key=").into_iter();
            let in_templates = in_templates.filter(|(_, rest)| rest.trim_start().starts_with('~'));
            let in_code =
                quoted(text, "format!(").into_iter().filter(|(key, _)| key.contains("-{"));
            let in_code = in_code.map(|(key, _)| key.split('{').next().unwrap_or_default());
            in_templates.map(|(key, _)| key).chain(in_code).map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|prefix| prefix.ends_with('-') && prefix.len() > 2 && !prefix.contains('/'))
        .collect();
    assert!(prefixes.len() > 8, "{prefixes:?}");
    let pages = everything();
    let mut bare = BTreeSet::new();
    for (address, html) in pages.html() {
        for words in told(&pieces(html)) {
            // Codes of reports stand on the page that says what they mean.
            let is_code = |word: &str| Code::ALL.iter().any(|code| code.name() == word);
            let is_key = |word: &&str| {
                prefixes.iter().any(|prefix| word.starts_with(prefix)) && !is_code(word)
            };
            // A key alone is one word; an address is none.
            let keys = words.split_whitespace().filter(is_key);
            bare.extend(keys.map(|key| format!("{key} stands in {address}")));
        }
    }
    assert!(bare.is_empty(), "{}", bare.into_iter().collect::<Vec<_>>().join("\n"));
}

/// A site in which every word stands that a field accepts.
fn everything() -> Pages {
    let mut project = Project::small();
    project.text("site.toml", "title = \"A\"\nlanguages = [\"en\", \"da\", \"nl\"]\n");
    project.text("content/themes/t.md", "---\ntitle: T\n---\n");
    project.picture("content/stories/pump.jpg", 600, 400);
    for person in ["jonas-holm", "emil-nygaard"] {
        project.text(&format!("content/people/{person}.md"), "---\nname: Jonas\n---\n");
    }
    for kind in Kind::ALL {
        let needed = kind.fields().iter().filter(|field| field.required);
        let mut rest: Vec<String> =
            needed.map(|field| format!("{}: {}", field.name, field.example)).collect();
        if *kind == Kind::Story {
            let shown = "theme: t\ndate: 2026-11-01\nfeatured: {month: 2026-10}\noutcome: [{on: 2026-11-01, note: N}]";
            rest.extend(shown.lines().map(str::to_owned));
        }
        for (at, line) in choices(*kind).into_iter().enumerate() {
            // An entry of it says who it is.
            let line = line.replace("people: [{", "people: [{id: emil-nygaard, ");
            let own = line.split(':').next().unwrap_or_default();
            let others = rest.iter().filter(|other| other.split(':').next() != Some(own));
            let others: String = others.map(|other| format!("{other}\n")).collect();
            let path = format!("{}n{at}.md", kind.folder());
            project.text(&path, &format!("---\n{others}{line}\n---\n"));
        }
    }
    for (at, cfp) in ["2026-11-21", "2026-11-25", "2027-01-15", "2026-01-01"].iter().enumerate() {
        let text = "name: A\nurl: https://a.example/\nstart: 2027-04-15\nplace: {city: A}";
        let path = format!("content/speaking/c{at}.md");
        project.text(&path, &format!("---\n{text}\ncfp: {{closes: {cfp}}}\n---\n"));
    }
    let snapshot = project.open(options());
    assert!(!snapshot.has_errors(), "{}", human(&snapshot, snapshot.diagnostics()));
    Pages::of(&snapshot)
}

/// A line of front matter for each word that a field of the kind accepts.
fn choices(kind: Kind) -> Vec<String> {
    let mut lines = vec![];
    for field in kind.fields() {
        for value in words(&field.shape) {
            lines.push(format!("{}: {value}", field.name));
        }
    }
    lines
}

fn words(shape: &Shape) -> Vec<String> {
    match shape {
        Shape::Choice(words) => words.iter().map(|word| (*word).to_owned()).collect(),
        Shape::List(inner) => words(inner).into_iter().map(|word| format!("[{word}]")).collect(),
        Shape::Group(fields) => {
            let mut all = vec![];
            for field in *fields {
                let others =
                    fields.iter().filter(|other| other.required && other.name != field.name);
                let others: String =
                    others.map(|other| format!(", {}: {}", other.name, other.example)).collect();
                let values = match field.shape {
                    Shape::YesNo => vec!["yes".to_owned(), "no".to_owned()],
                    ref shape => words(shape),
                };
                all.extend(
                    values.iter().map(|value| format!("{{{}: {value}{others}}}", field.name)),
                );
            }
            all
        }
        _ => vec![],
    }
}
