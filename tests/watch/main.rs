//! What a live preview notices: each way in which people and programs change files gives one list
//! of changes, complete, and nothing else does.
#![expect(clippy::disallowed_methods, reason = "it changes files as others do")]

mod editors;
mod folders;
mod names;
mod places;
mod project;
mod quiet;
mod tools;

use std::fs;
use std::os::unix::fs::symlink;
use std::thread;
use std::time::Duration;

use project::{Heartbeat, Project, Watched};
use storywall::io::{How, Watch};

#[test]
fn changes_without_an_event_are_found_by_the_regular_scan() {
    let project = Project::new();
    project.write("content/shared/text.md", "one\n");
    symlink("shared/text.md", project.at("content/link.md")).expect("a link");
    let watched = Watched::new(&project, Heartbeat::Usual);
    project.write("content/shared/text.md", "two\n");
    // An event tells of the file, and none of the link.
    let mut told = watched.next();
    if told.len() < 2 {
        told.extend(watched.next());
    }
    told.sort();
    assert_eq!(told, ["content/link.md: two", "content/shared/text.md: two"]);
    watched.nothing_more("a link").expect("nothing more");
}

#[test]
fn the_project_itself_may_be_replaced() {
    let project = Project::new();
    let watched = Watched::new(&project, Heartbeat::Usual);
    project.run("cp -r . ../new; echo two > ../new/content/a.md");
    fs::rename(project.root(), project.root().with_file_name("old")).expect("renamed");
    fs::rename(project.root().with_file_name("new"), project.root()).expect("renamed");
    assert_eq!(watched.next(), ["content/a.md: two"]);
    project.write("content/a.md", "three\n");
    assert_eq!(watched.next(), ["content/a.md: three"]);
    watched.nothing_more("another project").expect("nothing more");
}

#[test]
fn polling_finds_the_same_changes_as_events() {
    let project = Project::new();
    let how = How::Poll(Duration::from_millis(50));
    let watched = Watched::by(&project.root(), how, Heartbeat::Usual);
    fs::write(project.at("new.md"), "two\n").expect("a file");
    project.rename("new.md", "content/a.md");
    assert_eq!(watched.next(), ["content/a.md: two"]);
    watched.nothing_more("polling").expect("nothing more");
}

#[test]
fn a_watch_ends_when_it_is_stopped() {
    let project = Project::new();
    for how in [How::Events, How::Poll(Duration::from_secs(3600))] {
        let mut watch = Watch::new(&project.root(), how).expect("a folder");
        watch.looked(Duration::from_secs(3600));
        let stopper = watch.stopper();
        let waiting = thread::spawn(move || [watch.wait(), watch.wait()]);
        stopper.stop();
        assert_eq!(waiting.join().expect("no failure"), [None, None]);
        stopper.stop();
    }
}

#[test]
fn only_a_folder_can_be_watched() {
    let project = Project::new();
    let missing = Watch::new(&project.at("missing"), How::Events).expect_err("is not there");
    assert!(format!("{missing:#}").contains("missing"), "{missing:#}");
}
