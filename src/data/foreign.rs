//! Fields of other tools (Hugo, Jekyll, MkDocs, Docusaurus, Eleventy) in handbooks that come from
//! there. What means the same here is read as the field of that meaning, and its author is told the
//! name; of the rest, it is told that it means nothing here.

mod of_no_tool;
mod table;

use std::collections::BTreeSet;

use self::of_no_tool::of_no_tool;
use self::table::Meaning::{self, Draft, Field as Same, Hides, Like, Nothing};
use self::table::{
    ADDRESS, CARD, CONTENTS, EDIT, FIELDS, GITLAB, GUIDELINE, HIDING, LAYOUT, MENU, SEARCH,
    SHOWING, TAXONOMIES, ZOLA,
};
use super::reader::shortened;
use super::{Field, KeyValue, Node, Notation, Reader, Shape, Value, translated};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Severity};

/// Whether only files of another tool have a field of this name, such as `layout`.
pub(crate) fn is_of_a_tool(key: &str) -> bool {
    matches!(meaning(key), Some(Nothing(why)) if matches!(why, LAYOUT | MENU | ADDRESS | CARD | GITLAB | EDIT | ZOLA | TAXONOMIES))
}

/// Whether other tools have a field of this name.
pub(super) fn is_known(key: &str) -> bool {
    meaning(key).is_some()
}

/// Reads `draft: true` of a submitted text as a draft, `created` as its day, and tells it; what means
/// nothing here is told and left out. What another tool hides is left as it is, for its author must
/// decide that, and so is what is more likely a slip.
pub(crate) fn submitted_taken_over(
    entries: &mut Vec<KeyValue>,
    fields: &[Field],
    reader: &mut Reader<'_>,
) {
    let mut written: BTreeSet<String> = entries.iter().map(|entry| entry.key.clone()).collect();
    for mut entry in std::mem::take(entries) {
        match meaning(&entry.key) {
            Some(Draft { .. }) if !written.contains("status") => {
                let mut one = vec![entry];
                taken_over(&mut one, fields, reader);
                written.extend(one.iter().map(|entry| entry.key.clone()));
                entries.append(&mut one);
            }
            Some(meaning) => {
                let has_day = written.contains("date");
                let Some(told) = of_submitted(&entry.key, meaning, fields, has_day) else {
                    entries.push(entry);
                    continue;
                };
                let span = reader.source.span(entry.key_range.clone());
                let diagnostic = Diagnostic::new(Code::UnknownField, span, told.message);
                reader.report(diagnostic.hint(told.hint).with_severity(Severity::Warning));
                if let Some((name, _)) = told.read_as {
                    written.insert(name.to_owned());
                    name.clone_into(&mut entry.key);
                    entries.push(entry);
                }
            }
            None => entries.push(entry),
        }
    }
}

/// What is told of a field of another tool in a submitted text, which has few fields of its own, and
/// perhaps a day.
fn of_submitted(key: &str, meaning: Meaning, fields: &[Field], has_day: bool) -> Option<Told> {
    let is_field = |name: &str| fields.iter().any(|field| field.name == name);
    let (short, lower) = (shortened(key), key.to_lowercase());
    // Whoever hides a text elsewhere wants it to be hidden.
    let hides = lower.contains("hid") || lower.contains("exclude");
    let is_slip = lower != "created" && {
        let near = nearest(key, fields.iter().map(|field| field.name));
        near.is_some() || translated::meant(key, fields).is_some()
    };
    // The day of a talk or of a person is somebody's to say.
    if is_field(key) || hides || is_slip || lower == "date" {
        return None;
    }
    let hint = match meaning {
        Like("reviewed") if is_field("date") && !has_day && is_first_day(key) => {
            return Some(Told {
                message: format!("“{short}” is called “date” here, and was read as that"),
                hint: format!("Write date in place of {short}"),
                read_as: Some(("date", None)),
            });
        }
        Nothing(ADDRESS) if is_field("aliases") => ADDRESS.to_owned(),
        Nothing(SEARCH) => SEARCH.to_owned(),
        Like("reviewed") | Nothing(LAYOUT | MENU | ADDRESS | EDIT | ZOLA | GITLAB | CONTENTS) => {
            "Remove the line".to_owned()
        }
        Nothing(CARD) if is_field("photos") => {
            "To show a picture, name it in photos, as in photos: [{file: bus.jpg, alt: The bus}]; \
             and remove the line"
                .to_owned()
        }
        Nothing(CARD) if is_field("photo") => {
            format!("To show a picture of this person, write photo in place of {short}")
        }
        Nothing(CARD) => "Remove the line".to_owned(),
        Nothing(_) | Same(_) | Draft { .. } | Hides | Like(_) => return None,
    };
    let message = format!("“{short}” is a field of another tool and has no meaning here");
    Some(Told { message, hint, read_as: None })
}

/// Whether a field of another tool is the day on which a text was written, not that of a change.
fn is_first_day(key: &str) -> bool {
    matches!(&*key.to_lowercase().replace('_', "-"), "created" | "creation-date")
}

