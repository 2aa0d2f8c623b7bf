//! Who has spoken where, and which events are editions of one series.

use std::collections::{BTreeMap, HashMap};

use super::entry::{Entry, Group, of_kind};
use crate::base::Date;
use crate::document::Kind;
use crate::document::kinds::Opportunity;
use crate::document::kinds::talk::TellingState;

/// The past of the speaking board, looked up by event, series and speaker.
#[derive(Clone, Debug, Default)]
pub(crate) struct BoardPast {
    /// Names of the events of a series, newest first.
    series: HashMap<String, Vec<String>>,
    /// Ids of people who spoke at an event, by the event's id.
    speakers: HashMap<String, Vec<String>>,
    /// Ids of people who spoke at any event of a series, with the day on which it began.
    series_speakers: HashMap<String, Vec<(Option<Date>, String)>>,
    /// Names of the talks of an event, by its id.
    talks: HashMap<String, Vec<String>>,
    /// Names of a person's talks.
    by_speaker: HashMap<String, Vec<String>>,
}

impl BoardPast {
    pub(crate) fn new(entries: &Group) -> BoardPast {
        let mut past = BoardPast::default();
        let mut dated: BTreeMap<&str, Vec<(Option<Date>, &str)>> = BTreeMap::new();
        for entry in of_kind(entries, Kind::Opportunity) {
            let Some(opportunity) = entry.opportunity() else { continue };
            if let Some(series) = &opportunity.series {
                dated.entry(series).or_default().push((start(opportunity), &entry.name));
            }
        }
        for (series, mut editions) in dated {
            editions.sort_by(|a, b| b.cmp(a));
            let names = editions.into_iter().map(|(_, name)| name.to_owned()).collect();
            past.series.insert(series.to_owned(), names);
        }
        for entry in of_kind(entries, Kind::Talk) {
            past.add_talk(entry, entries);
        }
        past
    }

    fn add_talk(&mut self, entry: &Entry, entries: &Group) {
        let Some(talk) = entry.talk() else { return };
        for speaker in &talk.speakers {
            self.by_speaker.entry(speaker.id.clone()).or_default().push(entry.name.clone());
        }
        for telling in &talk.history {
            let Some(event) = &telling.opportunity else { continue };
            add(&mut self.talks, &event.id, &entry.name);
            let state = telling.state.unwrap_or(TellingState::Given);
            if !matches!(state, TellingState::Given | TellingState::Told) {
                continue;
            }
            let known = entries.get(format!("speaking/{}", event.id).as_str());
            let known = known.and_then(|event| event.opportunity());
            for speaker in &talk.speakers {
                add(&mut self.speakers, &event.id, &speaker.id);
                if let Some((event, series)) = known.and_then(|it| Some((it, it.series.as_ref()?)))
                {
                    let spoke = (start(event), speaker.id.clone());
                    self.series_speakers.entry(series.clone()).or_default().push(spoke);
                }
            }
        }
    }

    /// The events of a series, newest first.
    pub(crate) fn editions(&self, series: &str) -> &[String] {
        self.series.get(series).map_or(&[], |names| names)
    }

    /// Who spoke at the event, or at an earlier one of its series.
    pub(crate) fn spoken(&self, id: &str, event: &Opportunity) -> Vec<&str> {
        let series = event.series.as_ref().and_then(|series| self.series_speakers.get(series));
        let Some(series) = series else {
            return self.speakers.get(id).into_iter().flatten().map(String::as_str).collect();
        };
        let mut people = vec![];
        for (began, person) in series {
            if (start(event).is_none() || *began <= start(event)) && !people.contains(&&**person) {
                people.push(&**person);
            }
        }
        people
    }

    pub(crate) fn talks_at(&self, event: &str) -> &[String] {
        self.talks.get(event).map_or(&[], |names| names)
    }

    pub(crate) fn talks_of(&self, person: &str) -> &[String] {
        self.by_speaker.get(person).map_or(&[], |names| names)
    }
}

fn start(event: &Opportunity) -> Option<Date> {
    event.start.as_ref().map(|date| date.value)
}

fn add(map: &mut HashMap<String, Vec<String>>, key: &str, value: &str) {
    let values = map.entry(key.to_owned()).or_default();
    if !values.iter().any(|known| known == value) {
        values.push(value.to_owned());
    }
}
