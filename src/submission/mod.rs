//! What somebody sent, as the words and photos of a story: a text, an email, an archive. No word of
//! it is changed, and whatever is not taken is said.

mod archive;
mod file_kind;
mod line_ends;
mod mail;
mod mail_headers;
mod mail_html;
mod mail_lines;
mod photos;
mod plain_text;
mod text;

use crate::base::PictureFormat;
use file_kind::FileKind;
use text::Words;

/// A file as it was sent.
pub(crate) struct SentFile {
    /// Its name, without folders.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Who sent an email, as it says itself.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Sender {
    pub(crate) name: Option<String>,
    pub(crate) mail: Option<String>,
}

/// A photo without what its camera noted of place and time.
pub(crate) struct SentPhoto {
    pub(crate) name: String,
    pub(crate) format: PictureFormat,
    pub(crate) bytes: Vec<u8>,
}

/// What was sent, taken apart.
#[derive(Default)]
pub(crate) struct Submission {
    /// The fields between `---` and `---`, as they were sent; empty if there are none.
    pub(crate) fields: String,
    /// What stands where a title is expected: the subject of an email, a first line alone.
    pub(crate) title: Option<String>,
    /// The title as it stood above the words: it goes back there where another one is chosen.
    pub(crate) titled: String,
    pub(crate) sender: Option<Sender>,
    /// The words, as Markdown that shows what was sent.
    pub(crate) body: String,
    pub(crate) photos: Vec<SentPhoto>,
    /// What was not taken, and what to look at: sentences without a full stop.
    pub(crate) remarks: Vec<String>,
}

/// Takes files apart: one that holds words, and any number of photos. What is wrong is a sentence
/// for whoever received them, without a full stop.
pub(crate) fn read(files: Vec<SentFile>) -> Result<Submission, String> {
    let mut submission = Submission::default();
    let mut words: Option<(String, Words)> = None;
    for file in files {
        let name = file.name.clone();
        let found = match FileKind::of(&file) {
            FileKind::Picture => {
                submission.add_photo(file)?;
                continue;
            }
            FileKind::Text => Some(text::read(&file, &mut submission.remarks)?),
            FileKind::Mail => mail::read(&file, &mut submission)?,
            FileKind::Archive => archive::read(&file, &mut submission)?,
            FileKind::Other(remedy) => {
                return Err(format!("“{name}” cannot be read as a story: {remedy}"));
            }
        };
        let Some(found) = found else { continue };
        if let Some((other, _)) = &words {
            return Err(format!(
                "“{other}” and “{name}” both hold words: a story is made of one text, so begin two"
            ));
        }
        words = Some((name, found));
    }
    let Some((name, words)) = words else {
        return Err("there are no words in it: a story needs a text, if only a line".to_owned());
    };
    if words.body.trim().is_empty() {
        return Err(format!("“{name}” holds no words: a story needs a text, if only a line"));
    }
    submission.fields = words.fields;
    submission.title = words.title;
    submission.titled = words.titled;
    submission.body = words.body;
    Ok(submission)
}

impl Submission {
    /// Puts a picture beside the text, once.
    fn add_photo(&mut self, file: SentFile) -> Result<(), String> {
        let photo = photos::cleaned(file, &mut self.remarks)?;
        if self.photos.iter().all(|other| other.bytes != photo.bytes) {
            self.photos.push(photo);
        }
        Ok(())
    }

    /// Puts a picture beside the text, or says why not: it is one of several in an email.
    fn try_photo(&mut self, file: SentFile) {
        if let Err(why) = self.add_photo(file) {
            self.remarks.push(why);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(name: &str, bytes: &[u8]) -> SentFile {
        SentFile { name: name.to_owned(), bytes: bytes.to_vec() }
    }

    #[test]
    fn one_file_holds_the_words() {
        let two = read(vec![sent("a.txt", b"One"), sent("b.txt", b"Two")]);
        assert!(two.err().unwrap().contains("“a.txt” and “b.txt” both hold words"));
        let none = read(vec![]);
        assert!(none.err().unwrap().contains("there are no words"));
        let empty = read(vec![sent("a.txt", b" \r\n\r\n")]);
        assert!(empty.err().unwrap().contains("“a.txt” holds no words"));
    }

    #[test]
    fn what_is_no_text_says_how_to_make_one() {
        for (name, bytes, remedy) in [
            ("story.docx", &b"PK\x03\x04"[..], "plain text"),
            ("story.pdf", b"%PDF-1.7", "copy the words"),
            ("story.msg", b"\xD0\xCF\x11\xE0", ".eml"),
            ("story.rtf", b"{\\rtf1", "plain text"),
            ("film.mov", b"\0\0\0\x14ftypqt  ", "photo"),
        ] {
            let error = read(vec![sent(name, bytes)]).err().unwrap();
            assert!(error.starts_with(&format!("“{name}” cannot be read")), "{error}");
            assert!(error.contains(remedy), "{error}");
        }
    }
}
