//! Mail addresses with other signs in place of the `@`: `anna [at] firm.example`,
//! `anna(at)firm(dot)example`, `anna @ firm.example`.

use std::ops::Range;

use super::shown::Shown;
use super::words::is_named;
use super::{Spelled, WithheldContacts};
use crate::site::name_words::NameWords;

const AT: &[&str] = &[
    "[at]",
    "(at)",
    "{at}",
    "<at>",
    "[a]",
    "(a)",
    "[@]",
    "(@)",
    "(snabel-a)",
    "[snabel-a]",
    "(snabela)",
    "[snabela]",
    "-at-",
    "_at_",
    "|at|",
    "/at/",
    "(apenstaartje)",
    "[apenstaartje]",
];
/// Only where the whole address is known: they may be words of a sentence.
const AT_WORDS: &[&str] = &[" at ", " snabel-a ", " snabela ", " apenstaartje ", " @ ", " @", "@ "];
const DOT: &[&str] = &[
    "[dot]",
    "(dot)",
    "{dot}",
    "[punktum]",
    "(punktum)",
    "[punt]",
    "(punt)",
    "[.]",
    "(.)",
    "-dot-",
    "_dot_",
    "|dot|",
    "/dot/",
    " dot ",
    " punktum ",
    " punt ",
    " . ",
    " .",
];
/// The longest part of an address.
const LONGEST: usize = 100;

impl WithheldContacts {
    /// All of them in a line of a text.
    pub(super) fn mails_in(&self, text: &str, line: &Shown, names: &NameWords) -> Vec<Spelled> {
        let mut found = vec![];
        for part in line.parts() {
            let said = &line.said[part.clone()];
            let (mut at, mut end) = (0, 0);
            while at < said.len() {
                if let Some((mail, of)) = self.mail_at(&said[end..], at - end, names) {
                    let start = part.start + end;
                    let place = line.place(start + mail.start..start + mail.end);
                    found.push(line.spelled(text, place, of));
                    end += mail.end;
                    at = end;
                    continue;
                }
                at += said[at..].chars().next().map_or(1, char::len_utf8);
            }
        }
        found
    }

    /// The one whose `@` is spelled out here.
    fn mail_at(
        &self,
        text: &str,
        at: usize,
        names: &NameWords,
    ) -> Option<(Range<usize>, Option<usize>)> {
        let may_be = matches!(
            text.as_bytes()[at],
            b' ' | b'(' | b'[' | b'{' | b'<' | b'@' | b'-' | b'_' | b'|' | b'/'
        );
        let sign = |signs: &[&str]| may_be.then(|| starts_with(&text[at..], signs)).flatten();
        let (length, is_sign) =
            sign(AT).map(|it| (it, true)).or_else(|| sign(AT_WORDS).map(|it| (it, false)))?;
        let is_of_mail = |c: &char| c.is_alphanumeric() || "._+-".contains(*c);
        let before = text[..at].trim_end_matches(' ');
        let local: usize =
            before.chars().rev().take(LONGEST).take_while(is_of_mail).map(char::len_utf8).sum();
        let local = &before[before.len() - local..];
        let behind = at + length;
        let mut end = behind + text[behind..].len() - text[behind..].trim_start_matches(' ').len();
        let (mut host, mut ends) = (String::new(), end);
        while host.len() < LONGEST {
            let rest = &text[end..];
            let is_spelled = starts_with(rest, DOT).is_some();
            match rest.chars().next() {
                Some(c) if is_of_mail(&c) && !is_spelled => {
                    host.push(c);
                    end += c.len_utf8();
                    if c.is_alphanumeric() {
                        ends = end;
                    }
                }
                _ => {
                    let spaces = rest.len() - rest.trim_start_matches(' ').len();
                    let here = starts_with(rest, DOT);
                    let dot = here.or_else(|| Some(spaces + starts_with(&rest[spaces..], DOT)?));
                    let Some(length) = dot else { break };
                    end += length;
                    end += text[end..].len() - text[end..].trim_start_matches(' ').len();
                    host.push('.');
                }
            }
        }
        let host = host.trim_end_matches(|c: char| !c.is_alphanumeric());
        let known = self.mail(&format!("{local}@{host}").to_lowercase());
        let is_name = || is_sign && host.contains('.') && is_named(names, local);
        let of = known.map(Some).or_else(|| is_name().then_some(None))?;
        let start = before.len() - local.len();
        Some((start..ends, of))
    }
}

fn starts_with(text: &str, signs: &[&str]) -> Option<usize> {
    let begins = |sign: &&&str| {
        text.as_bytes().get(..sign.len()).is_some_and(|it| it.eq_ignore_ascii_case(sign.as_bytes()))
    };
    signs.iter().find(begins).map(|sign| sign.len())
}
