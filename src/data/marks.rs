//! Marks of Markdown and HTML in fields: `**Min lås**`, `<b>`, `&aring;`, `\_`, `<!-- … -->`. A field
//! is words alone, so readers see the marks as they are typed.

use pulldown_cmark::{Event, Parser};

use super::quotes::quoted;
use super::reader::shortened;
use super::yaml::prose::{LISTS, TEXTS};
use super::{Node, Notation, Reader, quotation};
use crate::base::{Code, Diagnostic};

/// Reports the marks in a field with words for readers.
pub(super) fn check(words: &str, node: &Node, reader: &mut Reader<'_>) {
    let field = reader.field;
    let is_for_readers = [TEXTS, LISTS, SENTENCES].iter().any(|all| all.contains(&field));
    if !is_for_readers {
        return;
    }
    quotation::check(words, node, reader);
    if !words.contains(SIGNS) {
        return;
    }
    let (message, hint) = if let Some((comment, rest)) = comment(words) {
        let message = "Fields have no such comments, so readers see this one".to_owned();
        let comment = match comment.is_empty() {
            true => "Remove it".to_owned(),
            false => format!("Write # {} on a line of its own, or remove it", shortened(comment)),
        };
        let hint = match rest.is_empty() {
            true => comment,
            false => format!("{comment}; and write {}", written(&rest, reader)),
        };
        (message, hint)
    } else {
        // The home page shows what stands between two single asterisks in another way.
        let without_stress = without_single_stars(words);
        let words = if field == STRESSED { &without_stress } else { words };
        let plain = plain(words);
        if plain == words.split_whitespace().collect::<Vec<_>>().join(" ") || plain.is_empty() {
            return;
        }
        let message = "Readers see the marks in this field as they are typed".to_owned();
        (message, format!("Write it without them: {}", written(&plain, reader)))
    };
    let span = reader.source.span(node.range.clone());
    reader.report(Diagnostic::new(Code::MarksInField, span, message).hint(hint));
}

/// The field in which `*a word*` is stressed.
const STRESSED: &str = "sentence";

/// Fields of `programme.toml` whose sentences readers see.
const SENTENCES: &[&str] = &["sentence", "voice", "what_for"];

/// The signs with which marks begin.
const SIGNS: [char; 8] = ['*', '_', '<', '‹', '&', '\\', '`', '['];

/// A value as it is written in the file.
fn written(words: &str, reader: &Reader<'_>) -> String {
    let is_plain = words.starts_with(char::is_alphanumeric)
        && !words.contains([':', '#', ',', '[', ']', '{', '}', '"']);
    match reader.notation {
        Notation::Yaml if is_plain => shortened(words),
        _ => quoted(words),
    }
}

/// The words of a comment, and the text without it.
fn comment(text: &str) -> Option<(&str, String)> {
    const DASHES: [char; 4] = ['-', '–', '—', '‑'];
    let at = text.find(['<', '‹']).filter(|at| {
        let behind = text[*at..].chars().skip(1).collect::<String>();
        behind.trim_start().strip_prefix('!').is_some_and(|it| it.trim_start().starts_with(DASHES))
    })?;
    let inside = &text[at + text[at..].find('!')? + 1..];
    let end = inside.find(['>', '›']);
    let (inside, rest) = match end {
        Some(end) => (&inside[..end], inside[end..].trim_start_matches(['>', '›'])),
        None => (inside, ""),
    };
    let words = inside.trim().trim_matches(DASHES).trim();
    let whole = format!("{} {}", text[..at].trim(), rest.trim());
    Some((words, whole.trim().to_owned()))
}

