//! The authors' reference: every field there is, as a page for people and as a JSON Schema for
//! their editors. Both come from the lines that declare the fields. And every code of a report, from
//! the table of codes.

mod codes;
mod layout;
mod page;
mod schema;

pub use codes::code_list;
pub use page::markdown;
pub(crate) use schema::json_schema;

use super::kinds::{Kind, Translation};
use crate::config::{Programme, SiteFile};
use crate::data::fields::FieldList;
use crate::data::{Field, Notation};

/// What has fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    Kind(Kind),
    Translation,
    Programme,
    Site,
}

impl From<Kind> for Subject {
    fn from(kind: Kind) -> Subject {
        Subject::Kind(kind)
    }
}

impl Subject {
    /// What employees write comes first, what few people need comes last.
    pub(crate) fn all() -> Vec<Subject> {
        let told = Kind::ALL.iter().filter(|kind| kind.is_submitted());
        let kept = Kind::ALL.iter().filter(|kind| !kind.is_submitted());
        let kinds = told.chain(kept).copied().map(Subject::Kind);
        kinds.chain([Subject::Translation, Subject::Programme, Subject::Site]).collect()
    }

    /// The word by which it is asked for: `story`, `site`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Subject::Kind(kind) => kind.word(),
            Subject::Translation => "translation",
            Subject::Programme => "programme",
            Subject::Site => "site",
        }
    }

    pub(crate) fn fields(self) -> &'static [Field] {
        match self {
            Subject::Kind(kind) => kind.fields(),
            Subject::Translation => Translation::FIELDS,
            Subject::Programme => Programme::FIELDS,
            Subject::Site => SiteFile::FIELDS,
        }
    }

    fn notation(self) -> Notation {
        match self {
            Subject::Kind(_) | Subject::Translation => Notation::Yaml,
            Subject::Programme | Subject::Site => Notation::Toml,
        }
    }

    /// Its heading, and how a sentence calls one of it.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Subject::Kind(Kind::Page) => ("Pages", "a page"),
            Subject::Kind(Kind::Guideline) => ("Guidelines", "a guideline"),
            Subject::Kind(Kind::Theme) => ("Themes", "a theme"),
            Subject::Kind(Kind::Faq) => ("Questions", "a question"),
            Subject::Kind(Kind::Story) => ("Stories", "a story"),
            Subject::Kind(Kind::Person) => ("People", "a person"),
            Subject::Kind(Kind::Opportunity) => ("Chances to speak", "an event"),
            Subject::Kind(Kind::Talk) => ("Talks", "a talk"),
            Subject::Translation => ("Translations", "a translation"),
            Subject::Programme => ("The programme", "the programme"),
            Subject::Site => ("The site", "the site"),
        }
    }

    /// Where such files lie, and what they are for.
    fn about(self) -> String {
        let what = match self {
            Subject::Kind(Kind::Page) => {
                return "Every other Markdown file of `content/`, and each `index.md` that opens \
                        a folder."
                    .to_owned();
            }
            Subject::Kind(Kind::Guideline) => {
                "What you may do, where to take care, when to ask first."
            }
            Subject::Kind(Kind::Theme) => {
                "What stories are about: questions that make one want to tell."
            }
            Subject::Kind(Kind::Faq) => "Fears, policy and practice, answered straight.",
            Subject::Kind(Kind::Story) => {
                "What somebody tells. A title, an author and the text are enough."
            }
            Subject::Kind(Kind::Person) => "A colleague, as far as they want to be seen.",
            Subject::Kind(Kind::Opportunity) => {
                "A conference, a meetup, a podcast, an evening at work."
            }
            Subject::Kind(Kind::Talk) => "A talk that somebody gave or could give.",
            Subject::Translation => {
                return "The same text in another language, in a file beside the original: \
                        `NAME.da.md` beside `NAME.md`. It repeats what is language. Dates, names \
                        and order stand in the original only."
                    .to_owned();
            }
            Subject::Programme => {
                return "What all of this is for, and who does what: `content/programme.toml`."
                    .to_owned();
            }
            Subject::Site => {
                return "What the site is called, speaks and looks like: `site.toml`.".to_owned();
            }
        };
        let folder = match self {
            Subject::Kind(kind) => kind.folder(),
            _ => "",
        };
        format!("{what} These files lie in `{folder}`.")
    }
}

#[cfg(test)]
mod tests;
