//! Bullets that were pasted from Word or a web page: Markdown knows no list that begins with `•`, so
//! its lines run together into one paragraph.

use std::ops::Range;

/// The lines in a row that begin with a bullet, up to the line that is read.
#[derive(Clone, Debug, Default)]
pub(super) struct BulletLines {
    /// The first of them, with its bullet and where that stands.
    first: Option<(String, Range<usize>)>,
    count: usize,
}

/// Signs that are hardly anything but bullets at the beginning of several lines. The last ones are
/// those of the fonts Symbol and Wingdings, which Word uses.
const BULLETS: &str = "•·∙◦‣⁃▪▫■□●○◆◇➢➤►▶✓✔✗❖\u{F0B7}\u{F0A7}\u{F0D8}\u{F0FC}\u{F076}";

impl BulletLines {
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
        let first = self.first.get_or_insert_with(|| (bullet.to_owned(), at..at + bullet.len()));
        self.count += 1;
        (self.count == 2).then(|| first.clone())
    }
}

/// The bullet with which a line begins.
fn bullet(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 {
        // `1.en`: with a blank, it is a list.
        let rest = line[digits..].strip_prefix(['.', ')'])?;
        let is_one = digits <= 3 && rest.starts_with(char::is_alphabetic);
        return is_one.then(|| &line[..=digits]);
    }
    let mut rest = line.chars();
    let bullet = rest.next()?;
    let rest = rest.as_str();
    let sign = &line[..bullet.len_utf8()];
    let words = rest.trim_start();
    let is_apart = words.len() < rest.len();
    let is_bullet = match bullet {
        '-' | '+' => rest.starts_with(char::is_alphabetic),
        // Letters that are bullets in the fonts that Word uses. § 1 is the paragraph of a law.
        'o' => is_apart,
        '§' => is_apart && !words.starts_with(|c: char| c.is_numeric()),
        // With a blank, it is what somebody said.
        '–' | '—' | '−' | '‒' | '―' => rest.starts_with('\t'),
        _ => BULLETS.contains(bullet),
    };
    (is_bullet && !words.is_empty()).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bullet_is_told_from_words() {
        for (line, expected) in [
            ("•\tMilk", "•"),
            ("•Milk", "•"),
            ("-punkt", "-"),
            ("1.en", "1."),
            ("12)to", "12)"),
            ("· \u{A0} Milk", "·"),
            ("o\tMilk", "o"),
            ("o\u{A0}\u{A0}Milk", "o"),
            ("o Milk", "o"),
            ("§\tMilk", "§"),
            ("–\tMilk", "–"),
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
            "—\u{A0}Hej",
            "- Milk",
            "-5 grader",
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
