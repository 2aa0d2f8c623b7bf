//! Styles of a drawing as its cost is counted by: what is declared, and which elements a rule may
//! mean. Where selectors are too clever to be followed, a rule counts for every element.

/// One declaration of a style sheet that may cost something.
pub(super) struct Rule {
    pub(super) key: Key,
    pub(super) name: String,
    pub(super) value: String,
}

pub(super) const MOVES: &str = "the drawing moves or exchanges a filter, a pattern or a mask: save one \
    moment of it as PNG, or all of it as a film";

/// What the last part of a selector asks for: all that matches has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Id(String),
    Class(String),
    Element(String),
    Any,
}

/// The declarations of a `style` attribute, names in lower case.
pub(super) fn declarations(text: &str) -> Vec<(String, &str)> {
    let declared = |piece| match piece {
        Piece::Declaration(text) => declaration(text),
        Piece::Open(_) | Piece::Close => None,
    };
    pieces(text).into_iter().filter_map(declared).collect()
}

/// The rules of a sheet that may cost something; an error where a filter or a reference moves.
pub(super) fn rules(sheet: &str) -> Result<Vec<Rule>, String> {
    let mut rules = vec![];
    let mut open: Vec<&str> = vec![];
    for piece in pieces(sheet) {
        match piece {
            Piece::Open(prelude) => open.push(prelude),
            Piece::Close => drop(open.pop()),
            Piece::Declaration(text) => {
                let Some((name, value)) = declaration(text) else { continue };
                if !costs(&name, value) {
                    continue;
                }
                let moves = open.iter().any(|prelude| is_keyframes(prelude));
                if moves && (name.ends_with("filter") || !referred(value).is_empty()) {
                    return Err(MOVES.into());
                }
                // Whatever moves so may be anything.
                let selector = open.iter().rfind(|prelude| !prelude.starts_with('@'));
                let selector = selector.filter(|_| !moves).copied().unwrap_or("*");
                rules.extend(keys(selector).into_iter().map(|key| Rule {
                    key,
                    name: name.clone(),
                    value: value.to_owned(),
                }));
            }
        }
    }
    Ok(rules)
}

/// The pieces of the drawing that a value refers to by `url(#…)`.
pub(super) fn referred(value: &str) -> Vec<String> {
    let lower = value.to_ascii_lowercase();
    let starts = lower.match_indices("url(").map(|(at, _)| &value[at + 4..]);
    starts
        .filter_map(|rest| {
            let rest = rest.trim_ascii_start().trim_start_matches(['"', '\'']);
            let id = rest.strip_prefix('#')?;
            let end = id.find(|c: char| matches!(c, '"' | '\'' | ')') || c.is_whitespace());
            Some(decoded(&id[..end.unwrap_or(id.len())]))
        })
        .collect()
}

/// The id of `#id`, as browsers read it.
pub(super) fn decoded(id: &str) -> String {
    percent_encoding::percent_decode_str(id).decode_utf8_lossy().into_owned()
}

enum Piece<'a> {
    /// What stands before a `{`.
    Open(&'a str),
    Declaration(&'a str),
    Close,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = vec![];
    let (mut from, mut brackets) = (0, 0_usize);
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open || c == '\n' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '(') => brackets += 1,
            (None, ')') => brackets = brackets.saturating_sub(1),
            (None, '{') => {
                pieces.push(Piece::Open(text[from..at].trim()));
                (from, brackets) = (at + 1, 0);
            }
            (None, ';') if brackets == 0 => {
                pieces.push(Piece::Declaration(&text[from..at]));
                from = at + 1;
            }
            (None, '}') => {
                pieces.extend([Piece::Declaration(&text[from..at]), Piece::Close]);
                (from, brackets) = (at + 1, 0);
            }
            (None, _) => {}
        }
    }
    pieces.push(Piece::Declaration(&text[from..]));
    pieces
}

fn declaration(text: &str) -> Option<(String, &str)> {
    let (name, value) = text.split_once(':')?;
    Some((name.trim().to_ascii_lowercase(), value.trim()))
}

/// Whether a declaration may cost more than the element that it stands for.
fn costs(name: &str, value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    lower.contains("url(")
        || lower.contains("inherit")
        || name.ends_with("filter")
        || name.starts_with("animation")
        || matches!(name, "stroke-dasharray" | "d" | "width" | "height" | "r" | "rx" | "ry")
        || name == "all"
}

fn is_keyframes(prelude: &str) -> bool {
    prelude.starts_with('@') && prelude.to_ascii_lowercase().contains("keyframes")
}

fn keys(selector: &str) -> Vec<Key> {
    if selector.contains(['(', '[', '&', '\\']) {
        return vec![Key::Any];
    }
    selector.split(',').map(key).collect()
}

/// Of `g > rect.a:hover` the class `a`.
fn key(selector: &str) -> Key {
    let mut parts = selector.split(|c: char| c.is_whitespace() || matches!(c, '>' | '+' | '~'));
    let last = parts.rfind(|part| !part.is_empty()).unwrap_or_default();
    let last = last.split(':').next().unwrap_or_default();
    let last = last.rsplit('|').next().unwrap_or_default();
    let up_to_next = |rest: &str| rest.split(['.', '#']).next().unwrap_or_default().to_owned();
    if let Some((_, rest)) = last.split_once('#') {
        return Key::Id(up_to_next(rest));
    }
    match last.split_once('.') {
        Some((_, rest)) => Key::Class(up_to_next(rest)),
        None if matches!(last, "" | "*") => Key::Any,
        None => Key::Element(last.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_counts_for_all_that_it_may_mean() {
        let of = |name: &str| name.to_owned();
        let cases = [
            ("rect", Key::Element(of("rect"))),
            ("g > rect.a.b:hover", Key::Class(of("a"))),
            ("svg|rect#a.b", Key::Id(of("a"))),
            ("*", Key::Any),
            ("g ~ :first-child", Key::Any),
            (":is(.a, .b)", Key::Any),
            ("rect[x]", Key::Any),
        ];
        for (selector, wanted) in cases {
            assert_eq!(keys(selector)[0], wanted, "{selector}");
        }
        assert_eq!(keys(".a, .b").len(), 2);
    }

    #[test]
    fn declarations_are_found_wherever_they_stand() {
        let sheet = "@media print { .a { fill: red; Filter: url( '#f;1' ) blur(2px) } }
            .b { color: red; .c { mask: url(#m%31) } } .d{stroke:url(#s)}";
        let found = rules(sheet).expect("nothing moves");
        let told: Vec<_> = found
            .iter()
            .map(|rule| (&rule.key, rule.name.as_str(), referred(&rule.value).concat()))
            .collect();
        let [a, c, d] = ["a", "c", "d"].map(|name| Key::Class(name.to_owned()));
        let wanted = [
            (&a, "filter", "f;1".to_owned()),
            (&c, "mask", "m1".to_owned()),
            (&d, "stroke", "s".to_owned()),
        ];
        assert_eq!(told, wanted);
        assert!(rules("@keyframes a { to { filter: blur(9px) } }").is_err());
        assert!(rules("@keyframes a { to { opacity: 0 } }").is_ok_and(|rules| rules.is_empty()));
        assert_eq!(declarations("fill:red;STROKE : url(#a)").len(), 2);
    }
}
