//! The properties that styles of a drawing may use: those of SVG itself, with values whose cost is
//! counted or zero. Properties that browsers ignore are left out, because programs write many of
//! their own. Properties that browsers draw at an unknown cost are refused.

use super::css::UNREADABLE;

/// Properties that are kept.
const KEPT: &str = "alignment-baseline animation animation-delay animation-direction \
    animation-duration animation-fill-mode animation-iteration-count animation-name \
    animation-play-state animation-timing-function background background-color baseline-shift \
    clip clip-path clip-rule color color-interpolation color-interpolation-filters \
    color-rendering color-scheme cx cy d direction display dominant-baseline fill fill-opacity \
    fill-rule filter flood-color flood-opacity font font-family font-feature-settings \
    font-kerning font-size font-size-adjust font-stretch font-style font-variant \
    font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric \
    font-variant-position font-variation-settings font-weight font-width \
    glyph-orientation-vertical height image-rendering isolation letter-spacing lighting-color \
    marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow \
    paint-order pointer-events r rotate rx ry scale shape-rendering stop-color stop-opacity \
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit \
    stroke-opacity stroke-width text-anchor text-decoration text-decoration-color \
    text-decoration-line text-decoration-style text-orientation text-rendering text-transform \
    transform transform-box transform-origin translate unicode-bidi vector-effect visibility \
    white-space width word-spacing writing-mode x y";

/// The beginnings of properties whose drawing cost is not counted here.
const REFUSED: &[&str] = &[
    "text-shadow",
    "mask-",
    "-webkit-mask",
    "offset-",
    "zoom",
    "backdrop-filter",
    "-webkit-filter",
];

/// Functions that a value may call: for colours, numbers, transformations, references, filters.
const FUNCTIONS: &str = "rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var \
    calc min max clamp rect cubic-bezier steps linear matrix translate translatex translatey scale \
    scalex scaley rotate skew skewx skewy matrix3d translate3d scale3d rotate3d rotatez url path \
    blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia";

/// Functions among them that are colours.
const COLOURS: &str =
    "rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc";

/// The limit of a value's length in bytes; it does not apply to outlines.
const LONGEST: usize = 2_000;
/// The limit for the value of a custom property, which can be used in many places.
const LONGEST_OWN: usize = 200;
/// The limit of nested functions.
const DEEPEST: usize = 10;
/// The limit of animations of one element at the same time.
const MOST_MOVES: usize = 4;

/// A declaration in its cleaned form; `None` if it has no effect on the drawing.
pub(super) fn kept(name: &str, value: &str) -> Result<Option<String>, String> {
    if is_refused(name) || name == "offset" {
        return Err(refusal(name));
    }
    let is_own = name.starts_with("--") && name.chars().all(is_name);
    if !is_own && !is_kept(name) {
        return Ok(None);
    }
    let value = value.trim().replace(['\n', '\r', '\t', '\u{c}'], " ");
    let longest = match name {
        "d" => usize::MAX,
        _ if is_own => LONGEST_OWN,
        _ => LONGEST,
    };
    if value.len() > longest {
        return Err(format!(
            "the drawing's styles give {name} a value of {} bytes, and at most {longest} are \
             allowed: save it as PNG",
            value.len()
        ));
    }
    if !is_plain(&value) {
        return Err(UNREADABLE.into());
    }
    if is_own && value.to_ascii_lowercase().contains("var(") {
        return Err(
            "the drawing's styles pass on values from one name to another: save it as plain SVG, \
             or as PNG"
                .into(),
        );
    }
    check(name, &value)?;
    Ok(Some(value))
}

/// Refuses the value of an attribute that is a property as well.
pub(super) fn check_attribute(name: &str, value: &str) -> Result<(), String> {
    if is_kept(name) { check(name, value) } else { Ok(()) }
}

/// Whether the drawing cost of a property is not counted here.
pub(super) fn is_refused(name: &str) -> bool {
    name != "mask-type" && REFUSED.iter().any(|start| name.starts_with(start))
}

/// The fonts that a declaration asks for.
pub(super) fn fonts<'a>(name: &str, value: &'a str) -> impl Iterator<Item = &'a str> {
    let asks = matches!(name, "font" | "font-family");
    value.split(',').filter(move |_| asks).map(str::trim)
}

