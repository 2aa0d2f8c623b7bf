//! What stories are about.

use crate::base::Date;
use crate::data::fields::{choices, fields};
use crate::data::types::{FileName, Located};
use crate::document::kinds::metadata::{Described, Metadata, Name, NamedPicture};

fields! {
    /// `content/themes/`: questions that make one want to tell.
    pub(crate) struct Theme {
        /// The name of the theme.
        required title: String, at most 200 = "The night shift";
        /// One sentence for lists.
        optional summary: String, at most 500 = "What happens while the town sleeps.";
        /// Who would like to read such stories.
        optional for_whom: String = "Everybody who sleeps at night";
        /// What it lets others see of the work.
        optional lens: Lens = "everyday";
        /// Questions that start a story.
        list prompts: String, at most 30 = "[What did you hear before you saw it?]";
        /// The first day of its season.
        optional from: Date = "2026-09-01";
        /// The last day of its season.
        optional until: Date = "2027-02-28";
        /// A picture beside this file.
        optional image: FileName = "night.jpg";
        /// What the picture shows, for who cannot see it.
        optional image_alt: String, at most 1000 = "The deck at night";
        /// Its place among the themes: 1 comes first.
        optional order: u32 = "1";
        /// Addresses that lead here.
        list aliases: Located<String>, at most 10 = "[themes/nights]";
    }
}

impl Metadata for Theme {
    fn title(&self) -> &str {
        &self.title
    }

    fn summary(&self) -> Option<&str> {
        self.summary.as_deref()
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

    fn aliases(&self) -> &[Located<String>] {
        &self.aliases
    }

    fn prose(&self) -> &'static [&'static str] {
        &["title", "summary", "for_whom", "prompts"]
    }

    fn visit_names(&self, _: &mut dyn FnMut(Name<'_>)) {}

    fn visit_files(&self, visit: &mut dyn FnMut(NamedPicture<'_>)) {
        if let Some(file) = &self.image {
            let described = Described::By("image_alt", self.image_alt.as_deref());
            visit(NamedPicture { file, described });
        }
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
