//! Which edits reuse the site of the last snapshot, and that the result is the same either way.

use super::*;
use crate::base::date::parse_date;
use crate::base::{Body, Code, Hash, Picture, PictureFormat, UrlPath};
use crate::site::BuildAudience;

const FRONT: &str = "---\ntitle: Pump four\nauthor: ana\n---\n";

fn text(path: &str, text: &str) -> Change {
    let path = SourcePath::new(path).expect("a path inside");
    Change { path, content: Content::Text(text.into()) }
}

fn workspace() -> Workspace {
    let mut workspace = Workspace::new(BuildOptions {
        today: parse_date("2026-12-31").expect("a day"),
        drafts: false,
        audience: BuildAudience::Internal,
        base_url: None,
    });
    workspace.apply(vec![
        text("site.toml", "title = \"A\"\nbase_url = \"https://a.example/\"\n"),
        text("content/people/ana.md", "---\nname: Ana\n---\n"),
        text("content/stories/pump.md", &format!("{FRONT}It was quiet.\n")),
    ]);
    workspace
}

/// Whether an edit of the story leaves what was found in the whole site as it was.
fn leaves_the_site(edited: &str) -> bool {
    let mut workspace = workspace();
    let before = workspace.apply(vec![]);
    let after = workspace.apply(vec![text("content/stories/pump.md", edited)]);
    Arc::ptr_eq(&before.found, &after.found)
}

#[test]
fn an_edit_of_prose_keeps_the_site() {
    assert!(leaves_the_site(&format!("{FRONT}It was *very* quiet.\n\nToo quiet.\n")));
}

#[test]
fn an_edit_of_prose_fields_keeps_the_site() {
    for line in
        ["title: Pump five", "title: Pump four # a remark", "title: Pump four\nquote: Listen."]
    {
        let front = format!("---\n{line}\nauthor: ana\n---\n");
        assert!(leaves_the_site(&format!("{front}It was quiet.\n")), "{line}");
    }
}

#[test]
fn an_edit_of_a_fact_makes_a_new_site() {
    for body in ["## Later\n", "[Ana](../people/ana.md)\n", "![Pump](pump.jpg)\n"] {
        assert!(!leaves_the_site(&format!("{FRONT}It was quiet.\n\n{body}")), "{body}");
    }
    let noticed = ["date: 2026-01-01", "theme: night", "outcome: {note: A}"];
    let with_title = noticed.map(|line| format!("title: Pump four\n{line}"));
    for line in with_title.iter().map(String::as_str).chain(["title: [1]"]) {
        let front = format!("---\n{line}\nauthor: ana\n---\n");
        assert!(!leaves_the_site(&format!("{front}It was quiet.\n")), "{line}");
    }
}

#[test]
fn findings_below_a_longer_title_move_with_their_lines() {
    let mut workspace = workspace();
    let path = "content/stories/pump.md";
    let wanting = |title: &str| format!("---\ntitle: {title}\nauthor: nobody\n---\nText.\n");
    let place = |snapshot: &Snapshot| {
        let diagnostic =
            snapshot.diagnostics().iter().find(|diagnostic| diagnostic.code == Code::UnknownPerson);
        diagnostic.and_then(|diagnostic| diagnostic.span.range.clone()).map(|range| range.start)
    };
    let before = place(&workspace.apply(vec![text(path, &wanting("Pump"))]));
    let after = place(&workspace.apply(vec![text(path, &wanting("Pump four"))]));
    assert_eq!(before.map(|at| at + " four".len()), after);
}

#[test]
fn a_change_of_the_look_keeps_the_site() {
    let mut workspace = workspace();
    let before = workspace.apply(vec![]);
    let style = text("themes/default/styles/90-own.css", "h1 { color: red; }");
    let after = workspace.apply(vec![style]);
    assert!(Arc::ptr_eq(&before.found, &after.found));
    let styles = |snapshot: &Snapshot| -> Vec<String> {
        let all = snapshot.addresses().map(ToString::to_string);
        all.filter(|address| address.starts_with("assets/style")).collect()
    };
    assert_ne!(styles(&before), styles(&after));
    assert_eq!(styles(&before).len(), styles(&after).len());
}

#[test]
fn cached_facts_of_a_photo_are_not_used_for_its_replacement() {
    let mut workspace = workspace();
    let path = SourcePath::new("content/stories/pump.jpg").expect("a path inside");
    let picture = |hash: Hash| {
        let format = PictureFormat::Jpeg;
        let (moves, is_deep) = (false, false);
        let picture = Picture { format, width: 8, height: 6, hash, moves, is_deep };
        Change { path: path.clone(), content: Content::Picture(picture) }
    };
    let [old, new] = [Hash::of(b"old"), Hash::of(b"new")];
    workspace.apply(vec![picture(old)]);
    workspace.apply(vec![picture(new)]);
    let broken = |source| {
        let seen = Err(Flaw::BadPicture("it is damaged".into()));
        vec![DevelopedPhoto { path: path.clone(), source, seen }]
    };
    let after = workspace.develop(broken(old));
    assert!(after.site().media.contains_key(&path));
    assert_eq!(after.diagnostics(), workspace.apply(vec![]).diagnostics());
    assert!(!workspace.develop(broken(new)).site().media.contains_key(&path));
    workspace.apply(vec![Change { path: path.clone(), content: Content::Gone }]);
    let gone = workspace.develop(broken(new));
    assert!(gone.diagnostics().iter().all(|diagnostic| diagnostic.span.path != path));
}

