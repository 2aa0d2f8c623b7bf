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

/// What Windows calls time zones, without `Standard Time`, in small letters and without spaces.
const OF_WINDOWS: &[(&str, &str)] = &[
    ("romance", "Europe/Copenhagen"),
    ("w.europe", "Europe/Amsterdam"),
    ("centraleurope", "Europe/Budapest"),
    ("centraleuropean", "Europe/Warsaw"),
    ("gmt", "Europe/London"),
    ("greenwich", "Atlantic/Reykjavik"),
    ("fle", "Europe/Helsinki"),
    ("gtb", "Europe/Bucharest"),
    ("e.europe", "Europe/Chisinau"),
    ("turkey", "Europe/Istanbul"),
    ("kaliningrad", "Europe/Kaliningrad"),
    ("russian", "Europe/Moscow"),
    ("greenland", "America/Nuuk"),
    ("newfoundland", "America/St_Johns"),
    ("atlantic", "America/Halifax"),
    ("eastern", "America/New_York"),
    ("central", "America/Chicago"),
    ("mountain", "America/Denver"),
    ("usmountain", "America/Phoenix"),
    ("pacific", "America/Los_Angeles"),
    ("alaskan", "America/Anchorage"),
    ("hawaiian", "Pacific/Honolulu"),
    ("e.southamerica", "America/Sao_Paulo"),
    ("argentina", "America/Argentina/Buenos_Aires"),
    ("sapacific", "America/Bogota"),
    ("southafrica", "Africa/Johannesburg"),
    ("w.centralafrica", "Africa/Lagos"),
    ("e.africa", "Africa/Nairobi"),
    ("egypt", "Africa/Cairo"),
    ("morocco", "Africa/Casablanca"),
    ("israel", "Asia/Jerusalem"),
    ("arab", "Asia/Riyadh"),
    ("arabian", "Asia/Dubai"),
    ("pakistan", "Asia/Karachi"),
    ("india", "Asia/Kolkata"),
    ("seasia", "Asia/Bangkok"),
    ("china", "Asia/Shanghai"),
    ("singapore", "Asia/Singapore"),
    ("tokyo", "Asia/Tokyo"),
    ("korea", "Asia/Seoul"),
    ("w.australia", "Australia/Perth"),
    ("auseastern", "Australia/Sydney"),
    ("e.australia", "Australia/Brisbane"),
    ("newzealand", "Pacific/Auckland"),
];

/// The zone that Windows calls so: `Romance Standard Time`, `Romance (normaltid)`, or by its list of
/// cities, `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`. `text` is as it was typed.
pub(super) fn of_windows(text: &str) -> Option<&'static str> {
    let lower = text.trim().to_lowercase();
    if let Some((offset, cities)) = lower.split_once(')')
        && offset.starts_with(['('])
    {
        let zones = || cities.split(',').filter_map(|city| of_city(city.trim()));
        // Of many cities, those of the languages that the interface speaks come first.
        let ours = ["Europe/Copenhagen", "Europe/Amsterdam", "Europe/London"];
        return zones().find(|zone| ours.contains(zone)).or_else(|| zones().next());
    }
    let ends = [
        "standardtime",
        "daylighttime",
        "summertime",
        "normaltid",
        "(normaltid)",
        "sommertid",
        "(sommertid)",
        "standaardtijd",
        "(standaardtijd)",
        "zomertijd",
        "(zomertijd)",
    ];
    let folded: String = lower.split_whitespace().collect();
    let name = ends.iter().find_map(|end| folded.strip_suffix(end))?;
    OF_WINDOWS.iter().find(|(known, _)| *known == name).map(|(_, zone)| *zone)
}

/// The zones of the cities that Windows lists.
fn of_city(city: &str) -> Option<&'static str> {
    const CITIES: &[(&str, &str)] = &[
        ("copenhagen", "Europe/Copenhagen"),
        ("kopenhagen", "Europe/Copenhagen"),
        ("amsterdam", "Europe/Amsterdam"),
        ("london", "Europe/London"),
        ("londen", "Europe/London"),
        ("dublin", "Europe/Dublin"),
        ("helsinki", "Europe/Helsinki"),
        ("warsaw", "Europe/Warsaw"),
        ("warszawa", "Europe/Warsaw"),
        ("prag", "Europe/Prague"),
        ("prague", "Europe/Prague"),
        ("athen", "Europe/Athens"),
        ("athens", "Europe/Athens"),
        ("reykjavik", "Atlantic/Reykjavik"),
    ];
    let own = CITIES.iter().find(|(known, _)| *known == city).map(|(_, zone)| *zone);
    own.or_else(|| called(&city.replace(' ', "")))
}

/// Whether this means the clock of whatever computer builds the site.
pub(super) fn is_of_computer(text: &str) -> bool {
    let words =
        ["local", "localtime", "system", "auto", "automatic", "lokal", "lokaltid", "default"];
    let folded = text.trim().to_lowercase().replace(['-', '_', ' '], "");
    words.contains(&&*folded) || matches!(&*folded, "lokaal" | "lokaletijd" | "systemlocal")
}

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
            ("Romance Standard Time", "Europe/Copenhagen"),
            ("romance daylight time", "Europe/Copenhagen"),
            ("Romance (sommertid)", "Europe/Copenhagen"),
            ("W. Europe Standard Time", "Europe/Amsterdam"),
            ("W.Europe Standard Time", "Europe/Amsterdam"),
            ("GMT Standard Time", "Europe/London"),
            ("Central European Standard Time", "Europe/Warsaw"),
            ("Eastern Standard Time", "America/New_York"),
            ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Copenhagen"),
            ("(UTC+01:00) Bruxelles, København, Madrid, Paris", "Europe/Copenhagen"),
            ("(UTC+01:00) Amsterdam, Berlin, Bern, Rom", "Europe/Amsterdam"),
            ("Copenhagen", "Europe/Copenhagen"),
            ("copenhagen, denmark", "Europe/Copenhagen"),
            ("Denmark/Copenhagen", "Europe/Copenhagen"),
            ("CEST", "CET"),
            ("Danmark", "Europe/Copenhagen"),
            ("København", "Europe/Copenhagen"),
            ("Europe/Aarhus", "Europe/Copenhagen"),
            ("Dansk tid", "Europe/Copenhagen"),
            ("Dutch time", "Europe/Amsterdam"),
        ] {
            let told = Zone::parse(typed).expect_err(typed).suggestion;
            assert_eq!(told.as_deref(), Some(zone), "{typed}");
        }
        for (_, zone) in OF_WINDOWS {
            assert!(Zone::parse(zone).is_ok(), "{zone}");
        }
        for typed in ["local", "Lokal tid", "system"] {
            let told = Zone::parse(typed).expect_err(typed);
            assert!(told.message.contains("computer"), "{typed}: {}", told.message);
        }
        // This one is in the database, with its summer time.
        assert!(Zone::parse("CET").is_ok());
    }
}
