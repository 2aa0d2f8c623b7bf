//! An opportunity in one line of the speaking board, and at the top of its own page.

use serde::Serialize;

use super::scene::{Contact, Day, Face, Scene};
use crate::base::Date;
use crate::base::date::Zone;
use crate::config::HelpsWith;
use crate::document::kinds::Opportunity;
use crate::document::kinds::opportunity::{Attendance, EventKind};
use crate::language::Arg;
use crate::site::Entry;
use crate::speaking::{Event, State};

#[derive(Clone, Serialize)]
pub(crate) struct OpportunityCard {
    name: String,
    url: String,
    kind: &'static str,
    state: &'static str,
    /// The state in words.
    says: String,
    start: Option<Day>,
    end: Option<Day>,
    /// Its days, if there are several: the first as far as it differs, what stands between them, and
    /// the last.
    days: Option<[String; 3]>,
    /// Its day or days, in few letters.
    when: Option<String>,
    place: Option<String>,
    online: &'static str,
    languages: Vec<String>,
    topics: Vec<String>,
    deadline: Option<Day>,
    opens: Option<Day>,
    days_left: Option<i32>,
    first_timer: bool,
    co_speaker_wanted: bool,
    we_cover: Vec<&'static str>,
    too_short: bool,
    contact: Option<Face>,
    /// How to reach them.
    reach: Option<Contact>,
    speakers: Vec<Face>,
}

/// How many colleagues who spoke there are named: a series may be long.
const SPEAKERS: usize = 12;

pub(super) fn card(scene: &Scene<'_>, (entry, event): (&Entry, &Event)) -> OpportunityCard {
    let opportunity = entry.opportunity().expect("only opportunities stand on the board");
    let (today, zone) = (scene.site.options.today, &scene.site.config.zone);
    let state = event.state(today, zone);
    let cover = opportunity.we_cover.as_ref();
    let lead = cover.and_then(|cover| cover.lead_days).and_then(|days| u16::try_from(days).ok());
    let open = state.is_open();
    let last = event.end.filter(|end| event.start != Some(*end));
    let days = event.start.zip(last);
    let kind = opportunity.kind.unwrap_or_default();
    let contact = opportunity.contact.as_ref();
    let reach = contact.and_then(|person| scene.contacts(std::slice::from_ref(person)).pop());
    // Colleagues ask each other.
    let has_no_form = state == State::NoCfp && kind == EventKind::Internal;
    let seeks = open || state == State::CfpUpcoming || has_no_form;
    let place = opportunity.place.as_ref();
    let words = scene.words::<Opportunity>(entry);
    let topics = scene.translation(entry).map(|text| &text.topics).filter(|it| !it.is_empty());
    OpportunityCard {
        name: scene.document(entry).title().to_owned(),
        url: scene.url_of(&entry.name),
        kind: kind.word(),
        state: state.as_str(),
        says: match has_no_form {
            true => no_form(scene, reach.as_ref()),
            false => scene.text(&format!("state-{}", state.as_str())),
        },
        start: event.start.map(|date| scene.day(date)),
        end: event.end.map(|date| scene.day(date)),
        days: days.map(|(first, last)| scene.locale.dates.range(first, last)),
        when: event.start.map(|first| match days {
            Some((first, last)) => scene.locale.dates.short_range(first, last, today),
            None => scene.locale.dates.short(first, today),
        }),
        place: place.and_then(|place| town(place.city.as_deref(), place.country.as_deref())),
        online: place.and_then(|place| place.online).unwrap_or(Attendance::InPerson).word(),
        languages: opportunity.languages.iter().map(|code| scene.language_name(code)).collect(),
        topics: topics.unwrap_or(&words.topics).clone(),
        deadline: deadline(event, state, zone).map(|date| scene.day(date)),
        opens: opportunity
            .cfp
            .as_ref()
            .and_then(|cfp| cfp.opens.as_ref())
            .filter(|_| state == State::CfpUpcoming)
            .map(|opens| scene.day(opens.value.date)),
        days_left: event.days_left(today, zone).filter(|_| open),
        first_timer: opportunity.first_timer == Some(true) && seeks,
        co_speaker_wanted: opportunity.co_speaker_wanted == Some(true) && state.invites(),
        we_cover: cover.filter(|_| state.invites()).map_or(vec![], |cover| {
            let parts = [
                ("ticket", cover.ticket),
                ("travel", cover.travel),
                ("hotel", cover.hotel),
                ("work-time", cover.work_time),
            ];
            parts.iter().filter(|(_, yes)| *yes == Some(true)).map(|(key, _)| *key).collect()
        }),
        too_short: open && lead.is_some_and(|lead| event.too_short(lead, today, zone)),
        contact: contact.map(|person| scene.face(&person.id)),
        reach,
        speakers: scene
            .site
            .board
            .spoken(entry.id(), opportunity)
            .iter()
            .take(SPEAKERS)
            .map(|person| scene.face(person))
            .collect(),
    }
}

/// Whom to ask where no form is filled in.
fn no_form(scene: &Scene<'_>, contact: Option<&Contact>) -> String {
    let helper = scene.helper_with(HelpsWith::Speaking);
    match contact.or(helper.as_ref()) {
        Some(contact) => scene.text_with("no-form-ask", &[("name", Arg::Text(&contact.name))]),
        None => scene.text("no-form"),
    }
}

/// A deadline is shown only while the call is open or still to come.
fn deadline(event: &Event, state: State, zone: &Zone) -> Option<Date> {
    let matters = state.is_open() || state == State::CfpUpcoming;
    event.closing_day(zone).filter(|_| matters)
}

fn town(city: Option<&str>, country: Option<&str>) -> Option<String> {
    match (city, country) {
        (Some(city), Some(country)) => Some(format!("{city}, {country}")),
        (city, country) => city.or(country).map(str::to_owned),
    }
}
