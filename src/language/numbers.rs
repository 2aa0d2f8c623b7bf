//! Numbers as a language writes them: which sign stands before fractions, and which between
//! thousands.

use super::Language;

/// The signs of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numbers {
    point: char,
    between: char,
}

impl Numbers {
    pub(crate) fn new(language: &Language) -> Numbers {
        let (point, between) = match language.primary() {
            "en" | "ga" | "cy" | "he" | "ja" | "ko" | "th" | "zh" => ('.', ','),
            "da" | "de" | "el" | "es" | "id" | "is" | "it" | "nl" | "ro" | "sl" | "tr" => {
                (',', '.')
            }
            _ => (',', '\u{a0}'),
        };
        Numbers { point, between }
    }

    /// The number with so many digits behind the point, and without zeros at its end; from ten
    /// thousand on, with signs between thousands.
    pub(crate) fn written(self, number: f64, digits: u8) -> String {
        let text = format!("{:.*}", usize::from(digits), number.abs());
        let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
        let rest = rest.trim_end_matches('0');
        let mut out = String::new();
        if number < 0.0 && (rest.bytes().any(|b| b != b'0') || whole.bytes().any(|b| b != b'0')) {
            out.push('\u{2212}');
        }
        for (at, digit) in whole.chars().enumerate() {
            let left = whole.len() - at;
            if at > 0 && left.is_multiple_of(3) && whole.len() > 4 {
                out.push(self.between);
            }
            out.push(digit);
        }
        if !rest.is_empty() {
            out.push(self.point);
            out.push_str(rest);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language;

    #[test]
    fn each_language_has_its_signs() {
        for (code, written) in [
            ("en", ["3.6", "1234.5", "12,345", "\u{2212}0.25", "0", "7"]),
            ("da", ["3,6", "1234,5", "12.345", "\u{2212}0,25", "0", "7"]),
            ("nl-BE", ["3,6", "1234,5", "12.345", "\u{2212}0,25", "0", "7"]),
            ("sv", ["3,6", "1234,5", "12\u{a0}345", "\u{2212}0,25", "0", "7"]),
        ] {
            let numbers = Numbers::new(&language(code));
            let own = [(3.6, 1), (1234.5, 1), (12345.0, 0), (-0.25, 2), (-0.0, 0), (7.0, 1)];
            assert_eq!(
                own.map(|(number, digits)| numbers.written(number, digits)),
                written,
                "{code}"
            );
        }
    }
}
