//! What is wrong with a file, and how its author can correct it.

use super::{Anchor, Code, Span};

/// How much it matters. `Advice` is for the author only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
    Advice,
}

impl Severity {
    /// The word that every report uses for it.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        }
    }
}

/// One thing that an author can correct: a stable code, a place, a sentence, a remedy. What the
/// checks of a whole site find has an `Anchor` for a place, and a `Span` when it is reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic<Place = Span> {
    pub code: Code,
    severity: Severity,
    /// One sentence that a non-programmer understands, without a full stop at its end.
    pub message: String,
    pub span: Place,
    pub notes: Vec<Note<Place>>,
}

/// What helps: a remedy, or another place that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note<Place = Span> {
    /// How to correct it.
    Hint(String),
    /// The same in words of this program alone, with names of the example handbook, in whose place
    /// the report puts names of the site. What an author wrote never stands in it.
    Example(String),
    /// "The other one is here."
    Place(Place, String),
}

impl<Place> Note<Place> {
    pub(crate) fn hint(words: impl Into<String>) -> Self {
        Note::Hint(sentence(words.into()))
    }

    pub(crate) fn example(words: impl Into<String>) -> Self {
        Note::Example(sentence(words.into()))
    }
}

/// What a check of the whole site found.
pub(crate) type Finding = Diagnostic<Anchor>;

impl<Place> Diagnostic<Place> {
    /// With the code's usual severity.
    pub fn new(code: Code, span: Place, message: impl Into<String>) -> Self {
        let message = sentence(message.into());
        Diagnostic { code, severity: code.row().severities[0], message, span, notes: vec![] }
    }

    /// The same, with another severity of those that the code's row lists.
    pub(crate) fn with_severity(mut self, severity: Severity) -> Self {
        debug_assert!(
            self.code.row().severities.contains(&severity),
            "the row of {} does not list {}",
            self.code.name(),
            severity.word()
        );
        self.severity = severity;
        self
    }

    /// The same, with the severity that `site.toml` gives it.
    pub(crate) fn weighed(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The same, with a remedy.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.notes.push(Note::hint(hint));
        self
    }

    /// The same, with a remedy in which names of the example handbook stand.
    pub(crate) fn example(mut self, example: impl Into<String>) -> Self {
        self.notes.push(Note::example(example));
        self
    }

    /// The same, with whatever helps.
    pub(crate) fn note(mut self, note: Note<Place>) -> Self {
        self.notes.push(note);
        self
    }

    /// The same, with a second place.
    pub(crate) fn place(mut self, span: Place, label: impl Into<String>) -> Self {
        self.notes.push(Note::Place(span, label.into()));
        self
    }

    /// The same, with all places found by `place`.
    pub(crate) fn placed<P>(&self, mut place: impl FnMut(&Place) -> P) -> Diagnostic<P> {
        let note = |note: &Note<Place>, place: &mut dyn FnMut(&Place) -> P| match note {
            Note::Hint(hint) => Note::Hint(hint.clone()),
            Note::Example(example) => Note::Example(example.clone()),
            Note::Place(at, label) => Note::Place(place(at), label.clone()),
        };
        Diagnostic {
            code: self.code,
            severity: self.severity,
            message: self.message.clone(),
            span: place(&self.span),
            notes: self.notes.iter().map(|it| note(it, &mut place)).collect(),
        }
    }
}

impl Diagnostic {
    /// Orders a report: by file, then place, then code.
    pub fn sort_key(&self) -> (&str, usize, &'static str, &str) {
        let start = self.span.range.as_ref().map_or(0, |range| range.start);
        (self.span.path.as_str(), start, self.code.name(), &self.message)
    }
}

/// The same words, begun as sentences begin: unless the first is a name, `site.toml`.
fn sentence(mut words: String) -> String {
    let first = words.split(' ').next().unwrap_or_default().trim_end_matches([',', ':']);
    if !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_lowercase()) {
        words[..1].make_ascii_uppercase();
    }
    words
}

/// The nearest of the known names, if one is near enough to be meant.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = name.to_lowercase();
    let letters = Letters::of(&folded);
    let length = folded.chars().count();
    known
        .into_iter()
        // Most names are far away, and need not be measured to know it.
        .filter(|candidate| length.abs_diff(candidate.chars().count()) <= slips(candidate))
        .filter(|candidate| letters.distance(&Letters::of(candidate)) <= slips(candidate))
        .map(|candidate| {
            (strsim::damerau_levenshtein(&folded, &candidate.to_lowercase()), candidate)
        })
        .filter(|(distance, candidate)| *distance <= slips(candidate))
        .min()
        .map(|(_, candidate)| candidate)
}

/// How many typing mistakes are assumed in a name of this length.
fn slips(name: &str) -> usize {
    1 + name.chars().count() / 4
}

/// How often each letter stands in a name. Letters that share a place only make names nearer.
struct Letters([u16; 64]);

impl Letters {
    fn of(name: &str) -> Letters {
        let mut counts = [0_u16; 64];
        let mut add = |c: char| {
            let count = &mut counts[c as usize % 64];
            *count = count.saturating_add(1);
        };
        for c in name.chars() {
            match c.is_ascii() {
                true => add(c.to_ascii_lowercase()),
                false => c.to_lowercase().for_each(&mut add),
            }
        }
        Letters(counts)
    }

    /// Never more than the edit distance of the two names, in which each step adds, removes or
    /// changes one letter.
    fn distance(&self, other: &Letters) -> usize {
        let (mut more, mut less) = (0_usize, 0_usize);
        for (one, other) in self.0.iter().zip(&other.0) {
            more += usize::from(one.saturating_sub(*other));
            less += usize::from(other.saturating_sub(*one));
        }
        more.max(less)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "the row of unknown-theme does not list advice")]
    fn no_severity_is_chosen_that_the_row_does_not_list() {
        let path = crate::base::SourcePath::new("content/a.md").expect("a path inside");
        let diagnostic = Diagnostic::new(Code::UnknownTheme, Span::file(path), "odd");
        let _ = diagnostic.with_severity(Severity::Advice);
    }

    #[test]
    fn a_message_begins_as_a_sentence() {
        for (said, shown) in [
            ("this link has no words", "This link has no words"),
            ("site.toml says nothing", "site.toml says nothing"),
            ("`[x]` leads nowhere", "`[x]` leads nowhere"),
            ("é", "é"),
            ("", ""),
        ] {
            assert_eq!(sentence(said.to_owned()), shown);
        }
    }

    #[test]
    fn the_nearest_name_is_offered_only_if_near() {
        assert_eq!(nearest("tilte", ["title", "team"]), Some("title"));
        assert_eq!(nearest("jonas-hlom", ["jonas-holm", "anna-bech"]), Some("jonas-holm"));
        assert_eq!(nearest("zebra", ["title", "team"]), None);
        assert_eq!(nearest("x", ["title"]), None);
        assert_eq!(nearest("MØLGÅRD", ["mølgard", "anna"]), Some("mølgard"));
        assert_eq!(nearest(&"x".repeat(100_000), ["title"]), None);
    }
}
