//! Pictures that front matter names: are they there, are they described?

use super::Check;
use super::links::{ENOUGH, PICTURE_HINT, no_picture, suggested};
use crate::base::Diagnostic;
use crate::data::types::FileName;
use crate::document::{Document, Meta};
use crate::site::links::{Broken, is_outside};
use crate::site::{Media, Site};

pub const CHECK: Check = Check {
    codes: &[
        ("photo-without-alt", "a photo does not say what it shows, for those who cannot see it"),
        ("alt-is-file-name", "a photo is described by the name of its file"),
    ],
    run,
};

fn run(site: &Site, out: &mut Vec<Diagnostic>) {
    for document in site.documents.values() {
        match &document.meta {
            Meta::Story(story) => {
                for photo in &story.photos {
                    file(site, document, &photo.file, out);
                    described(document, &photo.file, photo.alt.as_deref(), out);
                }
            }
            Meta::Theme(theme) => {
                if let Some(image) = &theme.image {
                    file(site, document, image, out);
                    described(document, image, theme.image_alt.as_deref(), out);
                }
            }
            Meta::Person(person) => {
                if let Some(photo) = &person.photo {
                    file(site, document, photo, out);
                }
            }
            _ => {}
        }
    }
}

fn file(site: &Site, document: &Document, name: &FileName, out: &mut Vec<Diagnostic>) {
    if name.id.is_empty() {
        return;
    }
    let span = document.span(name.range.clone());
    if is_outside(&name.id) {
        out.push(
            Diagnostic::error("remote-image", span, "A picture must be a file of this site")
                .hint("Save the picture beside the text and name the file here"),
        );
        return;
    }
    // A file's name as it is: what means something in an address means nothing here.
    let path = document.source.path.join(&name.id);
    let path = path.as_ref();
    let is_there = path.is_some_and(|path| {
        site.flawed.contains(path) || matches!(site.media.get(path), Some(Media::Picture(_)))
    });
    if !is_there {
        if path.is_none() {
            out.push(no_picture(&span, &name.id, &Broken::Leaves));
            return;
        }
        let near = match out.len() < ENOUGH {
            true => site.suggestion(document, &name.id),
            false => None,
        };
        let told = no_picture(&span, &name.id, &Broken::Missing);
        out.push(suggested(told, near, PICTURE_HINT));
    }
}

fn described(document: &Document, name: &FileName, alt: Option<&str>, out: &mut Vec<Diagnostic>) {
    let span = document.span(name.range.clone());
    match alt.map(str::trim) {
        None | Some("") => out.push(
            Diagnostic::advice(
                "photo-without-alt",
                span,
                "Colleagues who cannot see this picture would like to know what it shows",
            )
            .hint("Add alt: with a few words, as on the phone to a friend; alt: decorative if it shows nothing that matters"),
        ),
        Some(alt) if alt.eq_ignore_ascii_case(&name.id) => out.push(
            Diagnostic::warning("alt-is-file-name", span, "This describes the picture by its file's name")
                .hint("Say what one sees: the harbour before sunrise"),
        ),
        Some(_) => {}
    }
}
