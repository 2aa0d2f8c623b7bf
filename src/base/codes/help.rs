//! What each code means and how to correct what it is about, in the languages of colleagues: a file
//! each in `src/base/codes/help/`. What a code means in English stands in its row of the table.
//!
//! In such a file, `# ` begins a section and `## ` a code; `means: `, `why: ` and `help: ` begin its
//! sentences, and lines with four spaces before them are its example. Above the first section stand
//! the words around them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Code, Section};

/// What a colleague is helped with, by code.
#[derive(Debug, Default)]
pub(crate) struct HelpTexts {
    /// The code of their language.
    pub language: &'static str,
    words: BTreeMap<&'static str, &'static str>,
    headings: Vec<&'static str>,
    codes: BTreeMap<&'static str, Help>,
}

/// What is said of a code to people who do not program. Words between backticks are typed as they
/// stand there.
#[derive(Debug, Default)]
pub(crate) struct Help {
    /// One sentence.
    pub meaning: &'static str,
    pub why: Option<&'static str>,
    pub remedy: &'static str,
    /// Lines of a file.
    pub example: Vec<&'static str>,
}

static ENGLISH: LazyLock<HelpTexts> = LazyLock::new(|| read("en", include_str!("help/en.md")));
static DANISH: LazyLock<HelpTexts> = LazyLock::new(|| read("da", include_str!("help/da.md")));
static DUTCH: LazyLock<HelpTexts> = LazyLock::new(|| read("nl", include_str!("help/nl.md")));

/// The texts in a language (`da`, `nl-BE`), if there are any.
pub(crate) fn own_help(language: &str) -> Option<&'static HelpTexts> {
    match language.split('-').next().unwrap_or_default() {
        "en" => Some(&ENGLISH),
        "da" => Some(&DANISH),
        "nl" => Some(&DUTCH),
        _ => None,
    }
}

/// The texts in a language, or in English.
pub(crate) fn help(language: &str) -> &'static HelpTexts {
    own_help(language).unwrap_or(&ENGLISH)
}

impl HelpTexts {
    pub(crate) fn of(&self, code: Code) -> &Help {
        self.codes.get(code.name()).expect("every code has its help in every language")
    }

    pub(crate) fn heading(&self, section: Section) -> &'static str {
        self.headings[section as usize]
    }

    /// One of the words around the texts.
    pub(crate) fn word(&self, key: &str) -> &'static str {
        self.words.get(key).expect("every language has the same words")
    }
}

fn read(language: &'static str, text: &'static str) -> HelpTexts {
    let mut texts = HelpTexts { language, ..HelpTexts::default() };
    let mut name = "";
    for line in text.lines().filter(|line| !line.is_empty()) {
        if let Some(code) = line.strip_prefix("## ") {
            let english = Code::named(code).filter(|_| language == "en");
            let meaning = english.map_or("", |code| code.row().meaning);
            assert!(!texts.codes.contains_key(code), "{language}: {code} is there twice");
            texts.codes.insert(code, Help { meaning, ..Help::default() });
            name = code;
        } else if let Some(heading) = line.strip_prefix("# ") {
            texts.headings.push(heading);
        } else if let Some(help) = texts.codes.get_mut(name) {
            match line.split_once(": ") {
                _ if line.starts_with("    ") => help.example.push(&line[4..]),
                Some(("means", words)) => help.meaning = words,
                Some(("why", words)) => help.why = Some(words),
                Some(("help", words)) => help.remedy = words,
                _ => panic!("{language}: {name}: {line}"),
            }
        } else {
            let (key, words) = line.split_once(": ").expect("a word around the texts");
            texts.words.insert(key, words);
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGES: [&str; 3] = ["en", "da", "nl"];

    #[test]
    fn each_code_is_helped_with_in_each_language_once_and_in_order() {
        let order = |text: &'static str| -> Vec<&str> {
            text.lines().filter_map(|line| line.strip_prefix("## ")).collect()
        };
        let codes: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        for text in
            [include_str!("help/en.md"), include_str!("help/da.md"), include_str!("help/nl.md")]
        {
            let own = order(text);
            let lacking: Vec<_> = codes.iter().filter(|code| !own.contains(code)).collect();
            assert!(lacking.is_empty(), "{} lack help: {lacking:?}", lacking.len());
            assert_eq!(own, codes);
        }
        for language in LANGUAGES {
            let texts = help(language);
            assert_eq!(texts.language, language);
            assert_eq!(texts.headings.len(), Section::ALL.len(), "{language}");
            assert!(texts.words.keys().eq(help("en").words.keys()), "{language}");
        }
        assert_eq!(help("nl-BE").language, "nl");
        assert_eq!(help("de").language, "en");
        assert!(own_help("de").is_none());
    }

    #[test]
    fn each_text_is_short_and_whole() {
        let mut wrong = vec![];
        for (language, code) in
            LANGUAGES.iter().flat_map(|it| Code::ALL.iter().map(move |code| (*it, *code)))
        {
            let it = help(language).of(code);
            let mut say = |what: &str| wrong.push(format!("{language}: {} {what}", code.name()));
            let ends = |words: &str| words.ends_with(['.', '?', '!', '”']);
            let count = |words: &str| words.split_whitespace().count();
            if it.meaning.is_empty() || it.remedy.is_empty() {
                say("lacks a sentence");
            }
            for words in [Some(it.meaning), it.why, Some(it.remedy)].into_iter().flatten() {
                if !ends(words) {
                    say(&format!("has no end: {words}"));
                }
                if words.matches('`').count() % 2 == 1 {
                    say(&format!("opens code and never closes it: {words}"));
                }
                if words.contains("  ") {
                    say(&format!("has two spaces: {words}"));
                }
            }
            if count(it.meaning) > 27 || count(it.remedy) > 60 || it.example.len() > 6 {
                say("is long");
            }
            if it.meaning.contains('`') || it.meaning.contains(". ") {
                say("means more than one plain sentence");
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// Where one language shows what to write, the others do, too.
    #[test]
    fn each_language_says_the_same() {
        let mut wrong = vec![];
        for code in Code::ALL.iter().copied() {
            let english = help("en").of(code);
            for language in ["da", "nl"] {
                let other = help(language).of(code);
                if (english.why.is_some(), english.example.len())
                    != (other.why.is_some(), other.example.len())
                {
                    wrong.push(format!("{language}: {} says more or less", code.name()));
                }
                let (ours, theirs) = (typed(english.remedy), typed(other.remedy));
                if ours != theirs {
                    wrong.push(format!(
                        "{language}: {} types {theirs:?}, not {ours:?}",
                        code.name()
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// What stands between backticks, in order of its letters, without what is an example of words.
    fn typed(words: &str) -> Vec<&str> {
        let mut typed: Vec<&str> = words.split('`').skip(1).step_by(2).collect();
        // The code of a language is that of the reader.
        typed.retain(|it| it.len() != 2);
        typed.sort_unstable();
        typed.dedup();
        typed
    }
}
