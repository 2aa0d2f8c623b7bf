//! Feeds (Atom and JSON Feed): of all stories, of successes, of each theme and each language. Texts
//! are given in full while there is room, with absolute addresses.

use serde::Serialize;

use super::feed_budget::{FeedBudget, in_json};
use super::scene::Scene;
use super::text::Linking;
use crate::base::Date;
use crate::base::escape::escape;
use crate::base::media_type;
use crate::base::percent;
use crate::document::Kind;
use crate::document::kinds::Story;
use crate::document::kinds::story::Byline;
use crate::language::Arg;
use crate::site::addresses::part_slug;
use crate::site::addresses::{alias_path, page_path};
use crate::site::{Entry, Site};

/// Which stories a feed holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Feed {
    Stories,
    Successes,
    Theme(String),
    Language(String),
    /// Letters to colleagues.
    Letters,
}

impl Feed {
    /// The path without its ending.
    pub(crate) fn path(&self) -> String {
        match self {
            Feed::Stories => "feeds/stories".to_owned(),
            Feed::Successes => "feeds/successes".to_owned(),
            Feed::Theme(id) => format!("feeds/theme-{}", part_slug(id)),
            Feed::Language(code) => format!("feeds/language-{code}"),
            Feed::Letters => "feeds/letters".to_owned(),
        }
    }

    fn title(&self, scene: &Scene<'_>) -> String {
        let site = scene.site.config.file.title.get(scene.code(), scene.site.default_language());
        let (site, part) = (Arg::Text(site), self.part(scene));
        scene.text_with("feed-title", &[("site", site), ("part", Arg::Text(&part))])
    }

    /// What it holds, in words.
    pub(super) fn part(&self, scene: &Scene<'_>) -> String {
        match self {
            Feed::Stories => scene.text("feed-stories"),
            Feed::Successes => scene.text("feed-successes"),
            Feed::Theme(id) => {
                let name = scene.theme_title(id).unwrap_or(id);
                scene.text_with("feed-theme", &[("name", Arg::Text(name))])
            }
            Feed::Language(code) => {
                let name = scene.language_name(code);
                scene.text_with("feed-language", &[("name", Arg::Text(&name))])
            }
            Feed::Letters => scene.text("nav-digests"),
        }
    }

    /// The newest texts of the feed.
    fn texts<'a>(&self, site: &'a Site) -> Vec<&'a Entry> {
        let most = site.config.feed_length;
        let all = || site.stories.iter().map(|entry| &**entry);
        match self {
            Feed::Stories => all().take(most).collect(),
            Feed::Successes => {
                let stories = site.with_outcome();
                stories.into_iter().take(most).map(|place| &*site.stories[place]).collect()
            }
            Feed::Theme(id) => site.stories_on(id).take(most).map(|entry| &**entry).collect(),
            Feed::Language(code) => {
                all().filter(|entry| entry.original.language == *code).take(most).collect()
            }
            Feed::Letters => {
                let mut letters: Vec<&Entry> =
                    site.of_kind(Kind::Digest).map(|entry| &**entry).collect();
                letters.sort_by_key(|entry| std::cmp::Reverse(day(entry)));
                letters.into_iter().take(most).collect()
            }
        }
    }
}

/// Every feed of the site.
pub(crate) fn feeds(site: &Site) -> Vec<Feed> {
    let mut feeds = vec![Feed::Stories, Feed::Successes];
    let themes = site.of_kind(Kind::Theme);
    feeds.extend(themes.map(|theme| Feed::Theme(theme.id().to_owned())));
    feeds.extend(site.languages.all().map(|language| Feed::Language(language.as_str().to_owned())));
    feeds.extend(site.of_kind(Kind::Digest).next().map(|_| Feed::Letters));
    feeds
}

/// The feeds that every page names to feed readers: title, address, media type. The list of feeds
/// has their JSON, too: each reader of it reads Atom.
pub(crate) fn links(scene: &Scene<'_>) -> Vec<(String, String, &'static str)> {
    [Feed::Stories, Feed::Successes]
        .map(|feed| (feed.title(scene), format!("{}.xml", feed.path()), media_type::ATOM))
        .into()
}

