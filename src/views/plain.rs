//! Small pages and files: not found, redirects, the manifest, the sitemap, robots.

use std::fmt::Write;

use serde::Serialize;

use super::frame::ICON;
use super::home::{Fear, fears};
use super::page_meta::PageMeta;
use super::scene::{LinkTo, Scene};
use super::{Page, Routes, View, story};
use crate::base::escape::escape;
use crate::base::media_type;
use crate::base::{SourcePath, UrlPath};
use crate::document::Kind;
use crate::picture::Offer;
use crate::site::{Entry, Site};

/// What the template `not-found.html` is given.
#[derive(Serialize)]
pub(crate) struct NotFound {
    /// The questions about fears that were asked most often.
    questions: Vec<Fear>,
    stories: usize,
}

/// What the template `redirect.html` is given.
#[derive(Serialize)]
pub(crate) struct Redirect {
    target: String,
    title: String,
}

/// How many questions the page for a missing address names.
const QUESTIONS: usize = 3;

pub(crate) fn not_found(scene: &Scene<'_>) -> Page<NotFound> {
    Page {
        meta: PageMeta {
            title: scene.text("not-found-title"),
            kind: "not-found",
            ..PageMeta::default()
        },
        crumbs: vec![],
        values: NotFound { questions: fears(scene, QUESTIONS), stories: scene.site.stories.len() },
    }
}

pub(crate) fn redirect(scene: &Scene<'_>, to: &Entry) -> Page<Redirect> {
    let LinkTo { title, url: target } = scene.link_to(to);
    Page {
        meta: PageMeta {
            title: title.clone(),
            kind: "redirect",
            canonical: scene.site.base_url().map(|base| format!("{base}{target}")),
            ..PageMeta::default()
        },
        crumbs: vec![],
        values: Redirect { target, title },
    }
}

/// The web manifest, so that people can add the wall to the home screen of a phone.
pub(crate) fn manifest(scene: &Scene<'_>) -> Vec<u8> {
    #[derive(Serialize)]
    struct Manifest<'a> {
        name: &'a str,
        short_name: &'a str,
        lang: &'a str,
        start_url: &'a str,
        scope: &'a str,
        display: &'a str,
        background_color: Option<String>,
        theme_color: Option<String>,
        icons: Vec<Icon>,
    }
    #[derive(Serialize)]
    struct Icon {
        src: String,
        sizes: &'static str,
        r#type: &'static str,
        purpose: &'static str,
    }
    let site = scene.site;
    let name = site.config.file.title.get(scene.code(), site.default_language());
    scene.context.notes.asset(ICON);
    let icon = scene.context.look.asset(ICON).map(|address| Icon {
        src: scene.here.relative(address),
        sizes: "any",
        r#type: media_type::SVG,
        purpose: "any",
    });
    let tokens = &scene.context.look.tokens;
    let manifest = Manifest {
        name,
        short_name: name,
        lang: scene.code(),
        start_url: "index.html",
        scope: "./",
        display: "minimal-ui",
        background_color: tokens.light("paper"),
        theme_color: tokens.light("paper"),
        icons: icon.into_iter().collect(),
    };
    let mut json = serde_json::to_vec_pretty(&manifest).expect("a manifest is plain data");
    json.push(b'\n');
    json
}

/// All pages that readers look for, with absolute addresses: of pages in several languages of the
/// interface that have the same words, the canonical one. There are none if the site has no base
/// URL.
pub(crate) fn sitemap(scene: &Scene<'_>, routes: &Routes) -> Vec<u8> {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    if let Some(base) = scene.site.base_url() {
        for (address, route) in &routes.all {
            let listed = address.as_str().ends_with(".html")
                && route.view.is_for_searching()
                && is_canonical(scene.site, address, &route.view);
            if listed {
                if let Some(name) = route.view.text() {
                    scene.context.notes.text(name);
                }
                xml.push_str("<url><loc>");
                escape(&mut xml, &format!("{base}{address}"));
                xml.push_str("</loc></url>\n");
            }
        }
    }
    xml.push_str("</urlset>\n");
    xml.into_bytes()
}

/// Whether the page names itself as the one that search engines should show.
fn is_canonical(site: &Site, address: &UrlPath, view: &View) -> bool {
    match view {
        View::Text(Kind::Story, name) => {
            site.entry(name).is_none_or(|entry| story::canonical(site, entry) == *address)
        }
        _ => true,
    }
}

pub(crate) fn robots(site: &Site) -> Vec<u8> {
    let mut text = String::from("User-agent: *\n");
    match site.config.file.index {
        Some(true) => {
            text.push_str("Allow: /\n");
            if let Some(base) = site.base_url() {
                let _ = writeln!(text, "Sitemap: {base}sitemap.xml");
            }
        }
        _ => text.push_str("Disallow: /\n"),
    }
    text.into_bytes()
}

/// The media type of a video, a sound or a document of `content/`, by its extension.
pub(crate) fn media_type(path: &SourcePath) -> &'static str {
    Offer::of(&path.extension()).map_or("application/octet-stream", |offer| offer.media_type)
}
