//! The words of documents, as far as a program can find them: for names that readers may not see. What is
//! found stands there; in a PDF, words can be kept in ways that nothing here reads.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::{Kind, Offer};
use crate::base::archive::entries;
use crate::picture::notes::position;

/// How far the words of a file can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Searched {
    Whole,
    Part,
    Not,
}

/// How far the words of files with this ending can be found.
pub(crate) fn searched(ending: &str) -> Searched {
    match Offer::of(ending).map(|offer| offer.kind) {
        Some(Kind::Office | Kind::Named | Kind::Text(_)) => Searched::Whole,
        Some(Kind::Pdf) => Searched::Part,
        _ => Searched::Not,
    }
}

/// Bytes that are unpacked, of one part and of all of them, and parts that are looked at.
const MOST: usize = 8 << 20;
const MOST_IN_ALL: usize = 32 << 20;
const MOST_PARTS: usize = 5000;

/// The words of a document with this ending; a line for each of its paragraphs and cells.
pub(crate) fn words_of(ending: &str, bytes: &[u8]) -> Option<String> {
    match Offer::of(ending)?.kind {
        Kind::Office | Kind::Named => Some(in_archive(bytes)),
        Kind::Pdf => Some(in_pdf(bytes)),
        _ => None,
    }
}

fn in_archive(bytes: &[u8]) -> String {
    let mut words = String::new();
    let mut left = MOST_IN_ALL;
    for entry in entries(bytes).take(MOST_PARTS) {
        const ENDINGS: [&[u8]; 5] = [b".xml", b".xhtml", b".html", b".opf", b".ncx"];
        if !ENDINGS.iter().any(|ending| entry.name.ends_with(ending)) {
            continue;
        }
        let Some(content) = entry.content(bytes, MOST.min(left)) else { continue };
        left -= content.len().min(left);
        push_words(&String::from_utf8_lossy(&content), &mut words);
        words.push('\n');
    }
    words
}

/// Adds what stands between the tags, and who is named in them as the author of a change. A word may be
/// parted by tags, and a paragraph by none.
fn push_words(xml: &str, words: &mut String) {
    let mut named = String::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        push_decoded(&rest[..at], words);
        rest = &rest[at + 1..];
        let end = rest.find('>').unwrap_or(rest.len());
        let tag = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or_default();
        let is_end = tag.starts_with('/');
        let name = tag.trim_start_matches('/').split([' ', '/', '\n', '\r', '\t']).next();
        let name = name.and_then(|name| name.rsplit(':').next()).unwrap_or_default();
        match name {
            "r" | "t" | "span" | "a" | "rPr" | "b" | "i" | "em" | "strong" | "sz" | "lang"
            | "rFonts" | "proofErr" | "bookmarkStart" | "bookmarkEnd" | "hyperlink" | "color"
            | "ins" | "del" | "commentRangeStart" | "commentRangeEnd" | "bCs" | "iCs" | "szCs" => {}
            "tab" | "br" | "s" | "line-break" | "cr" | "noBreakHyphen" => words.push(' '),
            _ if is_end || tag.ends_with('/') || !words.ends_with('\n') => words.push('\n'),
            _ => {}
        }
        for attribute in ["author=\"", "descr=\"", "title=\"", "alt=\"", "lastModifiedBy=\""] {
            let value = tag.split_once(attribute).and_then(|(_, behind)| behind.split('"').next());
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                push_decoded(value, &mut named);
                named.push('\n');
            }
        }
    }
    push_decoded(rest, words);
    words.push('\n');
    words.push_str(&named);
}

/// Adds text in which XML writes signs by their names or numbers.
fn push_decoded(text: &str, words: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        words.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some((name, behind)) = rest.split_once(';').filter(|(name, _)| name.len() < 9) else {
            words.push('&');
            continue;
        };
        let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        });
        match (number.and_then(char::from_u32), name) {
            (Some(c), _) => words.push(c),
            (None, "amp") => words.push('&'),
            (None, "lt") => words.push('<'),
            (None, "gt") => words.push('>'),
            (None, "quot") => words.push('"'),
            (None, "apos") => words.push('\''),
            (None, _) => words.push(' '),
        }
        rest = behind;
    }
    words.push_str(rest);
}

/// What stands in a PDF as text: its properties, and the lines of pages in fonts whose codes are letters.
fn in_pdf(bytes: &[u8]) -> String {
    let mut words = String::new();
    let mut left = MOST_IN_ALL;
    let mut rest = bytes;
    for _ in 0..MOST_PARTS {
        let Some(at) = position(rest, b"stream") else { break };
        let (object, behind) = rest.split_at(at);
        push_strings(object, &mut words);
        let behind = &behind[b"stream".len()..];
        let packed = behind.strip_prefix(b"\r\n").or_else(|| behind.strip_prefix(b"\n"));
        let end = position(behind, b"endstream").unwrap_or(behind.len());
        let whole = packed.map(|packed| &packed[..end.min(packed.len())]).unwrap_or_default();
        let content = match decompress_to_vec_zlib_with_limit(whole, MOST.min(left)) {
            Ok(content) => content,
            Err(error) => error.output,
        };
        left = left.saturating_sub(content.len().max(1 << 10));
        match content.is_empty() {
            // XMP is not packed.
            true if position(whole, b"<x:xmpmeta").is_some() => {
                push_words(&String::from_utf8_lossy(whole), &mut words);
            }
            true => {}
            false => push_strings(&content, &mut words),
        }
        words.push('\n');
        rest = behind.get(end + b"endstream".len()..).unwrap_or_default();
        if left == 0 {
            break;
        }
    }
    push_strings(rest, &mut words);
    words
}

