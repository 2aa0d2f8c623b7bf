//! "This page": its files, how long the text is, and the same in other languages.

use std::sync::Arc;

use crate::base::escape::escaped;
use crate::document::Facts;
use crate::preview::editor;
use crate::preview::subject::Subject;
use crate::preview::voice::Voice;
use crate::report::Spot;
use crate::views::card::minutes;

pub(super) fn html(voice: &Voice<'_>, subject: &Subject<'_>) -> String {
    let mut html = format!("<section>\n<h2>{}</h2>\n", voice.text("preview-page"));
    if !subject.files.is_empty() {
        let item = |path| {
            let place = editor::place(voice.sight, &Spot { path, position: None });
            format!("<li>{place}</li>\n")
        };
        let files: String = subject.files.iter().map(item).collect();
        html.push_str(&format!("<ul class=\"files\">\n{files}</ul>\n"));
    }
    if let Some(length) = length(voice, subject) {
        html.push_str(&format!("<p>{length}</p>\n"));
    }
    html.push_str(&languages(voice, subject));
    html.push_str("</section>\n");
    html
}

/// "412 words, 3 minutes to read": the minutes that the page itself names, at 200 words a minute.
/// Adults read 238 words of English non-fiction a minute on average; here many read a language
/// that is not their first, and slower (Brysbaert, How many words do we read per minute?, Journal
/// of Memory and Language 109, 2019).
pub(super) fn length(voice: &Voice<'_>, subject: &Subject<'_>) -> Option<String> {
    let text = text(voice, subject)?;
    let words = voice.sight.snapshot.document(text)?.prose.words;
    let count = voice.count("preview-words", words);
    (words > 0).then(|| format!("{count}, {}", voice.count("minutes-to-read", minutes(words))))
}

/// The text that this page shows: in its language, or the original.
pub(super) fn text<'a>(voice: &Voice<'_>, subject: &Subject<'a>) -> Option<&'a Arc<Facts>> {
    let own =
        |text: &&&Arc<Facts>| text.is_translation() && text.language == voice.language.as_str();
    subject.texts.iter().find(own).or_else(|| subject.texts.first()).copied()
}

/// The same page in the other languages of the site.
fn languages(voice: &Voice<'_>, subject: &Subject<'_>) -> String {
    let sight = voice.sight;
    let site = sight.snapshot.site();
    let link = |code: &str| {
        let address = site.address(&subject.path, code);
        sight.snapshot.route(&address)?;
        let (href, name) = (voice.href(&address, sight.light), voice.own_name(code));
        let code = escaped(code);
        Some(format!(
            "<li><a href=\"{href}\" hreflang=\"{code}\" lang=\"{code}\">{name}</a></li>\n"
        ))
    };
    let others = site.languages.all().filter(|it| *it != voice.language);
    let links: String = others.filter_map(|language| link(language.as_str())).collect();
    match links.is_empty() {
        true => links,
        false => format!("<ul class=\"tongues\">\n{links}</ul>\n"),
    }
}
