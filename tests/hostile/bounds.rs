//! What costs a reader or the machine more than its author paid: drawings of a few lines that take
//! seconds to draw, texts that a site repeats a thousand times.

use super::project::{Pages, Project, options};
use proptest::prelude::*;

/// What a byte of input may become, in all places where the site shows it.
const MOST: usize = 12;

/// One way to write little that becomes much.
struct Amplifier {
    name: &'static str,
    files: Vec<(String, String)>,
    /// Of the interface: each text stands once in each.
    languages: usize,
}

fn one(name: &'static str, path: &str, text: String) -> Amplifier {
    Amplifier { name, files: vec![(path.to_owned(), text)], languages: 1 }
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
    Amplifier { name, files: (0..count).map(|at| (path(at), text(at))).collect(), languages: 1 }
}

impl Amplifier {
    fn with(mut self, files: impl IntoIterator<Item = (String, String)>) -> Amplifier {
        self.files.extend(files);
        self
    }

    fn in_three_languages(self) -> Amplifier {
        Amplifier { languages: 3, ..self }
    }
}

/// Texts of other kinds than stories.
fn others(
    name: &'static str,
    count: usize,
    path: impl Fn(usize) -> String,
    text: impl Fn(usize) -> String,
) -> Amplifier {
    let files = (0..count).map(|at| (format!("content/{}.md", path(at)), text(at))).collect();
    Amplifier { name, files, languages: 1 }
}

