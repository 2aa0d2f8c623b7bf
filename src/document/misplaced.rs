//! Texts in a folder of another kind than their fields say: a story in `historier/`.

mod events;
mod folder_names;
mod opening;

use std::ops::Range;

use folder_names::{CONTENT, called, of_colleague};
use opening::{as_opening, in_small_letters, opens_folder};

use super::{Kind, folders, front_matter};
use crate::base::{Code, Diagnostic, Source, SourcePath};
use crate::data::{Tree, Value, foreign, translated};
use crate::language::Language;
use crate::language::slug::slug;

/// The kind that a text is meant to be, by its folder or its fields, where that is not `kind`.
pub(super) fn meant(path: &SourcePath, kind: Kind, tree: &Tree) -> Option<Kind> {
    let folder = folder(path)?;
    if in_small_letters(path).is_some() && kind != Kind::Page {
        return Some(Kind::Page);
    }
    if opens_folder(path) {
        return as_opening(folder, tree).filter(|_| !tree.broken);
    }
    let by_folder = called(folder).or_else(|| of_colleague(folder, tree));
    let by_folder = by_folder.filter(|_| kind == Kind::Page);
    // An event in `oplæg/` is one, whatever the folder is called.
    let by_fields = by_fields(by_folder.unwrap_or(kind), tree).filter(|_| !tree.broken);
    // The pages of a handbook that another tool shows have fields of all kinds.
    let event = || events::as_event(kind, tree).filter(|_| !tree.broken);
    let by_fields = by_fields.or_else(event);
    let by_fields = by_fields.filter(|_| by_folder.is_some() || !is_of_other_handbook(folder));
    by_fields.or(by_folder)
}

/// The same of a text that is named as a translation: `mennesker/bo-lund.da.md`, where the folder is
/// one of texts that have none.
pub(super) fn meant_of_translation(path: &SourcePath, kind: Kind, tree: &Tree) -> Option<Kind> {
    let folder = folder(path).filter(|_| kind == Kind::Page)?;
    let meant = called(folder).or_else(|| of_colleague(folder, tree))?;
    let is_its_own = tree.entries.iter().any(|entry| {
        has(meant, &entry.key) && !has(Kind::Page, &entry.key) && entry.key != "translated"
    });
    (!meant.row().is_translatable && is_its_own && !opens_folder(path)).then_some(meant)
}

/// What is said of a text in such a folder; `language` is that in its name, as in `bo-lund.da.md`.
pub(super) fn diagnostic(
    source: &Source,
    meant: Kind,
    tree: &Tree,
    fence: &Range<usize>,
    language: Option<&str>,
) -> Option<Diagnostic> {
    // What keeps its fields from being read is said of it first.
    if tree.broken || tree.entries.is_empty() {
        return None;
    }
    let folder = folder(&source.path)?;
    let row = meant.row();
    if meant == Kind::Page
        && let Some(of_capitals) = opening::of_capitals(source, fence)
    {
        return Some(of_capitals);
    }
    if opens_folder(&source.path) {
        let message = format!(
            "This is written like {}, but the text of {} stands at the head of a list, so readers do \
             not see it as one",
            row.one,
            source.path.file_name()
        );
        return Some(
            Diagnostic::new(Code::MisplacedText, source.span(fence.clone()), message)
                .hint(format!("Rename the file, for example to {}", own_name(row.folder, tree))),
        );
    }
    let place = match folder {
        "" => "content/".to_owned(),
        folder => format!("content/{folder}/"),
    };
    let message = format!(
        "This is written like {}, but it is in {place}, where {} are not looked for",
        row.one,
        row.heading.to_lowercase()
    );
    let mut hint = folders::moved(&source.path, meant, tree).unwrap_or_else(|| {
        format!("Move the file to {}{}", row.folder.trim_matches('`'), year(meant, folder))
    });
    if let Some(language) = language.filter(|_| !row.is_translatable) {
        let name = source.path.file_name();
        let name = name.split('.').next().unwrap_or(name);
        hint.push_str(&format!(", under the name {name}.md"));
        let has_lang = meant.fields().iter().any(|field| field.name == "lang");
        if has_lang && !tree.entries.iter().any(|entry| entry.key == "lang") {
            hint.push_str(&format!(", and add a line lang: {language}"));
        }
    }
    let code = match meant == Kind::Person {
        true => Code::UnreadConsent,
        false => Code::MisplacedText,
    };
    Some(Diagnostic::new(code, source.span(fence.clone()), message).hint(hint))
}

