//! HTML that many pages share: made once from a component, with slots that each page fills.
//!
//! A template can print only text, so a slot is printed as a mark, which is a control character.
//! Marks exist only while a component is rendered: this file adds them, and removes them from the
//! result again. No other value can contain a mark, because the engine replaces every control
//! character of a value (`write_escaped`) and of a template.

use serde::Serialize;

use super::scene::Scene;
use crate::base::Diagnostic;
use crate::look::Root;

/// A value that each page fills in. Templates print a slot by its name, as `{{ root }}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// The relative path to the root of the site.
    Root,
    /// The level of a card's heading.
    Level,
    /// How many columns a card takes.
    Span,
    /// The links to the other languages of the page.
    LanguageLinks,
    /// Between this slot and `TextEnd` is a text of which a page prints only as much as it has room
    /// for. These two only mark places, and nothing is filled in there.
    TextStart,
    TextEnd,
}

/// HTML with slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SlottedHtml {
    /// The HTML between the slots, joined.
    html: Box<str>,
    /// Each slot with its place in `html`, in order.
    slots: Box<[(usize, Slot)]>,
}

impl Slot {
    const ALL: [Slot; 6] =
        [Slot::Root, Slot::Level, Slot::Span, Slot::LanguageLinks, Slot::TextStart, Slot::TextEnd];

    /// The name of the slot in templates.
    fn name(self) -> &'static str {
        match self {
            Slot::Root => "root",
            Slot::Level => "level",
            Slot::Span => "span",
            Slot::LanguageLinks => "language_links",
            Slot::TextStart => "text_start",
            Slot::TextEnd => "text_end",
        }
    }

    /// The mark that a template prints at the place of the slot.
    fn mark(self) -> &'static str {
        match self {
            Slot::Root => "\u{1}",
            Slot::Level => "\u{2}",
            Slot::Span => "\u{3}",
            Slot::LanguageLinks => "\u{4}",
            Slot::TextStart => "\u{5}",
            Slot::TextEnd => "\u{6}",
        }
    }

    fn marked_by(byte: u8) -> Option<Slot> {
        Slot::ALL.into_iter().find(|slot| slot.mark().as_bytes() == [byte])
    }
}

impl SlottedHtml {
    /// Renders the component `name` with these slots. Without the slot `Root`, the result fits only
    /// pages whose path to the root is `root`.
    pub(crate) fn render(
        scene: &Scene<'_>,
        name: &'static str,
        arguments: &impl Serialize,
        root: &str,
        slots: &[Slot],
    ) -> Result<SlottedHtml, Diagnostic> {
        let root = match slots.contains(&Slot::Root) {
            true => Root::Mark(Slot::Root.mark()),
            false => Root::Path(root),
        };
        let others = slots.iter().filter(|slot| **slot != Slot::Root);
        let marks: Vec<_> = others.map(|slot| (slot.name(), slot.mark())).collect();
        let rendered = scene.component(name, arguments, root, &marks)?;
        Ok(SlottedHtml::without_marks(&rendered))
    }

    /// Replaces the marks by slots.
    fn without_marks(rendered: &str) -> SlottedHtml {
        let mut html = String::with_capacity(rendered.len());
        let mut slots = vec![];
        let mut rest = rendered;
        while let Some(at) = rest.bytes().position(|byte| byte < b'\t') {
            html.push_str(&rest[..at]);
            slots.extend(Slot::marked_by(rest.as_bytes()[at]).map(|slot| (html.len(), slot)));
            rest = &rest[at + 1..];
        }
        html.push_str(rest);
        SlottedHtml { html: html.into(), slots: slots.into() }
    }

    /// Appends the HTML with every slot filled, and with at most `text` bytes of its text. Three
    /// dots say that it goes on.
    pub(crate) fn print<'a>(&self, out: &mut String, text: usize, fill: impl Fn(Slot) -> &'a str) {
        let mut from = 0;
        for (at, slot) in &self.slots {
            let before = &self.html[from..*at];
            match slot {
                Slot::TextStart => out.push_str(before),
                Slot::TextEnd => {
                    let printed = beginning(before, text);
                    out.push_str(printed);
                    if printed.len() < before.len() && !printed.is_empty() {
                        out.push('…');
                    }
                }
                Slot::Root | Slot::Level | Slot::Span | Slot::LanguageLinks => {
                    out.push_str(before);
                    out.push_str(fill(*slot));
                }
            }
            from = *at;
        }
        out.push_str(&self.html[from..]);
    }

    /// The approximate length, in bytes.
    pub(crate) fn length(&self) -> usize {
        self.html.len() + self.slots.len() * 9
    }
}

/// At most `most` bytes of a text in HTML. It ends with a whole word, so it never cuts an entity.
fn beginning(html: &str, most: usize) -> &str {
    if html.len() <= most {
        return html;
    }
    let end = html.as_bytes()[..most].iter().rposition(|byte| matches!(byte, b' ' | b'\n'));
    &html[..end.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_fills_the_slots_in_its_own_way() {
        let [root, level] = [Slot::Root.mark(), Slot::Level.mark()];
        let rendered = format!("<h{level}><a href=\"{root}å.html\">å</a></h{level}>");
        let slotted = SlottedHtml::without_marks(&rendered);
        for (way, height) in [("../", "2"), ("", "3")] {
            let mut out = String::from("<li>");
            slotted.print(&mut out, 0, |slot| match slot {
                Slot::Root => way,
                _ => height,
            });
            assert_eq!(out, format!("<li><h{height}><a href=\"{way}å.html\">å</a></h{height}>"));
        }
    }

    #[test]
    fn no_slot_mark_is_left_in_a_page() {
        let marks: String = Slot::ALL.iter().map(|slot| slot.mark()).collect();
        let slotted = SlottedHtml::without_marks(&format!("a{marks}b\u{7}"));
        assert_eq!(&*slotted.html, "ab");
        assert_eq!(slotted.slots.iter().map(|it| it.1).collect::<Vec<_>>(), Slot::ALL);
    }

    #[test]
    fn of_its_text_a_page_prints_the_beginning() {
        let (start, end) = (Slot::TextStart.mark(), Slot::TextEnd.mark());
        let slotted = SlottedHtml::without_marks(&format!("<p>{start}æ &amp; øl{end}</p>"));
        for (most, printed) in [
            (99, "æ &amp; øl"),
            (12, "æ &amp; øl"),
            (11, "æ &amp;…"),
            (9, "æ &amp;…"),
            (8, "æ…"),
            (5, "æ…"),
            (1, ""),
        ] {
            let mut out = String::new();
            slotted.print(&mut out, most, |_| "");
            assert_eq!(out, format!("<p>{printed}</p>"), "{most}");
        }
    }
}
