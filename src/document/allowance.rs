//! A reason, written beside what else would be reported: `<!-- allow person-number: why -->`.

use std::ops::Range;

use crate::base::{Code, Diagnostic};

/// Whether something is allowed at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Allowance {
    None,
    WithoutReason,
    WithReason,
}

/// What the lines of a text allow. Whoever asks for places in their order reads each line once for a
/// code, however many places it has.
pub(crate) struct Allowances<'a> {
    text: &'a str,
    line: Range<usize>,
    /// What that line and the one above it say.
    said: Vec<(Code, Allowance)>,
}

impl<'a> Allowances<'a> {
    pub(crate) fn of(text: &'a str) -> Allowances<'a> {
        Allowances { text, line: 0..0, said: vec![] }
    }

    /// What the line of `at` or the one above it says of this code.
    pub(crate) fn at(&mut self, at: usize, code: Code) -> Allowance {
        if !self.line.contains(&at) {
            let text = self.text;
            let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
            let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
            self.line = start..end;
            self.said.clear();
        }
        if let Some((_, known)) = self.said.iter().find(|(known, _)| *known == code) {
            return *known;
        }
        let said = Allowance::in_lines(&self.text[..self.line.end], code);
        self.said.push((code, said));
        said
    }
}

impl Allowance {
    /// What the last line of a text or the one above it says of this code.
    fn in_lines(text: &str, code: Code) -> Allowance {
        let before: Vec<&str> = text.rsplit('\n').take(2).collect();
        let words = format!("allow {}", code.name());
        let Some(rest) = before.iter().find_map(|line| Some(line.split_once(&words)?.1)) else {
            return Allowance::None;
        };
        let reason = rest.trim_start().strip_prefix(':').unwrap_or_default();
        let reason = reason.split("-->").next().unwrap_or_default();
        match reason.chars().filter(|c| c.is_alphabetic()).count() {
            0..3 => Allowance::WithoutReason,
            _ => Allowance::WithReason,
        }
    }

    /// The diagnostic with how it can be allowed; `None` if it is.
    pub(crate) fn told<Place>(self, diagnostic: Diagnostic<Place>) -> Option<Diagnostic<Place>> {
        let name = diagnostic.code.name();
        Some(match self {
            Allowance::WithReason => return None,
            Allowance::WithoutReason => {
                diagnostic.hint(format!("Say why it may stand here: <!-- allow {name}: … -->"))
            }
            Allowance::None => diagnostic.hint(format!(
                "If it may stand here, say why in the line above: <!-- allow {name}: … -->, and \
                 among fields # allow {name}: …"
            )),
        })
    }
}
