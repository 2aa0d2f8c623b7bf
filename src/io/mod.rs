//! The outside world: the project's folder, and the places where the site is put.

#![expect(clippy::disallowed_methods, reason = "io is the edge: the disk comes in here")]

pub mod cache;
pub mod darkroom;
pub mod disk;
pub mod files;
pub mod folder;
pub mod manifest;
pub mod store;
pub mod watch;

pub use cache::Cache;
pub use darkroom::Darkroom;
pub use disk::Disk;
pub use files::Files;
pub use folder::{Folder, Hint};
pub use store::{Pages, Render, Store, Synced, sync};
pub use watch::{How, Stopper, Watch};
