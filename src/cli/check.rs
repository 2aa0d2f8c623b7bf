//! `storywall check`: everything that is wrong, and how to mend it.

use clap::ValueEnum;

use super::Ended;
use super::project::{ProjectArgs, print};
use crate::base::Severity;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    project: ProjectArgs,
    /// Output for people, or for programs.
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// Print nothing if nothing is wrong.
    #[arg(long)]
    quiet: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// Checks, and renders nothing to anywhere.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut project = args.project.open_to_read()?;
    // A photo that cannot be decoded is found here, and not when it is published.
    project.develop(&|_| false);
    let snapshot = &project.snapshot;
    let mut diagnostics = snapshot.diagnostics().to_vec();
    diagnostics.extend(project.second_names());
    diagnostics.extend(project.names_in_copied());
    if !snapshot.has_errors() {
        diagnostics.extend(snapshot.render_one_of_each());
    }
    match args.format {
        Format::Json => print(project.json(&diagnostics).trim_end())?,
        Format::Human if diagnostics.is_empty() && args.quiet => {}
        Format::Human => print(project.human(&diagnostics).trim_end())?,
    }
    let wrong = diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
    Ok(if wrong { Ended::Problems } else { Ended::Fine })
}
