//! The outside world: the project's folder, the places where the site is put, and the preview.

#![expect(clippy::disallowed_methods, reason = "io is the edge: the disk comes in here")]

pub(crate) mod cache;
pub(crate) mod darkroom;
pub(crate) mod destination;
pub(crate) mod dir;
pub(crate) mod disk;
pub(crate) mod files;
pub(crate) mod folder;
pub(crate) mod following;
pub(crate) mod git;
pub(crate) mod git_history;
pub(crate) mod git_index;
mod git_lfs;
pub(crate) mod http;
pub(crate) mod key;
pub(crate) mod live;
pub(crate) mod manifest;
mod opened;
pub mod store;
pub(crate) mod target_folder;
pub(crate) mod watch;

pub use cache::Cache;
pub use darkroom::Darkroom;
pub use files::ProjectFiles;
pub use folder::Folder;
pub(crate) use folder::Hint;
pub(crate) use following::Following;
pub use key::Key;
pub(crate) use live::Live;
pub(crate) use opened::Opened;
pub use store::{Pages, Synced, sync};
pub use watch::{How, Stopper, Watch};
