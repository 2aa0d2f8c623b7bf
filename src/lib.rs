//! Storywall: a folder of Markdown becomes a company's ambassador handbook and story wall.

pub mod base;
pub mod config;
pub mod data;
pub mod language;
pub mod look;
pub mod report;
