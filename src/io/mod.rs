//! The outside world: the project's folder, the places where the site is put, and those who look.

#![expect(clippy::disallowed_methods, reason = "io is the edge: the disk comes in here")]

pub mod cache;
pub mod darkroom;
pub mod destination;
pub mod dir;
pub mod disk;
pub mod files;
pub mod folder;
pub mod following;
pub mod git_index;
pub mod http;
pub mod key;
pub mod live;
pub mod manifest;
mod opened;
pub mod store;
pub mod target_folder;
pub mod watch;

pub use cache::Cache;
pub use darkroom::Darkroom;
pub use files::Files;
pub use folder::{Folder, Hint};
pub use following::Following;
pub use key::Key;
pub use live::Live;
pub use opened::Opened;
pub use store::{Pages, Render, Store, Synced, sync};
pub use watch::{How, Stopper, Watch};
