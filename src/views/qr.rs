//! A square of dots that telephones read as an address.

use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;

/// The squares of a code as one path, without the empty margin around it.
#[derive(Serialize)]
pub(crate) struct Qr {
    /// How many squares it has in a row.
    size: i32,
    /// The view box, with the margin that readers of codes need.
    view_box: String,
    path: String,
}

/// Empty squares around a code.
const MARGIN: i32 = 4;

/// The code of an address. A quarter of it may be torn off or dirty (level Q). `None` if the address is
/// too long for one.
pub(crate) fn code(address: &str) -> Option<Qr> {
    let code = QrCode::encode_text(address, QrCodeEcc::Quartile).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let start = x;
            while x < size && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                path.push_str(&format!("M{start} {y}h{}v1H{start}z", x - start));
            }
            x += 1;
        }
    }
    let whole = size + 2 * MARGIN;
    Some(Qr { size, view_box: format!("-{MARGIN} -{MARGIN} {whole} {whole}"), path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The squares that a path fills.
    fn filled(path: &str) -> Vec<(i32, i32)> {
        let number = |text: &str| text.parse::<i32>().expect("a number");
        let runs = path.split('M').skip(1).flat_map(|run| {
            let (at, length) = run.split_once('h').expect("a run");
            let (x, y) = at.split_once(' ').expect("a place");
            let length = number(length.split_once('v').expect("a length").0);
            (0..length).map(move |more| (number(x) + more, number(y))).collect::<Vec<_>>()
        });
        runs.collect()
    }

    #[test]
    fn the_path_fills_the_squares_of_the_code_and_no_others() {
        let address = "https://people.sundbro.example/themes/night-shift.html";
        let qr = code(address).expect("a code");
        let code = QrCode::encode_text(address, QrCodeEcc::Quartile).expect("a code");
        let squares = filled(&qr.path);
        let all = (0..qr.size).flat_map(|y| (0..qr.size).map(move |x| (x, y)));
        for (x, y) in all {
            assert_eq!(squares.contains(&(x, y)), code.get_module(x, y), "{x} {y}");
        }
        assert!(qr.path.len() < 9_000, "{}", qr.path.len());
    }

    #[test]
    fn an_address_that_is_too_long_has_no_code() {
        assert!(super::code(&format!("https://a.example/{}", "b".repeat(4000))).is_none());
    }
}
