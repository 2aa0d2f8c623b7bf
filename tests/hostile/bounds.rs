//! What costs a reader or the machine more than its author paid: drawings of a few lines that take
//! seconds to draw, texts that a site repeats a thousand times.

use super::project::{Pages, Project, settings};
use proptest::prelude::*;

/// What a byte of input may become, in all places where the site shows it.
const MOST: usize = 12;

/// One way to write little that becomes much.
struct Amplifier {
    name: &'static str,
    files: Vec<(String, String)>,
}

fn one(name: &'static str, path: &str, text: String) -> Amplifier {
    Amplifier { name, files: vec![(path.to_owned(), text)] }
}

fn story(name: &'static str, body: &str) -> Amplifier {
    one(name, "content/stories/one.md", format!("{}{body}\n", STORY))
}

fn page(name: &'static str, body: &str) -> Amplifier {
    one(name, "content/rules.md", format!("---\ntitle: A\n---\n{body}\n"))
}

fn field(name: &'static str, fields: &str) -> Amplifier {
    one(
        name,
        "content/stories/one.md",
        format!("{}{fields}---\nText.\n", &STORY[..STORY.len() - 4]),
    )
}

const STORY: &str = "---\ntitle: A\nauthor: anna-bech\n---\n";

fn many(count: usize, name: &'static str, text: impl Fn(usize) -> String) -> Amplifier {
    let path = |at: usize| format!("content/stories/n{at:04}.md");
    Amplifier { name, files: (0..count).map(|at| (path(at), text(at))).collect() }
}

fn kilobytes(count: usize, piece: &str) -> String {
    piece.repeat(count * 1000 / piece.len())
}

