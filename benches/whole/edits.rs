//! A server's day: the start, and then one edit after the other, each to a new snapshot.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context;
use storywall::base::{Change, Content, SourcePath, UrlPath};
use storywall::io::Folder;
use storywall::site::BuildOptions;
use storywall::workspace::{Snapshot, Workspace};

use super::table::{Measured, resident};

/// How often each edit is made.
const ROUNDS: usize = 15;
/// After so many of the many, memory counts; at first it still grows into its places.
const WARM: usize = 200;
const MANY: usize = 1000;

/// What is edited.
struct Edited<'a> {
    workspace: Workspace,
    snapshot: Arc<Snapshot>,
    project: &'a Path,
    /// A story of the middle of the site.
    story: &'a str,
}

/// Opens the project, edits it in many ways, and gives the last snapshot.
pub fn run(project: &Path, story: &str, options: BuildOptions) -> anyhow::Result<Arc<Snapshot>> {
    let mut edited = Edited::start(project, story, options)?;
    let quote =
        |text: &str, round| text.replacen("title: ", &format!("quote: Edit {round}\ntitle: "), 1);
    let name = |text: &str, round| text.replacen("name: ", &format!("name: Edit {round} "), 1);
    let date =
        |text: &str, round| text.replacen("date: ", &format!("date: 2020-01-0{} # ", round % 9), 1);
    edited.edit("words", story, |text, round| format!("{text}\n\nEdit {round}.\n"))?;
    edited.edit("title", story, title)?;
    edited.edit("quote", story, quote)?;
    edited.edit("theme's title", "content/themes/theme-03.md", title)?;
    edited.edit("day", story, date)?;
    edited.edit("person's name", "content/people/person-00003.md", name)?;
    edited.edit("style", "themes/default/styles/90-own.css", |_, round| {
        format!("h1 {{ letter-spacing: {round}px; }}")
    })?;
    edited.edit("template", "themes/default/templates/not-found.html", |_, round| {
        format!("<h1>{round} {{{{ page.title }}}}</h1>")
    })?;
    edited.edit("site.toml", "site.toml", |text, round| {
        text.replacen("title = \"", &format!("title = \"Edit {round} "), 1)
    })?;
    Ok(edited.snapshot)
}

/// Edits a title again and again, and tells what memory the process holds.
pub fn many(project: &Path, story: &str, options: BuildOptions) -> anyhow::Result<()> {
    let mut edited = Edited::start(project, story, options)?;
    let before = fs::read_to_string(project.join(story))?;
    for round in 0..=MANY {
        edited.write(story, Some(title(&before, round)))?;
        edited.render("stories/page-2.html")?;
        if round == WARM || round == MANY {
            eprintln!("{} KB after {round} titles", resident().unwrap_or_default());
        }
    }
    Ok(())
}

impl<'a> Edited<'a> {
    fn start(
        project: &'a Path,
        story: &'a str,
        options: BuildOptions,
    ) -> anyhow::Result<Edited<'a>> {
        let begun = Instant::now();
        let changes = Folder::open(project)?.changes()?;
        tell("start: the folder read", vec![begun.elapsed()]);
        let begun = Instant::now();
        let mut workspace = Workspace::new(options);
        let snapshot = workspace.apply(changes);
        tell("start: the first snapshot", vec![begun.elapsed()]);
        Ok(Edited { workspace, snapshot, project, story })
    }

    /// One file, again and again; then it is again as it was.
    fn edit(
        &mut self,
        what: &str,
        file: &str,
        text: impl Fn(&str, usize) -> String,
    ) -> anyhow::Result<()> {
        let mut times = vec![];
        let [mut story, mut home, mut wall] = [const { vec![] }; 3];
        let before = fs::read_to_string(self.project.join(file)).ok();
        for round in 0..ROUNDS {
            times.push(self.write(file, Some(text(before.as_deref().unwrap_or(""), round)))?);
            let page = self.story.trim_start_matches("content/").replace(".md", ".html");
            story.push(self.render(&page)?);
            home.push(self.render("index.html")?);
            wall.push(self.render("stories/page-2.html")?);
        }
        self.write(file, before)?;
        tell(&format!("edited {what} to a new snapshot"), times);
        tell("… the story's page after it", story);
        tell("… home after it", home);
        tell("… a wall after it", wall);
        Ok(())
    }

    fn write(&mut self, file: &str, text: Option<String>) -> anyhow::Result<Duration> {
        let path = SourcePath::new(file).context("the file lies in the project")?;
        let content = text.map_or(Content::Gone, |text| Content::Text(text.into()));
        let begun = Instant::now();
        self.snapshot = self.workspace.apply(vec![Change { path, content }]);
        Ok(begun.elapsed())
    }

    fn render(&self, address: &str) -> anyhow::Result<Duration> {
        let address = UrlPath::new(address).context("an address")?;
        let begun = Instant::now();
        let rendered = self.snapshot.render(&address).context("the page is there")?;
        let took = begun.elapsed();
        rendered.ok().context("the page can be rendered")?;
        Ok(took)
    }
}

fn title(text: &str, round: usize) -> String {
    text.replacen("title: ", &format!("title: Edit {round} "), 1)
}

fn tell(name: &str, times: Vec<Duration>) {
    println!("{}", Measured::of(name, times));
}
