//! The commands: each file says what a command takes and runs it; all of them are wiring.

#![expect(
    clippy::disallowed_methods,
    reason = "commands are the edge: the clock, the environment and the disk come in here"
)]

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod coach;
pub(crate) mod consent;
pub(crate) mod desk;
pub(crate) mod digest;
pub(crate) mod evaluate;
pub(crate) mod explain;
mod files;
pub(crate) mod headers;
pub(crate) mod init;
mod machine;
pub(crate) mod new;
mod output;
mod progress;
mod project;
pub(crate) mod schema;
pub(crate) mod serve;
pub(crate) mod thanks;
mod today;

use std::ffi::OsString;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use anyhow::bail;
use clap::{Parser, Subcommand};

use crate::base::character::is_refused;

/// Build a company's ambassador handbook and story wall from a folder of Markdown files.
#[derive(Parser)]
#[command(name = "storywall", version, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site as plain files.
    Build(build::Args),
    /// List everything that is wrong, and how to correct it.
    Check(check::Args),
    /// Print what the author of a story may be asked, and which sentence of it is liked. It stops nothing.
    Coach(coach::Args),
    /// List who agreed to what until when, and where they are seen.
    Consent(consent::Args),
    /// Write a letter to colleagues about what was told, as an email that you send. Nothing is sent.
    Digest(digest::Args),
    /// Begin the evaluation of a quarter: a file with what the site tells itself. Nothing is overwritten.
    Evaluate(evaluate::Args),
    /// Show what an address is made from, which addresses use a file, or what a code means.
    Explain(explain::Args),
    /// Print the headers that a web server should send with the site, in that server's format.
    Headers(headers::Args),
    /// Begin a site: short texts in your languages, with gaps to fill in. Nothing is overwritten.
    Init(init::Args),
    /// Begin a text: a story, a person, a question, an event. Nothing is overwritten.
    New(new::Args),
    /// List the fields that files may have: as JSON Schema, or as a page for authors.
    Schema(schema::Args),
    /// Show the site in a browser, and every change as soon as you save it.
    Serve(serve::Args),
    /// List which stories are still to be thanked for, and make cards to sign. The list is private.
    Thanks(thanks::Args),
    /// List what there is to do this week for whoever runs the site, and where each thing is written.
    Today(desk::Args),
}

/// How a command ended; what the machine failed at is an error instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    Fine,
    /// The content has mistakes that their authors can mend.
    Problems,
    /// The command was no command.
    Misused,
}

/// Runs what the command line says.
pub fn main() -> ExitCode {
    run(std::env::args_os())
}

/// Runs what the words of a command line say, the first of which is the program's name: 0 if all is
/// fine, 1 if the content has mistakes, 2 if the tool could not work.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let ended = match Args::try_parse_from(words) {
        Ok(args) => catch_unwind(AssertUnwindSafe(|| begin(args))).unwrap_or_else(|_| at_fault()),
        Err(other) => asked_or_mistaken(&other),
    };
    match ended {
        Ok(Ended::Fine) => ExitCode::SUCCESS,
        Ok(Ended::Problems) => ExitCode::from(1),
        Ok(Ended::Misused) => ExitCode::from(2),
        Err(error) => {
            output::complain(&error);
            ExitCode::from(2)
        }
    }
}

fn begin(args: Args) -> anyhow::Result<Ended> {
    machine::begin()?;
    match args.command {
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Coach(args) => coach::run(&args),
        Command::Consent(args) => consent::run(&args),
        Command::Digest(args) => digest::run(&args),
        Command::Evaluate(args) => evaluate::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Headers(args) => headers::run(&args),
        Command::Init(args) => init::run(&args),
        Command::New(args) => new::run(&args),
        Command::Schema(args) => schema::run(args),
        Command::Serve(args) => serve::run(&args),
        Command::Thanks(args) => thanks::run(&args),
        Command::Today(args) => desk::run(&args),
    }
}

/// Help or the version, or what cannot be asked for.
fn asked_or_mistaken(said: &clap::Error) -> anyhow::Result<Ended> {
    let words = said.render().to_string();
    if words.contains(is_refused) {
        output::say(words.trim_end());
        return Ok(Ended::Misused);
    }
    let printed = said.print().and_then(|()| io::stdout().flush());
    if said.use_stderr() {
        // There is no other place to say it.
        return Ok(Ended::Misused);
    }
    output::written(printed)?;
    Ok(Ended::Fine)
}

/// A panic has printed its place already.
fn at_fault() -> anyhow::Result<Ended> {
    bail!(
        "Storywall has a fault, which no file of yours should cause: please send the lines above \
         to the people who make Storywall"
    )
}
