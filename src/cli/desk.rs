//! `storywall today`: the editor's desk at the terminal, with the place where each thing is written. It
//! writes nothing, and nothing of it is published.

use std::sync::Arc;

use clap::ValueEnum;
use serde::Serialize;

use super::Ended;
use super::digest::language;
use super::output::{print, print_lines, say_report};
use super::project::{Project, ProjectArgs};
use crate::base::identity::shown_path;
use crate::base::{Code, SourcePath, Span};
use crate::config::thanks::ThanksFile;
use crate::language::{Arg, Language};
use crate::report::{FileTexts, Spot};
use crate::views::desk::{Beside, Desk, Item, PrivateList};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// For people, or for the program that shows it.
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// The language in which it is said. Without it, the site's first one.
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    #[command(flatten)]
    project: ProjectArgs,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// In groups; of what there is much of, the first ones.
    Human,
    /// For programs, with all there is.
    Json,
}

/// How wide the output is for people.
const WIDTH: usize = 80;

/// Prints the desk, whatever is wrong with the site; without `site.toml`, there is none.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut project = args.project.open_to_read()?;
    if project.snapshot.diagnostics().iter().any(|it| it.code == Code::NoSite) {
        say_report(project.human(project.snapshot.diagnostics()).trim_end());
        return Ok(Ended::Problems);
    }
    // Copies of photos that readers may not see are known by their pixels.
    project.develop(&|_| false);
    let language = language(project.snapshot.site(), args.lang.as_deref())?;
    let list = ThanksFile::path();
    let noted = project.folder.copied_text(&list);
    let built = project.folder.files().built();
    let thanks = PrivateList::read(noted.as_deref());
    let desk = project.snapshot.desk(&language, &Beside { thanks, built: built.as_ref() });
    let text_of = |path: &SourcePath| match *path == list {
        true => noted.as_deref().map(Arc::from),
        false => project.text(path),
    };
    let mut files = FileTexts::new(&text_of);
    match args.format {
        Format::Human => print_lines(human(&project, &language, &desk, &mut files).trim_end())?,
        Format::Json => print(&json(&project, &language, &desk, &mut files)?)?,
    }
    Ok(Ended::Fine)
}

fn human(
    project: &Project,
    language: &Language,
    desk: &Desk<Span>,
    files: &mut FileTexts<'_>,
) -> String {
    let site = project.snapshot.site();
    let texts = project.snapshot.texts();
    let locale = site.languages.locale(language);
    let mut text = format!("{}\n", locale.dates.with_weekday(site.options.today));
    if desk.groups.is_empty() {
        text += &format!("\n{}\n", texts.get(language, "desk-nothing"));
    }
    for group in &desk.groups {
        text += &format!("\n{}\n", group.heading);
        let parted = group.parted();
        for item in parted.shown {
            text.push('\n');
            text += &of_item(item, files);
        }
        let more = parted.folded.len() + parted.beyond;
        if more > 0 {
            let n = [("n", Arg::Number(i64::try_from(more).unwrap_or(i64::MAX)))];
            text += &format!("\n  {}\n", texts.format(language, "desk-more", &n));
        }
    }
    text
}

fn of_item(item: &Item<Span>, files: &mut FileTexts<'_>) -> String {
    let mut lines = wrapped(&item.words.text(), 2);
    let due = item.due.as_ref().map(|due| due.words.as_str());
    for words in [due, item.note.as_deref()].into_iter().flatten() {
        lines += &wrapped(words, 4);
    }
    if let Some(command) = &item.command {
        lines += &format!("    {command}\n");
    }
    if let Some(span) = &item.place {
        let spot = Spot::of(span, files);
        let line = spot.position.map(|at| format!(":{}", at.line)).unwrap_or_default();
        lines += &format!("    {}{line}\n", shown_path(spot.path));
    }
    lines
}

/// Words in lines that are not too long, each with so many spaces before it.
fn wrapped(words: &str, indent: usize) -> String {
    let mut lines = String::new();
    let mut room = 0;
    for word in words.split_whitespace() {
        let length = word.chars().count();
        if length + 1 > room {
            lines += &format!("{}{}", if lines.is_empty() { "" } else { "\n" }, " ".repeat(indent));
            room = WIDTH - indent;
        } else {
            lines.push(' ');
            room -= 1;
        }
        lines += word;
        room = room.saturating_sub(length);
    }
    lines + "\n"
}

#[derive(Serialize)]
struct Whole<'a> {
    today: String,
    language: &'a str,
    groups: Vec<OfGroup<'a>>,
}

#[derive(Serialize)]
struct OfGroup<'a> {
    group: &'a str,
    heading: &'a str,
    items: Vec<OfItem<'a>>,
}

#[derive(Serialize)]
struct OfItem<'a> {
    what: &'a str,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    command: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
}

fn json(
    project: &Project,
    language: &Language,
    desk: &Desk<Span>,
    files: &mut FileTexts<'_>,
) -> anyhow::Result<String> {
    let mut item = |item| {
        let item: &Item<Span> = item;
        let spot = item.place.as_ref().map(|span| Spot::of(span, files));
        OfItem {
            what: item.what,
            text: item.words.text(),
            note: item.note.as_deref(),
            command: item.command.as_deref(),
            due: item.due.as_ref().map(|due| due.day.to_string()),
            days: item.due.as_ref().map(|due| due.days),
            file: spot.map(|spot| shown_path(spot.path).into()),
            line: spot.and_then(|spot| Some(spot.position?.line)),
        }
    };
    let groups = desk.groups.iter().map(|group| OfGroup {
        group: group.key,
        heading: &group.heading,
        items: group.items.iter().map(&mut item).collect(),
    });
    let whole = Whole {
        today: project.snapshot.options().today.to_string(),
        language: language.as_str(),
        groups: groups.collect(),
    };
    Ok(serde_json::to_string_pretty(&whole)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_wide_as_a_terminal() {
        let words = "ab ".repeat(60);
        let lines = wrapped(&words, 4);
        assert!(lines.lines().all(|line| line.chars().count() <= WIDTH), "{lines}");
        assert!(lines.lines().all(|line| line.starts_with("    ab")), "{lines}");
        assert_eq!(wrapped("one two", 2), "  one two\n");
        let long = "x".repeat(200);
        assert_eq!(wrapped(&long, 2), format!("  {long}\n"), "an address stays whole");
    }
}
