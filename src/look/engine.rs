//! The template engine. Outside this file and the folder of its submodules, nothing depends on
//! which engine it is.

mod explained;
mod uses;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

pub(super) use explained::no_part;
use explained::undefined::undefined;
use explained::{Found, explained, no_template};
use serde::Serialize;
use serde_json::Value as Json;
use tera::{Context, ErrorKind, Kwargs, ReportError, State, Tera, TeraResult, Value};
pub(super) use uses::{components, is_used, uses};

use crate::base::character::cleaned;
use crate::base::diagnostic::nearest;
use crate::base::escape::write_escaped;
use crate::base::{Code, Diagnostic, Source, SourcePath, Span};
use crate::language::{Arg, Language, Languages, Texts};

/// All templates, parsed once for each language.
pub(crate) struct Templates {
    engines: BTreeMap<Language, Tera>,
    sources: Arc<BTreeMap<String, Source>>,
}

/// What a component prints as `root`.
#[derive(Clone, Copy)]
pub(crate) enum Root<'a> {
    /// The way to the root of the site.
    Path(&'a str),
    /// A mark that stands for it.
    Mark(&'a str),
}

/// The templates of one language, with the values that all its pages share.
pub(crate) struct Engine {
    tera: Tera,
    /// The values that all pages share, as text.
    shared: String,
    sources: Arc<BTreeMap<String, Source>>,
}

impl Templates {
    /// Parses the templates. Those that cannot be read are reported; the others can still be used.
    pub(crate) fn new(
        files: &BTreeMap<String, Source>,
        languages: &Languages,
        texts: &Arc<Texts>,
    ) -> (Templates, Vec<Diagnostic>) {
        let mut out = vec![];
        let mut engines = BTreeMap::new();
        for language in languages.all() {
            let mut tera = Tera::new();
            tera.set_escape_fn(|text, out| write_escaped(out, text));
            register(&mut tera, language, texts);
            let named = files.iter();
            let named = named.map(|(name, source)| (name.as_str(), unindented(&source.text)));
            if let Err(error) = tera.add_raw_templates(named.collect::<Vec<_>>()) {
                // The mistakes are the same in every language, so they are reported once.
                if out.is_empty() {
                    out = diagnostics(files, &error, &Json::Null);
                }
            }
            engines.insert(language.clone(), tera);
        }
        (Templates { engines, sources: Arc::new(files.clone()) }, out)
    }

    /// The files that the templates and components of these names are made of, and the names
    /// joined by dots that they ask for.
    pub(crate) fn made_of<'a>(
        &'a self,
        names: impl Iterator<Item = &'a str>,
    ) -> (Vec<&'a SourcePath>, BTreeSet<&'a str>) {
        let used = uses::uses(&self.sources, names);
        let sources = || used.iter().filter_map(|name| self.sources.get(*name));
        (sources().map(|source| &source.path).collect(), uses::names(sources()))
    }

    /// The engine of `language`, which gives `shared` to every page. `last`, made of the same
    /// templates, is used again if its shared values are the same.
    pub(crate) fn engine(
        &self,
        language: &Language,
        shared: &impl Serialize,
        last: Option<&Arc<Engine>>,
    ) -> Arc<Engine> {
        let text = serde_json::to_string(shared).expect("what pages share is plain data");
        if let Some(last) = last.filter(|last| last.shared == text) {
            return last.clone();
        }
        let mut tera = self.engines.get(language).cloned().unwrap_or_default();
        if let Ok(context) = Context::from_serialize(shared) {
            tera.global_context().extend(context);
        }
        Arc::new(Engine { tera, shared: text, sources: self.sources.clone() })
    }
}

impl Engine {
    /// Renders `template` with the values of `page`.
    pub(crate) fn render(
        &self,
        template: &str,
        page: &impl Serialize,
    ) -> Result<Vec<u8>, Diagnostic> {
        let told = |error| {
            let values = serde_json::to_value(page).unwrap_or_default();
            self.diagnostic(template, &error, &values)
        };
        let context = Context::from_serialize(page).map_err(told)?;
        let mut bytes = Vec::with_capacity(16 * 1024);
        match self.tera.render_to(template, &context, &mut bytes) {
            Ok(()) => Ok(bytes),
            Err(error) => Err(told(error)),
        }
    }

