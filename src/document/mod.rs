//! Parses a single file. Parsing cannot fail and uses no other file; what is wrong is reported in
//! the document.

pub(crate) mod allowance;
mod alts;
mod apart;
mod consent;
mod described;
pub(crate) mod earlier_email;
pub(crate) mod facts;
mod field_places;
mod folders;
mod front_matter;
pub(crate) mod highlight;
pub(crate) mod kinds;
pub(crate) mod markdown;
pub(crate) mod misplaced;
pub(crate) mod new_text;
mod own_words;
mod private;
pub(crate) mod prose;
pub mod reference;
mod untitled;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

pub(crate) use facts::Facts;
pub(crate) use field_places::names_of_fields;
use front_matter::FrontMatter;
pub use highlight::Highlighter;
pub use kinds::Kind;
use markdown::title::{TitleHeading, title};
use markdown::{Rules, Trust};
pub(crate) use own_words::{are_the_same_words, is_told_in_another_language};
pub(crate) use prose::Prose;

use crate::base::character::shows_nothing;
use crate::base::date::Zone;
use crate::base::{
    Code, Diagnostic, Hash, Places, Severity, Source, SourcePath, Span, example_mark,
};
use crate::data::Reader;
use crate::data::languages::without_language;
use crate::data::names::text_name;
use crate::data::{KeyValue, Node, Value, at_the_edge, capitals, foreign};

/// A file of `content/`, parsed: facts, on which others may depend, prose, which only readers see,
/// and the places of both.
#[derive(Clone, Debug)]
pub struct Document {
    pub(crate) facts: Arc<Facts>,
    pub(crate) prose: Prose,
    /// The places in the file that the anchors of its facts mean.
    pub(crate) places: Places,
    /// Of all that is in the file, and of its text alone, if that is long enough to be known again.
    pub(crate) whole: Hash,
    pub(crate) words: Option<Hash>,
    /// The length of the whole file, in bytes.
    pub(crate) length: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// Two texts with the same words, and at least so many of them, are copies.
const MANY_WORDS: usize = 20;

/// Every document by its file.
pub(crate) type Documents = Arc<BTreeMap<SourcePath, Arc<Document>>>;

/// What parsing needs besides the file.
#[derive(Clone, Copy)]
pub struct ParseContext<'a> {
    /// The codes of the site's languages, the default first.
    languages: &'a [String],
    /// The time zone of the site, if it says one.
    zone: Option<&'a Zone>,
    highlighter: &'a Highlighter,
}

impl<'a> ParseContext<'a> {
    /// For a site that says no time zone.
    pub fn new(languages: &'a [String], highlighter: &'a Highlighter) -> ParseContext<'a> {
        ParseContext { languages, zone: None, highlighter }
    }

    pub(crate) fn in_zone(self, zone: Option<&'a Zone>) -> ParseContext<'a> {
        ParseContext { zone, ..self }
    }
}

/// Parses one file.
pub fn parse(source: &Source, context: ParseContext<'_>) -> Document {
    parse_part(source, context, false)
}

/// The file of a person or a story that cannot be used as it is, of which `source` holds what can be
/// read. Whether the person still agrees to be named and shown is not known, so it is read as a no;
/// the story is not shown, and what it says of others still holds.
pub(crate) fn unusable(source: &Source, context: ParseContext<'_>) -> Document {
    let mut document = parse_part(source, context, true);
    // The file as a whole is reported, and no place in it is known.
    document.diagnostics.clear();
    document.places = Places::default();
    document
}

