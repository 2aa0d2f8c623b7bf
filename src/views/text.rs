//! Fills the holes in the HTML of a text: addresses, pictures, words of the interface.

use super::Scene;
use super::picture::{Picture, Pictured, Source, Version};
use crate::base::escape::{escape, escape_address};
use crate::base::{RenditionFormat, SourcePath, UrlPath};
use crate::document::markdown::Piece;
use crate::document::{Document, Kind};
use crate::language::{Arg, Language};
use crate::site::links::{Broken, Target};
use crate::site::renditions::{self, Shown};
use crate::site::{Hidden, Media, Unseen};

/// Where the text will be read, which decides how its links are written.
#[derive(Clone, Copy)]
pub(crate) enum Linking<'a> {
    /// On the page at this address.
    Page(&'a UrlPath),
    /// Outside the site (in a feed): as absolute addresses that begin with this base.
    Absolute(&'a str),
}

impl Scene<'_> {
    /// The text of a document as HTML for this page.
    pub(crate) fn html(&self, document: &Document) -> String {
        self.html_for(document, Linking::Page(self.here))
    }

    pub(crate) fn html_for(&self, document: &Document, linking: Linking<'_>) -> String {
        self.context.notes.document(document);
        let spoken = Language::parse(&document.facts.language);
        let spoken = spoken.as_ref().unwrap_or(self.language);
        let mut out = String::with_capacity(document.length + 512);
        // A link without a target loses its `href`: the attribute's beginning is removed here, and
        // its closing quote from the next piece.
        let mut unquote = false;
        // The words of a link to somebody who withdrew are left out up to its end: they are a name.
        let mut leave_out = false;
        for piece in &document.prose.html.0 {
            if leave_out {
                let Piece::Raw(html) = piece else { continue };
                let Some(end) = html.find("</a>") else { continue };
                escape(&mut out, &self.context.look.texts.get(spoken, "name-withheld"));
                out.push_str(&html[end..]);
                leave_out = false;
                unquote = false;
                continue;
            }
            match piece {
                Piece::Raw(html) if unquote => out.push_str(html.strip_prefix('"').unwrap_or(html)),
                Piece::Raw(html) => match linking {
                    Linking::Page(_) => out.push_str(html),
                    // Outside its page, a link to a place on the same page needs the address of
                    // that page.
                    Linking::Absolute(base) => {
                        let own = format!("href=\"{base}{}#", self.here);
                        out.push_str(&html.replace("href=\"#", &own));
                    }
                },
                Piece::Link(at) => match self.href(document, *at, linking) {
                    Some(href) => escape_address(&mut out, &href),
                    None => {
                        let kept = out.len() - " href=\"".len();
                        if out.ends_with(" href=\"") {
                            out.truncate(kept);
                            unquote = true;
                            leave_out = self.leads_to_withdrawn(document, *at);
                            if leave_out {
                                out.push('>');
                            }
                            continue;
                        }
                    }
                },
                Piece::Image(at) => {
                    self.image(document, *at, linking, &mut out);
                }
                Piece::Text(key) => escape(&mut out, &self.context.look.texts.get(spoken, key)),
                Piece::Anchor(at) => {
                    // Nobody needs it outside of the page.
                    if let Linking::Page(_) = linking {
                        let label = self.context.look.texts.get(spoken, "heading-anchor");
                        anchor(&mut out, document, *at, &label);
                    }
                }
                Piece::Task(is_done) => match linking {
                    Linking::Page(_) => {
                        let key = if *is_done { "task-done" } else { "task-open" };
                        let label = self.context.look.texts.get(spoken, key);
                        task_box(&mut out, *is_done, &label);
                    }
                    // There is no style that would draw it.
                    Linking::Absolute(_) => out.push(if *is_done { '☑' } else { '☐' }),
                },
            }
            unquote = false;
        }
        out
    }

    fn href(&self, document: &Document, at: usize, linking: Linking<'_>) -> Option<String> {
        let destination = &document.facts.links.get(at)?.destination;
        match self.site.resolve(&document.facts, destination) {
            Ok(Target::Text { name, fragment: Some(fragment) }) => {
                let fragment = self.fragment(&name, fragment, &document.facts.language);
                self.href_of(Target::Text { name, fragment }, linking)
            }
            Ok(target) => self.href_of(target, linking),
            // The heading may have another id in the language of this page.
            Err(Broken::NoFragment) => {
                let path = destination.split('#').next().unwrap_or_default();
                self.href_of(self.site.resolve(&document.facts, path).ok()?, linking)
            }
            Err(_) => None,
        }
    }

    /// Whether the link leads to somebody who withdrew consent.
    fn leads_to_withdrawn(&self, document: &Document, at: usize) -> bool {
        let Some(link) = document.facts.links.get(at) else { return false };
        let hidden = Err(Broken::Hidden(Hidden::Withdrawn));
        let is_hidden = || self.site.resolve(&document.facts, &link.destination) == hidden;
        let beside = document.facts.kind == Kind::Person;
        (beside || link.destination.contains("people/")) && is_hidden()
    }

    /// The id, in this page's language, of a heading that a text in another language links to: the
    /// same id, or that of the heading at the same position. `None` where the translation has a
    /// different structure.
    fn fragment(&self, name: &str, fragment: String, written_in: &str) -> Option<String> {
        let entry = self.site.entry(name)?;
        let facts = entry.in_language(self.code());
        let (shown, meant) = (&facts.headings, &entry.in_language(written_in).headings);
        if shown.contains(&fragment) || facts.raw_ids.contains(&fragment) {
            return Some(fragment);
        }
        let place = meant.iter().position(|id| *id == fragment)?;
        let same = shown.get(place).filter(|_| shown.len() == meant.len());
        same.cloned()
    }

    fn href_of(&self, target: Target, linking: Linking<'_>) -> Option<String> {
        let (address, fragment) = match target {
            Target::Text { name, fragment } => {
                self.context.notes.text(&name);
                (self.site.address_of(&name, self.code()), fragment)
            }
            Target::List(path) => (self.site.address(path, self.code()), None),
            Target::Media(path) => (self.medium_address(&path)?, None),
            Target::Here(fragment) => {
                return match linking {
                    Linking::Page(_) => Some(format!("#{fragment}")),
                    Linking::Absolute(base) => Some(format!("{base}{}#{fragment}", self.here)),
                };
            }
            Target::Outside(url) => return Some(url),
        };
        let mut href = written(&address, linking);
        if let Some(fragment) = fragment {
            href.push('#');
            href.push_str(&fragment);
        }
        Some(href)
    }

    /// The address of a file; for a photo, that of its widest version.
    fn medium_address(&self, path: &SourcePath) -> Option<UrlPath> {
        let medium = self.site.media.get(path)?;
        self.context.notes.file(path);
        if let Media::Picture(photo) = medium {
            let all = renditions::renditions(photo, Shown::Large, &self.site.config);
            let webp = all.iter().filter(|it| it.format == RenditionFormat::Webp);
            if let Some(widest) = webp.max_by_key(|it| it.width) {
                return Some(self.site.photo_address(path, photo, *widest));
            }
        }
        Some(self.site.file_address(path, *medium))
    }

    /// Writes `<img>` for a picture within a line, `<figure>` for one that is alone in its
    /// paragraph.
    fn image(&self, document: &Document, at: usize, linking: Linking<'_>, out: &mut String) {
        let (images, destinations) = (&document.prose.images, &document.facts.images);
        let (Some(image), Some(destination)) = (images.get(at), destinations.get(at)) else {
            return;
        };
        let path = match self.site.resolve(&document.facts, destination) {
            Ok(Target::Media(path)) => path,
            Err(Broken::Unseen(Unseen::TakenDown)) => return self.taken_down(image.alone, out),
            _ => return,
        };
        let Some(picture) = self.picture(&path, Some(&image.alt), Shown::Large) else { return };
        let mut img = String::new();
        img_tag(&mut img, &picture, linking);
        if !image.alone {
            out.push_str(&img);
            return;
        }
        out.push_str("<figure>\n");
        out.push_str(&img);
        if !image.title.is_empty() {
            out.push_str("<figcaption>");
            escape(out, &image.title);
            out.push_str("</figcaption>");
        }
        out.push_str("\n</figure>\n");
    }

    /// A photo of a story outside the site, or the sentence that replaces it.
    pub(crate) fn figure(&self, photo: &Pictured, linking: Linking<'_>) -> String {
        let mut out = String::new();
        let Some(picture) = &photo.picture else {
            self.taken_down(true, &mut out);
            return out;
        };
        out.push_str("<figure>");
        img_tag(&mut out, picture, linking);
        let by = photo.by.as_ref();
        let by = by.map(|by| self.text_with("photo-by", &[("name", Arg::Text(by))]));
        let words: Vec<&str> =
            [&photo.caption, &by].into_iter().flatten().map(|it| &**it).collect();
        if !words.is_empty() {
            out.push_str("<figcaption>");
            escape(&mut out, &words.join(" · "));
            out.push_str("</figcaption>");
        }
        out.push_str("</figure>\n");
        out
    }

    /// Writes the sentence that replaces a picture after somebody in it asked not to be seen.
    fn taken_down(&self, alone: bool, out: &mut String) {
        let tag = if alone { "p" } else { "span" };
        out.push_str(&format!("<{tag} class=\"taken-down\" lang=\"{}\">", self.code()));
        escape(out, &self.text("photo-taken-down"));
        out.push_str(&format!("</{tag}>"));
        if alone {
            out.push('\n');
        }
    }
}

