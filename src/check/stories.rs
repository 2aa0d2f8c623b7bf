//! When stories are seen: those that wait, those without a day, and months with two stories.

use std::collections::BTreeMap;

use crate::base::{Code, Date, Diagnostic, Finding, Severity};
use crate::document::{Facts, Kind};
use crate::due::stories::waits_until;
use crate::site::Site;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    let today = site.options.today;
    let mut picked: BTreeMap<&str, &Facts> = BTreeMap::new();
    for document in site.originals(Kind::Story) {
        let Some(story) = document.meta.story() else { continue };
        let hidden = site.hidden.get(&document.name);
        let waited_for = waits_until(site, document).filter(|_| hidden.is_some());
        out.extend(waited_for.map(|day| waits(document, day, today)));
        if story.date.is_none() && hidden.is_none() && document.is_sound {
            out.push(
                Diagnostic::new(
                    Code::NoDate,
                    document.top(),
                    "This story has no date, so it comes last on the wall",
                )
                .hint(format!("Add a line such as date: {today}")),
            );
        }
        let month = story.featured.as_ref().map(|featured| featured.month.0.as_str());
        let Some(month) = month.filter(|_| hidden.is_none()) else { continue };
        if let Some(first) = picked.insert(month, document) {
            let message = format!("Two stories are featured in {month}");
            out.push(
                Diagnostic::new(Code::FeaturedTwice, document.named("featured"), message)
                    .hint("Remove featured from one of them: only one is shown")
                    .place(first.named("featured"), "the other one"),
            );
        }
    }
}

/// A day in another year is more often a slip of the finger than a plan.
fn waits(document: &Facts, day: Date, today: Date) -> Finding {
    let message = format!("This story is hidden until {day}, its date");
    let diagnostic = Diagnostic::new(Code::StoryWaits, document.named("date"), message);
    let diagnostic = match i32::from(day.year()) - i32::from(today.year()) {
        0 | 1 => diagnostic,
        _ => diagnostic.with_severity(Severity::Warning),
    };
    diagnostic.hint("Look at it with --drafts, or write another date")
}
