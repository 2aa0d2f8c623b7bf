//! One Fluent file, read: what it defines, what its texts mention, and where.

use std::ops::Range;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement};

use super::syntax;
use crate::base::{Code, Diagnostic, Source};
use crate::language::Language;

/// What a file defines.
pub(super) struct File {
    pub(super) language: Language,
    pub(super) source: Source,
    pub(super) entries: Vec<FtlEntry>,
}

/// A text (`key = …`) or a term (`-term = …`).
pub(super) struct FtlEntry {
    pub(super) name: String,
    pub(super) is_term: bool,
    pub(super) has_value: bool,
    pub(super) has_attributes: bool,
    /// Its name's place.
    pub(super) range: Range<usize>,
    pub(super) mentions: Vec<Mention>,
}

/// What a text mentions in braces.
pub(super) struct Mention {
    pub(super) kind: FtlKind,
    pub(super) name: String,
    pub(super) range: Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FtlKind {
    Variable,
    Text,
    Term,
    Function,
}

/// Parses a file; what is wrong in it is left out and reported.
pub(super) fn resource(source: &Source, diagnostics: &mut Vec<Diagnostic>) -> FluentResource {
    match FluentResource::try_new(source.text.to_string()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            diagnostics.extend(errors.into_iter().map(|error| {
                let place = inside(&source.text, error.pos);
                let begin = source.text[..place.start].rfind('\n').map_or(0, |at| at + 1);
                let line = source.text[begin..].lines().next().unwrap_or_default();
                let (message, hint) = syntax::explained(&error.kind, line);
                Diagnostic::new(Code::TextSyntax, source.span(place), message).hint(hint)
            }));
            resource
        }
    }
}

/// The parser's places may lie behind the end, or within a letter.
fn inside(text: &str, range: Range<usize>) -> Range<usize> {
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let ceil = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at));
    let start = floor(range.start).unwrap_or(0);
    start..ceil(range.end).unwrap_or(text.len()).max(start)
}

impl File {
    pub(super) fn new(language: &Language, source: &Source, resource: &FluentResource) -> File {
        let reader = Reader { text: resource.source() };
        let entries = resource.entries().filter_map(|entry| reader.entry(entry)).collect();
        File { language: language.clone(), source: source.clone(), entries }
    }
}

/// Knows the whole text, of which every name in the tree is a slice.
struct Reader<'a> {
    text: &'a str,
}

impl Reader<'_> {
    fn entry(&self, entry: &ast::Entry<&str>) -> Option<FtlEntry> {
        let (id, value, attributes, is_term) = match entry {
            ast::Entry::Message(it) => (&it.id, it.value.as_ref(), &it.attributes, false),
            ast::Entry::Term(it) => (&it.id, Some(&it.value), &it.attributes, true),
            _ => return None,
        };
        let mut mentions = Vec::new();
        let patterns = attributes.iter().map(|attribute| &attribute.value);
        for pattern in value.into_iter().chain(patterns) {
            self.pattern(pattern, &mut mentions);
        }
        Some(FtlEntry {
            name: id.name.to_owned(),
            is_term,
            has_value: value.is_some(),
            has_attributes: !attributes.is_empty(),
            range: self.range(id.name),
            mentions,
        })
    }

    fn pattern(&self, pattern: &ast::Pattern<&str>, mentions: &mut Vec<Mention>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression, mentions);
            }
        }
    }

    fn expression(&self, expression: &Expression<&str>, mentions: &mut Vec<Mention>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, mentions),
            Expression::Select { selector, variants } => {
                self.inline(selector, mentions);
                for variant in variants {
                    self.pattern(&variant.value, mentions);
                }
            }
        }
    }

    fn inline(&self, inline: &InlineExpression<&str>, mentions: &mut Vec<Mention>) {
        use InlineExpression::*;
        let (kind, id, arguments) = match inline {
            VariableReference { id } => (FtlKind::Variable, id, None),
            MessageReference { id, .. } => (FtlKind::Text, id, None),
            TermReference { id, arguments, .. } => (FtlKind::Term, id, arguments.as_ref()),
            FunctionReference { id, arguments } => (FtlKind::Function, id, Some(arguments)),
            Placeable { expression } => return self.expression(expression, mentions),
            StringLiteral { .. } | NumberLiteral { .. } => return,
        };
        mentions.push(Mention { kind, name: id.name.to_owned(), range: self.range(id.name) });
        if let Some(arguments) = arguments {
            for argument in &arguments.positional {
                self.inline(argument, mentions);
            }
            for argument in &arguments.named {
                self.inline(&argument.value, mentions);
            }
        }
    }

    fn range(&self, name: &str) -> Range<usize> {
        let start = (name.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        start..(start + name.len()).min(self.text.len())
    }
}
