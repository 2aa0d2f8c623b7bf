//! The page that only the writer sees, and what nobody else sees of it.

use super::*;
use crate::preview::published::{Published, published};

const DESK: &str = "_desk.html";
const DRAFT: &str = "---\ntitle: May I <film>?\nabout: fear\nstatus: draft\n---\nNot yet.\n";
const LIST: &str = "[[thanks]]\nstory = \"stories/pump\"\nwould_like = \"Coffee, on deck\"\n";

fn scene() -> Scene {
    let pump = PUMP.replace("2026-10-01", "2026-11-01");
    let site = format!("{SITE}base_url = \"https://harbour.example/\"\n");
    Scene::of(&[
        ("site.toml", &site),
        ("content/faq/film.md", DRAFT),
        ("content/stories/pump.md", &pump),
    ])
}

fn desk(scene: &Scene, address: &str, thanks: Option<&str>) -> String {
    let options = PreviewOptions::default();
    let page = scene.seen(&scene.snapshot, address, &options, |request| {
        match answer(&PreviewRequest { thanks, ..request }) {
            Answer::Page(page) => page,
            Answer::Other(_) => panic!("{address} is no page"),
        }
    });
    assert_eq!(page.status, Status::Found, "{address}");
    String::from_utf8(page.bytes).expect("pages are text")
}

#[test]
fn the_desk_says_what_there_is_to_do_and_opens_the_files() {
    let html = desk(&scene(), DESK, Some(LIST));
    for part in [
        "“May I &lt;film&gt;?” waits for an answer",
        "href=\"edit:///home/ana/content/faq/film.md:",
        "Thank Ana for “Pump”",
        "would like: Coffee, on deck",
        "href=\"/_preview/desk.css\"",
        "hreflang=\"da\"",
    ] {
        assert!(html.contains(part), "“{part}” stands not in\n{html}");
    }
    assert!(!html.contains("<!--place"), "each slot has its place");
    assert!(!html.contains("rel=\"canonical\""), "it has no address elsewhere");
    assert!(!html.contains("style=") && !html.contains("<style"), "the policy is strict");
    assert!(desk(&scene(), "da/_desk.html", None).contains("<html lang=\"da\">"));
}

#[test]
fn a_place_is_a_button_or_words_where_there_is_no_address_for_it() {
    let mut scene = scene();
    scene.editor = Editor::Program;
    assert!(desk(&scene, DESK, None).contains("<form class=\"place\" method=\"post\""));
    scene.editor = Editor::None;
    assert!(desk(&scene, DESK, None).contains("<span class=\"place\">content/faq/film.md:"));
}

#[test]
fn every_page_has_the_way_to_the_desk_in_its_bar() {
    let scene = scene();
    has(&scene.look("index.html"), &["<a class=\"desk\" href=\"/_desk.html\">"]);
    let seen_then = scene.look("da/index.html?today=2026-12-24");
    has(&seen_then, &["href=\"/da/_desk.html?today=2026-12-24\">"]);
    assert!(!String::from_utf8_lossy(&seen_then.bytes).contains("_desk"));
}

#[test]
fn the_desk_is_nowhere_but_in_the_preview_of_the_writer() {
    let scene = scene();
    for address in [DESK, "da/_desk.html"] {
        let address = UrlPath::new(address).expect("an address");
        assert!(scene.snapshot.route(&address).is_none());
        assert!(scene.snapshot.render(&address).is_none());
        assert!(matches!(published(&scene.snapshot, &address), Published::Missing(_)));
    }
    assert!(scene.snapshot.addresses().all(|address| !address.as_str().contains("desk")));
}

#[test]
fn a_day_without_anything_to_do_says_so() {
    assert!(desk(&Scene::of(&[]), DESK, None).contains("Nothing waits for you."));
}
