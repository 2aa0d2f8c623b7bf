//! A ZIP archive with one text and its photos.

use super::file_kind::FileKind;
use super::text::{self, Words};
use super::{SentFile, Submission, mail};
use crate::base::archive;

/// Bytes of one file in it, of all together, and how many there may be.
const MOST: usize = 64 << 20;
const MOST_IN_ALL: usize = 256 << 20;
const MOST_FILES: usize = 200;

/// The words of the one text in it; its photos go into `submission`.
pub(super) fn read(file: &SentFile, submission: &mut Submission) -> Result<Option<Words>, String> {
    let name = &file.name;
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
                submission.remarks.push(format!("“{path}” is not taken: unpack it first"));
                continue;
            }
            FileKind::Other(remedy) => {
                submission.remarks.push(format!("“{path}” is not taken: {remedy}"));
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