fn amplifiers() -> Vec<Amplifier> {
    let list = |of: &str, count: usize| vec![of; count].join(", ");
    let table = format!("{}\n{}\n{}", "|a".repeat(900), "|-".repeat(900), "|\n".repeat(1000));
    let person = |fields: &str| format!("---\nname: Bo\n{fields}---\n");
    vec![
        story("bare addresses", &kilobytes(300, "www.a.b ")),
        story("ampersands", &kilobytes(300, "& ")),
        story("quotes", &kilobytes(300, "\"")),
        story("plain prose", &kilobytes(300, "Nothing but words stands here. ")),
        story("references to one footnote", &(kilobytes(100, "[^1]") + "\n\n[^1]: x")),
        story(
            "footnotes",
            &(0..9000).map(|n| format!("[^{n}]\n\n[^{n}]: x\n\n")).collect::<String>(),
        ),
        story("headings", &kilobytes(10, "# a\n")),
        story("long headings", &(kilobytes(1, "word ") + "\n-\n").repeat(400)),
        story("empty cells", &table),
        story(
            "one address for many links",
            &format!("{}\n\n[a]: https://x.example/{}\n", "[a] ".repeat(9000), "y".repeat(50_000)),
        ),
        story("emphasis", &kilobytes(300, "*a* ")),
        story("line breaks", &kilobytes(300, "a\\\n")),
        story("rules", &kilobytes(300, "-\n\n***\n\n")),
        story("tasks", &kilobytes(100, "- [ ] a\n")),
        story("alerts", &kilobytes(100, "> [!NOTE]\n\n")),
        story("code spans", &kilobytes(300, "`a` ")),
        story("code in colours", &format!("```json\n[{}]\n```\n", "1,\n".repeat(15_000))),
        story("many blocks of code", &kilobytes(200, "```json\n[1]\n```\n")),
        story("one picture again and again", &kilobytes(50, "![](a.png) ")),
        story("one picture alone again and again", &kilobytes(50, "![](a.png)\n\n")),
        story("links to a page", &kilobytes(300, "[a](/rules.md) ")),
        story("link titles", &kilobytes(300, "[a](/rules.md '\"') ")),
        story(
            "references to a page far away",
            &format!("{}\n\n[a]: /{}p.md\n", "[a] ".repeat(20_000), "f".repeat(60).add_slash(10)),
        ),
        story("entities", &kilobytes(300, "&lt;")),
        story("letters of addresses", &kilobytes(300, "<http://a.b/é> ")),
        story("a picture with long words", &format!("![{}](a.png)", kilobytes(400, "word "))),
        page("tags", &kilobytes(20, "<b>a</b>")),
        page("open tags", &("<b><i><u><s>".repeat(200) + &"\n\na".repeat(2000))),
        page(
            "open tags that differ",
            &((0..900).map(|n| format!("<b title={n}>")).collect::<String>()
                + &"\n\n<p>a".repeat(900)),
        ),
        page("pictures of a page", &kilobytes(20, "<img src=a.png>")),
        field("a long title", &format!("summary: {}\n", kilobytes(300, "word "))),
        one(
            "a title of a story",
            "content/stories/one.md",
            format!("---\ntitle: {}\nauthor: anna-bech\n---\nText.\n", kilobytes(300, "word ")),
        ),
        one(
            "a title of a page",
            "content/rules.md",
            format!("---\ntitle: {}\n---\nText.\n", kilobytes(300, "word ")),
        ),
        one(
            "a title of a theme",
            "content/themes/t.md",
            format!("---\ntitle: {}\n---\nText.\n", kilobytes(300, "word ")),
        ),
        one(
            "a name",
            "content/people/anna-bech.md",
            format!("---\nname: {}\n---\nText.\n", kilobytes(300, "word ")),
        ),
        field("a quote", &format!("quote: {}\n", kilobytes(300, "word "))),
        field(
            "a photo's words",
            &format!("photos: [{{file: a.png, alt: {}}}]\n", kilobytes(300, "word ")),
        ),
        field("a place", &format!("location: {}\n", kilobytes(300, "word "))),
        field("photos", &format!("photos: [{}]\n", list("{file: a.png, alt: x}", 900))),
        field(
            "aliases",
            &format!(
                "aliases: [{}]\n",
                (0..900).map(|n| format!("o/{n}")).collect::<Vec<_>>().join(", ")
            ),
        ),
        field("helpers", &format!("helped_by: [{}]\n", list("anna-bech", 900))),
        field("people in it", &format!("people: [{}]\n", list("{id: anna-bech, named: yes}", 900))),
        field("outcomes", &format!("outcome: [{}]\n", list("{note: x}", 900))),
        field("related", &format!("related: [{}]\n", list("rules", 900))),
        field(
            "authors",
            &format!("helped_by: [{}]\n", list("anna-bech", 900))
                .replace("helped_by", "buddy: anna-bech\nkeywords"),
        ),
        one(
            "expertise",
            "content/people/bo.md",
            person(&format!("expertise: [{}]\n", list("x", 900))),
        ),
        one("skills", "content/people/bo.md", person(&format!("can: [{}]\n", list("write", 900)))),
        one(
            "languages",
            "content/people/bo.md",
            person(&format!("languages: [{}]\n", list("da", 900))),
        ),
        one(
            "authors of one story",
            "content/stories/one.md",
            format!("---\ntitle: A\nauthor: [{}]\n---\nText.\n", list("anna-bech", 900)),
        ),
        one(
            "prompts",
            "content/themes/t.md",
            format!("---\ntitle: A\nprompts: [{}]\n---\n", list("x", 900)),
        ),
        one(
            "tellings",
            "content/talks/t.md",
            format!(
                "---\ntitle: A\nspeakers: anna-bech\nhistory: [{}]\n---\n",
                list("{at: x}", 900)
            ),
        ),
        one(
            "topics",
            "content/talks/t.md",
            format!("---\ntitle: A\nspeakers: anna-bech\ntopics: [{}]\n---\n", list("x", 900)),
        ),
        one(
            "formats",
            "content/speaking/e.md",
            format!(
                "---\nname: A\nurl: https://e.example/\nstart: 2027-01-01\ncfp: {{closes: 2026-12-12, formats: [{}]}}\n---\n",
                list("{name: x}", 900)
            ),
        ),
        one(
            "the name of the site",
            "site.toml",
            format!("title = \"{}\"\n", kilobytes(300, "word ")),
        ),
        many(20, "stories of bare addresses", |_| {
            format!("{STORY}{}\n", kilobytes(50, "www.a.b "))
        }),
        many(120, "stories of ampersands", |_| format!("{STORY}{}\n", kilobytes(4, "& "))),
        many(120, "glimpses", |_| {
            format!("{}form: glimpse\n---\n{}\n", &STORY[..STORY.len() - 4], kilobytes(4, "& "))
        }),
        many(120, "glimpses of words", |_| {
            format!(
                "{}form: glimpse\n---\n{}\n",
                &STORY[..STORY.len() - 4],
                kilobytes(4, "Nothing but words. ")
            )
        }),
        many(120, "stories of words", |_| {
            format!("{STORY}{}\n", kilobytes(4, "Nothing but words. "))
        }),
        many(120, "places", |at| {
            format!("{}location: Town {at}\n---\nText.\n", &STORY[..STORY.len() - 4])
        }),
        many(120, "long summaries", |_| {
            format!("{}summary: {}\n---\nText.\n", &STORY[..STORY.len() - 4], kilobytes(1, "word "))
        }),
        many(120, "short texts with footnotes", |_| {
            format!("{STORY}{}\n\n[^1]: x\n", "[^1]".repeat(60))
        }),
    ]
}

trait AddSlash {
    fn add_slash(&self, times: usize) -> String;
}

impl AddSlash for String {
    fn add_slash(&self, times: usize) -> String {
        format!("{self}/").repeat(times)
    }
}

/// The least that there is, with what the amplifiers refer to.
fn project() -> Project {
    let mut project = Project::small();
    project.text("content/rules.md", "---\ntitle: A\n---\n");
    project.text(&format!("content/{}p.md", "f".repeat(60).add_slash(10)), "---\ntitle: A\n---\n");
    project.picture("content/stories/a.png", 2000, 1500);
    project.picture("content/a.png", 2000, 1500);
    project
}

