//! "This page": its files, how long the text is, and the same in other languages.

use std::sync::Arc;

use crate::base::escape::escaped;
use crate::document::Facts;
use crate::preview::editor;
use crate::preview::subject::Subject;
use crate::preview::texts::PreviewTexts;
use crate::report::Spot;
use crate::views::card::minutes;

pub(super) fn html(texts: &PreviewTexts<'_>, subject: &Subject<'_>) -> String {
    let mut html = format!("<section>\n<h2>{}</h2>\n", texts.text("preview-page"));
    if !subject.files.is_empty() {
        let item = |path| {
            let place = editor::place(texts.request, &Spot { path, position: None });
            format!("<li>{place}</li>\n")
        };
        let files: String = subject.files.iter().map(item).collect();
        html.push_str(&format!("<ul class=\"files\">\n{files}</ul>\n"));
    }
    if let Some(length) = length(texts, subject) {
        html.push_str(&format!("<p>{length}</p>\n"));
    }
    html.push_str(&languages(texts, subject));
    html.push_str("</section>\n");
    html
}

/// "412 words, 3 minutes to read": the minutes that the page itself names, at 200 words a minute.
/// Adults read 238 words of English non-fiction a minute on average; here many read a language
/// that is not their first, and slower (Brysbaert, How many words do we read per minute?, Journal
/// of Memory and Language 109, 2019).
pub(super) fn length(texts: &PreviewTexts<'_>, subject: &Subject<'_>) -> Option<String> {
    let text = text(texts, subject)?;
    let words = texts.request.snapshot.document(text)?.prose.words;
    let count = texts.count("preview-words", words);
    (words > 0).then(|| format!("{count}, {}", texts.count("minutes-to-read", minutes(words))))
}

/// The text that this page shows: in its language, or the original.
pub(super) fn text<'a>(texts: &PreviewTexts<'_>, subject: &Subject<'a>) -> Option<&'a Arc<Facts>> {
    let own =
        |text: &&&Arc<Facts>| text.is_translation() && text.language == texts.language.as_str();
    subject.texts.iter().find(own).or_else(|| subject.texts.first()).copied()
}

/// The same page in the other languages of the site.
fn languages(texts: &PreviewTexts<'_>, subject: &Subject<'_>) -> String {
    let request = texts.request;
    let site = request.snapshot.site();
    let link = |code: &str| {
        let address = site.address(&subject.path, code);
        request.snapshot.route(&address)?;
        let (href, name) = (texts.href(&address, request.options), texts.own_name(code));
        let code = escaped(code);
        Some(format!(
            "<li><a href=\"{href}\" hreflang=\"{code}\" lang=\"{code}\">{name}</a></li>\n"
        ))
    };
    let others = site.languages.all().filter(|it| *it != texts.language);
    let links: String = others.filter_map(|language| link(language.as_str())).collect();
    match links.is_empty() {
        true => links,
        false => format!("<ul class=\"tongues\">\n{links}</ul>\n"),
    }
}
