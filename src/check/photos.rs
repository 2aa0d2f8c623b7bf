//! Pictures that front matter names: are they there?

use super::links::{ENOUGH, PICTURE_HINT, no_picture, suggested, unread};
use crate::base::{Anchor, Code, Diagnostic, Finding, Note};
use crate::data::fields::shortened;
use crate::data::types::FileName;
use crate::document::Facts;
use crate::site::links::{Broken, as_destination, is_outside};
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
        let told =
            Diagnostic::new(Code::RemoteImage, span, "A picture must be a file of this site");
        out.push(match on_own_disk(&name.id) {
            Some(file) => told.hint(format!(
                "Put the picture beside this file, and write its name alone: {}",
                shortened(file)
            )),
            None => told.hint("Save the picture beside this file, and write its file name here"),
        });
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
        if let Some(other) = path.and_then(|path| site.media.get(path)) {
            out.push(no_picture_but(other, &name.id, span));
            return;
        }
        let is_picture = |near: &String| {
            let path = document.path.join(near);
            path.is_some_and(|it| matches!(site.media.get(&it), Some(Media::Picture(_))))
        };
        let near = match out.len() < ENOUGH {
            true => site.suggestion(document, &name.id).filter(is_picture),
            false => None,
        };
        let diagnostic = no_picture(&span, &name.id, &Broken::Missing);
        out.push(suggested(diagnostic, near, Note::hint(PICTURE_HINT)));
    }
}

/// The name of the file of a path on the writer's own computer: `k.png` of `C:\Users\k.png`.
fn on_own_disk(written: &str) -> Option<&str> {
    let (drive, rest) = written.split_once(':')?;
    let is_disk = drive.len() == 1 || drive.eq_ignore_ascii_case("file");
    let name = rest.rsplit(['\\', '/']).next().filter(|name| !name.is_empty())?;
    is_disk.then_some(name)
}

/// What is said of a file that is there and is no picture.
fn no_picture_but(medium: &Media, name: &str, place: Anchor) -> Finding {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let what = match medium {
        Media::Recording(_) => "A recording is not a picture".to_owned(),
        _ if ending.eq_ignore_ascii_case("pdf") => "A PDF is not a picture".to_owned(),
        _ => "This file is not a picture".to_owned(),
    };
    let told = Diagnostic::new(Code::BrokenImage, place, what);
    told.hint(format!(
        "Link to it in the text: [what it is]({})",
        shortened(&as_destination(name.to_owned()))
    ))
}