/// Bytes of input and of the site that is made of it, and how many of those are frame: what the
/// same addresses hold with empty texts, what even the shortest text may have, and what each feed
/// has room for.
fn sizes(amplifier: &Amplifier) -> (usize, usize, usize) {
    let mut attacked = project();
    let mut empty = project();
    let mut input = 0;
    for (path, text) in &amplifier.files {
        input += text.len();
        attacked.text(path, text);
        empty.text(path, &without_text(path, text));
    }
    let frames = Pages::of(&empty.open(settings()));
    let pages = Pages::of(&attacked.open(settings()));
    let is_page = |address: &&String| !address.starts_with("assets/");
    let output = pages.all.iter().filter(|(address, _)| is_page(address));
    let output: usize = output.map(|(_, bytes)| bytes.len()).sum();
    let frame = pages.all.keys().filter(is_page).map(|address| {
        let room = if address.starts_with("feeds/") { FEED_ROOM } else { 0 };
        // What has no counterpart is a redirect.
        room + frames.all.get(address).map_or(1000, Vec::len)
    });
    let frame = frame.sum::<usize>() + FREE * amplifier.files.len();
    (input, output, frame)
}

/// What even the shortest text may have, and what stories may have more than their words in a feed.
const FREE: usize = 4_000;
const FEED_ROOM: usize = 16_000;

fn without_text(path: &str, text: &str) -> String {
    if let Some(place) = text.lines().find(|line| line.starts_with("location: Town")) {
        return format!("{}{place}\n---\n", &STORY[..STORY.len() - 4]);
    }
    match path.split('/').nth(1) {
        Some("people") => "---\nname: A\n---\n".to_owned(),
        Some("stories") => STORY.to_owned(),
        Some("talks") => "---\ntitle: A\nspeakers: anna-bech\n---\n".to_owned(),
        Some("speaking") => "---\nname: A\nurl: https://e.example/\n---\n".to_owned(),
        None => "title = \"A\"\n".to_owned(),
        _ => "---\ntitle: A\n---\n".to_owned(),
    }
}

fn shown(amplifier: &Amplifier) -> Option<String> {
    let (input, output, frame) = sizes(amplifier);
    let times = output.saturating_sub(frame) as f64 / input as f64;
    let told = format!("{input} B become {output} B, {frame} B of them frame: {times:.1} ×");
    (output > MOST * input + frame).then(|| format!("{}: {told}", amplifier.name))
}

#[test]
fn no_text_becomes_more_than_twelve_times_itself() {
    let wrong: Vec<String> = amplifiers().iter().filter_map(shown).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Pieces that become much, so that chance joins them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "www.a.b ",
        "& ",
        "\"",
        "[^1]",
        "\n\n[^1]: x\n\n",
        "\n# a\n",
        "|",
        "|-|-|-|\n",
        "\n",
        "[a] ",
        "\n\n[a]: https://x.example/yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n\n",
        "*a* ",
        "- [ ] a\n",
        "> [!NOTE]\n",
        "`a` ",
        "```json\n[1,2]\n```\n",
        "![](a.png)",
        "[a](/rules.md) ",
        "<b>",
        "</b>",
        "<img src=a.png>",
        "<table>",
        "<td>",
        "&lt;",
        "<http://a.b/é> ",
        "words ",
        "\n\n",
    ]);
    (prop::collection::vec(piece, 1..12), 1..400_usize)
        .prop_map(|(pieces, times)| pieces.concat().repeat(times))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_mixture_becomes_more_than_twelve_times_itself(text in pieces()) {
        for amplifier in [story("a story", &text), page("a page", &text)] {
            prop_assert_eq!(shown(&amplifier), None);
        }
    }
}

#[test]
fn a_feed_holds_stories_whole_unless_they_grow_in_it() {
    for (body, is_whole) in [("Nothing but words. ", true), ("& ", false)] {
        let mut project = project();
        project.text("content/stories/one.md", &format!("{STORY}{}\n", kilobytes(30, body)));
        let pages = Pages::of(&project.open(settings()));
        let atom = pages.text("feeds/stories.xml").expect("a feed");
        let json = pages.text("feeds/stories.json").expect("a feed");
        assert_eq!(atom.contains("<content"), is_whole, "{body}");
        assert_eq!(atom.contains("<summary>"), !is_whole, "{body}");
        assert_eq!(json.contains("\"content_html\""), is_whole, "{body}");
        assert_eq!(json.contains("\"content_text\""), !is_whole, "{body}");
    }
}

#[test]
fn a_thousand_towns_are_not_offered_on_every_page() {
    let towns = many(1000, "towns", |at| {
        format!("{}location: Town {at}\n---\nText.\n", &STORY[..STORY.len() - 4])
    });
    let mut project = project();
    towns.files.iter().for_each(|(path, text)| project.text(path, text));
    let snapshot = project.open(settings());
    let wall = snapshot.addresses().find(|it| it.as_str() == "stories/index.html").expect("a wall");
    let output = snapshot.render(wall).expect("its own address").expect("it renders");
    let storywall::base::Body::Bytes(html) = output.body else { panic!("a page is bytes") };
    let html = String::from_utf8_lossy(&html);
    assert!((20..=100).contains(&html.matches("by/place-").count()), "towns are offered, not all");
}
