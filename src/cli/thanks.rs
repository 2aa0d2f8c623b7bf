//! `storywall thanks`: what is still to be thanked for, and cards to sign. It is for whoever thanks:
//! the list is private, and nothing of it is published.

mod embedded;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, anyhow, ensure};

use super::Ended;
use super::digest::{day, refuse_sources};
use super::output::{print_lines, say, say_report};
use super::project::{Project, ProjectArgs, human, human_with};
use crate::base::{Code, Date, Diagnostic, Source, SourcePath};
use crate::config::thanks::{LIST, Thank, ThanksFile};
use crate::due::stories::to_thank;
use crate::io::git::Git;
use crate::site::{Entry, Site};
use crate::views::thank_cards::Thanked;

#[derive(clap::Args)]
#[command(after_help = FIELDS)]
pub(crate) struct Args {
    /// Stories, such as stories/2026/pump; also those that were thanked for. Without one, those that
    /// are still to be thanked for.
    #[arg(value_name = "STORY")]
    stories: Vec<String>,
    /// Stories from this day on. Without it, those of the last ninety days, and those that
    /// thanks.toml names.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day, conflicts_with = "stories")]
    since: Option<Date>,
    /// Write a card for each of them to this file, to print on both sides.
    #[arg(long, value_name = "FILE.html")]
    cards: Option<PathBuf>,
    #[command(flatten)]
    project: ProjectArgs,
}

/// What the list may say of a story.
const FIELDS: &str = "\
thanks.toml lies beside site.toml, and has a part for each story of which something is known:

  [[thanks]]
  story = \"stories/2026/pump\"     its path without content/ and .md
  would_like = \"Coffee, on deck\"  what its author would like, as they said it
  card = false                     they would rather have no card
  given = 2026-11-30               when they were thanked
  note = \"Ask Mette which ship\"   anything to remember

storywall schema thanks prints the same for editors.";

/// Prints the list; with `--cards`, writes the cards as well.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut project = args.project.open_to_read()?;
    if project.snapshot.has_errors() {
        project.develop(&|_| false);
        say_report(project.human(project.snapshot.diagnostics()).trim_end());
        say("Nobody is listed: it would be of a site that cannot be published.");
        return Ok(Ended::Problems);
    }
    project.develop(&|_| false);
    let (noted, told) = noted(&project);
    if !told.is_empty() {
        let text_of = |path: &SourcePath| project.folder.copied_text(path).map(Into::into);
        say_report(human_with(&project.snapshot, &told, &text_of).trim_end());
        return Ok(Ended::Problems);
    }
    let noted: BTreeMap<&str, &Thank> =
        noted.thanks.iter().map(|thank| (thank.story.id.as_str(), thank)).collect();
    let site = project.snapshot.site();
    let meant = meant(site, args, &noted)?;
    let Some(file) = &args.cards else {
        print_lines(list(&project, &meant, &noted).trim())?;
        warn(&project);
        return Ok(Ended::Fine);
    };
    let is_wanted =
        |entry: &&Entry| noted.get(entry.name.as_str()).is_none_or(|it| it.card != Some(false));
    let wanted: Vec<&Entry> = meant.iter().copied().filter(is_wanted).collect();
    ensure!(
        !wanted.is_empty(),
        "there is no story to make a card for: name one, or an earlier day with --since"
    );
    refuse_sources(&project, file, Some("html"))?;
    let html = match project.snapshot.thank_cards(&wanted) {
        Ok(html) => embedded::whole(&project, &html)?,
        Err(mistake) => {
            say_report(human(&project.snapshot, &[mistake]).trim_end());
            return Ok(Ended::Problems);
        }
    };
    fs::write(file, html).with_context(|| format!("cannot write {}", file.display()))?;
    let cards = match wanted.len() {
        1 => "one card".to_owned(),
        many => format!("{many} cards"),
    };
    print_lines(&format!(
        "{}: {cards}. Print at 100 %, on both sides, turned over the long edge.",
        file.display()
    ))?;
    Ok(Ended::Fine)
}

/// Says that somebody could commit the list, which is private.
fn warn(project: &Project) {
    if Git::of(project.folder.files().root()).leaves_out(LIST) == Some(false) {
        say(
            "thanks.toml is private, and Git does not leave it out: write the line /thanks.toml into \
             .gitignore. If it was committed already, git rm --cached thanks.toml takes it out.",
        );
    }
}

