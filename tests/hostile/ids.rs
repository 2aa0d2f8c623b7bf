//! No text takes an id of the page that it stands on, nor a name that scripts ask for; links to its
//! own places still lead there.

use std::collections::BTreeSet;

use super::project::{Pages, Project, options};

/// Ids of the interface, and names that a document has for its scripts.
const TAKEN: &[&str] = &[
    "sw-main",
    "sw-menu",
    "sw-filter",
    "sw-find",
    "sw-found",
    "sw-fn-1",
    "sw-about-fear",
    "SW-main",
    "createElement",
    "querySelector",
    "getElementById",
    "body",
    "cookie",
    "location",
    "user-content-sw-main",
];

/// Every way to give something an id or a name, or to lead to one.
const WAYS: &[&str] = &[
    "<a id=\"ID\">x</a>",
    "<a name=\"ID\">x</a>",
    "<a name=ID id='ID'>x</a>",
    "<A ID=ID>x</A>",
    "<a id=\"&#115;&#119;-main\">x</a>",
    "<p id=\"x ID\">x</p>",
    "<img name=\"ID\" id=\"ID\" src=\"y.png\" alt=\"x\">",
    "<form id=\"ID\" name=\"ID\"><input name=\"ID\" form=\"ID\" list=\"ID\"><output for=\"ID\"></form>",
    "<label for=\"ID\">x</label><button popovertarget=\"ID\" commandfor=\"ID\" command=\"close\">x</button>",
    "<div aria-labelledby=\"ID\" aria-controls=\"ID\" aria-describedby=\"ID\" aria-owns=\"ID\">x</div>",
    "<div aria-activedescendant=\"ID\" aria-details=\"ID\" aria-flowto=\"ID\" contextmenu=\"ID\">x</div>",
    "<table><tr><th id=\"ID\">x</th><td headers=\"ID\">x</td></tr></table>",
    "<details name=\"ID\" class=\"ID\" role=\"ID\" slot=\"ID\" part=\"ID\"><summary>x</summary>y</details>",
    "<object name=\"ID\"></object><embed name=\"ID\"><iframe name=\"ID\"></iframe>",
    "<map name=\"ID\"><area href=\"#ID\"></map><svg><use href=\"#ID\"></use></svg>",
    "## ID",
    "## x {#ID}",
    "ID\n===\n\nID\n---",
    "[^ID]\n\n[^ID]: x",
    "**x**{#ID} [x]{#ID} `x`{:#ID}",
];

/// The values of all attributes of the tags of a page that name a place, with their attribute.
fn names(html: &str) -> Vec<(String, String)> {
    const ATTRIBUTES: &[&str] = &[
        "id",
        "name",
        "for",
        "form",
        "list",
        "headers",
        "popovertarget",
        "commandfor",
        "slot",
        "aria-labelledby",
        "aria-controls",
        "aria-describedby",
        "aria-owns",
        "aria-details",
        "aria-activedescendant",
        "aria-flowto",
        "contextmenu",
        "usemap",
    ];
    let mut found = vec![];
    for tag in html.split('<').skip(1).filter_map(|it| it.split_once('>')).map(|it| it.0) {
        for attribute in ATTRIBUTES {
            let begin = format!(" {attribute}=\"");
            for (at, _) in tag.match_indices(&begin) {
                let value = tag[at + begin.len()..].split('"').next().unwrap_or_default();
                found.push(((*attribute).to_owned(), value.to_owned()));
            }
        }
    }
    found
}

fn pages(text: &str) -> Pages {
    let mut project = Project::small();
    project.picture("content/y.png", 40, 30);
    project.text("content/page.md", &format!("---\ntitle: Page\n---\n{text}\n"));
    let fields = "title: Two\nauthor: anna-bech\ndate: 2026-03-01\n";
    project.text("content/stories/two.md", &format!("---\n{fields}---\n{text}\n"));
    for name in ["ask", "sw-find"] {
        let fields = "title: Ask\nabout: fear\n";
        project.text(&format!("content/faq/{name}.md"), &format!("---\n{fields}---\n{text}\n"));
    }
    Pages::of(&project.open(options()))
}

const PAGES: &[&str] =
    &["page.html", "stories/two.html", "faq/ask.html", "faq/sw-find.html", "faq/index.html"];

#[test]
fn no_text_takes_an_id_of_its_page() {
    let plain = pages("x");
    let mut wrong = vec![];
    for way in WAYS {
        let text: String =
            TAKEN.iter().map(|id| format!("{}\n\n", way.replace("ID", id))).collect();
        let pages = pages(&text);
        for page in PAGES {
            let of = |pages: &Pages| names(pages.text(page).expect(page));
            let own: BTreeSet<(String, String)> = of(&plain).into_iter().collect();
            let mut ids = BTreeSet::new();
            for it in of(&pages) {
                let is_id = it.0 == "id";
                // Who writes an id twice, has it twice.
                if is_id && !ids.insert(it.1.clone()) && !it.1.contains("user-content-") {
                    wrong.push(format!("{way} in {page}: two have the id {}", it.1));
                }
                let is_of_note = it.1.starts_with("sw-fn");
                let takes = !is_id || it.1.starts_with("sw-") && !is_of_note;
                if takes && !own.contains(&it) {
                    wrong.push(format!("{way} in {page}: {it:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_link_leads_to_the_place_whatever_its_name_became() {
    for (place, id) in [
        ("<a id=\"sw-filter\">x</a>", "user-content-sw-filter"),
        ("<p name=\"a\" id=\"sw-filter\">x</p>", "user-content-sw-filter"),
        ("<a name=\"sw-filter\">x</a>", "user-content-sw-filter"),
        ("## x {#sw-filter}", "section-sw-filter"),
        ("## sw filter", "section-sw-filter"),
    ] {
        let pages = pages(&format!("[go](#sw-filter)\n\n{place}"));
        let page = pages.text("page.html").expect("a page");
        for part in [format!("href=\"#{id}\""), format!("id=\"{id}\"")] {
            assert!(page.contains(&part), "{place}: {part} in {page}");
        }
        let all = pages.text("faq/index.html").expect("a page");
        for part in [format!("href=\"#ask--{id}\""), format!("id=\"ask--{id}\"")] {
            assert!(all.contains(&part), "{place}: {part} in {all}");
        }
    }
}
