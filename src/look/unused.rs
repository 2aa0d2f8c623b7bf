//! Files of a company's look that nothing uses: a template with a misspelt name, a style in the wrong
//! folder.

use super::{LookFiles, engine, fonts, of_folder, offered};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, SourcePath, Span};

/// Folders of a look whose files are read.
const FOLDERS: [&str; 4] = ["templates", "styles", "texts", "scripts"];

/// A warning for each file of `own` that neither takes the place of a file of the `embedded` look
/// nor is used by one. `files` are those of both.
pub(super) fn files(embedded: &LookFiles, own: &LookFiles, files: &LookFiles) -> Vec<Diagnostic> {
    let templates = of_folder(files, "templates/");
    let known: Vec<&str> =
        embedded.keys().filter_map(|inside| inside.strip_prefix("templates/")).collect();
    let used = engine::uses(&templates, known.iter().copied());
    let unused = own.iter().filter_map(|(inside, (path, _))| {
        if embedded.contains_key(inside) {
            return None;
        }
        if let Some(told) = fonts::unused(inside, path, files) {
            return Some(told);
        }
        let (top, name) = inside.split_once('/').unwrap_or(("", inside));
        match top {
            "templates" if used.contains(name) => None,
            "templates" => {
                Some(warning(path, "No page uses this template", match nearest(name, known.iter().copied()) {
                    Some(near) => format!("Did you mean {near}? Rename it, or include it in another template"),
                    None => "Give it the name of a template of the default look, or include it in another template".to_owned(),
                }))
            }
            "texts" if !name.ends_with(".ftl") => Some(elsewhere(path, "texts/ holds files that end in .ftl")),
            "styles" if !name.ends_with(".css") => Some(elsewhere(path, "styles/ holds files that end in .css")),
            "styles" | "scripts" => {
                let (folder, _) = name.split_once('/')?;
                let asked = format!("assets.{top}.{folder}");
                let is_asked = templates.values().any(|it| it.text.contains(&asked));
                let hint = format!("Move it to {top}/ of this look: every page loads what is there");
                (!is_asked).then(|| warning(path, "No page loads this file", hint))
            }
            top if FOLDERS.contains(&top) => None,
            "" if is_nearly_settings(name) => Some(warning(path, NOT_SETTINGS, format!(
                "Rename it to theme.toml{}", if name.ends_with(".txt") { ENDINGS } else { "" }
            ))),
            _ if offered(inside).is_some() || inside == "theme.toml" => None,
            // Words for those who work on the look.
            _ if ["md", "txt"].contains(&&*path.extension()) => None,
            _ => {
                let wanted = match path.extension().as_str() {
                    "html" | "xml" => "templates",
                    "css" => "styles",
                    "ftl" => "texts",
                    "js" => "scripts",
                    _ => nearest(top, FOLDERS).unwrap_or_default(),
                };
                Some(elsewhere(path, &match wanted {
                    "" => "Remove it, or move it to templates/, styles/, texts/ or scripts/".to_owned(),
                    wanted => format!("Move it to {wanted}/ of this look"),
                }))
            }
        }
    });
    unused.collect()
}

/// Whether it is meant to be `theme.toml`: `theme.toml.txt`, `Theme.toml`, `theme.yaml`.
fn is_nearly_settings(name: &str) -> bool {
    let folded = name.to_lowercase();
    let stem = folded.strip_suffix(".txt").unwrap_or(&folded);
    let settings = ["theme.toml", "theme.tml", "theme.yaml", "theme.yml", "themes.toml"];
    name != "theme.toml" && settings.contains(&stem)
}

const NOT_SETTINGS: &str = "The settings of a look are read from theme.toml, and this file has \
                            another name";
const ENDINGS: &str = ": show the endings of files first, because the last one may be hidden";

fn elsewhere(path: &SourcePath, hint: &str) -> Diagnostic {
    warning(path, "This file of the look is not used", hint.to_owned())
}

fn warning(path: &SourcePath, message: &str, hint: String) -> Diagnostic {
    Diagnostic::new(Code::UnusedLookFile, Span::file(path.clone()), message).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Content;

    fn look(names: &[(&str, &str)]) -> LookFiles {
        let file = |(name, text): &(&str, &str)| {
            let path = SourcePath::new(&format!("themes/x/{name}")).expect("inside");
            ((*name).to_owned(), (path, Content::Text((*text).into())))
        };
        names.iter().map(file).collect()
    }

    #[test]
    fn what_nothing_uses_is_told() {
        let embedded = look(&[
            ("templates/story.html", ""),
            ("templates/base.html", "{{ assets.styles.text }}{{ assets.scripts.find }}"),
        ]);
        let own = look(&[
            ("templates/story.html", "{% include \"mine.html\" %}"),
            ("templates/mine.html", ""),
            ("templates/storry.html", ""),
            ("templates/alone.html", ""),
            ("style/a.css", ""),
            ("styles/90-mine.css", ""),
            ("styles/mine/a.css", ""),
            ("styles/text/a.css", ""),
            ("scripts/mine/b.js", ""),
            ("scripts/find/b.js", ""),
            ("base.html", ""),
            ("README.md", ""),
            ("theme.toml.txt", ""),
            ("Theme.toml", ""),
            ("theme.toml", ""),
        ]);
        let mut all = embedded.clone();
        all.extend(own.clone());
        let told = super::files(&embedded, &own, &all);
        let names: Vec<&str> = told.iter().map(|it| it.span.path.file_name()).collect();
        assert_eq!(
            names,
            [
                "Theme.toml",
                "base.html",
                "b.js",
                "a.css",
                "a.css",
                "alone.html",
                "storry.html",
                "theme.toml.txt",
            ]
        );
        assert!(format!("{:?}", told[6].notes).contains("Did you mean story.html"), "{told:?}");
    }
}
