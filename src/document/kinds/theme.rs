//! What stories are about.

use crate::base::Date;
use crate::data::fields::choices;
use crate::data::split::split_fields;
use crate::data::types::{Anchored, FileName};
use crate::document::kinds::metadata::{
    Described, Metadata, Name, NamedPicture, PageStatus, ProseFields, Shows,
};

split_fields! {
    /// `content/themes/`: questions that make one want to tell.
    pub(crate) struct Theme, ThemeProse {
        /// The name of the theme.
        prose required title: String, at most 200 = "The night shift";
        /// One sentence for lists.
        prose optional summary: String, at most 500 = "What happens while the town sleeps.";
        /// Who would like to read such stories.
        prose optional for_whom: String = "Everybody who sleeps at night";
        /// What it lets others see of the work.
        optional lens: Lens = "everyday";
        /// Questions that start a story.
        prose list prompts: String, at most 30 = "[What did you hear before you saw it?]";
        /// The first day of its season.
        optional from: Date = "2026-09-01";
        /// The last day of its season.
        optional until: Date = "2027-02-28";
        /// A picture beside this file.
        optional image: FileName = "night.jpg";
        /// What the picture shows, for people who cannot see it.
        prose optional image_alt: String, at most 1000 = "The deck at night";
        /// Its place among the themes: 1 comes first.
        optional order: u32 = "1";
        /// A draft waits: readers do not see it until it is published.
        optional status: PageStatus = "draft";
        /// Old addresses, which lead here.
        list aliases: Anchored<String>, at most 10 = "[themes/nights]";
    }
}

impl Metadata for Theme {
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

    fn visit_names(&self, _: &mut dyn FnMut(Name<'_>)) {}

    fn visit_files(&self, visit: &mut dyn FnMut(NamedPicture<'_>)) {
        if let Some(file) = &self.image {
            visit(NamedPicture { file, shows: Shows::Scene });
        }
    }
}

impl ProseFields for ThemeProse {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn summary(&self) -> Option<&str> {
        self.summary.as_deref()
    }

    fn described(&self) -> Vec<Described> {
        vec![Described { field: "image_alt", words: self.image_alt.clone() }]
    }
}

choices! {
    /// The side of working life that a theme shows.
    pub(crate) enum Lens {
        Everyday = "everyday",
        Craft = "craft",
        Culture = "culture",
        Customer = "customer",
    }
}
