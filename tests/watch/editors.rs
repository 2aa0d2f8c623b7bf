//! Editors, real ones where the machine has them; else what they were seen to do.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::thread;
use std::time::Duration;

use crate::project::{Project, has, try_all, way};

const TOLD: [&str; 1] = ["content/a.md: two"];

#[test]
fn an_editor_s_save_is_one_change() {
    try_all(vec![
        way("vim", vim, &TOLD),
        way("vim that moves the old file away", vim_moving, &TOLD),
        way("vim that writes in place", vim_in_place, &TOLD),
        way("emacs", emacs, &TOLD),
        way("nano", nano, &TOLD),
        way("kakoune", kakoune, &TOLD),
        way("helix", helix, &TOLD),
        way("VS Code", in_place, &TOLD),
        way("VS Code, atomic", |project| exchange(project, "content/a.md.vsctmp"), &TOLD),
        way("JetBrains", jetbrains, &TOLD),
        way("Kate", kate, &TOLD),
        way("gedit", |project| exchange(project, "content/.goutputstream-B7K2M2"), &TOLD),
        way("TextEdit", |project| exchange(project, "content/a.md.sb-1f2e3d4c-AbCdEf"), &TOLD),
        way("in many small pieces", in_pieces, &TOLD),
    ]);
}

fn vim(project: &Project) {
    match has("vim") {
        true => project.run("vim -Es -u NONE -i NONE -c '%s/one/two/' -c wq content/a.md"),
        false => moving(project),
    }
}

fn vim_moving(project: &Project) {
    match has("vim") {
        true => project.run(
            "vim -Es -u NONE -i NONE -c 'set backup backupcopy=no' -c '%s/one/two/' -c wq content/a.md",
        ),
        false => moving(project),
    }
}

fn vim_in_place(project: &Project) {
    match has("vim") {
        true => project.run(
            "vim -Es -u NONE -i NONE -c 'set backupcopy=yes' -c '%s/one/two/' -c wq content/a.md",
        ),
        false => in_place(project),
    }
}

fn emacs(project: &Project) {
    match has("emacs") {
        true => project.run(
            "emacs -Q --batch --eval '(progn (find-file \"content/a.md\") (erase-buffer) (insert \"two\\n\") (save-buffer))'",
        ),
        false => moving(project),
    }
}

/// It wants a terminal, and somebody who types: delete the line, write another, save, leave.
fn nano(project: &Project) {
    let types =
        "(sleep 1; printf '\\013two\\r'; sleep 0.3; printf '\\023'; sleep 0.3; printf '\\030')";
    match has("nano") && has("script") {
        true => project
            .run(&format!("{types} | script -qec 'nano -I content/a.md' /dev/null >/dev/null")),
        false => in_place(project),
    }
}

fn kakoune(project: &Project) {
    match has("kak") {
        true => project.run(
            "kak -n -ui dummy -e 'execute-keys %{%sone<ret>ctwo<esc>}; write; quit' content/a.md",
        ),
        false => in_place(project),
    }
}

/// The old file is put aside, the new one written, the old one deleted.
fn moving(project: &Project) {
    project.write("content/4913", "");
    project.remove("content/4913");
    project.rename("content/a.md", "content/a.md~");
    project.write("content/a.md", "two\n");
    project.remove("content/a.md~");
}

fn helix(project: &Project) {
    project.rename("content/a.md", "content/a.mdXk2Jf9.bck");
    let mut file = File::create(project.at("content/a.md")).expect("a file");
    file.write_all(b"two\n").expect("written");
    file.sync_all().expect("synced");
    drop(file);
    project.remove("content/a.mdXk2Jf9.bck");
}

/// The file is emptied; its text comes later.
fn in_place(project: &Project) {
    let options = OpenOptions::new().write(true).truncate(true).open(project.at("content/a.md"));
    let mut file = options.expect("a file");
    thread::sleep(Duration::from_millis(20));
    file.write_all(b"two\n").expect("written");
    file.sync_data().expect("synced");
}

fn in_pieces(project: &Project) {
    let mut file = File::create(project.at("content/a.md")).expect("a file");
    for piece in [&b"t"[..], b"w", b"o", b"\n"] {
        file.write_all(piece).expect("written");
        thread::sleep(Duration::from_millis(12));
    }
}

/// A new file takes the place of the old one.
fn exchange(project: &Project, aside: &str) {
    project.write(aside, "two\n");
    project.rename(aside, "content/a.md");
}

fn jetbrains(project: &Project) {
    project.write("content/a.md___jb_tmp___", "two\n");
    project.rename("content/a.md", "content/a.md___jb_old___");
    project.rename("content/a.md___jb_tmp___", "content/a.md");
    project.remove("content/a.md___jb_old___");
}

/// While somebody edits there is a swap file; the new file has a name that is no litter.
fn kate(project: &Project) {
    fs::write(project.at("content/.a.md.kate-swp"), "x").expect("a file");
    exchange(project, "content/a.md.QvBzLw");
    project.remove("content/.a.md.kate-swp");
}
