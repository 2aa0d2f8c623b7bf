//! What is said of the program and of the site is still said, is shown by something, and is said in
//! all languages: `claims.toml` lists the sentences and tells what shows each.
//!
//! What cannot be held here is whether a test shows all that a sentence says: who lists one judges.

use std::collections::BTreeMap;

use serde::Deserialize;
use storywall::base::Severity;

use crate::none;
use crate::project::{Project, options};
use crate::reading::{LANGUAGES, TEXTS, read, root};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    topic: Vec<Topic>,
    #[serde(default)]
    other: Vec<Other>,
}

/// Sentences that the same things show.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Topic {
    name: String,
    /// `FILE: NAME` of a test, or a heading of a specification or of a transcript.
    #[serde(default)]
    shown_by: Vec<String>,
    /// What somebody ran, and what they saw.
    #[serde(default)]
    tried: String,
    /// Why nobody did.
    #[serde(default)]
    untried: String,
    claim: Vec<Claim>,
}

/// A sentence, or a part of one that no other line of its file has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claim {
    /// A text of `content/` without ending and language, or a file.
    r#in: String,
    /// In a file that is no text of `content/`.
    says: Option<String>,
    en: Option<String>,
    da: Option<String>,
    nl: Option<String>,
}

/// Lines that sound as if they promised something, and do not.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Other {
    /// A file.
    r#in: String,
    /// How they begin.
    lines: Vec<String>,
    why: String,
}

fn list() -> List {
    toml::from_str(&read("tests/words/claims.toml"))
        .unwrap_or_else(|it| panic!("tests/words/claims.toml: {it}"))
}

