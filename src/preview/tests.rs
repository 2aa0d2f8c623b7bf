//! What a writer sees, whatever is wrong.

mod desk;
mod sent;

use super::*;
use crate::base::date::parse_date;
use crate::base::{Change, Content, Flaw, SourcePath};
use crate::site::BuildAudience;
use crate::workspace::Workspace;

const SITE: &str = "title = \"Harbour\"\nlanguages = [\"en\", \"da\"]\n";
const PUMP: &str = "---\ntitle: Pump\nauthor: ana\ndate: 2026-10-01\n---\nIt was <quiet>.\n";

/// A project in memory, and how it is looked at.
struct Scene {
    snapshot: std::sync::Arc<Snapshot>,
    base: BuildOptions,
    editor: Editor,
    mount: &'static str,
    number: u64,
}

impl Scene {
    fn of(files: &[(&str, &str)]) -> Scene {
        let ana = ("content/people/ana.md", "---\nname: Ana\n---\n");
        let all = [("site.toml", SITE), ana].into_iter().chain(files.iter().copied());
        Scene::with(all.map(|(path, text)| change(path, Content::Text(text.into()))).collect())
    }

    fn with(changes: Vec<Change>) -> Scene {
        let base = BuildOptions {
            today: parse_date("2026-11-21").expect("a day"),
            drafts: false,
            audience: BuildAudience::Internal,
            base_url: None,
        };
        let snapshot = Workspace::new(base.clone()).apply(changes);
        let editor = Editor::Address("edit://{path}:{line}:{column}".to_owned());
        Scene { snapshot, base, editor, mount: "/", number: 7 }
    }

    fn look(&self, address: &str) -> Page {
        let (address, query) = address.split_once('?').unwrap_or((address, ""));
        let options = PreviewOptions::parse(query);
        let snapshot = self.snapshot.under(options.over(&self.base));
        self.seen(&snapshot, address, &options, |request| match answer(&request) {
            Answer::Page(page) => page,
            Answer::Other(_) => panic!("{address} is no page"),
        })
    }

    fn decorated(&self, address: &str) -> String {
        let options = PreviewOptions::default();
        let bytes =
            self.seen(&self.snapshot, address, &options, |request| match answer(&request) {
                Answer::Page(page) => decorated(&page, &request),
                Answer::Other(_) => panic!("{address} is no page"),
            });
        String::from_utf8(bytes).expect("pages are text")
    }

