//! The questions of the FAQ, about fears, policy and practice. Each has an address of its own.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::Arc;

use serde::Serialize;

use super::home::have_asked;
use super::opening::Opening;
use super::page_meta::PageMeta;
use super::scene::{Contact, Face, LinkTo, Scene};
use super::tags::with_tags;
use super::{Context, Page};
use crate::base::Diagnostic;
use crate::config::HelpsWith;
use crate::document::Document;
use crate::document::Kind;
use crate::document::kinds::faq::{About, Faq};
use crate::document::kinds::table::Section;
use crate::language::Language;
use crate::site::Entry;
use crate::site::addresses::part_slug;

/// What the template `faq.html` is given.
#[derive(Serialize)]
pub(crate) struct List {
    opening: Option<Opening>,
    have_asked: bool,
    groups: Vec<Group>,
    /// The HTML of all answers, by which the styles are chosen that the page loads.
    answers: String,
    contact: Option<Contact>,
}

#[derive(Serialize)]
struct Group {
    about: &'static str,
    questions: Vec<Question>,
}

#[derive(Serialize)]
struct Question {
    id: String,
    title: String,
    url: String,
    html: String,
    asked: Option<u32>,
    answered_by: Option<Face>,
    lang: String,
    /// How else people ask it: the filter reads it, nobody sees it.
    also_asked: String,
}

/// What the template `faq-entry.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    question: Answer,
    related: Vec<LinkTo>,
    others: Vec<LinkTo>,
}

#[derive(Serialize)]
struct Answer {
    title: String,
    about: &'static str,
    html: String,
    asked: Option<u32>,
    answered_by: Option<Face>,
    contact: Option<Contact>,
}

/// How many other questions an answer offers.
const OTHERS: usize = 6;

pub(crate) fn list(scene: &Scene<'_>, _: usize) -> Result<Page<List>, Diagnostic> {
    let groups: Vec<Group> = About::ALL
        .iter()
        .map(|about| Group {
            about: about.word(),
            questions: scene
                .context
                .questions(scene.language, *about)
                .iter()
                .map(|entry| {
                    let faq = entry.faq().expect("sorted holds questions");
                    let document = scene.document(entry);
                    Question {
                        id: anchor(entry.id()).into_owned(),
                        title: document.title().to_owned(),
                        url: scene.url_of(&entry.name),
                        html: among_others(scene, entry, document),
                        asked: faq.asked,
                        answered_by: faq.answered_by.as_ref().map(|person| scene.face(&person.id)),
                        lang: document.facts.language.clone(),
                        also_asked: also_asked(scene, entry),
                    }
                })
                .collect(),
        })
        .collect();
    let opening = scene.opening(Kind::Faq, 1);
    Ok(Page {
        meta: scene.list_meta(opening.as_ref(), "nav-faq", "faq"),
        crumbs: vec![scene.home()],
        values: List {
            opening,
            have_asked: have_asked(scene),
            answers: groups
                .iter()
                .flat_map(|it| &it.questions)
                .map(|it| it.html.as_str())
                .collect(),
            groups,
            contact: scene.helper_with(HelpsWith::Questions),
        },
    })
}

pub(crate) fn view(scene: &Scene<'_>, entry: &Entry) -> Result<Page<Values>, Diagnostic> {
    let faq = entry.faq().expect("an answer's page shows an answer");
    let document = scene.document(entry);
    let related = faq
        .related
        .iter()
        .filter_map(|page| scene.site.entry(&page.id))
        .map(|page| scene.link_to(page))
        .collect();
    let others = scene
        .context
        .questions(scene.language, faq.about)
        .iter()
        .filter(|other| other.name != entry.name)
        .take(OTHERS)
        .map(|other| scene.link_to(other))
        .collect();
    let answered_by = faq.answered_by.as_ref();
    Ok(Page {
        meta: PageMeta {
            kind: "faq-entry",
            description: Some(document.prose.excerpt.clone()),
            ..scene.meta_of(entry)
        },
        crumbs: vec![scene.home(), scene.section(Section::Faq)],
        values: Values {
            question: Answer {
                title: document.title().to_owned(),
                about: faq.about.word(),
                html: scene.html(document),
                asked: faq.asked,
                answered_by: answered_by.map(|person| scene.face(&person.id)),
                contact: answered_by
                    .and_then(|person| scene.contact(&person.id))
                    .or_else(|| scene.helper_with(HelpsWith::Questions)),
            },
            related,
            others,
        },
    })
}

