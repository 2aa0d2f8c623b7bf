//! What commands write: their output, what they say beside it, and why they failed.

use std::io::{self, ErrorKind, Write};

use anyhow::Context;

use crate::base::character::is_refused;

/// Writes to standard error, apart from the output. A closed stream is no failure.
pub(crate) fn say(text: &str) {
    say_report(&harmless_lines(text));
}

/// The same of a report, which has colours and in which no name does harm.
pub(crate) fn say_report(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Writes a command's output for people.
pub(crate) fn print_lines(text: &str) -> anyhow::Result<()> {
    print(&harmless_lines(text))
}

/// Writes a command's output.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    written(writeln!(out, "{text}").and_then(|()| out.flush()))
}

/// Whether the output was written. A closed pipe is no failure: its reader has enough.
pub(crate) fn written(result: io::Result<()>) -> anyhow::Result<()> {
    match result {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(error).context("the output cannot be written")
        }
        _ => Ok(()),
    }
}

/// The words without what a name in them could do to a terminal, or to a program that reads lines.
pub(crate) fn harmless(words: &str) -> String {
    let escape = |c: char| match c.is_control() || is_refused(c) {
        true => c.escape_default().to_string(),
        false => c.to_string(),
    };
    words.chars().map(escape).collect()
}

pub(crate) fn harmless_lines(text: &str) -> String {
    text.split('\n').map(harmless).collect::<Vec<_>>().join("\n")
}

/// What the machine failed at, with its causes.
pub(crate) fn complain(error: &anyhow::Error) {
    say(&format!("error: {}", harmless(&error.to_string())));
    for cause in error.chain().skip(1) {
        say(&format!("  because: {}", harmless(&cause.to_string())));
    }
}
