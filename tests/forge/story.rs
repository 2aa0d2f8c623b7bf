//! The job that makes a pull request of an issue: every word of it is in the story, and none of them
//! is obeyed.

use std::fs;
use std::process::Output;

use serde_json::json;

use crate::place::{Place, said};

const FORGES: [(&str, &str); 2] = [
    ("github", ".github/workflows/storywall.yml"),
    ("forgejo", ".forgejo/workflows/storywall.yml"),
];

/// Words that would be obeyed if anything took them for a command.
pub(crate) const HOSTILE: [&str; 11] = [
    "$(touch obeyed) `touch obeyed` ${IFS}",
    "\"; touch obeyed; rm -rf . #",
    "'; touch obeyed; '",
    "::set-output name=obeyed::yes",
    "::error::obeyed",
    "##[set-env name=PATH]/obeyed",
    "${{ github.token }} $GH_TOKEN $FORGE_TOKEN",
    "--title=obeyed --body-file /etc/passwd",
    "EOF",
    "~~~ @everybody",
    "It hummed. 🎉 Æblegrød",
];

#[test]
fn an_issue_becomes_a_pull_request_and_none_of_its_words_is_obeyed() {
    for (forge, path) in FORGES {
        let job = Job::new(forge, path);
        let ended = job.run(&issue("Rosa Holm"));
        assert!(ended.status.success(), "{forge}: {}", said(&ended));
        let branch = "story/issue-12";
        let log = job.git(&["log", "-1", "--format=%an <%ae>%n%s%n%cn", branch]);
        let noreply = match forge {
            "github" => "rosa-h <77+rosa-h@users.noreply.git.example>",
            _ => "rosa-h <rosa-h@noreply.git.example>",
        };
        assert!(log.starts_with(&format!("{noreply}\nStory from issue 12\n")), "{forge}: {log}");
        assert!(!log.ends_with("rosa-h\n"), "{forge}: {log}");

        let files = job.git(&["diff", "--name-only", "main", branch]);
        let files: Vec<&str> = files.lines().collect();
        let [person, story] = files[..] else { panic!("{forge}: {files:?}") };
        assert_eq!(person, "content/people/rosa-holm.md");
        let text = job.git(&["show", &format!("{branch}:{story}")]);
        for words in HOSTILE {
            let plain = text.replace('\\', "");
            assert!(plain.contains(words), "{forge}: {words}\n{text}");
        }
        assert!(text.contains("audience: public\n") && !text.contains('\r'), "{forge}: {text}");

        let request = job.request();
        assert!(request.contains("Closes #12") && request.contains("Story from issue 12"));
        assert!(request.contains("the account rosa-h"), "{forge}: {request}");
        let picture = "https://git.example/user-attachments/assets/1-2";
        assert!(request.contains(picture), "{forge}: {request}");
        assert_eq!(request.matches("~~~").count(), 2, "{forge}: {request}");
        job.has_obeyed_nothing(&ended);
    }
}

#[test]
fn a_second_label_changes_nothing() {
    for (forge, path) in FORGES {
        let job = Job::new(forge, path);
        assert!(job.run(&issue("Rosa Holm")).status.success());
        let first = job.git(&["rev-parse", "story/issue-12"]);
        fs::remove_file(job.place.folder.path().join("temp/asked.txt"))
            .expect("a file that is there");
        let again = job.run(&issue("Somebody Else"));
        assert!(again.status.success(), "{forge}: {}", said(&again));
        assert!(said(&again).contains("is there already"), "{forge}: {}", said(&again));
        assert_eq!(job.git(&["rev-parse", "story/issue-12"]), first, "{forge}");
        assert_eq!(job.request(), "", "{forge}");
    }
}

