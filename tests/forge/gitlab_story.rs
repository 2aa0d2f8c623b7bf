//! The job of GitLab that makes merge requests of issues: a schedule starts it, and it asks for issues
//! with the label, for an issue starts no pipeline there.

use std::fs;
use std::process::Output;

use serde_json::{Value, json};

use crate::api::{Answer, Api, Asked};
use crate::place::{Place, said};
use crate::story::HOSTILE;

const PATH: &str = ".gitlab-ci.yml";
const DEVELOPER: u32 = 30;
const REPORTER: u32 = 20;

/// An open issue, and what is known of it.
struct Issue {
    number: u32,
    author: &'static str,
    login: &'static str,
    /// What whoever put the label on may do.
    level: Option<u32>,
    labelled: &'static str,
    /// When its earlier requests were made.
    requests: &'static [&'static str],
    has_branch: bool,
}

const ROSA: Issue = Issue {
    number: 12,
    author: "Rosa Holm",
    login: "rosa-h",
    level: Some(DEVELOPER),
    labelled: "2026-11-20T10:00:00.000Z",
    requests: &[],
    has_branch: false,
};

impl Issue {
    fn json(&self) -> Value {
        let author = self.author;
        let words = HOSTILE.join("\r\n\r\n");
        let body = format!(
            "## What happened?\r\n\r\n{words}\r\n\r\n/label ~obeyed\r\n\r\n\
             ![a](/uploads/0a1b2c/pump.jpg)\r\n\r\n## Who tells it?\r\n\r\n{author}\r\n\r\n\
             ## Who may see it?\r\n\r\n- [ ] Only colleagues\r\n- [ ] Colleagues may retell it \
             outside\r\n- [x] Anyone\r\n"
        );
        json!({
            "iid": self.number,
            "title": "--title \"$(touch obeyed)\" `touch obeyed` ::error::obeyed 🎉",
            "description": body,
            "author": { "id": 77, "username": self.login },
        })
    }
}

/// As GitLab answers where these issues are open; `refuses` is an address that may not be written to.
fn answer(issues: &[Issue], refuses: &str, asked: &Asked) -> Answer {
    if asked.token != "top-secret" {
        return (401, Value::Null);
    }
    let path = asked.path.strip_prefix("/api/v4/projects/3").expect("the project").to_owned();
    if asked.method == "POST" && path == refuses {
        return (403, Value::Null);
    }
    if asked.method != "GET" {
        return (201, json!({}));
    }
    if let Some(query) = path.strip_prefix("/issues?") {
        let page = query.split("&page=").nth(1).and_then(|page| page.parse::<usize>().ok());
        let page = page.expect("a page of the list");
        assert!(query.contains("labels=story") && query.contains("state=opened"), "{query}");
        assert!(query.contains("confidential=false"), "{query}");
        return (200, issues.iter().skip((page - 1) * 100).take(100).map(Issue::json).collect());
    }
    let numbers = path.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok());
    let numbers: Vec<u32> = numbers.collect();
    let one = issues.iter().find(|one| numbers.contains(&one.number));
    if path.starts_with("/members/all/") {
        let level = issues.iter().find(|one| numbers == [one.number + 500]).expect("one").level;
        return level.map_or((404, Value::Null), |it| (200, json!({ "access_level": it })));
    }
    let one = one.unwrap_or_else(|| panic!("{path}"));
    if path.contains("/resource_label_events") {
        let event = |action, name: &str, at| {
            json!({ "action": action, "label": { "name": name }, "user": { "id": one.number + 500 },
                "created_at": at })
        };
        return (
            200,
            json!([
                event("add", "story", "2026-11-01T10:00:00.000Z"),
                event("remove", "story", "2026-11-02T10:00:00.000Z"),
                event("add", "story", one.labelled),
                event("add", "bug", "2026-11-21T10:00:00.000Z"),
            ]),
        );
    }
    if path.starts_with("/merge_requests?") {
        assert!(path.contains(&format!("source_branch=story%2Fissue-{}", one.number)), "{path}");
        let made = one.requests.iter().map(|at| json!({ "created_at": at }));
        return (200, made.collect());
    }
    assert_eq!(path, format!("/repository/branches/story%2Fissue-{}", one.number));
    if one.has_branch { (200, json!({})) } else { (404, Value::Null) }
}

