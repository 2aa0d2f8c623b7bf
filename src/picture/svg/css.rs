//! The styles of a drawing: they may refer to its own pieces, and to nothing else.

/// A style sheet without its comments; an error if it could load anything.
pub(super) fn clean_sheet(text: &str) -> Result<String, String> {
    let clean = clean_value(text)?;
    let lower = clean.to_ascii_lowercase();
    let draws = |rule: &str| {
        ["media", "keyframes", "-webkit-keyframes"].iter().any(|name| rule.starts_with(name))
    };
    if lower.split('@').skip(1).all(draws) { Ok(clean) } else { Err(LOADS.into()) }
}

/// The same for one attribute: many of them are styles, and none may load anything.
pub(super) fn clean_value(text: &str) -> Result<String, String> {
    let clean = without_comments(text)?;
    let lower = clean.to_ascii_lowercase();
    // Escapes could spell every word below in another way.
    if lower.contains('\\') && lower.contains(['(', '@']) {
        return Err("the drawing's styles contain escapes (\\): save it as plain SVG".into());
    }
    let loads = ["image-set(", "image(", "src(", "expression("].iter().any(|it| lower.contains(it));
    if loads || !lower.split("url(").skip(1).all(is_own_piece) {
        return Err(LOADS.into());
    }
    Ok(clean)
}

const LOADS: &str = "the drawing's styles load something from outside of it: save it as plain SVG";

fn without_comments(text: &str) -> Result<String, String> {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        clean.push_str(before);
        // Still parts two words, as the comment did.
        clean.push(' ');
        rest = after.split_once("*/").ok_or("a comment in the drawing's styles has no end")?.1;
    }
    clean.push_str(rest);
    Ok(clean)
}

fn is_own_piece(after_url: &str) -> bool {
    after_url.trim_ascii_start().trim_start_matches(['"', '\'']).starts_with('#')
}
