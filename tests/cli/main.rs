//! Transcripts: what the program says to whoever types commands.
//!
//! Each document of `tests/cli/` is a session in a folder of its own that begins with the tiny site
//! of `tests/golden/site/`. In its `console` blocks, a line `$ …` is a command for the shell; what
//! follows is what it printed, standard error included, and `? 1` its exit code if it is not 0.
//! `UPDATE=1 cargo test --test cli` writes what there is.
#![expect(clippy::disallowed_methods, reason = "a session at the shell is the outside world")]

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn every_session_matches_its_snapshot() {
    let folder = Path::new(ROOT).join("tests/cli");
    let update = std::env::var_os("UPDATE").is_some();
    let mut sessions: Vec<_> = fs::read_dir(&folder)
        .expect("the folder of the sessions")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    sessions.sort();
    assert!(sessions.len() >= 10, "{} sessions", sessions.len());
    let mut wrong = vec![];
    for path in sessions {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let expected = fs::read_to_string(&path).expect("a session is text");
        assert!(expected.contains("\n$ "), "{name}: no command");
        let found = replayed(&expected);
        if update {
            fs::write(&path, &found).expect("a session that can be written");
        } else if let Some((was, is)) = expected.lines().zip(found.lines()).find(|(a, b)| a != b) {
            wrong.push(format!("{name}:\n  - {was}\n  + {is}"));
        } else if expected != found {
            wrong.push(format!("{name} has another end"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The same document with what its commands print now.
fn replayed(document: &str) -> String {
    let place = TempDir::new().expect("a place for a session");
    let here = place.path().join("site");
    copy(&Path::new(ROOT).join("tests/golden/site"), &here);
    let mut out = String::new();
    let mut inside = false;
    for line in document.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ => {}
        }
        if !inside || line == "```console" {
            out.push_str(line);
            out.push('\n');
        } else if let Some(command) = line.strip_prefix("$ ") {
            out.push_str(line);
            out.push('\n');
            out.push_str(&run(command, &here, place.path()));
        }
    }
    out
}

/// What a command prints, without what differs between machines.
fn run(command: &str, here: &Path, place: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_storywall"));
    let folder = program.parent().expect("a program stands in a folder");
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1; {command}")])
        .current_dir(here)
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", folder.display()))
        .env("XDG_STATE_HOME", place.join("state"))
        .output()
        .expect("a shell");
    let text = String::from_utf8(output.stdout).expect("the program prints text");
    let text = text.replace(&*place.to_string_lossy(), "[HERE]");
    let mut told: String = text.lines().map(|line| format!("{}\n", without_time(line))).collect();
    match output.status.code() {
        Some(0) => {}
        Some(code) => told.push_str(&format!("? {code}\n")),
        None => told.push_str("? killed\n"),
    }
    told
}

/// `in 0.42 s` → `in [TIME] s`
fn without_time(line: &str) -> String {
    let cut = line.strip_suffix(" s").and_then(|start| start.rsplit_once(" in "));
    match cut {
        Some((start, time)) if time.parse::<f64>().is_ok() => format!("{start} in [TIME] s"),
        _ => line.trim_end().to_owned(),
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(|entry| entry.expect("a file")) {
        let target = to.join(entry.path().strip_prefix(from).expect("is below"));
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(&target).expect("a folder"),
            false => drop(fs::copy(entry.path(), &target).expect("a file")),
        }
    }
}
