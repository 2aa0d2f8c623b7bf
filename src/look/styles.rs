//! Joins the styles of a look into few files: in the order of their names, with the company's
//! colours last, and without what is only for people.

mod blanks;
mod faults;
mod ignored;
mod lexeme;
mod loads;
mod minify;
mod properties;
mod property_names;

use std::collections::BTreeMap;

use super::{Asset, Tokens};
use crate::base::{Diagnostic, Source};
use lexeme::lexemes;
use minify::minified;
pub(crate) use properties::unset_properties;

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
        let mut lexemes = lexemes(&source.text);
        let faults = faults::faults(&source, &lexemes);
        // What stands after such a mistake is read otherwise than it was meant.
        if faults.is_empty() {
            out.extend(property_names::unknown(&source, &lexemes));
            out.extend(ignored::ignored(&source, &lexemes));
        }
        out.extend(faults);
        loads::resolve(&source, &mut lexemes, assets, out);
        let css = bundles.entry(bundle).or_default();
        css.push_str(&minified(&lexemes));
        // Only at the end of a file is an at-rule complete without its semicolon.
        if !css.is_empty() && !css.ends_with(['}', ';']) && !css.ends_with("*/") {
            css.push(';');
        }
    }
    let main = bundles.entry(MAIN.to_owned()).or_default();
    let overrides = tokens.overrides(main);
    main.push_str(&minified(&lexemes(&overrides)));
    bundles.values_mut().for_each(|css| css.push('\n'));
    bundles
}

const MAIN: &str = "style.css";
