//! Who tells a story that is begun: somebody of the site, or a colleague who gets a file of their
//! own.

use super::files::NewFile;
use super::received::Received;
use crate::base::SourcePath;
use crate::cli::project::Project;
use crate::document::Kind;
use crate::document::kinds::Person;
use crate::document::new_text::{self, NewText};
use crate::language::Language;

pub(super) struct Author {
    /// As the field says it: one name of a file, or several in a list.
    value: String,
    /// Colleagues without a file: where it will be, and their name.
    new: Vec<(SourcePath, String)>,
}

impl Author {
    /// Somebody whom the command names by their file.
    pub(super) fn as_typed(author: &str) -> Author {
        let value = if author.contains(',') { format!("[{author}]") } else { author.to_owned() };
        Author { value, new: vec![] }
    }

    /// Who tells a story: whom the command names, else the text itself, else who sent it; `None` if
    /// nobody is known.
    pub(super) fn find(
        named: Option<&str>,
        received: &Received,
        project: &Project,
    ) -> Option<Author> {
        if let Some(named) = named.or_else(|| received.value("author")) {
            return Some(Author::named(named, project));
        }
        let sender = received.submission.sender.as_ref()?;
        let has_mail = |person: &Person| {
            let own = person.contact.as_ref().and_then(|contact| contact.mail.as_ref());
            let sent = sender.mail.as_deref();
            own.zip(sent).is_some_and(|(own, sent)| own.0.eq_ignore_ascii_case(sent))
        };
        if let Some(id) = person(project, has_mail) {
            return Some(Author { value: id, new: vec![] });
        }
        sender.name.as_deref().map(|name| Author::named(name, project))
    }

    /// Who is named by their files or by their names, with commas between.
    fn named(named: &str, project: &Project) -> Author {
        let mut new = vec![];
        let ids = named.split(',').map(str::trim).filter(|one| !one.is_empty()).map(|one| {
            let is_file = project.snapshot.site().entry(&format!("people/{one}")).is_some();
            let is_name = one.contains(char::is_whitespace) || one.contains(char::is_uppercase);
            if is_file || !is_name {
                return one.to_owned();
            }
            let has_name = |person: &Person| person.name.to_lowercase() == one.to_lowercase();
            if let Some(id) = person(project, has_name) {
                return id;
            }
            let language = project.snapshot.site().languages.default();
            match begun(one, language) {
                Some((id, path)) => {
                    new.push((path, one.to_owned()));
                    id
                }
                None => one.to_owned(),
            }
        });
        let ids: Vec<String> = ids.collect();
        let value = if ids.len() == 1 { ids[0].clone() } else { format!("[{}]", ids.join(", ")) };
        Author { value, new }
    }

    pub(super) fn value(&self) -> &str {
        &self.value
    }

    /// The files of colleagues who had none.
    pub(super) fn new_files(&self) -> impl Iterator<Item = NewFile> {
        self.new.iter().map(|(path, name)| {
            let fields = vec![("name", name.clone())];
            let person = NewText { fields, ..NewText::default() };
            NewFile::text(path.clone(), person.source())
        })
    }
}

/// The name of the file of the one person of whom this holds.
fn person(project: &Project, is_meant: impl Fn(&Person) -> bool) -> Option<String> {
    let people = project.snapshot.site().originals(Kind::Person);
    let mut meant = people.filter(|text| text.meta.person().is_some_and(&is_meant));
    let found = meant.next()?;
    let id = found.name.trim_start_matches("people/").to_owned();
    meant.next().is_none().then_some(id)
}

/// Where the file of somebody new will be, and what it is called.
fn begun(name: &str, language: &Language) -> Option<(String, SourcePath)> {
    let path = new_text::path(Kind::Person, name, 0, language)?;
    let file = path.as_str().rsplit('/').next()?;
    Some((file.strip_suffix(".md")?.to_owned(), path))
}