/// What the list says, and what is wrong with it.
fn noted(project: &Project) -> (ThanksFile, Vec<Diagnostic>) {
    let path = ThanksFile::path();
    let Some(text) = project.folder.copied_text(&path) else { return Default::default() };
    let source = Source::new(path, text);
    let mut out = vec![];
    let file = ThanksFile::read(&source, &mut out);
    let site = project.snapshot.site();
    // Who was thanked was thanked, also for a story that is gone.
    for thank in file.thanks.iter().filter(|thank| thank.given.is_none()) {
        let is_story = site.original(&thank.story.id).is_some_and(|it| it.meta.story().is_some());
        if !is_story {
            let name = &thank.story.id;
            let at = source.text.find(&format!("\"{name}\"")).map(|at| at + 1..at + 1 + name.len());
            let span = crate::base::Span { path: source.path.clone(), range: at };
            let message = format!("There is no story “{name}”");
            let told = Diagnostic::new(Code::UnknownPage, span, message);
            out.push(told.hint("Write its path without content/ and .md: stories/2026/pump"));
        }
    }
    (file, out)
}

/// The stories that are meant, oldest first.
fn meant<'a>(
    site: &'a Site,
    args: &Args,
    noted: &BTreeMap<&str, &Thank>,
) -> anyhow::Result<Vec<&'a Entry>> {
    if !args.stories.is_empty() {
        let named = |asked: &String| {
            let inside = asked.strip_prefix("content/").unwrap_or(asked).trim_end_matches(".md");
            let entry = site.entry(inside).filter(|entry| entry.story().is_some());
            entry.map(|entry| &**entry).ok_or_else(|| {
                anyhow!("{asked} is not a story that readers see: name one as stories/2026/pump")
            })
        };
        let mut named = args.stories.iter().map(named).collect::<anyhow::Result<Vec<&Entry>>>()?;
        named.sort_by_key(|entry| entry.story().and_then(|story| story.date));
        return Ok(named);
    }
    Ok(to_thank(site, noted, args.since))
}

fn list(project: &Project, meant: &[&Entry], noted: &BTreeMap<&str, &Thank>) -> String {
    if meant.is_empty() {
        return "Everybody has been thanked. Go and thank somebody anyway.".to_owned();
    }
    let given = |entry: &Entry| noted.get(entry.name.as_str()).and_then(|thank| thank.given);
    let (done, open): (Vec<&Entry>, Vec<&Entry>) =
        meant.iter().copied().partition(|entry| given(entry).is_some());
    let mut text = String::new();
    if !open.is_empty() {
        text += "Still to be thanked for, the oldest first:\n";
    }
    for entry in open.iter().chain(&done) {
        let of = project.snapshot.thanked(entry);
        let Thanked { names, title, goal, came, is_anonymous } = of;
        let who = names.unwrap_or_else(|| "Somebody".to_owned());
        let date = entry.story().and_then(|story| story.date);
        let date = date.map(|date| format!(", {date}")).unwrap_or_default();
        let _ = writeln!(text, "\n{who}, “{title}”{date}");
        if is_anonymous {
            text += "  without a name: whoever helped can pass the thanks on\n";
        }
        if let Some(day) = given(entry) {
            let _ = writeln!(text, "  Thanked for on {day}");
        }
        if let Some(goal) = goal {
            let _ = writeln!(text, "  goal: {goal}");
        }
        if came > 0 && given(entry).is_none() {
            text += "  something came of it: tell them\n";
        }
        let thank = noted.get(entry.name.as_str());
        match thank.and_then(|thank| thank.would_like.as_ref()) {
            Some(wish) => _ = writeln!(text, "  would like: {wish}"),
            None if given(entry).is_some() => {}
            None => text += "  what would they like? Ask\n",
        }
        if thank.is_some_and(|thank| thank.card == Some(false)) {
            text += "  would rather have no card\n";
        }
        if let Some(note) = thank.and_then(|thank| thank.note.as_ref()) {
            let _ = writeln!(text, "  {note}");
        }
        let _ = writeln!(text, "  content/{}.md", entry.name);
    }
    let Some(first) = open.first().map(|entry| entry.name.as_str()) else { return text };
    text += "\nWhen it is done, write it into thanks.toml beside site.toml:\n\n";
    let today = project.snapshot.options().today;
    let _ = writeln!(text, "  [[thanks]]\n  story = \"{first}\"\n  given = {today}");
    text
}
