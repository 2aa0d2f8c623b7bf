//! All that can be seen of a project, and where two of them part.

use std::collections::BTreeMap;

use crate::project::human;
use rayon::prelude::*;
use storywall::base::{Body, Diagnostic, Hash, UrlPath};
use storywall::preview::{self, Answer, Editor, PreviewOptions, PreviewRequest};
use storywall::site::BuildOptions;
use storywall::workspace::Snapshot;

/// What an address answers: the hash, the media type or what is read from the disk, the bytes.
type Rendered = Result<(Hash, String, Vec<u8>), String>;

/// Which of the pages are compared: all of them once in so many times, else a third.
#[derive(Clone, Copy)]
pub(crate) struct Part(pub(crate) u64);

impl Part {
    fn holds(self, address: &UrlPath) -> bool {
        self.0.is_multiple_of(6) || self.is_one_in(3, address)
    }

    fn is_one_in(self, times: u64, address: &UrlPath) -> bool {
        let sum: u64 = address.as_str().bytes().map(u64::from).sum();
        (sum + self.0).is_multiple_of(times)
    }
}

/// All that can be seen of a snapshot.
#[derive(PartialEq)]
pub(crate) struct Seen {
    answers: BTreeMap<String, Rendered>,
    diagnostics: Vec<Diagnostic>,
    /// What the preview adds to a few of the pages.
    bars: BTreeMap<String, String>,
    report: String,
    photos: String,
    stages: Vec<String>,
    files: usize,
}

impl Seen {
    pub(crate) fn of(snapshot: &Snapshot, options: &BuildOptions, part: Part) -> Seen {
        let addresses: Vec<&UrlPath> =
            snapshot.addresses().filter(|address| part.holds(address)).collect();
        let answer = |address: &UrlPath| {
            let output = snapshot.render(address).expect("an address of the snapshot");
            let output = output.map_err(|mistake| format!("{mistake:?}"));
            let seen = output.map(|output| match output.body {
                Body::Bytes(bytes) => (output.hash, output.media_type.to_owned(), bytes),
                other => (output.hash, format!("{} {other:?}", output.media_type), vec![]),
            });
            (address.to_string(), seen)
        };
        let bar = |address: &&UrlPath| {
            let bar = part.is_one_in(24, address).then(|| bar(snapshot, options, address));
            bar.flatten().map(|bar| (address.to_string(), bar))
        };
        let diagnostics = snapshot.diagnostics().to_vec();
        Seen {
            answers: addresses.par_iter().map(|address| answer(address)).collect(),
            bars: addresses.iter().filter_map(bar).collect(),
            report: human(snapshot, &diagnostics),
            diagnostics,
            photos: format!("{:?}", snapshot.photos()),
            stages: snapshot.stages().map(|(at, stage)| format!("{at} {stage:?}")).collect(),
            files: snapshot.files,
        }
    }

    /// How it differs from what is wanted; nothing if it does not.
    pub(crate) fn unlike(&self, wanted: &Seen) -> Option<String> {
        if self == wanted {
            return None;
        }
        let mut told = vec![];
        for (address, answer) in &wanted.answers {
            match self.answers.get(address) {
                None => told.push(format!("/{address} is wanting")),
                Some(own) if own != answer => {
                    told.push(format!("/{address} differs: {}", parted(own, answer)))
                }
                Some(_) => {}
            }
        }
        let more = self.answers.keys().filter(|address| !wanted.answers.contains_key(*address));
        told.extend(more.map(|address| format!("/{address} is there, and should not be")));
        if self.diagnostics != wanted.diagnostics {
            let others = |a: &Seen, b: &Seen| -> Vec<String> {
                let only = a.diagnostics.iter().filter(|told| !b.diagnostics.contains(told));
                only.map(|told| format!("{told:?}")).collect()
            };
            told.push(format!(
                "diagnostics differ\n  too many: {:#?}\n  wanting: {:#?}",
                others(self, wanted),
                others(wanted, self)
            ));
        } else if self.report != wanted.report {
            told.push("the report differs".to_owned());
        }
        for (address, bar) in &wanted.bars {
            if self.bars.get(address) != Some(bar) {
                told.push(format!("the preview's bar of /{address} differs"));
            }
        }
        if self.photos != wanted.photos {
            told.push(format!("photos differ: {} instead of {}", self.photos, wanted.photos));
        }
        if self.stages != wanted.stages {
            told.push("addresses are in another order, or published in other stages".to_owned());
        }
        if self.files != wanted.files {
            told.push(format!("{} files instead of {}", self.files, wanted.files));
        }
        told.truncate(12);
        Some(told.join("\n"))
    }
}

/// What the preview adds to a page, and nothing to what is none.
fn bar(snapshot: &Snapshot, options: &BuildOptions, address: &UrlPath) -> Option<String> {
    let request = PreviewRequest {
        snapshot,
        address,
        options: &PreviewOptions::parse(""),
        base: options,
        mount: "/",
        number: 1,
        editor: &Editor::None,
        root: "/project",
        moved: None,
        thanks: None,
        built: None,
    };
    match preview::answer(&request) {
        Answer::Page(page) => Some(page.bar),
        Answer::Other(_) => None,
    }
}

/// Where two answers part.
fn parted(own: &Rendered, wanted: &Rendered) -> String {
    let (Ok((_, _, own)), Ok((_, _, wanted))) = (own, wanted) else {
        return "one of them cannot be made, or is no page".to_owned();
    };
    let at = own.iter().zip(wanted).take_while(|(a, b)| a == b).count();
    let around = |bytes: &[u8]| {
        let part = &bytes[at.saturating_sub(40)..bytes.len().min(at + 60)];
        String::from_utf8_lossy(part).into_owned()
    };
    format!("“{}” instead of “{}”", around(own), around(wanted))
}
