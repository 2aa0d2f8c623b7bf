//! The tokens of a look: its colours, type and distances, what a company changes of them, and a
//! check that every pair of colours is readable.

mod color_words;
mod nearest;
mod pairs;

use std::collections::BTreeMap;
use std::fmt::Write;

use pairs::Pair;

use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Places, Source, SourcePath, Span};
use crate::config::Config;
use crate::data::colors::{self, Rgb, hex, parse};
use crate::data::fields::fields;
use crate::data::fields::read_tree;
use crate::data::{Located, Reader, toml};

fields! {
    /// `theme.toml`.
    pub(crate) struct ThemeFile {
        /// Colours by name: one for light, one for dark.
        optional colors: BTreeMap<String, Located<Vec<String>>> = "{ ink = [\"#221d18\", \"#ece5d9\"] }";
        /// Pairs of colours that stand on each other.
        list pairs: Pair = "[{ text = \"ink\", on = \"paper\", least = \"4.5\" }]";
        /// Fonts and sizes by name.
        optional r#type: BTreeMap<String, Located<String>> = "{ serif = \"Georgia, serif\" }";
        /// Distances and shapes by name.
        optional space: BTreeMap<String, Located<String>> = "{ radius = \"4px\" }";
    }
}

/// Fonts or distances by name.
type Settings = BTreeMap<String, Located<String>>;

/// Where a company set a colour, and what it wrote.
type SetColors = BTreeMap<String, (SourcePath, Located<Vec<String>>)>;

/// The tokens of a look, with the changes of the company.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens {
    /// Every colour with the company's changes: light and dark.
    colors: BTreeMap<String, [Rgb; 2]>,
    /// What the company has set, for the style sheet.
    set: Vec<(String, String)>,
}

