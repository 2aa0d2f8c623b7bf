//! A chance to speak.

use crate::base::Date;
use crate::base::date::{Deadline, Zone};
use crate::data::WebAddress;
use crate::data::fields::{choices, fields};
use crate::data::split::split_fields;
use crate::data::types::{Anchored, GoalName, PersonName, RoleName};
use crate::document::kinds::metadata::{Described, Metadata, Name, NamedPicture, ProseFields};

split_fields! {
    /// `content/speaking/`: a conference, a meetup, a podcast, an evening at work.
    pub(crate) struct Opportunity, OpportunityProse {
        /// The name of the event.
        prose required name: String, at most 200 = "Harbour Days";
        /// The website of the event.
        required url: WebAddress = "https://harbourdays.example/";
        /// What kind of event it is.
        optional kind: EventKind = "conference";
        /// Its first day.
        optional start: Anchored<Date> = "2027-04-15";
        /// Its last day, if not the first.
        optional end: Anchored<Date> = "2027-04-16";
        /// Where it is.
        optional place: Venue = "{city: Aarhus, country: DK, online: hybrid}";
        /// Languages in which speakers may speak.
        list languages: String, at most 40 = "[da, en]";
        /// What it is about.
        prose list topics: String, at most 30 = "[maintenance]";
        /// Who comes.
        prose optional audience: String = "about 300 engineers";
        /// The call for speakers.
        optional cfp: Cfp = "{closes: 2027-01-15, url: https://harbourdays.example/cfp}";
        /// What speakers get from the organisers.
        optional offers: Offers = "{ticket: yes, travel: no}";
        /// What we pay for and give time for.
        optional we_cover: WeCover = "{ticket: yes, travel: yes, work_time: yes}";
        /// Whether it is a good place for somebody who has never spoken.
        optional first_timer: bool = "yes";
        /// Whether we look for a second speaker.
        optional co_speaker_wanted: bool = "yes";
        /// The colleague who knows it.
        optional contact: PersonName = "mette-krogh";
        /// A name that all its editions share, so that the next one can be expected.
        optional series: String = "harbour-days";
        /// The goal of the programme that a talk there would help.
        optional goal: GoalName = "people-find-us";
        /// Where this entry comes from.
        optional source: Origin = "{from: confs.tech, fetched: 2026-11-20}";
        /// When somebody last checked it.
        optional verified: Date = "2026-11-20";
        /// What the dates do not say, such as cancelled.
        optional status: EventStatus = "extended";
        /// Old addresses, which lead here.
        list aliases: Anchored<String>, at most 10 = "[speaking/harbour]";
    }
}

impl Metadata for Opportunity {
    fn name(&self) -> Option<&str> {
        None
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
        self.contact.iter().for_each(|person| visit(Name::Person(person)));
        self.goal.iter().for_each(|goal| visit(Name::Goal(goal)));
        let role = self.we_cover.as_ref().and_then(|cover| cover.approve_by.as_ref());
        role.into_iter().for_each(|role| visit(Name::Role(role)));
    }

    fn visit_files(&self, _: &mut dyn FnMut(NamedPicture<'_>)) {}
}

impl ProseFields for OpportunityProse {
    fn title(&self) -> Option<&str> {
        Some(&self.name)
    }

    fn summary(&self) -> Option<&str> {
        None
    }

    fn described(&self) -> Vec<Described> {
        vec![]
    }
}

choices! {
    /// What kind of event it is.
    pub(crate) enum EventKind {
        Conference = "conference",
        Meetup = "meetup",
        Webinar = "webinar",
        Podcast = "podcast",
        GuestLecture = "guest-lecture",
        Internal = "internal",
        Panel = "panel",
    }
}

choices! {
    /// What somebody has heard of a call or an event.
    pub(crate) enum EventStatus {
        Extended = "extended",
        Closed = "closed",
        Cancelled = "cancelled",
    }
}

choices! {
    /// How one takes part.
    pub(crate) enum Attendance {
        InPerson = "in-person",
        Online = "online",
        Hybrid = "hybrid",
    }
}

fields! {
    /// Where an event is.
    #[derive(PartialEq)]
    pub(crate) struct Venue {
        /// The town.
        optional city: String = "Aarhus";
        /// The country, by its two letters.
        optional country: String = "DK";
        /// Whether it is online.
        optional online: Attendance = "hybrid";
    }
}

fields! {
    /// A call for speakers.
    #[derive(PartialEq)]
    pub(crate) struct Cfp {
        /// The first day on which one can send a proposal.
        optional opens: Anchored<Deadline> = "2026-12-01";
        /// The last day, or the last day and hour.
        optional closes: Anchored<Deadline> = "2027-01-15T23:59";
        /// The time zone of that hour, or AoE for anywhere on Earth.
        optional tz: Zone = "Europe/Copenhagen";
        /// Where to send it.
        optional url: WebAddress = "https://harbourdays.example/cfp";
        /// When they answer.
        optional notify: Date = "2027-02-15";
        /// What one can propose.
        list formats: Format, at most 20 = "[{name: talk, minutes: 30}]";
    }
}

fields! {
    /// A form of talk.
    #[derive(PartialEq)]
    pub(crate) struct Format {
        /// Its name.
        required name: String = "talk";
        /// Its length.
        optional minutes: u32 = "30";
    }
}

fields! {
    /// What the organisers give a speaker.
    #[derive(PartialEq)]
    pub(crate) struct Offers {
        /// A ticket.
        optional ticket: bool = "yes";
        /// Travel.
        optional travel: bool = "no";
        /// A hotel.
        optional hotel: bool = "no";
        /// A fee.
        optional fee: bool = "no";
        /// A recording.
        optional recording: bool = "yes";
        /// Captions or sign language.
        optional captions: bool = "yes";
    }
}

fields! {
    /// What we give a colleague who speaks.
    #[derive(PartialEq)]
    pub(crate) struct WeCover {
        /// A ticket.
        optional ticket: bool = "yes";
        /// Travel.
        optional travel: bool = "yes";
        /// A hotel.
        optional hotel: bool = "yes";
        /// The time, which counts as work.
        optional work_time: bool = "yes";
        /// The role that says yes.
        optional approve_by: RoleName = "decision_maker";
        /// How many days before the deadline they want to know.
        optional lead_days: u32 = "21";
    }
}

fields! {
    /// Where an entry comes from.
    #[derive(PartialEq)]
    pub(crate) struct Origin {
        /// The name of the list.
        required from: String = "confs.tech";
        /// Its file there.
        optional file: String = "2027/general.json";
        /// When it was fetched.
        optional fetched: Date = "2026-11-20";
        /// The version of the entry at that time.
        optional hash: String = "\"5f2c\"";
    }
}
