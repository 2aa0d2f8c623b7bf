//! `storywall init`: begin a site, small and true, or with the whole example handbook.

mod answers;
mod ask;
mod example;
mod forge;
mod starter;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::ValueEnum;

use self::answers::{Answers, helper, languages, name, phone};
use self::forge::Forge;
use super::Ended;
use super::files::{NewFile, free_place, write_all};
use super::new::NOBODY;
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
    /// Who answers colleagues, by first and last name. Their file in content/people/ is begun; a first
    /// name alone will do until the last name is written there, too.
    #[arg(long, value_name = "NAME", value_parser = helper)]
    helper: Option<String>,
    /// Their telephone number.
    #[arg(long, value_name = "NUMBER", value_parser = phone)]
    phone: Option<String>,
    /// Add what checks and builds the site there, and what editors read; also to a site that is there
    /// already. What exists is kept.
    #[arg(long, value_enum)]
    forge: Option<Forge>,
    /// Begin with the whole handbook of an invented company, to learn from.
    #[arg(long, conflicts_with_all = ["name", "languages", "helper", "phone"])]
    example: bool,
}

/// What is made from the rest is nobody's to keep.
const IGNORED: &str = "/public/\n/.public.storywall/\n/.storywall/\n/thanks.toml\n";

/// Writes the site. A folder that holds one is left alone.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let folder = &args.folder;
    if let Some(forge) = args.forge.filter(|_| args.adds_to(folder)) {
        return add(folder, forge);
    }
    if folder.symlink_metadata().is_ok() && !folder.is_dir() {
        bail!("{} is a file, and a site needs a folder: choose another name", folder.display());
    }
    for taken in ["site.toml", "content"] {
        let taken = folder.join(taken);
        if taken.symlink_metadata().is_ok() {
            let words = format!("{} exists already, so nothing was written", taken.display());
            bail!("{words}: {}", args.instead());
        }
    }
    let begun = match args.example {
        true => Begun {
            files: example::files(),
            next: example::next(folder),
            forge: args.forge,
            language: "en",
        },
        false => {
            let answers = answers(args)?;
            let files = starter::files(&answers);
            let mistakes = mistakes(&files);
            if !mistakes.is_empty() {
                say_report(&mistakes);
                say("Nothing was written.");
                return Ok(Ended::Problems);
            }
            let next = next(folder, &answers, &files);
            Begun { files, next, forge: answers.forge, language: answers.codes()[0] }
        }
    };
    let mut files = begun.files;
    let forge = begun.forge.filter(|forge| *forge != Forge::None);
    files.extend(forge.into_iter().flat_map(|forge| forge::files(forge, begun.language)));
    files.extend(Some(ignored()).filter(|file| !is_there(folder, file)));
    write(folder, &files)?;
    say(&begun.next);
    if let Some(forge) = forge {
        say(forge_next(forge));
    }
    Ok(Ended::Fine)
}

/// A site that is ready to be written.
struct Begun {
    files: Vec<NewFile>,
    /// What its writer can do next.
    next: String,
    forge: Option<Forge>,
    /// What the forge's words are in.
    language: &'static str,
}

impl Args {
    /// Whether only files for a forge are wanted, in a site that is there.
    fn adds_to(&self, folder: &Path) -> bool {
        let is_asked_for_more = self.example
            || self.name.is_some()
            || self.languages.is_some()
            || self.helper.is_some()
            || self.phone.is_some();
        !is_asked_for_more && folder.join("site.toml").symlink_metadata().is_ok()
    }

    /// What helps where a site is there already: its own words are kept, but a forge's files can be
    /// added.
    fn instead(&self) -> String {
        let is_there = self.folder.join("site.toml").symlink_metadata().is_ok();
        let forge = self.forge.filter(|forge| is_there && *forge != Forge::None);
        match forge.and_then(|forge| forge.to_possible_value()) {
            Some(forge) => format!(
                "choose an empty folder; or, to add the files for {0} to this site, leave out all \
                 other options: storywall init{1} --forge {0}",
                forge.get_name(),
                folder_argument(&self.folder)
            ),
            None => "choose an empty folder".to_owned(),
        }
    }
}

/// Adds the files for a forge that are not there yet.
fn add(folder: &Path, forge: Forge) -> anyhow::Result<Ended> {
    let mut all = forge::files(forge, &forge::language_of(folder)?);
    all.push(ignored());
    let (kept, new): (Vec<NewFile>, Vec<NewFile>) =
        all.into_iter().partition(|file| is_there(folder, file));
    let listed = |files: &[NewFile]| {
        let names: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        names.join("\n  ")
    };
    let (written, kept) = (listed(&new), listed(&kept));
    write(folder, &new)?;
    if !written.is_empty() {
        say(&format!("Written:\n  {written}"));
    }
    if !kept.is_empty() {
        say(&format!("There already, and kept as it is:\n  {kept}"));
    }
    say(forge_next(forge));
    Ok(Ended::Fine)
}

