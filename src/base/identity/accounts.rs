//! Numbers of bank accounts and payment cards.

use super::{Found, Private, digits_at, numbers};

pub(super) fn find(line: &str, found: &mut Found) {
    for at in numbers(line) {
        if let Some(end) = card(line, at) {
            found.push((at..end, Private::Card));
        }
        // Two letters stand before the first digit of an account.
        if let Some(start) = at.checked_sub(2)
            && let Some(end) = iban(line, start)
        {
            found.push((start..end, Private::Iban));
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
    if start > 0 && bytes[start - 1].is_ascii_alphanumeric() {
        return None;
    }
    let mut signs = vec![];
    let mut at = start;
    while signs.len() < *length {
        match bytes.get(at)? {
            b' ' if signs.len() >= 4 && bytes[at - 1] != b' ' => {}
            byte if byte.is_ascii_alphanumeric() => signs.push(byte.to_ascii_uppercase()),
            _ => return None,
        }
        at += 1;
    }
    if bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
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
/// begin as those of a card and pass the test of Luhn (ISO/IEC 7812).
fn card(line: &str, at: usize) -> Option<usize> {
    let (digits, end) = digits_at(line, at, b" -")?;
    let groups: Vec<usize> = line[at..end].split([' ', '-']).map(str::len).collect();
    let is_grouped = matches!(groups[..], [16] | [4, 4, 4, 4] | [15] | [4, 6, 5]);
    let first =
        |count: usize| digits.iter().take(count).fold(0, |number, digit| number * 10 + digit);
    let begins = match digits.len() {
        15 => matches!(first(2), 34 | 37),
        16 => {
            matches!(first(4), 2221..=2720 | 3528..=3589 | 4000..=4999 | 5000..=5999 | 6011 | 6500..=6599)
        }
        _ => false,
    };
    let doubled = digits.iter().rev().enumerate().map(|(place, digit)| match place % 2 {
        1 if *digit > 4 => digit * 2 - 9,
        1 => digit * 2,
        _ => *digit,
    });
    (is_grouped && begins && doubled.sum::<u32>().is_multiple_of(10)).then_some(end)
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
        for line in [
            "4111111111111112",
            "41 11 11 11 11 11 11 11",
            "9111111111111111",
            "1234 5678 9012 3456",
        ] {
            assert_eq!(found(line), [], "{line}");
        }
    }
}
