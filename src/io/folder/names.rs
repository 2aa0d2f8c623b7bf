//! Names of files: what editors leave behind, and what cannot be written in a report.

use std::path::Path;

use crate::base::SourcePath;

/// Hidden files, and what editors and systems leave for a moment or by mistake.
pub fn is_litter(name: &str) -> bool {
    let ends = ["~", ".swp", ".swx", ".kate-swp", ".tmp", ".bck", "___jb_tmp___", "___jb_old___"];
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
    let text = inside.to_string_lossy();
    let shown: String = text.chars().map(|c| if is_unfit(c) { '\u{FFFD}' } else { c }).collect();
    let is_sound = inside.to_str() == Some(&shown);
    SourcePath::new(&shown).map(|path| (path, is_sound))
}

/// Characters that make a name look like another one, or that no address can hold.
fn is_unfit(c: char) -> bool {
    c.is_control()
        || matches!(c, '\\' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{FEFF}')
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
            "a.md___jb_tmp___",
        ] {
            assert!(is_litter(name), "{name}");
        }
        for name in ["a.md", "4913.md", "#", "swp", "a#b#.md", "tmp"] {
            assert!(!is_litter(name), "{name}");
        }
    }
}
