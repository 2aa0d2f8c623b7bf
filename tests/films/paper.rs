//! Papers: PDF, archives and what is stored as one, cards.

use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};

use super::jpeg;

/// A PDF with these objects.
pub(crate) fn pdf(objects: &[&[u8]]) -> Vec<u8> {
    [b"%PDF-1.5\n", objects.concat().as_slice(), b"\ntrailer<</Root 1 0 R>>\n%%EOF\n"].concat()
}

/// A photo as it stands in a PDF.
pub(crate) fn photo(jpeg: &[u8]) -> Vec<u8> {
    [b"5 0 obj<</Filter/DCTDecode>>stream\n".as_slice(), jpeg, b"\nendstream endobj"].concat()
}

/// A packed list of objects.
pub(crate) fn packed(objects: &[u8]) -> Vec<u8> {
    let packed = compress_to_vec_zlib(objects, 6);
    let head = b"7 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\r\n".as_slice();
    [head, &packed, b"\nendstream endobj"].concat()
}

/// An archive of files, each packed if `is_packed`.
pub(crate) fn zip(files: &[(&str, &[u8])], is_packed: bool) -> Vec<u8> {
    let (mut out, mut list) = (vec![], vec![]);
    for (name, content) in files {
        let packs = is_packed && *name != "mimetype";
        let packed = if packs { compress_to_vec(content, 6) } else { content.to_vec() };
        let at = u32::try_from(out.len()).expect("short").to_le_bytes();
        let short = |number: usize| u16::try_from(number).expect("short").to_le_bytes();
        let long = |number: usize| u32::try_from(number).expect("short").to_le_bytes();
        let facts = [
            b"\x14\0\0\0".as_slice(),
            &short(if packs { 8 } else { 0 }),
            &[0; 8],
            &long(packed.len()),
            &long(content.len()),
            &short(name.len()),
            &[0; 2],
        ]
        .concat();
        out.extend([b"PK\x03\x04", facts.as_slice(), name.as_bytes(), &packed].concat());
        list.extend(
            [b"PK\x01\x02\x14\0", facts.as_slice(), &[0; 10], &at, name.as_bytes()].concat(),
        );
    }
    let at = u32::try_from(out.len()).expect("short").to_le_bytes();
    [out, list, [b"PK\x05\x06".as_slice(), &[0; 12], &at, &[0; 2]].concat()].concat()
}

/// A paper of Word with its properties and one photo.
pub(crate) fn docx(properties: &str, photo: &[u8]) -> Vec<u8> {
    let files: [(&str, &[u8]); 3] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("docProps/core.xml", properties.as_bytes()),
        ("word/media/image1.jpeg", photo),
    ];
    zip(&files, true)
}

/// A card with a photo in letters, its lines folded.
pub(crate) fn card() -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nPHOTO;ENCODING=b;TYPE=JPEG:".to_vec();
    for (index, three) in jpeg().chunks_exact(3).enumerate() {
        let sum = three.iter().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
        text.extend([18, 12, 6, 0].map(|shift| LETTERS[sum >> shift & 63]));
        if index % 18 == 17 {
            text.extend(b"\r\n ");
        }
    }
    [text.as_slice(), b"\r\nEND:VCARD\r\n"].concat()
}
