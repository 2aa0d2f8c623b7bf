//! What a file that somebody sent is, by its bytes first and its ending second.

use super::SentFile;
use crate::base::archive;
use crate::picture;

pub(super) enum FileKind {
    Text,
    Mail,
    Archive,
    Picture,
    /// What to do with it instead.
    Other(&'static str),
}

const PICTURES: &[&str] = &[
    "avif", "bmp", "gif", "heic", "heif", "jfif", "jpe", "jpeg", "jpg", "jxl", "png", "svg", "tif",
    "tiff", "webp",
];
const FILMS: &[&str] =
    &["3gp", "aac", "amr", "avi", "m4a", "mkv", "mov", "mp3", "mp4", "ogg", "opus", "wav", "webm"];
/// What phones and programs pack along with texts and photos.
const BESIDE: &[&str] = &["aae", "csv", "ics", "json", "plist", "vcf", "xml"];

const SAVE_AS_TEXT: &str = "open it in the program that made it, save it as plain text (.txt), and \
                            begin the story from that file";
const SAVE_AS_MAIL: &str = "open it in Outlook, save it as .eml or as plain text (.txt), and begin \
                            the story from that file";
const COPY_WORDS: &str = "open it, copy the words into a file of plain text (.txt), and begin the \
                          story from that one";
const UNPACK: &str = "unpack it, and begin the story from the files in it";
const NO_TEXT: &str = "it is no text that somebody wrote; leave it out";
const NO_FILM: &str = "a story begins with a text or a photo; write down the words of it, and \
                       put the film or the sound beside the story afterwards";

impl FileKind {
    pub(super) fn of(file: &SentFile) -> FileKind {
        let bytes = &file.bytes[..];
        let ending = file.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let ending = ending.as_deref().unwrap_or_default();
        match bytes {
            [b'P', b'K', 3 | 5, 4 | 6, ..] if is_plain_archive(bytes, ending) => FileKind::Archive,
            [b'P', b'K', 3 | 5, 4 | 6, ..] => FileKind::Other(SAVE_AS_TEXT),
            [b'7', b'z', 0xBC, 0xAF, ..] | [b'R', b'a', b'r', b'!', ..] => FileKind::Other(UNPACK),
            [b'%', b'P', b'D', b'F', ..] => FileKind::Other(COPY_WORDS),
            [b'{', b'\\', b'r', b't', b'f', ..] => FileKind::Other(SAVE_AS_TEXT),
            [0xD0, 0xCF, 0x11, 0xE0, ..] if ending == "msg" => FileKind::Other(SAVE_AS_MAIL),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => FileKind::Other(SAVE_AS_TEXT),
            _ if PICTURES.contains(&ending) || picture::header(bytes).is_ok() => FileKind::Picture,
            _ if FILMS.contains(&ending) => FileKind::Other(NO_FILM),
            _ if matches!(ending, "html" | "htm" | "mht" | "mhtml") => FileKind::Other(COPY_WORDS),
            _ if BESIDE.contains(&ending) => FileKind::Other(NO_TEXT),
            _ if headers(bytes) > usize::from(ending != "eml") => FileKind::Mail,
            _ if has_empty_bytes(bytes) => FileKind::Other(COPY_WORDS),
            _ => FileKind::Text,
        }
    }
}

/// Whether it is an archive that somebody packed, and not a document that is stored as one.
fn is_plain_archive(bytes: &[u8], ending: &str) -> bool {
    let is_document = |name: &[u8]| name == b"[Content_Types].xml" || name == b"mimetype";
    ending == "zip" && archive::entries(bytes).all(|entry| !is_document(entry.name))
}

/// How many of the first lines are those of an email, whatever the file is called.
fn headers(bytes: &[u8]) -> usize {
    const HEADERS: &[&str] = &[
        "content-type:",
        "date:",
        "delivered-to:",
        "from:",
        "message-id:",
        "mime-version:",
        "received:",
        "return-path:",
        "subject:",
        "to:",
        "x-",
    ];
    let head = &bytes[..bytes.len().min(8000)];
    let lines = head.split(|byte| *byte == b'\n').take_while(|line| line.trim_ascii() != b"");
    let is_header = |line: &&[u8]| {
        let line = line.to_ascii_lowercase();
        HEADERS.iter().any(|header| line.starts_with(header.as_bytes()))
    };
    lines.filter(is_header).count()
}

/// Whether it is no text, though not one in UTF-16.
fn has_empty_bytes(bytes: &[u8]) -> bool {
    let is_utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    !is_utf16 && bytes.contains(&0)
}