/// The words without marks.
fn plain(words: &str) -> String {
    let mut text = without_links(&without_escapes(&without_tags(words)));
    for mark in ["***", "**", "__", "*", "_", "`"] {
        while let Some(less) = without_pair(&text, mark) {
            text = less;
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text without asterisks that stand alone.
fn without_single_stars(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('*') {
        let stars = rest[at..].bytes().take_while(|byte| *byte == b'*').count();
        kept.push_str(&rest[..at]);
        kept.push_str(if stars == 1 { "" } else { &rest[at..at + stars] });
        rest = &rest[at + stars..];
    }
    kept + rest
}

/// The text in which `[words](address)` are words alone.
fn without_links(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(middle) = rest.find("](") {
        let start = rest[..middle].rfind('[').filter(|at| at + 1 < middle);
        let end = rest[middle..].find(')').filter(|end| {
            let address = &rest[middle + 2..middle + end];
            !address.is_empty() && !address.contains(char::is_whitespace)
        });
        match (start, end) {
            (Some(start), Some(end)) => {
                // The ! of a picture.
                kept.push_str(rest[..start].trim_end_matches('!'));
                kept.push_str(&rest[start + 1..middle]);
                rest = &rest[middle + end + 1..];
            }
            _ => {
                kept.push_str(&rest[..middle + 2]);
                rest = &rest[middle + 2..];
            }
        }
    }
    kept + rest
}

/// The text without the first pair of this mark around words: `a **b** c`.
fn without_pair(text: &str, mark: &str) -> Option<String> {
    let is_in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_apart = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let places: Vec<usize> = text.match_indices(mark).map(|(at, _)| at).collect();
    let opens = |at: usize| {
        !is_in_word(text[..at].chars().next_back())
            && !is_apart(text[at + mark.len()..].chars().next())
    };
    let closes = |at: usize| {
        !is_apart(text[..at].chars().next_back())
            && !is_in_word(text[at + mark.len()..].chars().next())
    };
    let start = places.iter().copied().find(|at| opens(*at))?;
    let end = places.into_iter().find(|at| *at > start + mark.len() && closes(*at))?;
    let inside = &text[start + mark.len()..end];
    Some(format!("{}{inside}{}", &text[..start], &text[end + mark.len()..]))
}

/// Tags that people write or paste into a line of words.
const TAGS: &[&str] = &[
    "a", "b", "big", "br", "center", "code", "del", "div", "em", "font", "h1", "h2", "h3", "i",
    "kbd", "mark", "p", "s", "small", "span", "strong", "sub", "sup", "u",
];

fn without_tags(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let inside = &rest[at + 1..];
        let end = inside.find('>').filter(|end| {
            let name = inside[..*end].trim_start_matches('/').trim_end_matches('/');
            let name = name.split(' ').next().unwrap_or_default().to_lowercase();
            TAGS.contains(&name.as_str())
        });
        kept.push_str(&rest[..at]);
        match end {
            Some(end) => rest = &inside[end + 1..],
            None => {
                kept.push('<');
                rest = inside;
            }
        }
    }
    kept + rest
}

/// The text in which `&aring;` is å, and `\_` is _.
fn without_escapes(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['&', '\\']) {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match rest.strip_prefix('\\') {
            Some(behind) => 1 + usize::from(behind.starts_with(|c| "_*#[]()!.-+~|>`".contains(c))),
            None => rest.find(';').map_or(1, |end| end + 1),
        };
        let decoded = match (length, Parser::new(&rest[..length]).nth(1)) {
            (2.., Some(Event::Text(letter))) if letter.chars().count() == 1 => Some(letter),
            _ => None,
        };
        match decoded {
            Some(letter) => {
                kept.push_str(&letter);
                rest = &rest[length..];
            }
            None => {
                kept.push_str(&rest[..1]);
                rest = &rest[1..];
            }
        }
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_given_without_their_marks() {
        for (text, without) in [
            ("**Min lås**", "Min lås"),
            ("En **fed** lås", "En fed lås"),
            ("__Min__ lås", "Min lås"),
            ("_Min_ lås", "Min lås"),
            ("*Min* lås", "Min lås"),
            ("***Min***", "Min"),
            ("<b>Min</b> lås<br>", "Min lås"),
            ("<span style=\"x\">Min</span>", "Min"),
            ("Min l&aring;s &amp; jeg", "Min lås & jeg"),
            ("Min\\_lås \\(A\\)", "Min_lås (A)"),
            ("Kør `git`", "Kør git"),
            ("Se [reglerne](permission.md).", "Se reglerne."),
            ("![Vagten](vagt.jpg) i nat", "Vagten i nat"),
            ("[A](b) og [C](https://d.example/e)", "A og C"),
        ] {
            assert_eq!(plain(text), without, "{text}");
        }
        for text in [
            "2 * 3 * 4",
            "snake_case_name",
            "Priser* og mere*",
            "a < b > c",
            "Ole & Kim; Bo",
            "C:\\net",
            "<3",
            "__init__.py er væk",
            "R&D",
            "Dæk [A] (B)",
            "f[x](a b)",
            "[](a)",
            "*",
        ] {
            let plain = plain(text);
            assert!(plain == text || text.starts_with("__init"), "{text}: {plain}");
        }
    }

    #[test]
    fn a_stressed_word_is_no_mark() {
        assert_eq!(without_single_stars("People *believe* people."), "People believe people.");
        assert_eq!(without_single_stars("**People** *believe*"), "**People** believe");
    }

    #[test]
    fn a_comment_is_parted_from_its_field() {
        for (text, words, rest) in [
            ("B <!-- hemmeligt -->", "hemmeligt", "B"),
            ("<!-- x --> B", "x", "B"),
            ("B <!– hemmeligt –> C", "hemmeligt", "B C"),
            ("B <!-- uden ende", "uden ende", "B"),
        ] {
            assert_eq!(comment(text), Some((words, rest.to_owned())), "{text}");
        }
        assert_eq!(comment("a < b"), None);
    }
}
