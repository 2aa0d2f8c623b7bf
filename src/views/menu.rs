//! The stops below each part of the site in the menu: places within it to which one can go at once.
//! They show no document's text, so that no edit of a text changes every page.

use std::collections::BTreeMap;

use super::handbook_groups;
use super::people;
use super::scene::{LinkTo, Scene};
use super::view::WALL_LISTS;
use crate::document::Kind;
use crate::document::kinds::faq::About;
use crate::document::kinds::table::Section;

/// How many skills the menu names; the list of people has all of them.
const SKILLS: usize = 3;

/// By the key of the part.
pub(super) fn stops(scene: &Scene<'_>) -> BTreeMap<&'static str, Vec<LinkTo>> {
    let sections: [(Section, Vec<LinkTo>); 5] = [
        (Section::Stories, stories(scene)),
        (Section::Handbook, handbook(scene)),
        (Section::Faq, questions(scene)),
        (Section::Speaking, speaking(scene)),
        (Section::People, colleagues(scene)),
    ];
    sections.into_iter().map(|(section, stops)| (section.row().key, stops)).collect()
}

fn stories(scene: &Scene<'_>) -> Vec<LinkTo> {
    let page = |key: &str, address| LinkTo { title: scene.text(key), url: scene.url(address) };
    let mut stops = vec![page("nav-successes", "stories/successes.html")];
    if scene.site.of_kind(Kind::Talk).next().is_some() {
        stops.extend(scene.list_of(Kind::Talk));
    }
    stops.push(page("wall-lists", WALL_LISTS));
    stops
}

fn handbook(scene: &Scene<'_>) -> Vec<LinkTo> {
    let groups = handbook_groups::large_groups(scene).into_iter();
    groups
        .map(|(number, name)| within(scene, Section::Handbook, name, &format!("group-{number}")))
        .collect()
}

fn questions(scene: &Scene<'_>) -> Vec<LinkTo> {
    let asked = About::ALL.iter();
    let asked = asked.filter(|about| !scene.context.questions(scene.language, **about).is_empty());
    asked
        .map(|about| {
            let key = format!("about-{}", about.word());
            within(scene, Section::Faq, scene.text(&key), &key)
        })
        .collect()
}

fn speaking(scene: &Scene<'_>) -> Vec<LinkTo> {
    let board = scene.context.board();
    let sections = &board.sections;
    let parts = [
        ("closing", "closing-soon", sections.closing.is_empty()),
        ("open", "open-calls", sections.open.is_empty()),
        ("later", "later-calls", sections.later.is_empty()),
        ("coming", "coming-events", sections.coming.is_empty()),
    ];
    let shown = parts.into_iter().filter(|(.., is_empty)| !is_empty);
    shown.map(|(id, key, _)| within(scene, Section::Speaking, scene.text(key), id)).collect()
}

fn colleagues(scene: &Scene<'_>) -> Vec<LinkTo> {
    let skills = people::skills_in_list(scene).into_iter().take(SKILLS);
    skills
        .map(|skill| {
            let key = format!("can-{}", skill.word());
            within(scene, Section::People, scene.text(&key), &key)
        })
        .collect()
}

/// A place within the page of a part; its id has the prefix of the interface's ids.
fn within(scene: &Scene<'_>, section: Section, title: String, id: &str) -> LinkTo {
    LinkTo { title, url: format!("{}#sw-{id}", scene.section(section).url) }
}
