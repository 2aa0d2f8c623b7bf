//! Reads the raw HTML of the handbook tag by tag: what is allowed is kept, and the rest is reported
//! with its place. The sanitiser makes the final decision; this file prepares places and marks for
//! it.

use std::collections::HashMap;
use std::ops::Range;

use super::characters::is_refused;
use super::comments;
use super::origin::short;
use super::run::Run;
use super::tags::{Tag, Wanted, push_text};

/// Precedes the number of an author's attribute, which stands in place of its value; see
/// `sanitise`.
pub(super) const AUTHOR: char = '\u{FDD3}';
pub(super) const AUTHOR_END: char = '\u{FDD4}';

/// The tags that authors may write. Headings are not allowed: headings written with `##` get an id.
pub(super) const TAGS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Attributes, with the elements that may have them; an empty list means all elements.
const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("id", &[]),
    ("lang", &[]),
    ("dir", &[]),
    ("title", &[]),
    ("href", &["a"]),
    ("src", &["img"]),
    ("alt", &["img"]),
    ("open", &["details"]),
    ("start", &["ol"]),
    ("colspan", &["td", "th"]),
    ("rowspan", &["td", "th"]),
    ("scope", &["th"]),
    ("datetime", &["time", "del", "ins"]),
];

/// Elements that are removed with their content, because it is not prose.
const SWALLOWED: &[&str] = &[
    "script", "style", "iframe", "object", "svg", "math", "textarea", "title", "noscript",
    "template", "select", "xmp", "noembed", "noframes",
];

/// A text with more tags than this is not a text with a little HTML.
pub(super) const MAX_TAGS: usize = 2_000;

/// All raw HTML of one text.
#[derive(Debug, Default)]
pub(super) struct Markup {
    /// Whether any tag was kept: then the whole text must be sanitised.
    pub(super) used: bool,
    /// The authors' attributes, by number.
    pub(super) attributes: Vec<Attribute>,
    pub(super) removed: Vec<Removed>,
    /// The first tag beyond the limit, if there is one; tags from there on are left out.
    pub(super) too_many: Option<Range<usize>>,
    /// Where comments begin that do not end.
    pub(super) unclosed: Vec<usize>,
    tags: usize,
    /// How many elements of each name have begun and not ended.
    begun: HashMap<String, usize>,
    /// Elements of `SWALLOWED` that are known not to end any more in the run at hand.
    unended: Vec<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Attribute {
    /// The number of the tag, so that attributes of the same tag can be recognised.
    pub(super) tag: usize,
    pub(super) range: Range<usize>,
}

/// Something that was left out, and its place.
#[derive(Debug)]
pub(super) struct Removed {
    pub(super) range: Range<usize>,
    pub(super) what: String,
    pub(super) wanted: Wanted,
    /// Whether Word or Outlook wrote it, and not a person.
    pub(super) is_pasted: bool,
    pub(super) inside: Inside,
}

/// What becomes of the words inside of what was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    /// There are none.
    None,
    /// Readers see them.
    Stays,
    /// They are left out, too.
    Goes,
}

/// Elements that hold no words.
const EMPTY: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img",
    "input", "isindex", "keygen", "link", "meta", "nextid", "param", "source", "spacer", "track",
    "wbr",
];

impl Markup {
    /// Tags of Word or Outlook that are not read as tags, with the place of the first.
    pub(super) fn pasted_at(&mut self, first: Option<Range<usize>>) {
        let removed = |range| Removed {
            range,
            what: String::new(),
            wanted: Wanted::Markup,
            is_pasted: true,
            inside: Inside::None,
        };
        self.removed.extend(first.map(removed));
    }

    /// The HTML of a run, prepared for the sanitiser.
    pub(super) fn rewrite(&mut self, run: &Run<'_>) -> String {
        self.unended.clear();
        let text = &*run.text;
        let mut out = String::new();
        let mut at = 0;
        while let Some(found) = text[at..].find('<') {
            push_text(&mut out, &text[at..at + found]);
            at += found;
            at = self.one(run, at, &mut out);
        }
        push_text(&mut out, &text[at..]);
        self.used |= !out.trim().is_empty();
        out
    }