#[test]
fn nothing_is_made_for_whoever_may_not_or_of_a_story_of_nobody() {
    for (forge, path) in FORGES {
        let job = Job::new(forge, path);
        let mut other = issue("Rosa Holm");
        match forge {
            "github" => job.stub("gh", "echo read"),
            // There, taking a label off is the same event as putting one on.
            _ => other["issue"]["labels"] = json!([{ "name": "bug" }]),
        }
        let ended = job.run(&other);
        assert!(ended.status.success(), "{forge}: {}", said(&ended));
        job.has_made_nothing();

        let job = Job::new(forge, path);
        let ended = job.run(&issue("_No response_"));
        assert!(!ended.status.success(), "{forge}: {}", said(&ended));
        assert!(said(&ended).contains("::error::No story was begun"), "{}", said(&ended));
        job.has_obeyed_nothing(&ended);
        job.has_made_nothing();
        let mut stranger = issue("Rosa Holm");
        stranger["issue"]["user"]["login"] = json!("$(touch obeyed)\nx");
        assert!(!job.run(&stranger).status.success(), "{forge}");
        job.has_made_nothing();
    }
}

#[test]
fn who_wants_no_name_is_in_no_commit_and_in_no_request() {
    for (forge, path) in FORGES {
        let job = Job::new(forge, path);
        let ended = job.run(&issue("Anonymous"));
        assert!(ended.status.success(), "{forge}: {}", said(&ended));
        let commit = job.git(&["log", "-1", "--format=fuller", "--patch", "story/issue-12"]);
        assert!(commit.contains("+anonymous: yes\n"), "{forge}: {commit}");
        let all = format!("{commit}{}{}", job.request(), said(&ended));
        assert!(!all.contains("rosa") && !all.contains("Closes"), "{forge}: {all}");
        assert!(job.request().contains("delete that issue"), "{forge}");
    }
}

/// Where it is not known which file the story is, nothing says that its author wants a name.
#[test]
fn nothing_is_signed_where_no_single_story_was_begun() {
    let story = |name: &str| format!("printf -- '---\\nanonymous: yes\\n---\\n' > {name}");
    let two = ["content/stories/a.md", "content/stories/b.md"].map(story).join("\n");
    let odd = story("\"content/stories/a$(printf '\\n')b\\\".md\"");
    for begun in [two, odd, "true".to_owned(), story("content/people/x.md")] {
        for (forge, path) in FORGES {
            let job = Job::new(forge, path);
            job.stub("storywall", &format!("mkdir -p content/stories content/people\n{begun}"));
            let ended = job.run(&issue("Anonymous"));
            assert!(!ended.status.success(), "{forge}: {begun}: {}", said(&ended));
            assert!(said(&ended).contains("No single story"), "{forge}: {}", said(&ended));
            job.has_made_nothing();
        }
    }
    for (forge, path) in FORGES {
        let job = Job::new(forge, path);
        let begun = story("content/stories/æ.md");
        job.stub("storywall", &format!("mkdir -p content/stories\n[ \"$1\" = check ] || {begun}"));
        let ended = job.run(&issue("Anonymous"));
        assert!(ended.status.success(), "{forge}: {}", said(&ended));
        let log = job.git(&["log", "-1", "--format=%an", "story/issue-12"]);
        assert!(log.contains("actions"), "{forge}: {log}");
    }
}

#[test]
fn a_request_that_the_forge_refuses_leaves_no_branch() {
    for (forge, path) in FORGES {
        let job = Job::new(forge, path);
        job.stub("gh", "case \"$1\" in api) echo write ;; *) exit 1 ;; esac");
        job.stub("curl", "cat > /dev/null; exit 22");
        let ended = job.run(&issue("Rosa Holm"));
        assert!(!ended.status.success(), "{forge}: {}", said(&ended));
        job.has_made_nothing();
    }
}

/// What the event says of an issue that the form made.
fn issue(author: &str) -> serde_json::Value {
    let words = HOSTILE.join("\r\n\r\n");
    let body = format!(
        "### What happened?\r\n\r\n{words}\r\n\r\n\
         ![a](https://git.example/user-attachments/assets/1-2)\r\n\r\n\
         ### Who tells it?\r\n\r\n{author}\r\n\r\n### Who may see it?\r\n\r\nAnyone\r\n\r\n\
         ### Before you send it\r\n\r\n- [x] I have asked everybody who is in it.\r\n\
         - [x] I stand by the story.\r\n"
    );
    json!({
        "action": "labeled",
        "issue": {
            "number": 12,
            "title": "--title \"$(touch obeyed)\" `touch obeyed` ::error::obeyed 🎉",
            "body": body,
            "user": { "login": "rosa-h", "id": 77 },
            "labels": [{ "name": "story" }],
        },
    })
}

