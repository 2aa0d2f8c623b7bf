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
    /// What readers see now.
    fn manifest(&self) -> &Manifest;

    /// Takes the bytes of one address, out of readers' sight until `commit`.
    fn put(&self, address: &UrlPath, row: ManifestRow, bytes: &[u8]) -> anyhow::Result<()>;

    /// Forgets what was put: it will not be shown.
    fn abandon(&mut self);

    /// Shows readers `next`, and takes away what is not in it. Each of its rows stands in
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
    ForeignFiles(Vec<PathBuf>),
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
