//! A colleague, as far as they want to be seen.

use crate::base::{Date, gap};
use crate::data::addresses::MailAddress;
use crate::data::fields::{choices, fields};
use crate::data::split::split_fields;
use crate::data::types::{Anchored, FileName, Localized, PersonName, TeamName};
use crate::document::kinds::metadata::{
    Described, Metadata, Name, NamedPicture, ProseFields, Shows,
};

split_fields! {
    /// `content/people/`: who tells, helps, speaks and can be asked.
    pub(crate) struct Person, PersonProse {
        /// First and last name.
        required name: String, at most 100 = "Jonas Holm";
        /// What they do, in their own words; for each language of the site, if they like.
        prose optional role: Localized = "Ship's mechanic";
        /// Their team.
        optional team: TeamName = "workshop";
        /// Their town.
        optional location: Anchored<String> = "Esbjerg";
        /// Languages they like to be spoken to in, by their codes.
        list languages: String, at most 40 = "[da, en]";
        /// A portrait beside this file.
        optional photo: FileName = "jonas-holm.jpg";
        /// What they know well; each for each language of the site, if they like.
        prose list expertise: Localized, at most 50 = "[pumps, cold mornings]";
        /// What they can do for a colleague's story.
        list can: Skill, at most 20 = "[write, listen]";
        /// What they would like to try; each for each language of the site, if they like.
        prose list wants_to_try: Localized, at most 50 = "[speaking]";
        /// How to reach them.
        optional contact: Contact = "{phone: +45 00 00 44 12}";
        /// What they agreed to.
        optional consent: Consent = "{photo: yes, name: yes, given: 2026-03-01}";
        /// The colleague with whom they read each other's stories.
        optional buddy: PersonName = "mette-krogh";
        /// Whether they still work here, or need a break.
        optional status: PersonStatus = "active";
        /// Old addresses, which lead here.
        list aliases: Anchored<String>, at most 10 = "[people/jonas]";
    }
}

impl Metadata for Person {
    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }

    fn order(&self) -> Option<u32> {
        None
    }

    fn language(&self) -> Option<&str> {
        None
    }

    fn reviewed(&self) -> Option<Date> {
        None
    }

    fn is_draft(&self) -> bool {
        false
    }

    fn aliases(&self) -> &[Anchored<String>] {
        &self.aliases
    }

    fn visit_names(&self, visit: &mut dyn FnMut(Name<'_>)) {
        self.buddy.iter().for_each(|buddy| visit(Name::Person(buddy)));
        self.team.iter().for_each(|team| visit(Name::Team(team)));
        self.location.iter().for_each(|place| visit(Name::Place(place)));
    }

    fn visit_files(&self, visit: &mut dyn FnMut(NamedPicture<'_>)) {
        if let Some(file) = &self.photo {
            visit(NamedPicture { file, shows: Shows::Portrait });
        }
    }
}

impl ProseFields for PersonProse {
    fn title(&self) -> Option<&str> {
        None
    }

    fn summary(&self) -> Option<&str> {
        None
    }

    fn described(&self) -> Vec<Described> {
        vec![]
    }
}

choices! {
    /// What somebody can do for a story.
    pub(crate) enum Skill {
        Write = "write",
        Photograph = "photograph",
        Film = "film",
        Speak = "speak",
        Mentor = "mentor",
        Listen = "listen",
        Translate = "translate",
        Draw = "draw",
    }
}

choices! {
    /// Where somebody stands.
    pub(crate) enum PersonStatus {
        Active = "active",
        Former = "former",
        Paused = "paused",
        Withdrawn = "withdrawn",
    }
}

fields! {
    /// How to reach somebody at work.
    #[derive(PartialEq)]
    pub(crate) struct Contact {
        /// Their phone number at work.
        optional phone: String = "+45 00 00 44 12";
        /// Their email address at work.
        optional mail: MailAddress = "jonas@sundbro.example";
    }
}

impl Contact {
    /// The telephone number, unless somebody still has to fill it in.
    pub(crate) fn number(&self) -> Option<&str> {
        self.phone.as_deref().filter(|phone| gap::find(phone).is_empty())
    }
}

fields! {
    /// What somebody agreed to; they can take it back any day.
    #[derive(PartialEq)]
    pub(crate) struct Consent {
        /// Whether pictures of them may be shown.
        optional photo: bool = "yes";
        /// Whether their name may be shown.
        optional name: bool = "yes";
        /// When they agreed.
        optional given: Date = "2026-03-01";
        /// The last day on which it holds.
        optional until: Date = "2027-12-31";
        /// Who may see it: colleagues, or everybody.
        optional scope: Scope = "internal";
        /// Where the agreement is kept.
        optional r#ref: String = "HR file 4412";
        /// The day on which they withdrew it.
        optional withdrawn: Date = "2026-11-20";
    }
}

choices! {
    /// How far a consent reaches.
    pub(crate) enum Scope {
        Internal = "internal",
        Public = "public",
    }
}
