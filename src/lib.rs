//! Storywall: a folder of Markdown becomes a company's ambassador handbook and story wall.
//!
//! What is `pub` in the rooms is what the program (`cli::main`), the tests, the benches and the fuzz
//! targets use, and no more: all else is `pub(crate)`, so the compiler sees what nobody uses.

pub mod base;
mod chart;
mod check;
pub mod cli;
mod coach;
mod config;
pub mod data;
pub mod document;
mod due;
mod evaluation;
pub mod io;
mod language;
mod look;
pub mod picture;
pub mod preview;
pub mod report;
pub mod site;
mod speaking;
mod submission;
mod views;
pub mod workspace;