impl Tokens {
    /// Reads the `theme.toml` of all looks (later ones override earlier ones), and then the
    /// company's changes. `is_named` says whether a file of the company's own look has a word.
    pub(crate) fn read(
        config: &Config,
        files: &[Source],
        is_named: &dyn Fn(&str) -> bool,
        out: &mut Vec<Diagnostic>,
    ) -> Tokens {
        // A name is written into the style sheet as it is.
        let is_name = |name: &str| {
            !name.is_empty()
                && name.bytes().all(|c| c.is_ascii_alphanumeric() || b"-_".contains(&c))
        };
        let may_be_own = |name: &str| is_name(name) && is_named(&format!("--{name}"));
        let mut tokens = Tokens::default();
        let mut places = SetColors::new();
        let mut pairs = vec![];
        let (mut types, mut spaces) = (Settings::new(), Settings::new());
        for (at, source) in files.iter().enumerate() {
            let tree = toml::read_file(source, out);
            let mut reader = Reader {
                source,
                notation: tree.notation,
                broken: tree.broken,
                is_submitted: false,
                languages: &[],
                zone: None,
                field: "",
                fields: &[],
                places: &mut Places::default(),
                out,
            };
            let file: ThemeFile = read_tree(&tree, &(0..0), &mut reader);
            for (name, written) in file.colors.unwrap_or_default() {
                let is_own = at > 0 && !tokens.colors.contains_key(&name);
                if is_own && !may_be_own(&name) {
                    let known = tokens.colors.keys();
                    out.push(unknown(&name, written.range.clone(), &source.path, known));
                    continue;
                }
                // What a company's own look sets must be written into the style sheet.
                let is_read = tokens.color(&name, &written, &source.path, at > 0, out);
                if is_read && at > 0 {
                    places.insert(name, (source.path.clone(), written));
                }
            }
            pairs.extend(file.pairs.into_iter().map(|pair| (pair, source.path.clone())));
            for (known, set) in [(&mut types, file.r#type), (&mut spaces, file.space)] {
                if at == 0 {
                    known.extend(set.unwrap_or_default());
                    continue;
                }
                // A look may have settings of its own, which one of its files names.
                let own = set.iter().flatten().filter(|(name, _)| may_be_own(name));
                known.extend(own.map(|(name, value)| (name.clone(), value.clone())));
                tokens.plain(&source.path, &set, known, out);
            }
        }
        for (name, written) in config.file.colors.iter().flatten() {
            match tokens.colors.contains_key(name) {
                true => {
                    if tokens.color(name, written, &config.path, true, out) {
                        places.insert(name.clone(), (config.path.clone(), written.clone()));
                    }
                }
                false => {
                    let known = tokens.colors.keys();
                    out.push(unknown(name, written.range.clone(), &config.path, known));
                }
            }
        }
        tokens.plain(&config.path, &config.file.r#type, &types, out);
        tokens.plain(&config.path, &config.file.space, &spaces, out);
        tokens.check_pairs(&pairs, &places, config, out);
        tokens
    }

    /// A rule with what the company has set and the style `said` does not say: each page loads it. Empty
    /// if that is nothing.
    pub(crate) fn overrides(&self, said: &str) -> String {
        let mut css = String::new();
        for (name, value) in &self.set {
            // Where it is declared twice, another value may win.
            let is_said = said.matches(&format!("--{name}:")).count() == 1
                && [';', '}'].iter().any(|end| said.contains(&format!("--{name}:{value}{end}")));
            if !is_said {
                let _ = write!(css, "--{name}:{value};");
            }
        }
        if css.is_empty() { css } else { format!(":root{{{css}}}\n") }
    }

    /// A colour for places without style sheets, such as the web manifest.
    pub(crate) fn light(&self, name: &str) -> Option<String> {
        self.colors.get(name).map(|[light, _]| hex(*light))
    }

    /// The same for places that know whether it is dark: emails.
    pub(crate) fn dark(&self, name: &str) -> Option<String> {
        self.colors.get(name).map(|[_, dark]| hex(*dark))
    }

    /// Takes a colour as it is written; false if it cannot be read.
    fn color(
        &mut self,
        name: &str,
        written: &Located<Vec<String>>,
        path: &SourcePath,
        set: bool,
        out: &mut Vec<Diagnostic>,
    ) -> bool {
        let read: Vec<Rgb> = written.value.iter().filter_map(|text| parse(text)).collect();
        let pair = match read.as_slice() {
            [both] if written.value.len() == 1 => [*both, *both],
            [light, dark] if written.value.len() == 2 => [*light, *dark],
            _ => {
                let span = Span { path: path.clone(), range: Some(written.range.clone()) };
                let (message, hint) = colors::complaint(name, &written.value);
                out.push(Diagnostic::new(Code::BadColor, span, message).hint(hint));
                return false;
            }
        };
        self.colors.insert(name.to_owned(), pair);
        if set {
            self.set.retain(|(known, _)| known != name);
            let value = format!("light-dark({},{})", hex(pair[0]), hex(pair[1]));
            self.set.push((name.to_owned(), value));
        }
        true
    }

    fn plain(
        &mut self,
        path: &SourcePath,
        wanted: &Option<Settings>,
        known: &Settings,
        out: &mut Vec<Diagnostic>,
    ) {
        for (name, written) in wanted.iter().flatten() {
            // A value that ends the rule could load something from another site, or hide the page.
            let unsound = !is_plain(&written.value);
            if !known.contains_key(name) {
                out.push(unknown(name, written.range.clone(), path, known.keys()));
            } else if unsound {
                let span = Span { path: path.clone(), range: Some(written.range.clone()) };
                out.push(
                    Diagnostic::new(
                        Code::BadToken,
                        span,
                        format!("“{name}” is not one plain CSS value"),
                    )
                    .hint("For example: serif = \"Georgia, serif\" or radius = \"0\""),
                );
            } else {
                self.set.push((name.clone(), written.value.clone()));
            }
        }
    }
}

fn unknown<'a>(
    name: &str,
    range: std::ops::Range<usize>,
    path: &SourcePath,
    known: impl Iterator<Item = &'a String> + Clone,
) -> Diagnostic {
    let span = Span { path: path.clone(), range: Some(range) };
    let diagnostic = Diagnostic::new(
        Code::UnknownToken,
        span,
        format!("There is no setting “{name}” in this look"),
    );
    if let Some(hint) = color_words::hint(name, known.clone()) {
        return diagnostic.hint(hint);
    }
    diagnostic.hint(match nearest(name, known.clone().map(String::as_str)) {
        Some(near) => format!("Did you mean “{near}”?"),
        None => format!("Use one of these: {}", known.cloned().collect::<Vec<_>>().join(", ")),
    })
}

/// Whether a value has only words, numbers, lists and functions that calculate: `clamp(1rem, 2vw,
/// 2rem)`, `"A", serif`.
fn is_plain(value: &str) -> bool {
    let mut depth = 0_i32;
    let mut word = String::new();
    let mut quote = None;
    for c in value.chars() {
        match c {
            '"' | '\'' => match quote {
                None => quote = Some(c),
                Some(open) if open == c => quote = None,
                Some(_) => {}
            },
            '(' => {
                if !matches!(word.as_str(), "" | "calc" | "clamp" | "min" | "max" | "var") {
                    return false;
                }
                depth += 1;
            }
            ')' => depth -= 1,
            '*' | '/' if word.ends_with(['*', '/']) => return false,
            c if c.is_alphanumeric() || c.is_ascii_whitespace() => {}
            '-' | '.' | ',' | '%' | '+' | '*' | '/' | '_' | '#' => {}
            _ => return false,
        }
        if depth < 0 {
            return false;
        }
        match c.is_alphanumeric() || matches!(c, '-' | '*' | '/') {
            true => word.push(c.to_ascii_lowercase()),
            false => word.clear(),
        }
    }
    depth == 0 && quote.is_none() && !value.trim().is_empty()
}

#[cfg(test)]
mod tests;
