//! A chapter of the guidelines, or a policy.

use crate::base::Date;
use crate::base::date::Every;
use crate::data::split::split_fields;
use crate::data::types::{Anchored, PersonName};
use crate::document::kinds::metadata::{
    Described, Metadata, Name, NamedPicture, PageStatus, ProseFields,
};

split_fields! {
    /// `content/guidelines/`: what you may do, where to take care, when to ask first.
    pub(crate) struct Guideline, GuidelineProse {
        /// The name of the guideline.
        prose required title: String, at most 200 = "Photos";
        /// One sentence, shown under the title and in lists.
        prose optional summary: String, at most 500 = "Phone photos are fine; ask the people in them.";
        /// Its place in the list: 1 comes first.
        optional order: u32 = "4";
        /// Who keeps it up to date; readers see the name and how to ask.
        optional owner: PersonName = "anna-bech";
        /// When somebody last checked that it is right.
        optional reviewed: Date = "2026-10-01";
        /// How often it must be checked.
        optional review_every: Every = "1y";
        /// Who to ask about it, in one line.
        prose optional questions: String = "Anna Bech, +45 00 00 44 11";
        /// Words that people may look for and that are not in the text. No page and no list uses them.
        #[expect(dead_code, reason = "no page shows it")]
        prose list keywords: String = "[camera, GPS]";
        /// A draft waits: readers do not see it until it is published.
        optional status: PageStatus = "draft";
        /// Old addresses of the page, which lead here.
        list aliases: Anchored<String>, at most 10 = "[guidelines/pictures]";
        /// Yes for a policy, which has a version and a first day.
        optional policy: bool = "yes";
        /// The version of a policy.
        optional version: String = "\"3\"";
        /// The day from which a policy holds.
        optional effective: Date = "2026-03-01";
        /// The version that a policy replaces.
        optional supersedes: String = "\"2\"";
    }
}

impl Metadata for Guideline {
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

impl ProseFields for GuidelineProse {
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
