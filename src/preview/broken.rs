//! The page that stands where one cannot be made: it says why.

use super::PreviewRequest;
use super::bar::report;
use super::subject::Subject;
use super::texts::PreviewTexts;
use crate::base::escape::escaped;
use crate::base::{Code, Diagnostic};

/// A small page of our own: none of the site's templates may be trusted here.
pub(super) fn page(
    request: &PreviewRequest<'_>,
    subject: &Subject<'_>,
    mistakes: &[&Diagnostic],
) -> String {
    let texts = PreviewTexts { request, language: &subject.language };
    let (title, lead) = match mistakes.iter().any(|it| it.code == Code::NoSite) {
        true => (texts.text("preview-no-site"), texts.text("preview-no-site-lead")),
        false => (texts.text("preview-broken"), texts.text("preview-broken-lead")),
    };
    let report = report(request, &subject.language, mistakes);
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{mount}_preview/paper.css\">\n</head>\n<body class=\"storywall-broken\">\n\
         <main>\n<h1>{title}</h1>\n<p>{lead}</p>\n<div lang=\"en\">\n{report}</div>\n</main>\n\
         </body>\n</html>\n",
        mount = escaped(request.mount),
        language = escaped(subject.language.as_str()),
    )
}
