//! Marks of comments that Word writes where words are copied with them: `[AB1]` in a sentence, and a
//! line below that begins with it.

use super::run::Run;
use super::walk::Walk;
use super::word_labels::label;
use crate::base::{Code, Diagnostic};

impl Walk<'_> {
    /// Reports the marks in a run of words that stand at the beginning of a line, too.
    pub(super) fn comments_of_word(&mut self, run: &Run<'_>) {
        if self.word_comments.is_empty() {
            return;
        }
        for (at, _) in run.text.match_indices('[') {
            let Some(label) = label(&run.text[at..]) else { continue };
            let place = run.source(at..at + label.len() + 2);
            let begins = place.start == 0 || self.text[..place.start].ends_with('\n');
            if begins || !run.is_typed(at) || !self.word_comments.contains(label) {
                continue;
            }
            let message = format!(
                "“[{label}]” is the mark of a comment of Word, so readers see it as it is typed"
            );
            let hint = format!("Remove it, and the line that begins with [{label}]");
            let span = self.origin.span(place);
            self.diagnose(Diagnostic::new(Code::OtherTool, span, message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Trust::Submitted;
    use super::super::tests::read;

    #[test]
    fn marks_of_comments_are_told_where_the_comments_stand_below() {
        let told = |text: &str| -> Vec<String> {
            read(text, Submitted).diagnostics.into_iter().map(|it| it.message).collect()
        };
        let marks = told("Vi gik ud[AB1] i regnen.[CN2]\n\n[AB1]Passer det?\n\n[CN2] Spørg Ole\n");
        assert_eq!(marks.len(), 2, "{marks:?}");
        assert!(marks[0].starts_with("“[AB1]” is the mark of a comment of Word"), "{marks:?}");
        for text in [
            "Se [AB1] og [CN2].",
            "Vi sejlede med [DK1].\n\n[DK2] er et andet skib.",
            "Se[^1] og [A1].\n\n[A1] er et ark.\n\n[^1]: Her.",
            "[AB1] kom, og [AB1] gik",
        ] {
            let marks = told(text);
            assert!(!marks.iter().any(|it| it.contains("[CN2]” is")), "{text}: {marks:?}");
            assert_eq!(marks.len(), usize::from(text.starts_with("[AB1]")), "{text}: {marks:?}");
        }
    }
}
