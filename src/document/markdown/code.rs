//! Code blocks, with highlighted words.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event};

use super::origin::short;
use super::walk::Walk;
use crate::base::escape::escape;
use crate::base::{Code, Diagnostic};

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
            let message = format!(
                "The language “{}” of this code is unknown, so the code has no colours",
                short(language)
            );
            let hint = match unknown.nearest {
                Some(nearest) => format!("Did you mean “{nearest}”?"),
                None => "Write text in its place if it is not code".to_owned(),
            };
            let span = self.origin.span(place);
            let diagnostic = Diagnostic::new(Code::UnknownCodeLanguage, span, message);
            self.body.diagnostics.push(diagnostic.hint(hint));
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

/// The length of the first line.
fn info_line(block: &str) -> usize {
    block.find('\n').unwrap_or(block.len())
}
