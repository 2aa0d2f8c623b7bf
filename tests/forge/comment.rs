//! The comment on a request: there is one, which is written again when the request changes, and no
//! word of a request is obeyed on the way.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use serde_json::{Value, json};

use crate::place::{Place, said};
use crate::story::HOSTILE;

const FORGES: [&str; 3] = ["github", "forgejo", "gitlab"];
const MARK: &str = "<!-- storywall -->";
/// More than a page of them.
const STRANGERS: u64 = 120;

/// What stands for `gh` and `curl`: it keeps comments as a forge does, and what it was asked.
const FORGE: &str = r#"#!/usr/bin/env node
const fs = require('fs');
const words = process.argv.slice(2);
const temp = process.env.RUNNER_TEMP;
const after = (name) => words[words.indexOf(name) + 1];
const has = (name) => words.includes(name);
const isGh = process.argv[1].endsWith('gh');
const token = isGh ? process.env.GH_TOKEN : fs.readFileSync(0, 'utf8').trim().split(' ').pop();
const method = has('--method') ? after('--method') : has('--request') ? after('--request') : 'GET';
const address = words.find((it) => /^(https:|repos\/)/.test(it));
fs.appendFileSync(temp + '/asked.txt', method + ' ' + address + '\n');
if (token !== 'top-secret' || fs.existsSync(temp + '/refuses')) {
  console.error('403 Forbidden');
  process.exit(22);
}
const all = JSON.parse(fs.readFileSync(temp + '/comments.json.db', 'utf8'));
const mark = '<!-- storywall -->';
if (method === 'GET') {
  const page = Number(new URL(address, 'https://x').searchParams.get('page') || 0);
  const found = page ? all.slice((page - 1) * 100, page * 100) : all;
  if (address.endsWith('/user')) console.log('{"id": 9}');
  else if (!isGh) console.log(JSON.stringify(found));
  else {
    for (const part of ['github-actions[bot]', mark, '--paginate']) {
      if (!words.some((it) => it.includes(part))) process.exit(2);
    }
    const isOurs = (it) => it.user.login === 'github-actions[bot]' && it.body.startsWith(mark);
    for (const it of all.filter(isOurs)) console.log(it.id);
  }
  process.exit(0);
}
const sent = words.findIndex((it) => ['--field', '--data', '--data-urlencode'].includes(it));
const file = words[sent + 1].replace(/^(body)?=?@/, '');
const text = fs.readFileSync(file, 'utf8');
const body = has('--data') ? JSON.parse(text).body : text;
if (method === 'POST') {
  const own = { github: 'github-actions[bot]', forgejo: 'forgejo-actions' };
  const login = own[process.env.FORGE] || 'project_3_bot';
  all.push({ id: 900 + all.length, body, user: { login }, author: { id: 9 } });
} else {
  const id = Number(address.split('/').pop());
  const old = all.find((it) => it.id === id);
  if (!old || old.author.id !== 9) process.exit(22);
  old.body = body;
}
fs.writeFileSync(temp + '/comments.json.db', JSON.stringify(all));
"#;

#[test]
fn a_request_gets_one_comment_which_is_written_again() {
    for forge in FORGES {
        let request = Request::new(forge);
        let ended = request.run(false);
        let told = said(&ended);
        let [first] = &request.ours()[..] else { panic!("{forge}: {told}") };
        let body = first["body"].as_str().expect("words");
        assert!(body.starts_with(MARK) && body.contains("pump\\.md"), "{forge}: {body}");
        // In the language of the story.
        assert!(body.contains("Tak"), "{forge}: {body}");
        request.has_obeyed_nothing(&told);

        request.write("---\ntitle: Pumpe fire\nauthor: bo-ek\nlang: da\n---\nDen gik i stå.\n");
        let told = said(&request.run(false));
        let [second] = &request.ours()[..] else { panic!("{forge}: {told}") };
        assert_eq!(second["id"], first["id"], "{forge}: the same comment");
        let body = second["body"].as_str().expect("words");
        assert!(body.contains("Pumpe fire") && !body.contains("nobody"), "{forge}: {body}");
        // Somebody else's with the same first line stays as it was.
        let all = request.comments();
        assert_eq!(all.len() as u64, STRANGERS + 1, "{forge}");
        assert_eq!(all[0]["body"], format!("{MARK} mine"), "{forge}");
    }
}

