//! The coach: reads a story, finds what is alive in it, and may ask its author up to three questions
//! from a fixed list. It gives no score and no label, proposes no words, and stops nothing.
//!
//! All of it is exact and small, so that another program (the page where a story is told) can do the
//! same with the same files. What of a text counts: `src/coach/text.rs`. Words and sentences:
//! `src/coach/word.rs`, `src/coach/tokens.rs`. How the words of a list are found:
//! `src/coach/rules.rs`. What is counted: `src/coach/measures.rs`. When a story is asked:
//! `src/coach/signals.rs`; what: `src/coach/questions.rs`; which sentence is quoted first:
//! `src/coach/quote.rs`. Words and limits are in `src/coach/words/`, a file for each language;
//! `storywall coach --rules da` prints them as JSON. `tests/coach/vectors.json` holds texts with all
//! that must be found in them.
//!
//! The coach says nothing where it cannot know: of a text with few words, in a language that it has
//! no words for, or in another language than its fields say (more of its words are frequent in that
//! other one).

mod lists;
mod measures;
mod questions;
mod quote;
mod rules;
mod sameness;
mod signals;
mod text;
mod tokens;
mod word;

use std::collections::BTreeMap;

pub(crate) use measures::Measures;
pub(crate) use questions::Question;
pub(crate) use quote::Quote;
pub(crate) use sameness::WINDOW;
pub(crate) use signals::Signal;

use rules::Rules;
use sameness::{Recent, Remembered};
use tokens::Tokens;
use word::Word;

use crate::config::CoachFile;

/// A story as its author sent it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a> {
    pub(crate) title: &'a str,
    /// Its Markdown, without its fields.
    pub(crate) body: &'a str,
    /// `da`, `nl` or `en`, or another one.
    pub(crate) language: &'a str,
    /// Whether its fields name somebody who is in it.
    pub(crate) names_somebody: bool,
}

/// What the coach found in a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Heard {
    pub(crate) silence: Option<Silence>,
    pub(crate) measures: Measures,
    pub(crate) signals: Vec<Signal>,
    /// The sentence that is quoted to its author.
    pub(crate) quote: Option<Quote>,
    /// None, or up to three.
    pub(crate) questions: Vec<Question>,
}

/// Why the coach says nothing of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Silence {
    UnknownLanguage,
    OtherLanguage,
    FewWords,
}

impl Silence {
    #[cfg(test)]
    fn name(self) -> &'static str {
        match self {
            Silence::UnknownLanguage => "unknown-language",
            Silence::OtherLanguage => "other-language",
            Silence::FewWords => "few-words",
        }
    }
}

/// A story as far as it can be read without others.
#[derive(Default)]
pub(crate) struct Listened {
    silence: Option<Silence>,
    measures: Measures,
    quote: Option<Quote>,
    names_somebody: bool,
    /// Which of the languages it is in, and what of it is compared with other stories.
    language: Option<(usize, Remembered)>,
}

/// The rules of all languages that the coach has words for.
pub(crate) struct Coach {
    languages: Vec<(&'static str, Rules)>,
}

/// The stories that were told last, in each language.
#[derive(Default)]
pub(crate) struct Earlier(BTreeMap<usize, Recent>);

/// The languages that the coach has words for.
pub(crate) const LANGUAGES: [&str; 3] = ["da", "nl", "en"];

impl Coach {
    /// With what a site adds to the words of the program.
    pub(crate) fn new(site: &CoachFile) -> Coach {
        let one = |language| Some((language, Rules::of(language, site)?));
        Coach { languages: LANGUAGES.into_iter().filter_map(one).collect() }
    }

