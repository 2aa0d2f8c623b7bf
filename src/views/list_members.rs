//! Which stories are in which list of the wall: one small file for the whole site, which the script
//! of the filters fetches when somebody chooses a second one.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Routes;
use super::lists::{Filter, List};
use crate::site::Site;

/// The file, in JSON.
#[derive(Serialize)]
struct Members<'a> {
    /// How many stories a page of a list has.
    #[serde(rename = "perPage")]
    per_page: usize,
    /// By the name of the list's first page, `form-how`: how far each of its stories is from the one
    /// before, in the order of the wall. Distances are shorter than numbers.
    lists: BTreeMap<&'a str, Vec<usize>>,
}

pub(crate) fn json(site: &Site, routes: &Routes) -> Vec<u8> {
    let wall = routes.lists.get(&Filter::Everything).map_or(&[][..], |list| &list.stories);
    let lists = routes.lists.values().filter(|list| list.filter != Filter::Everything);
    let lists = lists.map(|list| (name(list), distances(wall, &list.stories))).collect();
    let members = Members { per_page: site.config.per_page, lists };
    serde_json::to_vec(&members).expect("names and numbers are plain data")
}

/// The name of the list's first page, without folder and ending.
fn name(list: &List) -> &str {
    let file = list.path.rsplit('/').next().unwrap_or_default();
    file.trim_end_matches(".html")
}

/// Both are in ascending order, and every story of the list is on the wall.
fn distances(wall: &[usize], list: &[usize]) -> Vec<usize> {
    let mut before = 0;
    let places = list.iter().filter_map(|story| wall.binary_search(story).ok());
    places.map(|place| place - std::mem::replace(&mut before, place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_lead_to_the_stories_of_a_list() {
        // The second and the fourth story of the site are archived.
        let wall = [0, 2, 4, 5, 6, 7];
        assert_eq!(distances(&wall, &[0, 2, 6, 7]), [0, 1, 3, 1]);
        assert_eq!(distances(&wall, &[5]), [3]);
        assert_eq!(distances(&wall, &[]), [0; 0]);
    }
}
