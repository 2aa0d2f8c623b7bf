//! What is not public is in no byte of a public build, and who has taken consent back in no byte
//! of any build: not as words, not as an address, not as a number.

mod project;

use std::collections::BTreeSet;
use std::path::Path;

use project::{Pages, Project, human, options, public, source_path};
use storywall::base::{Content, Hash, SourcePath, Tells};
use storywall::document::Kind;
use storywall::site::BuildOptions;

/// Stands in everything that is not for the readers.
const CANARY: &str = "kanarie";

/// What everybody may see.
fn open_project() -> Project {
    let mut project = Project::default();
    project.text(
        "site.toml",
        "title = \"Harbour Line\"\nbase_url = \"https://people.harbour.example/\"\n\
         languages = [\"en\", \"da\"]\nedit_url = \"https://git.kanarie.example/{path}\"\n",
    );
    project.text(
        "content/programme.toml",
        "[purpose]\nsentence = \"People believe people.\"\npage = \"kanarie-purpose.md\"\n\
         [may]\npage = \"kanarie-purpose.md\"\ntext = \"Kanarie may\"\ncontact = \"kanarie\"\n\
         [tell]\npage = \"kanarie-purpose.md\"\n\
         [[roles]]\nid = \"kanarie-role\"\nname = \"Kanarie role\"\nperson = \"kanarie\"\n\
         [[promises]]\ntext = \"Kanarie promise\"\nowner = \"kanarie\"\n\
         [[meetings]]\nname = \"Kanarie meeting\"\n\
         [[goals]]\nid = \"kanarie-goal\"\nname = \"Kanarie goal\"\nowner = \"kanarie\"\n\
         [[goals]]\nid = \"found\"\nname = \"People find us\"\n\
         [[teams]]\nid = \"kanarie-team\"\nname = \"Kanarie team\"\n\
         [[teams]]\nid = \"quay\"\nname = \"Quay\"\n\
         [[places]]\nid = \"kanarie-town\"\nname = \"Kanarie town\"\n\
         [[places]]\nid = \"esbjerg\"\nname = \"Esbjerg\"\n",
    );
    project.picture("content/people/emil.jpg", 400, 400);
    project.text(
        "content/people/emil.md",
        "---\nname: Emil Nygaard\nrole: Engineer\nlocation: Esbjerg\nteam: quay\nphoto: emil.jpg\n\
         consent: {photo: yes, name: yes, scope: public, ref: Kanarie file}\n---\nHello.\n",
    );
    project.text("content/themes/sea.md", "---\ntitle: The sea\n---\nSalt.\n");
    project.picture("content/stories/salt.jpg", 1200, 800);
    project.text(
        "content/stories/salt.md",
        "---\ntitle: Salt\nauthor: emil\ndate: 2026-11-01\naudience: public\ntheme: sea\ngoal: found\n\
         photos: [{file: salt.jpg, alt: Salt, shows: [emil]}]\noutcome: {on: 2026-11-02, note: A call.}\n\
         featured: {month: 2026-11, why: Salt.}\n---\nIt was the weather.\n",
    );
    project.text("content/talks/salt.md", "---\ntitle: Salt talk\nspeakers: emil\n---\nSalt.\n");
    project
}

