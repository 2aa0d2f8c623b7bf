//! Fields of other tools (Hugo, Jekyll, MkDocs, Docusaurus, Eleventy) in handbooks that come from
//! there. What means the same here is read as the field of that meaning, and its author is told the
//! name; of the rest, it is told that it means nothing here.

use std::collections::BTreeSet;

use super::reader::shortened;
use super::{Field, KeyValue, Node, Notation, Reader, Value, translated};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Severity};

/// What such a field is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// The same as a field of this name.
    Field(&'static str),
    /// Whether the page is a draft, by the words of this answer.
    Draft { if_yes: bool },
    /// Near to a field of this name, and not the same: only its author can say.
    Like(&'static str),
    /// What hides a page elsewhere, for a time or from some readers, and nothing here.
    Hides,
    /// Nothing: the program decides it, with this reason or remedy.
    Nothing(&'static str),
}

use Meaning::{Draft, Field as Same, Hides, Like, Nothing};

/// Whether only files of another tool have a field of this name, such as `layout`.
pub(crate) fn is_of_a_tool(key: &str) -> bool {
    matches!(meaning(key), Some(Nothing(why)) if matches!(why, LAYOUT | MENU | ADDRESS | CARD))
}

const LAYOUT: &str = "Remove the line: the look of a page follows from its folder";
const MENU: &str =
    "Remove the line: the menu follows from the folders, and order from the field order";
const ADDRESS: &str = "Remove the line: the address of a page follows from the name of its file. An \
                       address that it had before goes into aliases";
const CARD: &str = "Remove the line: what other sites show of a page follows from its title and \
                    summary";
const CONTENTS: &str = "Remove the line: every page with two headings lists them";
const SEARCH: &str = "Remove the line: whether search engines may look is decided for the whole \
                      site, with index in site.toml";

const GUIDELINE: &str = "Remove the line; or, if this is a rule of the company, move the file to \
                         content/guidelines/";

/// Names of fields in lower case, with `-` for `_`.
const FIELDS: &[(&[&str], Meaning)] = &[
    (&["description", "excerpt", "abstract", "tagline", "subtitle", "lead"], Same("summary")),
    (&["weight", "nav-order", "sidebar-position", "position", "menu-order"], Same("order")),
    (&["redirect-from", "redirects", "alias", "old-urls", "slug-history"], Same("aliases")),
    (&["tags", "tag", "categories", "category", "topics"], Same("keywords")),
    (&["sidebar-label", "nav-title", "linktitle", "navtitle", "short-title"], Nothing(MENU)),
    (&["draft", "is-draft"], Draft { if_yes: true }),
    (&["published", "publish"], Draft { if_yes: false }),
    (
        &[
            "date",
            "lastmod",
            "last-modified",
            "last-updated",
            "updated",
            "modified",
            "last-reviewed",
            "last-reviewed-on",
            "reviewed-on",
            "last-update",
            "updated-at",
            "created",
            "creation-date",
        ],
        Like("reviewed"),
    ),
    (
        &[
            "publishdate",
            "publish-date",
            "pubdate",
            "publish-at",
            "publish-on",
            "embargo",
            "expirydate",
            "expiry-date",
            "expires",
            "unpublish-date",
            "unpublishdate",
            "hidden",
            "private",
            "unlisted",
            "visibility",
            "visible",
            "access",
        ],
        Hides,
    ),
    (
        &["author", "authors", "maintainer", "maintainers", "dri", "dris", "owners", "contact"],
        Like("owner"),
    ),
    (
        &["lang", "language", "locale"],
        Nothing(
            "Remove the line: the language of a page is in the name of its file, as in page.da.md",
        ),
    ),
    (
        &["redirect-to", "redirect"],
        Nothing(
            "Remove this file, and write its address into aliases of the page to which it leads",
        ),
    ),
    (
        &["permalink", "slug", "url", "canonical-path", "canonical-url", "canonical"],
        Nothing(ADDRESS),
    ),
    (
        &[
            "layout",
            "template",
            "type",
            "kind",
            "theme",
            "markup",
            "math",
            "mermaid",
            "render",
            "outputs",
            "cascade",
            "css",
            "js",
            "class",
            "pagination",
            "comments",
            "full-width",
            "hide-title",
            "eleventycomputed",
            "eleventyexcludefromcollections",
            "content-type",
        ],
        Nothing(LAYOUT),
    ),
    (
        &[
            "sidebar",
            "menu",
            "nav",
            "parent",
            "grand-parent",
            "has-children",
            "nav-exclude",
            "hide-sidebar",
            "no-list",
            "simple-list",
            "prev",
            "next",
            "pagination-next",
            "pagination-prev",
            "eleventynavigation",
            "breadcrumbs",
            "identifier",
            "id",
            "hide",
            "collapsible",
            "child-nav-order",
            "bookcollapsesection",
            "bookhidden",
        ],
        Nothing(MENU),
    ),
    (&["toc", "toc-hide", "hide-table-of-contents", "table-of-contents"], Nothing(CONTENTS)),
    (
        &[
            "image",
            "images",
            "thumbnail",
            "ogimage",
            "og-image",
            "featured-image",
            "twitter-image",
            "twitter-image-alt",
            "twitter-site",
            "twitter-creator",
            "twitter-card",
            "cover",
            "opengraph-image",
            "social-image",
            "icon",
        ],
        Nothing(CARD),
    ),
    (&["noindex", "robots", "sitemap", "search-exclude", "search"], Nothing(SEARCH)),
    (&["version", "policy", "effective", "supersedes"], Nothing(GUIDELINE)),
    (&["cspell"], Nothing("Remove the line: it is for a program that checks spelling")),
];

/// Reads `draft: true` as a story that is a draft, and tells it; the other fields of other tools are
/// left as they are, for in a submitted text they are more likely slips.
pub(crate) fn draft_taken_over(
    entries: &mut Vec<KeyValue>,
    fields: &[Field],
    reader: &mut Reader<'_>,
) {
    let is_draft = |entry: &KeyValue| matches!(meaning(&entry.key), Some(Draft { .. }));
    if let Some(at) = entries.iter().position(is_draft)
        && !entries.iter().any(|entry| entry.key == "status")
    {
        let mut one = vec![entries.remove(at)];
        taken_over(&mut one, fields, reader);
        entries.splice(at..at, one);
    }
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
    entries.retain_mut(|entry| {
        let Some(told) = told(entry, &written, fields, reader.notation) else { return true };
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
        Hides if is_field("status") => Told {
            message: format!(
                "“{}” has no meaning here: this page is published all the same",
                shortened(key)
            ),
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

/// What a field answers that asks yes or no.
fn answer(node: &Node) -> Option<bool> {
    let Value::Scalar(text) = &node.value else { return None };
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "1" => Some(true),
        "false" | "no" | "off" | "0" => Some(false),
        _ => None,
    }
}