/// Atom (RFC 4287).
pub(crate) fn atom(scene: &Scene<'_>, feed: &Feed) -> Vec<u8> {
    let site = scene.site;
    let base = base(site);
    let texts = feed.texts(site);
    let newest = texts.iter().filter_map(|entry| updated(site, entry)).max();
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.push_str("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    escape(&mut xml, scene.code());
    xml.push_str("\">\n");
    element(&mut xml, "title", &feed.title(scene));
    element(&mut xml, "id", &format!("{base}{}.xml", feed.path()));
    link(&mut xml, "self", media_type::ATOM, &format!("{base}{}.xml", feed.path()));
    link(&mut xml, "alternate", "text/html", &format!("{base}{}", scene.url(home_of(feed))));
    element(&mut xml, "updated", &site.config.zone.noon(newest.unwrap_or(UNDATED)));
    let mut budget = FeedBudget::default();
    for entry in texts {
        let url = format!("{base}{}", scene.url_of(&entry.name));
        xml.push_str("<entry xml:lang=\"");
        escape(&mut xml, &entry.original.language);
        xml.push_str("\">\n");
        element(&mut xml, "title", scene.original(entry).title());
        element(&mut xml, "id", &identity(site, entry));
        link(&mut xml, "alternate", "text/html", &url);
        let day = day(entry).unwrap_or(UNDATED);
        element(&mut xml, "published", &site.config.zone.noon(day));
        element(&mut xml, "updated", &site.config.zone.noon(updated(site, entry).unwrap_or(day)));
        for author in authors(scene, entry) {
            xml.push_str("<author>");
            element(&mut xml, "name", &author);
            xml.push_str("</author>\n");
        }
        if let Some(theme) = entry.story().and_then(|story| scene.theme_of(story)) {
            xml.push_str("<category term=\"");
            escape(&mut xml, &theme.title);
            xml.push_str("\"/>\n");
        }
        let mut whole = String::new();
        escape(&mut whole, &content(scene, entry, &base));
        match budget.takes(entry, scene.original(entry), whole.len()) {
            true => xml.extend(["<content type=\"html\">", &whole, "</content>\n</entry>\n"]),
            // The story does not fit in full: readers find the rest on its page.
            false => {
                element(&mut xml, "summary", &scene.original(entry).prose.excerpt);
                xml.push_str("</entry>\n");
            }
        }
    }
    xml.push_str("</feed>\n");
    xml.into_bytes()
}

/// JSON Feed 1.1 (jsonfeed.org).
pub(crate) fn json(scene: &Scene<'_>, feed: &Feed) -> Vec<u8> {
    #[derive(Serialize)]
    struct JsonFeed {
        version: &'static str,
        title: String,
        home_page_url: String,
        feed_url: String,
        language: String,
        items: Vec<Item>,
    }
    #[derive(Serialize)]
    struct Item {
        id: String,
        url: String,
        title: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        content_html: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        content_text: Option<String>,
        summary: String,
        date_published: String,
        date_modified: String,
        language: String,
        authors: Vec<Author>,
        tags: Vec<String>,
    }
    #[derive(Serialize)]
    struct Author {
        name: String,
    }
    let site = scene.site;
    let base = base(site);
    let mut budget = FeedBudget::default();
    let items = feed
        .texts(site)
        .into_iter()
        .map(|entry| {
            let day = day(entry).unwrap_or(UNDATED);
            let theme = entry.story().and_then(|story| scene.theme_of(story));
            let whole = content(scene, entry, &base);
            let (content_html, content_text) =
                match budget.takes(entry, scene.original(entry), in_json(&whole)) {
                    true => (Some(whole), None),
                    false => (None, Some(scene.original(entry).prose.excerpt.clone())),
                };
            Item {
                id: identity(site, entry),
                url: format!("{base}{}", scene.url_of(&entry.name)),
                title: scene.original(entry).title().to_owned(),
                content_html,
                content_text,
                summary: scene.original(entry).prose.excerpt.clone(),
                date_published: site.config.zone.noon(day),
                date_modified: site.config.zone.noon(updated(site, entry).unwrap_or(day)),
                language: entry.original.language.clone(),
                authors: authors(scene, entry).into_iter().map(|name| Author { name }).collect(),
                tags: theme.into_iter().map(|theme| theme.title).collect(),
            }
        })
        .collect();
    let feed = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: feed.title(scene),
        home_page_url: format!("{base}{}", scene.url(home_of(feed))),
        feed_url: format!("{base}{}.json", feed.path()),
        language: scene.code().to_owned(),
        items,
    };
    let mut json = serde_json::to_vec_pretty(&feed).expect("a feed is plain data");
    json.push(b'\n');
    json
}

