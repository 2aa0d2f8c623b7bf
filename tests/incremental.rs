//! However a project came to be what it is, the site is the same: edits, renames, deletions and
//! settings in any order and any grouping equal a project that is opened now.

mod project;

use project::{Pages, Project, change, settings, source_path};
use proptest::prelude::*;
use storywall::base::{Change, Content, Flaw};
use storywall::workspace::Workspace;

/// One thing that happens to a file.
#[derive(Clone, Debug)]
enum Event {
    /// The file is now one of its texts.
    Write(usize, usize),
    Delete(usize),
    /// The file is now where another was.
    Rename(usize, usize),
    /// It is there and cannot be read.
    Spoil(usize),
    /// The file says one thing more at its end.
    Continue(usize, usize),
    /// The file has a field more in front of the others, or another value of one it has.
    Say(usize, usize),
}

/// What may come to stand at the end of a text: words only, or what others may notice.
const ENDINGS: &[&str] = &[
    "\nMore words.\n",
    "\nOther *words*, and [b](/stories/b.md).\n",
    "\n[Not there](nowhere.md)\n",
    "\n## Who\n",
    "\n[Who](#who) ![p](p.jpg)\n",
    "\nHidden\u{202e} characters, <b id=\"x\">raw</b>\n",
    "\n![p.jpg](p.jpg)\n",
];

/// Lines of front matter that may come to stand there: words for readers, as they should be and as
/// they should not, and what others may notice.
const FIELDS: &[&str] = &[
    "title: Another title",
    "title: A title that is *longer*, with <b>marks</b> & more",
    "title:",
    "title: [a, list]",
    "# title: a remark",
    "summary: A sentence.",
    "summary: {a: b}",
    "quote: You can hear it.",
    "for_whom: You",
    "keywords: [one, two]",
    "share: {text: Mine, links: [https://a.example/]}",
    "outcome: [{on: 2026-11-03, note: One}, {on: 2026-11-05, note: Two}]",
    "outcome: [{on: 2026-11-03, note: Three}, {on: 2026-11-05, note: Four}]",
    "outcome: {on: 2026-11-09, note: Four}",
    "outcome: One",
    "featured: {month: 2026-10, why: It sings}",
    "featured: {month: 2026-10, why: It hums}",
    "featured: {month: 2026-11, why: It hums}",
    "photos: [{file: p.jpg, alt: P, caption: Ten minutes}]",
    "photos: [{file: p.jpg, alt: p.jpg, caption: Twelve minutes}]",
    "aliases: [old, may-i]",
    "name: Carl",
    "role: Mate",
    "role: Master",
    "topics: [salt]",
    "questions: Ask Ana",
    "prompts: [What did you hear?]",
    "date: 2026-11-04",
    "date: tomorrow",
    "theme: nowhere",
    "order: 3",
];

