//! Colours, as they are written (`#a8321c`) and as people write them otherwise.

mod notations;

use notations::in_a_function;

use super::{KeyValue, Value};

/// Red, green and blue.
pub(crate) type Rgb = [u8; 3];

/// `#abc` or `#aabbcc`.
pub(crate) fn parse(text: &str) -> Option<Rgb> {
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

pub(crate) fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// What is wrong with a colour that cannot be read, and how to write it if it is known which is
/// meant.
pub(crate) fn complaint(name: &str, written: &[String]) -> (String, String) {
    let odd = written.iter().find_map(|text| odd_sign(text));
    let count = written.iter().find_map(|text| wrong_length(text));
    let is_paint = written.iter().any(|text| {
        let folded = text.to_lowercase();
        ["cmyk", "pantone", "pms", "ral"].iter().any(|it| folded.trim_start().starts_with(it))
    });
    let message = match (odd, count) {
        (Some(odd), _) => format!("The colour “{name}” has {odd}"),
        (_, Some(count)) => format!("The colour “{name}” has {count} behind its #, and needs 6"),
        _ if is_paint => {
            format!("The colour “{name}” is one for print, and screens have no such colours")
        }
        _ => format!("The colour “{name}” cannot be read"),
    };
    let hint = line(name, written).map(|line| format!("Write {line}"));
    let otherwise = || match is_paint {
        true => format!(
            "Write the hex colour that belongs to it, as in {name} = \"#a8321c\": whoever looks \
             after the brand has it, and programs for pictures show it"
        ),
        false => format!(
            "Write one colour, or two for light and dark, as in {name} = [\"#a8321c\", \
             \"#f28a6b\"]: a # and six digits, which programs for pictures show as “hex”"
        ),
    };
    (message, hint.unwrap_or_else(otherwise))
}

/// The line of a colour as it is right, of one or two that somebody wrote.
pub(crate) fn line(name: &str, written: &[String]) -> Option<String> {
    let known = |text: &str| parse(text).or_else(|| meant(text));
    let colors: Vec<Rgb> = match written {
        [one] => match known(one) {
            Some(color) => vec![color],
            None => parted(one).into_iter().map(known).collect::<Option<_>>()?,
        },
        _ => written.iter().map(|text| known(text)).collect::<Option<_>>()?,
    };
    let colors: Vec<String> = colors.into_iter().map(|it| format!("\"{}\"", hex(it))).collect();
    match colors.as_slice() {
        [both] => Some(format!("{name} = {both}")),
        [light, dark] => Some(format!("{name} = [{light}, {dark}]")),
        _ => None,
    }
}

/// How to write the colours that somebody wrote as a group, for light and for dark. `text` is the
/// group as it was typed.
pub(crate) fn of_group(entries: &[KeyValue], text: &str) -> Option<String> {
    let of = |name: &str| {
        entries.iter().find(|entry| entry.key == name).and_then(|entry| match &entry.value.value {
            Value::Scalar(color) => Some(color.clone()),
            _ => None,
        })
    };
    let written = [of("light")?, of("dark")?];
    let header = text.lines().next().filter(|line| line.starts_with('[')).unwrap_or_default();
    let name = header.trim_matches(['[', ']', ' ']).rsplit('.').next().unwrap_or_default();
    Some(match line(name, &written)? {
        pair if name.is_empty() => format!("Write it as{}", pair.replacen(" =", "", 1)),
        pair => format!("Write {pair} below a line [colors], in place of these lines"),
    })
}

/// The colours in a text with several: `#a8321c, #f28a6b`, `red / rgb(1, 2, 3)`.
fn parted(text: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    let is_between = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && (c.is_whitespace() || matches!(c, ',' | ';' | '/' | '|' | '"'))
    };
    text.split(is_between).filter(|part| !part.is_empty()).collect()
}

/// The colour that somebody means who writes it in another way: `a8321c`, `# a8321c`,
/// `rgb(168, 50, 28)`, `#a8321cff`, `red`, `rød`.
pub(crate) fn meant(text: &str) -> Option<Rgb> {
    let folded = text.trim().trim_matches(['"', '\'', ';']).to_lowercase();
    if let Some((_, color, _)) =
        NAMES.iter().find(|(name, _, others)| *name == folded || others.contains(&&*folded))
    {
        return parse(color);
    }
    if folded.contains(['(', ',']) {
        return in_a_function(&folded);
    }
    let digits = folded.chars().filter(|c| !c.is_whitespace() && *c != '#');
    let digits: String = digits.map(|c| likely_digit(c).unwrap_or(c)).collect();
    let digits = digits.strip_prefix("0x").unwrap_or(&digits);
    // How far one sees through it is left out.
    let digits = match digits.len() {
        8 => digits.get(..6)?,
        4 => digits.get(..3)?,
        _ => digits,
    };
    parse(&format!("#{digits}"))
}

