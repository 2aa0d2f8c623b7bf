//! What came of stories in a quarter, in the words that stand below them: three at most, of stories
//! that readers may see.

use serde::Serialize;

use super::Words;
use crate::base::Date;
use crate::config::quarter::QuarterFile;
use crate::data::quarters::Quarter;
use crate::document::kinds::Story;
use crate::site::Entry;
use crate::views::scene::{Day, Scene};

/// What came of a story.
#[derive(Serialize)]
pub(crate) struct Quote {
    words: Words,
    /// The same for readers of this page's language.
    gloss: Option<Words>,
    /// What kind of thing came of it: the end of a key.
    kind: Option<&'static str>,
    day: Day,
    story: String,
    story_lang: String,
    url: String,
    /// Who told it.
    by: Vec<String>,
}

const MOST: usize = 3;

/// The ones that the quarter's file names, or else the latest.
pub(crate) fn quotes(scene: &Scene<'_>, quarter: Quarter, file: &QuarterFile) -> Vec<Quote> {
    if !file.quoted.is_empty() {
        let quoted = file.quoted.iter().filter_map(|quoted| {
            let entry = scene.site.entry(&quoted.story.id)?;
            let mut quote = latest(scene, entry, quarter, quoted.on)?.1;
            let gloss = quoted.says.as_ref().map(|says| scene.words_of(says));
            quote.gloss = gloss.filter(|_| quote.words.lang != scene.code());
            Some(quote)
        });
        return quoted.collect();
    }
    let all = scene.site.stories.iter().filter_map(|entry| latest(scene, entry, quarter, None));
    let mut all: Vec<(Date, Quote)> = all.collect();
    all.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    all.into_iter().take(MOST).map(|(_, quote)| quote).collect()
}

/// The latest thing of the quarter that came of a story, with its day; or the one of a day.
fn latest(
    scene: &Scene<'_>,
    entry: &Entry,
    quarter: Quarter,
    day: Option<Date>,
) -> Option<(Date, Quote)> {
    let story = entry.story()?;
    let last = quarter.last().min(scene.site.options.today);
    let outcomes = story.outcome.iter().enumerate();
    let in_time = outcomes.filter_map(|(at, outcome)| {
        let is_meant =
            |on: &Date| (quarter.first()..=last).contains(on) && day.is_none_or(|day| day == *on);
        Some((outcome.on.filter(is_meant)?, at))
    });
    let (on, at) = in_time.max()?;
    let language = &entry.original.language;
    let note = &scene.words::<Story>(entry).outcome.get(at)?.note;
    let link = scene.link_to(entry);
    let quote = Quote {
        words: Words { text: note.clone(), lang: language.clone() },
        gloss: None,
        kind: story.outcome[at].r#type.map(|kind| kind.word()),
        day: scene.day(on),
        story: link.title,
        story_lang: language.clone(),
        url: link.url,
        by: scene.faces(story.tellers()).into_iter().map(|face| face.name).collect(),
    };
    Some((on, quote))
}
