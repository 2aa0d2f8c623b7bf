//! The single walk over the events of the parser. Nothing here is recursive: a stack holds what is
//! open.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Alignment, BrokenLink, Event, LinkType, Parser, Tag};

use super::bullets::BulletLines;
use super::destinations::is_address;
use super::excerpt::{excerpt, words};
use super::footnotes::Footnotes;
use super::markup::Markup;
use super::meant::{self, MAX_EVENTS, Placed};
use super::numbered::Numbers;
use super::open_macros::OpenMacros;
use super::origin::{Origin, short};
use super::slug::{GithubIds, Ids};
use super::typed_tables::TableLines;
use super::typography::Marks;
use super::writer::{Parting, Writer};
use super::{
    Body, Html, MAX_DEPTH, Piece, Rules, Trust, admonitions, characters, definitions, footnotes,
    references, sanitise, weight, word_labels,
};
use crate::base::{Code, Diagnostic};

/// What the walk knows at one event.
pub(super) struct Walk<'a> {
    pub(super) rules: &'a Rules<'a>,
    pub(super) origin: Origin,
    pub(super) text: &'a str,
    pub(super) events: &'a [Placed<'a>],
    /// The writer of the text, and those of the footnotes that are open.
    pub(super) writers: Vec<Writer>,
    pub(super) open: Vec<Open>,
    pub(super) links_open: usize,
    pub(super) body: Body,
    pub(super) ids: Ids,
    pub(super) github_ids: GithubIds,
    /// Text of a heading from this place on was read as its id.
    pub(super) words_end: Option<usize>,
    /// The levels, as written, of the headings above the next heading in the outline.
    pub(super) outline: Vec<u8>,
    pub(super) headings: usize,
    pub(super) table: Table,
    pub(super) footnotes: Footnotes,
    pub(super) markup: Markup,
    pub(super) marks: Option<Marks>,
    /// The last character before the next text, for quotation marks.
    pub(super) before: Option<char>,
    /// Text before this place was already read: it is the marker of an alert.
    pub(super) skip_to: usize,
    /// The event that ended the last DO, and the place before it.
    pub(super) last_do: Option<(usize, usize)>,
    /// The range of the first paragraph in the plain text: at the top level, and anywhere.
    pub(super) excerpt: (Option<Range<usize>>, Option<Range<usize>>),
    /// Where the number of the last item stands in the plain text.
    pub(super) number_at: Option<Range<usize>>,
    pub(super) reported: ReportedOnce,
    pub(super) bullet_lines: BulletLines,
    pub(super) table_lines: TableLines,
    /// What stands before this place was told as a whole already.
    pub(super) told_to: usize,
    pub(super) open_macros: OpenMacros,
    /// Marks of comments of Word with which lines begin.
    pub(super) word_comments: BTreeSet<&'a str>,
}

/// What is reported only once.
#[derive(Default)]
pub(super) struct ReportedOnce {
    too_deep: bool,
    pub(super) raw_html: bool,
    /// Kinds of notations of other tools.
    pub(super) kinds: BTreeSet<&'static str>,
}

