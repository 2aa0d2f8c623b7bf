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
        listed(self.folder.changes().expect("a readable folder"))
    }

    fn changes_at(&mut self, paths: &[&str]) -> Vec<String> {
        let root = self.folder.files().root();
        let hint = Hint::At(paths.iter().map(|path| root.join(path)).collect());
        listed(self.folder.changes_at(&hint).expect("a readable folder"))
    }
}

fn listed(changes: Vec<Change>) -> Vec<String> {
    changes
        .into_iter()
        .map(|change| {
            let kind = match change.content {
                Content::Text(text) => format!("text {text:?}"),
                Content::Bytes(bytes) => format!("bytes {}", bytes.len()),
                Content::Picture(picture) => format!("{}×{}", picture.width, picture.height),
                Content::Recording { .. } => "recording".into(),
                Content::File { .. } => "file".into(),
                Content::Flawed(flaw) => format!("{flaw:?}"),
                Content::Gone => "gone".into(),
            };
            format!("{}: {kind}", change.path)
        })
        .collect()
}

const NONE: [&str; 0] = [];

#[test]
fn the_first_look_reports_everything_by_its_role() {
    let mut project = Project::new();
    project.write("site.toml", "title = 1");
    project.write("content/a.md", "A");
    project.write("content/programme.toml", "x");
    project.write("content/notes.txt", "ours alone");
    project.write("content/paper.pdf", "%PDF-");
    project.write("content/drawing.svg", "<svg viewBox='0 0 4 3'/>");
    project.write("content/.hidden/b.md", "B");
    project.write("content/a.md~", "A");
    project.write("themes/x/base.html", "<p>");
    project.write("themes/x/font.woff2", "wOF2");
    project.write("README.md", "not ours");
    project.write("public/content/a.md", "not ours");
    let expected = [
        "content/a.md: text \"A\"",
        "content/drawing.svg: 4×3",
        "content/notes.txt: file",
        "content/paper.pdf: file",
        "content/programme.toml: text \"x\"",
        "site.toml: text \"title = 1\"",
        "themes/x/base.html: text \"<p>\"",
        "themes/x/font.woff2: bytes 4",
    ];
    assert_eq!(project.changes(), expected);
    assert_eq!(project.changes(), NONE);
}

#[test]
fn only_what_differs_is_reported() {
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
    project.write("content/shared/a.md", "A");
    project.write("credentials.json", "secret");
    project.write("content/b.json", "{}");
    project.write(".env", "secret");
    project.write("themes/x/texts/en.ftl", "");
    project.link("content/a.md", "shared/a.md");
    project.link("content/s.pdf", "../credentials.json");
    project.link("content/s.json", "../credentials.json");
    project.link("content/t.pdf", "b.json");
    project.link("content/programme.toml", "../themes/x/theme.toml");
    project.link("content/look.md", "../themes/x/look.md");
    project.link("content/environ.bin", "/proc/self/environ");
    project.link("site.toml", "content/site.toml");
    project.link("themes/x/styles.css", "../../content/styles.css");
    project.link("themes/x/texts/da.ftl", "en.ftl");
    for file in ["themes/x/theme.toml", "themes/x/look.md", "content/styles.css"] {
        project.write(file, "");
    }
    project.write("content/site.toml", "");
    project.link("content/env.bin", "../.env");
    project.link("content/folder", "shared");
    project.link("content/loop.md", "loop.md");
    project.link("content/nowhere.md", "nothing.md");
    project.link("content/up", "..");
    project.link("content/secret.md", outside.path().join("secret.md"));
    project.link("content/.#a.md", "ana@laptop.123");
    let expected = [
        "content/a.md: text \"A\"",
        "content/b.json: file",
        "content/env.bin: BadLink",
        "content/environ.bin: LeavesTree",
        "content/folder: BadLink",
        "content/look.md: LeavesTree",
        "content/loop.md: BadLink",
        "content/nowhere.md: BadLink",
        "content/programme.toml: LeavesTree",
        "content/s.json: LeavesTree",
        "content/s.pdf: LeavesTree",
        "content/secret.md: LeavesTree",
        "content/shared/a.md: text \"A\"",
        "content/site.toml: file",
        "content/styles.css: file",
        "content/t.pdf: StrangeLink",
        "content/up: BadLink",
        "site.toml: LeavesTree",
        "themes/x/look.md: text \"\"",
        "themes/x/styles.css: LeavesTree",
        "themes/x/texts/da.ftl: text \"\"",
        "themes/x/texts/en.ftl: text \"\"",
        "themes/x/theme.toml: text \"\"",
    ];
    assert_eq!(project.changes(), expected);
    assert_eq!(project.changes(), NONE, "a flaw is reported once");
    project.write("content/shared/a.md", "B");
    let both = ["content/a.md: text \"B\"", "content/shared/a.md: text \"B\""];
    assert_eq!(project.changes(), both, "the target counts");
}

