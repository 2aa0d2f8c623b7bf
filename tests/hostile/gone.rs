//! What was taken back is gone from every byte that the program keeps.

use std::os::unix::fs::MetadataExt;

use super::program::Site;

const CANARY: &str = "c4n4ry";

/// A site with a canary in what `bo` told, built twice, so that both trees hold it.
fn site() -> Site {
    let site = Site::new();
    site.person("bo", &format!("expertise: [{CANARY}]\n"));
    site.story(CANARY, "bo", &format!("{CANARY} in a story."));
    site.build();
    site.story("later", "anna", "Another day.");
    site.build();
    assert!(!site.kept_with(CANARY).is_empty());
    site
}

fn story(site: &Site, fields: &str) {
    let text = format!(
        "---\ntitle: A story\nauthor: bo\ndate: 2026-11-01\n{fields}---\n{CANARY} in a story.\n"
    );
    site.write(&format!("content/stories/{CANARY}.md"), text);
}

fn gone_after(what: &str, change: impl Fn(&Site), arguments: &[&str]) {
    let site = site();
    change(&site);
    site.build_with(arguments);
    let kept = site.kept_with(CANARY);
    assert!(kept.is_empty(), "after {what}, still in {kept:?}");
    site.build_with(arguments);
    assert!(site.kept_with(CANARY).is_empty());
}

#[test]
fn withdrawn_content_is_gone_after_one_build() {
    let no_profile = |site: &Site| site.person("bo", "");
    gone_after(
        "deletion",
        |site| {
            no_profile(site);
            std::fs::remove_file(site.at(&format!("content/stories/{CANARY}.md"))).expect("a file");
        },
        &[],
    );
    gone_after(
        "a pause",
        |site| {
            no_profile(site);
            story(site, "status: paused\n");
        },
        &[],
    );
    gone_after(
        "withdrawal",
        |site| site.person("bo", &format!("status: withdrawn\nexpertise: [{CANARY}]\n")),
        &[],
    );
    gone_after(
        "another name",
        |site| {
            no_profile(site);
            let old = site.at(&format!("content/stories/{CANARY}.md"));
            std::fs::rename(old, site.at("content/stories/renamed.md")).expect("a rename");
            site.story("renamed", "bo", "Another text.");
        },
        &[],
    );
    gone_after(
        "other words",
        |site| {
            no_profile(site);
            std::fs::remove_file(site.at(&format!("content/stories/{CANARY}.md"))).expect("a file");
            site.story("other", "bo", "Other words.");
        },
        &[],
    );
}

#[test]
fn a_public_build_keeps_nothing_of_the_internal_one() {
    gone_after(
        "a build for everybody",
        |site| {
            site.person("bo", "");
            story(site, "audience: internal\n");
        },
        &["--audience=public"],
    );
}

/// A build with drafts that fails or is killed leaves none of them.
#[test]
fn drafts_are_not_kept_beside_the_site() {
    let site = Site::new();
    site.build();
    story(&site, "status: draft\n");
    site.build_with(&["--drafts"]);
    assert!(!site.kept_with(CANARY).is_empty());
    site.build();
    let kept = site.kept_with(CANARY);
    assert!(kept.is_empty(), "{kept:?}");
}

/// Killed at the worst moment: when readers see the new site, and the old one is not cleaned yet.
#[test]
fn a_build_that_is_killed_leaves_nothing_for_the_next() {
    let site = Site::new();
    for n in 0..120 {
        site.story(&format!("many-{n}"), "anna", "As always.");
    }
    let (mut killed, mut rounds) = (0, 0);
    while killed < 3 && rounds < 40 {
        rounds += 1;
        for n in 0..30 {
            site.story(&format!("{CANARY}-{n}"), "bo", &format!("{CANARY} {rounds}."));
        }
        site.build();
        for n in 0..30 {
            std::fs::remove_file(site.at(&format!("content/stories/{CANARY}-{n}.md")))
                .expect("a file");
        }
        let tree = || std::fs::metadata(site.at("public")).map(|it| it.ino()).unwrap_or(0);
        let before = tree();
        let mut child = site.build_command().spawn().expect("a process");
        while tree() == before && child.try_wait().expect("a process").is_none() {}
        let _ = child.kill();
        killed += usize::from(child.wait().expect("a process").code().is_none());
        site.build();
        let kept = site.kept_with(CANARY);
        assert!(kept.is_empty(), "round {rounds}: {kept:?}");
    }
    assert!(killed > 0, "no build was killed in time");
}

/// The same where nothing is believed, because no key is kept.
#[test]
fn a_build_without_a_key_that_is_killed_leaves_nothing() {
    let site = Site::new();
    let build = |site: &Site| {
        let ended = site.run_as(None, "site/state", &["build"]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
    };
    for n in 0..60 {
        site.story(&format!("many-{n}"), "anna", "As always.");
    }
    for round in 0..6 {
        site.story(CANARY, "bo", &format!("{CANARY} {round}."));
        build(&site);
        std::fs::remove_file(site.at(&format!("content/stories/{CANARY}.md"))).expect("a file");
        let mut child = site
            .build_command()
            .env("XDG_STATE_HOME", site.at("state"))
            .spawn()
            .expect("a process");
        let outgoing = site.at(".public.storywall/outgoing");
        while !outgoing.exists() && child.try_wait().expect("a process").is_none() {}
        std::thread::sleep(std::time::Duration::from_micros(round * 400));
        let _ = child.kill();
        let _ = child.wait();
        build(&site);
        let kept = site.kept_with(CANARY);
        assert!(kept.is_empty(), "round {round}: {kept:?}");
    }
}

/// A manifest that somebody brings makes nothing of ours a stranger.
#[test]
fn a_forged_manifest_keeps_nothing_that_was_taken_back() {
    for forged in ["storywall manifest 2\nend\n", "storywall manifest 1\nend\n", "x"] {
        let site = site();
        site.person("bo", "");
        std::fs::remove_file(site.at(&format!("content/stories/{CANARY}.md"))).expect("a file");
        site.write("public/.storywall-manifest", forged);
        site.build();
        let kept = site.kept_with(CANARY);
        assert!(kept.is_empty(), "{forged:?}: {kept:?}");
        // The same where Git keeps it.
        let site = self::site();
        site.person("bo", "");
        std::fs::remove_file(site.at(&format!("content/stories/{CANARY}.md"))).expect("a file");
        site.write("public/.storywall-manifest", forged);
        site.git(&["init", "-q"]);
        site.git(&["add", "-f", "public/.storywall-manifest"]);
        site.build();
        let kept = site.kept_with(CANARY);
        assert!(kept.is_empty(), "in Git, {forged:?}: {kept:?}");
    }
}
