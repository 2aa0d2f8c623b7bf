//! What `storywall init --forge` writes: the parts that each forge needs are there, nothing in them
//! has more rights than it must, and every command in them does its work in a fresh clone.

#![expect(clippy::disallowed_methods, reason = "it runs the commands that a forge would run")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use saphyr_parser::{Event, Parser};
use tempfile::TempDir;

const FORGES: [(&str, &str); 3] = [
    ("github", ".github/workflows/storywall.yml"),
    ("forgejo", ".forgejo/workflows/storywall.yml"),
    ("gitlab", ".gitlab-ci.yml"),
];

#[test]
fn a_workflow_may_read_and_no_more_and_obeys_no_text_of_a_request() {
    for (forge, path) in &FORGES[..2] {
        let place = Place::new(forge, "en");
        let workflow = place.yaml(path);
        for event in ["pull_request", "push", "schedule", "workflow_dispatch"] {
            assert!(workflow.at(&["on", event]).is_some(), "{forge}: {event}");
        }
        let text = place.text(path);
        assert!(!text.contains("pull_request_target") && !text.contains("workflow_run"));
        assert_eq!(workflow.words(&["permissions", "contents"]), "read", "{forge}");
        assert_eq!(workflow.get("permissions").entries().len(), 1, "{forge}");
        let jobs = workflow.get("jobs").entries();
        assert_eq!(jobs.len(), 2, "{forge}");
        for (name, job) in jobs {
            assert!(job.at(&["timeout-minutes"]).is_some(), "{forge}: {name}");
            for step in job.get("steps").items() {
                let run = step.at(&["run"]).map(Yaml::as_text).unwrap_or_default();
                assert!(!run.contains("${{"), "{forge}: {run}");
                let uses = step.at(&["uses"]).map(Yaml::as_text).unwrap_or_default();
                if uses.contains("checkout@") {
                    assert_eq!(step.words(&["with", "persist-credentials"]), "false", "{forge}");
                }
                let is_pinned = uses.split_once('@').is_none_or(|(_, at)| at.len() == 40);
                assert!(*forge != "github" || is_pinned, "{uses}");
            }
        }
        let publish = workflow.at(&["jobs", "publish"]).expect("a job that publishes");
        assert_eq!(publish.words(&["needs"]), "check");
        assert!(publish.words(&["if"]).contains("github.ref == 'refs/heads/main'"), "{forge}");
        let [check, rest] = text.split("\n  publish:\n").collect::<Vec<_>>()[..] else {
            panic!("{forge}: two jobs")
        };
        assert!(!check.contains("secrets.") && rest.contains("secrets.STORYWALL_KEY"), "{forge}");
        assert!(rest.contains("path: .storywall\n"), "{forge}: converted photos are kept");
    }
}

#[test]
fn a_pipeline_of_gitlab_marks_requests_and_publishes_from_the_default_branch() {
    let place = Place::new("gitlab", "en");
    let pipeline = place.yaml(".gitlab-ci.yml");
    let report = ["check", "artifacts", "reports", "codequality"];
    assert_eq!(pipeline.words(&report), "gl-code-quality.json");
    assert_eq!(pipeline.words(&["check", "artifacts", "when"]), "always");
    let caches = pipeline.at(&["check", "cache"]).expect("caches").items();
    assert_eq!(caches[1].words(&["policy"]), "pull", "a request changes no kept photo");
    let rules = pipeline.at(&["pages", "rules"]).expect("rules").items();
    assert!(rules[0].words(&["if"]).contains("$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"));
    assert_eq!(pipeline.at(&["pages", "artifacts", "paths"]).expect("a folder").items().len(), 1);
}

