//! What the words before a number say that it is.

/// Bytes before a number in which a word may announce it.
const NEAR: usize = 80;

/// The last bytes before `at`.
pub(super) fn near(line: &str, at: usize) -> &str {
    let from = (at.saturating_sub(NEAR)..=at).find(|from| line.is_char_boundary(*from));
    &line[from.unwrap_or(at)..at]
}

/// Whether a word of these stands before `at` in the same sentence, or in brackets behind `end`.
pub(super) fn is_announced(line: &str, at: usize, end: usize, words: &[&str]) -> bool {
    let before = last_sentence(near(line, at)).to_lowercase();
    let behind: String = line[end..].chars().take(NEAR).collect();
    let behind = behind.trim_start().strip_prefix('(').unwrap_or_default().to_lowercase();
    words.iter().any(|word| before.contains(word) || behind.starts_with(word))
}

/// The sentence that is not at its end. A full stop behind few letters belongs to a word: `nr.`
pub(super) fn last_sentence(text: &str) -> &str {
    let is_end = |place: &usize| {
        let word = text[..*place].chars().rev().take_while(|c| c.is_alphanumeric()).count();
        let mut behind = text[place + 1..].chars();
        word > 4 && behind.next() == Some(' ') && behind.next().is_some_and(char::is_uppercase)
    };
    let mut ends = text.match_indices(['.', '!', '?']).map(|(place, _)| place);
    ends.rfind(|place| is_end(place)).map_or(text, |place| &text[place + 1..])
}

/// Words that say of the number behind them that it is none of a person, without their endings.
const THINGS: &[&str] = &[
    // Danish
    "art",
    "artikel",
    "bestilling",
    "bilag",
    "billet",
    "billetten",
    "booking",
    "del",
    "dokument",
    "enhed",
    "faktura",
    "fakturaen",
    "følgeseddel",
    "kl",
    "klokken",
    "kontrakt",
    "kreditnota",
    "kunde",
    "kupon",
    "lev",
    "leverance",
    "leverandør",
    "løbe",
    "maskin",
    "maskine",
    "mobil",
    "model",
    "ordre",
    "ordren",
    "parti",
    "pos",
    "position",
    "produkt",
    "projekt",
    "rapport",
    "rekvisition",
    "reserved",
    "reservedel",
    "sag",
    "sagen",
    "serie",
    "skibs",
    "tegning",
    "telefon",
    "tilbud",
    "tlf",
    "vare",
    "varen",
    "version",
    // Dutch
    "bestel",
    "bestelling",
    "biljet",
    "bon",
    "dossier",
    "factuur",
    "kaartje",
    "klant",
    "levering",
    "machine",
    "offerte",
    "onderdeel",
    "order",
    "pakbon",
    "partij",
    "product",
    "referentie",
    "tekening",
    "telefoon",
    "tijd",
    "zaak",
    // English
    "article",
    "batch",
    "case",
    "contract",
    "customer",
    "delivery",
    "doc",
    "document",
    "drawing",
    "dwg",
    "invoice",
    "item",
    "job",
    "lot",
    "p",
    "part",
    "phone",
    "pn",
    "po",
    "project",
    "purchase",
    "quote",
    "receipt",
    "reservation",
    "reservering",
    "ref",
    "reference",
    "report",
    "s",
    "serial",
    "sku",
    "sn",
    "supplier",
    "tel",
    "ticket",
    "time",
];

/// Endings of such words.
const ENDINGS: &[&str] = &[
    "",
    "en",
    "er",
    "erne",
    "et",
    "id",
    "kode",
    "no",
    "nr",
    "nummer",
    "nummeret",
    "numre",
    "number",
    "r",
    "s",
    "sen",
    "snr",
    "snummer",
    "snummeret",
];

/// Words that may stand between such a word and the number.
const BETWEEN: &[&str] = &[
    "and", "en", "er", "har", "havde", "has", "heeft", "id", "is", "med", "met", "n", "no", "nr",
    "nrs", "num", "number", "nummer", "nummeret", "og", "the", "til", "var", "was", "with",
];

/// Whether the words before a number say that it counts orders, drawings or the like.
pub(super) fn is_of_a_thing(line: &str, at: usize) -> bool {
    let near = near(line, at).to_lowercase();
    let mut words = near.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_between =
        |word: &&str| BETWEEN.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit());
    let word = words.find(|word| !is_between(word)).unwrap_or_default();
    THINGS
        .iter()
        .any(|thing| word.strip_prefix(thing).is_some_and(|ending| ENDINGS.contains(&ending)))
}

/// Endings of files that people name in a text.
const FILES: &[&str] = &[
    "csv", "doc", "docx", "dwg", "dxf", "eml", "gif", "heic", "htm", "html", "jpeg", "jpg", "md",
    "mov", "mp4", "msg", "pdf", "png", "ppt", "pptx", "step", "stl", "stp", "svg", "tif", "tiff",
    "txt", "webp", "xls", "xlsx", "zip",
];

/// Whether a number is a part of a web address or of a name of a file.
pub(super) fn is_in_an_address(line: &str, at: usize, end: usize) -> bool {
    const LONGEST: usize = 400;
    let is_outside = |c: char| c.is_whitespace() || "()<>[]\"'“”|".contains(c);
    let from = (at.saturating_sub(LONGEST)..=at).find(|from| line.is_char_boundary(*from));
    let before = &line[from.unwrap_or(at)..at];
    let before = before.rsplit(is_outside).next().unwrap_or_default();
    let to = (end..=line.len().min(end + LONGEST)).rev().find(|to| line.is_char_boundary(*to));
    let behind = &line[end..to.unwrap_or(end)];
    let behind = behind.split(is_outside).next().unwrap_or_default();
    let behind = behind.trim_end_matches(['.', ',', ':', ';', '!', '?', '*', '_', '`']);
    let ending = behind.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    before.contains("://")
        || before.contains("www.")
        || ending.is_some_and(|ending| FILES.contains(&ending.as_str()))
}
