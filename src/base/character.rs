//! Characters that no text may hold: nobody sees them, and they do harm.

/// Stands for a character that is refused.
pub const REPLACEMENT: char = '\u{FFFD}';

/// Controls, marks that turn the direction of what follows, a byte order mark inside, and the
/// noncharacters that stand for holes while a text is sanitised. U+200E and U+200F are fine:
/// they turn nothing but themselves, and mixed text needs them.
pub fn is_refused(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => true,
        '\u{FDD0}'..='\u{FDEF}' => true,
        _ => c.is_control(),
    }
}

/// The text with every refused character replaced.
pub fn cleaned(text: &str) -> String {
    text.chars().map(|c| if is_refused(c) { REPLACEMENT } else { c }).collect()
}

/// What a refused character is.
pub fn name(c: char) -> &'static str {
    match c {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "turns the writing direction",
        '\u{FEFF}' => "byte order mark",
        '\u{FDD0}'..='\u{FDEF}' => "not a character",
        _ => "control character",
    }
}
