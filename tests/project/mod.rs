//! A project in memory: files in, pages out. No disk, no clock.
#![allow(dead_code, reason = "every test uses its own part of it")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use storywall::base::{
    Body, Change, Content, Date, Diagnostic, Hash, Picture, PictureFormat, SourcePath, UrlPath,
};
use storywall::report::{self, Report, Screen};
use storywall::site::{BuildAudience, BuildOptions};
use storywall::workspace::{Snapshot, Workspace};

/// The day of every test that names no other.
pub(crate) fn today() -> Date {
    Date::constant(2026, 11, 21)
}

pub(crate) fn options() -> BuildOptions {
    BuildOptions {
        today: today(),
        drafts: false,
        audience: BuildAudience::Internal,
        base_url: None,
    }
}

pub(crate) fn public() -> BuildOptions {
    BuildOptions { audience: BuildAudience::Public, ..options() }
}

/// The files of a project by path.
#[derive(Clone, Debug, Default)]
pub(crate) struct Project {
    pub(crate) files: BTreeMap<SourcePath, Content>,
}

impl Project {
    /// The least that is a site without a complaint: a name, a purpose, somebody to ask.
    pub(crate) fn small() -> Project {
        let mut project = Project::default();
        project.text(
            "site.toml",
            "title = \"Harbour Line\"\nbase_url = \"https://people.harbour.example/\"\n",
        );
        project.text(
            "content/programme.toml",
            "[purpose]\nsentence = \"People believe people.\"\n\n[may]\ncontact = \"anna-bech\"\n",
        );
        project.text(
            "content/people/anna-bech.md",
            "---\nname: Anna Bech\nrole: Story helper\ncontact: {phone: local 4411}\n---\n",
        );
        project
    }

    pub(crate) fn text(&mut self, path: &str, text: &str) {
        self.files.insert(source_path(path), Content::Text(text.into()));
    }

    /// A photo of so many pixels; its name stands for its content.
    pub(crate) fn picture(&mut self, path: &str, width: u32, height: u32) {
        let format = match path.rsplit('.').next() {
            Some("png") => PictureFormat::Png,
            Some("gif") => PictureFormat::Gif,
            Some("webp") => PictureFormat::Webp,
            Some("heic") => PictureFormat::Heic,
            Some("svg") => PictureFormat::Svg,
            _ => PictureFormat::Jpeg,
        };
        let hash = Hash::of(path.as_bytes());
        let picture = Picture { format, width, height, hash, moves: false, is_deep: false };
        self.files.insert(source_path(path), Content::Picture(picture));
    }

    pub(crate) fn remove(&mut self, path: &str) {
        self.files.remove(&source_path(path));
    }

    /// The folder `root` as `build` reads it.
    pub(crate) fn on_disk(root: &Path) -> Project {
        let mut folder = storywall::io::Folder::open(root).expect("a folder that can be read");
        let changes = folder.changes().expect("files that can be read");
        Project { files: changes.into_iter().map(|it| (it.path, it.content)).collect() }
    }

    pub(crate) fn changes(&self) -> Vec<Change> {
        let files = self.files.iter();
        files.map(|(path, content)| change(path, content.clone())).collect()
    }

    pub(crate) fn open(&self, options: BuildOptions) -> Arc<Snapshot> {
        Workspace::new(options).apply(self.changes())
    }
}

pub(crate) fn change(path: &SourcePath, content: Content) -> Change {
    Change { path: path.clone(), content }
}

pub(crate) fn source_path(path: &str) -> SourcePath {
    SourcePath::new(path).unwrap_or_else(|| panic!("“{path}” is no path of a project"))
}

/// What every address answers, and what cannot be rendered.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Pages {
    /// Bytes by address; of a picture or a file, its name and hash.
    pub(crate) all: BTreeMap<String, Vec<u8>>,
    pub(crate) mistakes: Vec<Diagnostic>,
}

impl Pages {
    pub(crate) fn of(snapshot: &Snapshot) -> Pages {
        let addresses: Vec<&UrlPath> = snapshot.addresses().collect();
        let rendered: Vec<_> = addresses
            .into_par_iter()
            .map(|address| {
                let output = snapshot.render(address).expect("an address of the snapshot");
                (address.to_string(), output.map(|output| (output.hash, output.body)))
            })
            .collect();
        let mut pages = Pages::default();
        for (address, output) in rendered {
            match output {
                Ok((_, Body::Bytes(bytes))) => drop(pages.all.insert(address, bytes)),
                Ok((
                    hash,
                    Body::Photo { path, .. }
                    | Body::Drawing { path, .. }
                    | Body::Recording { path, .. }
                    | Body::File(path),
                )) => {
                    drop(pages.all.insert(address, format!("{path} {}", hash.short()).into_bytes()))
                }
                Err(mistake) => pages.mistakes.push(mistake),
            }
        }
        // One mistake of a template stands on many pages.
        pages.mistakes.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        pages.mistakes.dedup();
        pages
    }

    pub(crate) fn text(&self, address: &str) -> Option<&str> {
        let bytes = self.all.get(address.trim_start_matches('/'))?;
        std::str::from_utf8(bytes).ok()
    }

    /// A text without the hashes of the look's own files, which change with every rule of its
    /// stylesheet.
    pub(crate) fn without_hashes(&self, text: &str) -> String {
        let assets = self.all.keys().filter(|address| address.starts_with("assets/"));
        assets.fold(text.to_owned(), |text, address| {
            let (stem, ending) = address.rsplit_once('.').expect("an asset has an ending");
            let (name, _) = stem.rsplit_once('-').expect("an asset has a hash");
            text.replace(address.as_str(), &format!("{name}.{ending}"))
        })
    }

    /// The pages for people to read.
    pub(crate) fn html(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.all.iter().filter(|(address, _)| address.ends_with(".html"));
        pages.map(|(address, bytes)| {
            (address.as_str(), std::str::from_utf8(bytes).expect("a page is text"))
        })
    }

    /// Addresses whose bytes differ, with what happened to them.
    pub(crate) fn changed_since(&self, before: &Pages) -> Vec<String> {
        let gone = before.all.keys().filter(|address| !self.all.contains_key(*address));
        let mut changed: Vec<(String, &str)> =
            gone.map(|address| (address.clone(), "  (gone)")).collect();
        for (address, bytes) in &self.all {
            match before.all.get(address) {
                Some(old) if old == bytes => {}
                Some(_) => changed.push((address.clone(), "")),
                None => changed.push((address.clone(), "  (new)")),
            }
        }
        changed.sort();
        changed.into_iter().map(|(address, what)| format!("/{address}{what}")).collect()
    }
}

/// The report that people read.
pub(crate) fn human(snapshot: &Snapshot, diagnostics: &[Diagnostic]) -> String {
    let text_of = |path: &_| snapshot.text(path);
    let files = snapshot.files;
    let report = Report { diagnostics, text_of: &text_of, files, checks_page: None };
    report::human(&report, Screen::default())
}
