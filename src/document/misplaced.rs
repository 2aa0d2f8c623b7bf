//! Texts in a folder of another kind than their fields say: a story in `historier/`.

use std::ops::Range;

use super::{Kind, front_matter};
use crate::base::{Code, Diagnostic, Source, SourcePath};
use crate::data::{KeyValue, Tree, Value, foreign, translated};

/// The kind that a text is meant to be, by its folder or its fields, where that is not `kind`.
pub(super) fn meant(path: &SourcePath, kind: Kind, tree: &Tree) -> Option<Kind> {
    let folder = folder(path)?;
    if path.file_name().starts_with("index.") {
        return None;
    }
    let by_folder = called(folder).or_else(|| of_colleague(folder, tree));
    let by_folder = by_folder.filter(|_| kind == Kind::Page);
    let unknown = tree.entries.iter().filter(|entry| !has(kind, &entry.key)).count();
    by_folder.or_else(|| by_fields(kind, tree, unknown).filter(|_| !tree.broken))
}

/// What is said of a text in such a folder.
pub(super) fn diagnostic(
    source: &Source,
    meant: Kind,
    tree: &Tree,
    fence: &Range<usize>,
) -> Option<Diagnostic> {
    // What keeps its fields from being read is said of it first.
    if tree.broken || tree.entries.is_empty() {
        return None;
    }
    let folder = folder(&source.path)?;
    let row = meant.row();
    let place = match folder {
        "" => "content/".to_owned(),
        folder => format!("content/{folder}/"),
    };
    let message = format!(
        "This is written like {}, but it is in {place}, where {} are not looked for",
        row.one,
        row.heading.to_lowercase()
    );
    Some(
        Diagnostic::new(Code::MisplacedText, source.span(fence.clone()), message)
            .hint(format!("Move the file to {}", row.folder.trim_matches('`'))),
    )
}

/// The folders of a text below `content/`.
fn folder(path: &SourcePath) -> Option<&str> {
    let inside = path.as_str().strip_prefix("content/")?;
    Some(inside.rsplit_once('/').map_or("", |(folder, _)| folder))
}

/// Whether texts of a kind have the field, by its own name or in another language.
fn has(kind: Kind, key: &str) -> bool {
    let fields = kind.fields();
    fields.iter().any(|field| field.name == key) || translated::meant(key, fields).is_some()
}