#[test]
fn flaws_are_reported_and_mended() {
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
fn a_name_that_cannot_be_shown_is_reported_under_another() {
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
fn a_name_is_the_same_in_either_spelling() {
    let mut project = Project::new();
    project.write("content/bla\u{30a}/a\u{30a}se.md", "parted, as a Mac writes it");
    project.write("content/bl\u{e5}/\u{f8}.md", "another folder of the same name");
    assert_eq!(
        project.changes(),
        [
            "content/bl\u{e5}/\u{e5}se.md: text \"parted, as a Mac writes it\"",
            "content/bl\u{e5}/\u{f8}.md: text \"another folder of the same name\"",
        ]
    );
    let path = SourcePath::new("content/bl\u{e5}/\u{e5}se.md").expect("a path inside");
    assert_eq!(project.folder.files().whole(&path), Ok(b"parted, as a Mac writes it".to_vec()));
    let missing = SourcePath::new("content/bl\u{e5}/\u{e5}.md").expect("a path inside");
    assert!(project.folder.files().whole(&missing).is_err());
}

#[test]
fn of_two_spellings_of_one_name_the_second_is_reported() {
    let mut project = Project::new();
    project.write("content/a\u{30a}.md", "parted");
    assert_eq!(project.changes(), ["content/\u{e5}.md: text \"parted\""]);
    project.write("content/\u{e5}.md", "composed");
    let both = ["content/\u{e5}.md: text \"composed\"", "content/\u{FFFD}.md: TwinName"];
    assert_eq!(project.changes(), both);
    fs::remove_file(project.root.path().join("content/\u{e5}.md")).expect("removed");
    let one = ["content/\u{e5}.md: text \"parted\"", "content/\u{FFFD}.md: gone"];
    assert_eq!(project.changes(), one);
}

#[test]
fn a_hint_is_looked_at_and_nothing_else() {
    let mut project = Project::new();
    for path in ["content/a.md", "content/b.md", "content/a/c.md", "content/.a/d.md", "x/a.md"] {
        project.write(path, "1");
    }
    project.changes();
    for path in ["content/a.md", "content/b.md", "content/a/c.md", "content/.a/d.md", "x/a.md"] {
        project.write(path, "2");
    }
    assert_eq!(project.changes_at(&["content/.a/d.md", "content/a.md~", "x/a.md"]), NONE);
    assert_eq!(project.changes_at(&["content/a.md"]), ["content/a.md: text \"2\""]);
    let below = ["content/a/c.md: text \"2\""];
    assert_eq!(project.changes_at(&["content/a", "content/a/c.md"]), below);
    fs::remove_dir_all(project.root.path().join("content/a")).expect("removed");
    assert_eq!(project.changes_at(&["content/a/none.md"]), ["content/a/c.md: gone"]);
    assert_eq!(project.changes_at(&[""]), ["content/b.md: text \"2\""], "the whole project");
    fs::remove_dir_all(project.root.path()).expect("removed");
    let hint = Hint::At([project.root.path().join("content/a.md")].into());
    assert!(project.folder.changes_at(&hint).is_err());
}

#[test]
fn texts_whose_names_begin_with_a_dot_are_noted_until_they_are_renamed() {
    let mut project = Project::new();
    let text = "---\ntitle: The lock\n---\n";
    for path in [".a.md", ".stories/a.md", "._a.md", ".#a.md", ".obsidian/a.md", ".a.md.swp"] {
        project.write(&format!("content/{path}"), text);
    }
    project.write("content/.gitkeep", "");
    project.write("content/.note.md", "no fields");
    project.write("stories/a.md", text);
    let found: Vec<String> = project.changes();
    let paths: Vec<&str> = found.iter().filter_map(|it| it.split(':').next()).collect();
    assert_eq!(paths, ["content/.a.md", "content/.stories", "stories"], "{found:?}");
    let root = project.root.path().to_owned();
    fs::rename(root.join("content/.a.md"), root.join("content/a.md")).expect("renamed");
    fs::rename(root.join("stories"), root.join("content/stories")).expect("moved");
    let found = project.changes_at(&["content/a.md", "content/stories"]);
    assert_eq!(found[0], "content/.a.md: gone");
    assert!(found.contains(&"stories: gone".to_owned()), "{found:?}");
    assert_eq!(found.len(), 4, "{found:?}");
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
