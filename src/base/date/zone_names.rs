//! Countries, languages and cities by which people call a time zone.

/// Time zones with other words for them, in small letters and without spaces.
const CALLED: &[(&str, &[&str])] = &[
    (
        "Europe/Copenhagen",
        &[
            "denmark",
            "danmark",
            "danish",
            "dansk",
            "københavn",
            "kobenhavn",
            "aarhus",
            "århus",
            "odense",
            "aalborg",
            "ålborg",
            "esbjerg",
            "denemarken",
            "deens",
        ],
    ),
    (
        "Europe/Amsterdam",
        &[
            "netherlands",
            "thenetherlands",
            "nederland",
            "nederlands",
            "holland",
            "dutch",
            "hollandsk",
            "nederlandene",
            "rotterdam",
            "utrecht",
            "denhaag",
            "thehague",
        ],
    ),
    (
        "Europe/London",
        &[
            "uk",
            "england",
            "britain",
            "greatbritain",
            "unitedkingdom",
            "british",
            "bst",
            "harwich",
            "storbritannien",
            "engeland",
        ],
    ),
    ("Europe/Brussels", &["belgium", "belgië", "belgien", "brussel", "antwerpen", "antwerp"]),
    ("Europe/Berlin", &["germany", "german", "deutschland", "tyskland", "duitsland", "hamburg"]),
    ("Europe/Stockholm", &["sweden", "swedish", "sverige", "zweden", "göteborg", "gothenburg"]),
    ("Europe/Oslo", &["norway", "norwegian", "norge", "noorwegen", "bergen"]),
    ("Europe/Helsinki", &["finland", "suomi"]),
    ("Europe/Paris", &["france", "french", "frankrig", "frankrijk"]),
    ("Europe/Warsaw", &["polen", "polska", "gdansk", "gdańsk"]),
    ("Atlantic/Reykjavik", &["island", "ijsland", "ísland"]),
    ("Atlantic/Faroe", &["færøerne", "faroeislands", "føroyar"]),
    ("America/Nuuk", &["greenland", "grønland", "groenland"]),
    ("America/Sao_Paulo", &["brasil", "brasilien", "brazilië", "sãopaulo"]),
    ("CET", &["cest", "mez", "mesz"]),
];

/// The zone that somebody means by a country, a language or a city; `folded` is in small letters
/// and without spaces.
pub(super) fn called(folded: &str) -> Option<&'static str> {
    let city = folded.rsplit('/').next().unwrap_or(folded);
    let without = |end: &str| city.strip_suffix(end).filter(|rest| rest.len() > 3);
    let word = ["time", "tid", "tijd"].iter().find_map(|end| without(end)).unwrap_or(city);
    let is = |words: &&[&str]| words.contains(&word) || words.contains(&city);
    CALLED.iter().find(|(_, words)| is(words)).map(|(zone, _)| *zone)
}

#[cfg(test)]
mod tests {
    use super::super::Zone;
    use super::*;

    #[test]
    fn every_zone_is_known_and_no_word_is_one_already() {
        for (zone, words) in CALLED {
            assert!(Zone::parse(zone).is_ok(), "{zone}");
            for word in *words {
                let told = Zone::parse(word).expect_err(word).suggestion;
                assert_eq!(told.as_deref(), Some(*zone), "{word}");
            }
        }
        for (typed, zone) in [
            ("Danmark", "Europe/Copenhagen"),
            ("København", "Europe/Copenhagen"),
            ("Europe/Aarhus", "Europe/Copenhagen"),
            ("Dansk tid", "Europe/Copenhagen"),
            ("Dutch time", "Europe/Amsterdam"),
        ] {
            let told = Zone::parse(typed).expect_err(typed).suggestion;
            assert_eq!(told.as_deref(), Some(zone), "{typed}");
        }
    }
}
