//! However a project came to be what it is, the site is the same: edits, renames, deletions and
//! settings in any order and any grouping equal a project that is opened now.

mod bodies;
mod chance;
mod edits;
mod files;
mod flow;
mod front;
#[path = "../project/mod.rs"]
mod project;
mod seen;
mod start;
mod tables;
mod values;
mod walk;

use files::{ENDINGS, FIELDS, FILES, PICTURES, SAID};
use project::{Pages, Project, change, settings, source_path};
use proptest::prelude::*;
use storywall::base::{Change, Content, Flaw};
use storywall::document::Kind;
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
    Say(usize, &'static str),
}

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
    let lines: Vec<&'static str> = FIELDS.concat();
    (0..FILES.len(), prop::sample::select(lines)).prop_map(|(file, line)| Event::Say(file, line))
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
        Event::Say(file, line) => {
            let path = path_of(*file);
            if let Some(Content::Text(text)) = project.files.get(&source_path(path)).cloned()
                && path.ends_with(".md")
            {
                project.text(path, &saying(&text, line));
            }
            told(project, &[path])
        }
    }
}

/// The text with `line` as its first field, instead of another of its name.
fn saying(text: &str, line: &str) -> String {
    let name = line.split_inclusive(':').next().expect("a line begins with something");
    let silent = silent(text, name);
    silent.replacen("---\n", &format!("---\n{line}\n"), 1)
}

/// The text without the line of a field.
fn silent(text: &str, name: &str) -> String {
    let Some((front, body)) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("---\n"))
    else {
        return text.to_owned();
    };
    let others = front.lines().filter(|other| !other.starts_with(name));
    let others: String = others.map(|other| format!("{other}\n")).collect();
    format!("---\n{others}---\n{body}")
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
        cases: 24,
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

/// The first text of every file: a sound site with something of every kind.
fn sound() -> Project {
    let mut project = Project::small();
    for (path, texts) in FILES {
        project.text(path, texts[0]);
    }
    for path in PICTURES {
        project.picture(path, 1200, 800);
    }
    project.text("site.toml", "title = \"A\"\nlanguages = [\"en\", \"da\"]\n");
    project
}

/// A snapshot that was made of the last one is what its files make at once.
#[test]
fn each_field_may_come_change_and_go() {
    let project = sound();
    let mut workspace = Workspace::new(settings());
    let first = workspace.apply(project.changes());
    for (path, names) in SAID {
        let path = source_path(path);
        let text = first.text(&path).expect("the text is there");
        let mut write = |text: &str| {
            let content = Content::Text(text.into());
            let snapshot = workspace.apply(vec![change(&path, content)]);
            let whole = snapshot.under(settings());
            assert_eq!(snapshot.diagnostics(), whole.diagnostics(), "{text}");
            let (pages, wanted) = (Pages::of(&snapshot), Pages::of(&whole));
            assert_eq!(pages.changed_since(&wanted), Vec::<String>::new(), "{text}");
        };
        for name in *names {
            let name = format!("{name}:");
            let of_name = |lines: &&&[&str]| lines.iter().any(|line| line.starts_with(&name));
            let lines = FIELDS.iter().find(of_name).expect("there are lines of each field");
            write(&silent(&text, &name));
            for line in lines.iter().chain(lines.iter().rev()) {
                write(&saying(&text, line));
            }
        }
        write(&text);
    }
}

/// The same of every field of every kind, with the value that its list gives as an example.
#[test]
fn each_field_of_each_kind_may_come_and_go() {
    let mut project = sound();
    for person in ["jonas-holm", "emil-nygaard", "anna-bech"] {
        project.text(&format!("content/people/{person}.md"), "---\nname: Jonas\n---\n");
    }
    for kind in Kind::ALL {
        let path = format!("{}made.md", kind.folder());
        let needed = || kind.fields().iter().filter(|field| field.required);
        let begin: String =
            needed().map(|field| format!("{}: {}\n", field.name, field.example)).collect();
        project.text(&path, &format!("---\n{begin}---\nText.\n"));
        let mut workspace = Workspace::new(settings());
        workspace.apply(project.changes());
        for field in kind.fields().iter().filter(|field| !field.required) {
            let text = format!("---\n{begin}{}: {}\n---\nText.\n", field.name, field.example);
            let change = change(&source_path(&path), Content::Text(text.as_str().into()));
            // The field before is gone, and this one has come.
            let snapshot = workspace.apply(vec![change]);
            let whole = snapshot.under(settings());
            assert_eq!(snapshot.diagnostics(), whole.diagnostics(), "{path}\n{text}");
            let (pages, wanted) = (Pages::of(&snapshot), Pages::of(&whole));
            assert_eq!(pages.changed_since(&wanted), Vec::<String>::new(), "{path}\n{text}");
        }
    }
}
