//! How many bytes a story's page has besides the story, and how many bytes of scripts pages load.

use storywall::base::Code;

use crate::project::{Pages, Project, options};

/// Of the page: head, navigation, foot, the fields, and the cards of three related stories.
const MOST_BESIDE_THE_TEXT: usize = 9_200;
/// Of the text in HTML, for each byte of Markdown.
const MOST_OF_THE_TEXT: f64 = 1.2;

fn sentences(count: usize) -> String {
    "Nobody had touched it, and still the light went on again before the morning came. "
        .repeat(count)
}

/// A story of four kilobytes, with the fields that most stories have.
fn story(number: usize) -> String {
    let front = format!(
        "---\ntitle: Why pump number {number} went quiet\nauthor: anna-bech\nlang: en\n\
         date: 2026-05-1{number}\ntheme: night-shift\nsummary: It was a quarter to six when we \
         heard nothing at all.\noutcome: {{note: Somebody applied because of it, on: 2026-06-02}}\n\
         ---\n"
    );
    let mut text = front;
    for part in ["That evening in October", "What we tried", "What we learned from it"] {
        text += &format!("## {part}\n\n{}\n\n{}\n\n", sentences(7), sentences(8));
    }
    assert!((3_900..4_100).contains(&text.len()), "{}", text.len());
    text
}

fn stories() -> Project {
    let mut project = Project::small();
    project.text("content/tell.md", "---\ntitle: Tell yours\n---\nWrite it down.\n");
    project.text("content/faq/pay.md", "---\ntitle: May I?\nabout: fear\n---\nYes.\n");
    project.text("content/themes/night-shift.md", "---\ntitle: The night shift\n---\nUp.\n");
    for number in 0..8 {
        project.text(&format!("content/stories/2026/pump-{number}.md"), &story(number));
    }
    project
}

#[test]
fn the_size_of_a_page_is_close_to_that_of_its_story() {
    let pages = Pages::of(&stories().open(options()));
    for number in 1..7 {
        let html = pages.text(&format!("stories/2026/pump-{number}.html")).expect("a page");
        let (before, rest) = html.split_once("<div class=\"text say\">").expect("it has a text");
        let (text, after) = rest.split_once("<div class=\"side\">").expect("and fields beside it");
        assert_eq!(after.matches("<article class=\"card").count(), 3);
        let beside = before.len() + after.len();
        assert!(beside <= MOST_BESIDE_THE_TEXT, "{beside} bytes besides the text:\n{html}");
        let most = story(number).len() as f64 * MOST_OF_THE_TEXT;
        assert!(text.len() as f64 <= most, "{} bytes of text:\n{text}", text.len());
    }
}

/// Of the scripts that a page loads, by its kind: those of every page, and its own.
const MOST_OF_SCRIPTS: &[(&str, usize)] = &[
    ("stories/2026/pump-1.html", 1_000),
    ("faq/pay.html", 1_000),
    ("tell.html", 1_000),
    ("faq/index.html", 5_500),
    ("index.html", 1_000),
];

#[test]
fn a_page_loads_only_the_scripts_of_its_kind() {
    let pages = Pages::of(&stories().open(options()));
    for (address, most) in MOST_OF_SCRIPTS {
        let html = pages.text(address).expect("a page");
        let scripts: Vec<&str> =
            html.split("<script src=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
        assert!(!scripts.is_empty(), "{address} has the script of every page");
        let bytes = |src: &&str| {
            let file = pages.text(src.trim_start_matches("../")).expect("it is published");
            file.len()
        };
        let all: usize = scripts.iter().map(bytes).sum();
        assert!(all <= *most, "{address} loads {all} bytes of {scripts:?}");
    }
}

/// In bytes, of a page that is only read by following a link.
const MOST_OF_THE_CHECKS: usize = 150_000;

#[test]
fn what_each_code_means_is_one_page_of_words() {
    let pages = Pages::of(&stories().open(options()));
    let html = pages.text("checks/index.html").expect("a page");
    assert!(html.len() <= MOST_OF_THE_CHECKS, "{} bytes", html.len());
    assert_eq!(html.matches("<script").count(), 1, "the script of every page alone");
    for code in Code::ALL {
        let anchor = format!(" id=\"{}\"", code.name());
        assert_eq!(html.matches(&anchor).count(), 1, "{}", code.name());
    }
    assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
    let words = html.split("<p>").skip(1).filter_map(|it| it.split("</p>").next());
    for words in words {
        assert!(!words.contains('`'), "what is typed is code: {words}");
    }
}
