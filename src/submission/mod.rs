//! What somebody sent, as the words and photos of a story: a text, an email, an archive, an issue. No word of
//! it is changed, and whatever is not taken is said.

mod archive;
mod file_kind;
mod issue;
mod line_ends;
mod mail;
mod mail_files;
mod mail_headers;
mod mail_history;
mod mail_html;
mod mail_letters;
mod mail_lines;
mod mail_links;
mod mail_tags;
mod photos;
mod plain_text;
mod text;
pub(crate) mod wish;
mod words;

use crate::base::PictureFormat;
use crate::document::earlier_email;
use file_kind::FileKind;
pub(crate) use mail_html::to_text as words_of_html;
use words::Words;

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
    /// Of the remarks, which files may hold the words that are missing.
    left: Vec<String>,
}

/// Whether words are taken from a file: a text, an email, or an archive with one of these.
pub(crate) fn holds_words(file: &SentFile) -> bool {
    matches!(FileKind::of(file), FileKind::Text | FileKind::Mail | FileKind::Archive)
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
        return Err(submission.without_words("there are no words in it"));
    };
    if words.body.trim().is_empty() {
        return Err(submission.without_words(&format!("“{name}” holds no words")));
    }
    if let Some(line) = earlier_email::first(&words.body) {
        submission.remarks.push(of_somebody_else(line));
    }
    submission.fields = words.fields;
    submission.title = words.title;
    submission.titled = words.titled;
    submission.body = words.body;
    Ok(submission)
}

/// What is said where an earlier email begins that nothing marks.
fn of_somebody_else(line: &str) -> String {
    let line = line.replace('\\', "");
    let (shown, end) = match line.char_indices().nth(80) {
        Some((at, _)) => (&line[..at], "…"),
        None => (&line[..], ""),
    };
    format!(
        "LOOK: somebody else's words may be in it. An earlier email begins at “{shown}{end}”, and \
         nothing of it is left out: delete it, unless whoever tells this wrote it"
    )
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

    /// Says that a file is not taken, and what to do with it.
    fn leave(&mut self, name: &str, remedy: &str) {
        let remark = format!("“{name}” is not taken: {remedy}");
        self.left.push(remark.clone());
        self.remarks.push(remark);
    }

    /// What is wrong where no words are found: the files in which they may be are named.
    fn without_words(&self, what: &str) -> String {
        match self.left.is_empty() {
            true => format!("{what}: a story needs a text, if only a line"),
            false => format!("{what} that can be read; {}", self.left.join("; ")),
        }
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
    fn an_email_without_words_names_the_file_that_may_hold_them() {
        let mail = "From: a@b.example\r\nMIME-Version: 1.0\r\n\
                    Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n\r\n--x\r\n\
                    Content-Type: application/octet-stream; name=\"historie.docx\"\r\n\
                    Content-Disposition: attachment; filename=\"historie.docx\"\r\n\
                    Content-Transfer-Encoding: base64\r\n\r\nUEsDBA==\r\n--x--\r\n";
        let error = read(vec![sent("mail.eml", mail.as_bytes())]).err().unwrap();
        assert_eq!(
            error,
            "“mail.eml” holds no words that can be read; “historie.docx” is not taken: open it in \
             the program that made it, save it as plain text (.txt), and begin the story from that \
             file"
        );
    }

    #[test]
    fn an_earlier_email_that_nothing_marks_is_kept_and_told() {
        let history = "-----Oprindelig meddelelse-----\r\nFra: Bodil\r\nSendt: 19. november 2026\r\n\
                       Til: Anne\r\nEmne: Historie\r\n\r\nSkriv!\r\n";
        let headers =
            "From: a@b.example\r\nSubject: SV: Historie\r\nContent-Type: text/plain\r\n\r\n";
        let words = format!("Vi stod i gården.\r\n\r\n{history}");
        for (name, text) in [("a.txt", words.clone()), ("a.eml", format!("{headers}{words}"))] {
            let read = read(vec![sent(name, text.as_bytes())]).unwrap();
            assert!(read.body.contains("Skriv!"), "{}", read.body);
            let told = &read.remarks[..];
            let [remark] = told else { panic!("{name}: {told:?}") };
            assert!(remark.contains("begins at “-----Oprindelig meddelelse-----”"), "{remark}");
        }
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
