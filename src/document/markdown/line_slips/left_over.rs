//! What programs leave in a text that is copied from them: the last line of an email from a telephone,
//! references that Word did not find, addresses that Outlook wrote twice, marked words of Obsidian.

use super::{Slip, other_tool};
use crate::base::Code;
use crate::document::earlier_email;
use crate::document::markdown::origin::short;

/// With what telephones end an email, in small letters.
const SENT_FROM: &[&str] = &[
    "sent from my ",
    "sendt fra min ",
    "sendt fra outlook",
    "verzonden vanaf mijn ",
    "verstuurd vanaf mijn ",
    "sent from outlook for",
    "get outlook for ",
    "hent outlook til ",
    "outlook voor ",
];

/// What Word writes where a reference leads nowhere.
const NOT_FOUND: &[&str] = &[
    "Error! Reference source not found.",
    "Error! Bookmark not defined.",
    "Fejl! Henvisningskilde ikke fundet.",
    "Fejl! Bogmærke er ikke defineret.",
    "Fout! Verwijzingsbron niet gevonden.",
    "Fout! Bladwijzer niet gedefinieerd.",
];

/// What a line has of these, and where.
pub(super) fn left_over(line: &str) -> Option<(usize, Slip)> {
    // What is typed as code is shown as code.
    if line.contains('`') {
        return None;
    }
    sent_from(line).or_else(|| not_found(line)).or_else(|| twice(line)).or_else(|| marked(line))
}

fn sent_from(line: &str) -> Option<(usize, Slip)> {
    const LONGEST: usize = 60;
    let words = line.trim().trim_end_matches('.').to_lowercase();
    let is_one = SENT_FROM.iter().any(|begins| words.starts_with(begins));
    (is_one && words.len() <= LONGEST).then(|| {
        let what = "the last line of an email from a telephone";
        (0, other_tool(line.len(), line, what, "Remove it"))
    })
}

/// The line above an earlier email, with which `text` begins. A text is told of the first one alone: what
/// stands below it is removed with it.
pub(super) fn earlier_email(text: &str, line: &str) -> Option<Slip> {
    earlier_email::begins(text).then(|| {
        let line = line.trim_end_matches(['\\', ' ']);
        Slip {
            code: Code::OtherTool,
            length: line.len(),
            message: format!(
                "“{}” begins an earlier email, so readers see words that somebody else may have \
                 written",
                short(line)
            ),
            hint: "Remove it, and the words of that email below it".to_owned(),
            once: Some("earlier email"),
        }
    })
}

fn not_found(line: &str) -> Option<(usize, Slip)> {
    let (at, words) = NOT_FOUND.iter().find_map(|words| Some((line.find(words)?, *words)))?;
    let what = "a reference that Word did not find";
    Some((at, other_tool(words.len(), words, what, "Write in words what is meant, or remove it")))
}

/// `anna@x.example<mailto:anna@x.example>`, `https://x.example/<https://x.example/>`.
fn twice(line: &str) -> Option<(usize, Slip)> {
    /// Bytes of an address that are looked at, so that work does not grow with the rest of the line.
    const NEAR: usize = 200;
    line.match_indices('<').find_map(|(at, _)| {
        let near = &line[at + 1..];
        let end = near.bytes().take(NEAR).position(|byte| byte == b'>')?;
        let address = &near[..end];
        let bare = address.strip_prefix("mailto:").unwrap_or(address);
        let is_address = bare.contains('@') || bare.starts_with("http");
        let before = line[..at].trim_end_matches(' ').trim_end_matches('/');
        let is_twice = is_address && before.ends_with(bare.trim_end_matches('/'));
        is_twice.then(|| {
            let slip = Slip {
                code: Code::OtherTool,
                length: address.len() + 2,
                message: "Outlook wrote this address a second time, so readers see it twice"
                    .to_owned(),
                hint: format!("Remove <{}>", short(address)),
                once: None,
            };
            (at, slip)
        })
    })
}

/// `==words==`, and `||words||` of chats.
fn marked(line: &str) -> Option<(usize, Slip)> {
    ["==", "||"].into_iter().find_map(|sign| {
        let at = line.find(sign)?;
        let inside = &line[at + sign.len()..];
        let length = inside.find(sign)?;
        let (words, behind) = (&inside[..length], &inside[length + sign.len()..]);
        let is_begun = line[..at].is_empty() || line[..at].ends_with([' ', '(', '“', '"']);
        let is_one = is_begun
            && words.starts_with(char::is_alphabetic)
            && words.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '!' | '?'))
            && !behind.starts_with(|c: char| c.is_alphanumeric() || sign.contains(c));
        is_one.then(|| {
            let whole = &line[at..at + words.len() + 2 * sign.len()];
            let hint = format!("Write **{}** in its place, or remove the signs", short(words));
            let what = match sign {
                "==" => "marked text of Obsidian",
                _ => "hidden text of a chat",
            };
            (at, other_tool(whole.len(), whole, what, hint))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_email_is_marked_without_the_sign_behind_its_line() {
        let text = "Fra: Bodil\\\nSendt: 19. november\\\nTil: Anne\\\nEmne: Historie";
        let slip = earlier_email(text, "Fra: Bodil\\").unwrap();
        assert_eq!(slip.length, "Fra: Bodil".len());
        assert_eq!(earlier_email("Fra: Bodil\nHej", "Fra: Bodil"), None);
    }

    #[test]
    fn what_programs_left_is_known() {
        for (line, at, hint) in [
            ("Sendt fra min iPhone", 0, "Remove it"),
            ("Verzonden vanaf mijn Samsung-telefoon.", 0, "Remove it"),
            ("Get Outlook for iOS", 0, "Remove it"),
            ("Se Fejl! Henvisningskilde ikke fundet.", 3, "Write in words"),
            ("Skriv til anna@x.example<mailto:anna@x.example>.", 24, "Remove <mailto:anna"),
            ("Se https://x.example<https://x.example/>", 20, "Remove <https:"),
            ("Det er ==vigtigt== nu", 7, "Write **vigtigt**"),
            ("||hemmeligt||", 0, "Write **hemmeligt**"),
        ] {
            let (found, slip) = left_over(line).unwrap_or_else(|| panic!("{line}"));
            assert!(slip.hint.starts_with(hint), "{}", slip.hint);
            assert_eq!(found, at, "{line}");
        }
        for line in [
            "Sent from my heart, this story is for all of you who were there that night at sea",
            "a == b og c == d",
            "Anna <anna@x.example>",
            "a || b || c",
            "`==x==`",
            "== Om os ==",
        ] {
            assert!(left_over(line).is_none(), "{line}");
        }
    }
}
