//! Marks piled on a letter, as they bring a page to a stand: told wherever they stand, and shown
//! nowhere.

use super::project::{Pages, Project, options};

const STORY: &str = "---\ntitle: A\nauthor: anna-bech\n---\n";

fn project() -> Project {
    let mut project = Project::small();
    project.text("content/rules.md", "---\ntitle: A\n---\n");
    project.picture("content/stories/a.png", 2000, 1500);
    project
}

fn codes(project: &Project) -> Vec<&'static str> {
    project.open(options()).diagnostics().iter().map(|told| told.code.name()).collect()
}

#[test]
fn too_many_marks_on_a_letter_are_reported_and_not_shown() {
    let pile = |mark: &str| format!("a{}", mark.repeat(400));
    let marks = pile("\u{301}");
    let split: String = (0..40).map(|_| format!("*{}*", "\u{301}".repeat(10))).collect();
    let fields = |fields: &str| format!("{}{fields}---\nText.\n", &STORY[..STORY.len() - 4]);
    let attacks = [
        ("content/stories/one.md", format!("{STORY}{marks}\n")),
        ("content/stories/one.md", format!("{STORY}## {marks}\n")),
        ("content/stories/one.md", format!("{STORY}{}\n", pile("&#x301;"))),
        ("content/stories/one.md", format!("{STORY}a{split}\n")),
        ("content/stories/one.md", format!("{STORY}`{marks}`\n")),
        ("content/stories/one.md", format!("{STORY}```\n{marks}\n```\n")),
        ("content/stories/one.md", format!("{STORY}![{marks}](a.png)\n")),
        ("content/stories/one.md", format!("{STORY}![{}](a.png)\n", pile("&#x301;"))),
        ("content/stories/one.md", format!("{STORY}[a](/rules.md \"{}\")\n", pile("&#x301;"))),
        ("content/stories/one.md", format!("{STORY}{}\n", "👩\u{200D}".repeat(400))),
        ("content/stories/one.md", format!("{STORY}🏴{}\n", "\u{E0067}".repeat(400))),
        (
            "content/rules.md",
            format!("---\ntitle: A\n---\n<b>a</b>{}\n", "<i>\u{301}</i>".repeat(400)),
        ),
        ("content/rules.md", format!("---\ntitle: A\n---\n<abbr title=\"{marks}\">a</abbr>\n")),
        ("content/stories/one.md", format!("---\ntitle: {marks}\nauthor: anna-bech\n---\nText.\n")),
        ("content/stories/one.md", fields(&format!("summary: \"a{}\"\n", "\\u0301".repeat(40)))),
        ("content/stories/one.md", fields(&format!("photos: [{{file: a.png, alt: {marks}}}]\n"))),
        ("content/stories/one.md", fields(&format!("location: {marks}\n"))),
        ("content/people/bo.md", format!("---\nname: {marks}\n---\n")),
        ("content/people/bo.md", format!("---\nname: Bo\nexpertise: [b, {marks}]\n---\n")),
        ("site.toml", format!("title = {{ en = \"{marks}\" }}\n")),
        ("content/programme.toml", format!("[[teams]]\nid = \"a\"\nname = \"{marks}\"\n")),
    ];
    for (path, text) in attacks {
        let mut project = project();
        project.text(path, &text);
        let begin: String = text.chars().take(60).collect();
        assert!(codes(&project).contains(&"piled-marks"), "{path}: {begin}: {:?}", codes(&project));
        for (address, html) in Pages::of(&project.open(options())).html() {
            let words: String = html.split('<').filter_map(|tag| tag.split('>').nth(1)).collect();
            assert!(!html.contains(&"\u{301}".repeat(17)), "{begin} stands in {address}");
            assert!(!words.contains(&"\u{301}".repeat(17)), "{begin} stands in {address}");
        }
    }
    for real in
        ["Tiếng Việt", "นี่คือน้ำ", "בְּרֵאשִׁ֖ית", "कार्त्स्न्यं", "ཧྐྵྨླྺྼྻྂ", "👩🏽\u{200D}❤\u{FE0F}\u{200D}💋\u{200D}👨🏿"]
    {
        let mut project = project();
        let text = format!("---\ntitle: {real}\nauthor: anna-bech\n---\n{}\n", real.repeat(50));
        project.text("content/stories/one.md", &text);
        assert!(!codes(&project).contains(&"piled-marks"), "{real}");
    }
}
