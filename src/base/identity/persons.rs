//! National numbers of people: CPR (Denmark) and BSN (the Netherlands).

use super::announced::{is_announced, is_in_an_address, is_of_a_thing, last_sentence, near};
use super::digits::{begins, digits, goes_on, groups, lengths, numbers};
use super::{Found, Private};

pub(super) fn find(line: &str, found: &mut Found) {
    for at in numbers(line) {
        if let Some(end) = cpr(line, at) {
            found.push((at..end, Private::Cpr));
        } else if let Some(end) = bare(line, at) {
            found.push((at..end, Private::MaybeCpr));
        } else if let Some(end) = bsn(line, at) {
            found.push((at..end, Private::Bsn));
        }
    }
}

/// Day, month, year and four more digits. With the hyphen that such numbers are written with, a day
/// that was is enough, unless the words before it say that it counts something else; without it, a
/// word that announces one. There is no check digit since 2007 (cpr.dk, “Personnumre uden
/// kontrolciffer”).
fn cpr(line: &str, at: usize) -> Option<usize> {
    const WORDS: &[&str] = &[
        "cpr",
        "civil registration",
        "personal identification",
        "person-n",
        "person n",
        "personn",
    ];
    if !begins(line, at, &["cpr", "nr", "nummer"]) {
        return None;
    }
    let groups = groups(line, at, &[" - ", " – ", "-", "–", " ", ".", "/"], 12);
    let lengths = lengths(&groups);
    // The last four digits are not those of a day.
    let (count, has_century) = match lengths[..] {
        [10, ..] => (1, false),
        [6, 4, ..] => (2, false),
        [8, 4, ..] => (2, true),
        [2, 2, 2, 4, ..] => (4, false),
        [2, 2, 4, 4, ..] => (4, true),
        [6, 2, 2, ..] => (3, false),
        [2, 2, 2, 2, 2, ..] => (5, false),
        _ => return None,
    };
    let digits = digits(line, &groups[..count]);
    let end = groups[count - 1].end;
    let is_day = match has_century {
        true => is_day_of(&digits, digits[4..8].iter().fold(0, |year, digit| year * 10 + digit)),
        false => is_day(&digits),
    };
    if !is_day || goes_on(line, end) {
        return None;
    }
    let is_written_so = lengths.starts_with(&[6, 4]) && &line[at + 6..end - 4] == "-";
    let is_alone =
        !is_part(line, at, end) && !is_of_a_thing(line, at) && !is_in_an_address(line, at, end);
    (is_written_so && is_alone || is_announced(line, at, end, WORDS)).then_some(end)
}

/// Ten digits without a sign, of which the first six are a day. One of thirty numbers begins so by
/// chance, so what may be the number of a thing or a telephone is left.
fn bare(line: &str, at: usize) -> Option<usize> {
    let groups = groups(line, at, &[], 10);
    let [group] = &groups[..] else { return None };
    if group.len() != 10 || !begins(line, at, &[]) || goes_on(line, group.end) {
        return None;
    }
    let digits = digits(line, &groups);
    // Mobile telephones of the Netherlands begin so.
    let is_mobile = line[at..].starts_with("06");
    // A number that had to be given anew is announced.
    let is_day = digits[0] < 4 && is_day(&digits);
    let beside = |at: Option<usize>| at.and_then(|at| line.as_bytes().get(at));
    let is_sign = |byte: &u8| b"+-./:,=#&_%$".contains(byte);
    let is_joined = beside(at.checked_sub(1)).is_some_and(is_sign)
        || beside(Some(group.end)).is_some_and(|it| b"-/:=_%".contains(it))
        || is_part(line, at, group.end)
        || stands_in_a_row(line, at, group.end);
    let is_alone = !is_joined && !is_of_a_thing(line, at) && !is_in_an_address(line, at, group.end);
    (is_day && !is_mobile && is_alone && !counts(line, at)).then_some(group.end)
}

