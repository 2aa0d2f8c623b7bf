//! Places where the site can be put, and making one equal to the site: `build` is `plan`, `sync`
//! and a store.

#[cfg(test)]
mod memory;
mod plan;
#[cfg(test)]
mod suite;
mod sync;

use std::path::{Path, PathBuf};

pub use sync::{Pages, Synced, sync};

use super::disk::Disk;
use super::key::Key;
use super::manifest::{Entry, Manifest};
use crate::base::UrlPath;

/// A place where the site can be put.
pub trait Store: Sync {
    /// What readers see now.
    fn manifest(&self) -> &Manifest;

    /// Takes the bytes of one address, out of readers' sight until `commit`.
    fn put(&self, address: &UrlPath, entry: Entry, bytes: &[u8]) -> anyhow::Result<()>;

    /// Forgets what was put: it will not be shown.
    fn abandon(&mut self);

    /// Shows readers `next`, and takes away what is not in it. Each of its entries stands in
    /// `manifest()` or has been put since. If it fails, readers see what they saw before.
    fn commit(&mut self, next: Manifest) -> anyhow::Result<()>;

    /// What whoever publishes should hear of this place, as far as it is known by now.
    fn remarks(&self) -> Vec<Remark>;
}

/// Something about a place that is not as a build left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A site stands there that is not believed, so all of it is made again.
    Doubted(Doubt),
    /// Files that somebody else put there, published with the site; by their paths in it.
    Guests(Vec<PathBuf>),
    /// Files that somebody else put there and that are not published any more; where they are now.
    SetAside(Vec<PathBuf>),
}

/// Why a site is not believed to be ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Git keeps it, so whoever changes the project may have changed it.
    KeptInGit,
    /// It is not sealed with this key.
    NoSeal,
}

/// Where a site is to be put, and what must not be lost there.
#[derive(Clone, Copy, Debug)]
pub struct Destination<'a> {
    pub folder: &'a Path,
    /// The project, which no site may be put into the place of.
    pub project: &'a Path,
    /// Where photos are kept.
    pub cache: &'a Path,
    pub key: &'a Key,
}

/// The store of a destination; nobody else can put a site there meanwhile.
pub fn open(to: &Destination<'_>) -> anyhow::Result<Box<dyn Store>> {
    Ok(Box::new(Disk::open(to.folder, to.project, to.cache, to.key)?))
}