/// Files by path with what may stand in them: sound, wanting, broken, empty.
const FILES: &[(&str, &[&str])] = &[
    (
        "site.toml",
        &[
            "title = \"A\"\nbase_url = \"https://a.example/\"\n",
            "title = \"A\"\nlanguages = [\"en\", \"da\"]\nper_page = 6\n",
            "title = \"A\"\nlanguages = [\"da\", \"nl\"]\ntheme = \"own\"\n",
            "title = \"A\"\ntime_zone = \"Asia/Tokyo\"\n\n[severity]\norphan-page = \"off\"\n",
            "title = \"A\"\n[colors]\nink = \"#cccccc\"\nbrnad = \"#123456\"\n",
            "titel = [",
            "",
        ],
    ),
    (
        "content/programme.toml",
        &[
            "[purpose]\nsentence = \"P\"\n[may]\ncontact = \"ana\"\npage = \"guidelines/photos.md\"\n",
            "[[teams]]\nid = \"quay\"\nname = { en = \"Quay\", da = \"Kaj\" }\n",
            "[purpose\n",
        ],
    ),
    (
        "content/people/ana.md",
        &[
            "---\nname: Ana\nteam: quay\nlocation: Esbjerg\nconsent: {photo: yes, name: yes}\n---\n",
            "---\nname: Åse\nconsent: {name: yes, withdrawn: 2026-11-01}\n---\n",
            "---\nname: Ana\nstatus: paused\n---\n",
            "---\nname: Ana: B\n---\n",
        ],
    ),
    (
        "content/people/bo.md",
        &["---\nname: Bo\nphoto: bo.jpg\nconsent: {photo: yes}\n---\n", "---\nname: Bo\n"],
    ),
    (
        "content/stories/a.md",
        &[
            "---\ntitle: One\nauthor: ana\ndate: 2026-11-01\ntheme: night\n---\nText [b](b.md).\n",
            "---\ntitle: Two\nauthor: [ana, bo]\nlang: da\ndate: 2025-01-01\n---\nText.\n",
            "---\ntitle: One\nauthor: ana\nstatus: draft\n---\nText.\n",
            "---\ntitle: One\nauthor: nobody\naliases: [stories/b, old]\n---\n[x](javascript:1)\n",
            "Text without fields.\n",
            "---\ntitle: One\n  author: ana\n---\n",
        ],
    ),
    (
        "content/stories/b.md",
        &[
            "---\ntitle: B\nauthor: bo\ndate: 2026-11-02\nphotos: [{file: p.jpg, alt: P, shows: [bo]}]\n\
             outcome: {on: 2026-11-03, note: N}\nfeatured: {month: 2026-11}\n---\n![p](p.jpg)\n",
            "---\ntitle: B\nauthor: bo\ndate: 2026-12-24\n---\nText.\n",
            "",
        ],
    ),
    (
        "content/themes/night.md",
        &["---\ntitle: Night\nuntil: 2027-01-01\n---\n", "+++\ntitle = \"Night\"\n+++\n", "+++\n"],
    ),
    (
        "content/guidelines/photos.md",
        &[
            "---\ntitle: Photos\nowner: ana\naliases: [may-i]\n---\n[n](names.md#who), [s](../stories/a.md)\n",
            "---\ntitle: Photos\norder: 2\nreviewed: 2026-10-01\n---\n## Who\n",
        ],
    ),
    (
        "content/guidelines/photos.da.md",
        &["---\ntitle: Billeder\ntranslated: 2026-01-01\n---\nTekst.\n", "---\norder: 1\n---\n"],
    ),
    (
        "content/guidelines/names.md",
        &[
            "---\ntitle: Names\norder: 1\n---\n## Who\n",
            "---\ntitle: Names\naliases: [may-i]\n---\n",
        ],
    ),
    ("content/guidelines/Names.md", &["---\ntitle: The same address\n---\n"]),
    ("content/faq/pay.md", &["---\ntitle: Pay?\nabout: fear\nrelated: [faq/tax]\n---\nYes.\n"]),
    (
        "content/speaking/days.md",
        &[
            "---\nname: Days\nurl: https://d.example/\nstart: 2027-04-15\nplace: {city: Aarhus}\n\
             cfp: {closes: 2026-11-25}\nseries: days\n---\n",
            "---\nname: Days\nurl: https://d.example/\nstart: 2025-04-15\nseries: days\n---\n",
        ],
    ),
    (
        "content/talks/salt.md",
        &["---\ntitle: Salt\nspeakers: bo\nhistory: [{opportunity: days, state: given}]\n---\n"],
    ),
    (
        "themes/default/texts/en.ftl",
        &["nav-stories = Tales\n", "nav-stories = { $x\n", "nav-stories = { nav-stories }\n"],
    ),
    (
        "themes/default/templates/not-found.html",
        &["<h1>{{ page.title }}</h1>", "{{ page.nope }}", "{{"],
    ),
    ("themes/own/styles/99.css", &["h1 { color: red; }", "@import \"https://a.example/x.css\";"]),
    ("themes/default/theme.toml", &["[colors]\nink = \"#111111\"\n", "[colors"]),
];

/// Pictures are there or not; their bytes are the disk's.
const PICTURES: &[&str] = &["content/stories/p.jpg", "content/people/bo.jpg"];

fn any_event() -> impl Strategy<Value = Event> {
    let all = FILES.len() + PICTURES.len();
    prop_oneof![
        8 => (0..all, any::<prop::sample::Index>()).prop_map(|(file, text)| {
            let texts = FILES.get(file).map_or(1, |(_, texts)| texts.len());
            Event::Write(file, text.index(texts))
        }),
        2 => (0..all).prop_map(Event::Delete),
        1 => (0..FILES.len(), 0..FILES.len()).prop_map(|(from, to)| Event::Rename(from, to)),
        1 => (0..all).prop_map(Event::Spoil),
    ]
}

fn continued() -> impl Strategy<Value = Event> {
    (0..FILES.len(), 0..ENDINGS.len()).prop_map(|(file, end)| Event::Continue(file, end))
}

fn said() -> impl Strategy<Value = Event> {
    (0..FILES.len(), 0..FIELDS.len()).prop_map(|(file, field)| Event::Say(file, field))
}