    /// Reads a story.
    pub(crate) fn listen(&self, story: Told<'_>) -> Listened {
        let Some(own) = self.language(story) else { return Listened::default() };
        let rules = &self.languages[own].1;
        let plain = text::plain(story.body);
        let tokens = Tokens::of(&plain, rules);
        let mut hits = vec![];
        for passage in &tokens.passages {
            hits.extend(rules.hits(&tokens.words[passage.words.clone()], passage.words.start));
        }
        let named = measures::named(&tokens, &hits, rules);
        Listened {
            silence: self.silence(own, &tokens),
            measures: Measures::of(&plain, &tokens, &hits, &named, rules),
            quote: quote::best(story.body, &plain.text, &tokens, &hits, &named),
            names_somebody: story.names_somebody,
            language: Some((own, Remembered::of(&word::words(story.title, 0), &tokens.words))),
        }
    }

    /// Reads of a story only what later ones may be like.
    pub(crate) fn remember(&self, story: Told<'_>) -> Listened {
        let Some(own) = self.language(story) else { return Listened::default() };
        let plain = text::plain(story.body);
        let words = |block: &text::Block| word::words(&plain.text[block.range.clone()], 0);
        let words: Vec<Word> = plain.blocks.iter().flat_map(words).collect();
        let remembered = Remembered::of(&word::words(story.title, 0), &words);
        Listened { language: Some((own, remembered)), ..Listened::default() }
    }

    /// The language that a text is clearly in: it has several times as many of the commonest words of
    /// that one as of any other. `None` where it is short, mixed or in a language without words here.
    pub(crate) fn language_of(&self, body: &str) -> Option<&'static str> {
        const FEWEST: usize = 6;
        let plain = text::plain(body);
        let words: Vec<Word> = plain
            .blocks
            .iter()
            .flat_map(|it| word::words(&plain.text[it.range.clone()], 0))
            .collect();
        let vote = |(code, rules): &(&'static str, Rules)| {
            (words.iter().filter(|word| rules.is_common(&word.text)).count(), *code)
        };
        let mut votes: Vec<(usize, &'static str)> = self.languages.iter().map(vote).collect();
        votes.sort_unstable();
        let (most, code) = votes.pop()?;
        let next = votes.last().map_or(0, |(next, _)| *next);
        let is_clear = most >= FEWEST && most >= 2 * next && most * 5 >= words.len();
        is_clear.then_some(code)
    }

    fn language(&self, story: Told<'_>) -> Option<usize> {
        let primary = primary(story.language);
        self.languages.iter().position(|(code, _)| *code == primary)
    }

    fn silence(&self, own: usize, tokens: &Tokens) -> Option<Silence> {
        let votes = self.languages.iter().map(|(_, rules)| {
            tokens.words.iter().filter(|word| rules.is_common(&word.text)).count()
        });
        let votes: Vec<usize> = votes.collect();
        match votes.iter().max() {
            Some(most) if *most > votes[own] => Some(Silence::OtherLanguage),
            _ if tokens.words.len() < self.languages[own].1.limits.words => Some(Silence::FewWords),
            _ => None,
        }
    }

    /// What the coach says of a story that was told after `earlier` ones; from then on, it is one of
    /// them.
    pub(crate) fn judge(&self, story: Listened, earlier: &mut Earlier) -> Heard {
        let Listened { silence, measures, quote, names_somebody, language } = story;
        let Some((own, remembered)) = language else {
            return Heard { silence: Some(Silence::UnknownLanguage), ..Heard::default() };
        };
        let like = earlier.0.entry(own).or_default().next(remembered);
        let limits = &self.languages[own].1.limits;
        let signals = Signal::of(&measures, like, names_somebody, limits);
        let is_asked = silence.is_none() && signals::is_asked(&signals);
        let questions = if is_asked { questions::chosen(&signals) } else { vec![] };
        Heard { silence, measures, signals, quote, questions }
    }

    /// The rules of a language, for other programs.
    pub(crate) fn rules(&self, language: &str) -> Option<&Rules> {
        self.languages.iter().find(|(code, _)| *code == language).map(|(_, rules)| rules)
    }
}

/// The language without its country.
pub(crate) fn primary(language: &str) -> &str {
    language.split_once('-').map_or(language, |(primary, _)| primary)
}

#[cfg(test)]
mod tests;
