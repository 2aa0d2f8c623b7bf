//! The kinds of content, one file each: what they may say about themselves.

pub(crate) mod faq;
pub(crate) mod guideline;
pub(crate) mod opportunity;
pub(crate) mod page;
pub(crate) mod person;
pub(crate) mod story;
pub(crate) mod talk;
pub(crate) mod theme;
pub(crate) mod translation;

use std::ops::Range;

pub(crate) use faq::Faq;
pub(crate) use guideline::Guideline;
pub(crate) use opportunity::Opportunity;
pub(crate) use page::Page;
pub(crate) use person::Person;
pub(crate) use story::Story;
pub(crate) use talk::Talk;
pub(crate) use theme::Theme;
pub(crate) use translation::Translation;

use crate::base::SourcePath;
use crate::data::fields::{FieldList, read_tree};
use crate::data::{Field, Located, Reader, Tree};

/// What a document is, by its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Page,
    Guideline,
    Theme,
    Faq,
    Story,
    Person,
    Opportunity,
    Talk,
}

/// What a document says about itself.
#[derive(Clone, Debug)]
pub(crate) enum Meta {
    Page(Box<Page>),
    Guideline(Box<Guideline>),
    Theme(Box<Theme>),
    Faq(Box<Faq>),
    Story(Box<Story>),
    Person(Box<Person>),
    Opportunity(Box<Opportunity>),
    Talk(Box<Talk>),
    /// The same text in another language: what it does not say, the original says.
    Translation(Box<Translation>),
}

impl Kind {
    pub(crate) const ALL: &'static [Kind] = &[
        Kind::Page,
        Kind::Guideline,
        Kind::Theme,
        Kind::Faq,
        Kind::Story,
        Kind::Person,
        Kind::Opportunity,
        Kind::Talk,
    ];

    /// The kind of a file of `content/`, by its folder.
    pub(crate) fn of(path: &SourcePath) -> Kind {
        let inside = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        let folder = inside.split_once('/').map_or("", |(folder, _)| folder);
        // The page that opens a folder (`index.md`) is a page, whatever the folder holds.
        let opens =
            inside.matches('/').count() == 1 && path.file_name().split('.').next() == Some("index");
        match folder {
            _ if opens => Kind::Page,
            "guidelines" => Kind::Guideline,
            "themes" => Kind::Theme,
            "faq" => Kind::Faq,
            "stories" => Kind::Story,
            "people" => Kind::Person,
            "speaking" => Kind::Opportunity,
            "talks" => Kind::Talk,
            _ => Kind::Page,
        }
    }

    /// The name for people and for codes.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Kind::Page => "page",
            Kind::Guideline => "guideline",
            Kind::Theme => "theme",
            Kind::Faq => "faq",
            Kind::Story => "story",
            Kind::Person => "person",
            Kind::Opportunity => "opportunity",
            Kind::Talk => "talk",
        }
    }

    /// The folder of `content/` that holds it, as authors are told.
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Page => "content/",
            Kind::Guideline => "content/guidelines/",
            Kind::Theme => "content/themes/",
            Kind::Faq => "content/faq/",
            Kind::Story => "content/stories/",
            Kind::Person => "content/people/",
            Kind::Opportunity => "content/speaking/",
            Kind::Talk => "content/talks/",
        }
    }

    pub fn fields(self) -> &'static [Field] {
        match self {
            Kind::Page => Page::FIELDS,
            Kind::Guideline => Guideline::FIELDS,
            Kind::Theme => Theme::FIELDS,
            Kind::Faq => Faq::FIELDS,
            Kind::Story => Story::FIELDS,
            Kind::Person => Person::FIELDS,
            Kind::Opportunity => Opportunity::FIELDS,
            Kind::Talk => Talk::FIELDS,
        }
    }

    /// Employees write these: nothing in them is trusted, and no word is touched.
    pub(crate) fn is_submitted(self) -> bool {
        matches!(self, Kind::Story | Kind::Person | Kind::Talk)
    }

    pub(crate) fn read(self, tree: &Tree, whole: &Range<usize>, reader: &mut Reader<'_>) -> Meta {
        match self {
            Kind::Page => Meta::Page(Box::new(read_tree(tree, whole, reader))),
            Kind::Guideline => Meta::Guideline(Box::new(read_tree(tree, whole, reader))),
            Kind::Theme => Meta::Theme(Box::new(read_tree(tree, whole, reader))),
            Kind::Faq => Meta::Faq(Box::new(read_tree(tree, whole, reader))),
            Kind::Story => Meta::Story(Box::new(read_tree(tree, whole, reader))),
            Kind::Person => Meta::Person(Box::new(read_tree(tree, whole, reader))),
            Kind::Opportunity => Meta::Opportunity(Box::new(read_tree(tree, whole, reader))),
            Kind::Talk => Meta::Talk(Box::new(read_tree(tree, whole, reader))),
        }
    }
}

impl Meta {
    /// The title or name.
    pub(crate) fn title(&self) -> &str {
        match self {
            Meta::Page(page) => &page.title,
            Meta::Guideline(guideline) => &guideline.title,
            Meta::Theme(theme) => &theme.title,
            Meta::Faq(faq) => &faq.title,
            Meta::Story(story) => &story.title,
            Meta::Person(person) => &person.name,
            Meta::Opportunity(opportunity) => &opportunity.name,
            Meta::Talk(talk) => &talk.title,
            Meta::Translation(translation) => &translation.title,
        }
    }

    /// Addresses that lead to it.
    pub(crate) fn aliases(&self) -> &[Located<String>] {
        match self {
            Meta::Page(page) => &page.aliases,
            Meta::Guideline(guideline) => &guideline.aliases,
            Meta::Theme(theme) => &theme.aliases,
            Meta::Faq(faq) => &faq.aliases,
            Meta::Story(story) => &story.aliases,
            Meta::Person(person) => &person.aliases,
            Meta::Opportunity(opportunity) => &opportunity.aliases,
            Meta::Talk(talk) => &talk.aliases,
            Meta::Translation(_) => &[],
        }
    }
}
