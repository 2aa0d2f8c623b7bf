//! Paragraphs that begin with four spaces or a tab: Markdown reads them as code.

use std::ops::Range;

use super::walk::Walk;
use crate::base::{Code, Diagnostic};

/// Signs of programs, which hardly stand in sentences.
const SIGNS: [char; 14] = ['{', '}', '<', '>', '=', '|', '\\', '_', '$', '#', '@', '~', '^', '`'];
/// A sentence has so many words.
const WORDS: usize = 4;

impl Walk<'_> {
    /// Reports a block that is code only because of the spaces before its lines.
    pub(super) fn indented_prose(&mut self, code: &str, range: &Range<usize>) {
        if !is_prose(code) {
            return;
        }
        let block = &self.text[range.clone()];
        let start = range.start + block.len() - block.trim_start().len();
        let end = start + self.text[start..].lines().next().map_or(0, |line| line.trim_end().len());
        let message = "These words begin with four spaces or a tab, so readers see them as code";
        let span = self.origin.span(start..end);
        self.diagnose(
            Diagnostic::new(Code::IndentedText, span, message)
                .hint("Remove the spaces or the tab before each of these lines"),
        );
    }
}

/// Whether this reads as sentences and not as code.
fn is_prose(code: &str) -> bool {
    let words: Vec<&str> = code.split_whitespace().collect();
    let is_word = |word: &&&str| {
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        inner.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
    };
    let plain = words.iter().filter(is_word).count();
    let begins = code.trim_start().trim_start_matches(['"', '“', '„', '«', '»', '–', ' ']);
    let ends = code.trim_end().trim_end_matches(['"', '”', '“', '»', '«', ')']);
    words.len() >= WORDS
        && plain * 5 >= words.len() * 4
        && begins.starts_with(char::is_uppercase)
        && ends.ends_with(['.', '!', '?', '…'])
        && !code.contains(SIGNS)
        && !code.contains("//")
        && !code.contains("  ")
        && !code.contains("()")
        && !code.lines().any(|line| line.trim_end().ends_with(';'))
}

#[cfg(test)]
mod tests {
    use super::super::Trust::{Handbook, Submitted};
    use super::super::tests::read;
    use crate::base::Code;

    #[test]
    fn sentences_with_spaces_before_them_are_told() {
        for (text, is_told) in [
            ("    Det var en mørk og stormfuld nat.\n", true),
            ("Først.\n\n\tSå gik vi hjem, og hun sagde: “Kom!”\n", true),
            ("    Vi gik i land.\n    Der var ingen på kajen.\n\n    Så ventede vi.\n", true),
            (
                "\tDet var mandag. Vi ventede.\n\n\tSå kom Kim med **kaffe**.\n\n     Hun lo.\n",
                true,
            ),
            ("1. a\n\n        Hier staat een hele zin.\n", true),
            ("    $ ls -l\n", false),
            ("    let x = 5;\n", false),
            ("    Kom nu.\n", false),
            ("    print hej med dig.\n", false),
            ("    Navn      Alder og by.\n", false),
            ("    SELECT name FROM people WHERE id = 5.\n", false),
            ("```\nDet var en mørk og stormfuld nat.\n```\n", false),
            ("   Det var en mørk og stormfuld nat.\n", false),
        ] {
            for trust in [Handbook, Submitted] {
                let told = read(text, trust).diagnostics;
                assert_eq!(told.iter().any(|it| it.code == Code::IndentedText), is_told, "{text}");
            }
        }
    }
}
