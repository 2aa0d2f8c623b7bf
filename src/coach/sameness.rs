//! How much a story is like those that were told just before it.
//!
//! Only the last 100 stories of the same language are remembered, each by hashes of its runs of five
//! words (FNV-1a of 32 bits over their letters, with a space behind each word) and of the runs of
//! three words of its title.

use std::collections::{HashMap, VecDeque};

use super::word::Word;

/// How much a story is like recent ones, in thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Likeness {
    /// How many of the recent titles share three words in a row with this one. Fewer than three
    /// such titles are no pattern, and count as none.
    pub(crate) titles: usize,
    /// What it has in common with the story that is most like it: the runs of five words that both
    /// have, among those that any of the two has.
    pub(crate) same: usize,
}

/// How many stories of a language are remembered.
pub(crate) const WINDOW: usize = 100;
const RUN: usize = 5;
const TITLE_RUN: usize = 3;
const FEWEST_TITLES: usize = 3;

/// The stories before the next one, oldest first.
#[derive(Default)]
pub(super) struct Recent {
    stories: VecDeque<Remembered>,
    /// Which stories have a run, by their numbers.
    having: HashMap<u32, Vec<usize>>,
    /// Which titles have one.
    titled: HashMap<u32, Vec<usize>>,
    first: usize,
}

/// What of a story is compared with others.
pub(super) struct Remembered {
    runs: Vec<u32>,
    titles: Vec<u32>,
}

impl Remembered {
    pub(super) fn of(title: &[Word], text: &[Word]) -> Remembered {
        Remembered { runs: runs(text, RUN), titles: runs(title, TITLE_RUN) }
    }
}

impl Recent {
    /// How much a story is like those before it; from then on, it is one of them.
    pub(super) fn next(&mut self, story: Remembered) -> Likeness {
        let Remembered { runs, titles } = &story;
        let like = self.likeness(runs, titles);
        let number = self.first + self.stories.len();
        for run in runs {
            self.having.entry(*run).or_default().push(number);
        }
        for run in titles {
            self.titled.entry(*run).or_default().push(number);
        }
        self.stories.push_back(story);
        if self.stories.len() > WINDOW {
            self.forget_the_first();
        }
        like
    }

    fn likeness(&self, runs: &[u32], titles: &[u32]) -> Likeness {
        let mut common = [0_usize; WINDOW];
        for number in runs.iter().filter_map(|run| self.having.get(run)).flatten() {
            common[number - self.first] += 1;
        }
        let same = |(both, story): (&usize, &Remembered)| match runs.len() + story.runs.len() {
            0 => 0,
            all => both * 1000 / (all - both),
        };
        let mut sharing: Vec<usize> =
            titles.iter().filter_map(|run| self.titled.get(run)).flatten().copied().collect();
        sharing.sort_unstable();
        sharing.dedup();
        let sharing = if sharing.len() < FEWEST_TITLES { 0 } else { sharing.len() };
        Likeness {
            titles: sharing * 1000 / self.stories.len().max(1),
            same: common.iter().zip(&self.stories).map(same).max().unwrap_or_default(),
        }
    }

    fn forget_the_first(&mut self) {
        let Some(gone) = self.stories.pop_front() else { return };
        for (runs, map) in [(gone.runs, &mut self.having), (gone.titles, &mut self.titled)] {
            for run in runs {
                // The oldest stands first.
                if let Some(numbers) = map.get_mut(&run) {
                    numbers.remove(0);
                    if numbers.is_empty() {
                        map.remove(&run);
                    }
                }
            }
        }
        self.first += 1;
    }
}

/// The hashes of all runs of so many words, each once.
fn runs(words: &[Word], length: usize) -> Vec<u32> {
    let hash = |run: &[Word]| {
        let bytes = run.iter().flat_map(|word| word.text.bytes().chain([b' ']));
        bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    };
    let mut runs: Vec<u32> = words.windows(length).map(hash).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}
