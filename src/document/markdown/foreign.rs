//! Notations of other tools in the words of a text: readers see them as they are typed, so their
//! author is told what they are.

pub(super) mod attribute_lists;
mod confluence;
mod other_markup;
mod pasted;

use std::ops::Range;

use super::alert_kinds::{REMOVE, called, without_prefix};
use super::open_macros::OpenMacros;
use super::origin::short;
use super::run::Run;
use super::walk::Walk;
use super::{WikiLink, wiki};
use crate::base::{Code, Diagnostic, gap};
use confluence::{macro_of_confluence, tag_of_confluence};

/// Something that another tool would have replaced.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    range: Range<usize>,
    /// What it is, as the end of the sentence that begins with it.
    what: &'static str,
    /// How it is called in the message: the same for all that should be told together.
    name: String,
    hint: String,
}

const LIQUID: &str = "a tag of Liquid or Nunjucks (Jekyll, Eleventy)";
const SHORTCODE: &str = "a shortcode of Hugo";
/// Shortcodes that Quarto has.
const OF_QUARTO: &[&str] = &[
    "include",
    "embed",
    "video",
    "pagebreak",
    "meta",
    "var",
    "env",
    "kbd",
    "lipsum",
    "placeholder",
];
const VALUE: &str = "a value that another tool would fill in";
const CONTENTS: &str = "a list of the page's headings in other tools";
const WIKI: &str = "a link of a wiki (Obsidian, GitHub)";
const BLOCK: &str = "a block of another tool";
const REMOVE_CONTENTS: &str = "Remove it: every page with two headings lists them at its top";
const LINK_BY_PATH: &str =
    "Link to a file by its path from this one: [words](../faq/bad-spelling.md)";
/// Tools of whose notations a text has many: of each kind, the first is told.
const ONCE: &[&str] = &["AsciiDoc", "LaTeX", "Quarto", "reStructuredText"];
/// Bytes of a tag that are searched for its end.
const NEAR: usize = 400;

impl Walk<'_> {
    /// Reports the notations of other tools in this run of words.
    pub(super) fn foreign(&mut self, run: &Run<'_>) {
        let all = find(&run.text, &mut self.open_macros);
        for found in all.into_iter().filter(|found| run.is_typed(found.range.start)) {
            let is_known = ONCE.iter().any(|tool| found.what.contains(tool));
            if is_known && !self.reported.kinds.insert(found.what) {
                continue;
            }
            let span = self.origin.span(run.source(found.range.clone()));
            match wiki::page(&run.text[found.range.clone()]).filter(|_| found.what == WIKI) {
                Some((destination, words)) => {
                    let words = short(words);
                    let link = WikiLink { typed: found.name, destination, words, span };
                    self.body.wiki_links.push(link);
                }
                None => {
                    let diagnostic = found.diagnostic(span);
                    self.diagnose(diagnostic);
                }
            }
        }
    }
}

impl Walk<'_> {
    /// Reports code that is none in reStructuredText: `` :ref:`words` ``.
    pub(super) fn code_of_rest(&mut self, range: Range<usize>) {
        let Some((range, what, hint)) = other_markup::code_of_rest(self.text, range) else {
            return;
        };
        if !self.reported.kinds.insert(what) {
            return;
        }
        let name = short(&self.text[range.clone()]);
        let found = Found { range: range.clone(), what, name, hint };
        let diagnostic = found.diagnostic(self.origin.span(range));
        self.diagnose(diagnostic);
    }
}

impl Found {
    fn diagnostic(self, span: crate::base::Span) -> Diagnostic {
        let message = format!("“{}” is {}, so readers see it as it is typed", self.name, self.what);
        let diagnostic = Diagnostic::new(Code::OtherTool, span, message);
        match self.hint == LINK_BY_PATH {
            true => diagnostic.example(self.hint),
            false => diagnostic.hint(self.hint),
        }
    }
}

