//! The wish to tell without a name, where a name was asked for: “Jeg vil helst være anonym”.

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
    "one of us",
    "en af os",
    "een van ons",
    "één van ons",
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

/// Whether somebody asks for no name.
pub(crate) fn is_in(name: &str) -> bool {
    let name = name.to_lowercase();
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let whole = format!(" {} ", words.join(" "));
    words.iter().any(|word| WORDS.iter().any(|begin| word.starts_with(begin)))
        || PHRASES.iter().any(|phrase| whole.contains(&format!(" {phrase} ")))
}

/// The words of a name that are no part of a wish: “Birthe Storm, helst anonym”.
pub(crate) fn without(name: &str) -> String {
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
        for name in [
            "Anna Bech",
            "Noname-Jensen",
            "Naam van der Berg",
            "anna-bech",
            "Ano Nymus",
            "Eileen van Onselen",
            "Bruno Namely",
        ] {
            assert!(!is_in(name), "{name}");
            assert_eq!(without(name), name);
        }
    }
}
