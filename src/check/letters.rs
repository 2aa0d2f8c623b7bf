//! Letters to colleagues whose days cannot be.

use crate::base::{Code, Diagnostic, Finding};
use crate::document::Kind;
use crate::site::Site;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for document in site.originals(Kind::Digest).filter(|document| document.is_sound) {
        let Some(letter) = document.meta.digest() else { continue };
        let (since, date) = (letter.since, letter.date);
        if date < since {
            let message = format!("This letter ends on {date}, before it begins on {since}");
            out.push(
                Diagnostic::new(Code::LetterBackwards, document.named("date"), message)
                    .hint("Correct since or date: one of the two days is wrong"),
            );
        }
    }
}
