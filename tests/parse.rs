//! Reading a file cannot fail and points only at what is there, whatever somebody typed.
#![expect(clippy::disallowed_methods, reason = "it reads the example for texts to spoil")]

mod sound;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use sound::{assert_sound, paths};
use storywall::document::Highlighter;

/// What is most likely to upset a reader of YAML, TOML or Markdown.
const UPSETTING: &[&str] = &[
    "---\n",
    "+++\n",
    "---",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\0",
    "\u{feff}",
    "\u{2028}",
    "\u{202e}",
    "æ",
    "å",
    "ij",
    "👩‍🔧",
    "e\u{301}",
    ":",
    ": ",
    "- ",
    "#",
    "# ",
    "> ",
    "> [!NOTE]\n",
    "```",
    "```rust\n",
    "`",
    "*",
    "**",
    "_",
    "[",
    "]",
    "](",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "| a | b |\n|---|:-:|\n",
    "<",
    ">",
    "<script>",
    "<details>",
    "</div>",
    "<!--",
    "-->",
    "&",
    "&amp;",
    "&#0;",
    "\"",
    "'",
    "{",
    "}",
    "{a: [",
    "[[a]]\n",
    "a = \"",
    "!!python ",
    "&a ",
    "*a",
    "|\n",
    ">-\n",
    "? ",
    "%YAML 1.1\n",
    "...\n",
    "2026-02-30",
    "yes",
    "no",
    "~",
    "null",
    "1e999",
    "0x",
    "title: ",
    "author: ",
    "https://",
    "www.a.example",
    "a@b.example",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(path in select(paths()), text in any::<String>()) {
        assert_sound(&path, &text, &Highlighter::new());
    }

    #[test]
    fn any_text_behind_a_front_matter(
        path in select(paths()),
        front in prop::collection::vec(select(UPSETTING), 0..20),
        body in prop::collection::vec(select(UPSETTING), 0..40),
        toml in any::<bool>(),
    ) {
        let fence = if toml { "+++" } else { "---" };
        let text = format!("{fence}\n{}\n{fence}\n{}", front.concat(), body.concat());
        assert_sound(&path, &text, &Highlighter::new());
    }

    #[test]
    fn a_real_text_that_somebody_spoiled(
        file in any::<Index>(),
        path in select(paths()),
        spoils in prop::collection::vec((any::<Index>(), 0_usize..12, select(UPSETTING)), 1..6),
    ) {
        let texts = real_texts();
        let mut text = texts[file.index(texts.len())].clone();
        for (at, cut, upsetting) in spoils {
            let boundary = |at: usize| (at..=text.len()).find(|at| text.is_char_boundary(*at));
            let start = boundary(at.index(text.len() + 1)).expect("the end is a boundary");
            let end = boundary(text.len().min(start + cut)).expect("the end is a boundary");
            text.replace_range(start..end, upsetting);
        }
        assert_sound(&path, &text, &Highlighter::new());
    }
}

#[test]
fn every_text_of_the_example() {
    let highlighter = Highlighter::new();
    for text in real_texts() {
        for path in &paths() {
            assert_sound(path, &text, &highlighter);
        }
    }
}

fn real_texts() -> Vec<String> {
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/content");
    let texts: Vec<String> = walkdir::WalkDir::new(content)
        .sort_by_file_name()
        .into_iter()
        .filter_map(|entry| Some(entry.ok()?.into_path()))
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .map(|path| std::fs::read_to_string(path).expect("the example is UTF-8"))
        .collect();
    assert!(texts.len() > 100, "the example is there");
    texts
}
