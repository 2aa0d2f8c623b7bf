//! What lies around a site: the output, the workshop, the cache, as a pull request brings them.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use super::program::Site;

/// Links in place of everything that the program makes for itself, to a folder that is precious.
const LINKS: [&str; 5] = [
    ".public.storywall",
    ".public.storywall/spare",
    ".public.storywall/old",
    ".public.storywall/lock",
    ".storywall",
];

#[test]
fn links_in_place_of_our_folders_are_not_followed() {
    for is_committed in [false, true] {
        for link in LINKS {
            for target in ["content", "../precious", "../precious/letter"] {
                let site = Site::new();
                site.write("../precious/letter", "precious");
                site.write(&format!("../precious/photo-{}", "0".repeat(32)), "precious");
                let path = site.at(link);
                fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
                symlink(site.at(target), &path).expect("a link");
                if is_committed {
                    site.commit_all();
                }
                let content = site.files("content");
                let precious = site.files("../precious");
                for command in ["build", "check", "consent", "build"] {
                    let ended = site.run(&[command]);
                    let what = format!("{command}, {link} -> {target}: {}", ended.said);
                    assert!(matches!(ended.code, Some(0 | 2)), "{what}");
                    assert_eq!(site.files("content"), content, "{what}");
                    assert_eq!(site.files("../precious"), precious, "{what}");
                    if command == "build" && (is_committed || link.matches('/').count() == 0) {
                        assert_eq!(ended.code, Some(2), "{what}");
                        let name = link.split('/').next().expect("a name");
                        assert!(ended.said.contains(name), "{what}");
                        let remedies = [
                            "elsewhere",
                            "remove the folder",
                            "rm -r --cached",
                            "name the folder",
                            "choose another",
                        ];
                        let has_remedy = remedies.iter().any(|it| ended.said.contains(it));
                        assert!(has_remedy, "no remedy: {what}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_git_keeps_is_no_workshop_and_no_cache() {
    for folder in [".public.storywall", ".storywall"] {
        let site = Site::new();
        site.write(&format!("{folder}/photo-{}", "0".repeat(32)), "forged");
        site.commit_all();
        let ended = site.run(&["build"]);
        assert_eq!(ended.code, Some(2), "{}", ended.said);
        assert!(ended.said.contains(folder) && ended.said.contains("git rm"), "{}", ended.said);
        // The remedy works.
        site.git(&["rm", "-rq", "--cached", folder]);
        fs::remove_dir_all(site.at(folder)).expect("a folder");
        site.build();
    }
}

/// Two files made every page load a script.
#[test]
fn files_of_a_forged_tree_are_not_published() {
    let honest = Site::new();
    honest.build();
    let pages = honest.files("public");

    let site = Site::new();
    let script = pages.keys().find(|it| it.ends_with(".js")).expect("a script of the look");
    let evil = "alert(1)";
    site.write(".public.storywall/lock", "");
    // Of the same size, so that only its bytes tell.
    let code = format!("{evil:0$}", pages[script].len());
    for tree in [".public.storywall/spare", "public"] {
        site.write(&script.replacen("public", tree, 1), &code);
        // The old form, and the form of today, with every hash as it should be.
        let manifest = honest.read("public/.storywall-manifest");
        site.write(&format!("{tree}/.storywall-manifest"), manifest);
    }
    site.build();
    site.story("two", "bo", "Another one.");
    site.build();
    for (name, bytes) in site.files("public") {
        assert!(!String::from_utf8_lossy(&bytes).contains(evil), "{name}");
    }
    assert_eq!(site.files("public").get(script), pages.get(script));
}

/// Whether Git keeps it or not, whether the manifest is true or not.
#[test]
fn a_site_stored_in_the_project_is_built_again() {
    let honest = Site::new();
    honest.build();
    let wanted = honest.files("public");
    for is_committed in [false, true] {
        let site = Site::new();
        for (name, bytes) in &wanted {
            site.write(name, bytes);
        }
        let index = honest.read("public/index.html");
        site.write("public/index.html", index.replacen("Harbour", "Harb0ur", 1));
        site.write("public/evil.html", "<script>alert(1)</script>");
        symlink("/etc/hostname", site.at("public/link.html")).expect("a link");
        if is_committed {
            site.commit_all();
        }
        let ended = site.build();
        assert!(ended.said.contains("made again"), "{}", ended.said);
        assert!(ended.said.contains("evil.html") && ended.said.contains("link.html"), "{ended:?}");
        assert_eq!(site.files("public"), wanted, "committed: {is_committed}");
        assert!(!site.at("public/link.html").exists());
        if !is_committed {
            let ended = site.build();
            assert!(!ended.said.contains("made again"), "told once: {}", ended.said);
        }
    }
}

/// What the web server gives to everybody, an attacker can bring as well.
#[test]
fn a_manifest_that_was_true_once_brings_no_guests() {
    let site = Site::new();
    site.build();
    site.write("public/evil.html", "<script>alert(1)</script>");
    site.git(&["init", "-q"]);
    site.git(&["add", "-f", "public/evil.html"]);
    site.story("two", "bo", "Another one.");
    site.build();
    assert!(!site.at("public/evil.html").exists());

    let other = Site::new();
    other.write("public/.storywall-manifest", site.read("public/.storywall-manifest"));
    other.write("public/evil.html", "<script>alert(1)</script>");
    other.build();
    assert!(!other.at("public/evil.html").exists());
}

/// A tree that Git keeps is set aside after the exchange, also where the build is killed right then:
/// its record is still there, and must not make all of its files ours.
#[test]
fn a_killed_build_deletes_nothing_that_others_put_into_a_tree_that_git_keeps() {
    let site = Site::new();
    site.build();
    site.story("two", "bo", "Another one.");
    site.build();
    site.write("public/CNAME", "handbook.example");
    site.git(&["init", "-q"]);
    site.git(&["add", "-f", "public/CNAME"]);
    // As it is between the exchange and the cleaning of the old tree.
    let rename = |from: &str, to: &str| {
        std::fs::rename(site.at(from), site.at(to)).expect("a folder of ours");
    };
    rename("public", ".public.storywall/outgoing");
    rename(".public.storywall/spare", "public");
    site.write(".public.storywall/unsettled", "");
    let ended = site.build();
    assert_eq!(site.read(".public.storywall/set-aside-1/CNAME"), "handbook.example");
    assert!(!site.at(".public.storywall/outgoing").exists(), "{}", ended.said);
    assert!(site.read("public/index.html").contains("</html>"));
    let kept = site.kept_with("Another one.");
    assert!(kept.iter().all(|file| !file.contains("set-aside")), "ours is no other's: {kept:?}");
}

/// The same where only the key is another one after the kill.
#[test]
fn a_killed_build_with_another_key_deletes_nothing_of_others() {
    let site = Site::new();
    site.build();
    site.story("two", "bo", "Another one.");
    site.build();
    std::os::unix::fs::symlink("/etc/hostname", site.at("public/link")).expect("a link");
    site.write("public/own.txt", "theirs");
    let rename = |from: &str, to: &str| {
        std::fs::rename(site.at(from), site.at(to)).expect("a folder of ours");
    };
    rename("public", "old");
    rename(".public.storywall/spare", "public");
    rename("old", ".public.storywall/spare");
    site.write(".public.storywall/unsettled", "");
    let ended = site.run_as(None, "another-state", &["build"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let aside = site.at(".public.storywall/set-aside-1");
    assert!(aside.join("link").symlink_metadata().is_ok(), "{}", ended.said);
    assert_eq!(site.read(".public.storywall/set-aside-1/own.txt"), "theirs");
    assert!(!aside.join("index.html").exists(), "ours is no other's");
}

/// A build that is killed when its new tree has a record, and before readers see it, leaves nothing
/// of that tree: a page in it may be of somebody who takes their consent back after that.
#[test]
fn a_new_tree_that_nobody_saw_is_cleared_after_a_kill() {
    let site = Site::new();
    site.build();
    site.story("two", "bo", "Another one.");
    site.build();
    let pages = || std::fs::read_dir(site.at(".public.storywall/spare")).expect("a folder").count();
    assert!(pages() > 0, "the pages that both sites have");
    site.write(".public.storywall/unrecorded", "");
    let ended = site.build();
    assert_eq!(pages(), 0, "{}", ended.said);
    for name in ["unrecorded", "set-aside-1"] {
        assert!(!site.at(".public.storywall").join(name).exists(), "{name}: {}", ended.said);
    }
    site.story("three", "bo", "The third.");
    assert_eq!(site.build().code, Some(0));
    assert!(site.read("public/stories/three.html").contains("The third."));
}

/// Git itself says nothing where its program is missing, or where a commit holds what makes a folder
/// look like a repository of its own.
#[test]
fn what_git_keeps_is_known_without_git() {
    let site = Site::new();
    site.build();
    site.write("public/evil.html", "evil");
    for file in ["HEAD", "config", "objects/k", "refs/k"] {
        site.write(file, "ref: refs/heads/main\n");
    }
    // The repository begins above the project.
    let above = |arguments: &[&str]| {
        let mut git = std::process::Command::new("git");
        let done = git.args(arguments).current_dir(site.above()).output().expect("git");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    above(&["init", "-q"]);
    above(&["add", "-f", "site/public/evil.html", "site/HEAD"]);
    site.story("two", "bo", "Another one.");
    let ended = site.build();
    assert!(!site.at("public/evil.html").exists(), "{}", ended.said);
    assert!(ended.said.contains("is kept in Git"), "{}", ended.said);
}

#[test]
fn guests_are_named_and_published() {
    let site = Site::new();
    site.build();
    site.write("public/robots-of-ours.txt", "hello");
    site.story("two", "bo", "Another one.");
    let ended = site.build();
    assert!(ended.said.contains("contains 1 file that Storywall did not"), "{}", ended.said);
    assert!(ended.said.contains("robots-of-ours.txt"), "{}", ended.said);
    assert_eq!(site.read("public/robots-of-ours.txt"), "hello");
}

#[test]
fn a_name_does_nothing_to_a_terminal_and_deep_folders_are_told() {
    let site = Site::new();
    site.build();
    site.write("public/evil\u{1b}[31m\n.html", "hello");
    site.story("two", "bo", "Another one.");
    let ended = site.build();
    assert!(ended.said.contains("evil") && !ended.said.contains('\u{1b}'), "{}", ended.said);

    fs::create_dir_all(site.at(&format!("public/{}", "d/".repeat(300)))).expect("folders");
    site.story("three", "bo", "A third one.");
    let ended = site.run(&["build"]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    assert!(ended.said.contains("inside each other"), "{}", ended.said);

    let other = Site::new();
    other.build();
    other.write("public/\u{1b}[31m\n::error::/.git/HEAD", "ref");
    other.write(".storywall/\u{1b}[31m\n::error::", "x");
    for command in ["check", "build"] {
        let ended = other.run(&[command]);
        assert_eq!(ended.code, Some(2), "{}", ended.said);
        assert!(!ended.said.contains('\u{1b}'), "{}", ended.said);
        assert!(!ended.said.lines().any(|line| line.starts_with("::")), "{}", ended.said);
        fs::remove_dir_all(other.at(".storywall")).ok();
    }
}

#[test]
fn pages_that_somebody_changed_are_restored() {
    let site = Site::new();
    site.build();
    let before = site.files("public");
    let index = site.read("public/index.html");
    site.write("public/index.html", index.replacen("Harbour", "Harb0ur", 1));
    let ended = site.build();
    assert!(ended.said.contains("1 written"), "{}", ended.said);
    assert_eq!(site.files("public"), before);
}

/// As long as an entry is at least.
const EVIL: &[u8] = &[b'e'; 100];

/// Old seals were hashes that anybody can make.
#[test]
fn a_forged_photo_is_not_shown() {
    let site = Site::new();
    site.write("content/stories/photo.png", png(900, 700));
    let story = "---\ntitle: Photo\nauthor: anna\ndate: 2026-11-02\nphotos: [{file: photo.png, alt: A \
                 wall}]\n---\nText\n";
    site.write("content/stories/photo.md", story);
    site.build();
    let wanted = site.files("public");
    let kept = site.files(".storywall");
    assert!(kept.len() > 2, "{:?}", kept.keys());

    // With what is published gone, all would come from the cache.
    let cut: fn(&str, &[u8]) -> Vec<u8> = |_, bytes| bytes[..bytes.len().min(40)].to_vec();
    for forge in [forged, cut] {
        fs::remove_dir_all(site.at("public")).expect("a folder");
        for (path, bytes) in &kept {
            let name = path.strip_prefix(".storywall/").expect("is below");
            let other = if name.starts_with("photo") { EVIL } else { bytes };
            site.write(path, forge(name, other));
        }
        let ended = site.build();
        assert!(ended.said.contains("kept photos had no seal"), "{}", ended.said);
        assert_eq!(site.files("public"), wanted);
    }
}

/// Bytes with the seal that an attacker can make: a hash of the name and the bytes.
fn forged(name: &str, bytes: &[u8]) -> Vec<u8> {
    let hash = storywall::base::Hash::of(&[name.as_bytes(), bytes].concat());
    [bytes, hash.to_string().as_bytes()].concat()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let pixels = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([x, y, x ^ y].map(|it| u8::try_from(it % 256).unwrap_or(0)))
    });
    let mut bytes = std::io::Cursor::new(vec![]);
    pixels.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

#[test]
fn destinations_where_files_could_be_lost_are_refused() {
    let site = Site::new();
    site.write("../home/letter", "precious");
    site.write("repo/.git/HEAD", "ref: refs/heads/main");
    site.write("../elsewhere/.storywall-manifest", "");
    symlink(site.above().join("elsewhere"), site.at("way")).expect("a link");
    site.build();
    let cases = [
        ("content/public", "content/"),
        ("content/../content", "content/"),
        ("themes", "themes/"),
        (".", "contains the project"),
        ("/", "root of the disk"),
        (".storywall", "photos"),
        (".storywall/deep", "photos"),
        (".public.storywall", "uses while it builds"),
        (".public.storywall/spare", "uses while it builds"),
        ("repo", "Git repository"),
        ("repo/.git/public", "Git repository"),
        ("way", "is a shortcut"),
        ("way/public", "is a shortcut"),
        ("..", "contains the project"),
    ];
    let before = site.files("..");
    for (out, words) in cases {
        let ended = site.run(&["build", "--out", out]);
        assert_eq!(ended.code, Some(2), "{out}: {}", ended.said);
        assert!(ended.said.contains(words), "{out}: {}", ended.said);
    }
    for cache in ["content", "public", ".", "/", "..", "repo", "way", ".public.storywall/spare"] {
        let ended = site.run(&["build", "--cache", cache]);
        assert_eq!(ended.code, Some(2), "{cache}: {}", ended.said);
    }
    site.write("notes/diary.txt", "precious");
    let open = fs::Permissions::from_mode(0o755);
    fs::set_permissions(site.at("notes"), open.clone()).expect("a mode");
    let ended = site.run(&["check", "--cache", "notes"]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    assert!(ended.said.contains("diary.txt"), "{}", ended.said);
    assert_eq!(
        fs::metadata(site.at("notes")).expect("is there").permissions().mode() & 0o777,
        0o755
    );
    fs::remove_dir_all(site.at("notes")).expect("a folder");
    assert_eq!(site.files(".."), before);
}

#[test]
fn nobody_else_reads_the_workshop_and_the_cache() {
    let site = Site::new();
    site.write("content/stories/photo.png", png(90, 70));
    site.story("photo", "anna", "![A wall](photo.png)");
    site.build();
    for folder in [".public.storywall", ".storywall"] {
        let mode = || fs::metadata(site.at(folder)).expect("is there").permissions().mode() & 0o777;
        assert_eq!(mode(), 0o700, "{folder}");
        fs::set_permissions(site.at(folder), fs::Permissions::from_mode(0o777)).expect("a mode");
        site.story("photo", "anna", "![The wall](photo.png)");
        site.build();
        assert_eq!(mode(), 0o700, "{folder}");
    }
}

/// A key that a pull request could bring is no key.
#[test]
fn a_key_in_the_project_is_not_used() {
    let site = Site::new();
    site.write("state/storywall/key", [7; 32]);
    let key = site.at("state/storywall/key");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).expect("a mode");
    for _ in 0..2 {
        let ended = site.run_as(None, "site/state", &["build"]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
    }
    let ended = site.run_as(None, "site/state", &["build"]);
    assert!(ended.said.contains("made again"), "another key each time: {}", ended.said);
    assert_eq!(fs::read(&key).expect("is there"), [7; 32]);
}
