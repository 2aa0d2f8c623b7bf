//! One example, run: its files become a site in memory, its expectations are held against it.

use std::ops::Range;
use std::sync::Arc;

use storywall::base::{Change, Content, Fault, Flaw, Hash, PictureFormat, Remake, Severity, Tells};
use storywall::site::{BuildAudience, BuildOptions};
use storywall::workspace::{Snapshot, Workspace};

use super::document::{Block, Test};
use super::expect;
use crate::project::{Pages, Project, change, human, options, source_path};

/// What is wrong with an example, and what its blocks would say if they were right.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) failures: Vec<String>,
    /// Failures that `rewritten` mends.
    pub(crate) differences: Vec<String>,
    pub(crate) rewritten: Vec<(Range<usize>, String)>,
}

/// The site between two blocks.
struct Example {
    project: Project,
    options: BuildOptions,
    workspace: Workspace,
    /// What the next expectation will be held against.
    pending: Vec<Change>,
    now: Option<State>,
    before: Pages,
    outcome: Outcome,
}

/// The site as it is.
pub(crate) struct State {
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) pages: Pages,
    /// A site with complaints needs a block that names them.
    reported: bool,
}

pub(crate) fn run(shared: &[Block], test: &Test) -> Outcome {
    let project = Project::small();
    let mut example = Example {
        pending: project.changes(),
        project,
        options: options(),
        workspace: Workspace::new(options()),
        now: None,
        before: Pages::default(),
        outcome: Outcome::default(),
    };
    for block in shared.iter().chain(&test.blocks) {
        if let Err(why) = example.step(block) {
            example.outcome.failures.push(format!("line {}: {why}", block.line));
        }
    }
    example.end(test);
    example.outcome
}

impl State {
    /// What `build` would report: the templates' mistakes only where nothing else stops it.
    pub(crate) fn report(&self) -> String {
        let snapshot = &self.snapshot;
        let stopped =
            snapshot.diagnostics().iter().any(|known| known.severity() == Severity::Error);
        let mut all = snapshot.diagnostics().to_vec();
        if !stopped {
            all.extend(self.pages.mistakes.iter().cloned());
        }
        human(snapshot, &all)
    }

    fn is_fine(&self) -> bool {
        self.snapshot.diagnostics().is_empty() && self.pages.mistakes.is_empty()
    }
}

impl Example {
    fn step(&mut self, block: &Block) -> Result<(), String> {
        let is_address = block.rest.starts_with('/');
        match block.word.as_str() {
            "md" | "toml" | "csv" | "html" | "css" | "ftl"
                if !is_address && !block.rest.is_empty() =>
            {
                let (path, body) = file(block)?;
                self.write(path, body)
            }
            "edit" => {
                let (path, body) = file(block)?;
                match self.project.files.contains_key(&source_path(path)) {
                    true => self.write(path, body),
                    false => Err(format!("there is no {path} to edit")),
                }
            }
            "delete" => self.delete(block),
            "picture" => self.picture(block),
            "paper" => self.paper(block),
            "flaw" => self.flaw(block),
            "console" => self.console(&block.body),
            _ => self.expect(block),
        }
    }

    fn write(&mut self, path: &str, body: String) -> Result<(), String> {
        self.project.text(path, &body);
        let content = Content::Text(body.into());
        self.pending.push(change(&source_path(path), content));
        Ok(())
    }

    fn delete(&mut self, block: &Block) -> Result<(), String> {
        let path = source_path(&block.rest);
        if !block.body.is_empty() || self.project.files.remove(&path).is_none() {
            return Err(format!("“{path}” is not there, or its block is not empty"));
        }
        self.pending.push(change(&path, Content::Gone));
        Ok(())
    }

    fn picture(&mut self, block: &Block) -> Result<(), String> {
        let wrong = || "write: picture PATH WIDTHxHEIGHT moves deep png".to_owned();
        let (path, rest) = block.rest.split_once(' ').ok_or_else(wrong)?;
        let (size, traits) = rest.split_once(' ').unwrap_or((rest, ""));
        let (width, height) = size.split_once('x').ok_or_else(wrong)?;
        let number = |text: &str| text.parse().map_err(|_| wrong());
        self.project.picture(path, number(width)?, number(height)?);
        let path = source_path(path);
        if let Some(Content::Picture(picture)) = self.project.files.get_mut(&path) {
            for word in traits.split_whitespace() {
                match word {
                    "moves" => picture.moves = true,
                    "deep" => picture.is_deep = true,
                    "png" => picture.format = PictureFormat::Png,
                    _ => return Err(wrong()),
                }
            }
        }
        self.pending.push(change(&path, self.project.files[&path].clone()));
        Ok(())
    }

    /// A paper, and what it tells.
    fn paper(&mut self, block: &Block) -> Result<(), String> {
        let (path, told) = block.rest.split_once(' ').unwrap_or((&block.rest, ""));
        let mut tells = Tells::default();
        for word in told.split_whitespace() {
            match word {
                "place" => tells.place = true,
                "camera" => tells.camera = true,
                "names" => tells.names = true,
                "unseen" => tells.unseen = true,
                _ => return Err("write: paper PATH place camera names unseen".to_owned()),
            }
        }
        let content = Content::File { hash: Hash::of(path.as_bytes()), tells };
        let path = source_path(path);
        self.project.files.insert(path.clone(), content.clone());
        self.pending.push(change(&path, content));
        Ok(())
    }

