//! The page that stands where one cannot be made: it says why.

use super::Sight;
use super::bar::report;
use super::subject::Subject;
use super::voice::Voice;
use crate::base::escape::escaped;
use crate::base::{Code, Diagnostic};

/// A small page of our own: none of the site's templates may be trusted here.
pub(super) fn page(sight: &Sight<'_>, subject: &Subject<'_>, mistakes: &[&Diagnostic]) -> String {
    let voice = Voice { sight, language: &subject.language };
    let (title, lead) = match mistakes.iter().any(|told| told.code == Code::NoSite) {
        true => (voice.text("preview-no-site"), voice.text("preview-no-site-lead")),
        false => (voice.text("preview-broken"), voice.text("preview-broken-lead")),
    };
    let report = report(sight, mistakes);
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{mount}_preview/paper.css\">\n</head>\n<body class=\"storywall-broken\">\n\
         <main>\n<h1>{title}</h1>\n<p>{lead}</p>\n<div lang=\"en\">\n{report}</div>\n</main>\n\
         </body>\n</html>\n",
        mount = escaped(sight.mount),
        language = escaped(subject.language.as_str()),
    )
}
