//! What `storywall init --forge` writes: the parts that each forge needs are there, nothing in them
//! has more rights than it must, and every command in them does its work in a fresh clone.

#![expect(clippy::disallowed_methods, reason = "it runs the commands that a forge would run")]

mod api;
mod comment;
mod gitlab_story;
mod hook;
mod own;
mod place;
mod schemas;
mod story;
mod yaml;

use std::fs;

use self::place::{Place, said};
use self::yaml::Yaml;

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
        for event in ["pull_request", "push", "schedule", "issues", "workflow_dispatch"] {
            assert!(workflow.at(&["on", event]).is_some(), "{forge}: {event}");
        }
        let text = place.text(path);
        assert!(!text.contains("pull_request_target") && !text.contains("workflow_run"));
        assert_eq!(workflow.words(&["permissions", "contents"]), "read", "{forge}");
        assert_eq!(workflow.get("permissions").entries().len(), 1, "{forge}");
        let jobs = workflow.get("jobs").entries();
        let names: Vec<&str> = jobs.iter().map(|(name, _)| name.as_str()).collect();
        match *forge {
            "github" => assert_eq!(names, ["check", "comment", "publish", "story"]),
            _ => assert_eq!(names, ["check", "publish", "story"]),
        }
        for (name, job) in jobs {
            // What somebody writes into an issue starts none of the others.
            let is_for = match &**name {
                "story" => "== 'issues'",
                "comment" => "== 'pull_request'",
                _ => "!= 'issues'",
            };
            let when = job.words(&["if"]);
            assert!(when.contains(&format!("github.event_name {is_for}")), "{forge}: {name}");
            let may: Vec<&str> = job
                .at(&["permissions"])
                .map(|may| may.entries().iter().map(|(what, _)| what.as_str()).collect())
                .unwrap_or_default();
            match &**name {
                "story" => assert_eq!(may, ["contents", "issues", "pull-requests"], "{forge}"),
                // It holds nothing of a request but the comment.
                "comment" => {
                    assert_eq!(may, ["pull-requests"]);
                    let uses = job.get("steps").items().iter().filter_map(|it| it.at(&["uses"]));
                    let uses: Vec<&str> = uses.map(Yaml::as_text).collect();
                    assert!(uses.len() == 1 && uses[0].contains("download-artifact"), "{uses:?}");
                }
                _ => assert!(!may.contains(&"pull-requests"), "{forge}: {name}"),
            }
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
        let checkout = &publish.get("steps").items()[0];
        let depth = checkout.words(&["with", "fetch-depth"]);
        assert_eq!(depth, "0", "{forge}: only all of the history says whose words a story has");
        assert!(publish.words(&["if"]).contains("github.ref == 'refs/heads/main'"), "{forge}");
        let [check, rest] = text.split("\n  publish:\n").collect::<Vec<_>>()[..] else {
            panic!("{forge}: two jobs")
        };
        let (rest, story) = rest.split_once("\n  story:\n").expect("a job that makes requests");
        assert!(!check.contains("secrets.") && !story.contains("secrets."), "{forge}");
        assert!(!story.contains("github.event.issue.body"), "{forge}");
        assert!(rest.contains("secrets.STORYWALL_KEY"), "{forge}");
        assert!(rest.contains("path: .storywall\n"), "{forge}: converted photos are kept");
    }
}

/// What the job that checks knows of photos is no part of what is published, and a request takes it
/// and changes nothing.
#[test]
fn a_request_takes_what_is_kept_of_photos_and_changes_nothing() {
    for (forge, path) in &FORGES[..2] {
        let workflow = Place::new(forge, "en").yaml(path);
        let steps = workflow.at(&["jobs", "check", "steps"]).expect("steps").items();
        let of = |what: &str| {
            let at = steps.iter().position(|step| {
                step.at(&["uses"]).is_some_and(|uses| uses.as_text().contains(what))
            });
            at.unwrap_or_else(|| panic!("{forge}: {what}"))
        };
        let named = |name: &str| {
            let is_it = |step: &Yaml| step.at(&["name"]).is_some_and(|it| it.as_text() == name);
            steps.iter().position(is_it).unwrap_or_else(|| panic!("{forge}: {name}"))
        };
        let (taken, kept) = (of("cache/restore@"), of("cache/save@"));
        assert!(taken < named("Check") && named("Build") < kept, "{forge}");
        let when = steps[kept].words(&["if"]);
        assert!(when.contains("!= 'pull_request'") && when.contains("main'"), "{forge}: {when}");
        let (taken, kept) = (steps[taken].get("with"), steps[kept].get("with"));
        assert_eq!(taken.get("path"), kept.get("path"), "{forge}");
        assert!(kept.words(&["key"]).starts_with("checked-"), "{forge}");
        assert_eq!(taken.words(&["restore-keys"]), "checked-", "{forge}");
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
    assert_eq!(caches[1].words(&["policy"]), "$CHECKED_PHOTOS");
    let when = pipeline.at(&["workflow", "rules"]).expect("rules").items();
    assert!(when[0].words(&["if"]).contains("merge_request_event"));
    let policy = when[0].words(&["variables", "CHECKED_PHOTOS"]);
    assert_eq!(policy, "pull", "a request changes no kept photo");
    let published = pipeline.at(&["pages", "cache"]).expect("caches").items();
    assert_ne!(caches[1].words(&["key"]), published[1].words(&["key"]), "nor one that is shown");
    for job in ["check", "pages"] {
        assert_eq!(pipeline.words(&[job, "variables", "GIT_DEPTH"]), "0", "{job}");
    }
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
            let base = if what.contains("omment") { "main" } else { "" };
            let ended = place.run(&clone, &script, base);
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
    // The same files have the same schema in every editor.
    let remark = place.yaml(".remarkrc.yaml");
    let plugins = remark.get("plugins").items();
    let bound = plugins[1].items()[1].get("schemas").entries();
    let of_remark = bound.iter().map(|(path, files)| {
        let [files] = files.items() else { panic!("one pattern") };
        let plain = |text: &str| text.trim_start_matches("./").to_owned();
        (plain(path), serde_json::Value::from(plain(files.as_text())))
    });
    assert_eq!(of_remark.collect::<serde_json::Map<_, _>>(), *schemas);
    let paths = schemas.keys().map(String::as_str).chain(of_taplo.map(|it| it.trim_matches('"')));
    let paths: Vec<&str> = paths.collect();
    assert_eq!(paths.len(), 15);
    for path in paths {
        let schema: serde_json::Value =
            serde_json::from_str(&place.text(path)).expect("a schema is JSON");
        assert!(schema["properties"].is_object(), "{path}");
        // Editors know nothing newer.
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#", "{path}");
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
