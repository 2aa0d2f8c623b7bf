//! What is wrong with a template, in words for people who have never heard of the template engine:
//! its own messages are for programmers.

pub(super) mod undefined;

use std::collections::{BTreeMap, BTreeSet};

use super::uses::{blocks, components};
use crate::base::Source;
use crate::base::diagnostic::nearest;
use crate::data::fields::shortened;

/// What a template may call on a value, after `|`.
const FILTERS: &[&str] = &[
    "abs",
    "capitalize",
    "default",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];
const FUNCTIONS: &[&str] = &["t", "range", "throw"];
const TAGS: &[&str] = &[
    "block",
    "break",
    "component",
    "continue",
    "elif",
    "else",
    "endblock",
    "endcomponent",
    "endfilter",
    "endfor",
    "endif",
    "endraw",
    "endset",
    "extends",
    "filter",
    "for",
    "if",
    "include",
    "raw",
    "set",
];
/// What something begins with, and what ends or parts it.
const PAIRS: &[(&str, &str)] = &[
    ("endblock", "block"),
    ("endcomponent", "component"),
    ("endfilter", "filter"),
    ("endfor", "for"),
    ("endif", "if"),
    ("elif", "if"),
    ("else", "if"),
    ("endset", "set"),
];

/// Where the engine found something: the text before the place, and the text that it marks.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) template: &'a str,
    pub(super) before: &'a str,
    pub(super) marked: &'a str,
    /// All that follows, with what is marked.
    pub(super) rest: &'a str,
}

/// A message and a hint for what the engine says.
pub(super) fn explained(
    raw: &str,
    found: Found<'_>,
    sources: &BTreeMap<String, Source>,
) -> (String, String) {
    let raw = raw.trim().trim_end_matches('.');
    let named = quoted(raw);
    let name = named.first().copied().unwrap_or_default();
    let word = shortened(name);
    let begins = |words: &str| raw.starts_with(words);
    let did_you_mean =
        |known: &BTreeSet<&str>, otherwise: String| match nearest(name, known.iter().copied()) {
            Some(near) => format!("Did you mean “{near}”?"),
            None => otherwise,
        };
    let own = |list: &'static [&'static str]| list.iter().copied().collect::<BTreeSet<&str>>();
    match () {
        () if begins("Variable `") && raw.contains("is not defined") => (
            format!("There is no value “{word}” on this page"),
            did_you_mean(&listed(raw), one_of(&listed(raw))),
        ),
        () if begins("Field `") => (
            match owner(found.before) {
                "" => format!("There is no value “{word}” here"),
                owner => format!("“{}” has no value “{word}”", shortened(owner)),
            },
            did_you_mean(&listed(raw), one_of(&listed(raw))),
        ),
        () if raw.contains("type `undefined`") => (
            format!("There is no value “{}” here", shortened(found.marked.trim())),
            capital(&or_default(found.template)),
        ),
        () if begins("Unknown filter") => (
            format!("Nothing here is called “{word}”, as what stands behind a | has to be"),
            did_you_mean(&own(FILTERS), "Remove it, with the | before it".to_owned()),
        ),
        () if begins("Unknown function") => (
            format!("Nothing here is called “{word}”, as what stands before a ( has to be"),
            did_you_mean(&own(FUNCTIONS), "Remove it; a text of the look is t(key=\"…\")".to_owned()),
        ),
        () if begins("Unknown component") || begins("Component '") => {
            let known: BTreeSet<&str> = sources.values().flat_map(components).collect();
            (
                no_part(name),
                did_you_mean(&known, "Remove it, from < to >".to_owned()),
            )
        }
        () if begins("Unknown template") || begins("Template '") => {
            no_template(name, found.template, sources)
        }
        () if begins("Block `") && raw.contains("parent template") => {
            let known = sources.iter().filter(|(name, _)| *name != found.template);
            let mut known: BTreeSet<&str> = known.flat_map(|(_, source)| blocks(source)).collect();
            // The page around it may be one of the project, which lacks what another one has.
            let is_elsewhere = known.remove(&*word);
            let place = format!("Write {{% block {word} %}}{{% endblock %}} into the page around it");
            let otherwise = if is_elsewhere { place } else { one_of(&known) };
            (
                format!("Readers would not see this block: the page around it has none called “{word}”"),
                match is_elsewhere {
                    true => otherwise,
                    false => did_you_mean(&known, otherwise),
                },
            )
        }
        () if raw.contains("in the opening tag") => {
            let end = shortened(named.get(1).copied().unwrap_or_default());
            (
                format!("This begins as “{word}” and ends as “{end}”"),
                "Write the same name at its beginning and at its end".to_owned(),
            )
        }
        () if begins("Unknown tag") => unknown_tag(found),
        () if begins("Missing keyword argument") => {
            let known: BTreeSet<&str> = [name].into();
            let mut written = found.marked.split(|c: char| !c.is_alphanumeric() && c != '_');
            let near = written.find(|it| nearest(it, known.iter().copied()).is_some());
            (
                format!("This lacks “{word}”, without which nothing can be shown here"),
                match near {
                    Some(near) => format!("Write {word}= in place of {}=", shortened(near)),
                    None => format!("Write {word}=\"…\" between the brackets"),
                },
            )
        }
        () if begins("Argument `") || begins("Implicit argument `") => (
            format!("This part needs a value “{word}”"),
            format!("Write {word}={{…}} before its />"),
        ),
        () if begins("Unknown argument") => (
            format!("This part takes no value “{word}”"),
            match raw.split_once("Possible argument(s) are:") {
                Some((_, known)) => {
                    let known: BTreeSet<&str> = quoted(known).into_iter().collect();
                    did_you_mean(&known, format!("Remove it. {}", one_of(&known)))
                }
                None => "Remove it".to_owned(),
            },
        ),
        () if begins("There is no text") => {
            let (message, hint) = raw.split_once("; ").unwrap_or((raw, "Write it there"));
            (message.to_owned(), hint.to_owned())
        }
        () if begins("Found `}` but expected") || begins("Found `%` but expected") => (
            "What begins with two signs here ends with one".to_owned(),
            "Close {{ with }}, and {% with %}".to_owned(),
        ),
        () if begins("Unexpected end") => (
            "Something in this template is never closed".to_owned(),
            "Give each {% if … %} its {% endif %}, each {% for … %} its {% endfor %}, each {% block … \
             %} its {% endblock %}, and each {{ its }}"
                .to_owned(),
        ),
        () if begins("Found ") && raw.contains("`elif`, `else` or `endif`") => (
            "Before this, an {% if … %} is not closed".to_owned(),
            "Write {% endif %} where it ends".to_owned(),
        ),
        () if raw.contains("needs to be the first tag") => (
            "Something stands above {% extends … %}, which has to be first".to_owned(),
            "Move it below, between {% block … %} and {% endblock %}, or remove it".to_owned(),
        ),
        () if begins("This content would be ignored") => (
            "This stands outside of all blocks, so readers would not see it".to_owned(),
            "Move it between {% block … %} and {% endblock %}, or remove it".to_owned(),
        ),
        () if begins("Template already contains a block") => (
            format!("This template has two blocks called “{word}”"),
            "Remove or rename one of the two".to_owned(),
        ),
        () if begins("Template already contains a component") => (
            format!("This template has two parts called “{word}”"),
            "Remove or rename one of the two".to_owned(),
        ),
        () if begins("String opened") => (
            "A quotation mark is never closed here".to_owned(),
            "Write the same mark where the text ends".to_owned(),
        ),
        () if begins("Closing comment tag") => (
            "This comment is never closed".to_owned(),
            "Write #} where it ends".to_owned(),
        ),
        () => (
            "From here on, this template cannot be read".to_owned(),
            format!("Correct it ({raw}); {}", or_default(found.template)),
        ),
    }
}

