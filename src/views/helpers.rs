//! Who helps with what, from the roles of `programme.toml`: a number or an address to write to
//! stands with each, so that nobody has to look for it.

use serde::Serialize;

use super::scene::{Contact, Face, Scene};
use crate::config::{HelpsWith, ProgrammeRole};
use crate::data::types::PersonName;
use crate::document::kinds::person::PersonStatus;

/// Somebody who can be called, and for what.
#[derive(Serialize)]
pub(crate) struct Helper {
    /// What somebody says who calls: "I have been asked to give a talk."
    voice: Option<String>,
    what_for: Option<String>,
    /// The role, as readers call it.
    role: Option<String>,
    face: Face,
    pub(super) contact: Contact,
}

impl Scene<'_> {
    /// Everybody who has a role today and can be reached; first the one who is asked about
    /// everything.
    pub(crate) fn helpers(&self) -> Vec<Helper> {
        let programme = &self.site.programme;
        let first = programme.may.as_ref().and_then(|may| may.contact.as_ref());
        let mut roles: Vec<&ProgrammeRole> = programme.roles.iter().collect();
        let is_first = |role: &&ProgrammeRole| {
            first.zip(role.person.as_ref()).is_some_and(|(first, person)| first.id == person.id)
        };
        roles.sort_by_key(|role| !is_first(role));
        let mut helpers: Vec<Helper> =
            roles.into_iter().filter_map(|role| self.helper(role)).collect();
        let has_first = first.is_none_or(|first| {
            let named = |role: &ProgrammeRole| role.person.as_ref().map(|it| it.id.clone());
            programme.roles.iter().any(|role| named(role).as_ref() == Some(&first.id))
        });
        if !has_first {
            let first = first.and_then(|first| self.reachable(first));
            let helper =
                |(face, contact)| Helper { voice: None, what_for: None, role: None, face, contact };
            helpers.splice(0..0, first.map(helper));
        }
        helpers
    }

    /// Whom to call about a part of the site: who has a role that helps with it, else the one who is
    /// asked about everything.
    pub(crate) fn helper_with(&self, part: HelpsWith) -> Option<Contact> {
        let programme = &self.site.programme;
        let with = programme.roles.iter().filter(|role| role.helps_with.contains(&part));
        let own = with.filter_map(|role| self.helper(role)).map(|helper| helper.contact).next();
        own.or_else(|| {
            let first = programme.may.as_ref()?.contact.as_ref()?;
            Some(self.reachable(first)?.1)
        })
    }

    /// `None` outside the time of the role, and for somebody who cannot be reached.
    fn helper(&self, role: &ProgrammeRole) -> Option<Helper> {
        let today = self.site.options.today;
        if role.since.is_some_and(|since| since > today)
            || role.until.as_ref().is_some_and(|until| until.value < today)
        {
            return None;
        }
        let (face, contact) = self.reachable(role.person.as_ref()?)?;
        let default = self.site.default_language();
        let local = |text: &crate::data::Localized| text.get(self.code(), default).to_owned();
        Some(Helper {
            voice: role.voice.as_ref().map(local),
            what_for: role.what_for.as_ref().map(local),
            role: Some(local(&role.name)),
            face,
            contact,
        })
    }

    /// Somebody by name, with their role if they have one.
    pub(crate) fn helper_named(&self, person: &PersonName) -> Option<Helper> {
        let has = |role: &&ProgrammeRole| role.person.as_ref().is_some_and(|it| it.id == person.id);
        let role = self.site.programme.roles.iter().filter(has).find_map(|it| self.helper(it));
        role.or_else(|| {
            let (face, contact) = self.reachable(person)?;
            Some(Helper { voice: None, what_for: None, role: face.role.clone(), face, contact })
        })
    }

    /// How to reach these people, as far as they may be and can be.
    pub(crate) fn contacts(&self, people: &[PersonName]) -> Vec<Contact> {
        people.iter().filter_map(|person| self.reachable(person)).map(|(_, it)| it).collect()
    }

    /// A colleague who is here and can be called or written to; nobody in a public build.
    fn reachable(&self, person: &PersonName) -> Option<(Face, Contact)> {
        let entry = self.site.person(&person.id).filter(|_| !self.site.is_public())?;
        let is_gone = entry.person()?.status == Some(PersonStatus::Former);
        let contact = self.contact(&person.id)?;
        let can_be_reached = !is_gone && (contact.tel.is_some() || contact.mail.is_some());
        can_be_reached.then(|| (self.face(&person.id), contact))
    }
}
