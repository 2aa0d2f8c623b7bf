//! What the first lines of an email say: who sent it, and what it is about.

use std::borrow::Cow;

use mail_parser::Message;

use super::Sender;

/// What an email is about, without the signs of answers and of forwarding.
pub(super) struct Subject {
    pub(super) words: String,
    pub(super) is_forwarded: bool,
}

impl Subject {
    pub(super) fn of(subject: &str) -> Subject {
        const ANSWERED: &[&str] = &["re", "sv", "svar", "antw", "aw", "betr"];
        const FORWARDED: &[&str] =
            &["doorst", "enc", "fw", "fwd", "pd", "rv", "tr", "vb", "videresendt", "vs", "wg"];
        let mut words = subject.trim();
        let mut is_forwarded = false;
        while let Some((sign, rest)) = words.split_once(':') {
            let sign = sign.trim().to_lowercase();
            let is_forward = FORWARDED.contains(&sign.as_str());
            if !is_forward && !ANSWERED.contains(&sign.as_str()) {
                break;
            }
            is_forwarded |= is_forward;
            words = rest.trim_start();
        }
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Subject { words, is_forwarded }
    }
}

/// Who sent it.
pub(super) fn sender(message: &Message<'_>) -> Option<Sender> {
    let from = message.from()?.first()?;
    let own = |words: &Option<Cow<'_, str>>| {
        words.as_deref().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned)
    };
    Some(Sender { name: own(&from.name).map(|name| turned(&name)), mail: own(&from.address) })
}

/// A name as people say it: companies' mail programs write `Holm, Rosa (North Sea)`.
fn turned(name: &str) -> String {
    let words = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = without_department(name);
    match name.split_once(',') {
        Some((last, first)) if !first.contains(',') => {
            words(&format!("{} {}", without_department(first), without_department(last)))
        }
        _ => words(without_department(name)),
    }
}

/// A name without what stands between brackets behind it: a department, a company.
fn without_department(name: &str) -> &str {
    let name = name.trim();
    let opens = match name.chars().next_back() {
        Some(')') => opening(name, '(', ')'),
        Some(']') => opening(name, '[', ']'),
        _ => None,
    };
    let before = opens.map_or(name, |at| name[..at].trim_end());
    if before.is_empty() { name } else { before }
}

/// Where the bracket opens that the last one closes.
fn opening(name: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in name.char_indices().rev() {
        if c == close {
            depth += 1;
        } else if c == open {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_one_that_people_say() {
        for (written, said) in [
            ("Bech, Anne (Region Syddanmark)", "Anne Bech"),
            ("Bech (North), Anne", "Anne Bech"),
            ("Anne Bech [extern]", "Anne Bech"),
            ("Anne (Annie) Bech", "Anne (Annie) Bech"),
            ("Anne (Annie) Bech (North)", "Anne (Annie) Bech"),
            ("Holm, Rosa (North, Sea)", "Rosa Holm"),
            ("Holm, Rosa (North (Sea))", "Rosa Holm"),
            ("Anne Bech )", "Anne Bech )"),
            ("Anne  Bech", "Anne Bech"),
            ("(Anne)", "(Anne)"),
            ("Bech, Anne, Region", "Bech, Anne, Region"),
        ] {
            assert_eq!(turned(written), said);
        }
    }
}
