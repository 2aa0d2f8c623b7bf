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
    let mut forms = vec![];
    for language in ["en", "da", "nl"] {
        forms.push(Place::new("github", language).text(".github/ISSUE_TEMPLATE/story.yml"));
        // For the forms of Forgejo none is published: they are those of GitHub but for one name.
        let form = Place::new("forgejo", language).text(".forgejo/ISSUE_TEMPLATE/story.yml");
        forms.push(form.replacen("\nabout: ", "\ndescription: ", 1));
    }
    hold(FORM, &forms);
    let github = Place::new("github", "en").text(".github/workflows/storywall.yml");
    let forgejo = Place::new("forgejo", "en").text(".forgejo/workflows/storywall.yml");
    hold(WORKFLOW, &[github, forgejo]);
    hold(PIPELINE, &[Place::new("gitlab", "en").text(".gitlab-ci.yml")]);
}

#[test]
fn a_file_with_a_mistake_does_not_keep_to_its_schema() {
    let github = Place::new("github", "en");
    let workflow = github.text(".github/workflows/storywall.yml");
    let mistakes = [
        ("    runs-on: ubuntu-latest\n", ""),
        ("timeout-minutes: 45", "timeout-minutes: soon"),
        ("  contents: read\n", "  contents: everything\n"),
        ("  pull_request:\n", "  pull_requests:\n"),
        ("        run: |\n", "        runs: |\n"),
        ("    needs: check\n", "    need: check\n"),
    ];
    fail(WORKFLOW, &workflow, &mistakes);
    let form = github.text(".github/ISSUE_TEMPLATE/story.yml");
    let mistakes = [
        ("description: For those", "about: For those"),
        ("type: textarea", "type: text"),
        ("      required: true", "      required: of course"),
        ("      options:\n", "      choices:\n"),
        ("    id: people\n", "    id: who else\n"),
    ];
    fail(FORM, &form, &mistakes);
    let pipeline = Place::new("gitlab", "en").text(".gitlab-ci.yml");
    let mistakes = [
        ("    when: always", "    when: sometimes"),
        ("  script:\n", "  scripts:\n"),
        ("      policy: pull\n", "      policy: take\n"),
        ("    expose_as: What the check says", "    expose_as: [1, 2]"),
        ("  resource_group: publish", "  resources: publish"),
    ];
    fail(PIPELINE, &pipeline, &mistakes);
}

fn hold(schema: &str, texts: &[String]) {
    for (text, wrong) in texts.iter().zip(mistakes(schema, texts)) {
        assert_eq!(wrong, "", "{schema}: {text}");
    }
}

/// Each of these mistakes is found in a text that has no other.
fn fail(schema: &str, text: &str, slips: &[(&str, &str)]) {
    let broken = slips.iter().map(|(right, wrong)| {
        assert!(text.contains(right), "{schema}: no {right:?}");
        text.replace(right, wrong)
    });
    let found = mistakes(schema, &broken.collect::<Vec<_>>());
    for ((right, wrong), found) in slips.iter().zip(found) {
        assert_ne!(found, "", "{schema}: {wrong:?} passes for {right:?}");
    }
}

/// What is wrong with each text by a schema of `tests/browser/schemas/`: nothing if it keeps to it.
fn mistakes(schema: &str, texts: &[String]) -> Vec<String> {
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
    let values: serde_json::Value = texts.iter().map(|text| Yaml::read(text).json()).collect();
    let mut input = child.stdin.take().expect("its input is a pipe");
    input.write_all(values.to_string().as_bytes()).expect("it reads");
    drop(input);
    let ended = child.wait_with_output().expect("it ends");
    assert!(ended.status.success(), "{schema}: {}", String::from_utf8_lossy(&ended.stderr));
    let found: Vec<String> = serde_json::from_slice(&ended.stdout).expect("a list");
    assert_eq!(found.len(), texts.len());
    found
}