    /// A file that is there and cannot be used.
    fn flaw(&mut self, block: &Block) -> Result<(), String> {
        let (path, flaw) = block.rest.rsplit_once(' ').ok_or("write: flaw PATH WHICH")?;
        let flaw = match flaw {
            "unreadable" => Flaw::Unreadable("Permission denied".to_owned()),
            "not-utf8" => {
                Flaw::NotUtf8 { at: 20, text: "---\ntitle: On a ferr\u{FFFD}\n---\n".into() }
            }
            "too-large" => Flaw::TooLarge { size: 31_000_000, limit: 20_000_000 },
            "leaves-tree" => Flaw::LeavesTree,
            "shortcut-to-other-kind" => Flaw::StrangeLink,
            "broken-shortcut" => Flaw::BadLink,
            "bad-picture" => Flaw::BadPicture("the file ends too early".to_owned()),
            "bad-recording" => {
                Flaw::BadRecording(Fault { why: "it is stored in fragments", remake: Remake::Copy })
            }
            "tells-place" => Flaw::TellsPlace,
            "other-kind" => Flaw::OtherKind { is: Some("a JPEG photo"), remedy: "Name it .jpg" },
            "bad-name" => Flaw::BadName,
            "twin-name" => Flaw::TwinName,
            _ => return Err(format!("nobody knows the flaw {flaw}")),
        };
        let path = source_path(path);
        self.project.files.insert(path.clone(), Content::Flawed(flaw.clone()));
        self.pending.push(change(&path, Content::Flawed(flaw)));
        Ok(())
    }

    /// `$ storywall build --today 2027-01-16 --audience public`: the same files, told otherwise.
    fn console(&mut self, body: &str) -> Result<(), String> {
        self.options = options();
        let words =
            body.trim().strip_prefix("$ storywall build").ok_or("write: $ storywall build")?;
        let mut words = words.split_whitespace();
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("{word} needs a value"));
            match word {
                "--drafts" => self.options.drafts = true,
                "--base-url" => self.options.base_url = Some(value()?.to_owned()),
                "--today" => {
                    let day = storywall::base::date::parse_date(value()?);
                    self.options.today = day.map_err(|mistake| mistake.message)?;
                }
                "--audience" if value()? == "public" => {
                    self.options.audience = BuildAudience::Public;
                }
                _ => return Err(format!("build has no {word}")),
            }
        }
        self.workspace = Workspace::new(self.options.clone());
        self.pending = self.project.changes();
        Ok(())
    }

    fn expect(&mut self, block: &Block) -> Result<(), String> {
        self.settle();
        let state = self.now.as_mut().expect("settled");
        state.reported |= block.word == "report";
        let fresh = expect::fresh(block, state, &self.before)?;
        if fresh != block.body {
            let told = difference(&block.body, &fresh);
            self.outcome.differences.push(format!("line {}: {told}", block.line));
            self.outcome.rewritten.push((block.range.clone(), fresh));
        }
        Ok(())
    }

    /// Makes the site what its files are now.
    fn settle(&mut self) {
        if self.pending.is_empty() && self.now.is_some() {
            return;
        }
        self.leave();
        let snapshot = self.workspace.apply(std::mem::take(&mut self.pending));
        let pages = Pages::of(&snapshot);
        if let Some(last) = self.now.take() {
            let fresh = self.project.open(self.options.clone());
            if Pages::of(&fresh) != pages || fresh.diagnostics() != snapshot.diagnostics() {
                self.outcome.failures.push("a site opened now would be another one".to_owned());
            }
            self.before = last.pages;
        }
        self.now = Some(State { snapshot, pages, reported: false });
    }

    /// A site with complaints is left: some block must have named them.
    fn leave(&mut self) {
        if let Some(state) = self.now.as_ref().filter(|state| !state.reported && !state.is_fine()) {
            let report = state.report();
            self.outcome.failures.push(format!("there is no report block for this:\n{report}"));
        }
    }

    fn end(&mut self, test: &Test) {
        let expects = test.blocks.iter().any(|block| expect::WORDS.contains(&block.word.as_str()));
        if !expects || !self.pending.is_empty() {
            self.outcome.failures.push("the last files are not held against anything".to_owned());
        }
        self.leave();
    }
}

/// The path and the text of a file; `escaped` behind the path lets the unseen be written.
fn file(block: &Block) -> Result<(&str, String), String> {
    match block.rest.strip_suffix(" escaped") {
        Some(path) => Ok((path, unescaped(&block.body)?)),
        None => Ok((&block.rest, block.body.clone())),
    }
}

/// `\r`, `\t` and `\u{202e}` as they are meant.
fn unescaped(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let (sign, tail) = match after.strip_prefix("u{").and_then(|code| code.split_once('}')) {
            Some((code, tail)) => {
                (u32::from_str_radix(code, 16).ok().and_then(char::from_u32), tail)
            }
            None => {
                let known = [('r', '\r'), ('n', '\n'), ('t', '\t'), ('\\', '\\')];
                let found = known.iter().find(|(letter, _)| after.starts_with(*letter));
                (found.map(|(_, sign)| *sign), after.get(1..).unwrap_or_default())
            }
        };
        out.push(sign.ok_or_else(|| format!("what is \\{after}"))?);
        rest = tail;
    }
    Ok(out + rest)
}

/// The lines that differ, between those that both have.
fn difference(expected: &str, found: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[same..].iter().rev().zip(new[same..].iter().rev());
    let tail = tail.take_while(|(a, b)| a == b).count();
    let mut told = format!("this is not what there is, after {same} lines");
    for line in &old[same..old.len() - tail] {
        told.push_str(&format!("\n  - {line}"));
    }
    for line in &new[same..new.len() - tail] {
        told.push_str(&format!("\n  + {line}"));
    }
    told
}
