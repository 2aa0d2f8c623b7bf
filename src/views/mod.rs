//! Everything that can be seen on the site. Every address is a value here, and each is rendered
//! separately, when somebody asks for it.

mod address_claims;
mod agenda;
pub(crate) mod ask;
mod board;
mod calendar;
mod callable;
pub(crate) mod card;
pub(crate) mod card_cache;
mod checks;
mod coach_rules;
pub(crate) mod compose;
pub(crate) mod context;
pub(crate) mod desk;
mod dialled;
pub(crate) mod digests;
mod doors;
pub(crate) mod evaluation;
mod expected;
pub(crate) mod faq;
mod feed_budget;
mod feed_list;
pub(crate) mod feeds;
pub(crate) mod frame;
mod goal;
pub(crate) mod handbook;
mod handbook_contents;
mod handbook_groups;
pub(crate) mod helpers;
pub(crate) mod home;
mod initials;
mod json_texts;
mod letters;
mod list_members;
pub(crate) mod list_names;
pub(crate) mod lists;
mod markup;
mod meeting;
mod meeting_calendar;
mod menu;
mod nameless;
mod names;
mod opening;
mod opportunity_card;
pub(crate) mod outcomes;
pub(crate) mod page_chrome;
mod page_meta;
mod paging;
pub(crate) mod people;
pub(crate) mod picture;
mod pictures;
pub(crate) mod plain;
mod poster_addresses;
pub(crate) mod posters;
mod programme;
mod proportions;
mod qr;
pub(crate) mod routes;
pub(crate) mod scene;
mod shorten;
pub(crate) mod slides;
pub(crate) mod slotted_html;
pub(crate) mod speaking;
pub(crate) mod story;
pub(crate) mod successes;
mod tag_balance;
mod tags;
pub(crate) mod talks;
pub(crate) mod tell;
pub(crate) mod text;
pub(crate) mod thank_cards;
pub(crate) mod themes;
pub(crate) mod training;
pub(crate) mod training_calendar;
mod tree;
pub(crate) mod used;
pub(crate) mod view;
pub(crate) mod wall;
mod wall_lists;
mod week;
pub(crate) mod withheld_contacts;
pub(crate) mod withheld_names;

use std::sync::Arc;

use serde::Serialize;

use crate::base::media_type;
use crate::base::{
    Body, Diagnostic, Hash, Output, Picture as SourcePicture, Rendition, SourcePath, UrlPath,
};
use crate::document::Kind;
use crate::document::kinds::for_each_kind;
use crate::language::Language;
use crate::picture as picture_room;
use crate::site::renditions;
use crate::site::{Entry, Media, Site};
use context::PerLanguage;
pub(crate) use context::{Context, Tones};
use frame::Frame;
use page_meta::PageMeta;
pub(crate) use routes::{Routes, assets, routes};
use scene::{LinkTo, Scene};
pub(crate) use view::View;
pub(crate) use withheld_contacts::{NotCalled, Whose};
pub(crate) use withheld_names::{Remaining as RemainingName, WithheldNames};

/// One address: what it shows, and in which language.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    pub(crate) view: View,
    /// `None` for what is the same in all languages.
    pub(crate) language: Option<Language>,
    /// The address without its language.
    pub(crate) path: Arc<str>,
}

/// Renders one address, without the names that readers may not see. A diagnostic means a mistake in
/// a template: authors cannot cause one.
pub(crate) fn render(
    context: &Context,
    routes: &Routes,
    address: &UrlPath,
    route: &Route,
) -> Result<Output, Diagnostic> {
    let site = &*context.site;
    let language = route.language.as_ref().unwrap_or_else(|| site.languages.default());
    let scene = Scene {
        context,
        site,
        language,
        locale: site.languages.locale(language),
        here: address,
        lists: Some(&routes.lists),
    };
    let output = rendered(scene, routes, route)?;
    let text = match &output.body {
        // A calendar is made without them, before its lines are folded; its addresses must stay whole.
        Body::Bytes(bytes) if !matches!(route.view, View::Asset(_) | View::MeetingCalendar(_)) => {
            std::str::from_utf8(bytes).ok()
        }
        _ => None,
    };
    let nameless = text.and_then(|text| scene.nameless(text, output.media_type));
    Ok(match nameless {
        Some(text) => Output::bytes(output.media_type, text),
        None => output,
    })
}