    /// What begins with the `<` at `at`; returns where it ends.
    fn one(&mut self, run: &Run<'_>, at: usize, out: &mut String) -> usize {
        let text = &*run.text;
        let rest = &text[at..];
        if rest.starts_with(comments::START) {
            let length = comments::length(rest);
            if length.is_none_or(|length| comments::swallows(&rest[..length])) {
                self.unclosed.push(run.source(at..at + comments::START.len()).start);
            }
            return length.map_or(text.len(), |length| at + length);
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            let end = rest.find('>').map_or(text.len(), |end| at + end + 1);
            self.removed.push(Removed {
                range: run.source(at..end),
                what: "This instruction".to_owned(),
                wanted: Wanted::Markup,
                // `<![if !supportLists]>`, `<?xml:namespace prefix = o ns = "…office" />`
                is_pasted: ["<![if", "<![endif", "<?xml:"].iter().any(|it| rest.starts_with(it)),
                inside: Inside::None,
            });
            return end;
        }
        let Some(tag) = Tag::read(text, at) else {
            out.push_str("&lt;");
            return at + 1;
        };
        self.tags += 1;
        if self.tags > MAX_TAGS {
            self.too_many.get_or_insert_with(|| run.source(at..tag.end));
            return tag.end;
        }
        let is_known = TAGS.contains(&tag.name.as_str());
        // What it parts stays apart without it.
        if tag.is_apart() {
            out.push(' ');
        }
        if tag.is_closing {
            match self.begun.get_mut(&tag.name) {
                Some(count) if *count > 0 => *count -= 1,
                // Browsers read this one as <br>.
                _ if tag.name == "br" => {}
                // What began it was told already, as an address.
                _ if tag.of_confluence(text).is_some() => return tag.end,
                _ => {
                    self.ends_nothing(run, &tag, is_known);
                    return tag.end;
                }
            }
        } else {
            *self.begun.entry(tag.name.clone()).or_default() += 1;
        }
        if is_known {
            self.keep(run, &tag, out);
            return tag.end;
        }
        if !tag.is_closing {
            let range = run.source(at..tag.end);
            let wanted = tag.wanted(text);
            let written = match wanted {
                Wanted::Words(_) => short(&text[at + 1..tag.end - 1]),
                _ => tag.name.clone(),
            };
            let is_pasted = tag.is_of_word(text);
            let what = match tag.of_confluence(text) {
                Some(name) => format!("“<{name}>”, a tag of Confluence,"),
                None => format!("“<{written}>”"),
            };
            let end = self.swallowed(text, &tag);
            let is_empty = EMPTY.contains(&tag.name.as_str()) || text[..tag.end].ends_with("/>");
            let inside = match end > tag.end {
                true => Inside::Goes,
                false if is_empty => Inside::None,
                false => Inside::Stays,
            };
            self.removed.push(Removed { range, what, wanted, is_pasted, inside });
            // Its end is left out with it.
            if end > tag.end {
                self.begun.remove(&tag.name);
            }
            return end;
        }
        tag.end
    }

    /// A tag that ends an element that has not begun.
    fn ends_nothing(&mut self, run: &Run<'_>, tag: &Tag, is_known: bool) {
        let wanted = match tag.wanted(&run.text) {
            Wanted::Words(words) if !is_known => Wanted::Words(words),
            _ => Wanted::Beginning,
        };
        self.removed.push(Removed {
            range: run.source(tag.start..tag.end),
            what: format!("“{}”", short(&run.text[tag.start..tag.end])),
            wanted,
            is_pasted: tag.is_of_word(&run.text),
            inside: Inside::None,
        });
    }

    fn keep(&mut self, run: &Run<'_>, tag: &Tag, out: &mut String) {
        if tag.is_closing {
            out.push_str(&format!("</{}>", tag.name));
            return;
        }
        if tag.name == "img" && !tag.attributes.iter().any(|(name, _)| name == "src") {
            out.push(' ');
            self.remove(run.source(tag.start..tag.end), "“<img>” without “src”".to_owned());
            return;
        }
        out.push('<');
        out.push_str(&tag.name);
        // The address of a picture comes last, because the sanitiser must know its words before it.
        let (last, first): (Vec<_>, Vec<_>) =
            tag.attributes.iter().partition(|(name, _)| name == "src");
        let is_pasted = tag.is_of_word(&run.text);
        let has_id = tag.attributes.iter().any(|(name, _)| name == "id");
        for (name, value) in first.into_iter().chain(last) {
            // The old name of an id.
            let name = match name.as_str() {
                "name" if tag.name == "a" && has_id => continue,
                "name" if tag.name == "a" => "id",
                name => name,
            };
            let range = run.source(value.clone());
            let known = ATTRIBUTES.iter().find(|(known, _)| *known == name);
            if !known.is_some_and(|(_, on)| on.is_empty() || on.contains(&tag.name.as_str())) {
                self.removed.push(Removed {
                    range,
                    what: format!("“{name}” of “<{}>”", tag.name),
                    wanted: Wanted::Markup,
                    is_pasted,
                    inside: Inside::None,
                });
                continue;
            }
            let value = run.text[value.clone()].replace('"', "&quot;").replace(is_refused, "");
            out.push_str(&format!(
                " {name}=\"{AUTHOR}{}{AUTHOR_END}{value}\"",
                self.attributes.len()
            ));
            self.attributes.push(Attribute { tag: self.tags, range });
        }
        out.push('>');
    }

    /// The end of the element's content, if the content is left out too.
    fn swallowed(&mut self, text: &str, tag: &Tag) -> usize {
        if !SWALLOWED.contains(&tag.name.as_str()) || self.unended.contains(&tag.name) {
            return tag.end;
        }
        let mut at = tag.end;
        while let Some(found) = text[at..].find("</") {
            at += found;
            let name = text[at + 2..].get(..tag.name.len());
            if name.is_some_and(|name| name.eq_ignore_ascii_case(&tag.name)) {
                return text[at..].find('>').map_or(text.len(), |end| at + end + 1);
            }
            at += 2;
        }
        self.unended.push(tag.name.clone());
        tag.end
    }

    fn remove(&mut self, range: Range<usize>, what: String) {
        self.removed.push(Removed {
            range,
            what,
            wanted: Wanted::Markup,
            is_pasted: false,
            inside: Inside::None,
        });
    }
}
