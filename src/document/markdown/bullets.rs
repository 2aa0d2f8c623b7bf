//! Bullets that were pasted from Word or a web page: Markdown knows no list that begins with `•`, so
//! its lines run together into one paragraph.

use std::ops::Range;

/// The lines in a row that begin with a bullet, up to the line that is read.
#[derive(Clone, Debug, Default)]
pub(super) struct BulletLines {
    /// The first of them, with its bullet and where that stands.
    first: Option<(char, Range<usize>)>,
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
    ) -> Option<(char, Range<usize>)> {
        let bullet = bullet(line);
        if !is_next || bullet.is_none() {
            *self = BulletLines::default();
        }
        let bullet = bullet?;
        let first = self.first.get_or_insert((bullet, at..at + bullet.len_utf8()));
        self.count += 1;
        (self.count == 2).then(|| first.clone())
    }
}

/// The bullet with which a line begins.
fn bullet(line: &str) -> Option<char> {
    let line = line.trim_start();
    let mut rest = line.chars();
    let bullet = rest.next()?;
    let rest = rest.as_str();
    let words = rest.trim_start();
    let is_apart = words.len() < rest.len();
    let is_bullet = match bullet {
        // Letters that are bullets in the fonts that Word uses. § 1 is the paragraph of a law.
        'o' => is_apart,
        '§' => is_apart && !words.starts_with(|c: char| c.is_numeric()),
        // With a blank, it is what somebody said.
        '–' | '—' | '−' | '‒' | '―' => rest.starts_with('\t'),
        _ => BULLETS.contains(bullet),
    };
    (is_bullet && !words.is_empty()).then_some(bullet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bullet_is_told_from_words() {
        for (line, expected) in [
            ("•\tMilk", '•'),
            ("•Milk", '•'),
            ("· \u{A0} Milk", '·'),
            ("o\tMilk", 'o'),
            ("o\u{A0}\u{A0}Milk", 'o'),
            ("o Milk", 'o'),
            ("§\tMilk", '§'),
            ("–\tMilk", '–'),
            ("\u{F0B7} Milk", '\u{F0B7}'),
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
            "O Milk",
            "…",
            "*",
        ] {
            assert_eq!(bullet(line), None, "{line}");
        }
    }
}