/// What is said of a component that no template has.
pub(in crate::look) fn no_part(name: &str) -> String {
    format!("No template has a part “{}”", shortened(name))
}

/// What is said of a template that another one asks for.
pub(super) fn no_template(
    name: &str,
    asks: &str,
    sources: &BTreeMap<String, Source>,
) -> (String, String) {
    let others = sources.keys().map(String::as_str).filter(|other| *other != asks);
    (
        format!("There is no template “{}”", shortened(name)),
        match nearest(name, others) {
            Some(near) => format!("Did you mean “{near}”?"),
            None => capital(&or_default(asks)),
        },
    )
}

/// What always helps: without a file of its own, a look has that of the program.
pub(super) fn or_default(template: &str) -> String {
    format!(
        "compare it with {template} in themes/default/templates of Storywall's source, or remove \
         this file: its place is taken by that one then"
    )
}

/// A remedy that stands alone.
fn capital(remedy: &str) -> String {
    let mut letters = remedy.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn unknown_tag(found: Found<'_>) -> (String, String) {
    let rest: String =
        found.marked.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let word = shortened(&rest);
    if let Some((end, begin)) = PAIRS.iter().find(|(end, _)| *end == rest) {
        return (
            format!("No {{% {begin} … %}} is open here that this “{end}” could belong to"),
            "Remove it; or, if one begins above, give whatever begins after that its own end: \
             {% if … %} ends with {% endif %}, {% for … %} with {% endfor %}"
                .to_owned(),
        );
    }
    (
        format!("No command is called “{word}”"),
        match nearest(&rest, TAGS.iter().copied()) {
            Some(near) => format!("Did you mean “{near}”?"),
            None => "Remove it, from {% to %}".to_owned(),
        },
    )
}

/// The words between `…` or '…'.
fn quoted(raw: &str) -> Vec<&str> {
    let mark = if raw.contains('`') { '`' } else { '\'' };
    raw.split(mark).skip(1).step_by(2).collect()
}

/// The names that the engine lists after a colon.
fn listed(raw: &str) -> BTreeSet<&str> {
    let (_, all) = raw.rsplit_once(": ").unwrap_or_default();
    all.split(", ").map(|name| name.trim_end_matches('.')).filter(|name| !name.is_empty()).collect()
}

fn one_of(known: &BTreeSet<&str>) -> String {
    match known.is_empty() {
        true => "Remove it".to_owned(),
        false => {
            let known: Vec<&str> = known.iter().copied().collect();
            format!("Use one of these: {}", known.join(", "))
        }
    }
}

/// What a field is asked of: `story` before `.titel`.
fn owner(before: &str) -> &str {
    let before = before.trim_end_matches('.');
    let start = before.rfind(|c: char| !c.is_alphanumeric() && c != '_' && c != '.');
    &before[start.map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))..]
}

#[cfg(test)]
mod tests;
