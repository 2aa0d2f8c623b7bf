//! Pages and guidelines of the handbook, and its table of contents.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Page;
use super::callable::{Piece, pieces};
use super::handbook_contents::{Chapter, chapters};
use super::page_meta::PageMeta;
use super::scene::{Contact, Day, Face, LinkTo, Scene};
use super::tree::{TreeGroup, branch_link, tree};
use crate::base::Date;
use crate::base::Diagnostic;
use crate::base::date::Every;
use crate::data::types::PersonName;
use crate::document::kinds::table::Section;
use crate::document::kinds::{self, Guideline};
use crate::document::{Document, Kind, prose};
use crate::site::Entry;
use crate::site::links::Target;
use crate::site::navigation::Branch;

/// What the template `page.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    doc: Doc,
    tree: Vec<TreeGroup>,
    children: Vec<Chapter>,
}

#[derive(Serialize)]
struct Doc {
    title: String,
    summary: Option<String>,
    html: String,
    toc: Vec<Heading>,
    owner: Option<Face>,
    contact: Option<Contact>,
    /// Whom to ask about the page, in parts.
    questions: Vec<Piece>,
    /// Whether its owner is asked first, and these are called where the owner does not answer.
    owner_first: bool,
    reviewed: Option<Day>,
    review_due: Option<Day>,
    overdue: bool,
    policy: Option<Policy>,
    previous: Option<LinkTo>,
    next: Option<LinkTo>,
    edit: Option<String>,
    source: String,
    /// Whether this page says how to send a story.
    tells: bool,
}

#[derive(Serialize)]
struct Heading {
    level: u8,
    id: String,
    text: String,
}

#[derive(Serialize)]
struct Policy {
    version: Option<String>,
    effective: Option<Day>,
    supersedes: Option<String>,
}

/// What pages and guidelines say about who maintains them.
#[derive(Clone, Copy, Default)]
struct Upkeep<'a> {
    owner: Option<&'a PersonName>,
    reviewed: Option<Date>,
    every: Option<Every>,
    questions: Option<&'a str>,
}

pub(crate) fn view(scene: &Scene<'_>, entry: &Entry) -> Result<Page<Values>, Diagnostic> {
    let document = scene.document(entry);
    let upkeep = upkeep(scene, entry);
    let translated = scene.translation(entry);
    let due = upkeep.reviewed.zip(upkeep.every).map(|(day, every)| every.after(day));
    let overdue = due.is_some_and(|due| due < scene.site.options.today);
    let (previous, next) = scene.site.navigation.neighbours(&entry.name);
    let neighbour = |name: Option<&str>| {
        name.and_then(|name| scene.site.entry(name)).map(|entry| scene.link_to(entry))
    };
    let summary = scene.summary(entry).map(str::to_owned);
    let path = scene.site.navigation.path(&entry.name);
    let tells = is_tell(scene, entry);
    let questions = translated
        .and_then(|text| text.questions.as_deref())
        .or(upkeep.questions)
        .map(pieces)
        .unwrap_or_default();
    let contact = upkeep.owner.and_then(|owner| scene.contact(&owner.id));
    let contact = contact.map(|contact| beside(contact, &questions));
    let doc = Doc {
        title: document.title().to_owned(),
        summary: summary.clone(),
        html: scene.html(document),
        toc: headings(document),
        owner: upkeep.owner.map(|owner| scene.face(&owner.id)),
        owner_first: contact.as_ref().is_some_and(|contact| contact.tel.is_some())
            && questions.iter().any(Piece::is_number),
        contact,
        questions,
        reviewed: upkeep.reviewed.map(|date| scene.day(date)),
        review_due: due.map(|date| scene.day(date)),
        overdue,
        policy: entry.guideline().filter(|guideline| guideline.policy == Some(true)).map(
            |guideline| Policy {
                version: guideline.version.clone(),
                effective: guideline.effective.map(|date| scene.day(date)),
                supersedes: guideline.supersedes.clone(),
            },
        ),
        previous: neighbour(previous),
        next: neighbour(next),
        edit: scene.edit_url(document),
        source: document.path().as_str().to_owned(),
        tells,
    };
    let kind = if entry.original.kind == Kind::Guideline { "guideline" } else { "page" };
    Ok(Page {
        meta: PageMeta {
            description: summary.or_else(|| Some(document.prose.excerpt.clone())),
            kind,
            ..scene.meta_of(entry)
        },
        crumbs: crumbs(scene, &path),
        values: Values {
            doc,
            tree: tree(scene, &entry.name, &path),
            children: path.last().map_or(vec![], |branch| children(scene, document, branch)),
        },
    })
}

