//! What pages show of words that are said in several languages, and of events that are over.

use crate::project::{Pages, Project, options};

fn project() -> Project {
    let mut project = Project::small();
    project.text(
        "site.toml",
        "title = \"Harbour Line\"\nlanguages = [\"en\", \"da\"]\nbase_url = \"https://h.example/\"\n",
    );
    project.text(
        "content/people/bo.md",
        "---\nname: Bo Dahl\nrole: {en: Deckhand, da: Matros}\nwants_to_try: [film, podcast, knots]\n\
         consent: {name: yes}\n---\nHello.\n",
    );
    project.text(
        "content/faq/wrong.md",
        "---\ntitle: What if I am wrong?\nabout: fear\nalso_asked: [can I get fired, \"is 5 < 6 & \\\"so\\\"\"]\n---\nCall.\n",
    );
    project.text(
        "content/faq/wrong.da.md",
        "---\ntitle: Hvad hvis jeg dummer mig?\nalso_asked: [bliver jeg fyret]\n---\nRing.\n",
    );
    project.text("content/faq/plain.md", "---\ntitle: Is it?\nabout: fear\n---\nIt is.\n");
    let event = |year: &str, more: &str| {
        format!(
            "---\nname: Harbour Days {year}\nurl: https://h.example/{year}\nkind: conference\n\
             start: {year}-06-01\nend: {year}-06-02\nplace: {{city: Hull, country: GB}}\n\
             languages: [en]\ntopics: [ropes]\naudience: Sailors\nseries: harbour-days\n{more}---\nRopes.\n"
        )
    };
    project.text("content/speaking/days-2024.md", &event("2024", ""));
    project.text("content/speaking/days-2025.md", &event("2025", ""));
    project.text("content/speaking/days-2026.md", &event("2026", ""));
    project.text(
        "content/speaking/days-2026.da.md",
        "---\ntitle: Havnedage 2026\naudience: Sømænd\ntopics: [tove]\n---\nTove.\n",
    );
    project.text(
        "content/speaking/off-2027.md",
        &event("2027", "co_speaker_wanted: yes\nstatus: cancelled\n")
            .replace("series: harbour-days\n", ""),
    );
    project.text(
        "content/talks/ropes.md",
        "---\ntitle: Ropes\nspeakers: bo\nhistory:\n  - {opportunity: days-2025, state: given, on: 2025-06-01}\n---\nRopes.\n",
    );
    project
}

fn page(pages: &Pages, address: &str) -> String {
    let bytes = pages.all.get(address).unwrap_or_else(|| panic!("no {address}"));
    String::from_utf8(bytes.clone()).expect("a page is text")
}

fn has(page: &str, words: &str, is_there: bool) {
    assert_eq!(page.contains(words), is_there, "“{words}” in {page}");
}

#[test]
fn the_filter_of_questions_knows_what_people_also_type() {
    let pages = Pages::of(&project().open(options()));
    let list = page(&pages, "faq/index.html");
    has(&list, "data-also=\"can I get fired | is 5 &lt; 6 &amp; &quot;so&quot;\"", true);
    has(&list, "bliver jeg fyret", false);
    assert_eq!(list.matches("data-also").count(), 1, "a question without has none");
    let danish = page(&pages, "da/faq/index.html");
    has(&danish, "data-also=\"bliver jeg fyret\"", true);
    has(&danish, "can I get fired", false);
    has(&page(&pages, "faq/wrong.html"), "can I get fired", false);
}

#[test]
fn roles_and_wishes_are_in_the_language_of_the_page() {
    let pages = Pages::of(&project().open(options()));
    let (english, danish) = (page(&pages, "people/bo.html"), page(&pages, "da/people/bo.html"));
    has(&english, "Deckhand", true);
    has(&danish, "Matros", true);
    has(&danish, "Deckhand", false);
    for words in ["<span>filming</span>", "<span>Podcast</span>", "<span>knots</span>"] {
        has(&english, words, true);
    }
    has(&danish, "<span>film</span>", false);
}

#[test]
fn an_event_is_in_the_language_of_the_page() {
    let pages = Pages::of(&project().open(options()));
    let danish = page(&pages, "da/speaking/days-2026.html");
    for words in ["Havnedage 2026", "Sømænd", "tove"] {
        has(&danish, words, true);
    }
    has(&danish, "Sailors", false);
    let board = page(&pages, "da/speaking/index.html");
    has(&board, "Havnedage 2026", true);
    // What is expected is no edition of a past year.
    has(&page(&pages, "speaking/index.html"), ">Harbour Days 2027</a>", true);
}

#[test]
fn nobody_has_spoken_where_they_spoke_later() {
    let pages = Pages::of(&project().open(options()));
    has(&page(&pages, "speaking/days-2024.html"), "Bo Dahl", false);
    has(&page(&pages, "speaking/days-2025.html"), "Bo Dahl", true);
    has(&page(&pages, "speaking/days-2026.html"), "Bo Dahl", true);
}

#[test]
fn no_second_speaker_is_wanted_where_nobody_can_speak() {
    let mut project = project();
    let wanted = "Second speaker wanted";
    let pages = Pages::of(&project.open(options()));
    has(&page(&pages, "speaking/index.html"), wanted, false);
    let path = crate::project::source_path("content/speaking/off-2027.md");
    let storywall::base::Content::Text(text) = project.files[&path].clone() else {
        panic!("a text")
    };
    project.text("content/speaking/off-2027.md", &text.replace("status: cancelled\n", ""));
    let pages = Pages::of(&project.open(options()));
    has(&page(&pages, "speaking/index.html"), wanted, true);
}

#[test]
fn whoever_left_keeps_the_stories_and_no_number() {
    let mut project = project();
    let story = "---\ntitle: Four knots\nauthor: bo\ndate: 2026-11-01\n---\nI tied them.\n";
    project.text("content/stories/knots.md", story);
    let bo = |status: &str| {
        format!(
            "---\nname: Bo Dahl\nrole: Deckhand\nstatus: {status}\n\
             contact: {{phone: \"+45 00 00 77 77\", mail: bo@h.example}}\nconsent: {{name: yes}}\n---\nHello.\n"
        )
    };
    for (status, has_left) in [("active", false), ("former", true)] {
        project.text("content/people/bo.md", &bo(status));
        let pages = Pages::of(&project.open(options()));
        let profile = page(&pages, "people/bo.html");
        has(&profile, "No longer works here", has_left);
        for address in ["+45 00 00 77 77", "+4500007777", "bo@h.example"] {
            has(&profile, address, !has_left);
        }
        for place in ["people/bo.html", "stories/index.html", "stories/knots.html"] {
            has(&page(&pages, place), "Four knots", true);
            has(&page(&pages, place), "Bo Dahl", true);
        }
    }
}
