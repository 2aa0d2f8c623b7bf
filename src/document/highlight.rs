//! Highlights code with a few short classes that the look styles; never with inline styles.

mod memory;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use syntect::parsing::{
    BasicScopeStackOp, ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet,
};

use self::memory::Memory;
use crate::base::Hash;
use crate::base::diagnostic::nearest;
use crate::base::escape::{escape, escaped};

/// Which TextMate scopes are highlighted, with the class for each. The first matching line counts.
/// An empty class means that the scope is not highlighted, even inside a scope that is.
pub(crate) const CLASSES: &[(&str, &str)] = &[
    ("invalid", "h-x"),
    ("comment", "h-c"),
    ("constant.character.escape", "h-e"),
    ("constant.other.placeholder", "h-e"),
    ("string.regexp", "h-e"),
    ("string", "h-s"),
    ("constant.numeric", "h-n"),
    ("constant", "h-l"),
    ("support.constant", "h-l"),
    ("keyword.operator.word", "h-k"),
    ("keyword.operator", "h-o"),
    ("keyword.declaration", "h-y"),
    ("keyword", "h-k"),
    ("storage", "h-y"),
    ("support.macro", "h-m"),
    ("entity.name.macro", "h-m"),
    ("entity.name.function", "h-f"),
    ("support.function", "h-f"),
    ("variable.function", "h-f"),
    ("entity.other.attribute-name", "h-a"),
    ("support.type.property-name", "h-a"),
    ("entity.name.tag.yaml", "h-a"),
    ("entity.name.tag.toml", "h-a"),
    ("entity.name.table", "h-h"),
    ("entity.name.tag", "h-g"),
    ("entity.name.section", "h-h"),
    ("markup.heading", "h-h"),
    ("meta.diff.header", "h-h"),
    ("entity.name", "h-t"),
    ("entity.other.inherited-class", "h-t"),
    ("support.type", "h-t"),
    ("support.class", "h-t"),
    ("variable.parameter", "h-v"),
    ("variable.language", "h-v"),
    ("variable.annotation", "h-m"),
    ("variable", ""),
    ("meta.preprocessor", "h-m"),
    ("meta.annotation", "h-m"),
    ("markup.inserted", "h-i"),
    ("markup.deleted", "h-d"),
    ("markup.bold", "h-b"),
    ("markup.italic", "h-b"),
    ("markup.underline.link", "h-u"),
    ("meta.interpolation", ""),
    ("source", ""),
];

/// Names for which nothing is highlighted.
const PLAIN: &[&str] =
    &["", "text", "plain", "plaintext", "txt", "console", "output", "none", "terminal"];

/// Names that people write, but that the syntaxes do not have.
const ALIASES: &[(&str, &str)] = &[
    ("shell", "bash"),
    ("golang", "go"),
    ("jsonc", "json"),
    ("vb", "vbs"),
    ("docker", "dockerfile"),
];

/// A block beyond these limits is not highlighted, so the time for it is limited.
const MAX_BLOCK: usize = 64 * 1024;
const MAX_LINE: usize = 2_000;
/// A grammar examines a line again from many places in it, so the cost grows with the square of the
/// line's length. The limit is the cost of 600 lines of 80 letters.
const MAX_WORK: usize = 4_000_000;
/// Some grammars look for several sequences of blanks in a row, and try every way to divide one
/// long sequence. No real code is indented this far.
const MAX_BLANKS: usize = 120;

/// Highlights code. It loads its syntaxes when they are first needed, and remembers results.
#[derive(Default)]
pub struct Highlighter {
    engine: OnceLock<Engine>,
    memory: Mutex<Memory>,
}

/// No syntax has the requested name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnknownLanguage {
    /// The name that was probably meant.
    pub(crate) nearest: Option<String>,
}

struct Engine {
    syntaxes: SyntaxSet,
    classes: Vec<(Scope, &'static str)>,
}

impl Highlighter {
    pub fn new() -> Highlighter {
        Highlighter::default()
    }

    /// `code` as escaped HTML for the inside of `<pre><code>`.
    pub(crate) fn html(&self, language: &str, code: &str) -> Result<Arc<str>, UnknownLanguage> {
        let language = language.to_lowercase();
        if PLAIN.contains(&language.as_str()) {
            return Ok(escaped(code).into());
        }
        let name = ALIASES
            .iter()
            .find(|(alias, _)| *alias == language)
            .map_or(language.as_str(), |(_, name)| name);
        let key = Hash::of(format!("{name}\0{code}").as_bytes());
        if let Some(known) = self.memory().get(key) {
            return Ok(known);
        }
        let engine = self.engine.get_or_init(Engine::load);
        let Some(syntax) = engine.syntaxes.find_syntax_by_token(name) else {
            return Err(UnknownLanguage { nearest: engine.nearest(&language) });
        };
        if is_too_much(code) {
            return Ok(escaped(code).into());
        }
        let html: Arc<str> = engine.marked(syntax, code).unwrap_or_else(|| escaped(code)).into();
        self.memory().put(key, html.clone());
        Ok(html)
    }

