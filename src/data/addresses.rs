//! Addresses outside the site: web addresses and email addresses. An address must not be able to
//! hide another one, such as a second recipient, a script, or a host after a name.

use super::reader::{shortened, text};
use super::{FieldType, Node, Reader, Shape};
use crate::base::character::is_refused;
use crate::base::{Code, Diagnostic};

/// An http or https address.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct WebAddress(pub(crate) String);

/// One email address, as in `mailto:`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct MailAddress(pub(crate) String);

impl FieldType for WebAddress {
    const SHAPE: Shape = Shape::WebAddress;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<WebAddress> {
        let address = text(node, "a web address", "https://example.org/", reader)?;
        let (message, hint) = match web_address(&address) {
            Ok(address) => return Some(WebAddress(address)),
            Err(complaint) => complaint,
        };
        let span = reader.source.span(node.range.clone());
        reader.report(Diagnostic::new(Code::BadAddress, span, message).hint(hint));
        None
    }
}

impl FieldType for MailAddress {
    const SHAPE: Shape = Shape::Text;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<MailAddress> {
        let address = text(node, "an email address", "jonas@sundbro.example", reader)?;
        let address = address.trim();
        if is_mail(address) {
            return Some(MailAddress(address.to_owned()));
        }
        let span = reader.source.span(node.range.clone());
        let message = format!("“{}” is not an email address", shortened(address));
        reader.report(
            Diagnostic::new(Code::BadAddress, span, message)
                .hint("Write one address and nothing else: jonas@sundbro.example"),
        );
        None
    }
}

/// Whether it is the name of a file, and of no site.
fn is_file_name(written: &str) -> bool {
    const ENDINGS: [&str; 9] = ["pdf", "pptx", "ppt", "docx", "odp", "key", "mp4", "mp3", "jpg"];
    let ending = written.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&&*ending)) && !written.starts_with("www.") && {
        let first = written.split('/').next().unwrap_or_default();
        !written.contains('/') || !first.contains('.')
    }
}

/// The address in its plain form, or a message and a hint.
pub(crate) fn web_address(written: &str) -> Result<String, (String, String)> {
    let address = written.trim();
    let short = shortened(address);
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| address.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme)));
    let Some(scheme) = scheme else {
        let copied = "Copy the address from the browser, with https:// before it".to_owned();
        let hint = match address.contains(':') || !address.contains('.') {
            true => copied,
            // `slides: salt.pdf`
            false if is_file_name(address) => format!(
                "This field holds the address of a page: link to a file in the text below the fields, \
                 as in [The slides]({short})"
            ),
            false => format!("Did you mean “https://{}”?", short.trim_start_matches('/')),
        };
        return Err((format!("“{short}” is not a web address that begins with https://"), hint));
    };
    let rest = &address[scheme.len()..];
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let odd = |c: &char| {
        c.is_whitespace() || is_refused(*c) || matches!(c, '"' | '<' | '>' | '`' | '\\' | '^' | '|')
    };
    if host.is_empty() {
        let message = format!("The name of the site is missing in “{short}”");
        return Err((message, "Copy the address from the browser".to_owned()));
    }
    if let Some(c) = rest.chars().find(odd) {
        let what = match c {
            c if c.is_whitespace() => "a space".to_owned(),
            c if is_refused(c) => format!("the invisible character U+{:04X}", c as u32),
            c => format!("the character {c}"),
        };
        let message = format!("“{short}” contains {what}, which is not allowed in a web address");
        return Err((message, "Copy the address from the browser".to_owned()));
    }
    if host.contains('@') {
        let message = format!("“{short}” contains a name or a password before its @");
        return Err((message, "Remove everything between // and @, and the @ too".to_owned()));
    }
    Ok(format!("{scheme}{rest}"))
}

pub(crate) fn is_mail(address: &str) -> bool {
    let odd = |c: char| {
        c.is_whitespace()
            || is_refused(c)
            || matches!(
                c,
                '?' | '&'
                    | '%'
                    | ','
                    | ';'
                    | ':'
                    | '<'
                    | '>'
                    | '"'
                    | '('
                    | ')'
                    | '['
                    | ']'
                    | '\\'
                    | '/'
                    | '#'
                    | '`'
            )
    };
    let mut parts = address.split('@');
    let sound = |part: Option<&str>| part.is_some_and(|part| !part.is_empty());
    sound(parts.next()) && sound(parts.next()) && parts.next().is_none() && !address.contains(odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_addresses_of_the_web_pass() {
        for fine in [
            "https://x.example/a?b=c&d#e",
            "HTTPS://x.example",
            "http://æ.dk/{path}",
            "https://[::1]:8/",
        ] {
            assert!(web_address(fine).is_ok(), "{fine}");
        }
        assert_eq!(web_address(" HTTP://X.example/ ").as_deref(), Ok("http://X.example/"));
        for bad in [
            "",
            "x.example",
            "//x.example",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://bank.example@evil.example/",
            "https://x y/",
            "https://x/\"onclick=1",
            "https://x/<b>",
            "https://x/\u{202E}",
            "https://x\\y",
            "data:text/html,x",
            "https://x/\u{0}",
        ] {
            assert!(web_address(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn one_mail_address_and_no_second() {
        for fine in ["jonas@sundbro.example", "a.b+c@x-y.example", "ø@æ.dk"] {
            assert!(is_mail(fine), "{fine}");
        }
        for bad in [
            "",
            "a",
            "@x",
            "a@",
            "a@b@c",
            "a@b?cc=c@d",
            "a@b,c@d",
            "a b@c",
            "a@b%0A",
            "a@b\nc",
            "\"a\"@b",
            "javascript:a@b",
            "<a@b>",
        ] {
            assert!(!is_mail(bad), "{bad:?}");
        }
    }
}
