//! The templates and texts of a look after reading. Reading them takes longer than anything else in
//! a look, and is not repeated if only styles or pictures differ.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::engine::Templates;
use crate::base::{Diagnostic, Source};
use crate::language::{Language, Languages, Texts};

/// The texts and templates of a look, with what is wrong with them.
pub(super) struct TemplateTexts {
    of: TextFiles,
    pub(super) texts: Arc<Texts>,
    pub(super) templates: Templates,
    pub(super) wrong: Vec<Diagnostic>,
}

/// The files that they are read from.
pub(super) struct TextFiles {
    /// The default language first.
    pub(super) languages: Vec<Language>,
    /// Later ones override earlier ones text by text.
    pub(super) texts: Vec<(Language, Source)>,
    pub(super) templates: BTreeMap<String, Source>,
}

impl TemplateTexts {
    /// Reads the files, or returns `last` if it was made of the same files.
    pub(super) fn of(
        files: TextFiles,
        languages: &Languages,
        last: Option<&Arc<TemplateTexts>>,
    ) -> Arc<TemplateTexts> {
        if let Some(last) = last.filter(|last| last.of.are(&files)) {
            return last.clone();
        }
        let (texts, mut wrong) = Texts::new(languages.default(), &files.texts);
        let texts = Arc::new(texts);
        let (templates, broken) = Templates::new(&files.templates, languages, &texts);
        wrong.extend(broken);
        Arc::new(TemplateTexts { of: files, texts, templates, wrong })
    }
}

impl TextFiles {
    fn are(&self, others: &TextFiles) -> bool {
        let is_same = |a: &Source, b: &Source| a.path == b.path && a.text == b.text;
        self.languages == others.languages
            && self.texts.len() == others.texts.len()
            && self.templates.len() == others.templates.len()
            && (self.texts.iter().zip(&others.texts))
                .all(|(a, b)| a.0 == b.0 && is_same(&a.1, &b.1))
            && (self.templates.iter().zip(&others.templates))
                .all(|(a, b)| a.0 == b.0 && is_same(a.1, b.1))
    }
}
