//! Texts that somebody named by their titles where the names of their files are wanted. No check may
//! depend on a title, so this is looked up when a report is made.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::reading::Reading;
use crate::base::{Code, Diagnostic, Note};
use crate::data::fields::shortened;
use crate::document::Kind;
use crate::site::links::relative;
use crate::site::spelling::same_to_people;

/// The names of texts by their titles, made when the first diagnostic asks.
pub(super) struct Titles<'a> {
    reading: &'a Reading,
    /// By code, too, for a theme is called by the title of a theme alone.
    by_title: OnceCell<HashMap<(Code, String), Named<'a>>>,
}

/// Texts of one title. A text and its translations are one.
struct Named<'a> {
    name: &'a str,
    id: &'a str,
    /// The file of the text, in one of its languages.
    path: &'a str,
    is_one: bool,
}

/// Whether what such a diagnostic says depends on titles.
pub(super) fn depends_on_titles(code: Code) -> bool {
    matches!(
        code,
        Code::UnknownTheme | Code::UnknownOpportunity | Code::UnknownPage | Code::BlankInAddress
    )
}

impl<'a> Titles<'a> {
    pub(super) fn new(reading: &'a Reading) -> Titles<'a> {
        Titles { reading, by_title: OnceCell::new() }
    }

    /// Puts the name of the text into the hint, where its title was written.
    pub(super) fn name(&self, diagnostic: &mut Diagnostic) {
        if !depends_on_titles(diagnostic.code) {
            return;
        }
        let (words, code) = match diagnostic.code {
            // The title, or the name of a colleague, in place of an address.
            Code::BlankInAddress => (address(diagnostic), Code::UnknownPage),
            code => (between(&diagnostic.message, "“", "”"), code),
        };
        let Some(words) = words else { return };
        let found = self.by_title.get_or_init(|| by_title(self.reading));
        let found = found.get(&(code, same_to_people(words)));
        let Some(named) = found.filter(|named| named.is_one) else { return };
        let meant = match diagnostic.code {
            Code::UnknownPage if diagnostic.span.path.as_str().ends_with(".toml") => {
                format!("{}.md", named.name)
            }
            Code::UnknownPage => named.name.to_owned(),
            Code::BlankInAddress => relative(diagnostic.span.path.as_str(), named.path),
            _ => named.id.to_owned(),
        };
        diagnostic.notes.retain(|note| matches!(note, Note::Place(..)));
        diagnostic.notes.push(Note::Hint(format!("Did you mean “{meant}”?")));
    }
}

fn between<'t>(text: &'t str, begin: &str, end: &str) -> Option<&'t str> {
    Some(text.split_once(begin)?.1.rsplit_once(end)?.0)
}

/// The address with a space in it, as its hint shows it.
fn address(diagnostic: &Diagnostic) -> Option<&str> {
    diagnostic.notes.iter().find_map(|note| match note {
        Note::Hint(hint) => between(hint, "(<", ">)"),
        Note::Example(_) | Note::Place(..) => None,
    })
}

/// Titles are compared as messages show them, cut after some words.
fn by_title(reading: &Reading) -> HashMap<(Code, String), Named<'_>> {
    let mut all: HashMap<(Code, String), Named<'_>> = HashMap::new();
    for document in reading.documents.values() {
        let (name, id) = (&*document.facts.name, document.facts.id());
        let path = document.path().as_str();
        let title = same_to_people(&shortened(document.title()));
        let kinds =
            [(Kind::Theme, Code::UnknownTheme), (Kind::Opportunity, Code::UnknownOpportunity)];
        let of_kind = kinds.into_iter().find(|(kind, _)| *kind == document.facts.kind);
        for code in of_kind.map(|it| it.1).into_iter().chain([Code::UnknownPage]) {
            let named = all.entry((code, title.clone()));
            let named = named.or_insert(Named { name, id, path, is_one: true });
            named.is_one &= named.name == name;
        }
    }
    all
}
