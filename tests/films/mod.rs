//! Small writers of films, sound and papers in which everything is noted that anybody could note,
//! in every place that a format has for it.

pub(crate) mod film;
pub(crate) mod paper;
pub(crate) mod sound;

/// What no reader may ever find.
pub(crate) const PLANTED: [&[u8]; 6] = [
    b"+55.4765+008.4520/",
    b"PLANTED-MAKER",
    b"PLANTED-OWNER",
    b"ana@planted.example",
    b"2026:11:18 05:12:33",
    b"C:\\Users\\planted",
];

/// The hour of a film, as its boxes keep it.
pub(crate) const HOUR: [u8; 4] = [0xE5, 0xCA, 0x11, 0xED];

pub(crate) fn note() -> Vec<u8> {
    PLANTED.join(&b' ')
}

pub(crate) fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// What of the planted is found, for a message.
pub(crate) fn found(bytes: &[u8]) -> Vec<String> {
    let marks = PLANTED.iter().copied().chain([HOUR.as_slice()]);
    let found = marks.filter(|mark| holds(bytes, mark));
    found.map(|mark| String::from_utf8_lossy(mark).into_owned()).collect()
}

/// Bytes that are no mark and no part of a format: what is played.
pub(crate) fn played(seed: u8, length: usize) -> Vec<u8> {
    (0..length).map(|at| seed | u8::try_from(at % 7).expect("small")).collect()
}

/// A TIFF block with a maker and a place.
pub(crate) fn exif() -> Vec<u8> {
    let note = note();
    let length = u32::try_from(note.len()).expect("short").to_le_bytes();
    let mut tiff = b"II*\0\x08\0\0\0\x02\0\x0F\x01\x02\0".to_vec();
    tiff.extend(length);
    tiff.extend(b"\x38\0\0\0\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0");
    tiff.extend(b"\x01\0\x02\0\x05\0\x03\0\0\0\x38\0\0\0\0\0\0\0");
    tiff.extend(note);
    tiff
}

/// The head of a JPEG with such a block; no pixels.
pub(crate) fn jpeg() -> Vec<u8> {
    let exif = exif();
    let length = u16::try_from(exif.len() + 8).expect("short").to_be_bytes();
    [b"\xFF\xD8\xFF\xE1", length.as_slice(), b"Exif\0\0", &exif, b"\xFF\xD9"].concat()
}
