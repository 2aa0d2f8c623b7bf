//! Who told something in which quarter, as numbers of people: all, those who did for the first time,
//! those who came back; those who have no part in running the programme. Whoever is not named is not
//! counted, and nobody is named here.

use std::collections::{BTreeMap, BTreeSet};

use super::bounds::Sum;
use super::small_numbers::{FEW, hidden, is_few};
use crate::base::Date;
use crate::data::quarters::Quarter;
use crate::site::Site;

/// A number of people; None where it is hidden.
pub(crate) type Shown = Option<u32>;

/// What the stories of a site tell of its quarters.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Voices {
    /// Each quarter from the first story to this one.
    pub(crate) quarters: BTreeMap<Quarter, Counts>,
    /// How many have told something since the beginning, and how many of them have no role in the
    /// programme.
    pub(crate) ever: Shown,
    pub(crate) ever_others: Shown,
}

/// One quarter.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Counts {
    pub(crate) stories: u32,
    pub(crate) voices: Shown,
    pub(crate) new: Shown,
    pub(crate) back: Shown,
    /// Those without a role in the programme.
    pub(crate) others: Shown,
    /// The teams and places that stories came from.
    pub(crate) teams: BTreeSet<String>,
    pub(crate) places: BTreeSet<String>,
}

impl Voices {
    pub(crate) fn of(site: &Site) -> Voices {
        let today = site.options.today;
        let roles = site.programme.roles.iter().filter_map(|role| role.person.as_ref());
        let roles: BTreeSet<&str> = roles.map(|person| person.id.as_str()).collect();
        let mut told: BTreeMap<Quarter, Told<'_>> = BTreeMap::new();
        for entry in &site.stories {
            let Some(story) = entry.story() else { continue };
            let Some(day) = story.date.filter(|day| *day <= today) else { continue };
            let own = told.entry(Quarter::of(day)).or_default();
            own.stories += 1;
            own.voices.extend(story.tellers().iter().map(|person| person.id.as_str()));
            own.teams.extend(site.team_of(entry).map(str::to_owned));
            let place = site.place_of(entry);
            let id = |place: &str| site.known_place(place).map(|known| known.id.value.clone());
            own.places.extend(place.map(|place| id(place).unwrap_or_else(|| place.to_owned())));
        }
        counted(&told, &roles, today)
    }

    /// How many of those who told something lately, in a quarter before this one, came from a team.
    pub(crate) fn last_from_team(&self, team: &str, quarter: Quarter) -> Option<Quarter> {
        let before = self.quarters.range(..=quarter).rev();
        before.into_iter().find(|(_, counts)| counts.teams.contains(team)).map(|(at, _)| *at)
    }

    /// The same of a place.
    pub(crate) fn last_from_place(&self, place: &str, quarter: Quarter) -> Option<Quarter> {
        let before = self.quarters.range(..=quarter).rev();
        before.into_iter().find(|(_, counts)| counts.places.contains(place)).map(|(at, _)| *at)
    }
}

/// What was told in a quarter.
#[derive(Default)]
struct Told<'a> {
    stories: u32,
    voices: BTreeSet<&'a str>,
    teams: BTreeSet<String>,
    places: BTreeSet<String>,
}

fn counted(told: &BTreeMap<Quarter, Told<'_>>, roles: &BTreeSet<&str>, today: Date) -> Voices {
    let Some(first) = told.keys().next().copied() else { return Voices::default() };
    let last = Quarter::of(today).max(first);
    let nothing = Told::default();
    let mut voices = Voices::default();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    let mut since = SinceTold::default();
    let mut quarter = first;
    while quarter <= last {
        let own = told.get(&quarter).unwrap_or(&nothing);
        let new = own.voices.iter().filter(|voice| !known.contains(*voice)).count();
        known.extend(&own.voices);
        let counts = counts(own, new, roles);
        let others = known.iter().filter(|voice| !roles.contains(*voice)).count();
        let (all, others) = (number(known.len()), number(others));
        (voices.ever, voices.ever_others) = since.told(&counts, number(new), all, others);
        voices.quarters.insert(quarter, counts);
        quarter = quarter.next();
    }
    voices
}

fn number(people: usize) -> u32 {
    u32::try_from(people).unwrap_or(u32::MAX)
}

/// The numbers of a quarter: all are new or came back, and all have a role or none.
fn counts(own: &Told<'_>, new: usize, roles: &BTreeSet<&str>) -> Counts {
    let all = own.voices.len();
    let others = own.voices.iter().filter(|voice| !roles.contains(*voice)).count();
    let numbers = [all, new, all - new, others, all - others].map(number);
    let sums = [Sum { parts: vec![1, 2], total: 0 }, Sum { parts: vec![3, 4], total: 0 }];
    let hidden = hidden(&numbers, &sums);
    // A part that is nobody would tell that the other part is all.
    let split = |a: usize, b: usize| !hidden[0] && !hidden[a] && !hidden[b];
    let shown = |at: usize, is_shown: bool| is_shown.then(|| numbers[at]);
    Counts {
        stories: own.stories,
        voices: shown(0, !hidden[0]),
        new: shown(1, split(1, 2)),
        back: shown(2, split(1, 2)),
        others: shown(3, split(3, 4)),
        teams: own.teams.clone(),
        places: own.places.clone(),
    }
}

/// What changed since the numbers of all who ever told something were shown last. Whoever kept that
/// page can subtract, so they are shown again only where the difference tells of nobody: what is
/// hidden in it is two quarters and five people at least.
#[derive(Default)]
struct SinceTold {
    hidden: Vec<Hidden>,
    others: u32,
    with_role: u32,
}

