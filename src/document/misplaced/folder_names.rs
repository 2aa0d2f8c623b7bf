//! What people call the folders of a kind, and of all texts, in the languages of the interface.

use crate::data::Tree;
use crate::document::Kind;

/// The kind that people mean by a folder of this name: also by its own, in capitals.
pub(super) fn called(folder: &str) -> Option<Kind> {
    let first = folder.split('/').next().unwrap_or_default();
    let name = first.to_lowercase().replace([' ', '_'], "-");
    let own = Kind::ALL.iter().find(|kind| kind.row().inside.strip_suffix('/') == Some(&name));
    let own = own.filter(|_| first != name).copied();
    let named = FOLDERS.iter().find(|(_, names)| names.contains(&name.as_str()));
    own.or_else(|| named.map(|(kind, _)| *kind))
}

/// A person, if a text in a folder for colleagues has a name and no title. Handbooks have pages in
/// such folders, too.
pub(super) fn of_colleague(folder: &str, tree: &Tree) -> Option<Kind> {
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

/// What people call a folder for all that is in `content/`.
pub(super) const CONTENT: &[&str] = &["content", "contents", "indhold", "inhoud", "inhalt"];

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
    (
        Kind::Digest,
        &[
            "digest",
            "letters",
            "newsletters",
            "newsletter",
            "nyhedsbreve",
            "breve",
            "nieuwsbrieven",
        ],
    ),
];
