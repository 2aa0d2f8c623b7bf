//! Says at the terminal what was saved, and what is wrong since.

use std::sync::Arc;

use crate::base::Diagnostic;
use crate::cli::project::{human, say};
use crate::io::Live;
use crate::io::live::{Cause, Moment};
use crate::report::Counts;

/// Tells of every moment, the first one included, until nobody makes them any more.
pub(super) async fn tell(live: Arc<Live>) {
    let mut moments = live.follow();
    moments.mark_changed();
    let mut before: Arc<[Diagnostic]> = Arc::from([]);
    while moments.changed().await.is_ok() {
        let moment = moments.borrow_and_update().clone();
        let now = moment.snapshot.diagnostics();
        let new: Vec<Diagnostic> =
            now.iter().filter(|told| !before.contains(told)).cloned().collect();
        if moment.number > 1 && moment.told.cause != Cause::Developed {
            say(&line(&moment));
        }
        if !new.is_empty() {
            say(human(&moment.snapshot, &new).trim_end());
        }
        before = now.into();
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