/// What is told about a field of another tool, and as what it is read.
struct Told {
    message: String,
    hint: String,
    /// The field, and its value where that is written in another way.
    read_as: Option<(&'static str, Option<&'static str>)>,
}

/// Reads fields of other tools as those that mean the same, and tells it. What is told here is not
/// among the entries any more.
pub(crate) fn taken_over(entries: &mut Vec<KeyValue>, fields: &[Field], reader: &mut Reader<'_>) {
    // Looked up instead of searched for: a file may have very many such fields.
    let name_of = |entry: &KeyValue| fields.iter().map(|it| it.name).find(|it| *it == entry.key);
    let mut written: BTreeSet<&str> = entries.iter().filter_map(name_of).collect();
    let has_own_status = written.contains("status");
    let mut is_held_back = false;
    entries.retain_mut(|entry| {
        if let Some(diagnostic) = status_of_material(entry, fields, reader) {
            reader.report(diagnostic);
            return false;
        }
        let told = match told(entry, &written, fields, reader.notation) {
            // One of two says that it should not be seen, and they may come from two tools.
            Some(told) if !has_own_status && is_second_no(entry, &written, fields) => {
                is_held_back = true;
                let message = format!("“{}” is called “status” here", shortened(&entry.key));
                let line = match reader.notation {
                    Notation::Yaml => "status: draft",
                    Notation::Toml => "status = \"draft\"",
                };
                Told {
                    message: format!("{message}, and was read as that"),
                    hint: format!("Write {line} in place of this line"),
                    ..told
                }
            }
            Some(told) => told,
            None => match of_no_tool(entry, fields, reader) {
                Some(told) => told,
                None => return true,
            },
        };
        let span = reader.source.span(entry.key_range.clone());
        let diagnostic = Diagnostic::new(Code::UnknownField, span, told.message).hint(told.hint);
        reader.report(diagnostic.with_severity(Severity::Warning));
        let Some((name, value)) = told.read_as else { return false };
        written.insert(name);
        name.clone_into(&mut entry.key);
        if let Some(value) = value {
            entry.value.value = Value::Scalar(value.to_owned());
        }
        true
    });
    if is_held_back && let Some(status) = entries.iter_mut().find(|entry| entry.key == "status") {
        status.value.value = Value::Scalar("draft".to_owned());
    }
}

/// Whether another field before this one said whether readers may see the text, and this one says that
/// they may not.
fn is_second_no(entry: &KeyValue, written: &BTreeSet<&str>, fields: &[Field]) -> bool {
    let is_of_drafts = matches!(meaning(&entry.key), Some(Draft { .. }));
    is_of_drafts && written.contains("status") && is_hidden(entry, fields) == Some(true)
}

/// What is said of `status: new`: in Material for MkDocs, the word is shown as a sign beside the
/// name of the page. Other words are more likely slips of those that there are.
fn status_of_material(
    entry: &KeyValue,
    fields: &[Field],
    reader: &Reader<'_>,
) -> Option<Diagnostic> {
    let Value::Scalar(word) = &entry.value.value else { return None };
    let is_field = || fields.iter().any(|field| field.name == "status");
    let is_sign = matches!(
        word.trim().to_lowercase().as_str(),
        "new" | "deprecated" | "updated" | "beta" | "experimental" | "stable"
    );
    if entry.key != "status" || !is_sign || !is_field() {
        return None;
    }
    let message = format!(
        "“{}” is a status of another tool and has no meaning here: readers see the page",
        shortened(word.trim())
    );
    let hint = "Remove the line; or write status: draft, if readers should not see the page yet";
    let span = reader.source.span(entry.value.range.clone());
    let diagnostic = Diagnostic::new(Code::UnknownField, span, message).hint(hint);
    Some(diagnostic.with_severity(Severity::Warning))
}

