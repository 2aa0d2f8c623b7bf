//! The desk as a page, with the navigation of the site around it. The places in it are slots: only who
//! shows the page knows how a file is opened.

use serde::Serialize;

use super::{Desk, Item, Parted};
use crate::base::{Diagnostic, UrlPath};
use crate::language::Language;
use crate::views::frame::Frame;
use crate::views::page_meta::PageMeta;
use crate::views::thank_cards::scene;
use crate::views::{Context, Route, Routes, View, Whole};

/// Which page is made.
pub(crate) struct DeskPage<'a, Place> {
    pub(crate) desk: &'a Desk<Place>,
    pub(crate) language: &'a Language,
    /// Where it stands.
    pub(crate) here: &'a UrlPath,
    /// The same without its language.
    pub(crate) path: &'a str,
    /// The address of its styles, which are no file of the site.
    pub(crate) styles: &'a str,
}

/// What the template `desk.html` is given.
#[derive(Serialize)]
struct Values {
    styles: String,
    day: String,
    groups: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    key: &'static str,
    id: String,
    heading: String,
    shown: Vec<Line>,
    folded: Vec<Line>,
    /// How many are folded or only counted, and how many of them are only counted.
    more: usize,
    beyond: usize,
}

#[derive(Serialize)]
struct Line {
    before: String,
    title: String,
    lang: Option<String>,
    after: String,
    note: Option<String>,
    command: Option<String>,
    when: Option<String>,
    iso: Option<String>,
    /// The day of the month, where the day is still to come.
    figure: Option<i8>,
    /// Whether its day is over or today.
    is_pressing: bool,
    /// HTML: the slot of its place.
    place: Option<&'static str>,
}

/// The page, in which a slot stands for each place.
pub(crate) fn page<Place>(
    context: &Context,
    routes: &Routes,
    wanted: &DeskPage<'_, Place>,
) -> Result<String, Diagnostic> {
    const TEMPLATE: &str = "desk.html";
    let scene = scene(context, routes, wanted.language, wanted.here);
    let mut line = |item: &Item<Place>| {
        let due = item.due.as_ref();
        let place = item.place.as_ref().map(|_| SLOT);
        Line {
            before: item.words.before.clone(),
            title: item.words.title.clone(),
            lang: item.words.lang.clone(),
            after: item.words.after.clone(),
            note: item.note.clone(),
            command: item.command.clone(),
            when: due.map(|due| due.words.clone()),
            figure: due.filter(|due| due.days >= 0).map(|due| due.day.day()),
            iso: due.map(|due| due.day.to_string()),
            is_pressing: due.is_some_and(|due| due.days <= 0),
            place,
        }
    };
    let groups = wanted.desk.groups.iter().map(|group| {
        let Parted { shown, folded, beyond } = group.parted();
        Part {
            key: group.key,
            id: format!("sw-{}", group.key),
            heading: group.heading.clone(),
            more: folded.len() + beyond,
            shown: shown.into_iter().map(&mut line).collect(),
            folded: folded.into_iter().map(&mut line).collect(),
            beyond,
        }
    });
    let values = Values {
        styles: wanted.styles.to_owned(),
        day: scene.locale.dates.with_weekday(scene.site.options.today),
        groups: groups.collect(),
    };
    let meta =
        PageMeta { title: scene.text("desk"), kind: "desk", noindex: true, ..PageMeta::default() };
    // No route leads here: this one says only what stands around the page.
    let route = Route {
        view: View::Handbook,
        language: Some(wanted.language.clone()),
        path: wanted.path.into(),
    };
    let frame = Frame::new(&scene, &route, meta, vec![scene.home()])?.unpublished();
    let html = scene.engine().render(TEMPLATE, &Whole { frame, values })?;
    Ok(scene.nameless_html(String::from_utf8_lossy(&html).into_owned()))
}

/// Stands for a place. No words of the site can make it, for they are escaped.
const SLOT: &str = "<!--place-->";

/// The page with each place as `shown` makes it of HTML.
pub(crate) fn with_places<Place>(
    page: &str,
    desk: &Desk<Place>,
    mut shown: impl FnMut(&Place) -> String,
) -> String {
    let parted = desk.groups.iter().map(|group| group.parted());
    let items = parted.flat_map(|it| it.shown.into_iter().chain(it.folded));
    let mut places = items.filter_map(|item| item.place.as_ref());
    let mut parts = page.split(SLOT);
    let mut html = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        html.extend(places.next().map(&mut shown));
        html.push_str(part);
    }
    html
}
