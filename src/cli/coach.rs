//! `storywall coach`: what the authors of stories may be asked, how many would be, and by which rules.

use std::collections::BTreeMap;

use anyhow::{anyhow, bail};

use super::Ended;
use super::output::{print, print_lines};
use super::project::{Project, ProjectArgs};
use crate::base::SourcePath;
use crate::coach::{LANGUAGES, Signal};
use crate::config::CoachMode;
use crate::document::{Facts, Kind};
use crate::workspace::HeardStory;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Stories, such as content/stories/2026/pump.md.
    #[arg(value_name = "FILE", required_unless_present_any = ["report", "rules"])]
    files: Vec<String>,
    /// Count how many stories of the site would be asked something, and why.
    #[arg(long, conflicts_with_all = ["files", "rules"])]
    report: bool,
    /// Print what counts in a language (da, nl or en), with the words of the site, as JSON.
    #[arg(long, value_name = "LANGUAGE", conflicts_with = "files")]
    rules: Option<String>,
    #[command(flatten)]
    project: ProjectArgs,
}

/// Prints, and writes nothing.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let project = args.project.open_to_read()?;
    if let Some(language) = &args.rules {
        let coach = project.snapshot.coach();
        let Some(rules) = coach.rules(language) else {
            bail!(
                "there are no rules for “{language}”: use one of these: {}",
                LANGUAGES.join(", ")
            );
        };
        print(&serde_json::to_string_pretty(&rules.json(language))?)?;
        return Ok(Ended::Fine);
    }
    if args.report {
        print_lines(report(&project).trim_end())?;
        return Ok(Ended::Fine);
    }
    if project.coach_mode() == CoachMode::Off {
        bail!("[coach] of site.toml says mode = \"off\", so nobody is asked on this site");
    }
    let folder = args.project.folder_from_here();
    let paths: Vec<SourcePath> =
        args.files.iter().map(|file| story(&project, file, &folder)).collect::<Result<_, _>>()?;
    let mut heard = project.heard(&|facts| paths.contains(&facts.path));
    heard.sort_by_key(|story| paths.iter().position(|path| *path == story.path));
    let texts: Vec<String> = heard.iter().map(|story| text_of(&project, story)).collect();
    print_lines(texts.join("\n").trim_end())?;
    Ok(Ended::Fine)
}

/// The story that is meant: its path in the project, or as seen from where the command runs.
fn story(project: &Project, file: &str, folder: &str) -> anyhow::Result<SourcePath> {
    let file = file.trim_start_matches("./");
    let inside = file.strip_prefix(folder).unwrap_or(file);
    let paths = [inside, file].into_iter().filter_map(SourcePath::new);
    let site = project.snapshot.site();
    let is_story = |path: &SourcePath| {
        site.facts.get(path).is_some_and(|it| it.kind == Kind::Story && !it.is_translation())
    };
    paths.into_iter().find(is_story).ok_or_else(|| {
        anyhow!("{file} is not a story of this site: name a file of content/stories/")
    })
}

/// What the author of a story hears.
fn text_of(project: &Project, story: &HeardStory) -> String {
    let words = project.snapshot.words(story);
    let numbered = (1..).zip(&words.questions).map(|(number, it)| format!("{number}. {it}"));
    let ended = |line: &String| match line.ends_with(char::is_alphabetic) {
        true => format!("{line}."),
        false => line.clone(),
    };
    let lines = [story.path.to_string(), ended(&words.thanks)].into_iter().chain(numbered);
    // How to reach somebody stands alone, so that it can be copied.
    let lines = lines.chain(words.end.iter().take(1).map(ended));
    let lines = lines.chain(words.end.iter().skip(1).cloned());
    lines.flat_map(|line| [line, "\n".to_owned()]).collect()
}

/// Before so many stories of a language, nobody knows what is usual in it.
const FEWEST: usize = 20;
/// How many of 100 stories may be asked, so that it stays something to listen to.
const MOST: usize = 5;

/// How many of the stories that readers see would be asked, without who wrote them.
fn report(project: &Project) -> String {
    let site = project.snapshot.site();
    let heard = project.heard(&|facts: &Facts| site.shows(facts));
    let silent = heard.iter().filter(|story| story.heard.silence.is_some()).count();
    let asked = heard.iter().filter(|story| !story.heard.questions.is_empty()).count();
    let mut text =
        format!("{}, {silent} of them too short or in another language\n", stories(heard.len()));
    text += &format!(
        "{asked} of them would be asked something ({} %); more than {MOST} % are too many\n",
        (asked * 100).div_ceil(heard.len().max(1)),
    );
    let read = || heard.iter().filter(|story| story.heard.silence.is_none());
    text += "\nwhat was heard, and in how many of the others\n";
    for signal in Signal::ALL {
        let all = read().filter(|story| story.heard.signals.contains(&signal)).count();
        let asked = read().filter(|story| {
            story.heard.signals.contains(&signal) && !story.heard.questions.is_empty()
        });
        text += &format!("  {:16} {all:5}, {} of them asked\n", signal.name(), asked.count());
    }
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    read().for_each(|story| *languages.entry(&story.language).or_default() += 1);
    let few: Vec<String> = LANGUAGES
        .iter()
        .map(|language| (language, languages.get(language).copied().unwrap_or_default()))
        .filter(|(_, count)| (1..FEWEST).contains(count))
        .map(|(language, count)| format!("{count} in {language}"))
        .collect();
    if !few.is_empty() {
        text += &format!(
            "\nFrom {FEWEST} stories of a language on, these numbers say something (so far: {})\n",
            few.join(", ")
        );
    }
    text
}

fn stories(count: usize) -> String {
    if count == 1 { "1 story".to_owned() } else { format!("{count} stories") }
}
