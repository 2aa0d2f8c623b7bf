//! The style rules of a drawing, read and written again: simple selectors and allowed properties,
//! within @media and @keyframes only. The cost is counted from the same parsed rules.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::css::{self, LOADS, Piece, UNREADABLE, declaration, pieces};
use super::filter;
use super::properties;
use super::selector::{Key, Selector, selectors};

/// A parsed style sheet.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) clean: String,
    pub(super) rules: Vec<Rule>,
    pub(super) fonts: BTreeSet<String>,
}

/// One selector with the declarations for the elements that it matches.
pub(super) struct Rule {
    pub(super) key: Key,
    /// The work that browsers need to match and apply the rule.
    pub(super) work: usize,
    /// The declarations that may add drawing cost.
    pub(super) costly: Rc<[Declaration]>,
}

pub(super) struct Declaration {
    pub(super) name: String,
    pub(super) value: String,
}

pub(super) const MOVES: &str = "the drawing moves or swaps a filter, a pattern or a mask: save one \
                                moment of it as PNG, or all of it as a video";

/// The number of bytes of declarations that cost as much as matching one element.
const STEP: usize = 16;

/// The cleaned value of a `style` attribute.
pub(super) fn style(text: &str) -> Result<String, String> {
    let text = css::clean_value(text)?;
    let mut clean = String::with_capacity(text.len());
    for piece in pieces(&text) {
        let Piece::Declaration(text) = piece else { return Err(UNREADABLE.into()) };
        let Some((name, value)) = declaration(text) else { continue };
        if let Some(value) = properties::kept(&name, value)? {
            clean.extend([&name, ":", &value, ";"]);
        }
    }
    clean.pop();
    Ok(clean)
}

/// Where a declaration may stand.
enum Inside {
    Media,
    Keyframes,
    Frame(Vec<Declaration>),
    Rule(Vec<Selector>, Vec<Declaration>, usize),
}

/// Parses a style sheet. It is an error if the sheet could load anything, animates a filter or a
/// reference, or uses a property whose cost is not known.
pub(super) fn sheet(text: &str) -> Result<Sheet, String> {
    let text = css::clean_sheet(text)?.replace("<!--", " ").replace("-->", " ");
    let mut sheet = Sheet::default();
    let mut open: Vec<Inside> = vec![];
    for piece in pieces(&text) {
        match piece {
            Piece::Open(prelude) => {
                let inside = sheet.open(open.last(), prelude)?;
                sheet.clean.push('{');
                open.push(inside);
            }
            Piece::Close => {
                let inside = open.pop().ok_or(UNREADABLE)?;
                sheet.clean.push('}');
                sheet.take(inside);
            }
            Piece::Declaration(text) => sheet.declaration(&mut open, text)?,
        }
    }
    while let Some(inside) = open.pop() {
        sheet.clean.push('}');
        sheet.take(inside);
    }
    Ok(sheet)
}

impl Sheet {
    fn open(&mut self, around: Option<&Inside>, prelude: &str) -> Result<Inside, String> {
        match (around, prelude.strip_prefix('@')) {
            (None | Some(Inside::Media), None) => {
                let (selectors, clean) = selectors(prelude)?;
                self.clean.push_str(&clean);
                Ok(Inside::Rule(selectors, vec![], 0))
            }
            (Some(Inside::Keyframes), None) => {
                let is_moment = |c: char| c.is_ascii_alphanumeric() || " ,.%".contains(c);
                self.words(prelude, is_moment).map(|()| Inside::Frame(vec![]))
            }
            (None | Some(Inside::Media), Some(rule)) => {
                let name = rule.split(|c: char| !c.is_ascii_alphabetic() && c != '-').next();
                let inside = match name.unwrap_or_default().to_ascii_lowercase().as_str() {
                    "media" => Inside::Media,
                    "keyframes" | "-webkit-keyframes" => Inside::Keyframes,
                    _ => return Err(LOADS.into()),
                };
                self.clean.push('@');
                let is_query = |c: char| c.is_ascii_alphanumeric() || " -_,.:()<>=/".contains(c);
                self.words(rule, is_query).map(|()| inside)
            }
            _ => Err(UNREADABLE.into()),
        }
    }

