//! Bullets that were pasted from Word or a web page: Markdown knows no list that begins with `•`, so
//! its lines run together into one paragraph.

use std::ops::Range;

/// The lines in a row that begin with a bullet, up to the line that is read.
#[derive(Clone, Debug, Default)]
pub(super) struct BulletLines {
    /// The first of them, with its bullet and where that stands.
    first: Option<(String, Range<usize>)>,
    count: usize,
    /// The bullet of the line before.
    last: String,
}

/// Signs that are hardly anything but bullets at the beginning of several lines. The last ones are
/// those of the fonts Symbol and Wingdings, which Word uses.
const BULLETS: &str =
    "•·∙◦‣⁃▪▫■□●○◆◇➢➤►▶▸▾▹▿▼▽✓✔✗❖☐☑☒✅❌→⇒➔➜🔹🔸👉\u{F0B7}\u{F0A7}\u{F0D8}\u{F0FC}\u{F076}";

/// Spaces that programs put behind a bullet, and behind which Markdown sees no list.
const UNUSUAL: [char; 4] = ['\u{A0}', '\u{2003}', '\u{2007}', '\u{202F}'];

impl BulletLines {
    /// The lines in a row are told already.
    pub(super) fn told(&mut self) {
        self.count += 2;
    }

    /// Takes in the line that begins at `at`; `is_next` says whether it follows the last one in the
    /// same block. The second of several lines with bullets returns the bullet of the first, and its
    /// place.
    pub(super) fn line(
        &mut self,
        line: &str,
        at: usize,
        is_next: bool,
    ) -> Option<(String, Range<usize>)> {
        let bullet = bullet(line);
        if !is_next || bullet.is_none() {
            *self = BulletLines::default();
        }
        let bullet = bullet?;
        if ordinal(bullet).is_some() && !follows(&self.last, bullet) {
            *self = BulletLines::default();
        }
        bullet.clone_into(&mut self.last);
        let first = self.first.get_or_insert_with(|| (bullet.to_owned(), at..at + bullet.len()));
        self.count += 1;
        (self.count == 2).then(|| first.clone())
    }
}

/// How lines that begin with this bullet are written.
pub(super) fn remedy(bullet: &str) -> &'static str {
    if bullet.starts_with(|c: char| c.is_ascii_digit()) {
        return "Write a space behind each of the numbers: 1. words";
    }
    match bullet {
        "☐" | "☑" | "☒" | "[ ]" | "[x]" | "[X]" => {
            "Begin each of these lines with a hyphen, a space and the box: - [ ] words; or, for \
             what is done, - [x] words"
        }
        _ if ordinal(bullet).is_some() => {
            "Begin each of these lines with a number, a point and a space: 1. words"
        }
        _ => "Begin each of these lines with a hyphen and a space: - words",
    }
}

/// Whether it is the kind of space behind a bullet that keeps its line from being one of a list.
pub(super) fn has_unusual_space(behind: &str) -> bool {
    behind.starts_with(UNUSUAL)
}

/// Whether a line begins with a bullet, for those who look for something else in it.
pub(super) fn begins_with_bullet(line: &str) -> bool {
    bullet(line).is_some()
}

/// What is between the brackets, or before the sign, of `(1)`, `a)` or `ii.`, with these signs.
fn ordinal(bullet: &str) -> Option<(&str, (bool, char))> {
    let (inside, is_round) = match bullet.strip_prefix('(') {
        Some(inside) => (inside.strip_suffix(')')?, true),
        None => (bullet.strip_suffix([')', '.'])?, false),
    };
    let is_number = is_round && inside.len() <= 2 && inside.bytes().all(|b| b.is_ascii_digit());
    let is_letter = inside.len() == 1 && inside.bytes().all(|b| b.is_ascii_alphabetic());
    // `A. Holm` is the name of somebody.
    let is_initial = is_letter && inside != "I" && bullet == inside.to_uppercase() + ".";
    let is_one = is_number || (is_letter && !is_initial) || roman(inside).is_some();
    (is_one && !inside.is_empty()).then_some((inside, (is_round, bullet.chars().next_back()?)))
}

/// A Roman number up to ten.
fn roman(text: &str) -> Option<u32> {
    let numbers = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    (1..).zip(numbers).find(|(_, it)| text == *it || text == it.to_uppercase()).map(|(it, _)| it)
}

/// Whether one such bullet is the next after another: `a)` and `b)`, `i.` and `ii.`.
fn follows(last: &str, bullet: &str) -> bool {
    let (Some((last, signs)), Some((next, same))) = (ordinal(last), ordinal(bullet)) else {
        return false;
    };
    let letter = |text: &str| (text.len() == 1).then(|| u32::from(text.as_bytes()[0]));
    let number = |text: &str| text.parse::<u32>().ok();
    let is_next =
        |last: Option<u32>, next: Option<u32>| next.is_some() && last.map(|it| it + 1) == next;
    signs == same
        && (is_next(letter(last), letter(next))
            || is_next(number(last), number(next))
            || is_next(roman(last), roman(next)))
}

/// `(1)`, `a)` or `ii.` with which a line begins, before a space and words.
fn ordinal_of(line: &str) -> Option<&str> {
    let bullet = line.split([' ', '\t']).next()?;
    let words = line[bullet.len()..].trim_start();
    let is_one = bullet.len() <= 6 && ordinal(bullet).is_some();
    (is_one && words.starts_with(char::is_alphanumeric)).then_some(bullet)
}

