//! The question of the week: another theme each week, and another of its questions each round.

use serde::Serialize;

use super::scene::Scene;
use super::themes::{self, Ask, Tellers};
use crate::base::Date;
use crate::site::Entry;

/// What the home page asks this week.
#[derive(Serialize)]
pub(crate) struct WeekQuestion {
    ask: Ask,
    tellers: Tellers,
}

/// Among the themes whose season it is, else among all of them, those with the fewest stories first.
pub(crate) fn question(scene: &Scene<'_>) -> Option<WeekQuestion> {
    let asking = |entry: &&Entry| !themes::asks(scene, entry).collect::<Vec<_>>().is_empty();
    let all: Vec<&Entry> = themes::sorted(scene).into_iter().map(|it| &**it).collect();
    let in_season: Vec<&Entry> =
        all.iter().copied().filter(|it| themes::has_season_now(scene, it)).filter(asking).collect();
    let mut asked = in_season;
    if asked.is_empty() {
        asked = all.into_iter().filter(asking).collect();
        asked.sort_by_key(|theme| scene.site.stories_on(theme.id()).count());
    }
    let (theme, round) = turn(week(scene.site.options.today), asked.len())?;
    let theme = asked[theme];
    let mut asks: Vec<Ask> = themes::asks(scene, theme).collect();
    let ask = asks.swap_remove(round % asks.len());
    Some(WeekQuestion { ask, tellers: themes::tellers_of(scene, theme) })
}

/// A number for each week from Monday to Sunday (ISO 8601), one more each week.
fn week(day: Date) -> usize {
    let monday = jiff::civil::date(1970, 1, 5);
    let days = i64::from(monday.until(day).map_or(0, |span| span.get_days()));
    usize::try_from(days.div_euclid(7)).unwrap_or(0)
}

/// Whose turn it is among so many, and how often everybody had a turn before.
fn turn(week: usize, count: usize) -> Option<(usize, usize)> {
    Some((week.checked_rem(count)?, week / count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::parse_date;

    #[test]
    fn a_week_begins_on_monday() {
        let week = |day| week(parse_date(day).expect("a date"));
        assert_eq!(week("2026-11-29"), week("2026-11-23"));
        assert_eq!(week("2026-11-30"), week("2026-11-29") + 1);
        assert_eq!(week("2027-01-01"), week("2026-12-28"));
        assert_eq!(week("1960-01-01"), 0);
    }

    #[test]
    fn everybody_has_a_turn_before_anybody_has_another() {
        let turns: Vec<_> = (9..15).filter_map(|week| turn(week, 3)).collect();
        assert_eq!(turns, [(0, 3), (1, 3), (2, 3), (0, 4), (1, 4), (2, 4)]);
        assert_eq!(turn(9, 0), None);
    }
}