/// Adds all strings, `(Ana)` and `<FEFF0041>`; parts of a line that a small step parts are one word.
fn push_strings(bytes: &[u8], words: &mut String) {
    /// Steps to the right, in thousandths of a letter's height, from which on there is a space.
    const SPACE: f64 = -180.0;
    let mut at = 0;
    let mut number = Vec::new();
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'(' => {
                let (text, end) = literal(bytes, at + 1);
                words.push_str(&letters(&text));
                at = end;
            }
            b'<' if bytes.get(at + 1) == Some(&b'<') => at += 2,
            b'<' => {
                let end =
                    bytes[at..].iter().position(|it| *it == b'>').map_or(bytes.len(), |it| at + it);
                words.push_str(&letters(&hexadecimal(&bytes[at + 1..end])));
                at = end + 1;
            }
            b'0'..=b'9' | b'-' | b'.' => {
                number.push(*byte);
                at += 1;
                continue;
            }
            // Where an operator or the next field begins, the line may be another one.
            b'A'..=b'Z' | b'a'..=b'z' | b'/' | b'\'' => {
                if !words.ends_with(['\n', ' ']) {
                    words.push(' ');
                }
                at += 1;
            }
            _ => at += 1,
        }
        let step = std::str::from_utf8(&number).ok().and_then(|it| it.parse::<f64>().ok());
        if step.is_some_and(|step| step < SPACE) && !words.ends_with([' ', '\n']) {
            words.push(' ');
        }
        number.clear();
    }
}

/// A string between parentheses that begins at `at`, and where it ends.
fn literal(bytes: &[u8], mut at: usize) -> (Vec<u8>, usize) {
    let mut text = vec![];
    let mut depth = 1;
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'\\' => {
                let escaped = bytes.get(at).copied().unwrap_or_default();
                let octal = bytes[at..].iter().take(3).take_while(|it| (b'0'..=b'7').contains(it));
                let octal: Vec<u8> = octal.copied().collect();
                if octal.is_empty() {
                    text.push(match escaped {
                        b'n' | b'r' | b't' | b'\n' | b'\r' => b' ',
                        other => other,
                    });
                    at += 1;
                } else {
                    let value = octal.iter().fold(0_u32, |sum, it| sum * 8 + u32::from(it - b'0'));
                    text.push((value & 0xFF) as u8);
                    at += octal.len();
                }
                continue;
            }
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        text.push(*byte);
    }
    (text, at)
}

fn hexadecimal(digits: &[u8]) -> Vec<u8> {
    let digits = digits.iter().filter_map(|it| char::from(*it).to_digit(16));
    let digits: Vec<u32> = digits.collect();
    digits
        .chunks(2)
        .map(|pair| (pair.iter().fold(0, |sum, it| sum << 4 | it) & 0xFF) as u8)
        .collect()
}

/// The letters of a string: UTF-16 where it says so, else those of Windows.
fn letters(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode(rest).0.into_owned(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_xml_are_whole_and_paragraphs_apart() {
        let mut words = String::new();
        push_words(
            "<w:p><w:r><w:t>Ve</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ra Kj&#230;r</w:t></w:r></w:p>\
             <w:p><w:ins w:author=\"Bo Lund\"><w:r><w:t>R&amp;D</w:t></w:r></w:ins></w:p>",
            &mut words,
        );
        for word in ["Vera Kjær\n", "R&D", "Bo Lund"] {
            assert!(words.contains(word), "{words:?}");
        }
        assert!(!words.contains("KjærR"), "{words:?}");
    }

    #[test]
    fn strings_of_a_pdf_are_found_in_its_properties_and_on_its_pages() {
        let page = miniz_oxide::deflate::compress_to_vec_zlib(
            b"BT /F1 12 Tf [(V) -20 (era) -250 (Kj\\346r)] TJ ET",
            6,
        );
        let mut pdf =
            b"%PDF-1.4\n1 0 obj <</Author (Bo \\(Lund\\))/Title <FEFF004F006C0065>>> endobj\n\
            2 0 obj <</Length 9/Filter/FlateDecode>>stream\n"
                .to_vec();
        pdf.extend(page);
        pdf.extend(b"\nendstream endobj");
        let words = in_pdf(&pdf);
        for word in ["Bo (Lund)", "Ole", "Vera Kjær"] {
            assert!(words.contains(word), "{words:?}");
        }
    }

    #[test]
    fn what_is_cut_off_or_nested_stops_nothing() {
        for bytes in [&b"%PDF-("[..], b"stream", b"stream\n", b"<<<<((((\\", b"<", b"(\\9", b"[-"] {
            in_pdf(bytes);
            in_archive(bytes);
        }
    }
}
