//! What is attached to an email: photos, a text, and files that are not taken.

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::file_kind::FileKind;
use super::text;
use super::words::Words;
use super::{SentFile, Submission};
use crate::picture;

/// A picture of so few pixels a side only counts who opens an email.
const COUNTS_READERS: u32 = 3;

/// Takes what is attached to an email. Where the email says nothing itself (`is_empty`), its words are
/// those of the one text that is attached.
pub(super) fn take(
    name: &str,
    message: &Message<'_>,
    is_empty: bool,
    submission: &mut Submission,
) -> Result<Option<Words>, String> {
    let mut texts = vec![];
    for part in message.attachments() {
        texts.extend(attach(part, submission));
    }
    if is_empty && let [one] = &texts[..] {
        submission.remarks.push(format!(
            "The words are those of “{}”, because “{name}” has none of its own",
            one.name
        ));
        return text::read(one, &mut submission.remarks).map(Some);
    }
    for other in texts {
        submission.leave(&other.name, BEGIN_FROM_IT);
    }
    Ok(None)
}

const BEGIN_FROM_IT: &str = "begin from that file if it is the story, or lay it beside the text";

/// Takes a photo, returns a text, and says of every other attachment that it is not taken.
fn attach(part: &MessagePart<'_>, submission: &mut Submission) -> Option<SentFile> {
    let name = part.attachment_name().unwrap_or("attachment").to_owned();
    let bytes: &[u8] = match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes,
        PartType::Text(text) => text.as_bytes(),
        PartType::Html(html) => html.as_bytes(),
        PartType::Multipart(_) => return None,
        PartType::Message(_) => {
            submission.leave(&name, "it is another email; save that one as .eml");
            return None;
        }
    };
    if part.is_content_type("application", "ms-tnef") || name.eq_ignore_ascii_case("winmail.dat") {
        submission.leave(
            "winmail.dat",
            "Outlook has packed photos or files into it, so ask for them again, sent as plain text \
             or HTML",
        );
        return None;
    }
    let file = SentFile { name, bytes: bytes.to_vec() };
    match FileKind::of(&file) {
        FileKind::Picture if counts_readers(&file) => {}
        FileKind::Picture => submission.try_photo(file),
        FileKind::Text => return Some(file),
        FileKind::Other(remedy) => submission.leave(&file.name, remedy),
        FileKind::Mail | FileKind::Archive => submission.leave(&file.name, BEGIN_FROM_IT),
    }
    None
}

fn counts_readers(file: &SentFile) -> bool {
    picture::header(&file.bytes)
        .is_ok_and(|found| found.width < COUNTS_READERS && found.height < COUNTS_READERS)
}

#[cfg(test)]
mod tests {
    use super::super::mail::tests::read_mail;

    #[test]
    fn photos_are_taken_and_other_files_are_said() {
        let (submission, words) = read_mail(
            "
From: a@b.example
Subject: Pumpen
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=utf-8; format=flowed

Den larmede hele 
natten.
Så blev den stille.
--x
Content-Type: image/gif; name=\"pumpe.gif\"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename=\"pumpe.gif\"

R0lGODlhCAAIAIAAAP///wAAACwAAAAACAAIAAACB4SPqcvtXQAAOw==
--x
Content-Type: application/pdf; name=\"cv.pdf\"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename=\"cv.pdf\"

JVBERi0xLjcK
--x--
",
        );
        assert_eq!(words.body, "Den larmede hele natten.\\\nSå blev den stille.\n");
        let photos: Vec<&str> = submission.photos.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(photos, ["pumpe.gif"]);
        assert!(submission.remarks[0].starts_with("“cv.pdf” is not taken"));
    }

    fn with_attachment(name: &str, content: &str) -> String {
        format!(
            "From: a@b.example\nSubject: Pumpen\nMIME-Version: 1.0\n\
             Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n\n--x\n\
             Content-Type: application/octet-stream; name=\"{name}\"\n\
             Content-Disposition: attachment; filename=\"{name}\"\n\n{content}\n--x--\n"
        )
    }

    #[test]
    fn a_text_in_an_email_without_words_is_taken() {
        let (submission, words) = read_mail(&with_attachment("historie.txt", "Den *larmede*."));
        assert_eq!(words.body, "Den \\*larmede\\*.\n");
        assert_eq!(words.title.as_deref(), Some("Pumpen"));
        assert!(submission.remarks[0].contains("those of “historie.txt”"));
        let (_, words) = read_mail(&with_attachment("historie.md", "Den *larmede*."));
        assert_eq!(words.body, "Den *larmede*.");
        let (submission, words) = read_mail(&with_attachment("historie.docx", "PK\u{3}\u{4}"));
        assert_eq!(words.body.trim(), "");
        assert!(submission.remarks[0].contains("save it as plain text"));
    }
}
