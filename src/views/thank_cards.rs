//! Cards to sign by hand, one for the author of each story: four to a sheet of paper, and their backs
//! in the order in which they lie when the sheet is turned over its long edge. They are no page of the
//! site: whoever thanks prints them.

use serde::Serialize;

use super::card::Card;
use super::scene::Scene;
use super::shorten::shortened;
use super::{Context, Routes};
use crate::base::media_type::WORDS;
use crate::base::{Date, Diagnostic, UrlPath};
use crate::document::kinds::Story;
use crate::language::Language;
use crate::site::Entry;

/// What the template `thank-cards.html` is given.
#[derive(Serialize)]
struct Values {
    sheets: Vec<Sheet>,
    count: usize,
    /// The addresses of the fonts in the site.
    fonts: Vec<Font>,
    colours: Colours,
    year: i16,
}

#[derive(Serialize)]
struct Font {
    family: &'static str,
    style: &'static str,
    url: String,
}

/// Of the look, for paper: in light.
#[derive(Serialize)]
struct Colours {
    ink: String,
    soft: String,
    brand: String,
}

/// One sheet of paper: what is printed on its front, and on its back.
#[derive(Serialize)]
struct Sheet {
    fronts: Vec<Option<Side>>,
    backs: Vec<Option<Side>>,
}

/// A card, with its words in the language of the story.
#[derive(Clone, Serialize)]
struct Side {
    lang: String,
    title: String,
    /// A line of the author's own.
    line: String,
    /// Whether the line is so long that it is set smaller.
    is_long: bool,
    /// Who told it, in one phrase.
    who: Option<String>,
    /// The address of its picture, and what that shows.
    picture: Option<(String, String)>,
    /// Which of the patterns stands in place of a picture.
    pattern: usize,
    thanks: String,
    goal_heading: String,
    goal: Option<String>,
    came_heading: String,
    came: Vec<String>,
    site: String,
}

/// Cards on a sheet.
const CARDS: usize = 4;
/// The limits of what a card shows, in bytes.
const LINE: usize = 240;
const LONG: usize = 90;
const CAME: usize = 200;
/// How much of what came of it a card tells.
const OUTCOMES: usize = 2;
const PATTERNS: usize = 3;

/// Who is thanked for a story.
pub(crate) struct Thanked {
    /// By name, as far as they may be named.
    pub(crate) names: Option<String>,
    pub(crate) title: String,
    pub(crate) goal: Option<String>,
    pub(crate) came: usize,
    pub(crate) is_anonymous: bool,
}

/// What is said of a story in the list of those that are to be thanked for.
pub(crate) fn thanked(
    context: &Context,
    routes: &Routes,
    entry: &Entry,
    language: &Language,
) -> Thanked {
    let here = UrlPath::new("index.html").expect("an address");
    let scene = scene(context, routes, language, &here);
    let story = entry.story().expect("stories are thanked for");
    let without_names = |text: String| scene.nameless(&text, WORDS).unwrap_or(text);
    Thanked {
        names: names(&scene, story),
        title: without_names(scene.link_to(entry).title),
        goal: goal(&scene, story).map(without_names),
        came: scene.outcomes(entry).count(),
        is_anonymous: story.is_anonymous(),
    }
}

/// Renders the cards of these stories, whose addresses of pictures and fonts are still those of the
/// site.
pub(crate) fn cards(
    context: &Context,
    routes: &Routes,
    stories: &[&Entry],
    today: Date,
) -> Result<String, Diagnostic> {
    const TEMPLATE: &str = "thank-cards.html";
    let here = UrlPath::new("index.html").expect("an address");
    let site = &context.site;
    let default = scene(context, routes, site.languages.default(), &here);
    let of = |(at, entry): (usize, &&Entry)| {
        // In the author's language, if the interface has words in it.
        let own = site.languages.all().find(|it| it.as_str() == entry.original.language);
        let language = own.unwrap_or_else(|| site.languages.default());
        side(&scene(context, routes, language, &here), entry, at)
    };
    let sides: Vec<Side> = stories.iter().enumerate().map(of).collect();
    let token = |name: &str| context.look.tokens.light(name).unwrap_or_default();
    let font = |(family, style, name): (&'static str, &'static str, &str)| {
        let url = context.look.asset(name)?.as_str().to_owned();
        Some(Font { family, style, url })
    };
    let fonts = [
        ("Newsreader", "normal", "fonts/newsreader.woff2"),
        ("Newsreader", "italic", "fonts/newsreader-italic.woff2"),
        ("Atkinson", "normal", "fonts/atkinson.woff2"),
    ];
    let values = Values {
        count: sides.len(),
        sheets: sides.chunks(CARDS).map(sheet).collect(),
        fonts: fonts.into_iter().filter_map(font).collect(),
        colours: Colours { ink: token("ink"), soft: token("soft"), brand: token("brand") },
        year: today.year(),
    };
    let html = default.engine().render(TEMPLATE, &values)?;
    Ok(default.nameless_html(String::from_utf8_lossy(&html).into_owned()))
}

/// One page, or a part of none, in a language.
pub(crate) fn scene<'a>(
    context: &'a Context,
    routes: &'a Routes,
    language: &'a Language,
    here: &'a UrlPath,
) -> Scene<'a> {
    let site = &*context.site;
    let locale = site.languages.locale(language);
    Scene { context, site, language, locale, here, lists: Some(&routes.lists) }
}

/// What lies left on the front lies right on the back.
fn sheet(sides: &[Side]) -> Sheet {
    let at = |at: usize| sides.get(at).cloned();
    Sheet { fronts: (0..CARDS).map(at).collect(), backs: [1, 0, 3, 2].map(at).into() }
}

fn side(scene: &Scene<'_>, entry: &Entry, at: usize) -> Side {
    let story = entry.story().expect("stories are thanked for");
    let words = scene.words::<Story>(entry);
    let card: Card = scene.card(entry);
    let line = words.quote.clone().unwrap_or_else(|| card.summary.clone());
    let came = scene.outcomes(entry).take(OUTCOMES);
    let title = &scene.site.config.file.title;
    let picture = card.picture.as_ref();
    Side {
        lang: entry.original.language.clone(),
        title: card.title.clone(),
        is_long: line.len() > LONG,
        line: shortened(&line, LINE),
        who: names(scene, story),
        picture: picture.map(|picture| (picture.src.clone(), picture.alt.clone())),
        pattern: at % PATTERNS,
        thanks: scene.thanks(story),
        goal_heading: scene.text("card-goal"),
        goal: goal(scene, story),
        came_heading: scene.text("what-came-of-it"),
        came: came.map(|(_, words)| shortened(&words.note, CAME)).collect(),
        site: title.get(scene.code(), scene.site.default_language()).to_owned(),
    }
}

/// Who told it, in one phrase.
pub(super) fn names(scene: &Scene<'_>, story: &Story) -> Option<String> {
    let faces = scene.named_tellers(story);
    (!faces.is_empty()).then(|| scene.names(&faces, 0))
}

fn goal(scene: &Scene<'_>, story: &Story) -> Option<String> {
    let id = &story.goal.as_ref().filter(|_| !scene.site.is_public())?.id;
    let goal = scene.site.programme.goals.iter().find(|goal| goal.id.value == *id)?;
    Some(goal.name.get(scene.code(), scene.site.default_language()).to_owned())
}