#[test]
fn where_nobody_may_write_a_comment_its_words_are_shown_and_nothing_fails() {
    for forge in FORGES {
        let request = Request::new(forge);
        request.write("---\ntitle: Pumpe fire\nauthor: bo-ek\nlang: da\n---\nDen gik i stå.\n");
        fs::write(request.temp().join("refuses"), "").expect("a file that can be written");
        let ended = request.run(false);
        let told = said(&ended);
        assert!(ended.status.success(), "{forge}: {told}");
        assert!(told.contains("could not be written"), "{forge}: {told}");
        assert_eq!(request.ours(), [] as [Value; 0], "{forge}");
        assert!(request.shown(&told).contains("Pumpe fire"), "{forge}: {told}");

        // A fork asks for nothing at all.
        let request = Request::new(forge);
        request.write("---\ntitle: Pumpe fire\nauthor: bo-ek\nlang: da\n---\nDen gik i stå.\n");
        let ended = request.run(true);
        let told = said(&ended);
        assert!(ended.status.success(), "{forge}: {told}");
        assert!(!request.temp().join("asked.txt").exists(), "{forge}: {told}");
        assert!(request.shown(&told).contains("Pumpe fire"), "{forge}: {told}");
        request.has_obeyed_nothing(&told);
    }
}

#[test]
fn a_fork_gets_no_comment() {
    let workflow = Place::new("github", "en").yaml(".github/workflows/storywall.yml");
    let when = workflow.words(&["jobs", "comment", "if"]);
    assert!(when.contains("github.event.pull_request.head.repo.full_name == github.repository"));
    let workflow = Place::new("forgejo", "en").text(".forgejo/workflows/storywall.yml");
    let is_fork =
        "IS_FORK: ${{ github.event.pull_request.head.repo.full_name != github.repository }}";
    assert!(workflow.contains(is_fork));
}

/// What is known of photos goes from the default branch to a request, with the key of its seals.
#[test]
fn gitlab_keeps_the_key_of_what_it_knows_of_photos_beside_it() {
    let request = Request::new("gitlab");
    request.write("---\ntitle: Pumpe fire\nauthor: bo-ek\nlang: da\n---\nDen gik i stå.\n");
    assert!(request.run(true).status.success());
    let kept = request.clone.join(".storywall-key/key");
    let key = fs::read(&kept).expect("a key that is kept");
    fs::remove_dir_all(request.temp().join("storywall")).expect("a folder that can be removed");
    assert!(request.run(true).status.success());
    let used = fs::read(request.temp().join("storywall/key")).expect("a key");
    assert_eq!((used, fs::read(kept).expect("a key")), (key.clone(), key));
}

/// A request with a story, in a fresh clone.
struct Request {
    forge: &'static str,
    place: Place,
    clone: PathBuf,
}

impl Request {
    fn new(forge: &'static str) -> Request {
        let place = Place::new(forge, "da");
        place.commit("Begin");
        let clone = place.clone();
        place.stub("gh", FORGE);
        place.stub("curl", FORGE);
        let strangers = (0..STRANGERS).map(|at| match at {
            0 => comment(1, &format!("{MARK} mine")),
            _ => comment(at + 1, "Hej"),
        });
        let all = Value::from_iter(strangers).to_string();
        let request = Request { forge, place, clone };
        fs::write(request.temp().join("comments.json.db"), all).expect("a file");
        request.place.git(&request.clone, &["checkout", "-qb", "story"]);
        let words = HOSTILE[..7].join(" ").replace('\'', "''");
        request.write(&format!(
            "---\ntitle: '{words}'\nauthor: nobody-here\nlang: da\ntheme: '{words}'\n---\n\
             [{}](<{}.md>)\n\n{}\n",
            HOSTILE[0],
            HOSTILE[3],
            HOSTILE.join("\n\n")
        ));
        request
    }

    fn temp(&self) -> PathBuf {
        self.place.folder.path().join("temp")
    }

