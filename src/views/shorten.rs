//! Texts as they stand on pages that are not their own: only so long that a page does not grow by
//! what its neighbours say. Counted is what is written in HTML, where `&` has five bytes.

/// Bytes of a title or a name beside other things: in trees, crumbs, filters, links.
pub(super) const NAME: usize = 100;

/// A title or a name, whole if it is no longer than anybody's.
pub(super) fn name(text: &str) -> String {
    shortened(text, NAME)
}

/// At most so many bytes of a text as it is written in HTML, ending with a whole word where words
/// end, and with an ellipsis.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if written(text) <= most {
        return text.to_owned();
    }
    let seen = begin(text, most.saturating_sub('…'.len_utf8()));
    // Not every language has blanks between its words.
    let whole = seen.rfind(char::is_whitespace).filter(|at| at * 2 > seen.len());
    let goes_on = text[seen.len()..].starts_with(|c: char| !c.is_whitespace());
    let end = whole.filter(|_| goes_on).unwrap_or(seen.len());
    format!("{}…", seen[..end].trim_end())
}

/// How many bytes an excerpt of a text may have: `most` for what people write. What becomes much
/// longer in HTML is signs, and half of that is enough.
pub(super) fn room(text: &str, most: usize) -> usize {
    match written(text) > text.len() + text.len() / 4 + SIGNS {
        true => most.min(text.len() / 2 + SIGNS),
        false => most,
    }
}

/// What even a short text may have of signs.
const SIGNS: usize = 60;

/// Bytes of a text in HTML.
pub(super) fn written(text: &str) -> usize {
    text.bytes().map(length).sum()
}

/// The beginning of a text that has at most so many bytes in HTML, whole characters.
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
    fn texts_of_signs_have_less_room() {
        assert_eq!(room("\"That's it,\" she said. 'No.'", 400), 400);
        assert_eq!(room(&"It's a dog's life. ".repeat(50), 400), 400);
        assert_eq!(room(&"&".repeat(100), 400), 110);
        assert_eq!(room(&"& ".repeat(3000), 400), 400);
    }
}
