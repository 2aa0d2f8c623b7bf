//! A line of text in which one can call the numbers that it spells out.

use serde::Serialize;

use super::scene::dialled;

/// A part of a line.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Piece {
    text: String,
    /// What a telephone dials, if the part is a number.
    tel: Option<String>,
}

impl Piece {
    pub(super) fn is_number(&self) -> bool {
        self.tel.is_some()
    }

    pub(super) fn dials(&self, tel: &str) -> bool {
        self.tel.as_deref() == Some(tel)
    }
}

/// How many digits a number with the code of its country has at least (ITU-T E.164).
const DIGITS: usize = 8;

/// The line in parts. A number begins with the plus of an international one: other rows of digits
/// may be a date or a price.
pub(crate) fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces = vec![];
    let mut rest = line;
    while let Some((before, number, after)) = next_number(rest) {
        pieces.extend(said(before));
        pieces.push(Piece { text: number.to_owned(), tel: dialled(number) });
        rest = after;
    }
    pieces.extend(said(rest));
    pieces
}

fn said(text: &str) -> Option<Piece> {
    (!text.is_empty()).then(|| Piece { text: text.to_owned(), tel: None })
}

/// What stands before the first number, the number, and what follows.
fn next_number(text: &str) -> Option<(&str, &str, &str)> {
    for (start, _) in text.match_indices('+') {
        let behind = &text[start + 1..];
        let is_part = |c: char| c.is_ascii_digit() || " \u{a0}\u{202f}-.()/".contains(c);
        let length = behind.find(|c| !is_part(c)).unwrap_or(behind.len());
        let Some(last) = behind[..length].rfind(|c: char| c.is_ascii_digit()) else { continue };
        let end = start + 1 + last + 1;
        let digits = text[start..end].bytes().filter(u8::is_ascii_digit).count();
        if behind.starts_with(|c: char| c.is_ascii_digit()) && digits >= DIGITS {
            return Some((&text[..start], &text[start..end], &text[end..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_line_can_be_called() {
        let shown = |line: &str| {
            let pieces = pieces(line).into_iter();
            pieces.map(|it| it.tel.map_or(it.text, |tel| format!("<{tel}>"))).collect::<String>()
        };
        let cases = [
            ("Anna Bech, +45 00 00 44 11", "Anna Bech, <+4500004411>"),
            (
                "+45 00 00 44 11, at night +31-20 555 0101.",
                "<+4500004411>, at night <+31205550101>.",
            ),
            (
                "Ask on 2026-11-21, 1 + 1 = 2, 5+ people, +45",
                "Ask on 2026-11-21, 1 + 1 = 2, 5+ people, +45",
            ),
            ("", ""),
        ];
        for (line, expected) in cases {
            assert_eq!(shown(line), expected, "{line}");
        }
    }

    #[test]
    fn no_letter_of_a_line_is_lost() {
        for line in ["+", "++45 00 00 44 11 +", "å+45 00 00 44 11ø", "+45 (0) 20 30 40 50 lokal 3"]
        {
            let text: String = pieces(line).into_iter().map(|it| it.text).collect();
            assert_eq!(text, line);
        }
    }
}
