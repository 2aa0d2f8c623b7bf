//! The events that an open page receives.

use crate::client::Preview;

const STORY: &str = "content/stories/2026/bolt.md";
const AT: &str = "at=stories/2026/bolt.html";

/// The first event of a page that has nothing.
fn page(preview: &Preview, query: &str) -> (crate::client::Listener, serde_json::Value) {
    let mut listener = preview.listen(query);
    let (name, data) = listener.next();
    assert_eq!(name, "page");
    (listener, data)
}

fn html(data: &serde_json::Value) -> &str {
    data["html"].as_str().expect("an event holds the whole page")
}

#[test]
fn a_saved_change_is_sent_and_only_to_pages_that_show_it() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    let (mut story, data) = page(&preview, AT);
    assert_eq!(data["status"], "found");
    let shown = preview.get("stories/2026/bolt.html").undecorated();
    assert_eq!(html(&data), String::from_utf8_lossy(&shown));
    let (mut other, _) = page(&preview, "at=guidelines/photos.html");
    preview.edit(STORY, "\n---\n", "\n---\nFresh words.\n\n");
    let (name, data) = story.next();
    assert_eq!(name, "page");
    assert!(html(&data).contains("Fresh words."));
    // The next that the other one hears is about itself.
    preview.edit("content/guidelines/photos.md", "\n---\n", "\n---\nA new rule.\n\n");
    let (_, data) = other.next();
    assert!(html(&data).contains("A new rule."));
}

#[test]
fn a_page_that_connects_again_receives_what_differs_from_what_it_has() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    let (listener, data) = page(&preview, AT);
    let [seen, bar] = ["seen", "barSeen"].map(|key| data[key].as_str().expect("a hash").to_owned());
    drop(listener);
    let mut back = preview.listen(&format!("{AT}&seen={seen}&bar={bar}"));
    preview.edit(STORY, "\n---\n", "\n---\nMeanwhile.\n\n");
    assert!(html(&back.next().1).contains("Meanwhile."), "nothing came before it");
    let (_late, data) = page(&preview, &format!("{AT}&seen={seen}&bar={bar}"));
    assert!(html(&data).contains("Meanwhile."));
}

#[test]
fn a_page_that_is_deleted_says_so_and_comes_back() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    let (mut listener, _) = page(&preview, AT);
    let text = std::fs::read_to_string(preview.path(STORY)).expect("a story");
    std::fs::remove_file(preview.path(STORY)).expect("it can be deleted");
    let (name, data) = listener.next();
    assert_eq!((name.as_str(), &data["status"]), ("page", &"missing".into()));
    assert_eq!(preview.get("stories/2026/bolt.html").status, 404);
    assert!(!preview.get("stories/").text().contains("2026/bolt.html"));
    preview.write(STORY, &text);
    assert_eq!(listener.next().1["status"], "found");
}

#[test]
fn a_page_that_is_renamed_leads_to_its_new_address() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    let (mut listener, _) = page(&preview, AT);
    std::fs::rename(preview.path(STORY), preview.path("content/stories/2026/nut.md"))
        .expect("renamed");
    let (name, data) = listener.next();
    assert_eq!((name.as_str(), &data["to"]), ("moved", &"stories/2026/nut.html".into()));
    std::fs::rename(preview.path("content/stories/2026"), preview.path("content/stories/old"))
        .expect("renamed");
    preview.wait_for("stories/old/nut.html", |reply| reply.status == 200);
    // Who slept through both is led the whole way.
    let mut late = preview.listen(AT);
    let (name, data) = late.next();
    assert_eq!((name.as_str(), &data["to"]), ("moved", &"stories/old/nut.html".into()));
    assert_eq!(preview.get("stories/2026/bolt.html").status, 404);
}

#[test]
fn a_page_that_went_and_came_back_leads_nowhere_else() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    for _ in 0..2 {
        let away = preview.path("content/stories/2026/nut.md");
        std::fs::rename(preview.path(STORY), &away).expect("renamed");
        preview.wait_for("stories/2026/nut.html", |reply| reply.status == 200);
        std::fs::rename(&away, preview.path(STORY)).expect("renamed");
        preview.wait_for("stories/2026/bolt.html", |reply| reply.status == 200);
    }
    // Its text is hidden on that day, and it is not sent to itself.
    let mut listener = preview.listen(&format!("{AT}&today=2020-01-01"));
    assert_eq!(listener.next().1["status"], "missing");
}

#[test]
fn nothing_is_sent_after_a_save_without_a_change() {
    let preview = Preview::tiny(&[]);
    let number = preview.settle();
    let text = std::fs::read_to_string(preview.path(STORY)).expect("a story");
    preview.write(STORY, &text);
    preview.write("content/.bolt.md.swp", "litter");
    preview.write("public/index.html", "an output");
    for address in ["", "stories/", "_status"] {
        preview.get(address);
    }
    // The look at everything that comes now and then finds nothing either.
    std::thread::sleep(std::time::Duration::from_secs(5));
    assert_eq!(preview.number(), number);
}

#[test]
fn a_style_and_a_word_of_the_look_reach_every_page() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    let (mut listener, data) = page(&preview, AT);
    let style = |data: &serde_json::Value| {
        let html = html(data).to_owned();
        let at = html.rfind("assets/style-").expect("a style");
        html[at..].split('"').next().expect("an address ends").to_owned()
    };
    let before = style(&data);
    preview.write("themes/default/styles/99-own.css", "main { outline-offset: 1px; }\n");
    let (_, data) = listener.next();
    assert_ne!(style(&data), before);
    assert!(preview.get(&style(&data)).text().contains("outline-offset"));
    preview.write("themes/default/texts/en.ftl", "nav-stories = Tales\n");
    assert!(html(&listener.next().1).contains("Tales"));
}

#[test]
fn one_look_is_one_answer() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    let mut listener = preview.listen(&format!("{AT}&once"));
    assert_eq!(listener.next().0, "page");
    assert!(listener.ends());
}

#[test]
fn many_pages_listen_and_who_finds_no_place_asks_now_and_then() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    let mut listeners: Vec<_> = (0..128).map(|_| page(&preview, AT).0).collect();
    assert_eq!(preview.get(&format!("_live?{AT}")).status, 503);
    assert!(preview.get(&format!("_live?{AT}&once")).text().contains("event: page"));
    preview.edit(STORY, "\n---\n", "\n---\nFor all.\n\n");
    for listener in &mut listeners {
        assert!(html(&listener.next().1).contains("For all."));
    }
}
