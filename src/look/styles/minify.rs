//! A style sheet without what only people read: comments, line breaks, blanks that mean nothing.
//!
//! Nothing else is changed: every token comes out as it was written and where it stood, except a
//! nought before a decimal point and a semicolon before a closing brace. So what is new in CSS, or
//! only of one browser, passes through. Comments that begin with `/*!` stay: they hold licences.

use std::borrow::Cow;

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

/// What is written: it decides which blanks mean something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// What stands before the block of a rule: selectors.
    Selector,
    /// An at-rule up to its block or its semicolon.
    AtRule,
    Declaration,
    /// A declaration of a custom property, whose value may be anything.
    Custom,
    /// Nothing that browsers know: every blank stays, as one.
    Unknown,
}

struct Writer<'a> {
    lexemes: &'a [Lexeme<'a>],
    out: String,
}

impl Writer<'_> {
    /// Writes the statement that begins at `start`: a declaration with its semicolon, or what
    /// stands before a block with the opening brace. Says where it ends.
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

    /// Whether the block ends after nothing but blanks, from `at` on.
    fn is_last(&self, at: usize) -> bool {
        let is_silent = |it: &&Lexeme<'_>| it.is_blank() && !it.text.starts_with("/*!");
        let next = self.lexemes[at..].iter().find(|it| !is_silent(it));
        next.is_some_and(|it| it.kind == Kind::Close('}'))
    }

    /// What begins at `start`, and the place of what ends it: `;`, the `{` of its block, a `}` that
    /// closes what is around it, or the end of the file.
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
        let mut around = Around { form, colons: 0, open: vec![] };
        let mut last: Option<usize> = None;
        for at in (start..end).filter(|at| !self.lexemes[*at].is_blank()) {
            let lexeme = &self.lexemes[at];
            if let Some(before) = last.map(|last| &self.lexemes[last]) {
                let between = &self.lexemes[last.map_or(at, |last| last + 1)..at];
                if between.iter().any(|it| it.kind == Kind::Space) {
                    if around.parts(before, lexeme) {
                        // A blank would end an escape in the name before it, and mean nothing else.
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
        // A custom property without a value has a blank for one.
        if form == Form::Custom && self.lexemes[end - 1].is_blank() && self.out.ends_with(':') {
            self.out.push(' ');
        }
    }
}

/// Where in a statement the writer is.
struct Around {
    form: Form,
    /// Colons so far; the first one of a declaration stands behind its name.
    colons: usize,
    /// The brackets that are open.
    open: Vec<Bracket>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bracket {
    Plain,
    /// `:nth-child(` and its kin, in which a plus is no combinator.
    Counting,
    Function,
}

impl Around {
    fn pass(&mut self, lexeme: &Lexeme<'_>) {
        match &lexeme.kind {
            Kind::Colon => self.colons += 1,
            Kind::Function(name) if name.starts_with("nth-") => self.open.push(Bracket::Counting),
            Kind::Function(_) => self.open.push(Bracket::Function),
            Kind::Open(_) => self.open.push(Bracket::Plain),
            Kind::Close(_) => _ = self.open.pop(),
            _ => {}
        }
    }

    /// Whether the blank between these two means something.
    fn parts(&self, before: &Lexeme<'_>, after: &Lexeme<'_>) -> bool {
        let is_edge = opens(before) || closes(after);
        let is_comma = [before, after].iter().any(|it| it.kind == Kind::Comma);
        match self.form {
            _ if needs_line_break(before) => false,
            Form::Unknown => true,
            _ if is_edge || is_comma => false,
            Form::Declaration | Form::Custom if self.colons == 0 => false,
            Form::Declaration | Form::Custom if self.colons == 1 && before.kind == Kind::Colon => {
                false
            }
            Form::Custom => true,
            _ if would_join(before, after) => true,
            Form::Declaration => ![before, after].iter().any(|it| is_delim(it, "/*!")),
            Form::Selector => {
                self.open.last() == Some(&Bracket::Counting)
                    || ![before, after].iter().any(|it| is_delim(it, ">~+"))
            }
            // `(width: 40rem)`, and `@media(`; a function may hold a selector.
            Form::AtRule => {
                let is_feature =
                    before.kind == Kind::Colon && self.open.last() == Some(&Bracket::Plain);
                let is_name = matches!(&before.kind, Kind::AtKeyword(name) if name == "media" || name == "container");
                !(is_feature || is_name && after.kind == Kind::Open('('))
            }
        }
    }
}

/// Whether the two, side by side, would begin a comment or be read as another operator or number.
fn would_join(before: &Lexeme<'_>, after: &Lexeme<'_>) -> bool {
    let is_number = [before, after].iter().any(|it| it.kind == Kind::Number);
    is_number && [before, after].iter().any(|it| is_delim(it, "+"))
        || is_delim(before, "/") && is_delim(after, "*")
        || is_delim(before, "<")
        || is_delim(after, "=")
        // `-->` ends a comment of HTML, and `u+a` was once a range of characters.
        || before.text.ends_with("--")
        || before.text.eq_ignore_ascii_case("u") && is_delim(after, "+")
}

/// Whether it is what it is because a line ends: a string that is not closed, and a backslash that
/// would make an escape of what follows.
fn needs_line_break(lexeme: &Lexeme<'_>) -> bool {
    lexeme.kind == Kind::BadString || is_delim(lexeme, "\\")
}

fn is_delim(lexeme: &Lexeme<'_>, any: &str) -> bool {
    matches!(lexeme.kind, Kind::Delim(delim) if any.contains(delim))
}

fn opens(lexeme: &Lexeme<'_>) -> bool {
    lexeme.closed_by().is_some_and(|bracket| bracket != '}')
}

fn closes(lexeme: &Lexeme<'_>) -> bool {
    matches!(lexeme.kind, Kind::Close(')' | ']'))
}

/// Whether two tokens stay two without anything between them.
fn stay_apart(before: &Lexeme<'_>, after: &Lexeme<'_>) -> bool {
    let is_mark = |it: &Lexeme<'_>| {
        matches!(it.kind, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Close(_))
    };
    let is_block = matches!(after.kind, Kind::Open('{' | '['));
    is_mark(before) || before.closed_by().is_some() || is_mark(after) || is_block
}

/// A number without the nought before its point; all else as it is.
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
    fn only_what_means_nothing_goes() {
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

    /// What is left when only tokens count, and a nought or a last semicolon does not.
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
        fn whatever_is_written_the_tokens_stay(parts in proptest::collection::vec(part(), 0..40)) {
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
