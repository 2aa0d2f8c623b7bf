//! The authors' reference: every field, as a page for people and as a JSON Schema for their
//! editors, both made from the declarations of the fields; and every code of a report, made from
//! the table of codes.

mod cms;
mod codes;
mod layout;
mod page;
mod schema;

pub(crate) use cms::{
    CmsSite, EditorWords, LANGUAGES as CMS_LANGUAGES, Named, Place, config as cms_config, unkept,
};
pub use codes::code_list;
pub use page::markdown;
pub(crate) use schema::json_schema;

use super::kinds::{Kind, Translation};
use crate::config::quarter::QuarterFile;
use crate::config::thanks::ThanksFile;
use crate::config::{BrandStops, Jobs, Programme, SiteFile};
use crate::data::fields::FieldList;
use crate::data::split::Split;
use crate::data::{Field, Notation};

/// Something that has fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    Kind(Kind),
    Translation,
    Programme,
    Quarter,
    BrandStops,
    Jobs,
    Thanks,
    Site,
}

impl From<Kind> for Subject {
    fn from(kind: Kind) -> Subject {
        Subject::Kind(kind)
    }
}

impl Subject {
    /// What employees write is first, and what few people need is last.
    pub(crate) fn all() -> Vec<Subject> {
        let described = Kind::ALL.iter().filter(|kind| kind.is_submitted());
        let kept = Kind::ALL.iter().filter(|kind| !kind.is_submitted());
        let kinds = described.chain(kept).copied().map(Subject::Kind);
        let rest = [
            Subject::Translation,
            Subject::Programme,
            Subject::Quarter,
            Subject::BrandStops,
            Subject::Jobs,
            Subject::Thanks,
            Subject::Site,
        ];
        kinds.chain(rest).collect()
    }

    /// The word that people use to ask for it: `story`, `site`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Subject::Kind(kind) => kind.word(),
            Subject::Translation => "translation",
            Subject::Programme => "programme",
            Subject::Quarter => "quarter",
            Subject::BrandStops => "brand-stops",
            Subject::Jobs => "jobs",
            Subject::Thanks => "thanks",
            Subject::Site => "site",
        }
    }

    pub(crate) fn fields(self) -> &'static [Field] {
        match self {
            Subject::Kind(kind) => kind.fields(),
            Subject::Translation => Split::<Translation>::FIELDS,
            Subject::Programme => Programme::FIELDS,
            Subject::Quarter => QuarterFile::FIELDS,
            Subject::BrandStops => BrandStops::FIELDS,
            Subject::Jobs => Jobs::FIELDS,
            Subject::Thanks => ThanksFile::FIELDS,
            Subject::Site => SiteFile::FIELDS,
        }
    }

    fn notation(self) -> Notation {
        match self {
            Subject::Kind(_) | Subject::Translation => Notation::Yaml,
            Subject::Programme
            | Subject::Quarter
            | Subject::BrandStops
            | Subject::Jobs
            | Subject::Thanks
            | Subject::Site => Notation::Toml,
        }
    }

    /// What such files are, in a word or two.
    pub(crate) fn heading(self) -> &'static str {
        self.names().0
    }

    /// Its heading, and the phrase for one of it in a sentence.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Subject::Kind(kind) => (kind.row().heading, kind.row().one),
            Subject::Translation => ("Translations", "a translation"),
            Subject::Programme => ("The programme", "the programme"),
            Subject::Quarter => ("The figures of a quarter", "a quarter"),
            Subject::BrandStops => ("Stepping in", "this file"),
            Subject::Jobs => ("Open jobs", "this file"),
            Subject::Thanks => ("Thanks", "this file"),
            Subject::Site => ("The site", "the site"),
        }
    }

    /// Where such files are, and their purpose.
    fn about(self) -> String {
        match self {
            Subject::Kind(Kind::Page) => Kind::Page.row().about.to_owned(),
            Subject::Kind(kind) => {
                format!("{} These files are in `{}`.", kind.row().about, kind.folder())
            }
            Subject::Translation => {
                "The same page in another language, in a file beside the original: `NAME.da.md` \
                 beside `NAME.md`. It repeats only the fields that contain words; dates, names and \
                 order are in the original."
                    .to_owned()
            }
            Subject::Programme => {
                "What the programme is for, and who does what: `content/programme.toml`.".to_owned()
            }
            Subject::Quarter => {
                "What a quarter is evaluated by: `content/metrics/2026-Q4.toml`. Its measures may be in \
                 a table of a spreadsheet beside it, `2026-Q4.csv`, with the fields of a measure as \
                 columns."
                    .to_owned()
            }
            Subject::BrandStops => {
                "Each time that somebody stepped in for the sake of the company: \
                 `content/brand-stops.toml`. The page of the programme counts them."
                    .to_owned()
            }
            Subject::Jobs => {
                "The jobs that are open: `content/jobs.toml`. The stories of a team show its jobs at \
                 their end, until the last day to apply."
                    .to_owned()
            }
            Subject::Thanks => {
                "Which stories are still to be thanked for, and how: `thanks.toml` beside `site.toml`. \
                 `storywall thanks` reads it. It is private: nothing of it is published, and \
                 `.gitignore` lists it."
                    .to_owned()
            }
            Subject::Site => "The name, languages and colours of the site: `site.toml`.".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
