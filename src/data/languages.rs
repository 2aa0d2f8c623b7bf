//! Languages that people write in, by the codes that stand in names of files and fields, and by what
//! is taken for such a code: so that a text in a language that the site does not have is known for
//! what it is.

use super::language_words::LANGUAGES;
use crate::base::{Code, Diagnostic};

/// Codes of languages that are also those of countries, with the language that people mean.
const COUNTRIES: &[(&str, &str)] = &[("se", "sv"), ("uk", "en")];

/// What is added to a hint where somebody may have written the code of a country.
pub(crate) fn or_country(code: &str) -> String {
    let meant = COUNTRIES.iter().find(|(country, _)| *country == code).map(|(_, meant)| *meant);
    let name = meant.and_then(english_name);
    match (meant, name, english_name(code)) {
        (Some(meant), Some(name), Some(own)) => {
            format!("; “{code}” is {own}: for {name}, write {meant}")
        }
        _ => String::new(),
    }
}

/// Whether it is no code of a language, but known as one: `dk`, which is told where it is listed.
pub(crate) fn is_mistaken(written: &str) -> bool {
    english_name(written).is_none() && code_of(written).is_some()
}

/// The English name of a language, also of one with a region: `nl-BE` is Dutch.
pub(crate) fn english_name(code: &str) -> Option<&'static str> {
    let language = without_region(code)?;
    let known = LANGUAGES.iter().find(|(known, ..)| *known == language);
    known.map(|(_, name, _)| *name)
}

/// What stands before the region, if there is none or it has the form of one.
fn without_region(code: &str) -> Option<&str> {
    let (language, region) = code.split_once('-').unwrap_or((code, ""));
    let is_region = region.len() <= 4 && region.bytes().all(|b| b.is_ascii_alphanumeric());
    is_region.then_some(language)
}

/// A name and what follows its last dot, if something stands before that.
fn parted(name: &str) -> Option<(&str, &str)> {
    let (base, code) = name.rsplit_once('.')?;
    (!base.is_empty() && !base.ends_with('/')).then_some((base, code))
}

/// The name and the language of a file whose name ends as that of a translation into a language
/// that the site does not have: `faq/a.da` is `faq/a` in Danish.
pub(crate) fn without_language<'a>(
    name: &'a str,
    languages: &[String],
) -> Option<(&'a str, &'a str)> {
    let (base, code) = parted(name)?;
    let is_missing = !languages.iter().any(|known| known == code);
    let is_language = english_name(code).is_some()
        || (!is_rather_a_name(code, languages) && meant(code, languages).is_some());
    (is_missing && is_language).then_some((base, code))
}

/// The end of a file's name that is taken for a language which the site does not have, though it is
/// not its code: `jp` with `ja` for Japanese. The file is a text of its own all the same.
pub(crate) fn likely_language<'a>(
    name: &'a str,
    languages: &[String],
) -> Option<(&'a str, &'static str)> {
    let (_, written) = parted(name)?;
    let code = code_of(written)?;
    let is_odd = without_language(name, languages).is_none()
        && english_name(written).is_none()
        && !is_rather_a_name(written, languages);
    is_odd.then_some((written, code))
}

/// `contact.us` is more likely a name than American English, if that is the first language.
fn is_rather_a_name(code: &str, languages: &[String]) -> bool {
    code == "us" && languages.first().is_some_and(|first| first.starts_with("en"))
}

/// What is said of a file or a text that is in a language which the site does not have: the same of
/// all of them, so that it is told once. It harms nobody, and is not shown; a story that names its
/// language is no translation, and is.
pub(crate) fn left_out<Place>(code: &str, name: &str, place: Place) -> Diagnostic<Place> {
    let message = format!(
        "“{code}” is not among the languages of this site, so translations into {name} are left out, \
         and only stories and talks in {name} are shown"
    );
    Diagnostic::new(Code::LanguageLeftOut, place, message).hint(format!(
        "Add \"{code}\" to languages in site.toml; or remove the translations: the files whose \
         names end in .{code}.md, and the texts called {code} in other files{}",
        or_country(code)
    ))
}

