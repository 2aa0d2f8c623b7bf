//! Pictures written as text: the photo of a business card (Base64) or of an RTF document
//! (hexadecimal).

use crate::base::Tells;
use crate::picture::notes;

/// Letters in a row that may be a picture.
const SHORTEST: usize = 64;

pub(super) fn look_into(bytes: &[u8]) -> Tells {
    // Long lines are folded, and a picture goes on behind each break.
    let letters: Vec<u8> = bytes.iter().copied().filter(|it| !it.is_ascii_whitespace()).collect();
    let tells = in_rows(&letters, 6, base64).and(in_rows(&letters, 4, hexadecimal));
    tells.and(notes::find(bytes))
}

/// What is told in rows of letters that mean so many bits each.
fn in_rows(letters: &[u8], bits: u32, value: fn(u8) -> Option<u8>) -> Tells {
    let rows = letters.split(|letter| value(*letter).is_none());
    let rows = rows.filter(|row| row.len() >= SHORTEST);
    // A row may begin with letters that are none of the picture: its groups begin some later.
    let rows = rows.flat_map(|row| (0..8 / bits + 2).filter_map(|it| row.get(it as usize..)));
    rows.fold(Tells::default(), |tells, row| tells.and(notes::find(&packed(row, bits, value))))
}

fn packed(letters: &[u8], bits: u32, value: fn(u8) -> Option<u8>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(letters.len());
    let (mut held, mut count) = (0_u32, 0);
    for value in letters.iter().map_while(|letter| value(*letter)) {
        held = held << bits | u32::from(value);
        count += bits;
        if count >= 8 {
            count -= 8;
            bytes.push((held >> count & 0xFF) as u8);
            held &= (1 << count) - 1;
        }
    }
    bytes
}

fn base64(letter: u8) -> Option<u8> {
    match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

fn hexadecimal(letter: u8) -> Option<u8> {
    char::from(letter).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_the_bytes_that_they_stand_for() {
        assert_eq!(packed(b"SGFsbG8=", 6, base64), b"Hallo");
        assert_eq!(packed(b"48616c6C6fx00", 4, hexadecimal), b"Hallo");
        assert_eq!(packed(b"", 6, base64), b"");
    }
}