    /// Writes the text before a `{`, if it contains only allowed characters.
    fn words(&mut self, text: &str, allowed: impl Fn(char) -> bool) -> Result<(), String> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let open = text.matches('(').count();
        if text.is_empty() || !text.chars().all(allowed) || open != text.matches(')').count() {
            return Err(UNREADABLE.into());
        }
        self.clean.push_str(&text);
        Ok(())
    }

    fn declaration(&mut self, open: &mut [Inside], text: &str) -> Result<(), String> {
        let inside = open.last_mut();
        let text = text.trim();
        // `@charset` is left out, because the encoding is already known.
        if text.is_empty() || (inside.is_none() && text.starts_with("@charset")) {
            return Ok(());
        }
        if text.starts_with('@') {
            return Err(LOADS.into());
        }
        let Some(Inside::Rule(..) | Inside::Frame(_)) = inside else {
            return Err(UNREADABLE.into());
        };
        let Some((name, value)) = declaration(text) else { return Ok(()) };
        let Some(value) = properties::kept(&name, value)? else { return Ok(()) };
        self.clean.extend([&name, ":", &value, ";"]);
        self.fonts.extend(properties::fonts(&name, &value).map(str::to_owned));
        let is_costly = costs(&name, &value);
        match inside {
            Some(Inside::Frame(_))
                if name.ends_with("filter")
                    || filter::is_of_filters(&name)
                    || !referred(&value).is_empty() =>
            {
                return Err(MOVES.into());
            }
            // Opacity needs no entry: every animated element counts as transparent.
            Some(Inside::Frame(costly)) if is_costly && name != "opacity" => {
                costly.push(Declaration { name, value });
            }
            Some(Inside::Rule(_, costly, bytes)) => {
                *bytes += name.len() + value.len();
                if is_costly {
                    costly.push(Declaration { name, value });
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn take(&mut self, inside: Inside) {
        match inside {
            Inside::Rule(selectors, costly, bytes) => {
                let costly: Rc<[Declaration]> = costly.into();
                self.rules.extend(selectors.into_iter().map(|Selector { key, parts }| Rule {
                    key,
                    work: parts + bytes / STEP,
                    costly: costly.clone(),
                }));
            }
            // These keyframes may apply to any element.
            Inside::Frame(costly) if !costly.is_empty() => {
                self.rules.push(Rule { key: Key::Any, work: 0, costly: costly.into() });
            }
            Inside::Frame(_) | Inside::Media | Inside::Keyframes => {}
        }
    }
}

/// The ids of the elements that a value refers to by `url(#…)`.
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

/// The id in `#id`, decoded as browsers decode it.
pub(super) fn decoded(id: &str) -> String {
    crate::base::percent::decoded_lossy(id).into_owned()
}

/// Whether a declaration may add drawing cost to its element.
fn costs(name: &str, value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    lower.contains("url(")
        || lower.contains("inherit")
        || name.ends_with("filter")
        || name.starts_with("animation")
        || matches!(name, "d" | "width" | "height" | "r" | "rx" | "ry" | "transform" | "scale")
        || matches!(name, "stroke-dasharray" | "stroke-width" | "vector-effect")
        || matches!(name, "font" | "font-size" | "mix-blend-mode" | "opacity")
        || (name == "stroke" && lower != "none")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_are_found_in_every_block() {
        let text = "@media print { .a { fill: red; Filter: url( '#f;1' ) blur(2px) } }
            .b { color: red } .c { mask: url(#m%31) } .d,.e{stroke:url(#s)";
        let sheet = sheet(text).expect("nothing moves");
        let costly = sheet.rules.iter().flat_map(|rule| {
            rule.costly.iter().map(|it| (&rule.key, it.name.as_str(), referred(&it.value).concat()))
        });
        let [a, c, d, e] = ["a", "c", "d", "e"].map(|name| Key::Class(name.to_owned()));
        let wanted = [
            (&a, "filter", "f;1".to_owned()),
            (&c, "mask", "m1".to_owned()),
            (&d, "stroke", "s".to_owned()),
            (&e, "stroke", "s".to_owned()),
        ];
        assert_eq!(costly.collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn style_sheets_are_written_from_their_parsed_form() {
        let cases = [
            (".a { fill : RED ; -inkscape-x: y }", ".a{fill:RED;}"),
            ("@charset 'utf-8'; .a{}", ".a{}"),
            ("@font-face{src:a}.a{}", ".a{}"),
            ("<!-- .a{fill:red} -->", ".a{fill:red;}"),
            (
                "@media  (prefers-color-scheme: dark) {g>a{r:1px}}",
                "@media (prefers-color-scheme: dark){g>a{r:1px;}}",
            ),
            ("@keyframes a { from, 50.5% { opacity: 0 }", "@keyframes a{from, 50.5%{opacity:0;}}"),
        ];
        for (text, clean) in cases {
            assert_eq!(sheet(text).map(|sheet| sheet.clean), Ok(clean.to_owned()));
        }
        let refused = [
            "@import 'a.css';",
            "@font-feature-values a{}",
            ".a{.b{fill:red}}",
            ".a{@media print{r:1px}}",
            "@layer a{.b{r:1px}}",
            "}.a{r:1px}",
            "a;b{r:1px}",
            "@media print;",
            "fill:red",
            "@keyframes a { to { filter: blur(9px) } }",
            "@property --a{syntax:'*'}",
        ];
        for text in refused {
            assert!(sheet(text).is_err(), "{text}");
        }
        assert!(sheet("@keyframes a { to { opacity: 0 } }").is_ok_and(|it| it.rules.is_empty()));
        assert_eq!(style("fill : red;; -inkscape-x:y; r:1px ;"), Ok("fill:red;r:1px".to_owned()));
        assert!(style("fill:red}").is_err());
    }
}
