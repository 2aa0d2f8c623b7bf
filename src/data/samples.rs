//! Addresses and numbers that belong to nobody: those with which examples are written. Copied into a
//! site, they lead nowhere.

/// The host of a web or mail address, in small letters.
pub(crate) fn host(address: &str) -> String {
    let behind = match address.split_once("://") {
        Some((_, rest)) => rest.split(['/', '?', '#']).next().unwrap_or_default(),
        None => address.rsplit('@').next().unwrap_or_default(),
    };
    let host = behind.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default().trim_end_matches('.').to_lowercase()
}

/// Whether a host is one of those that are kept for examples and tests (RFC 2606).
pub(crate) fn is_reserved(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.') && matches!(last, "example" | "invalid" | "test") || is_usual(host)
}

/// Whether it is one of the usual ones, which stand for any company: `www.example.com`.
pub(crate) fn is_usual(host: &str) -> bool {
    ["example.com", "example.net", "example.org", "harbourdays.example"]
        .iter()
        .any(|it| is_within(host, it))
}

/// Whether it is that of the company that was invented for the example of this program.
pub(crate) fn is_of_example(host: &str) -> bool {
    is_within(host, "sundbro.example")
}

fn is_within(host: &str, whole: &str) -> bool {
    host.strip_suffix(whole).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Whether a telephone number is one that people write as an example: its digits count up, or are all
/// the same, or its country has none that begin so.
pub(crate) fn is_sample_number(phone: &str) -> bool {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let own = ["0045", "0031", "45", "31"];
    let is_abroad = phone.trim_start().starts_with('+') || digits.starts_with("00");
    let own = own.iter().filter(|_| is_abroad).find_map(|it| digits.strip_prefix(it));
    let own = own.unwrap_or(&digits);
    let plain = own.strip_prefix("06").or(own.strip_prefix('6')).unwrap_or(own);
    let same = |digits: &str| {
        digits.len() >= 8 && digits.bytes().all(|digit| Some(digit) == digits.bytes().next())
    };
    let counts = |digits: &str| digits.len() >= 8 && "1234567890".starts_with(digits);
    counts(own) || counts(plain) || same(own) || same(plain)
}

/// Whether no telephone has a number like this: in Denmark, none begins with 0.
pub(crate) fn is_no_number(phone: &str) -> bool {
    let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let own = digits.strip_prefix("+45").or_else(|| digits.strip_prefix("0045"));
    own.is_some_and(|own| own.len() == 8 && own.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_of_examples_are_known() {
        for (address, name) in [
            ("https://people.firm.dk/a?b", "people.firm.dk"),
            ("https://anna@Firm.dk:80/", "firm.dk"),
            ("anna@firm.dk", "firm.dk"),
        ] {
            assert_eq!(host(address), name, "{address}");
        }
        for it in ["example.com", "www.example.org", "people.firm.example", "x.test"] {
            assert!(is_reserved(it), "{it}");
        }
        for it in ["firm.dk", "myexample.com", "example", "test", "example.dk", "latest"] {
            assert!(!is_reserved(it), "{it}");
        }
        assert!(is_of_example("people.sundbro.example") && !is_of_example("sundbro.dk"));
    }

    #[test]
    fn numbers_of_examples_are_known() {
        for it in
            ["+45 12 34 56 78", "12345678", "+31 6 12345678", "06-12345678", "+45 11 11 11 11"]
        {
            assert!(is_sample_number(it), "{it}");
        }
        for it in ["+45 20 30 40 50", "1234", "+45 76 12 34 56", "+31 10 123 45 67", ""] {
            assert!(!is_sample_number(it), "{it}");
        }
        assert!(is_no_number("+45 00 00 44 12") && !is_no_number("+45 20 00 44 12"));
    }
}
