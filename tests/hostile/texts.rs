//! What an attacker or a clumsy author may write: nothing panics, everything is told at its place,
//! and nothing gets where it does not belong.

use std::sync::Arc;

use storywall::base::{
    Body, Change, Content, Date, Diagnostic, Flaw, Hash, Picture, PictureFormat, SourcePath, Tells,
};
use storywall::site::{BuildAudience, BuildOptions};
use storywall::workspace::{Snapshot, Workspace};

const SITE: &str =
    "title = \"Base\"\nlanguages = [\"en\", \"da\"]\nbase_url = \"https://x.example/\"\n";
const ANA: &str = "---\nname: Ana\nconsent: {photo: yes, name: yes, scope: public}\n---\nHi\n";

fn site(audience: BuildAudience, files: &[(&str, &str)]) -> Arc<Snapshot> {
    let mut all = vec![
        ("site.toml", SITE),
        ("content/people/ana.md", ANA),
        ("content/index.md", "---\ntitle: Home\n---\nHello\n"),
    ];
    all.retain(|(path, _)| files.iter().all(|(other, _)| other != path));
    all.extend(files);
    let today: Date = "2026-11-21".parse().expect("a day");
    let options = BuildOptions { today, drafts: false, audience, base_url: None };
    Workspace::new(options).apply(all.iter().map(|(path, text)| change(path, text)).collect())
}

fn internal(files: &[(&str, &str)]) -> Arc<Snapshot> {
    site(BuildAudience::Internal, files)
}

fn change(path: &str, text: &str) -> Change {
    let hash = Hash::of(path.as_bytes());
    let content = match path.rsplit('.').next() {
        Some("png") => {
            let format = PictureFormat::Png;
            Content::Picture(Picture {
                format,
                width: 40,
                height: 30,
                hash,
                moves: false,
                is_deep: false,
            })
        }
        Some("md" | "toml") if text == "unreadable" => {
            Content::Flawed(Flaw::Unreadable("Permission denied".to_owned()))
        }
        Some("md" | "toml") => Content::Text(text.into()),
        _ => Content::File { hash, tells: Tells::default() },
    };
    Change { path: SourcePath::new(path).expect("a path inside"), content }
}

fn codes(snapshot: &Snapshot) -> Vec<&'static str> {
    snapshot.diagnostics().iter().map(|diagnostic| diagnostic.code.name()).collect()
}

fn told<'a>(snapshot: &'a Snapshot, code: &str) -> Vec<&'a Diagnostic> {
    snapshot.diagnostics().iter().filter(|diagnostic| diagnostic.code.name() == code).collect()
}

