//! Values of fields as people write them on one line, so that one part of a value can be changed
//! and the rest left as it is.

use std::fmt;

/// A value in the flow notation of YAML.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Flow {
    Word(String),
    List(Vec<Flow>),
    Group(Vec<(String, Flow)>),
}

impl Flow {
    /// The value that stands there; whatever is none is one word.
    pub(crate) fn parse(text: &str) -> Flow {
        let text = text.trim();
        match text.starts_with(['[', '{']).then(|| read(text)).flatten() {
            Some((value, rest)) if rest.trim().is_empty() => value,
            _ => Flow::Word(text.to_owned()),
        }
    }
}

fn read(text: &str) -> Option<(Flow, &str)> {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('[') {
        let mut items = vec![];
        while !rest.trim_start().starts_with(']') {
            let (item, behind) = read(rest)?;
            items.push(item);
            rest = behind.trim_start();
            rest = rest.strip_prefix(',').unwrap_or(rest);
        }
        return Some((Flow::List(items), rest.trim_start().strip_prefix(']')?));
    }
    if let Some(mut rest) = text.strip_prefix('{') {
        let mut fields = vec![];
        while !rest.trim_start().starts_with('}') {
            let (name, behind) = rest.split_once(':')?;
            let (value, behind) = read(behind)?;
            fields.push((name.trim().to_owned(), value));
            rest = behind.trim_start();
            rest = rest.strip_prefix(',').unwrap_or(rest);
        }
        return Some((Flow::Group(fields), rest.trim_start().strip_prefix('}')?));
    }
    let end = text.find([',', ']', '}'])?;
    let word = text[..end].trim();
    (!word.is_empty()).then(|| (Flow::Word(word.to_owned()), &text[end..]))
}

impl fmt::Display for Flow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flow::Word(word) => f.write_str(word),
            Flow::List(items) => {
                let items: Vec<String> = items.iter().map(Flow::to_string).collect();
                write!(f, "[{}]", items.join(", "))
            }
            Flow::Group(fields) => {
                let one = |(name, value): &(String, Flow)| format!("{name}: {value}");
                let fields: Vec<String> = fields.iter().map(one).collect();
                write!(f, "{{{}}}", fields.join(", "))
            }
        }
    }
}

#[test]
fn parsed_values_are_written_back_unchanged() {
    for text in ["a word", "[a, b]", "{a: [b, {c: d}], e: https://f.example/g}", "[]", "{"] {
        assert_eq!(Flow::parse(text).to_string(), text);
    }
    assert!(matches!(Flow::parse("{a: [b]}"), Flow::Group(_)));
}