/// Parses a file of which some may be lost.
fn parse_part(source: &Source, context: ParseContext<'_>, is_lost: bool) -> Document {
    let (name, suffix) = name_of(&source.path, context.languages);
    // A translation into a language that the site does not have is read as one, so that it is not
    // taken for a text of its own. The site leaves it out and says so; nothing else matters then.
    let left_out = without_language(&name, context.languages).filter(|_| suffix.is_none());
    let left_out = left_out.map(|(name, code)| (name.to_owned(), code.to_owned()));
    let is_left_out = left_out.is_some();
    let (name, suffix) = match left_out {
        Some((name, code)) => (name, Some(code)),
        None => (name, suffix),
    };
    let kind = Kind::of(&source.path);
    let mut diagnostics = vec![];
    let is_person = kind == Kind::Person && suffix.is_none();
    let refused =
        is_person.then(|| consent::refused_lines::without(source, &mut diagnostics)).flatten();
    if is_person {
        consent::refused_lines::comments(source, &mut diagnostics);
    }
    let readable = refused.as_ref().map_or(source, |(readable, _)| readable);
    let mut front = front_matter::read(readable, &mut diagnostics);
    if let Some((_, no)) = &refused {
        front.tree.entries.retain(|entry| entry.key != "consent");
        front.tree.entries.push(no.clone());
    }
    let heading = title_heading(source, kind, &front);
    let is_title = heading.as_ref().is_some_and(|heading| titled(&mut front, heading));
    let lacks_fields = front.without_fields.is_some();
    let untitled = front.without_fields.filter(|_| !is_title);
    diagnostics.extend(untitled.map(|it| untitled::told(kind, source, it)));
    diagnostics.extend(too_deep(source, &front.fence));
    let mut places = Places { top: front.fence.clone(), ..Places::default() };
    let mut tree = front.tree;
    let is_translation = suffix.is_some();
    let mut reader = Reader {
        source,
        notation: tree.notation,
        broken: tree.broken || is_lost,
        is_submitted: !is_translation && kind.is_submitted(),
        languages: context.languages,
        zone: context.zone,
        field: "",
        fields: &[],
        places: &mut places,
        out: &mut diagnostics,
    };
    let own = if is_translation { kinds::translation_fields() } else { kind.fields() };
    capitals::lowered(&mut tree.entries, own, &mut reader);
    at_the_edge::gathered(&mut tree.entries, own, &mut reader);
    let meant = match is_translation {
        true => misplaced::meant_of_translation(&source.path, kind, &tree),
        false => misplaced::meant(&source.path, kind, &tree),
    };
    let misplaced = meant.and_then(|meant| {
        misplaced::diagnostic(source, meant, &tree, &front.fence, suffix.as_deref())
    });
    let (meta, fields) = match suffix {
        Some(_) => {
            foreign::taken_over(&mut tree.entries, kinds::translation_fields(), &mut reader);
            kinds::read_translation(&tree, &front.fence, &mut reader)
        }
        None => {
            let take_over = match kind.is_submitted() {
                true => foreign::submitted_taken_over,
                false => foreign::taken_over,
            };
            take_over(&mut tree.entries, kind.fields(), &mut reader);
            if kind == Kind::Person {
                consent::check(&mut tree.entries, &mut reader);
            }
            if kind == Kind::Story {
                consent::check_story(&mut tree.entries, &mut reader);
                consent::check_byline(&mut tree.entries, &mut reader);
                if is_lost {
                    consent::pause(&mut tree.entries);
                }
            }
            kind.read(&tree, &front.fence, &mut reader)
        }
    };
    places.named = field_places::of_values(&tree.entries);
    let has_title = tree.entries.iter().any(|entry| entry.key == "title");
    let is_titled = kind.fields().iter().any(|field| field.name == "title");
    let is_untitled = !has_title && (is_titled || lacks_fields);
    let is_misplaced = misplaced.is_some();
    if !is_misplaced && !is_translation {
        diagnostics.extend(folders::check(source, kind, &tree, &front.fence));
    }
    if let Some(misplaced) = misplaced {
        // Which fields it has and lacks, and what they may say, depends on where it will stand.
        diagnostics.retain(|it| {
            !matches!(
                it.code,
                Code::UnknownField | Code::MissingField | Code::UnknownChoice | Code::WrongType
            )
        });
        diagnostics.push(misplaced);
    }
    diagnostics.extend(markdown::unseen(source, front.fence.start..front.body.start));
    diagnostics
        .extend(crate::data::broken_letters::check(source, front.fence.start..source.text.len()));
    let has_sound_fields = is_sound(&diagnostics);
    let default = context.languages.first().map_or("en", |language| language);
    let language = suffix.or_else(|| meta.common().language().map(str::to_owned));
    let language = language.unwrap_or_else(|| default.to_owned());
    let body = markdown::parse(&Rules {
        source,
        body: front.body.clone(),
        title: heading.filter(|_| is_title),
        trust: if kind.is_submitted() { Trust::Submitted } else { Trust::Handbook },
        language: &language,
        highlighter: context.highlighter,
    });
    let mut of_body = body.diagnostics.clone();
    untitled::told_once(&mut of_body, is_untitled);
    diagnostics.extend(of_body);
    diagnostics.extend(private::check(source, kind));
    if meta.story().is_some_and(kinds::Story::is_anonymous) {
        diagnostics.extend(consent::signed::check(source, &front.body));
    }
    let says_nothing = shows_nothing(&body.text) && !body.has_code && body.images.is_empty();
    if kind == Kind::Story && is_sound(&diagnostics) && says_nothing {
        let span = source.span(front.fence);
        let message = "There is no text below the fields of this story";
        diagnostics.push(
            Diagnostic::new(Code::NoText, span, message).hint("Write it below the second ---"),
        );
    }
    let words = source.text.get(front.body.clone()).unwrap_or_default().trim();
    let words = (body.words >= MANY_WORDS).then(|| Hash::quick(words.as_bytes()));
    let (said, prose) = apart::apart(body, fields, &mut places);
    let described = described::pictures(&source.path, &said.images, &meta, &prose);
    let facts = Facts {
        path: source.path.clone(),
        kind,
        meant,
        name,
        language,
        meta,
        headings: said.headings,
        raw_ids: said.raw_ids,
        other_ids: said.other_ids,
        links: said.links,
        described,
        images: said.images,
        wiki_links: said.wiki_links,
        phones: private::phones(source, kind, &mut places),
        is_sound: has_sound_fields,
        is_example: example_mark::is_in(&source.text),
    };
    let mut document = Document {
        facts: Arc::new(facts),
        prose,
        places,
        whole: Hash::quick(source.text.as_bytes()),
        words,
        length: source.text.len(),
        diagnostics,
    };
    let undescribed = alts::check(&document);
    document.diagnostics.extend(undescribed);
    // What cannot be translated is told to be a text of its own, and nothing else: as that, it has
    // other fields.
    if (is_left_out && !is_misplaced) || is_translation && !kind.row().is_translatable {
        document.diagnostics.clear();
    }
    document.diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    document
}