#[test]
fn every_command_passes_in_a_fresh_clone_and_a_broken_story_does_not() {
    for (forge, path) in FORGES {
        let place = Place::new(forge, "en");
        place.commit("Begin");
        let clone = place.clone();
        for (what, script) in place.scripts(path) {
            let ended = place.run(&clone, &script, "");
            assert!(ended.status.success(), "{forge}: {what}: {script}\n{}", said(&ended));
        }
        assert!(place.built(&clone).join("index.html").is_file(), "{forge} builds");
        // A request of somebody whose story names nobody whom the site knows.
        place.git(&clone, &["checkout", "-qb", "story"]);
        let story = "---\ntitle: Pump four\nauthor: nobody-here\n---\nIt stopped.\n";
        fs::create_dir_all(clone.join("content/stories/2026"))
            .expect("a file or folder that can be used");
        fs::write(clone.join("content/stories/2026/pump.md"), story)
            .expect("a file or folder that can be used");
        place.git(&clone, &["add", "."]);
        place.git(&clone, &["commit", "-qm", "Story"]);
        let scripts = place.scripts(path);
        let (_, check) = scripts.iter().find(|(what, _)| what == "Check").expect("a check");
        let ended = place.run(&clone, check, "main");
        assert!(!ended.status.success(), "{forge}: {}", said(&ended));
        let told = match forge {
            "gitlab" => fs::read_to_string(clone.join("gl-code-quality.json"))
                .expect("a file or folder that can be used"),
            _ => said(&ended),
        };
        assert!(told.contains("unknown-person") && told.contains("pump.md"), "{forge}: {told}");
        // What the branch did not touch is not its business.
        assert!(forge == "gitlab" || !told.contains("title=gap"), "{forge}: {told}");
    }
}

#[test]
fn the_hook_lets_a_sound_commit_pass_and_stops_a_broken_one() {
    let place = Place::new("github", "da");
    place.commit("Begin");
    let site = place.site();
    place.git(&site, &["config", "core.hooksPath", ".githooks"]);
    let story = site.join("content/stories/a.md");
    fs::create_dir_all(story.parent().expect("a folder"))
        .expect("a file or folder that can be used");
    let commit = |text: &str| {
        fs::write(&story, text).expect("a file or folder that can be used");
        place.git(&site, &["add", "."]);
        place.run(&site, "git commit -qm Story", "").status.success()
    };
    assert!(!commit("---\ntitle: A\nauthor: nobody-here\n---\nB.\n"));
    assert!(commit("---\ntitle: A\nauthor: bo-ek\n---\nB.\n"));
}

#[test]
fn what_is_there_is_kept_and_what_is_missing_is_added() {
    let place = Place::new("none", "nl");
    let own = place.site().join(".gitlab-ci.yml");
    fs::write(&own, "mine: true\n").expect("a file or folder that can be used");
    let ended = place.storywall(&["init", "site", "--forge", "gitlab"]);
    let told = said(&ended);
    assert!(ended.status.success(), "{told}");
    let (written, kept) = told.split_once("There already").expect("both are listed");
    assert!(written.contains(".gitlab/CODEOWNERS") && kept.contains(".gitlab-ci.yml"), "{told}");
    assert_eq!(fs::read_to_string(own).expect("a file or folder that can be used"), "mine: true\n");
    let request = place.text(".gitlab/merge_request_templates/Default.md");
    assert!(
        request.contains("Ik sta achter het verhaal"),
        "in the language of the site: {request}"
    );
    // Twice is as good as once.
    let again = said(&place.storywall(&["init", "site", "--forge", "gitlab"]));
    assert!(!again.contains("Written"), "{again}");
    let other = place.storywall(&["init", "site", "--forge", "gitlab", "--name", "Nord"]);
    assert_eq!(other.status.code(), Some(2), "{}", said(&other));
}

#[test]
fn forms_ask_the_same_in_every_language() {
    for language in ["en", "da", "nl"] {
        let place = Place::new("github", language);
        assert_eq!(place.text(".github/pull_request_template.md").matches("- [ ] ").count(), 4);
        let form = place.yaml(".github/ISSUE_TEMPLATE/story.yml");
        for field in ["name", "description", "body"] {
            assert!(form.at(&[field]).is_some(), "{language}: {field}");
        }
        let parts = form.get("body").items();
        let kinds: Vec<&str> = parts.iter().map(|part| part.get("type").as_text()).collect();
        assert_eq!(kinds, ["markdown", "textarea", "input", "input", "dropdown", "checkboxes"]);
        let place = Place::new("forgejo", language);
        let form = place.yaml(".forgejo/ISSUE_TEMPLATE/story.yml");
        assert!(form.at(&["about"]).is_some() && form.at(&["description"]).is_none());
        assert_eq!(form.get("body").items(), parts);
    }
}

