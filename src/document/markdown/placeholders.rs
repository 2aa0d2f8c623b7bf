//! Words of a template that somebody was to replace: `[indsæt navn]`, `[NAVN]`, `TODO`.

use std::ops::Range;

use super::Trust;
use super::run::Run;
use super::walk::Walk;
use crate::base::{Code, Diagnostic};

/// What is to be done, with which words in brackets begin, in small letters.
const BEGINNINGS: &[&str] =
    &["indsæt ", "udfyld ", "skriv her", "insert ", "fill in ", "vul in", "invullen", "voeg in"];
/// What stands in brackets in capitals.
const NAMES: &[&str] = &[
    "NAVN", "DATO", "STED", "TITEL", "TEKST", "FIRMA", "BY", "NAME", "DATE", "PLACE", "TITLE",
    "TEXT", "COMPANY", "NAAM", "DATUM", "PLAATS", "BEDRIJF", "TODO", "TBD", "XXX", "XX",
];
/// Bytes of a bracket that are looked at.
const NEAR: usize = 80;

impl Walk<'_> {
    /// Reports what is probably still to be filled in.
    pub(super) fn placeholders(&mut self, run: &Run<'_>) {
        if self.rules.trust != Trust::Submitted {
            return;
        }
        let all = find(&run.text, self.rules.language);
        for place in all.into_iter().filter(|place| run.is_typed(place.start)) {
            let message =
                format!("“{}” is probably still to be filled in", &run.text[place.clone()]);
            let span = self.origin.span(run.source(place));
            self.diagnose(
                Diagnostic::new(Code::Gap, span, message)
                    .hint("Write in its place what belongs here, or remove it"),
            );
        }
    }
}

fn find(text: &str, language: &str) -> Vec<Range<usize>> {
    let brackets = text.match_indices('[').filter_map(|(at, _)| {
        let inside = &text[at + 1..];
        let length = inside.bytes().take(NEAR).position(|byte| byte == b']')?;
        let (words, behind) = (&inside[..length], &inside[length + 1..]);
        let lower = words.to_lowercase();
        let is_one = NAMES.contains(&words) || BEGINNINGS.iter().any(|it| lower.starts_with(it));
        let is_alone = !behind.starts_with(['(', '[', ':', ']']) && !text[..at].ends_with('[');
        (is_one && is_alone).then_some(at..at + length + 2)
    });
    // In Dutch, XXX are kisses.
    let words: &[&str] = if language == "nl" { &["TODO"] } else { &["TODO", "XXX"] };
    let words = words.iter().flat_map(|word| {
        text.match_indices(word).map(|(at, word)| at..at + word.len()).filter(|place| {
            let is_part = |c: char| c.is_alphanumeric() || "#_[]/.-@".contains(c);
            !text[..place.start].ends_with(is_part)
                && !text[place.end..].starts_with(|c: char| c.is_alphanumeric() || "_]".contains(c))
        })
    });
    let mut found: Vec<Range<usize>> = brackets.chain(words).collect();
    found.sort_by_key(|place| place.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_template_leaves_open_is_found() {
        let text = "Vi var [indsæt navn] og [NAVN] i XXX. TODO: ring til [Vul in: wie]";
        let found: Vec<&str> = find(text, "da").into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, ["[indsæt navn]", "[NAVN]", "XXX", "TODO", "[Vul in: wie]"]);
        for text in [
            "Han sagde [griner] og [sic] og [KIMO].",
            "[NAVN](a.md) [navn] [[fill: NAVN]]",
            "#TODO XXXL TODOS Liefs, xxx",
            "[indsæt navn",
        ] {
            assert_eq!(find(text, "da"), [], "{text}");
        }
        assert_eq!(find("Liefs, XXX", "nl"), []);
    }
}
