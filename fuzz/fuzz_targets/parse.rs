//! Any bytes that are text, as a file of any kind. From the repository's root:
//! cargo +nightly fuzz run parse -- -dict=fuzz/parse.dict
#![no_main]

#[path = "../../tests/sound/mod.rs"]
mod sound;

use libfuzzer_sys::{Corpus, fuzz_target};
use storywall::document::Highlighter;

thread_local! {
    // Loading its grammars takes longer than reading most texts.
    static HIGHLIGHTER: Highlighter = Highlighter::new();
}

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Some((kind, rest)) = bytes.split_first() else { return Corpus::Reject };
    let Ok(text) = std::str::from_utf8(rest) else { return Corpus::Reject };
    let paths = sound::paths();
    let path = &paths[usize::from(*kind) % paths.len()];
    HIGHLIGHTER.with(|highlighter| sound::assert_sound(path, text, highlighter));
    Corpus::Keep
});
