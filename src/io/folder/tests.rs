//! A folder on a real disk, changed in all the ways that people and programs do.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;

use tempfile::TempDir;

use super::*;

struct Project {
    root: TempDir,
    folder: Folder,
}

impl Project {
    fn new() -> Project {
        let root = TempDir::new().expect("a place for a test");
        let folder = Folder::open(root.path()).expect("an empty folder");
        Project { root, folder }
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.root.path().join(path);
        fs::create_dir_all(path.parent().expect("has a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    fn link(&self, path: &str, target: impl AsRef<Path>) {
        let path = self.root.path().join(path);
        fs::create_dir_all(path.parent().expect("has a folder")).expect("a folder");
        symlink(target, path).expect("a link");
    }

    /// The changes, one a line: what it is, and which file.
    fn changes(&mut self) -> Vec<String> {
        let changes = self.folder.changes().expect("a readable folder");
        changes
            .into_iter()
            .map(|change| {
                let kind = match change.content {
                    Content::Text(text) => format!("text {text:?}"),
                    Content::Bytes(bytes) => format!("bytes {}", bytes.len()),
                    Content::Picture(picture) => format!("{}×{}", picture.width, picture.height),
                    Content::File { size, .. } => format!("file {size}"),
                    Content::Flawed(flaw) => format!("{flaw:?}"),
                    Content::Gone => "gone".into(),
                };
                format!("{}: {kind}", change.path)
            })
            .collect()
    }
}

const NONE: [&str; 0] = [];

#[test]
fn the_first_look_tells_everything_by_its_role() {
    let mut project = Project::new();
    project.write("site.toml", "title = 1");
    project.write("content/a.md", "A");
    project.write("content/programme.toml", "x");
    project.write("content/notes.txt", "ours alone");
    project.write("content/paper.pdf", "%PDF");
    project.write("content/drawing.svg", "<svg viewBox='0 0 4 3'/>");
    project.write("content/.hidden/b.md", "B");
    project.write("content/a.md~", "A");
    project.write("themes/x/base.html", "<p>");
    project.write("themes/x/font.woff2", [0, 1, 2]);
    project.write("README.md", "not ours");
    project.write("public/content/a.md", "not ours");
    let expected = [
        "content/a.md: text \"A\"",
        "content/drawing.svg: 4×3",
        "content/paper.pdf: file 4",
        "content/programme.toml: text \"x\"",
        "site.toml: text \"title = 1\"",
        "themes/x/base.html: text \"<p>\"",
        "themes/x/font.woff2: bytes 3",
    ];
    assert_eq!(project.changes(), expected);
    assert_eq!(project.changes(), NONE);
}

#[test]
fn only_what_differs_is_told() {
    let mut project = Project::new();
    project.write("content/a.md", "A");
    project.write("content/b.md", "B");
    project.changes();

    project.write("content/a.md", "A");
    assert_eq!(project.changes(), NONE, "written again, but the same");

    project.write("content/a.md", "Z");
    assert_eq!(project.changes(), ["content/a.md: text \"Z\""], "as long, and at once");

    let path = |name| project.root.path().join("content").join(name);
    fs::rename(path("b.md"), path("c.md")).expect("renamed");
    assert_eq!(project.changes(), ["content/b.md: gone", "content/c.md: text \"B\""]);

    fs::write(project.root.path().join("content/a.tmp"), "Y").expect("a file");
    let path = |name| project.root.path().join("content").join(name);
    fs::rename(path("a.tmp"), path("a.md")).expect("an atomic save");
    assert_eq!(project.changes(), ["content/a.md: text \"Y\""]);

    fs::remove_dir_all(project.root.path().join("content")).expect("removed");
    assert_eq!(project.changes(), ["content/a.md: gone", "content/c.md: gone"]);
}

#[test]
fn an_old_stamp_is_trusted_and_a_young_one_is_not() {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000);
    let stamp =
        |seconds| Stamp { device: 0, inode: 0, size: 0, modified: (0, 0), changed: (seconds, 0) };
    for (seconds, is_young) in [(0, false), (997, false), (998, true), (1_000, true), (2_000, true)]
    {
        assert_eq!(stamp(seconds).is_young(now), is_young, "{seconds}");
    }
}

#[test]
fn links_stay_inside() {
    let mut project = Project::new();
    let outside = TempDir::new().expect("a place for a test");
    fs::write(outside.path().join("secret.md"), "secret").expect("a file");
    project.write("shared/a.md", "A");
    project.write(".env", "secret");
    project.link("content/a.md", "../shared/a.md");
    project.link("content/env.bin", "../.env");
    project.link("content/folder", "../shared");
    project.link("content/loop.md", "loop.md");
    project.link("content/nowhere.md", "nothing.md");
    project.link("content/up", "..");
    project.link("content/secret.md", outside.path().join("secret.md"));
    project.link("content/.#a.md", "ana@laptop.123");
    project.link("themes", outside.path());
    let expected = [
        "content/a.md: text \"A\"",
        "content/env.bin: BadLink",
        "content/folder: BadLink",
        "content/loop.md: BadLink",
        "content/nowhere.md: BadLink",
        "content/secret.md: LeavesTree",
        "content/up: BadLink",
        "themes: LeavesTree",
    ];
    assert_eq!(project.changes(), expected);
    assert_eq!(project.changes(), NONE, "a flaw is told once");
    project.write("shared/a.md", "B");
    assert_eq!(project.changes(), ["content/a.md: text \"B\""], "the target counts");
}

#[test]
fn flaws_are_told_and_mended() {
    let mut project = Project::new();
    project.write("content/latin.md", b"one\ntwo \xE6");
    project.write("content/long.md", vec![b'a'; (1 << 20) + 1]);
    project.write("content/photo.jpg", b"\0\0\0\x18ftypheic");
    let film = fs::File::create(project.root.path().join("content/film.mp4")).expect("a file");
    film.set_len(20_000_001).expect("a hole costs nothing");
    let _socket = UnixListener::bind(project.root.path().join("content/s.md")).expect("a socket");
    let expected = [
        "content/film.mp4: TooLarge { size: 20000001, limit: 20000000 }",
        "content/latin.md: NotUtf8 { at: 8, text: \"one\\ntwo \u{FFFD}\" }",
        "content/long.md: TooLarge { size: 1048577, limit: 1048576 }",
        "content/photo.jpg: BadPicture(\"this HEIC photo cannot be read: save it as JPEG\")",
        "content/s.md: Unreadable(\"it is a pipe, a socket or a device, not a file\")",
    ];
    assert_eq!(project.changes(), expected);
    project.write("content/latin.md", "æ");
    assert_eq!(project.changes(), ["content/latin.md: text \"æ\""]);
}

#[test]
fn a_name_that_cannot_be_shown_is_told_under_another() {
    let mut project = Project::new();
    project.write("content/gp\u{202E}j.md", "turned");
    project.write("content/a\u{1}b/c.md", "in a folder of that kind");
    let latin = project.root.path().join("content").join(OsStr::from_bytes(b"caf\xE9.md"));
    fs::write(latin, "x").expect("a file");
    let expected = [
        "content/a\u{FFFD}b: BadName",
        "content/caf\u{FFFD}.md: BadName",
        "content/gp\u{FFFD}j.md: BadName",
    ];
    assert_eq!(project.changes(), expected);
}

#[test]
fn a_folder_must_be_there() {
    let root = TempDir::new().expect("a place for a test");
    let missing = Folder::open(&root.path().join("nothing")).expect_err("is not there");
    assert!(format!("{missing:#}").contains("nothing"), "{missing:#}");
    let mut project = Project::new();
    project.write("content/a.md", "A");
    project.changes();
    fs::remove_dir_all(project.root.path()).expect("removed");
    assert!(project.folder.changes().is_err(), "not an empty site, but no site at all");
}
