//! The roadmap: what we try, with whom it was agreed on, and when we look at it again.

use serde::Serialize;

use super::{Owner, owner};
use crate::config::Attempt;
use crate::views::scene::{Day, LinkTo, Scene};

#[derive(Serialize)]
pub(crate) struct Values {
    page: Option<LinkTo>,
    tries: Vec<Try>,
    agreed: Option<Day>,
    made_with: Option<String>,
    made_by: Vec<Owner>,
    next_review: Option<Day>,
    /// Whether that day is over.
    is_due: bool,
}

#[derive(Serialize)]
struct Try {
    what: String,
    owner: Option<Owner>,
    done: bool,
}

pub(super) fn values(scene: &Scene<'_>) -> Option<Values> {
    let roadmap = scene.site.programme.roadmap.as_ref()?;
    let next = roadmap.next_review.as_ref().map(|next| next.value);
    let line = |attempt: &Attempt| Try {
        what: scene.local(&attempt.what),
        owner: attempt.owner.as_ref().and_then(|person| owner(scene, person)),
        done: attempt.done.unwrap_or(false),
    };
    Some(Values {
        page: roadmap.page.as_ref().and_then(|page| scene.page_named(page)),
        // What is done comes last.
        tries: {
            let mut tries: Vec<Try> = roadmap.tries.iter().map(line).collect();
            tries.sort_by_key(|attempt| attempt.done);
            tries
        },
        agreed: roadmap.agreed.map(|day| scene.day(day)),
        made_with: roadmap.made_with.as_ref().map(|with| scene.local(with)),
        made_by: roadmap.made_by.iter().filter_map(|person| owner(scene, person)).collect(),
        next_review: next.map(|day| scene.day(day)),
        is_due: next.is_some_and(|day| day < scene.site.options.today),
    })
}