struct Job {
    place: Place,
    api: Api,
}

impl Job {
    fn new(issues: Vec<Issue>, refuses: &'static str) -> Job {
        let place = Place::new("gitlab", "en");
        place.commit("Begin");
        place.clone();
        Job { place, api: Api::new(move |asked| answer(&issues, refuses, asked)) }
    }

    fn run(&self) -> Output {
        let (_, script) = self.place.scripts_of(PATH, "stories").pop().expect("a script");
        // In the clone, as on GitLab; the file of the program is this test's own.
        let temp = self.place.folder.path().join("temp");
        let own = temp.join("stories.py");
        let script = script.replace("/tmp/storywall-stories.py", own.to_str().expect("UTF-8"));
        let mut command = self.place.command("bash", &self.place.folder.path().join("clone"));
        command
            .args(["-eo", "pipefail", "-c", &script])
            .env("STORYWALL_STORY_TOKEN", "top-secret")
            .env("CI_API_V4_URL", &self.api.url)
            .env("CI_PROJECT_ID", "3")
            .env("CI_DEFAULT_BRANCH", "main")
            .env("CI_SERVER_HOST", "git.example");
        command.output().expect("a program that starts")
    }

    fn has_made_nothing(&self) {
        let wrote: Vec<Asked> =
            self.api.asked().into_iter().filter(|one| one.method != "GET").collect();
        assert!(wrote.is_empty(), "{wrote:?}");
    }

    fn has_obeyed_nothing(&self, ended: &Output) {
        let folder = self.place.folder.path();
        for folder in [folder.join("temp"), folder.join("site"), folder.join("clone")] {
            assert!(!folder.join("obeyed").exists(), "{}", folder.display());
        }
        let all = format!("{}{:?}", said(ended), self.api.sent("POST", ""));
        assert!(!all.contains("top-secret") && !said(ended).contains('\u{1b}'), "{all}");
        // The next issue begins with a clean folder.
        let status =
            self.place.command("git", &folder.join("clone")).args(["status", "-s"]).output();
        assert_eq!(said(&status.expect("a program that starts")), "");
    }
}

/// The files of a commit, by path.
fn files(commit: &Value) -> Vec<(String, String)> {
    let actions = commit["actions"].as_array().expect("files");
    let text = |value: &Value| value.as_str().expect("words").to_owned();
    actions
        .iter()
        .map(|file| {
            assert_eq!(
                (text(&file["action"]), text(&file["encoding"])),
                ("create".into(), "base64".into())
            );
            (text(&file["file_path"]), decoded(&text(&file["content"])))
        })
        .collect()
}

fn decoded(base64: &str) -> String {
    let value = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let digits: Vec<u8> = base64.bytes().filter(|c| *c != b'=').map(value).collect();
    let bytes = digits.chunks(4).flat_map(|four| {
        let bits = four.iter().fold(0_u32, |bits, digit| bits << 6 | u32::from(*digit));
        let bits = bits << (6 * (4 - four.len()));
        bits.to_be_bytes()[1..four.len()].to_vec()
    });
    String::from_utf8(bytes.collect()).expect("UTF-8")
}

