//! `storywall consent`: who agreed to what until when, where they are seen, and what would change
//! if somebody took it back.

mod json;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{anyhow, bail};
use clap::ValueEnum;
use serde_json::json;

use super::Ended;
use super::output::{print, print_lines, say_report};
use super::project::{Project, ProjectArgs, human};
use crate::base::diagnostic::nearest;
use crate::base::{Change, Code, Content, Diagnostic, SourcePath, UrlPath};
use crate::data::names::name_in;
use crate::site::consent::Answer;
use crate::site::register::{Record, register};
use crate::workspace::{Difference, Snapshot};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    project: ProjectArgs,
    /// Show what would change if this person (the name of their file) withdrew all consent.
    #[arg(long, value_name = "PERSON")]
    withdraw_preview: Option<String>,
    /// Output for people, or for programs.
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// Everybody, and the pages and feeds on which each picture stands.
pub(crate) struct Register {
    pub(crate) records: Vec<Record>,
    pub(crate) pages: BTreeMap<SourcePath, BTreeSet<UrlPath>>,
}

/// What would change.
pub(crate) struct Preview {
    /// Whether files with errors may hide some of it.
    pub(crate) has_errors: bool,
    pub(crate) record: Record,
    pub(crate) difference: Difference,
    /// Stories that would not be shown any more, by name.
    pub(crate) stories: Vec<String>,
    /// Photos that would be taken down, with the pages and feeds that show them now.
    pub(crate) photos: BTreeMap<SourcePath, BTreeSet<UrlPath>>,
    /// Files that name the person for a task that somebody else would have to take over.
    pub(crate) tasks: BTreeSet<SourcePath>,
    /// Where the name would stay in an address, and where a part of it would stay in a text.
    pub(crate) addresses: Places,
    pub(crate) words: Places,
    /// Papers, recordings and pictures beside the name, which only a person can look through.
    pub(crate) unread: BTreeSet<SourcePath>,
}

/// Lines by their files; `None` for the name of the file itself.
pub(crate) type Places = BTreeMap<SourcePath, BTreeSet<Option<usize>>>;

/// Lists, or previews; changes nothing.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut project = args.project.open_to_compare()?;
    // Copies of a picture are known by their pixels.
    project.develop(&|_| false);
    let is_json = args.format == Format::Json;
    let text = match &args.withdraw_preview {
        None => {
            let known = Register {
                records: register(project.snapshot.site()),
                pages: rendered(&project.snapshot, project.snapshot.pages_by_picture())?,
            };
            match is_json {
                true => known.to_json(),
                false => text::register(&known, project.snapshot.options()),
            }
        }
        Some(id) => {
            let preview = preview(&mut project, id)?;
            if is_json {
                preview.to_json()
            } else {
                text::preview(&preview, project.snapshot.options().today)
            }
        }
    };
    match is_json {
        true => print(text.trim_end())?,
        false => print_lines(text.trim_end())?,
    }
    Ok(Ended::Fine)
}

/// The site as it is, and as it would be.
fn preview(project: &mut Project, id: &str) -> anyhow::Result<Preview> {
    let now = project.snapshot.clone();
    let id = name_in("people", id, &now.site().config.languages);
    let records = register(now.site());
    let Some(record) = records.iter().find(|record| record.id == id) else {
        let near = nearest(&id, records.iter().map(|record| record.id.as_str()));
        match near {
            Some(near) => bail!("there is no file content/people/{id}.md; did you mean {near}?"),
            None => bail!("there is no file content/people/{id}.md"),
        }
    };
    let file = now.site().original(&format!("people/{id}"));
    let path = file.map(|file| file.path.clone()).ok_or_else(|| anyhow!("no"))?;
    // Once it says this, nothing else of the file is used but which portrait is theirs.
    let own = record.photos.iter().find(|photo| photo.text == format!("people/{id}"));
    // What is text in JSON is the same text in YAML.
    let portrait = own.map(|photo| json!(photo.path.as_str().trim_start_matches("content")));
    let portrait = portrait.map(|path| format!("photo: {path}\n")).unwrap_or_default();
    let name = json!(record.name);
    let withdrawn = format!("---\nname: {name}\n{portrait}status: withdrawn\n---\n");
    let change = Change { path, content: Content::Text(withdrawn.into()) };
    let then = project.apply(vec![change]);
    let pages = rendered(&now, now.pages_by_picture())?;
    let is_taken_down = |path: &SourcePath| {
        then.site().unseen.contains_key(path) && !now.site().unseen.contains_key(path)
    };
    let stories = then.site().hidden.keys().filter(|name| {
        name.starts_with("stories/") && !now.site().hidden.contains_key(name.as_str())
    });
    let to_hand_over =
        |it: &&Diagnostic| it.code == Code::SuccessorNeeded && !now.diagnostics().contains(it);
    let tasks = then.diagnostics().iter().filter(to_hand_over);
    let photos: BTreeMap<SourcePath, BTreeSet<UrlPath>> =
        pages.into_iter().filter(|(path, _)| is_taken_down(path)).collect();
    let mut unread = now.beside_the_name(&record.name);
    unread.retain(|path| !photos.contains_key(path));
    Ok(Preview {
        addresses: new_places(&now, &then, Code::NameInAddress),
        words: new_places(&now, &then, Code::NameRemains),
        tasks: tasks.map(|it| it.span.path.clone()).collect(),
        has_errors: now.has_errors(),
        record: record.clone(),
        difference: rendered(&now, now.difference(&then))?,
        stories: stories.cloned().collect(),
        unread,
        photos,
    })
}

/// Where `then` has a diagnostic of this code that `now` does not have.
fn new_places(now: &Snapshot, then: &Snapshot, code: Code) -> Places {
    let mut places = Places::new();
    let is_new = |it: &&Diagnostic| it.code == code && !now.diagnostics().contains(it);
    for diagnostic in then.diagnostics().iter().filter(is_new) {
        let span = &diagnostic.span;
        let lines = places.entry(span.path.clone()).or_default();
        let before = span.range.as_ref().zip(then.text(&span.path));
        let line = before
            .and_then(|(range, text)| Some(text.get(..range.start)?.matches('\n').count() + 1));
        lines.insert(line);
    }
    places
}

/// A template's mistake keeps us from knowing.
fn rendered<T>(snapshot: &Snapshot, result: Result<T, Diagnostic>) -> anyhow::Result<T> {
    result.map_err(|mistake| {
        say_report(&human(snapshot, &[mistake]));
        anyhow!("some pages cannot be made, so it is not known who is seen where")
    })
}

fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Unasked => "not asked",
    }
}
