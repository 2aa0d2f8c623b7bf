//! A ZIP archive with one text and its photos.

use super::file_kind::FileKind;
use super::text;
use super::words::Words;
use super::{SentFile, Submission, mail};
use crate::base::archive;

/// Bytes of one file in it, of all together, and how many there may be.
const MOST: usize = 64 << 20;
const MOST_IN_ALL: usize = 256 << 20;
const MOST_FILES: usize = 200;

/// The words of the one text in it; its photos go into `submission`.
pub(super) fn read(file: &SentFile, submission: &mut Submission) -> Result<Option<Words>, String> {
    let name = &file.name;
    if !archive::is_whole(&file.bytes) {
        return Err(format!("“{name}” is damaged: its end is missing, so ask for it again"));
    }
    let mut words = None;
    let mut left = MOST_IN_ALL;
    for (count, entry) in archive::entries(&file.bytes).enumerate() {
        if count == MOST_FILES {
            return Err(format!("“{name}” holds more than {MOST_FILES} files"));
        }
        let path = String::from_utf8_lossy(entry.name).into_owned();
        if path.ends_with('/') || is_of_the_system(&path) {
            continue;
        }
        let most = MOST.min(left);
        let bytes = entry
            .whole(&file.bytes, most)
            .map_err(|why| format!("“{path}” in “{name}” cannot be read: {why}"))?;
        left -= bytes.len();
        let inner = path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let inner = SentFile { name: inner, bytes };
        let found = match FileKind::of(&inner) {
            FileKind::Picture => {
                submission.try_photo(inner);
                continue;
            }
            FileKind::Text => text::read(&inner, &mut submission.remarks)?,
            FileKind::Mail => match mail::read(&inner, submission)? {
                Some(words) => words,
                None => continue,
            },
            FileKind::Archive => {
                submission.leave(&path, "it is an archive in an archive, so unpack it first");
                continue;
            }
            FileKind::Other(remedy) => {
                submission.leave(&path, remedy);
                continue;
            }
        };
        if words.replace(found).is_some() {
            return Err(format!("“{name}” holds several texts: unpack it, and begin from one"));
        }
    }
    Ok(words)
}

/// What systems put into archives on their own.
fn is_of_the_system(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("__MACOSX/")
        || file.starts_with('.')
        || matches!(file, "Thumbs.db" | "desktop.ini")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::crc32::crc32;
    use crate::submission::read as read_all;

    /// An archive of files that are stored as they are, or say that they are packed otherwise.
    fn zip(files: &[(&str, &[u8])], method: u16) -> Vec<u8> {
        let (mut bytes, mut list) = (vec![], vec![]);
        for (name, content) in files {
            let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
            let size = u32::try_from(content.len()).unwrap().to_le_bytes();
            let length = u16::try_from(name.len()).unwrap().to_le_bytes();
            let method = method.to_le_bytes();
            let sum = crc32(content).to_le_bytes();
            let shared =
                [&[20, 0, 0, 0][..], &method, &[0; 4], &sum, &size, &size, &length, &[0; 2]]
                    .concat();
            bytes.extend([b"PK\x03\x04", &shared[..], name.as_bytes(), content].concat());
            list.extend(
                [b"PK\x01\x02\x14\0", &shared[..], &[0; 10], &at, name.as_bytes()].concat(),
            );
        }
        let count = u16::try_from(files.len()).unwrap().to_le_bytes();
        let size = u32::try_from(list.len()).unwrap().to_le_bytes();
        let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let end = [b"PK\x05\x06", &[0; 4][..], &count, &count, &size, &at, &[0; 2]].concat();
        [bytes, list, end].concat()
    }

    fn error(bytes: Vec<u8>) -> String {
        let file = SentFile { name: "historie.zip".to_owned(), bytes };
        read_all(vec![file]).err().unwrap_or_default()
    }

    #[test]
    fn an_archive_without_a_text_says_what_to_do_with_what_it_holds() {
        let docx = zip(&[("[Content_Types].xml", b"<a/>")], 0);
        let photo = b"GIF89a\x08\0\x08\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x08\0\x08\0\0\
                      \x02\x07\x84\x8f\xa9\xcb\xed]\0\0;";
        let sent = zip(&[("ny/historie.docx", &docx), ("pumpe.gif", photo)], 0);
        let error = error(sent);
        assert!(error.contains("“ny/historie.docx” is not taken"), "{error}");
        assert!(error.contains("save it as plain text (.txt)"), "{error}");
    }

    #[test]
    fn an_archive_that_cannot_be_unpacked_says_why() {
        let whole = zip(&[("historie.txt", b"Den larmede."), ("b.aae", b"-")], 0);
        assert_eq!(error(whole.clone()), "");
        for length in [30, 60, whole.len() - 30] {
            let error = error(whole[..length].to_vec());
            assert!(
                error.contains("is damaged: its end is missing, so ask for it again"),
                "{error}"
            );
        }
        for method in [12, 14] {
            let error = error(zip(&[("historie.txt", b"Den larmede.")], method));
            assert!(error.contains("“historie.txt” in “historie.zip”"), "{error}");
            assert!(error.contains("unpack it with the program that packed it"), "{error}");
        }
    }
}
