//! Extensions: `lokal 4412`, `toestel 4412`, `ext. 4412`. So few digits could be any number, so they are one
//! only behind a word that says so.

use std::ops::Range;

/// Words behind which an extension, or a number within the company, stands.
const WORDS: &[&str] = &[
    "extension",
    "ext",
    "local",
    "dial",
    "call",
    "phone",
    "telephone",
    "lokal",
    "lokalnummer",
    "lokalnr",
    "lok",
    "ring",
    "ring til",
    "telefon",
    "tlf",
    "tel",
    "toestel",
    "toestelnummer",
    "tst",
    "doorkiesnummer",
    "doorkies",
    "bel",
    "telefoon",
];

/// What may stand between such a word and the number.
const BETWEEN: &[&str] = &["number", "no", "nummer", "nr"];

const FEWEST: usize = 3;
const MOST: usize = 5;
/// The last digits of a whole number that are dialled within the company.
const USUAL: usize = 4;

/// The extensions of a field `phone`: those that it names, and the last digits of the whole number if
/// it names none.
pub(super) fn extensions(phone: &str) -> Vec<String> {
    let groups = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
    let parts = phone.split(|c: char| c.is_alphabetic() || matches!(c, '/' | ',' | ';'));
    let all: Vec<String> = parts.map(groups).filter(|digits| !digits.is_empty()).collect();
    let is_short = |digits: &&String| (FEWEST..=MOST).contains(&digits.len());
    let named: Vec<String> = all.iter().filter(is_short).cloned().collect();
    if !named.is_empty() {
        return named;
    }
    let last = |digits: &String| digits.get(digits.len().checked_sub(USUAL)?..).map(str::to_owned);
    all.iter().filter(|digits| digits.len() > MOST).filter_map(last).collect()
}

/// The digits of an extension that begins at this byte.
pub(super) fn at(text: &str, start: usize) -> Option<Range<usize>> {
    let length = text.as_bytes()[start..].iter().take_while(|it| it.is_ascii_digit()).count();
    let end = start + length;
    let mut behind = text[end..].chars();
    let goes_on = match (behind.next(), behind.next()) {
        (Some(c), _) if c.is_alphanumeric() => true,
        (Some('.' | ',' | '-' | '/' | ':' | ' '), Some(next)) => next.is_ascii_digit(),
        (Some('%' | '€' | '$'), _) => true,
        _ => false,
    };
    let is_one = (FEWEST..=MOST).contains(&length) && !goes_on && is_announced(&text[..start]);
    is_one.then_some(start..end)
}

/// Whether these words end with one that says that an extension follows.
fn is_announced(before: &str) -> bool {
    /// As far as tags between the word and the number reach.
    const FAR: usize = 200;
    let mut from = before.len().saturating_sub(FAR);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let words = without_tags(&before[from..]).replace("&nbsp;", " ").to_lowercase();
    let is_sign =
        |c: char| c.is_whitespace() || matches!(c, ':' | '.' | '(' | '*' | '_' | '#' | '|');
    let whole = words.len();
    let words = words.trim_end_matches(is_sign);
    let last = |words: &str, all: &[&str]| {
        let rest = all.iter().filter_map(|word| words.strip_suffix(word));
        let apart = |rest: &&str| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '-');
        rest.filter(apart).map(str::len).min()
    };
    // The number stands apart from the word.
    if words.len() == whole {
        return false;
    }
    let words = last(words, BETWEEN).map_or(words, |end| words[..end].trim_end_matches(is_sign));
    last(words, WORDS).is_some()
}

fn without_tags(text: &str) -> String {
    let mut kept = String::new();
    let mut is_tag = false;
    for c in text.chars() {
        match c {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            // The tag began before.
            '>' => kept.clear(),
            c if !is_tag => kept.push(c),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_of_a_number_is_named_or_its_end() {
        for (phone, all) in [
            ("+45 00 00 44 12", vec!["4412"]),
            ("4412", vec!["4412"]),
            ("lokal 4412", vec!["4412"]),
            ("+45 76 00 00 00, lokal 213", vec!["213"]),
            ("+31 10 000 00 00 (toestel 4412)", vec!["4412"]),
            ("", vec![]),
            ("12", vec![]),
        ] {
            assert_eq!(extensions(phone), all, "{phone}");
        }
    }

    #[test]
    fn it_stands_behind_a_word_that_says_so() {
        for text in [
            "lokal 4412",
            "Lokal: 4412",
            "Ring 4412.",
            "ring på lokalnummer 4412 i dag",
            "toestel <strong>4412</strong>",
            "ext. 4412",
            "extension no. 4412, please",
            "tlf.&nbsp;4412",
            "Bel **4412**",
            "(tel. 4412)",
        ] {
            let start = text.find('4').expect("it has one");
            assert_eq!(at(text, start), Some(start..start + 4), "{text}");
        }
        for text in [
            "4412",
            "pump 4412",
            "drawing 4412",
            "spring 4412",
            "lokal 4412 56",
            "lokal 4412-1",
            "lokal 44120056",
            "call 4412%",
            "lokal4412",
            "locally 4412",
        ] {
            let start = text.find('4').expect("it has one");
            assert_eq!(at(text, start), None, "{text}");
        }
    }
}
