//! Old addresses of a text that cannot be any.

use crate::base::percent::decoded_lossy;
use crate::base::{Anchor, Code, Diagnostic, Finding};
use crate::data::fields::shortened;
use crate::site::addresses::of_no_page;

pub(super) fn bad_alias(place: Anchor, alias: &str) -> Finding {
    let short = shortened(alias);
    match of_no_page(alias) {
        Some(ending) => {
            let message = format!(
                "“{short}” cannot be an alias: only the address of a page leads on to another page, \
                 and this one ends in .{ending}"
            );
            let hint = match alias.len() - ending.len() {
                at if PAGES.contains(&&*ending.to_lowercase()) => format!(
                    "Write {}html in its place if that was the address of a page; otherwise let the \
                     web server lead on from it, and remove the alias",
                    shortened(&alias[..at])
                ),
                _ => {
                    "Remove it; where the old address must work, let the web server lead on from it"
                        .to_owned()
                }
            };
            Diagnostic::new(Code::BadAlias, place, message).hint(hint)
        }
        None if cause(alias).is_some() => {
            let (cause, hint) = cause(alias).unwrap_or_default();
            let message = format!("“{short}” cannot be an alias, because {cause}");
            Diagnostic::new(Code::BadAlias, place, message).hint(hint)
        }
        None => {
            let message = format!("“{short}” cannot be an alias");
            Diagnostic::new(Code::BadAlias, place, message).hint(
                "Write the old address without https:// and the name of the site, as in help/trouble",
            )
        }
    }
}

/// Endings of pages that are written otherwise here.
const PAGES: &[&str] = &["htm", "html", "xhtml", "md"];

/// Why this cannot be an address here, and what to write.
fn cause(alias: &str) -> Option<(String, String)> {
    let path = alias.trim();
    if path.contains("://") {
        return None;
    }
    let remove = || "Remove it: it cannot lead to this page".to_owned();
    let with_hyphens = |path: &str| {
        let words = path.split([' ', '\u{a0}']).filter(|word| !word.is_empty());
        shortened(&words.collect::<Vec<_>>().join("-"))
    };
    if path.split('/').any(|part| part == "..") {
        let rest = path.trim_start_matches(['.', '/']);
        let cause = "it has .., which leads out of a folder".to_owned();
        return Some((cause, format!("Write it from the home page on, as in {}", shortened(rest))));
    }
    // What is behind these never reaches the server as a part of the address.
    if let Some(at) = path.find(['?', '#']) {
        let sign = &path[at..at + 1];
        let cause = format!("an old address ends before its {sign}");
        let before = path[..at].trim_end_matches('/');
        return Some((
            cause,
            match before.is_empty() {
                true => remove(),
                false => format!(
                    "Write {} if that was the address; if not, remove it",
                    shortened(before)
                ),
            },
        ));
    }
    if path.contains('\\') {
        let cause = "it has a \\, where addresses have a /".to_owned();
        return Some((cause, format!("Write {}", shortened(&path.replace('\\', "/")))));
    }
    if path.contains('%') {
        let plain = decoded_lossy(path);
        let cause = "it has a %, which stands for another character".to_owned();
        let hint = match plain.contains(['%', ' ', '\u{a0}']) {
            true => format!(
                "Write it without %, as in {}; where the old address must work, let the web server \
                 lead on from it",
                with_hyphens(&plain.replace('%', ""))
            ),
            false => format!("Write {}", shortened(&plain)),
        };
        return Some((cause, hint));
    }
    path.contains(char::is_whitespace).then(|| {
        (
            "there is a space in it".to_owned(),
            format!(
                "Write {} if that was the address; if not, remove it, and let the web server lead on \
                 from the old one",
                with_hyphens(path)
            ),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::cause;
    use crate::site::addresses::alias_path;

    #[test]
    fn the_cause_is_named_with_an_address_that_can_be() {
        for (alias, sign, meant) in [
            ("om os", "space", Some("om-os")),
            ("?p=12", "?", None),
            ("om?p=12", "?", Some("om")),
            ("Om%20os", "%", Some("Om-os")),
            ("l%C3%A5s", "%", Some("lås")),
            ("x\\y", "\\", Some("x/y")),
            ("C#", "#", Some("C")),
            ("../z", "..", Some("z")),
        ] {
            let (message, hint) = cause(alias).unwrap_or_else(|| panic!("{alias}"));
            assert!(message.contains(sign), "{alias}: {message}");
            match meant {
                Some(meant) => {
                    assert!(hint.contains(meant) && alias_path(meant).is_some(), "{alias}: {hint}");
                }
                None => assert!(hint.starts_with("Remove it"), "{alias}: {hint}"),
            }
        }
        assert_eq!(cause("https://x.example"), None);
    }
}