/// The last step of the job, in a fresh clone, with programs in place of those that ask the forge.
struct Job {
    place: Place,
    script: String,
}

impl Job {
    fn new(forge: &str, path: &str) -> Job {
        let place = Place::new(forge, "en");
        place.commit("Begin");
        let (what, script) = place.scripts_of(path, "story").pop().expect("a last step");
        assert_eq!(what, "Make a pull request");
        let job = Job { place, script };
        // They keep what they are asked, and the text of the request.
        job.stub(
            "gh",
            "case \"$1\" in api) echo write; exit ;; esac\n\
             printf '%s\\n' \"$@\" >> \"$RUNNER_TEMP/asked.txt\"\n\
             cat \"$RUNNER_TEMP/request.md\" >> \"$RUNNER_TEMP/asked.txt\"",
        );
        job.stub(
            "curl",
            "cat > /dev/null\n\
             node -p 'const it = JSON.parse(require(\"fs\").readFileSync(process.argv[1])); it.title + \"\\n\" + it.body' \
             \"$RUNNER_TEMP/request.json\" >> \"$RUNNER_TEMP/asked.txt\"",
        );
        job
    }

    fn temp(&self) -> std::path::PathBuf {
        self.place.folder.path().join("temp")
    }

    fn stub(&self, name: &str, script: &str) {
        self.place.stub(name, &format!("#!/bin/sh\n{script}\n"));
    }

    fn run(&self, event: &serde_json::Value) -> Output {
        let clone = self.place.folder.path().join("clone");
        if clone.exists() {
            fs::remove_dir_all(&clone).expect("a folder that can be removed");
        }
        let clone = self.place.clone();
        let file = self.temp().join("event.json");
        fs::write(&file, event.to_string()).expect("a file that can be written");
        let mut command = self.place.command("bash", &clone);
        command
            .args(["-eo", "pipefail", "-c", &self.script])
            .env("GITHUB_EVENT_PATH", file)
            .env("GITHUB_REPOSITORY", "nord/site")
            .env("GITHUB_SERVER_URL", "https://git.example")
            .env("GITHUB_API_URL", "https://git.example/api/v1")
            .env("GITHUB_ACTOR", "bo-ek")
            .env("GITHUB_REF_NAME", "main")
            .env("GH_TOKEN", "top-secret")
            .env("FORGE_TOKEN", "top-secret");
        command.output().expect("a program that starts")
    }

    /// What Git says in the repository to which the job pushes.
    fn git(&self, words: &[&str]) -> String {
        let ended = self.place.command("git", &self.place.site()).args(words).output();
        String::from_utf8(ended.expect("a program that starts").stdout).expect("UTF-8")
    }

    /// What the forge was asked to make.
    fn request(&self) -> String {
        fs::read_to_string(self.temp().join("asked.txt")).unwrap_or_default()
    }

    fn has_made_nothing(&self) {
        assert_eq!(self.git(&["branch", "--list", "story/*"]), "");
        assert_eq!(self.request(), "");
    }

    fn has_obeyed_nothing(&self, ended: &Output) {
        for folder in [self.temp(), self.place.site(), self.place.folder.path().join("clone")] {
            assert!(!folder.join("obeyed").exists(), "{}", folder.display());
        }
        let all = format!("{}{}", said(ended), self.request());
        assert!(!all.contains("top-secret"), "{all}");
        // Between these two lines, a forge obeys nothing.
        let told = said(ended);
        let (before, inside) = told.split_once("::stop-commands::").expect("it stops");
        let (word, inside) = inside.split_once('\n').expect("a word of its own");
        let (_, after) = inside.split_once(&format!("\n::{word}::\n")).expect("it goes on");
        assert!(!before.contains("obeyed") && !after.contains("obeyed"), "{told}");
    }
}
