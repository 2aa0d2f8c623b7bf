//! Shortens texts that are shown on other pages than their own, so that a page does not grow with
//! the texts of its neighbours. Lengths are counted as written in HTML, where `&` has five bytes.

/// The limit for titles and names on other pages, in bytes: in trees, crumbs, filters, links.
pub(super) const NAME: usize = 100;

/// A title or a name, shortened if it is longer than `NAME`.
pub(super) fn name(text: &str) -> String {
    shortened(text, NAME)
}

/// At most `most` bytes of a text as written in HTML, with an ellipsis if it was shortened. It ends
/// with a whole word if that keeps more than half of it.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if written(text) <= most {
        return text.to_owned();
    }
    let seen = begin(text, most.saturating_sub('…'.len_utf8()));
    // Not every language has spaces between words.
    let whole = seen.rfind(char::is_whitespace).filter(|at| at * 2 > seen.len());
    let goes_on = text[seen.len()..].starts_with(|c: char| !c.is_whitespace());
    let end = whole.filter(|_| goes_on).unwrap_or(seen.len());
    format!("{}…", seen[..end].trim_end())
}

/// How many bytes an excerpt of a text may have: usually `most`. If the text becomes much longer in
/// HTML, it consists mostly of characters that must be escaped. Then half of its bytes, plus
/// `SIGNS`, is the limit.
pub(super) fn room(text: &str, most: usize) -> usize {
    match written(text) > text.len() + text.len() / 4 + SIGNS {
        true => most.min(text.len() / 2 + SIGNS),
        false => most,
    }
}

/// How many bytes for escaped characters even a short text may have.
const SIGNS: usize = 60;

/// The length of a text in HTML, in bytes.
pub(super) fn written(text: &str) -> usize {
    text.bytes().map(length).sum()
}

/// The longest beginning of a text that has at most `most` bytes in HTML, cut between characters.
pub(super) fn begin(text: &str, most: usize) -> &str {
    let mut length = 0;
    for (at, c) in text.char_indices() {
        length += written(c.encode_utf8(&mut [0; 4]));
        if length > most {
            return &text[..at];
        }
    }
    text
}

fn length(byte: u8) -> usize {
    match byte {
        b'"' => 6,
        b'&' | b'\'' => 5,
        b'<' | b'>' => 4,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_with_a_word_where_words_end() {
        assert_eq!(shortened("one two three", 13), "one two three");
        assert_eq!(shortened("one two three", 12), "one two…");
        assert_eq!(shortened("one two three", 10), "one two…");
        assert_eq!(shortened("I onetwothree", 10), "I onetw…");
        assert_eq!(shortened("日本語の物語", 9), "日本…");
        assert_eq!(shortened(&"&".repeat(90), 100), "&".repeat(19) + "…");
        assert_eq!(name(&"word ".repeat(40)), "word ".repeat(19).trim_end().to_owned() + "…");
    }

    #[test]
    fn texts_that_grow_when_escaped_have_less_room() {
        assert_eq!(room("\"That's it,\" she said. 'No.'", 400), 400);
        assert_eq!(room(&"It's a dog's life. ".repeat(50), 400), 400);
        assert_eq!(room(&"&".repeat(100), 400), 110);
        assert_eq!(room(&"& ".repeat(3000), 400), 400);
    }
}
