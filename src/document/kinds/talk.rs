//! A talk that somebody gave or could give.

use crate::base::Date;
use crate::data::WebAddress;
use crate::data::fields::{choices, fields};
use crate::data::split::split_fields;
use crate::data::types::{Anchored, LanguageCode, OpportunityName, PageName, PersonName};
use crate::document::kinds::metadata::{Described, Metadata, Name, NamedPicture, ProseFields};
use crate::document::kinds::opportunity::EventKind;

split_fields! {
    /// `content/talks/`: what it says, where it was told.
    pub(crate) struct Talk, TalkProse {
        /// The title.
        prose required title: String, at most 200 = "Salt in the sensors";
        /// Who gives it.
        some speakers: PersonName, at most 20 = "emil-nygaard";
        /// The language of the talk.
        optional lang: LanguageCode = "en";
        /// What listeners should know before.
        optional level: Level = "everyone";
        /// Its length.
        optional minutes: u32 = "30";
        /// What it is about.
        prose list topics: String, at most 30 = "[sensors, the sea]";
        /// One sentence for lists.
        prose optional summary: String, at most 500 = "Why half of our alarms were the weather.";
        /// Where it was proposed and given.
        list history: Telling, at most 200 = "[{opportunity: harbour-days-2026, state: given, on: 2026-04-16}]";
        /// The slides.
        optional slides: WebAddress = "https://files.sundbro.example/salt.pdf";
        /// The recording.
        optional recording: WebAddress = "https://video.example/salt";
        /// The story about it.
        optional story: PageName = "stories/2026/salt";
        /// Where it could be given again.
        list available_for: EventKind, at most 20 = "[meetup, guest-lecture]";
        /// Who approved it, if it speaks for the company.
        optional approved_by: PersonName = "karen-molgaard";
        /// Whether the speaker speaks for the company or for themselves.
        optional capacity: Capacity = "official";
        /// Old addresses, which lead here.
        list aliases: Anchored<String>, at most 10 = "[talks/sensors]";
    }
}

impl Metadata for Talk {
    fn name(&self) -> Option<&str> {
        None
    }

    fn order(&self) -> Option<u32> {
        None
    }

    fn language(&self) -> Option<&str> {
        self.lang.as_ref().map(|lang| lang.0.as_str())
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
        let people = self.speakers.iter().chain(&self.approved_by);
        people.for_each(|person| visit(Name::Person(person)));
        let events = self.history.iter().filter_map(|telling| telling.opportunity.as_ref());
        events.for_each(|event| visit(Name::Opportunity(event)));
        self.story.iter().for_each(|story| visit(Name::Page(story)));
    }

    fn visit_files(&self, _: &mut dyn FnMut(NamedPicture<'_>)) {}
}

impl ProseFields for TalkProse {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn summary(&self) -> Option<&str> {
        self.summary.as_deref()
    }

    fn described(&self) -> Vec<Described> {
        vec![]
    }
}

choices! {
    /// What a listener should know before.
    pub(crate) enum Level {
        Everyone = "everyone",
        Beginner = "beginner",
        Intermediate = "intermediate",
        Advanced = "advanced",
    }
}

choices! {
    /// In whose name one speaks.
    pub(crate) enum Capacity {
        Official = "official",
        Personal = "personal",
    }
}

fields! {
    /// One station of a talk.
    #[derive(PartialEq)]
    pub(crate) struct Telling {
        /// The event, if it has a file in `content/speaking/`.
        optional opportunity: OpportunityName = "harbour-days-2026";
        /// Its name, if it has none.
        optional at: String = "The Friday lunch in Esbjerg";
        /// What happened there.
        optional state: TellingState = "given";
        /// The day.
        optional on: Date = "2026-04-16";
    }
}

choices! {
    /// How far a talk came at one event.
    pub(crate) enum TellingState {
        Planned = "planned",
        Submitted = "submitted",
        Accepted = "accepted",
        Waitlisted = "waitlisted",
        Confirmed = "confirmed",
        Given = "given",
        Told = "told",
        Rejected = "rejected",
        Withdrawn = "withdrawn",
    }
}
