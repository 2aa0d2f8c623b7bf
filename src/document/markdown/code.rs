//! Code blocks, with highlighted words.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event};

use super::alert_kinds::{REMOVE, called};
use super::line_slips::{heading_of_rest, is_above, line_above};
use super::origin::short;
use super::walk::Walk;
use crate::base::escape::escape;
use crate::base::{Code, Diagnostic, Span};

/// How many bytes of highlighted HTML each byte of code may become, and how many short code may
/// have in addition.
const MAX_COLOURS: usize = 5;
const FREE_COLOURS: usize = 2_000;

impl Walk<'_> {
    pub(super) fn code_block(
        &mut self,
        at: usize,
        kind: &CodeBlockKind<'_>,
        range: Range<usize>,
    ) -> usize {
        let mut next = at + 1;
        let mut code = String::new();
        while let Some(Event::Text(text)) = self.event(next) {
            code.push_str(text);
            next += 1;
        }
        self.body.has_code |= !code.trim().is_empty();
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let html = self.rules.highlighter.html(language, &code).unwrap_or_else(|unknown| {
            let line =
                range.start..range.end.min(range.start + info_line(&self.text[range.clone()]));
            let found = self.text[line.clone()].find(language).map(|at| line.start + at);
            let place = found.map_or(line, |start| start..start + language.len());
            let span = self.origin.span(place);
            let diagnostic = match language.starts_with('{') {
                true => directive(span, language),
                false => unknown_language(span, language, unknown.nearest),
            };
            self.body.diagnostics.push(diagnostic);
            let mut plain = String::new();
            escape(&mut plain, &code);
            plain.into()
        });
        // If nearly every character had a colour of its own, the marks would be much larger than
        // the code.
        let html = match html.len() > MAX_COLOURS * code.len() + FREE_COLOURS {
            true => {
                let mut plain = String::new();
                escape(&mut plain, &code);
                plain.into()
            }
            false => html,
        };
        match kind {
            CodeBlockKind::Fenced(_) if self.heading_of_rest(&range) => {}
            CodeBlockKind::Fenced(_) => self.unclosed_code(range),
            CodeBlockKind::Indented => self.indented_prose(&code, &range),
        }
        let writer = self.writer();
        writer.fresh_line();
        writer.raw("<pre tabindex=\"0\"><code");
        if !language.is_empty() {
            writer.raw(" class=\"language-");
            writer.escaped(language);
            writer.raw("\"");
        }
        writer.raw(">");
        writer.raw(&html);
        writer.raw("</code></pre>\n");
        next + 1
    }
}

impl Walk<'_> {
    /// Reports a block of code that is what follows a heading of reStructuredText, words above a line
    /// of `~`.
    fn heading_of_rest(&mut self, range: &Range<usize>) -> bool {
        let line = self.text[range.clone()].lines().next().unwrap_or_default().trim_end();
        let above = line_above(self.text, range.start).trim();
        let is_line = line.len() > 3 && line.bytes().all(|byte| byte == b'~');
        if !is_line || !is_above(above, line.len()) {
            return false;
        }
        self.slip(range.start, heading_of_rest(above, line));
        true
    }

    /// Reports a block of code that goes on to the end of the text because no fence ends it.
    fn unclosed_code(&mut self, range: Range<usize>) {
        if !self.text[range.end..].trim().is_empty() {
            return;
        }
        let block = self.text[range.clone()].trim_end();
        let (first, rest) = block.split_once('\n').unwrap_or((block, ""));
        let sign = if first.starts_with('~') { '~' } else { '`' };
        let length = first.len() - first.trim_start_matches(sign).len();
        // A fence may stand in a list or in a quotation.
        let last = rest.rsplit('\n').next().unwrap_or_default();
        let last = last.trim_start_matches([' ', '\t', '>']).trim_end();
        let is_closed = last.len() >= length && last.chars().all(|c| c == sign);
        if rest.is_empty() || is_closed {
            return;
        }
        let fence = &first[..length];
        let span = self.origin.span(range.start..range.start + first.trim_end().len());
        let message = format!(
            "No line of {fence} ends this block of code, so readers see the rest of the text as code"
        );
        let hint = format!("Write {fence} on a line of its own where the code ends");
        self.diagnose(Diagnostic::new(Code::UnclosedCode, span, message).hint(hint));
    }
}

fn unknown_language(span: Span, language: &str, nearest: Option<String>) -> Diagnostic {
    let message = format!(
        "The language “{}” of this code is unknown, so the code has no colours",
        short(language)
    );
    let is_drawing = DRAWINGS.iter().any(|known| language.eq_ignore_ascii_case(known));
    let hint = match nearest {
        _ if is_drawing => "Diagrams are not drawn from their code: save this one as a picture \
                            (SVG or PNG) and show that; or write text in its place, so that \
                            readers see the code"
            .to_owned(),
        Some(nearest) => format!("Did you mean “{nearest}”?"),
        None => "Readers see the code in one colour; write text in its place if that is enough, \
                 or a language that is like it"
            .to_owned(),
    };
    Diagnostic::new(Code::UnknownCodeLanguage, span, message).hint(hint)
}

/// What MyST (Sphinx, Jupyter Book) writes as a block of code, though it is none.
fn directive(span: Span, language: &str) -> Diagnostic {
    let message = format!(
        "“{}” is a directive of MyST (Sphinx, Jupyter Book), so readers see this block as code",
        short(language)
    );
    let name = language.trim_matches(['{', '}']);
    let hint = match called(name) {
        Some(kind) => kind.remedy(),
        None if name.starts_with("code") => {
            "Write only the language of the code here, such as python".to_owned()
        }
        None => REMOVE.to_owned(),
    };
    Diagnostic::new(Code::OtherTool, span, message).hint(hint)
}

/// Languages of diagrams.
const DRAWINGS: &[&str] =
    &["mermaid", "plantuml", "puml", "dot", "graphviz", "d2", "ditaa", "nomnoml", "blockdiag"];

/// The length of the first line.
fn info_line(block: &str) -> usize {
    block.find('\n').unwrap_or(block.len())
}
