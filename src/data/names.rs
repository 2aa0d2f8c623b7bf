//! Names of other things of the site in fields. However an author writes a name, the field contains
//! the one that the site uses. Whether the thing exists is checked later, with the whole site.

use std::borrow::Cow;

use super::word::word;
use super::{FieldType, Node, Reader, Shape};
use crate::base::{At, Code, Diagnostic, composed};

/// The name of a text and the language that its file name says, by its path in `content/`:
/// `faq/a.da.md` is `faq/a` in Danish. Some programs write the ending, and the language with it, in
/// capitals. Hugo's `_index.md` opens a folder as `index.md` does.
pub(crate) fn text_name<'a>(
    path: &'a str,
    languages: &'a [String],
) -> (Cow<'a, str>, Option<&'a str>) {
    let name = match path.len().checked_sub(".md".len()).and_then(|at| path.split_at_checked(at)) {
        Some((name, ending)) if ending.eq_ignore_ascii_case(".md") => name,
        _ => path,
    };
    let suffixed = name.rsplit_once('.').and_then(|(base, code)| {
        let language = languages.iter().find(|known| known.eq_ignore_ascii_case(code))?;
        Some((base, Some(language.as_str())))
    });
    let (name, language) = suffixed.unwrap_or((name, None));
    match name.strip_suffix("_index") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => {
            (Cow::Owned(format!("{folder}index")), language)
        }
        _ => (Cow::Borrowed(name), language),
    }
}

/// The name that somebody wrote of a text in `folder` of `content/` (`""` for any folder): the
/// name itself, or the path of its file from `content/`, from the root or from the project.
pub(crate) fn name_in(folder: &str, written: &str, languages: &[String]) -> String {
    let written = composed(written.trim());
    let path = written.trim_start_matches('/');
    let (name, _) = text_name(path.strip_prefix("content/").unwrap_or(path), languages);
    let inside = name.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
    inside.filter(|_| !folder.is_empty()).unwrap_or(&name).to_owned()
}

macro_rules! names {
    ($( $(#[$meta:meta])* $Name:ident = $what:literal, $one:literal, $example:literal, $spelled:expr; )*) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub(crate) struct $Name {
            pub(crate) id: String,
            pub(crate) at: At,
        }

        impl FieldType for $Name {
            const SHAPE: Shape = Shape::Name($what);

            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                let wanted = concat!("the name of ", $one);
                if reader.lacks_quotes(node, wanted) {
                    return None;
                }
                let written = word(node, wanted, $example, reader)?;
                let spelled: fn(&str, &[String]) -> String = $spelled;
                let id = spelled(&written, reader.languages);
                if id.is_empty() {
                    let span = reader.source.span(node.range.clone());
                    let message = concat!("The name of ", $one, " is missing here");
                    let hint = concat!("For example: ", $example);
                    reader.report(Diagnostic::new(Code::EmptyField, span, message).example(hint));
                    return None;
                }
                Some($Name { id, at: reader.anchor(node) })
            }
        }
    )* };
}

names! {
    /// A file of `content/people/`.
    PersonName = "person", "a person", "jonas-holm", |written, languages| name_in("people", written, languages);
    /// A file of `content/themes/`.
    ThemeName = "theme", "a theme", "night-shift", |written, languages| name_in("themes", written, languages);
    /// A file of `content/speaking/`.
    OpportunityName = "opportunity", "an event", "harbour-days-2027",
        |written, languages| name_in("speaking", written, languages);
    /// Any text, by its path in `content/` without the ending: `faq/bad-spelling`.
    PageName = "page", "a page", "faq/bad-spelling", |written, languages| name_in("", written, languages);
    /// A goal of `content/programme.toml`.
    GoalName = "goal", "a goal", "people-find-us", as_written;
    /// A team of `content/programme.toml`.
    TeamName = "team", "a team", "workshop", as_written;
    /// A role of `content/programme.toml`.
    RoleName = "role", "a role", "story_helper", as_written;
    /// A file beside this one, or from `content/` when it begins with `/`.
    FileName = "file", "a file", "pump.jpg", |written, _| composed(written.trim()).into_owned();
}

fn as_written(written: &str, _: &[String]) -> String {
    written.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_name_however_its_path_is_written() {
        let languages = ["en".to_owned(), "da".to_owned()];
        for written in [
            "faq/bad-spelling",
            "/faq/bad-spelling",
            "faq/bad-spelling.md",
            "/content/faq/bad-spelling.md",
            "content/faq/bad-spelling.da.md",
            "faq/bad-spelling.MD",
            "faq/bad-spelling.DA.Md",
            " faq/bad-spelling ",
        ] {
            assert_eq!(name_in("", written, &languages), "faq/bad-spelling", "{written}");
            assert_eq!(name_in("faq", written, &languages), "bad-spelling", "{written}");
        }
        assert_eq!(name_in("", "how-to/_index.da.md", &languages), "how-to/index");
        assert_eq!(name_in("", "_index.md", &languages), "index");
        assert_eq!(name_in("", "my_index.md", &languages), "my_index");
        assert_eq!(name_in("people", "anna-bech", &languages), "anna-bech");
        assert_eq!(name_in("people", "faq/anna", &languages), "faq/anna", "of another folder");
        assert_eq!(name_in("people", "peoples", &languages), "peoples");
        assert_eq!(name_in("", "release-2.0", &languages), "release-2.0", "no language");
        assert_eq!(name_in("people", "A\u{30a}se", &languages), "\u{c5}se");
    }
}
