//! A letter as an email: HTML for email programs, with its styles beside each element and absolute
//! addresses, and the same as plain text. It is no page of the site, and nothing is sent from here.

use std::collections::BTreeMap;

use serde::Serialize;

use super::contents::{self, Days, Letter};
use super::plain_text::plain_text;
use crate::base::{Date, Diagnostic, Hash, UrlPath, media_type};
use crate::document::kinds::Digest;
use crate::language::Language;
use crate::site::Entry;
use crate::views::scene::Scene;
use crate::views::tags::with_tags;
use crate::views::text::Linking;
use crate::views::{Context, Routes};

/// Which letter: that of a text of the site, or one that nobody has written anything into.
pub(crate) struct MailWish<'a> {
    pub(crate) name: Option<&'a str>,
    pub(crate) days: Days,
    pub(crate) language: &'a Language,
}

/// A letter, ready to be sent by somebody.
#[derive(Debug)]
pub(crate) struct Mail {
    pub(crate) subject: String,
    pub(crate) html: String,
    pub(crate) text: String,
    /// Name and address of who writes it.
    pub(crate) from: Option<(String, String)>,
    /// The day on which it is sent.
    pub(crate) sent: Date,
    /// The same for the same letter, and for no other.
    pub(crate) print: Hash,
    /// Whether its own words are in another language than was asked for.
    pub(crate) is_untranslated: bool,
}

/// The colours of the look that an email uses, by the names of their tokens.
const COLOURS: [&str; 11] = [
    "paper",
    "sheet",
    "ink",
    "soft",
    "line",
    "brand",
    "brand-ink",
    "tint",
    "board",
    "board-ink",
    "board-mark",
];

/// What the template `mail-letter.html` is given.
#[derive(Serialize)]
struct Values<'a> {
    letter: &'a Letter,
    /// HTML: the introduction, with absolute addresses.
    html: &'a str,
    /// Where the site is published, with a slash at its end.
    base: &'a str,
    /// Colours in light, and in dark; names with `_` in place of `-`.
    light: BTreeMap<String, String>,
    dark: BTreeMap<String, String>,
    /// Where it stands as a page, if it does.
    read: Option<&'a str>,
}

/// Renders a letter. `None` if there is no such letter, or the site has no address that links could
/// lead to.
pub(crate) fn mail(
    context: &Context,
    routes: &Routes,
    wish: &MailWish<'_>,
) -> Option<Result<Mail, Diagnostic>> {
    let (site, language) = (&*context.site, wish.language);
    let base = site.base_url()?;
    let entry = match wish.name {
        Some(name) => Some(site.entry(name)?),
        None => None,
    };
    let here =
        site.address(entry.map_or("index.html", |_| "digests/index.html"), language.as_str());
    let scene = Scene {
        context,
        site,
        language,
        locale: site.languages.locale(language),
        here: &here,
        lists: Some(&routes.lists),
    };
    Some(made(scene, entry.map(|entry| &**entry), wish.days, &base))
}