/// The heading that may be the title of a text. Of a submitted text, every character stays where it
/// was typed.
fn title_heading(source: &Source, kind: Kind, front: &FrontMatter) -> Option<TitleHeading> {
    let has_title = kind.fields().iter().any(|field| field.name == "title");
    let is_wanted = has_title && !kind.is_submitted();
    is_wanted.then(|| title(&source.text[front.body.clone()])).flatten()
}

/// Whether this heading is the title: no field says another one. If none says any, it is as if a
/// field said what the heading says.
fn titled(front: &mut FrontMatter, heading: &TitleHeading) -> bool {
    let tree = &mut front.tree;
    let said = tree.entries.iter().find(|entry| entry.key == "title").map(|it| &it.value.value);
    match said {
        Some(Value::Scalar(title)) => heading.says(title),
        Some(_) => false,
        None if tree.broken && front.without_fields.is_none() => false,
        None => {
            let start = front.body.start;
            let range = start + heading.range.start..start + heading.range.end;
            let value = Node { value: Value::Scalar(heading.text.clone()), range: range.clone() };
            tree.entries.push(KeyValue { key: "title".into(), key_range: range, value });
            tree.broken = false;
            true
        }
    }
}

/// The range of a file's text below its fields.
pub(crate) fn body_of(source: &Source) -> Range<usize> {
    front_matter::read(source, &mut vec![]).body
}

fn is_sound(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().all(|found| found.severity() != Severity::Error)
}

impl Document {
    pub(crate) fn path(&self) -> &SourcePath {
        &self.facts.path
    }

    pub(crate) fn title(&self) -> &str {
        let name = self.facts.meta.common().name();
        name.or_else(|| self.prose.fields.common().title()).unwrap_or_default()
    }

    /// Every place in it that a check of the whole site may point at.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        let Places { top, fields, named, links, images, wiki_links, phones } = &self.places;
        let of_body = links.iter().chain(images).chain(wiki_links).chain(phones);
        let named = named.iter().map(|(_, range)| range);
        let all = std::iter::once(top).chain(fields).chain(named).chain(of_body);
        all.map(|range| Span { path: self.path().clone(), range: Some(range.clone()) })
    }

    /// The one-sentence summary for lists.
    pub(crate) fn summary(&self) -> Option<&str> {
        self.prose.fields.common().summary()
    }
}

/// The limit of nested folders: a tree of the handbook cannot show more.
const MAX_FOLDERS: usize = 12;

fn too_deep(source: &Source, fence: &Range<usize>) -> Option<Diagnostic> {
    let folders = source.path.as_str().matches('/').count();
    let message =
        format!("This file is inside {folders} folders: at most {MAX_FOLDERS} are allowed");
    (folders > MAX_FOLDERS).then(|| {
        Diagnostic::new(Code::TooManyFolders, source.span(fence.clone()), message)
            .hint("Move it up, out of some of them")
    })
}

/// The name of a file and its language suffix: `content/faq/a.da.md` is `faq/a` in Danish.
pub(crate) fn name_of(path: &SourcePath, languages: &[String]) -> (String, Option<String>) {
    let inside = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
    let (name, language) = text_name(inside, languages);
    (name.into_owned(), language.map(str::to_owned))
}

#[cfg(test)]
mod tests;
