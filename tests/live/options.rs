//! The same files on another day, for other readers, with drafts: as a build for them would be.

use crate::client::{Preview, Reply, build, built};

#[test]
fn other_options_show_what_a_build_for_them_would() {
    let preview = Preview::tiny(&[]);
    preview.write(
        "content/stories/2026/later.md",
        "---\ntitle: Later\nauthor: anna-bech\ndate: 2026-12-24\nphotos: [{file: pumpe.png, alt: A pump}]\n---\nOn Christmas Eve.\n",
    );
    preview.write(
        "content/stories/2026/draft.md",
        "---\ntitle: Draft\nauthor: anna-bech\nstatus: draft\n---\nNot yet.\n",
    );
    preview.settle();
    assert_eq!(preview.get("stories/2026/later.html").status, 404);
    for (query, arguments) in [
        ("today=2026-12-24", vec!["--today", "2026-12-24"]),
        ("audience=public", vec!["--audience", "public"]),
        ("drafts=yes", vec!["--drafts"]),
        (
            "today=2027-04-16&audience=public&drafts=yes",
            vec!["--today", "2027-04-16", "--audience", "public", "--drafts"],
        ),
    ] {
        let out = build(&preview.path(""), &arguments);
        let mut pages = 0;
        for (address, bytes) in built(out.path()) {
            if !address.ends_with(".html") {
                continue;
            }
            pages += 1;
            let reply = preview.get(&format!("{address}?{query}"));
            assert_eq!(
                String::from_utf8_lossy(&reply.undecorated()),
                String::from_utf8_lossy(&bytes),
                "{address} with {query}"
            );
        }
        assert!(pages > 10, "{query}");
    }
    assert_eq!(preview.get("stories/2026/later.html?today=2026-12-24").status, 200);
    assert_eq!(preview.get("stories/2026/draft.html?drafts=yes").status, 200);
    assert_eq!(preview.get("guidelines/photos.html?audience=public").status, 404);
}

#[test]
fn pictures_under_other_options_are_there_too() {
    let preview = Preview::tiny(&[]);
    preview.write(
        "content/stories/2026/later.md",
        "---\ntitle: Later\nauthor: anna-bech\ndate: 2026-12-24\nphotos: [{file: new.png, alt: A pump}]\n---\nEve.\n",
    );
    std::fs::copy(
        preview.path("content/stories/2026/pumpe.png"),
        preview.path("content/stories/2026/new.png"),
    )
    .expect("a picture");
    preview.settle();
    let page = preview.wait_for("stories/2026/later.html?today=2026-12-24", |it| it.status == 200);
    let html = page.text();
    let at = html.find("media/stories/2026/new").expect("its picture is shown");
    let address = html[at..].split(['"', ' ']).next().expect("an address ends");
    assert_eq!(preview.get(address).status, 200);
}

#[test]
fn changes_under_other_options_are_followed_too() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    let mut listener = preview.listen("at=stories/2026/draft.html&drafts=yes");
    assert_eq!(listener.next().1["status"], "missing");
    preview.write(
        "content/stories/2026/draft.md",
        "---\ntitle: Draft\nauthor: anna-bech\nstatus: draft\n---\nNot yet.\n",
    );
    loop {
        if listener.next().1["status"] == "found" {
            break;
        }
    }
}

#[test]
fn a_photo_that_only_other_options_show_has_its_tone_there() {
    let preview = Preview::tiny(&[]);
    let photo = preview.path("content/stories/2026/new.png");
    let pixels = image::RgbImage::from_pixel(300, 200, image::Rgb([180, 40, 40]));
    pixels.save(photo).expect("a picture");
    preview.write(
        "content/stories/2026/draft.md",
        "---\ntitle: Draft\nauthor: anna-bech\nstatus: draft\nphotos: [{file: new.png, alt: A pump}]\n---\nNot yet.\n",
    );
    preview.settle();
    let has_tone = |it: &Reply| {
        let html = it.text();
        let image = html.find("media/stories/2026/new").map(|at| &html[at..]);
        image.is_some_and(|rest| rest.split('>').take(4).any(|tag| tag.contains("tone tl")))
    };
    preview.wait_for("stories/2026/draft.html?drafts=yes", has_tone);
}
