//! One thing has one name in each language: `tests/terms/{en,da,nl}.toml`.
//!
//! Read are the texts of `content/`, the interface (`themes/default/texts/`), the help of codes
//! (`src/base/codes/help/`), and what is said by language in `programme.toml` and `site.toml`. Not read are stories, which are people's own words,
//! code, addresses, and what readers say: the title of a question, `also_asked`, `keywords`.

use serde::Deserialize;

use crate::none;
use crate::reading::{LANGUAGES, PROGRAMME, SITE, TEXTS, Text, interface, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Terms {
    term: Vec<Term>,
}

/// What one thing is called.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    /// For people: the word to write.
    r#use: String,
    /// Words or phrases not to write; a `*` at the end stands for any ending.
    not: Vec<String>,
    /// Names of texts that may use them: `faq/NAME`, `folder/`, or `texts` for the interface, `help` for codes.
    #[serde(default)]
    except: Vec<String>,
    /// Longer phrases in which they are right.
    #[serde(default)]
    but: Vec<String>,
    #[serde(default)]
    why: String,
}

/// Fields whose values are sentences or names that readers see.
const SHOWN: &[&str] = &["title", "summary", "questions", "for_whom", "role", "audience", "name"];

#[test]
fn one_thing_has_one_name() {
    let mut wrong = vec![];
    for language in LANGUAGES {
        let terms: Terms = toml::from_str(&read(&format!("tests/terms/{language}.toml")))
            .unwrap_or_else(|it| panic!("tests/terms/{language}.toml: {it}"));
        for (name, place, words) in words_of(language) {
            wrong.extend(terms.term.iter().flat_map(|term| term.breaches(&name, &place, &words)));
        }
    }
    none(&wrong);
}

#[test]
fn a_word_that_is_not_to_be_used_is_found() {
    let term = Term {
        r#use: "manager".to_owned(),
        not: vec!["boss".to_owned(), "team lead".to_owned(), "super*".to_owned()],
        except: vec!["faq/own".to_owned(), "people/".to_owned()],
        but: vec!["boss of a wheel".to_owned()],
        why: String::new(),
    };
    let found = |name: &str, words: &str| term.breaches(name, name, words).len();
    for words in ["Ask your boss.", "Boss!", "the team\nlead", "Superiors know", "a “boss”"] {
        assert_eq!(found("purpose", words), 1, "{words}");
        assert_eq!(found("faq/own", words), 0, "{words}");
        assert_eq!(found("people/anna", words), 0, "{words}");
    }
    for words in ["bossy embossed", "the boss of a wheel", "a team leads", "`boss`", "[x](boss.md)"]
    {
        assert_eq!(found("purpose", &prose(words)), 0, "{words}");
    }
}

