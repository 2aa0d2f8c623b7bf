//! What is counted in a story. All numbers are whole, and a share is hits in 1,000 words, rounded
//! down, so that every program counts the same.
//!
//! - `words`: those of all paragraphs and items. `sentences` and `long_words` (more than six
//!   letters) are those of paragraphs alone, and so is LIX: words / sentences + 100 · long words /
//!   words, as one fraction, rounded down; 0 where paragraphs have fewer words than a text needs.
//! - `first_person`, `we`, `praise` and `polish` are not counted where they are quoted, and the first
//!   person not behind a number (“5 min”). Praise counts as polish too, and as praise only in
//!   sentences in which nobody says “I”.
//! - `how`: entries of the list and items with a number.
//! - `named`: words with a capital letter that begin no sentence, are not in `not_names`, and have a
//!   word of `says` among the three before or behind them in the same sentence.
//! - `speeches`: quoted passages of at least two words, and paragraphs that begin with a dash.
//! - `made_nouns`: words of at least seven letters with an ending of `noun_endings`.
//! - `figures`: numbers with %, €, $ or £ beside them, or a word of `units` as their neighbour.
//! - `reports`: links whose words or address hold an entry of `report`.

use super::rules::{Hit, List, Rules};
use super::text::Plain;
use super::tokens::Tokens;
use super::word::{Word, words};

/// The counts, each with its name.
macro_rules! measures {
    ($( $name:ident )*) => {
        /// The counts of a story.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub(crate) struct Measures { $( pub(crate) $name: usize, )* }

        impl Measures {
            #[cfg(test)]
            pub(super) fn all(&self) -> Vec<(&'static str, usize)> {
                vec![$( (stringify!($name), self.$name) ),*]
            }
        }
    };
}

measures! {
    words sentences long_words lix first_person we named speeches scene
    how setbacks polish praise made_nouns figures reports
}

impl Measures {
    /// Hits in 1,000 words.
    pub(crate) fn share(&self, hits: usize) -> usize {
        hits * 1000 / self.words.max(1)
    }

    /// Counts in the plain words of a story, of which `named` are names.
    pub(super) fn of(
        plain: &Plain,
        tokens: &Tokens,
        hits: &[Hit],
        named: &[bool],
        rules: &Rules,
    ) -> Measures {
        let all = &tokens.words;
        let count = |list: List| hits.iter().filter(|hit| hit.list == list).count();
        let own =
            |list: List| hits.iter().filter(move |hit| hit.list == list && !is_quoted(hit, all));
        let units: Vec<bool> = marked(hits, List::Units, all.len());
        let mut measures = Measures {
            words: all.len(),
            first_person: own(List::FirstPerson).filter(|hit| is_a_person(hit, all)).count(),
            we: own(List::We).count(),
            named: named.iter().filter(|it| **it).count(),
            speeches: tokens.passages.iter().map(|passage| passage.speeches).sum(),
            scene: count(List::Scene),
            how: count(List::How) + tokens.passages.iter().filter(|it| it.is_step).count(),
            setbacks: count(List::Setback),
            polish: own(List::Polish).count() + own(List::Superlative).count(),
            praise: 0,
            made_nouns: all.iter().filter(|word| rules.is_made_noun(word)).count(),
            figures: (0..all.len()).filter(|at| is_figure(*at, &plain.text, all, &units)).count(),
            reports: plain.links.iter().filter(|link| is_report(link, rules)).count(),
            ..Measures::default()
        };
        let praises = praised(hits, all);
        for sentence in &tokens.sentences {
            let range = sentence.words.clone();
            let is_own = all[range.clone()].iter().any(|it| rules.is_first_person(&it.text));
            let inside = praises.partition_point(|at| *at < range.start)
                ..praises.partition_point(|at| *at < range.end);
            measures.praise += if is_own { 0 } else { inside.len() };
            if !sentence.is_item {
                measures.sentences += 1;
                measures.long_words += all[range].iter().filter(|word| word.letters > 6).count();
            }
        }
        let told = tokens.sentences.iter().filter(|it| !it.is_item).map(|it| it.words.len()).sum();
        measures.lix = match told {
            0 => 0,
            told if told < rules.limits.words => 0,
            told => lix(told, measures.sentences, measures.long_words),
        };
        measures
    }
}

/// Which words are names of people who say or do something.
pub(super) fn named(tokens: &Tokens, hits: &[Hit], rules: &Rules) -> Vec<bool> {
    let says = marked(hits, List::Says, tokens.words.len());
    let mut named = vec![false; tokens.words.len()];
    for sentence in &tokens.sentences {
        let range = sentence.words.clone();
        for at in range.clone() {
            let (from, to) = (at.saturating_sub(3).max(range.start), (at + 4).min(range.end));
            let word = &tokens.words[at];
            named[at] = word.is_capital
                && !word.begins
                && word.letters > 1
                && !rules.is_no_name(&word.text)
                && says[from..to].contains(&true);
        }
    }
    named
}

fn lix(words: usize, sentences: usize, long_words: usize) -> usize {
    (words * words + 100 * long_words * sentences) / (words * sentences.max(1))
}

/// Which words begin an entry of a list.
fn marked(hits: &[Hit], list: List, words: usize) -> Vec<bool> {
    let mut marked = vec![false; words];
    hits.iter().filter(|hit| hit.list == list).for_each(|hit| marked[hit.word] = true);
    marked
}

fn is_quoted(hit: &Hit, words: &[Word]) -> bool {
    words[hit.word].is_quoted
}

/// “5 min” are minutes, and nobody's.
fn is_a_person(hit: &Hit, words: &[Word]) -> bool {
    !hit.word.checked_sub(1).is_some_and(|before| words[before].is_number())
}

/// The words at which somebody is praised, in order.
fn praised(hits: &[Hit], words: &[Word]) -> Vec<usize> {
    let hits = hits.iter().filter(|it| it.list == List::Superlative && !is_quoted(it, words));
    hits.map(|hit| hit.word).collect()
}

/// Whether a word is a number of money or a share.
fn is_figure(at: usize, text: &str, words: &[Word], units: &[bool]) -> bool {
    let word = &words[at];
    if !word.is_number() || !word.text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let behind = text[word.range.end..].chars().find(|c| *c != ' ' && *c != '\u{a0}');
    let before = text[..word.range.start].chars().rev().find(|c| *c != ' ' && *c != '\u{a0}');
    let is_money = |c: Option<char>| c.is_some_and(|c| matches!(c, '%' | '€' | '$' | '£'));
    let is_unit = |at: Option<usize>| at.and_then(|at| units.get(at)).copied().unwrap_or(false);
    is_money(behind) || is_money(before) || is_unit(at.checked_sub(1)) || is_unit(Some(at + 1))
}

/// Whether a link leads to a report, by its words or its address.
fn is_report((label, address): &(String, String), rules: &Rules) -> bool {
    let apart = |text: &str| text.replace(['-', '_', '.', '/', '%'], " ");
    [label.clone(), apart(label), apart(address)].iter().any(|text| {
        let words = words(text, 0);
        rules.hits(&words, 0).iter().any(|hit| hit.list == List::Report)
    })
}
