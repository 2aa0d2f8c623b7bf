//! The styles of a look as few files: in the order of their names, with the company's colours last.

use std::collections::BTreeMap;

use super::{Asset, Tokens};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Source};

/// Joins the styles: those of `styles/` are `style.css`, which every page loads; those of a folder
/// in it, `styles/text/`, are `style-text.css`, for pages that ask for it.
pub(crate) fn bundles(
    styles: BTreeMap<String, Source>,
    tokens: &Tokens,
    assets: &BTreeMap<String, Asset>,
    out: &mut Vec<Diagnostic>,
) -> BTreeMap<String, String> {
    let mut bundles: BTreeMap<String, String> = BTreeMap::new();
    bundles.insert(MAIN.to_owned(), String::new());
    for (name, source) in styles {
        let bundle = match name.split_once('/') {
            Some((folder, _)) => format!("style-{folder}.css"),
            None => MAIN.to_owned(),
        };
        let css = bundles.entry(bundle).or_default();
        with_addresses(&source, assets, css, out);
        if !css.ends_with('\n') {
            css.push('\n');
        }
    }
    bundles.entry(MAIN.to_owned()).or_default().push_str(&tokens.overrides());
    bundles.into_iter().map(|(name, css)| (name, minified(&css))).collect()
}

const MAIN: &str = "style.css";

fn with_addresses(
    source: &Source,
    assets: &BTreeMap<String, Asset>,
    css: &mut String,
    out: &mut Vec<Diagnostic>,
) {
    let text: &str = &source.text;
    foreign(source, out);
    out.extend(unbalanced(source));
    let folded = text.to_ascii_lowercase();
    let mut at = 0;
    while let Some(found) = folded[at..].find("url(") {
        let start = at + found + 4;
        let Some(length) = text[start..].find(')') else { break };
        let written = text[start..start + length].trim().trim_matches(['"', '\'']);
        css.push_str(&text[at..start]);
        at = start + length;
        if written.starts_with("data:") || written.starts_with('#') {
            css.push_str(&text[start..at]);
            continue;
        }
        match assets.get(written) {
            // The bundle lies in `assets/` as every asset does.
            Some(asset) => {
                css.push('"');
                css.push_str(asset.address.as_str().trim_start_matches("assets/"));
                css.push('"');
            }
            None => {
                let span = source.span(start..at);
                let remote = written.contains("//");
                let diagnostic = match remote {
                    true => Diagnostic::new(
                        Code::RemoteStyle,
                        span,
                        "This style loads something from outside the look",
                    ),
                    false => Diagnostic::new(
                        Code::MissingAsset,
                        span,
                        format!("This look has no file “{written}”"),
                    ),
                };
                let near = nearest(written, assets.keys().map(String::as_str));
                out.push(diagnostic.hint(match near {
                    Some(near) if !remote => format!("Did you mean “{near}”?"),
                    _ => "Put the file into the folder of the look, and name it from there, as in \
                          fonts/news.woff2".into(),
                }));
                css.push_str("\"\"");
            }
        }
    }
    css.push_str(&text[at..]);
}

/// An error for a brace that is never closed, or closes nothing: browsers would leave out all that
/// follows, in the other files too.
fn unbalanced(source: &Source) -> Option<Diagnostic> {
    let text: &str = &source.text;
    let mut open: Vec<usize> = vec![];
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let length = match next {
            '"' | '\'' => string_length(&text[at..], next),
            '/' if text[at..].starts_with("/*") => {
                text[at + 2..].find("*/").map_or(text.len() - at, |end| end + 4)
            }
            _ => next.len_utf8(),
        };
        match next {
            '{' => open.push(at),
            '}' if open.pop().is_none() => {
                let span = source.span(at..at + 1);
                let message = "There is one } too many here";
                return Some(
                    Diagnostic::new(Code::BrokenStyle, span, message)
                        .hint("Remove it, or add the { that it should close"),
                );
            }
            _ => {}
        }
        at += length;
    }
    let span = source.span(open.pop().map(|at| at..at + 1)?);
    Some(
        Diagnostic::new(Code::BrokenStyle, span, "This { is never closed")
            .hint("Add a } where its rules end: all styles after it would be lost"),
    )
}

