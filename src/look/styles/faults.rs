//! Mistakes in a style that would also break the rules after it, even those of other files.

use super::lexeme::{Kind, Lexeme};
use crate::base::{Code, Diagnostic, Source};

/// All strings, addresses and comments that do not end, and the first bracket without a partner.
/// Only the first, because everything after it is read differently from what the author meant.
pub(super) fn faults(source: &Source, lexemes: &[Lexeme<'_>]) -> Vec<Diagnostic> {
    let ends = lexemes.iter().filter_map(|lexeme| endless(source, lexeme));
    ends.chain(unbalanced(source, lexemes)).chain(foreign(source, lexemes)).collect()
}

/// Signs that CSS does not have: `//` as a comment, and `!` before any word but `important`.
fn foreign<'a>(
    source: &'a Source,
    lexemes: &'a [Lexeme<'a>],
) -> impl Iterator<Item = Diagnostic> + 'a {
    lexemes.windows(2).filter_map(|pair| {
        let [first, second] = pair else { return None };
        match (&first.kind, &second.kind) {
            (Kind::Delim('/'), Kind::Delim('/')) => {
                let message = "In a style, // begins no comment, so the rule after it is lost";
                let rest = source.text[second.range.end..].lines().next().unwrap_or_default();
                let words = crate::data::fields::shortened(rest.trim());
                Some(broken(source, first, message).hint(format!("Write /* {words} */")))
            }
            (Kind::Delim('!'), Kind::Ident) if !is_important(&second.text) => {
                let word = crate::data::fields::shortened(&second.text);
                let message = format!("Browsers ignore this line, because of !{word}");
                let hint = format!("Write !important in place of !{word}, or remove it");
                Some(broken(source, first, &message).hint(hint))
            }
            _ => None,
        }
    })
}

fn is_important(word: &str) -> bool {
    word.eq_ignore_ascii_case("important")
}

fn endless(source: &Source, lexeme: &Lexeme<'_>) -> Option<Diagnostic> {
    let text = &*lexeme.text;
    let (what, hint) = match lexeme.kind {
        Kind::BadString => ("string", "Close it with the quotation mark that it begins with"),
        Kind::String(_) if !is_closed(text) => {
            ("string", "Close it with the quotation mark that it begins with")
        }
        Kind::Comment if text.len() < 4 || !text.ends_with("*/") => {
            ("comment", "Add */ where it ends")
        }
        Kind::Url(_) if !text.ends_with(')') => ("address", "Add ) where it ends"),
        Kind::BadUrl => {
            let message = "This address cannot be read";
            return Some(broken(source, lexeme, message).hint("Put it in quotation marks"));
        }
        _ => return None,
    };
    Some(broken(source, lexeme, &format!("This {what} is never closed")).hint(hint))
}

/// Whether a string ends with the quotation mark that it begins with, and that mark is not escaped.
fn is_closed(text: &str) -> bool {
    let inside = text.strip_prefix(['"', '\'']).and_then(|it| it.strip_suffix(['"', '\'']));
    inside.is_some_and(|it| (it.len() - it.trim_end_matches('\\').len()) % 2 == 0)
}

/// The first bracket that closes nothing, or is never closed.
fn unbalanced(source: &Source, lexemes: &[Lexeme<'_>]) -> Option<Diagnostic> {
    let mut open: Vec<(&Lexeme<'_>, char)> = vec![];
    for lexeme in lexemes {
        if let Kind::Close(bracket) = lexeme.kind {
            match open.last() {
                Some((_, closing)) if *closing == bracket => _ = open.pop(),
                // This closes a bracket further out, so the innermost open bracket is never closed.
                Some((opening, closing)) if open.iter().any(|(_, it)| *it == bracket) => {
                    return Some(never_closed(source, opening, *closing));
                }
                _ => {
                    let message = format!("This {} closes nothing", name(bracket));
                    let hint = "Remove it, or open what it is to close";
                    return Some(broken(source, lexeme, &message).hint(hint));
                }
            }
        }
        open.extend(lexeme.closed_by().map(|closing| (lexeme, closing)));
    }
    if let Some((opening, closing)) = open.pop() {
        return Some(never_closed(source, opening, closing));
    }
    unfinished(source, lexemes)
}

fn never_closed(source: &Source, opening: &Lexeme<'_>, closing: char) -> Diagnostic {
    let message = format!("This {} is never closed", name(closing));
    let hint = match closing {
        '}' => "Add } where its rules end: all styles after it would be lost".to_owned(),
        _ => format!("Add {closing} where it ends: the styles after it would be lost"),
    };
    broken(source, opening, &message).hint(hint)
}

/// Words at the end of a file that begin a rule: the rule would continue with the next file.
fn unfinished(source: &Source, lexemes: &[Lexeme<'_>]) -> Option<Diagnostic> {
    let is_end = |it: &Lexeme<'_>| matches!(it.kind, Kind::Close('}') | Kind::Semicolon);
    let last = lexemes.iter().rposition(is_end).map_or(0, |at| at + 1);
    let first = lexemes[last..].iter().find(|it| !it.is_blank())?;
    // An at-rule without a block needs no semicolon at the end of a file.
    if matches!(first.kind, Kind::AtKeyword(_)) {
        return None;
    }
    let hint = "Write what it sets between { and }, or remove it: it would spoil the rule after it";
    Some(broken(source, first, "This begins a rule that never comes").hint(hint))
}

fn name(closing: char) -> &'static str {
    if closing == '}' { "brace" } else { "bracket" }
}

/// An error at the beginning of a lexeme.
fn broken(source: &Source, lexeme: &Lexeme<'_>, message: &str) -> Diagnostic {
    let start = lexeme.range.start;
    // Of a lexeme that continues over many lines, only the first line is marked.
    let line = lexeme.text.lines().next().map_or(1, |line| line.trim_end().len().max(1));
    // Of a function, only its bracket is marked.
    let start = match lexeme.kind {
        Kind::Function(_) => lexeme.range.end - 1,
        _ => start,
    };
    let end = if lexeme.closed_by().is_some() { start + 1 } else { start + line };
    Diagnostic::new(Code::BrokenStyle, source.span(start..end), message)
}

#[cfg(test)]
mod tests;
