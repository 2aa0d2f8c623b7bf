//! Programs that change files without anybody looking at them.

use std::fs::File;
use std::thread;
use std::time::{Duration, SystemTime};

use crate::project::{Project, Way, step, try_all, way};

#[test]
fn a_tool_s_change_is_one_change() {
    let told = &["content/a.md: two"];
    try_all(vec![
        way("sed", |it| it.run("sed -i s/one/two/ content/a.md"), told),
        way("the shell", |it| it.run("echo two > content/a.md"), told),
        way("cp", |it| it.run("echo two > ../new.md; cp ../new.md content/a.md"), told),
        way("rsync", rsync, told),
        way("a sync client", sync_client, told),
        way("another sync client", other_sync_client, told),
        way(
            "two files at once",
            |it| it.run("sed -i s/one/two/ content/a.md content/b.md"),
            &["content/a.md: two", "content/b.md: two"],
        ),
        way("a new file", |it| it.write("content/n.md", "two\n"), &["content/n.md: two"]),
        way("a deleted file", |it| it.remove("content/a.md"), &["content/a.md: gone"]),
        way(
            "a renamed file",
            |it| it.rename("content/a.md", "content/n.md"),
            &["content/a.md: gone", "content/n.md: one"],
        ),
        way(
            "a file from elsewhere",
            |it| it.run("echo two > ../new.md; mv ../new.md content/a.md"),
            told,
        ),
    ]);
}

#[test]
fn a_checkout_is_one_change() {
    try_all(vec![checkout()]);
}

fn rsync(project: &Project) {
    project.write("content/.a.md.Kx81Lw", "two\n");
    set_time(project, "content/.a.md.Kx81Lw");
    project.rename("content/.a.md.Kx81Lw", "content/a.md");
}

/// It sets the time of the file when it is there already.
fn sync_client(project: &Project) {
    project.write("content/.a.md.tmp-xyz", "two\n");
    project.rename("content/.a.md.tmp-xyz", "content/a.md");
    thread::sleep(Duration::from_millis(150));
    set_time(project, "content/a.md");
}

fn other_sync_client(project: &Project) {
    project.write("content/~a.md.tmp", "two\n");
    project.remove("content/a.md");
    project.rename("content/~a.md.tmp", "content/a.md");
}

fn set_time(project: &Project, path: &str) {
    let file = File::options().write(true).open(project.at(path)).expect("a file");
    file.set_modified(SystemTime::now() - Duration::from_secs(5_000)).expect("a time");
}

/// Five hundred files that only one of two branches has, and one that differs.
fn checkout() -> Way {
    let before = |project: &Project| {
        project.run("git init -q -b main; git config user.email a@example; git config user.name A");
        project.run("git add .; git commit -q -m one; git checkout -q -b other");
        (0..500)
            .for_each(|it| project.write(&format!("content/stories/2026/n{it:03}.md"), "two\n"));
        project.write("content/a.md", "two\n");
        project.run("git add .; git commit -q -m two");
    };
    let told = |own: &str, others: &str| -> Vec<String> {
        let other = |it| format!("content/stories/2026/n{it:03}.md: {others}");
        [format!("content/a.md: {own}")].into_iter().chain((0..500).map(other)).collect()
    };
    let back = |it: &Project| it.run("git checkout -q main");
    let forth = |it: &Project| it.run("git checkout -q other");
    let steps = vec![step(back, &told("one", "gone")), step(forth, &told("two", "two"))];
    Way { name: "git checkout", before, steps }
}
