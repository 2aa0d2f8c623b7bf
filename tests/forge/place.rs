//! A site that was just begun with the files of a forge, and the commands that run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::yaml::Yaml;

/// A site that was just begun, in a folder of its own.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
}

impl Place {
    pub(crate) fn new(forge: &str, language: &str) -> Place {
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

    pub(crate) fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.site().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
    }

    pub(crate) fn yaml(&self, path: &str) -> Yaml {
        Yaml::read(&self.text(path))
    }

    /// Where the site is after its steps.
    pub(crate) fn built(&self, clone: &Path) -> PathBuf {
        let out = self.folder.path().join("temp/site");
        if out.exists() { out } else { clone.join("public") }
    }

    /// What each step of the job that checks runs, by its name.
    pub(crate) fn scripts(&self, path: &str) -> Vec<(String, String)> {
        self.scripts_of(path, "check")
    }

    pub(crate) fn scripts_of(&self, path: &str, job: &str) -> Vec<(String, String)> {
        let yaml = self.yaml(path);
        if let Some(check) = yaml.at(&[job, "script"]) {
            let first = yaml.at(&["default", "before_script"]).expect("a beginning");
            let lines =
                |list: &Yaml| list.items().iter().map(Yaml::as_text).collect::<Vec<_>>().join("\n");
            return vec![("Check".to_owned(), format!("{}\n{}", lines(first), lines(check)))];
        }
        let steps = yaml.at(&["jobs", job, "steps"]).expect("steps").items();
        let runs = steps.iter().filter(|step| step.at(&["run"]).is_some());
        runs.map(|step| (step.words(&["name"]), step.words(&["run"]))).collect()
    }

    pub(crate) fn command(&self, program: &str, folder: &Path) -> Command {
        let own = Path::new(env!("CARGO_BIN_EXE_storywall")).parent().expect("a folder");
        let path = std::env::var("PATH").unwrap_or_default();
        let temp = self.folder.path().join("temp");
        let mut command = Command::new(program);
        command
            .current_dir(folder)
            // What a test puts there comes before all others.
            .env("PATH", format!("{}:{}:{path}", temp.join("bin").display(), own.display()))
            .env("HOME", &temp)
            .env("XDG_STATE_HOME", &temp)
            .env("RUNNER_TEMP", &temp)
            .env("GITHUB_STEP_SUMMARY", temp.join("summary.md"))
            .env("CI_PROJECT_DIR", folder)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_AUTHOR_NAME", "A")
            .env("GIT_AUTHOR_EMAIL", "a@b.example")
            .env("GIT_COMMITTER_NAME", "A")
            .env("GIT_COMMITTER_EMAIL", "a@b.example")
            .env_remove("GITHUB_BASE_REF")
            .env_remove("STORYWALL_KEY");
        command
    }

    /// Puts a script in the place of a program.
    pub(crate) fn stub(&self, name: &str, script: &str) {
        let folder = self.folder.path().join("temp/bin");
        fs::create_dir_all(&folder).expect("a folder that can be made");
        let file = folder.join(name);
        fs::write(&file, script).expect("a file that can be written");
        let ended = self.command("chmod", Path::new("/")).arg("+x").arg(&file).status();
        assert!(ended.expect("a program that starts").success());
    }

    pub(crate) fn storywall(&self, words: &[&str]) -> Output {
        let mut command = self.command(env!("CARGO_BIN_EXE_storywall"), self.folder.path());
        command.args(words).output().expect("a program that starts")
    }

    /// Runs a script as forges do: its first failure ends it.
    pub(crate) fn run(&self, folder: &Path, script: &str, base: &str) -> Output {
        let mut command = self.command("bash", folder);
        if !base.is_empty() {
            command.env("GITHUB_BASE_REF", base);
        }
        command.args(["-eo", "pipefail", "-c", script]).output().expect("a program that starts")
    }

    pub(crate) fn git(&self, folder: &Path, words: &[&str]) {
        let ended =
            self.command("git", folder).args(words).output().expect("a program that starts");
        assert!(ended.status.success(), "git {words:?}: {}", said(&ended));
    }

    pub(crate) fn commit(&self, message: &str) {
        let site = self.site();
        self.git(&site, &["init", "-q", "-b", "main"]);
        self.git(&site, &["add", "."]);
        self.git(&site, &["commit", "-qm", message]);
    }

    pub(crate) fn clone(&self) -> PathBuf {
        self.git(self.folder.path(), &["clone", "-q", "site", "clone"]);
        self.folder.path().join("clone")
    }
}

pub(crate) fn said(ended: &Output) -> String {
    let both = [&ended.stdout[..], &ended.stderr[..]].concat();
    String::from_utf8_lossy(&both).into_owned()
}
