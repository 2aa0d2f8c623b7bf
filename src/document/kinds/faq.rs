//! A question that somebody asked, with its answer.

use crate::base::Date;
use crate::data::fields::choices;
use crate::data::split::split_fields;
use crate::data::types::{Anchored, PageName, PersonName};
use crate::document::kinds::metadata::{
    Described, Metadata, Name, NamedPicture, PageStatus, ProseFields,
};

split_fields! {
    /// `content/faq/`: fears, policy and practice, answered straight.
    pub(crate) struct Faq, FaqProse {
        /// The question, as a person would ask it.
        prose required title: String, at most 200 = "What if I say something wrong?";
        /// What kind of question it is.
        required about: About = "fear";
        /// Who gave the answer.
        optional answered_by: PersonName = "anna-bech";
        /// How else people ask it. Nobody sees these, but the filter of the list finds them.
        prose list also_asked: String, at most 8 = "[can I get fired for a post]";
        /// When it was answered. A letter to colleagues tells what was answered in the days it covers.
        optional answered: Date = "2026-11-20";
        /// How often it has been asked.
        optional asked: u32 = "12";
        /// Other pages of this site that help.
        list related: PageName, at most 20 = "[faq/bad-spelling]";
        /// Its place among questions that were asked as often: 1 comes first.
        optional order: u32 = "1";
        /// Words that people may look for and that are not in the text: the filter of the questions finds them.
        prose list keywords: String = "[mistake, trouble]";
        /// A draft waits: readers do not see it until it is published.
        optional status: PageStatus = "draft";
        /// Old addresses, which lead here.
        list aliases: Anchored<String>, at most 10 = "[faq/mistakes]";
    }
}

impl Metadata for Faq {
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
        None
    }

    fn is_draft(&self) -> bool {
        self.status == Some(PageStatus::Draft)
    }

    fn aliases(&self) -> &[Anchored<String>] {
        &self.aliases
    }

    fn visit_names(&self, visit: &mut dyn FnMut(Name<'_>)) {
        self.answered_by.iter().for_each(|person| visit(Name::Person(person)));
        self.related.iter().for_each(|page| visit(Name::Page(page)));
    }

    fn visit_files(&self, _: &mut dyn FnMut(NamedPicture<'_>)) {}
}

impl ProseFields for FaqProse {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn summary(&self) -> Option<&str> {
        None
    }

    fn described(&self) -> Vec<Described> {
        vec![]
    }
}

choices! {
    /// What a question is about.
    pub(crate) enum About {
        Fear = "fear",
        Policy = "policy",
        Practical = "practical",
    }
}
