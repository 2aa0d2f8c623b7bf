//! That nothing is missing in what an address says it is made of.

use super::*;
use crate::base::date::parse_date;
use crate::base::{Change, Content, Picture, PictureFormat, Tells};
use crate::site::{BuildAudience, BuildOptions};
use crate::workspace::Workspace;

/// A small site with something of every kind, in two languages.
const FILES: &[(&str, &str)] = &[
    (
        "site.toml",
        "title = \"A\"\nbase_url = \"https://a.example/wall/\"\nlanguages = [\"en\", \"da\"]\n",
    ),
    (
        "content/programme.toml",
        "[purpose]\nsentence = \"People.\"\n[may]\npage = \"guidelines/photos.md\"\n\
         contact = \"ana\"\n[tell]\npage = \"tell.md\"\n",
    ),
    ("content/index.md", "---\ntitle: Home\n---\nSee [pay](faq/pay.md).\n"),
    ("content/tell.md", "---\ntitle: Tell\n---\nWrite.\n"),
    ("content/tell.da.md", "---\ntitle: Fortæl\n---\nSkriv.\n"),
    ("content/ways/paper.md", "---\ntitle: Paper\n---\n[The paper](paper.pdf).\n"),
    ("content/guidelines/photos.md", "---\ntitle: Photos\nowner: ana\n---\nAsk.\n"),
    ("content/faq/pay.md", "---\ntitle: Pay?\nabout: fear\nanswered_by: ana\n---\nYes.\n"),
    ("content/faq/late.md", "---\ntitle: Late?\nabout: fear\nrelated: [faq/pay]\n---\nNo.\n"),
    ("content/people/ana.md", "---\nname: Ana\nphoto: ana.jpg\nconsent: {photo: yes}\n---\n"),
    ("content/people/bo.md", "---\nname: Bo\n---\n"),
    ("content/people/dora.md", "---\nname: Dora\nstatus: withdrawn\n---\n"),
    ("content/themes/night.md", "---\ntitle: Night\nimage: night.png\nimage_alt: Dark\n---\nUp.\n"),
    ("content/themes/day.md", "---\ntitle: Day\n---\nUp.\n"),
    (
        "content/stories/pump.md",
        "---\ntitle: Pump\nauthor: ana\nlang: en\ntheme: night\ndate: 2026-05-01\n\
         outcome: {note: A job, on: 2026-06-01}\nphotos: [{file: pump.jpg, alt: A pump}]\n---\nIt stood.\n",
    ),
    (
        "content/stories/bolt.md",
        "---\ntitle: Bolt\nauthor: bo\nlang: da\ntheme: day\ndate: 2026-04-01\nrelated: [stories/nut]\n\
         ---\nDen sad. ![A bolt](bolt.png)\n",
    ),
    (
        "content/stories/nut.md",
        "---\ntitle: Nut\nauthor: bo\nlang: en\naliases: [nut.html]\n---\nIt turned.\n",
    ),
    (
        "content/speaking/days.md",
        "---\nname: Days\nurl: https://days.example/\nstart: 2027-04-16\nseries: days\n---\n",
    ),
    (
        "content/talks/salt.md",
        "---\ntitle: Salt\nspeakers: ana\nhistory: [{opportunity: days}]\nstory: stories/pump\n---\nFog.\n",
    ),
    (
        "content/digests/one.md",
        "---\ntitle: One\nsince: 2026-01-01\ndate: 2026-12-01\nby: ana\nfirst: stories/bolt\n---\nRead.\n",
    ),
    ("content/training/speak.md", "---\ntitle: Speak\nby: bo\n---\nLoud.\n"),
];

fn snapshot() -> Arc<Snapshot> {
    let mut workspace = Workspace::new(BuildOptions {
        today: parse_date("2026-12-31").expect("a day"),
        drafts: false,
        audience: BuildAudience::Internal,
        base_url: None,
    });
    let path = |path: &str| SourcePath::new(path).expect("a path inside");
    let mut changes: Vec<Change> = FILES
        .iter()
        .map(|(name, text)| Change { path: path(name), content: Content::Text((*text).into()) })
        .collect();
    for name in ["people/ana.jpg", "themes/night.png", "stories/pump.jpg", "stories/bolt.png"] {
        let format = match name.ends_with("jpg") {
            true => PictureFormat::Jpeg,
            false => PictureFormat::Png,
        };
        let hash = Hash::of(name.as_bytes());
        let picture =
            Picture { format, width: 800, height: 600, hash, moves: false, is_deep: false };
        let content = Content::Picture(picture);
        changes.push(Change { path: path(&format!("content/{name}")), content });
    }
    let content = Content::File { hash: Hash::of(b"paper"), tells: Tells::default() };
    changes.push(Change { path: path("content/ways/paper.pdf"), content });
    workspace.apply(changes)
}

fn origins(snapshot: &Snapshot, address: &str) -> Origins {
    let address = UrlPath::new(address).expect("an address");
    let origins = snapshot.origins(&address).unwrap_or_else(|| panic!("there is no {address}"));
    origins.expect("it is rendered")
}

