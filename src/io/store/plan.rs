//! The plan of a build: what has to be done so that a place is equal to the site. It is computed
//! from the manifest of the place and the addresses of the site, before anything is written.
//!
//! Whether an address differs is known only when it is rendered, and ten thousand pages are not
//! kept in memory until then. So the plan says what is looked at, in which order, and what goes;
//! `is_standing` decides for each address when its hash is known.

use std::collections::BTreeSet;

use anyhow::ensure;

use crate::base::{Hash, Stage, UrlPath};
use crate::io::manifest::{Manifest, ManifestRow};

/// The steps of a build, in order.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Plan<'a> {
    /// Addresses that are put if they differ: those of one stage in any order, and all of them
    /// before those of the next.
    pub(crate) stages: Vec<Vec<&'a UrlPath>>,
    /// Addresses that are removed at the end, because the site does not have them.
    pub(crate) deletes: Vec<UrlPath>,
    /// The number of addresses that need no check, because the site was built from the same input.
    pub(crate) untouched: usize,
}

impl<'a> Plan<'a> {
    /// Plans to put `wanted` where `standing` is. `made_of` is a hash of everything that the site
    /// depends on, if it is known: a site that was made of the same is left alone.
    ///
    /// Fails if no place could hold the site, because a page has the name of a folder.
    pub(crate) fn new(
        wanted: &'a [(UrlPath, Stage)],
        made_of: Option<Hash>,
        standing: &Manifest,
    ) -> anyhow::Result<Plan<'a>> {
        let addresses: BTreeSet<&UrlPath> = wanted.iter().map(|(address, _)| address).collect();
        if is_made_of(&addresses, made_of, standing) {
            return Ok(Plan { stages: vec![], deletes: vec![], untouched: addresses.len() });
        }
        refuse_overlaps(&addresses)?;
        let of_stage = |stage: &Stage| {
            let of_it = wanted.iter().filter(|(_, it)| it == stage).map(|(address, _)| address);
            of_it.collect::<BTreeSet<_>>().into_iter().collect()
        };
        let is_stale = |address: &&UrlPath| !addresses.contains(*address);
        Ok(Plan {
            stages: Stage::ALL.iter().map(of_stage).collect(),
            deletes: standing.rows.keys().filter(is_stale).cloned().collect(),
            untouched: 0,
        })
    }
}

/// The row of an address whose file is already correct: it has the same hash and is not in doubt.
pub(crate) fn is_standing(
    standing: &Manifest,
    address: &UrlPath,
    hash: Hash,
) -> Option<ManifestRow> {
    standing.get(address).filter(|row| row.hash == hash)
}

/// Whether exactly these addresses exist, none is in doubt, and all were built from the same input.
fn is_made_of(addresses: &BTreeSet<&UrlPath>, made_of: Option<Hash>, standing: &Manifest) -> bool {
    made_of.is_some()
        && standing.made_of == made_of
        && addresses.len() == standing.rows.len()
        && addresses.iter().all(|address| standing.get(address).is_some())
}

/// No place can hold both `a` and `a/b`.
fn refuse_overlaps(addresses: &BTreeSet<&UrlPath>) -> anyhow::Result<()> {
    // Neighbouring addresses often lie in the same folder, so each folder is checked about once.
    let mut last = "";
    for address in addresses.iter().map(|address| address.as_str()) {
        let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
        if std::mem::replace(&mut last, folder) == folder {
            continue;
        }
        let ends = folder.match_indices('/').map(|(end, _)| end).chain([folder.len()]);
        for above in ends.filter_map(|end| UrlPath::new(&folder[..end])) {
            ensure!(
                !addresses.contains(&above),
                "the site has a page at {above} and one below it, at {address}",
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