/// The year for which a story lies in a folder: another one of the same name may lie in that of
/// another year. Other texts are known by the name of their file alone.
fn year(kind: Kind, folder: &str) -> String {
    let last = folder.rsplit('/').next().unwrap_or_default();
    match kind == Kind::Story && last.len() == 4 && last.bytes().all(|byte| byte.is_ascii_digit()) {
        true => format!("{last}/"),
        false => String::new(),
    }
}

/// The folders of a text below `content/`.
fn folder(path: &SourcePath) -> Option<&str> {
    let inside = path.as_str().strip_prefix("content/")?;
    Some(inside.rsplit_once('/').map_or("", |(folder, _)| folder))
}

/// Whether the folder has a name that handbooks of other tools have for all of their pages.
fn is_of_other_handbook(folder: &str) -> bool {
    let first = folder.split('/').next().unwrap_or_default().to_lowercase();
    matches!(first.as_str(), "handbook" | "docs" | "doc" | "wiki")
}

/// What a text calls itself, in whatever language of the interface the field is named.
pub(crate) fn title_of(source: &Source) -> Option<String> {
    title(&front_matter::read(source, &mut vec![]).tree).map(str::to_owned)
}

fn title(tree: &Tree) -> Option<&str> {
    tree.entries.iter().find_map(|entry| match &entry.value.value {
        Value::Scalar(title) if is_title(&entry.key) => Some(title.as_str()),
        _ => None,
    })
}

/// A name for the file of a text, made of its title.
fn own_name(folder: &str, tree: &Tree) -> String {
    let language = Language::parse("en");
    let slug = title(tree).zip(language).and_then(|(title, language)| slug(title, &language));
    format!("{folder}{}.md", slug.as_deref().unwrap_or("my-own-name"))
}

fn is_title(key: &str) -> bool {
    matches!(key, "title" | "titel" | "name" | "navn" | "naam")
}

/// Whether texts of a kind have the field, by its own name or in another language.
fn has(kind: Kind, key: &str) -> bool {
    name_of(kind, key).is_some()
}

/// The field of a kind that is meant by a name.
fn name_of(kind: Kind, key: &str) -> Option<&'static str> {
    let fields = kind.fields();
    let own = fields.iter().map(|field| field.name).find(|name| *name == key);
    own.or_else(|| translated::meant(key, fields))
}