fn rendered(scene: Scene<'_>, routes: &Routes, route: &Route) -> Result<Output, Diagnostic> {
    let (context, site) = (scene.context, scene.site);
    let text = |name: &str| site.entry(name).expect("routes name texts that readers see");
    match &route.view {
        View::Home => page(scene, route, home::view(&scene)?),
        View::Handbook => page(scene, route, handbook_contents::view(&scene)),
        View::Text(kind, name) => text_page(scene, route, *kind, text(name)),
        View::List { kind, page: at } => list_page(scene, route, *kind, *at),
        View::Wall { list, page: at } => page(scene, route, wall::view(&scene, routes, list, *at)?),
        View::WallLists => page(scene, route, wall_lists::view(&scene, routes)),
        View::FeedList => page(scene, route, feed_list::view(&scene)),
        View::Checks => page(scene, route, checks::view(&scene)),
        View::Evaluations => page(scene, route, evaluation::across::view(&scene)),
        View::Evaluation(quarter) => page(scene, route, evaluation::view(&scene, *quarter)),
        View::Programme => page(scene, route, programme::view(&scene)),
        View::Goal { goal, page: at } => page(scene, route, goal::view(&scene, *goal, *at)?),
        View::Meeting(meeting) => page(scene, route, meeting::view(&scene, *meeting)),
        View::MeetingCalendar(only) => {
            Ok(Output::bytes(media_type::of("ics"), meeting_calendar::calendar(&scene, *only)))
        }
        View::TrainingCalendar => {
            Ok(Output::bytes(media_type::of("ics"), training_calendar::calendar(&scene)))
        }
        View::Tell => page(scene, route, tell::view(&scene)),
        View::Ask => page(scene, route, ask::view(&scene)),
        View::Poster(name) => page(scene, route, posters::view(&scene, text(name))),
        View::Slides => page(scene, route, slides::view(&scene)),
        View::Successes { page: at } => page(scene, route, successes::view(&scene, routes, *at)),
        View::NotFound => page(scene, route, plain::not_found(&scene)),
        View::Redirect(name) => page(scene, route, plain::redirect(&scene, text(name))),
        View::Atom(feed) => Ok(Output::bytes(media_type::ATOM, feeds::atom(&scene, feed))),
        View::JsonFeed(feed) => Ok(Output::bytes(media_type::JSON_FEED, feeds::json(&scene, feed))),
        View::ListMembers => {
            Ok(Output::bytes(media_type::of("json"), list_members::json(site, routes)))
        }
        View::CoachRules => Ok(Output::bytes(media_type::of("js"), coach_rules::script(&scene))),
        View::Manifest => Ok(Output::bytes(media_type::of("webmanifest"), plain::manifest(&scene))),
        View::Sitemap => Ok(Output::bytes(media_type::of("xml"), plain::sitemap(&scene, routes))),
        View::Robots => Ok(Output::bytes(media_type::WORDS, plain::robots(site))),
        View::Asset(name) => Ok(asset(context, name)),
        View::Media(path) => Ok(media(site, path)),
        View::Photo(path, rendition) => Ok(photo(site, path, *rendition)),
    }
}

macro_rules! pages {
    ($( $Kind:ident $name:ident in $folder:literal by $view:path $(, $list:path)? { $($row:tt)* } )*) => {
        /// The page of a text.
        fn text_page(
            scene: Scene<'_>,
            route: &Route,
            kind: Kind,
            entry: &Entry,
        ) -> Result<Output, Diagnostic> {
            match kind { $( Kind::$Kind => page(scene, route, $view(&scene, entry)?), )* }
        }

        /// A page of the list of a kind.
        fn list_page(
            scene: Scene<'_>,
            route: &Route,
            kind: Kind,
            at: usize,
        ) -> Result<Output, Diagnostic> {
            match kind { $( Kind::$Kind => pages!(@list (scene, route, at) $($list)?), )* }
        }

        // The table of kinds and this macro both say whether a kind has a list; they must agree.
        $( const _: () = assert!(
            Kind::$Kind.row().list.shown().is_some() == pages!(@is_there $($list)?),
            "a row names a function for its list if, and only if, its list is made by one",
        ); )*
    };
    (@list ($scene:ident, $route:ident, $at:ident) $list:path) => {
        page($scene, $route, $list(&$scene, $at)?)
    };
    // This kind has no list, so no address leads here.
    (@list ($scene:ident, $route:ident, $at:ident)) => {
        page($scene, $route, plain::not_found(&$scene))
    };
    (@is_there $list:path) => { true };
    (@is_there) => { false };
}
for_each_kind!(pages);

/// The page of a view: what it says about itself, where it stands in the site, and its own values.
pub(crate) struct Page<T> {
    pub(crate) meta: PageMeta,
    pub(crate) crumbs: Vec<LinkTo>,
    pub(crate) values: T,
}

#[derive(Serialize)]
struct Whole<T> {
    #[serde(flatten)]
    frame: Frame,
    #[serde(flatten)]
    values: T,
}

fn page<T: Serialize>(
    scene: Scene<'_>,
    route: &Route,
    page: Page<T>,
) -> Result<Output, Diagnostic> {
    let frame = Frame::new(&scene, route, page.meta, page.crumbs)?;
    let template = route.view.template().expect("what is shown as a page has a template");
    scene.context.notes.template(template);
    let bytes = scene.engine().render(template, &Whole { frame, values: page.values })?;
    Ok(Output::bytes(media_type::HTML, bytes))
}

fn asset(context: &Context, name: &str) -> Output {
    let asset = context.look.assets.get(name).expect("routes name assets that there are");
    Output::bytes(asset.media_type, asset.bytes.to_vec())
}

fn media(site: &Site, path: &SourcePath) -> Output {
    let medium = site.media.get(path).copied().expect("routes name media that there are");
    let path = path.clone();
    match medium {
        Media::Picture(SourcePicture { hash: source, .. }) => {
            let made = format!("{source} cleaned {}", picture_room::CLEAN_EDITION);
            Output {
                media_type: media_type::SVG,
                hash: Hash::of(made.as_bytes()),
                body: Body::Drawing { path, source },
            }
        }
        Media::Recording(source) => Output {
            media_type: plain::media_type(&path),
            hash: medium.published(),
            body: Body::Recording { path, source },
        },
        Media::File { hash, .. } => {
            Output { media_type: plain::media_type(&path), hash, body: Body::File(path) }
        }
    }
}

fn photo(site: &Site, path: &SourcePath, rendition: Rendition) -> Output {
    let Some(Media::Picture(facts)) = site.media.get(path) else {
        unreachable!("routes name photos that there are")
    };
    Output {
        media_type: rendition.format.media_type(),
        hash: renditions::hash(facts, rendition),
        body: Body::Photo { path: path.clone(), source: facts.hash, rendition },
    }
}
