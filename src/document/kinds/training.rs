//! A short training for those who want to tell, photograph or speak.

use crate::base::Date;
use crate::config::TimeOfDay;
use crate::data::fields::{choices, fields};
use crate::data::split::split_fields;
use crate::data::types::{Anchored, LanguageCode, PersonName};
use crate::data::{Localized, WebAddress};
use crate::document::kinds::metadata::{
    Described, Metadata, Name, NamedPicture, PageStatus, ProseFields,
};

split_fields! {
    /// `content/training/`: what one can learn in an hour, and from whom.
    pub(crate) struct Training, TrainingProse {
        /// The title.
        prose required title: String, at most 200 = "A story in ten minutes";
        /// Its length.
        required minutes: u32 = "45";
        /// One sentence, shown under the title and in lists.
        prose optional summary: String, at most 500 = "You come with nothing and leave with a story.";
        /// Whether one learns together, from afar or alone.
        optional format: Format = "together";
        /// The languages it is given in.
        list languages: LanguageCode, at most 40 = "[en]";
        /// The colleague who gives it.
        optional given_by: PersonName = "anna-bech";
        /// Where one signs up, or begins.
        optional link: WebAddress = "https://learn.sundbro.example/story";
        /// When it is given next. A day that is over is shown nowhere.
        list dates: TrainingDate, at most 100 = "[{on: 2026-12-10, time: 13:00, place: Esbjerg}]";
        /// Its place among the trainings: 1 comes first.
        optional order: u32 = "1";
        /// A draft waits: readers do not see it until it is published.
        optional status: PageStatus = "draft";
        /// Old addresses, which lead here.
        list aliases: Anchored<String>, at most 30 = "[training/stories]";
    }
}

impl Metadata for Training {
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
        self.given_by.iter().for_each(|person| visit(Name::Person(person)));
    }

    fn visit_files(&self, _: &mut dyn FnMut(NamedPicture<'_>)) {}
}

impl ProseFields for TrainingProse {
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

fields! {
    /// A day on which a training is given.
    #[derive(PartialEq)]
    pub(crate) struct TrainingDate {
        /// The day.
        required on: Date = "2026-12-10";
        /// The hour at which it begins.
        optional time: TimeOfDay = "13:00";
        /// Where it is, or how one takes part from afar.
        optional place: Localized, at most 200 = "In the workshop in Esbjerg";
        /// Whether there is no room left.
        optional full: bool = "no";
    }
}

choices! {
    /// How one takes part.
    pub(crate) enum Format {
        Together = "together",
        Online = "online",
        Alone = "alone",
    }
}
