//! Characters that no text may contain, because they are invisible and do harm.

use std::borrow::Cow;

/// Stands for a character that is refused.
pub(crate) const REPLACEMENT: char = '\u{FFFD}';

/// Controls, marks that turn the direction of what follows, a byte order mark inside, and the
/// noncharacters that mark holes while a text is sanitised. U+200E and U+200F are fine: they turn
/// nothing but themselves, and mixed text needs them.
#[inline]
pub(crate) fn is_refused(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        '\u{FEFF}' => true,
        c if turns(c) => true,
        '\u{FDD0}'..='\u{FDEF}' => true,
        _ => c.is_control(),
    }
}

/// Whether readers would see nothing at all of a text: it is empty, or has only spaces and
/// characters that shape, join or separate others.
pub(crate) fn shows_nothing(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_formatting(c))
}

/// Characters that show nothing: Unicode's default ignorable ones, and the spaces that Unicode does
/// not count as white space.
pub(crate) fn is_formatting(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// What is said of a character that is refused, and what to do.
pub(crate) fn complaint(c: char) -> (String, &'static str) {
    match c {
        c if ends_line(c) => (
            format!(
                "This line does not end here for readers: U+{:04X} ({})",
                u32::from(c),
                name(c)
            ),
            "Put a new line in its place",
        ),
        // No keyboard has these, and no text but one that was read in a wrong encoding.
        '\u{80}'..='\u{9F}' => (
            format!("This letter is broken: U+{:04X} is a part of another one", u32::from(c)),
            "Open the text from before and save it again as UTF-8; or write the letter that is meant",
        ),
        _ => (
            format!("There is an invisible character here: U+{:04X} ({})", u32::from(c), name(c)),
            match turns(c) {
                true => {
                    "Delete it, and others like it in this line: they come along where a number or a \
                     name is copied; or type the line again"
                }
                false => "Delete it: it was probably pasted along with the text",
            },
        ),
    }
}

/// Whether word processors write it where a line ends, and readers see no end of a line.
pub(crate) fn ends_line(c: char) -> bool {
    matches!(c, '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether it is a mark that turns the direction of what follows. Telephones put two of them around
/// each number.
pub(crate) fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a refused character may begin with this byte. Few characters begin with such a byte, so
/// most of a text is skipped quickly.
#[inline]
pub(crate) fn may_be_refused(byte: u8) -> bool {
    let is_control = (byte < b' ') & (byte != b'\n') & (byte != b'\r') & (byte != b'\t');
    is_control | (byte == 0x7F) | (byte == 0xC2) | (byte == 0xE2) | (byte == 0xEF)
}

/// The position of the first byte for which `is` holds. Blocks without such a byte are skipped as a
/// whole: the compiler vectorises the test of a block if `is` does not branch.
#[inline]
pub(crate) fn position(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    const BLOCK: usize = 32;
    let has_none = |block: &&[u8]| !block.iter().fold(false, |any, byte| any | is(*byte));
    let passed = bytes.chunks_exact(BLOCK).take_while(has_none).count() * BLOCK;
    // Less than a block is left, so the last block overlaps the one before it.
    let is_last = bytes.len() - passed < BLOCK;
    if is_last && bytes.last_chunk::<BLOCK>().is_some_and(|last| has_none(&last.as_slice())) {
        return None;
    }
    bytes[passed..].iter().position(|byte| is(*byte)).map(|at| passed + at)
}

/// All refused characters of a text with their places.
pub(crate) fn refused(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut from = 0;
    let candidates = std::iter::from_fn(move || {
        let at = from + position(&text.as_bytes()[from..], may_be_refused)?;
        let c = text[at..].chars().next()?;
        from = at + c.len_utf8();
        Some((at, c))
    });
    candidates.filter(|(_, c)| is_refused(*c))
}

/// The text with every refused character replaced.
pub(crate) fn cleaned(text: &str) -> Cow<'_, str> {
    let mut clean = String::new();
    let mut from = 0;
    for (at, c) in refused(text) {
        clean.push_str(&text[from..at]);
        clean.push(REPLACEMENT);
        from = at + c.len_utf8();
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    clean.push_str(&text[from..]);
    Cow::Owned(clean)
}

/// What a refused character is.
pub(crate) fn name(c: char) -> &'static str {
    match c {
        c if turns(c) => "changes the writing direction",
        '\u{FEFF}' => "byte order mark",
        '\u{B}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "line separator",
        '\u{C}' => "page separator",
        '\u{200B}' | '\u{2060}' => "space of no width",
        '\u{E0000}'..='\u{E007F}' => "hidden letter",
        '\u{FDD0}'..='\u{FDEF}' => "not a character",
        _ => "control character",
    }
}

#[cfg(test)]
mod tests;
