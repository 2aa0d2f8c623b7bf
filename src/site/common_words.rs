//! First and last names that are words of English, Danish or Dutch, too. Where one stands alone, it
//! is rarely somebody's name: it is told once for a text, not at every place.

/// In small letters and in order.
const WORDS: &[&str] = &[
    "an", "april", "art", "ask", "august", "bark", "ben", "bent", "berg", "bill", "bird", "bjørn",
    "bo", "boer", "bos", "brink", "chase", "dag", "dan", "dawn", "day", "drew", "due", "eng",
    "faith", "frank", "grace", "grant", "gry", "hope", "in", "jo", "jong", "joy", "juli", "june",
    "juni", "kaj", "king", "lilje", "lily", "lind", "liv", "long", "lund", "maj", "major", "mark",
    "mars", "mart", "may", "mei", "mille", "min", "olive", "page", "pat", "per", "pil", "pot",
    "power", "rask", "rich", "rob", "roos", "rose", "sand", "short", "skov", "sol", "sommer",
    "sten", "ster", "sterre", "stone", "storm", "sue", "summer", "tage", "tak", "vind", "vis",
    "visser", "wil", "will", "winter", "young",
];

/// Whether a word of a name is a word of a language as well.
pub(crate) fn is_one(word: &str) -> bool {
    WORDS.contains(&word.to_lowercase().as_str())
}

/// Whether it is the kind of an alert, which is no word for readers: `[!MAY]`.
pub(crate) fn is_alert(text: &str, word: &std::ops::Range<usize>) -> bool {
    text[..word.start].ends_with("[!") && text[word.end..].starts_with(']')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_language_are_told_from_names() {
        for word in ["May", "WILL", "Per", "Kaj", "Dag"] {
            assert!(is_one(word), "{word}");
        }
        for word in ["Hansen", "Vera", "Kjær"] {
            assert!(!is_one(word), "{word}");
        }
        assert!(is_alert("> [!MAY]", &(4..7)));
        assert!(!is_alert("> [MAY]", &(3..6)));
    }
}
