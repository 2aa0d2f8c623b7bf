//! Each code of the table is reported by some part of the program and seen in an example, and what
//! the program says is in plain words.

#![expect(clippy::disallowed_methods, reason = "it reads the sources and the examples")]

use std::path::Path;

use storywall::base::Code;

/// Codes without an example in `tests/spec` or `tests/cli`: the test that brings them about, and why
/// there is none.
const WITHOUT_EXAMPLE: &[(Code, &str, &str)] = &[
    (Code::ChangedWhilePublishing, "src/io/store/suite.rs", "a file must change within one build"),
    (Code::NoAvif, "src/config/resolved/tests.rs", "it depends on how the program was built"),
    (Code::TooManyHeadings, "src/document/markdown/tests/hostile.rs", "it takes 501 headings"),
    (Code::TooManyMarks, "src/document/markdown/tests/hostile.rs", "it takes 60,000 marks"),
    (Code::TooMuchHtml, "src/document/markdown/tests/raw.rs", "it takes 1,500 tags"),
    (Code::MoreProblems, "tests/hostile/texts.rs", "it takes more than 200 problems in a file"),
];

#[test]
fn every_code_is_explained_by_the_program() {
    let own = |path: &str| !path.contains("base/codes/") && !is_of_tests(path);
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

/// What the help of codes tells somebody to type is there: commands with their options, fields,
/// settings and folders.
#[test]
fn help_names_only_what_there_is() {
    let fields = format!("{}\n{}", storywall::document::reference::markdown(), OTHERS);
    let is_field = |word: &str| fields.contains(&format!("`{word}`"));
    let mut wrong = vec![];
    for (path, text) in files("src/base/codes/help", ".md") {
        for (line, said) in text.lines().filter(|line| !line.starts_with("    ")).flat_map(typed) {
            let is_there = match said {
                _ if said.starts_with("storywall example") => true,
                _ if said.starts_with("storywall ") => is_command(said),
                _ if said.contains('/') => is_place(said),
                _ => match said.split_once(": ") {
                    Some((field, value)) => is_field(field) && is_field(value),
                    None => is_field(said),
                },
            };
            if !is_there {
                wrong.push(format!("{path} names `{said}`, which is not there: {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Words that no list of fields has: signs of Markdown and of Git, names that Windows refuses, a
/// language of code, the ending of texts, what a photo's field may say.
const OTHERS: &str = "`<<<<<<<` `=======` `>>>>>>>` `con` `aux` `nul` `=` `[` `]` `{` `}` `<` `>` \
                      `-->` `text` `da` `nl` `.md` `decorative` `no` `site.toml` `left` `right` `top` \
                      `bottom` `center`";

/// What stands between backticks, each with its line.
fn typed(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.split('`').skip(1).step_by(2).map(move |said| (line, said))
}

/// Whether the program has such a command, and the command such options.
fn is_command(said: &str) -> bool {
    let (options, words): (Vec<&str>, Vec<&str>) =
        said.split(' ').skip(1).partition(|word| word.starts_with('-'));
    let program = std::process::Command::new(env!("CARGO_BIN_EXE_storywall"))
        .arg(words[0])
        .arg("--help")
        .output()
        .expect("the program runs");
    let help = String::from_utf8_lossy(&program.stdout);
    let has =
        |word: &&str| help.split(|c: char| c.is_whitespace() || c == ',').any(|it| it == *word);
    program.status.success() && options.iter().all(has) && words[1..].iter().all(has)
}

/// Whether a project has such a folder or file, or a look has.
fn is_place(said: &str) -> bool {
    root().join(said).exists() || root().join("themes/default").join(said).exists()
}

/// Words that readers who do not program stumble over, and that have a plainer one each: remove,
/// again, correct, space, comment, at most.
const NOT_PLAIN: &str = "take it away|take them away|taken back|anew|mend|mended|blank|blanks|\
                         remark|remarks|told|is said|are the most|is the most|riddle|darkroom|\
                         symlink|whence|whither";

#[test]
fn messages_use_plain_words() {
    let mut wrong = vec![];
    for (path, text) in files("src", ".rs").iter().filter(|(path, _)| !is_of_tests(path)) {
        for said in sentences(without_tests(text)) {
            let flat = said.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            let words: Vec<&str> = flat.split(|c: char| !c.is_alphanumeric()).collect();
            let words = format!(" {} ", words.join(" "));
            let odd = NOT_PLAIN.split('|').filter(|odd| words.contains(&format!(" {odd} ")));
            wrong.extend(odd.map(|odd| format!("{path} says “{odd}”: {flat}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_message_begins_as_a_sentence_and_has_no_full_stop() {
    let mut examples = files("tests/spec", ".md");
    examples.extend(files("tests/cli", ".md"));
    let mut wrong = vec![];
    for (path, text) in &examples {
        for line in text.lines() {
            let message = ["error[", "warning[", "advice["]
                .iter()
                .find_map(|it| line.strip_prefix(it)?.split_once("]: "))
                .map(|(_, message)| message);
            let hint = line.trim_start().strip_prefix("= help: ");
            let Some(said) = message.or(hint) else { continue };
            let first = said.split(' ').next().unwrap_or_default();
            let begins = first.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
                || first.starts_with(['“', '['])
                || first.contains(['.', '_', '/']);
            if !begins || said.ends_with('.') {
                wrong.push(format!("{path}: {said}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The texts between quotation marks that have some words, without those for programmers.
fn sentences(code: &str) -> Vec<String> {
    let of_programmers = ["//", "#[", "#!["];
    let spoken = code.lines().filter(|line| {
        let line = line.trim_start();
        !of_programmers.iter().any(|it| line.starts_with(it)) && !line.contains("expect(\"")
    });
    let spoken: String = spoken.flat_map(|line| [line, "\n"]).collect();
    // A mark that belongs to a text or stands for itself ends none.
    let spoken = spoken.replace("\\\\", "").replace("\\\"", "").replace("'\"'", "");
    let texts = spoken.split('"').skip(1).step_by(2).map(|text| text.replace('\\', ""));
    texts.filter(|text| text.split_whitespace().count() > 2).collect()
}

/// Whether a test of the program names a code.
fn names(test: &str, code: Code) -> bool {
    let text = std::fs::read_to_string(root().join(test)).unwrap_or_default();
    let tests = if is_of_tests(test) { &text } else { &text[without_tests(&text).len()..] };
    tests.contains(&format!("\"{}\"", code.name())) || tests.contains(&format!("Code::{code:?}"))
}

/// Whether a file has nothing but tests in it.
fn is_of_tests(path: &str) -> bool {
    path.contains("tests/") || path.ends_with("/tests.rs") || path.ends_with("/suite.rs")
}

/// A source without the tests at its end.
fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod tests {").map_or(text, |at| &text[..at])
}

/// The texts below a folder whose names end so, with their paths.
fn files(below: &str, end: &str) -> Vec<(String, String)> {
    let all = walkdir::WalkDir::new(root().join(below)).into_iter().filter_map(Result::ok);
    let read = |path: &Path| {
        let name = path.strip_prefix(root()).ok()?.to_str()?.replace('\\', "/");
        name.ends_with(end).then(|| (name, std::fs::read_to_string(path).expect("a text")))
    };
    all.filter_map(|entry| read(entry.path())).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
