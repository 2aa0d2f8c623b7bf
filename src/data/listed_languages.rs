//! Several languages that are typed as one text: `en, da`, `Danish and Dutch`, `EN/DA`.

use super::languages::code_of;

/// What may stand between two languages; `en` alone may be Dutch for “and”, or English.
const BETWEEN: [char; 8] = [',', ';', '/', '|', '+', '&', '\n', '\t'];
const AND: [&str; 4] = ["and", "og", "samt", "und"];

/// The codes of the languages that are meant, if all words are languages.
pub(crate) fn codes(written: &str) -> Option<Vec<&str>> {
    let parts = written.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty());
    let mut codes = vec![];
    for part in parts {
        match code(part) {
            Some(code) => codes.push(code),
            None => codes.extend(codes_of_words(part)?),
        }
    }
    (!codes.is_empty()).then_some(codes)
}

fn codes_of_words(part: &str) -> Option<Vec<&str>> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let is_name = |word: &&&str| word.len() > 3;
    let is_and = |(at, word): (usize, &str)| {
        AND.contains(&word)
            || word == "en"
                && at > 0
                && at + 1 < words.len()
                && words.iter().filter(is_name).count() + 1 == words.len()
    };
    let languages = words.iter().enumerate().filter(|(at, word)| !is_and((*at, word)));
    languages.map(|(_, word)| code(word)).collect()
}

/// The code of one language; a region in its own letters stays.
fn code(word: &str) -> Option<&str> {
    let code = code_of(word)?;
    let has_region = word
        .split_once('-')
        .is_some_and(|(language, region)| language == code && region == region.to_uppercase());
    Some(if has_region { word } else { code })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_however_they_stand_in_one_text() {
        for (written, wanted) in [
            ("en, da, nl", "en da nl"),
            ("en da nl", "en da nl"),
            ("EN/DA", "en da"),
            ("English, Danish and Dutch", "en da nl"),
            ("engelsk og dansk", "en da"),
            ("Deens en Nederlands", "da nl"),
            ("da en nl", "da en nl"),
            ("en;nl-BE", "en nl-BE"),
            ("Northern Sami, dk", "se da"),
            ("English", "en"),
        ] {
            assert_eq!(codes(written).map(|it| it.join(" ")).as_deref(), Some(wanted), "{written}");
        }
        for written in ["", "../x", "en, Klingon", "our own words"] {
            assert_eq!(codes(written), None, "{written}");
        }
    }
}
