//! What surrounds every page: navigation, languages, crumbs, and what the page says about itself.

use std::collections::BTreeMap;

use serde::Serialize;

use super::page_chrome::{ChromeKey, LanguageLink, masthead, page_chrome};
use super::page_meta::PageMeta;
use super::scene::{Contact, Day, LinkTo, Scene};
use super::view::{FEED_LIST, WALL_LISTS};
use super::{Context, Route, View};
use crate::base::{Diagnostic, UrlPath, policy};
use crate::document::Kind;
use crate::document::kinds::table::{SECTIONS, Section, SectionRow};
use crate::language::{Language, Locale};
use crate::site::Site;
use crate::site::addresses::PROGRAMME;
use crate::site::links::{ASK, TELL};

/// What all pages of one language share.
#[derive(Serialize)]
pub(crate) struct Shared {
    lang: String,
    site: SiteValues,
    parts: Vec<NavItem>,
    tell: Option<Url>,
    /// Where a story is written.
    write: Option<Url>,
    /// Where somebody asks, proposes a topic, or adds to a story.
    ask: Option<Url>,
    may: Option<May>,
    /// Why nobody is asked for a story now.
    pause: Option<Pause>,
    assets: Assets,
    feeds: Vec<FeedLink>,
    built: Built,
    audience: &'static str,
    /// The policy that tells browsers what the page may do, for a tag at the top of its head.
    policy: String,
    /// The texts behind values, each with the name by which a template asks for the value.
    #[serde(skip)]
    pub(super) texts: Vec<(&'static str, String)>,
    stories_url: String,
    successes_url: String,
    themes_url: String,
    faq_url: String,
    speaking_url: String,
    lists_url: String,
    feeds_url: String,
    /// The page of the programme, for colleagues.
    programme_url: Option<String>,
    /// The list of talks, if there are any.
    talks_url: Option<String>,
    /// The list of letters to colleagues, if there are any.
    letters_url: Option<String>,
}

#[derive(Serialize)]
struct SiteValues {
    title: String,
    home: String,
    description: Option<String>,
}

#[derive(Serialize)]
struct Url {
    url: String,
}

#[derive(Serialize)]
struct May {
    url: String,
    text: String,
    contact: Option<Contact>,
}

/// What stands on every page while nobody is asked for a story.
#[derive(Serialize)]
struct Pause {
    why: Option<String>,
    until: Option<Day>,
    /// Whom to call all the same.
    contact: Option<Contact>,
}

#[derive(Serialize)]
struct Assets {
    css: String,
    /// Styles that only some pages load, by the name of their folder in `styles/`.
    styles: BTreeMap<String, String>,
    js: Option<String>,
    /// Scripts that only some pages load, by the name of their folder in `scripts/`.
    scripts: BTreeMap<String, String>,
    icon: String,
    icon_png: Option<String>,
    manifest: String,
    fonts: Vec<Url>,
}

const STYLE: &str = "style.css";
const SCRIPT: &str = "site.js";
pub(super) const ICON: &str = "icon.svg";
const ICON_PNG: &str = "icon.png";
/// Fonts that pages ask for before their styles name them, the one of running text first. The others
/// come with low priority: beside the styles, they would keep the first text of a slow network waiting.
const FONTS: [&str; 2] = ["fonts/atkinson.woff2", "fonts/newsreader.woff2"];

/// The files of the look that a page loads whose template prints `assets.NAME`.
pub(crate) fn files_of_asset(name: &str) -> Vec<String> {
    match name {
        "css" => vec![STYLE.to_owned()],
        "js" => vec![SCRIPT.to_owned()],
        "icon" => vec![ICON.to_owned()],
        "icon_png" => vec![ICON_PNG.to_owned()],
        "fonts" => FONTS.map(str::to_owned).into(),
        _ => {
            let style = name.strip_prefix("styles.").map(|part| format!("style-{part}.css"));
            let script = || name.strip_prefix("scripts.").map(|part| format!("script-{part}.js"));
            style.or_else(script).into_iter().collect()
        }
    }
}

#[derive(Serialize)]
struct FeedLink {
    title: String,
    url: String,
    r#type: &'static str,
}

#[derive(Serialize)]
struct Built {
    date: Day,
}

/// What surrounds one page.
#[derive(Serialize)]
pub(crate) struct Frame {
    root: String,
    page: PageMeta,
    languages: Vec<LanguageLink>,
    crumbs: Vec<LinkTo>,
    /// HTML: the components of the same names, here and in the next two fields; empty on a page
    /// without page chrome.
    links: String,
    masthead: String,
    foot: String,
}

#[derive(Serialize)]
struct NavItem {
    key: &'static str,
    label: String,
    url: String,
}

impl Shared {
    pub(crate) fn new(context: &Context, language: &Language, locale: &Locale) -> Shared {
        let here = UrlPath::new("index.html").expect("an address");
        let scene =
            Scene { context, site: &context.site, language, locale, here: &here, lists: None };
        let (site, programme) = (scene.site, &scene.site.programme);
        let default = site.default_language();
        let local = |text: &crate::data::Localized| text.get(scene.code(), default).to_owned();
        let asset = |name: &str| context.look.asset(name).map(|url| url.as_str().to_owned());
        let may = programme.may.as_ref().filter(|_| !site.is_public()).and_then(|may| {
            let page = scene.page_named(may.page.as_ref()?)?;
            Some(May {
                url: page.url,
                text: may.text.as_ref().map(local).unwrap_or_default(),
                contact: may.contact.as_ref().and_then(|person| scene.contact(&person.id)),
            })
        });
        let tell = programme
            .tell
            .as_ref()
            .filter(|_| !site.is_public() && site.pause().is_none())
            .and_then(|tell| Some(Url { url: scene.page_named(tell.page.as_ref()?)?.url }));
        let mut texts = vec![];
        if let Some(named) = programme.may.as_ref().filter(|_| may.is_some()) {
            texts.extend(named.page.iter().map(|page| ("may.url", page.id.clone())));
            let contact = named.contact.iter();
            texts.extend(contact.map(|person| ("may.contact", format!("people/{}", person.id))));
        }
        if let Some(named) = programme.tell.as_ref().filter(|_| tell.is_some()) {
            texts.extend(named.page.iter().map(|page| ("tell.url", page.id.clone())));
        }
        let pause = site.pause().map(|status| Pause {
            why: status.why.as_ref().map(local),
            until: status.until.as_ref().map(|until| scene.day(until.value)),
            contact: status.contact.as_ref().and_then(|person| scene.contact(&person.id)),
        });
        if let Some(person) = site.pause().and_then(|status| status.contact.as_ref()) {
            texts.push(("pause.contact", format!("people/{}", person.id)));
        }
        let parts = SECTIONS
            .iter()
            .filter(|row| (row.is_public || !site.is_public()) && is_there(site, row))
            .map(|row| {
                let LinkTo { title, url } = scene.section(row.section);
                NavItem { key: row.key, label: title, url }
            })
            .collect();
        Shared {
            parts,
            texts,
            lang: scene.code().to_owned(),
            site: SiteValues {
                title: local(&site.config.file.title),
                home: scene.url("index.html"),
                description: site.config.file.description.as_ref().map(local),
            },
            tell,
            write: (site.invites() && site.pause().is_none()).then(|| Url { url: scene.url(TELL) }),
            ask: site.invites().then(|| Url { url: scene.url(ASK) }),
            may,
            pause,
            assets: Assets {
                css: asset(STYLE).unwrap_or_default(),
                styles: (context.look.extra_styles())
                    .map(|(name, url)| (name.to_owned(), url.as_str().to_owned()))
                    .collect(),
                js: asset(SCRIPT),
                scripts: (context.look.extra_scripts())
                    .map(|(name, url)| (name.to_owned(), url.as_str().to_owned()))
                    .collect(),
                icon: asset(ICON).unwrap_or_default(),
                icon_png: asset(ICON_PNG),
                manifest: scene.url("site.webmanifest"),
                fonts: FONTS.iter().filter_map(|name| Some(Url { url: asset(name)? })).collect(),
            },
            feeds: super::feeds::links(&scene)
                .into_iter()
                .map(|(title, url, r#type)| FeedLink { title, url, r#type })
                .collect(),
            built: Built { date: scene.day(site.options.today) },
            audience: if site.is_public() { "public" } else { "internal" },
            policy: policy::tag(policy::PAGE),
            stories_url: scene.url(Section::Stories.row().address),
            successes_url: scene.url("stories/successes.html"),
            themes_url: scene.url(Section::Themes.row().address),
            faq_url: scene.url(Section::Faq.row().address),
            speaking_url: scene.url(Section::Speaking.row().address),
            lists_url: scene.url(WALL_LISTS),
            feeds_url: scene.url(FEED_LIST),
            programme_url: (!site.is_public()).then(|| scene.url(PROGRAMME)),
            talks_url: (site.of_kind(Kind::Talk).next())
                .and_then(|_| Some(scene.list_of(Kind::Talk)?.url)),
            letters_url: (site.of_kind(Kind::Digest).next())
                .and_then(|_| Some(scene.list_of(Kind::Digest)?.url)),
        }
    }
}

impl Frame {
    pub(crate) fn new(
        scene: &Scene<'_>,
        route: &Route,
        meta: PageMeta,
        crumbs: Vec<LinkTo>,
    ) -> Result<Frame, Diagnostic> {
        let site = scene.site;
        let root = root(scene, route);
        let section = route.view.section().map(|section| section.row().key);
        let home = matches!(route.view, View::Home);
        let canonical = site.base_url().map(|base| format!("{base}{}", scene.here));
        let mut languages = vec![];
        if site.languages.all().count() > 1 {
            languages.extend(site.languages.all().map(|language| LanguageLink {
                lang: language.as_str().to_owned(),
                name: scene.own_name(language.as_str()),
                url: site.address(&route.path, language.as_str()).as_str().to_owned(),
                current: language == scene.language,
            }));
        }
        let (links, masthead, foot) = match route.view.has_chrome() {
            true => {
                let chrome = page_chrome(scene, ChromeKey { root: root.clone(), section, home })?;
                let masthead = masthead(scene, &chrome.masthead, &root, &languages)?;
                (chrome.links.clone(), masthead, chrome.foot.clone())
            }
            false => Default::default(),
        };
        Ok(Frame {
            links,
            masthead,
            foot,
            root,
            languages,
            crumbs,
            page: PageMeta {
                url: scene.here.as_str().to_owned(),
                canonical: meta.canonical.or(canonical),
                noindex: meta.noindex || !site.config.file.index.unwrap_or(false),
                lang: if meta.lang.is_empty() { scene.code().to_owned() } else { meta.lang },
                ..meta
            },
        })
    }
}

impl Frame {
    /// The same for a page that is never published, so that it has no address elsewhere.
    pub(super) fn unpublished(self) -> Frame {
        Frame { page: PageMeta { canonical: None, ..self.page }, ..self }
    }
}

/// The relative path to the root. The page for a missing address is shown at any depth, so its
/// links begin with the path where the site is published, if the build knows it; otherwise they
/// work only at the root.
fn root(scene: &Scene<'_>, route: &Route) -> String {
    let published = scene.site.options.base_url.as_deref();
    let path = published.filter(|_| matches!(route.view, View::NotFound)).and_then(|base| {
        let base = crate::config::with_slash(base);
        let rest = base.split_once("://")?.1;
        rest.find('/').map(|at| rest[at..].to_owned())
    });
    path.unwrap_or_else(|| scene.here.root())
}

/// A section without any text is left out of the navigation, unless its row says that it is shown
/// even then.
fn is_there(site: &Site, row: &SectionRow) -> bool {
    let kinds = || Kind::ALL.iter().filter(|kind| kind.row().section == row.section);
    let has = |kind: &Kind| site.of_kind(*kind).any(|entry| !Kind::is_opening(&entry.name));
    row.stands_empty || kinds().any(has)
}
