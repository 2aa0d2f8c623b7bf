//! A list or a table on one line of which some texts lack their quotation marks: the same line with
//! marks around each, and with every word of it, also those behind a #.

use super::meant::CURLY;
use crate::base::date::{Date, parse_date};
use crate::data::toml::lines::is_name;

/// A line of a hint is not longer, in characters.
const LONGEST: usize = 120;

pub(super) const MISSING: &str = "A text between these brackets is not between quotation marks";

pub(super) const GENERAL: &str =
    "Put a \" at both ends of each text, as in { en = \"Deck #4\", da = \"Dæk #4\" }";

/// The whole value as it is meant; `None` if that is what stands there, or is not clear.
pub(super) fn of(value: &str) -> Option<String> {
    let (open, close) = match value.chars().next()? {
        '{' => ("{ ", " }"),
        '[' => ("[", "]"),
        _ => return None,
    };
    let inner = value.strip_prefix(['{', '['])?.strip_suffix(close.trim())?;
    if inner.contains(['[', ']', '{', '}', '\\', '\'']) || inner.contains(CURLY) {
        return None;
    }
    let mut parts: Vec<(Option<&str>, String)> = vec![];
    for part in parted(inner) {
        let named = part.split_once('=').filter(|(name, _)| is_name(name.trim()));
        match (named, open) {
            (Some((name, text)), "{ ") => parts.push((Some(name.trim()), text.trim().to_owned())),
            // A comma within a text.
            (None, "{ ") => {
                let (_, last) = parts.last_mut()?;
                *last = format!("{last},{part}").trim_end().to_owned();
            }
            _ if part.trim().is_empty() => {}
            _ => parts.push((None, part.trim().to_owned())),
        }
    }
    let mut is_changed = false;
    let mut written = vec![];
    for (name, typed) in &parts {
        let text = text(typed)?;
        is_changed |= text != *typed;
        written.push(match name {
            Some(name) => format!("{name} = {text}"),
            None => text,
        });
    }
    let whole = format!("{open}{}{close}", written.join(", "));
    (is_changed && whole.chars().count() < LONGEST).then_some(whole)
}

/// The parts between commas that stand in no quotation marks.
fn parted(inner: &str) -> Vec<&str> {
    let (mut is_quoted, mut from, mut parts) = (false, 0, vec![]);
    for (at, c) in inner.char_indices() {
        is_quoted ^= c == '"';
        if c == ',' && !is_quoted {
            parts.push(&inner[from..at]);
            from = at + 1;
        }
    }
    parts.push(&inner[from..]);
    parts
}

/// One text between quotation marks; what needs none stays as it is.
fn text(typed: &str) -> Option<String> {
    let is_number = |c: char| c.is_ascii_digit() || "+-._".contains(c);
    let is_day = || parse_date(typed).map(|_: Date| ()).is_ok();
    if matches!(typed, "true" | "false") || typed.chars().all(is_number) || is_day() {
        return (!typed.is_empty()).then(|| typed.to_owned());
    }
    let (text, behind) = match typed.strip_prefix('"') {
        Some(rest) => rest.split_once('"')?,
        None => (typed, ""),
    };
    let is_one = behind.is_empty() || behind.trim_start().starts_with('#');
    let is_clear = is_one && !text.contains('"') && !behind.contains(['"', '=']);
    let is_clear = is_clear && (typed.starts_with('"') || !text.contains('='));
    is_clear.then(|| format!("\"{text}{behind}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_line_is_kept() {
        for (typed, meant) in [
            ("{ en = Deck, da = Dæk }", "{ en = \"Deck\", da = \"Dæk\" }"),
            ("{ en = \"Deck\", da = Dæk }", "{ en = \"Deck\", da = \"Dæk\" }"),
            ("{en = Havn #1, da = \"H\"}", "{ en = \"Havn #1\", da = \"H\" }"),
            ("{ en = \"Deck\" #4, da = \"D\" }", "{ en = \"Deck #4\", da = \"D\" }"),
            ("{ en = #4, da = \"x, y\" }", "{ en = \"#4\", da = \"x, y\" }"),
            ("{ en = Deck, sea and wind, da = 4 }", "{ en = \"Deck, sea and wind\", da = 4 }"),
            ("[purpose.md #1, \"b.md\"]", "[\"purpose.md #1\", \"b.md\"]"),
            ("[a, 2, true,]", "[\"a\", 2, true]"),
        ] {
            assert_eq!(of(typed).as_deref(), Some(meant), "{typed}");
        }
        for typed in [
            "{ en = \"Deck\", da = \"Dæk\" }",
            "{ en = \"a\" da = \"b\" }",
            "{ en: \"a\" }",
            "{ en = }",
            "{ en = a b = c }",
            "[1, 2]",
            "[]",
            "Deck #4",
        ] {
            assert_eq!(of(typed), None, "{typed}");
        }
    }
}
