//! Numbers of bank accounts and payment cards.

use super::digits::{begins, digits, goes_on, groups, lengths, numbers};
use super::{Found, Private};

pub(super) fn find(line: &str, found: &mut Found) {
    for at in numbers(line) {
        if let Some(end) = card(line, at) {
            found.push((at..end, Private::Card));
        }
        // Two letters stand before the first digit of an account, and at times a space.
        for start in (at.saturating_sub(3)..at.saturating_sub(1)).rev() {
            if let Some(end) = iban(line, start) {
                found.push((start..end, Private::Iban));
            }
        }
    }
}

/// How long the numbers of a country are (the registry of ISO 13616, as SWIFT publishes it).
const LENGTHS: &[(&str, usize)] = &[
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GL", 18),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IS", 26),
    ("IT", 27),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("TR", 26),
    ("UA", 29),
];

/// The country, two digits that check, and the number; alone or in groups. Read as one number with
/// the beginning at the end, it leaves 1 when divided by 97.
fn iban(line: &str, start: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    let country = line.get(start..start + 2)?.to_ascii_uppercase();
    let (_, length) = LENGTHS.iter().find(|(code, _)| *code == country)?;
    if !begins(line, start, &["iban"]) {
        return None;
    }
    let mut signs = vec![];
    let mut at = start;
    while signs.len() < *length {
        match bytes.get(at)? {
            b' ' if signs.len() == 2 => {}
            b' ' | b'-' | b'.' if signs.len() >= 4 && bytes[at - 1].is_ascii_alphanumeric() => {}
            byte if byte.is_ascii_alphanumeric() => signs.push(byte.to_ascii_uppercase()),
            _ => return None,
        }
        at += 1;
    }
    if goes_on(line, at) {
        return None;
    }
    let value = |byte: u8| match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        _ => u32::from(byte - b'A') + 10,
    };
    let turned = signs[4..].iter().chain(&signs[..4]);
    let rest = turned.fold(0, |rest, byte| {
        let value = value(*byte);
        (rest * if value > 9 { 100 } else { 10 } + value) % 97
    });
    (rest == 1).then_some(at)
}

/// Sixteen digits, of American Express fifteen, alone or in the groups that stand on cards, that
/// begin as those of a card and pass the test of Luhn (ISO/IEC 7812). What stands behind them does not
/// matter, if it is no other such group of a list: people write the day and the code there.
fn card(line: &str, at: usize) -> Option<usize> {
    if !begins(line, at, &[]) {
        return None;
    }
    const FORMS: &[&[usize]] = &[&[16], &[4, 4, 4, 4], &[15], &[4, 6, 5]];
    let groups = groups(line, at, &[" ", "-", "–", "."], 16);
    let lengths = lengths(&groups);
    let form = FORMS.iter().find(|form| lengths.starts_with(form))?;
    let digits = digits(line, &groups[..form.len()]);
    let end = groups[form.len() - 1].end;
    let first =
        |count: usize| digits.iter().take(count).fold(0, |number, digit| number * 10 + digit);
    let begins = match digits.len() {
        15 => matches!(first(2), 34 | 37),
        _ => {
            matches!(first(4), 2221..=2720 | 3528..=3589 | 4000..=4999 | 5000..=5999 | 6011 | 6500..=6599)
        }
    };
    let doubled = digits.iter().rev().enumerate().map(|(place, digit)| match place % 2 {
        1 if *digit > 4 => digit * 2 - 9,
        1 => digit * 2,
        _ => *digit,
    });
    let is_card = begins && doubled.sum::<u32>().is_multiple_of(10);
    (is_card && !goes_on(line, end) && !(form.len() > 1 && is_listed(line, end))).then_some(end)
}

/// Whether a group of four digits follows that is neither a month with a year nor a year.
fn is_listed(line: &str, end: usize) -> bool {
    if !line[end..].starts_with([' ', '-']) {
        return false;
    }
    let next = groups(line, end + 1, &[], 4);
    let Some(next) = next.first().filter(|next| next.len() == 4) else { return false };
    let number: u32 = line[next.clone()].parse().unwrap_or(0);
    !matches!((number / 100, number % 100), (1..=12 | 20, 20..=49))
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn found(line: &str) -> Vec<(&str, Private)> {
        words(find, line)
    }

    /// The examples of the banks' own papers.
    #[test]
    fn an_account_is_found_in_groups_and_alone() {
        for account in [
            "NL91ABNA0417164300",
            "NL91 ABNA 0417 1643 00",
            "DK5000400440116243",
            "dk50 0040 0440 1162 43",
            "NL91-ABNA-0417-1643-00",
            "NL91.ABNA.0417.1643.00",
            "NL 91 ABNA 0417 1643 00",
        ] {
            assert_eq!(found(&format!("Konto {account}.")), [(account, Private::Iban)]);
        }
        for line in
            ["NL92ABNA0417164300", "XNL91ABNA0417164300", "NL91ABNA04171643001", "NL91 ABNA"]
        {
            assert_eq!(found(line), [], "{line}");
        }
    }

    /// The numbers with which shops try their tills.
    #[test]
    fn a_card_is_found_as_it_stands_on_it() {
        for card in
            ["4111111111111111", "4242 4242 4242 4242", "5555-5555-5555-4444", "3782 822463 10005"]
        {
            assert_eq!(found(&format!("Kort {card}!")), [(card, Private::Card)]);
        }
        for behind in [" 12/28 CVV 123", " 12 28", " 1228", " 123", "-12", " 2028", ".", ", 12"] {
            for card in ["4111111111111111", "4111 1111 1111 1111", "4111.1111.1111.1111"] {
                let line = format!("Kort 2: {card}{behind}");
                assert_eq!(found(&line), [(card, Private::Card)], "{line}");
            }
        }
        for line in [
            "4111111111111112",
            "4111 1111 1111 1111 4222 4333",
            "41111111111111111",
            "41 11 11 11 11 11 11 11",
            "9111111111111111",
            "1234 5678 9012 3456",
        ] {
            assert_eq!(found(line), [], "{line}");
        }
    }
}
