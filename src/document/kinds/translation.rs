//! The same text in another language: it repeats what is language, and nothing else.

use crate::base::Date;
use crate::data::fields::fields;
use crate::data::types::Located;
use crate::document::kinds::metadata::{Metadata, Name, NamedPicture};

fields! {
    /// `NAME.da.md` beside `NAME.md`: dates, names and order stand in the original only.
    pub(crate) struct Translation {
        /// The title in this language.
        required title: String, at most 200 = "Når det går galt";
        /// One sentence under the title and in lists.
        optional summary: String, at most 500 = "Hvem du ringer til.";
        /// Whom to ask, in this language.
        optional questions: String = "Anna Bech, lokal 4411";
        /// Of a theme: who would like to read such stories.
        optional for_whom: String = "Alle, der sover om natten";
        /// Of a theme: questions that start a story.
        list prompts: String, at most 30 = "[Hvad hørte du, før du så det?]";
        /// What the picture shows.
        optional image_alt: String, at most 1000 = "Dækket om natten";
        /// Words that people may look for and that do not stand in the text.
        #[expect(dead_code, reason = "no page shows it")]
        list keywords: String = "[shitstorm, presse]";
        /// The day on which it was last the same as its original.
        optional translated: Date = "2026-10-01";
    }
}

impl Metadata for Translation {
    fn title(&self) -> &str {
        &self.title
    }

    fn summary(&self) -> Option<&str> {
        self.summary.as_deref()
    }

    fn order(&self) -> Option<u32> {
        None
    }

    fn language(&self) -> Option<&str> {
        None
    }

    fn reviewed(&self) -> Option<Date> {
        None
    }

    fn aliases(&self) -> &[Located<String>] {
        &[]
    }

    fn prose(&self) -> &'static [&'static str] {
        &["title", "summary", "questions", "for_whom", "prompts", "image_alt", "keywords"]
    }

    fn visit_names(&self, _: &mut dyn FnMut(Name<'_>)) {}

    fn visit_files(&self, _: &mut dyn FnMut(NamedPicture<'_>)) {}
}
