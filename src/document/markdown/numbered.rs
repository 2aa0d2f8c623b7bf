//! Numbers of lists: readers see each as it was typed. `24. december` and `31. december` below it are
//! two days, and CommonMark would count on from the first: 24, 25.

/// The list that is open, by the numbers that were typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers {
    pub(super) first: u64,
    meaning: Meaning,
    /// Of the item before; `None` before the first.
    last: Option<u64>,
}

/// What the numbers of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The places of its items. A 1 behind a 2 begins to count again.
    Places,
    /// The same, of a list that is typed with a 1 or a 0 in each line, `1.` `1.` `1.`, and counted.
    Counted,
    /// A part of the words: `1. maj` and `1. juni` are two days, `1. sal` is a floor.
    Words,
}

impl Numbers {
    pub(super) fn from(first: u64, meaning: Meaning) -> Numbers {
        Numbers { first, meaning, last: None }
    }

    /// Takes the number of the next item; whether it does not follow from those before it.
    pub(super) fn jumps_to(&mut self, typed: u64) -> bool {
        let last = self.last.replace(typed);
        let is_counted = self.meaning == Meaning::Counted;
        last.is_some_and(|last| last.checked_add(1) != Some(typed) && !is_counted)
    }

    /// Whether the numbers probably belong to the words of all items.
    pub(super) fn are_words(&self) -> bool {
        self.first > 1 || self.meaning == Meaning::Words
    }
}

/// The number that an item begins with, and it with the sign behind it.
pub(super) fn number(item: &str) -> Option<(u64, &str)> {
    let item = item.trim_start();
    let digits = item.len() - item.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marker = item.get(..digits + 1).filter(|marker| marker.ends_with(['.', ')']))?;
    Some((item[..digits].parse().ok()?, marker))
}

/// What the numbers of a list mean: words, if each of its items is a day or goes on as an ordinal
/// number does, and one number comes twice; in Danish and Dutch also, if all items have the same
/// number and go on in small letters, or if there is only one.
pub(super) fn meaning<'a>(
    items: &(impl Iterator<Item = &'a str> + Clone),
    language: &str,
) -> Meaning {
    if matches!(language, "da" | "nl") && are_the_same_ordinal(items) {
        return Meaning::Words;
    }
    let places = || {
        let mut numbers = items.clone().map(|item| number(item).map(|it| it.0));
        let first = numbers.next().flatten();
        match first.is_some_and(|first| first <= 1) && numbers.all(|number| number == first) {
            true => Meaning::Counted,
            false => Meaning::Places,
        }
    };
    let (mut first, mut again, mut is_sure) = (None, false, false);
    for item in items.clone() {
        let Some((typed, marker)) = number(item) else { return places() };
        let behind = item.trim_start()[marker.len()..].trim_start();
        let behind = behind.trim_start_matches(['*', '_']);
        let end = behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len());
        let (word, behind) = (behind[..end].to_lowercase(), &behind[end..]);
        if !marker.ends_with('.') || !is_counted_so(&word) || behind.starts_with(['-', '’', '\''])
        {
            return places();
        }
        // `1. May I tell it?` is a question.
        is_sure |= word != "may";
        again |= first.replace(typed) == Some(typed);
    }
    if again && is_sure { Meaning::Words } else { places() }
}

/// Whether each item has the same number, and goes on in the sentence that the number begins: `1. sal
/// brændte` and `1. sal var tom`.
fn are_the_same_ordinal<'a>(items: &(impl Iterator<Item = &'a str> + Clone)) -> bool {
    let mut numbers = items.clone().map(|item| {
        let (typed, marker) = number(item).filter(|(_, marker)| marker.ends_with('.'))?;
        let behind = item.trim_start()[marker.len()..].trim_start().trim_start_matches(['*', '_']);
        behind.starts_with(char::is_lowercase).then_some(typed)
    });
    let first = numbers.next().flatten();
    first.is_some() && numbers.all(|number| number == first)
}

/// Whether a number before this word, with a full stop, is read as an ordinal number.
fn is_counted_so(word: &str) -> bool {
    MONTHS.contains(&word) || COUNTED.contains(&word)
}

/// In Danish, Dutch and English.
const MONTHS: &[&str] = &[
    "january",
    "januar",
    "januari",
    "february",
    "februar",
    "februari",
    "march",
    "marts",
    "maart",
    "april",
    "may",
    "maj",
    "mei",
    "june",
    "juni",
    "july",
    "juli",
    "august",
    "augustus",
    "september",
    "october",
    "oktober",
    "november",
    "december",
];

/// What Danish counts with a number and a full stop.
const COUNTED: &[&str] = &[
    "sal",
    "etage",
    "kvartal",
    "halvår",
    "klasse",
    "styrmand",
    "maskinmester",
    "mester",
    "pinsedag",
    "påskedag",
    "juledag",
    "søndag",
    "mandag",
    "tirsdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lørdag",
];
