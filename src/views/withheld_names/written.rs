//! A name as the file of a person has it: its words, its initials, how somebody is called.

use unicode_normalization::char::is_combining_mark;

use crate::base::character::is_formatting;
use crate::document::kinds::Person;
use crate::site::name_core::core;

/// Signs that people write between the words of a name, as between others.
pub(super) const SEPARATORS: &[char] = &['|', '/', '+', '·', '•', '~', '_'];

/// `M` of `Mette`, `A-M` of `Anne-Marie`.
pub(super) fn initial(word: &str) -> Option<String> {
    let firsts = word.split('-').filter_map(|part| part.chars().find(|c| c.is_alphabetic()));
    let firsts: Vec<String> = firsts.map(String::from).collect();
    (!firsts.is_empty()).then(|| firsts.join("-"))
}

/// How somebody is called, without titles and what else their file says there.
pub(super) fn called(person: &Person) -> String {
    core(&person.name).unwrap_or_else(|| words_of(&person.name).join(" "))
}

/// The name as it is written, and how somebody is called.
pub(super) fn spellings(person: &Person) -> Vec<String> {
    let written = words_of(&person.name).join(" ");
    std::iter::once(written).chain(core(&person.name)).collect()
}

pub(super) fn words_of(name: &str) -> Vec<&str> {
    name.split_whitespace().collect()
}

pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || is_formatting(c)
}
