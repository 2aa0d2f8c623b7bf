//! A small site on a disk, and the program as a command.
//!
//! `PROGRAM=path cargo test --test hostile` tries the attacks on another build of the program, an
//! older one for example.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A user without rights.
pub(crate) const NOBODY: u32 = 65_534;

/// A site that is under attack. Everything but `home` can come from a pull request.
pub(crate) struct Site {
    place: TempDir,
}

/// How a command ended, and all that it said.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) said: String,
}

impl Site {
    pub(crate) fn new() -> Site {
        let site = Site { place: TempDir::new().expect("a place for a test") };
        site.write("site.toml", "title = \"Harbour\"\nbase_url = \"https://h.example/\"\n");
        site.write(
            "content/programme.toml",
            "[purpose]\nsentence = \"People.\"\n\n[may]\ncontact = \"anna\"\n",
        );
        site.person("anna", "");
        site.person("bo", "");
        site.write("content/index.md", "---\ntitle: Home\n---\nHello\n");
        site.story("one", "anna", "The harbour was quiet.");
        site
    }

    pub(crate) fn person(&self, id: &str, fields: &str) {
        let name = id[..1].to_uppercase() + &id[1..];
        self.write(
            &format!("content/people/{id}.md"),
            format!(
                "---\nname: {name}\ncontact: {{phone: local 1}}\n\
                 consent: {{photo: yes, name: yes, scope: public}}\n{fields}---\n"
            ),
        );
    }

    pub(crate) fn story(&self, name: &str, author: &str, text: &str) {
        let file = format!("content/stories/{name}.md");
        self.write(
            &file,
            format!("---\ntitle: Story {name}\nauthor: {author}\ndate: 2026-11-01\n---\n{text}\n"),
        );
    }

    /// Everything outside of the project.
    pub(crate) fn above(&self) -> PathBuf {
        self.place.path().canonicalize().expect("is there")
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.above().join("site")
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.above().join("site").join(path);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
        fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    pub(crate) fn read(&self, path: &str) -> String {
        String::from_utf8_lossy(&fs::read(self.at(path)).expect("a file")).into_owned()
    }

    /// All files of the project go into a commit, also those that are ignored: as an attacker adds
    /// them to a pull request.
    pub(crate) fn commit_all(&self) {
        self.git(&["init", "-q"]);
        self.git(&["add", "-f", "-A"]);
    }

    pub(crate) fn git(&self, arguments: &[&str]) {
        let done = Command::new("git").args(arguments).current_dir(self.root()).output();
        let done = done.expect("git can be started");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    /// Runs the program in the project, with a key of its own below `above`.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        self.run_as(None, "state", arguments)
    }

    /// The same, for commands that have no day.
    pub(crate) fn run_plain(&self, arguments: &[&str]) -> Ended {
        ended(self.command(None, "state").args(arguments))
    }

    /// The same, as somebody else, whose keys are kept in `state`.
    pub(crate) fn run_as(&self, user: Option<u32>, state: &str, arguments: &[&str]) -> Ended {
        ended(self.command(user, state).args(arguments).arg("--today=2026-11-21"))
    }

    /// The program, about to build in the project.
    pub(crate) fn build_command(&self) -> Command {
        let mut command = self.command(None, "state");
        command.args(["build", "--quiet", "--today=2026-11-21"]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn command(&self, user: Option<u32>, state: &str) -> Command {
        let program = env::var_os("PROGRAM").unwrap_or(env!("CARGO_BIN_EXE_storywall").into());
        let mut command = Command::new(program);
        command.current_dir(self.root());
        command.env_clear().env("PATH", env::var_os("PATH").unwrap_or_default());
        command.env("XDG_STATE_HOME", self.above().join(state));
        command.env("TMPDIR", self.temporary());
        if let Some(user) = user {
            command.uid(user).gid(user);
        }
        command
    }

    /// Builds, and everything is fine.
    pub(crate) fn build(&self) -> Ended {
        self.build_with(&[])
    }

    pub(crate) fn build_with(&self, arguments: &[&str]) -> Ended {
        let ended = self.run(&[&["build"], arguments].concat());
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        ended
    }

    fn temporary(&self) -> PathBuf {
        let folder = self.above().join("tmp");
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    /// The files below a folder of the project, by their paths from the project.
    pub(crate) fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        files(&self.at(folder), &self.root())
    }

    /// Which files that the program wrote hold these words, or are named by them: what it published,
    /// its workshop, its cache and its temporary files.
    pub(crate) fn kept_with(&self, words: &str) -> Vec<String> {
        let above = self.above();
        let mut found = vec![];
        for (name, bytes) in files(&above, &above) {
            let is_source = ["content/", "themes/", "site.toml", ".git/"]
                .iter()
                .any(|place| name.strip_prefix("site/").is_some_and(|it| it.starts_with(place)));
            let holds = bytes.windows(words.len()).any(|it| it == words.as_bytes());
            if !is_source && (holds || name.contains(words)) {
                found.push(name);
            }
        }
        found
    }
}

fn ended(command: &mut Command) -> Ended {
    let output = command.output().expect("the program can be started");
    let said = [output.stdout, output.stderr].concat();
    Ended { code: output.status.code(), said: String::from_utf8_lossy(&said).into_owned() }
}

fn files(folder: &Path, from: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(from).expect("is below");
            (name.to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

/// Whether the tests may step down to another user.
pub(crate) fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").is_ok_and(|it| it.uid() == 0)
}
