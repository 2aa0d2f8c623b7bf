//! The themes that stories can be about, and the stories of each.

use std::sync::Arc;

use serde::Serialize;

use super::Page;
use super::card_cache::CardsAt;
use super::doors::{self, Width};
use super::opening::Opening;
use super::page_meta::PageMeta;
use super::picture::Picture;
use super::poster_addresses;
use super::scene::{Day, Face, Scene};
use crate::base::Diagnostic;
use crate::data::types::PersonName;
use crate::document::Kind;
use crate::document::kinds::table::Section;
use crate::document::kinds::{Story, Theme};
use crate::due;
use crate::language::Arg;
use crate::site::addresses::part_slug;
use crate::site::renditions::Shown;
use crate::site::{Entry, Unseen};

#[derive(Serialize)]
pub(crate) struct ThemeCard {
    title: String,
    url: String,
    /// The language of its words, where it is not translated.
    lang: String,
    summary: Option<String>,
    for_whom: Option<String>,
    lens: &'static str,
    count: usize,
    /// The picture of the newest story that has one, or its own.
    picture: Option<Picture>,
    /// Whether it is its season, and which day is the last.
    in_season: bool,
    from: Option<Day>,
    until: Option<Day>,
    ask: Option<Ask>,
    tellers: Tellers,
}

/// A theme in the list of themes.
#[derive(Serialize)]
struct ThemeDoor {
    #[serde(flatten)]
    theme: ThemeCard,
    width: Width,
}

/// A question to begin with, and its place on the page on which a story is written.
#[derive(Serialize)]
pub(crate) struct Ask {
    pub(crate) text: String,
    pub(crate) lang: String,
    /// Without `#`.
    pub(crate) anchor: String,
}

/// Who told about a theme, the newest first.
#[derive(Serialize)]
pub(crate) struct Tellers {
    faces: Vec<Face>,
    /// Whether all of them told without a name.
    is_anonymous: bool,
    /// "Lars de Wit and Ali Bektas have told stories."
    sentence: Option<String>,
}

/// What the template `themes.html` is given.
#[derive(Serialize)]
pub(crate) struct List {
    themes: Vec<ThemeDoor>,
    /// Whether somebody has told about most of them.
    answered: bool,
    opening: Option<Opening>,
}

/// What the template `theme.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    theme: ThemeValues,
    /// HTML: the items of the wall.
    cards: String,
    count: usize,
    /// The address of the list with all stories on the theme, if there are more than are shown.
    more: Option<String>,
}

#[derive(Serialize)]
struct ThemeValues {
    id: String,
    title: String,
    summary: Option<String>,
    for_whom: Option<String>,
    lens: &'static str,
    prompts: Vec<Ask>,
    html: String,
    from: Option<Day>,
    until: Option<Day>,
    picture: Option<Picture>,
    /// Where it stands as a poster.
    poster: Option<String>,
    /// Its picture was taken down because somebody in it does not want to be seen any more.
    taken_down: bool,
}

/// How many stories the page of a theme shows; its list on the wall has all of them.
const CARDS: usize = 12;
/// Among how many of its newest stories a theme looks for a picture and for faces.
const NEWEST: usize = 24;
/// How many faces a theme shows.
const FACES: usize = 3;

pub(crate) fn list(scene: &Scene<'_>, _: usize) -> Result<Page<List>, Diagnostic> {
    let cards: Vec<_> = sorted(scene).into_iter().map(|entry| card(scene, entry)).collect();
    let pictures: Vec<_> =
        cards.iter().map(|card| card.picture.as_ref().map(|picture| picture.aspect)).collect();
    let widths = doors::widths(&pictures);
    let told = cards.iter().filter(|card| card.count > 0).count();
    let answered = told * 2 > cards.len();
    let door = |(theme, width)| ThemeDoor { theme, width };
    let themes = cards.into_iter().zip(widths).map(door).collect();
    let opening = scene.opening(Kind::Theme, 1);
    Ok(Page {
        meta: scene.list_meta(opening.as_ref(), "nav-themes", "themes"),
        crumbs: vec![scene.home()],
        values: List { themes, answered, opening },
    })
}

pub(crate) fn view(scene: &Scene<'_>, entry: &Entry) -> Result<Page<Values>, Diagnostic> {
    let theme = entry.theme().expect("a theme's page shows a theme");
    let document = scene.document(entry);
    let count = scene.site.stories_on(entry.id()).count();
    let stories = scene.site.stories_on(entry.id()).take(CARDS).map(|story| &**story);
    let filter = super::lists::Filter::Theme(entry.id().to_owned());
    Ok(Page {
        meta: PageMeta {
            kind: "theme",
            description: scene.summary(entry).map(str::to_owned),
            ..scene.meta_of(entry)
        },
        crumbs: vec![scene.home(), scene.section(Section::Themes)],
        values: Values {
            theme: ThemeValues {
                id: entry.id().to_owned(),
                title: document.title().to_owned(),
                summary: scene.summary(entry).map(str::to_owned),
                for_whom: for_whom(scene, entry),
                lens: theme.lens.unwrap_or_default().word(),
                prompts: asks(scene, entry).collect(),
                html: scene.html(document),
                from: theme.from.map(|date| scene.day(date)),
                until: theme.until.map(|date| scene.day(date)),
                picture: picture(scene, entry, theme),
                poster: poster_addresses::address(scene, entry),
                taken_down: is_taken_down(scene, entry, theme),
            },
            cards: scene.render_cards(CardsAt::Section, stories)?,
            count,
            more: (count > CARDS).then(|| scene.url(&filter.path())),
        },
    })
}

