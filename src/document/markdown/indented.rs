//! Paragraphs that begin with four spaces or a tab: Markdown reads them as code.

use std::ops::Range;

use super::Trust;
use super::walk::Walk;
use crate::base::{Code, Diagnostic};

/// Signs of programs, which hardly stand in sentences.
const SIGNS: [char; 14] = ['{', '}', '<', '>', '=', '|', '\\', '_', '$', '#', '@', '~', '^', '`'];
/// A sentence has so many words.
const WORDS: usize = 4;

impl Walk<'_> {
    /// Reports a block that is code only because of the spaces before its lines.
    pub(super) fn indented_prose(&mut self, code: &str, range: &Range<usize>) {
        let hint = match () {
            () if is_prose(code) => "Remove the spaces or the tab before each of these lines",
            () if are_words(code, self.rules.trust) => {
                "Remove the spaces or the tab before each of these lines; or, if it is code, put it \
                 between two lines of ```"
            }
            () => return,
        };
        let block = &self.text[range.clone()];
        let start = range.start + block.len() - block.trim_start().len();
        let end = start + self.text[start..].lines().next().map_or(0, |line| line.trim_end().len());
        let message = "These words begin with four spaces or a tab, so readers see them as code";
        let span = self.origin.span(start..end);
        self.diagnose(Diagnostic::new(Code::IndentedText, span, message).hint(hint));
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
        && !has_columns(code)
        && !code.contains("()")
        && !code.lines().any(|line| line.trim_end().ends_with(';'))
}

/// Whether these are words, as the lines of a poem are: letters, and the marks of sentences. In the
/// handbook, small letters alone may be a command.
fn are_words(code: &str, trust: Trust) -> bool {
    const MARKS: &str = " \n.,:;!?…-–—'’‘\"“”„«»()";
    let is_of_words = |c: char| c.is_alphabetic() || MARKS.contains(c);
    let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit() || ".:,".contains(c));
    let begins = code.trim_start().trim_start_matches(|c: char| MARKS.contains(c));
    let is_sure = begins.starts_with(char::is_uppercase) && !code.contains(": ");
    begins.starts_with(char::is_alphabetic)
        && code.split_whitespace().all(|word| word.chars().all(is_of_words) || is_number(word))
        && !has_columns(code)
        && !code.contains("()")
        && !code.lines().any(|line| line.trim_end().ends_with(';'))
        && (trust == Trust::Submitted || is_sure)
}

/// Whether several spaces stand between words of a line.
fn has_columns(code: &str) -> bool {
    code.lines().any(|line| line.trim().contains("  "))
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
            ("    Kom nu.\n", true),
            ("Rim på rim\n\n        Slut.\n", true),
            ("Rim.\n\n    Slut på digtet\n    og på dagen\n", true),
            ("Rim.\n\n    Slut\n", true),
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

    #[test]
    fn verse_in_small_letters_is_told_in_stories() {
        for (text, is_told) in [
            ("    natten er stille\n    lampen går ud klokken 5\n", true),
            ("Rim på rim\n\n    slut\n", true),
            ("    git status\n", true),
            ("    let x = 5;\n", false),
            ("    ls -l /tmp\n", false),
            ("    foo()\n", false),
        ] {
            let told = |trust| {
                let told = read(text, trust).diagnostics;
                told.iter().any(|it| it.code == Code::IndentedText)
            };
            assert_eq!(told(Submitted), is_told, "{text}");
            assert!(!told(Handbook), "{text}");
        }
    }
}
