//! Quotation marks of which a word processor has made one curly.

use super::{Explanation, explained, is_name};
use crate::data::quotes::quoted;

/// A text that begins with a straight quotation mark and ends with a curly one: `title: "Min lås”`.
pub(in crate::data::yaml) fn of_curly_end(line: &str) -> Option<Explanation> {
    let line = line.trim().trim_start_matches("- ");
    let (key, value) = line.split_once(": ").filter(|(key, _)| is_name(key)).unwrap_or(("", line));
    let value = value.trim();
    let mark = value.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let inside = value[1..].strip_suffix(['“', '”', '„', '’', '‘', '‚', '«', '»'])?;
    if inside.contains(mark) {
        return None;
    }
    let field = if key.is_empty() { String::new() } else { format!("{key}: ") };
    explained(
        "The quotation mark at the end of this text is curly, so it does not end the text",
        format!("Write a straight one: {field}{}", quoted(inside)),
    )
}

#[cfg(test)]
mod tests {
    use super::of_curly_end;

    #[test]
    fn a_curly_end_is_told_with_the_straight_one() {
        for (line, hint) in [
            ("title: \"Min lås”", "title: \"Min lås\""),
            ("title: \"Min lås“", "title: \"Min lås\""),
            ("title: 'Min lås’", "title: \"Min lås\""),
            ("  - \"Min lås”", "one: \"Min lås\""),
        ] {
            let (_, told) = of_curly_end(line).unwrap_or_else(|| panic!("{line}"));
            assert!(told.ends_with(hint), "{line}: {told}");
        }
        for line in
            ["title: \"Min lås\"", "title: “Min lås”", "title: \"“Min” lås\"", "title: \"a\" ”"]
        {
            assert_eq!(of_curly_end(line), None, "{line}");
        }
    }
}
