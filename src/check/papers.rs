//! Papers that tell more than what stands in them. Only those that a text offers to readers.

use crate::base::{Anchor, Code, Diagnostic, Finding, Severity, SourcePath, Tells};
use crate::document::Kind;
use crate::picture::{Searched, searched};
use crate::site::{Hidden, Media, Site};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for path in &site.reach.media {
        if let Some(Media::File { tells, .. }) = site.media.get(path) {
            out.extend(diagnostic(path, *tells));
        }
    }
    unsearched(site, out);
}

/// Papers that may name somebody who withdrew: what stands in them is not read.
fn unsearched(site: &Site, out: &mut Vec<Finding>) {
    let people = site.originals(Kind::Person);
    let withdrawn = people.filter(|it| site.hidden.get(&it.name) == Some(&Hidden::Withdrawn));
    let names: Vec<&str> =
        withdrawn.filter_map(|it| Some(it.meta.person()?.name.as_str())).collect();
    let named = match names.as_slice() {
        [] => return,
        [only] => (*only).to_owned(),
        [one, other] => format!("{one} or {other}"),
        [first, others @ ..] => format!("{first} or {} others", others.len()),
    };
    let may_name = |path: &&SourcePath| {
        searched(&path.extension()) != Searched::Whole
            && matches!(site.media.get(*path), Some(Media::File { .. }))
    };
    out.extend(site.reach.media.iter().filter(may_name).map(|path| {
        let how = match searched(&path.extension()) {
            Searched::Part => "Not all words of this file can be searched for names",
            Searched::Whole | Searched::Not => "This file is not searched for names",
        };
        let message = format!("{how}, so it may still name {named}, whom readers may not see");
        Diagnostic::new(Code::PaperUnsearched, Anchor::file(path.clone()), message)
            .with_severity(Severity::Advice)
            .hint(
                "Open it and search for the name: take it out there and save the file again, or \
                 remove the links to the file",
            )
    }));
}

/// One diagnostic for each paper: what weighs most first.
fn diagnostic(path: &SourcePath, tells: Tells) -> Option<Finding> {
    let warning = |code, message: &str| {
        Some(Diagnostic::new(code, Anchor::file(path.clone()), message.to_owned()))
    };
    let photo = match tells {
        Tells { place: true, names: true, .. } => {
            Some("A photo in this file reveals where it was taken, and the file names its author")
        }
        Tells { place: true, .. } => Some("A photo in this file reveals where it was taken"),
        Tells { camera: true, names: true, .. } => Some(
            "A photo in this file reveals with which camera it was taken, and the file names its \
             author",
        ),
        Tells { camera: true, .. } => {
            Some("A photo in this file reveals with which camera it was taken")
        }
        _ => None,
    };
    if let Some(photo) = photo {
        return warning(Code::PaperTellsPlace, photo)
            .map(|diagnostic| diagnostic.hint(photo_hint(path)));
    }
    if tells.names {
        return warning(
            Code::PaperTellsName,
            "The properties of this file name who wrote or saved it",
        )
        .map(|diagnostic| diagnostic.hint(name_hint(path)));
    }
    if tells.unseen {
        return warning(Code::PaperUnseen, "This archive has too many files to check them all")
            .map(|diagnostic| {
                diagnostic.hint(
                    "Put fewer files into it, or check yourself that no photo in it reveals a place",
                )
            });
    }
    None
}

/// What helps whatever the paper was made with.
const PHOTO: &str = "Remove place and camera from the photo (exiftool -all= photo.jpg), insert it \
                     again, and save the file again";

fn photo_hint(path: &SourcePath) -> String {
    match path.extension().as_str() {
        "pdf" => format!(
            "{PHOTO}; or make the photos again with Ghostscript: gs -o new.pdf -sDEVICE=pdfwrite \
             -dPassThroughJPEGImages=false {}",
            super::flaws::shown_name(path, "paper")
        ),
        _ => PHOTO.to_owned(),
    }
}

fn name_hint(path: &SourcePath) -> &'static str {
    match path.extension().as_str() {
        "docx" | "pptx" | "xlsx" => {
            "If readers should not see this: in Office, choose File, Info, Check for Issues, \
             Inspect Document, Remove All; then save"
        }
        "odt" | "odp" | "ods" => {
            "If readers should not see this: in LibreOffice, choose File, Properties, untick \
             “Apply user data”, choose Reset Properties; then save"
        }
        "pdf" => {
            "If readers should not see this: delete the properties in the program that made the \
             file, and save it again"
        }
        _ => {
            "If readers should not see this: remove the names from the properties of the files in \
             it"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_paper_has_at_most_one_finding_and_a_clean_one_has_none() {
        let path = SourcePath::new("content/a.pdf").expect("inside");
        let code = |tells| diagnostic(&path, tells).map(|diagnostic| diagnostic.code);
        let all = Tells { place: true, camera: true, names: true, unseen: true };
        assert_eq!(code(all), Some(Code::PaperTellsPlace));
        assert_eq!(code(Tells { place: false, ..all }), Some(Code::PaperTellsPlace));
        let names = Tells { names: true, ..Tells::default() };
        assert_eq!(code(names), Some(Code::PaperTellsName));
        assert_eq!(code(Tells::default()), None);
    }
}
