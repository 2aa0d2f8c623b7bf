//! The language that a story was sent in, where nobody says it.

use super::Args;
use super::received::Received;
use crate::coach::{Coach, primary};
use crate::document::Kind;
use crate::site::Site;

/// The language of the site that the words are clearly in, if that is not its first.
pub(super) fn language(args: &Args, site: &Site, received: &Received) -> Option<String> {
    let is_said = args.lang.is_some() || received.names.iter().any(|name| name == "lang");
    let languages = &site.config.languages;
    if args.kind != Kind::Story || is_said || languages.len() < 2 {
        return None;
    }
    let spoken = Coach::new(&site.coach).language_of(&received.submission.body)?;
    let is_spoken = |code: &&String| primary(code) == spoken;
    languages.iter().find(is_spoken).filter(|code| *code != site.default_language()).cloned()
}

/// What is said of it, as a sentence without a full stop.
pub(super) fn remark(code: &str) -> String {
    format!(
        "The words are in another language than the site's first, so lang: {code} was written: \
         remove or correct that line if they are not in that language"
    )
}
