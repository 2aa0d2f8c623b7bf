//! Which blanks of a style sheet mean something: all others are left out.

use super::lexeme::{Kind, Lexeme};

/// What is written: it decides which blanks mean something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
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

/// Where in a statement the writer is.
pub(super) struct Around {
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
    pub(super) fn new(form: Form) -> Around {
        Around { form, colons: 0, open: vec![] }
    }

    /// Takes note of what was written.
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

    /// Whether the blank between these two means something.
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

/// Whether two tokens stay two without anything between them.
pub(super) fn stay_apart(before: &Lexeme<'_>, after: &Lexeme<'_>) -> bool {
    let is_mark = |it: &Lexeme<'_>| {
        matches!(it.kind, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Close(_))
    };
    let is_block = matches!(after.kind, Kind::Open('{' | '['));
    is_mark(before) || before.closed_by().is_some() || is_mark(after) || is_block
}
