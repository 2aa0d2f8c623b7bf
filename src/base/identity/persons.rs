//! National numbers of people: CPR (Denmark) and BSN (the Netherlands).

use super::{Found, Private, digits_at, is_announced, numbers};

pub(super) fn find(line: &str, found: &mut Found) {
    for at in numbers(line) {
        if let Some(end) = cpr(line, at) {
            found.push((at..end, Private::Cpr));
        } else if let Some(end) = bsn(line, at) {
            found.push((at..end, Private::Bsn));
        }
    }
}

/// Day, month, year and four more digits. With the hyphen that such numbers are written with, a day
/// that was is enough; without it, a word that announces one. There is no check digit since 2007
/// (cpr.dk, “Personnumre uden kontrolciffer”).
fn cpr(line: &str, at: usize) -> Option<usize> {
    let (digits, end) = digits_at(line, at, b"- ")?;
    let typed = &line[at..end];
    let has_hyphen = typed.len() == 11 && typed.as_bytes()[6] == b'-';
    let is_bare = typed.len() == 10 || typed.len() == 11 && typed.as_bytes()[6] == b' ';
    let is_written_so = has_hyphen
        || is_bare && is_announced(line, at, &["cpr", "personnummer", "person-nr", "personnr"]);
    (digits.len() == 10 && is_written_so && is_day(&digits)).then_some(end)
}

/// Whether the first six digits are a day. The seventh says the century; where a number had to be
/// given anew, 6 is added to the first (Danish Wikipedia, “CPR-nummer”).
fn is_day(digits: &[u32]) -> bool {
    let two = |at: usize| digits[at] * 10 + digits[at + 1];
    let (day, month, year) = (two(0), two(2), two(4));
    let day = if day > 60 { day - 60 } else { day };
    let century = match (digits[6], year) {
        (0..=3, _) | (4 | 9, 37..) => 1900,
        (4 | 9, _) | (5..=8, ..=57) => 2000,
        _ => 1800,
    };
    let year = century + year;
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
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
    let (mut digits, end) = digits_at(line, at, b". ")?;
    if digits.len() == 8 {
        digits.insert(0, 0);
    }
    if digits.len() != 9 || digits.iter().all(|digit| *digit == 0) {
        return None;
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, 10];
    let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    let words = ["bsn", "burgerservice", "sofinummer", "sofi-nummer"];
    (sum.is_multiple_of(11) && is_announced(line, at, &words)).then_some(end)
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
        for line in [
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

    /// 249566758 was published as one that nobody has.
    #[test]
    fn a_dutch_number_is_announced_and_passes_the_test_of_eleven() {
        assert_eq!(found("BSN 249566758"), [("249566758", Private::Bsn)]);
        assert_eq!(found("burgerservicenummer: 249.566.758"), [("249.566.758", Private::Bsn)]);
        for line in ["249566758", "BSN 249566759", "BSN 000000000"] {
            assert_eq!(found(line), [], "{line}");
        }
    }
}
