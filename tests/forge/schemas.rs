//! Each file that a forge reads keeps to the schema that is published for it, and a file with a
//! mistake does not.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::place::Place;
use crate::yaml::Yaml;

const WORKFLOW: &str = "github-workflow";
const FORM: &str = "github-issue-forms";
const PIPELINE: &str = "gitlab-ci";

#[test]
fn every_file_of_a_forge_keeps_to_its_published_schema() {
    for language in ["en", "da", "nl"] {
        let form = Place::new("github", language).text(".github/ISSUE_TEMPLATE/story.yml");
        holds(FORM, &form);
        // For the forms of Forgejo none is published: they are those of GitHub but for one name.
        let form = Place::new("forgejo", language).text(".forgejo/ISSUE_TEMPLATE/story.yml");
        holds(FORM, &form.replacen("\nabout: ", "\ndescription: ", 1));
    }
    holds(WORKFLOW, &Place::new("github", "en").text(".github/workflows/storywall.yml"));
    holds(WORKFLOW, &Place::new("forgejo", "en").text(".forgejo/workflows/storywall.yml"));
    holds(PIPELINE, &Place::new("gitlab", "en").text(".gitlab-ci.yml"));
}

#[test]
fn a_file_with_a_mistake_does_not_keep_to_its_schema() {
    let github = Place::new("github", "en");
    let workflow = github.text(".github/workflows/storywall.yml");
    for (right, wrong) in [
        ("    runs-on: ubuntu-latest\n", ""),
        ("timeout-minutes: 45", "timeout-minutes: soon"),
        ("  contents: read\n", "  contents: everything\n"),
        ("  pull_request:\n", "  pull_requests:\n"),
        ("        run: |\n", "        runs: |\n"),
        ("    needs: check\n", "    need: check\n"),
    ] {
        fails(WORKFLOW, &workflow, right, wrong);
    }
    let form = github.text(".github/ISSUE_TEMPLATE/story.yml");
    for (right, wrong) in [
        ("description: For those", "about: For those"),
        ("type: textarea", "type: text"),
        ("      required: true", "      required: of course"),
        ("      options:\n", "      choices:\n"),
        ("    id: people\n", "    id: who else\n"),
    ] {
        fails(FORM, &form, right, wrong);
    }
    let pipeline = Place::new("gitlab", "en").text(".gitlab-ci.yml");
    for (right, wrong) in [
        ("    when: always", "    when: sometimes"),
        ("  script:\n", "  scripts:\n"),
        ("      policy: pull\n", "      policy: take\n"),
        ("    expose_as: What the check says", "    expose_as: [1, 2]"),
        ("  resource_group: publish", "  resources: publish"),
    ] {
        fails(PIPELINE, &pipeline, right, wrong);
    }
}

fn holds(schema: &str, text: &str) {
    if let Err(why) = keeps_to(schema, text) {
        panic!("{schema}: {why}\n{text}");
    }
}

fn fails(schema: &str, text: &str, right: &str, wrong: &str) {
    assert!(text.contains(right), "{schema}: no {right:?}");
    let broken = text.replace(right, wrong);
    assert!(keeps_to(schema, &broken).is_err(), "{schema}: {wrong:?} passes for {right:?}");
}

/// Whether a text keeps to a schema of `tests/browser/schemas/`.
fn keeps_to(schema: &str, text: &str) -> Result<(), String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    assert!(
        tests.join("node_modules/ajv").is_dir(),
        "The libraries of the browser tests are not installed: run `npm ci` in tests/browser, or \
         run ./test"
    );
    let node = std::env::var("NODE").unwrap_or_else(|_| "node".to_owned());
    let mut child = Command::new(node)
        .current_dir(&tests)
        .args(["schemas/hold.mjs", schema])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("Node is installed");
    let value = Yaml::read(text).json().to_string();
    let mut input = child.stdin.take().expect("its input is a pipe");
    input.write_all(value.as_bytes()).expect("it reads");
    drop(input);
    let ended = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    match ended.status.code() {
        Some(0) => Ok(()),
        Some(1) => Err(said),
        _ => panic!("{schema}: {said}{}", String::from_utf8_lossy(&ended.stderr)),
    }
}
