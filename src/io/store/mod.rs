//! Places where the site can be put, and making one equal to the site: `build` is `plan`, `sync`
//! and a store.

#[cfg(test)]
mod memory;
mod opening;
mod plan;
#[cfg(test)]
mod suite;
mod sync;

use std::path::PathBuf;

pub use opening::{Destination, open};
pub use sync::{Pages, Synced, sync};

use super::manifest::{Manifest, ManifestRow};
use crate::base::UrlPath;

/// A place where the site can be put.
pub trait Store: Sync {
    /// The manifest of the site that readers see now.
    fn manifest(&self) -> &Manifest;

    /// Stores the bytes of one address. Readers do not see them before `commit`.
    fn put(&self, address: &UrlPath, row: ManifestRow, bytes: &[u8]) -> anyhow::Result<()>;

    /// Discards everything that was put since the last `commit`.
    fn abandon(&mut self);

    /// Shows readers the site `next`, and removes all other pages. Each row of `next` must be in
    /// `manifest()` or must have been put since. If it fails, readers see what they saw before.
    fn commit(&mut self, next: Manifest) -> anyhow::Result<()>;

    /// Remarks on this place for the person who publishes, as far as they are known by now.
    fn remarks(&self) -> Vec<Remark>;
}

/// Something about a place that is not as a build left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The site at this place is not trusted, so all of it is written again.
    Doubted(Doubt),
    /// Files that somebody else put there, published with the site; by their paths in it.
    ForeignFiles(Vec<PathBuf>),
    /// Files that somebody else put there and that are not published any more; where they are now.
    SetAside(Vec<PathBuf>),
}

/// Why a site is not trusted to be ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Git keeps it, so whoever changes the project may have changed it.
    KeptInGit,
    /// It has no valid seal of this key.
    NoSeal,
}