    fn write(&self, story: &str) {
        let folder = self.clone.join("content/stories/2026");
        fs::create_dir_all(&folder).expect("a folder that can be made");
        // A name may have every sign.
        for name in ["pump.md", "$(touch obeyed);`touch obeyed`.txt"] {
            fs::write(folder.join(name), story).expect("a file that can be written");
        }
        self.place.git(&self.clone, &["add", "."]);
        self.place.git(&self.clone, &["commit", "-qm", HOSTILE[1]]);
    }

    /// Runs what a request runs, as far as a forge would; a request from a fork may write nothing.
    fn run(&self, is_fork: bool) -> Output {
        let path = match self.forge {
            "github" => ".github/workflows/storywall.yml",
            "forgejo" => ".forgejo/workflows/storywall.yml",
            _ => ".gitlab-ci.yml",
        };
        let mut scripts = self.place.scripts(path);
        scripts.retain(|(name, _)| name.contains("omment") || self.forge == "gitlab");
        if self.forge == "github" && !is_fork {
            scripts.extend(self.place.scripts_of(path, "comment"));
        }
        let scripts: Vec<String> = scripts.into_iter().map(|(_, script)| script).collect();
        let mut command = self.place.command("bash", &self.clone);
        // Each step is a shell of its own.
        let steps = scripts.iter().flat_map(|script| ["(set -eo pipefail\n", script, "\n)\n"]);
        command
            .args(["-eo", "pipefail", "-c", &steps.collect::<String>()])
            .env("FORGE", self.forge)
            .env("NUMBER", "7")
            .env("IS_FORK", is_fork.to_string())
            .env("GITHUB_BASE_REF", "main")
            .env("GITHUB_REPOSITORY", "nord/site")
            .env("GITHUB_API_URL", "https://git.example/api/v1")
            .env("CI_API_V4_URL", "https://git.example/api/v4")
            .env("CI_PROJECT_ID", "3")
            .env("CI_MERGE_REQUEST_IID", "7")
            .env("CI_MERGE_REQUEST_DIFF_BASE_SHA", "origin/main")
            .env("GH_TOKEN", "top-secret")
            .env("FORGE_TOKEN", "top-secret");
        match is_fork {
            true => command.env_remove("STORYWALL_COMMENT_TOKEN"),
            false => command.env("STORYWALL_COMMENT_TOKEN", "top-secret"),
        };
        command.output().expect("a program that starts")
    }

    fn comments(&self) -> Vec<Value> {
        let all = fs::read(self.temp().join("comments.json.db")).expect("comments");
        serde_json::from_slice(&all).expect("JSON")
    }

    fn ours(&self) -> Vec<Value> {
        self.comments().into_iter().filter(|one| one["author"]["id"] == 9).collect()
    }

    /// What a reader without the comment sees: a page, a file or the log.
    fn shown(&self, log: &str) -> String {
        let read = |path: PathBuf| fs::read_to_string(path).expect("words that are shown");
        match self.forge {
            "github" => read(self.temp().join("summary.md")),
            "gitlab" => read(self.clone.join("comment.md")),
            _ => {
                let (_, inside) = log.split_once("::stop-commands::").expect("it stops");
                let (word, inside) = inside.split_once('\n').expect("a word of its own");
                inside.split_once(&format!("\n::{word}::\n")).expect("it goes on").0.to_owned()
            }
        }
    }

    fn has_obeyed_nothing(&self, log: &str) {
        for folder in [self.temp(), self.clone.clone(), self.clone.join("content/stories/2026")] {
            assert!(!folder.join("obeyed").exists(), "{}", folder.display());
        }
        assert!(!log.contains("top-secret"), "{log}");
        let outside = log.split("::stop-commands::").next().unwrap_or_default();
        for line in outside.lines().map(str::trim_start) {
            assert!(!line.contains("##["), "{log}");
            assert!(!line.starts_with("::set-output") && !line.starts_with("::error::"), "{log}");
        }
    }
}

fn comment(id: u64, body: &str) -> Value {
    json!({ "id": id, "body": body, "user": { "login": "rosa" }, "author": { "id": 4 } })
}
