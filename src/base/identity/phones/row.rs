//! Digits in groups, and which of them are a telephone number by the way in which they stand.

use std::ops::Range;

use super::words::{is_announced, is_in_list, is_price};
use super::{TELLING, row_of_digits};

/// Groups of digits with signs between them, as many as a number has at most.
pub(super) struct Row<'a> {
    pub(super) is_abroad: bool,
    line: &'a str,
    pub(super) groups: Vec<Range<usize>>,
    /// What stands before each group but the first.
    signs: Vec<String>,
}

/// The longest number of the world (E.164), with the two zeros of a call abroad.
const LONGEST: usize = 17;

impl<'a> Row<'a> {
    pub(super) fn read(line: &'a str, at: usize) -> Option<Row<'a>> {
        let is_plus = line[at..].starts_with('+') || line[at..].starts_with("(+");
        let is_bracket = line[at..].starts_with('(');
        let first = at + usize::from(is_bracket) + usize::from(is_plus);
        let (mut groups, mut signs): (Vec<Range<usize>>, Vec<String>) = (vec![], vec![]);
        let (mut next, mut count) = (first, 0);
        loop {
            let length = row_of_digits(&line[next..]);
            if length == 0 || count + length > LONGEST {
                break;
            }
            groups.push(next..next + length);
            (next, count) = (next + length, count + length);
            let rest = &line[next..];
            let sign = ["(0)", " (0) ", " (0)", ") ", ")", " ", "-", "–", ".", "/", " - ", " – "];
            let sign = sign.iter().find(|sign| {
                let behind = rest.strip_prefix(**sign);
                behind.is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()))
            });
            let Some(sign) = sign else { break };
            signs.push((*sign).to_owned());
            next += sign.len();
        }
        let begin = groups.first()?;
        let is_zeros = line[begin.clone()].starts_with("00");
        let is_abroad = is_plus || is_zeros && abroad_code(&line[begin.start + 2..]).is_some();
        Some(Row { is_abroad, line, groups, signs })
    }

    /// The digits of the first groups.
    pub(super) fn digits(&self, groups: usize) -> String {
        self.groups[..groups].iter().map(|group| &self.line[group.clone()]).collect()
    }

    fn lengths(&self) -> Vec<usize> {
        self.groups.iter().map(Range::len).collect()
    }

    /// How many groups are a number with the code of a country.
    pub(super) fn abroad(&self) -> Option<usize> {
        let all = |groups: usize| {
            let digits = self.digits(groups);
            digits.strip_prefix("00").map_or(digits.clone(), str::to_owned)
        };
        let places = (1..=self.groups.len()).map(|groups| (groups, all(groups)));
        let places: Vec<(usize, String)> = places.collect();
        let national = |digits: &str| match abroad_code(digits) {
            Some("45") => Some(8..=8),
            // With the zero that is only dialled at home.
            Some("31") => Some(if digits[2..].starts_with('0') { 10..=10 } else { 9..=9 }),
            Some(code) => Some(7..=15 - code.len()),
            None => Some(6..=12),
        };
        let is_one = |digits: &str| {
            let code = abroad_code(digits).map_or(2, str::len);
            national(digits).is_some_and(|it| it.contains(&digits.len().saturating_sub(code)))
        };
        let found = places.iter().rev().find(|(_, digits)| is_one(digits))?;
        // `+55.676098` is a place on a map.
        let is_place = self.signs[..found.0 - 1] == ["."];
        let is_clock = self.digits(1).len() == 4 && found.1.starts_with('0');
        (!is_place && !is_clock && !found.1.starts_with('0')).then_some(found.0)
    }

    /// How many groups are a number of this country, by the way in which they stand.
    pub(super) fn at_home(&self, line: &str, at: usize) -> Option<usize> {
        let lengths = self.lengths();
        let is_announced = is_announced(line, at);
        let is_behind_digits =
            line[..at].ends_with(' ') && line[..at - 1].ends_with(|c: char| c.is_ascii_digit());
        if (is_in_list(line, at) || is_behind_digits) && !is_announced {
            return None;
        }
        let whole = |groups: usize| lengths[..groups].iter().sum::<usize>();
        let all = (1..=lengths.len()).find(|groups| whole(*groups) >= TELLING)?;
        let fits = |groups: usize| {
            let end = self.groups[groups - 1].end;
            !is_price(line, at..end)
        };
        let pairs = lengths.starts_with(&[2, 2, 2, 2]) && lengths.get(4).is_none_or(|it| *it != 2);
        if pairs && self.is_danish(4) && self.signs[..3].iter().all(|sign| sign == " ") {
            return (is_announced || !self.are_hours()).then_some(4).filter(|it| fits(*it));
        }
        if pairs && self.is_danish(4) && self.signs[..3].iter().all(|sign| sign == "-") {
            let is_in_brackets =
                line[..at].ends_with('(') && line[self.groups[3].end..].starts_with(')');
            let is_sure = is_announced || is_in_brackets;
            let is_other = self.are_hours() || self.is_date(4) || self.are_steps();
            return (is_sure && !is_other).then_some(4).filter(|it| fits(*it));
        }
        let ten = (1..=lengths.len()).find(|groups| whole(*groups) == 10);
        if let Some(groups) = ten.filter(|groups| self.is_dutch(*groups)) {
            return Some(groups).filter(|it| fits(*it));
        }
        let is_number = is_announced
            && (whole(all) == TELLING && self.is_danish(all)
                || self.line[self.groups[0].clone()].starts_with('0') && whole(all) <= 11)
            && !self.is_date(all)
            && lengths[..all].iter().all(|length| *length > 1);
        is_number.then_some(all).filter(|it| fits(*it))
    }

    fn is_danish(&self, groups: usize) -> bool {
        !self.digits(groups).starts_with(['0', '1'])
    }

    /// `06 12345678`, `020-123 45 67`, `(0591) 12 34 56`.
    fn is_dutch(&self, groups: usize) -> bool {
        let digits = self.digits(groups);
        let first = self.groups[0].len();
        let is_mobile =
            digits.starts_with("06") && matches!(digits.as_bytes()[2], b'1'..=b'5' | b'8');
        let is_area = digits.starts_with('0')
            && matches!(digits.as_bytes()[1], b'1'..=b'5' | b'7')
            && (3..=4).contains(&first);
        let signs = &self.signs[..groups - 1];
        is_mobile && !signs.iter().any(|sign| sign == ".") || is_area && groups > 1
    }

    /// Two hours with their minutes.
    fn are_hours(&self) -> bool {
        let part = |at: usize| self.line[self.groups[at].clone()].parse::<u32>().unwrap_or(99);
        part(0) < 24 && part(2) < 24 && part(1) < 60 && part(3) < 60
    }

    /// Numbers as far from one another as the next two: `20-30-40-50`.
    fn are_steps(&self) -> bool {
        let part = |at: usize| self.line[self.groups[at].clone()].parse::<i32>().unwrap_or(0);
        let steps = [1, 2, 3].map(|at| part(at) - part(at - 1));
        steps[0] == steps[1] && steps[1] == steps[2]
    }

    fn is_date(&self, groups: usize) -> bool {
        let digits = self.digits(groups);
        let part = |range: Range<usize>| digits[range].parse::<u32>().unwrap_or(0);
        let is_year = |it: u32| (1900..2100).contains(&it);
        let is_day = |month: u32, day: u32| {
            (1..=12).contains(&month.min(day)) && (1..=31).contains(&month.max(day))
        };
        digits.len() == 8
            && (is_year(part(0..4)) && is_day(part(4..6), part(6..8))
                || is_year(part(4..8)) && is_day(part(0..2), part(2..4)))
    }
}

/// The code of a country near by with which these digits begin.
fn abroad_code(digits: &str) -> Option<&'static str> {
    const CODES: &[&str] = &[
        "298", "299", "351", "353", "354", "358", "370", "371", "372", "420", "30", "31", "32",
        "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
    ];
    CODES.iter().copied().find(|code| digits.starts_with(code))
}
