//! The types that a field may have.

use std::collections::BTreeMap;
use std::ops::Range;

use super::answers::Said;
use super::languages::{self, english_name};
pub(crate) use super::names::{
    FileName, GoalName, OpportunityName, PageName, PersonName, RoleName, TeamName, ThemeName,
};
use super::reader::{shortened, with_gaps};
use super::word::{word, words};
use super::{FieldType, Node, Notation, Reader, Shape, Value, bounds, marks, translated};
use crate::base::character::cleaned;
use crate::base::date::{self, DateMistake, Deadline, Every, Zone};
use crate::base::{At, Code, Date, Diagnostic};

/// A value that remembers where it was written, for checks of the same file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) range: Range<usize>,
}

/// A value that remembers its place, for checks of the whole site.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Anchored<T> {
    pub(crate) value: T,
    pub(crate) at: At,
}

/// A text, or texts by language.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Localized {
    plain: Option<String>,
    by_language: BTreeMap<String, String>,
}

/// A code of one of the site's languages.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LanguageCode(pub(crate) String);

/// A month, as `2026-11`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Month(pub(crate) String);

impl Month {
    fn parse(text: &str) -> Result<Month, DateMistake> {
        let text = text.trim();
        match date::parse_date(&format!("{text}-01")) {
            Ok(_) if text.len() == 7 => Ok(Month(text.to_owned())),
            _ => Err(DateMistake {
                message: format!("“{}” is not a month", shortened(text)),
                suggestion: None,
            }),
        }
    }
}

impl Localized {
    /// The text in `language`, else in `fallback`, else any.
    pub(crate) fn get(&self, language: &str, fallback: &str) -> &str {
        self.entry(language, fallback).1
    }

    /// The same with its language; `None` is that of the file.
    pub(crate) fn entry(&self, language: &str, fallback: &str) -> (Option<&str>, &str) {
        let of = |(code, text)| (Some(String::as_str(code)), String::as_str(text));
        let in_language = |code| self.by_language.get_key_value(code).map(of);
        in_language(language)
            .or_else(|| self.plain.as_deref().map(|text| (None, text)))
            .or_else(|| in_language(fallback))
            .or_else(|| self.by_language.iter().next().map(of))
            .unwrap_or_default()
    }
}

impl Localized {
    /// The texts by language; none where there is one text without a language.
    pub(crate) fn by_language(&self) -> impl Iterator<Item = (&str, &str)> {
        self.by_language.iter().map(|(code, text)| (code.as_str(), text.as_str()))
    }

    /// The text in every language.
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
        self.plain.iter().chain(self.by_language.values()).map(String::as_str)
    }
}

impl From<&str> for Localized {
    fn from(text: &str) -> Localized {
        Localized { plain: Some(text.to_owned()), by_language: BTreeMap::new() }
    }
}

impl<T: FieldType> FieldType for Located<T> {
    const SHAPE: Shape = T::SHAPE;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Located { value: T::read(node, reader)?, range: node.range.clone() })
    }
}

impl<T: FieldType> FieldType for Anchored<T> {
    const SHAPE: Shape = T::SHAPE;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Anchored { value: T::read(node, reader)?, at: reader.anchor(node) })
    }
}

impl FieldType for String {
    const SHAPE: Shape = Shape::Text;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<String> {
        words(node, reader).map(|text| {
            marks::check(text.trim(), node, reader);
            with_gaps(text.trim(), node, reader)
        })
    }
}

impl FieldType for bool {
    const SHAPE: Shape = Shape::YesNo;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<bool> {
        let answer = match &node.value {
            Value::Scalar(text) => match text.trim().to_lowercase().as_str() {
                "yes" | "true" | "ja" => Some(true),
                "no" | "false" | "nej" | "nee" => Some(false),
                _ => None,
            },
            _ => None,
        };
        if answer.is_none() {
            let said = match &node.value {
                Value::Scalar(text) => Said::of(text),
                _ => None,
            };
            let word = |said: Said| match (reader.notation, said) {
                (Notation::Yaml, said) => said.word(),
                (Notation::Toml, Said::Yes) => "true",
                (Notation::Toml, Said::No) => "false",
            };
            let hint = match said {
                Some(said) => format!("Write {} in its place", word(said)),
                None => format!("Write {} or {} in its place", word(Said::Yes), word(Said::No)),
            };
            let diagnostic = reader.of_wrong_type(node, "yes or no").hint(hint);
            reader.report(diagnostic);
        }
        answer
    }
}

