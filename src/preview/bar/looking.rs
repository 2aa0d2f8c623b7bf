//! "Look at it": as of another day, as other readers see it, with drafts or without.

use crate::base::escape::escaped;
use crate::language::Arg;
use crate::preview::light::{Light, audience_word};
use crate::preview::voice::Voice;
use crate::site::BuildAudience;

/// A form that asks for this page in another light. It is a plain `GET`: the light stands in the
/// address, where it can be kept and sent.
pub(super) fn html(voice: &Voice<'_>) -> String {
    let sight = voice.sight;
    let seen = sight.snapshot.settings();
    let action = voice.href(sight.address, &Light::default());
    let audience = audience_word(seen.audience);
    let audiences = options(
        audience,
        &[
            ("internal", voice.text("preview-audience-internal")),
            ("public", voice.text("preview-audience-public")),
        ],
    );
    let drafts = options(
        if seen.drafts { "yes" } else { "no" },
        &[("no", voice.text("preview-drafts-no")), ("yes", voice.text("preview-drafts-yes"))],
    );
    format!(
        "<section>\n<h2>{title}</h2>\n<form method=\"get\" action=\"{action}\">\n\
         <label>{day} <input type=\"date\" name=\"today\" value=\"{today}\"></label>\n\
         <label>{readers} <select name=\"audience\">{audiences}</select></label>\n\
         <label>{draft} <select name=\"drafts\">{drafts}</select></label>\n\
         <p class=\"do\"><button>{look}</button>{back}</p>\n</form>\n</section>\n",
        title = voice.text("preview-look"),
        day = voice.text("preview-day"),
        today = seen.today,
        readers = voice.text("preview-audience"),
        draft = voice.text("preview-drafts"),
        look = voice.text("preview-show"),
        back = if sight.light.is_plain() { String::new() } else { format!(" {}", back(voice)) },
    )
}

/// Which light this is, where it is another than the command asked for, and what was asked for and
/// is no day.
pub(super) fn note(voice: &Voice<'_>) -> Option<String> {
    let sight = voice.sight;
    let (base, seen) = (sight.base, sight.snapshot.settings());
    let mut how = vec![];
    if seen.today != base.today {
        let day = voice.day(seen.today);
        how.push(voice.text_with("preview-light-day", &[("day", Arg::Text(&day))]));
    }
    if seen.audience != base.audience {
        how.push(match seen.audience {
            BuildAudience::Public => voice.text("preview-light-public"),
            BuildAudience::Internal => voice.text("preview-light-internal"),
        });
    }
    if seen.drafts != base.drafts {
        how.push(match seen.drafts {
            true => voice.text("preview-light-drafts"),
            false => voice.text("preview-light-no-drafts"),
        });
    }
    let mut note = String::new();
    if let Some(written) = &sight.light.mistake {
        let written = voice.text_with("preview-no-day", &[("written", Arg::Text(written))]);
        note.push_str(&format!("<p class=\"mistake\">{written}</p>"));
    }
    if !how.is_empty() {
        // The parts are escaped already, and hold no more than words and a day.
        let how = how.join(", ");
        note.push_str(&format!("<p>{} {how}. {}</p>", voice.text("preview-light"), back(voice)));
    }
    (!note.is_empty()).then_some(note)
}

fn back(voice: &Voice<'_>) -> String {
    let now = voice.href(voice.sight.address, &Light::default());
    format!("<a href=\"{now}\">{}</a>", voice.text("preview-now"))
}

fn options(chosen: &str, all: &[(&str, String)]) -> String {
    let option = |(value, words): &(&str, String)| {
        let selected = if *value == chosen { " selected" } else { "" };
        format!("<option value=\"{}\"{selected}>{words}</option>", escaped(value))
    };
    all.iter().map(option).collect()
}
