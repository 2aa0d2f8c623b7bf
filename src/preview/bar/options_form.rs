//! The form for the options: as of another day, as other readers see it, with drafts or without.

use crate::base::escape::escaped;
use crate::language::Arg;
use crate::preview::options::{PreviewOptions, audience_word};
use crate::preview::texts::PreviewTexts;
use crate::site::BuildAudience;

/// A form that asks for this page under other options. It is a plain `GET`: the options stand in the
/// address, where they can be kept and sent.
pub(super) fn html(texts: &PreviewTexts<'_>) -> String {
    let request = texts.request;
    let seen = request.snapshot.settings();
    let action = texts.href(request.address, &PreviewOptions::default());
    let audience = audience_word(seen.audience);
    let audiences = options(
        audience,
        &[
            ("internal", texts.text("preview-audience-internal")),
            ("public", texts.text("preview-audience-public")),
        ],
    );
    let drafts = options(
        if seen.drafts { "yes" } else { "no" },
        &[("no", texts.text("preview-drafts-no")), ("yes", texts.text("preview-drafts-yes"))],
    );
    format!(
        "<section>\n<h2>{title}</h2>\n<form method=\"get\" action=\"{action}\">\n\
         <label>{day} <input type=\"date\" name=\"today\" value=\"{today}\"></label>\n\
         <label>{readers} <select name=\"audience\">{audiences}</select></label>\n\
         <label>{draft} <select name=\"drafts\">{drafts}</select></label>\n\
         <p class=\"do\"><button>{look}</button>{back}</p>\n</form>\n</section>\n",
        title = texts.text("preview-look"),
        day = texts.text("preview-day"),
        today = seen.today,
        readers = texts.text("preview-audience"),
        draft = texts.text("preview-drafts"),
        look = texts.text("preview-show"),
        back = if request.options.is_plain() { String::new() } else { format!(" {}", back(texts)) },
    )
}

/// The options that differ from what the command said, and what was given as a day and is none.
pub(super) fn note(texts: &PreviewTexts<'_>) -> Option<String> {
    let request = texts.request;
    let (base, seen) = (request.base, request.snapshot.settings());
    let mut how = vec![];
    if seen.today != base.today {
        let day = texts.day(seen.today);
        how.push(texts.text_with("preview-light-day", &[("day", Arg::Text(&day))]));
    }
    if seen.audience != base.audience {
        how.push(match seen.audience {
            BuildAudience::Public => texts.text("preview-light-public"),
            BuildAudience::Internal => texts.text("preview-light-internal"),
        });
    }
    if seen.drafts != base.drafts {
        how.push(match seen.drafts {
            true => texts.text("preview-light-drafts"),
            false => texts.text("preview-light-no-drafts"),
        });
    }
    let mut note = String::new();
    if let Some(written) = &request.options.mistake {
        let written = texts.text_with("preview-no-day", &[("written", Arg::Text(written))]);
        note.push_str(&format!("<p class=\"mistake\">{written}</p>"));
    }
    if !how.is_empty() {
        // The parts are escaped already, and hold no more than words and a day.
        let how = how.join(", ");
        note.push_str(&format!("<p>{} {how}. {}</p>", texts.text("preview-light"), back(texts)));
    }
    (!note.is_empty()).then_some(note)
}

fn back(texts: &PreviewTexts<'_>) -> String {
    let now = texts.href(texts.request.address, &PreviewOptions::default());
    format!("<a href=\"{now}\">{}</a>", texts.text("preview-now"))
}

fn options(chosen: &str, all: &[(&str, String)]) -> String {
    let option = |(value, words): &(&str, String)| {
        let selected = if *value == chosen { " selected" } else { "" };
        format!("<option value=\"{}\"{selected}>{words}</option>", escaped(value))
    };
    all.iter().map(option).collect()
}