    fn seen<T>(
        &self,
        snapshot: &Snapshot,
        address: &str,
        options: &PreviewOptions,
        see: impl FnOnce(PreviewRequest<'_>) -> T,
    ) -> T {
        let address = UrlPath::new(address).expect("an address");
        let moved = UrlPath::new("stories/new.html").filter(|_| address.as_str() == "old.html");
        see(PreviewRequest {
            snapshot,
            address: &address,
            options,
            base: &self.base,
            mount: self.mount,
            number: self.number,
            editor: &self.editor,
            root: "/home/ana",
            moved: moved.as_ref(),
            thanks: None,
            built: None,
        })
    }
}

fn change(path: &str, content: Content) -> Change {
    Change { path: SourcePath::new(path).expect("a path inside"), content }
}

fn has(page: &Page, parts: &[&str]) {
    for part in parts {
        assert!(page.bar.contains(part), "“{part}” stands not in\n{}", page.bar);
    }
}

#[test]
fn a_page_is_what_build_writes_and_the_rest_is_added() {
    let scene = Scene::of(&[("content/stories/pump.md", PUMP)]);
    for address in ["stories/pump.html", "index.html", "da/404.html"] {
        let page = scene.look(address);
        let built = scene.snapshot.render(&UrlPath::new(address).expect("an address"));
        let Some(Ok(Output { body: Body::Bytes(built), hash, .. })) = built else {
            panic!("{address} is rendered")
        };
        assert_eq!((page.status, page.hash), (Status::Found, hash), "{address}");
        let text = scene.decorated(address);
        let start = text.find("\n<link rel=\"stylesheet\" href=\"/_preview/").expect("a style");
        let script = "preview.js\" data-preview></script>";
        let end = text.find(script).expect("a script") + script.len();
        let bar = text.find("<storywall-preview").expect("a bar");
        let rest = bar + text[bar..].find("</storywall-preview>\n").expect("its end");
        let rest = rest + "</storywall-preview>\n".len();
        let without = [&text[..start], &text[end..bar], &text[rest..]].concat();
        assert_eq!(without, String::from_utf8_lossy(&built), "{address}");
        assert!(end < text.find("site-").expect("the site has a script"), "ours comes first");
    }
}

#[test]
fn files_that_are_not_pages_stay_unchanged() {
    let scene = Scene::of(&[]);
    let options = PreviewOptions::default();
    for address in ["sitemap.xml", "robots.txt", "site.webmanifest"] {
        let answer = scene.seen(&scene.snapshot, address, &options, |request| answer(&request));
        assert!(matches!(answer, Answer::Other(_)), "{address}");
    }
}

#[test]
fn mistakes_of_a_page_stand_before_those_of_others() {
    let scene = Scene::of(&[
        ("content/stories/pump.md", "---\ntilte: <Pump>\nauthor: ana\n---\nIt.\n"),
        ("content/stories/pump.da.md", "---\ntitle: Pumpe\nnonsense: 1\n---\nDen.\n"),
        (
            "content/stories/gone.md",
            "---\ntitle: G\nauthor: ana\ndate: 2026-10-01\n---\n[x](y.md)\n",
        ),
    ]);
    let page = scene.look("stories/pump.html");
    let (here, elsewhere) = page.bar.split_once("Elsewhere on the site").expect("both parts");
    assert!(here.contains("<mark>tilte</mark>: &lt;Pump&gt;"), "{here}");
    assert!(here.contains("edit:///home/ana/content/stories/pump.da.md:1:1"), "{here}");
    assert!(!here.contains("y.md") && elsewhere.contains("<mark>y.md</mark>"));
}

#[test]
fn the_bar_speaks_as_the_page_does() {
    let scene = Scene::of(&[("content/stories/pump.md", PUMP)]);
    has(
        &scene.look("stories/pump.html"),
        &["lang=\"en\"", "3 words, 1 minute to read", "Version 7"],
    );
    has(&scene.look("da/stories/pump.html"), &["lang=\"da\"", "3 ord, 1 minuts læsning"]);
    has(&scene.look("da/stories/pump.html"), &["href=\"/stories/pump.html\" hreflang=\"en\""]);
}

#[test]
fn a_new_number_alone_does_not_change_the_bar_hash() {
    let mut scene = Scene::of(&[("content/stories/pump.md", PUMP)]);
    let before = scene.look("stories/pump.html");
    scene.number = 8;
    let after = scene.look("stories/pump.html");
    assert_eq!(before.bar_hash, after.bar_hash);
    assert_ne!(before.bar, after.bar);
}

#[test]
fn a_text_that_is_not_shown_says_why_and_in_which_light_it_is() {
    let story = |field: &str| PUMP.replace("date: 2026-10-01", field);
    let later = story("date: 2027-01-31");
    let draft = story("status: draft\ndate: 2026-10-01");
    let scene = Scene::of(&[
        ("content/stories/draft.md", &draft),
        ("content/stories/later.md", &later),
        ("content/stories/paused.md", &story("status: paused\ndate: 2026-10-01")),
        (
            "content/people/bo.md",
            "---\nname: Bo\nconsent: { given: 2025-01-01, withdrawn: 2026-01-01 }\n---\n",
        ),
        ("content/work.md", "---\ntitle: Work\n---\nSo.\n"),
    ]);
    for (address, parts) in [
        ("stories/draft.html", vec!["a draft", "href=\"/stories/draft.html?drafts=yes\""]),
        ("da/stories/draft.html", vec!["en kladde", "href=\"/da/stories/draft.html?drafts=yes\""]),
        ("stories/later.html", vec!["until 31 January 2027", "later.html?today=2027-01-31\""]),
        ("stories/paused.html", vec!["This is paused"]),
        ("work.html?audience=public", vec!["colleagues only", "work.html?audience=internal\""]),
        ("stories/draft.html?audience=public", vec!["?audience=public&amp;drafts=yes\""]),
    ] {
        let page = scene.look(address);
        assert_eq!(page.status, Status::Missing, "{address}");
        has(&page, &parts);
    }
    for address in ["stories/draft.html?drafts=yes", "stories/later.html?today=2027-01-31"] {
        assert_eq!(scene.look(address).status, Status::Found, "{address}");
    }
}

#[test]
fn changed_options_are_shown_in_the_bar() {
    let scene = Scene::of(&[("content/stories/pump.md", PUMP)]);
    let same = scene.look("index.html?today=2026-11-21&audience=internal&drafts=no");
    assert!(!same.bar.contains("You see the site"), "{}", same.bar);
    let other = scene.look("index.html?today=2026-12-24&audience=public&drafts=yes");
    let how = "You see the site as of 24 December 2026, as everybody sees it, with drafts.";
    has(&other, &[how, "value=\"2026-12-24\"", "<option value=\"public\" selected>"]);
    let wrong = scene.look("index.html?today=<b>");
    has(&wrong, &["“&lt;b&gt;” is not a date"]);
}

#[test]
fn a_missing_page_offers_links() {
    let scene = Scene::of(&[
        ("content/stories/pump.md", PUMP),
        ("content/lost.da.md", "---\ntitle: T\n---\n"),
    ]);
    has(&scene.look("old.html"), &["has another address now", "href=\"/stories/new.html\""]);
    has(
        &scene.look("stories/pmup.html"),
        &["no page at this address", "href=\"/stories/pump.html\""],
    );
    has(&scene.look("pump.html"), &["href=\"/stories/pump.html\""]);
    has(&scene.look("da/lost.html"), &["ikke den tekst, den oversætter", "lost.da.md"]);
    let hostile = scene.look("\"><script>alert(1)</script>/&.html");
    assert!(!hostile.bar.contains("<script"), "{}", hostile.bar);
}

#[test]
fn a_file_that_cannot_be_read_is_told_where_its_page_would_be() {
    let text = || Content::Text(SITE.into());
    let flaw = Flaw::NotUtf8 { text: "---\ntitle: P\u{fffd}\n---\n".into(), at: 11 };
    let scene = Scene::with(vec![
        change("site.toml", text()),
        change("content/faq/pump.da.md", Content::Flawed(flaw)),
    ]);
    for address in ["faq/pump.html", "da/faq/pump.html"] {
        let page = scene.look(address);
        assert_eq!(page.status, Status::Missing);
        let here = page.bar.split("findings").nth(1).expect("there are findings");
        assert!(here.contains("not-utf8"), "{here}");
    }
    has(&scene.look("faq/pump.html"), &["it cannot be read"]);
}

#[test]
fn a_template_that_fails_is_told_in_place_of_its_pages() {
    for broken in ["{{ nonsense.x }}", "{% if %}"] {
        let scene = Scene::of(&[
            ("content/stories/pump.md", PUMP),
            ("themes/default/templates/story.html", broken),
        ]);
        let page = scene.look("da/stories/pump.html");
        assert_eq!(page.status, Status::Broken);
        let html = String::from_utf8_lossy(&page.bytes);
        assert!(html.contains("<html lang=\"da\">") && html.contains("<h1>Siden kan ikke laves"));
        assert!(html.contains("themes/default/templates/story.html:1:"), "{html}");
        has(&page, &["broken-template", "på denne side"]);
    }
}

#[test]
fn a_folder_that_is_no_site_says_what_to_do() {
    for changes in [vec![], vec![change("content/stories/pump.md", Content::Text(PUMP.into()))]] {
        let scene = Scene::with(changes);
        for address in ["index.html", "stories/pump.html", "nowhere.html"] {
            let page = scene.look(address);
            assert_eq!(page.status, Status::Broken, "{address}");
            let html = String::from_utf8_lossy(&page.bytes);
            assert!(html.contains("no-site") && html.contains("storywall init"), "{html}");
        }
    }
    assert_eq!(Scene::of(&[]).look("index.html").status, Status::Found, "no text is a site");
}

#[test]
fn a_text_with_mistakes_keeps_its_page() {
    let scene = Scene::of(&[("content/work.md", "---\ntitle: [Work\n---\nSo it is.\n")]);
    let page = scene.look("work.html");
    assert_eq!(page.status, Status::Found);
    has(&page, &["on this page", "edit:///home/ana/content/work.md"]);
}

#[test]
fn a_site_whose_settings_cannot_be_read_is_shown_as_far_as_it_goes() {
    let scene = Scene::of(&[("content/stories/pump.md", PUMP)]);
    let mut changes = vec![change("site.toml", Content::Text("title = [\n".into()))];
    changes.push(change("content/stories/pump.md", Content::Text(PUMP.into())));
    let broken = Scene { snapshot: Scene::with(changes).snapshot, ..scene };
    let page = broken.look("stories/pump.html");
    assert_eq!(page.status, Status::Found);
    has(&page, &["broken-toml", "edit:///home/ana/site.toml:1:"]);
}

#[test]
fn an_old_address_leads_on() {
    let scene = Scene::of(&[("content/work.md", "---\ntitle: Work\naliases: [job]\n---\nSo.\n")]);
    let to = UrlPath::new("da/work.html").expect("an address");
    assert_eq!(scene.look("da/job.html").status, Status::Moved(to));
}

#[test]
fn many_mistakes_are_folded_and_more_are_counted() {
    let files: Vec<(String, String)> = (0..300)
        .map(|n| (format!("content/p{n:03}.md"), "---\ntitle: T\nsummry: 1\n---\nSo.\n".to_owned()))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    let scene = Scene::of(&files);
    let page = scene.look("index.html");
    assert_eq!(page.bar.matches("<li class=\"error").count(), 250);
    let all = scene.snapshot.diagnostics().len();
    let (folded, beyond) = (format!("{} more<", all - 50), format!("And {} more:", all - 250));
    has(&page, &[&folded, &beyond]);
}

#[test]
fn a_place_is_opened_as_the_editor_can() {
    let mut scene = Scene::of(&[("content/stories/pump.md", PUMP)]);
    scene.mount = "/handbook/";
    scene.editor = Editor::Program;
    let opens = "<form class=\"place\" method=\"post\" action=\"/handbook/_open\">\
                 <input type=\"hidden\" name=\"file\" value=\"content/stories/pump.md\">";
    has(&scene.look("stories/pump.html"), &[opens, "<button>content/stories/pump.md</button>"]);
    scene.editor = Editor::None;
    let page = scene.look("stories/pump.html");
    has(&page, &["<span class=\"place\">content/stories/pump.md</span>"]);
    assert!(!page.bar.contains("_open"));
    assert!(scene.decorated("index.html").contains("src=\"/handbook/_preview/preview.js\""));
}

#[test]
fn every_file_that_is_named_is_there() {
    let files = ["preview.js", "live.js", "page.js", "point.js", "idiomorph.js"];
    for name in files {
        let (media_type, bytes) = asset(name).expect(name);
        assert!(media_type.starts_with("text/javascript") && !bytes.is_empty());
        let text = String::from_utf8_lossy(bytes);
        for part in text.split("from './").skip(1) {
            assert!(asset(part.split('\'').next().expect("a name")).is_some(), "{part}");
        }
    }
    for name in ["preview.css", "page.css", "paper.css"] {
        assert!(asset(name).expect(name).0.starts_with("text/css"));
    }
    assert!(asset("").is_none() && asset("../preview.js").is_none());
}
