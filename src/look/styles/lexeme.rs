//! A style sheet as browsers read it (CSS Syntax 3): a flat list of its tokens with their places.
//!
//! `cssparser` decides what a token is. The source text of each token is kept, so syntax that is
//! new in CSS passes through unchanged. Tokens of CSS are called lexemes here, because the tokens
//! of a look are something else.

use std::borrow::Cow;
use std::ops::Range;

use cssparser::{Parser, Token};

/// One token of CSS.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lexeme<'a> {
    pub(super) kind: Kind,
    /// As it is written. `kind` holds the meaning, without escapes.
    pub(super) text: Cow<'a, str>,
    pub(super) range: Range<usize>,
}

/// The kind of token, as far as it matters here.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Space,
    Comment,
    Ident,
    AtKeyword(String),
    /// A name with its opening bracket: `calc(`.
    Function(String),
    /// A quoted string.
    String(String),
    /// `url(…)` without quotes.
    Url(String),
    /// A number with a unit, with a percent sign or without both.
    Number,
    Colon,
    Semicolon,
    Comma,
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    Delim(char),
    /// A string that is ended by a line break.
    BadString,
    BadUrl,
    Other,
}

impl Lexeme<'_> {
    /// The bracket that closes what this one opens.
    pub(super) fn closed_by(&self) -> Option<char> {
        match self.kind {
            Kind::Function(_) | Kind::Open('(') => Some(')'),
            Kind::Open('[') => Some(']'),
            Kind::Open(_) => Some('}'),
            _ => None,
        }
    }

    /// Whether it has no other effect than to separate two tokens.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self.kind, Kind::Space | Kind::Comment)
    }
}

/// Splits a style sheet into lexemes. Every byte is in exactly one lexeme, whatever the file holds.
pub(super) fn lexemes(css: &str) -> Vec<Lexeme<'_>> {
    let mut all = vec![];
    // A byte order mark has no meaning, but in the middle of a bundle it would be a letter.
    let mut start = css.len() - css.trim_start_matches('\u{FEFF}').len();
    if start > 0 {
        let text = Cow::Borrowed(&css[..start]);
        all.push(Lexeme { kind: Kind::Space, text, range: 0..start });
    }
    let mut base = start;
    let mut parser = Parser::new(&css[start..]);
    while let Ok(token) = parser.next_including_whitespace_and_comments() {
        let kind = kind(token);
        let end = base + parser.position().byte_index();
        let lexeme = Lexeme { kind, text: Cow::Borrowed(&css[start..end]), range: start..end };
        if lexeme.closed_by().is_some() {
            // The parser would skip the whole block. A new parser that begins inside the block does
            // not nest, however deep the brackets are.
            base = end;
            parser = Parser::new(&css[end..]);
        }
        all.push(lexeme);
        start = end;
    }
    all
}

fn kind(token: &Token<'_>) -> Kind {
    match token {
        Token::WhiteSpace(_) => Kind::Space,
        Token::Comment(_) => Kind::Comment,
        Token::Ident(_) => Kind::Ident,
        Token::AtKeyword(name) => Kind::AtKeyword(name.to_ascii_lowercase()),
        Token::Function(name) => Kind::Function(name.to_ascii_lowercase()),
        Token::QuotedString(value) => Kind::String(value.to_string()),
        Token::UnquotedUrl(value) => Kind::Url(value.to_string()),
        Token::Number { .. } | Token::Percentage { .. } | Token::Dimension { .. } => Kind::Number,
        Token::Colon => Kind::Colon,
        Token::Semicolon => Kind::Semicolon,
        Token::Comma => Kind::Comma,
        Token::ParenthesisBlock => Kind::Open('('),
        Token::SquareBracketBlock => Kind::Open('['),
        Token::CurlyBracketBlock => Kind::Open('{'),
        Token::CloseParenthesis => Kind::Close(')'),
        Token::CloseSquareBracket => Kind::Close(']'),
        Token::CloseCurlyBracket => Kind::Close('}'),
        Token::Delim(delim) => Kind::Delim(*delim),
        Token::BadString(_) => Kind::BadString,
        Token::BadUrl(_) => Kind::BadUrl,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_in_one_lexeme() {
        let deep = "(".repeat(100_000);
        for css in [
            "a > b::before { content: \"\\201C\" / \"\"; color: #fff; }",
            "@media (width >= 40rem) { a { inset: calc(1px + var(--x)) } }",
            "<!-- a{b:url( x ) --> } ] ) \"open\nx url(a b) \u{0} å /* never closed",
            &deep,
        ] {
            let all = lexemes(css);
            assert_eq!(all.iter().map(|it| &*it.text).collect::<String>(), css);
            let ends: Vec<usize> = all.iter().map(|it| it.range.end).collect();
            assert!(
                all.iter().skip(1).map(|it| it.range.start).eq(ends[..ends.len() - 1].to_vec())
            );
        }
    }
}