/// All codes of ISO 639-1.
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch \
    co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he \
    hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv \
    kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny \
    oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su \
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Whether there can be such a language: of three letters, there are too many to know them.
pub(crate) fn exists(code: &str) -> bool {
    let language = code.split('-').next().unwrap_or_default();
    language.len() == 3 || TWO_LETTERS.split_whitespace().any(|known| known == language)
}

/// The language of the site that somebody means who writes this, though it is not its code: `da` by
/// `dk`, `da_DK`, `dan`, `danish` or `dansk`.
pub(crate) fn meant<'a>(written: &str, languages: &'a [String]) -> Option<&'a str> {
    let code = code_of(written)?;
    let known = languages.iter().find(|known| known.split('-').next() == Some(code));
    known.map(String::as_str)
}

/// The code of the language that is written so.
pub(crate) fn code_of(written: &str) -> Option<&'static str> {
    let written = written.trim().to_lowercase().replace('_', "-");
    let plain = without_region(&written);
    let by_code = || LANGUAGES.iter().find(|(code, ..)| Some(*code) == plain);
    let by_name = || LANGUAGES.iter().find(|(_, name, _)| name.to_lowercase() == written);
    let by_others =
        || LANGUAGES.iter().find(|(_, _, others)| plain.is_some_and(|it| others.contains(&it)));
    by_code().or_else(by_name).or_else(by_others).map(|(code, ..)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_for_a_code_is_known() {
        let languages = ["en", "da", "nl-BE", "cs"].map(str::to_owned);
        for (written, code) in [
            ("dk", "da"),
            ("DK", "da"),
            ("da-DK", "da"),
            ("da_DK", "da"),
            ("dan", "da"),
            ("danish", "da"),
            ("Dansk", "da"),
            ("deens", "da"),
            ("engelsk", "en"),
            ("hollandsk", "nl-BE"),
            ("gb", "en"),
            ("en-GB", "en"),
            ("eng", "en"),
            ("english", "en"),
            ("cz", "cs"),
            ("nl", "nl-BE"),
        ] {
            assert_eq!(meant(written, &languages), Some(code), "{written}");
            let name = format!("faq/a.{written}");
            assert_eq!(without_language(&name, &languages), Some(("faq/a", written)));
        }
        for written in ["jp", "de", "js", "0", "v2", "final", "uk", "da-dansk"] {
            assert_eq!(meant(written, &languages), None, "{written}");
        }
        assert_eq!(without_language("contact.us", &languages), None);
        assert_eq!(
            without_language("a.us", &["da".to_owned(), "en".to_owned()]),
            Some(("a", "us"))
        );
    }

    #[test]
    fn codes_of_countries_are_known_for_what_they_are() {
        for written in ["dk", "cz", "gr", "jp", "ua", "kr", "cn", "en_GB", "Nederlands"] {
            assert!(is_mistaken(written), "{written}");
        }
        for code in ["da", "nl-BE", "se", "uk", "tlh"] {
            assert!(!is_mistaken(code), "{code}");
        }
        assert_eq!(or_country("se"), "; “se” is Northern Sami: for Swedish, write sv");
        assert_eq!(or_country("uk"), "; “uk” is Ukrainian: for English, write en");
        assert_eq!(or_country("da"), "");
    }

    #[test]
    fn a_language_that_does_not_exist_is_known() {
        assert!(LANGUAGES.iter().all(|(code, ..)| exists(code)));
        assert!(["tlh", "sr-Latn", "so", "nl-BE"].into_iter().all(exists));
        assert!(!["xx", "dn", ""].into_iter().any(exists));
    }

    #[test]
    fn only_codes_of_languages_are_without_language() {
        let languages = ["en".to_owned(), "nl".to_owned()];
        assert_eq!(without_language("faq/a.da", &languages), Some(("faq/a", "da")));
        assert_eq!(without_language("faq/a.nl-BE", &languages), Some(("faq/a", "nl-BE")));
        for name in ["faq/a.nl", "faq/a", "release-2.0", "node.js", "faq/.da", "a.md", "a.dansk"] {
            assert_eq!(without_language(name, &languages), None, "{name}");
        }
    }
}