/// The bullet with which a line begins.
fn bullet(line: &str) -> Option<&str> {
    let words = line.trim_start_matches(UNUSUAL);
    if words.len() < line.len() && words.starts_with(['-', '*', '+']) && is_item(words) {
        return Some(&line[..line.len() - words.len() + 1]);
    }
    let line = line.trim_start();
    if let Some(bullet) = ordinal_of(line) {
        return Some(bullet);
    }
    if let Some(words) = ["[ ] ", "[x] ", "[X] "].iter().find_map(|it| line.strip_prefix(it)) {
        return (!words.trim().is_empty()).then_some(&line[..3]);
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 {
        // `1.en`: with a blank, it is a list.
        let rest = line[digits..].strip_prefix(['.', ')'])?;
        let is_one =
            digits <= 3 && (rest.starts_with(char::is_alphabetic) || rest.starts_with(UNUSUAL));
        return is_one.then(|| &line[..=digits]);
    }
    let mut rest = line.chars();
    let bullet = rest.next()?;
    let rest = rest.as_str();
    let sign = &line[..bullet.len_utf8()];
    let words = rest.trim_start();
    let is_apart = words.len() < rest.len();
    let is_bullet = match bullet {
        '-' | '+' | '*' if rest.starts_with(UNUSUAL) => true,
        '-' | '+' => rest.starts_with(char::is_alphabetic),
        // With another one behind it, it emphasises words.
        '*' => rest.starts_with(char::is_alphabetic) && !rest.contains('*'),
        // Letters that are bullets in the fonts that Word uses. § 1 is the paragraph of a law.
        'o' => is_apart,
        '§' => is_apart && !words.starts_with(|c: char| c.is_numeric()),
        // With a blank and a capital letter, it is what somebody said.
        '–' | '—' | '−' | '‒' | '―' => {
            rest.starts_with('\t') || is_apart && is_entry(words)
        }
        _ => BULLETS.contains(bullet),
    };
    (is_bullet && !words.is_empty()).then_some(sign)
}

/// Whether words behind a dash are an entry of a list, and no sentence of somebody: `– smør`.
fn is_entry(words: &str) -> bool {
    let words = words.trim_end();
    words.starts_with(char::is_lowercase)
        && words.ends_with(char::is_alphanumeric)
        && words.split_whitespace().count() <= 5
}

/// Whether a line begins with a sign that is hardly anything but a bullet.
pub(super) fn begins_with_sign(line: &str) -> bool {
    line.trim_start().starts_with(|c| BULLETS.contains(c))
}

/// Whether a line begins with a dash that is another bullet of the list above it: `– To` below
/// `- Et`.
pub(super) fn begins_with_dash(line: &str) -> bool {
    let words = line.strip_prefix(['–', '—', '−', '‒', '―']).unwrap_or_default();
    words.starts_with([' ', '\t', '\u{A0}'])
        && (words.trim_start().starts_with(char::is_uppercase) || is_entry(words.trim_start()))
}

/// The sign of a folded part with which a line begins: `▸ Words`, as Notion writes it.
pub(super) fn sign_of_folded(line: &str) -> Option<char> {
    let sign = line.chars().next().filter(|sign| "▸▾▹▿▶▼►".contains(*sign))?;
    let words = line[sign.len_utf8()..].strip_prefix([' ', '\t', '\u{A0}'])?;
    words.trim_start().starts_with(char::is_alphanumeric).then_some(sign)
}

/// Whether Markdown sees an entry of a list in this line.
pub(super) fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let words = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let signs: &[char] = if words.len() < line.len() { &['.', ')'] } else { &['-', '*', '+'] };
    words.strip_prefix(signs).is_some_and(|rest| rest.starts_with([' ', '\t']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_numbers_are_bullets_only_in_a_row() {
        for (last, bullet) in [("a)", "b)"), ("(1)", "(2)"), ("i.", "ii."), ("(a)", "(b)")] {
            assert!(follows(last, bullet), "{last} {bullet}");
        }
        for (last, bullet) in [("d.", "d."), ("f.", "e."), ("a)", "b."), ("(1)", "(3)"), ("", "a)")]
        {
            assert!(!follows(last, bullet), "{last} {bullet}");
        }
    }

    #[test]
    fn a_bullet_is_told_from_words() {
        for (line, expected) in [
            ("•\tMilk", "•"),
            ("•Milk", "•"),
            ("-punkt", "-"),
            ("*punkt", "*"),
            ("a) one", "a)"),
            ("(1) one", "(1)"),
            ("ii. two", "ii."),
            ("☐ ring", "☐"),
            ("[x] call", "[x]"),
            ("→ one", "→"),
            ("1.en", "1."),
            ("12)to", "12)"),
            ("-\u{A0}Milk", "-"),
            ("*\u{A0}Milk", "*"),
            ("1.\u{A0}en", "1."),
            ("\u{A0}- en", "\u{A0}-"),
            ("· \u{A0} Milk", "·"),
            ("o\tMilk", "o"),
            ("o\u{A0}\u{A0}Milk", "o"),
            ("o Milk", "o"),
            ("§\tMilk", "§"),
            ("–\tMilk", "–"),
            ("– milk", "–"),
            ("\u{F0B7} Milk", "\u{F0B7}"),
        ] {
            assert_eq!(bullet(line), Some(expected), "{line}");
        }
        for line in [
            "Milk",
            "of milk",
            "o",
            "•",
            "· ",
            "§ 12 Milk",
            "§12",
            "– Hej, sagde hun",
            "– og så gik han.",
            "—\u{A0}Hej",
            "- Milk",
            "-5 grader",
            "A. Holm",
            "*sagte*",
            "[x]",
            "f.eks. en",
            "(en)",
            "--flag",
            "1.5 liter",
            "2026",
            "+45 12",
            "O Milk",
            "…",
            "*",
        ] {
            assert_eq!(bullet(line), None, "{line}");
        }
    }
}
