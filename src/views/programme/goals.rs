//! Goals in a list: of each, what came of it and the newest stories that help it.

use serde::Serialize;

use super::{Owner, owner};
use crate::config::Goal;
use crate::site::Entry;
use crate::site::addresses::goal_path;
use crate::views::scene::{LinkTo, Scene};
use crate::views::shorten;

#[derive(Serialize)]
pub(crate) struct GoalLine {
    name: String,
    url: String,
    why: Option<String>,
    /// The newest thing that came of one of its stories.
    came: Option<Came>,
    stories: Vec<StoryLink>,
    count: usize,
    owner: Option<Owner>,
}

/// What came of a story, in the words and the language of its author.
#[derive(Serialize)]
struct Came {
    text: String,
    lang: String,
}

#[derive(Serialize)]
struct StoryLink {
    #[serde(flatten)]
    link: LinkTo,
    lang: String,
}

/// How long what came of a goal is at most.
const CAME: usize = 300;
/// How many stories of each goal the page names.
const STORIES: usize = 2;

pub(super) fn lines(scene: &Scene<'_>) -> Vec<GoalLine> {
    scene.site.programme.goals.iter().map(|goal| line(scene, goal)).collect()
}

fn line(scene: &Scene<'_>, goal: &Goal) -> GoalLine {
    let stories = scene.site.stories_for(&goal.id.value);
    let newest = stories
        .iter()
        .filter_map(|entry| Some((scene.site.newest_outcome(entry)?, *entry)))
        // The first of several with the same day: the newest story.
        .reduce(|best, other| if other.0 > best.0 { other } else { best });
    let link = |entry: &&Entry| StoryLink {
        link: scene.link_to(entry),
        lang: entry.original.language.clone(),
    };
    GoalLine {
        name: scene.local(&goal.name),
        url: scene.url(&goal_path(&goal.id.value)),
        why: goal.why.as_ref().map(|why| scene.local(why)),
        came: newest.and_then(|(_, entry)| came(scene, entry)),
        stories: stories.iter().take(STORIES).map(link).collect(),
        count: stories.len(),
        owner: goal.owner.as_ref().and_then(|person| owner(scene, person)),
    }
}

/// The newest thing that came of a story.
fn came(scene: &Scene<'_>, entry: &Entry) -> Option<Came> {
    let (_, words) = scene.outcomes(entry).next()?;
    Some(Came {
        text: shorten::shortened(&words.note, CAME),
        lang: entry.original.language.clone(),
    })
}