/// The day of a text, in the zone of the site if that is known.
fn day(text: &str, zone: Option<&Zone>) -> Result<Date, DateMistake> {
    let read = match zone {
        Some(zone) => date::parse_date_in(text, zone),
        None => date::parse_date(text),
    };
    read.map_err(|mistake| date::among_words(text, mistake))
}

/// Reads a scalar by a function of `base::date`.
macro_rules! dates {
    ($( $Type:ty, $Shape:ident, $parse:expr, $wanted:literal, $example:literal, $hint:literal; )*) => { $(
        impl FieldType for $Type {
            const SHAPE: Shape = Shape::$Shape;

            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                let parse: fn(&str, Option<&Zone>) -> Result<Self, DateMistake> = $parse;
                match parse(&word(node, $wanted, $example, reader)?, reader.zone) {
                    Ok(value) => Some(value),
                    Err(mistake) => {
                        not_a_date(node, mistake, $hint, reader);
                        None
                    }
                }
            }
        }
    )* };
}

dates! {
    Date, Date, day, "a date", "2026-11-21",
        "Write it as year-month-day, as in 2026-11-21";
    Deadline, Deadline, |text, _| date::parse_deadline(text), "a date", "2027-01-15T23:59",
        "Write 2027-01-15 (until that day ends), 2027-01-15T23:59 or 2027-01-15T23:59+01:00";
    Every, Every, |text, _| date::parse_every(text), "a span of time", "6m",
        "Write a number and d, w, m or y (days, weeks, months, years), as in 6m";
    Zone, Zone, |text, _| Zone::parse(text), "a time zone", "Europe/Copenhagen",
        "Write the continent and the city, as in Europe/Copenhagen; or AoE (anywhere on Earth)";
    Month, Text, |text, _| Month::parse(text), "a month", "2026-11", "Write it as year-month, as in 2026-11";
}

impl FieldType for LanguageCode {
    const SHAPE: Shape = Shape::Language;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<LanguageCode> {
        let code = word(node, "the code of a language", "da", reader)?.trim().to_owned();
        let known = reader.languages.iter().find(|known| known.eq_ignore_ascii_case(&code));
        if let Some(known) = known {
            return Some(LanguageCode(known.clone()));
        }
        // In which languages somebody teaches or speaks does not depend on those of the site.
        if reader.field == "languages" && english_name(&code).is_some() {
            return Some(LanguageCode(code));
        }
        let meant = languages::meant(&code, reader.languages);
        // A language of people is right even where the site has no buttons and labels in it.
        let with_region = meant.filter(|_| code.contains(['-', '_']));
        if let Some(name) = english_name(&code).filter(|_| with_region.is_none()) {
            let span = reader.source.span(node.range.clone());
            let message = format!(
                "{name} is not among the languages of this site, so readers see buttons and labels \
                 in another one"
            );
            let primary = code.split('-').next().unwrap_or(&code);
            let hint = match primary == code {
                true => format!(
                    "Add \"{code}\" to languages in site.toml, or leave it as it is{}",
                    languages::or_country(&code)
                ),
                false => format!(
                    "Write {primary} here and add \"{primary}\" to languages in site.toml, or leave \
                     it as it is"
                ),
            };
            reader.report(Diagnostic::new(Code::ForeignLanguage, span, message).hint(hint));
            return Some(LanguageCode(code));
        }
        let known = reader.languages.join(", ");
        let diagnostic = Diagnostic::new(
            Code::UnknownLanguage,
            reader.source.span(node.range.clone()),
            format!("This site has no language “{}”", shortened(&code)),
        );
        reader.report(diagnostic.hint(match meant {
            Some(meant) => format!("Write {meant} in place of “{}”", shortened(&code)),
            None if languages::is_mistaken(&code) => {
                let code = languages::code_of(&code).unwrap_or_default();
                let name = english_name(code).unwrap_or(code);
                format!("Write {code}: that is the code of {name}")
            }
            None => format!("Use one of {known}; or add the language to languages in site.toml"),
        }));
        None
    }
}

