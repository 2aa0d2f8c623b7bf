//! Writes a style sheet without what is only for people: comments, line breaks, and blanks that
//! have no meaning.
//!
//! Nothing else is changed. Every token is written unchanged and in its place, except that a zero
//! before a decimal point and a semicolon before a closing brace are left out. So syntax that is
//! new, or known to one browser only, passes through. Comments that begin with `/*!` stay, because
//! they hold licences.

use std::borrow::Cow;

use super::blanks::{Around, Form, needs_line_break, stay_apart};
use super::lexeme::{Kind, Lexeme};

/// Writes the lexemes of a file.
pub(super) fn minified(lexemes: &[Lexeme<'_>]) -> String {
    let mut writer = Writer { lexemes, out: String::new() };
    let mut at = 0;
    while let Some(lexeme) = lexemes.get(at) {
        match lexeme.kind {
            Kind::Space => at += 1,
            Kind::Comment => {
                if lexeme.text.starts_with("/*!") {
                    writer.out.push_str(&lexeme.text);
                }
                at += 1;
            }
            Kind::Semicolon | Kind::Close('}') => {
                writer.out.push_str(&lexeme.text);
                at += 1;
            }
            _ => at = writer.statement(at),
        }
    }
    writer.out
}

struct Writer<'a> {
    lexemes: &'a [Lexeme<'a>],
    out: String,
}

impl Writer<'_> {
    /// Writes the statement that begins at `start`: a declaration with its semicolon, or what
    /// precedes a block, with the opening brace. Returns where it ends.
    fn statement(&mut self, start: usize) -> usize {
        let (form, end) = self.form(start);
        self.write(start, end, form);
        let ending = self.lexemes.get(end).map(|it| &it.kind);
        let is_declaration = matches!(form, Form::Declaration | Form::Custom);
        match ending {
            Some(Kind::Semicolon) if is_declaration && self.is_last(end + 1) => {}
            Some(Kind::Open(_) | Kind::Semicolon) => self.out.push_str(&self.lexemes[end].text),
            Some(_) | None => return end,
        }
        end + 1
    }

    /// Whether only blanks stand between `at` and the end of the block.
    fn is_last(&self, at: usize) -> bool {
        let is_silent = |it: &&Lexeme<'_>| it.is_blank() && !it.text.starts_with("/*!");
        let next = self.lexemes[at..].iter().find(|it| !is_silent(it));
        next.is_some_and(|it| it.kind == Kind::Close('}'))
    }

    /// The form of what begins at `start`, and the place of what ends it: `;`, the `{` of its
    /// block, the `}` of the block around it, or the end of the file.
    fn form(&self, start: usize) -> (Form, usize) {
        let first = &self.lexemes[start];
        let mut rest = (start + 1..self.lexemes.len()).filter(|at| !self.lexemes[*at].is_blank());
        let is_named = first.kind == Kind::Ident
            && rest.next().is_some_and(|at| self.lexemes[at].kind == Kind::Colon);
        let is_custom = is_named && first.text.starts_with("--");
        let end = self.end(start, is_custom);
        let has_block = self.lexemes.get(end).is_some_and(|it| it.kind == Kind::Open('{'));
        let form = match first.kind {
            Kind::AtKeyword(_) => Form::AtRule,
            _ if is_custom => Form::Custom,
            _ if has_block => Form::Selector,
            _ if is_named => Form::Declaration,
            _ => Form::Unknown,
        };
        (form, end)
    }

    fn end(&self, start: usize, may_hold_blocks: bool) -> usize {
        let mut open = vec![];
        for (at, lexeme) in self.lexemes.iter().enumerate().skip(start) {
            match lexeme.kind {
                Kind::Semicolon | Kind::Close('}') if open.is_empty() => return at,
                Kind::Open('{') if open.is_empty() && !may_hold_blocks => return at,
                Kind::Close(bracket) if open.last() == Some(&bracket) => _ = open.pop(),
                _ => open.extend(lexeme.closed_by()),
            }
        }
        self.lexemes.len()
    }

    fn write(&mut self, start: usize, end: usize, form: Form) {
        let mut around = Around::new(form);
        let mut last: Option<usize> = None;
        for at in (start..end).filter(|at| !self.lexemes[*at].is_blank()) {
            let lexeme = &self.lexemes[at];
            if let Some(before) = last.map(|last| &self.lexemes[last]) {
                let between = &self.lexemes[last.map_or(at, |last| last + 1)..at];
                if between.iter().any(|it| it.kind == Kind::Space) {
                    if around.parts(before, lexeme) {
                        // Directly after an escape, a blank would only end the escape, so a comment
                        // is put between them.
                        let ends_escape =
                            between[0].kind == Kind::Comment && before.text.contains('\\');
                        self.out.push_str(if ends_escape { "/**/ " } else { " " });
                    }
                } else if !between.is_empty() && !stay_apart(before, lexeme) {
                    self.out.push_str("/**/");
                }
            }
            self.out.push_str(&shortest(lexeme, form));
            if needs_line_break(lexeme) {
                self.out.push('\n');
            }
            around.pass(lexeme);
            last = Some(at);
        }
        // A custom property without a value needs a blank as its value.
        if form == Form::Custom && self.lexemes[end - 1].is_blank() && self.out.ends_with(':') {
            self.out.push(' ');
        }
    }
}

