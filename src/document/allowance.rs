//! A reason, written beside what else would be reported: `<!-- allow person-number: why -->`.

use crate::base::{Code, Diagnostic};

/// Whether something is allowed at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Allowance {
    None,
    WithoutReason,
    WithReason,
}

impl Allowance {
    /// What the line of `at` or the one above it says of this code.
    pub(crate) fn at(text: &str, at: usize, code: Code) -> Allowance {
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let before: Vec<&str> = text[..end].rsplit('\n').take(2).collect();
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
