//! A name as the file of a person has it: its words, its initials, how somebody is called.

use unicode_normalization::char::is_combining_mark;

use crate::base::character::is_formatting;
use crate::document::kinds::Person;
use crate::site::name_core::core;
use crate::site::name_words::{plain, unmarked};

/// Signs that people write between the words of a name, as between others.
pub(super) const SEPARATORS: &[char] = &['|', '/', '+', '·', '•', '~', '_'];

/// `M` of `Mette`, `A-M` of `Anne-Marie`.
pub(super) fn initial(word: &str) -> Option<String> {
    let firsts = word.split('-').filter_map(|part| part.chars().find(|c| c.is_alphabetic()));
    let firsts: Vec<String> = firsts.map(String::from).collect();
    (!firsts.is_empty()).then(|| firsts.join("-"))
}

/// The letters of it apart, of all first names: `J`, `W` of `Jan-Willem`.
pub(super) fn initials(first_names: &[&str]) -> Vec<char> {
    let parts = first_names.iter().flat_map(|name| name.split('-'));
    parts.filter_map(|part| part.chars().find(|c| c.is_alphabetic())).collect()
}

/// A name in other letters for those with marks, in every mixture: `Søren Aakjær` for `Søren Åkjær`.
pub(super) fn mixed(name: &str) -> Vec<String> {
    /// Of more letters, all are plain or none.
    const MOST: usize = 4;
    let marked: Vec<(usize, char)> = name
        .char_indices()
        .filter(|(_, c)| c.is_alphabetic() && !c.is_ascii() && !is_combining_mark(*c))
        .collect();
    let mut all = vec![String::new()];
    if marked.is_empty() || marked.len() > MOST {
        return vec![];
    }
    let mut from = 0;
    for (at, c) in marked {
        let written = c.to_string();
        let swedish = match c {
            'ø' => "ö",
            'Ø' => "Ö",
            'æ' => "ä",
            'Æ' => "Ä",
            'ö' => "ø",
            'ä' => "æ",
            _ => &written,
        };
        let mut ways = vec![written.clone(), plain(&written), unmarked(&written), swedish.into()];
        ways.sort();
        ways.dedup();
        let before = &name[from..at];
        all = all
            .iter()
            .flat_map(|begun| ways.iter().map(move |way| format!("{begun}{before}{way}")))
            .collect();
        from = at + c.len_utf8();
    }
    all.iter_mut().for_each(|begun| begun.push_str(&name[from..]));
    all
}

/// A name with its Dutch prefix in the short forms in which people write it: `Jan v.d. Berg`.
pub(super) fn with_short_prefix(name: &str) -> Vec<String> {
    const OF_ARTICLE: &[&str] = &["v.d. ", "v.d ", "vd. ", "vd ", "v/d "];
    const PREFIXES: &[(&str, &[&str])] = &[
        ("van der ", OF_ARTICLE),
        ("van den ", OF_ARTICLE),
        ("van de ", OF_ARTICLE),
        ("van 't ", &["v. 't ", "v.'t ", "v 't "]),
        ("van ", &["v. "]),
    ];
    let small = name.to_ascii_lowercase();
    let stands = |prefix: &str| {
        let at = small.find(prefix)?;
        (at == 0 || small[..at].ends_with(' ')).then_some(at)
    };
    let found = PREFIXES.iter().find_map(|(prefix, short)| Some((stands(prefix)?, prefix, short)));
    let Some((at, prefix, short)) = found else { return vec![] };
    let (before, behind) = (&name[..at], &name[at + prefix.len()..]);
    short.iter().map(|short| format!("{before}{short}{behind}")).collect()
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
