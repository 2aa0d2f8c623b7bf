//! What was taken back is gone from every byte that the program keeps.

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
fn after_one_build_nothing_is_left() {
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
