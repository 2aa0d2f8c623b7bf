//! Decides which blanks of a style sheet have a meaning; all others are left out.

use super::lexeme::{Kind, Lexeme};

/// The part of a style sheet that is written: which blanks have a meaning depends on it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// The selectors before the block of a rule.
    Selector,
    /// An at-rule up to its block or its semicolon.
    AtRule,
    Declaration,
    /// A declaration of a custom property, whose value may be anything.
    Custom,
    /// Something that browsers do not know: every sequence of blanks becomes one blank.
    Unknown,
}

/// What surrounds the current place in a statement.
pub(super) struct Around {
    form: Form,
    /// The number of colons so far. The first colon of a declaration follows its name.
    colons: usize,
    /// The brackets that are open.
    open: Vec<Bracket>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bracket {
    Plain,
    /// `:nth-child(` and similar, in which a plus is not a combinator.
    Counting,
    Function,
}

impl Around {
    pub(super) fn new(form: Form) -> Around {
        Around { form, colons: 0, open: vec![] }
    }

    /// Updates the state after a lexeme was written.
    pub(super) fn pass(&mut self, lexeme: &Lexeme<'_>) {
        match &lexeme.kind {
            Kind::Colon => self.colons += 1,
            Kind::Function(name) if name.starts_with("nth-") => self.open.push(Bracket::Counting),
            Kind::Function(_) => self.open.push(Bracket::Function),
            Kind::Open(_) => self.open.push(Bracket::Plain),
            Kind::Close(_) => _ = self.open.pop(),
            _ => {}
        }
    }

    /// Whether the blank between these two has a meaning.
    pub(super) fn parts(&self, before: &Lexeme<'_>, after: &Lexeme<'_>) -> bool {
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
            // `(width: 40rem)` and `@media(` need no blank. In a function a blank after a colon
            // stays, because the function may hold a selector.
            Form::AtRule => {
                let is_feature =
                    before.kind == Kind::Colon && self.open.last() == Some(&Bracket::Plain);
                let is_name = matches!(&before.kind, Kind::AtKeyword(name) if name == "media" || name == "container");
                !(is_feature || is_name && after.kind == Kind::Open('('))
            }
        }
    }
}

/// Whether these two, without a blank between them, would begin a comment, or would be read as
/// another operator or number.
fn would_join(before: &Lexeme<'_>, after: &Lexeme<'_>) -> bool {
    let is_number = [before, after].iter().any(|it| it.kind == Kind::Number);
    is_number && [before, after].iter().any(|it| is_delim(it, "+"))
        || is_delim(before, "/") && is_delim(after, "*")
        || is_delim(before, "<")
        || is_delim(after, "=")
        // `-->` ends an HTML comment, and `u+a` was a range of characters in earlier CSS.
        || before.text.ends_with("--")
        || before.text.eq_ignore_ascii_case("u") && is_delim(after, "+")
}

/// Whether this lexeme must be followed by a line break to keep its meaning: a string that is not
/// closed, or a backslash that would make an escape of the next character.
pub(super) fn needs_line_break(lexeme: &Lexeme<'_>) -> bool {
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

/// Whether two tokens remain two if nothing is written between them.
pub(super) fn stay_apart(before: &Lexeme<'_>, after: &Lexeme<'_>) -> bool {
    let is_mark = |it: &Lexeme<'_>| {
        matches!(it.kind, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Close(_))
    };
    let is_block = matches!(after.kind, Kind::Open('{' | '['));
    is_mark(before) || before.closed_by().is_some() || is_mark(after) || is_block
}
