//! Says at the terminal what was saved, and what is wrong since.

use std::collections::HashSet;
use std::sync::Arc;

use crate::base::{Code, Diagnostic, SourcePath};
use crate::cli::project::{human, say};
use crate::io::Live;
use crate::io::live::{Cause, Moment};
use crate::report::Counts;

/// What makes two the same, wherever they stand by now.
type Known = (Code, SourcePath, String);

fn known(told: &Diagnostic) -> Known {
    (told.code, told.span.path.clone(), told.message.clone())
}

/// Tells of every moment, the first one included, until nobody makes them any more.
pub(super) async fn tell(live: Arc<Live>) {
    let mut moments = live.follow();
    moments.mark_changed();
    let mut before: HashSet<Known> = HashSet::new();
    while moments.changed().await.is_ok() {
        let moment = moments.borrow_and_update().clone();
        let all = moment.snapshot.diagnostics();
        let new: Vec<Diagnostic> =
            all.iter().filter(|told| !before.contains(&known(told))).cloned().collect();
        if moment.number > 1 && moment.told.cause != Cause::Developed {
            say(&line(&moment));
        }
        if !new.is_empty() {
            say(human(&moment.snapshot, &new).trim_end());
        }
        before = all.iter().map(known).collect();
    }
}

/// "content/faq/pay.md, in 4 ms: 1 error, 2 warnings"
fn line(moment: &Moment) -> String {
    let told = &moment.told;
    let what = match told.files.as_slice() {
        [] => "another day".to_owned(),
        [file] => file.to_string(),
        [first, rest @ ..] => format!("{first} and {} more", rest.len()),
    };
    let counts = Counts::of(moment.snapshot.diagnostics()).words();
    let colon = if counts.is_empty() { "" } else { ": " };
    format!("{what}, in {} ms{colon}{counts}", (told.looking + told.making).as_millis())
}
