//! Checks whether pictures are described for people who cannot see them.

use crate::base::{At, Code, Diagnostic, Severity, Span};
use crate::document::Document;
use crate::document::kinds::metadata::Shows;

/// What is wrong with the descriptions of a file's pictures.
pub(super) fn check(document: &Document) -> Vec<Diagnostic> {
    let (facts, prose) = (&document.facts, &document.prose);
    let span = |at: At| document.places.span(&facts.anchor(at));
    let mut out = vec![];
    for ((file, at), image) in facts.images().zip(&prose.images) {
        if is_file_name(&image.alt, file) {
            out.push(named_like_a_file(span(at)));
        } else if is_of_a_hint(&image.alt) {
            out.push(copied(span(at)));
        }
    }
    let mut described = prose.fields.common().described().into_iter();
    facts.meta.common().visit_files(&mut |picture| {
        if picture.shows == Shows::Portrait {
            return;
        }
        let Some(described) = described.next() else { return };
        let span = span(picture.file.at);
        match described.words.as_deref().map(str::trim) {
            None | Some("") => out.push(undescribed(document, span, described.field)),
            Some(alt) if is_file_name(alt, &picture.file.id) => out.push(named_like_a_file(span)),
            Some(alt) if is_of_a_hint(alt) => out.push(copied(span)),
            Some(_) => {}
        }
    });
    out
}

fn named_like_a_file(span: Span) -> Diagnostic {
    let message = "The description of this picture is only the name of its file";
    Diagnostic::new(Code::AltIsFileName, span, message)
        .hint("Write what the picture shows, as in: two colleagues at a table")
}

fn copied(span: Span) -> Diagnostic {
    let message = "The description of this picture is that of an example";
    Diagnostic::new(Code::PhotoWithoutAlt, span, message)
        .with_severity(Severity::Advice)
        .hint("Write what the picture shows, as in: two colleagues at a table")
}

/// Whether these words stand in our hints in place of a description.
fn is_of_a_hint(alt: &str) -> bool {
    let alt = alt.trim().to_lowercase();
    matches!(&*alt, "what it shows" | "what it is" | "two colleagues at a table")
}

/// Only advice for people who submit a text; in other texts it keeps its usual severity.
fn undescribed(document: &Document, span: Span, field: &str) -> Diagnostic {
    let message = "This picture has no description for people who cannot see it";
    let diagnostic = Diagnostic::new(Code::PhotoWithoutAlt, span, message);
    let diagnostic = match document.facts.kind.is_submitted() {
        true => diagnostic.with_severity(Severity::Advice),
        false => diagnostic,
    };
    diagnostic.hint(format!(
        "Add {field}: with a few words on what it shows, as in {field}: two colleagues at a \
         table; or {field}: decorative if it shows nothing that matters"
    ))
}

/// Whether a description is only the name of a file: the name of this one, or one that a camera or
/// a program gives.
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
