//! Rewrites the published tree file by file, where the folder itself cannot be exchanged.

use std::path::Path;

use anyhow::ensure;
use rayon::prelude::*;

use super::inventory::{ForeignFiles, Inventory, OwnFiles, address};
use super::record::Record;
use super::tree::Tree;
use crate::io::manifest::Manifest;

/// Rewrites in place. Meanwhile the record marks every file that changes as in doubt. Of a tree
/// that may be somebody else's, only the files of `own` may be overwritten or removed.
pub(super) fn pour(
    live: &Tree,
    spare: &Tree,
    inventory: &Inventory,
    next: &Record,
    foreign: &ForeignFiles,
    own: &OwnFiles,
) -> anyhow::Result<()> {
    refuse_others(live, inventory, foreign, own)?;
    let mut before = inventory.manifest.clone();
    if inventory.is_unknown {
        before.rows.extend(own.iter().map(|(address, _)| (address.clone(), None)));
    }
    let poured = &next.stamps;
    let next = &next.manifest;
    let mut record = Record { manifest: before.between(next), ..Record::default() };
    record.stamps = inventory.stamps.clone();
    record.stamps.retain(|address, _| record.manifest.get(address).is_some());
    live.write_record(record.clone())?;
    let written = next.rows.par_iter().filter(|(address, row)| before.get(address) != **row).map(
        |(address, _)| {
            let known = *poured.get(address).expect("what was put has a stamp");
            Ok((address.clone(), live.copy(address.as_str(), spare, known)?))
        },
    );
    let written = written.collect::<anyhow::Result<Vec<_>>>()?;
    for address in before.rows.keys().filter(|it| !next.rows.contains_key(*it)) {
        live.remove(address.as_str())?;
        for (end, _) in address.as_str().rmatch_indices('/') {
            live.remove_folder(&address.as_str()[..end])?;
        }
    }
    record.manifest = Manifest::clone(next);
    record.stamps.extend(written);
    live.write_record(record)
}

/// Refuses to go on if the folder holds files that are not ours and must not be published: they
/// cannot be moved away, because the folder is on another disk than the workshop.
fn refuse_others(
    live: &Tree,
    inventory: &Inventory,
    foreign: &ForeignFiles,
    own: &OwnFiles,
) -> anyhow::Result<()> {
    let mut others: Vec<String> =
        foreign.left.iter().map(|name| Path::new(name).display().to_string()).collect();
    if inventory.is_unknown {
        for name in live.survey()?.files.keys() {
            let file = address(name).and_then(|address| Some((address, live.digest(name)?)));
            if !file.is_some_and(|file| own.contains(&file)) {
                others.push(Path::new(name).display().to_string());
            }
        }
    }
    ensure!(
        others.is_empty(),
        "{} contains {} files that Storywall did not make or that were changed, and cannot move \
         them, because the folder is a disk of its own: move them elsewhere ({}{})",
        live.shown.display(),
        others.len(),
        others[..others.len().min(5)].join(", "),
        if others.len() > 5 { ", …" } else { "" }
    );
    Ok(())
}

#[cfg(test)]
mod tests;
