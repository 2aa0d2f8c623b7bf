//! Parses the numbers of a drawing: lengths, dashes and durations.

/// A length in units of its drawing: a plain number, alone or in a unit that is the same everywhere.
/// Infinite if it is not known: percentages, `calc()`, names.
pub(super) fn measure(text: &str) -> f64 {
    let text = plain(text);
    if matches!(text, "" | "auto" | "none") {
        return 0.0;
    }
    let (value, unit) = text.split_at(number(text));
    let unit = match unit.to_ascii_lowercase().as_str() {
        "" | "px" => 1.0,
        "pt" => 4.0 / 3.0,
        "pc" => 16.0,
        "q" => 96.0 / 101.6,
        "mm" => 96.0 / 25.4,
        "cm" => 96.0 / 2.54,
        "in" => 96.0,
        _ => f64::INFINITY,
    };
    value.parse::<f64>().map_or(f64::INFINITY, |value| {
        if unit.is_finite() { value.abs() * unit } else { f64::INFINITY }
    })
}

/// The length of a dash with its gap; infinite if there are no dashes, 0 if it is not known.
pub(super) fn dash(value: &str) -> f64 {
    if matches!(plain(value), "none" | "inherit" | "initial" | "unset") {
        return f64::INFINITY;
    }
    let parts = plain(value).split(|c: char| c == ',' || c.is_whitespace());
    let sum: f64 = parts.filter(|part| !part.is_empty()).map(measure).sum();
    match sum {
        _ if sum.is_infinite() => 0.0,
        _ if sum > 0.0 => sum,
        _ => f64::INFINITY,
    }
}

/// A value without `!important`.
pub(super) fn plain(value: &str) -> &str {
    let value = value.trim();
    let end = value.len().saturating_sub("!important".len());
    let is_important = value.get(end..).is_some_and(|end| end.eq_ignore_ascii_case("!important"));
    if is_important { value[..end].trim_end() } else { value }
}

/// A duration as it is written in animations: `2s`, `300ms`, `00:00:02.5`.
pub(super) fn seconds(value: &str) -> Option<f64> {
    if value.contains(':') {
        let parts = value.split(':').map(|part| part.parse::<f64>().ok());
        return parts.reduce(|sum, part| Some(sum? * 60.0 + part?))?;
    }
    let end = value.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(value.len());
    let number: f64 = value[..end].trim().parse().ok()?;
    match &value[end..] {
        "" | "s" => Some(number),
        "ms" => Some(number / 1000.0),
        "min" => Some(number * 60.0),
        "h" => Some(number * 3600.0),
        _ => None,
    }
}

/// Numbers in a list; `None` if something else stands in it.
pub(super) fn numbers(text: &str) -> Option<Vec<f64>> {
    let parts = text.split(|c: char| c == ',' || c.is_whitespace());
    parts.filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect()
}

/// The length in bytes of the number at the beginning: `-1.5e3`, or `.5` before another `.5`.
pub(super) fn number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        from + bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count()
    };
    let sign = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    let whole = digits(sign);
    let mut end = whole;
    if bytes.get(whole) == Some(&b'.') {
        end = digits(whole + 1);
    }
    if end == sign || (end == sign + 1 && bytes[sign] == b'.') {
        return 0;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let from = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'-' | b'+')));
        let exponent = digits(from);
        if exponent > from {
            end = exponent;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn animation_durations_are_read() {
        let cases =
            [("2s", 2.0), ("300ms", 0.3), ("00:01:02.5", 62.5), ("0.5", 0.5), ("1min", 60.0)];
        for (written, wanted) in cases {
            assert_eq!(seconds(written), Some(wanted), "{written}");
        }
        assert_eq!(seconds("indefinite"), None);
    }

    #[test]
    fn a_dash_length_is_the_sum_of_its_numbers() {
        let cases = [
            ("4 2,1", 7.0),
            ("3px 3 !important", 6.0),
            ("1pc", 16.0),
            ("none", f64::INFINITY),
            ("0", f64::INFINITY),
            ("calc(1px)", 0.0),
            ("var(--a)", 0.0),
            ("5%", 0.0),
            ("1em 2", 0.0),
        ];
        for (written, wanted) in cases {
            assert_eq!(dash(written), wanted, "{written}");
        }
    }
}
