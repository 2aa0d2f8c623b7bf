//! Colours: how they are written, and the contrast between two of them.

/// Red, green and blue.
pub(super) type Rgb = [u8; 3];

/// `#abc` or `#aabbcc`.
pub(super) fn parse(text: &str) -> Option<Rgb> {
    let digits = text.trim().strip_prefix('#')?;
    if !digits.is_ascii() {
        return None;
    }
    let wide: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    let part = |at: usize| u8::from_str_radix(&wide[at..at + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// How to write a colour that cannot be read, if it is known which is meant.
pub(super) fn remedy(name: &str, written: &[String]) -> String {
    let meant = written
        .iter()
        .map(|text| Some(format!("\"{}\"", hex(parse(text).or_else(|| meant(text))?))));
    match meant.collect::<Option<Vec<String>>>().as_deref() {
        Some([both]) => format!("Write {name} = {both}"),
        Some([light, dark]) => format!("Write {name} = [{light}, {dark}]"),
        _ => format!(
            "Write one colour, or two for light and dark, as in {name} = [\"#a8321c\", \"#f28a6b\"]: \
             a # and six digits, which programs for pictures show as “hex”"
        ),
    }
}

/// The colour that somebody means who writes it in another way: `a8321c`, `# a8321c`,
/// `rgb(168, 50, 28)`, `#a8321cff`, `red`, `rød`.
fn meant(text: &str) -> Option<Rgb> {
    let folded = text.trim().trim_matches(['"', '\'', ';']).to_lowercase();
    if let Some((_, color, _)) =
        NAMES.iter().find(|(name, _, others)| *name == folded || others.contains(&&*folded))
    {
        return parse(color);
    }
    let inside = folded.strip_prefix("rgb").map(|it| it.trim_start_matches('a').trim());
    let inside = match inside {
        Some(inside) => Some(inside.strip_prefix('(')?.split(')').next()?),
        None => folded.contains(',').then_some(&*folded),
    };
    if let Some(inside) = inside {
        let parts = inside.split([',', ' ', '/']).filter(|part| !part.is_empty());
        let parts: Vec<Option<u8>> = parts.map(|part| part.parse().ok()).collect();
        let [red, green, blue] = *parts.first_chunk()?;
        return Some([red?, green?, blue?]);
    }
    let digits: String = folded.chars().filter(|c| !c.is_whitespace() && *c != '#').collect();
    let digits = digits.strip_prefix("0x").unwrap_or(&digits);
    // How far one sees through it is left out.
    let digits = match digits.len() {
        8 => digits.get(..6)?,
        4 => digits.get(..3)?,
        _ => digits,
    };
    parse(&format!("#{digits}"))
}

/// Names of colours in CSS, with the Danish and Dutch ones.
const NAMES: &[(&str, &str, &[&str])] = &[
    ("black", "#000000", &["sort", "zwart"]),
    ("white", "#ffffff", &["hvid", "wit"]),
    ("red", "#ff0000", &["rød", "rood"]),
    ("green", "#008000", &["grøn", "groen"]),
    ("blue", "#0000ff", &["blå", "blauw"]),
    ("yellow", "#ffff00", &["gul", "geel"]),
    ("orange", "#ffa500", &["oranje"]),
    ("purple", "#800080", &["lilla", "paars"]),
    ("pink", "#ffc0cb", &["lyserød", "roze"]),
    ("brown", "#a52a2a", &["brun", "bruin"]),
    ("gray", "#808080", &["grey", "grå", "grijs"]),
    ("navy", "#000080", &["marineblå", "marineblauw"]),
    ("teal", "#008080", &["turkis", "turquoise"]),
    ("maroon", "#800000", &["bordeaux"]),
    ("silver", "#c0c0c0", &["sølv", "zilver"]),
    ("gold", "#ffd700", &["guld", "goud"]),
    ("olive", "#808000", &["oliven", "olijf"]),
    ("darkblue", "#00008b", &["mørkeblå", "donkerblauw"]),
    ("darkgreen", "#006400", &["mørkegrøn", "donkergroen"]),
    ("darkred", "#8b0000", &["mørkerød", "donkerrood"]),
];

pub(super) fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A colour on the way from one to another, 0 to 1 of the way.
pub(super) fn toward(from: Rgb, to: Rgb, way: f64) -> Rgb {
    std::array::from_fn(|at| {
        let (from, to) = (f64::from(from[at]), f64::from(to[at]));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a value between two bytes is one"
        )]
        let part = (from + (to - from) * way).round() as u8;
        part
    })
}

/// The contrast ratio of WCAG 2.2, 1 to 21.
pub(super) fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance(color: Rgb) -> f64 {
    let [red, green, blue] = color.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_known_however_it_is_written() {
        for (text, color) in [
            ("a8321c", "#a8321c"),
            ("A8321C", "#a8321c"),
            ("# a8321c", "#a8321c"),
            ("#a8 32 1c", "#a8321c"),
            ("##a8321c", "#a8321c"),
            ("0xa8321c", "#a8321c"),
            ("#a8321cff", "#a8321c"),
            ("#abcf", "#aabbcc"),
            ("abc", "#aabbcc"),
            ("#a8321c;", "#a8321c"),
            ("rgb(168, 50, 28)", "#a8321c"),
            ("rgb(168 50 28 / 50%)", "#a8321c"),
            ("RGBA(168,50,28,0.5)", "#a8321c"),
            ("168, 50, 28", "#a8321c"),
            ("Red", "#ff0000"),
            ("mørkeblå", "#00008b"),
            ("rood", "#ff0000"),
        ] {
            assert_eq!(meant(text).map(hex).as_deref(), Some(color), "{text}");
        }
        for text in ["", "#", "rgb(1, 2)", "rgb(300, 0, 0)", "hsl(1, 2%, 3%)", "brand", "#ååå"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_computed_as_wcag_defines_it() {
        let ratio = |a, b| contrast(parse(a).expect("a colour"), parse(b).expect("a colour"));
        assert!((ratio("#000", "#fff") - 21.0).abs() < 0.01);
        assert!((ratio("#777777", "#ffffff") - 4.48).abs() < 0.01);
        assert_eq!(parse("red"), None);
        assert_eq!(parse("#12345"), None);
        assert_eq!(parse("#ååå"), None);
    }
}
