//! The example with more than a hundred mistakes in it (`mistakes.toml`): one run of `check` finds each
//! at its exact line and column, and nothing else. Of the example itself, it finds nothing.

#![expect(clippy::disallowed_methods, reason = "it lays out a project on the disk and checks it")]

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// Stands before the place that a mistake is found at, and in no file.
const PLACE: char = '▶';

/// What is known and meant of the example: nothing that weighs more than advice.
const FEWEST: usize = 100;

#[test]
fn every_planted_mistake_is_found_at_its_place_and_nothing_beside_it() {
    let folder = example();
    let mistakes = mistakes();
    assert!(mistakes.len() >= FEWEST, "only {} mistakes are planted", mistakes.len());
    let mut expected = checked(folder.path());
    for mistake in &mistakes {
        let found = mistake.planted(folder.path());
        assert!(expected.insert(found), "{}: it is planted twice", mistake.what);
        for follower in &mistake.followers {
            expected.insert(Found::typed(follower));
        }
    }
    let found = checked(folder.path());
    let missed = expected.difference(&found).map(|it| {
        let planted = mistakes.iter().find(|mistake| mistake.file == it.file);
        format!("missed: {it} ({})", planted.map_or("the example", |mistake| &mistake.what))
    });
    let beside = found.difference(&expected).map(|it| format!("beside: {it}"));
    let wrong: Vec<String> = missed.chain(beside).collect();
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_example_itself_is_told_nothing_that_weighs() {
    let folder = example();
    let report = report(folder.path());
    let all = report["diagnostics"].as_array().expect("a list");
    let weighs = |it: &&Value| it["severity"] != "advice";
    let weighty: Vec<&Value> = all.iter().filter(weighs).collect();
    assert!(weighty.is_empty(), "{weighty:#?}");
}

/// What a check says of a place.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    file: String,
    line: u64,
    column: u64,
    code: String,
}

impl fmt::Display for Found {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}:{}:{}", self.code, self.file, self.line, self.column)
    }
}

impl Found {
    /// `code file:line:column`, as it is printed.
    fn typed(text: &str) -> Found {
        let parts = text.split_once(' ').and_then(|(code, place)| {
            let mut place = place.rsplitn(3, ':');
            let column = place.next()?.parse().ok()?;
            let line = place.next()?.parse().ok()?;
            Some(Found { file: place.next()?.to_owned(), line, column, code: code.to_owned() })
        });
        parts.unwrap_or_else(|| panic!("“{text}” is no place"))
    }
}

struct Mistake {
    what: String,
    file: String,
    code: String,
    /// What is replaced; without it, the words stand at the end of the file.
    from: Option<String>,
    words: String,
    followers: Vec<String>,
}

fn mistakes() -> Vec<Mistake> {
    let file: toml::Table = include_str!("mistakes.toml").parse().expect("sound TOML");
    let all = file["mistake"].as_array().expect("a list");
    let read = |it: &toml::Value| {
        let words = |name: &str| Some(it.get(name)?.as_str().expect("a text").to_owned());
        let followers = it.get("followers").and_then(toml::Value::as_array);
        let followers = followers.into_iter().flatten().filter_map(toml::Value::as_str);
        Mistake {
            what: words("what").expect("what it is"),
            file: words("file").expect("a file"),
            code: words("code").expect("a code"),
            from: words("from"),
            words: words("to").or(words("text")).expect("what is planted"),
            followers: followers.map(str::to_owned).collect(),
        }
    };
    all.iter().map(read).collect()
}

impl Mistake {
    /// Writes it into the project; what must be said of it.
    fn planted(&self, root: &Path) -> Found {
        let path = root.join(&self.file);
        let before = fs::read_to_string(&path).unwrap_or_default();
        let marked = match &self.from {
            Some(from) => {
                assert_eq!(before.matches(from.as_str()).count(), 1, "{}: {from}", self.what);
                before.replacen(from.as_str(), &self.words, 1)
            }
            None if before.is_empty() => self.words.clone(),
            None => format!("{before}\n{}", self.words),
        };
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder that can be made");
        fs::write(&path, marked.replacen(PLACE, "", 1)).expect("a file that can be written");
        // Without a mark, the file as a whole is meant.
        let (line, column) = marked.split_once(PLACE).map_or((0, 0), |(ahead, _)| {
            let start = ahead.rfind('\n').map_or(0, |end| end + 1);
            (ahead.matches('\n').count() + 1, ahead[start..].chars().count() + 1)
        });
        let (line, column) = (line as u64, column as u64);
        Found { file: self.file.clone(), line, column, code: self.code.clone() }
    }
}

/// A copy of the example, which is this project's own site.
fn example() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(own.join("site.toml"), folder.path().join("site.toml")).expect("settings");
    copy(&own.join("content"), &folder.path().join("content"));
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder that can be made");
    for entry in fs::read_dir(from).expect("a folder that can be read") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        match entry.file_type().expect("a kind").is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("a file that can be copied")),
        }
    }
}

fn report(root: &Path) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_storywall"));
    command.args(["check", "--format", "json", "--today", "2026-11-21", "--root"]).arg(root);
    let ended = command.output().expect("a program that starts");
    let said = String::from_utf8_lossy(&ended.stderr);
    serde_json::from_slice(&ended.stdout).unwrap_or_else(|why| panic!("{why}: {said}"))
}

fn checked(root: &Path) -> BTreeSet<Found> {
    let report = report(root);
    let all = report["diagnostics"].as_array().expect("a list").iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    all.map(|it| Found {
        file: text(&it["file"]),
        line: it["line"].as_u64().unwrap_or(0),
        column: it["column"].as_u64().unwrap_or(0),
        code: text(&it["code"]),
    })
    .collect()
}
