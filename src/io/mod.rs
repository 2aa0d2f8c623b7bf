//! The outside world: the project's folder, and the places where the site is put.

pub mod files;
pub mod folder;
