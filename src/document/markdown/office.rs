//! Tags of Word and Outlook that Markdown does not take for tags, because they have a colon in their
//! names: `<o:p></o:p>`, `<w:sdt>`, `<st1:place>`. They are left out.

use std::ops::Range;

/// What their names begin with.
const SPACES: &[&str] = &["o:", "w:", "m:", "v:", "st1:"];
/// Bytes of a tag that are searched for its end.
const NEAR: usize = 400;

pub(super) const PASTED: &str =
    "This text was pasted from Word or Outlook with formatting that is not allowed here";
pub(super) const PASTE_PLAIN: &str = "Paste it again as plain text (Ctrl+Shift+V, on a Mac Option+Shift+Command+V), and write \
     **strong** or [words](address) where it is needed";

/// Whether a text may have such a tag.
pub(super) fn may_be(text: &str) -> bool {
    text.match_indices(':').any(|(at, _)| {
        let before = &text.as_bytes()[at.saturating_sub(5)..at];
        before.contains(&b'<')
    })
}

/// The places of such tags; a pair with nothing but blanks in it is one.
pub(super) fn tags(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = vec![];
    let mut at = 0;
    while let Some(next) = text[at..].find('<').map(|next| at + next) {
        at = next + 1;
        let Some(end) = tag_end(text, next) else { continue };
        at = end;
        match found.last_mut() {
            Some(last) if is_empty_pair(text, last, next) => last.end = end,
            _ => found.push(next..end),
        }
    }
    found
}

/// Where the tag ends that begins at `at`, if it is one.
fn tag_end(text: &str, at: usize) -> Option<usize> {
    let inside = &text[at + 1..];
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let space = SPACES.iter().find(|space| {
        name.get(..space.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(space))
    })?;
    name[space.len()..].starts_with(|c: char| c.is_ascii_alphabetic()).then_some(())?;
    let near = (0..=NEAR.min(inside.len())).rev().find(|end| inside.is_char_boundary(*end))?;
    let end = inside[..near].find(['>', '<']).filter(|end| inside[*end..].starts_with('>'))?;
    Some(at + 1 + end + 1)
}

/// Whether the tag at `at` ends the one before it, and only blanks stand between them.
fn is_empty_pair(text: &str, before: &Range<usize>, at: usize) -> bool {
    let between = text[before.end..at].replace("&nbsp;", " ");
    text[at..].starts_with("</")
        && !text[before.clone()].starts_with("</")
        && !between.contains('\n')
        && between.trim().is_empty()
}

/// Writes a comment of the same length over a tag, which has at least five bytes.
pub(super) fn mask(bytes: &mut [u8]) {
    let length = bytes.len();
    bytes.fill(b'x');
    bytes[..4].copy_from_slice(b"<!--");
    match length {
        // `<!-->` and `<!--->` are comments, too.
        5 | 6 => bytes[4..].copy_from_slice(&b"->"[6 - length..]),
        _ => bytes[length - 3..].copy_from_slice(b"-->"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_office_are_found_and_masked_by_comments() {
        for (text, found) in [
            ("Hej<o:p></o:p>", &["<o:p></o:p>"][..]),
            ("<o:p>&nbsp;</o:p>", &["<o:p>&nbsp;</o:p>"]),
            ("<w:Sdt DocPart=\"1\">Du</w:Sdt>", &["<w:Sdt DocPart=\"1\">", "</w:Sdt>"]),
            ("<st1:place>Esbjerg</st1:place>", &["<st1:place>", "</st1:place>"]),
            ("<o:p/> <v:shape id=\"x\"></v:shape>", &["<o:p/>", "<v:shape id=\"x\"></v:shape>"]),
            ("a <o: b> <x:y> <https://e.example> 3 <o:4 <o:p", &[]),
        ] {
            let all: Vec<&str> = tags(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(all, found, "{text}");
            assert!(found.is_empty() || may_be(text), "{text}");
        }
        for (tag, comment) in [("<o:p>", "<!-->"), ("</o:p>", "<!--->"), ("<w:sdt>", "<!---->")] {
            let mut bytes = tag.as_bytes().to_vec();
            mask(&mut bytes);
            assert_eq!(String::from_utf8(bytes).expect("ASCII"), comment);
        }
    }
}
