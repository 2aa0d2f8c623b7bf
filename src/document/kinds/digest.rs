//! A letter to colleagues: what was told lately, by whoever writes it.

use crate::base::Date;
use crate::data::split::split_fields;
use crate::data::types::{Anchored, PageName, PersonName};
use crate::document::kinds::metadata::{
    Described, Metadata, Name, NamedPicture, PageStatus, ProseFields,
};

split_fields! {
    /// `content/digests/`: what was told between two days. The text is its introduction; the rest is taken from the site.
    pub(crate) struct Digest, DigestProse {
        /// The subject of the email: best a headline of one of its stories.
        prose required title: String, at most 200 = "The fuse that only blew on Thursdays";
        /// The first day that it covers.
        required since: Date = "2026-11-14";
        /// The day on which it is sent, the last one that it covers.
        required date: Date = "2026-11-27";
        /// Who writes it, and gets the answers.
        optional by: PersonName = "mariam-lund";
        /// What email programs show behind the subject, and the list of letters under the title.
        prose optional summary: String, at most 200 = "A boat on a wet window, and seven days to say yes.";
        /// The story that stands first, also an earlier one; the newest one if left out.
        optional first: PageName = "stories/2026/pump-four";
        /// Why that one stands first, by whoever chose it.
        prose optional why: String, at most 500 = "Because a mechanic says sorry to a cook.";
        /// What it ends with: best a question.
        prose optional ending: String, at most 300 = "What did somebody say over the coffee?";
        /// A draft waits: readers do not see it until it is published.
        optional status: PageStatus = "draft";
        /// Old addresses, which lead here.
        list aliases: Anchored<String>, at most 10 = "[digests/november]";
    }
}

impl Metadata for Digest {
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
        self.status == Some(PageStatus::Draft)
    }

    fn aliases(&self) -> &[Anchored<String>] {
        &self.aliases
    }

    fn visit_names(&self, visit: &mut dyn FnMut(Name<'_>)) {
        self.by.iter().for_each(|person| visit(Name::Person(person)));
        self.first.iter().for_each(|story| visit(Name::Page(story)));
    }

    fn visit_files(&self, _: &mut dyn FnMut(NamedPicture<'_>)) {}
}

impl ProseFields for DigestProse {
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
