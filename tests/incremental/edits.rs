//! Everything that may happen to the files of a project between two looks at it. An edit is a
//! number: it can be left out, and the others still mean something.

use crate::bodies;
use crate::chance::Chance;
use crate::front;
use crate::pixels::{COPIED, COPY, DAMAGED};
use crate::project::{Project, source_path};
use crate::start::PICTURES;
use crate::tables::{self, LOOKS};
use crate::values::Names;
use storywall::base::{
    Content, Fault, Flaw, Hash, Picture, PictureFormat, Remake, SourcePath, Tells,
};
use storywall::document::Kind;

/// Changes one thing in the project and says what; `None` if it came to nothing.
pub(crate) fn edit(project: &mut Project, start: &Project, chance: &mut Chance) -> Option<String> {
    match chance.below(100) {
        0..=44 => field(project, chance),
        45..=50 => text(project, "rewrite", chance, front::rewritten),
        51..=67 => {
            let names = Names::of(project);
            text(project, "body", chance, |text, chance| {
                Some(front::with_body(text, |body| bodies::edited(body, &names, chance)))
            })
        }
        68..=73 => moved(project, chance),
        74..=76 => made(project, chance),
        77..=78 => flawed(project, chance),
        79..=84 => table(project, chance),
        85..=88 => look(project, chance),
        89..=93 => medium(project, chance),
        _ => healed(project, start, chance),
    }
}

fn documents(project: &Project) -> Vec<SourcePath> {
    let is_document = |path: &&SourcePath| {
        path.as_str().starts_with("content/") && path.as_str().ends_with(".md")
    };
    project.files.keys().filter(is_document).cloned().collect()
}

fn read(project: &Project, path: &SourcePath) -> Option<String> {
    match project.files.get(path) {
        Some(Content::Text(text)) => Some(text.to_string()),
        _ => None,
    }
}

/// One text, edited.
fn text(
    project: &mut Project,
    what: &str,
    chance: &mut Chance,
    edit: impl FnOnce(&str, &mut Chance) -> Option<String>,
) -> Option<String> {
    let path = chance.one_of(&documents(project)).cloned()?;
    let new = edit(&read(project, &path)?, chance)?;
    project.text(path.as_str(), &new);
    Some(format!("{what} {path}:\n{new}"))
}

/// One field of one text, by the list of its kind; of a translation, by that of its original.
fn field(project: &mut Project, chance: &mut Chance) -> Option<String> {
    let names = Names::of(project);
    let path = chance.one_of(&documents(project)).cloned()?;
    let kind = kind_of(&path);
    let old = read(project, &path)?;
    let new = front::with_field(&old, kind.fields(), &names, chance)?;
    project.text(path.as_str(), &new);
    Some(format!("field {path}:\n{new}"))
}

fn kind_of(path: &SourcePath) -> Kind {
    let in_folder =
        |kind: &&Kind| kind.folder() != "content/" && path.as_str().starts_with(kind.folder());
    let page = Kind::ALL.iter().find(|kind| kind.folder() == "content/");
    *Kind::ALL.iter().find(in_folder).or(page).expect("there is a kind for any folder")
}

/// A file that gets another name: beside it, in another folder, as a translation, or as a copy.
fn moved(project: &mut Project, chance: &mut Chance) -> Option<String> {
    let documents = documents(project);
    let from = chance.one_of(&documents).cloned()?;
    let (folder, file) = from.as_str().rsplit_once('/')?;
    let stem = file.split('.').next()?;
    let kind = chance.one_of(Kind::ALL)?;
    let to = match chance.below(9) {
        0 => {
            project.files.remove(&from);
            return Some(format!("delete {from}"));
        }
        1 => format!("{folder}/{stem}-two.md"),
        2 => format!("{}{stem}.md", kind.folder()),
        3 => format!("{folder}/deeper/{stem}.md"),
        4 => format!("{folder}/{stem}.da.md"),
        5 => format!("{folder}/{stem}.nl.md"),
        6 => format!("{folder}/{}.md", stem.to_uppercase()),
        7 => format!("{folder}/index.md"),
        _ => chance.one_of(&documents)?.to_string(),
    };
    let content = project.files.get(&from)?.clone();
    let is_copied = chance.once_in(3) || to.ends_with(".da.md") || to.ends_with(".nl.md");
    if !is_copied {
        project.files.remove(&from);
    }
    project.files.insert(source_path(&to), content);
    Some(format!("{} {from} to {to}", if is_copied { "copy" } else { "move" }))
}

