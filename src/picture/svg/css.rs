//! Splits the styles of a drawing into tokens, and refuses values that refer to anything outside
//! the drawing.

/// A value of a style or an attribute without its comments; an error if it could load anything.
pub(super) fn clean_value(text: &str) -> Result<String, String> {
    let clean = without(&without_comments(text)?, "icc-color(", ')');
    let lower = clean.to_ascii_lowercase();
    // With escapes, the words that are searched for below could be written in another way.
    if lower.contains('\\') && lower.contains(['(', '@']) {
        return Err("the drawing's styles contain escapes (\\): save it as plain SVG".into());
    }
    let loads = ["image-set(", "image(", "src(", "expression("].iter().any(|it| lower.contains(it));
    if loads || !lower.split("url(").skip(1).all(is_own_piece) {
        return Err(LOADS.into());
    }
    Ok(clean)
}

/// A style sheet cleaned by `clean_value`, without its `@font-face` rules: the text is shown in
/// another font.
pub(super) fn clean_sheet(text: &str) -> Result<String, String> {
    let own = without(&without_comments(text)?, "@font-face", '}');
    clean_value(&without_imported_fonts(&own))
}

/// A style sheet without the lines that load fonts from elsewhere. Others stay, and are refused.
fn without_imported_fonts(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let mut clean = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(from) = lower[at..].find("@import").map(|from| at + from) {
        let end = end_of_import(text, from).unwrap_or(text.len());
        clean.push_str(&text[at..from]);
        match lower[from..end].contains("font") {
            true => clean.push(' '),
            false => clean.push_str(&text[from..end]),
        }
        at = end;
    }
    clean.push_str(&text[at..]);
    clean
}

/// Behind the `;` of an import, which is no `;` of its address.
fn end_of_import(text: &str, from: usize) -> Option<usize> {
    let address = from + text[from..].find(['"', '\'', '(', ';'])?;
    let close = match text.as_bytes()[address] {
        b';' => return Some(address + 1),
        b'(' => ')',
        b'"' => '"',
        _ => '\'',
    };
    let closed = address + 1 + text[address + 1..].find(close)?;
    Some(closed + text[closed..].find(';')? + 1)
}

/// Removes each part of a text that begins with `word` (in any case) and ends with the next `end`.
fn without(text: &str, word: &str, end: char) -> String {
    // Changing the case of ASCII letters keeps all byte offsets.
    let lower = text.to_ascii_lowercase();
    let mut clean = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(from) = lower[at..].find(word).map(|from| at + from) {
        clean.push_str(&text[at..from]);
        clean.push(' ');
        at = text[from..].find(end).map_or(text.len(), |to| from + to + end.len_utf8());
    }
    clean.push_str(&text[at..]);
    clean
}

pub(super) const LOADS: &str =
    "the drawing's styles load something from outside it: save it as plain SVG";
pub(super) const UNREADABLE: &str =
    "the drawing's styles cannot be read: save it as plain SVG, or as PNG";

fn without_comments(text: &str) -> Result<String, String> {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        clean.push_str(before);
        // A space still separates two words, as the comment did.
        clean.push(' ');
        rest = after.split_once("*/").ok_or("a comment in the drawing's styles has no end")?.1;
    }
    clean.push_str(rest);
    Ok(clean)
}

fn is_own_piece(after_url: &str) -> bool {
    after_url.trim_ascii_start().trim_start_matches(['"', '\'']).starts_with('#')
}

/// The declarations of a cleaned `style` attribute.
pub(super) fn declarations(text: &str) -> Vec<(String, &str)> {
    let declared = |piece| match piece {
        Piece::Declaration(text) => declaration(text),
        Piece::Open(_) | Piece::Close => None,
    };
    pieces(text).into_iter().filter_map(declared).collect()
}

/// A token of a style sheet.
pub(super) enum Piece<'a> {
    /// The text before a `{`.
    Open(&'a str),
    Declaration(&'a str),
    Close,
}

pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = vec![];
    let (mut from, mut brackets) = (0, 0_usize);
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open || c == '\n' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '(') => brackets += 1,
            (None, ')') => brackets = brackets.saturating_sub(1),
            (None, '{') => {
                pieces.push(Piece::Open(text[from..at].trim()));
                (from, brackets) = (at + 1, 0);
            }
            (None, ';') if brackets == 0 => {
                pieces.push(Piece::Declaration(&text[from..at]));
                from = at + 1;
            }
            (None, '}') => {
                pieces.extend([Piece::Declaration(&text[from..at]), Piece::Close]);
                (from, brackets) = (at + 1, 0);
            }
            (None, _) => {}
        }
    }
    pieces.push(Piece::Declaration(&text[from..]));
    pieces
}

/// Splits a declaration into its name, in lower case, and its value.
pub(super) fn declaration(text: &str) -> Option<(String, &str)> {
    let (name, value) = text.split_once(':')?;
    Some((name.trim().to_ascii_lowercase(), value.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_and_colours_of_printers_are_left_out() {
        let sheet =
            "@FONT-FACE { src: url(data:font/woff2;base64,AA==) } .a{fill:#fff icc-color(a, 1)}";
        assert_eq!(clean_sheet(sheet).expect("clean").trim(), ".a{fill:#fff  }");
        let google = "@import url(https://fonts.example/css2?a:wght@400;700&b); .a{fill:red}";
        assert_eq!(clean_sheet(google).expect("clean").trim(), ".a{fill:red}");
        let twice = "@IMPORT 'https://a.example/fonts;b.css' screen;@import \"font.css\";.a{}";
        assert_eq!(clean_sheet(twice).expect("clean").trim(), ".a{}");
        assert!(clean_sheet("@import url(https://a.example/colours.css); .a{}").is_err());
        assert!(clean_sheet("@import url(font.css); .a{fill:url(https://a.example)}").is_err());
        assert!(clean_sheet("@font-face{} .a{fill:url(data:a)}").is_err());
        assert_eq!(clean_value("red icc-color(a").expect("clean"), "red  ");
    }

    #[test]
    fn declarations_end_where_no_quote_or_bracket_is_open() {
        let text = "fill:red;STROKE : url('#a;b') ;d:path(\"M0;\")";
        let wanted = [("fill", "red"), ("stroke", "url('#a;b')"), ("d", "path(\"M0;\")")];
        let declared = declarations(text);
        assert_eq!(declared.iter().map(|it| (it.0.as_str(), it.1)).collect::<Vec<_>>(), wanted);
    }
}