#[test]
fn no_value_and_no_template_can_write_what_marks_a_slot() {
    let mut workspace = workspace();
    // Of fields such characters are replaced when they are read; texts and templates of a look hold them.
    let marks = "\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006";
    let with_marks = format!(
        "---\ntitle: \"A{marks}\"\nsummary: \"B{marks}\"\nform: how\nauthor: ana\n---\nText.\n"
    );
    let card = include_str!("../../themes/default/templates/part-card.html");
    let card = card.replace("<div class=\"in\">", "<div class=\"in\">\u{1}\u{4}");
    let texts = include_str!("../../themes/default/texts/en.ftl");
    let texts = texts.replace("\nform-how = ", "\nform-how = {\"\\u0001\"}");
    for own_look in [false, true] {
        let mut changes = vec![
            text("content/people/ana.md", &format!("---\nname: \"Ana{marks}\"\n---\n")),
            text("content/stories/pump.md", &with_marks),
        ];
        if own_look {
            changes.push(text("themes/default/templates/part-card.html", &card));
            changes.push(text("themes/default/texts/en.ftl", &texts));
        }
        let snapshot = workspace.apply(changes);
        for address in ["stories/index.html", "people/ana.html", "stories/pump.html"] {
            let address = UrlPath::new(address).expect("an address");
            let output = snapshot.render(&address).expect("an address of the site");
            let Body::Bytes(html) = output.expect("a page").body else { panic!("pages are bytes") };
            let html = String::from_utf8(html).expect("text");
            assert!(!html.contains(|c: char| c.is_control() && c != '\n'), "{html}");
            let replaced = "\u{FFFD}".repeat(6);
            assert!(html.contains(&format!("A{replaced}")), "{address}: {html}");
            let has_mark = own_look && html.contains("class=\"card");
            assert_eq!(html.contains("class=\"in\">\u{FFFD}\u{FFFD}"), has_mark, "{html}");
            assert_eq!(
                html.contains(">\u{FFFD}How we did it"),
                own_look && html.contains("How we")
            );
        }
    }
}

/// Everything that readers are sent, as one text.
fn published(snapshot: &Snapshot) -> String {
    let mut all = String::new();
    for address in snapshot.addresses() {
        if let Some(Ok(output)) = snapshot.render(address)
            && let Body::Bytes(bytes) = output.body
        {
            all.push_str(&String::from_utf8_lossy(&bytes));
        }
    }
    all
}

#[test]
fn a_person_s_file_that_cannot_be_used_withholds_the_name_until_it_is_mended() {
    const PERSON: &str = "---\nname: Mette Krogh\ncontact: {phone: +45 20 30 40 50}\n---\n";
    let path = || SourcePath::new("content/people/mette-krogh.md").expect("inside");
    let flawed = |flaw| Change { path: path(), content: Content::Flawed(flaw) };
    let mut workspace = workspace();
    workspace.apply(vec![
        text(path().as_str(), PERSON),
        text("content/stories/pump.md", &format!("{FRONT}Ask Mette Krogh at 20 30 40 50.\n")),
    ]);
    let conflict = PERSON.replace(
        "contact",
        "<<<<<<< ours\nstatus: active\n=======\nstatus: withdrawn\n>>>>>>> theirs\ncontact",
    );
    let at = conflict.find("<<<").expect("a mark");
    for (flaw, number) in [
        (Flaw::Conflict { at, text: conflict.into() }, false),
        (Flaw::NotUtf8 { at: 10, text: PERSON.replace("Mette", "M\u{FFFD}tte").into() }, false),
        // In another encoding, and without the first line.
        (Flaw::NotUtf8 { at: 0, text: format!("\u{FFFD}{PERSON}").into() }, false),
        (Flaw::NotUtf8 { at: 0, text: format!("\u{FFFD}{}", &PERSON[4..]).into() }, false),
        (Flaw::Unreadable("no".to_owned()), true),
        (Flaw::TooLarge { size: 2, limit: 1 }, true),
    ] {
        let before = published(&workspace.apply(vec![text(path().as_str(), PERSON)]));
        assert!(before.contains("Mette Krogh"));
        let snapshot = workspace.apply(vec![flawed(flaw.clone())]);
        let all = published(&snapshot);
        assert!(!all.contains("Mette Krogh") && all.contains("[a colleague]"), "{flaw:?}");
        assert_eq!(all.contains("20 30 40 50"), number, "{flaw:?}");
        let told: Vec<Code> = snapshot.diagnostics().iter().map(|it| it.code).collect();
        assert!(!told.contains(&Code::NameRemains) && told.len() < 4, "{told:?}");
    }
    // Without a line above the fields, or below them; with one that cannot be read; twice; outside of
    // its group; as somebody else wrote it.
    for person in [
        &PERSON[4..],
        "---\nname: Mette Krogh\ncontact: {phone: +45 20 30 40 50}\n",
        "---\nname: Mette Krogh\n\tcontact: {phone: +45 20 30 40 50\n---\n",
        "---\nname: Mette Krogh\nstatus: withdrawn\ncontact: {phone: 70809000}\n\
         contact: {phone: 20304050}\n---\n",
        "---\nname: Mette Krogh\nstatus: withdrawn\nphone: 20304050\n---\n",
        "---\nname: Mette Krogh\nstatus: withdrawn\ncontact: 20304050\n---\n",
        "Name: Mette Krogh\nStatus: active\nTelefon: 20 30 40 50\n",
    ] {
        let all = published(&workspace.apply(vec![text(path().as_str(), person)]));
        assert!(!all.contains("Mette Krogh") && !all.contains("20 30 40 50"), "{person}");
    }
    let gone = Change { path: path(), content: Content::Gone };
    assert!(published(&workspace.apply(vec![gone])).contains("Mette Krogh"), "nobody's name");
}