fn made(
    scene: Scene<'_>,
    entry: Option<&Entry>,
    days: Days,
    base: &str,
) -> Result<Mail, Diagnostic> {
    let digest: Option<(&Entry, &Digest)> = entry.and_then(|entry| Some((entry, entry.digest()?)));
    let mut letter = match digest {
        Some((entry, digest)) => contents::written(&scene, entry, digest, days),
        None => contents::plain(&scene, days, None),
    };
    if let Some(first) = &mut letter.first
        && first.card.picture.as_ref().is_some_and(|it| it.src.ends_with(".svg"))
    {
        // No email program shows a drawing of this kind.
        first.card.picture = None;
    }
    let address = entry.map(|entry| scene.site.address_of(&entry.name, scene.code()));
    let own = Scene { here: address.as_ref().unwrap_or(scene.here), ..scene };
    let linking = Linking::Absolute(base);
    let intro = entry.map(|entry| own.html_for(scene.document(entry), linking)).unwrap_or_default();
    // As long as it is HTML, and no text yet.
    let intro = scene.nameless_html(intro);
    let read = address.as_ref().map(|address: &UrlPath| format!("{base}{address}"));
    let tokens = &scene.context.look.tokens;
    let colours = |of: &dyn Fn(&str) -> Option<String>| -> BTreeMap<String, String> {
        COLOURS.iter().filter_map(|name| Some((name.replace('-', "_"), of(name)?))).collect()
    };
    let light = colours(&|name| tokens.light(name));
    let values = Values {
        html: &styled(&intro, &light),
        letter: &letter,
        base,
        light,
        dark: colours(&|name| tokens.dark(name)),
        read: read.as_deref(),
    };
    scene.context.notes.template(TEMPLATE);
    let html = scene.engine().render(TEMPLATE, &values)?;
    let html = scene.nameless_html(String::from_utf8_lossy(&html).into_owned());
    let without_names = |text: String| scene.nameless(&text, media_type::WORDS).unwrap_or(text);
    let text = without_names(plain_text(&scene, &letter, &intro, base, read.as_deref()));
    let subject = one_line(&without_names(letter.title.clone()));
    let print = Hash::of([&subject, "\n", &text, "\n", &html].concat().as_bytes());
    let from = letter
        .by
        .as_ref()
        .and_then(|by| Some((one_line(&by.face.name), by.contact.as_ref()?.mail.clone()?)));
    let is_untranslated = letter.lang != scene.code();
    Ok(Mail { subject, html, text, from, sent: days.until, print, is_untranslated })
}

const TEMPLATE: &str = "mail-letter.html";

/// Words as a line of the head of an email takes them: a line end begins another one.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The words of the introduction with the styles that email programs need beside each element: some
/// of them drop all others.
fn styled(html: &str, colours: &BTreeMap<String, String>) -> String {
    let colour = |name: &str| colours.get(name).map_or("inherit", String::as_str);
    let (ink, brand) = (colour("ink"), colour("brand"));
    let of_tag = |name: &str| match name {
        "p" | "ul" | "ol" | "figure" | "blockquote" => Some("margin:0 0 12px 0".to_owned()),
        "li" => Some("margin:0 0 4px 0".to_owned()),
        "h2" | "h3" | "h4" => Some(format!("margin:16px 0 6px 0;font-size:19px;color:{ink}")),
        "a" => Some(format!("color:{ink};text-decoration:underline;text-decoration-color:{brand}")),
        "img" => Some("display:block;max-width:100%;height:auto;border:0".to_owned()),
        _ => None,
    };
    with_tags(html, |tag, out| match of_tag(tag.name).filter(|_| !tag.text.starts_with("</")) {
        Some(style) => {
            let behind = 1 + tag.name.len();
            out.push_str(&tag.text[..behind]);
            out.push_str(if tag.name == "a" { " class=\"ink\"" } else { "" });
            out.push_str(&format!(" style=\"{style}\""));
            out.push_str(&tag.text[behind..]);
        }
        None => out.push_str(tag.text),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_begins_another_line_of_the_head() {
        assert_eq!(one_line("New\r\nBcc: x\u{2028}\tLine\u{0} "), "New Bcc: x Line");
    }

    #[test]
    fn each_element_of_the_introduction_bears_its_styles() {
        let colours = BTreeMap::from([("ink".to_owned(), "#111111".to_owned())]);
        assert_eq!(
            styled("<p>Hello <em>you</em></p>\n<ul><li>x</li></ul>", &colours),
            "<p style=\"margin:0 0 12px 0\">Hello <em>you</em></p>\n\
             <ul style=\"margin:0 0 12px 0\"><li style=\"margin:0 0 4px 0\">x</li></ul>"
        );
        assert_eq!(
            styled("<a href=\"https://a.example/?b=1\">b</a>", &colours),
            "<a class=\"ink\" style=\"color:#111111;text-decoration:underline;\
             text-decoration-color:inherit\" href=\"https://a.example/?b=1\">b</a>"
        );
    }
}
