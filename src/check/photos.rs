//! Pictures that front matter names: are they there, are they described?

use super::links::{ENOUGH, PICTURE_HINT, no_picture, suggested};
use crate::base::{Code, Diagnostic, Severity, Span};
use crate::data::types::FileName;
use crate::document::Document;
use crate::document::kinds::metadata::Described;
use crate::site::links::{Broken, is_outside};
use crate::site::{Media, Site};

pub(crate) fn run(site: &Site, out: &mut Vec<Diagnostic>) {
    for document in site.documents.values() {
        for image in &document.body.images {
            if is_file_name(&image.alt, &image.destination) {
                out.push(named_like_a_file(image.span.clone()));
            }
        }
        document.meta.common().visit_files(&mut |picture| {
            file(site, document, picture.file, out);
            if let Described::By(field, alt) = picture.described {
                described(document, picture.file, (field, alt), out);
            }
        });
    }
}

fn file(site: &Site, document: &Document, name: &FileName, out: &mut Vec<Diagnostic>) {
    if name.id.is_empty() {
        return;
    }
    let span = document.span(name.range.clone());
    if is_outside(&name.id) {
        out.push(
            Diagnostic::new(Code::RemoteImage, span, "A picture must be a file of this site")
                .hint("Save the picture beside this file, and write its file name here"),
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

/// `field` is where its words stand, and what they are.
fn described(
    document: &Document,
    name: &FileName,
    (field, alt): (&str, Option<&str>),
    out: &mut Vec<Diagnostic>,
) {
    let span = document.span(name.range.clone());
    match alt.map(str::trim) {
        None | Some("") => out.push(undescribed(document, span, field)),
        Some(alt) if is_file_name(alt, &name.id) => out.push(named_like_a_file(span)),
        Some(_) => {}
    }
}

fn named_like_a_file(span: Span) -> Diagnostic {
    let message = "The description of this picture is only the name of its file";
    Diagnostic::new(Code::AltIsFileName, span, message)
        .hint("Write what the picture shows, as in: the harbour before sunrise")
}

/// A question for who submits a story, a task for who runs the handbook.
fn undescribed(document: &Document, span: Span, field: &str) -> Diagnostic {
    let message = "This picture has no description for people who cannot see it";
    let diagnostic = Diagnostic::new(Code::PhotoWithoutAlt, span, message);
    let diagnostic = match document.kind.is_submitted() {
        true => diagnostic.with_severity(Severity::Advice),
        false => diagnostic,
    };
    diagnostic.hint(format!(
        "Add {field}: with a few words on what it shows, as in {field}: the harbour before \
         sunrise; or {field}: decorative if it shows nothing that matters"
    ))
}

/// The name of a file: this one, or as cameras and programs give it.
fn is_file_name(alt: &str, file: &str) -> bool {
    let stem = |text: &str| {
        let text = text.rsplit('/').next().unwrap_or_default().to_lowercase();
        let ends = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".svg"];
        ends.iter().find_map(|end| text.strip_suffix(end)).map(str::to_owned).ok_or(text)
    };
    let alt = match stem(alt) {
        Ok(_) => return true,
        Err(alt) => alt,
    };
    let is_this = Ok(&alt) == stem(file).as_ref();
    let is_no_word = alt.contains(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_'));
    let letters: String = alt.chars().filter(|c| c.is_alphabetic()).collect();
    let is_of_a_camera = matches!(
        letters.as_str(),
        "img" | "imge" | "dsc" | "dscn" | "dscf" | "pxl" | "image" | "photo" | "foto" | "p"
    );
    is_no_word && (is_this || is_of_a_camera)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_no_descriptions() {
        let cases = [
            ("pump.jpg", "pump.jpg"),
            ("harbour-before-sunrise", "harbour-before-sunrise.webp"),
            ("IMG_4412", "pump.jpg"),
            ("DSC 0012", "pump.jpg"),
            ("Image 3", "pump.jpg"),
            ("a/b/c.PNG", "x.png"),
        ];
        for (alt, file) in cases {
            assert!(is_file_name(alt, file), "{alt}");
        }
        for alt in ["Pump", "Pump 4 with its cover off", "Two-handed grip", "The harbour"] {
            assert!(!is_file_name(alt, "pump.jpg"), "{alt}");
        }
    }
}
