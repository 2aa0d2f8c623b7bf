//! The themes that stories can be about, and the stories of each.

use std::sync::Arc;

use serde::Serialize;

use super::Page;
use super::card_cache::CardsAt;
use super::frame::PageMeta;
use super::picture::Picture;
use super::scene::{Day, Scene};
use crate::base::Diagnostic;
use crate::document::Kind;
use crate::document::kinds::Theme;
use crate::document::kinds::table::Section;
use crate::site::renditions::Shown;
use crate::site::{Entry, Unseen};

#[derive(Serialize)]
pub(crate) struct ThemeCard {
    title: String,
    url: String,
    summary: Option<String>,
    for_whom: Option<String>,
    lens: &'static str,
    count: usize,
    picture: Option<Picture>,
    until: Option<Day>,
}

/// What the template `themes.html` is given.
#[derive(Serialize)]
pub(crate) struct List {
    themes: Vec<ThemeCard>,
    doc: Option<Intro>,
}

#[derive(Serialize)]
struct Intro {
    title: String,
    html: String,
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
    title: String,
    summary: Option<String>,
    for_whom: Option<String>,
    lens: &'static str,
    prompts: Vec<String>,
    html: String,
    from: Option<Day>,
    until: Option<Day>,
    picture: Option<Picture>,
    /// Its picture was taken down because somebody in it does not want to be seen any more.
    taken_down: bool,
}

/// How many stories the page of a theme shows; its list on the wall has all of them.
const CARDS: usize = 12;

pub(crate) fn list(scene: &Scene<'_>, _: usize) -> Result<Page<List>, Diagnostic> {
    let themes = sorted(scene).into_iter().map(|entry| card(scene, entry)).collect();
    let doc = Kind::Theme.opening().and_then(|name| scene.site.entry(name)).map(|entry| {
        let document = scene.document(entry);
        Intro { title: document.title().to_owned(), html: scene.html(document) }
    });
    Ok(Page {
        meta: PageMeta { title: scene.text("nav-themes"), kind: "themes", ..PageMeta::default() },
        crumbs: vec![scene.home()],
        values: List { themes, doc },
    })
}

pub(crate) fn view(scene: &Scene<'_>, entry: &Entry) -> Result<Page<Values>, Diagnostic> {
    let theme = entry.theme().expect("a theme's page shows a theme");
    let document = scene.document(entry);
    let translated = scene.translation(entry);
    let count = scene.site.stories_on(entry.id()).count();
    let stories = scene.site.stories_on(entry.id()).take(CARDS).map(|story| &**story);
    let own = scene.words::<Theme>(entry);
    let prompts = translated.map(|text| &text.prompts).filter(|prompts| !prompts.is_empty());
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
                title: document.title().to_owned(),
                summary: scene.summary(entry).map(str::to_owned),
                for_whom: for_whom(scene, entry),
                lens: theme.lens.unwrap_or_default().word(),
                prompts: prompts.unwrap_or(&own.prompts).clone(),
                html: scene.html(document),
                from: theme.from.map(|date| scene.day(date)),
                until: theme.until.map(|date| scene.day(date)),
                picture: picture(scene, entry, theme),
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
    let today = scene.site.options.today;
    let mut themes = sorted(scene);
    themes.retain(|entry| {
        entry.theme().is_some_and(|theme| {
            theme.from.is_none_or(|from| from <= today)
                && theme.until.is_none_or(|until| until >= today)
        })
    });
    themes.sort_by_key(|entry| entry.theme().is_some_and(|theme| theme.until.is_none()));
    themes.into_iter().map(|entry| card(scene, entry)).collect()
}

fn sorted<'a>(scene: &Scene<'a>) -> Vec<&'a Arc<Entry>> {
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
        summary: scene.summary(entry).map(str::to_owned),
        for_whom: for_whom(scene, entry),
        lens: theme.lens.unwrap_or_default().word(),
        count: scene.site.stories_on(entry.id()).count(),
        picture: picture(scene, entry, theme),
        until: theme.until.map(|date| scene.day(date)),
    }
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