#[test]
fn an_issue_becomes_a_merge_request_and_none_of_its_words_is_obeyed() {
    let job = Job::new(vec![ROSA], "");
    let ended = job.run();
    assert!(ended.status.success(), "{}", said(&ended));
    let [commit] = &job.api.sent("POST", "/repository/commits")[..] else { panic!("one commit") };
    assert_eq!(commit["branch"], "story/issue-12");
    assert_eq!(commit["start_branch"], "main");
    assert_eq!(commit["commit_message"], "Story from issue 12");
    assert_eq!(commit["author_name"], "rosa-h");
    assert_eq!(commit["author_email"], "77-rosa-h@users.noreply.git.example");
    let files = files(commit);
    let [(person, _), (story, text)] = &files[..] else { panic!("{files:?}") };
    assert_eq!(person, "content/people/rosa-holm.md");
    assert!(story.starts_with("content/stories/"), "{story}");
    for words in HOSTILE {
        assert!(text.replace('\\', "").contains(words), "{words}\n{text}");
    }
    assert!(text.contains("audience: public\n") && !text.contains('\r'), "{text}");
    let [request] = &job.api.sent("POST", "/merge_requests")[..] else { panic!("one request") };
    assert_eq!(request["target_branch"], "main");
    assert_eq!(request["title"], "Story from issue 12");
    let words = request["description"].as_str().expect("words");
    assert!(words.starts_with("Closes #12\n") && words.contains("the account rosa-h"), "{words}");
    assert!(words.contains("pump.jpg"), "which photo is not there is said: {words}");
    assert_eq!(words.matches("~~~").count(), 2, "{words}");
    assert!(!words.lines().any(|line| line.starts_with('/')), "{words}");
    job.has_obeyed_nothing(&ended);
}

#[test]
fn an_issue_becomes_one_request_until_its_label_is_put_on_again() {
    for (requests, has_branch, sentence) in [
        (&["2026-11-20T11:00:00.000+01:00"][..], false, "it already has a request"),
        (&["2026-11-20T10:30:00.000Z"][..], true, "it already has a request"),
        (&[][..], true, "is there already"),
    ] {
        let job = Job::new(vec![Issue { requests, has_branch, ..ROSA }], "");
        let ended = job.run();
        assert!(ended.status.success() && said(&ended).contains(sentence), "{}", said(&ended));
        job.has_made_nothing();
    }
    let job = Job::new(vec![Issue { requests: &["2026-11-20T10:59:00.000+01:00"], ..ROSA }], "");
    let ended = job.run();
    assert!(ended.status.success(), "{}", said(&ended));
    assert_eq!(job.api.sent("POST", "/merge_requests").len(), 1, "{}", said(&ended));
}

#[test]
fn nothing_is_made_where_somebody_put_the_label_on_who_may_not() {
    for level in [None, Some(REPORTER)] {
        let job = Job::new(vec![Issue { level, ..ROSA }], "");
        let ended = job.run();
        assert!(ended.status.success(), "{}", said(&ended));
        assert!(said(&ended).contains("may not write here"), "{}", said(&ended));
        job.has_made_nothing();
    }
}

#[test]
fn one_issue_holds_up_no_other() {
    let nobody = Issue { number: 4, author: "_No response_", ..ROSA };
    let stranger = Issue { number: 5, login: "$(touch obeyed)\nx", ..ROSA };
    let gone = Issue { number: 6, labelled: "", ..ROSA };
    let bo = Issue { number: 13, author: "Bo Ek", ..ROSA };
    let job = Job::new(vec![gone, nobody, stranger, bo, ROSA], "");
    let ended = job.run();
    assert!(!ended.status.success(), "somebody must look: {}", said(&ended));
    assert!(said(&ended).contains("Issue 4: no story was begun"), "{}", said(&ended));
    assert!(said(&ended).contains("Issue 5: it has no author"), "{}", said(&ended));
    assert!(said(&ended).contains("Issue 6: GitLab's answer"), "{}", said(&ended));
    let branches: Vec<Value> = job
        .api
        .sent("POST", "/merge_requests")
        .into_iter()
        .map(|it| it["source_branch"].clone())
        .collect();
    assert_eq!(branches, ["story/issue-13", "story/issue-12"]);
    // The second has nothing of the first.
    let commits = job.api.sent("POST", "/repository/commits");
    assert_eq!(files(&commits[0]).len(), 1, "Bo has a file already");
    assert_eq!(files(&commits[1]).len(), 2);
    job.has_obeyed_nothing(&ended);
}