/// What is told of a field, if it is one of another tool. `written` are the names of this list that
/// the file has.
fn told(
    entry: &KeyValue,
    written: &BTreeSet<&str>,
    fields: &[Field],
    notation: Notation,
) -> Option<Told> {
    let key = &entry.key;
    let is_field = |name: &str| fields.iter().any(|field| field.name == name);
    let is_free = |name: &str| is_field(name) && !written.contains(name);
    if is_field(key) {
        return None;
    }
    // What looks like a field of this list was probably meant as that.
    let is_slip = || {
        let near = nearest(key, fields.iter().map(|field| field.name));
        near.is_some() || translated::meant(key, fields).is_some()
    };
    let called =
        |name: &str| format!("“{}” is called “{name}” here, and was read as that", shortened(key));
    let means_nothing =
        || format!("“{}” is a field of another tool and has no meaning here", shortened(key));
    let published_all_the_same =
        || format!("“{}” has no meaning here: this page is published all the same", shortened(key));
    let told = match meaning(key)? {
        Same(name) if is_free(name) => Told {
            message: called(name),
            hint: format!("Write {name} in place of {}", shortened(key)),
            read_as: Some((name, None)),
        },
        Same(name) if is_field(name) => Told {
            message: format!("“{}” is not used beside “{name}”", shortened(key)),
            hint: format!("Remove one of the two lines: here, only {name} counts"),
            read_as: None,
        },
        Draft { if_yes } if is_free("status") => {
            // Without an answer, nobody knows whether it may be shown: it stays an error.
            let is_draft = answer(&entry.value)? == if_yes;
            let line = match notation {
                Notation::Yaml => "status: draft",
                Notation::Toml => "status = \"draft\"",
            };
            Told {
                message: called("status"),
                hint: match is_draft {
                    true => format!("Write {line} in place of {}", shortened(key)),
                    false => "Remove the line: a text is shown unless its status is draft".into(),
                },
                read_as: Some(("status", Some(if is_draft { "draft" } else { "published" }))),
            }
        }
        Like(name) if is_field(name) && !is_slip() => Told {
            message: means_nothing(),
            hint: match name {
                "reviewed" if key.eq_ignore_ascii_case("date") => {
                    "The page is published whatever this day is: to hold it back, write status: \
                     draft. If it is the day on which somebody last checked the page, write \
                     reviewed in its place; if not, remove the line"
                        .into()
                }
                "reviewed" => "If it is the day on which somebody last checked the page, write \
                               reviewed in its place; if not, remove the line"
                    .into(),
                _ => format!(
                    "Write {name} with a name from content/people/, if that person keeps the page \
                     up to date; if not, remove the line"
                ),
            },
            read_as: None,
        },
        _ if is_field("status") && is_hidden(entry, fields) == Some(true) => Told {
            message: published_all_the_same(),
            hint: instead_of_hidden(fields, entry, notation, !is_free("status"))?,
            read_as: None,
        },
        Hides if is_field("status") => Told {
            message: published_all_the_same(),
            hint: "To hold it back, write status: draft in place of this line; if readers may see \
                   it, remove the line"
                .into(),
            read_as: None,
        },
        Nothing(GUIDELINE) => Told {
            message: format!("Only guidelines have “{}”: it has no meaning here", shortened(key)),
            hint: GUIDELINE.to_owned(),
            read_as: None,
        },
        Nothing(why) if !is_slip() => {
            Told { message: means_nothing(), hint: why.to_owned(), read_as: None }
        }
        Same(_) | Draft { .. } | Hides | Like(_) | Nothing(_) => return None,
    };
    Some(told)
}

fn meaning(key: &str) -> Option<Meaning> {
    let key = key.to_lowercase().replace('_', "-");
    FIELDS.iter().find(|(names, _)| names.contains(&key.as_str())).map(|(_, meaning)| *meaning)
}

/// Whether a field says that readers should not see the text: `hidden: true`, `published: nej`. `None`
/// where it is not about that, or does not say.
fn is_hidden(entry: &KeyValue, fields: &[Field]) -> Option<bool> {
    let key = entry.key.to_lowercase().replace('_', "-");
    let hides = match meaning(&key) {
        Some(Draft { if_yes }) => if_yes,
        _ if HIDING.contains(&&*key) => true,
        _ if SHOWING.contains(&&*key) => false,
        _ => match translated::choice(&key, states(fields)?)? {
            "draft" => true,
            "published" => false,
            _ => return None,
        },
    };
    match &entry.value.value {
        Value::Scalar(word) if matches!(&*key, "visibility" | "access") => {
            let word = word.trim().to_lowercase();
            HIDING.contains(&&*word).then_some(true)
        }
        _ => Some(answer(&entry.value)? == hides),
    }
}

/// The words of `status`, where a text can be a draft.
fn states(fields: &[Field]) -> Option<&'static [&'static str]> {
    fields.iter().find_map(|field| match field.shape {
        Shape::Choice(words) if field.name == "status" && words.contains(&"draft") => Some(words),
        _ => None,
    })
}

/// What to write in place of a field that says whether readers see the text. To remove it would
/// publish what somebody wanted to hold back.
pub(super) fn instead_of_hidden(
    fields: &[Field],
    entry: &KeyValue,
    notation: Notation,
    has_status: bool,
) -> Option<String> {
    states(fields)?;
    let line = match notation {
        Notation::Yaml => "status: draft",
        Notation::Toml => "status = \"draft\"",
    };
    Some(match is_hidden(entry, fields)? {
        true if has_status => {
            format!("Write {line} in place of the line of “status”, and remove this line")
        }
        true => format!("Write {line} in place of this line"),
        false => "Remove the line: a text is shown unless its status is draft".to_owned(),
    })
}

/// What a field answers that asks yes or no.
fn answer(node: &Node) -> Option<bool> {
    let Value::Scalar(text) = &node.value else { return None };
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "1" | "ja" | "y" | "j" | "x" => Some(true),
        "false" | "no" | "off" | "0" | "nej" | "nee" | "n" => Some(false),
        _ => None,
    }
}
