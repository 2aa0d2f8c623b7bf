//! The line that says of a file that it tells of the company that was invented for the example. It
//! stands in the file itself, so that it goes when somebody makes the file theirs, and so that
//! another version of the program still knows it.

use super::SourcePath;

/// What such a line has in it.
const MARK: &str = "storywall example:";
const WORDS: &str = "storywall example: this is about an invented company. Delete this line when \
                     all of the file is true of yours";

/// Whether a text has such a line.
pub(crate) fn is_in(text: &str) -> bool {
    text.contains(MARK)
        && text.lines().any(|line| {
            let rest = line.strip_prefix("# ").or_else(|| line.strip_prefix("<!-- "));
            rest.is_some_and(|rest| rest.starts_with(MARK))
        })
}

/// The text with such a line: below its fields, as a comment that no reader sees. `None` for a file
/// that can hold no comment.
pub(crate) fn marked(path: &SourcePath, text: &str) -> Option<String> {
    match path.extension().as_str() {
        "toml" => Some(format!("# {WORDS}.\n{text}")),
        "txt" => Some(format!("# {WORDS}.\n\n{text}")),
        "md" => {
            let end =
                text.strip_prefix("---\n")?.find("\n---\n")? + "---\n".len() + "\n---\n".len();
            let (fields, body) = text.split_at(end);
            Some(format!("{fields}<!-- {WORDS}. -->\n\n{}", body.trim_start_matches('\n')))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marked_text_is_known_and_no_other_one() {
        for (path, text) in [
            ("site.toml", "title = \"A\"\n"),
            ("content/a.md", "---\nt: a\n---\n\nB\n"),
            ("content/LICENSE.txt", "All rights.\n"),
        ] {
            let path = SourcePath::new(path).expect("a path inside");
            let marked = marked(&path, text).expect("it can hold a comment");
            assert!(is_in(&marked) && !is_in(text), "{marked}");
        }
        assert!(!is_in("Say storywall example: now"));
        let picture = SourcePath::new("content/a.jpg").expect("a path inside");
        assert_eq!(marked(&picture, "x"), None);
    }
}
