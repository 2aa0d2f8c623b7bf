//! The hook: it judges what is committed and nothing else, wherever the files are.

use std::fs;
use std::path::{Path, PathBuf};

use crate::place::{Place, said};

const SOUND: &str = "---\ntitle: A\nauthor: bo-ek\n---\nB.\n";
const BROKEN: &str = "---\ntitle: A\nauthor: nobody-here\n---\nB.\n";

#[test]
fn the_hook_lets_a_sound_commit_pass_and_stops_a_broken_one() {
    let own = Repository::new();
    let site = own.place.site();
    own.write(&site, "a.md", BROKEN);
    own.place.git(&site, &["add", "."]);
    assert!(!own.commits(&site, "git commit -qm Story"));
    own.write(&site, "a.md", SOUND);
    own.place.git(&site, &["add", "."]);
    assert!(own.commits(&site, "git commit -qm Story"));
}

#[test]
fn the_hook_judges_what_is_committed_and_not_what_lies_beside_it() {
    let own = Repository::new();
    let site = own.place.site();
    // Corrected, but not added again.
    own.write(&site, "a.md", BROKEN);
    own.place.git(&site, &["add", "."]);
    own.write(&site, "a.md", SOUND);
    assert!(!own.commits(&site, "git commit -qm Story"));
    // Broken since it was added; and what is not added at all.
    own.place.git(&site, &["add", "."]);
    own.write(&site, "a.md", BROKEN);
    own.write(&site, "b.md", BROKEN);
    assert!(own.commits(&site, "git commit -qm Story"));
    // A commit of some files leaves out the others, added or not.
    own.write(&site, "a.md", &SOUND.replace("B.", "C."));
    own.place.git(&site, &["add", "content/stories/b.md"]);
    assert!(own.commits(&site, "git commit -qm Story content/stories/a.md"));
    assert!(!own.commits(&site, "git commit -qm Story"));
    // A file that is only announced is not in the commit.
    own.place.git(&site, &["reset", "-q"]);
    own.place.git(&site, &["add", "-N", "content/stories/b.md"]);
    own.write(&site, "c.md", SOUND);
    own.place.git(&site, &["add", "content/stories/c.md"]);
    assert!(own.commits(&site, "git commit -qm Story"));
    assert!(!own.commits(&site, "git commit -qam Story"));
}

#[test]
fn the_hook_works_in_another_working_tree_and_in_folders_of_any_name() {
    let own = Repository::new();
    let tree = own.place.folder.path().join("Færge og hus");
    let words = ["worktree", "add", "-q", tree.to_str().expect("UTF-8"), "-b", "story"];
    own.place.git(&own.place.site(), &words);
    own.write(&tree, "Åse på øen 1.md", BROKEN);
    own.place.git(&tree, &["add", "."]);
    own.write(&tree, "Åse på øen 1.md", SOUND);
    assert!(!own.commits(&tree, "git commit -qm Story"));
    own.place.git(&tree, &["add", "."]);
    assert!(own.commits(&tree, "git commit -qm Story"));
    // From a folder inside.
    own.write(&tree, "Åse på øen 2.md", BROKEN);
    own.place.git(&tree, &["add", "."]);
    assert!(!own.commits(&tree.join("content/stories"), "git commit -qm Story"));
}

#[test]
fn the_hook_finds_a_site_that_is_a_folder_of_the_repository() {
    let place = Place::new("github", "da");
    let above = place.folder.path().join("rod");
    fs::create_dir(&above).expect("a folder that can be made");
    fs::rename(place.site(), above.join("mit site")).expect("a folder that can be moved");
    let own = Repository { place };
    let site = above.join("mit site");
    own.place.git(&above, &["init", "-q", "-b", "main"]);
    own.place.git(&above, &["config", "core.hooksPath", "mit site/.githooks"]);
    own.place.git(&above, &["add", "."]);
    // The first commit, too, is checked.
    assert!(own.commits(&above, "git commit -qm Begin"));
    own.write(&site, "a.md", BROKEN);
    own.place.git(&above, &["add", "."]);
    own.write(&site, "a.md", SOUND);
    assert!(!own.commits(&above, "git commit -qm Story"));
    own.place.git(&above, &["add", "."]);
    assert!(own.commits(&above, "git commit -qm Story"));
    // In another working tree, Git tells its hooks of the repository in another way.
    own.place.git(&above, &["worktree", "add", "-q", "../andet træ", "-b", "story"]);
    let tree = own.place.folder.path().join("andet træ");
    own.write(&tree.join("mit site"), "b.md", BROKEN);
    own.place.git(&tree, &["add", "."]);
    own.write(&tree.join("mit site"), "b.md", SOUND);
    assert!(!own.commits(&tree, "git commit -qm Story"));
    own.place.git(&tree, &["add", "."]);
    assert!(own.commits(&tree, "git commit -qm Story"));
}

/// A site whose commits are checked.
struct Repository {
    place: Place,
}

impl Repository {
    fn new() -> Repository {
        let place = Place::new("github", "da");
        place.commit("Begin");
        place.git(&place.site(), &["config", "core.hooksPath", ".githooks"]);
        Repository { place }
    }

    fn write(&self, site: &Path, name: &str, text: &str) {
        let file = site.join("content/stories").join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder that can be made");
        fs::write(file, text).expect("a file that can be written");
    }

    /// Whether the command commits something. The hook leaves nothing behind.
    fn commits(&self, folder: &Path, command: &str) -> bool {
        let temp = self.temp();
        fs::create_dir_all(&temp).expect("a folder that can be made");
        let script = format!("TMPDIR='{}' {command}", temp.display());
        let ended = self.place.run(folder, &script, "");
        let left = fs::read_dir(&temp).expect("a folder").count();
        assert_eq!(left, 0, "{}", said(&ended));
        let told = said(&ended);
        // What stops a commit is a finding, and no fault of the hook.
        assert!(ended.status.success() || told.contains("unknown-person"), "{told}");
        assert!(!told.contains("fatal"), "{told}");
        ended.status.success()
    }

    fn temp(&self) -> PathBuf {
        self.place.folder.path().join("temp/et rum på øen")
    }
}
