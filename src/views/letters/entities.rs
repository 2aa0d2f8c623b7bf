//! Letters that are written as entities of HTML: `&aring;`, `&#229;`, `&amp;aring;` in a feed.

/// The entity that the text begins with: a letter, perhaps with a mark, and its length. In a feed,
/// HTML is escaped once more: `&amp;aring;`.
pub(super) fn entity(text: &str) -> Option<(char, Option<char>, usize)> {
    const LONGEST: usize = 12;
    let mut rest = text.strip_prefix('&')?;
    while let Some(inner) = rest.strip_prefix("amp;") {
        rest = inner;
    }
    let end = rest.bytes().take(LONGEST).position(|byte| byte == b';');
    let named = end.and_then(|end| Some((named(rest.get(..end)?)?, end + 1)));
    let before = text.len() - rest.len();
    match named {
        Some(((c, mark), length)) => Some((c, mark, before + length)),
        None => (before > 1).then_some(('&', None, before)),
    }
}

/// Names of signs in HTML that may stand in names of people or between their words.
const SIGNS: &[(&str, char)] = &[
    ("apos", '\''),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("prime", '′'),
    ("acute", '´'),
    ("hyphen", '\u{2010}'),
    ("dash", '\u{2010}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '\u{2212}'),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("Tab", ' '),
    ("NewLine", ' '),
    ("shy", '\u{AD}'),
    ("zwj", '\u{200D}'),
    ("zwnj", '\u{200C}'),
    ("quot", '"'),
    ("lt", '<'),
    ("gt", '>'),
    ("period", '.'),
    ("commat", '@'),
    ("plus", '+'),
    ("lowbar", '_'),
    ("num", '#'),
    ("lpar", '('),
    ("rpar", ')'),
    ("aelig", 'æ'),
    ("AElig", 'Æ'),
    ("oelig", 'œ'),
    ("OElig", 'Œ'),
    ("oslash", 'ø'),
    ("Oslash", 'Ø'),
    ("szlig", 'ß'),
    ("eth", 'ð'),
    ("ETH", 'Ð'),
    ("thorn", 'þ'),
    ("THORN", 'Þ'),
    ("lstrok", 'ł'),
    ("Lstrok", 'Ł'),
    ("dstrok", 'đ'),
    ("Dstrok", 'Đ'),
    ("imath", 'ı'),
    ("inodot", 'ı'),
];

/// Ends of names of letters with a mark: `aring` is an `a` with a ring.
const MARKS: &[(&str, char)] = &[
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("circ", '\u{302}'),
    ("tilde", '\u{303}'),
    ("macr", '\u{304}'),
    ("breve", '\u{306}'),
    ("dot", '\u{307}'),
    ("uml", '\u{308}'),
    ("ring", '\u{30A}'),
    ("dblac", '\u{30B}'),
    ("caron", '\u{30C}'),
    ("cedil", '\u{327}'),
    ("ogon", '\u{328}'),
];

fn named(name: &str) -> Option<(char, Option<char>)> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = match hex {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return Some((char::from_u32(code.ok()?)?, None));
    }
    if let Some((_, sign)) = SIGNS.iter().find(|(known, _)| *known == name) {
        return Some((*sign, None));
    }
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let (_, mark) = MARKS.iter().find(|(end, _)| name[1..] == **end)?;
    Some((letter, Some(*mark)))
}