/// What is in the folder that this text opens, but for what the text itself leads to.
fn children(scene: &Scene<'_>, document: &Document, folder: &Branch) -> Vec<Chapter> {
    if folder.children.is_empty() {
        return vec![];
    }
    let linked = linked(scene, document);
    let is_new = |child: &&Branch| child.name.as_deref().is_none_or(|it| !linked.contains(it));
    chapters(scene, folder.children.iter().filter(is_new))
}

/// The texts that this one links to, by name.
fn linked(scene: &Scene<'_>, document: &Document) -> BTreeSet<String> {
    let links = document.facts.links.iter();
    let targets = links.map(|link| scene.site.resolve(&document.facts, &link.destination));
    let name_of = |target| match target {
        Ok(Target::Text { name, .. }) => Some(name),
        _ => None,
    };
    targets.filter_map(name_of).collect()
}

/// How to reach who looks after a page, without the number that stands in the line below.
fn beside(contact: Contact, questions: &[Piece]) -> Contact {
    let is_below = contact.tel.as_ref().is_some_and(|tel| questions.iter().any(|it| it.dials(tel)));
    Contact { tel: contact.tel.filter(|_| !is_below), ..contact }
}

/// Whether this page says how to send a story.
fn is_tell(scene: &Scene<'_>, entry: &Entry) -> bool {
    let tell = scene.site.programme.tell.as_ref();
    tell.and_then(|tell| tell.page.as_ref()).is_some_and(|page| page.id == entry.name)
}

fn upkeep<'a>(scene: &Scene<'a>, entry: &'a Entry) -> Upkeep<'a> {
    if let Some(page) = entry.page() {
        return Upkeep {
            owner: page.owner.as_ref(),
            reviewed: page.reviewed,
            every: page.review_every,
            questions: scene.words::<kinds::Page>(entry).questions.as_deref(),
        };
    }
    entry.guideline().map_or(Upkeep::default(), |guideline| Upkeep {
        owner: guideline.owner.as_ref(),
        reviewed: guideline.reviewed,
        every: guideline.review_every,
        questions: scene.words::<Guideline>(entry).questions.as_deref(),
    })
}

/// The headings of a text down to level 3, for a table of contents.
fn headings(document: &Document) -> Vec<Heading> {
    let headings = document.facts.headings.iter().zip(&document.prose.headings);
    let headings = headings.filter(|(_, heading)| heading.level <= 3 && !heading.text.is_empty());
    let heading = |(id, heading): (&String, &prose::Heading)| Heading {
        level: heading.level,
        id: id.clone(),
        text: heading.text.clone(),
    };
    headings.map(heading).collect()
}

fn crumbs(scene: &Scene<'_>, path: &[&Branch]) -> Vec<LinkTo> {
    let mut crumbs = vec![scene.home(), scene.section(Section::Handbook)];
    let parents = path.len().saturating_sub(1);
    crumbs.extend(path[..parents].iter().filter_map(|branch| branch_link(scene, branch)));
    crumbs
}

impl Scene<'_> {
    /// The `PageMeta` of a text that may be translated.
    pub(crate) fn meta_of(&self, entry: &Entry) -> PageMeta {
        let document = self.document(entry);
        PageMeta {
            title: document.title().to_owned(),
            lang: document.facts.language.clone(),
            fallback: document.facts.language != self.code(),
            outdated: entry.is_outdated(self.code()),
            ..PageMeta::default()
        }
    }
}
