//! Parses the selectors of style rules. Only simple ones are accepted: types, classes, ids and
//! attributes, combined by nesting.

/// A property that every element matched by the last part of a selector has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Id(String),
    Class(String),
    Element(String),
    Any,
}

/// One selector of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Selector {
    pub(super) key: Key,
    /// The number of its parts (compound selectors).
    pub(super) parts: usize,
}

/// Pseudo-classes that depend only on the element itself or on its parent.
const STATES: &[&str] = &[
    "root",
    "hover",
    "focus",
    "focus-visible",
    "focus-within",
    "active",
    "link",
    "visited",
    "any-link",
    "target",
    "first-child",
    "last-child",
];
/// The limit of parts in one selector.
const MOST_PARTS: usize = 8;

/// The selectors of a rule, and the same selectors as cleaned text.
pub(super) fn selectors(text: &str) -> Result<(Vec<Selector>, String), String> {
    let mut all = vec![];
    let mut clean = String::with_capacity(text.len());
    for one in text.split(',') {
        let selector = selector(one.trim(), &mut clean).ok_or_else(|| {
            let shown: String = one.trim().chars().filter(|c| !c.is_control()).take(60).collect();
            format!(
                "the drawing's styles choose pieces by “{shown}”, which may be slow to draw \
                 (types, classes and names are not): save it as plain SVG, or as PNG"
            )
        })?;
        all.push(selector);
        clean.push(',');
    }
    clean.pop();
    Ok((all, clean))
}

/// Parses one selector and writes its cleaned text; `None` if it is not simple.
fn selector(text: &str, clean: &mut String) -> Option<Selector> {
    let mut rest = text;
    let mut parts = 0;
    loop {
        let (key, after) = compound(rest)?;
        clean.push_str(&rest[..rest.len() - after.len()]);
        parts += 1;
        let next = after.trim_start();
        if next.is_empty() {
            return (parts <= MOST_PARTS).then_some(Selector { key, parts });
        }
        let child = next.strip_prefix('>').map(str::trim_start);
        if child.is_none() && next.len() == after.len() {
            return None;
        }
        clean.push(if child.is_some() { '>' } else { ' ' });
        rest = child.unwrap_or(next);
    }
}

/// `rect.a#b[c="d"]:hover`, and what follows.
fn compound(text: &str) -> Option<(Key, &str)> {
    let (element, mut rest) = match text.strip_prefix('*') {
        Some(rest) => ("", rest),
        None => split_name(text),
    };
    let (mut id, mut class, mut is_root) = (None, None, false);
    while let Some(mark) = rest.chars().next() {
        let (name, after) = split_name(rest.get(1..).unwrap_or_default());
        match mark {
            '#' if !name.is_empty() => id = Some(name),
            '.' if !name.is_empty() => class = class.or(Some(name)),
            ':' if STATES.contains(&name) && !after.starts_with('(') => is_root |= name == "root",
            '[' => {
                rest = attribute(&rest[1..])?;
                continue;
            }
            _ => break,
        }
        rest = after;
    }
    if rest.len() == text.len() {
        return None;
    }
    let key = match (id, class, element) {
        (Some(id), ..) => Key::Id(id.to_owned()),
        (None, Some(class), _) => Key::Class(class.to_owned()),
        (None, None, "") if is_root => Key::Element("svg".to_owned()),
        (None, None, "") => Key::Any,
        (None, None, element) => Key::Element(element.to_owned()),
    };
    Some((key, rest))
}

/// Parses `c="d"]`: present, equal, prefix or suffix. A substring search would be too slow.
fn attribute(text: &str) -> Option<&str> {
    let (name, rest) = split_name(text);
    // The `style` attribute is rewritten, so selectors cannot depend on its text.
    let rest = if name.is_empty() || name == "style" { return None } else { rest };
    if let Some(rest) = rest.strip_prefix(']') {
        return Some(rest);
    }
    let rest = rest.strip_prefix(['^', '$', '|']).unwrap_or(rest).strip_prefix('=')?;
    let rest = match rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => {
            let (value, rest) = rest[1..].split_once(quote)?;
            if value.contains(['\\', '\n', '{', '}', '<']) {
                return None;
            }
            rest
        }
        None => split_name(rest).1,
    };
    rest.strip_prefix(']')
}

fn split_name(text: &str) -> (&str, &str) {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    text.split_at(text.find(|c| !is_name(c)).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_counts_for_every_element_it_may_match() {
        let of = |name: &str| name.to_owned();
        let cases = [
            ("rect", Key::Element(of("rect")), 1),
            ("g > rect.a.b:hover", Key::Class(of("a")), 2),
            ("rect.a#b", Key::Id(of("b")), 1),
            ("*", Key::Any, 1),
            ("g   :first-child", Key::Any, 2),
            (":root", Key::Element(of("svg")), 1),
            ("rect[x='1']", Key::Element(of("rect")), 1),
            ("#my-svg .node>[data-look=neo]", Key::Any, 3),
            (".Fläche", Key::Class(of("Fläche")), 1),
        ];
        for (text, key, parts) in cases {
            assert_eq!(selectors(text).map(|it| it.0), Ok(vec![Selector { key, parts }]), "{text}");
        }
        let (all, clean) = selectors(".a ,\n g  >  rect , b  c").expect("simple");
        assert_eq!((all.len(), clean.as_str()), (3, ".a,g>rect,b c"));
    }

    #[test]
    fn complex_selectors_are_refused() {
        let clever = [
            ":is(.a, .b)",
            "rect:not(.a)",
            "g:has(rect)",
            "rect:nth-child(2n)",
            "a ~ b",
            "a + b",
            "svg|rect",
            "&",
            "rect::before",
            "[d*=a]",
            "[style]",
            "",
            ".a,",
            "a > > b",
            "a >",
            "> a",
            ".\\61",
            "rect:hover(a)",
            "[a='\\27]",
            "a b c d e f g h i",
        ];
        for text in clever {
            assert!(selectors(text).is_err(), "{text}");
        }
    }
}
