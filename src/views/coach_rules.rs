//! What the coach says, and by which words and limits it reads: one small script beside the page where
//! a story is written, fetched when its author asks for a question. A script can also be fetched from a
//! folder without a server.

use serde_json::{Map, Value, json};

use super::scene::Scene;
use crate::coach::{Coach, LANGUAGES};
use crate::config::CoachMode;
use crate::language::Arg;
use crate::site::Site;

/// The texts that stand there, by their keys. What needs other stories is not among the questions.
const TEXTS: [&str; 12] = [
    "write-coach-title",
    "write-coach-like",
    "write-coach-more",
    "write-coach-yours",
    "write-coach-away",
    "coach-nothing-to-ask",
    "coach-ask-who-was-there",
    "coach-ask-what-did-you-do",
    "coach-ask-where-were-you",
    "coach-ask-how-did-you-do-it",
    "coach-ask-what-was-done",
    "coach-ask-who-should-read",
];

/// Whether somebody who writes a story can ask for a question.
pub(crate) fn is_shown(site: &Site) -> bool {
    site.invites() && site.config.coach_mode() != CoachMode::Off
}

/// The rules of all languages, with the words of the site, and the texts of this one.
pub(crate) fn script(scene: &Scene<'_>) -> Vec<u8> {
    let coach = Coach::new(&scene.site.coach);
    let rules = |language: &str| Some(coach.rules(language)?.json(language));
    let rules: Vec<Value> = LANGUAGES.into_iter().filter_map(rules).collect();
    let text = |key: &str| (key.to_owned(), json!(scene.text(key)));
    let mut texts: Map<String, Value> = TEXTS.into_iter().map(text).collect();
    let short = scene.text_with("write-coach-short", &[("n", Arg::Text("{n}"))]);
    texts.insert("write-coach-short".to_owned(), json!(short));
    // JSON is JavaScript. <https://tc39.es/proposal-json-superset/>
    format!("coach.begin({});\n", json!({ "rules": rules, "texts": texts })).into_bytes()
}
