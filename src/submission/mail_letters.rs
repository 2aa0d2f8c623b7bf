//! The letters of an email: what its bytes say where its lines about them are wrong or missing.

use std::borrow::Cow;

use encoding_rs::{Encoding as Letters, UTF_8, WINDOWS_1252};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};

use super::mail_tags;

/// What was done to the texts of an email.
#[derive(Default)]
pub(super) struct Mended {
    pub(super) is_windows: bool,
    pub(super) is_damaged: bool,
    /// Words that nobody saw were left out.
    pub(super) is_hidden: bool,
}

/// Gives each text of an email, also of those in it, the letters that were typed, and takes away what
/// its readers did not see.
pub(super) fn mend(message: &mut Message<'_>, mended: &mut Mended) {
    let raw = message.raw_message.clone();
    for part in &mut message.parts {
        if let PartType::Message(inner) = &mut part.body {
            mend(inner, mended);
            continue;
        }
        let text = typed(part, &raw, mended);
        let (PartType::Text(old) | PartType::Html(old)) = &mut part.body else { continue };
        if let Some(text) = text {
            *old = Cow::Owned(text);
        }
        if let PartType::Html(page) = &mut part.body
            && let Some(seen) = mail_tags::without_hidden(page)
        {
            mended.is_hidden = true;
            *page = Cow::Owned(seen);
        }
    }
}

/// The text of a part, if it is another one than was read.
fn typed(part: &MessagePart<'_>, raw: &[u8], mended: &mut Mended) -> Option<String> {
    let (old, is_html) = match &part.body {
        PartType::Text(old) => (old, false),
        PartType::Html(old) => (old, true),
        _ => return None,
    };
    let raw = raw.get(part.offset_body as usize..part.offset_end as usize)?;
    let bytes = match part.encoding {
        Encoding::None => Cow::Borrowed(raw),
        Encoding::QuotedPrintable => Cow::Owned(quoted_printable_decode(raw)?),
        Encoding::Base64 => Cow::Owned(base64_decode(raw)?),
    };
    if bytes.is_ascii() {
        return None;
    }
    let named = part.content_type().and_then(|kind| kind.attribute("charset"));
    let named = named.map(|name| name.trim().to_ascii_lowercase());
    let letters = named.as_deref().and_then(|name| Letters::for_label(name.as_bytes()));
    // These are what programs name that know no others; ASCII and ISO 8859-1 are among them.
    let is_sure = letters.is_some_and(|it| it != UTF_8 && it != WINDOWS_1252);
    if is_sure {
        return None;
    }
    let text = match str::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(_) if letters == Some(WINDOWS_1252) && named.as_deref() != Some("us-ascii") => {
            return None;
        }
        Err(_) => {
            let own = is_html.then(|| named_in_page(&bytes)).flatten();
            let own = own.filter(|letters| *letters != UTF_8);
            match own {
                Some(letters) => letters.decode_without_bom_handling(&bytes).0.into_owned(),
                None => guess(&bytes, mended),
            }
        }
    };
    (text != **old).then_some(text)
}

/// The letters that a page names itself.
fn named_in_page(page: &[u8]) -> Option<&'static Letters> {
    let head = String::from_utf8_lossy(&page[..page.len().min(4000)]).to_ascii_lowercase();
    let (_, named) = head.split_once("charset=")?;
    let named = named.trim_start_matches(['"', '\'', ' ']);
    let end = named.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
    Letters::for_label(&named.as_bytes()[..end.unwrap_or(named.len())])
}

/// UTF-8 in which few bytes are damaged, or else the letters of Windows.
fn guess(bytes: &[u8], mended: &mut Mended) -> String {
    let text = String::from_utf8_lossy(bytes);
    let damaged = text.matches('\u{fffd}').count();
    let whole = text.chars().filter(|c| !c.is_ascii()).count() - damaged;
    if whole > damaged {
        mended.is_damaged = true;
        return text.into_owned();
    }
    mended.is_windows = true;
    WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

/// The same email with its first lines in UTF-8, and with each name in them in one piece: old
/// programs write names in the letters of Windows, and others break them inside of a letter.
pub(super) fn with_letters(bytes: &[u8]) -> Cow<'_, [u8]> {
    let ends = [&b"\r\n\r\n"[..], b"\n\n"];
    let end =
        ends.iter().filter_map(|end| bytes.windows(end.len()).position(|it| it == *end)).min();
    let (head, body) = bytes.split_at(end.unwrap_or(bytes.len()));
    let text = str::from_utf8(head)
        .map_or_else(|_| WINDOWS_1252.decode_without_bom_handling(head).0, Cow::Borrowed);
    let whole = with_whole_words(&text);
    if whole.as_bytes() == head {
        return Cow::Borrowed(bytes);
    }
    Cow::Owned([whole.as_bytes(), body].concat())
}

/// A word that says its own letters: `=?utf-8?Q?=C3=B8?=` (RFC 2047).
struct Word<'a> {
    letters: &'a str,
    bytes: Vec<u8>,
    length: usize,
}

