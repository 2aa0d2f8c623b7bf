//! The same text in another language: it repeats what is language, and nothing else.

use crate::base::Date;
use crate::data::split::split_fields;
use crate::data::types::Anchored;
use crate::document::kinds::metadata::{Described, Metadata, Name, NamedPicture, ProseFields};

split_fields! {
    /// `NAME.da.md` beside `NAME.md`: dates, names and order stand in the original only.
    pub(crate) struct Translation, TranslationProse {
        /// The title in this language.
        prose required title: String, at most 200 = "Når det går galt";
        /// One sentence, shown under the title and in lists.
        prose optional summary: String, at most 500 = "Hvem du ringer til.";
        /// Who to ask, in this language.
        prose optional questions: String = "Anna Bech, +45 00 00 44 11";
        /// Of a theme: who would like to read such stories.
        prose optional for_whom: String = "Alle, der sover om natten";
        /// Of a theme: questions that start a story.
        prose list prompts: String, at most 30 = "[Hvad hørte du, før du så det?]";
        /// Of an event: who comes there.
        prose optional audience: String = "Alle, der sejler om natten";
        /// Of an event: what it is about.
        prose list topics: String, at most 30 = "[vedligehold]";
        /// Of a question: how else people ask it. The filter of the list finds these.
        prose list also_asked: String, at most 8 = "[kan jeg blive fyret for et opslag]";
        /// Of a letter: why its first story was chosen.
        prose optional why: String, at most 500 = "Fordi en mekaniker siger undskyld til en kok.";
        /// Of a letter: what it ends with.
        prose optional ending: String, at most 300 = "Hvad sagde nogen over kaffen?";
        /// What the picture shows.
        prose optional image_alt: String, at most 1000 = "Dækket om natten";
        /// Words that people may look for and that are not in the text: of a question, the filter of the questions finds them.
        prose list keywords: String = "[shitstorm, presse]";
        /// The day on which it was last the same as its original.
        optional translated: Date = "2026-10-01";
    }
}

impl Metadata for Translation {
    fn name(&self) -> Option<&str> {
        None
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

    fn is_draft(&self) -> bool {
        false
    }

    fn aliases(&self) -> &[Anchored<String>] {
        &[]
    }

    fn visit_names(&self, _: &mut dyn FnMut(Name<'_>)) {}

    fn visit_files(&self, _: &mut dyn FnMut(NamedPicture<'_>)) {}
}

impl ProseFields for TranslationProse {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn summary(&self) -> Option<&str> {
        self.summary.as_deref()
    }

    fn described(&self) -> Vec<Described> {
        vec![]
    }
}
