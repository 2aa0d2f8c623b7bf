//! Storywall: a folder of Markdown becomes a company's ambassador handbook and story wall.

pub mod base;
pub mod picture;

pub mod io;
