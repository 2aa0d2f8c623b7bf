//! One file, parsed: what it says about itself and what it says. Parsing cannot fail and knows no
//! other file; what is wrong is in the document.

pub(crate) mod front_matter;
pub(crate) mod highlight;
pub(crate) mod kinds;
pub(crate) mod markdown;
pub mod reference;

use std::ops::Range;

pub use highlight::Highlighter;
pub use kinds::Kind;
pub(crate) use kinds::Meta;
use kinds::table::Id;
pub(crate) use markdown::Body;
use markdown::{Rules, Trust};

use crate::base::character::shows_nothing;
use crate::base::{Code, Diagnostic, Severity, Source, SourcePath, Span};
use crate::data::Reader;
use crate::data::names::text_name;

/// A file of `content/`, parsed.
#[derive(Clone, Debug)]
pub struct Document {
    pub(crate) source: Source,
    pub(crate) kind: Kind,
    /// Its path in `content/` without ending and language: `faq/bad-spelling`.
    pub(crate) name: String,
    /// The language of its text.
    pub(crate) language: String,
    pub(crate) meta: Meta,
    pub body: Body,
    /// Where to point when a field is missing.
    pub(crate) fence: Range<usize>,
    pub diagnostics: Vec<Diagnostic>,
}

/// What parsing takes from outside the file.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The codes of the site's languages, the default first.
    pub languages: &'a [String],
    pub highlighter: &'a Highlighter,
}

/// Parses one file.
pub fn parse(source: Source, setting: Setting<'_>) -> Document {
    let (name, suffix) = name_of(&source.path, setting.languages);
    let kind = Kind::of(&source.path);
    let mut diagnostics = vec![];
    let front = front_matter::read(&source, &mut diagnostics);
    diagnostics.extend(too_deep(&source, &front.fence));
    let mut reader = Reader {
        source: &source,
        notation: front.tree.notation,
        broken: front.tree.broken,
        languages: setting.languages,
        field: "",
        out: &mut diagnostics,
    };
    let meta = match suffix {
        Some(_) => Meta::Translation(Box::new(crate::data::fields::read_tree(
            &front.tree,
            &front.fence,
            &mut reader,
        ))),
        None => kind.read(&front.tree, &front.fence, &mut reader),
    };
    let default = setting.languages.first().map_or("en", |language| language);
    let language = suffix.or_else(|| meta.common().language().map(str::to_owned));
    let language = language.unwrap_or_else(|| default.to_owned());
    let body = markdown::parse(&Rules {
        source: &source,
        body: front.body.clone(),
        trust: if kind.is_submitted() { Trust::Submitted } else { Trust::Handbook },
        language: &language,
        highlighter: setting.highlighter,
    });
    diagnostics.extend(markdown::unseen(&source, front.fence.start..front.body.start));
    diagnostics.extend(body.diagnostics.iter().cloned());
    let is_sound = diagnostics.iter().all(|told| told.severity() != Severity::Error);
    let says_nothing = shows_nothing(&body.text) && !body.has_code && body.images.is_empty();
    if kind == Kind::Story && is_sound && says_nothing {
        let span = source.span(front.fence.clone());
        let message = "There is no text below the fields of this story";
        diagnostics.push(
            Diagnostic::new(Code::NoText, span, message).hint("Write it below the second ---"),
        );
    }
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    Document { kind, name, language, meta, body, fence: front.fence, diagnostics, source }
}

impl Document {
    pub(crate) fn path(&self) -> &SourcePath {
        &self.source.path
    }

    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        self.source.span(range)
    }

    /// The place of what is missing.
    pub fn top(&self) -> Span {
        self.source.span(self.fence.clone())
    }

    pub(crate) fn title(&self) -> &str {
        self.meta.common().title()
    }

    /// The id by which people, themes and events are called: the name without their folder, so
    /// that no two have the same. For other texts the last part of the name.
    pub(crate) fn id(&self) -> &str {
        let parts = match self.kind.row().id {
            Id::WithoutFolder => self.name.split_once('/'),
            Id::LastPart => self.name.rsplit_once('/'),
        };
        parts.map_or(&self.name, |(_, id)| id)
    }

    pub(crate) fn is_translation(&self) -> bool {
        self.meta.translation().is_some()
    }
}

/// More folders, one in another, than a tree of the handbook can show.
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

/// The name of a file, and the language that it says: `content/faq/a.da.md` is `faq/a` in Danish.
pub(crate) fn name_of(path: &SourcePath, languages: &[String]) -> (String, Option<String>) {
    let inside = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
    let (name, language) = text_name(inside, languages);
    (name.to_owned(), language.map(str::to_owned))
}
