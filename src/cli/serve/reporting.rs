//! Reports at the terminal what was saved, and what is wrong since.

use std::collections::HashSet;
use std::sync::Arc;

use crate::base::{Code, Diagnostic, SourcePath};
use crate::cli::output::{say, say_report};
use crate::cli::project::human;
use crate::io::Live;
use crate::io::live::{Cause, Moment};
use crate::report::Counts;

/// Two diagnostics with the same key are the same one, wherever it stands by now.
type ReportKey = (Code, SourcePath, String);

fn key(diagnostic: &Diagnostic) -> ReportKey {
    (diagnostic.code, diagnostic.span.path.clone(), diagnostic.message.clone())
}

/// Reports every moment, the first one included, until no more are made.
pub(super) async fn report(live: Arc<Live>) {
    let mut moments = live.follow();
    moments.mark_changed();
    let mut before: HashSet<ReportKey> = HashSet::new();
    while moments.changed().await.is_ok() {
        let moment = moments.borrow_and_update().clone();
        let all = moment.snapshot.diagnostics();
        let new: Vec<Diagnostic> =
            all.iter().filter(|it| !before.contains(&key(it))).cloned().collect();
        if moment.number > 1 && moment.record.cause != Cause::Developed {
            say(&line(&moment));
        }
        if !new.is_empty() {
            say_report(human(&moment.snapshot, &new).trim_end());
        }
        before = all.iter().map(key).collect();
    }
}

/// "content/faq/pay.md, in 4 ms: 1 error, 2 warnings"
fn line(moment: &Moment) -> String {
    let record = &moment.record;
    let what = match record.files.as_slice() {
        [] => "another day".to_owned(),
        [file] => file.to_string(),
        [first, rest @ ..] => format!("{first} and {} more", rest.len()),
    };
    let counts = Counts::of(moment.snapshot.diagnostics()).words();
    let colon = if counts.is_empty() { "" } else { ": " };
    format!("{what}, in {} ms{colon}{counts}", (record.looking + record.making).as_millis())
}
