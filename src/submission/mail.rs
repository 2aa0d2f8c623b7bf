//! An email as a mail program saves it (RFC 5322, `.eml`): its words, sender and photos. A
//! signature and the history below are left out only where the mail itself marks them.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::line_ends::LineEnds;
use super::mail_headers::{Subject, sender};
use super::mail_history::{self, History};
use super::mail_letters::{self, Mended};
use super::text;
use super::words::Words;
use super::{SentFile, Submission, mail_files, mail_html, mail_lines, mail_links, mail_tags};

/// Emails inside of emails.
const DEEPEST: usize = 3;
/// Bytes of all its texts together.
const LONGEST: usize = 2 << 20;
/// The words of an email; its sender and photos go into `submission`.
pub(super) fn read(file: &SentFile, submission: &mut Submission) -> Result<Option<Words>, String> {
    let name = &file.name;
    let unreadable = || format!("“{name}” cannot be read as an email: save it as .eml again");
    let bytes = mail_letters::with_letters(&file.bytes);
    let mut message = MessageParser::default().parse(&bytes).ok_or_else(unreadable)?;
    let mut mended = Mended::default();
    mail_letters::mend(&mut message, &mut mended);
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
    if pages.any(|html| mail_tags::is_too_deep(html)) {
        return Err(format!("“{name}” is nested too deeply to be read: save its words as a text"));
    }
    if mended.is_windows {
        submission.remarks.push(text::guessed_windows(name));
    }
    if mended.is_damaged {
        submission.remarks.push(format!(
            "Letters of “{name}” were damaged on their way and stand as \u{fffd}: ask for the words again"
        ));
    }
    if mended.is_hidden {
        submission.remarks.push("Left out: words that the email hides from its readers".to_owned());
    }
    take(name, message, submission).map(Some)
}

fn take(name: &str, message: &Message<'_>, submission: &mut Submission) -> Result<Words, String> {
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
    let is_empty = words.titled.is_empty() && words.body.trim().is_empty();
    if let Some(own) = mail_files::take(name, message, is_empty, submission)? {
        words = own;
    }
    // In an email, the title stands in the subject.
    if words.fields.is_empty() && !subject.words.is_empty() {
        words.body.insert_str(0, &words.titled);
        words.titled.clear();
        words.title = Some(subject.words);
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
        PartType::Text(text) => {
            Some(mail_links::without_detours(&unflowed(part, text)).into_owned())
        }
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
        match mail_history::without_history(page) {
            History::LeftOut(rest) if is_reply => {
                remarks.push(
                    "Left out: the earlier emails below, or the signature, as the mail program \
                     marked them"
                        .to_owned(),
                );
                return (mail_html::to_text(&rest), LineEnds::Typed);
            }
            History::Kept if is_reply => remarks.push(
                "Nothing is left out, because the story may stand between the lines of an earlier \
                 email: delete what is not the story"
                    .to_owned(),
            ),
            _ => {}
        }
        // Some programs send a line in place of the words: “your program shows no HTML”.
        let shown = mail_html::to_text(page);
        if shown.trim().chars().count() > 2 * text.trim().chars().count() {
            return (shown, LineEnds::Typed);
        }
    }
    if pages.iter().any(|page| mail_history::has_history_of_outlook(page)) {
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::submission::Sender;

    pub(in super::super) fn read_mail(mail: &str) -> (Submission, Words) {
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
                 Content-Type: text/plain; charset=utf-8\n\nMin historie, som den nu var i går.\n\nDen 3. skrev Anna:\n> Skriv!\n\
                 --x\nContent-Type: text/html; charset=utf-8\n\n{html}\n--x--\n"
            ))
        };
        let gmail = "<div>Min historie, som den nu var i går.</div><div class=\"gmail_quote\">Den 3. skrev Anna:\
                     <blockquote><div>Skriv!</div></blockquote></div>";
        let (submission, words) = mail("SV: Låsen", gmail);
        assert_eq!(words.body, "Min historie, som den nu var i går.\n");
        assert_eq!(submission.remarks.len(), 1);
        let short = gmail.replace(", som den nu var i går", "");
        let (submission, words) = mail("SV: Låsen", &short);
        assert!(words.body.contains("Skriv!"), "{}", words.body);
        assert!(submission.remarks[0].starts_with("Nothing is left out"));
        let (submission, words) = mail("Fwd: Låsen", gmail);
        assert!(words.body.contains("Skriv!"), "{}", words.body);
        assert_eq!(submission.sender, None);
        let (_, words) = mail("SV: Låsen", "<p>Min historie.</p><p>Den 3. skrev Anna:</p>");
        assert!(words.body.contains("> Skriv!"), "{}", words.body);
    }

    #[test]
    fn what_nobody_saw_is_left_out_and_links_are_direct() {
        let (submission, words) = read_mail(
            "
From: a@b.example
Subject: Pumpen
Content-Type: text/html; charset=utf-8

<div style=\"display:none\">Se i din browser</div><p>Den larmede, se
<a href=\"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.dr.dk%2F&amp;data=05\">www.dr.dk</a></p>
<p>\u{fffc}</p><p>Nu.</p>
",
        );
        assert_eq!(words.body, "Den larmede, se www.dr.dk\n\nNu.\n");
        assert_eq!(submission.remarks, ["Left out: words that the email hides from its readers"]);
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
