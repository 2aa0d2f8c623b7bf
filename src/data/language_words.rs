//! What people call languages: the one list of their codes and names.

/// Codes, English names, and what else people write: countries, the longer codes of ISO 639, and
/// names in the language itself, in Danish and in Dutch. `uk` is the code of Ukrainian, and nothing
/// else.
pub(super) const LANGUAGES: &[(&str, &str, &[&str])] = &[
    ("ar", "Arabic", &["arabisk", "arabisch"]),
    ("bg", "Bulgarian", &["bulgarsk", "bulgaars"]),
    ("bs", "Bosnian", &[]),
    ("ca", "Catalan", &[]),
    ("cs", "Czech", &["cz", "ces", "cze", "čeština", "tjekkisk", "tsjechisch"]),
    ("cy", "Welsh", &[]),
    ("da", "Danish", &["dk", "dan", "dansk", "deens", "dänisch"]),
    ("de", "German", &["deu", "ger", "deutsch", "tysk", "duits"]),
    ("el", "Greek", &["gr", "ell", "gre", "græsk", "grieks"]),
    ("en", "English", &["gb", "us", "eng", "engelsk", "engels", "englisch", "anglais"]),
    ("es", "Spanish", &["spa", "esp", "español", "spansk", "spaans"]),
    ("et", "Estonian", &["ee", "est", "eesti", "estisk"]),
    ("eu", "Basque", &[]),
    ("fa", "Persian", &[]),
    ("fi", "Finnish", &["fin", "suomi", "finsk"]),
    ("fo", "Faroese", &["færøsk", "faeroers"]),
    ("fr", "French", &["fra", "fre", "français", "fransk", "frans"]),
    ("fy", "Frisian", &["frysk"]),
    ("ga", "Irish", &[]),
    ("he", "Hebrew", &["il"]),
    ("hi", "Hindi", &[]),
    ("hr", "Croatian", &[]),
    ("hu", "Hungarian", &["magyar", "ungarsk", "hongaars"]),
    ("is", "Icelandic", &["íslenska", "islandsk", "ijslands"]),
    ("it", "Italian", &["ita", "italiano", "italiensk", "italiaans"]),
    ("ja", "Japanese", &["jp", "jpn"]),
    ("kl", "Greenlandic", &["kalaallisut", "grønlandsk"]),
    ("ko", "Korean", &["kr", "kor"]),
    ("lb", "Luxembourgish", &[]),
    ("lt", "Lithuanian", &["lietuvių", "litauisk", "litouws"]),
    ("lv", "Latvian", &["latviešu", "lettisk"]),
    ("mk", "Macedonian", &[]),
    ("mt", "Maltese", &[]),
    ("nb", "Norwegian", &["nob", "bokmål"]),
    (
        "nl",
        "Dutch",
        &[
            "nld",
            "dut",
            "nederlands",
            "nederlandsk",
            "hollandsk",
            "niederländisch",
            "vlaams",
            "flemish",
        ],
    ),
    ("nn", "Norwegian", &["nynorsk"]),
    ("no", "Norwegian", &["nor", "norsk", "noors"]),
    ("pl", "Polish", &["pol", "polski", "polsk"]),
    ("pt", "Portuguese", &["por", "português", "portugisisk", "portugees"]),
    ("ro", "Romanian", &["română", "rumænsk", "roemeens"]),
    ("ru", "Russian", &["russisk", "russisch"]),
    ("se", "Northern Sami", &[]),
    ("sk", "Slovak", &[]),
    ("sl", "Slovenian", &["si", "slv"]),
    ("sq", "Albanian", &[]),
    ("sr", "Serbian", &[]),
    ("sv", "Swedish", &["swe", "svensk", "svenska", "zweeds", "schwedisch"]),
    ("th", "Thai", &[]),
    ("tl", "Tagalog", &[]),
    ("tr", "Turkish", &["tur", "türkçe", "tyrkisk"]),
    ("uk", "Ukrainian", &["ua", "ukr", "українська", "ukrainsk", "oekraïens"]),
    ("ur", "Urdu", &[]),
    ("vi", "Vietnamese", &["vn"]),
    ("zh", "Chinese", &["cn", "zho", "chi", "kinesisk", "chinees"]),
];

/// Whether a part of a file's name that is the code of a language is more often something else: the
/// departments IT and HR, an English word, a country.
pub(crate) fn is_often_no_language(word: &str) -> bool {
    const OFTEN: &[&str] =
        &["as", "it", "hr", "no", "is", "us", "se", "uk", "el", "de", "et", "eu"];
    OFTEN.contains(&word.to_lowercase().as_str())
}
