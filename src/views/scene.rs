//! The scene of a page that is rendered: its language and address, and what every view needs to
//! show people, days, pictures and links.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::initials::{initials, tint};
use super::lists::{Filter, List};
use super::picture::Picture;
use super::{Context, PerLanguage, shorten};
use crate::base::percent;
use crate::base::{Date, Diagnostic, UrlPath};
use crate::data::types::{PageName, PersonName};
use crate::document::Document;
use crate::document::kinds::person::{self, PersonStatus};
use crate::document::kinds::translation::TranslationProse;
use crate::document::kinds::{KindProse, Person, Translation};
use crate::language::{Arg, Language, Locale};
use crate::look::{Engine, Root};
use crate::site::consent::may_be_named;
use crate::site::renditions::Shown;
use crate::site::{Entry, Site};

/// One page while it is rendered.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) context: &'a Context,
    pub(crate) site: &'a Site,
    pub(crate) language: &'a Language,
    pub(crate) locale: &'a Locale,
    pub(crate) here: &'a UrlPath,
    /// The lists of the wall; none while what all pages share is made.
    pub(crate) lists: Option<&'a BTreeMap<Filter, Arc<List>>>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Day {
    pub(crate) iso: String,
    pub(crate) long: String,
    pub(crate) short: String,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct LinkTo {
    pub(crate) title: String,
    pub(crate) url: String,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Face {
    pub(crate) name: String,
    pub(crate) role: Option<String>,
    pub(crate) team: Option<String>,
    pub(crate) place: Option<String>,
    /// Work and place in one line: "Ship's mechanic, Esbjerg".
    pub(crate) post: String,
    pub(crate) initials: String,
    /// The class of the style sheet for the circle behind the initials; none for somebody unseen.
    pub(crate) tint: Option<u8>,
    pub(crate) url: Option<String>,
    pub(crate) picture: Option<Picture>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Contact {
    pub(crate) name: String,
    pub(crate) role: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) tel: Option<String>,
    pub(crate) mail: Option<String>,
    pub(crate) url: Option<String>,
}

/// How many of the people in a list are shown with a portrait.
pub(crate) const PORTRAITS: usize = 3;

impl<'a> Scene<'a> {
    pub(crate) fn code(&self) -> &'a str {
        self.language.as_str()
    }

    /// The templates, in this language.
    pub(super) fn engine(&self) -> &'a Engine {
        &self.caches().engine
    }

    /// Renders a component alone, as `Engine::component` does.
    pub(super) fn component(
        &self,
        name: &'static str,
        arguments: &impl Serialize,
        root: Root<'_>,
        marks: &[(&'static str, &str)],
    ) -> Result<String, Diagnostic> {
        self.context.notes.template(name);
        self.engine().component(name, arguments, root, marks)
    }

    /// What is made once for all pages of this language.
    pub(super) fn caches(&self) -> &'a PerLanguage {
        self.context.in_language(self.language)
    }

    /// A text of the interface.
    pub(crate) fn text(&self, key: &str) -> String {
        self.context.look.texts.get(self.language, key).to_string()
    }

    pub(crate) fn text_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.context.look.texts.format(self.language, key, args)
    }

    pub(crate) fn day(&self, date: Date) -> Day {
        Day {
            iso: date.to_string(),
            long: self.locale.dates.long(date),
            short: self.locale.dates.short(date, self.site.options.today),
        }
    }

    /// A month that is written as `2026-11`, in words; anything else stays as it was written.
    pub(crate) fn month(&self, written: &str) -> String {
        let first = crate::base::date::parse_date(&format!("{written}-01"));
        first.map_or_else(|_| written.to_owned(), |first| self.locale.dates.month(first))
    }

    /// The document of a text in this language, or the original if there is no translation.
    pub(crate) fn document(&self, entry: &Entry) -> &'a Document {
        self.context.document(entry.in_language(self.code()))
    }

    /// The document of a text in its own language.
    pub(crate) fn original(&self, entry: &Entry) -> &'a Document {
        self.context.document(&entry.original)
    }

    /// The words in the fields of a text that is known to be of the kind `T`.
    pub(crate) fn words<T: KindProse>(&self, entry: &Entry) -> &'a T::Prose {
        T::of(&self.original(entry).prose.fields).expect("its kind is known")
    }

    /// The fields of the translation of a text into this language.
    pub(crate) fn translation(&self, entry: &Entry) -> Option<&'a TranslationProse> {
        Translation::of(&self.document(entry).prose.fields)
    }

    /// The one-sentence summary for lists.
    pub(crate) fn summary(&self, entry: &Entry) -> Option<&'a str> {
        self.document(entry).summary().or_else(|| self.original(entry).summary())
    }

    /// The address of a path in this language's part of the site, from the root of the site.
    pub(crate) fn url(&self, path: &str) -> String {
        self.site.address(path, self.code()).as_str().to_owned()
    }

    pub(crate) fn url_of(&self, name: &str) -> String {
        self.context.notes.text(name);
        self.site.address_of(name, self.code()).as_str().to_owned()
    }

    /// A link with a shortened title; the page that it leads to has the whole title.
    pub(crate) fn link_to(&self, entry: &Entry) -> LinkTo {
        LinkTo { title: shorten::name(self.document(entry).title()), url: self.url_of(&entry.name) }
    }

    /// A link to a page that `programme.toml` or front matter names.
    pub(crate) fn page_named(&self, name: &PageName) -> Option<LinkTo> {
        self.site.entry(&name.id).map(|entry| self.link_to(entry))
    }

    /// A colleague by id, as shown beside what they told. A person without a file is shown with the
    /// id, and a check reports it.
    pub(crate) fn face(&self, id: &str) -> Face {
        let face = match self.site.person(id) {
            Some(entry) => self.face_of(entry),
            None => self.unseen_face(id),
        };
        let short = |text: &String| shorten::name(text);
        Face {
            name: short(&face.name),
            role: face.role.as_ref().map(short),
            team: face.team.as_ref().map(short),
            place: face.place.as_ref().map(short),
            post: short(&face.post),
            ..face
        }
    }

    /// Colleagues in one list. If there are many, only the first ones have portraits.
    pub(crate) fn faces(&self, people: &[PersonName]) -> Vec<Face> {
        let faces = people.iter().enumerate().map(|(at, person)| {
            let face = self.face(&person.id);
            Face { picture: face.picture.filter(|_| at < PORTRAITS), ..face }
        });
        faces.collect()
    }

    /// A colleague as on their own page.
    pub(crate) fn face_of(&self, entry: &Entry) -> Face {
        let person = entry.person();
        let name = self.original(entry).title().to_owned();
        let role = self.role(entry).map(str::to_owned);
        let team = person.and_then(|person| person.team.as_ref());
        let team = team.map(|team| self.site.team_name(&team.id, self.code()).to_owned());
        let place = person.and_then(|person| Some(person.location.as_ref()?.value.as_str()));
        let place = place.map(|place| self.site.place_name(place, self.code()).to_owned());
        let post = [role.as_ref().or(team.as_ref()), place.as_ref()];
        let post: Vec<&str> = post.into_iter().flatten().map(String::as_str).collect();
        Face {
            initials: self.initials(entry, &name),
            tint: Some(tint(entry.id())),
            post: post.join(", "),
            role,
            team,
            place,
            url: Some(self.url_of(&entry.name)),
            picture: person.and_then(|person| self.portrait(entry, person)),
            name,
        }
    }

    /// A person whose profile readers may not see. Only the name is taken from the file, and not
    /// even the name if consent was withdrawn or the build is public.
    fn unseen_face(&self, id: &str) -> Face {
        let known = crate::site::consent::person(self.site, id);
        if known.is_some() {
            self.context.notes.text(&format!("people/{id}"));
        }
        let name = match known {
            Some(person) if may_be_named(self.site, id) => person.name.clone(),
            Some(_) => self.text("a-colleague"),
            None => id.to_owned(),
        };
        let initials = initials(&name);
        Face {
            name,
            role: None,
            team: None,
            place: None,
            post: String::new(),
            initials,
            tint: None,
            url: None,
            picture: None,
        }
    }

    /// The letters in the circle of a person, unlike those of anybody else who is seen.
    fn initials(&self, entry: &Entry, name: &str) -> String {
        self.context.initials().get(entry.id()).map_or_else(|| initials(name), str::to_owned)
    }

    /// The role of a person, in their own words and, if they wrote it so, in this page's language.
    fn role(&self, person: &Entry) -> Option<&'a str> {
        let role = self.words::<Person>(person).role.as_ref()?;
        Some(role.get(self.code(), self.site.default_language()))
    }

    fn portrait(&self, entry: &Entry, person: &Person) -> Option<Picture> {
        let file = person.photo.as_ref()?;
        let path = entry.original.path.join(&file.id)?;
        // No description is needed: the name of the person stands beside the picture.
        self.picture(&path, None, Shown::Small)
    }

    /// How to reach somebody; `None` for who cannot be reached here: readers may not see them, or
    /// they have left.
    pub(crate) fn contact(&self, id: &str) -> Option<Contact> {
        let entry = self.site.person(id)?;
        let person = entry.person().filter(|it| it.status != Some(PersonStatus::Former))?;
        Some(self.contact_of(entry, person))
    }

    pub(crate) fn contact_of(&self, entry: &Entry, person: &person::Person) -> Contact {
        let contact = person.contact.as_ref();
        let phone = contact.and_then(person::Contact::number);
        Contact {
            name: shorten::name(&person.name),
            role: self.role(entry).map(shorten::name),
            tel: phone.and_then(dialled),
            phone: phone.map(shorten::name),
            mail: contact.and_then(|contact| Some(contact.mail.as_ref()?.0.clone())),
            url: Some(self.url_of(&entry.name)),
        }
    }

    /// The language's name in itself, "Dansk"; `None` if it is the language of this page.
    pub(crate) fn other_language(&self, code: &str) -> Option<String> {
        (code != self.code()).then(|| self.own_name(code))
    }

    /// The name of a language in that language.
    pub(crate) fn own_name(&self, code: &str) -> String {
        self.name_or_code(&format!("own-name-{code}"), code)
    }

    /// The name of a language in the language of this page.
    pub(crate) fn language_name(&self, code: &str) -> String {
        self.name_or_code(&format!("language-{code}"), code)
    }

    fn name_or_code(&self, key: &str, code: &str) -> String {
        let name = self.text(key);
        if name == key { code.to_owned() } else { name }
    }

    /// The address where the file can be edited, if the site has one.
    pub(crate) fn edit_url(&self, document: &Document) -> Option<String> {
        if self.site.is_public() {
            return None;
        }
        let pattern = &self.site.config.file.edit_url.as_ref()?.value.0;
        Some(pattern.replace("{path}", &percent::encoded(document.path().as_str())))
    }
}

/// A phone number as it is dialled: digits, with or without a plus before them. `None` for a text
/// with too few or too many digits, which is not a phone number.
pub(super) fn dialled(phone: &str) -> Option<String> {
    let mut number = String::new();
    for c in phone.chars() {
        if c.is_ascii_digit() || (c == '+' && number.is_empty()) {
            number.push(c);
        }
    }
    let digits = number.trim_start_matches('+').len();
    (2..=20).contains(&digits).then_some(number)
}
