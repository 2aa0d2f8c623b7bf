//! Names of files: what editors leave behind, and what cannot be written in a report.

use std::borrow::Cow;
use std::path::Path;

use crate::base::character::is_formatting;
use crate::base::{SourcePath, composed};

/// Hidden files, and what editors and systems leave for a moment or by mistake.
pub(crate) fn is_litter(name: &str) -> bool {
    let ends = [
        "~",
        ".swp",
        ".swx",
        ".kate-swp",
        ".tmp",
        ".vsctmp",
        ".bck",
        "___jb_tmp___",
        "___jb_old___",
    ];
    name.starts_with('.')
        || name.starts_with("~$")
        || name == "4913"
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || name.contains(".sb-")
        || ends.iter().any(|end| name.ends_with(end))
}

/// The path below `root`, and whether its name is sound: if not, what cannot be shown is replaced.
pub(super) fn source_path(root: &Path, path: &Path) -> Option<(SourcePath, bool)> {
    let inside = path.strip_prefix(root).ok()?;
    let shown = shown(&inside.to_string_lossy());
    let is_sound = inside.to_str() == Some(&shown);
    SourcePath::new(&shown).map(|path| (path, is_sound))
}

/// Where a report says that it is, of a file with this path below the root, in bytes: if a name in it
/// is not sound, the first file or folder of such a name, for nobody reads what is in it.
pub(crate) fn place(path: &[u8]) -> Option<(SourcePath, bool)> {
    let mut so_far = String::new();
    for part in path.split(|byte| *byte == b'/') {
        let name = shown(&String::from_utf8_lossy(part));
        if !so_far.is_empty() {
            so_far.push('/');
        }
        so_far.push_str(&name);
        if str::from_utf8(part) != Ok(&name) {
            return Some((SourcePath::new(&so_far)?, false));
        }
    }
    Some((SourcePath::new(&so_far)?, true))
}

/// The same for all names that may be reported under one path: equal for the two spellings of `å`,
/// for names that differ only in what cannot be shown, and for a name and its twin's.
pub(super) fn blurred(name: &str) -> Cow<'_, str> {
    if name.bytes().all(|b| b.is_ascii_graphic() && b != b'\\' || b == b' ') {
        return Cow::Borrowed(name);
    }
    let shown = shown(name);
    let dim = |c: char| if c.is_ascii() { c } else { char::REPLACEMENT_CHARACTER };
    Cow::Owned(composed(&shown).chars().map(dim).collect())
}

fn shown(name: &str) -> String {
    name.chars().map(|c| if is_unfit(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Characters that make a name look like another one, or that no address can hold.
fn is_unfit(c: char) -> bool {
    // The signs that choose how an emoji looks belong to it.
    let is_formatting = is_formatting(c) && !matches!(c, '\u{FE00}'..='\u{FE0F}');
    c.is_control()
        || is_formatting
        || matches!(c, '\\' | '\u{2028}' | '\u{2029}')
        // Whose composed form is `;`, a backtick, `K`.
        || matches!(c, '\u{37E}' | '\u{1FEF}' | '\u{212A}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn litter_is_known_by_its_name() {
        for name in [
            ".a.md.swp",
            "a.md~",
            "a.swx",
            "4913",
            ".#a.md",
            "#a.md#",
            "a.md.kate-swp",
            ".DS_Store",
            "~$a.docx",
            "a.tmp",
            "a.md.sb-8c7d-x",
            "a.md.vsctmp",
            "a.md___jb_tmp___",
        ] {
            assert!(is_litter(name), "{name}");
        }
        for name in ["a.md", "4913.md", "#", "swp", "a#b#.md", "tmp"] {
            assert!(!is_litter(name), "{name}");
        }
    }

    #[test]
    fn a_path_is_told_up_to_the_first_name_that_is_not_sound() {
        for (path, expected, is_sound) in [
            (&b"content/a.md"[..], "content/a.md", true),
            ("content/a\u{30a}.md".as_bytes(), "content/\u{e5}.md", true),
            (b"content/lo\nng.md", "content/lo\u{FFFD}ng.md", false),
            (b"content/lo\tng/a.md", "content/lo\u{FFFD}ng", false),
            (b"content/a\\b.md", "content/a\u{FFFD}b.md", false),
            (b"content/caf\xe9/\xe9.md", "content/caf\u{FFFD}", false),
            ("content/a\u{AD}b.md".as_bytes(), "content/a\u{FFFD}b.md", false),
        ] {
            let (place, sound) = place(path).expect("a path");
            assert_eq!((place.as_str(), sound), (expected, is_sound));
        }
        assert_eq!(place(b""), None);
    }

    #[test]
    fn only_ascii_is_its_own_composed_form_and_nothing_else_s() {
        let others = ('\u{80}'..=char::MAX).filter(|c| !is_unfit(*c));
        let becomes_ascii = |c: &char| composed(&c.to_string()).is_ascii();
        assert_eq!(others.filter(becomes_ascii).collect::<String>(), "");
    }

    #[test]
    fn names_that_may_be_reported_as_one_are_blurred_to_one() {
        let names = [
            "\u{e5}.md",
            "a\u{30a}.md",
            "\u{FFFD}.md",
            "\u{1}.md",
            "\\.md",
            "\u{AD}.md",
            "\u{E0041}.md",
        ];
        for name in names {
            assert_eq!(blurred(name), "\u{FFFD}.md", "{name:?}");
        }
        assert_eq!(blurred("a b~.md"), "a b~.md");
    }
}