/// The name in CSS of a colour that somebody calls by its Danish or Dutch one.
pub(crate) fn css_name(word: &str) -> Option<&'static str> {
    let named = NAMES.iter().find(|(_, _, others)| others.contains(&word));
    named.map(|(name, ..)| *name)
}

/// The digit for which a letter was taken: the letter O, or Cyrillic and Greek letters that look
/// like Latin ones.
fn likely_digit(c: char) -> Option<char> {
    match c {
        'o' | 'O' | 'о' | 'О' | 'ο' | 'Ο' => Some('0'),
        'l' | 'I' | '|' => Some('1'),
        'а' | 'А' | 'α' | 'Α' => Some('a'),
        'в' | 'В' | 'β' | 'Β' => Some('b'),
        'с' | 'С' => Some('c'),
        'е' | 'Е' | 'ε' | 'Ε' => Some('e'),
        'ƒ' => Some('f'),
        _ => None,
    }
}

/// A sign of a colour in digits that is none of the sixteen, by its name.
fn odd_sign(text: &str) -> Option<String> {
    let digits = text.trim().strip_prefix('#')?;
    let are_digits = digits.chars().filter(|c| likely_digit(*c).is_none());
    if !are_digits.clone().all(|c| c.is_ascii_hexdigit()) {
        let odd = are_digits.clone().find(|c| !c.is_ascii_hexdigit())?;
        let is_one = digits.chars().count() == 6 && odd.is_alphanumeric();
        return is_one.then(|| format!("“{odd}” in it, but only 0 to 9 and a to f are allowed"));
    }
    let odd = digits.chars().find(|c| likely_digit(*c).is_some())?;
    let digit = likely_digit(odd)?;
    Some(match (odd.is_ascii(), digit) {
        (true, digit) => format!("the letter “{odd}” in it where the digit {digit} belongs"),
        (false, digit) => {
            let alphabet =
                if ('\u{400}'..'\u{530}').contains(&odd) { "Cyrillic" } else { "foreign" };
            format!("a {alphabet} letter in it that only looks like “{digit}”")
        }
    })
}

/// How many digits a colour has that has too few or too many.
fn wrong_length(text: &str) -> Option<String> {
    let digits = text.trim().strip_prefix('#')?;
    let is_wrong = !matches!(digits.len(), 0 | 3 | 4 | 6 | 8)
        && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_wrong.then(|| match digits.len() {
        1 => "1 digit".to_owned(),
        count => format!("{count} digits"),
    })
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
            ("#а8321c", "#a8321c"),
            ("#a8321O", "#a83210"),
            ("Red", "#ff0000"),
            ("mørkeblå", "#00008b"),
            ("rood", "#ff0000"),
        ] {
            assert_eq!(meant(text).map(hex).as_deref(), Some(color), "{text}");
        }
        for text in ["", "#", "brand", "#ååå", "RAL 3000", "cmyk(0, 70, 83, 34)"] {
            assert_eq!(meant(text), None, "{text}");
        }
        assert_eq!(parse("red"), None);
        assert_eq!(parse("#12345"), None);
        assert_eq!(parse("#ååå"), None);
    }

    #[test]
    fn what_is_wrong_with_a_colour_is_named_and_the_line_is_written_out() {
        for (text, message, hint) in [
            ("#a8321c, #f28a6b", "cannot be read", "Write brand = [\"#a8321c\", \"#f28a6b\"]"),
            ("red / rgb(1, 2, 3)", "cannot be read", "Write brand = [\"#ff0000\", \"#010203\"]"),
            ("hsl(9, 71%, 38%)", "cannot be read", "Write brand = \"#a6311c\""),
            ("#a8321O", "the letter “O” in it where the digit 0 belongs", "\"#a83210\""),
            ("#а8321c", "a Cyrillic letter in it that only looks like “a”", "\"#a8321c\""),
            ("#a8321g", "“g” in it, but only 0 to 9 and a to f are allowed", "as in brand"),
            ("#a8321", "has 5 digits behind its #, and needs 6", "as in brand"),
            ("cmyk(0, 70, 83, 34)", "is one for print", "Write the hex colour that belongs"),
            ("RAL 3000", "is one for print", "Write the hex colour that belongs"),
            ("tomato soup", "cannot be read", "Write one colour, or two for light and dark"),
        ] {
            let (told, remedy) = complaint("brand", &[text.to_owned()]);
            assert!(told.contains(message), "{text}: {told}");
            assert!(remedy.contains(hint), "{text}: {remedy}");
        }
    }
}
