//! Each code of the table is told by some part of the program, and seen in an example.

#![expect(clippy::disallowed_methods, reason = "it reads the sources and the examples")]

use std::path::Path;

use storywall::base::Code;

/// Codes without an example in `tests/spec` or `tests/cli`: the test that brings them about, and why
/// there is none.
const WITHOUT_EXAMPLE: &[(Code, &str, &str)] = &[
    (Code::ChangedWhilePublishing, "src/io/store.rs", "a file must change within one build"),
    (Code::TooManyHeadings, "src/document/markdown/tests/hostile.rs", "it takes 501 headings"),
    (Code::TooManyMarks, "src/document/markdown/tests/hostile.rs", "it takes 60,000 marks"),
    (Code::TooMuchHtml, "src/document/markdown/tests/raw.rs", "it takes 1,500 tags"),
    (Code::MoreProblems, "tests/hostile/texts.rs", "it takes more than 200 problems in a file"),
];

#[test]
fn every_code_is_told_by_the_program() {
    let own = |path: &str| !path.contains("base/codes/") && !path.contains("/tests");
    let sources: Vec<String> = files("src", ".rs")
        .into_iter()
        .filter(|(path, _)| own(path))
        .map(|(_, text)| without_tests(&text).to_owned())
        .collect();
    let silent = |code: &&Code| {
        let name = format!("Code::{code:?}");
        let told = |text: &String| {
            text.match_indices(&name)
                .any(|(at, _)| !text[at + name.len()..].starts_with(char::is_alphanumeric))
        };
        !sources.iter().any(told)
    };
    let silent: Vec<&Code> = Code::ALL.iter().filter(silent).collect();
    assert!(silent.is_empty(), "nothing in src/ tells these codes: {silent:?}");
}

#[test]
fn every_code_has_an_example() {
    let mut examples = files("tests/spec", ".md");
    examples.extend(files("tests/cli", ".md"));
    let mut wrong = vec![];
    for code in Code::ALL {
        let told = format!("[{}]: ", code.name());
        let is_shown = examples.iter().any(|(_, text)| text.contains(&told));
        let except = WITHOUT_EXAMPLE.iter().find(|(other, ..)| other == code);
        match (is_shown, except) {
            (false, None) => wrong.push(format!("{} has no example in tests/spec", code.name())),
            (true, Some(_)) => wrong.push(format!("{} has an example after all", code.name())),
            (false, Some((_, test, _))) if !names(test, *code) => {
                wrong.push(format!("{test} does not name {}", code.name()));
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a test of the program names a code.
fn names(test: &str, code: Code) -> bool {
    let text = std::fs::read_to_string(root().join(test)).unwrap_or_default();
    // Of a source, the tests at its end.
    let text = if test.starts_with("src/") && !test.contains("/tests/") {
        &text[without_tests(&text).len()..]
    } else {
        &text
    };
    text.contains(&format!("\"{}\"", code.name())) || text.contains(&format!("Code::{code:?}"))
}

/// A source without the tests at its end.
fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod tests {").map_or(text, |at| &text[..at])
}

fn files(below: &str, end: &str) -> Vec<(String, String)> {
    let all = walkdir::WalkDir::new(root().join(below)).into_iter().filter_map(Result::ok);
    let paths = all.map(|entry| entry.path().to_string_lossy().replace('\\', "/"));
    paths
        .filter(|path| path.ends_with(end))
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a text");
            (path, text)
        })
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
