//! However a project came to be what it is, the site is the same: edits, renames, deletions and
//! settings in any order and any grouping equal a project that is opened now.

mod bodies;
mod chance;
mod each_field;
mod edits;
mod flow;
mod front;
mod pixels;
#[path = "../project/mod.rs"]
mod project;
mod random;
mod seen;
mod start;
mod tables;
mod values;
mod walk;

use project::{Project, change, settings, source_path};
use storywall::base::Content;
use storywall::workspace::Workspace;

#[test]
fn a_file_that_comes_and_goes_in_one_look_is_gone() {
    let path = source_path("content/guidelines/photos.md");
    let text = Content::Text("---\ntitle: Photos\n---\n".into());
    let mut changes = Project::small().changes();
    changes.extend([change(&path, text), change(&path, Content::Gone)]);
    let snapshot = Workspace::new(settings()).apply(changes);
    assert!(snapshot.text(&path).is_none());
}