fn of_the_look() -> impl Strategy<Value = Event> {
    let is_of_look = |file: &usize| FILES[*file].0.starts_with("themes/");
    let files: Vec<usize> = (0..FILES.len()).filter(is_of_look).collect();
    (prop::sample::select(files), any::<prop::sample::Index>()).prop_map(|(file, text)| match text
        .index(FILES[file].1.len() + 1)
        .checked_sub(1)
    {
        Some(text) => Event::Write(file, text),
        None => Event::Delete(file),
    })
}

/// What happens in one look at the folder: anything, or somebody writes.
fn any_group() -> impl Strategy<Value = Vec<Event>> {
    prop_oneof![
        prop::collection::vec(any_event(), 1..8),
        prop::collection::vec(continued(), 1..3),
        prop::collection::vec(continued(), 1..3),
        prop::collection::vec(said(), 1..3),
        prop::collection::vec(said(), 1..3),
        prop::collection::vec(of_the_look(), 1..3),
    ]
}

fn path_of(file: usize) -> &'static str {
    FILES.get(file).map_or_else(|| PICTURES[file - FILES.len()], |(path, _)| path)
}

/// What a folder would tell of the event; the project is then what it would be.
fn happen(event: &Event, project: &mut Project) -> Vec<Change> {
    match event {
        Event::Write(file, text) => {
            match FILES.get(*file) {
                Some((path, texts)) => project.text(path, texts[*text]),
                None => project.picture(path_of(*file), 1200, 800),
            }
            told(project, &[path_of(*file)])
        }
        Event::Delete(file) => {
            project.remove(path_of(*file));
            told(project, &[path_of(*file)])
        }
        Event::Rename(from, to) => {
            if let Some(content) = project.files.remove(&source_path(path_of(*from))) {
                project.files.insert(source_path(path_of(*to)), content);
            }
            told(project, &[path_of(*from), path_of(*to)])
        }
        Event::Spoil(file) => {
            let flaw = Content::Flawed(Flaw::NotUtf8 { at: 3, text: "one\u{FFFD}\n".into() });
            project.files.insert(source_path(path_of(*file)), flaw);
            told(project, &[path_of(*file)])
        }
        Event::Continue(file, end) => {
            let path = path_of(*file);
            if let Some(Content::Text(text)) = project.files.get(&source_path(path)).cloned()
                && path.ends_with(".md")
            {
                project.text(path, &format!("{text}{}", ENDINGS[*end]));
            }
            told(project, &[path])
        }
        Event::Say(file, field) => {
            let path = path_of(*file);
            if let Some(Content::Text(text)) = project.files.get(&source_path(path)).cloned()
                && path.ends_with(".md")
            {
                project.text(path, &saying(&text, FIELDS[*field]));
            }
            told(project, &[path])
        }
    }
}

/// The text with `line` among its fields, in the place of what began like it.
fn saying(text: &str, line: &str) -> String {
    let Some((front, body)) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("---\n"))
    else {
        return text.to_owned();
    };
    let name = line.split_inclusive(':').next().expect("a line begins with something");
    let others = front.lines().filter(|other| !other.starts_with(name));
    let others: String = others.map(|other| format!("{other}\n")).collect();
    format!("---\n{line}\n{others}---\n{body}")
}

fn told(project: &Project, paths: &[&str]) -> Vec<Change> {
    let told = paths.iter().map(|path| {
        let path = source_path(path);
        let content = project.files.get(&path).cloned();
        change(&path, content.unwrap_or(Content::Gone))
    });
    told.collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_way_does_not_matter(groups in prop::collection::vec(any_group(), 1..12)) {
        let mut project = Project::small();
        let mut workspace = Workspace::new(settings());
        workspace.apply(project.changes());
        let mut last = None;
        for group in &groups {
            let changes = group.iter().flat_map(|event| happen(event, &mut project)).collect();
            last = Some(workspace.apply(changes));
        }
        let snapshot = last.expect("something happens");
        let fresh = project.open(settings());
        prop_assert_eq!(snapshot.diagnostics(), fresh.diagnostics());
        prop_assert_eq!(snapshot.files, fresh.files);
        let (pages, wanted) = (Pages::of(&snapshot), Pages::of(&fresh));
        prop_assert_eq!(pages.changed_since(&wanted), Vec::<String>::new());
        prop_assert_eq!(pages.mistakes, wanted.mistakes);
    }
}

#[test]
fn a_file_that_comes_and_goes_in_one_look_is_gone() {
    let path = source_path("content/guidelines/photos.md");
    let text = Content::Text("---\ntitle: Photos\n---\n".into());
    let mut changes = Project::small().changes();
    changes.extend([change(&path, text), change(&path, Content::Gone)]);
    let snapshot = Workspace::new(settings()).apply(changes);
    assert!(snapshot.text(&path).is_none());
}
