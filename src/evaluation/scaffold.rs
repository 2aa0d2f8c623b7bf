//! The file with which the evaluation of a quarter is begun: what the site tells itself, as remarks;
//! what was measured and tried in the quarter before, to be filled in; and what only people can say,
//! empty.

use super::voices::{Counts, Shown, Voices};
use crate::config::quarter::{How, Measure};
use crate::data::Localized;
use crate::data::quarters::Quarter;
use crate::site::Site;

/// The text of `content/metrics/2026-Q4.toml`.
pub(crate) fn scaffold(site: &Site, quarter: Quarter) -> String {
    let before = site.quarters.get(&quarter.previous());
    let mut out = format!(
        "# What {quarter} is evaluated by. Until it has a headline, it has no page.\n\
         quarter = \"{quarter}\"\n\
         # measured_by = \"\"   who counted: a file of content/people/\n\
         # headline = \"\"      what came of it, in a sentence\n\
         # lead = \"\"          two or three sentences below it\n\
         # on =               the day on which you talked about it, as in {}\n\
         # next =             the day on which you ask what became of what you try\n\
         # published_after = [] working days from sent to published, a number for each story\n",
        quarter.next().first()
    );
    out.push_str(&remarks(site, quarter));
    out.push_str(
        "\n# What you measured: seven at most, each with the goal that it serves and the assumption on \
         which\n# it rests. Write value where you know it; a number of fewer than five people is hidden.\n",
    );
    match before {
        Some(before) => before.measures().iter().for_each(|it| out.push_str(&measure(it))),
        None => out.push_str(
            "#\n# [[metrics]]\n# id = \"conversations\"\n# goal = \"\"\n# value =\n# target =\n\
             # how = \"counted\"\n# assumption = \"\"\n",
        ),
    }
    let tried = before.map(|before| &before.words.r#try[..]).unwrap_or_default();
    if !tried.is_empty() {
        out.push_str("\n# What became of what was to be tried?\n");
    }
    for decision in tried {
        out.push_str(&format!("\n[[tried]]\nwhat = {}\n# why = \"\"\n", toml(&decision.what)));
    }
    out.push_str(
        "\n# What now? Each can stand several times.\n#\n# [[keep]]\n# what = \"\"\n# why = \"\"\n#\n\
         # [[stop]]\n# what = \"\"\n#\n# [[try]]\n# what = \"\"\n# why = \"\"\n",
    );
    out
}

/// What the site tells, so that nobody counts it by hand.
fn remarks(site: &Site, quarter: Quarter) -> String {
    if site.options.today < quarter.first() {
        return format!(
            "\n# {quarter} begins on {}. Until then, the site tells nothing of it; then it counts \
             by\n# itself how many voices, teams and places there are.\n",
            quarter.first()
        );
    }
    let voices = Voices::of(site);
    let nothing = Counts::default();
    let counts = voices.quarters.get(&quarter).unwrap_or(&nothing);
    let is_there = voices.quarters.contains_key(&quarter);
    let said = |shown: Shown| match shown {
        Some(number) => number.to_string(),
        None if is_there => "hidden, because it is of few people or would tell of them".to_owned(),
        None => "0".to_owned(),
    };
    let programme = &site.programme;
    let of = |has: usize, all: usize| format!("{has} of {all}");
    let teams = programme.teams.iter().filter(|it| counts.teams.contains(&it.id.value)).count();
    let places = programme.places.iter().filter(|it| counts.places.contains(&it.id.value)).count();
    format!(
        "\n# What the site tells on {}, and shows by itself:\n\
         #   stories         {}\n\
         #   voices          {}\n\
         #   for the first time  {}\n\
         #   came back       {}\n\
         #   teams           {}\n\
         #   places          {}\n",
        site.options.today.min(quarter.last()),
        counts.stories,
        said(counts.voices),
        said(counts.new),
        said(counts.back),
        of(teams, programme.teams.len()),
        of(places, programme.places.len()),
    )
}

/// A measure of the quarter before, without its number.
fn measure(before: &Measure) -> String {
    let mut out = format!("\n[[metrics]]\nid = {}\n", quoted(&before.id.value));
    let mut line = |name: &str, value: Option<String>| {
        out.extend(value.map(|value| format!("{name} = {value}\n")));
    };
    line("name", before.name.as_ref().map(toml));
    line("definition", before.definition.as_ref().map(toml));
    line("goal", before.goal.as_ref().map(|goal| quoted(&goal.id)));
    line("# value", Some(String::new()));
    line("# target", before.target.as_ref().map(|target| target.value.value.to_string()));
    line("how", before.how.map(|how| quoted(how.word())));
    line("counts", before.counts.map(|counts| quoted(counts.word())));
    line("less_is_better", before.less_is_better.map(|it| it.to_string()));
    line("context_only", before.context_only.map(|it| it.to_string()));
    line("assumption", before.assumption.as_ref().map(toml));
    // Of an imported number, the note says where that one came from.
    let note = before.note.as_ref().filter(|_| before.how != Some(How::Imported));
    line("note", note.map(toml));
    out.replace("# value = \n", "# value =\n")
}

/// A text as TOML: alone, or a table by language.
fn toml(text: &Localized) -> String {
    match text.by_language().next() {
        None => quoted(text.get("", "")),
        Some(_) => {
            let each = text.by_language().map(|(code, text)| format!("{code} = {}", quoted(text)));
            format!("{{ {} }}", each.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A text between quotes, with the escapes that TOML and JSON share.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