/// A number without the zero before its decimal point; any other lexeme unchanged.
fn shortest<'a>(lexeme: &'a Lexeme<'_>, form: Form) -> Cow<'a, str> {
    if lexeme.kind != Kind::Number || form == Form::Unknown {
        return Cow::Borrowed(&lexeme.text);
    }
    match lexeme.text.strip_prefix("-0.") {
        Some(rest) => Cow::Owned(format!("-.{rest}")),
        None if lexeme.text.starts_with("0.") => Cow::Borrowed(&lexeme.text[1..]),
        None => Cow::Borrowed(&lexeme.text),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::lexeme::lexemes;
    use super::*;

    fn short(css: &str) -> String {
        minified(&lexemes(css))
    }

    #[test]
    fn only_meaningless_bytes_are_removed() {
        let cases = [
            ("/* a */\n  p {\n    color: red; /* b */\n  }\n", "p{color:red}"),
            (".a :hover , .b > .c { margin: 0.5px  -0.5px }", ".a :hover,.b>.c{margin:.5px -.5px}"),
            (
                "q::before { content: \"a  {b; \\\" /* */\" }",
                "q::before{content:\"a  {b; \\\" /* */\"}",
            ),
            (
                "a { width: calc( 1px + 2px * 3 ) !important }",
                "a{width:calc(1px + 2px*3)!important}",
            ),
            ("a { font: 1rem / 1.5 serif; ; }", "a{font:1rem/1.5 serif;;}"),
            ("li:nth-child( 2n + 1 ) + li { x: y }", "li:nth-child(2n + 1)+li{x:y}"),
            ("u + a, a-- > b { x: y }", "u +a,a-- >b{x:y}"),
            ("a/* */b c/* */d{e:f/* */g}", "a/**/b c/**/d{e:f/**/g}"),
            ("a: hover { x: y }", "a: hover{x:y}"),
            ("@layer base , own", "@layer base,own"),
            ("a { --x: ; --y: { b: c }; --z : 1 , 2 }", "a{--x: ;--y:{ b: c };--z:1,2}"),
            ("/*! Licence */ a {} /* none */", "/*! Licence */a{}"),
            ("a { * zoom : 1; }", "a{* zoom : 1;}"),
            (
                "@media (min-width: 44rem) and (hover) { a { b: c } }",
                "@media(min-width:44rem) and (hover){a{b:c}}",
            ),
            ("@supports selector(a: hover) { a { b: c } }", "@supports selector(a: hover){a{b:c}}"),
        ];
        for (css, expected) in cases {
            assert_eq!(short(css), expected);
        }
    }

    /// What must stay equal: the tokens, without such a zero and without the last semicolon of a
    /// block.
    fn essence(css: &str) -> Vec<String> {
        let all = lexemes(css);
        let all: Vec<&Lexeme<'_>> = all.iter().filter(|it| !it.is_blank()).collect();
        let is_last = |at: usize| {
            all[at].kind == Kind::Semicolon
                && all.get(at + 1).is_none_or(|it| it.kind == Kind::Close('}'))
        };
        (0..all.len())
            .filter(|at| !is_last(*at))
            .map(|at| shortest(all[at], Form::Declaration).into_owned())
            .collect()
    }

    proptest! {
        #[test]
        fn minifying_any_text_keeps_its_tokens(parts in proptest::collection::vec(part(), 0..40)) {
            let css = parts.concat();
            let out = short(&css);
            prop_assert_eq!(essence(&css), essence(&out), "{} → {}", css, out);
            prop_assert_eq!(short(&out), out);
        }
    }

    fn part() -> impl Strategy<Value = &'static str> {
        proptest::sample::select(vec![
            " ",
            " ",
            " ",
            " ",
            "\n",
            "/* c */",
            "/**/",
            ";",
            ";",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            ":",
            ":",
            ",",
            "!",
            "/",
            "*",
            "+",
            "-",
            ">",
            "~",
            "=",
            "<",
            "|",
            "&",
            ".",
            "#",
            "@",
            "a",
            "u",
            "--x",
            "--",
            "b-",
            "0",
            "0.5",
            "+1",
            "1e3",
            "2n",
            "50%",
            "1px",
            "#fff",
            "\"s\"",
            "url(x)",
            "calc(",
            ":nth-child(",
            ":is(",
            "@media",
            "@layer",
            "important",
            "\\",
            "é",
        ])
    }
}