/// Letters with marks are lost where a file is read in another encoding, and in its own name.
#[test]
fn a_name_with_marks_is_withheld_by_the_name_of_its_file() {
    let path = || SourcePath::new("content/people/aase-kjaer.md").expect("inside");
    let mut workspace = workspace();
    let story = format!("{FRONT}Ask Åse Kjær, and Aase Kjaers pump.\n");
    workspace.apply(vec![text("content/stories/pump.md", &story)]);
    let lost = "---\nname: \u{FFFD}se Kj\u{FFFD}r\n---\n";
    for content in [
        Content::Flawed(Flaw::NotUtf8 { at: 10, text: lost.into() }),
        Content::Flawed(Flaw::NotUtf8 { at: 10, text: lost.replace('\n', "\r").into() }),
        Content::Flawed(Flaw::TooLarge { size: 2, limit: 1 }),
        Content::Flawed(Flaw::Unreadable("no".to_owned())),
        Content::Text("".into()),
        Content::Text("\n".into()),
        Content::Text("---\rname: Åse Kjær\r---\r".into()),
    ] {
        let said = format!("{content:?}");
        let all = published(&workspace.apply(vec![Change { path: path(), content }]));
        assert!(!all.contains("se Kj"), "{said}: {}", &all[all.find("se Kj").unwrap_or(0)..][..40]);
        assert!(all.contains("[a colleague]s pump"), "{said}");
    }
}

#[test]
fn a_copy_is_told_as_long_as_it_is_one() {
    let words = "It was a quarter to six when pump four made a sound that none of us had ever \
                 heard before in all our years on board.\n";
    let story = |name: &str, words: &str| {
        text(&format!("content/stories/{name}.md"), &format!("{FRONT}{words}"))
    };
    let mut workspace = workspace();
    let copies = |snapshot: &Snapshot| -> Vec<String> {
        let told = snapshot.diagnostics().iter().filter(|it| it.code == Code::CopiedText);
        told.map(|it| it.span.path.to_string()).collect()
    };
    let first = workspace.apply(vec![story("pump", words), story("pumps", "Quiet.\n")]);
    assert_eq!(copies(&first), [""; 0]);
    let same = workspace.apply(vec![story("pumps", words)]);
    assert_eq!(copies(&same), ["content/stories/pumps.md"]);
    let unchanged = workspace.apply(vec![story("pumps", words)]);
    assert_eq!(copies(&unchanged), ["content/stories/pumps.md"]);
    let other = workspace.apply(vec![story("pump", "Loud.\n")]);
    assert_eq!(copies(&other), [""; 0]);
    let both = workspace.apply(vec![story("pump", words), story("pumps", words)]);
    assert_eq!(copies(&both), ["content/stories/pumps.md"]);
}

#[test]
fn a_story_s_file_that_cannot_be_used_still_says_who_is_not_to_be_seen() {
    let mut workspace = workspace();
    let story = "---\ntitle: Pump four\nauthor: ana\npeople: [{id: ana, photo: no}]\n\
                 photos: [{file: a.jpg, alt: A, shows: [ana]}]\n---\nIt was quiet.\n";
    let path = SourcePath::new("content/stories/pump.md").expect("inside");
    let flaw = Flaw::NotUtf8 { at: 1, text: format!("{story}\u{FFFD}\n").into() };
    let (format, hash) = (PictureFormat::Jpeg, Hash::of(b"a"));
    let picture = Picture { format, width: 8, height: 6, hash, moves: false, is_deep: false };
    let photo = SourcePath::new("content/stories/a.jpg").expect("inside");
    let snapshot = workspace.apply(vec![
        Change { path: path.clone(), content: Content::Flawed(flaw) },
        Change { path: photo.clone(), content: Content::Picture(picture) },
    ]);
    assert!(!published(&snapshot).contains("It was quiet"));
    assert!(snapshot.site().unseen.contains_key(&photo));
    let of_story = snapshot.diagnostics().iter().filter(|it| it.span.path == path).count();
    assert_eq!(of_story, 1, "{:?}", snapshot.diagnostics());
}
