//! Which attributes and elements the selectors of a drawing's styles depend on. They are collected
//! before the drawing is cleaned, because they must be kept.

use std::collections::BTreeSet;

use super::xml::{self, Token};

#[derive(Default)]
pub(super) struct Asked {
    /// The attributes that appear in selectors.
    pub(super) attributes: BTreeSet<String>,
    /// Whether a selector depends on an element's position, such as `:first-child`.
    pub(super) places: bool,
    /// Whether a selector depends on links, such as `:link`.
    pub(super) links: bool,
    /// Whether an attribute is named by a prefix, as in `xlink:href`.
    pub(super) uses_xlink: bool,
}

impl Asked {
    /// Ignores syntax errors: they are reported when the drawing is cleaned.
    pub(super) fn of(drawing: &str) -> Asked {
        let mut asked = Asked::default();
        let mut is_style = false;
        for token in xml::tokens(drawing).filter_map(Result::ok) {
            match token {
                Token::Open { name, closed, attributes } => {
                    is_style = name == "style" && !closed;
                    asked.uses_xlink |= attributes.iter().any(|it| it.name == "xlink:href");
                }
                Token::Close(_) => is_style = false,
                Token::Text(text) if is_style => asked.read(&text),
                Token::Text(_) | Token::Comment | Token::Instruction(_) => {}
            }
        }
        asked
    }

    fn read(&mut self, sheet: &str) {
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let names = sheet.split('[').skip(1).filter_map(|rest| rest.split(|c| !is_name(c)).next());
        self.attributes.extend(names.map(str::to_owned));
        self.places |= [":first-child", ":last-child"].iter().any(|state| sheet.contains(state));
        let links = [":link", ":any-link", ":visited", "[href"];
        self.links |= links.iter().any(|state| sheet.contains(state));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_in_selectors_are_found_in_style_elements_only() {
        let drawing = "<svg><g data-b='[data-c]'/><style>[data-a=x] g:first-child{}</style></svg>";
        let asked = Asked::of(drawing);
        assert_eq!(asked.attributes.into_iter().collect::<Vec<_>>(), ["data-a"]);
        assert!(asked.places && !asked.links);
    }
}
