//! Settings of a repository that name commands: a folder that somebody sent runs none of them.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::program::Site;

const WHO: [&str; 4] = ["-c", "user.name=Bo", "-c", "user.email=bo@h.example"];

fn commit(site: &Site) {
    site.git(&["add", "-A"]);
    site.git(&[&WHO[..], &["-c", "commit.gpgsign=false", "commit", "-qm", "A story"]].concat());
}

/// A command that leaves a mark, and gives back what it is given.
fn trap(site: &Site, mark: &str) -> String {
    let script = site.above().join(format!("trap-{mark}"));
    let ran = site.above().join("ran");
    let text = format!("#!/bin/sh\necho {mark} >> '{}'\nexec cat\n", ran.display());
    fs::write(&script, text).expect("a script");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("a script");
    script.display().to_string()
}

#[test]
fn no_command_of_the_repository_runs() {
    let site = Site::new();
    site.git(&["init", "-q", "-b", "main"]);
    site.write(".gitignore", "/public/\n/.storywall/\n/.public.storywall/\n");
    commit(&site);
    site.story("one", "anna", "The harbour was loud.");
    commit(&site);
    site.git(&["init", "-q", "content/stories/inside"]);
    let inside = site.at("content/stories/inside");
    let inside = inside.to_str().expect("a path of a test");
    site.git(&[&["-C", inside], &WHO[..], &["commit", "-q", "--allow-empty", "-m", "A"]].concat());
    site.git(&["add", "content/stories/inside"]);
    commit(&site);

    let hooks = site.above().join("hooks");
    fs::create_dir_all(&hooks).expect("a folder");
    for hook in ["post-index-change", "reference-transaction", "fsmonitor-watchman"] {
        fs::copy(trap(&site, "hook"), hooks.join(hook)).expect("a hook");
    }
    let url = format!("file://{}", site.above().join("gone").display());
    let ext = format!("ext::{}", trap(&site, "ext"));
    for (name, value) in [
        ("filter.one.clean", trap(&site, "clean")),
        ("filter.one.smudge", trap(&site, "smudge")),
        ("filter.one.required", "true".to_owned()),
        ("filter.two.three.process", trap(&site, "process")),
        ("core.fsmonitor", trap(&site, "fsmonitor")),
        ("core.hooksPath", hooks.display().to_string()),
        ("core.pager", trap(&site, "pager")),
        ("core.sshCommand", trap(&site, "ssh")),
        ("diff.external", trap(&site, "external")),
        ("diff.one.textconv", trap(&site, "textconv")),
        ("diff.one.command", trap(&site, "driver")),
        ("log.showSignature", "true".to_owned()),
        ("gpg.program", trap(&site, "gpg")),
        ("submodule.recurse", "true".to_owned()),
        ("diff.ignoreSubmodules", "none".to_owned()),
        ("core.repositoryFormatVersion", "1".to_owned()),
        ("extensions.partialClone", "one".to_owned()),
        ("remote.one.promisor", "true".to_owned()),
        ("remote.one.url", url),
        ("remote.one.uploadpack", trap(&site, "uploadpack")),
        ("remote.two.promisor", "true".to_owned()),
        ("remote.two.url", ext),
        ("protocol.file.allow", "always".to_owned()),
        ("protocol.ext.allow", "always".to_owned()),
    ] {
        site.git(&["config", name, &value]);
        if name.starts_with("core.f") || name.starts_with("filter") {
            site.git(&["-C", inside, "config", name, &value]);
        }
    }
    site.write(".git/info/attributes", "*.md filter=one diff=one\n*.toml filter=two.three\n");
    // Their bytes are as they were, and their times are not: Git looks into them.
    site.write("content/stories/inside/new.md", "Words");
    for file in ["content/stories/one.md", "content/index.md", "site.toml"] {
        let text = site.read(file);
        site.write(file, text);
    }
    let ran = site.above().join("ran");
    let say = || fs::read_to_string(&ran).unwrap_or_default();
    // Seen to succeed: what Git does by itself.
    let _ = std::process::Command::new("git").arg("status").current_dir(site.root()).output();
    assert!(say().contains("clean"), "the traps are set: {}", say());
    // Nobody holds what the first version of the story was.
    let first = ["rev-parse", "main~2:content/stories/one.md"];
    let first = std::process::Command::new("git").args(first).current_dir(site.root()).output();
    let first = String::from_utf8(first.expect("git").stdout).expect("a hash");
    let (folder, file) = first.trim().split_at(2);
    fs::remove_file(site.at(&format!(".git/objects/{folder}/{file}"))).expect("an object");
    fs::remove_file(&ran).expect("marks");

    let commands: [&[&str]; 5] = [
        &["build"],
        &["check"],
        &["check", "--since", "main~1"],
        &["check", "--since", "main~2"],
        &["consent"],
    ];
    for command in commands {
        let ended = site.run(command);
        assert!(matches!(ended.code, Some(0 | 1)), "{command:?}: {}", ended.said);
        assert_eq!(say(), "", "{command:?}");
    }
}
