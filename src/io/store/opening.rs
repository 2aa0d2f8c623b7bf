//! Opens the store for a destination.

use std::path::Path;

use super::Store;
use crate::io::disk::Disk;
use crate::io::key::Key;

/// Where a site is to be put, and what must not be lost there.
#[derive(Clone, Copy, Debug)]
pub struct Destination<'a> {
    pub folder: &'a Path,
    /// The project, which the site must not replace.
    pub project: &'a Path,
    /// Where photos are kept.
    pub cache: &'a Path,
    pub key: &'a Key,
}

/// Opens the store of a destination. While it is open, no other build can publish there.
pub fn open(to: &Destination<'_>) -> anyhow::Result<Box<dyn Store>> {
    Ok(Box::new(Disk::open(to.folder, to.project, to.cache, to.key)?))
}