/// The link beside a heading that leads to itself.
fn anchor(out: &mut String, document: &Document, at: usize, label: &str) {
    let (ids, headings) = (&document.facts.headings, &document.prose.headings);
    let (Some(id), Some(heading)) = (ids.get(at), headings.get(at)) else { return };
    out.push_str("<a class=\"anchor\" href=\"#");
    escape(out, id);
    out.push_str("\" aria-label=\"");
    escape(out, label);
    out.push(' ');
    escape(out, &heading.text);
    out.push_str("\">#</a>");
}

fn task_box(out: &mut String, is_done: bool, label: &str) {
    let class = if is_done { "box done" } else { "box" };
    out.push_str(&format!("<span class=\"{class}\" role=\"img\" aria-label=\""));
    escape(out, label);
    out.push_str("\"></span>");
}

/// The width at which a text's pictures are shown: the width of the lines, or that of a small
/// screen.
const SIZES: &str = "(min-width:44rem) 40rem,100vw";

/// On a page with all sizes; outside the site only with the version that every program can show.
fn img_tag(out: &mut String, picture: &Picture, linking: Linking<'_>) {
    let address = |out: &mut String, src: &str| {
        let address = UrlPath::new(src).expect("a picture's address is inside");
        escape_address(out, &written(&address, linking));
    };
    let is_page = matches!(linking, Linking::Page(_));
    let sources: &[Source] = if is_page { &picture.sources } else { &[] };
    let srcset = |out: &mut String, versions: &[Version]| {
        out.push_str(" srcset=\"");
        for (at, version) in versions.iter().enumerate() {
            out.push_str(if at > 0 { ", " } else { "" });
            address(out, &version.src);
            out.push_str(&format!(" {}w", version.width));
        }
        out.push_str(&format!("\" sizes=\"{SIZES}\""));
    };
    if !sources.is_empty() {
        out.push_str("<picture>");
    }
    for source in sources {
        out.push_str(&format!("<source type=\"{}\"", source.media_type));
        srcset(out, &source.versions);
        out.push('>');
    }
    out.push_str("<img src=\"");
    address(out, &picture.src);
    out.push('"');
    if is_page && !picture.versions.is_empty() {
        srcset(out, &picture.versions);
    }
    out.push_str(" alt=\"");
    escape(out, &picture.alt);
    out.push('"');
    if is_page && !picture.classes.is_empty() {
        out.push_str(&format!(" class=\"{}\"", picture.classes));
    }
    out.push_str(&format!(
        " width=\"{}\" height=\"{}\" loading=\"lazy\">",
        picture.width, picture.height
    ));
    if !sources.is_empty() {
        out.push_str("</picture>");
    }
}

fn written(address: &UrlPath, linking: Linking<'_>) -> String {
    match linking {
        Linking::Page(here) => here.relative(address),
        Linking::Absolute(base) => format!("{base}{address}"),
    }
}
