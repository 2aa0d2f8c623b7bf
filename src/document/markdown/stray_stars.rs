//! Two stars that were to make words bold and do not: `** words **`, `**NB!**Words`, `**words`
//! without an end. Readers see them.

use super::run::Run;
use super::walk::Walk;
use crate::base::{Code, Diagnostic};

impl Walk<'_> {
    /// Reports the first of them in this run of words.
    pub(super) fn stray_stars(&mut self, run: &Run<'_>) {
        let Some((at, hint)) = stray(&run.text) else { return };
        if !run.is_typed(at) {
            return;
        }
        let span = self.origin.span(run.source(at..at + 2));
        let message = "These two stars make nothing bold, so readers see them";
        self.diagnose(Diagnostic::new(Code::StrayStars, span, message).hint(hint));
    }
}

/// Where stars begin bold words that do not become bold, and what to do.
fn stray(text: &str) -> Option<(usize, &'static str)> {
    let at = text.find("**")?;
    let behind = &text[at + 2..];
    let is_begun = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '*');
    if !is_begun || behind.starts_with('*') {
        return None;
    }
    let (inside, rest) = match behind.split_once("**") {
        Some((inside, rest)) => (inside, Some(rest)),
        None => (behind, None),
    };
    let has_words =
        inside.trim_start().starts_with(|c: char| c.is_alphabetic() || "“\"(".contains(c));
    let has_spaces = inside.starts_with(' ') || inside.ends_with(' ');
    let hint = match rest {
        _ if !has_words => return None,
        Some(_) if has_spaces => "Remove the spaces between the stars and the words",
        Some(rest) if rest.starts_with(char::is_alphanumeric) => {
            "Put a space behind the last two stars"
        }
        None if !inside.starts_with(' ') => {
            "Write two stars behind the last of these words, too; or \\*\\* if readers should see them"
        }
        _ => return None,
    };
    Some((at, hint))
}

#[cfg(test)]
mod tests {
    use super::super::Trust::Submitted;
    use super::super::tests::{html, read};

    #[test]
    fn stars_that_make_no_bold_words_are_reported() {
        for (text, obeyed) in [
            ("Det er ** fed ** nu", "Det er **fed** nu"),
            ("**NB!**Husk vest", "**NB!** Husk vest"),
            ("**Ikke lukket", "**Ikke lukket**"),
        ] {
            let found = read(text, Submitted).diagnostics;
            let codes: Vec<&str> = found.iter().map(|it| it.code.name()).collect();
            assert_eq!(codes, ["stray-stars"], "{text}");
            let body = read(obeyed, Submitted);
            assert!(body.diagnostics.is_empty() && html(&body).contains("<strong>"), "{obeyed}");
        }
        for text in [
            "2**3 og 4**5",
            "**fed** og **fed**",
            "a ** b",
            "\\*\\*a",
            "***",
            "f**k",
            "**5** og 6**",
        ] {
            assert_eq!(read(text, Submitted).diagnostics, [], "{text}");
        }
    }
}
