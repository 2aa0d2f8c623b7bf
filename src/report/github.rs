//! Workflow commands of GitHub Actions, which Forgejo and Gitea read, too: each diagnostic becomes a
//! mark at its line of a pull request.
//!
//! The form is that of `@actions/core` (`packages/core/src/command.ts`): in a message, `%`, CR and LF
//! are escaped, in a property also `:` and `,`. Columns count only within one line.

use super::lines::FileTexts;
use super::places::{place, sentences};
use super::{Counts, Report};
use crate::base::{Diagnostic, Severity};

/// GitHub shows so many marks of each severity of a step, and leaves out the rest in silence.
const SHOWN: usize = 10;

/// Errors first, because of many marks only some are shown; the last line is the sum.
pub(crate) fn github(report: &Report<'_>, folder: &str) -> String {
    let mut files = FileTexts::new(report.text_of);
    let mut ordered = report.ordered();
    ordered.sort_by_key(|one| one.severity());
    let commands =
        ordered.iter().map(|one| command(one, report.help_on(one.code), folder, &mut files));
    let mut text: String = commands.collect();
    let counts = Counts::of(report.diagnostics);
    text += &match counts.words() {
        sum if sum.is_empty() => "Everything is fine\n".to_owned(),
        sum => format!("{sum}\n"),
    };
    if [counts.errors, counts.warnings, counts.advice].into_iter().any(|count| count > SHOWN) {
        text += "GitHub marks ten of each kind in the files; the lines above are all of them\n";
    }
    text
}

fn command(
    one: &Diagnostic,
    help: Option<String>,
    folder: &str,
    files: &mut FileTexts<'_>,
) -> String {
    let level = match one.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let place = place(&one.span, folder, files);
    let mut properties = format!("file={}", property(&place.file));
    if let Some(range) = place.range {
        properties += &format!(",line={},endLine={}", range.line, range.end_line);
        if range.line == range.end_line {
            // Its last column is the one of the last character.
            let last = range.end_column.saturating_sub(1).max(range.column);
            properties += &format!(",col={},endColumn={last}", range.column);
        }
    }
    let title = property(one.code.name());
    let help = help.map(|page| format!("\n{page}")).unwrap_or_default();
    let said = message(&format!("{}{help}", sentences(one, files)));
    format!("::{level} {properties},title={title}::{said}\n")
}

fn message(words: &str) -> String {
    words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(words: &str) -> String {
    // A name that the log would read as an old command is written otherwise.
    message(words).replace(':', "%3A").replace(',', "%2C").replace("##[", "##%5B")
}
