//! A page of the handbook, and what every kind of handbook text can say about itself.

use crate::base::Date;
use crate::base::date::Every;
use crate::data::split::split_fields;
use crate::data::types::{Anchored, PersonName};
use crate::document::kinds::metadata::{
    Described, Metadata, Name, NamedPicture, PageStatus, ProseFields,
};

split_fields! {
    /// `content/*.md` and any folder that has no kind of its own.
    pub(crate) struct Page, PageProse {
        /// The name of the page, shown above it and in the navigation.
        prose required title: String, at most 200 = "When it goes wrong";
        /// One sentence, shown under the title and in lists.
        prose optional summary: String, at most 500 = "Whom to call, and what you need not do.";
        /// Its place in the list: 1 comes first.
        optional order: u32 = "3";
        /// Who keeps the page up to date; readers see the name and how to ask.
        optional owner: PersonName = "anna-bech";
        /// When somebody last checked that it is right.
        optional reviewed: Date = "2026-10-01";
        /// How often it must be checked.
        optional review_every: Every = "6m";
        /// Who to ask about this page, in one line.
        prose optional questions: String = "Anna Bech, +45 00 00 44 11";
        /// Words that people may look for and that are not in the text. No page and no list uses them.
        #[expect(dead_code, reason = "no page shows it")]
        prose list keywords: String = "[shitstorm, press]";
        /// A draft waits: readers do not see it until it is published.
        optional status: PageStatus = "draft";
        /// Old addresses of the page, which lead here.
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

    fn is_draft(&self) -> bool {
        self.status == Some(PageStatus::Draft)
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