fn is_kept(name: &str) -> bool {
    KEPT.split_ascii_whitespace().any(|known| known == name)
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

fn refusal(name: &str) -> String {
    format!(
        "the drawing's styles use {name}, which may be slow to draw: remove it, or save it as PNG"
    )
}

fn check(name: &str, value: &str) -> Result<(), String> {
    let lower = value.to_ascii_lowercase();
    let knows = |list: &str, name: &str| list.split_ascii_whitespace().any(|known| known == name);
    let unknown = functions(&lower).find(|function| !knows(FUNCTIONS, function));
    if let Some(function) = unknown {
        return Err(refusal(&format!("{function}()")));
    }
    let lower = lower.trim_end_matches("!important").trim();
    let is_simple = match name {
        "mask" | "clip-path" | "marker" | "marker-start" | "marker-mid" | "marker-end" => {
            !lower.contains('(')
                || lower
                    .strip_prefix("url(")
                    .is_some_and(|rest| rest.find(')') == Some(rest.len() - 1))
        }
        "background" | "background-color" => {
            functions(lower).all(|function| knows(COLOURS, function)) && parts(lower) == 1
        }
        _ if name.starts_with("animation") => parts(lower) <= MOST_MOVES,
        _ => true,
    };
    if is_simple { Ok(()) } else { Err(refusal(&format!("such a {name}"))) }
}

/// The names of the functions that a value calls.
fn functions(value: &str) -> impl Iterator<Item = &str> {
    let before = value.match_indices('(').map(|(at, _)| &value[..at]);
    before
        .map(|before| before.rsplit(|c| !is_name(c)).next().unwrap_or_default())
        .filter(|name| !name.is_empty())
}

/// The number of values in a list.
fn parts(value: &str) -> usize {
    let mut depth = 0_usize;
    let mut commas = 0;
    for c in value.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => commas += 1,
            _ => {}
        }
    }
    commas + 1
}

/// The offset of the bracket that closes the one opened before this text.
pub(super) fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
        None
    })
}

/// Whether browsers see the same end of the value as we do: all brackets and quotes are closed,
/// nothing is escaped, and ids in references contain neither.
fn is_plain(value: &str) -> bool {
    let mut depth = 0_usize;
    let mut quote = None;
    for c in value.chars() {
        match (quote, c) {
            (_, '\\' | '{' | '}' | '<' | '>' | '@' | '[' | ']') => return false,
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '(') if depth < DEEPEST => depth += 1,
            (None, ')') if depth > 0 => depth -= 1,
            (None, '(' | ')' | ';') => return false,
            (None, _) => {}
        }
    }
    let lower = value.to_ascii_lowercase();
    let mut urls = lower.match_indices("url(").map(|(at, _)| &value[at + 4..]);
    quote.is_none() && depth == 0 && urls.all(is_plain_url)
}

fn is_plain_url(rest: &str) -> bool {
    let Some((inside, _)) = rest.split_once(')') else { return false };
    let inside = inside.trim();
    let quoted =
        ['"', '\''].into_iter().find_map(|quote| inside.strip_prefix(quote)?.strip_suffix(quote));
    let id = quoted.unwrap_or(inside);
    let is_quote_or_bracket = |c: char| matches!(c, '"' | '\'' | '(');
    !id.contains(is_quote_or_bracket) && (quoted.is_some() || !id.contains([' ', ';']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_of_drawing_programs_are_kept_or_left_out() {
        let kept_ones = [
            ("fill", "url(#a) red"),
            ("filter", "url( '#f;1' ) blur(2px)"),
            ("clip-path", "url(#SVGID_1_)"),
            ("mask", "none"),
            ("d", "path('M0 0h9')"),
            ("transform", "translate(3px, calc((1px + 2px) * 3)) rotate(3deg)"),
            ("background", "light-dark(#ffffff, var(--dark, #121212))"),
            ("font-family", "'Myriad Pro', sans-serif"),
            ("animation", "a 2s linear infinite, b 3s cubic-bezier(0, 1, 1, 0)"),
            ("--ink", "#123"),
            ("stroke", "red !important"),
        ];
        for (name, value) in kept_ones {
            assert_eq!(kept(name, value), Ok(Some(value.to_owned())), "{name}");
        }
        for (name, value) in [
            ("-inkscape-stroke", "none"),
            ("line-height", "1.25"),
            ("shape-inside", "url(#r)"),
            ("*zoom", "1"),
        ] {
            assert_eq!(kept(name, value), Ok(None), "{name}");
        }
    }

    #[test]
    fn properties_of_unknown_cost_are_refused() {
        let refused = [
            ("text-shadow", "1px 1px red"),
            ("mask", "linear-gradient(red, blue)"),
            ("mask", "url(#a), url(#b)"),
            ("mask-image", "none"),
            ("clip-path", "polygon(0 0, 1px 1px)"),
            ("background", "linear-gradient(red, blue)"),
            ("background", "red, blue"),
            ("animation-name", "a, a, a, a, a"),
            ("--a", "var(--b) var(--b)"),
            ("width", "calc(sibling-index() * 1px)"),
            ("fill", "url(#a(\");text-shadow:url(#b)(\"))"),
            ("fill", "red } rect { x: 1"),
            ("fill", "re\\64"),
            ("fill", "'red"),
        ];
        for (name, value) in refused {
            assert!(kept(name, value).is_err(), "{name}: {value}");
        }
    }
}
