//! Links, pipes and other things of a disk among the content.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use super::program::Site;

#[test]
fn a_link_publishes_nothing_from_elsewhere() {
    let secret = "s3cr3t";
    let targets: [(&str, &str); 6] = [
        ("credentials.json", "../../credentials.json"),
        ("../outside.pdf", "../../../outside.pdf"),
        ("content/data.json", "../data.json"),
        (".env", "../../.env"),
        ("themes/x/paper.pdf", "../../themes/x/paper.pdf"),
        ("content/people/private.txt", "../people/private.txt"),
    ];
    for (file, link) in targets {
        let site = Site::new();
        site.write(file, format!("%PDF-1.4 {secret}"));
        symlink(link, site.at("content/stories/s.pdf")).expect("a link");
        site.story("one", "anna", "[A paper](s.pdf)");
        let ended = site.run(&["build"]);
        assert_eq!(ended.code, Some(1), "{link}: {}", ended.said);
        assert!(ended.said.contains("content/stories/s.pdf"), "{}", ended.said);
        assert!(site.kept_with(secret).iter().all(|it| !it.contains("public")), "{link}");
    }
    // What every process tells of itself, its secrets among them.
    let site = Site::new();
    symlink("/proc/self/environ", site.at("content/stories/s.pdf")).expect("a link");
    site.story("one", "anna", "[A paper](s.pdf)");
    assert_eq!(site.run(&["build"]).code, Some(1));
}

#[test]
fn a_link_to_a_file_of_the_same_kind_is_accepted() {
    let site = Site::new();
    site.write("content/papers/p.pdf", "%PDF-1.4");
    symlink("../papers/p.pdf", site.at("content/stories/s.pdf")).expect("a link");
    site.story("one", "anna", "[A paper](s.pdf)");
    site.build();
    assert!(site.files("public").values().any(|bytes| bytes == b"%PDF-1.4"));
}

#[test]
fn a_hard_link_is_reported() {
    let site = Site::new();
    site.write("../elsewhere.pdf", "%PDF-1.4");
    fs::hard_link(site.at("../elsewhere.pdf"), site.at("content/stories/s.pdf")).expect("a link");
    site.story("one", "anna", "[A paper](s.pdf)");
    for command in ["check", "build"] {
        let ended = site.run(&[command]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        assert!(ended.said.contains("content/stories/s.pdf"), "{command}: {}", ended.said);
    }
}

#[test]
fn a_new_site_is_not_written_through_links() {
    let site = Site::new();
    fs::create_dir(site.at("new")).expect("a folder");
    for name in ["site.toml", "content", ".gitignore"] {
        symlink(format!("../../{name}-elsewhere"), site.at("new").join(name)).expect("a link");
    }
    for name in ["site.toml", "content"] {
        let ended = site.run_plain(&["init", "new"]);
        assert_eq!(ended.code, Some(2), "{}", ended.said);
        fs::remove_file(site.at("new").join(name)).expect("a link");
    }
    assert_eq!(site.run_plain(&["init", "new"]).code, Some(0));
    for name in ["site.toml", "content", ".gitignore"] {
        assert!(!site.above().join(format!("{name}-elsewhere")).exists(), "{name}");
    }
}

#[test]
fn a_pipe_or_a_device_is_reported_without_waiting_for_it() {
    let site = Site::new();
    let fifo = Command::new("mkfifo").arg(site.at("content/stories/pipe.md")).status();
    assert!(fifo.is_ok_and(|it| it.success()));
    let ended = site.run(&["check"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.said.contains("pipe.md") && ended.said.contains("a pipe"), "{}", ended.said);
}