/// Feeds need absolute addresses. A check reports a site without `base_url`.
fn base(site: &Site) -> String {
    site.base_url().unwrap_or_else(|| "https://storywall.invalid/".to_owned())
}

fn home_of(feed: &Feed) -> &'static str {
    match feed {
        Feed::Successes => "stories/successes.html",
        Feed::Letters => "digests/index.html",
        _ => "stories/index.html",
    }
}

/// A tag URI (RFC 4151) made of the oldest address of the story. A story that was moved names its
/// old address among its aliases, so the tag stays the same when title, day and slug change.
fn identity(site: &Site, entry: &Entry) -> String {
    let base = base(site);
    let host = base
        .split("://")
        .nth(1)
        .and_then(|rest| rest.split(['/', ':']).next())
        .unwrap_or("storywall.invalid");
    let aliases = entry.original.meta.common().aliases().iter();
    let oldest = aliases
        .filter_map(|alias| alias_path(&alias.value))
        .find(|path| path.starts_with("stories/"));
    let path = oldest.unwrap_or_else(|| page_path(&entry.name));
    let name = percent::encoded(path.trim_end_matches(".html"));
    format!("tag:{host},2026:{name}")
}

/// The day of stories without a date. It is fixed, so that feed readers do not report these stories
/// as new every morning.
const UNDATED: Date = Date::constant(2026, 1, 1);

/// The day on which a text appeared, if a field says it.
fn day(entry: &Entry) -> Option<Date> {
    let letter = entry.digest().map(|letter| letter.date);
    entry.story().and_then(|story| story.date).or(letter)
}

/// The last day on which the text changed, as far as its fields say so.
fn updated(site: &Site, entry: &Entry) -> Option<Date> {
    let Some(story) = entry.story() else { return day(entry) };
    site.newest_outcome(entry).flatten().max(story.date)
}

/// Who tells it, by name.
fn authors(scene: &Scene<'_>, entry: &Entry) -> Vec<String> {
    match entry.story().map(Story::byline) {
        Some(Byline::People(people)) => {
            people.iter().map(|author| scene.face(&author.id).name).collect()
        }
        // Each entry has an author (RFC 4287): here it is the site.
        Some(Byline::Anonymous) => {
            vec![site_title(scene)]
        }
        None => {
            let writer = entry.digest().and_then(|letter| letter.by.as_ref());
            vec![writer.map_or_else(|| site_title(scene), |by| scene.face(&by.id).name)]
        }
    }
}

fn site_title(scene: &Scene<'_>) -> String {
    scene.site.config.file.title.get(scene.code(), scene.site.default_language()).to_owned()
}

/// The story in the order of its page: the first photo, the text, the other photos.
fn content(scene: &Scene<'_>, entry: &Entry, base: &str) -> String {
    let story_scene = Scene { here: &scene.site.address_of(&entry.name, scene.code()), ..*scene };
    let linking = Linking::Absolute(base);
    let photos = entry.story().map(|story| story_scene.story_pictures(entry, story));
    let figures = photos.unwrap_or_default();
    let mut figures = figures.iter().map(|photo| story_scene.figure(photo, linking));
    let lead = figures.next().unwrap_or_default();
    let text = story_scene.html_for(scene.original(entry), linking);
    // As long as it is HTML, and no text of XML or JSON yet.
    scene.nameless_html(figures.fold(lead + &text, |html, figure| html + &figure))
}

fn element(xml: &mut String, name: &str, text: &str) {
    xml.push('<');
    xml.push_str(name);
    xml.push('>');
    escape(xml, text);
    xml.push_str("</");
    xml.push_str(name);
    xml.push_str(">\n");
}

fn link(xml: &mut String, rel: &str, media_type: &str, href: &str) {
    xml.push_str(&format!("<link rel=\"{rel}\" type=\"{media_type}\" href=\""));
    escape(xml, href);
    xml.push_str("\"/>\n");
}