/// A story with more fields.
fn told(fields: &str, body: &str) -> String {
    format!("{}{fields}---\n{body}\n", &STORY[..STORY.len() - 4])
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
        field(
            "sentences of others",
            &format!("there_too: [{}]\n", list("{who: anna-bech, says: x}", 900)),
        ),
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

/// Many texts that stand on each other's pages.
fn crowds() -> Vec<Amplifier> {
    let signs = |count: usize| "&".repeat(count);
    let quoted = |count: usize| format!("'{}'", "&".repeat(count));
    let heavy = told(
        &format!(
            "form: glimpse\nsummary: {0}\noutcome: [{{note: {1}}}]\n",
            quoted(450),
            quoted(900)
        ),
        &signs(4000),
    );
    let page = |at: usize, fields: &str| format!("---\ntitle: '{}{at}'\n{fields}---\n", signs(190));
    let heavy_ones = || {
        let story = |at: usize| (format!("content/stories/heavy-{at}.md"), heavy.clone());
        (0..3).map(story).collect::<Vec<_>>()
    };
    let named = "related: [stories/heavy-0, stories/heavy-1, stories/heavy-2]\n";
    let crew = || {
        let person = |at: usize| {
            let text = format!(
                "---\nname: '{}'\nrole: {}\nphoto: a.png\nconsent: {{photo: yes, name: yes, given: 2026-03-01}}\n---\n",
                signs(99),
                quoted(290)
            );
            (format!("content/people/p{at}.md"), text)
        };
        (0..20).map(person).collect::<Vec<_>>()
    };
    let crew_names = (0..20).map(|at| format!("p{at}")).collect::<Vec<_>>().join(", ");
    let everything = |at: usize, body: &str| {
        told(
            &format!(
                "theme: t{at:04}\nlocation: Town {at}\ndate: {}-01-01\nform: {}\n",
                1000 + at,
                ["glimpse", "how", "dilemma"][at % 3]
            ),
            body,
        )
    };
    let theme =
        |at: usize| (format!("content/themes/t{at:04}.md"), "---\ntitle: A\n---\n".to_owned());
    vec![
        others("pages of a flat handbook", 300, |at| format!("p{at}"), |at| page(at, "")),
        others(
            "pages of a deep handbook",
            300,
            |at| format!("{}p{at}", "f/".repeat(at % 30)),
            |at| page(at, ""),
        ),
        others("pages with an owner", 200, |at| format!("p{at}"), |at| page(at, "owner: p1\n"))
            .with(crew()),
        others(
            "questions",
            200,
            |at| format!("faq/q{at}"),
            |at| {
                page(
                    at,
                    "about: fear\nrelated: [faq/q1, faq/q2, faq/q3, faq/q4, faq/q5, faq/q6, faq/q7, faq/q8]\n",
                )
            },
        ),
        others(
            "events of a series",
            200,
            |at| format!("speaking/e{at}"),
            |at| {
                format!(
                    "---\nname: '{}{at}'\nurl: https://e.example/\nseries: s\nstart: 2027-01-01\n---\n",
                    signs(190)
                )
            },
        ),
        others(
            "events where many spoke",
            100,
            |at| format!("speaking/e{at}"),
            |_| "---\nname: A\nurl: https://e.example/\n---\n".to_owned(),
        )
        .with(crew())
        .with([(
            "content/talks/t.md".to_owned(),
            format!(
                "---\ntitle: A\nspeakers: [{crew_names}]\nhistory: [{}]\n---\n",
                (0..100)
                    .map(|at| format!("{{opportunity: e{at}, state: given}}"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        )]),
        many(200, "glimpses of signs without blanks", |_| told("form: glimpse\n", &signs(800))),
        many(200, "glimpses of a few signs", |_| told("form: glimpse\n", &signs(200))),
        many(100, "stories of signs without blanks", |_| told("", &signs(3000))),
        many(100, "sentences of signs", |_| told("", &"&& && && . ".repeat(40))),
        many(60, "stories in three languages", |_| told("", &signs(3000))).in_three_languages(),
        many(60, "glimpses in three languages", |_| told("form: glimpse\n", &signs(800)))
            .in_three_languages(),
        many(60, "prose in three languages", |_| {
            told("", &kilobytes(3, "Nothing but words stands here. "))
        })
        .in_three_languages(),
        many(100, "old addresses", |at| {
            let old = (0..10).map(|n| format!("{at}/{n}")).collect::<Vec<_>>().join(", ");
            told(&format!("aliases: [{old}]\n"), "Text.")
        })
        .in_three_languages(),
        many(120, "titles of signs", |_| {
            told("", "Text.").replace("title: A", &format!("title: {}", quoted(200)))
        }),
        many(120, "summaries of signs", |_| told(&format!("summary: {}\n", quoted(490)), "Text.")),
        many(120, "quotes of signs", |_| told(&format!("quote: {}\n", quoted(490)), "Text.")),
        many(120, "outcomes of signs", |_| {
            told(&format!("outcome: [{{note: {}}}]\n", quoted(990)), "Text.")
        }),
        many(150, "towns of signs", |at| {
            told(
                &format!(
                    "location: Town {at} {}\nkeywords: [{}]\n",
                    signs(280),
                    ["x"; 20].join(", ")
                ),
                "Text.",
            )
        }),
        many(200, "neighbours of a few heavy stories", |_| told("", "Text.")).with(heavy_ones()),
        many(200, "stories that name a few heavy ones", |_| told(named, "Text."))
            .with(heavy_ones()),
        many(60, "stories of a crew", |_| {
            told("", "Text.").replace(
                "author: anna-bech",
                &format!("author: [{crew_names}]\nhelped_by: [{crew_names}]"),
            )
        })
        .with(crew()),
        many(100, "glimpses in all lists", |at| everything(at, &signs(800)))
            .with((0..100).map(theme)),
        many(100, "stories in all lists", |at| {
            everything(at, &kilobytes(2, "Nothing but words. "))
        })
        .with((0..100).map(theme)),
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
    project.picture("content/people/a.png", 2000, 1500);
    project
}

/// Bytes of input and of the site that is made of it, and how many of those are frame: what the
/// same addresses hold with empty texts, what even the shortest text may have, and what each feed
/// has room for.
fn sizes(amplifier: &Amplifier) -> (usize, usize, usize) {
    let mut attacked = project();
    let mut empty = project();
    let mut input = 0;
    if amplifier.languages == 3 {
        let site = "title = \"A\"\nlanguages = [\"en\", \"da\", \"nl\"]\n";
        attacked.text("site.toml", site);
        empty.text("site.toml", site);
    }
    for (path, text) in &amplifier.files {
        input += text.len();
        attacked.text(path, text);
        empty.text(path, &without_text(path, text));
    }
    let frames = Pages::of(&empty.open(options()));
    let pages = Pages::of(&attacked.open(options()));
    let is_page = |address: &&String| !address.starts_with("assets/");
    let output = pages.all.iter().filter(|(address, _)| is_page(address));
    let output: usize = output.map(|(_, bytes)| bytes.len()).sum();
    let frame = pages.all.keys().filter(is_page).map(|address| {
        let room = if address.starts_with("feeds/") { FEED_ROOM } else { 0 };
        // What has no counterpart, such as an old address that leads on, is no frame.
        room + frames.all.get(address).map_or(0, Vec::len)
    });
    let named: usize = amplifier.files.iter().map(|(_, text)| colleagues(text)).sum();
    let free = FREE * amplifier.files.len() + NAMED * named;
    let frame = frame.sum::<usize>() + free * amplifier.languages;
    (input, output, frame)
}

/// What even the shortest text may have, with the three cards beside it, and what stories may have
/// more than their words in a feed.
const FREE: usize = 12_000;
/// For each further colleague whom it names: a line with a face, and a card on their page.
const NAMED: usize = 5_000;

fn colleagues(text: &str) -> usize {
    let lists = ["author: [", "helped_by: [", "speakers: ["];
    let lines = text.lines().filter(|line| lists.iter().any(|list| line.starts_with(list)));
    lines.map(|line| line.split(',').count().min(20)).sum()
}
const FEED_ROOM: usize = 16_000;

fn without_text(path: &str, text: &str) -> String {
    // What makes addresses of its own stays.
    let lists = ["location: Town", "date:", "theme:", "form:", "lang:", "series:", "start:"];
    let kept: String = text
        .lines()
        .filter(|line| lists.iter().any(|field| line.starts_with(field)))
        .map(|line| line.split(" &").next().unwrap_or_default().to_owned() + "\n")
        .collect();
    match path.split('/').nth(1) {
        Some("people") => "---\nname: A\n---\n".to_owned(),
        Some("stories") => told(&kept, ""),
        Some("talks") => "---\ntitle: A\nspeakers: anna-bech\n---\n".to_owned(),
        Some("speaking") => format!("---\nname: A\nurl: https://e.example/\n{kept}---\n"),
        None => "title = \"A\"\n".to_owned(),
        _ => "---\ntitle: A\n---\n".to_owned(),
    }
}

fn shown(amplifier: &Amplifier) -> Option<String> {
    let (input, output, frame) = sizes(amplifier);
    let times = output.saturating_sub(frame) as f64 / input as f64;
    let told = format!("{input} B become {output} B, {frame} B of them frame: {times:.1} ×");
    (output > MOST * amplifier.languages * input + frame)
        .then(|| format!("{}: {told}", amplifier.name))
}

#[test]
fn no_text_becomes_more_than_twelve_times_itself() {
    let all = amplifiers().into_iter().chain(crowds());
    let wrong: Vec<String> = all.filter_map(|amplifier| shown(&amplifier)).collect();
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
        let pages = Pages::of(&project.open(options()));
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
    let snapshot = project.open(options());
    let page = |path: &str| {
        let address = snapshot.addresses().find(|it| it.as_str() == path).expect("a list");
        let output = snapshot.render(address).expect("its own address").expect("it renders");
        let storywall::base::Body::Bytes(html) = output.body else { panic!("a page is bytes") };
        String::from_utf8_lossy(&html).into_owned()
    };
    let wall = page("stories/index.html").matches("by/place-").count();
    assert!((20..=100).contains(&wall), "{wall} towns are offered on the wall");
    let town = page("stories/by/place-town-999.html");
    let towns = town.matches("href=\"../../stories/by/place-").count();
    assert!((10..=30).contains(&towns), "{towns} towns are offered on the list of one");
    assert!(town.contains("<b>Town 999</b>"), "the own one is among them");
}

#[test]
fn the_tree_of_a_long_handbook_is_open_around_the_page() {
    let mut project = project();
    for at in 0..1000 {
        project.text(&format!("content/how/p{at:03}.md"), &format!("---\ntitle: Page {at}\n---\n"));
    }
    project.text("content/how/index.md", "---\ntitle: How\n---\n");
    let pages = Pages::of(&project.open(options()));
    let page = pages.text("how/p500.html").expect("a page");
    let tree = page.split("class=\"tree\"").nth(1).expect("a tree");
    assert!(tree.matches("<li").count() <= 90, "{tree}");
    for near in ["Page 499", "Page 500", "Page 501", "All pages"] {
        assert!(tree.contains(&format!(">{near}</a>")), "{near}: {tree}");
    }
    assert!(!tree.contains(">Page 900</a>"), "{tree}");
    let folder = pages.text("how/index.html").or_else(|| pages.text("how.html")).expect("a folder");
    assert!(folder.matches(">Page 900</a>").count() == 1, "the folder's own page lists all");
}

#[test]
fn the_tree_of_long_groups_shows_what_is_around_the_page() {
    let mut project = project();
    for at in 0..1000 {
        project.text(&format!("content/p{at:03}.md"), &format!("---\ntitle: Page {at}\n---\n"));
    }
    let mut programme = String::new();
    for group in 0..30 {
        let pages: Vec<_> = (0..30).map(|at| format!("\"p{:03}.md\"", group * 30 + at)).collect();
        programme +=
            &format!("[[handbook]]\nname = \"G{group}\"\npages = [{}]\n", pages.join(", "));
    }
    project.text("content/programme.toml", &programme);
    let pages = Pages::of(&project.open(options()));
    // The last hundred are in no group.
    for (here, near, number) in [(500, [499, 501], 17), (950, [949, 951], 31)] {
        let page = pages.text(&format!("p{here}.html")).expect("a page");
        let tree = page.split("class=\"tree\"").nth(1).expect("a tree");
        let lines = tree.matches("<li").count() + tree.matches("<h3").count();
        assert!(lines <= 110, "{lines} lines: {tree}");
        for near in near {
            assert!(tree.contains(&format!(">Page {near}</a>")), "{near}: {tree}");
        }
        assert_eq!(tree.matches("aria-current").count(), 1, "{tree}");
        assert_eq!(tree.matches("<details open>").count(), 1, "{tree}");
        let is_cut = tree.contains(&format!("handbook.html#sw-group-{number}\""));
        assert_eq!(is_cut, here == 950, "{tree}");
    }
}