/// Every address with its bytes, whatever is wrong with the site.
fn pages(snapshot: &Snapshot) -> Vec<(String, String)> {
    let page = |address: &storywall::base::UrlPath| {
        let output = snapshot.render(address).expect("its own address").expect("it renders");
        let text = match output.body {
            Body::Bytes(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            _ => String::new(),
        };
        (address.as_str().to_owned(), text)
    };
    snapshot.addresses().map(page).collect()
}

fn story(fields: &str, body: &str) -> String {
    format!("---\ntitle: One\nauthor: ana\ndate: 2026-05-05\n{fields}---\n{body}\n")
}

#[test]
fn every_mistake_is_reported_at_its_position_with_a_remedy() {
    let cases = [
        ("author:\n", "empty-field"),
        ("author: \"\"\n", "empty-field"),
        ("summary: \"a\\u202Eb\"\n", "control-character"),
        ("quote: a\u{2066}b\n", "control-character"),
        ("featured: {month: 2026-13}\n", "bad-date"),
        ("featured: {month: soon}\n", "bad-date"),
        ("share: {links: [\"https://bank.example@evil.example/\"]}\n", "bad-address"),
        ("share: {links: [\"https://x.example/'><b>\"]}\n", "bad-address"),
        ("aliases: [.git/config]\n", "bad-alias"),
        ("aliases: [\"\"]\n", "bad-alias"),
        ("aliases: [index]\n", "alias-taken"),
        ("aliases: [404]\n", "alias-taken"),
    ];
    for (fields, code) in cases {
        let text = story(fields, "x");
        let text = match fields.starts_with("author") {
            true => text.replacen("author: ana\n", "", 1),
            false => text,
        };
        let snapshot = internal(&[("content/stories/one.md", &text)]);
        let found = told(&snapshot, code);
        assert_eq!(found.len(), 1, "{fields}: {:?}", codes(&snapshot));
        let range = found[0].span.range.clone().expect("a place in the file");
        assert!(range.start > 4, "{fields} points at the top");
        assert!(!found[0].notes.is_empty(), "{fields} has no remedy");
        assert!(snapshot.has_errors(), "{fields}");
    }
}

#[test]
fn a_mail_address_has_one_recipient() {
    for mail in ["a@b?cc=c@d", "a@b,c@d", "javascript:alert(1)"] {
        let text = format!("---\nname: Ana\ncontact: {{mail: \"{mail}\"}}\n---\n");
        let snapshot = internal(&[("content/people/ana.md", &text)]);
        assert!(codes(&snapshot).contains(&"bad-address"), "{mail}");
        let is_linked =
            |html: &str| html.contains("href=\"mailto:") || html.contains("href=mailto:");
        assert!(pages(&snapshot).iter().all(|(_, html)| !is_linked(html)), "{mail}");
    }
}

#[test]
fn no_text_takes_the_address_of_another() {
    let one = story("", "x");
    let page = "---\ntitle: X\n---\nx\n";
    for (path, address) in [
        ("content/404.md", "404.html"),
        ("content/handbook.md", "handbook.html"),
        ("content/da/index.md", "da/index.html"),
        ("content/da/stories/one.md", "da/stories/one.html"),
        ("content/Stories/One.md", "stories/one.html"),
    ] {
        let files = [("content/stories/one.md", one.as_str()), (path, page)];
        let snapshot = internal(&files);
        let found = told(&snapshot, "same-address");
        assert_eq!(found.len(), 1, "{path}: {:?}", codes(&snapshot));
        assert!(found[0].message.contains(address), "{path}: {}", found[0].message);
    }
}

#[test]
fn what_is_typed_stays_text_on_every_page_and_in_every_feed() {
    let payloads = [
        "<script>fetch(1)</script>",
        "\"><img src=x onerror=fetch(2)>",
        "'><svg onload=fetch(3)>",
        "</title><script>fetch(4)</script>",
        "]]><b>5</b>",
        "\" onmouseover=\"fetch(6)",
        "<a href=\"javascript:fetch(7)\">x</a>",
        "<style>@import '//evil.example'</style>",
        "</main></body><plaintext>",
    ];
    for payload in payloads {
        let typed = format!("'{}'", payload.replace('\'', "''"));
        let fields = format!(
            "summary: {typed}\nquote: {typed}\nfor_whom: {typed}\nlocation: {typed}\n\
             theme: evil\nshare: {{text: {typed}}}\nphotos: [{{file: a.png, alt: {typed}, caption: {typed}}}]\n\
             outcome: [{{on: 2026-06-06, note: {typed}}}]\nfeatured: {{month: 2026-05, why: {typed}}}\n"
        );
        let story = story(&fields, payload).replacen("One", &typed, 1);
        let person = format!(
            "---\nname: {typed}\nrole: {typed}\nexpertise: [{typed}]\ncontact: {{phone: {typed}}}\n\
             consent: {{name: yes, photo: yes}}\n---\n{payload}\n"
        );
        let theme = format!("---\ntitle: {typed}\nsummary: {typed}\nprompts: [{typed}]\n---\nx\n");
        let talk = format!(
            "---\ntitle: {typed}\nspeakers: ana\nsummary: {typed}\ntopics: [{typed}]\nhistory: [{{at: {typed}}}]\n---\n{payload}\n"
        );
        let event = format!(
            "---\nname: {typed}\nurl: https://e.example/\nstart: 2027-03-03\naudience: {typed}\n\
             place: {{city: {typed}}}\ncfp: {{closes: 2027-01-01, formats: [{{name: {typed}}}]}}\n---\nx\n"
        );
        let snapshot = internal(&[
            ("content/stories/one.md", &story),
            ("content/stories/a.png", ""),
            ("content/people/ana.md", &person),
            ("content/themes/evil.md", &theme),
            ("content/talks/t.md", &talk),
            ("content/speaking/e.md", &event),
        ]);
        for (address, text) in pages(&snapshot) {
            if address.starts_with("assets/") {
                continue;
            }
            if address.ends_with("json") || address.ends_with("webmanifest") {
                assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{address}");
                continue;
            }
            assert!(!text.contains(payload), "{payload} stands raw in {address}");
        }
    }
}

#[test]
fn a_picture_that_may_not_be_seen_is_seen_nowhere() {
    let hidden = "---\nname: Bo\nphoto: bo.png\nconsent: {name: yes, photo: no}\n---\nx\n";
    let told_by = story("audience: public\n", "![Bo](../people/bo.png) [look](../people/bo.png)");
    let files = [
        ("content/people/bo.md", hidden),
        ("content/people/bo.png", ""),
        ("content/stories/one.md", told_by.as_str()),
    ];
    for audience in [BuildAudience::Internal, BuildAudience::Public] {
        let snapshot = site(audience, &files);
        for (address, text) in pages(&snapshot) {
            assert!(!address.contains("/bo-") && !text.contains("/bo-"), "{address}");
        }
    }
    assert_eq!(told(&internal(&files), "photo-taken-down").len(), 2);
    let unasked = hidden.replace(", photo: no", "");
    let files = [("content/people/bo.md", unasked.as_str()), files[1], files[2]];
    assert_eq!(told(&internal(&files), "face-without-consent").len(), 2);
}

#[test]
fn a_build_for_everybody_does_not_ask_about_photos_of_inner_stories() {
    let inner = "---\nname: Bo\nconsent: {name: yes, photo: yes, scope: internal}\n---\nx\n";
    let photo = story("photos: [{file: a.png, alt: x, shows: [bo]}]\n", "x");
    let files = [
        ("content/people/bo.md", inner),
        ("content/stories/a.png", ""),
        ("content/stories/one.md", photo.as_str()),
    ];
    assert!(!site(BuildAudience::Public, &files).has_errors());
    assert!(!internal(&files).has_errors());
}

#[test]
fn goals_of_the_programme_are_not_public() {
    let programme = "[[goals]]\nid = \"g\"\nname = \"CANARY\"\nwhy = \"CANARY\"\n";
    let served = story("goal: g\naudience: public\n", "x");
    let files = [("content/programme.toml", programme), ("content/stories/one.md", &served)];
    let public = site(BuildAudience::Public, &files);
    assert!(pages(&public).iter().all(|(_, text)| !text.contains("CANARY")));
    assert!(pages(&public).iter().any(|(address, _)| address == "stories/one.html"));
}

#[test]
fn who_lies_in_a_folder_of_people_has_the_same_rights() {
    let gone = "---\nname: Bo\nstatus: withdrawn\n---\nx\n";
    for (author, shown) in [("bo", true), ("sub/bo", false)] {
        let told_by = story("", "x").replacen("ana", author, 1);
        let files = [("content/people/sub/bo.md", gone), ("content/stories/one.md", &told_by)];
        let snapshot = internal(&files);
        let found = pages(&snapshot).iter().any(|(address, _)| address == "stories/one.html");
        assert_eq!(found, shown, "{author}");
        assert_eq!(snapshot.has_errors(), shown, "{author}: no such person is an error");
    }
}

#[test]
fn what_a_browser_would_run_is_neither_linked_nor_published() {
    let text = story("photos: [{file: a.html, alt: x}]\n", "[a](a.html) [b](b.js) [c](c.pdf)");
    let snapshot = internal(&[
        ("content/stories/one.md", &text),
        ("content/stories/a.html", ""),
        ("content/stories/b.js", ""),
        ("content/stories/c.pdf", ""),
    ]);
    assert_eq!(told(&snapshot, "forbidden-link").len(), 2);
    let media: Vec<String> = snapshot.addresses().map(ToString::to_string).collect();
    let media: Vec<&String> = media.iter().filter(|at| at.starts_with("media/")).collect();
    assert_eq!(media.len(), 1, "{media:?}");
    assert!(media[0].ends_with(".pdf"));
}

#[test]
fn too_deep_folders_are_reported_before_a_template_fails() {
    for (folders, code) in
        [(11, None), (12, Some("too-many-folders")), (900, Some("too-many-folders"))]
    {
        let path = format!("content/{}x.md", "a/".repeat(folders));
        let snapshot = internal(&[(&path, "---\ntitle: X\n---\nx\n")]);
        let found = told(&snapshot, "too-many-folders").first().map(|told| told.code.name());
        assert_eq!(found, code, "{folders}");
        assert!(code.is_some() || pages(&snapshot).len() > 1);
    }
}

#[test]
fn a_million_mistakes_give_a_short_report() {
    let many = |item: &str| vec![item; 100_000].join(",");
    let unknown: String = (0..60_000).map(|at| format!("k{at}: 1\n")).collect();
    for fields in [
        format!("helped_by: [{}]\n", many("nobody")),
        format!("aliases: [{}]\n", many("x")),
        unknown,
    ] {
        let text = story(&fields, &"[x](nix.md) ".repeat(20_000));
        let snapshot = internal(&[("content/stories/one.md", &text)]);
        assert!(snapshot.has_errors());
        assert!(snapshot.diagnostics().len() < 400, "{}", snapshot.diagnostics().len());
        assert!(codes(&snapshot).contains(&"more-problems"));
    }
}

#[test]
fn an_empty_folder_takes_nothing_away_and_a_locked_file_is_no_missing_one() {
    let nothing = Workspace::new(BuildOptions {
        today: "2026-11-21".parse().expect("a day"),
        drafts: false,
        audience: BuildAudience::Internal,
        base_url: None,
    })
    .apply(vec![change("site.toml", SITE)]);
    assert!(nothing.has_errors() && codes(&nothing).contains(&"content-empty"));
    let locked = internal(&[("site.toml", "unreadable")]);
    assert!(codes(&locked).contains(&"unreadable") && !codes(&locked).contains(&"no-site"));
}

#[test]
fn who_renames_a_folder_waits_for_no_suggestions() {
    let texts: Vec<(String, String)> = (0..400)
        .map(|at| (format!("content/stories/n{at:03}.md"), story("", "[x](../people/anna.md)")))
        .collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
    let snapshot = internal(&files);
    let found = told(&snapshot, "broken-link");
    let suggested = |told: &&&Diagnostic| format!("{:?}", told.notes).contains("ana.md");
    assert_eq!(found.len(), 400);
    assert_eq!(found.iter().filter(suggested).count(), 300);
}
