//! All that depends on a language: texts, dates, the order of words, addresses.

pub(crate) mod collation;
pub(crate) mod dates;
pub(crate) mod numbers;
pub(crate) mod slug;
pub(crate) mod texts;

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use icu_locale_core::LanguageIdentifier;

pub(crate) use collation::Collation;
pub(crate) use dates::Dates;
pub(crate) use numbers::Numbers;
pub(crate) use texts::{Arg, Texts};

/// The languages that the program brings its texts in; the first one has them all.
pub(crate) const SHIPPED: [&str; 3] = ["en", "da", "nl"];

/// A language by its BCP-47 code, in canonical writing: `da`, `nl-BE`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Language(Arc<str>);

/// How one language writes and orders things; made once, shared by all threads.
#[derive(Debug)]
pub(crate) struct Locale {
    pub(crate) dates: Dates,
    pub(crate) numbers: Numbers,
    pub(crate) collation: Collation,
}

/// The languages of a site, the default first.
#[derive(Debug)]
pub(crate) struct Languages {
    default: Language,
    others: Vec<Language>,
    locales: BTreeMap<Language, Locale>,
}

impl Language {
    /// `None` if it is not a language code.
    pub(crate) fn parse(code: &str) -> Option<Language> {
        let id = LanguageIdentifier::try_from_str(code).ok()?;
        (!id.language.is_unknown()).then(|| Language(id.to_string().into()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone: `nl` of `nl-BE`.
    pub(crate) fn primary(&self) -> &str {
        self.0.split_once('-').map_or(&self.0, |(primary, _)| primary)
    }

    fn id(&self) -> LanguageIdentifier {
        LanguageIdentifier::try_from_str(&self.0).unwrap_or(LanguageIdentifier::UNKNOWN)
    }
}

impl Locale {
    pub(crate) fn new(language: &Language) -> Locale {
        Locale {
            dates: Dates::new(language),
            numbers: Numbers::new(language),
            collation: Collation::new(language),
        }
    }
}

impl Languages {
    /// Languages that are named twice count once.
    pub(crate) fn new(default: Language, all: impl IntoIterator<Item = Language>) -> Languages {
        let mut others: Vec<Language> = Vec::new();
        for language in all {
            if language != default && !others.contains(&language) {
                others.push(language);
            }
        }
        let each = std::iter::once(&default).chain(&others);
        let locales = each.map(|language| (language.clone(), Locale::new(language))).collect();
        Languages { default, others, locales }
    }

    pub(crate) fn default(&self) -> &Language {
        &self.default
    }

    /// The default first, the others as they were named.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Language> {
        std::iter::once(&self.default).chain(&self.others)
    }

    /// The language's own, or the default's if the site does not have that language.
    pub(crate) fn locale(&self, language: &Language) -> &Locale {
        let own = self.locales.get(language).or_else(|| self.locales.get(&self.default));
        own.expect("the default language has a locale")
    }
}

impl Borrow<str> for Language {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
pub(crate) fn language(code: &str) -> Language {
    Language::parse(code).expect("a code of a test")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_written_one_way() {
        for (code, canonical) in [("DA", "da"), ("nl-be", "nl-BE"), ("en-gb", "en-GB")] {
            assert_eq!(language(code).as_str(), canonical);
        }
        for code in ["", "danish language", "x", "da/../en", "und", "da\n"] {
            assert_eq!(Language::parse(code), None, "{code:?}");
        }
        assert_eq!(language("nl-BE").primary(), "nl");
    }

    #[test]
    fn any_language_has_a_locale() {
        let codes = ["en", "da", "tlh", "zh-Hant-TW", "ar", "da", "fa"].map(language);
        let languages = Languages::new(language("da"), codes);
        let all: Vec<&str> = languages.all().map(Language::as_str).collect();
        assert_eq!(all, ["da", "en", "tlh", "zh-Hant-TW", "ar", "fa"]);
        let of = |code: &str| std::ptr::from_ref(languages.locale(&language(code)));
        assert!(std::ptr::eq(of("fi"), of("da")));
    }

    #[test]
    fn all_of_it_is_shared_by_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Languages>();
        shared::<Texts>();
    }
}
