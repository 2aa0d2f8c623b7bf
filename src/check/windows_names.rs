//! Names of files and folders that Windows cannot hold: whoever works there cannot open the project.

use crate::base::{Anchor, Code, Diagnostic, Finding};
use crate::site::Site;

/// Names of devices, which no file may have there, whatever its ending is.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];
const NUMBERED: &[&str] = &["com", "lpt"];
const SIGNS: &[char] = &['<', '>', ':', '"', '|', '?', '*'];

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for path in site.facts.keys().chain(site.media.keys()) {
        let Some(hint) = path.as_str().split('/').find_map(remedy) else { continue };
        let message = "Windows has no files of this name, so colleagues who use it cannot work on \
                       these texts";
        let diagnostic = Diagnostic::new(Code::WindowsName, Anchor::file(path.clone()), message);
        out.push(diagnostic.hint(hint));
    }
}

/// What to do about a part of a path, if Windows cannot hold it.
fn remedy(part: &str) -> Option<String> {
    let (stem, rest) = part.find('.').map_or((part, ""), |dot| part.split_at(dot));
    let folded = stem.trim_end().to_lowercase();
    let is_numbered = |device: &str| {
        let number = folded.strip_prefix(device);
        number.is_some_and(|it| it.len() == 1 && it.starts_with(|c: char| c.is_ascii_digit()))
    };
    if DEVICES.contains(&folded.as_str()) || NUMBERED.iter().any(|it| is_numbered(it)) {
        return Some(format!("Rename {part}, for example to {}-1{rest}", stem.trim_end()));
    }
    let mut signs: Vec<String> = vec![];
    for sign in part.chars().filter(|c| SIGNS.contains(c)).map(String::from) {
        if !signs.contains(&sign) {
            signs.push(sign);
        }
    }
    if let Some((last, others)) = signs.split_last() {
        let all = match others {
            [] => last.clone(),
            _ => format!("{} and {last}", others.join(", ")),
        };
        return Some(format!("Rename {part} to a name without {all}"));
    }
    let whole = part.trim_end_matches([' ', '.']);
    (whole.len() < part.len() && !whole.is_empty()).then(|| format!("Rename “{part}” to {whole}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_windows_cannot_hold_is_told_with_another_name() {
        for (part, hint) in [
            ("CON.md", "Rename CON.md, for example to CON-1.md"),
            ("nul.da.md", "Rename nul.da.md, for example to nul-1.da.md"),
            ("com1", "Rename com1, for example to com1-1"),
            ("what?.md", "Rename what?.md to a name without ?"),
            ("<a>?.md", "Rename <a>?.md to a name without <, > and ?"),
            ("a??:b.md", "Rename a??:b.md to a name without ? and :"),
            ("trail ", "Rename “trail ” to trail"),
            ("trail.", "Rename “trail.” to trail"),
        ] {
            assert_eq!(remedy(part).as_deref(), Some(hint));
        }
        for part in ["content", "console.md", "com.md", "com10.md", "a b.md", "æ'(1).md", "..."] {
            assert_eq!(remedy(part), None, "{part}");
        }
    }
}
