//! The home page: the purpose of the site, "May I? Yes.", and what colleagues have told.

use serde::Serialize;

use super::Page;
use super::card_cache::CardsAt;
use super::opening::Opening;
use super::opportunity_card::OpportunityCard;
use super::page_meta::PageMeta;
use super::scene::{Contact, Scene};
use super::successes::{FeaturedCard, featured};
use super::themes::ThemeCard;
use super::week::{self, WeekQuestion};
use crate::base::Diagnostic;
use crate::base::escape::escape;
use crate::config::HelpsWith;
use crate::document::kinds::faq::About;
use crate::document::kinds::story::Status;
use crate::speaking::days_between;

/// What the template `home.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    /// HTML: the part between asterisks is emphasised.
    purpose: String,
    featured: Option<FeaturedCard>,
    /// HTML: the items of the wall.
    cards: String,
    /// Whether the newest of them, if there is one, was told not long ago.
    is_new: bool,
    themes: Vec<ThemeCard>,
    question: Option<WeekQuestion>,
    fears: Vec<Fear>,
    have_asked: bool,
    calls: Vec<OpportunityCard>,
    /// Whether every call shown closes soon.
    closing: bool,
    /// Whom to call about them.
    helper: Option<Contact>,
    opening: Option<Opening>,
}

#[derive(Serialize)]
pub(super) struct Fear {
    title: String,
    url: String,
    asked: Option<u32>,
}

/// How many stories the home page shows besides the featured one.
const CARDS: usize = 9;
/// For how many days a story is new.
const NEW: i32 = 60;
const FEARS: usize = 5;
const CALLS: usize = 3;
const THEMES: usize = 4;

pub(crate) fn view(scene: &Scene<'_>) -> Result<Page<Values>, Diagnostic> {
    let site = scene.site;
    let purpose = site.programme.purpose.as_ref();
    let default = site.default_language();
    let sentence = purpose.map(|purpose| purpose.sentence.get(scene.code(), default));
    let title = site.config.file.title.get(scene.code(), default).to_owned();
    let chosen = featured(scene).into_iter().next().filter(|chosen| chosen.is_recent);
    let cards = site
        .stories
        .iter()
        .filter(|entry| entry.story().is_some_and(|story| story.status != Some(Status::Archived)))
        .filter(|entry| chosen.as_ref().is_none_or(|chosen| chosen.name != entry.name))
        .take(CARDS)
        .map(|entry| &**entry);
    let told = cards.clone().filter_map(|entry| entry.story()?.date).max();
    let cards = scene.render_cards(CardsAt::Section, cards)?;
    let (calls, closing) = super::speaking::next_deadlines(scene, CALLS);
    let description = site.config.file.description.as_ref();
    Ok(Page {
        meta: PageMeta {
            kind: "home",
            description: description.map(|text| text.get(scene.code(), default).to_owned()),
            title: title.clone(),
            ..PageMeta::default()
        },
        crumbs: vec![],
        values: Values {
            purpose: stressed(sentence.filter(|sentence| !sentence.is_empty()).unwrap_or(&title)),
            featured: chosen.map(|chosen| chosen.card),
            cards,
            is_new: told.is_none_or(|day| days_between(day, site.options.today) <= NEW),
            themes: super::themes::in_season(scene).into_iter().take(THEMES).collect(),
            question: week::question(scene).filter(|_| scene.site.pause().is_none()),
            fears: fears(scene, FEARS),
            have_asked: have_asked(scene),
            calls,
            closing,
            helper: scene.helper_with(HelpsWith::Speaking),
            opening: scene.opening_named("index", 1),
        },
    })
}

/// The questions about fears that were asked most often.
pub(super) fn fears(scene: &Scene<'_>, most: usize) -> Vec<Fear> {
    let mut fears: Vec<_> = scene
        .site
        .of_kind(crate::document::Kind::Faq)
        .filter_map(|entry| Some((entry, entry.faq()?)))
        .filter(|(_, faq)| faq.about == About::Fear)
        .collect();
    fears.sort_by_key(|(entry, faq)| (std::cmp::Reverse(faq.asked), entry.order()));
    fears
        .into_iter()
        .take(most)
        .map(|(entry, faq)| Fear {
            title: scene.document(entry).title().to_owned(),
            url: scene.url_of(&entry.name),
            asked: faq.asked,
        })
        .collect()
}

/// Whether somebody has asked one of the questions. Those of a site that begins are foreseen.
pub(super) fn have_asked(scene: &Scene<'_>) -> bool {
    let mut questions = scene.site.of_kind(crate::document::Kind::Faq);
    questions.any(|entry| entry.faq().is_some_and(|faq| faq.asked.is_some_and(|times| times > 0)))
}

/// Emphasises `*word*`; everything else stays text.
pub(super) fn stressed(sentence: &str) -> String {
    let parts: Vec<&str> = sentence.split('*').collect();
    let paired = parts.len() % 2 == 1;
    let mut html = String::new();
    for (at, part) in parts.iter().enumerate() {
        let stress = paired && at % 2 == 1;
        html.push_str(if stress { "<em>" } else { "" });
        escape(&mut html, part);
        html.push_str(if stress { "</em>" } else { "" });
        if !paired && at + 1 < parts.len() {
            html.push('*');
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_asterisks_mark_emphasis() {
        assert_eq!(stressed("People. *You* <know>"), "People. <em>You</em> &lt;know&gt;");
        assert_eq!(stressed("5 * 3"), "5 * 3");
    }
}
