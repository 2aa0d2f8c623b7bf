//! The wish to tell without a name, where a name was asked for: “Jeg vil helst være anonym”.

use super::received::Received;

/// With what a word begins that says it.
const WORDS: &[&str] = &["anonym", "anoniem", "navnløs", "naamloos", "naamloze", "nameless"];

/// What says it in several words.
const PHRASES: &[&str] = &[
    "uden navn",
    "uden mit navn",
    "intet navn",
    "ikke mit navn",
    "zonder naam",
    "zonder mijn naam",
    "geen naam",
    "niet mijn naam",
    "without a name",
    "without name",
    "without my name",
    "no name",
    "not my name",
];

/// Words beside it that are no names, though a sentence may begin with them.
const BESIDE: &[&str] = &[
    "jeg",
    "vil",
    "vi",
    "helst",
    "gerne",
    "må",
    "den",
    "det",
    "er",
    "ik",
    "wil",
    "liever",
    "graag",
    "het",
    "blijf",
    "i",
    "i'd",
    "we",
    "would",
    "want",
    "prefer",
    "please",
    "rather",
    "stay",
    "uden",
    "intet",
    "ikke",
    "zonder",
    "geen",
    "niet",
    "without",
    "no",
    "not",
    "navn",
    "naam",
    "name",
    "skriv",
    "bliv",
    "venligst",
    "a",
    "the",
    "en",
    "et",
    "een",
    "kollega",
    "collega",
    "colleague",
];

/// What is said of a story whose teller asked for no name.
pub(super) const REMARK: &str = "Whoever tells it asks for no name where a name was asked for, so the story \
     is begun without one (anonymous: yes) and says nothing of who sent it";

/// Whether what was sent has this wish in place of the author, or its sender in place of a name.
pub(super) fn is_sent(received: &Received) -> bool {
    match received.value("author") {
        Some(author) => is_in(author),
        None => received.sender_name().is_some_and(is_in),
    }
}

pub(super) fn is_in(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.any(|word| WORDS.iter().any(|begin| word.starts_with(begin)))
        || PHRASES.iter().any(|phrase| name.contains(phrase))
}

/// The words of a name that are no part of a wish: “Birthe Storm, helst anonym”.
pub(super) fn without(name: &str) -> String {
    if !is_in(name) {
        return name.to_owned();
    }
    let is_name = |word: &&str| {
        let small = word.to_lowercase();
        word.starts_with(char::is_uppercase)
            && !BESIDE.contains(&&*small)
            && !WORDS.iter().any(|begin| small.starts_with(begin))
    };
    let words = name.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(is_name);
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_for_no_name_is_none() {
        for (wish, names) in [
            ("Jeg vil helst være anonym", ""),
            ("Anonym", ""),
            ("liever anoniem", ""),
            ("Ik blijf liever anoniem", ""),
            ("Anonymous", ""),
            ("I'd rather stay anonymous", ""),
            ("Uden navn, tak", ""),
            ("Birthe Storm, helst anonym", "Birthe Storm"),
        ] {
            assert!(is_in(wish), "{wish}");
            assert_eq!(without(wish), names);
        }
        for name in ["Anna Bech", "Noname-Jensen", "Naam van der Berg", "anna-bech", "Ano Nymus"] {
            assert!(!is_in(name), "{name}");
            assert_eq!(without(name), name);
        }
    }
}
