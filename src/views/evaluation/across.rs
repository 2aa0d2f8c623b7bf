//! All quarters that were evaluated, the latest first, what they tell together, and why nobody counts
//! reach here.

use serde::Serialize;

use super::figures::{Figure, origin, voices_until};
use super::{Decided, Words};
use crate::data::quarters::Quarter;
use crate::document::kinds::table::Section;
use crate::evaluation::voices::Voices;
use crate::site::addresses::evaluation_of;
use crate::site::quarters::EvaluatedQuarter;
use crate::views::Page;
use crate::views::page_meta::PageMeta;
use crate::views::scene::{Day, Scene};

/// What the template `evaluations.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    quarters: Vec<Past>,
    figures: Vec<Figure>,
}

/// A quarter in the list.
#[derive(Serialize)]
struct Past {
    name: String,
    url: String,
    headline: Option<Words>,
    /// The day of the build, in a quarter that is not over.
    so_far: Option<Day>,
    /// What was tried then.
    tried: Vec<Decided>,
}

/// How many quarters are listed.
const MOST: usize = 40;

pub(crate) fn view(scene: &Scene<'_>) -> Page<Values> {
    let voices = Voices::of(scene.site);
    let today = scene.site.options.today;
    let past = |(quarter, evaluated): (&Quarter, &EvaluatedQuarter)| Past {
        name: scene.quarter(*quarter),
        url: scene.url(&evaluation_of(*quarter)),
        headline: evaluated.words.headline.as_ref().map(|it| scene.words_of(it)),
        so_far: (Quarter::of(today) == *quarter).then(|| scene.day(today)),
        tried: scene.decided(&evaluated.words.r#try),
    };
    let quarters = scene.site.quarters.iter().rev().take(MOST).map(past);
    let figures = [voices_until(scene, Quarter::of(today), &voices), origin(scene, &voices)];
    Page {
        meta: PageMeta {
            title: scene.text("evaluations"),
            description: Some(scene.text("evaluations-lead")),
            kind: "evaluations",
            noindex: true,
            ..PageMeta::default()
        },
        crumbs: vec![scene.home(), scene.section(Section::Handbook)],
        values: Values {
            quarters: quarters.collect(),
            figures: figures.into_iter().flatten().collect(),
        },
    }
}
