//! A text's HTML with its holes filled: addresses, pictures, words of the interface.

use super::Scene;
use crate::base::UrlPath;
use crate::document::Document;
use crate::document::markdown::{Image, Piece, escape, escape_address};
use crate::language::Language;
use crate::site::links::{Broken, Target};

/// Where the text will be read, and so how its links are written.
#[derive(Clone, Copy)]
pub enum Linking<'a> {
    /// On the page at this address.
    Page(&'a UrlPath),
    /// Away from the site: from this base, absolute.
    Absolute(&'a str),
}

impl Scene<'_> {
    /// The text of a document for this page.
    pub fn html(&self, document: &Document) -> String {
        self.html_for(document, Linking::Page(self.here))
    }

    pub fn html_for(&self, document: &Document, linking: Linking<'_>) -> String {
        let spoken = Language::parse(&document.language);
        let spoken = spoken.as_ref().unwrap_or(self.language);
        let mut out = String::with_capacity(document.source.text.len() + 512);
        // A link without a target loses its attribute, and with it what is left of the quote.
        let mut unquote = false;
        for piece in &document.body.html.0 {
            match piece {
                Piece::Raw(html) if unquote => out.push_str(html.strip_prefix('"').unwrap_or(html)),
                Piece::Raw(html) => match linking {
                    Linking::Page(_) => out.push_str(html),
                    // Away from the page, its own places need its address.
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
                            continue;
                        }
                    }
                },
                Piece::Image(at) => {
                    if let Some(image) = document.body.images.get(*at) {
                        self.image(document, image, linking, &mut out);
                    }
                }
                Piece::Text(key) => escape(&mut out, &self.context.look.texts.get(spoken, key)),
            }
            unquote = false;
        }
        out
    }

    fn href(&self, document: &Document, at: usize, linking: Linking<'_>) -> Option<String> {
        let destination = &document.body.links.get(at)?.destination;
        match self.site.resolve(document, destination) {
            Ok(Target::Text { name, anchor: Some(anchor) }) => {
                let anchor = self.anchor(&name, anchor, &document.language);
                self.href_of(Target::Text { name, anchor }, linking)
            }
            Ok(target) => self.href_of(target, linking),
            // The heading may have another name in this reader's language.
            Err(Broken::NoAnchor(_)) => {
                let path = destination.split('#').next().unwrap_or_default();
                self.href_of(self.site.resolve(document, path).ok()?, linking)
            }
            Err(_) => None,
        }
    }

    /// What this page's language calls the heading that a text of another language names: the same,
    /// or the one in the same place; `None` where the translation is built in another way.
    fn anchor(&self, name: &str, anchor: String, written_in: &str) -> Option<String> {
        let entry = self.site.entry(name)?;
        let shown = &entry.in_language(self.code()).body.headings;
        let meant = &entry.in_language(written_in).body.headings;
        if shown.iter().any(|heading| heading.id == anchor) {
            return Some(anchor);
        }
        let place = meant.iter().position(|heading| heading.id == anchor)?;
        let same = shown.get(place).filter(|_| shown.len() == meant.len());
        same.map(|heading| heading.id.clone())
    }

    fn href_of(&self, target: Target, linking: Linking<'_>) -> Option<String> {
        let (address, anchor) = match target {
            Target::Text { name, anchor } => (self.site.address_of(&name, self.code()), anchor),
            Target::List(path) => (self.site.address(path, self.code()), None),
            Target::Media(path) => (self.site.media.get(&path)?.address(&path), None),
            Target::Here(anchor) => {
                return match linking {
                    Linking::Page(_) => Some(format!("#{anchor}")),
                    Linking::Absolute(base) => Some(format!("{base}{}#{anchor}", self.here)),
                };
            }
            Target::Outside(url) => return Some(url),
        };
        let mut href = written(&address, linking);
        if let Some(anchor) = anchor {
            href.push('#');
            href.push_str(&anchor);
        }
        Some(href)
    }

    /// `<img>` in a line of text, `<figure>` where it stands alone.
    fn image(&self, document: &Document, image: &Image, linking: Linking<'_>, out: &mut String) {
        let path = match self.site.resolve(document, &image.destination) {
            Ok(Target::Media(path)) => path,
            _ => return,
        };
        let Some(picture) = self.picture(&path, Some(&image.alt)) else { return };
        let address = UrlPath::new(&picture.src).expect("a medium's address is inside");
        let mut img = String::from("<img src=\"");
        escape_address(&mut img, &written(&address, linking));
        img.push_str("\" alt=\"");
        escape(&mut img, &picture.alt);
        img.push_str(&format!(
            "\" width=\"{}\" height=\"{}\" loading=\"lazy\" decoding=\"async\">",
            picture.width, picture.height
        ));
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
}

fn written(address: &UrlPath, linking: Linking<'_>) -> String {
    match linking {
        Linking::Page(here) => here.relative(address),
        Linking::Absolute(base) => format!("{base}{address}"),
    }
}
