//! Fonts that a company brings: in another format than pages load, at another place than styles name, or
//! named by none.

use super::LookFiles;
use crate::base::{Code, Content, Diagnostic, SourcePath, Span};

/// A warning for a font of a look that no page loads. `inside` is its path in the look; `files` are
/// those of both looks.
pub(super) fn unused(inside: &str, path: &SourcePath, files: &LookFiles) -> Option<Diagnostic> {
    let warning = |message: &str, hint: String| {
        let span = Span::file(path.clone());
        Some(Diagnostic::new(Code::UnusedLookFile, span, message).hint(hint))
    };
    if is_other_format(inside) {
        return warning("No page loads this font: pages load fonts in WOFF2", remedy(inside));
    }
    if !ends_in(inside, &["woff2"]) {
        return None;
    }
    let is_named = files.iter().any(|(_, (_, content))| {
        matches!(content, Content::Text(text) if text.contains(path.file_name()))
    });
    let is_elsewhere = super::offered(inside).is_none();
    match (is_elsewhere, is_named) {
        (true, _) => {
            let hint = format!(
                "Move it to {}, and name it from there in a file in styles/: {}",
                in_folder(inside),
                rule(inside)
            );
            warning("No page loads this font from here", hint)
        }
        (false, false) => {
            let hint = format!(
                "Write into a file in styles/ of this look: {}; and name the font where it is \
                 used, as in [type] of site.toml: serif = \"{}, serif\"",
                rule_of(inside),
                family(inside)
            );
            warning("No style names this font, so no page loads it", hint)
        }
        (false, true) => None,
    }
}

/// Whether it is a font in a format that pages do not load.
pub(super) fn is_other_format(name: &str) -> bool {
    ends_in(name, &["ttf", "otf", "woff", "eot", "ttc"])
}

/// How such a font comes to be shown.
pub(super) fn remedy(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    format!(
        "Make WOFF2 of it (pip install fonttools brotli; fonttools ttLib.woff2 compress {file}), put \
         that into {} of this look, and write into a file in styles/: {}; then name the font where \
         it is used, as in [type] of site.toml: serif = \"{}, serif\"",
        in_folder(name),
        rule(name),
        family(name)
    )
}

fn ends_in(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    endings.contains(&ending.as_str())
}

fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

fn in_folder(name: &str) -> String {
    format!("fonts/{}.woff2", stem(name))
}

/// The name of the family, as far as the name of the file tells: `Lato` of `Lato-Regular`.
fn family(name: &str) -> String {
    let stem = stem(name).split(['-', '_', '[']).next().unwrap_or_default();
    stem.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect()
}

fn rule(name: &str) -> String {
    rule_of(&in_folder(name))
}

fn rule_of(inside: &str) -> String {
    format!("@font-face {{ font-family: \"{}\"; src: url(\"{inside}\") }}", family(inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(inside: &str, style: &str) -> Option<String> {
        let path = |name: &str| SourcePath::new(&format!("themes/x/{name}")).expect("inside");
        let style = (path("styles/9.css"), Content::Text(style.into()));
        let files = LookFiles::from([("styles/9.css".to_owned(), style)]);
        let told = unused(inside, &path(inside), &files)?;
        Some(format!("{} {:?}", told.message, told.notes))
    }

    #[test]
    fn what_is_said_of_a_font_ends_where_it_is_shown() {
        let other = told("styles/Lato-Regular.ttf", "").expect("it is told");
        assert!(other.contains("fonts/Lato-Regular.woff2") && other.contains("Lato, serif"));
        let rule = "@font-face { font-family: \"Lato\"; src: url(\"fonts/Lato-Regular.woff2\") }";
        assert!(other.contains(&rule.replace('"', "\\\"")), "{other}");
        let moved = told("styles/Lato-Regular.woff2", rule).expect("it is told");
        assert!(moved.contains("Move it to fonts/Lato-Regular.woff2"), "{moved}");
        let unnamed = told("fonts/Lato-Regular.woff2", "").expect("it is told");
        assert!(unnamed.contains("No style names this font"), "{unnamed}");
        assert_eq!(told("fonts/Lato-Regular.woff2", rule), None);
        assert_eq!(told("fonts/OFL.txt", ""), None);
    }
}
