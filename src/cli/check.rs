//! `storywall check`: everything that is wrong, and how to mend it.

use clap::ValueEnum;

use super::Ended;
use super::project::{ProjectArgs, human, json, print};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    project: ProjectArgs,
    /// For people, or for programs.
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// Say nothing when all is fine.
    #[arg(long)]
    quiet: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// Checks, and renders nothing to anywhere.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let (_, snapshot) = args.project.open()?;
    let fine = snapshot.diagnostics().is_empty();
    match args.format {
        Format::Json => print(json(&snapshot).trim_end()),
        Format::Human if fine && args.quiet => {}
        Format::Human => print(human(&snapshot, snapshot.diagnostics()).trim_end()),
    }
    Ok(if snapshot.has_errors() { Ended::Problems } else { Ended::Fine })
}
