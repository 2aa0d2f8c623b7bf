//! Whatever is broken, the rest answers.

use crate::client::Preview;

#[test]
fn it_starts_with_a_broken_site_and_heals() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("site")).expect("a folder");
    let preview = Preview::begin(folder, &[]);
    let empty = preview.get("");
    assert!(empty.text().contains("no-site"), "{}", empty.text());
    preview.write("site.toml", "title = \"Fresh\"\nthe = broken\n");
    preview.wait_for("", |reply| reply.text().contains("site.toml:2"));
    preview.write("site.toml", "title = \"Fresh\"\n");
    preview.write("content/people/ana.md", "---\nname: Ana\n---\n");
    preview.write("content/stories/a.md", "---\ntitle: One\nauthor: ana\n---\nText.\n");
    let story = preview.wait_for("stories/a.html", |reply| reply.status == 200);
    assert!(story.text().contains("One"));
}

#[test]
fn a_broken_file_affects_only_its_own_page() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    preview.write("content/stories/2026/bolt.md", "---\ntitle: \"open\nauthor: [\n---\nText.\n");
    let own = preview.wait_for("stories/2026/bolt.html", |reply| {
        reply.text().contains("content/stories/2026/bolt.md:")
    });
    assert!(own.text().contains("<mark>") || own.text().contains("broken-yaml"), "{}", own.text());
    for address in ["", "stories/", "stories/2026/pumpe.html", "guidelines/photos.html"] {
        assert_eq!(preview.get(address).status, 200, "{address}");
    }
}

#[test]
fn a_broken_template_affects_only_its_own_pages() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    let mut listener = preview.listen("at=stories/2026/bolt.html");
    assert_eq!(listener.next().1["status"], "found");
    preview.write(
        "themes/default/templates/story.html",
        "{% extends \"base.html\" %}{% block main %}{{ nothing.here }}{% endblock main %}",
    );
    let broken = preview.wait_for("stories/2026/bolt.html", |reply| reply.status == 500);
    assert!(broken.text().contains("themes/default/templates/story.html:1"), "{}", broken.text());
    assert_eq!(listener.next().1["status"], "broken");
    assert_eq!(preview.get("").status, 200);
    std::fs::remove_file(preview.path("themes/default/templates/story.html")).expect("deleted");
    loop {
        if listener.next().1["status"] == "found" {
            break;
        }
    }
}

#[test]
fn quoted_source_lines_are_shown_and_not_run() {
    let preview = Preview::tiny(&[]);
    preview.write(
        "content/stories/2026/evil.md",
        "---\ntitle: x\nauthor: \"<img src=x onerror=alert(1)>\"\ntheme: </pre><script>alert(1)</script>\n---\nT.\n",
    );
    let page = preview.wait_for("stories/2026/evil.html", |reply| {
        reply.text().contains("content/stories/2026/evil.md:")
    });
    assert!(!page.text().contains("<script>alert") && !page.text().contains("<img src=x"));
}
