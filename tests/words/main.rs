//! The example is one company with one history: what its texts say of numbers, days, people and
//! promises agrees with its data and from one language to the next, one thing has one name, and what
//! is said of the program is so (`claims.toml`).
#![expect(clippy::disallowed_methods, reason = "it reads the example that it judges")]

mod claims;
mod facts;
mod pages;
#[path = "../project/mod.rs"]
mod project;
mod reading;
mod terms;
mod translations;

/// Fails with all that is wrong, a line each.
#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