/// The kind that has most of the fields, and more of them than the kind of the folder.
fn by_fields(own: Kind, tree: &Tree) -> Option<Kind> {
    let keys = || tree.entries.iter().map(|entry| entry.key.as_str());
    if keys().all(|key| has(own, key)) {
        return None;
    }
    let known = |kind: Kind| keys().filter(|key| has(kind, key)).count();
    // A page of a handbook that another tool shows is none of our stories. A `theme` may be ours,
    // and events have an address and a kind.
    let is_of_another_tool = |kind: Kind| {
        keys().any(|key| key != "theme" && foreign::is_of_a_tool(key) && !has(kind, key))
    };
    let is_required = |kind: Kind, key: &str| {
        let name = name_of(kind, key);
        kind.fields().iter().any(|field| field.required && Some(field.name) == name)
    };
    let is_whole = |kind: Kind| {
        let is_there = |name: &str| keys().any(|key| name_of(kind, key) == Some(name));
        kind.fields().iter().filter(|field| field.required).all(|field| field.is_met(is_there))
    };
    let evidence = |kind: Kind| keys().filter(move |key| !has(own, key) && has(kind, key));
    let clear = |kind: Kind| {
        let names = evidence(kind).filter_map(|key| name_of(kind, key).map(|name| (key, name)));
        let says_little = |word: &str| is_everywhere(word) || is_common(word);
        names.filter(|(key, name)| !says_little(key) && !says_little(name)).count()
    };
    // Pages of other tools have many fields, so a page with a title must have two that hardly
    // another tool has.
    let is_titled_page = own == Kind::Page && keys().any(|key| name_of(own, key) == Some("title"));
    // A file in the folder of its kind has one field too many, and two of them say more.
    let least = if own == Kind::Page { 1 } else { 2 };
    let says_so = |kind: Kind| {
        let some = |key: &&str| !is_everywhere(key) || is_required(kind, key);
        match is_titled_page {
            true => {
                let is_all_of_it = || is_whole(kind) && keys().all(|key| has(kind, key));
                clear(kind) > 1 || clear(kind) == 1 && is_all_of_it()
            }
            false => clear(kind) >= least || evidence(kind).filter(some).count() > 1,
        }
    };
    let kinds = Kind::ALL.iter().copied();
    let others = kinds.filter(|kind| *kind != own && *kind != Kind::Page);
    let fitting = others
        .filter(|kind| is_whole(*kind) || clear(*kind) > 1)
        .filter(|kind| known(*kind) > known(own) && !is_of_another_tool(*kind));
    // Of several that fit alike, the first of the table.
    let best = fitting.fold(None, |best: Option<Kind>, kind| match best {
        Some(best) if known(best) >= known(kind) => Some(best),
        _ => Some(kind),
    })?;
    let calls_colleagues = tree.entries.iter().any(|entry| match &entry.value.value {
        Value::Scalar(author) if entry.key == "author" || entry.key == "forfatter" => is_id(author),
        Value::List(authors) if entry.key == "author" => {
            authors.iter().all(|it| matches!(&it.value, Value::Scalar(author) if is_id(author)))
        }
        _ => false,
    });
    let is_ours = keys().all(|key| has(best, key) || is_everywhere(key));
    (says_so(best) || calls_colleagues && is_ours && has(best, "author")).then_some(best)
}

/// Fields that texts of many other programs have, too, so that they say nothing.
fn is_everywhere(key: &str) -> bool {
    matches!(
        key,
        "author"
            | "authors"
            | "date"
            | "title"
            | "summary"
            | "keywords"
            | "lang"
            | "aliases"
            | "status"
            | "name"
            | "description"
            | "tags"
            | "theme"
            | "team"
            | "order"
            | "related"
    )
}

/// Fields that one or another text has anywhere, so that one of them alone says little.
fn is_common(key: &str) -> bool {
    matches!(
        key,
        "about"
            | "audience"
            | "contact"
            | "effective"
            | "end"
            | "buddy"
            | "duration"
            | "form"
            | "from"
            | "group"
            | "photo"
            | "photos"
            | "image"
            | "kind"
            | "languages"
            | "level"
            | "link"
            | "location"
            | "minutes"
            | "place"
            | "policy"
            | "role"
            | "source"
            | "start"
            | "topics"
            | "until"
            | "url"
            | "version"
    )
}

/// Whether it is written as the name of a file in `content/people/` is: `birthe-lund`.
fn is_id(author: &str) -> bool {
    !author.is_empty() && author.chars().all(|c| c.is_lowercase() || c == '-' || c.is_numeric())
}

/// What a text outside `content/` is meant to be.
pub(crate) enum Meant {
    Kind(Kind),
    /// Anything with fields: many tools have such files.
    Page,
}

/// Where the texts of a folder beside `content/` would be read, if its name says so.
pub(crate) fn place_of(folder: &str) -> Option<String> {
    if CONTENT.contains(&folder) {
        return Some("content".to_owned());
    }
    let own = Kind::ALL.iter().find(|kind| kind.row().inside.strip_suffix('/') == Some(folder));
    let kind = own.copied().or_else(|| called(folder))?;
    Some(kind.folder().trim_end_matches('/').to_owned())
}

/// What a text is written as that would be read at `place`; `None` where it has no fields.
pub(crate) fn written_as(place: &SourcePath, text: &str) -> Option<Meant> {
    let source = Source::new(place.clone(), text);
    let tree = front_matter::read(&source, &mut vec![]).tree;
    let kind = Kind::of(place);
    let has_any = |kind: Kind| tree.entries.iter().any(|entry| has(kind, &entry.key));
    let meant = meant(place, kind, &tree).unwrap_or(kind);
    has_any(meant).then(|| match meant == Kind::Page {
        true => Meant::Page,
        false => Meant::Kind(meant),
    })
}

#[cfg(test)]
mod tests;
