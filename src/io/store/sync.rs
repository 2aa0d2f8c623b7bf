//! Carries out a plan: renders all pages, puts those that differ, and shows the new site.

use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::bail;
use rayon::prelude::*;

use super::Store;
use super::plan::{Plan, is_standing};
use crate::base::{Body, Code, Diagnostic, Flaw, Hash, Output, SourcePath, Span, Stage, UrlPath};
use crate::io::darkroom::Darkroom;
use crate::io::manifest::{Manifest, ManifestRow};

/// A site that is to be published.
pub struct Pages<'a> {
    pub addresses: &'a [(UrlPath, Stage)],
    pub render: &'a Render<'a>,
    /// A hash of everything that what they show depends on, if it is known: where a site that was
    /// made of the same stands already, nothing need be rendered.
    pub made_of: Option<Hash>,
}

/// Renders the content of one address.
pub(crate) type Render<'a> = dyn Fn(&UrlPath) -> Result<Output, Diagnostic> + Sync + 'a;

/// The numbers of addresses that were written, left unchanged and removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Synced {
    pub written: usize,
    pub deleted: usize,
    pub unchanged: usize,
}

/// Renders every address, puts what differs and takes away what is stale. If any address cannot be
/// rendered, nothing changes for readers, and all such mistakes are returned, in order.
/// Bytes are dropped as soon as they are put; nothing is written if nothing differs.
pub fn sync<S: Store + ?Sized>(
    pages: &Pages<'_>,
    darkroom: &Darkroom<'_>,
    store: &mut S,
) -> anyhow::Result<Result<Synced, Vec<Diagnostic>>> {
    let plan = Plan::new(pages.addresses, pages.made_of, store.manifest())?;
    let results = put_all(&plan, pages.render, darkroom, store);
    if !matches!(&results, Ok(results) if results.iter().all(|(_, it)| it.is_fine())) {
        store.abandon();
    }
    let mut synced =
        Synced { unchanged: plan.untouched, deleted: plan.deletes.len(), ..Synced::default() };
    let mut next = Manifest { made_of: pages.made_of, ..Manifest::default() };
    let mut mistakes = vec![];
    for (address, result) in results? {
        let row = match result {
            AddressResult::Unchanged(row) => {
                synced.unchanged += 1;
                row
            }
            AddressResult::Written(row) => {
                synced.written += 1;
                row
            }
            AddressResult::Mistaken(diagnostic) => {
                mistakes.push(*diagnostic);
                continue;
            }
            AddressResult::LeftOut => continue,
        };
        next.rows.insert(address.clone(), Some(row));
    }
    if !mistakes.is_empty() {
        mistakes.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        return Ok(Err(mistakes));
    }
    if synced.written + synced.deleted > 0 {
        store.commit(next).inspect_err(|_| store.abandon())?;
    }
    Ok(Ok(synced))
}

/// The result for one address.
enum AddressResult {
    Unchanged(ManifestRow),
    Written(ManifestRow),
    Mistaken(Box<Diagnostic>),
    /// It was not written, because a mistake was found and nothing will be published.
    LeftOut,
}

impl AddressResult {
    fn is_fine(&self) -> bool {
        matches!(self, AddressResult::Unchanged(_) | AddressResult::Written(_))
    }
}

/// Puts stage by stage, so that a store never has a page without the files that it loads.
fn put_all<'a, S: Store + ?Sized>(
    plan: &Plan<'a>,
    render: &Render<'_>,
    darkroom: &Darkroom<'_>,
    store: &S,
) -> anyhow::Result<Vec<(&'a UrlPath, AddressResult)>> {
    let has_mistakes = AtomicBool::new(false);
    let mut results = Vec::with_capacity(plan.stages.iter().map(Vec::len).sum());
    for stage in &plan.stages {
        let of_stage = stage.par_iter().map(|address| {
            Ok((*address, put_one(address, render, darkroom, store, &has_mistakes)?))
        });
        results.extend(of_stage.collect::<anyhow::Result<Vec<_>>>()?);
    }
    Ok(results)
}

fn put_one<S: Store + ?Sized>(
    address: &UrlPath,
    render: &Render<'_>,
    darkroom: &Darkroom<'_>,
    store: &S,
    has_mistakes: &AtomicBool,
) -> anyhow::Result<AddressResult> {
    let mistaken = |diagnostic| {
        has_mistakes.store(true, Ordering::Relaxed);
        Ok(AddressResult::Mistaken(Box::new(diagnostic)))
    };
    let output = match render(address) {
        Ok(output) => output,
        Err(diagnostic) => return mistaken(diagnostic),
    };
    let hash = output.hash;
    if let Some(row) = is_standing(store.manifest(), address, hash) {
        return Ok(AddressResult::Unchanged(row));
    }
    if has_mistakes.load(Ordering::Relaxed) {
        return Ok(AddressResult::LeftOut);
    }
    let is_of_bytes = matches!(&output.body, Body::Bytes(_));
    let file = match &output.body {
        Body::Bytes(_) => None,
        Body::Photo { path, .. }
        | Body::Drawing { path, .. }
        | Body::Recording { path, .. }
        | Body::File(path) => Some(path.clone()),
    };
    let bytes = match (darkroom.bytes(output), file) {
        (Ok(bytes), _) => bytes,
        (Err(flaw), Some(path)) => return mistaken(unpublishable(path, &flaw)),
        (Err(_), None) => bail!("the page {address} cannot be made"),
    };
    let digest = if is_of_bytes { hash } else { Hash::quick(&bytes) };
    let row = ManifestRow { hash, digest, size: bytes.len() as u64 };
    store.put(address, row, &bytes)?;
    Ok(AddressResult::Written(row))
}

/// The file was usable when the folder was read, so this is rare: it changed during the build.
fn unpublishable(path: SourcePath, flaw: &Flaw) -> Diagnostic {
    let reason = match flaw {
        Flaw::Unreadable(words) | Flaw::BadPicture(words) => words.clone(),
        Flaw::TooLarge { size, limit } => {
            format!("it has {size} bytes, and no more than {limit} are allowed")
        }
        Flaw::LeavesTree | Flaw::StrangeLink => "it is a shortcut (symbolic link) to a file \
                                                 elsewhere"
            .into(),
        Flaw::BadRecording(fault) => fault.why.into(),
        Flaw::TellsPlace => "it reveals where it was recorded".into(),
        Flaw::OtherKind { .. } => "it is of another kind than its name says".into(),
        Flaw::BadLink
        | Flaw::BadName
        | Flaw::NotUtf8 { .. }
        | Flaw::Conflict { .. }
        | Flaw::TextsOutside(_)
        | Flaw::NearlyNamed { .. }
        | Flaw::PhotoOutside
        | Flaw::Hidden { .. }
        | Flaw::TwinName => "it cannot be read as a file".into(),
    };
    let message = format!("“{path}” cannot be published: {reason}");
    Diagnostic::new(Code::ChangedWhilePublishing, Span::file(path), message)
        .hint("Build again if the file was changed a moment ago")
}
