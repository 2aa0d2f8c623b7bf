//! A text below the name of its field whose first line begins with a #, so that YAML leaves it out.

use super::words;
use crate::data::quotes::quoted;
use crate::data::yaml::prose::is_text;

/// The remedy for such a line, which begins at `start` and whose # stands at `at`.
pub(super) fn remedy(text: &str, start: usize, at: usize) -> Option<String> {
    let above = text[..start].trim_end_matches(['\n', '\r']);
    let above = &above[above.rfind('\n').map_or(0, |newline| newline + 1)..];
    let field = above.trim_start().trim_start_matches("- ");
    let name = field.trim_end().strip_suffix(':').filter(|name| is_text(name))?;
    let indent = |line: &str| line.len() - line.trim_start().len();
    let lines = text[start..].lines();
    let value = lines.take_while(|line| indent(line) > indent(above) && !line.trim().is_empty());
    let value: Vec<&str> = value.map(str::trim).collect();
    let first = words(text[at..].lines().next()?)?;
    // Fields by language that somebody put aside stand below such a name, too.
    let is_field = |line: &&str| {
        let name = line.trim_start_matches(['#', ' ']).split(':').next().unwrap_or_default();
        line.contains(':') && !name.contains(' ')
    };
    if value.first() != Some(&first) || value.iter().any(is_field) {
        return None;
    }
    let whole = quoted(&value.join(" "));
    Some(format!("Write the whole text on one line, between quotes: {name}: {whole}"))
}
