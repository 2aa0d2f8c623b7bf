//! The languages that seem to stand in the name of a text, or in that of its folder.

use crate::data::language_words::is_often_no_language;
use crate::data::languages::{code_of, meant};

/// A name in which a language seems to stand.
pub(super) struct Marked<'a> {
    /// The name without it, by its path in `content/`.
    pub(super) base: String,
    /// What stands for the language, with the signs around it.
    pub(super) sign: &'a str,
    /// Its code: of the site, if it has that language.
    pub(super) code: &'a str,
    /// Whether the sign alone is enough, with no other file of that name.
    pub(super) is_clear: bool,
}

/// The folder of a text that has a language for a name.
pub(super) fn in_folder<'a>(
    name: &'a str,
    languages: &'a [String],
) -> Option<(&'a str, Marked<'a>)> {
    let mut from = 0;
    while let Some(length) = name[from..].find('/') {
        let (folder, end) = (&name[from..from + length], from + length);
        let word = folder.trim_matches(['_', ' ', '(', ')']);
        if let Some(code) = known(word, languages) {
            let base = format!("{}{}", without_shelf(&name[..from]), &name[end + 1..]);
            let is_of_site = languages.iter().any(|it| it == code);
            let is_clear = is_of_site && !is_often_no_language(word);
            return Some((&name[..end], Marked { base, sign: folder, code, is_clear }));
        }
        from = end + 1;
    }
    None
}

/// The languages that may stand in the last part of a text's name.
pub(super) fn in_name<'a>(name: &'a str, languages: &'a [String]) -> Vec<Marked<'a>> {
    let start = name.rfind('/').map_or(0, |at| at + 1);
    let (folder, stem) = name.split_at(start);
    let is_between = |c: char| c == '.' || BETWEEN.contains(&c);
    let mut all = vec![];
    // `purpose/da.md` beside `purpose.md`, or beside `purpose/en.md`.
    if let (Some(code), Some(base)) = (meant(stem, languages), folder.strip_suffix('/')) {
        all.push(Marked { base: base.to_owned(), sign: stem, code, is_clear: false });
    }
    let mut add = |base: &str, word: &'a str, sign: &'a str, is_clear: bool| {
        let base = base.trim_matches(is_between);
        let Some(code) = known(word, languages).filter(|_| !base.is_empty()) else { return };
        let is_clear =
            is_clear && languages.iter().any(|it| it == code) && !is_often_no_language(word);
        all.push(Marked { base: format!("{folder}{base}"), sign, code, is_clear });
    };
    for (opening, closing) in [('(', ')'), ('[', ']'), ('{', '}')] {
        let inside = stem.strip_suffix(closing).and_then(|it| Some((it, it.rfind(opening)?)));
        if let Some((inside, at)) = inside {
            add(&stem[..at], inside[at + 1..].trim(), &stem[at..], true);
        }
    }
    for (at, between) in stem.match_indices(BETWEEN) {
        let word = &stem[at + between.len()..];
        let is_code = word.len() == 2;
        let is_capital = word.bytes().all(|b| b.is_ascii_uppercase());
        add(
            &stem[..at],
            word,
            &stem[at..],
            is_code && (!matches!(between, "-" | " ") || is_capital),
        );
    }
    // A translation whose file was copied: `purpose.da (1).md`.
    let whole = without_copy(stem);
    if let Some(at) = whole.rfind('.').filter(|_| whole != stem) {
        add(&whole[..at], &whole[at + 1..], &stem[at..], true);
    }
    for (at, between) in stem.match_indices(is_between) {
        let sign = &stem[..at + between.len()];
        add(&stem[at + between.len()..], &stem[..at], sign, false);
    }
    all
}

/// What people write between a name and a language.
const BETWEEN: [char; 10] = ['_', '-', ' ', ',', '+', '@', '–', '—', '~', '='];

