//! Who has spoken where, and which events are editions of one series.

use std::collections::{BTreeMap, HashMap};

use super::entry::{Entry, Group, of_kind};
use crate::base::Date;
use crate::document::Kind;
use crate::document::kinds::talk::TellingState;

/// The past of the speaking board, looked up by event, series and speaker.
#[derive(Clone, Debug, Default)]
pub(crate) struct BoardPast {
    /// Names of the events of a series, newest first.
    series: HashMap<String, Vec<String>>,
    /// Ids of people who spoke at an event, by the event's id.
    speakers: HashMap<String, Vec<String>>,
    /// Ids of people who spoke at any event of a series.
    series_speakers: HashMap<String, Vec<String>>,
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
                let start = opportunity.start.as_ref().map(|date| date.value);
                dated.entry(series).or_default().push((start, &entry.name));
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
            let series = entries.get(format!("speaking/{}", event.id).as_str());
            let series = series.and_then(|event| event.opportunity()?.series.as_deref());
            for speaker in &talk.speakers {
                add(&mut self.speakers, &event.id, &speaker.id);
                if let Some(series) = series {
                    add(&mut self.series_speakers, series, &speaker.id);
                }
            }
        }
    }

    /// The events of a series, newest first.
    pub(crate) fn editions(&self, series: &str) -> &[String] {
        self.series.get(series).map_or(&[], |names| names)
    }

    /// Who spoke at the event, or at another of its series.
    pub(crate) fn spoken(&self, event: &str, series: Option<&str>) -> &[String] {
        let of_series = series.and_then(|series| self.series_speakers.get(series));
        of_series.or_else(|| self.speakers.get(event)).map_or(&[], |people| people)
    }

    pub(crate) fn talks_at(&self, event: &str) -> &[String] {
        self.talks.get(event).map_or(&[], |names| names)
    }

    pub(crate) fn talks_of(&self, person: &str) -> &[String] {
        self.by_speaker.get(person).map_or(&[], |names| names)
    }
}

fn add(map: &mut HashMap<String, Vec<String>>, key: &str, value: &str) {
    let values = map.entry(key.to_owned()).or_default();
    if !values.iter().any(|known| known == value) {
        values.push(value.to_owned());
    }
}