#[test]
fn everything_that_a_page_shows_is_among_its_origins() {
    let snapshot = snapshot();
    let cases = [
        ("a value of a filter", "stories/by/language-en.html", "content/themes/day.md"),
        ("a card", "stories/index.html", "content/stories/nut.md"),
        ("the author of a card", "stories/index.html", "content/people/bo.md"),
        ("the link to tell something", "faq/pay.html", "content/tell.md"),
        ("its title in Danish", "da/faq/pay.html", "content/tell.da.md"),
        ("whom to ask, at the foot", "404.html", "content/people/ana.md"),
        ("the tree of the handbook", "ways/paper.html", "content/guidelines/photos.md"),
        ("a story of a feed", "feeds/stories.xml", "content/stories/bolt.md"),
        ("the theme that a feed is about", "feeds/theme-day.json", "content/themes/day.md"),
        ("a related story", "stories/bolt.html", "content/stories/nut.md"),
        ("the story before", "stories/nut.html", "content/stories/bolt.md"),
        ("a link in the text", "index.html", "content/faq/pay.md"),
        ("what leads on", "nut.html", "content/stories/nut.md"),
        ("an event of a talk", "talks/salt.html", "content/speaking/days.md"),
        ("a page of the sitemap", "sitemap.xml", "content/training/speak.md"),
    ];
    for (what, address, path) in cases {
        let told = origins(&snapshot, address).mentioned;
        assert!(told.iter().any(|told| told.as_str() == path), "{what}, {address}: {told:?}");
    }
    let files = [
        ("the photo of a card", "people/ana.html", "content/stories/pump.jpg"),
        ("a portrait", "stories/pump.html", "content/people/ana.jpg"),
        ("a picture in a text", "stories/bolt.html", "content/stories/bolt.png"),
        ("a theme's picture", "themes/night.html", "content/themes/night.png"),
        ("the newest picture of a theme", "themes/index.html", "content/stories/pump.jpg"),
        ("a photo in a feed", "feeds/stories.json", "content/stories/pump.jpg"),
        ("a paper to download", "ways/paper.html", "content/ways/paper.pdf"),
    ];
    for (what, address, path) in files {
        let told = origins(&snapshot, address).pictures;
        assert!(told.iter().any(|told| told.as_str() == path), "{what}, {address}: {told:?}");
    }
    let templates = [
        ("stories/by/language-en.html", "part-filters.html", true),
        ("stories/index.html", "part-card.html", true),
        ("faq/pay.html", "part-masthead.html", true),
        ("faq/pay.html", "part-filters.html", false),
        ("nut.html", "part-masthead.html", false),
    ];
    for (address, name, is_used) in templates {
        let told = origins(&snapshot, address).templates;
        assert_eq!(
            told.iter().any(|told| told.as_str().ends_with(name)),
            is_used,
            "{address}: {name}"
        );
    }
    let styles = [("faq/pay.html", true), ("stories/successes.html", false), ("nut.html", false)];
    for (address, is_long) in styles {
        let told = origins(&snapshot, address).styles;
        let has = |part: &str| told.iter().any(|told| told.as_str().contains(part));
        assert!(has("/styles/20-base.css"), "{address}: {told:?}");
        assert_eq!(has("/styles/text/"), is_long, "{address}: {told:?}");
    }
}

#[test]
fn what_a_page_does_not_show_is_not_among_its_origins() {
    let snapshot = snapshot();
    let told = origins(&snapshot, "nut.html").mentioned;
    assert_eq!(told.iter().map(SourcePath::as_str).collect::<Vec<_>>(), ["content/stories/nut.md"]);
    let told = origins(&snapshot, "faq/pay.html").mentioned;
    assert!(!told.iter().any(|path| path.as_str().ends_with(".da.md")), "{told:?}");
    // The page of “May I?” is on the home page alone.
    let told = origins(&snapshot, "faq/pay.html").mentioned;
    assert!(!told.iter().any(|path| path.as_str().ends_with("photos.md")), "{told:?}");
    let told = origins(&snapshot, "da/index.html").mentioned;
    assert!(told.iter().any(|path| path.as_str().ends_with("photos.md")), "{told:?}");
    assert_eq!(origins(&snapshot, "robots.txt").mentioned, []);
}

/// All that a page leads to or shows is found in its bytes too: none of it may be untold.
#[test]
fn every_address_in_the_bytes_is_among_the_origins() {
    let snapshot = snapshot();
    let mut found_in_all = 0;
    for address in snapshot.addresses() {
        let Some(Ok(output)) = snapshot.render(address) else { panic!("{address}") };
        let Body::Bytes(bytes) = output.body else { continue };
        let text = String::from_utf8_lossy(&bytes);
        let told = origins(&snapshot, address.as_str());
        let told = [told.own, told.mentioned, told.pictures, told.styles].concat();
        let base = snapshot.site().base_url().expect("the site has one");
        for found in addresses_in(&text) {
            let to = match found.strip_prefix(&base) {
                Some(inside) => UrlPath::new(inside),
                None => joined(address, found),
            };
            let paths = match to.and_then(|to| snapshot.route(&to)).map(|route| &route.view) {
                Some(View::Photo(path, _) | View::Media(path)) => vec![path.clone()],
                Some(View::Asset(name)) => snapshot.styles_of(name),
                Some(view) => {
                    let entry = view.entry(snapshot.site());
                    entry.map(|entry| entry.original.path.clone()).into_iter().collect()
                }
                None => vec![],
            };
            found_in_all += paths.len();
            let is_text = !address.as_str().starts_with("assets/");
            for path in paths.iter().filter(|_| is_text) {
                assert!(told.contains(path), "{address} leads to {path}, and does not tell it");
            }
        }
    }
    assert!(found_in_all > 500, "{found_in_all}");
}

/// All that stands in quotes of an attribute or of JSON and may be an address.
fn addresses_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(['"', ' ', ',', '\n']).map(|part| part.split('#').next().unwrap_or_default()).filter(
        |part| {
            part.len() > 3 && part.len() < 512 && part.contains('.') && !part.contains(['<', '>'])
        },
    )
}

/// Where a relative link of `from` leads.
fn joined(from: &UrlPath, link: &str) -> Option<UrlPath> {
    let mut parts: Vec<&str> = from.as_str().split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    UrlPath::new(&parts.join("/"))
}