impl Word<'_> {
    /// The word at the beginning of `text`.
    fn at(text: &str) -> Option<Word<'_>> {
        const LONGEST: usize = 2000;
        let end = (0..=text.len().min(LONGEST)).rev().find(|at| text.is_char_boundary(*at));
        let text = &text[..end.unwrap_or(0)];
        let mut parts = text.strip_prefix("=?")?.splitn(3, '?');
        let (letters, coded, rest) = (parts.next()?, parts.next()?, parts.next()?);
        let end = rest.find("?=")?;
        let content = &rest[..end];
        if letters.contains(char::is_whitespace) || content.contains(char::is_whitespace) {
            return None;
        }
        let bytes = match coded {
            "q" | "Q" => quoted_printable_decode(content.replace('_', "=20").as_bytes())?,
            "b" | "B" => base64_decode(content.as_bytes())?,
            _ => return None,
        };
        Some(Word { letters, bytes, length: text.len() - rest.len() + end + 2 })
    }

    fn write(&self, out: &mut String) {
        let is_wrong =
            self.letters.eq_ignore_ascii_case("utf-8") && str::from_utf8(&self.bytes).is_err();
        *out += &format!("=?{}?Q?", if is_wrong { "windows-1252" } else { self.letters });
        for byte in &self.bytes {
            *out += &format!("={byte:02X}");
        }
        *out += "?=";
    }
}

/// Lines in which words with the same letters are one.
fn with_whole_words(head: &str) -> String {
    let mut out = String::with_capacity(head.len());
    let mut rest = head;
    while let Some(at) = rest.find("=?") {
        out += &rest[..at];
        rest = &rest[at..];
        let Some(mut word) = Word::at(rest) else {
            out += "=?";
            rest = &rest[2..];
            continue;
        };
        rest = &rest[word.length..];
        while let Some(next) = Word::at(rest.trim_start())
            && next.letters.eq_ignore_ascii_case(word.letters)
        {
            word.bytes.extend(&next.bytes);
            rest = &rest.trim_start()[next.length..];
        }
        word.write(&mut out);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use mail_parser::MessageParser;

    use super::*;

    fn text(kind: &str, body: &[u8]) -> (String, bool) {
        let mail = [format!("From: a@b.example\r\n{kind}\r\n").as_bytes(), body].concat();
        let mut message = MessageParser::default().parse(&mail).unwrap();
        let mut mended = Mended::default();
        mend(&mut message, &mut mended);
        let text = match &message.parts[0].body {
            PartType::Text(text) | PartType::Html(text) => text.trim().to_owned(),
            _ => String::new(),
        };
        (text, mended.is_windows)
    }

    #[test]
    fn letters_are_those_of_the_bytes_where_none_or_wrong_ones_are_named() {
        let windows = b"L\xe5sen p\xe5 \xc6r\xf8 \x96 nu";
        let right = "Låsen på Ærø – nu";
        let plain = |charset: &str| format!("Content-Type: text/plain{charset}\r\n");
        for charset in ["", "; charset=us-ascii", "; charset=utf-8", "; charset=\"UTF-8\""] {
            assert_eq!(text(&plain(charset), windows), (right.to_owned(), true), "{charset}");
            assert_eq!(text(&plain(charset), right.as_bytes()).0, right, "{charset}");
        }
        for charset in ["; charset=iso-8859-1", "; charset=windows-1252"] {
            assert_eq!(text(&plain(charset), windows), (right.to_owned(), false), "{charset}");
            assert_eq!(text(&plain(charset), right.as_bytes()), (right.to_owned(), false));
        }
        let coded = plain("; charset=utf-8") + "Content-Transfer-Encoding: quoted-printable\r\n";
        assert_eq!(text(&coded, b"L=E5sen").0, "Låsen");
        let coded = plain("") + "Content-Transfer-Encoding: base64\r\n";
        assert_eq!(text(&coded, b"TOVzZW4=").0, "Låsen");
        assert_eq!(text(&plain("; charset=koi8-r"), b"\xf0\xcf\xcd\xd0\xc1").0, "Помпа");
        let (damaged, is_windows) =
            text(&plain("; charset=utf-8"), b"\xc3\xa5\xc3\xa6\xc3\xb8 \xc3.");
        assert_eq!((damaged.as_str(), is_windows), ("åæø \u{fffd}.", false));
        let page = b"<meta charset=\"windows-1252\"><p>L\xe5sen</p>";
        let (page, is_windows) = text("Content-Type: text/html\r\n", page);
        assert!(page.contains("Låsen") && !is_windows, "{page}");
    }

    #[test]
    fn names_in_the_first_lines_are_whole() {
        let subject = |line: &str| {
            let mail = format!("From: a@b.example\r\nSubject: {line}\r\n\r\nA");
            let mail = with_letters(mail.as_bytes()).into_owned();
            let message = MessageParser::default().parse(&mail).unwrap();
            message.subject().unwrap_or_default().to_owned()
        };
        for (line, words) in [
            ("=?utf-8?Q?Min_k=C3?= =?utf-8?Q?=B8retur?=", "Min køretur"),
            ("=?utf-8?Q?Min_k=C3?=\r\n\t=?UTF-8?B?uHJldHVy?=", "Min køretur"),
            ("=?utf-8?B?TWluIGvD?=\r\n =?utf-8?B?uHJldHVy?=", "Min køretur"),
            ("Re: =?iso-8859-1?Q?L=E5sen?= og =?utf-8?Q?d=C3=B8ren?=", "Re: Låsen og døren"),
            ("=?utf-8?Q?L=E5sen?=", "Låsen"),
            ("1 =? 2 ?=", "1 =? 2 ?="),
        ] {
            assert_eq!(subject(line), words);
        }
    }
}