/// All notations of other tools in a text, in order. `open` is what is open before it.
fn find(text: &str, open: &mut OpenMacros) -> Vec<Found> {
    let mut found = vec![];
    let words = text.len() - text.trim_start().len()..text.trim_end().len();
    let mut at = 0;
    while let Some(next) =
        text[at..].find(['{', '[', '!', '?', ':', '<', '@', '$']).map(|next| at + next)
    {
        let one = match text.as_bytes()[next] {
            b'{' => braces(text, next, open).or_else(|| attribute_lists::attributes(text, next)),
            b'[' => brackets(text, next, &words)
                .or_else(|| pasted::between_square(text, next, |end| words == (next..end)))
                .or_else(|| other_markup::citation(text, next))
                .or_else(|| other_markup::macro_of_asciidoc(text, next)),
            b'<' => tag_of_confluence(text, next)
                .or_else(|| other_markup::reference_of_asciidoc(text, next)),
            b'$' => other_markup::formula(text, next),
            b'@' => other_markup::reference(text, next),
            b'!' => {
                attribute_lists::picture_of_confluence(text, next).or_else(|| block(text, next))
            }
            _ => block(text, next),
        };
        at = one.as_ref().map_or(next + 1, |one| one.range.end.max(next + 1));
        found.extend(one.filter(|one| !one.name.is_empty()));
    }
    found
}

/// `{{< x >}}`, `{{% x %}}`, `{% x %}`, `{{ x }}`, `{: .x }`, `{:toc}`.
fn braces(text: &str, at: usize, macros: &mut OpenMacros) -> Option<Found> {
    let rest = &text[at..];
    if let Some(found) = expression(text, at).or_else(|| macro_of_confluence(text, at, macros)) {
        return Some(found);
    }
    let forms = [
        ("{{<", ">}}", SHORTCODE),
        ("{{%", "%}}", SHORTCODE),
        ("{%", "%}", LIQUID),
        ("{{", "}}", VALUE),
        ("{:", "}", "an attribute list of kramdown (Jekyll)"),
    ];
    let (open, close, what) = *forms.iter().find(|(open, ..)| rest.starts_with(open))?;
    let inside = &rest[open.len()..];
    // The rest of a tag may be in another run of words.
    let near = (0..=NEAR.min(inside.len())).rev().find(|end| inside.is_char_boundary(*end))?;
    let end = inside[..near].find(close);
    let range = at..at + open.len() + end.map_or(0, |end| end + close.len());
    let inside =
        inside[..end.unwrap_or(near)].trim_start_matches(['-', '~', '#', '^']).trim_start();
    if what.starts_with("an attribute") {
        let inside = inside.trim();
        let is_contents = inside == "toc";
        let is_one = is_contents || inside.starts_with(['.', '#']) || inside.contains('=');
        let (what, hint) = match is_contents {
            true => (
                CONTENTS,
                "Remove it, and the line of a list above it: every page with two headings lists \
                 them at its top",
            ),
            false => (what, "Remove it: the look of a page follows from the site's theme"),
        };
        let name = format!("{{:{}}}", short(inside));
        return (end.is_some() && is_one).then(|| Found { range, what, name, hint: hint.into() });
    }
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    let word = match inside.starts_with(['"', '\'']) {
        // `{{ "/crew/" | relative_url }}`
        true => "…",
        false => &inside[..inside.find(|c| !is_word(c)).unwrap_or(inside.len())],
    };
    if what == VALUE && end.is_none() || word.is_empty() {
        return None;
    }
    // The end of a pair is told with its beginning.
    let is_end = word == "comment" && what == LIQUID
        || word.starts_with('/')
        || (what == LIQUID && word.starts_with("end"));
    let name = match is_end {
        true => String::new(),
        false => format!("{open} {} {close}", short(word)),
    };
    let what = match what {
        SHORTCODE if OF_QUARTO.contains(&word) => "a shortcode of Quarto or Hugo",
        _ => what,
    };
    let (what, hint) = match word {
        "include" | "embed" if what != VALUE => {
            (what, "Write its words here, or link to the other page".to_owned())
        }
        "toc" | "TOC" => (CONTENTS, REMOVE_CONTENTS.to_owned()),
        "ref" | "relref" | "link" | "post_url" | "page" if what != VALUE => {
            (what, LINK_BY_PATH.to_owned())
        }
        "figure" | "image" | "img" => (
            what,
            "Write a picture as ![what it shows](file.jpg), and put the file beside this one"
                .into(),
        ),
        _ => (what, REMOVE.to_owned()),
    };
    Some(Found { range, what, name, hint })
}