    /// A panic in another thread does no harm, because the content is valid at all times.
    fn memory(&self) -> std::sync::MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Engine {
    fn load() -> Engine {
        let classes = CLASSES
            .iter()
            .map(|(name, class)| (Scope::new(name).expect("the table holds scopes"), *class))
            .collect();
        Engine { syntaxes: two_face::syntax::extra_newlines(), classes }
    }

    fn nearest(&self, language: &str) -> Option<String> {
        let names = self.syntaxes.syntaxes().iter().filter(|syntax| !syntax.hidden);
        let tokens: Vec<String> = names
            .flat_map(|syntax| std::iter::once(&syntax.name).chain(&syntax.file_extensions))
            .filter(|token| token.len() > 2 && !token.contains([' ', '.', '(']))
            .map(|token| token.to_lowercase())
            .collect();
        nearest(language, tokens.iter().map(String::as_str)).map(str::to_owned)
    }

    /// `None` if a rule of the syntax itself fails.
    fn marked(&self, syntax: &SyntaxReference, code: &str) -> Option<String> {
        let mut state = ParseState::new(syntax);
        let mut stack = ScopeStack::new();
        // For each open scope, the class of the innermost scope up to it that has one.
        let mut classes: Vec<&'static str> = vec![];
        let mut known = HashMap::new();
        let mut out = Marked { html: String::with_capacity(code.len() * 2), open: "" };
        for line in code.split_inclusive('\n') {
            let mut from = 0;
            for (at, change) in state.parse_line(line, &self.syntaxes).ok()? {
                out.push(classes.last().copied().unwrap_or_default(), &line[from..at]);
                let follow = |change: BasicScopeStackOp, _: &[Scope]| match change {
                    BasicScopeStackOp::Push(scope) => {
                        let own = *known.entry(scope).or_insert_with(|| self.class(scope));
                        classes.push(own.or(classes.last().copied()).unwrap_or_default());
                    }
                    BasicScopeStackOp::Pop => drop(classes.pop()),
                };
                stack.apply_with_hook(&change, follow).ok()?;
                from = at;
            }
            out.push(classes.last().copied().unwrap_or_default(), &line[from..]);
        }
        out.push("", "");
        Some(out.html)
    }

    /// The class of a scope, if it has one of its own.
    fn class(&self, scope: Scope) -> Option<&'static str> {
        let line = self.classes.iter().find(|(prefix, _)| prefix.is_prefix_of(scope));
        line.map(|(_, class)| *class)
    }
}

/// Whether highlighting would cost too much.
fn is_too_much(code: &str) -> bool {
    let is_long = |line: &str| {
        let blanks = line.split(|c: char| !c.is_whitespace()).map(str::len).max();
        line.len() > MAX_LINE || blanks.is_some_and(|blanks| blanks > MAX_BLANKS)
    };
    let work: usize = code.lines().map(|line| line.len() * line.len()).sum();
    code.len() > MAX_BLOCK || work > MAX_WORK || code.lines().any(is_long)
}

/// Neighbours with the same class share one element.
struct Marked {
    html: String,
    open: &'static str,
}

impl Marked {
    fn push(&mut self, class: &'static str, text: &str) {
        if text.is_empty() && !class.is_empty() {
            return;
        }
        if class != self.open {
            if !self.open.is_empty() {
                self.html.push_str("</span>");
            }
            if !class.is_empty() {
                self.html.push_str("<span class=\"");
                self.html.push_str(class);
                self.html.push_str("\">");
            }
            self.open = class;
        }
        escape(&mut self.html, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_and_equal_neighbours_share_a_span() {
        let highlighter = Highlighter::new();
        let cases = [
            ("rust", "// a\n", "<span class=\"h-c\">// a\n</span>"),
            ("json", "[1]", "[<span class=\"h-n\">1</span>]"),
            (
                "toml",
                "on = true",
                "<span class=\"h-a\">on</span> = <span class=\"h-l\">true</span>",
            ),
            ("diff", "+ a\n", "<span class=\"h-i\">+ a\n</span>"),
            ("js", "'<b>'", "<span class=\"h-s\">'&lt;b&gt;'</span>"),
        ];
        for (language, code, html) in cases {
            assert_eq!(highlighter.html(language, code).as_deref(), Ok(html), "{language}");
        }
        let long = highlighter.html("rust", "fn main() { let x = \"a\"; }").expect("is known");
        assert!(long.contains("<span class=\"h-y\">fn</span>"), "{long}");
        assert!(long.contains("<span class=\"h-f\">main</span>"), "{long}");
    }

    #[test]
    fn plain_code_is_unmarked_and_an_unknown_language_is_reported() {
        let highlighter = Highlighter::new();
        for language in ["", "text", "plain", "Console"] {
            assert_eq!(
                highlighter.html(language, "a < \"b\"").as_deref(),
                Ok("a &lt; &quot;b&quot;")
            );
        }
        let nearest = |name| highlighter.html(name, "x").expect_err("is unknown").nearest;
        assert_eq!(nearest("pyhton").as_deref(), Some("python"));
        assert_eq!(nearest("no-such-thing-at-all"), None);
        for known in ["shell", "sh", "ts", "tsx", "kotlin", "dockerfile", "c++", "yml", "SQL"] {
            assert!(highlighter.html(known, "x").is_ok(), "{known}");
        }
    }

    #[test]
    fn code_above_the_size_limit_is_not_highlighted() {
        let highlighter = Highlighter::new();
        let line = format!("let x = \"{}\";", "a".repeat(MAX_LINE));
        let block = "let x = 1;\n".repeat(MAX_BLOCK / 10);
        // Before the limits, highlighting these took a minute and two seconds, respectively.
        let blanks = format!("{}\n", " ".repeat(1_990)).repeat(4);
        let ticks = format!("{}\n", "`".repeat(1_990)).repeat(4);
        for (language, code) in [("rust", line), ("rust", block), ("ini", blanks), ("md", ticks)] {
            let html = highlighter.html(language, &code).expect("is known");
            assert!(!html.contains("<span"), "{language}");
        }
        let code = format!("{}let x = 1;\n", " ".repeat(60)).repeat(300);
        assert!(highlighter.html("rust", &code).expect("is known").contains("<span"));
    }
}
