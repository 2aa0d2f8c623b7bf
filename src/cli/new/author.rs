//! Who tells a story that is begun: somebody of the site, or a colleague who gets a file of their
//! own.

use super::received::Received;
use crate::base::SourcePath;
use crate::cli::files::NewFile;
use crate::cli::project::Project;
use crate::document::Kind;
use crate::document::kinds::Person;
use crate::document::new_text::{self, NewText};
use crate::language::Language;

#[derive(Default)]
pub(super) struct Author {
    /// As the field says it: one name of a file, or several in a list.
    value: String,
    /// Colleagues without a file: where it will be, and their name.
    new: Vec<(SourcePath, String)>,
    /// Why somebody should ask whether it is this author.
    pub(super) remark: Option<String>,
}

impl Author {
    /// Somebody whom the command names by their file.
    pub(super) fn as_typed(author: &str) -> Author {
        let value = if author.contains(',') { format!("[{author}]") } else { author.to_owned() };
        Author { value, ..Author::default() }
    }

    /// Who tells a story: whom the command names, else the text itself, else who sent it; `None` if
    /// nobody is known.
    pub(super) fn find(
        named: Option<&str>,
        received: &Received,
        project: &Project,
    ) -> Option<Author> {
        if let Some(named) = named {
            return Some(Author::all(named, project));
        }
        let sender = received.submission.sender.as_ref();
        let mail = received.address();
        let sent_by = sender.and_then(|sender| sender.name.as_deref());
        // Some programs write the address in place of the name.
        let sent_by = sent_by.filter(|name| !name.contains('@'));
        if let Some(named) = received.value("author") {
            let mut author = Author::all(named, project);
            let is_other = |name: &str| name.to_lowercase() != named.trim().to_lowercase();
            if let Some(name) = sent_by.filter(|name| is_other(name)) {
                author.remark =
                    Some(format!("The text names {named} as its author, and {name} sent it"));
            }
            return Some(author);
        }
        if let Some(person) = with_mail(mail, project) {
            let is_other = |name: &str| name.to_lowercase() != person.name.to_lowercase();
            let remark = sent_by.filter(|name| is_other(name)).map(|name| {
                format!("The address is that of {}, and the email says {name}", person.name)
            });
            return Some(Author { value: person.id, new: vec![], remark });
        }
        let mut author = Author::all_of([sent_by?], project);
        if author.new.is_empty()
            && author.remark.is_none()
            && let Some(mail) = mail
        {
            author.remark = Some(format!(
                "The email came from {mail}, which the file of {} does not name: ask whether they \
                 wrote it",
                author.value
            ));
        }
        Some(author)
    }

    /// Who is named by their files or by their names, with commas between.
    fn all(named: &str, project: &Project) -> Author {
        Author::all_of(named.split(','), project)
    }

    fn all_of<'a>(named: impl IntoIterator<Item = &'a str>, project: &Project) -> Author {
        let mut author = Author::default();
        let mut ids = vec![];
        for one in named {
            let one = one.split_whitespace().collect::<Vec<_>>().join(" ");
            if !one.is_empty() {
                ids.push(author.id(&one, project));
            }
        }
        author.value = if ids.len() == 1 { ids.remove(0) } else { format!("[{}]", ids.join(", ")) };
        author
    }

    /// The file of somebody who is named by it or by name, begun if there is none.
    fn id(&mut self, one: &str, project: &Project) -> String {
        let site = project.snapshot.site();
        let has_file = |id: &str| site.entry(&format!("people/{id}")).is_some();
        let is_name = one.contains(char::is_whitespace) || one.contains(char::is_uppercase);
        if has_file(one) || !is_name {
            return one.to_owned();
        }
        if let Some(person) = person(project, |it| it.name.to_lowercase() == one.to_lowercase()) {
            return person.id;
        }
        let Some((id, path)) = begun(one, site.languages.default()) else { return one.to_owned() };
        if has_file(&id) {
            // A mail program without å writes Aase.
            self.remark = Some(format!("“{one}” is taken for the colleague of {path}"));
        } else {
            self.new.push((path, one.to_owned()));
        }
        id
    }

    pub(super) fn value(&self) -> &str {
        &self.value
    }

    /// The files of colleagues who had none.
    pub(super) fn new_files(&self) -> impl Iterator<Item = NewFile> {
        self.new.iter().map(|(path, name)| {
            let fields = vec![("name", new_text::as_text(name))];
            let person = NewText { fields, ..NewText::default() };
            NewFile::text(path.clone(), person.source())
        })
    }
}

/// Somebody of the site.
struct Found {
    id: String,
    name: String,
}

/// The name of the colleague whose mail address this was sent from.
pub(super) fn known(received: &Received, project: &Project) -> Option<String> {
    with_mail(received.address(), project).map(|person| person.name)
}

fn with_mail(mail: Option<&str>, project: &Project) -> Option<Found> {
    person(project, |person| {
        let own = person.contact.as_ref().and_then(|contact| contact.mail.as_ref());
        own.zip(mail).is_some_and(|(own, sent)| own.0.eq_ignore_ascii_case(sent))
    })
}

/// The one person of whom this holds.
fn person(project: &Project, is_meant: impl Fn(&Person) -> bool) -> Option<Found> {
    let people = project.snapshot.site().originals(Kind::Person);
    let mut meant = people.filter_map(|text| {
        let person = text.meta.person().filter(|person| is_meant(person))?;
        let id = text.name.trim_start_matches("people/").to_owned();
        Some(Found { id, name: person.name.clone() })
    });
    let found = meant.next()?;
    meant.next().is_none().then_some(found)
}

/// Where the file of somebody new will be, and what it is called.
fn begun(name: &str, language: &Language) -> Option<(String, SourcePath)> {
    let path = new_text::path(Kind::Person, name, 0, language)?;
    let file = path.as_str().rsplit('/').next()?;
    Some((file.strip_suffix(".md")?.to_owned(), path))
}