/// What colleagues may see, with the word in each of its fields, and in its name.
fn add_internal(project: &mut Project) {
    project.text(
        "content/kanarie-purpose.md",
        "---\ntitle: Kanarie page\nsummary: Kanarie summary\nowner: kanarie\nquestions: Kanarie, 4411\n\
         aliases: [kanarie-alias]\nkeywords: [kanarie]\n---\n## Kanarie heading\n\n[k](kanarie.pdf)\n",
    );
    let paper = Content::File { hash: Hash::of(b"kanarie"), tells: Tells::default() };
    project.files.insert(source_path("content/kanarie.pdf"), paper);
    project.picture("content/people/kanarie.jpg", 400, 400);
    project.text(
        "content/people/kanarie.md",
        "---\nname: Kanarie Kanarie\nrole: Kanarie role\nteam: kanarie-team\nlocation: Kanarie town\n\
         photo: kanarie.jpg\nexpertise: [kanarie]\ncontact: {phone: kanarie 1, mail: k@kanarie.example}\n\
         consent: {photo: yes, name: yes}\naliases: [people/kanarie-old]\n---\nKanarie.\n",
    );
    project.picture("content/themes/kanarie.png", 600, 400);
    project.text(
        "content/themes/kanarie.md",
        "---\ntitle: Kanarie theme\nsummary: Kanarie\nimage: kanarie.png\nimage_alt: Kanarie\n\
         prompts: [Kanarie?]\naliases: [themes/kanarie-old]\n---\nKanarie.\n",
    );
    project.text("content/themes/kanarie.da.md", "---\ntitle: Kanarietema\n---\nKanarie.\n");
    project.picture("content/stories/2026/kanarie.jpg", 1200, 800);
    for (name, who, audience) in [
        ("kanarie-1", "kanarie", "internal"),
        ("kanarie-2", "emil", "internal"),
        ("kanarie-3", "emil", "shareable"),
        // The author agreed to colleagues only.
        ("kanarie-4", "kanarie", "public"),
        ("kanarie-5", "[emil, kanarie]", "public"),
    ] {
        let text = format!(
            "---\ntitle: Kanarie story\nauthor: {who}\ndate: 2026-11-10\nform: dilemma\n\
             audience: {audience}\ntheme: kanarie\nteam: kanarie-team\nlocation: Kanarie town\n\
             goal: kanarie-goal\nphotos: [{{file: kanarie.jpg, alt: Kanarie, caption: Kanarie, by: kanarie}}]\n\
             quote: Kanarie.\nsummary: Kanarie\nshare: {{text: Kanarie}}\nkeywords: [kanarie]\n\
             outcome: {{on: 2026-11-11, type: customer, note: Kanarie outcome}}\n\
             featured: {{month: 2026-11, why: Kanarie, by: kanarie}}\naliases: [stories/kanarie-old-{name}]\n\
             ---\nKanarie. ![Kanarie](kanarie.jpg)\n"
        );
        project.text(&format!("content/stories/2026/{name}.md"), &text);
    }
    project.text(
        "content/guidelines/kanarie.md",
        "---\ntitle: Kanarie guideline\naliases: [kanarie-guideline]\n---\nKanarie.\n",
    );
    project.text("content/faq/kanarie.md", "---\ntitle: Kanarie?\nabout: fear\n---\nKanarie.\n");
    project.text(
        "content/speaking/kanarie-days.md",
        "---\nname: Kanarie days\nurl: https://kanarie.example/\nstart: 2027-04-15\n\
         place: {city: Kanarie town}\ncfp: {closes: 2026-12-01}\nseries: kanarie\n---\nKanarie.\n",
    );
    project.text(
        "content/talks/kanarie.md",
        "---\ntitle: Kanarie talk\nspeakers: [emil, kanarie]\n---\nKanarie.\n",
    );
}

/// What everybody may see, and what names what only colleagues may.
fn add_mentions(project: &mut Project) {
    project.text(
        "content/people/ida.md",
        "---\nname: Ida Lund\nbuddy: kanarie\nconsent: {name: yes, scope: public, ref: Kanarie}\n---\n",
    );
    project.text(
        "content/stories/rope.md",
        "---\ntitle: Rope\nauthor: [ida, emil]\ndate: 2026-11-05\naudience: public\nbuddy: kanarie\n\
         helped_by: [kanarie, emil]\npeople: [{id: kanarie, named: yes}, {name: a colleague}]\n\
         photos:\n  - {file: salt.jpg, alt: Salt, by: kanarie}\n\
         \x20 - {file: 2026/kanarie.jpg, alt: Kanarie, faces: yes}\n\
         featured: {month: 2026-10, why: Rope., by: kanarie}\nrelated: [stories/2026/kanarie-1]\n\
         customer: {mentioned: yes, ok_by: Kanarie, on: 2026-11-01}\nkeywords: [rope]\n---\n\
         [This](2026/kanarie-1.md), [that](../guidelines/kanarie.md), [them](../people/kanarie.md),\n\
         [there](../speaking/kanarie-days.md).\n",
    );
    project.text(
        "content/talks/rope.md",
        "---\ntitle: Rope talk\nspeakers: ida\napproved_by: kanarie\nstory: stories/2026/kanarie-1\n\
         history: [{opportunity: kanarie-days, state: accepted}]\n---\n[here](../speaking/kanarie-days.md)\n",
    );
}