/// What is open, with what is written at its end.
pub(super) enum Open {
    /// An element within a line, with its end tag.
    Inline(&'static str),
    /// A pair of `*` or `~` that marks nothing: readers see it.
    Signs(&'static str),
    /// A block element, with its end tag.
    Block(&'static str),
    /// A list with numbers.
    Numbered(Numbers),
    Paragraph {
        plain: usize,
        is_top: bool,
    },
    Heading {
        place: usize,
        plain: usize,
        images: usize,
        level: u8,
        range: Range<usize>,
    },
    Link {
        index: usize,
        plain: usize,
        images: usize,
    },
    /// An element that is left out; the text in it is still written.
    Nothing,
    /// An element that is nested too deeply: what it contains is written as text.
    TooDeep,
    Alert {
        place: usize,
        is_do: bool,
        ends_pair: bool,
    },
    Footnote {
        label: String,
        range: Range<usize>,
        end: usize,
    },
    Table,
    TableHead,
}

pub(super) fn walk(rules: &Rules<'_>) -> Body {
    let text = rules.source.text.get(rules.body.clone()).unwrap_or_default();
    let rewritten = match rules.trust {
        Trust::Handbook => admonitions::as_alerts(text),
        Trust::Submitted => None,
    };
    let origin = Origin::of(rules, rewritten.as_ref().map(|it| it.places.clone()));
    let text = rewritten.as_ref().map_or(text, |it| it.text.as_str());
    let meant = meant::of(text);
    let mut broken = vec![];
    let on_broken = |link: BrokenLink<'_>| {
        // `[sic]` is ordinary prose; `[this][that]` is meant to be a link.
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            broken.push((link.span.start, link.span.end, link.reference.into_string()));
        }
        None
    };
    let parser = Parser::new_with_broken_link_callback(&meant.text, meant.options, Some(on_broken));
    let mut parsed = parser.into_offset_iter();
    let mut events: Vec<Placed<'_>> = parsed.by_ref().take(MAX_EVENTS + 1).collect();
    meant.restore(text, &mut events);
    definitions::parted(text, &mut events);
    let unused = references::unused(parsed.reference_definitions(), &events);
    // If a text is too long, nothing of it is shown, because half of it would be a different text.
    let too_much = (events.len() > MAX_EVENTS).then(|| std::mem::take(&mut events));
    let mut walk = Walk::new(rules, origin, text, &events);
    if let Some((_, range)) = too_much.as_ref().and_then(|events| events.last()) {
        let message = format!(
            "This page is too long: at most {MAX_EVENTS} lines, table cells and marks are allowed"
        );
        let span = walk.origin.span(range.clone());
        walk.diagnose(
            Diagnostic::new(Code::TooManyMarks, span, message).hint("Split it into several pages"),
        );
    }
    drop(too_much);
    walk.markup.pasted_at(meant.office);
    broken.sort();
    broken.dedup();
    for (start, end, label) in broken {
        let message = format!("The link “[{}]” has no address", short(&label));
        walk.body.diagnostics.push(
            Diagnostic::new(Code::BrokenReference, walk.origin.span(start..end), message).hint(
                match is_address(&label) {
                    true => format!("Write the address in round brackets: ({})", short(&label)),
                    false => format!("Add a line with its address: [{}]: https://…", short(&label)),
                },
            ),
        );
    }
    for line in unused {
        let diagnostic = walk.origin.unused_reference(line);
        walk.diagnose(diagnostic);
    }
    let mut at = 0;
    while at < events.len() {
        at = walk.step(at);
    }
    walk.finish()
}

/// The current table; tables cannot be nested.
#[derive(Default)]
pub(super) struct Table {
    pub(super) number: usize,
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) is_head: bool,
    pub(super) rows: usize,
}

