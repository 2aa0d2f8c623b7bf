//! Old addresses of a text that cannot be any.

use crate::base::percent::decoded_lossy;
use crate::base::{Anchor, Code, Diagnostic, Finding};
use crate::data::fields::shortened;
use crate::site::addresses::{alias_path, of_no_page};

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
fn cause(alias: &str) -> Option<(&'static str, String)> {
    let path = alias.trim();
    if path.contains("://") {
        return None;
    }
    // Only what can be an old address is proposed.
    let hint = |meant: &str, write: &dyn Fn(String) -> String| match alias_path(meant) {
        Some(_) => write(shortened(meant)),
        None => "Remove it: it cannot lead to this page".to_owned(),
    };
    if path.split('/').any(|part| part == "..") {
        let rest = path.trim_start_matches(['.', '/']);
        let cause = "it has .., which leads out of a folder";
        return Some((
            cause,
            hint(rest, &|it| format!("Write it from the home page on, as in {it}")),
        ));
    }
    // What is behind these never reaches the server as a part of the address.
    if let Some(at) = path.find(['?', '#']) {
        let cause = match path[at..].starts_with('?') {
            true => "an old address ends before its ?",
            false => "an old address ends before its #",
        };
        let before = path[..at].trim_end_matches('/');
        let write = |it: String| format!("Write {it} if that was the address; if not, remove it");
        return Some((cause, hint(before, &write)));
    }
    if path.contains('\\') {
        let meant = path.replace('\\', "/");
        let cause = "it has a \\, where addresses have a /";
        return Some((cause, hint(&meant, &|it| format!("Write {it}"))));
    }
    let with_hyphens = |path: &str| path.split_whitespace().collect::<Vec<_>>().join("-");
    if path.contains('%') {
        let plain = decoded_lossy(path).replace('%', "");
        let meant = with_hyphens(&plain);
        let cause = "it has a %, which stands for another character";
        let write = |it: String| match meant == plain {
            true => format!("Write {it}"),
            false => format!(
                "Write it without %, as in {it}; where the old address must work, let the web \
                 server lead on from it"
            ),
        };
        return Some((cause, hint(&meant, &write)));
    }
    path.contains(char::is_whitespace).then(|| {
        let write = |it: String| {
            format!(
                "Write {it} if that was the address; if not, remove it, and let the web server lead \
                 on from the old one"
            )
        };
        ("there is a space in it", hint(&with_hyphens(path), &write))
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
            ("C:\\x", "\\", None),
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
