//! Commands that only read leave everything as it was: the project, what a build keeps, and the
//! folders of whoever runs them.

#![expect(clippy::disallowed_methods, reason = "a test of the program works on the disk")]

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// Each command that writes nothing, with a `--cache` of its own, and without.
const READING: &str = "\
    check\n\
    check --format json --audience public\n\
    check --cache CACHE\n\
    explain stories/pump.html\n\
    explain content/stories/pump.md --json\n\
    explain content/quay.jpg --cache CACHE\n\
    consent\n\
    consent --format json --cache CACHE\n\
    consent --withdraw-preview ana\n\
    headers --format nginx\n\
    headers --format json --cache CACHE\n\
    schema story\n\
    schema --markdown";

/// What can be seen of a file: its bytes, who may read it, and when it was written and changed.
type Seen = (Vec<u8>, u32, (i64, i64), (i64, i64));

/// A project with photos, and the folders of a user.
struct Place(TempDir);

impl Place {
    fn new() -> Place {
        let place = Place(TempDir::new().expect("a place for a test"));
        for folder in ["home", "state", "tmp", "site/content/people", "site/content/stories"] {
            fs::create_dir_all(place.at(folder)).expect("a folder");
        }
        let photo = image::RgbImage::from_fn(480, 320, |x, y| {
            image::Rgb([x, y, x ^ y].map(|it| u8::try_from(it % 256).unwrap_or(0)))
        });
        for name in ["content/quay.jpg", "content/people/ana.jpg"] {
            let file = place.at("site").join(name);
            photo.save_with_format(file, image::ImageFormat::Jpeg).expect("a photo");
        }
        let texts = [
            ("site.toml", "title = \"Harbour\"\nbase_url = \"https://h.example/\"\n"),
            ("content/programme.toml", "[purpose]\nsentence = \"People believe people.\"\n"),
            (
                "content/people/ana.md",
                "---\nname: Ana\nphoto: ana.jpg\nconsent: {photo: yes, given: 2026-01-01}\n---\n",
            ),
            (
                "content/stories/pump.md",
                "---\ntitle: Pump\nauthor: ana\ndate: 2026-11-18\nphotos: [{file: ../quay.jpg, \
                 alt: The quay}]\n---\nIt ran.\n",
            ),
        ];
        for (path, text) in texts {
            fs::write(place.at("site").join(path), text).expect("a file");
        }
        place
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn run(&self, words: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_storywall"));
        command.args(words.split(' ')).current_dir(self.at("site")).env_remove("STORYWALL_KEY");
        for (name, folder) in [("HOME", "home"), ("XDG_STATE_HOME", "state"), ("TMPDIR", "tmp")] {
            command.env(name, self.at(folder));
        }
        command.output().expect("the program runs")
    }

    fn seen(&self) -> BTreeMap<PathBuf, Seen> {
        let entries = walkdir::WalkDir::new(self.0.path()).into_iter();
        let seen = |path: &Path| {
            let stat = fs::symlink_metadata(path).expect("is there");
            let bytes = if stat.is_file() { fs::read(path).expect("a file") } else { vec![] };
            let changed = (stat.ctime(), stat.ctime_nsec());
            (bytes, stat.mode(), (stat.mtime(), stat.mtime_nsec()), changed)
        };
        entries
            .map(|entry| entry.expect("is there").into_path())
            .map(|it| (it.clone(), seen(&it)))
            .collect()
    }

    /// Every reading command does its work and leaves no trace.
    fn stays_as_it_is(&self, cache: &str, when: &str) {
        let mut wrong = vec![];
        for words in READING.lines() {
            let before = self.seen();
            let output = self.run(&words.replace("CACHE", cache));
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(matches!(output.status.code(), Some(0 | 1)), "{words}, {when}: {said}");
            let after = self.seen();
            let names = before.keys().chain(after.keys());
            let other = names.filter(|name| before.get(*name) != after.get(*name));
            wrong.extend(other.map(|name| format!("{words}, {when}: {}", name.display())));
        }
        assert!(wrong.is_empty(), "written:\n  {}", wrong.join("\n  "));
    }
}

#[test]
fn commands_that_only_read_write_nothing() {
    let place = Place::new();
    place.stays_as_it_is("../kept", "before any build");

    let built = place.run("build --quiet --today 2026-11-21");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    place.stays_as_it_is(".storywall", "after a build");

    // What a build would put right stands as it was found.
    let kept = fs::read_dir(place.at("site/.storywall")).expect("a cache").flatten();
    for entry in kept {
        fs::write(entry.path(), "not sealed").expect("a file");
    }
    let open =
        [("site/.storywall", 0o755), ("state/storywall", 0o755), ("state/storywall/key", 0o644)];
    for (path, mode) in open {
        fs::set_permissions(place.at(path), Permissions::from_mode(mode)).expect("a mode");
    }
    place.stays_as_it_is(".storywall", "among what is not sealed");
}

#[test]
fn a_cache_that_holds_other_things_is_refused_by_who_reads_it_too() {
    let place = Place::new();
    fs::create_dir(place.at("letters")).expect("a folder");
    fs::write(place.at("letters/mine.txt"), "mine").expect("a file");
    for command in ["check", "consent", "explain index.html", "headers --format json", "build"] {
        let before = place.seen();
        let output = place.run(&format!("{command} --cache ../letters"));
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{command}: {said}");
        assert!(said.contains("mine.txt"), "{command}: {said}");
        // A build makes its key before it looks for what it keeps.
        assert!(command == "build" || place.seen() == before, "{command} wrote something");
        assert_eq!(fs::read_dir(place.at("letters")).expect("a folder").count(), 1);
    }
}