#[test]
fn editors_find_every_schema_that_they_are_told_of() {
    let place = Place::new("github", "en");
    let settings = place.text(".vscode/settings.json");
    let plain: String =
        settings.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let settings: serde_json::Value = serde_json::from_str(&plain).expect("JSON with comments");
    let schemas = settings["yaml.schemas"].as_object().expect("schemas");
    let taplo = place.text(".taplo.toml");
    let of_taplo = taplo.lines().filter_map(|line| line.strip_prefix("path = "));
    let paths = schemas.keys().map(String::as_str).chain(of_taplo.map(|it| it.trim_matches('"')));
    let paths: Vec<&str> = paths.collect();
    assert_eq!(paths.len(), 11);
    for path in paths {
        let schema: serde_json::Value =
            serde_json::from_str(&place.text(path)).expect("a schema is JSON");
        assert!(schema["properties"].is_object(), "{path}");
    }
}

#[test]
fn owners_of_pages_are_not_asked_about_stories() {
    for (forge, path) in [
        ("github", ".github/CODEOWNERS"),
        ("gitlab", ".gitlab/CODEOWNERS"),
        ("forgejo", "CODEOWNERS"),
    ] {
        let text = Place::new(forge, "en").text(path);
        let rules = text.lines().filter_map(|line| line.strip_prefix("# "));
        let rules: Vec<Vec<&str>> = rules
            .filter(|rule| rule.starts_with(['*', '/', '!']) || rule.starts_with("content/"))
            .map(|rule| rule.split_whitespace().collect())
            .collect();
        assert!(rules.iter().all(|rule| rule.len() == 2), "{rules:?}");
        let of_stories: Vec<_> = rules.iter().filter(|rule| rule[0].contains("stories")).collect();
        match forge {
            // There, every rule that matches counts; “!” is all but these.
            "forgejo" => {
                assert!(rules[0][0].starts_with('!') && !text.contains('\\'), "{text}");
                assert_eq!(rules[0][0][1..], *rules[1][0]);
                assert_eq!(rules[1][1], "@company/colleagues");
            }
            _ => {
                assert_eq!(rules[0], ["*", "@company/handbook"]);
                assert_eq!(of_stories[0][1], "@company/colleagues");
            }
        }
        let is_active = |line: &&str| !line.is_empty() && !line.starts_with('#');
        assert_eq!(text.lines().find(is_active), None, "no stranger of that name is asked");
    }
}

/// A site that was just begun, in a folder of its own.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new(forge: &str, language: &str) -> Place {
        let place = Place { folder: TempDir::new().expect("a temporary folder") };
        fs::create_dir(place.folder.path().join("temp"))
            .expect("a file or folder that can be used");
        let ended = place.storywall(&[
            "init",
            "site",
            "--name",
            "Nord",
            "--languages",
            language,
            "--helper",
            "Bo Ek",
            "--forge",
            forge,
        ]);
        assert!(ended.status.success(), "{}", said(&ended));
        place
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.site().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
    }

    fn yaml(&self, path: &str) -> Yaml {
        Yaml::read(&self.text(path))
    }

    /// Where the site is after its steps.
    fn built(&self, clone: &Path) -> PathBuf {
        let out = self.folder.path().join("temp/site");
        if out.exists() { out } else { clone.join("public") }
    }

    /// What each step of the job that checks runs, by its name.
    fn scripts(&self, path: &str) -> Vec<(String, String)> {
        let yaml = self.yaml(path);
        if let Some(check) = yaml.at(&["check", "script"]) {
            let first = yaml.at(&["default", "before_script"]).expect("a beginning");
            let lines =
                |list: &Yaml| list.items().iter().map(Yaml::as_text).collect::<Vec<_>>().join("\n");
            return vec![("Check".to_owned(), format!("{}\n{}", lines(first), lines(check)))];
        }
        let steps = yaml.at(&["jobs", "check", "steps"]).expect("steps").items();
        let runs = steps.iter().filter(|step| step.at(&["run"]).is_some());
        runs.map(|step| (step.words(&["name"]), step.words(&["run"]))).collect()
    }

    fn command(&self, program: &str, folder: &Path) -> Command {
        let own = Path::new(env!("CARGO_BIN_EXE_storywall")).parent().expect("a folder");
        let path = std::env::var("PATH").unwrap_or_default();
        let temp = self.folder.path().join("temp");
        let mut command = Command::new(program);
        command
            .current_dir(folder)
            .env("PATH", format!("{}:{path}", own.display()))
            .env("HOME", &temp)
            .env("XDG_STATE_HOME", &temp)
            .env("RUNNER_TEMP", &temp)
            .env("CI_PROJECT_DIR", folder)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_AUTHOR_NAME", "A")
            .env("GIT_AUTHOR_EMAIL", "a@b.example")
            .env("GIT_COMMITTER_NAME", "A")
            .env("GIT_COMMITTER_EMAIL", "a@b.example")
            .env_remove("GITHUB_BASE_REF");
        command
    }

    fn storywall(&self, words: &[&str]) -> Output {
        let mut command = self.command(env!("CARGO_BIN_EXE_storywall"), self.folder.path());
        command.args(words).output().expect("a program that starts")
    }

    /// Runs a script as forges do: its first failure ends it.
    fn run(&self, folder: &Path, script: &str, base: &str) -> Output {
        let mut command = self.command("bash", folder);
        if !base.is_empty() {
            command.env("GITHUB_BASE_REF", base);
        }
        command.args(["-eo", "pipefail", "-c", script]).output().expect("a program that starts")
    }

    fn git(&self, folder: &Path, words: &[&str]) {
        let ended =
            self.command("git", folder).args(words).output().expect("a program that starts");
        assert!(ended.status.success(), "git {words:?}: {}", said(&ended));
    }

    fn commit(&self, message: &str) {
        let site = self.site();
        self.git(&site, &["init", "-q", "-b", "main"]);
        self.git(&site, &["add", "."]);
        self.git(&site, &["commit", "-qm", message]);
    }

    fn clone(&self) -> PathBuf {
        self.git(self.folder.path(), &["clone", "-q", "site", "clone"]);
        self.folder.path().join("clone")
    }
}

