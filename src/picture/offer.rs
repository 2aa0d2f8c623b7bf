//! Which files may be published: the allowed endings, and the kind of content that each must have.
//!
//! None of them can run as a part of the site: no page, script, style, drawing or program. The
//! bytes of a file must be what its ending says, because web servers use the ending, and browsers
//! use the bytes if a server says nothing.

use crate::base::media_type;

/// An ending that a published file may have.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    pub(crate) ending: &'static str,
    pub(crate) media_type: &'static str,
    pub(super) kind: Kind,
}

/// What the bytes must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Mp4,
    Matroska,
    Mp3,
    Ogg,
    Flac,
    Wav,
    Pdf,
    /// An archive of Microsoft's Office.
    Office,
    /// An archive that names its own media type: OpenDocument, EPUB.
    Named,
    Zip,
    Tar,
    Rtf,
    /// Text, and how it must begin.
    Text(&'static str),
}

use Kind::{Flac, Matroska, Mp3, Mp4, Named, Office, Ogg, Pdf, Rtf, Tar, Text, Wav, Zip};

const OFFERS: &[Offer] = &[
    offer("csv", Text("")),
    offer("docx", Office),
    offer("epub", Named),
    offer("flac", Flac),
    offer("ics", Text("BEGIN:VCALENDAR")),
    offer("m4a", Mp4),
    offer("m4v", Mp4),
    offer("mov", Mp4),
    offer("mp3", Mp3),
    offer("mp4", Mp4),
    offer("odp", Named),
    offer("ods", Named),
    offer("odt", Named),
    offer("ogg", Ogg),
    offer("opus", Ogg),
    offer("pdf", Pdf),
    offer("pptx", Office),
    offer("rtf", Rtf),
    offer("srt", Text("")),
    offer("tar", Tar),
    offer("tsv", Text("")),
    offer("vcf", Text("BEGIN:VCARD")),
    offer("vtt", Text("WEBVTT")),
    offer("wav", Wav),
    offer("webm", Matroska),
    offer("xlsx", Office),
    offer("zip", Zip),
];

const fn offer(ending: &'static str, kind: Kind) -> Offer {
    Offer { ending, media_type: media_type::of(ending), kind }
}

impl Offer {
    /// The entry of a lower-case ending; `None` if such files cannot be published.
    pub fn of(ending: &str) -> Option<&'static Offer> {
        OFFERS.iter().find(|offer| offer.ending == ending)
    }

    /// All of them, in the order of their endings.
    #[cfg(test)]
    pub(crate) fn all() -> impl Iterator<Item = &'static Offer> {
        OFFERS.iter()
    }

    /// Whether the file is cleaned: videos and sound files are, documents are published unchanged.
    pub fn is_recording(&self) -> bool {
        matches!(self.kind, Mp4 | Matroska | Mp3 | Ogg | Flac | Wav)
    }

    /// Whether the bytes may be of this kind, by how they begin.
    pub(super) fn fits(&self, bytes: &[u8]) -> bool {
        match self.kind {
            Mp4 => bytes.get(4..8).is_some_and(|it| MP4.contains(&it)) && !is_still(bytes),
            Matroska => bytes.starts_with(&[0x1A, 0x45, 0xDF, 0xA3]),
            // Some begin with a tag or with other bytes; the cleaner finds the sound.
            Mp3 => named(bytes).is_none(),
            Ogg => bytes.starts_with(b"OggS"),
            Flac => bytes.starts_with(b"fLaC") || bytes.starts_with(b"ID3"),
            Wav => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WAVE"),
            Pdf => bytes.starts_with(b"%PDF-"),
            Office | Named | Zip => {
                bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
            }
            Tar => bytes.get(257..262) == Some(b"ustar") && !bytes.starts_with(b"<"),
            Rtf => bytes.starts_with(b"{\\rtf"),
            Text(begin) => is_text(bytes, begin),
        }
    }
}

/// How MP4 and MOV begin: by the name of the first box.
const MP4: [&[u8]; 7] = [b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot"];

/// Plain text that no browser could take for a page.
fn is_text(bytes: &[u8], begin: &str) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let is_no_letter = |b: &u8| matches!(b, 0..=8 | 14..=31 | 127) && *b != 0x1B;
    let is_begun =
        bytes.get(..begin.len()).is_some_and(|it| it.eq_ignore_ascii_case(begin.as_bytes()));
    is_begun && !bytes.iter().any(is_no_letter) && !bytes.trim_ascii_start().starts_with(b"<")
}

/// A still picture in the boxes of a film: HEIC, AVIF, a raw photo.
fn is_still(bytes: &[u8]) -> bool {
    let brand = bytes.get(8..12).filter(|_| bytes.get(4..8) == Some(b"ftyp"));
    brand.is_some_and(|brand| STILLS.contains(&brand))
}

const STILLS: [&[u8]; 13] = [
    b"heic", b"heix", b"heim", b"heis", b"mif1", b"mif2", b"miaf", b"avif", b"avis", b"crx ",
    b"jxl ", b"jp2 ", b"msf1",
];

