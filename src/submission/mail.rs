//! An email as a mail program saves it (RFC 5322, `.eml`): its words, sender and photos. A
//! signature and the history below are left out only where the mail itself marks them.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::file_kind::FileKind;
use super::line_ends::LineEnds;
use super::mail_headers::{Subject, sender, with_letters};
use super::text::{self, Words};
use super::{SentFile, Submission, mail_html, mail_lines};
use crate::picture;

/// Emails inside of emails.
const DEEPEST: usize = 3;
/// Bytes of all its texts together.
const LONGEST: usize = 2 << 20;
/// A picture of so few pixels a side only counts who opens an email.
const COUNTS_READERS: u32 = 3;

/// The words of an email; its sender and photos go into `submission`.
pub(super) fn read(file: &SentFile, submission: &mut Submission) -> Result<Option<Words>, String> {
    let name = &file.name;
    let unreadable = || format!("“{name}” cannot be read as an email: save it as .eml again");
    let bytes = with_letters(&file.bytes);
    let message = MessageParser::default().parse(&bytes).ok_or_else(unreadable)?;
    let mut message = &message;
    for _ in 0..DEEPEST {
        match enclosed(message) {
            Some(inner) if typed(message).trim().is_empty() => message = inner,
            _ => break,
        }
    }
    let texts = message.text_bodies().chain(message.html_bodies());
    if texts.map(|part| part.len()).sum::<usize>() > LONGEST {
        return Err(format!("“{name}” is longer than 2 MB of text"));
    }
    let mut pages = message.html_bodies().filter_map(|part| match &part.body {
        PartType::Html(html) => Some(html),
        _ => None,
    });
    if pages.any(|html| mail_html::is_too_deep(html)) {
        return Err(format!("“{name}” is nested too deeply to be read: save its words as a text"));
    }
    take(message, submission).map(Some)
}

fn take(message: &Message<'_>, submission: &mut Submission) -> Result<Words, String> {
    let subject = Subject::of(message.subject().unwrap_or_default());
    if subject.is_forwarded {
        submission.remarks.push(
            "This email was forwarded, so its sender need not be the author, and nothing of it is \
             left out: delete what is not the story"
                .to_owned(),
        );
    } else {
        submission.sender = sender(message);
    }
    let (text, ends) = body(message, &subject, &mut submission.remarks);
    let mut words = text::words(&text, false, ends)?;
    // In an email, the title stands in the subject.
    if words.fields.is_empty() && !subject.words.is_empty() {
        words.body.insert_str(0, &words.titled);
        words.titled.clear();
        words.title = Some(subject.words);
    }
    for part in message.attachments() {
        attach(part, submission);
    }
    Ok(words)
}

/// The email that is attached to this one, if nothing else is.
fn enclosed<'m>(message: &'m Message<'m>) -> Option<&'m Message<'m>> {
    let mut attachments = message.attachments();
    match (attachments.next().map(|part| &part.body), attachments.next()) {
        (Some(PartType::Message(inner)), None) => Some(inner),
        _ => None,
    }
}

/// What was typed, as plain text.
fn typed(message: &Message<'_>) -> String {
    let texts = message.text_bodies().filter_map(|part| match &part.body {
        PartType::Text(text) => Some(unflowed(part, text)),
        PartType::Html(html) => Some(mail_html::to_text(html)),
        _ => None,
    });
    texts.collect::<Vec<_>>().join("\n\n")
}

/// The words without signature and history, and what is known of the ends of their lines.
fn body(message: &Message<'_>, subject: &Subject, remarks: &mut Vec<String>) -> (String, LineEnds) {
    let pages = message.html_bodies().filter_map(|part| match &part.body {
        PartType::Html(html) => Some(html.as_ref()),
        _ => None,
    });
    let pages: Vec<&str> = pages.collect();
    let texts: Vec<_> = message.text_bodies().collect();
    let is_reply = !subject.is_forwarded;
    let text = typed(message);
    if let ([page], [_]) = (&pages[..], &texts[..]) {
        if is_reply && let Some(rest) = mail_html::without_history(page) {
            remarks.push(
                "Left out: the earlier emails below, or the signature, as the mail program marked \
                 them"
                    .to_owned(),
            );
            return (mail_html::to_text(&rest), LineEnds::Typed);
        }
        // Some programs send a line in place of the words: “your program shows no HTML”.
        let shown = mail_html::to_text(page);
        if shown.trim().chars().count() > 2 * text.trim().chars().count() {
            return (shown, LineEnds::Typed);
        }
    }
    if pages.iter().any(|page| mail_html::has_history_of_outlook(page)) {
        remarks.push(
            "Earlier emails are kept below the words, because Outlook does not mark where they end: \
             delete them"
                .to_owned(),
        );
    }
    let is_wrapped =
        |part: &MessagePart<'_>| matches!(part.body, PartType::Text(_)) && !is_flowed(part);
    let ends = match texts.iter().any(|part| is_wrapped(part)) {
        true => LineEnds::Guessed,
        false => LineEnds::Typed,
    };
    match mail_lines::without_signature(&text) {
        Some(rest) if is_reply => {
            remarks.push("Left out: the signature below the line “-- ”".to_owned());
            (rest.to_owned(), ends)
        }
        _ => (text, ends),
    }
}

