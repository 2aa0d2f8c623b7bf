//! Custom properties that a style uses and nothing sets: `var(--brnd)`.

use std::collections::{BTreeMap, BTreeSet};

use super::lexeme::{Kind, lexemes};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Source};
use crate::look::Tokens;

/// A warning for each use of a property that no style, template or script of the look names
/// otherwise, and that has no value to fall back on. Without one, browsers ignore the whole line.
pub(crate) fn unset_properties(
    styles: &BTreeMap<String, Source>,
    files: &BTreeMap<String, Source>,
    tokens: &Tokens,
) -> Vec<Diagnostic> {
    let mut set: BTreeSet<String> = BTreeSet::new();
    let mut used = vec![];
    for source in styles.values() {
        let all = lexemes(&source.text);
        let words: Vec<_> = all.iter().filter(|lexeme| !lexeme.is_blank()).collect();
        for (at, lexeme) in words.iter().enumerate() {
            let is_property = lexeme.kind == Kind::Ident && lexeme.text.starts_with("--");
            let before = at.checked_sub(1).map(|at| &words[at].kind);
            let is_use = matches!(before, Some(Kind::Function(name)) if name == "var");
            match words.get(at + 1).map(|next| &next.kind) {
                _ if !is_property => {}
                Some(Kind::Close(')')) if is_use => used.push((source, lexeme.range.clone())),
                _ if is_use => {}
                // `--ink: …` sets it, and so does `@property --ink`.
                _ => _ = set.insert(lexeme.text.to_string()),
            }
        }
    }
    let overrides = tokens.overrides("");
    let others = files.iter().filter(|(name, _)| !name.starts_with("styles/"));
    let others: Vec<&str> = others.map(|(_, source)| &*source.text).collect();
    let is_set = |name: &str| {
        set.contains(name)
            || overrides.contains(&format!("{name}:"))
            || others.iter().any(|text| text.contains(name))
    };
    let unset = used.into_iter().filter_map(|(source, range)| {
        let name = &source.text[range.clone()];
        if is_set(name) {
            return None;
        }
        let message = format!("Nothing in this look sets {name}, so browsers ignore this line");
        let near = nearest(name, set.iter().map(String::as_str));
        Some(Diagnostic::new(Code::UnknownProperty, source.span(range.clone()), message).hint(
            match near {
                Some(near) => format!("Did you mean var({near})?"),
                None => format!("Set it in a style, as in :root {{ {name}: #a8321c }}"),
            },
        ))
    });
    unset.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    #[test]
    fn a_property_that_nothing_sets_is_told_with_the_nearest() {
        let file = |name: &str, text: &str| {
            (name.to_owned(), Source::new(SourcePath::new(name).expect("inside"), text))
        };
        let styles = BTreeMap::from([
            file("a.css", ":root{--brand:red} a{color:var(--brnd);--own:1}"),
            file("b.css", "b{c:var( --own );d:var(--none, 1px);e:var(--brand);f:var(--set)}"),
            file("c.css", "/* var(--note) */ g{content:\"var(--text)\"}"),
        ]);
        let files = BTreeMap::from([file("templates/a.html", "<p style=\"--set:1\">")]);
        let out = unset_properties(&styles, &files, &Tokens::default());
        assert_eq!(out.len(), 1, "{out:?}");
        assert!(out[0].message.contains("--brnd"), "{out:?}");
        assert!(format!("{:?}", out[0].notes).contains("var(--brand)"), "{out:?}");
    }
}
