//! What to do about a link or a picture that leads nowhere, if nothing like it is there.

use crate::base::{Anchor, Note};
use crate::data::fields::shortened;

const LINK_HINT: &str =
    "Link to a file by its path from this one, with its ending: ../faq/bad-spelling.md";
/// What looks like an address lacks its beginning.
pub(super) fn remedy_for(destination: &str) -> Note<Anchor> {
    let host = destination.split('/').next().unwrap_or_default();
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_ending =
        (2..=6).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphabetic());
    match () {
        () if destination.contains("{{") || destination.contains("{%") => {
            Note::example(TEMPLATE_HINT)
        }
        () if destination.contains('@') => Note::hint(mail_hint(destination)),
        () if host.starts_with("www.") || (is_ending && !FILES.contains(&ending)) => {
            Note::hint(WEB_HINT)
        }
        () => Note::example(LINK_HINT),
    }
}

/// An address of somebody, perhaps with something before it that is none of it.
fn mail_hint(destination: &str) -> String {
    let address = destination.rsplit(['/', ':']).find(|part| part.contains('@'));
    let address = address.unwrap_or(destination).trim();
    format!("Begin an email address with mailto:, as in mailto:{}", shortened(address))
}

const TEMPLATE_HINT: &str = "What stands in braces is the notation of another tool: write the path \
                             of the file in its place, as in ../faq/bad-spelling.md";
pub(super) const PLACE_HINT: &str =
    "Remove the # and what follows it, or name a heading of that page";
const WEB_HINT: &str = "Begin an address outside this site with https://";
/// Endings of files that people link to.
const FILES: &[&str] = &[
    "md", "html", "htm", "pdf", "png", "jpg", "jpeg", "webp", "gif", "svg", "txt", "toml", "docx",
    "xlsx", "pptx", "csv", "zip",
];
pub(in crate::check) const PICTURE_HINT: &str = "Put the picture beside this file, and write its file name \
                                       here";
