//! The specification by example, which is the authors' reference too: `tests/spec/*.md`.
//!
//! A heading is a test. The fenced blocks below it are, in their order:
//!
//! - files: ```` ```md content/stories/ana.md ````, ```` ```toml site.toml ````, and so `html`,
//!   `css`, `ftl`; with `escaped` behind the path, `\u{202e}` and `\r` are what they stand for.
//!   ```` ```picture content/stories/pump.jpg 800x600 ```` is a photo (`moves`, `deep` or `png`
//!   behind it say more), ```` ```paper content/a.pdf place names ```` a paper and what it tells, ````
//!   ```flaw content/a.md not-utf8 ```` a file that cannot be used. A test starts from a small
//!   site (a name, a purpose, Anna Bech whom people can ask) and from the blocks above the
//!   document's first test;
//! - what happens: ```` ```edit FILE ````, ```` ```delete FILE ````, and ```` ```console ```` with
//!   a line such as `$ storywall build --today 2027-01-16 --audience public --drafts`;
//! - expectations: ```` ```html /stories/ana.html ```` is what stands inside `<main>`, or parts of
//!   the whole page where it begins with `…`; `xml`, `json` and `text` likewise for what is no page;
//!   ```` ```report ```` is what `build` tells; ```` ```routes /stories ```` are addresses;
//!   ```` ```changed ```` are those whose bytes differ since the last expectation; ```` ```nowhere
//!   ```` has words that stand in no byte and no address.
//!
//! A site with complaints must have a `report`. An unknown block fails, and so does a block that
//! nothing is held against, or a document without tests. Today is 21 November 2026.
//! `UPDATE=1 cargo test --test spec` writes what there is into the blocks; `SPEC=word` runs the
//! documents and tests whose name holds the word.
#![expect(clippy::disallowed_methods, reason = "a test reads its documents")]

mod document;
mod example;
mod expect;
mod markup;
#[path = "../project/mod.rs"]
mod project;

use std::path::Path;
use std::{env, fs};

use document::Document;
use rayon::prelude::*;

#[test]
fn every_example_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let wanted = env::var("SPEC").unwrap_or_default();
    let update = env::var_os("UPDATE").is_some();
    let mut documents: Vec<Document> = fs::read_dir(&folder)
        .expect("the folder of the documents")
        .map(|entry| entry.expect("a document").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            Document::parse(&name, fs::read_to_string(&path).expect("a document is text"))
        })
        .collect();
    documents.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(!documents.is_empty(), "there are no documents");
    let failures: Vec<String> = documents
        .par_iter()
        .flat_map(|document| {
            let Held { mut failures, differences, text } = hold(document, &wanted);
            if !update {
                failures.extend(differences);
            } else if text != document.text {
                fs::write(folder.join(format!("{}.md", document.name)), text)
                    .expect("a document that can be written");
            }
            failures
        })
        .collect();
    assert!(failures.is_empty(), "\n{}\n{} fail", failures.join("\n\n"), failures.len());
}

/// What came of a document's tests.
struct Held {
    failures: Vec<String>,
    /// Failures that are none in `text`.
    differences: Vec<String>,
    text: String,
}

fn hold(document: &Document, wanted: &str) -> Held {
    let (mut failures, mut differences, mut rewritten) = (vec![], vec![], vec![]);
    if document.tests.is_empty() {
        failures.push(format!("{}: no tests", document.name));
    }
    let tests: Vec<_> = document
        .tests
        .par_iter()
        .filter(|test| document.name.contains(wanted) || test.title.contains(wanted))
        // `./test` has every feature; a plain `cargo test` has not.
        .filter(|test| cfg!(feature = "avif") || !test.title.contains("AVIF"))
        .map(|test| (test, example::run(&document.shared, test)))
        .collect();
    for (test, outcome) in tests {
        let named = |why: &String| format!("{}, {}: {why}", document.name, test.title);
        failures.extend(outcome.failures.iter().map(named));
        differences.extend(outcome.differences.iter().map(named));
        rewritten.extend(outcome.rewritten);
    }
    Held { failures, differences, text: document.rewritten(rewritten) }
}