impl Term {
    fn breaches(&self, name: &str, place: &str, words: &str) -> Vec<String> {
        let may = |it: &String| it == name || it.ends_with('/') && name.starts_with(it.as_str());
        if self.except.iter().any(may) {
            return vec![];
        }
        let mut words = plain(words);
        for phrase in &self.but {
            words = words.replace(&plain(phrase), " ");
        }
        let found = self.not.iter().filter(|it| stands_in(it, &words));
        let why = if self.why.is_empty() { String::new() } else { format!(": {}", self.why) };
        found.map(|it| format!("{place} says “{it}”; use “{}”{why}", self.r#use)).collect()
    }
}

fn stands_in(sought: &str, words: &str) -> bool {
    let any_ending = sought.ends_with('*');
    let sought = plain(sought.trim_end_matches('*'));
    let sought = sought.trim();
    words.match_indices(sought).any(|(at, _)| {
        let (before, after) = (&words[..at], &words[at + sought.len()..]);
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
        !is_letter(before.chars().next_back()) && (any_ending || !is_letter(after.chars().next()))
    })
}

/// Small letters, one blank between words, straight apostrophes.
fn plain(words: &str) -> String {
    let words = words.to_lowercase().replace(['’', '‘'], "'");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All that readers see in one language: a name for `except`, a place for people, the words.
fn words_of(language: &str) -> Vec<(String, String, String)> {
    let texts = TEXTS.iter().filter(|text| text.language == language && !text.is_in("stories"));
    let mut all: Vec<_> =
        texts.map(|text| (text.name.clone(), text.place(), seen(text, language))).collect();
    let ftl = format!("themes/default/texts/{language}.ftl");
    all.extend(
        interface(language)
            .into_iter()
            .map(|(key, words)| ("texts".to_owned(), format!("{ftl}: {key}"), words)),
    );
    let help = format!("src/base/codes/help/{language}.md");
    let sentences = read(&help);
    let sentences = sentences.lines().filter(|line| !line.starts_with("    "));
    all.extend(sentences.map(|line| ("help".to_owned(), help.clone(), prose(line))));
    for (place, table) in [("content/programme.toml", &*PROGRAMME), ("site.toml", &*SITE)] {
        let mut said = vec![];
        localized(&toml::Value::Table(table.clone()), language, &mut said);
        all.extend(said.into_iter().map(|it| (place.to_owned(), place.to_owned(), it)));
    }
    all
}

fn seen(text: &Text, language: &str) -> String {
    let is_question = text.is_in("faq");
    let shown = SHOWN.iter().filter(|key| !(is_question && **key == "title"));
    let fields = shown.filter_map(|key| text.field(key)).map(|value| {
        // A field by language, `{en: …, da: …}`.
        let Some(inner) = value.strip_prefix('{').and_then(|it| it.strip_suffix('}')) else {
            return value;
        };
        let own = inner.split(&format!("{language}: ")).nth(1).unwrap_or_default();
        let end = LANGUAGES.iter().filter_map(|it| own.find(&format!(", {it}: "))).min();
        own[..end.unwrap_or(own.len())].to_owned()
    });
    let prompts = text.entries("prompts").join("\n");
    format!("{}\n{prompts}\n{}", fields.collect::<Vec<_>>().join("\n"), prose(&text.body))
}

/// Markdown without code, and links without their addresses.
fn prose(markdown: &str) -> String {
    let mut words = String::new();
    let blocks = markdown.split("```").step_by(2);
    let spans = blocks.flat_map(|block| block.split('`').step_by(2));
    for span in spans {
        let mut parts = span.split("](");
        words.push_str(parts.next().unwrap_or_default());
        for part in parts {
            words.push_str("] ");
            words.push_str(part.split_once(')').map_or("", |(_, rest)| rest));
        }
        words.push(' ');
    }
    words
}

fn localized(value: &toml::Value, language: &str, said: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => match table.get(language).and_then(toml::Value::as_str) {
            Some(words) => said.push(words.to_owned()),
            None => table.values().for_each(|it| localized(it, language, said)),
        },
        toml::Value::Array(items) => items.iter().for_each(|it| localized(it, language, said)),
        _ => {}
    }
}

/// A button fits on a phone of 360 pixels, and the one of every page's head beside the menu.
#[test]
fn buttons_are_short() {
    const BUTTONS: &[(&str, usize)] = &[
        ("tell-yours", 14),
        ("may-more", 30),
        ("all-stories", 30),
        ("all-questions", 30),
        ("all-themes", 30),
        ("be-the-first", 30),
        ("show-everything", 30),
        ("to-the-call", 30),
        ("to-the-event", 30),
        ("training-join", 30),
        ("see-it", 30),
        ("co-speaker-wanted", 30),
        ("first-timers-welcome", 30),
        ("speaking-board", 30),
        ("people-have-asked", 30),
        ("people-may-ask", 30),
        ("related-stories", 30),
        ("edit-page", 30),
        ("own-address", 34),
    ];
    let mut wrong = vec![];
    for language in LANGUAGES {
        let texts = interface(language);
        for (key, most) in BUTTONS {
            let words = &texts[*key];
            if words.chars().count() > *most {
                wrong.push(format!(
                    "{language}: {key} = “{words}” is longer than {most} characters"
                ));
            }
        }
    }
    none(&wrong);
}

/// Nobody changes a story, so its author's machine must have made the right marks.
#[test]
fn stories_have_the_quotation_marks_of_their_language() {
    let mut wrong = vec![];
    for story in TEXTS.iter().filter(|text| text.is_in("stories")) {
        let marks: &[char] = match story.language.as_str() {
            "da" => &['"', '\'', '“', '„', '»', '«', '‘'],
            "nl" => &['"', '\'', '„', '»', '«'],
            _ => &['"', '\'', '„', '»', '«', '‘'],
        };
        for line in story.body.lines().filter(|line| line.contains(marks)) {
            wrong.push(format!("{}: {line}", story.place()));
        }
    }
    none(&wrong);
}
