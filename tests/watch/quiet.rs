//! What is no change.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use crate::project::{Project, try_all, way};

#[test]
fn events_without_a_change_of_content_are_not_reported() {
    try_all(vec![
        way("touch", |it| it.run("touch content/a.md"), &[]),
        way("the same bytes", |it| it.write("content/a.md", "one\n"), &[]),
        way("the same bytes in a new file", same_again, &[]),
        way("only the time", only_time, &[]),
        way("only who may read it", |it| it.run("chmod 600 content/a.md"), &[]),
        way("all is read", |it| it.run("cat $(find content themes -type f) site.toml"), &[]),
        way("there and gone", there_and_gone, &[]),
        way("litter", litter, &[]),
        way("output", output, &[]),
        way("an empty folder", |it| it.run("mkdir -p content/empty/empty"), &[]),
    ]);
}

fn same_again(project: &Project) {
    project.write("content/a.md.QvBzLw", "one\n");
    project.rename("content/a.md.QvBzLw", "content/a.md");
}

fn only_time(project: &Project) {
    let file = File::options().write(true).open(project.at("content/a.md")).expect("a file");
    file.set_modified(SystemTime::now() - Duration::from_secs(5_000)).expect("a time");
}

fn there_and_gone(project: &Project) {
    project.write("content/n.md", "two\n");
    project.remove("content/n.md");
}

fn litter(project: &Project) {
    for name in
        [".a.md.swp", "a.md~", "#a.md#", "4913", "a.tmp", ".DS_Store", "~$a.docx", ".x/b.md"]
    {
        project.write(&format!("content/{name}"), "two\n");
    }
    project.remove("content/4913");
}

/// As a build writes it: into a spare that changes places with what is published.
fn output(project: &Project) {
    for number in 0..30 {
        project.write(&format!("public/{number}.html"), "two\n");
        project.write(&format!(".public.storywall/{number}.html"), "three\n");
        project.write(&format!(".storywall/{number}"), "two\n");
    }
    project.rename("public", "public.old");
    project.rename(".public.storywall", "public");
    fs::remove_dir_all(project.at("public.old")).expect("removed");
}