/// `{props.name}`, `{frontmatter.title}`.
fn expression(text: &str, at: usize) -> Option<Found> {
    let inside = &text[at + 1..];
    let owners = ["props.", "frontmatter.", "metadata."];
    let owner = owners.iter().find(|owner| inside.starts_with(**owner))?;
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '[' | ']');
    let length = inside.find(|c| !is_word(c))?;
    (length > owner.len() && inside[length..].starts_with('}')).then(|| Found {
        range: at..at + length + 2,
        what: "a value that MDX would fill in",
        name: format!("{{{}}}", short(&inside[..length])),
        hint: REMOVE.to_owned(),
    })
}

/// `[TOC]`, `[[_TOC_]]`, `[[Page|words]]`. The text holds nothing but blanks outside of `words`.
fn brackets(text: &str, at: usize, words: &Range<usize>) -> Option<Found> {
    let rest = &text[at..];
    let contents = ["[[_TOC_]]", "[[TOC]]", "[TOC]"];
    let is_it =
        |form: &&&str| rest.get(..form.len()).is_some_and(|it| it.eq_ignore_ascii_case(form));
    if let Some(form) = contents.iter().find(is_it) {
        let range = at..at + form.len();
        let is_alone = range == *words;
        return (*form != "[TOC]" || is_alone).then(|| Found {
            range,
            what: CONTENTS,
            name: (*form).to_owned(),
            hint: REMOVE_CONTENTS.to_owned(),
        });
    }
    if let Some(gap) = gap::begins(rest) {
        // That is told as what it is.
        let range = at..at + gap.range.end;
        return Some(Found { range, what: VALUE, name: String::new(), hint: String::new() });
    }
    let inside = rest.strip_prefix("[[")?;
    let near = (0..=120.min(inside.len())).rev().find(|end| inside.is_char_boundary(*end))?;
    let inside = &inside[..inside[..near].find("]]")?];
    let begins = |c: char| c.is_alphanumeric() || matches!(c, '#' | '.' | '/' | '_');
    let is_page = inside.starts_with(begins) && !inside.contains(['[', ']', '\n', '"']);
    if !is_page {
        return None;
    }
    let is_shown = text[..at].ends_with('!');
    let start = at - usize::from(is_shown);
    let name = format!("{}[[{}]]", if is_shown { "!" } else { "" }, short(inside));
    let (page, words) = match inside.split_once('|') {
        Some((page, words)) => (page.trim(), Some(words.trim())),
        None => (inside.trim(), None),
    };
    Some(Found {
        range: start..at + inside.len() + 4,
        what: WIKI,
        name,
        hint: wiki::remedy(page, words),
    })
}

/// `!!! note`, `??? note` and `:::note` that did not become alerts.
fn block(text: &str, at: usize) -> Option<Found> {
    let rest = &text[at..];
    let sign = ["!!!", "???", ":::"].into_iter().find(|sign| rest.starts_with(sign))?;
    let length = rest.len() - rest.trim_start_matches([':', '!', '?', '+']).len();
    let after = &rest[length..];
    let word = after.trim_start_matches(' ').trim_start_matches(['{', '.', '#']);
    let word =
        &word[..word.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(word.len())];
    let begins = text[..at].trim_end_matches(' ').is_empty();
    // What stands in the middle of a line begins no block. The rest of the line is looked at for
    // the first sign alone: otherwise, a line of many signs would be read again for each of them.
    let is_block = begins
        && match sign {
            ":::" => !word.is_empty(),
            // `!!! Wow` is a cry: the word of a block is in small letters, and a line of its own.
            _ => {
                let line = after.trim().trim_end_matches('"').split('"').next();
                after.starts_with(' ')
                    && called(word).is_some()
                    && line.map(str::trim) == Some(word)
            }
        };
    if !is_block {
        // Not to be found again one sign later.
        let range = at..at + length;
        return Some(Found { range, what: BLOCK, name: String::new(), hint: String::new() });
    }
    let range = at..at + length + after.find(word).unwrap_or(0) + word.len();
    let hint = match called(without_prefix(word)) {
        Some(kind) => kind.remedy(),
        None => "Remove the line, and the line of colons that ends it".to_owned(),
    };
    Some(Found { range, what: BLOCK, name: format!("{sign} {word}"), hint })
}

#[cfg(test)]
mod tests;
