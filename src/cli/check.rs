//! `storywall check`: everything that is wrong, and how to mend it.

mod comment;
mod since;

use std::collections::BTreeSet;

use clap::ValueEnum;

use self::comment::Comment;

use super::Ended;
use super::output::print;
use super::project::{ProjectArgs, a_base_url, checks_page};
use crate::base::{Diagnostic, Severity};
use crate::config::CoachMode;
use crate::report::{self, Report};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    project: ProjectArgs,
    /// For people, or for the program that shows it.
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// Where the pages of the branch can be seen, for links in the comment on it.
    #[arg(long, value_name = "URL", value_parser = a_base_url)]
    preview_url: Option<String>,
    /// Report what a branch touches and what that breaks elsewhere: a branch or commit of Git from
    /// which it began.
    #[arg(long, value_name = "REVISION")]
    since: Option<String>,
    /// Print nothing if nothing is wrong.
    #[arg(long)]
    quiet: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the line of each place, and what is alike once.
    Human,
    /// A line each: for editors and scripts.
    Short,
    /// For programs.
    Json,
    /// Marks in a pull request of GitHub, Forgejo and Gitea.
    Github,
    /// Code Quality of GitLab.
    Gitlab,
    /// For services that read SARIF 2.1.0.
    Sarif,
    /// The comment on a pull request, in the language of its story.
    Markdown,
}

impl Format {
    fn written(self, comment: &Comment<'_>) -> String {
        let (report, folder) = (&comment.report, comment.folder);
        match self {
            Format::Human => report::human(report, super::project::screen()),
            Format::Short => report::short(report, folder),
            Format::Json => report::json(report),
            Format::Github => report::github(report, folder),
            Format::Gitlab => report::gitlab(report, folder),
            Format::Sarif => report::sarif(report, folder),
            Format::Markdown => comment.written(),
        }
    }

    /// Whether people read it, who are told nothing with `--quiet` if there is nothing.
    fn is_for_people(self) -> bool {
        matches!(self, Format::Human | Format::Short)
    }
}

/// Checks, and renders nothing to anywhere.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut project = match args.since {
        Some(_) => args.project.open_to_compare()?,
        None => args.project.open_to_read()?,
    };
    // A photo that cannot be decoded is found here, and not when it is published.
    project.develop(&|_| false);
    let snapshot = project.snapshot.clone();
    let mut diagnostics = snapshot.diagnostics().to_vec();
    diagnostics.extend(project.second_names());
    diagnostics.extend(project.names_in_copied());
    if !snapshot.has_errors() {
        diagnostics.extend(snapshot.render_one_of_each());
    }
    let mut touched = None;
    if let Some(revision) = &args.since {
        let paths;
        (diagnostics, paths) = since::of_branch(&mut project, revision, diagnostics)?;
        touched = Some(paths);
    }
    if project.coach_mode() == CoachMode::On {
        diagnostics.extend(project.questions(touched.as_ref()));
    }
    let files = touched.as_ref().map_or(snapshot.files, BTreeSet::len);
    if !(diagnostics.is_empty() && args.quiet && args.format.is_for_people()) {
        let text_of = |path: &_| project.text(path);
        let page = checks_page(&snapshot);
        let checks_page = page.as_deref();
        let report = Report { diagnostics: &diagnostics, text_of: &text_of, files, checks_page };
        let text = args.format.written(&Comment {
            snapshot: &snapshot,
            report,
            touched: touched.as_ref(),
            preview: args.preview_url.as_deref(),
            folder: &args.project.folder_from_here(),
        });
        if !text.is_empty() {
            print(text.trim_end())?;
        }
    }
    let is_wrong = |one: &Diagnostic| one.severity() == Severity::Error;
    Ok(if diagnostics.iter().any(is_wrong) { Ended::Problems } else { Ended::Fine })
}