fn pages(project: &Project, options: BuildOptions) -> Pages {
    let snapshot = project.open(options);
    assert!(!snapshot.has_errors(), "{}", human(&snapshot, snapshot.diagnostics()));
    let pages = Pages::of(&snapshot);
    assert_eq!(pages.mistakes, []);
    pages
}

/// Where a word stands, in an address or in bytes, whatever its case.
fn places(pages: &Pages, word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let mut found = BTreeSet::new();
    for (address, bytes) in &pages.all {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        if address.to_lowercase().contains(&word) {
            found.insert(format!("{address} is called so"));
        }
        if let Some(at) = text.find(&word) {
            let around: String =
                text[..at].chars().rev().take(60).collect::<Vec<_>>().iter().rev().collect();
            found.insert(format!("{address}: …{around}{word}"));
        }
    }
    found.into_iter().collect()
}

#[test]
fn a_public_build_contains_no_internal_content() {
    let mut project = open_project();
    add_internal(&mut project);
    add_mentions(&mut project);
    let inside = pages(&project, options());
    assert!(places(&inside, CANARY).len() > 60, "the fixture says less than it should");
    let outside = pages(&project, public());
    let found = places(&outside, CANARY);
    assert!(found.is_empty(), "{}", found.join("\n"));
    for open in ["stories/salt.html", "stories/rope.html", "talks/rope.html", "people/ida.html"] {
        assert!(outside.text(open).is_some(), "{open} is public");
    }
}

#[test]
fn a_public_build_is_the_same_without_what_is_internal() {
    let mut project = open_project();
    add_internal(&mut project);
    let with = pages(&project, public());
    let without = pages(&open_project(), public());
    assert_eq!(with.changed_since(&without), Vec::<String>::new());
}

/// Of each kind, a text with no more than it must say: nothing says that everybody may see it.
#[test]
fn a_text_of_any_kind_stays_inside_unless_something_says_otherwise() {
    let mut project = open_project();
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Theme) {
        let needed = kind.fields().iter().filter(|field| field.required);
        let fields: String =
            needed.map(|field| format!("{}: {}\n", field.name, field.example)).collect();
        // A letter waits for its day.
        let fields = fields.replace("date: 2026-11-27", "date: 2026-11-20");
        let text = format!("---\n{fields}---\nKanarie.\n");
        project.text(&format!("{}kanarie.md", kind.folder()), &text);
    }
    for person in ["jonas-holm", "emil-nygaard"] {
        project.text(&format!("content/people/{person}.md"), "---\nname: Jonas\n---\n");
    }
    // What these say of the word is for other tests.
    project.text("site.toml", "title = \"A\"\n");
    project.text(
        "content/programme.toml",
        "[purpose]\nsentence = \"P\"\n[[goals]]\nid = \"found\"\nname = \"F\"\n[[teams]]\nid = \"quay\"\nname = \"Q\"\n",
    );
    let inside = pages(&project, options());
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Theme) {
        let name = kind.folder().trim_start_matches("content/");
        assert!(inside.text(&format!("{name}kanarie.html")).is_some(), "{kind:?}");
    }
    let found = places(&pages(&project, public()), CANARY);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Somebody who had a part in everything, and takes consent back.