/// A new file: a text of any kind with what it must say, or a translation.
fn made(project: &mut Project, chance: &mut Chance) -> Option<String> {
    let kind = chance.one_of(Kind::ALL)?;
    let name =
        chance.word(&["new", "made", "2026/new", "index", "new.da", "made.da", "index.da", "a b"]);
    let path = format!("{}{name}.md", kind.folder());
    let fields = kind.fields().iter().filter(|field| field.required);
    let lines: String =
        fields.map(|field| format!("{}: {}\n", field.name, field.example)).collect();
    project.text(&path, &format!("---\n{lines}---\nNew.\n"));
    Some(format!("create {path}"))
}

/// A file that is there and cannot be used, or that is no text any more.
fn flawed(project: &mut Project, chance: &mut Chance) -> Option<String> {
    let paths: Vec<SourcePath> = project.files.keys().cloned().collect();
    let path = chance.one_of(&paths).cloned()?;
    if path.as_str() == "site.toml" && !chance.once_in(4) {
        return None;
    }
    let fault = Fault { why: "it ends too early", remake: Remake::Copy };
    let flaws = [
        Flaw::Unreadable("Permission denied".into()),
        Flaw::NotUtf8 { at: 3, text: "one\u{FFFD}\n".into() },
        Flaw::TooLarge { size: 9_000_000, limit: 1_000_000 },
        Flaw::LeavesTree,
        Flaw::StrangeLink,
        Flaw::BadLink,
        Flaw::BadPicture("it ends too early".into()),
        Flaw::BadRecording(fault),
        Flaw::TellsPlace,
        Flaw::OtherKind { is: Some("a PDF"), remedy: "Give it its own ending" },
        Flaw::BadName,
        Flaw::TwinName,
    ];
    let flaw = chance.one_of(&flaws)?.clone();
    let told = format!("{path} has {flaw:?}");
    project.files.insert(path, Content::Flawed(flaw));
    Some(told)
}

fn table(project: &mut Project, chance: &mut Chance) -> Option<String> {
    let path = chance.word(&["site.toml", "content/programme.toml"]);
    let old = read(project, &source_path(&path))?;
    let new = match chance.once_in(60) {
        true => String::new(),
        false => tables::edited(&path, &old, chance),
    };
    project.text(&path, &new);
    Some(format!("edit {path}:\n{new}"))
}

fn look(project: &mut Project, chance: &mut Chance) -> Option<String> {
    let (path, texts) = chance.one_of(LOOKS)?;
    if chance.once_in(3) {
        project.files.remove(&source_path(path))?;
        return Some(format!("delete {path}"));
    }
    let new = chance.word(texts);
    project.text(path, &new);
    Some(format!("write {path}: {new}"))
}

/// A picture, a film or a paper that comes, changes or goes.
fn medium(project: &mut Project, chance: &mut Chance) -> Option<String> {
    let others = [
        "content/stories/2026/quay.png",
        "content/stories/film.mp4",
        "content/guidelines/form.pdf",
        "content/stories/lonely.webp",
    ];
    let all: Vec<&str> = PICTURES.iter().copied().chain(others).collect();
    let path = *chance.one_of(&all)?;
    if chance.once_in(4) {
        project.files.remove(&source_path(path))?;
        return Some(format!("delete {path}"));
    }
    // Few contents, so that one is now here and now there.
    let bytes = chance.word(&["one", "two", COPIED, COPY, DAMAGED]);
    let hash = Hash::of(bytes.as_bytes());
    let content = match path.rsplit('.').next() {
        Some("mp4") => Content::Recording { hash },
        Some("pdf") => Content::File {
            hash,
            tells: Tells { names: chance.once_in(2), place: chance.once_in(3), ..Tells::default() },
        },
        ending => {
            let format = match ending {
                Some("png") => PictureFormat::Png,
                Some("webp") => PictureFormat::Webp,
                Some("svg") => PictureFormat::Svg,
                _ => PictureFormat::Jpeg,
            };
            let width = if chance.once_in(3) { 300 } else { 1200 };
            let (moves, is_deep) = (chance.once_in(6), chance.once_in(6));
            Content::Picture(Picture { format, width, height: 800, hash, moves, is_deep })
        }
    };
    project.files.insert(source_path(path), content);
    Some(format!("{path} is now {bytes}"))
}

/// A file that is again what it was at the start.
fn healed(project: &mut Project, start: &Project, chance: &mut Chance) -> Option<String> {
    let paths: Vec<SourcePath> = start.files.keys().cloned().collect();
    let path = chance.one_of(&paths).cloned()?;
    let told = format!("heal {path}");
    let content = start.files.get(&path)?.clone();
    project.files.insert(path, content);
    Some(told)
}