impl Claim {
    /// What is said in which file.
    fn said(&self) -> Vec<(String, &str)> {
        if let Some(words) = &self.says {
            return vec![(self.r#in.clone(), words)];
        }
        let by_language = [("", &self.en), (".da", &self.da), (".nl", &self.nl)];
        let said = by_language.into_iter().filter_map(|(ending, words)| {
            Some((format!("content/{}{ending}.md", self.r#in), words.as_deref()?))
        });
        said.collect()
    }
}

/// One blank between words.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_sentence_of_the_list_is_still_said() {
    let mut wrong = vec![];
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (claim, topic) in list().topic.iter().flat_map(|it| it.claim.iter().map(move |c| (c, it))) {
        for (file, words) in claim.said() {
            let text = files.entry(file.clone()).or_insert_with(|| plain(&read(&file)));
            if !text.contains(&plain(words)) {
                wrong.push(format!(
                    "{file} no longer says “{words}”: is “{}” still shown?",
                    topic.name
                ));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_sentence_is_listed_in_all_its_languages() {
    let mut wrong = vec![];
    for claim in list().topic.iter().flat_map(|it| &it.claim) {
        let name = &claim.r#in;
        if claim.says.is_some() {
            if claim.en.is_some() || claim.da.is_some() || claim.nl.is_some() {
                wrong.push(format!("{name} has `says` and languages"));
            }
            continue;
        }
        for (language, words) in [("en", &claim.en), ("da", &claim.da), ("nl", &claim.nl)] {
            if words.is_none() {
                let said = claim.said();
                let of = said.first().map_or("a claim", |it| it.1);
                wrong.push(format!("{name}: “{of}” is not listed in “{language}”"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn what_shows_a_claim_is_there() {
    let mut wrong = vec![];
    for topic in &list().topic {
        let name = &topic.name;
        if topic.shown_by.is_empty() && topic.tried.is_empty() && topic.untried.is_empty() {
            wrong.push(format!("nothing shows that “{name}”"));
        }
        for test in &topic.shown_by {
            let (file, test_name) = test.split_once(": ").unwrap_or((test, ""));
            if !root().join(file).is_file() || !has_test(&read(file), file, test_name) {
                wrong.push(format!("“{name}” is shown by {test}, which is not there"));
            }
        }
    }
    none(&wrong);
}

fn has_test(text: &str, file: &str, name: &str) -> bool {
    let ending = file.rsplit('.').next().unwrap_or_default();
    match ending {
        "rs" => text.lines().any(|line| line.trim_start().starts_with(&format!("fn {name}("))),
        "md" => text
            .lines()
            .any(|line| line.starts_with('#') && line.trim_start_matches('#').trim_start() == name),
        "mjs" => ["'", "`", "\""].iter().any(|it| text.contains(&format!("test({it}{name}{it}"))),
        _ => false,
    }
}

#[test]
fn a_test_is_found_by_its_name_and_no_other() {
    for (file, text) in [
        ("a.rs", "#[test]\n    fn it_holds() {"),
        ("a.md", "## it_holds\n"),
        ("a.mjs", "test('it_holds', async"),
    ] {
        assert!(has_test(text, file, "it_holds"), "{file}");
        assert!(!has_test(text, file, "it_hold"), "{file}");
        assert!(!has_test(text, file, "holds"), "{file}");
    }
}

/// Words with which the texts of the example speak of the program or of the site.
const SPEAKS: [(&str, &[&str]); 3] = [
    (
        "en",
        &[
            "storywall ",
            "the program ",
            "this site",
            "the site ",
            "update of the site",
            "site is next built",
            "the check ",
        ],
    ),
    (
        "da",
        &[
            "storywall ",
            "programmet tjekker",
            "programmet ikke",
            "kan programmet",
            "skriver programmet",
            "siden bliver opdateret",
            "næste opdatering",
            "finder siden",
            "tager siden",
            "siden noterer",
            "her på siden",
        ],
    ),
    (
        "nl",
        &[
            "storywall ",
            "het programma ",
            "de computer ",
            "de site ",
            "deze site",
            "update van de site",
        ],
    ),
];

/// A line that speaks of the program or of the site has a sentence in the list, or is excused there.
/// Stories, people, talks and events are not read: they speak of other things.
#[test]
fn what_the_handbook_says_of_the_program_is_listed() {
    let list = list();
    let of_others = ["stories", "people", "talks", "speaking", "themes"];
    let mut wrong = vec![];
    for text in TEXTS.iter().filter(|text| !of_others.iter().any(|it| text.is_in(it))) {
        let words = SPEAKS.iter().find(|it| it.0 == text.language).map_or(&[][..], |it| it.1);
        for line in text.body.lines() {
            let small = line.to_lowercase();
            if words.iter().any(|it| small.contains(it)) && !list.knows(&text.place(), line) {
                wrong.push(format!("{} is in no claim: {line}", text.place()));
            }
        }
    }
    none(&wrong);
}

/// Each paragraph, entry and row of the README has a sentence in the list, or is excused there.
#[test]
fn every_line_of_the_readme_is_listed() {
    let list = list();
    let readme = read("README.md");
    let outside_of_code = readme.split("```").step_by(2).flat_map(str::lines);
    let mut wrong = vec![];
    let is_words = |line: &&str| {
        !line.is_empty() && !line.starts_with(['#', '!', '>']) && !line.starts_with("|---")
    };
    for line in outside_of_code.filter(is_words).filter(|it| !list.knows("README.md", it)) {
        wrong.push(format!("README.md: in no claim: {line}"));
    }
    none(&wrong);
}

impl List {
    fn knows(&self, file: &str, line: &str) -> bool {
        let line = plain(line);
        let excused = self.other.iter().filter(|it| it.r#in == file && !it.why.is_empty());
        excused.flat_map(|it| &it.lines).any(|it| line.starts_with(it.as_str()))
            || self.topic.iter().flat_map(|it| &it.claim).any(|claim| {
                let mut said = claim.said().into_iter();
                said.any(|(place, words)| place == file && line.contains(&plain(words)))
            })
    }
}

/// What pages of the handbook show as a file, put where they say, has no mistake: of the first block
/// of Markdown or YAML with fields in each of them.
#[test]
fn the_files_that_the_handbook_shows_have_no_mistake() {
    let mut project = Project::on_disk(&root());
    let is_of_the_site = |path: &str| path.starts_with("content/") || path == "site.toml";
    project.files.retain(|path, _| is_of_the_site(path.as_str()));
    let mut shown: BTreeMap<String, String> = BTreeMap::new();
    for name in ["tell-yours", "how-to/by-pull-request", "writing-front-matter"] {
        for language in LANGUAGES {
            let ending = if language == "en" { String::new() } else { format!(".{language}") };
            let file = format!("content/{name}{ending}.md");
            let page = read(&file);
            let block = page.split("```").skip(1).step_by(2).find(|it| it.contains("\n---\n"));
            let block = block.unwrap_or_else(|| panic!("{file} shows no file"));
            let (_, block) = block.split_once('\n').expect("the notation stands in a line");
            let story = format!("content/stories/shown-{}-{language}.md", shown.len());
            for line in block.lines().filter_map(|it| it.split_once("file: ")) {
                let photo = line.1.split([',', '}', ' ']).next().expect("a name").trim();
                project.picture(&format!("content/stories/{photo}"), 1600, 1200);
            }
            project.text(&story, &format!("{}\nIt ran again.\n", block.trim_end()));
            shown.insert(story, file);
        }
    }
    assert_eq!(shown.len(), 9, "three pages in three languages");
    let snapshot = project.open(options());
    let mut wrong = vec![];
    for found in snapshot.diagnostics().iter().filter(|it| it.severity() != Severity::Advice) {
        let place = found.span.path.as_str();
        let from = shown.get(place).map_or(place, String::as_str);
        wrong.push(format!("{from}: {}", found.message));
    }
    none(&wrong);
}