#[test]
fn people_who_withdrew_consent_appear_in_no_byte() {
    let mut project = Project::small();
    project.text(
        "content/programme.toml",
        "[purpose]\nsentence = \"Kanarie Kanarie knows.\"\n[may]\ncontact = \"kanarie\"\n\
         [[roles]]\nid = \"speaking_lead\"\nname = \"Role\"\nperson = \"kanarie\"\n\
         [[promises]]\ntext = \"Kanarie Kanarie keeps it.\"\nowner = \"kanarie\"\n",
    );
    project.picture("content/people/kanarie.jpg", 400, 400);
    let person = |consent: &str| {
        format!(
            "---\nname: Kanarie Kanarie\nrole: Kanarie role\nphoto: kanarie.jpg\nexpertise: [kanarie]\n\
             contact: {{phone: kanarie 1}}\naliases: [people/kanarie-old]\nconsent: {consent}\n---\nKanarie.\n"
        )
    };
    project.picture("content/stories/kanarie.jpg", 1200, 800);
    project.picture("content/stories/plain.jpg", 1200, 800);
    for (path, text) in [
        ("people/ida.md", "name: Ida\nbuddy: kanarie"),
        ("themes/t.md", "title: T"),
        (
            "stories/kanarie-own.md",
            "title: Kanarie story\nauthor: kanarie\ndate: 2026-11-01\ntheme: t\nlocation: Kanarie\n\
             photos: [{file: kanarie.jpg, alt: K, shows: [kanarie]}]\naliases: [kanarie-story]\n\
             outcome: {on: 2026-11-02, note: Kanarie}\nfeatured: {month: 2026-11, why: Kanarie}",
        ),
        (
            "stories/kanarie-both.md",
            "title: Kanarie both\nauthor: [ida, kanarie]\ndate: 2026-11-02",
        ),
        (
            "stories/hers.md",
            "title: Hers\nauthor: ida\ndate: 2026-11-03\nhelped_by: kanarie\nbuddy: kanarie\n\
             people: [{id: kanarie, named: no}]\nphotos: [{file: plain.jpg, alt: \"A bag, photo by Kanarie Kanarie\", by: kanarie}]\n\
             featured: {month: 2026-10, why: W, by: kanarie}\nrelated: [stories/kanarie-own]",
        ),
        (
            "guidelines/g.md",
            "title: As Kanarie Kanarie says\nsummary: By Kanarie Kanarie\nowner: kanarie",
        ),
        ("faq/q.md", "title: Q?\nabout: fear\nanswered_by: kanarie\nrelated: [people/kanarie]"),
        (
            "speaking/s.md",
            "name: S\nurl: https://s.example/\nstart: 2027-04-15\nplace: {city: A}\ncontact: kanarie\nseries: s",
        ),
        (
            "speaking/s1.md",
            "name: S1\nurl: https://s.example/\nstart: 2026-04-15\nplace: {city: A}\nseries: s",
        ),
        (
            "talks/t.md",
            "title: T\nspeakers: [ida, kanarie]\napproved_by: kanarie\nhistory: [{opportunity: s1, state: given}]",
        ),
        (
            "talks/own.md",
            "title: Own talk\nspeakers: kanarie\nhistory: [{opportunity: s1, state: given}]",
        ),
    ] {
        project.text(
            &format!("content/{path}"),
            &format!(
                "---\n{text}\n---\nAsk Kanarie\nKanarie.\n\nOr [Kanarie](/people/kanarie.md \"one\").\n"
            ),
        );
    }
    project.text("content/people/kanarie.md", &person("{photo: yes, name: yes}"));
    assert!(places(&pages(&project, options()), CANARY).len() > 20);
    for consent in [
        "{photo: yes, name: yes, withdrawn: 2026-11-21}",
        "{photo: yes, until: 2026-11-20}",
        "{name: no}",
    ] {
        project.text("content/people/kanarie.md", &person(consent));
        let found = places(&pages(&project, options()), CANARY);
        assert!(found.is_empty(), "{consent}\n{}", found.join("\n"));
    }
}

/// All whom the example names, at once: nobody's no may stop the build that takes them down.
#[test]
fn a_withdrawal_of_everybody_is_built_and_names_nobody() {
    let mut project = Project::on_disk(Path::new(env!("CARGO_MANIFEST_DIR")));
    let is_person = |path: &SourcePath| {
        path.as_str().starts_with("content/people/") && path.as_str().matches('.').count() == 1
    };
    let people: Vec<SourcePath> =
        project.files.keys().filter(|path| is_person(path)).cloned().collect();
    assert!(people.len() > 10);
    let mut names = vec![];
    for path in people {
        let Some(Content::Text(text)) = project.files.get(&path) else { panic!("{path}") };
        let name = text.lines().find_map(|line| line.strip_prefix("name: ")).expect("a name");
        names.push(name.trim_matches('"').to_owned());
        let name = name.to_owned();
        project.text(path.as_str(), &format!("---\nname: {name}\nstatus: withdrawn\n---\n"));
    }
    let snapshot = project.open(options());
    assert!(!snapshot.has_errors(), "{}", human(&snapshot, snapshot.diagnostics()));
    let all = Pages::of(&snapshot);
    for name in names {
        let found = places(&all, &name);
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