/// What people also type, in the language that the answer is shown in: one line for the filter, with
/// a sign between, so that the words of one are no part of a name in the other.
fn also_asked(scene: &Scene<'_>, entry: &Entry) -> String {
    let original = scene.words::<Faq>(entry);
    let (asked, keywords) = match scene.translation(entry) {
        Some(text) => (&text.also_asked, &text.keywords),
        None => (&original.also_asked, &original.keywords),
    };
    asked.iter().chain(keywords).map(String::as_str).collect::<Vec<_>>().join(" | ")
}

/// All questions about one thing: the most asked first, then in the order that their authors gave.
pub(super) fn sorted(context: &Context, language: &Language, about: About) -> Vec<Arc<Entry>> {
    let is_about = |entry: &&Arc<Entry>| entry.faq().is_some_and(|faq| faq.about == about);
    let site = &context.site;
    let mut entries: Vec<_> = site.of_kind(Kind::Faq).filter(is_about).cloned().collect();
    let collation = &site.languages.locale(language).collation;
    entries.sort_by_cached_key(|entry| {
        let document = context.document(entry.in_language(language.as_str()));
        let asked = entry.faq().and_then(|faq| faq.asked);
        (Reverse(asked), entry.order(), collation.sort_key(document.title()))
    });
    entries
}

/// An answer among others: its ids begin with the question's, so that no two are alike, and its
/// headings stand below that of the question.
fn among_others(scene: &Scene<'_>, entry: &Entry, document: &Document) -> String {
    lowered(&scene.html(document), &anchor(entry.id()))
}

/// The id of a question on the page of all. It is none of the page's own.
fn anchor(id: &str) -> Cow<'_, str> {
    match part_slug(id) {
        slug if slug.starts_with("sw-") => Cow::Owned(format!("question-{slug}")),
        slug => slug,
    }
}

fn lowered(html: &str, id: &str) -> String {
    let own = |ids: &str| {
        let ids = ids.split_ascii_whitespace().map(|one| format!("{id}--{one}"));
        Some(ids.collect::<Vec<_>>().join(" "))
    };
    with_tags(html, |tag, out| {
        let name = match tag.name {
            "h2" => "h4",
            "h3" => "h5",
            "h4" | "h5" => "h6",
            name => name,
        };
        tag.write(out, name, |attribute, value| match attribute {
            "id" | "for" | "headers" | "aria-labelledby" | "aria-describedby" => own(value),
            "href" => Some(match value.strip_prefix('#')? {
                // The beginning of the answer.
                "" => format!("#{id}"),
                place => format!("#{id}--{place}"),
            }),
            _ => None,
        });
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_among_others_keeps_its_code_and_its_order_of_headings() {
        let html = "<h2 id=\"a\">A <a href=\"#a\">#</a></h2><h3 id=\"b\">B</h3><h4>C</h4><h6>D</h6>\
                    <pre><code>&lt;h2 id=\"x\" href=\"#x\"&gt;</code></pre>\
                    <a href=\"../x.html#a\" aria-describedby=\"a b\">x</a><a href=\"#\">x</a>";
        let expected = "<h4 id=\"q--a\">A <a href=\"#q--a\">#</a></h4><h5 id=\"q--b\">B</h5>\
                        <h6>C</h6><h6>D</h6>\
                        <pre><code>&lt;h2 id=\"x\" href=\"#x\"&gt;</code></pre>\
                        <a href=\"../x.html#a\" aria-describedby=\"q--a q--b\">x</a><a href=\"#q\">x</a>";
        assert_eq!(lowered(html, "q"), expected);
    }
    #[test]
    fn a_question_takes_no_id_of_the_page() {
        for (id, expected) in [
            ("bad-spelling", "bad-spelling"),
            ("sw-find", "question-sw-find"),
            ("Sw find", "question-sw-find"),
        ] {
            assert_eq!(anchor(id), expected);
        }
    }
}