/// What only people can do for a forge.
fn forge_next(forge: Forge) -> &'static str {
    match forge {
        Forge::None => "No files were asked for.",
        Forge::Github => {
            "Next: fill in STORYWALL_GIT and STORYWALL_REV in .github/workflows/storywall.yml, and \
             the groups in .github/CODEOWNERS. For requests that are made of issues: make a label \
             “story”, and let GitHub Actions create pull requests. To check each commit: git config \
             core.hooksPath .githooks"
        }
        Forge::Gitlab => {
            "Next: fill in STORYWALL_GIT and STORYWALL_REV in .gitlab-ci.yml, and the groups in \
             .gitlab/CODEOWNERS. For the comment on requests, requests that are made of issues, and a \
             build each day, .gitlab-ci.yml says what to set. To check each commit: git config core.hooksPath .githooks"
        }
        Forge::Forgejo => {
            "Next: fill in STORYWALL_GIT and STORYWALL_REV in .forgejo/workflows/storywall.yml, and \
             the groups in CODEOWNERS. For requests that are made of issues: make a label “story”. \
             To check each commit: git config core.hooksPath .githooks"
        }
    }
}

/// What the command says, and on a terminal what it is asked.
fn answers(args: &Args) -> anyhow::Result<Answers> {
    let mut answers = Answers {
        name: args.name.clone(),
        languages: args.languages.clone(),
        helper: args.helper.clone(),
        phone: args.phone.clone(),
        forge: args.forge,
    };
    if std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        ask::all(&mut answers, &mut std::io::stdin().lock(), &say)?;
    }
    Ok(answers)
}

fn ignored() -> NewFile {
    NewFile::text(SourcePath::new(".gitignore").expect("a path inside"), IGNORED.to_owned())
}

fn is_there(folder: &Path, file: &NewFile) -> bool {
    folder.join(file.path.as_str()).symlink_metadata().is_ok()
}

/// Writes all of them, or none.
fn write(folder: &Path, files: &[NewFile]) -> anyhow::Result<()> {
    let place = |file: &NewFile| free_place(folder, &file.path, "choose an empty folder");
    let targets = files.iter().map(place).collect::<anyhow::Result<Vec<PathBuf>>>()?;
    write_all(files, &targets)
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
    // Nobody has to be invented where somebody is named.
    let (author, whose) = match answers.helper.as_deref() {
        Some(helper) => (in_shell(helper), format!("begins a story by {helper}")),
        None => {
            (in_shell(NOBODY), format!("begins a story; write your own name in place of {NOBODY}"))
        }
    };
    format!(
        "A site in {} begins in {}, with {gaps} gaps that only you can fill in. Next:\n  1. \
         storywall check{root}: lists the gaps\n  2. storywall serve --open{root}: shows the site, \
         and every change at once\n  3. storywall new story \"What happened\" --author \
         {author}{root}: {whose}{}",
        answers.languages_in_words(),
        named(folder),
        first_name_alone(answers, files),
    )
}

/// What is said of a helper who is known by one name alone: two colleagues may have it.
fn first_name_alone(answers: &Answers, files: &[NewFile]) -> String {
    let helper = answers.helper.as_deref().filter(|name| is_first_name(name));
    let mut people = files.iter().filter(|it| it.path.as_str().starts_with("content/people/"));
    match (helper, people.find(|it| it.as_text().is_some_and(|text| text.contains("contact:")))) {
        (Some(helper), Some(file)) => format!(
            "\n“{helper}” is a first name alone: write the last name into {}, too, so that colleagues \
             know who is meant",
            file.path
        ),
        _ => String::new(),
    }
}

/// Whether a name is one word, in letters of which people write first and last name apart.
fn is_first_name(name: &str) -> bool {
    !name.contains(char::is_whitespace) && name.chars().all(|c| c < '\u{250}')
}

/// A name as one types it in a command: between quotation marks that keep every sign.
fn in_shell(name: &str) -> String {
    match name.contains(['"', '$', '`', '\\', '!']) {
        true => format!("'{}'", name.replace('\'', "'\\''")),
        false => format!("\"{name}\""),
    }
}

/// The new folder in a command.
fn folder_argument(folder: &Path) -> String {
    root_option(folder).replacen(" --root", "", 1)
}

/// What the new folder is called in a sentence.
fn named(folder: &Path) -> String {
    match folder.display().to_string() {
        here if here == "." || here == "./" => "this folder".to_owned(),
        above if above == ".." || above == "../" => "the folder above this one".to_owned(),
        other => other,
    }
}

/// The option that names the new folder, for the commands that come next.
fn root_option(folder: &Path) -> String {
    match folder.display().to_string() {
        here if here == "." => String::new(),
        there if there.contains(char::is_whitespace) => format!(" --root \"{there}\""),
        there => format!(" --root {there}"),
    }
}