impl<'a> Walk<'a> {
    fn new(
        rules: &'a Rules<'a>,
        origin: Origin,
        text: &'a str,
        events: &'a [Placed<'a>],
    ) -> Walk<'a> {
        let mut diagnostics = characters::check(rules.source, rules.body.clone());
        diagnostics.extend(characters::unseen_end_of_line(rules.source, rules.body.clone()));
        Walk {
            rules,
            origin,
            text,
            events,
            writers: vec![Writer::for_text(text)],
            open: vec![],
            links_open: 0,
            body: Body { diagnostics, ..Body::default() },
            ids: Ids::default(),
            github_ids: GithubIds::default(),
            words_end: None,
            outline: vec![],
            headings: 0,
            table: Table::default(),
            footnotes: Footnotes::of(events),
            markup: Markup::default(),
            marks: (rules.trust == Trust::Handbook).then(|| Marks::of(rules.language)),
            before: None,
            skip_to: 0,
            last_do: None,
            excerpt: (None, None),
            number_at: None,
            reported: ReportedOnce::default(),
            bullet_lines: BulletLines::default(),
            table_lines: TableLines::default(),
            told_to: 0,
            open_macros: OpenMacros::default(),
            word_comments: word_labels::labels(text),
        }
    }

    /// Handles the event at `at`; returns the next one to handle.
    fn step(&mut self, at: usize) -> usize {
        let (event, range) = &self.events[at];
        match event {
            Event::Start(tag) => return self.start(at, tag, range.clone()),
            Event::End(_) => self.end(at),
            Event::Text(_) => return self.text_run(at),
            Event::Code(code) => self.code(code, range.clone()),
            Event::InlineHtml(html) | Event::Html(html) => self.inline_html(html, range.clone()),
            Event::FootnoteReference(label) => {
                let label = references::folded(label);
                self.writer().reference(label);
                self.writer().part(Parting::Yes);
            }
            Event::SoftBreak => {
                self.lazy_line(at);
                self.line_break("\n");
            }
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Rule => {
                self.writer().fresh_line();
                self.writer().raw("<hr>\n");
            }
            Event::TaskListMarker(is_done) => self.task(*is_done),
            // Math is not enabled in the parser.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.writer().text(text),
        }
        at + 1
    }

    fn start(&mut self, at: usize, tag: &'a Tag<'a>, range: Range<usize>) -> usize {
        if !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }) {
            self.before = None;
        }
        // These are written at once, without an entry in `open`, so they do not make the nesting
        // deeper.
        match tag {
            Tag::CodeBlock(kind) => return self.code_block(at, kind, range),
            Tag::HtmlBlock => return self.html_block(at),
            Tag::FootnoteDefinition(label) => {
                let place = self.footnote_label(&range);
                if self.footnotes.passes(at, label, place, range.end) {
                    return self.end_of(at) + 1;
                }
            }
            Tag::Heading { .. } if self.is_title(&range) => return self.title(at, &range),
            Tag::Image { dest_url, title, .. } => {
                return self.image(at, dest_url, title, false);
            }
            _ => {}
        }
        // A table or list is opened only if its parts can be nested in it.
        let room = match tag {
            Tag::Table(_) => 3,
            Tag::List(_) | Tag::DefinitionList => 2,
            _ => 1,
        };
        let is_within = matches!(self.open.last(), Some(Open::TooDeep));
        if is_within || self.open.len() + room > MAX_DEPTH {
            if !is_within {
                self.too_deep(range);
            }
            self.open.push(Open::TooDeep);
            return at + 1;
        }
        self.start_element(at, tag, range)
    }

    fn too_deep(&mut self, range: Range<usize>) {
        if std::mem::replace(&mut self.reported.too_deep, true) {
            return;
        }
        let message = format!(
            "Too many lists, quotes or marks are inside each other here: at most {MAX_DEPTH} are \
             allowed"
        );
        self.diagnose(
            Diagnostic::new(Code::NestedTooDeep, self.origin.span(range), message)
                .hint("Remove some of them"),
        );
    }

    fn line_break(&mut self, html: &str) {
        self.before = Some(' ');
        self.writer().raw(html);
        self.writer().plain.push(' ');
    }

    /// The current writer: that of the text, or of the innermost footnote.
    pub(super) fn writer(&mut self) -> &mut Writer {
        if self.writers.is_empty() {
            self.writers.push(Writer::default());
        }
        self.writers.last_mut().expect("the text's own stream is there")
    }

    pub(super) fn is_in_footnote(&self) -> bool {
        self.writers.len() > 1
    }

    pub(super) fn diagnose(&mut self, diagnostic: Diagnostic) {
        self.body.diagnostics.push(diagnostic);
    }

    fn finish(mut self) -> Body {
        let writer = self.writers.swap_remove(0);
        let numbered = self.footnotes.number(writer.parts);
        self.body.diagnostics.extend(footnotes::unused(numbered.unused, &self.origin));
        let mut body = self.body;
        let markup_used = self.markup.used;
        body.html = Html(sanitise::sanitise(numbered.pieces, self.markup, &self.origin, &mut body));
        body.html.0.retain(|piece| !matches!(piece, Piece::Raw(html) if html.is_empty()));
        let first = self.excerpt.0.or(self.excerpt.1).unwrap_or_default();
        body.excerpt = excerpt(writer.plain.get(first).unwrap_or_default());
        body.text = writer.plain + &numbered.plain;
        body.words = words(&body.text);
        // What is allowed follows from the text as it was typed.
        let typed = self.rules.source.text.get(self.rules.body.clone()).unwrap_or_default();
        let origin = Origin::of(self.rules, None);
        let mut body = weight::bounded(body, typed, markup_used, &origin);
        body.diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        body
    }
}
