//! The same text in another language: it repeats what is language, and nothing else.

use crate::base::Date;
use crate::data::fields::fields;

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