/// The themes whose season it is; those whose season has an end come first.
pub(crate) fn in_season(scene: &Scene<'_>) -> Vec<ThemeCard> {
    let mut themes = sorted(scene);
    themes.retain(|entry| is_in_season(scene, entry));
    themes.sort_by_key(|entry| entry.theme().is_some_and(|theme| theme.until.is_none()));
    themes.into_iter().map(|entry| card(scene, entry)).collect()
}

/// The questions of a theme, in the language of the page if there is a translation.
pub(crate) fn asks<'a>(scene: &'a Scene<'a>, entry: &'a Entry) -> impl Iterator<Item = Ask> + 'a {
    let translated = scene.translation(entry).map(|text| &text.prompts);
    let translated = translated.filter(|prompts| !prompts.is_empty());
    let own = scene.words::<Theme>(entry);
    let lang = match translated {
        Some(_) => scene.code(),
        None => &entry.original.language,
    };
    translated.unwrap_or(&own.prompts).iter().enumerate().map(move |(at, text)| Ask {
        text: text.clone(),
        lang: lang.to_owned(),
        anchor: format!("sw-ask-{}-{}", part_slug(entry.id()), at + 1),
    })
}

/// Whether its season is now, and ends one day.
pub(crate) fn has_season_now(scene: &Scene<'_>, entry: &Entry) -> bool {
    entry.theme().is_some_and(|theme| theme.until.is_some()) && is_in_season(scene, entry)
}

fn is_in_season(scene: &Scene<'_>, entry: &Entry) -> bool {
    entry.theme().is_some_and(|theme| due::themes::is_in_season(theme, scene.site.options.today))
}

pub(crate) fn sorted<'a>(scene: &Scene<'a>) -> Vec<&'a Arc<Entry>> {
    let mut themes: Vec<_> = scene.site.of_kind(Kind::Theme).collect();
    themes.sort_by(|a, b| {
        let by_title =
            || scene.locale.collation.compare(scene.document(a).title(), scene.document(b).title());
        a.order().cmp(&b.order()).then_with(by_title)
    });
    themes
}

fn card(scene: &Scene<'_>, entry: &Entry) -> ThemeCard {
    let theme = entry.theme().expect("only themes become theme cards");
    ThemeCard {
        title: scene.document(entry).title().to_owned(),
        url: scene.url_of(&entry.name),
        lang: scene.document(entry).facts.language.clone(),
        summary: scene.summary(entry).map(str::to_owned),
        for_whom: for_whom(scene, entry),
        lens: theme.lens.unwrap_or_default().word(),
        count: scene.site.stories_on(entry.id()).count(),
        picture: shown_picture(scene, entry),
        in_season: has_season_now(scene, entry),
        from: theme.from.filter(|from| *from > scene.site.options.today).map(|it| scene.day(it)),
        until: theme.until.map(|date| scene.day(date)),
        ask: asks(scene, entry).next(),
        tellers: tellers_of(scene, entry),
    }
}

/// The picture of the newest story on it that has one, or else its own.
pub(crate) fn shown_picture(scene: &Scene<'_>, entry: &Entry) -> Option<Picture> {
    let newest = scene.site.stories_on(entry.id()).take(NEWEST);
    let lead = |story: &Arc<Entry>| scene.lead_picture(story, story.story()?);
    let told = newest.filter_map(lead).find(|picture| !picture.is_small);
    let own = || picture(scene, entry, entry.theme()?);
    told.or_else(own).filter(|picture| !picture.is_small)
}

pub(crate) fn tellers_of(scene: &Scene<'_>, theme: &Entry) -> Tellers {
    let newest = || scene.site.stories_on(theme.id()).take(NEWEST).filter_map(|it| it.story());
    let mut people: Vec<&PersonName> = vec![];
    for author in newest().flat_map(Story::tellers) {
        if !people.iter().any(|known| known.id == author.id) {
            people.push(author);
        }
    }
    let faces: Vec<Face> = people.iter().take(FACES).map(|person| scene.face(&person.id)).collect();
    let is_anonymous = faces.is_empty() && newest().any(Story::is_anonymous);
    let sentence = match is_anonymous {
        true => Some(told(scene, &scene.text("anonymous"), 1)),
        false => sentence(scene, &faces, people.len()),
    };
    Tellers { sentence, faces, is_anonymous }
}

/// Who told, in one sentence; `count` is how many they are with those who are not named.
fn sentence(scene: &Scene<'_>, faces: &[Face], count: usize) -> Option<String> {
    if faces.is_empty() {
        return None;
    }
    let names = scene.names(faces, count - faces.len());
    Some(told(scene, &names, count))
}

fn told(scene: &Scene<'_>, names: &str, count: usize) -> String {
    let count = Arg::Number(count as i64);
    scene.text_with("who-told", &[("names", Arg::Text(names)), ("n", count)])
}

fn for_whom(scene: &Scene<'_>, entry: &Entry) -> Option<String> {
    let translated = scene.translation(entry).and_then(|text| text.for_whom.clone());
    translated.or_else(|| scene.words::<Theme>(entry).for_whom.clone())
}

fn is_taken_down(scene: &Scene<'_>, entry: &Entry, theme: &Theme) -> bool {
    let image = theme.image.as_ref();
    let path = image.and_then(|image| entry.original.path.join(&image.id));
    path.is_some_and(|path| scene.site.unseen.get(&path) == Some(&Unseen::TakenDown))
}

fn picture(scene: &Scene<'_>, entry: &Entry, theme: &Theme) -> Option<Picture> {
    let path = entry.original.path.join(&theme.image.as_ref()?.id)?;
    let translated = scene.translation(entry).and_then(|text| text.image_alt.as_deref());
    scene.picture(
        &path,
        translated.or_else(|| scene.words::<Theme>(entry).image_alt.as_deref()),
        Shown::Large,
    )
}