impl FieldType for Localized {
    const SHAPE: Shape = Shape::Localized;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Localized> {
        match &node.value {
            Value::Scalar(_) if reader.lacks_quotes(node, "text") || reader.is_empty_text(node) => {
                None
            }
            Value::Scalar(text) => {
                marks::check(cleaned(text).trim(), node, reader);
                let words = with_gaps(cleaned(text).trim(), node, reader);
                Some(Localized::from(words.as_str()))
            }
            Value::Map(entries) => {
                let mut by_language = BTreeMap::new();
                for entry in entries {
                    let key = Node {
                        value: Value::Scalar(entry.key.clone()),
                        range: entry.key_range.clone(),
                    };
                    let code = entry.key.trim();
                    let is_known =
                        reader.languages.iter().any(|known| known.eq_ignore_ascii_case(code));
                    if let Some(name) = english_name(code).filter(|_| !is_known) {
                        let span = reader.source.span(key.range.clone());
                        reader.report(languages::left_out(code, name, span));
                        continue;
                    }
                    if reader.notation == Notation::Toml && is_below_texts(code) {
                        reader.report(below_texts(&key, reader));
                        continue;
                    }
                    let language = LanguageCode::read(&key, reader);
                    let text = String::read(&entry.value, reader);
                    if let (Some(language), Some(text)) = (language, text) {
                        by_language.insert(language.0, text);
                    }
                }
                Some(Localized { plain: None, by_language })
            }
            _ => {
                reader.wrong_type(
                    node,
                    "text, or a group of texts by language",
                    "{ en = \"Workshop\" }",
                );
                None
            }
        }
    }
}

/// Whether a name is that of a field, which no language has.
fn is_below_texts(key: &str) -> bool {
    key.len() > 3 && languages::code_of(key).is_none() && translated::is_name_of_field(key)
}

/// What is said of a field below a table of texts, such as `contact = "…"` at the end of a file whose last
/// table is `[handbook.name]`.
fn below_texts(key: &Node, reader: &Reader<'_>) -> Diagnostic {
    let text = &reader.source.text;
    let line = text[..key.range.start].lines().rev().find(|line| line.trim().starts_with('['));
    let above = line.map_or("[…]", str::trim);
    let written = text.get(key.range.clone()).unwrap_or_default();
    let message = format!(
        "“{}” stands below {above}, where each line is a text in one language",
        shortened(written)
    );
    Diagnostic::new(Code::UnknownLanguage, reader.source.span(key.range.clone()), message).hint(
        "Put this line below the [ ] to which it belongs; or above the first line that begins with [, if \
         it belongs to none",
    )
}

impl<T: FieldType> FieldType for BTreeMap<String, T> {
    const SHAPE: Shape = Shape::Table(&T::SHAPE);

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            let example = reader.example_or("{ brand = \"#a8321c\" }");
            reader.wrong_type(node, "a group of fields", example);
            return None;
        };
        let length = bounds::characters(&T::SHAPE);
        let mut read = BTreeMap::new();
        for entry in bounds::bounded(reader.field, entries, bounds::ENTRIES, |it| &it.value, reader)
        {
            if bounds::fits(&entry.key, &entry.value, length, reader)
                && let Some(value) = T::read(&entry.value, reader)
            {
                read.insert(entry.key.clone(), value);
            }
        }
        Some(read)
    }
}

impl<T: FieldType> FieldType for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.value {
            Value::List(items) => {
                let items =
                    bounds::bounded(reader.field, items, bounds::ENTRIES, |item| item, reader);
                Some(items.iter().filter_map(|item| T::read(item, reader)).collect())
            }
            _ => T::read(node, reader).map(|single| vec![single]),
        }
    }
}

fn not_a_date(node: &Node, mistake: DateMistake, hint: &str, reader: &mut Reader<'_>) {
    let span = reader.source.span(node.range.clone());
    let diagnostic = Diagnostic::new(Code::BadDate, span, mistake.message);
    reader.report(match mistake.suggestion {
        Some(suggestion) => diagnostic.hint(format!("Did you mean {suggestion}?")),
        None => diagnostic.hint(hint),
    });
}
