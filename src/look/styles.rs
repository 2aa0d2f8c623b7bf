//! All styles of a look as one file: in the order of their names, with the company's colours last.

use std::collections::BTreeMap;

use super::{Asset, Tokens};
use crate::base::diagnostic::nearest;
use crate::base::{Diagnostic, Source};

/// Joins the styles; `url(fonts/news.woff2)` becomes the asset's hashed name.
pub fn bundle(
    styles: &BTreeMap<String, Source>,
    tokens: &Tokens,
    assets: &BTreeMap<String, Asset>,
    out: &mut Vec<Diagnostic>,
) -> String {
    let mut css = String::new();
    for source in styles.values() {
        with_addresses(source, assets, &mut css, out);
        if !css.ends_with('\n') {
            css.push('\n');
        }
    }
    css.push_str(&tokens.overrides());
    minified(&css)
}

fn with_addresses(
    source: &Source,
    assets: &BTreeMap<String, Asset>,
    css: &mut String,
    out: &mut Vec<Diagnostic>,
) {
    let text: &str = &source.text;
    let mut at = 0;
    while let Some(found) = text[at..].find("url(") {
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
                    true => Diagnostic::error(
                        "remote-style",
                        span,
                        "A style may not load from another place",
                    ),
                    false => Diagnostic::error(
                        "missing-asset",
                        span,
                        format!("This look has no file “{written}”"),
                    ),
                };
                let near = nearest(written, assets.keys().map(String::as_str));
                out.push(diagnostic.hint(match near {
                    Some(near) if !remote => format!("Did you mean “{near}”?"),
                    _ => "Put the file into the look's folder and name it from there: fonts/news.woff2".into(),
                }));
                css.push_str("\"\"");
            }
        }
    }
    css.push_str(&text[at..]);
}

/// Without comments and the blanks at the beginnings of lines; strings stay as they are.
fn minified(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    out.push_str(rest);
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_rules_stay() {
        assert_eq!(
            minified("/* a */\n  p {\n    color: red; /* b */\n  }\n"),
            "p {\ncolor: red;\n}\n"
        );
        assert_eq!(minified("p{}/* never closed"), "p{}\n");
    }
}
