//! `storywall init`: begin a site, small and true, or with the whole example handbook.

mod answers;
mod ask;
mod example;
mod starter;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::bail;

use self::answers::{Answers, helper, languages, name, phone};
use super::Ended;
use super::files::{NewFile, free_place, write_all};
use super::output::{say, say_report};
use super::project::human;
use crate::base::{Change, Date, Diagnostic, Severity, SourcePath, gap};
use crate::site::{BuildAudience, BuildOptions};
use crate::workspace::Workspace;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Where to put the new site; the folder is created if it does not exist.
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
    /// What the company is called.
    #[arg(long, value_name = "COMPANY", value_parser = name)]
    name: Option<String>,
    /// The languages of the site, the first one first: da, en and nl, with commas between.
    #[arg(long, value_name = "CODES", value_parser = languages)]
    languages: Option<answers::Languages>,
    /// Who answers colleagues, by first and last name.
    #[arg(long, value_name = "NAME", value_parser = helper)]
    helper: Option<String>,
    /// Their telephone number.
    #[arg(long, value_name = "NUMBER", value_parser = phone)]
    phone: Option<String>,
    /// Begin with the whole handbook of an invented company, to learn from.
    #[arg(long, conflicts_with_all = ["name", "languages", "helper", "phone"])]
    example: bool,
}

/// What is made from the rest is nobody's to keep.
const IGNORED: &str = "/public/\n/.public.storywall/\n/.storywall/\n";

/// Writes the site. A folder that holds one is left alone.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let folder = &args.folder;
    for taken in ["site.toml", "content"] {
        if folder.join(taken).symlink_metadata().is_ok() {
            bail!("{} exists already: choose an empty folder", folder.join(taken).display());
        }
    }
    if args.example {
        write(folder, example::files())?;
        say(&example::next(folder));
        return Ok(Ended::Fine);
    }
    let answers = answers(args)?;
    let files = starter::files(&answers);
    let mistakes = mistakes(&files);
    if !mistakes.is_empty() {
        say_report(&mistakes);
        say("Nothing was written.");
        return Ok(Ended::Problems);
    }
    let told = next(folder, &answers, &files);
    write(folder, files)?;
    say(&told);
    Ok(Ended::Fine)
}

/// What the command says, and on a terminal what it is asked.
fn answers(args: &Args) -> anyhow::Result<Answers> {
    let mut answers = Answers {
        name: args.name.clone(),
        languages: args.languages.clone(),
        helper: args.helper.clone(),
        phone: args.phone.clone(),
    };
    if std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        ask::all(&mut answers, &mut std::io::stdin().lock(), &say)?;
    }
    Ok(answers)
}

fn write(folder: &Path, mut files: Vec<NewFile>) -> anyhow::Result<()> {
    if folder.join(".gitignore").symlink_metadata().is_err() {
        let path = SourcePath::new(".gitignore").expect("a path inside");
        files.push(NewFile::text(path, IGNORED.to_owned()));
    }
    let place = |file: &NewFile| free_place(folder, &file.path, "choose an empty folder");
    let targets = files.iter().map(place).collect::<anyhow::Result<Vec<PathBuf>>>()?;
    write_all(&files, &targets)
}

/// Mistakes that a site of these files would have: words of an answer that stand wrongly in them.
fn mistakes(files: &[NewFile]) -> String {
    let options = BuildOptions {
        today: Date::constant(2026, 1, 1),
        drafts: false,
        audience: BuildAudience::Internal,
        base_url: None,
    };
    let mut workspace = Workspace::new(options);
    let change = |it: &NewFile| Change { path: it.path.clone(), content: it.content() };
    let snapshot = workspace.apply(files.iter().map(change).collect());
    let all = snapshot.diagnostics().iter();
    let mistakes: Vec<Diagnostic> =
        all.filter(|it| it.severity() == Severity::Error).cloned().collect();
    match mistakes.is_empty() {
        true => String::new(),
        false => human(&snapshot, &mistakes),
    }
}

fn next(folder: &Path, answers: &Answers, files: &[NewFile]) -> String {
    let gaps: usize = files.iter().filter_map(NewFile::as_text).map(|it| gap::find(it).len()).sum();
    let root = root_option(folder);
    format!(
        "A site in {} begins in {}, with {gaps} gaps that only you can fill in. Next:\n  1. \
         storywall check{root}: lists the gaps\n  2. storywall serve --open{root}: shows the site, \
         and every change at once\n  3. storywall new story \"What happened\" --author \"First \
         Last\"{root}: begins a story",
        answers.languages_in_words(),
        folder.display(),
    )
}

/// The option that names the new folder, for the commands that come next.
fn root_option(folder: &Path) -> String {
    match folder.display().to_string() {
        here if here == "." => String::new(),
        there if there.contains(char::is_whitespace) => format!(" --root \"{there}\""),
        there => format!(" --root {there}"),
    }
}
