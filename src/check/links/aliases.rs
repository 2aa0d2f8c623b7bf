//! Old addresses of a text that cannot be any.

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