#[test]
fn who_wants_no_name_is_in_no_commit_and_in_no_request() {
    let job = Job::new(vec![Issue { author: "Anonymous", ..ROSA }], "");
    let ended = job.run();
    assert!(ended.status.success(), "{}", said(&ended));
    let commit = &job.api.sent("POST", "/repository/commits")[0];
    let text = files(commit).into_iter().map(|(_, text)| text).collect::<String>();
    assert!(text.contains("\nanonymous: yes\n"), "{text}");
    let request = &job.api.sent("POST", "/merge_requests")[0];
    let all = format!("{commit}{request}{text}{}", said(&ended));
    assert!(!all.contains("rosa") && !all.contains("Closes"), "{all}");
    assert!(all.contains("delete that issue"), "{all}");
}

#[test]
fn no_page_of_the_list_is_left_out() {
    let mut issues: Vec<Issue> = (1000..1120)
        .map(|number| Issue { number, requests: &["2026-11-25T10:00:00.000Z"], ..ROSA })
        .collect();
    issues.push(ROSA);
    let job = Job::new(issues, "");
    let ended = job.run();
    assert!(ended.status.success(), "{}", said(&ended));
    assert_eq!(job.api.sent("POST", "/merge_requests").len(), 1, "{}", said(&ended));
}

/// Where it is not known which file the story is, nothing says that its author wants a name.
#[test]
fn nothing_is_signed_where_no_single_story_was_begun() {
    let story = |name: &str| format!("printf -- '---\nanonymous: yes\n---\n' > {name}");
    let two = ["content/stories/a.md", "content/stories/b.md"].map(story).join("\n");
    let changed = format!("{}\necho >> content/purpose.md", story("content/stories/a.md"));
    for begun in [two, changed, "true".to_owned(), story("content/people/x.md")] {
        let job = Job::new(vec![ROSA], "");
        let script = format!("#!/bin/sh\nmkdir -p content/stories content/people\n{begun}\n");
        job.place.stub("storywall", &script);
        let ended = job.run();
        assert!(said(&ended).contains("no single story"), "{begun}: {}", said(&ended));
        job.has_made_nothing();
    }
}

#[test]
fn a_request_that_gitlab_refuses_leaves_no_branch() {
    let job = Job::new(vec![ROSA], "/merge_requests");
    let ended = job.run();
    assert!(!ended.status.success(), "{}", said(&ended));
    assert!(said(&ended).contains("GitLab answers 403"), "{}", said(&ended));
    assert_eq!(job.api.sent("DELETE", "/repository/branches/story%2Fissue-12").len(), 1);

    let job = Job::new(vec![ROSA], "/repository/commits");
    let ended = job.run();
    assert!(!ended.status.success() && said(&ended).contains("403"), "{}", said(&ended));
    assert_eq!(job.api.sent("POST", "/merge_requests").len(), 0);
}

/// Only on the default branch, which is protected, is the token there.
#[test]
fn a_schedule_starts_it_and_no_request_does() {
    let place = Place::new("gitlab", "en");
    let pipeline = place.yaml(PATH);
    let rules = pipeline.at(&["stories", "rules"]).expect("rules").items();
    let [rule] = rules else { panic!("one rule") };
    let when = rule.words(&["if"]);
    for part in [
        "$STORYWALL_STORY_TOKEN && ",
        "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH",
        "$CI_PIPELINE_SOURCE =~ /^(schedule|web)$/",
    ] {
        assert!(when.contains(part), "{when}");
    }
    let text = fs::read_to_string(place.site().join(PATH)).expect("a file");
    let (before, job) = text.split_once("\nstories:\n").expect("a job");
    assert!(!job.contains("STORYWALL_KEY") && !before.contains("env.pop"), "{text}");
    let caches = pipeline.at(&["stories", "cache"]).expect("caches").items();
    assert_eq!(caches.len(), 1, "no photo of the site is in its reach");
}
