//! Words in which telephone numbers can be called: they come from plain text, where no link is left.

use serde::Serialize;

use crate::base::identity::phones;

/// A part of a line of words.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Piece {
    text: String,
    /// The number to dial, of a part that is one.
    tel: Option<String>,
}

/// Shorter ones are numbers of a house, and another house has them, too.
const FEWEST_DIGITS: usize = 6;

/// The parts of `words`, in order; together they are all of it.
pub(crate) fn pieces(words: &str) -> Vec<Piece> {
    let numbers = phones::find(words).into_iter().filter_map(|phone| {
        let written = &words[phone.range.clone()];
        let tel: String = written.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        (tel.len() >= FEWEST_DIGITS).then_some((phone.range, tel))
    });
    let mut pieces = vec![];
    let mut at = 0;
    for (range, tel) in numbers {
        pieces.push(Piece { text: words[at..range.start].to_owned(), tel: None });
        pieces.push(Piece { text: words[range.clone()].to_owned(), tel: Some(tel) });
        at = range.end;
    }
    pieces.push(Piece { text: words[at..].to_owned(), tel: None });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(words: &str) -> String {
        let one = |piece: Piece| match piece.tel {
            Some(tel) => format!("[{}|{tel}]", piece.text),
            None => piece.text,
        };
        pieces(words).into_iter().map(one).collect()
    }

    #[test]
    fn a_number_can_be_called_and_no_word_is_lost() {
        assert_eq!(
            shown("Call Anna on +45 00 00 44 11."),
            "Call Anna on [+45 00 00 44 11|+4500004411]."
        );
        assert_eq!(
            shown("+45 00 00 44 11 or 0031 10 000 44 41"),
            "[+45 00 00 44 11|+4500004411] or [0031 10 000 44 41|0031100004441]"
        );
        for words in ["", "Call 4411.", "On 2026-11-30 at 14:00, 17 of 20.", "Æ ø å +"] {
            assert_eq!(shown(words), words);
        }
    }
}
