//! Distances without a unit, and sums without spaces around their signs.

use super::{Kind, Lexeme, Told};
use crate::data::fields::shortened;

/// Properties all of whose numbers are distances. 0 needs no unit.
const DISTANCES: &[&str] = &[
    "block-size",
    "border",
    "border-block",
    "border-bottom",
    "border-bottom-width",
    "border-inline",
    "border-left",
    "border-left-width",
    "border-radius",
    "border-right",
    "border-right-width",
    "border-spacing",
    "border-top",
    "border-top-width",
    "border-width",
    "bottom",
    "column-gap",
    "column-width",
    "font-size",
    "gap",
    "height",
    "inline-size",
    "inset",
    "inset-block",
    "inset-inline",
    "left",
    "letter-spacing",
    "margin",
    "margin-block",
    "margin-bottom",
    "margin-inline",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-height",
    "max-inline-size",
    "max-width",
    "min-height",
    "min-inline-size",
    "min-width",
    "outline",
    "outline-offset",
    "outline-width",
    "padding",
    "padding-block",
    "padding-bottom",
    "padding-inline",
    "padding-left",
    "padding-right",
    "padding-top",
    "right",
    "row-gap",
    "scroll-margin",
    "scroll-margin-top",
    "scroll-padding",
    "scroll-padding-top",
    "text-indent",
    "top",
    "width",
    "word-spacing",
];

/// Functions that calculate.
const SUMS: &[&str] = &["calc", "min", "max", "clamp"];

/// A number without a unit where only a distance means anything.
pub(super) fn without_unit<'l, 'a>(
    name: &Lexeme<'a>,
    value: &[&'l Lexeme<'a>],
) -> Option<Told<'l, 'a>> {
    if !DISTANCES.contains(&&*name.text.to_ascii_lowercase()) {
        return None;
    }
    let mut brackets = 0_usize;
    for (at, part) in value.iter().enumerate() {
        brackets += usize::from(part.closed_by().is_some());
        if matches!(part.kind, Kind::Close(_)) {
            brackets = brackets.saturating_sub(1);
        }
        let number = part.text.parse::<f64>().ok().filter(|number| *number != 0.0);
        // `1 0px` is told as that.
        let is_alone = value.get(at + 1).is_none_or(|next| next.kind != Kind::Delim('%'));
        if part.kind == Kind::Number && brackets == 0 && number.is_some() && is_alone {
            let message = "Browsers ignore this line: a number other than 0 needs a unit";
            let hint = format!("Write {0}px, or {0}rem, which grows with the letters", part.text);
            return Some((part, (message.to_owned(), hint)));
        }
    }
    None
}

/// A sign of a sum that does not stand between two spaces: `calc(100%-10px)`.
pub(super) fn crowded_sum<'l, 'a>(value: &[&'l Lexeme<'a>]) -> Option<Told<'l, 'a>> {
    // For each open bracket, whether it calculates.
    let mut open: Vec<bool> = vec![];
    for (at, part) in value.iter().enumerate() {
        match &part.kind {
            Kind::Function(name) => open.push(SUMS.contains(&name.as_str())),
            Kind::Open('(') => open.push(open.last() == Some(&true)),
            Kind::Close(_) => _ = open.pop(),
            Kind::Open(_) => open.push(false),
            _ => {}
        }
        if open.last() != Some(&true) {
            continue;
        }
        let message = "Browsers ignore this line: in a sum, + and - need a space on both sides";
        let told = |part: &'l Lexeme<'a>, sum: String| {
            Some((part, (message.to_owned(), format!("Write {}", shortened(&sum)))))
        };
        // `10px-5px` is one word.
        if part.kind == Kind::Number
            && let Some((first, second)) = apart(&part.text)
        {
            return told(part, format!("{first} - {second}").trim_end().to_owned());
        }
        let before = value[..at].iter().rfind(|it| it.kind != Kind::Space);
        let is_value = before.is_some_and(|it| matches!(it.kind, Kind::Number | Kind::Close(')')));
        let has_sign = |text: &str| text.starts_with(['-', '+']);
        if part.kind == Kind::Number && has_sign(&part.text) && is_value {
            let before = before.filter(|it| it.kind == Kind::Number).map_or("…", |it| &it.text);
            let (sign, rest) = part.text.split_at(1);
            return told(part, format!("{before} {sign} {rest}"));
        }
        let next = value.get(at + 1);
        if matches!(part.kind, Kind::Delim('+' | '-')) && is_value {
            let space = |it: Option<&&Lexeme<'_>>| it.is_some_and(|it| it.kind == Kind::Space);
            let is_apart = space(next) && space(at.checked_sub(1).and_then(|at| value.get(at)));
            if !is_apart {
                return told(part, format!("a space before and after {}", part.text));
            }
        }
    }
    None
}

/// The two numbers of `10px-5px`, or the first of `10px- 5px`; `1e-3` is one.
fn apart(number: &str) -> Option<(&str, &str)> {
    let at = number.bytes().skip(1).position(|byte| byte == b'-')? + 1;
    let (first, second) = (&number[..at], &number[at + 1..]);
    let is_exponent = first.ends_with(['e', 'E'])
        && first[..first.len() - 1].ends_with(|c: char| c.is_ascii_digit())
        && second.starts_with(|c: char| c.is_ascii_digit());
    (!is_exponent).then_some((first, second))
}