const PHOTO: &str = "Rename it with the ending of its own kind, such as .jpg, if readers may see \
                     it: photos are published without place and camera";
const FILM: &str = "Rename it with the ending of its own kind, such as .mp4: videos are published \
                    without place and camera";
const SOUND: &str = "Rename it with the ending of its own kind, such as .mp3 or .wav";
const PAPER: &str = "Rename it with the ending of its own kind";
const PAGE: &str = "Print it to a PDF, or remove it: a browser might run it";
const PROGRAM: &str = "Remove it, and link to the place where it is kept: programs cannot be \
                       published here";

/// What the bytes are, whatever the name of the file, and a remedy.
pub(super) fn named(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    let photo = match () {
        () if begins(b"\xFF\xD8\xFF") => Some("a JPEG photo"),
        () if begins(b"\x89PNG") => Some("a PNG picture"),
        () if begins(b"GIF8") => Some("a GIF picture"),
        () if begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => Some("a WebP picture"),
        () if is_still(bytes) && matches!(bytes.get(8..12), Some(b"avif" | b"avis")) => {
            Some("an AVIF picture")
        }
        () if is_still(bytes) => Some("a HEIC or raw photo"),
        () if begins(b"II*\0") || begins(b"MM\0*") => Some("a TIFF or raw photo"),
        () if begins(b"IIU\0") || begins(b"IIRO") || begins(b"IIRS") || begins(b"FUJIFILMCCD") => {
            Some("a raw photo")
        }
        () if begins(b"\xFF\x0A") || begins(b"\0\0\0\x0CJXL ") => Some("a JPEG XL picture"),
        () if begins(b"\0\0\0\x0CjP  ") => Some("a JPEG 2000 picture"),
        () if begins(b"8BPS") => Some("a Photoshop picture"),
        () if begins(b"BM") && bytes.get(6..10) == Some(&[0; 4]) => Some("a BMP picture"),
        () => None,
    };
    if let Some(photo) = photo {
        return Some((photo, PHOTO));
    }
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    Some(match () {
        () if bytes.get(4..8).is_some_and(|it| MP4.contains(&it)) => ("an MP4 or MOV video", FILM),
        () if begins(&[0x1A, 0x45, 0xDF, 0xA3]) => ("a WebM or Matroska video", FILM),
        () if begins(b"RIFF") && bytes.get(8..12) == Some(b"AVI ") => ("an AVI video", FILM),
        () if begins(b"RIFF") && bytes.get(8..12) == Some(b"WAVE") => ("a WAV sound file", SOUND),
        () if begins(b"OggS") => ("an Ogg sound or video file", SOUND),
        () if begins(b"fLaC") => ("a FLAC sound file", SOUND),
        () if begins(b"version https://git-lfs.") => (
            "a pointer of Git LFS, and the file itself was not fetched",
            "Run git lfs pull, and let the jobs of your forge fetch such files too",
        ),
        () if begins(b"%PDF-") => ("a PDF", PAPER),
        () if begins(b"PK\x03\x04") => ("a ZIP archive, or an Office document", PAPER),
        () if begins(b"{\\rtf") => ("an RTF document", PAPER),
        () if begins(b"\xD0\xCF\x11\xE0") => (
            "an Office document in an old format, or with a password",
            "Open it and save it again as .docx, .xlsx or .pptx, without a password",
        ),
        () if begins(b"\x1F\x8B") || begins(b"7z\xBC\xAF") || begins(b"Rar!") => {
            ("a compressed archive", "Unpack it, and pack it as a ZIP archive")
        }
        () if begins(b"MZ") || begins(b"\x7FELF") || begins(b"#!") => ("a program", PROGRAM),
        () if begins(b"\xCF\xFA\xED\xFE") || begins(b"\xCA\xFE\xBA\xBE") => ("a program", PROGRAM),
        () if start.starts_with(b"<") => ("a web page or a drawing", PAGE),
        () => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_runs_is_offered_and_every_offer_has_a_type() {
        for bad in [
            "html", "htm", "xhtml", "shtml", "mht", "mhtml", "js", "mjs", "css", "xml", "xsl",
            "svg", "svgz", "swf", "php", "exe", "wasm", "jar", "hta", "txt", "", "PDF",
        ] {
            assert!(Offer::of(bad).is_none(), "{bad}");
        }
        for offer in OFFERS {
            assert!(offer.media_type.contains('/') && !offer.media_type.contains("octet"));
        }
    }

    #[test]
    fn words_hold_no_markup_and_no_bytes_of_pictures() {
        let csv = |bytes: &[u8]| Offer::of("csv").is_some_and(|offer| offer.fits(bytes));
        assert!(csv(b"a;b\r\n1;2\r\n") && csv(b"") && csv("\u{FEFF}å;ø".as_bytes()));
        // A table of an older Excel.
        assert!(csv(b"\xE5;\xF8\n"));
        assert!(!csv(b" \n<html>") && !csv(b"\xEF\xBB\xBF<svg>") && !csv(b"a\0b"));
        let card = Offer::of("vcf").expect("is offered");
        assert!(card.fits(b"begin:vcard\r\n") && !card.fits(b"Name\n"));
    }
}
