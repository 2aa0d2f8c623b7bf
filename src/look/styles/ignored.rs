//! Lines of a style that browsers ignore in silence, whatever their properties are called: a semicolon
//! that is missing, quotation marks of a word processor, a space before a unit.

mod lengths;
mod words;

use super::lexeme::{Kind, Lexeme};
use super::property_names::is_property;
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Source};
use crate::data::colors;
use crate::data::fields::shortened;
use words::{COLOR_NAMES, COLORS, RULES, STATES, UNITS};

/// After so many in one file, the others are left.
const ENOUGH: usize = 20;

/// What one declaration, selector or rule is made of, with what ends it.
struct Item<'l, 'a> {
    parts: Vec<&'l Lexeme<'a>>,
    /// Whether it stands in a block that sets properties.
    is_inside: bool,
    end: char,
}

/// A warning for each line that browsers ignore.
pub(super) fn ignored(source: &Source, lexemes: &[Lexeme<'_>]) -> Vec<Diagnostic> {
    let mut out = vec![];
    let (mut parts, mut depth, mut brackets): (Vec<&Lexeme<'_>>, usize, usize) = (vec![], 0, 0);
    for lexeme in lexemes.iter().filter(|lexeme| lexeme.kind != Kind::Comment) {
        let end = match lexeme.kind {
            Kind::Open('{') if brackets == 0 => '{',
            Kind::Close('}') if brackets == 0 => '}',
            Kind::Semicolon if brackets == 0 => ';',
            _ => {
                brackets += usize::from(lexeme.closed_by().is_some());
                if matches!(lexeme.kind, Kind::Close(_)) {
                    brackets = brackets.saturating_sub(1);
                }
                if !(parts.is_empty() && lexeme.kind == Kind::Space) {
                    parts.push(lexeme);
                }
                continue;
            }
        };
        let item = Item { parts: std::mem::take(&mut parts), is_inside: depth > 0, end };
        if out.len() < ENOUGH {
            out.extend(of_item(&item).map(|(at, (message, hint))| {
                let span = source.span(at.range.clone());
                Diagnostic::new(Code::IgnoredStyle, span, message).hint(hint)
            }));
        }
        match end {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    out
}

/// A place, and what is said of it.
type Told<'l, 'a> = (&'l Lexeme<'a>, (String, String));

/// The first thing that keeps browsers from reading it.
fn of_item<'l, 'a>(item: &Item<'l, 'a>) -> Option<Told<'l, 'a>> {
    let first = *item.parts.first()?;
    if first.text.starts_with("--") && item.is_inside {
        return None;
    }
    let declaration = declaration(item);
    foreign_sign(item).or_else(|| rule(first)).or_else(|| outside(item, declaration)).or_else(
        || match declaration {
            Some(_) if item.end == '{' => {
                let message = "Browsers ignore this line and the rule after it: its end is missing";
                Some((first, (message.to_owned(), "Write ; where this line ends".to_owned())))
            }
            Some(value) => of_value(first, value),
            None => selector(item),
        },
    )
}

/// The value of a line that sets something.
fn declaration<'i, 'l, 'a>(item: &'i Item<'l, 'a>) -> Option<&'i [&'l Lexeme<'a>]> {
    let [name, rest @ ..] = &item.parts[..] else { return None };
    let is_blank = |it: &&Lexeme<'_>| it.kind == Kind::Space;
    let at = rest.iter().position(|it| !is_blank(it)).filter(|_| name.kind == Kind::Ident)?;
    let is_colon = rest[at].kind == Kind::Colon;
    // `a:hover {` is a selector; `color: red {` is a line whose end is missing.
    let is_selector = item.end == '{'
        && (!is_property(&name.text) || rest.get(at + 1).is_none_or(|it| !is_blank(it)));
    (is_colon && !is_selector).then(|| &rest[at + 1..])
}

/// Signs that CSS does not have at all.
fn foreign_sign<'l, 'a>(item: &Item<'l, 'a>) -> Option<Told<'l, 'a>> {
    for (at, part) in item.parts.iter().enumerate() {
        let is_plain = matches!(part.kind, Kind::Ident | Kind::Delim(_) | Kind::Other);
        if let Some(mark) = part.text.chars().find(|c| is_plain && "“”„‟‘’‚«»".contains(*c))
        {
            let message =
                format!("Browsers ignore this line, because {mark} is no quotation mark in CSS");
            return Some((part, (message, "Write \" in its place".to_owned())));
        }
        let next = item.parts.get(at + 1);
        if part.kind == Kind::Delim('$') {
            let name = next.filter(|it| it.kind == Kind::Ident).map_or("brand", |it| &it.text);
            let name = shortened(name);
            return Some((
                part,
                (
                    "Browsers ignore this line: CSS has no names that begin with $".to_owned(),
                    format!("Write var(--{name}), and set it with --{name}: …; in :root {{ }}"),
                ),
            ));
        }
        if part.kind == Kind::Delim('#') && next.is_none_or(|it| it.kind == Kind::Space) {
            return Some((
                part,
                (
                    "In a style, # begins no comment, so the rule after it is lost".to_owned(),
                    "Write /* before the comment and */ after it".to_owned(),
                ),
            ));
        }
    }
    None
}

/// An at-rule that is nearly one of CSS.
fn rule<'l, 'a>(first: &'l Lexeme<'a>) -> Option<Told<'l, 'a>> {
    let Kind::AtKeyword(name) = &first.kind else { return None };
    if RULES.contains(&name.as_str()) || name.starts_with('-') {
        return None;
    }
    let near = nearest(name, RULES.iter().copied())?;
    let message =
        format!("There is no rule @{}, so browsers ignore all that is in it", shortened(name));
    Some((first, (message, format!("Did you mean @{near}?"))))
}

/// A line that sets something outside of all blocks.
fn outside<'l, 'a>(
    item: &Item<'l, 'a>,
    declaration: Option<&[&'l Lexeme<'a>]>,
) -> Option<Told<'l, 'a>> {
    let first = *item.parts.first()?;
    let is_line = declaration.is_some() && item.end == ';';
    (is_line && !item.is_inside).then(|| {
        let message = "This stands outside of { and }, so browsers ignore it and the rule after it";
        let line = "Put it between { and }, as in :root { } for a value of the whole site";
        (first, (message.to_owned(), line.to_owned()))
    })
}

fn of_value<'l, 'a>(name: &'l Lexeme<'a>, value: &[&'l Lexeme<'a>]) -> Option<Told<'l, 'a>> {
    let mut brackets = 0_usize;
    for (at, part) in value.iter().enumerate() {
        let after = &value[at + 1..];
        let next = after.first();
        // `color: red` and on the next line `margin: 0`: the first line has no end.
        let is_name = part.kind == Kind::Ident && at > 0 && is_property(&part.text);
        if is_name && brackets == 0 && next.is_some_and(|it| it.kind == Kind::Colon) {
            let before = value[..at].iter().rfind(|it| it.kind != Kind::Space)?;
            let message = format!(
                "Browsers ignore this line and the next: a semicolon is missing before “{}”",
                shortened(&part.text)
            );
            let hint = format!("Write {};", shortened(&before.text));
            return Some((before, (message, hint)));
        }
        brackets += usize::from(part.closed_by().is_some());
        if matches!(part.kind, Kind::Close(_)) {
            brackets = brackets.saturating_sub(1);
        }
        if part.kind == Kind::Number
            && part.text.ends_with(|c: char| c.is_ascii_digit())
            && next.is_some_and(|it| it.kind == Kind::Space)
            && let Some(unit) = after.get(1).filter(|it| UNITS.contains(&&*it.text))
        {
            let message = "Browsers ignore this line: a space stands between a number and its unit";
            return Some((part, (message.to_owned(), format!("Write {}{}", part.text, unit.text))));
        }
        if matches!(&part.kind, Kind::Function(name) if name == "var")
            && let Some(word) =
                next.filter(|it| it.kind == Kind::Ident && !it.text.starts_with("--"))
        {
            let own = shortened(word.text.trim_start_matches('-'));
            let message = format!(
                "Browsers ignore this line: “{}” does not begin with --",
                shortened(&word.text)
            );
            return Some((word, (message, format!("Write var(--{own})"))));
        }
        if let Some(digits) = part.text.strip_prefix('#').filter(|_| part.kind == Kind::Other) {
            let is_color = matches!(digits.len(), 3 | 4 | 6 | 8)
                && digits.bytes().all(|it| it.is_ascii_hexdigit());
            if !is_color {
                let message =
                    format!("Browsers ignore this line: “{}” is no colour", shortened(&part.text));
                let hint = "Write # and three or six digits from 0 to 9 and a to f, as in #a8321c";
                return Some((part, (message, hint.to_owned())));
            }
        }
    }
    color_word(name, value)
        .or_else(|| lengths::crowded_sum(value))
        .or_else(|| lengths::without_unit(name, value))
}

/// A misspelt name of a colour.
fn color_word<'l, 'a>(name: &Lexeme<'a>, value: &[&'l Lexeme<'a>]) -> Option<Told<'l, 'a>> {
    let mut words = value.iter().filter(|it| it.kind != Kind::Space);
    let word = words.next().filter(|it| it.kind == Kind::Ident)?;
    let is_alone = words.next().is_none();
    let folded = word.text.to_ascii_lowercase();
    if !is_alone || !COLORS.contains(&&*name.text.to_ascii_lowercase()) {
        return None;
    }
    let is_known = |word: &str| COLOR_NAMES.split_whitespace().any(|name| name == word);
    if is_known(&folded) {
        return None;
    }
    let near = || nearest(&folded, COLOR_NAMES.split_whitespace());
    let near = colors::css_name(&folded).or_else(near)?;
    let message =
        format!("There is no colour “{}”, so browsers ignore this line", shortened(&word.text));
    Some((word, (message, format!("Did you mean “{near}”?"))))
}

/// A state of an element that is nearly one of CSS: `a:hovr`.
fn selector<'l, 'a>(item: &Item<'l, 'a>) -> Option<Told<'l, 'a>> {
    if item.end != '{' || matches!(item.parts.first()?.kind, Kind::AtKeyword(_)) {
        return None;
    }
    let pairs = item.parts.windows(2).filter(|pair| pair[0].kind == Kind::Colon);
    let states = pairs.map(|pair| pair[1]).filter(|it| it.kind == Kind::Ident);
    let mut wrong = states.filter_map(|state| {
        let name = state.text.to_ascii_lowercase();
        if STATES.contains(&&*name) || name.starts_with('-') {
            return None;
        }
        let near = nearest(&name, STATES.iter().copied())?;
        let message =
            format!("There is no state :{}, so browsers ignore this rule", shortened(&state.text));
        Some((state, (message, format!("Did you mean :{near}?"))))
    });
    wrong.next()
}

#[cfg(test)]
mod tests;
