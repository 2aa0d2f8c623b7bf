//! Which teams and places told something in a quarter, and when the others last did: an invitation. It
//! names nobody.

use serde::Serialize;

use crate::config::Named;
use crate::data::quarters::Quarter;
use crate::evaluation::voices::Voices;
use crate::language::Arg;
use crate::views::scene::Scene;

/// All teams, or all places.
#[derive(Serialize)]
pub(crate) struct Tiles {
    title: String,
    tiles: Vec<Tile>,
}

#[derive(Serialize)]
struct Tile {
    name: String,
    told: bool,
    when: String,
}

/// With one team, or none, there is nothing to compare.
const LEAST: usize = 2;

pub(crate) fn tiles(scene: &Scene<'_>, quarter: Quarter, voices: &Voices) -> Vec<Tiles> {
    let programme = &scene.site.programme;
    let teams = all(scene, quarter, &programme.teams, &|id| voices.last_from_team(id, quarter));
    let places = all(scene, quarter, &programme.places, &|id| voices.last_from_place(id, quarter));
    let title = |key: &str, tiles: Vec<Tile>| {
        let told = tiles.iter().filter(|tile| tile.told).count();
        let number = |count: usize| Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let title = scene.text_with(key, &[("told", number(told)), ("all", number(tiles.len()))]);
        (tiles.len() >= LEAST).then_some(Tiles { title, tiles })
    };
    [title("eval-teams", teams), title("eval-places", places)].into_iter().flatten().collect()
}

fn all(
    scene: &Scene<'_>,
    quarter: Quarter,
    named: &[Named],
    last: &dyn Fn(&str) -> Option<Quarter>,
) -> Vec<Tile> {
    let tile = |named: &Named| {
        let last = last(&named.id.value);
        let when = match last {
            Some(last) if last == quarter => scene.text("eval-this-quarter"),
            Some(last) => {
                let last = scene.short_quarter(last);
                scene.text_with("eval-last-told", &[("quarter", Arg::Text(&last))])
            }
            None => scene.text("eval-never-told"),
        };
        let name = named.name.get(scene.code(), scene.site.default_language()).to_owned();
        Tile { name, told: last == Some(quarter), when }
    };
    named.iter().map(tile).collect()
}
