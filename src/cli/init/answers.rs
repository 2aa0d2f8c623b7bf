//! What the one who begins a site says about it.

use super::forge::Forge;
use crate::base::character::is_refused;
use crate::data::languages::{code_of, english_name};

#[derive(Clone, Default)]
pub(super) struct Answers {
    pub(super) name: Option<String>,
    pub(super) languages: Option<Languages>,
    pub(super) helper: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) forge: Option<Forge>,
}

/// Codes of languages, the first of the site first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Languages(pub(super) Vec<&'static str>);

/// The languages in which there are texts to begin with.
pub(super) const LANGUAGES: [&str; 3] = ["en", "da", "nl"];

const MOST: usize = 100;

impl Answers {
    /// Codes of its languages; without an answer, English.
    pub(super) fn codes(&self) -> &[&'static str] {
        self.languages.as_ref().map_or(&LANGUAGES[..1], |languages| &languages.0)
    }

    pub(super) fn languages_in_words(&self) -> String {
        let names: Vec<&str> = self.codes().iter().filter_map(|code| english_name(code)).collect();
        match names.split_last() {
            Some((last, others)) if !others.is_empty() => {
                format!("{} and {last}", others.join(", "))
            }
            _ => names.concat(),
        }
    }
}

pub(super) fn name(text: &str) -> Result<String, String> {
    one_line(text, "the name of a company")
}

pub(super) fn helper(text: &str) -> Result<String, String> {
    let name = one_line(text, "a name")?;
    match name.contains(char::is_alphabetic) {
        true => Ok(name),
        false => Err("write a first and a last name, such as Anna Bech".to_owned()),
    }
}

pub(super) fn phone(text: &str) -> Result<String, String> {
    let number = one_line(text, "a telephone number")?;
    let is_sign = |c: char| c.is_ascii_digit() || " +-./()".contains(c);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    match number.chars().all(is_sign) && (3..=20).contains(&digits) && number.len() <= 40 {
        true => Ok(number),
        false => Err("write a telephone number, such as +45 00 00 44 11".to_owned()),
    }
}

/// `da, en`, also by their names.
pub(super) fn languages(text: &str) -> Result<Languages, String> {
    let mut codes = vec![];
    for word in text.split([',', ' ', ';']).filter(|word| !word.is_empty()) {
        let asked = code_of(word).unwrap_or_default();
        let Some(code) = LANGUAGES.into_iter().find(|code| *code == asked) else {
            let word: String = word.chars().take(40).filter(|c| !is_refused(*c)).collect();
            return Err(format!(
                "there are no texts to begin with in “{word}”: choose from da, en and nl, and add \
                 other languages later"
            ));
        };
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    match codes.is_empty() {
        true => Err("name one or more of da, en and nl, with commas between".to_owned()),
        false => Ok(Languages(codes)),
    }
}

fn one_line(text: &str, what: &str) -> Result<String, String> {
    let text = text.trim();
    if text.contains(['\n', '\r']) {
        return Err(format!("{what} is one line: leave out the line break"));
    }
    if text.contains(|c: char| c.is_control() || is_refused(c)) {
        return Err(format!("{what} can have no invisible characters: type it again"));
    }
    match text.chars().count() {
        0 => Err(format!(
            "{what} has at least one letter: leave out the option if you do not know it"
        )),
        length if length > MOST => Err(format!("{what} can have at most {MOST} characters")),
        _ => Ok(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_one_line_that_everybody_sees() {
        assert_eq!(name(" A/S \"Søn & Co\" #1 🚢 ").as_deref(), Ok("A/S \"Søn & Co\" #1 🚢"));
        for wrong in ["", "  ", "A\nB", "A\rB", "A\u{7}B", "A\u{202e}B", &"x".repeat(101)] {
            assert!(name(wrong).is_err(), "{wrong:?}");
        }
        assert!(helper("112").is_err());
        for right in ["+45 00 00 44 11", "112", "(010) 123-45.67"] {
            assert_eq!(phone(right).as_deref(), Ok(right));
        }
        for wrong in ["none", "12", "+45 00 [x]", &"1".repeat(21)] {
            assert!(phone(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn languages_are_given_by_code_or_name_and_each_once() {
        let codes = |text: &str| languages(text).map(|it| it.0);
        assert_eq!(codes("da"), Ok(vec!["da"]));
        assert_eq!(codes("nl, EN,nl"), Ok(vec!["nl", "en"]));
        assert_eq!(codes("dansk engelsk"), Ok(vec!["da", "en"]));
        assert!(codes("da,xx").is_err() && codes(" ,").is_err() && codes("de").is_err());
    }
}
