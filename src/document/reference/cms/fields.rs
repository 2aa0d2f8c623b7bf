//! A field as what an editor in the browser shows for it.

use serde_json::{Value, json};

use super::words::Said;
use super::{CmsSite, Named, Subject};
use crate::data::bounds::characters;
use crate::data::{Field, Shape};
use crate::document::kinds::Kind;
use crate::document::reference::page::doc;

/// More than this is written in an area of several lines.
const ONE_LINE: usize = 300;

/// The fields of a kind, with the text below them; `is_translated` where each language has a file.
pub(super) fn of(kind: Kind, site: &CmsSite<'_>, is_translated: bool) -> Vec<Value> {
    let own = Subject::from(kind).fields();
    let languages: &[Field] = if is_translated { Subject::Translation.fields() } else { &[] };
    let in_all = |field: &Field| languages.iter().any(|other| other.name == field.name);
    let mut all: Vec<Value> = vec![];
    for field in own {
        let Some(mut shown) = shown(field, site) else { continue };
        if in_all(field) {
            shown["i18n"] = json!(true);
        }
        all.push(shown);
    }
    let before = all.len();
    // What is called a name in the original is a title in its translations.
    let title = languages.iter().find(|field| field.name == "title");
    if let Some(title) = title.filter(|title| own.iter().all(|field| field.name != title.name))
        && let Some(mut shown) = shown(title, site)
    {
        shown["required"] = json!(false);
        shown["i18n"] = json!(true);
        all.insert(1, shown);
    }
    // As it is typed: an editor of rich text would write the signs of a text anew.
    let mut body = json!({
        "name": "body",
        "label": site.words.choice("", "body"),
        "widget": "markdown",
        "modes": ["raw"],
        "required": false,
    });
    if is_translated {
        body["i18n"] = json!(true);
    }
    // Words come first, as soon as all is there that a text needs; the editor shows the rest below.
    let needed = own.iter().take_while(|field| field.required || field.unless.is_some());
    let at = needed.count() + all.len() - before;
    all.insert(at.min(all.len()), body);
    all
}

/// `None` for a field that may be a text or a table: the editor keeps it and shows nothing.
fn shown(field: &Field, site: &CmsSite<'_>) -> Option<Value> {
    let Said { label, hint } = site.words.field(field.name, &doc(field));
    let mut shown = json!({ "name": field.name, "label": label });
    let widget = widget(field.name, &field.shape, field.most, site)?;
    if let (Value::Object(shown), Value::Object(widget)) = (&mut shown, widget) {
        shown.extend(widget);
    }
    shown["required"] = json!(field.required && field.unless.is_none());
    shown["hint"] = json!(hint);
    Some(shown)
}

/// `most` limits the entries of a list, or the characters of a text.
fn widget(name: &str, shape: &Shape, most: usize, site: &CmsSite<'_>) -> Option<Value> {
    Some(match shape {
        Shape::Text if most > ONE_LINE && most < characters(shape) => {
            json!({ "widget": "text", "maxlength": most })
        }
        Shape::Text => json!({ "widget": "string", "maxlength": most }),
        Shape::Number => json!({ "widget": "number", "value_type": "int", "min": 0 }),
        Shape::Amount => json!({ "widget": "number", "value_type": "float" }),
        // A field that says neither yes nor no is a third answer.
        Shape::YesNo => select(name, &["yes", "no"], site),
        Shape::Date => json!({ "widget": "datetime", "type": "date", "format": "YYYY-MM-DD" }),
        Shape::Deadline | Shape::Every | Shape::Zone => json!({ "widget": "string" }),
        Shape::WebAddress => json!({ "widget": "string", "type": "url", "maxlength": most }),
        Shape::Choice(words) => select(name, words, site),
        Shape::Language => {
            let all = site.languages.iter().zip(site.own_names);
            one_of(&all.map(|(id, name)| Named { id, name }).collect::<Vec<_>>(), most)
        }
        Shape::Name("person") => relation(Kind::Person, "name"),
        Shape::Name("theme") => relation(Kind::Theme, "title"),
        Shape::Name("opportunity") => relation(Kind::Opportunity, "name"),
        Shape::Name("file") => json!({ "widget": "image", "choose_url": false }),
        Shape::Name("team") => one_of(&site.teams, most),
        Shape::Name("goal") => one_of(&site.goals, most),
        Shape::Name("role") => one_of(&site.roles, most),
        Shape::Name(_) => json!({ "widget": "string", "maxlength": most }),
        Shape::Localized if site.languages.len() > 1 => return None,
        Shape::Localized => widget(name, &Shape::Text, most, site)?,
        Shape::List(Shape::Group(fields)) => {
            json!({ "widget": "list", "max": most, "collapsed": "auto", "fields": group(fields, site) })
        }
        Shape::List(one) => {
            let mut one = widget(name, one, characters(one), site)?;
            match one["widget"].as_str() {
                Some("select" | "relation") => {
                    one["multiple"] = json!(true);
                    one["max"] = json!(most);
                    one
                }
                _ => json!({ "widget": "list", "max": most }),
            }
        }
        Shape::Group(fields) => {
            json!({ "widget": "object", "collapsed": "auto", "fields": group(fields, site) })
        }
        Shape::Table(_) => return None,
    })
}

fn group(fields: &[Field], site: &CmsSite<'_>) -> Vec<Value> {
    fields.iter().filter_map(|field| shown(field, site)).collect()
}

/// The name of a text of another folder.
fn relation(kind: Kind, named: &str) -> Value {
    json!({
        "widget": "relation",
        "collection": kind.word(),
        "value_field": "{{slug}}",
        "display_fields": [named],
        "search_fields": [named],
    })
}

/// One of these words, each shown in the language of those who edit.
fn select(field: &str, words: &[&str], site: &CmsSite<'_>) -> Value {
    let option = |word: &&str| json!({ "label": site.words.choice(field, word), "value": word });
    json!({ "widget": "select", "options": words.iter().map(option).collect::<Vec<_>>() })
}

fn one_of(all: &[Named<'_>], most: usize) -> Value {
    match all {
        [] => json!({ "widget": "string", "maxlength": most }),
        all => {
            let option = |it: &Named<'_>| json!({ "label": it.name, "value": it.id });
            json!({ "widget": "select", "options": all.iter().map(option).collect::<Vec<_>>() })
        }
    }
}
