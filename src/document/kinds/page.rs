//! A page of the handbook, and what every kind of handbook text can say about itself.

use crate::base::Date;
use crate::base::date::Every;
use crate::data::split::split_fields;
use crate::data::types::{Anchored, PersonName};
use crate::document::kinds::metadata::{Described, Metadata, Name, NamedPicture, ProseFields};

split_fields! {
    /// `content/*.md` and any folder that has no kind of its own.
    pub(crate) struct Page, PageProse {
        /// The name of the page, as it stands above it and in the navigation.
        prose required title: String, at most 200 = "When it goes wrong";
        /// One sentence under the title and in lists.
        prose optional summary: String, at most 500 = "Whom to call, and what you need not do.";
        /// Its place among its neighbours: 1 comes first.
        optional order: u32 = "3";
        /// Who keeps the page true; readers see the name and how to ask.
        optional owner: PersonName = "anna-bech";
        /// When somebody last read it and found it true.
        optional reviewed: Date = "2026-10-01";
        /// How often it wants to be read again.
        optional review_every: Every = "6m";
        /// Whom to ask about this page, in a line.
        prose optional questions: String = "Anna Bech, local 4411";
        /// Words that people may look for and that do not stand in the text.
        #[expect(dead_code, reason = "no page shows it")]
        prose list keywords: String = "[shitstorm, press]";
        /// Addresses that lead here: where the page used to be.
        list aliases: Anchored<String>, at most 10 = "[help/trouble]";
    }
}

impl Metadata for Page {
    fn name(&self) -> Option<&str> {
        None
    }

    fn order(&self) -> Option<u32> {
        self.order
    }

    fn language(&self) -> Option<&str> {
        None
    }

    fn reviewed(&self) -> Option<Date> {
        self.reviewed
    }

    fn aliases(&self) -> &[Anchored<String>] {
        &self.aliases
    }

    fn visit_names(&self, visit: &mut dyn FnMut(Name<'_>)) {
        self.owner.iter().for_each(|owner| visit(Name::Person(owner)));
    }

    fn visit_files(&self, _: &mut dyn FnMut(NamedPicture<'_>)) {}
}

impl ProseFields for PageProse {
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
