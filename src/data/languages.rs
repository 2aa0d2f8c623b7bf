//! Languages that people write in, by the codes that stand in names of files and fields: so that a
//! text in a language that the site does not have is known for what it is.

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
    (has_name && is_missing && english_name(code).is_some()).then_some((base, code))
}

#[cfg(test)]
mod tests {
    use super::*;

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
