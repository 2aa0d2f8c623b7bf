//! Signs that the parser takes for emphasis, and that readers shall see: `5*3*2`, `L*B*H`, `f*ck og
//! sh*t`, `8~9 and 10~11`.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// The signs at both ends of what is emphasised or struck out at `range`, if nobody means that.
/// `event` is the beginning or the end of it.
pub(super) fn signs_of_text(
    text: &str,
    event: &Event<'_>,
    range: &Range<usize>,
) -> Option<&'static str> {
    let signs: &[&str] = match event {
        Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => &["*"],
        Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => &["**"],
        Event::Start(Tag::Strikethrough) | Event::End(TagEnd::Strikethrough) => &["~~", "~"],
        _ => return None,
    };
    let whole = text.get(range.clone())?;
    let signs = signs.iter().copied().find(|signs| whole.starts_with(signs))?;
    let whole_end = range.end.checked_sub(signs.len()).filter(|end| *end > range.start)?;
    let first = Between::of(text, range.start..range.start + signs.len())?;
    let last = Between::of(text, whole_end..range.end)?;
    let is_text = match signs {
        "~" => first.is_in_word() || last.is_in_word(),
        "~~" => false,
        _ => {
            first.is_sum()
                || last.is_sum()
                || (first.is_in_word() && last.is_in_word() && whole.contains(char::is_whitespace))
        }
    };
    is_text.then_some(signs)
}

/// What stands before and behind signs: the letters and digits that touch them.
struct Between<'a> {
    before: &'a str,
    behind: &'a str,
}

impl<'a> Between<'a> {
    fn of(text: &'a str, signs: Range<usize>) -> Option<Between<'a>> {
        /// Bytes of a word that are looked at.
        const NEAR: usize = 40;
        let (before, behind) = (text.get(..signs.start)?, text.get(signs.end..)?);
        let from = (before.len().saturating_sub(NEAR)..=before.len())
            .find(|at| before.is_char_boundary(*at))?;
        let to = (0..=behind.len().min(NEAR)).rev().find(|at| behind.is_char_boundary(*at))?;
        let before = before[from..].trim_end_matches('*');
        let behind = behind[..to].trim_start_matches('*');
        let is_other = |c: char| !c.is_alphanumeric();
        let start = before.char_indices().rev().find(|(_, c)| is_other(*c));
        let start = start.map_or(0, |(at, c)| at + c.len_utf8());
        let end = behind.find(is_other).unwrap_or(behind.len());
        Some(Between { before: &before[start..], behind: &behind[..end] })
    }

    fn is_in_word(&self) -> bool {
        !self.before.is_empty() && !self.behind.is_empty()
    }

    /// Whether there is a number or a single letter on both sides, as in `5*3` and `L*B`.
    fn is_sum(&self) -> bool {
        let is_one = |word: &str| word.chars().count() == 1;
        let ends = self.before.ends_with(|c: char| c.is_ascii_digit()) || is_one(self.before);
        let begins = self.behind.starts_with(|c: char| c.is_ascii_digit()) || is_one(self.behind);
        ends && begins
    }
}

#[cfg(test)]
mod tests {
    use super::super::Trust::{Handbook, Submitted};
    use super::super::tests::{html, read};

    #[test]
    fn signs_between_numbers_are_seen() {
        for text in [
            "Rummet er 5*3*2 m",
            "5*3*2",
            "2**3 og 4**5",
            "4**5**6",
            "3*4 = 12, og 4*5 = 20",
            "L*B*H",
            "2*x*y og 3*z",
            "30*40cm og 50*60cm",
            "f*ck og sh*t",
            "a_b_c og 2_3_4",
            "8~9 og 10~11",
            "2~3~4",
            "2***3***4",
        ] {
            for trust in [Handbook, Submitted] {
                let body = read(text, trust);
                assert_eq!(html(&body), format!("<p>{text}</p>\n"), "{text}");
                assert_eq!(body.text, format!("{text}\n"));
            }
        }
    }

    #[test]
    fn words_are_emphasised_as_they_were_meant() {
        for (text, expected) in [
            ("u*for*ståelig", "u<em>for</em>ståelig"),
            ("**5** af *7*", "<strong>5</strong> af <em>7</em>"),
            ("*a*, *b* og **c**", "<em>a</em>, <em>b</em> og <strong>c</strong>"),
            ("5 *var* 7", "5 <em>var</em> 7"),
            ("K*jæ*r", "K<em>jæ</em>r"),
            ("*Pris* og *rabat*", "<em>Pris</em> og <em>rabat</em>"),
            ("~~2~~ 3 ~fem~", "<del>2</del> 3 <del>fem</del>"),
            ("5\\*3\\*2", "5*3*2"),
        ] {
            assert_eq!(html(&read(text, Submitted)), format!("<p>{expected}</p>\n"), "{text}");
        }
    }
}