/// The hidden new voices of a quarter.
struct Hidden {
    new: u32,
    /// All voices of that quarter, where they are shown: the new ones are at most as many.
    most: Shown,
}

impl SinceTold {
    /// Whether the difference tells too much of the new voices of a quarter.
    fn tells(&self) -> bool {
        let people: u32 = self.hidden.iter().map(|it| it.new).sum();
        let most = |it: &Hidden| it.most.unwrap_or(people).min(people);
        let all: u32 = self.hidden.iter().map(most).sum();
        let is_bare = !self.hidden.is_empty() && (self.hidden.len() < 2 || people < FEW);
        is_bare
            || self.hidden.iter().any(|own| {
                let least = people.saturating_sub(all - most(own));
                most(own).saturating_sub(least) < FEW
            })
    }

    /// All who ever told something, and those of them without a role, where they are shown.
    fn told(&mut self, quarter: &Counts, new: u32, all: u32, others: u32) -> (Shown, Shown) {
        let is_hidden = quarter.new.is_none() && new > 0;
        self.hidden.extend(is_hidden.then_some(Hidden { new, most: quarter.voices }));
        if self.tells() || is_few(f64::from(all)) {
            return (None, None);
        }
        self.hidden.clear();
        let with_role = all - others;
        let differences = [others.abs_diff(self.others), with_role.abs_diff(self.with_role)];
        if differences.iter().any(|it| is_few(f64::from(*it))) {
            return (Some(all), None);
        }
        (self.others, self.with_role) = (others, with_role);
        (Some(all), Some(others))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarter(text: &str) -> Quarter {
        Quarter::parse(text).expect(text)
    }

    fn voices(told: &[(&str, &[&'static str])], roles: &[&str]) -> Voices {
        let of = |(at, people): &(&str, &[&'static str])| {
            let voices = people.iter().copied().collect();
            (quarter(at), Told { stories: 1, voices, ..Told::default() })
        };
        let told = told.iter().map(of).collect();
        counted(&told, &roles.iter().copied().collect(), Date::constant(2026, 11, 30))
    }

    #[test]
    fn new_and_returning_voices_are_counted() {
        let all = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
        let made = voices(&[("2026-Q3", &all[..5]), ("2026-Q4", &all)], &[]);
        let of = |at: &str| &made.quarters[&quarter(at)];
        assert_eq!(
            (of("2026-Q3").voices, of("2026-Q3").new, of("2026-Q3").back),
            (Some(5), Some(5), Some(0))
        );
        assert_eq!(
            (of("2026-Q4").voices, of("2026-Q4").new, of("2026-Q4").back),
            (Some(10), Some(5), Some(5))
        );
        assert_eq!((made.ever, made.ever_others), (Some(10), Some(10)));
    }

    #[test]
    fn few_are_hidden_and_so_is_what_tells_them() {
        let made = voices(
            &[
                ("2026-Q2", &["a", "b", "c", "d", "e"]),
                ("2026-Q3", &["f", "g", "h", "i"]),
                ("2026-Q4", &["a", "b", "c", "d", "f", "j", "k", "l"]),
            ],
            &["a", "b", "g", "j", "k"],
        );
        let of = |at: &str| &made.quarters[&quarter(at)];
        assert_eq!((of("2026-Q2").voices, of("2026-Q2").new), (Some(5), Some(5)));
        assert_eq!(of("2026-Q3").voices, None, "four");
        assert_eq!((of("2026-Q4").voices, of("2026-Q4").new), (Some(8), None), "three of them");
        assert_eq!(of("2026-Q4").back, None, "which five of eight would tell");
        assert_eq!((made.ever, made.ever_others), (Some(12), Some(7)));
    }

    #[test]
    fn all_who_ever_told_something_are_not_told_where_an_earlier_page_would_tell_the_rest() {
        let all = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
        let made = voices(&[("2026-Q2", &all[..6]), ("2026-Q4", &all[..8])], &[]);
        assert_eq!(made.quarters[&quarter("2026-Q4")].new, None, "two of eight");
        assert_eq!(made.ever, None, "eight, less the six of the page before");
    }

    #[test]
    fn all_who_ever_told_something_are_not_told_where_the_voices_of_a_quarter_tell_the_rest() {
        // Three new ones of five, and four of six: of seven together, at least one is of the five.
        let all = ["a", "b", "c", "d", "e"];
        let third = ["a", "b", "f", "g", "h"];
        let fourth = ["a", "b", "i", "j", "k", "l"];
        let made = voices(&[("2026-Q2", &all), ("2026-Q3", &third), ("2026-Q4", &fourth)], &[]);
        let of = |at: &str| &made.quarters[&quarter(at)];
        assert_eq!((of("2026-Q3").voices, of("2026-Q3").new), (Some(5), None));
        assert_eq!((of("2026-Q4").voices, of("2026-Q4").new), (Some(6), None));
        assert_eq!(made.ever, None, "one to five are new in the third quarter");
    }

    #[test]
    fn a_quarter_without_a_story_is_there_and_empty() {
        let made = voices(&[("2026-Q1", &["a", "b", "c", "d", "e"])], &[]);
        let numbers: Vec<Shown> = made.quarters.values().map(|it| it.voices).collect();
        assert_eq!(numbers, [Some(5), Some(0), Some(0), Some(0)]);
        assert_eq!(voices(&[], &[]), Voices::default());
    }
}
