//! Tags in which a number or an address stands: a link that calls somebody who is not to be called
//! is no link, and attributes that are read out hold no number.

use super::{Marks, NotCalled, Whose, WithheldContacts};
use crate::base::percent;
use crate::site::name_words::NameWords;
use crate::views::letters::plain;
use crate::views::markup::instead_in;
use crate::views::tags::with_tags;

/// What stands before a number that is none of a telephone.
const OF_ORDERS: &[&str] = &[
    "order",
    "orders",
    "ordre",
    "ordrer",
    "bestelling",
    "case",
    "cases",
    "sag",
    "sager",
    "zaak",
    "ticket",
    "tickets",
    "issue",
    "issues",
    "invoice",
    "faktura",
    "factuur",
    "item",
    "items",
    "product",
    "part",
    "parts",
    "status",
    "photo",
    "id",
];

/// Whether this address of another site has a withheld name in it. A page of this site keeps its
/// address until somebody renames its file.
fn leads_to_named(href: &str, names: &NameWords, base: Option<&str>) -> bool {
    let address = plain(href);
    let is_out = address.contains("://") || address.to_lowercase().starts_with("mailto:");
    let is_elsewhere = is_out && base.is_none_or(|base| !address.starts_with(base));
    is_elsewhere && names.has_whole(&percent::decoded_lossy(&address))
}

impl WithheldContacts {
    /// The HTML or XML without them in its tags; `None` if none is there.
    pub(in crate::views) fn uncalled(
        &self,
        html: &str,
        names: &NameWords,
        base: Option<&str>,
        instead: &str,
    ) -> Option<String> {
        if self.is_empty() && names.is_empty() {
            return None;
        }
        let (mut is_other, mut is_open) = (false, false);
        let written = with_tags(html, |tag, out| {
            if tag.name == "a" {
                let is_end = tag.text.starts_with("</");
                let is_left_out = match is_end {
                    true => is_open,
                    false => tag.value("href").is_some_and(|href| {
                        self.is_called(href, names) || leads_to_named(href, names, base)
                    }),
                };
                is_open = is_left_out && !is_end;
                if is_left_out {
                    is_other = true;
                    return;
                }
            }
            let before = out.len();
            tag.write(out, tag.name, |attribute, value| {
                let instead = instead_in(tag, attribute, value, instead)?;
                self.replaced(value, names, Marks::None, instead)
            });
            is_other |= &out[before..] != tag.text;
        });
        is_other.then_some(written)
    }

    /// Whether this address calls somebody who is not to be called, or shows how to.
    fn is_called(&self, href: &str, names: &NameWords) -> bool {
        let address = plain(href);
        let address = percent::decoded_lossy(&address);
        let lower = address.trim().to_lowercase();
        let call =
            ["tel:", "sms:", "callto:", "mailto:"].iter().find_map(|it| lower.strip_prefix(it));
        let chat = || {
            let of_chat = ["wa.me/", "whatsapp.com/send", "whatsapp://send"];
            let (_, number) = of_chat.iter().find_map(|it| lower.split_once(it))?;
            Some(number.split_once("phone=").map_or(number, |(_, number)| number))
        };
        if let Some(to) = call.or_else(chat) {
            let to = to.trim_start_matches('/');
            // Behind the signs with which a caller's own number is kept back: `*31#20304050`.
            let parts = std::iter::once(to).chain(to.split(['*', '#', ';', ',']).skip(1));
            let mut parts = parts.map(|to| self.spelled_in(to, names, Marks::None));
            return parts.any(|found| !found.is_empty());
        }
        let all = self.spelled_in(&lower, names, Marks::None);
        all.iter().any(|it| it.of.is_some_and(|of| self.whose(of).why == NotCalled::Withheld))
            || self.within_address(&lower).is_some_and(|it| it.why == NotCalled::Withheld)
    }

    /// Whose number stands in an address, as a part of its path: `/staff/20304050`, `20304050.jpg`.
    /// That of an order or a case is no number of a telephone.
    pub(crate) fn within_address(&self, address: &str) -> Option<&Whose> {
        let address = percent::decoded_lossy(address);
        let is_of_order = |start: usize| {
            let before = address[..start].trim_end_matches(|c: char| !c.is_alphabetic());
            let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            OF_ORDERS.contains(&&*word.to_lowercase())
        };
        let found = self.numbers_in_id(&address).into_iter();
        let mut found = found.filter(|it| !is_of_order(it.range.start));
        Some(self.whose(found.next()?.of?))
    }
}
