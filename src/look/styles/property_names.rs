//! Properties that CSS does not have: `colour: red`. Browsers ignore such a line in silence.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lexeme::{Kind, Lexeme};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Source};
use crate::data::fields::shortened;

static NAMES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("property_names.txt").lines();
    lines.filter(|line| !line.starts_with('#')).collect()
});

/// Rules in which authors choose the names: those of their own variants of a font.
const OWN_NAMES: &[&str] = &["font-feature-values"];

/// After so many in one file, none is looked for that is like it.
const ENOUGH: usize = 20;

/// Whether CSS has a property of this name.
pub(super) fn is_property(name: &str) -> bool {
    NAMES.contains(&*name.to_ascii_lowercase())
}

/// A warning for each line of a style that sets a property of another name, or has no colon. Custom
/// properties and those of one browser, which begin with a hyphen, are left as they are.
pub(super) fn unknown(source: &Source, lexemes: &[Lexeme<'_>]) -> Vec<Diagnostic> {
    let mut out = vec![];
    // For each open block, whether its names are its author's.
    let mut blocks: Vec<bool> = vec![];
    let (mut item, mut brackets): (Vec<&Lexeme<'_>>, usize) = (vec![], 0);
    for lexeme in lexemes.iter().filter(|lexeme| !lexeme.is_blank()) {
        match lexeme.kind {
            Kind::Open('{') if brackets == 0 => {
                let first = item.first();
                let is_own = first.is_some_and(|first| match &first.kind {
                    Kind::AtKeyword(name) => OWN_NAMES.contains(&name.as_str()),
                    _ => first.text.starts_with("--"),
                });
                blocks.push(is_own || blocks.last() == Some(&true));
                item.clear();
            }
            Kind::Close('}') | Kind::Semicolon if brackets == 0 => {
                if blocks.last() == Some(&false) {
                    let is_worth_it = out.len() < ENOUGH;
                    out.extend(wrong(source, &item, is_worth_it));
                }
                item.clear();
                if lexeme.kind == Kind::Close('}') {
                    blocks.pop();
                }
            }
            _ => {
                brackets += usize::from(lexeme.closed_by().is_some());
                if matches!(lexeme.kind, Kind::Close(_)) {
                    brackets = brackets.saturating_sub(1);
                }
                // Only the beginning matters.
                if item.len() < 2 {
                    item.push(lexeme);
                }
            }
        }
    }
    out
}

fn wrong(source: &Source, item: &[&Lexeme<'_>], is_worth_it: bool) -> Option<Diagnostic> {
    let first = item.first().filter(|first| first.kind == Kind::Ident)?;
    let name = first.text.to_ascii_lowercase();
    if name.starts_with('-') || name.contains('\\') {
        return None;
    }
    let span = source.span(first.range.clone());
    let short = shortened(&first.text);
    let is_known = NAMES.contains(name.as_str());
    if item.get(1).is_none_or(|second| second.kind != Kind::Colon) {
        let message = format!("Browsers ignore this line: there is no colon after “{short}”");
        let diagnostic = Diagnostic::new(Code::UnknownProperty, span, message);
        return is_known.then(|| diagnostic.hint(format!("Write {short}: and then the value")));
    }
    if is_known {
        return None;
    }
    // Of names that are equally near, the first in the alphabet.
    let near = || nearest(&name, NAMES.iter().copied());
    let (message, hint) = match is_worth_it.then(near).flatten() {
        Some(near) => (
            format!("There is no CSS property “{short}”, so browsers ignore this line"),
            format!("Did you mean “{near}”?"),
        ),
        None => (
            format!("“{short}” is no CSS property that is known here"),
            "Write the name of one, or remove the line; leave it if it is newer than this program"
                .to_owned(),
        ),
    };
    Some(Diagnostic::new(Code::UnknownProperty, span, message).hint(hint))
}

#[cfg(test)]
mod tests {
    use super::super::lexeme::lexemes;
    use super::*;
    use crate::base::SourcePath;

    fn told(css: &str) -> Vec<String> {
        let source = Source::new(SourcePath::new("a.css").expect("inside"), css);
        let all = unknown(&source, &lexemes(css));
        let words = |it: &Diagnostic| format!("{} {:?}", it.message, it.notes);
        all.iter().map(words).collect()
    }

    #[test]
    fn a_property_that_css_does_not_have_is_told_with_the_nearest() {
        for (css, name, near) in [
            ("a{colour:red}", "“colour”", "“color”"),
            ("a{margin:0;backgroud:red}", "“backgroud”", "“background”"),
            ("@media print{a{ Colour : red }}", "“Colour”", "“color”"),
            ("a{b:hover{x:1}; font-wieght:700;}", "“font-wieght”", "“font-weight”"),
            ("a{zebra:1}", "“zebra”", "remove the line"),
            ("@font-face{font-famly:x}", "“font-famly”", "“font-family”"),
            ("a{color red;margin:0}", "no colon after “color”", "color: "),
            ("a{background-colour:red}", "“background-colour”", "“background-color”"),
        ] {
            let all = told(css);
            let [one] = all.iter().filter(|it| !it.contains("“x”")).collect::<Vec<_>>()[..]
            else {
                panic!("{css}: {all:?}")
            };
            assert!(one.contains(name) && one.contains(near), "{css}: {one}");
        }
    }

    #[test]
    fn what_is_no_property_is_not_told() {
        for css in [
            "",
            "a:hover{color:red}",
            "a{b:hover &{color:red} c > d{margin:0}}",
            ":root{--colour:red;--x:{y:1};-webkit-thing:1}",
            "@media (min-widht:1px){a{color:red}}",
            "@font-feature-values A{@styleset{nice:12}}",
            "@layer a,b;@import \"c.css\";",
            "@keyframes x{from{opacity:0}50%{opacity:1}to{opacity:0}}",
            "a{color:red;;}/* colour: red */",
            "a{grid-template:[x y] 1fr/auto;background:url(a;b)}",
            "colour:red",
            "a{COLOR:red}",
        ] {
            assert_eq!(told(css), Vec::<String>::new(), "{css}");
        }
    }

    #[test]
    fn the_default_look_has_none() {
        let files = crate::look::DEFAULT.get_dir("styles").expect("styles").files();
        let inner = crate::look::DEFAULT.get_dir("styles").expect("styles").dirs();
        let all = files.chain(inner.flat_map(include_dir::Dir::files));
        let mut count = 0;
        for file in all {
            count += 1;
            let css = file.contents_utf8().expect("text");
            assert_eq!(told(css), Vec::<String>::new(), "{}", file.path().display());
        }
        assert!(count > 5, "{count}");
    }
}
