//! What is wrong with a file, said so that its author can mend it.

use super::Span;

/// How much it matters. `Advice` is for the author's eyes, and never more than a nudge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
    Advice,
}

/// One thing that an author can mend: a stable code, a place, a sentence, a remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Kebab-case, for ever: `unknown-theme`.
    pub code: &'static str,
    pub severity: Severity,
    /// One sentence that a non-programmer understands, without a full stop at its end.
    pub message: String,
    pub span: Span,
    pub notes: Vec<Note>,
}

/// What helps: a remedy, or another place that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// How to mend it.
    Hint(String),
    /// "The other one is here."
    Place(Span, String),
}

impl Diagnostic {
    pub fn error(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { code, severity: Severity::Error, message: message.into(), span, notes: vec![] }
    }

    pub fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, span, message) }
    }

    pub fn advice(code: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Advice, ..Diagnostic::error(code, span, message) }
    }

    /// The same, with a remedy.
    pub fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.notes.push(Note::Hint(hint.into()));
        self
    }

    /// The same, with a second place.
    pub fn place(mut self, span: Span, label: impl Into<String>) -> Diagnostic {
        self.notes.push(Note::Place(span, label.into()));
        self
    }

    /// Orders a report: by file, then place, then code.
    pub fn order(&self) -> (&str, usize, &'static str, &str) {
        let start = self.span.range.as_ref().map_or(0, |range| range.start);
        (self.span.path.as_str(), start, self.code, &self.message)
    }
}

/// The nearest of the known names, if one is near enough to be meant.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = name.to_lowercase();
    let length = folded.chars().count();
    known
        .into_iter()
        // A name of another length cannot be near, and need not be measured.
        .filter(|candidate| {
            let count = candidate.chars().count();
            length.abs_diff(count) <= 1 + count / 4
        })
        .map(|candidate| {
            (strsim::damerau_levenshtein(&folded, &candidate.to_lowercase()), candidate)
        })
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count() / 4)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered_only_if_near() {
        assert_eq!(nearest("tilte", ["title", "team"]), Some("title"));
        assert_eq!(nearest("jonas-hlom", ["jonas-holm", "anna-bech"]), Some("jonas-holm"));
        assert_eq!(nearest("zebra", ["title", "team"]), None);
        assert_eq!(nearest("x", ["title"]), None);
    }
}