    /// Renders only the component `name`, with `arguments`, and with `marks` as arguments that are
    /// printed unchanged. No other value prints a control character, so marks made of them can be
    /// found in the result.
    pub(crate) fn component(
        &self,
        name: &str,
        arguments: &impl Serialize,
        root: Root<'_>,
        marks: &[(&'static str, &str)],
    ) -> Result<String, Diagnostic> {
        let root = match root {
            Root::Path(path) => Value::normal_string(path),
            Root::Mark(mark) => Value::safe_string(mark),
        };
        let rendered = Context::from_serialize(arguments).and_then(|mut arguments| {
            for (name, mark) in marks {
                arguments.insert_value(*name, Value::safe_string(mark));
            }
            let mut around = Context::new();
            around.insert_value("root", root);
            self.tera.render_component_with_implicits(name, &arguments, &around, None, true)
        });
        rendered.map_err(|error| {
            let values = serde_json::to_value(arguments).unwrap_or_default();
            self.diagnostic(name, &error, &values)
        })
    }

    fn diagnostic(&self, template: &str, error: &tera::Error, values: &Json) -> Diagnostic {
        let mut found = diagnostics(&self.sources, error, values);
        match found.is_empty() {
            false => found.swap_remove(0),
            true => broken(&self.sources, template, None, &error.to_string(), values),
        }
    }
}

/// `t(key="…")`: a text in the language of the engine; numbers and words are put into its
/// placeholders.
fn register(tera: &mut Tera, language: &Language, texts: &Arc<Texts>) {
    let (language, texts) = (language.clone(), texts.clone());
    // Most texts are used on many pages and take no arguments, so each is one value for all pages.
    let plain: HashMap<String, Value> = texts
        .shown(&language)
        .into_iter()
        .map(|(key, text)| (key.to_owned(), Value::normal_string(text)))
        .collect();
    tera.register_function("t", move |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        let key: &str = kwargs.must_get("key")?;
        if kwargs.iter().nth(1).is_none() {
            return plain.get(key).cloned().ok_or_else(|| unknown_text(key, plain.keys()));
        }
        let mut words: Vec<(String, String)> = vec![];
        let mut numbers: Vec<(String, i64)> = vec![];
        for (name, value) in kwargs.iter() {
            let Some(name) = name.as_str().filter(|name| *name != "key") else { continue };
            match value.as_i64() {
                Some(number) => numbers.push((name.to_owned(), number)),
                None => {
                    words.push((name.to_owned(), value.as_str().unwrap_or_default().to_owned()))
                }
            }
        }
        if !plain.contains_key(key) {
            return Err(unknown_text(key, plain.keys()));
        }
        let words = words.iter().map(|(name, word)| (name.as_str(), Arg::Text(word)));
        let numbers = numbers.iter().map(|(name, number)| (name.as_str(), Arg::Number(*number)));
        let args: Vec<_> = words.chain(numbers).collect();
        Ok(Value::normal_string(&texts.format(&language, key, &args)))
    });
}

fn unknown_text<'a>(key: &str, known: impl Iterator<Item = &'a String>) -> tera::Error {
    let hint = match nearest(key, known.map(String::as_str)) {
        Some(near) => format!("Did you mean “{near}”?"),
        None => format!("Write it in the files of texts/: {key} = …"),
    };
    tera::Error::message(format!(
        "There is no text “{key}” in the folder texts/ of the look; {hint}"
    ))
}

/// An error of the engine as diagnostics with places. `values` are those of the page, if it was one.
fn diagnostics(
    sources: &BTreeMap<String, Source>,
    error: &tera::Error,
    values: &Json,
) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            vec![placed(sources, report, values)]
        }
        ErrorKind::MissingParent { current, parent } => {
            let range = sources.get(current).and_then(|source| {
                let start = source.text.find(&format!("\"{parent}\""))? + 1;
                Some(start..start + parent.len())
            });
            vec![told(sources, current, range, no_template(parent, current, sources))]
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            let remedy = "Remove what leads back to it: extends or include".to_owned();
            vec![told(sources, tpl, None, ("This template includes itself".to_owned(), remedy))]
        }
        ErrorKind::TemplateNotFound(name) => {
            vec![told(sources, name, None, no_template(name, name, sources))]
        }
        _ => from_text(sources, &error.to_string()),
    }
}