/// Ways to load something that do not say `url(`: a string after `@import` or in a set of images,
/// and a name that is written with escapes.
fn foreign(source: &Source, out: &mut Vec<Diagnostic>) {
    let text = source.text.to_ascii_lowercase();
    for (word, is_always) in
        [("@import", true), ("\\", false), ("image-set(", false), ("src(", false)]
    {
        for (at, _) in text.match_indices(word) {
            let statement = text[at..].split([';', '}']).next().unwrap_or_default();
            // What says `url(` is looked at where it is written anew.
            if is_always && statement.contains("url(") {
                continue;
            }
            let is_escape = word == "\\" && statement.contains('(');
            if is_always || (statement.contains("//") && (is_escape || word != "\\")) {
                let span = source.span(at..at + word.len());
                let message =
                    "This style loads something from outside the look, or hides what it loads";
                out.push(Diagnostic::new(Code::RemoteStyle, span, message).hint(
                    "Put the file into the folder of the look, and name it as in \
                     url(fonts/news.woff2)",
                ));
            }
        }
    }
}

/// Without comments, and without the blanks that mean nothing: after `{ } ; , :` and before
/// `{ } ; ,`. Strings stay as they are.
fn minified(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    // A blank that has been read and may matter.
    let mut blank = false;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
            continue;
        }
        let length = match next {
            '"' | '\'' => string_length(rest, next),
            _ => next.len_utf8(),
        };
        let part = &rest[..length];
        rest = &rest[length..];
        if next.is_ascii_whitespace() {
            blank = true;
            continue;
        }
        let closes = matches!(next, '{' | '}' | ';' | ',');
        let opened = out.ends_with(['{', '}', ';', ',', ':']) || out.is_empty();
        if blank && !closes && !opened {
            out.push(' ');
        }
        blank = false;
        if next == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(part);
    }
    out.push('\n');
    out
}

/// How long the string is that begins here, its marks included.
fn string_length(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == mark => return at + mark.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_loaded_from_elsewhere_however_it_is_written() {
        let refusals = |css: &str| {
            let path = crate::base::SourcePath::new("themes/a/styles/a.css").expect("inside");
            let mut out = vec![];
            with_addresses(&Source::new(path, css), &BTreeMap::new(), &mut String::new(), &mut out);
            out.iter().filter(|diagnostic| diagnostic.code == Code::RemoteStyle).count()
        };
        for bad in [
            "@import \"https://x.example/a.css\";",
            "@IMPORT 'a.css';",
            "@import url(//x.example/a);",
            "a{background:URL( \"//x.example\" )}",
            "a{background:\\75rl(https://x.example)}",
            "a{background:image-set(\"https://x.example/a\" 1x)}",
        ] {
            assert!(refusals(bad) > 0, "{bad}");
        }
        for fine in [
            "a::before{content:\"\\201C\"}",
            "a{background:url(#a)}",
            "/* see https://x.example */",
        ] {
            assert_eq!(refusals(fine), 0, "{fine}");
        }
    }

    #[test]
    fn only_what_means_nothing_goes() {
        let cases = [
            ("/* a */\n  p {\n    color: red; /* b */\n  }\n", "p{color:red}\n"),
            ("p{}/* never closed", "p{}\n"),
            (".a :hover , .b > .c { margin: 1px  2px }", ".a :hover,.b > .c{margin:1px 2px}\n"),
            (
                "q::before { content: \"a  {b; \\\" /* */\" }",
                "q::before{content:\"a  {b; \\\" /* */\"}\n",
            ),
            (
                "@media (min-width: 44rem) { a { width: calc(1px + 2px) } }",
                "@media (min-width:44rem){a{width:calc(1px + 2px)}}\n",
            ),
        ];
        for (css, short) in cases {
            assert_eq!(minified(css), short);
        }
    }
}
