//! A company's style that takes the place of one of the default look, and no longer sets what the
//! others of that look use.

use std::collections::BTreeSet;

use super::LookFiles;
use crate::base::{Code, Content, Diagnostic, Span};

/// Names of settings that are listed.
const LISTED: usize = 5;

/// Puts one warning at the company's file in place of those in files that the company does not have.
/// `unset` says for each use of a setting that nothing sets where that is.
pub(super) fn told_once(
    embedded: &LookFiles,
    own: &LookFiles,
    unset: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut kept = unset;
    let replaced = own.iter().filter(|(inside, _)| inside.ends_with(".css"));
    for (inside, (path, _)) in replaced {
        let Some((_, Content::Text(default))) = embedded.get(inside) else { continue };
        let mut lost: BTreeSet<String> = BTreeSet::new();
        kept.retain(|found| {
            let is_own = own.values().any(|(path, _)| *path == found.span.path);
            let name = name_in(&found.message).filter(|_| !is_own);
            let name = name.filter(|name| default.contains(&format!("{name}:")));
            lost.extend(name.map(str::to_owned));
            name.is_none()
        });
        if lost.is_empty() {
            continue;
        }
        let mut listed: Vec<&str> = lost.iter().take(LISTED).map(String::as_str).collect();
        if lost.len() > LISTED {
            listed.push("and so on");
        }
        let message = format!(
            "This file replaces the one of the same name in the default look, so {} of its settings \
             {} missing: {}",
            lost.len(),
            if lost.len() == 1 { "is" } else { "are" },
            listed.join(", ")
        );
        let hint = format!(
            "Give it a name of its own, such as {}, so that both are used; or set these here, too",
            own_name(inside)
        );
        kept.push(
            Diagnostic::new(Code::UnknownProperty, Span::file(path.clone()), message).hint(hint),
        );
    }
    kept
}

/// The setting of which a warning says that nothing sets it.
fn name_in(message: &str) -> Option<&str> {
    let at = message.find("--")?;
    let rest = &message[at..];
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    Some(&rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())])
}

/// A name behind the file that the company's one replaces: `styles/15-mine.css` for
/// `styles/10-tokens.css`.
fn own_name(inside: &str) -> String {
    let (folder, name) = inside.rsplit_once('/').unwrap_or(("styles", inside));
    let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
    let number = digits.parse::<u32>().unwrap_or(90) + 5;
    format!("{folder}/{number}-mine.css")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    fn look(theme: &str, name: &str, text: &str) -> LookFiles {
        let path = SourcePath::new(&format!("themes/{theme}/{name}")).expect("inside");
        LookFiles::from([(name.to_owned(), (path, Content::Text(text.into())))])
    }

    fn unset(path: &str, name: &str) -> Diagnostic {
        let message = format!("Nothing in this look sets {name}, so browsers ignore this line");
        let span = Span::file(SourcePath::new(path).expect("inside"));
        Diagnostic::new(Code::UnknownProperty, span, message)
    }

    #[test]
    fn what_a_replaced_file_no_longer_sets_is_told_once_and_at_that_file() {
        let embedded =
            look("default", "styles/10-tokens.css", ":root { --ink: #000; --gap: 1rem; }");
        let own = look("mine", "styles/10-tokens.css", ":root { --brand: #0a5; }");
        let all = vec![
            unset("themes/default/styles/20-base.css", "--ink"),
            unset("themes/default/styles/20-base.css", "--gap"),
            unset("themes/default/styles/30-frame.css", "--ink"),
            unset("themes/default/styles/30-frame.css", "--other"),
            unset("themes/mine/styles/10-tokens.css", "--ink"),
        ];
        let told = told_once(&embedded, &own, all);
        assert_eq!(told.len(), 3, "{told:?}");
        assert_eq!(told[2].span.path.as_str(), "themes/mine/styles/10-tokens.css");
        assert!(told[2].message.contains("2 of its settings are missing: --gap, --ink"));
        assert!(format!("{:?}", told[2].notes).contains("styles/15-mine.css"), "{told:?}");
    }
}