/// RFC 3676: lines that end in a space go on in the next one.
fn is_flowed(part: &MessagePart<'_>) -> bool {
    let format = part.content_type().and_then(|kind| kind.attribute("format"));
    format.is_some_and(|format| format.eq_ignore_ascii_case("flowed"))
}

fn unflowed(part: &MessagePart<'_>, text: &str) -> String {
    if !is_flowed(part) {
        return text.to_owned();
    }
    let deletes = part.content_type().and_then(|kind| kind.attribute("delsp"));
    mail_lines::unflowed(text, deletes.is_some_and(|it| it.eq_ignore_ascii_case("yes")))
}

/// Takes a photo, and says of every other attachment that it is not taken.
fn attach(part: &MessagePart<'_>, submission: &mut Submission) {
    let name = part.attachment_name().unwrap_or("attachment").to_owned();
    let bytes: &[u8] = match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes,
        PartType::Text(text) => text.as_bytes(),
        PartType::Html(html) => html.as_bytes(),
        PartType::Multipart(_) => return,
        PartType::Message(_) => {
            submission
                .remarks
                .push(format!("“{name}” is not taken: it is another email; save that one as .eml"));
            return;
        }
    };
    if part.is_content_type("application", "ms-tnef") || name.eq_ignore_ascii_case("winmail.dat") {
        submission.remarks.push(
            "“winmail.dat” is not taken: Outlook has packed photos or files into it, so ask for \
             them again, sent as plain text or HTML"
                .to_owned(),
        );
        return;
    }
    let file = SentFile { name, bytes: bytes.to_vec() };
    match FileKind::of(&file) {
        FileKind::Picture if counts_readers(&file) => {}
        FileKind::Picture => submission.try_photo(file),
        _ => submission.remarks.push(format!(
            "“{}” is not taken: begin from that file if it is the story, or lay it beside the text",
            file.name
        )),
    }
}

fn counts_readers(file: &SentFile) -> bool {
    picture::header(&file.bytes)
        .is_ok_and(|found| found.width < COUNTS_READERS && found.height < COUNTS_READERS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::submission::Sender;

    fn read_mail(mail: &str) -> (Submission, Words) {
        let mail = mail.trim_start().replace('\n', "\r\n");
        let file = SentFile { name: "mail.eml".to_owned(), bytes: mail.into_bytes() };
        let mut submission = Submission::default();
        let words = read(&file, &mut submission).unwrap().unwrap();
        (submission, words)
    }

    #[test]
    fn the_subject_is_the_title_and_the_sender_is_known() {
        let (submission, words) = read_mail(
            "
From: =?utf-8?Q?Birthe_S=C3=B8rensen?= <birthe@sundbro.example>
To: anna@sundbro.example
Subject: SV: Re: =?iso-8859-1?Q?L=E5sen_p=E5_d=F8ren?=
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

Hej Anna

Den stod =96 som altid =96 =E5ben. 5*3.
--=20
Birthe S=F8rensen
Lok. 4412
",
        );
        let birthe = Sender {
            name: Some("Birthe Sørensen".to_owned()),
            mail: Some("birthe@sundbro.example".to_owned()),
        };
        assert_eq!(submission.sender, Some(birthe));
        assert_eq!(words.title.as_deref(), Some("Låsen på døren"));
        assert_eq!(words.body, "Hej Anna\n\nDen stod – som altid – åben. 5\\*3.\n");
        assert_eq!(submission.remarks, ["Left out: the signature below the line “-- ”"]);
    }

    #[test]
    fn history_is_left_out_only_where_it_is_marked() {
        let mail = |subject: &str, html: &str| {
            read_mail(&format!(
                "From: a@b.example\nSubject: {subject}\nMIME-Version: 1.0\n\
                 Content-Type: multipart/alternative; boundary=x\n\n--x\n\
                 Content-Type: text/plain; charset=utf-8\n\nMin historie.\n\nDen 3. skrev Anna:\n> Skriv!\n\
                 --x\nContent-Type: text/html; charset=utf-8\n\n{html}\n--x--\n"
            ))
        };
        let gmail = "<div>Min historie.</div><div class=\"gmail_quote\">Den 3. skrev Anna:\
                     <blockquote><div>Skriv!</div></blockquote></div>";
        let (submission, words) = mail("SV: Låsen", gmail);
        assert_eq!(words.body, "Min historie.\n");
        assert_eq!(submission.remarks.len(), 1);
        let (submission, words) = mail("Fwd: Låsen", gmail);
        assert!(words.body.contains("Skriv!"), "{}", words.body);
        assert_eq!(submission.sender, None);
        let (_, words) = mail("SV: Låsen", "<p>Min historie.</p><p>Den 3. skrev Anna:</p>");
        assert!(words.body.contains("> Skriv!"), "{}", words.body);
    }

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

    #[test]
    fn an_email_that_only_carries_another_one_is_opened() {
        let (submission, words) = read_mail(
            "
From: anna@sundbro.example
Subject: Fwd: en historie
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: message/rfc822

From: birthe@sundbro.example
Subject: Pumpen
Content-Type: text/plain

Den larmede.
--x--
",
        );
        assert_eq!(words.body, "Den larmede.\n");
        assert_eq!(words.title.as_deref(), Some("Pumpen"));
        let mail = submission.sender.and_then(|sender| sender.mail);
        assert_eq!(mail.as_deref(), Some("birthe@sundbro.example"));
    }
}
