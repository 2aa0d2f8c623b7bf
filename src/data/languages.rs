//! Languages that people write in, by the codes that stand in names of files and fields: so that a
//! text in a language that the site does not have is known for what it is.

use super::translated;

/// Codes and English names.
const NAMES: &[(&str, &str)] = &[
    ("ar", "Arabic"),
    ("bg", "Bulgarian"),
    ("bs", "Bosnian"),
    ("ca", "Catalan"),
    ("cs", "Czech"),
    ("cy", "Welsh"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("eu", "Basque"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fo", "Faroese"),
    ("fr", "French"),
    ("fy", "Frisian"),
    ("ga", "Irish"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("is", "Icelandic"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("kl", "Greenlandic"),
    ("ko", "Korean"),
    ("lb", "Luxembourgish"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("mk", "Macedonian"),
    ("mt", "Maltese"),
    ("nb", "Norwegian"),
    ("nl", "Dutch"),
    ("nn", "Norwegian"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("se", "Northern Sami"),
    ("sk", "Slovak"),
    ("sl", "Slovenian"),
    ("sq", "Albanian"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("th", "Thai"),
    ("tl", "Tagalog"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("vi", "Vietnamese"),
    ("zh", "Chinese"),
];

/// The English name of a language, also of one with a region: `nl-BE` is Dutch.
pub(crate) fn english_name(code: &str) -> Option<&'static str> {
    let (language, region) = code.split_once('-').unwrap_or((code, ""));
    let is_plain = region.len() <= 4 && region.bytes().all(|b| b.is_ascii_alphanumeric());
    let known = NAMES.iter().find(|(known, _)| *known == language && is_plain);
    known.map(|(_, name)| *name)
}

/// The name and the language of a file whose name ends as that of a translation into a language
/// that the site does not have: `faq/a.da` is `faq/a` in Danish.
pub(crate) fn left_out<'a>(name: &'a str, languages: &[String]) -> Option<(&'a str, &'a str)> {
    let (base, code) = name.rsplit_once('.')?;
    let has_name = !base.is_empty() && !base.ends_with('/');
    let is_missing = !languages.iter().any(|known| known == code);
    // `contact.us` is more likely a name than American English, if that is the first language.
    let is_name = code == "us" && languages.first().is_some_and(|first| first.starts_with("en"));
    let is_language =
        english_name(code).is_some() || (!is_name && meant(code, languages).is_some());
    (has_name && is_missing && is_language).then_some((base, code))
}

/// The language of the site that somebody means who writes this at the end of a file's name, though
/// it is not its code: `da` by `dk`, `da_DK`, `dan` or `danish`.
pub(crate) fn meant<'a>(written: &str, languages: &'a [String]) -> Option<&'a str> {
    let written = written.to_lowercase().replace('_', "-");
    let (first, region) = written.split_once('-').unwrap_or((&written, ""));
    let is_plain = region.len() <= 4 && region.bytes().all(|b| b.is_ascii_alphanumeric());
    let by_code = NAMES.iter().find(|(code, _)| *code == first && is_plain).map(|(code, _)| *code);
    let by_name = || {
        let named = NAMES.iter().find(|(_, name)| name.to_lowercase() == written);
        named.map(|(code, _)| *code).or_else(|| translated::language(&written))
    };
    let by_country = || {
        let known = OTHERS.iter().find(|(_, others)| others.contains(&first) && is_plain);
        known.map(|(code, _)| *code)
    };
    let code = by_code.or_else(by_name).or_else(by_country)?;
    let known = languages.iter().find(|known| known.split('-').next() == Some(code));
    known.map(String::as_str)
}

/// What is taken for a code: countries, and the longer codes of ISO 639.
const OTHERS: &[(&str, &[&str])] = &[
    ("cs", &["cz", "ces", "cze"]),
    ("da", &["dk", "dan"]),
    ("de", &["deu", "ger", "deutsch"]),
    ("el", &["gr", "ell", "gre"]),
    ("en", &["gb", "us", "eng"]),
    ("es", &["spa", "esp"]),
    ("et", &["ee", "est"]),
    ("fi", &["fin"]),
    ("fr", &["fra", "fre"]),
    ("it", &["ita"]),
    ("ja", &["jp", "jpn"]),
    ("ko", &["kr", "kor"]),
    ("nb", &["nob"]),
    ("nl", &["nld", "dut"]),
    ("no", &["nor"]),
    ("pl", &["pol"]),
    ("pt", &["por"]),
    ("sl", &["slv"]),
    ("sv", &["swe"]),
    ("tr", &["tur"]),
    ("uk", &["ua", "ukr"]),
    ("zh", &["cn", "zho", "chi"]),
];

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
            ("gb", "en"),
            ("en-GB", "en"),
            ("eng", "en"),
            ("english", "en"),
            ("cz", "cs"),
            ("nl", "nl-BE"),
        ] {
            assert_eq!(meant(written, &languages), Some(code), "{written}");
            let name = format!("faq/a.{written}");
            assert_eq!(left_out(&name, &languages), Some(("faq/a", written)));
        }
        for written in ["jp", "de", "js", "0", "v2", "final", "uk", "da-dansk"] {
            assert_eq!(meant(written, &languages), None, "{written}");
        }
        assert_eq!(left_out("contact.us", &languages), None);
        assert_eq!(left_out("a.us", &["da".to_owned(), "en".to_owned()]), Some(("a", "us")));
    }

    #[test]
    fn only_codes_of_languages_are_left_out() {
        let languages = ["en".to_owned(), "nl".to_owned()];
        assert_eq!(left_out("faq/a.da", &languages), Some(("faq/a", "da")));
        assert_eq!(left_out("faq/a.nl-BE", &languages), Some(("faq/a", "nl-BE")));
        for name in ["faq/a.nl", "faq/a", "release-2.0", "node.js", "faq/.da", "a.md", "a.dansk"] {
            assert_eq!(left_out(name, &languages), None, "{name}");
        }
    }
}
