//! What was promised: first what is not kept, then what nobody has looked at, then what is kept.

use serde::Serialize;

use super::{Owner, owner};
use crate::config::Promise;
use crate::views::scene::{Day, LinkTo, Scene};

#[derive(Serialize)]
pub(crate) struct Promises {
    all: usize,
    not_yet: Vec<PromiseLine>,
    /// Of which nobody has said whether they are kept.
    unseen: Vec<PromiseLine>,
    kept: Vec<PromiseLine>,
    /// The page that says how one can know.
    page: Option<LinkTo>,
}

#[derive(Serialize)]
struct PromiseLine {
    text: String,
    note: Option<String>,
    owner: Option<Owner>,
    since: Option<Day>,
    checked: Option<Day>,
    /// Since when it is kept again.
    mended: Option<Day>,
}

impl Promises {
    pub(super) fn is_empty(&self) -> bool {
        self.all == 0
    }
}

pub(super) fn lines(scene: &Scene<'_>) -> Promises {
    let programme = &scene.site.programme;
    let lines = |kept: Option<bool>| {
        let some = programme.promises.iter().filter(move |promise| promise.kept == kept);
        some.map(|promise| line(scene, promise)).collect()
    };
    let page = programme.trust.as_ref().and_then(|trust| trust.page.as_ref());
    Promises {
        all: programme.promises.len(),
        not_yet: lines(Some(false)),
        unseen: lines(None),
        kept: lines(Some(true)),
        page: page.and_then(|page| scene.page_named(page)),
    }
}

fn line(scene: &Scene<'_>, promise: &Promise) -> PromiseLine {
    let day = |date: Option<crate::base::Date>| date.map(|date| scene.day(date));
    PromiseLine {
        text: scene.local(&promise.text),
        note: promise.note.as_ref().map(|note| scene.local(note)),
        owner: promise.owner.as_ref().and_then(|person| owner(scene, person)),
        since: day(promise.since),
        checked: day(promise.checked.as_ref().map(|checked| checked.value)),
        // What is broken is not mended yet.
        mended: day(promise.mended).filter(|_| promise.kept == Some(true)),
    }
}
