//! Storywall: a folder of Markdown becomes a company's ambassador handbook and story wall.

pub mod base;
pub mod check;
pub mod cli;
pub mod config;
pub mod data;
pub mod document;
pub mod io;
pub mod language;
pub mod look;
pub mod picture;
pub mod preview;
pub mod report;
pub mod site;
pub mod speaking;
pub mod views;
pub mod workspace;