fn said(ended: &Output) -> String {
    let both = [&ended.stdout[..], &ended.stderr[..]].concat();
    String::from_utf8_lossy(&both).into_owned()
}

#[derive(Clone, Debug, PartialEq)]
enum Yaml {
    Text(String),
    List(Vec<Yaml>),
    Map(Vec<(String, Yaml)>),
}

impl Yaml {
    fn read(text: &str) -> Yaml {
        let mut events = Parser::new_from_str(text).map(|event| event.expect("sound YAML").0);
        loop {
            match events.next().expect("a document") {
                Event::StreamStart | Event::DocumentStart(_) => {}
                first => return Yaml::from(first, &mut events),
            }
        }
    }

    fn from<'a>(event: Event<'a>, rest: &mut impl Iterator<Item = Event<'a>>) -> Yaml {
        match event {
            Event::Scalar(text, ..) => Yaml::Text(text.into_owned()),
            Event::SequenceStart(..) => {
                let mut items = vec![];
                loop {
                    match rest.next().expect("an end") {
                        Event::SequenceEnd => return Yaml::List(items),
                        item => items.push(Yaml::from(item, rest)),
                    }
                }
            }
            Event::MappingStart(..) => {
                let mut entries = vec![];
                loop {
                    match rest.next().expect("an end") {
                        Event::MappingEnd => return Yaml::Map(entries),
                        key => {
                            let key = Yaml::from(key, rest).as_text().to_owned();
                            let value = rest.next().expect("a value");
                            entries.push((key, Yaml::from(value, rest)));
                        }
                    }
                }
            }
            other => panic!("{other:?}"),
        }
    }

    fn at(&self, path: &[&str]) -> Option<&Yaml> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        let Yaml::Map(entries) = self else { return None };
        entries.iter().find(|(key, _)| key == first)?.1.at(rest)
    }

    fn get(&self, key: &str) -> &Yaml {
        self.at(&[key]).unwrap_or_else(|| panic!("no {key}"))
    }

    fn words(&self, path: &[&str]) -> String {
        self.at(path).unwrap_or_else(|| panic!("no {path:?}")).as_text().to_owned()
    }

    fn as_text(&self) -> &str {
        let Yaml::Text(text) = self else { panic!("no text: {self:?}") };
        text
    }

    fn items(&self) -> &[Yaml] {
        let Yaml::List(items) = self else { panic!("no list: {self:?}") };
        items
    }

    fn entries(&self) -> &[(String, Yaml)] {
        let Yaml::Map(entries) = self else { panic!("no map: {self:?}") };
        entries
    }
}