fn placed(sources: &BTreeMap<String, Source>, report: &ReportError, values: &Json) -> Diagnostic {
    let span = report.span();
    let range = sources.get(report.filename()).map(|source| {
        let start = offset(&source.text, span.start_line, span.start_col);
        start
            ..offset(&source.text, span.end_line, span.end_col)
                .max(start + 1)
                .min(source.text.len())
    });
    broken(sources, report.filename(), range, report.message(), values)
}

/// Some errors are only text, with ` --> file:line:column` lines in it.
fn from_text(sources: &BTreeMap<String, Source>, text: &str) -> Vec<Diagnostic> {
    let mut found = vec![];
    let mut message = String::new();
    for line in text.lines() {
        let Some(place) = line.trim_start().strip_prefix("--> ") else {
            let plain = line.trim().trim_start_matches("error:").trim();
            if line.starts_with("error") || message.is_empty() {
                message = plain.to_owned();
            }
            continue;
        };
        let place = place.trim_start_matches('[').trim_end_matches(']');
        let mut parts = place.rsplitn(3, ':');
        let column: usize = parts.next().and_then(|part| part.parse().ok()).unwrap_or(1);
        let row: usize = parts.next().and_then(|part| part.parse().ok()).unwrap_or(1);
        let name = parts.next().unwrap_or_default();
        let range = sources.get(name).map(|source| {
            let start = offset(&source.text, row, column.saturating_sub(1));
            start..(start + 1).min(source.text.len()).max(start)
        });
        found.push(broken(sources, name, range, &message, &Json::Null));
    }
    if found.is_empty() {
        let first = sources.keys().next().cloned().unwrap_or_default();
        let message = text.lines().next().unwrap_or("The templates cannot be read").to_owned();
        found.push(broken(sources, &first, None, &message, &Json::Null));
    }
    found
}

/// What the engine says of a place, in plain words.
fn broken(
    sources: &BTreeMap<String, Source>,
    name: &str,
    range: Option<Range<usize>>,
    raw: &str,
    values: &Json,
) -> Diagnostic {
    let text = sources.get(name).map_or("", |source| &*source.text);
    let at = range.clone().unwrap_or(0..0);
    let found = Found {
        template: name,
        before: text.get(..at.start).unwrap_or_default(),
        rest: text.get(at.start..).unwrap_or_default(),
        // Of some mistakes, the engine knows only where they begin.
        marked: text.get(at.start..at.end.max(at.start)).filter(|it| it.len() > 1).unwrap_or_else(
            || text.get(at.start..).and_then(|rest| rest.lines().next()).unwrap_or_default(),
        ),
    };
    let words = undefined(raw, found, values).unwrap_or_else(|| explained(raw, found, sources));
    told(sources, name, range, words)
}

fn told(
    sources: &BTreeMap<String, Source>,
    name: &str,
    range: Option<Range<usize>>,
    (message, hint): (String, String),
) -> Diagnostic {
    let path = match sources.get(name) {
        Some(source) => source.path.clone(),
        None => SourcePath::new(&format!("themes/default/templates/{name}"))
            .or_else(|| SourcePath::new("themes/default"))
            .expect("a path inside"),
    };
    Diagnostic::new(Code::BrokenTemplate, Span { path, range }, message).hint(hint)
}

/// A template as the engine gets it: without refused characters, and without the blanks at the
/// beginning of its lines, which would be printed on every page.
fn unindented(text: &str) -> String {
    cleaned(text).split_inclusive('\n').map(|line| line.trim_start_matches(BLANKS)).collect()
}

const BLANKS: [char; 2] = [' ', '\t'];

/// The byte offset in a template, from the line (from 1) and the column (characters, from 0) in the
/// text that the engine got.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let row = text[start..].lines().next().unwrap_or_default();
    let shown = row.trim_start_matches(BLANKS);
    let start = start + row.len() - shown.len();
    start + shown.char_indices().nth(column).map_or(shown.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_have_positions_in_the_template_file() {
        let text = "<ul>\n\t  <li>{{ x }}\u{1}\n\n</ul>\n";
        assert_eq!(unindented(text), "<ul>\n<li>{{ x }}\u{FFFD}\n\n</ul>\n");
        for (line, column, found) in
            [(1, 0, "<ul>"), (2, 4, "{{ x"), (2, 0, "<li>"), (4, 1, "/ul>")]
        {
            assert!(text[offset(text, line, column)..].starts_with(found), "{line}:{column}");
        }
    }
}
