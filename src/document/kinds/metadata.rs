//! What every kind is asked for, whatever its fields. No function has a default: a kind that does
//! not answer does not compile.

use crate::base::Date;
use crate::data::types::{
    FileName, GoalName, Located, OpportunityName, PageName, PersonName, RoleName, TeamName,
    ThemeName,
};

/// The fields of a text, as the site, the checks and the views ask for them without knowing its kind.
pub(crate) trait Metadata {
    /// The title or name.
    fn title(&self) -> &str;

    /// The sentence for lists.
    fn summary(&self) -> Option<&str>;

    /// Its place among its neighbours.
    fn order(&self) -> Option<u32>;

    /// The language of its text, where a field says it.
    fn language(&self) -> Option<&str>;

    /// When somebody last found it true.
    fn reviewed(&self) -> Option<Date>;

    /// Addresses that lead to it.
    fn aliases(&self) -> &[Located<String>];

    /// The fields that readers read, and nobody else: no address, no order and no check depends on
    /// them, so that an edit of them leaves the site as it is. `outcome.note` is a field of a group.
    fn prose(&self) -> &'static [&'static str];

    /// Shows every name of another thing that stands in its fields, in the order in which mistakes
    /// are told.
    fn visit_names(&self, visit: &mut dyn FnMut(Name<'_>));

    /// Shows every picture that its fields name.
    fn visit_files(&self, visit: &mut dyn FnMut(NamedPicture<'_>));
}

/// The name of another thing in a field.
pub(crate) enum Name<'a> {
    Person(&'a PersonName),
    Theme(&'a ThemeName),
    Team(&'a TeamName),
    Place(&'a Located<String>),
    Goal(&'a GoalName),
    Role(&'a RoleName),
    Opportunity(&'a OpportunityName),
    Page(&'a PageName),
}

/// A picture that a field names.
pub(crate) struct NamedPicture<'a> {
    pub(crate) file: &'a FileName,
    pub(crate) described: Described<'a>,
}

/// What a picture of a field says to those who cannot see it.
pub(crate) enum Described<'a> {
    /// This field says what it shows; it may be large.
    By(&'static str, Option<&'a str>),
    /// It is a portrait, which is small, and the person's name says what it shows.
    ByName,
}
