//! The texts of buttons, labels and notices, from Fluent files: `key = text`, with plural forms.

mod entries;
mod flaws;
mod syntax;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};

use super::{Language, SHIPPED};
use crate::base::character::is_refused;
use crate::base::{Code, Diagnostic, Source, Span};
use crate::data::broken_letters;
use entries::File;

/// All texts in all languages; later files override earlier ones text by text.
pub(crate) struct Texts {
    default: Language,
    tongues: BTreeMap<Language, Tongue>,
}

/// What a text's placeholder is filled with; a number also chooses the plural form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arg<'a> {
    Text(&'a str),
    Number(i64),
}

/// One language's texts.
struct Tongue {
    bundle: FluentBundle<FluentResource>,
    /// Every text formatted without arguments; most have none.
    plain: BTreeMap<String, Arc<str>>,
    places: BTreeMap<String, Span>,
}

impl Texts {
    /// Reads the files in order: what the program brings first, then a company's own.
    pub(crate) fn new(
        default: &Language,
        files: &[(Language, Source)],
    ) -> (Texts, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut tongues: BTreeMap<Language, Tongue> = BTreeMap::new();
        let mut read: Vec<File> = Vec::new();
        for (language, source) in files {
            diagnostics.extend(broken_letters::check(source, 0..source.text.len()));
            let resource = entries::resource(source, &mut diagnostics);
            let file = File::new(language, source, &resource);
            let tongue = tongues.entry(language.clone()).or_insert_with(|| Tongue::new(language));
            for entry in file.entries.iter().filter(|entry| !entry.is_term) {
                tongue.places.insert(entry.name.clone(), source.span(entry.range.clone()));
            }
            tongue.bundle.add_resource_overriding(resource);
            read.push(file);
        }
        for tongue in tongues.values_mut() {
            tongue.fill(&mut diagnostics);
        }
        diagnostics.extend(flaws::of(&read));
        diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        (Texts { default: default.clone(), tongues }, diagnostics)
    }

    /// A text without arguments: in that language, else in the site's default, else in English,
    /// else the key itself.
    pub(crate) fn get(&self, language: &Language, key: &str) -> Arc<str> {
        let text = self.chain(language).find_map(|tongue| tongue.plain.get(key));
        text.cloned().unwrap_or_else(|| key.into())
    }

    /// The result of `get` for every key.
    pub(crate) fn shown(&self, language: &Language) -> BTreeMap<&str, &str> {
        let mut shown = BTreeMap::new();
        for (key, text) in self.chain(language).flat_map(|tongue| &tongue.plain) {
            shown.entry(key.as_str()).or_insert(&**text);
        }
        shown
    }

    /// A text with its placeholders filled; falls back as `get` does.
    pub(crate) fn format(&self, language: &Language, key: &str, args: &[(&str, Arg)]) -> String {
        let values: FluentArgs = args.iter().map(|(name, arg)| (*name, arg.value())).collect();
        let text = self.chain(language).find_map(|tongue| tongue.format(key, &values));
        text.unwrap_or_else(|| key.to_owned())
    }

    /// The texts that are there in English and not in a language, and how many there are in English.
    pub(crate) fn lacking(&self, language: &Language) -> (Vec<&str>, usize) {
        let Some(english) = self.tongues.get(SHIPPED[0]) else { return (vec![], 0) };
        let is_there =
            |key: &&String| self.own(language).any(|tongue| tongue.plain.contains_key(*key));
        let lacking = english.plain.keys().filter(|key| !is_there(key)).map(String::as_str);
        (lacking.collect(), english.plain.len())
    }

    /// The languages that have a file.
    pub(crate) fn languages(&self) -> impl Iterator<Item = &Language> {
        self.tongues.keys()
    }

    fn chain(&self, language: &Language) -> impl Iterator<Item = &Tongue> {
        let english = self.tongues.get(SHIPPED[0]);
        self.own(language).chain(self.own(&self.default)).chain(english)
    }

    /// The language's texts, then those of the language without its country.
    fn own(&self, language: &Language) -> impl Iterator<Item = &Tongue> {
        let primary = self.tongues.get(language.primary());
        self.tongues.get(language).into_iter().chain(primary)
    }
}

impl Tongue {
    fn new(language: &Language) -> Tongue {
        let id = language.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.add_builtins().expect("a new bundle has no function of that name");
        Tongue { bundle, plain: BTreeMap::new(), places: BTreeMap::new() }
    }

    fn fill(&mut self, diagnostics: &mut Vec<Diagnostic>) {
        for (key, span) in &self.places {
            let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value())
            else {
                continue;
            };
            let mut errors = Vec::new();
            let text = self.bundle.format_pattern(pattern, None, &mut errors).into_owned();
            if errors.iter().any(is_endless) {
                let message = format!("The text “{key}” contains itself, or is too long");
                diagnostics.push(
                    Diagnostic::new(Code::TextCycle, span.clone(), message)
                        .hint("Remove the mention that leads back to this text, or shorten it"),
                );
            }
            // Such characters are invisible, and mark holes in the parts that pages share.
            if text.contains(is_refused) {
                let message = format!("The text “{key}” contains an invisible character");
                diagnostics.push(
                    Diagnostic::new(Code::ControlCharacter, span.clone(), message)
                        .hint("Delete it: it was probably pasted along with the text"),
                );
            }
            self.plain.insert(key.clone(), text.into());
        }
    }

    fn format(&self, key: &str, values: &FluentArgs) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let text = self.bundle.format_pattern(pattern, Some(values), &mut Vec::new());
        Some(text.into_owned())
    }
}

fn is_endless(error: &FluentError) -> bool {
    use ResolverError::{Cyclic, TooManyPlaceables};
    matches!(error, FluentError::ResolverError(Cyclic | TooManyPlaceables))
}

impl<'a> Arg<'a> {
    fn value(self) -> FluentValue<'a> {
        match self {
            Arg::Text(text) => FluentValue::from(text),
            Arg::Number(number) => FluentValue::from(number),
        }
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").field("languages", &self.tongues.keys()).finish()
    }
}

#[cfg(test)]
mod tests;
