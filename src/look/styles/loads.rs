//! The addresses that a style loads: files of the look get their published addresses, and nothing
//! is loaded from other sites, in whatever way it is written.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::lexeme::{Kind, Lexeme};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Source};
use crate::look::{Asset, fonts};

/// Puts the published addresses into a style.
pub(super) fn resolve(
    source: &Source,
    lexemes: &mut [Lexeme<'_>],
    assets: &BTreeMap<String, Asset>,
    out: &mut Vec<Diagnostic>,
) {
    // For each open function, whether strings in it are addresses.
    let mut open: Vec<bool> = vec![];
    let mut rule = String::new();
    for at in 0..lexemes.len() {
        let lexeme = &lexemes[at];
        let address = match &lexeme.kind {
            Kind::AtKeyword(name) => {
                rule.clone_from(name);
                None
            }
            Kind::Semicolon | Kind::Open('{') => {
                rule.clear();
                None
            }
            Kind::String(_) if rule == "import" && open.is_empty() => {
                out.push(imported(source, &lexemes[..at]));
                None
            }
            Kind::String(value) if open.last() == Some(&true) => Some(value.clone()),
            Kind::Url(value) => Some(value.clone()),
            _ => None,
        };
        match lexeme.kind {
            Kind::Close(_) => _ = open.pop(),
            Kind::Function(ref name) => open.push(LOADING.contains(&&**name)),
            _ => open.extend(lexeme.closed_by().map(|_| false)),
        }
        // The name of a namespace looks like an address, but nothing is loaded from it.
        let Some(address) = address.filter(|_| rule != "namespace") else { continue };
        if let Some(found) = published(source, lexeme, &address, assets, out) {
            let text = match lexeme.kind {
                Kind::Url(_) => format!("url(\"{found}\")"),
                _ => format!("\"{found}\""),
            };
            lexemes[at].text = Cow::Owned(text);
        }
    }
}

/// Functions whose strings are addresses.
const LOADING: [&str; 4] = ["url", "src", "image-set", "-webkit-image-set"];

/// The address, as written in the bundle, of what a style names; `None` if it stays unchanged.
fn published(
    source: &Source,
    lexeme: &Lexeme<'_>,
    written: &str,
    assets: &BTreeMap<String, Asset>,
    out: &mut Vec<Diagnostic>,
) -> Option<String> {
    let written = written.trim();
    if written.starts_with("data:") || written.starts_with('#') {
        return None;
    }
    if let Some(asset) = assets.get(written) {
        // The bundle itself is in `assets/`, as all assets are.
        return Some(asset.address.as_str().trim_start_matches("assets/").to_owned());
    }
    let span = source.span(inside(lexeme));
    let is_remote = written.contains("//");
    let diagnostic = match is_remote {
        true => Diagnostic::new(
            Code::RemoteStyle,
            span,
            "This style loads something from outside the look",
        ),
        false => {
            Diagnostic::new(Code::MissingAsset, span, format!("This look has no file “{written}”"))
        }
    };
    let near = nearest(written, assets.keys().map(String::as_str));
    out.push(
        diagnostic.hint(match near {
            _ if fonts::is_other_format(written) => fonts::remedy(written),
            Some(near) if !is_remote => format!("Did you mean “{near}”?"),
            _ => "Put the file into the folder of the look, and name it from there, as in fonts/news.woff2"
                .to_owned(),
        }),
    );
    Some(String::new())
}

/// The range of the address, without the function around it.
fn inside(lexeme: &Lexeme<'_>) -> std::ops::Range<usize> {
    let range = lexeme.range.clone();
    let Kind::Url(_) = lexeme.kind else { return range };
    let start = lexeme.text.find('(').map_or(0, |at| at + 1);
    let end = lexeme.text.strip_suffix(')').unwrap_or(&lexeme.text).len();
    range.start + start..range.start + end.max(start)
}

/// An error for `@import "…"`, at the name of the rule.
fn imported(source: &Source, before: &[Lexeme<'_>]) -> Diagnostic {
    let rule = before.iter().rfind(|it| matches!(it.kind, Kind::AtKeyword(_)));
    let range = rule.map_or(0..0, |it| it.range.clone());
    let message = "This style loads something from outside the look, or hides what it loads";
    Diagnostic::new(Code::RemoteStyle, source.span(range), message)
        .hint("Put the file into the folder of the look, and name it as in url(fonts/news.woff2)")
}

#[cfg(test)]
mod tests {
    use super::super::lexeme::lexemes;
    use super::*;

    fn codes(css: &str) -> Vec<Code> {
        let path = crate::base::SourcePath::new("themes/a/styles/a.css").expect("inside");
        let mut out = vec![];
        resolve(&Source::new(path, css), &mut lexemes(css), &BTreeMap::new(), &mut out);
        out.iter().map(|it| it.code).collect()
    }

    #[test]
    fn nothing_is_loaded_from_elsewhere_however_it_is_written() {
        for bad in [
            "@import \"https://x.example/a.css\";",
            "@IMPORT 'a.css';",
            "@import url(//x.example/a);",
            "a{background:URL( \"//x.example\" )}",
            "a{background:\\75rl(https://x.example)}",
            "a{background:image-set(\"https://x.example/a\" 1x)}",
            "a{background:-webkit-image-set(url(https://x.example/a) 1x)}",
            "@font-face{src:src(\"https://x.example/a\")}",
        ] {
            assert_eq!(codes(bad), [Code::RemoteStyle], "{bad}");
        }
        assert_eq!(codes("a{background:image-set(\"a.png\" type(\"image/png\") 1x)}").len(), 1);
        for fine in [
            "a::before{content:\"\\201C\"}",
            "a::before{content:\"https://x.example\"}",
            "a{background:url(#a)}",
            "a{background:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\")}",
            "@namespace svg url(http://www.w3.org/2000/svg);",
            "/* see url(https://x.example) */",
        ] {
            assert_eq!(codes(fine), [], "{fine}");
        }
    }
}