/// The kind that has most of the fields, and more of them than the kind of the folder.
fn by_fields(own: Kind, tree: &Tree, unknown: usize) -> Option<Kind> {
    // A page of a handbook that another tool shows is none of our stories. A `theme` may be ours.
    let is_of_another_tool =
        |entry: &KeyValue| entry.key != "theme" && foreign::is_of_a_tool(&entry.key);
    if unknown == 0 || tree.entries.iter().any(is_of_another_tool) {
        return None;
    }
    let keys = || tree.entries.iter().map(|entry| entry.key.as_str());
    let known = |kind: Kind| keys().filter(|key| has(kind, key)).count();
    let is_whole = |kind: &Kind| {
        let required = kind.fields().iter().filter(|field| field.required);
        let mut required = required.map(|field| field.name);
        required.all(|name| {
            keys().any(|key| key == name || translated::meant(key, kind.fields()) == Some(name))
        })
    };
    let kinds = Kind::ALL.iter().copied();
    let others = kinds.filter(|kind| *kind != own && *kind != Kind::Page);
    let fitting = others.filter(is_whole).filter(|kind| known(*kind) > known(own));
    // Of several that fit alike, the first of the table.
    let best = fitting.fold(None, |best: Option<Kind>, kind| match best {
        Some(best) if known(best) >= known(kind) => Some(best),
        _ => Some(kind),
    })?;
    let says_so = keys().any(|key| !has(own, key) && !is_everywhere(key) && has(best, key));
    let calls_colleagues = tree.entries.iter().any(|entry| match &entry.value.value {
        Value::Scalar(author) if entry.key == "author" || entry.key == "forfatter" => is_id(author),
        Value::List(authors) if entry.key == "author" => {
            authors.iter().all(|it| matches!(&it.value, Value::Scalar(author) if is_id(author)))
        }
        _ => false,
    });
    let is_ours = keys().all(|key| has(best, key) || is_everywhere(key));
    (says_so || calls_colleagues && is_ours && has(best, "author")).then_some(best)
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

/// Whether it is written as the name of a file in `content/people/` is: `birthe-lund`.
fn is_id(author: &str) -> bool {
    !author.is_empty() && author.chars().all(|c| c.is_lowercase() || c == '-' || c.is_numeric())
}

/// The kind that people mean by a folder of this name: also by its own, in capitals.
fn called(folder: &str) -> Option<Kind> {
    let first = folder.split('/').next().unwrap_or_default();
    let name = first.to_lowercase().replace([' ', '_'], "-");
    let own = Kind::ALL.iter().find(|kind| kind.row().inside.strip_suffix('/') == Some(&name));
    let own = own.filter(|_| first != name).copied();
    let named = FOLDERS.iter().find(|(_, names)| names.contains(&name.as_str()));
    own.or_else(|| named.map(|(kind, _)| *kind))
}

/// A person, if a text in a folder for colleagues has a name and no title. Handbooks have pages in
/// such folders, too.
fn of_colleague(folder: &str, tree: &Tree) -> Option<Kind> {
    let name = folder.split('/').next().unwrap_or_default().to_lowercase();
    let has = |names: &[&str]| {
        tree.entries.iter().any(|entry| names.contains(&entry.key.to_lowercase().as_str()))
    };
    let is_person = COLLEAGUES.contains(&name.as_str())
        && has(&["name", "navn", "naam"])
        && !has(&["title", "titel"]);
    is_person.then_some(Kind::Person)
}

/// Names of folders for colleagues, in which pages may stand, too.
const COLLEAGUES: &[&str] = &[
    "staff",
    "employees",
    "colleagues",
    "team",
    "teams",
    "ambassadors",
    "medarbejdere",
    "medarbejder",
    "ansatte",
    "folk",
    "kollegaer",
    "ambassadører",
    "medewerkers",
    "medewerker",
    "personeel",
    "ambassadeurs",
    "mitarbeiter",
    "kollegen",
];

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

/// What people call a folder for all that is in `content/`.
const CONTENT: &[&str] = &["content", "contents", "indhold", "inhoud", "inhalt"];

/// Names that folders get in the languages of the interface, and in German.
const FOLDERS: &[(Kind, &[&str])] = &[
    (
        Kind::Story,
        &[
            "historier",
            "historie",
            "fortællinger",
            "fortaellinger",
            "story",
            "storys",
            "verhalen",
            "verhaal",
            "geschichten",
        ],
    ),
    (
        Kind::Person,
        &[
            "personer",
            "mennesker",
            "kolleger",
            "person",
            "persons",
            "personen",
            "mensen",
            "collegas",
            "collega's",
            "menschen",
        ],
    ),
    (Kind::Theme, &["temaer", "tema", "theme", "thema", "thema's", "themas", "themen"]),
    (
        Kind::Faq,
        &["spørgsmål", "spoergsmaal", "sporgsmal", "faqs", "vragen", "questions", "fragen"],
    ),
    (Kind::Guideline, &["retningslinjer", "guideline", "richtlijnen", "richtlinien"]),
    (
        Kind::Opportunity,
        &["arrangementer", "begivenheder", "events", "evenementen", "veranstaltungen"],
    ),
    (Kind::Talk, &["foredrag", "oplæg", "oplaeg", "talk", "praatjes", "lezingen", "vorträge"]),
    (Kind::Training, &["kurser", "kursus", "trainings", "trainingen", "cursussen", "schulungen"]),
];

#[cfg(test)]
mod tests {
    use crate::base::{Code, Source, SourcePath};
    use crate::document::{Highlighter, ParseContext, parse};

    fn codes(path: &str, fields: &str) -> Vec<Code> {
        let source = Source::new(
            SourcePath::new(path).expect("inside"),
            format!("---\n{fields}---\nA text.\n"),
        );
        let highlighter = Highlighter::new();
        let languages = ["en", "da"].map(str::to_owned);
        let context = ParseContext { languages: &languages, highlighter: &highlighter };
        parse(&source, context).diagnostics.iter().map(|found| found.code).collect()
    }

    #[test]
    fn a_text_in_the_wrong_folder_is_known_by_its_fields() {
        for (path, fields) in [
            ("content/historier/a.md", "title: L\nauthor: birthe-lund\n"),
            ("content/historier/a.md", "title: L\n"),
            ("content/a.md", "title: L\nauthor: birthe-lund\ndate: 2026-11-02\n"),
            ("content/news/2026/a.md", "titel: L\nforfatter: birthe-lund\ntema: nat\n"),
            (
                "content/a.md",
                "title: L\nauthor: birthe-lund\ndate: 2026-11-02\nform: story\ntheme: night-shift\n",
            ),
            ("content/themes/a.md", "title: L\nauthor: Birthe Lund\nphotos: [a.jpg]\n"),
            ("content/stories/birthe.md", "name: Birthe Lund\nrole: Nurse\n"),
            ("content/personer/birthe.md", "name: Birthe Lund\n"),
            ("content/Mennesker/birthe.md", "name: Birthe Lund\n"),
            ("content/People/birthe.md", "name: Birthe Lund\nstatus: active\n"),
            ("content/STORIES/2026/a.md", "title: L\n"),
            ("content/Fragen/a.md", "title: L\n"),
            ("content/thema's/a.md", "title: L\n"),
        ] {
            let codes = codes(path, fields);
            assert!(codes.contains(&Code::MisplacedText), "{path} {fields}: {codes:?}");
            for other in [Code::UnknownField, Code::UnknownChoice] {
                assert!(!codes.contains(&other), "{path} {fields}: {codes:?}");
            }
        }
        for (path, fields) in [
            ("content/stories/a.md", "title: L\nauthor: birthe-lund\nphoto: a.jpg\n"),
            ("content/a.md", "title: L\nauthor: Jane Doe\ndate: 2020-01-01\ntags: [a]\n"),
            ("content/a.md", "title: L\nowner: birthe-lund\n"),
            ("content/a.md", "title: L\nauthor: adegeo\nms.topic: how\ndescription: L\n"),
            ("content/historier/index.md", "title: L\n"),
            ("content/people/birthe.md", "name: Birthe Lund\nrolle: Nurse\n"),
        ] {
            let codes = codes(path, fields);
            assert!(!codes.contains(&Code::MisplacedText), "{path} {fields}: {codes:?}");
        }
    }
}
