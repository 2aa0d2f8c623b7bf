//! A letter as a file that email programs open as a draft.

use std::time::SystemTime;

use anyhow::{Context, ensure};
use jiff::Timestamp;
use lettre::Message;
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, MultiPartKind, SinglePart};

use crate::site::Site;
use crate::views::digests::mail::Mail;

/// The same bytes for the same letter: its day, its id and the line between its parts are made of it.
pub(super) fn of(mail: &Mail, site: &Site) -> anyhow::Result<Vec<u8>> {
    let noon: Timestamp = site.config.zone.noon(mail.sent).parse().context("the day is too far")?;
    ensure!(
        noon >= Timestamp::UNIX_EPOCH,
        "the letter would be sent on {}, and no email program knows a day before 1970: give a later \
         one with --until",
        mail.sent
    );
    let host = site.host();
    let print = mail.print.short();
    // The library asks for somebody who sends and somebody who receives; whoever opens the draft
    // says who that is.
    let nobody: Mailbox = "nobody@storywall.invalid".parse().context("an address")?;
    let writer = mail
        .from
        .as_ref()
        .filter(|(name, address)| !name.chars().chain(address.chars()).any(char::is_control))
        .and_then(|(name, address)| Some(Mailbox::new(Some(name.clone()), address.parse().ok()?)));
    let parts = MultiPart::builder()
        .kind(MultiPartKind::Alternative)
        .boundary(format!("storywall-{print}"))
        .singlepart(SinglePart::plain(mail.text.clone()))
        .singlepart(SinglePart::html(mail.html.clone()));
    let envelope = Envelope::new(None, vec![nobody.email.clone()]).context("an envelope")?;
    let mut message = Message::builder()
        .envelope(envelope)
        .from(writer.clone().unwrap_or(nobody))
        .date(SystemTime::from(noon))
        .message_id(Some(format!("<{}.{print}@{host}>", mail.sent)))
        .subject(mail.subject.clone())
        .multipart(parts)
        .context("the email cannot be made")?;
    let headers = message.headers_mut();
    if writer.is_none() {
        headers.remove_raw("From");
    }
    let unsent = HeaderName::new_from_ascii_str("X-Unsent");
    headers.insert_raw(HeaderValue::new(unsent, "1".to_owned()));
    Ok(message.formatted())
}
