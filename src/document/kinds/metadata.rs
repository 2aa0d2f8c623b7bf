//! What every kind is asked for, whatever its fields. No function has a default: a kind that does
//! not answer does not compile.

use crate::base::Date;
use crate::data::Anchored;
use crate::data::fields::choices;
use crate::data::types::{
    FileName, GoalName, OpportunityName, PageName, PersonName, RoleName, TeamName, ThemeName,
};

/// The facts of a text, as the site, the checks and the views ask for them without knowing its kind.
pub(crate) trait Metadata {
    /// Its name or title, where what is said of other files names it.
    fn name(&self) -> Option<&str>;

    /// Its place among its neighbours.
    fn order(&self) -> Option<u32>;

    /// The language of its text, where a field says it.
    fn language(&self) -> Option<&str>;

    /// When somebody last found it true.
    fn reviewed(&self) -> Option<Date>;

    /// Whether it says of itself that readers must not see it yet.
    fn is_draft(&self) -> bool;

    /// Addresses that lead to it.
    fn aliases(&self) -> &[Anchored<String>];

    /// Shows every name of another thing that stands in its fields, in the order in which mistakes
    /// are told.
    fn visit_names(&self, visit: &mut dyn FnMut(Name<'_>));

    /// Shows every picture that its fields name.
    fn visit_files(&self, visit: &mut dyn FnMut(NamedPicture<'_>));
}

/// The prose of a text's fields, as parsing and the views ask for it without knowing its kind.
pub(crate) trait ProseFields {
    /// The title; `None` where it is a fact (`Metadata::name`).
    fn title(&self) -> Option<&str>;

    /// The sentence for lists.
    fn summary(&self) -> Option<&str>;

    /// What the pictures of scenes show that its facts name, in the order in which
    /// `Metadata::visit_files` shows them.
    fn described(&self) -> Vec<Described>;
}

/// The name of another thing in a field.
pub(crate) enum Name<'a> {
    Person(&'a PersonName),
    Theme(&'a ThemeName),
    Team(&'a TeamName),
    Place(&'a Anchored<String>),
    Goal(&'a GoalName),
    Role(&'a RoleName),
    Opportunity(&'a OpportunityName),
    Page(&'a PageName),
}

/// A picture that a field names.
pub(crate) struct NamedPicture<'a> {
    pub(crate) file: &'a FileName,
    pub(crate) shows: Shows,
}

/// What a picture of a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shows {
    /// Something that words describe; it may be large.
    Scene,
    /// A person, whose name says what it shows; it is small.
    Portrait,
}

/// What a picture says to those who cannot see it.
pub(crate) struct Described {
    /// The field in which that stands.
    pub(crate) field: &'static str,
    pub(crate) words: Option<String>,
}

choices! {
    /// Where a text of the handbook stands.
    pub(crate) enum PageStatus {
        Published = "published",
        Draft = "draft",
    }
}