/// Whether more digits stand before or behind a space: `978 0101605678`.
fn stands_in_a_row(line: &str, at: usize, end: usize) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let before = line[..at].strip_suffix(' ').and_then(|it| it.chars().next_back());
    let behind = line[end..].strip_prefix(' ').and_then(|it| it.chars().next());
    is_digit(before) || is_digit(behind)
}

/// Whether the words before it say of a number without signs that it is another one.
fn counts(line: &str, at: usize) -> bool {
    const WORDS: &[&str] = &[
        "bel", "call", "cvr", "ean", "faks", "fax", "gln", "gsm", "gtin", "id", "imei", "isbn",
        "issn", "kald", "kvk", "lokal", "mobiel", "mobil", "mobile", "nr", "no", "number",
        "nummer", "numret", "nummeret", "phone", "ring", "serie", "sms", "telefon", "telefoon",
        "tlf", "tel", "version", "versie", "whatsapp",
    ];
    let sentence = last_sentence(near(line, at)).to_lowercase();
    let words = sentence.rsplit(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    words.take(5).any(|word| WORDS.contains(&word))
}

/// Whether more digits belong to it: `2026-150358-7123`.
fn is_part(line: &str, at: usize, end: usize) -> bool {
    let is_digit = |at: usize| line.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let is_joined = |at: usize| matches!(line.as_bytes().get(at), Some(b'-' | b'.' | b'/'));
    at > 1 && is_joined(at - 1) && is_digit(at - 2) || is_joined(end) && is_digit(end + 1)
}

/// Whether the first six digits are a day. The seventh says the century; where a number had to be
/// given anew, 6 is added to the first (Danish Wikipedia, “CPR-nummer”).
fn is_day(digits: &[u32]) -> bool {
    let two = |at: usize| digits[at] * 10 + digits[at + 1];
    let year = two(4);
    let century = match (digits[6], year) {
        (0..=3, _) | (4 | 9, 37..) => 1900,
        (4 | 9, _) | (5..=8, ..=57) => 2000,
        _ => 1800,
    };
    is_day_of(digits, century + year)
}

fn is_day_of(digits: &[u32], year: u32) -> bool {
    let two = |at: usize| digits[at] * 10 + digits[at + 1];
    let (day, month) = (two(0), two(2));
    let day = if day > 60 { day - 60 } else { day };
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// Nine digits, of older ones eight, that pass the test of eleven: weights 9 to 2, the last one taken
/// off (Dutch Wikipedia, “Burgerservicenummer”). One of eleven numbers passes it by chance, so a word
/// has to announce it.
fn bsn(line: &str, at: usize) -> Option<usize> {
    const WORDS: &[&str] = &[
        "bsn",
        "burgerservice",
        "burger service",
        "burger-service",
        "citizen service",
        "sofinummer",
        "sofi-nummer",
        "sofi nummer",
    ];
    if !begins(line, at, &["bsn", "nummer", "nr"]) {
        return None;
    }
    let groups = groups(line, at, &[" - ", "-", "–", " ", "."], 9);
    let lengths = lengths(&groups);
    let whole = |count: &usize| lengths[..*count].iter().sum::<usize>() == 9;
    let count = (1..=lengths.len()).find(whole).or(match lengths[..] {
        [8, ..] => Some(1),
        [2, 3, 3, ..] => Some(3),
        _ => None,
    })?;
    let mut digits = digits(line, &groups[..count]);
    let end = groups[count - 1].end;
    if digits.len() == 8 {
        digits.insert(0, 0);
    }
    if goes_on(line, end) || digits.iter().all(|digit| *digit == 0) {
        return None;
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, 10];
    let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    (sum.is_multiple_of(11) && is_announced(line, at, end, WORDS)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn found(line: &str) -> Vec<(&str, Private)> {
        words(find, line)
    }

    /// Numbers of people who would be born before 1900, so nobody has them.
    #[test]
    fn a_danish_number_is_a_day_with_four_digits() {
        for line in ["Hun er 150358-7123.", "CPR: 1503587123", "cpr-nr. 150358 7123", "750358-7123"]
        {
            assert_eq!(found(line).len(), 1, "{line}");
        }
        for number in [
            "15.03.58-7123",
            "15-03-58-7123",
            "15.03.1958-7123",
            "15 03 58 7123",
            "150358 - 7123",
            "150358–7123",
            "15031958-7123",
            "1503587123",
        ] {
            for before in ["CPR ", "Personnummer: ", "CPR-nummeret på min ældste datter Sanne er "]
            {
                let line = format!("{before}{number} og 2 til");
                assert_eq!(found(&line), [(number, Private::Cpr)], "{line}");
            }
        }
        for line in [
            "Hun er 150358-7123 2 gange",
            "1503587123 (CPR)",
            "CPR1503587123",
            "Sag 4: hans CPR-nr. er 150358-7123",
            "Hun sagde 150358-7123",
        ] {
            assert_eq!(found(line).len(), 1, "{line}");
        }
        for line in [
            "Hun har et CPR-nummer. Min ordre er 1503587123",
            "Ordre 1503587123",
            "320358-7123",
            "290259-7123",
            "151358-7123",
            "A150358-7123",
            "150358-71234",
            "150358–7123 km",
        ] {
            assert_eq!(found(line), [], "{line}");
        }
    }

    #[test]
    fn ten_digits_that_begin_with_a_day_may_be_one() {
        for line in
            ["Hun hed 1503587123 dengang", "1503587123", "Mette (1503587123).", "Hej 0101605678,"]
        {
            let found = found(line);
            assert!(matches!(found[..], [(_, Private::MaybeCpr)]), "{line}: {found:?}");
        }
        for line in [
            "Ordre 1503587123",
            "ISBN 0101605678",
            "Ring 0101605678",
            "Bel ons op 0101605678",
            "tlf.nr. 0101605678",
            "Serienummer: 1503587123",
            "0612345678",
            "+1503587123",
            "7503587123",
            "3203587123",
            "1732190400",
            "2026112110",
            "1503587123 4711",
            "v=1503587123",
            "12,1503587123",
            "https://x.example/1503587123",
            "1503587123.jpg",
            "15035871234",
            "A1503587123",
        ] {
            assert_eq!(found(line), [], "{line}");
        }
    }

    #[test]
    fn numbers_of_things_and_files_are_none_of_people() {
        for line in [
            "ordrenummer 120290-1234",
            "Ordren havde nr. 120290-1234",
            "Faktura 240385-4711 og 240385-4712",
            "Sag nr. 240385-4711",
            "Kundenr. 120290-1234",
            "Tegning 150675-2204",
            "Reservedel nr. 150675-2204",
            "Zaaknummer: 150675-2204",
            "Serial number 150675-2204",
            "Art.nr. 150675-2204, P/N 150675-2205",
            "kl. 010203-0405",
            "[tegning](https://x.example/tegninger/150675-2204.pdf)",
            "Se 150675-2204.jpg.",
            "![](billeder/150675-2204_2.jpg)",
            "2026-150675-2204",
        ] {
            assert_eq!(found(line), [], "{line}");
        }
        assert_eq!(found("Tegning af CPR: 150675-2204").len(), 1);
    }

    /// 249566758 was published as one that nobody has.
    #[test]
    fn a_dutch_number_is_announced_and_passes_the_test_of_eleven() {
        assert_eq!(found("BSN 249566758"), [("249566758", Private::Bsn)]);
        assert_eq!(found("burgerservicenummer: 249.566.758"), [("249.566.758", Private::Bsn)]);
        for line in [
            "BSN 123-456-782",
            "BSN123456782",
            "Burger Service Nummer 123456782",
            "BSN van mijn oudste dochter Sanne is 123456782",
            "BSN (burgerservicenummer) van mijn dochter: 123456782",
            "BSN 123456782 06 12345678",
            "123456782 (BSN)",
            "BSN 1234.56.782",
        ] {
            assert_eq!(found(line).len(), 1, "{line}");
        }
        for line in ["249566758", "BSN 249566759", "BSN 000000000"] {
            assert_eq!(found(line), [], "{line}");
        }
    }
}