/// The name without what a computer adds to that of a copy: ` (1)`, ` - Kopi`, a second `.md`.
fn without_copy(stem: &str) -> &str {
    let added = ["copy", "kopi", "kopie", "md"];
    let mut name = stem;
    loop {
        let number = name.strip_suffix(')').and_then(|it| it.rsplit_once('('));
        let number =
            number.filter(|(_, it)| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()));
        let word = || name.rsplit_once([' ', '-', '_', '.']);
        let word = || word().filter(|(_, it)| added.contains(&it.to_lowercase().as_str()));
        match number.or_else(word) {
            Some((before, _)) => name = before.trim_end_matches([' ', '-', '_']),
            None => return name,
        }
    }
}

/// The code of the language that a word means: a code of the site, or any language by its name.
fn known<'a>(word: &str, languages: &'a [String]) -> Option<&'a str> {
    let is_name = || word.chars().count() > 3 && !word.contains(['-', '_']);
    meant(word, languages).or_else(|| code_of(word).filter(|_| is_name()))
}

/// The folder without one that holds nothing but folders of languages: `translations/`.
fn without_shelf(folder: &str) -> &str {
    const SHELVES: [&str; 9] = [
        "translations",
        "translation",
        "oversættelser",
        "oversaettelser",
        "vertalingen",
        "i18n",
        "locales",
        "locale",
        "languages",
    ];
    let above = folder.trim_end_matches('/');
    let start = above.rfind('/').map_or(0, |at| at + 1);
    match SHELVES.contains(&above[start..].to_lowercase().as_str()) {
        true => &folder[..start],
        false => folder,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages() -> Vec<String> {
        ["en", "da", "nl"].map(str::to_owned).to_vec()
    }

    #[test]
    fn a_language_is_seen_wherever_people_write_it() {
        let languages = languages();
        for (name, base, code) in [
            ("faq/purpose_da", "faq/purpose", "da"),
            ("faq/purpose-da", "faq/purpose", "da"),
            ("faq/purpose-da-DK", "faq/purpose", "da"),
            ("faq/purpose DA", "faq/purpose", "da"),
            ("faq/purpose (da)", "faq/purpose", "da"),
            ("faq/purpose[dansk]", "faq/purpose", "da"),
            ("faq/purpose-Nederlands", "faq/purpose", "nl"),
            ("faq/da_purpose", "faq/purpose", "da"),
            ("da.purpose", "purpose", "da"),
            ("faq/purpose_german", "faq/purpose", "de"),
            ("faq/purpose.da (1)", "faq/purpose", "da"),
            ("faq/purpose.da - Kopi", "faq/purpose", "da"),
            ("faq/purpose.da - Copy (2)", "faq/purpose", "da"),
            ("faq/purpose.da.md", "faq/purpose", "da"),
            ("faq/purpose,da", "faq/purpose", "da"),
            ("faq/purpose+da", "faq/purpose", "da"),
            ("faq/purpose–da", "faq/purpose", "da"),
            ("faq/purpose/da", "faq/purpose", "da"),
            ("purpose/dansk", "purpose", "da"),
        ] {
            let found = in_name(name, &languages);
            assert!(found.iter().any(|it| it.base == base && it.code == code), "{name}");
        }
        for name in ["faq/it", "about-no", "log-in-it", "faq/panda", "faq/a-day", "_da"] {
            assert!(in_name(name, &languages).is_empty(), "{name}");
        }
    }

    #[test]
    fn a_folder_is_seen_by_its_whole_name() {
        let languages = languages();
        for (name, folder, base, is_clear) in [
            ("da/guidelines/a", "da", "guidelines/a", true),
            ("handbook/dansk/a", "handbook/dansk", "handbook/a", true),
            ("handbook/Danish/deep/a", "handbook/Danish", "handbook/deep/a", true),
            ("german/a", "german", "a", false),
            ("translations/da/a", "translations/da", "a", true),
            ("faq/i18n/da/a", "faq/i18n/da", "faq/a", true),
        ] {
            let (path, found) = in_folder(name, &languages).expect(name);
            assert_eq!((path, &*found.base, found.is_clear), (folder, base, is_clear));
        }
        for name in ["it/a", "hr/a", "danish-lessons/a", "da", "dk-office/a"] {
            assert!(in_folder(name, &languages).is_none(), "{name}");
        }
    }
}
