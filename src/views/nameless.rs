//! What is rendered, without the names that readers may not see: its words, and the ids that were
//! made of its headings.

use super::json_texts::with_texts;
use super::markup::with_read_values;
use super::scene::Scene;
use super::tags::with_tags;
use super::withheld_contacts::Marks;
use super::withheld_names::WithheldNames;
use crate::base::escape::escaped;
use crate::base::media_type;

impl Scene<'_> {
    /// The text without withheld names, which must be of this type; `None` if there are none in it.
    pub(super) fn nameless(&self, text: &str, media_type: &str) -> Option<String> {
        let names = self.context.withheld_names();
        let contacts = names.contacts();
        if names.is_empty() && contacts.is_empty() {
            return None;
        }
        let instead = self.text("name-withheld");
        if media_type.contains("json") {
            return with_texts(text, |text| nameless_text(names, text, &instead));
        }
        if media_type != media_type::HTML && !media_type.contains("xml") {
            return nameless_text(names, text, &written(&instead, media_type));
        }
        let base = self.site.base_url();
        let mut now = Rewritten { before: text, now: None };
        now.with(|text| nameless_markup(names, text, base.as_deref(), &escaped(&instead)));
        if media_type == media_type::HTML {
            now.with(|text| nameless_ids(names, text, base.as_deref()));
        }
        now.now
    }

    /// The same of HTML, where nothing may be in it.
    pub(super) fn nameless_html(&self, html: String) -> String {
        self.nameless(&html, media_type::HTML).unwrap_or(html)
    }
}

/// A text, and what became of it.
struct Rewritten<'a> {
    before: &'a str,
    /// `None` as long as nothing in it is other than before.
    now: Option<String>,
}

impl Rewritten<'_> {
    fn with(&mut self, change: impl FnOnce(&str) -> Option<String>) {
        let changed = change(self.now.as_deref().unwrap_or(self.before));
        self.now = changed.or(self.now.take());
    }
}

/// A text without tags.
fn nameless_text(names: &WithheldNames, text: &str, instead: &str) -> Option<String> {
    let mut now = Rewritten { before: text, now: None };
    now.with(|text| names.replaced(text, Marks::None, instead));
    now.with(|text| names.contacts().replaced(text, names.in_addresses(), Marks::None, instead));
    now.now
}

/// HTML or XML: its tags and all that only programs read stay.
fn nameless_markup(
    names: &WithheldNames,
    text: &str,
    base: Option<&str>,
    instead: &str,
) -> Option<String> {
    let (contacts, in_addresses) = (names.contacts(), names.in_addresses());
    let mut now = Rewritten { before: text, now: None };
    now.with(|text| contacts.uncalled(text, in_addresses, base, instead));
    now.with(|text| {
        with_read_values(text, instead, |value, instead| {
            names.replaced(value, Marks::None, instead)
        })
    });
    now.with(|text| names.replaced(text, Marks::Tags, instead));
    now.with(|text| contacts.replaced(text, in_addresses, Marks::Tags, instead));
    now.now
}

/// Words as they are written in a file of this type, which has no tags.
fn written(words: &str, media_type: &str) -> String {
    match media_type {
        media_type::WORDS => words.to_owned(),
        _ => escaped(words),
    }
}

/// The HTML with another id wherever one holds a name, and where a link of this site leads to it:
/// the same name becomes the same words everywhere.
fn nameless_ids(names: &WithheldNames, html: &str, base: Option<&str>) -> Option<String> {
    let in_addresses = names.in_addresses();
    let without_names = |id: &str| {
        let mut out = String::new();
        let mut done = 0;
        // One word alone stays in the heading as well.
        for found in in_addresses.within(id).into_iter().filter(|it| it.name.trim().contains(' ')) {
            out.push_str(&id[done..found.range.start]);
            out.push_str(&format!("colleague-{}", found.number));
            done = found.range.end;
        }
        (done > 0).then(|| out + &id[done..])
    };
    let nameless = |id: &str| {
        let mut now = Rewritten { before: id, now: None };
        // The words that stand for a name end in a digit, as no number may begin behind one.
        now.with(|id| names.contacts().nameless_id(id));
        now.with(without_names);
        now.now
    };
    let of_link = |address: &str| {
        let (page, fragment) = address.split_once('#')?;
        let is_own = !page.contains(':') || base.is_some_and(|base| page.starts_with(base));
        Some(format!("{page}#{}", nameless(fragment).filter(|_| is_own)?))
    };
    let mut is_other = false;
    let written = with_tags(html, |tag, out| {
        let before = out.len();
        tag.write(out, tag.name, |attribute, value| match attribute {
            "id" | "for" | "headers" => nameless(value),
            "href" => of_link(value),
            attribute if attribute.starts_with("aria-") && attribute != "aria-label" => {
                nameless(value)
            }
            _ => None,
        });
        is_other |= &out[before..] != tag.text;
    });
    is_other.then_some(written)
}

#[cfg(test)]
mod tests;
