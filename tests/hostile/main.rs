//! Attacks, each seen to succeed before it was mended: by whoever writes a text, opens a pull
//! request that is built, or can write beside the site.
#![expect(clippy::disallowed_methods, reason = "attacks come from outside")]

mod bounds;
mod drawings;
mod exports;
mod fields;
mod gone;
mod growth;
mod ids;
mod links;
mod long_report;
mod marks;
mod names;
mod preview;
mod program;
#[path = "../project/mod.rs"]
mod project;
mod recordings;
mod repository;
mod shared_folder;
mod slips;
#[path = "../sound/mod.rs"]
mod sound;
mod spellings;
mod surroundings;
mod texts;
mod withheld;
