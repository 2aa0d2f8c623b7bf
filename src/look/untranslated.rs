//! Languages of the site in which the look has no texts, or not all of them.

use std::collections::BTreeMap;

use crate::base::{Code, Diagnostic, Span};
use crate::config::Config;
use crate::data::languages::{is_mistaken, or_country};
use crate::language::{Language, Languages, Texts};

/// Texts that are named where some are missing.
const NAMED: usize = 12;
/// Where all texts can be seen.
const SOURCE: &str = "en.ftl, which is in the source of Storywall, in themes/default/texts";

/// A warning for each language of the site that lacks texts: `own` are those that only the company's
/// look has, and whether a page shows them. Nobody misses one that none shows.
pub(super) fn languages(
    config: &Config,
    languages: &Languages,
    texts: &Texts,
    own: &BTreeMap<&str, bool>,
) -> Vec<Diagnostic> {
    let lacks_all = |language: &Language| {
        !texts.languages().any(|known| known == language || known.as_str() == language.primary())
    };
    let default = languages.default();
    let warning = |language: &Language| {
        let (mut lacking, all) = texts.lacking(language);
        lacking.retain(|key| own.get(key) != Some(&false));
        if lacking.is_empty() {
            return None;
        }
        let written = config.file.languages.iter().chain(&config.file.default_language);
        let place = written.into_iter().find(|code| code.value == language.as_str());
        let span = Span { path: config.path.clone(), range: place.map(|code| code.range.clone()) };
        let english_only = lacks_all(default) || default == language;
        let spoken = if english_only { "en" } else { default.as_str() };
        let file = format!("themes/{}/texts/{language}.ftl", config.theme);
        let (message, hint) = match lacks_all(language) {
            true => (
                format!(
                    "Buttons and labels are not translated into “{language}”, so readers see them in \
                     “{spoken}”"
                ),
                format!(
                    "Write {file}, with the same lines as {SOURCE}{}",
                    or_country(language.as_str())
                ),
            ),
            false => {
                let mut named: Vec<&str> = lacking.iter().copied().take(NAMED).collect();
                if lacking.len() > NAMED {
                    named.push("and so on");
                }
                (
                    format!(
                        "{} of {all} buttons and labels are not translated into “{language}”, so \
                         readers see them in “{spoken}”",
                        lacking.len()
                    ),
                    format!(
                        "Add them to {file}: {}; they are the lines of {}",
                        named.join(", "),
                        match lacking.iter().all(|key| own.contains_key(key)) {
                            true => format!("themes/{}/texts/en.ftl", config.theme),
                            false => SOURCE.to_owned(),
                        }
                    ),
                )
            }
        };
        Some(Diagnostic::new(Code::LanguageWithoutTexts, span, message).hint(hint))
    };
    // What is no code of a language is told as that.
    let is_code = |language: &&Language| !is_mistaken(language.as_str());
    languages.all().filter(is_code).filter_map(warning).collect()
}
