//! Pictures that front matter names: are they there?

use super::links::{ENOUGH, PICTURE_HINT, no_picture, suggested, unread};
use crate::base::{Code, Diagnostic, Finding, Note};
use crate::data::types::FileName;
use crate::document::Facts;
use crate::site::links::{Broken, is_outside};
use crate::site::{Media, Site};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for document in site.facts.values() {
        document.meta.common().visit_files(&mut |picture| file(site, document, picture.file, out));
    }
}

fn file(site: &Site, document: &Facts, name: &FileName, out: &mut Vec<Finding>) {
    if name.id.is_empty() {
        return;
    }
    let span = document.anchor(name.at);
    if is_outside(&name.id) {
        out.push(
            Diagnostic::new(Code::RemoteImage, span, "A picture must be a file of this site")
                .hint("Save the picture beside this file, and write its file name here"),
        );
        return;
    }
    // A file's name as it is: what means something in an address means nothing here.
    let path = document.path.join(&name.id);
    let path = path.as_ref();
    let is_there = path.is_some_and(|path| {
        site.flawed.contains(path) || matches!(site.media.get(path), Some(Media::Picture(_)))
    });
    if !is_there {
        if path.is_none() {
            out.push(no_picture(&span, &name.id, &Broken::Leaves));
            return;
        }
        if let Some(unread) = unread(Code::BrokenImage, &span, &name.id, "a picture") {
            out.push(unread);
            return;
        }
        let near = match out.len() < ENOUGH {
            true => site.suggestion(document, &name.id),
            false => None,
        };
        let diagnostic = no_picture(&span, &name.id, &Broken::Missing);
        out.push(suggested(diagnostic, near, Note::hint(PICTURE_HINT)));
    }
}
