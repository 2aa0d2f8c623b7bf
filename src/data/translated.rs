//! The names of fields and of the words that they accept in Danish and Dutch, so that authors who
//! write those get the right word as a hint.

pub(crate) use super::translated_choices::CHOICES;
use super::translated_names::NAMES;
use super::{Field, Shape};

/// Whether this is the name of a field in Danish or Dutch.
pub(crate) fn is_field(word: &str) -> bool {
    NAMES.iter().any(|(_, words)| words.contains(&word))
}

/// Whether a field is called so, in any of the languages.
pub(crate) fn is_name_of_field(word: &str) -> bool {
    is_field(word) || NAMES.iter().any(|(name, _)| *name == word)
}

/// The word of these that is meant by one of another language, or by the words that readers see for
/// it: `En kunde`.
pub(crate) fn choice(word: &str, words: &[&'static str]) -> Option<&'static str> {
    let of = |word: &str| {
        let is_meant = |known: &&str| {
            CHOICES.iter().any(|(name, others)| name == known && others.contains(&word))
        };
        words.iter().copied().find(is_meant)
    };
    let bare = || {
        let word = word.trim_end_matches(['?', '!', '.']);
        let lead = LEADS.iter().find_map(|lead| word.strip_prefix(lead));
        (lead.is_some() || word.ends_with(char::is_alphanumeric)).then_some(lead.unwrap_or(word))
    };
    of(word).or_else(|| {
        let bare = bare()?;
        of(bare).or_else(|| words.iter().copied().find(|it| *it == bare && *it != word))
    })
}

/// What may stand before a word in a sentence or on a button.
const LEADS: &[&str] = &[
    "en ", "et ", "den ", "det ", "kan ", "at ", "een ", "de ", "het ", "a ", "an ", "the ",
    "can ", "to ", "for ", "voor ", "på ", "op ", "on ", "met ",
];

/// A whole line that is meant by the name of a field which there is not: `kladde: ja`, `frygt: x`.
pub(crate) fn line(word: &str, fields: &[Field]) -> Option<String> {
    let word = word.to_lowercase();
    fields.iter().find_map(|field| match field.shape {
        Shape::Choice(words) if matches!(field.name, "status" | "kind" | "about") => {
            Some(format!("{}: {}", field.name, choice(&word, words)?))
        }
        _ => None,
    })
}

/// Fields inside of a group, each with the words that may be written beside the group instead.
const INNER: &[(&str, &str, &[&str])] = &[
    (
        "cfp",
        "closes",
        &[
            "deadline",
            "frist",
            "cfp_deadline",
            "cfp_closes",
            "cfp_close",
            "cfp_close_date",
            "cfpclosedate",
            "cfpcloses",
            "cfpdeadline",
            "cfp_end",
            "cfp_end_date",
            "cfpenddate",
            "submission_deadline",
            "ansøgningsfrist",
            "tilmeldingsfrist",
            "sluitingsdatum",
            "uiterste_datum",
        ],
    ),
    (
        "cfp",
        "opens",
        &["cfp_opens", "cfp_start", "cfp_start_date", "cfpstartdate", "cfpopens", "cfp_open"],
    ),
    ("cfp", "url", &["cfp_url", "cfp_link", "cfpurl", "cfplink", "cfp_website"]),
    ("place", "city", &["town", "by", "stad"]),
    ("place", "country", &["land"]),
    (
        "contact",
        "phone",
        &[
            "mobil",
            "mob",
            "mobile",
            "mobiltelefon",
            "mobilnr",
            "mobiele_telefoon",
            "gsm",
            "cell",
            "cellphone",
            "tlfnr",
            "tlf_nr",
            "telefonnr",
            "telnr",
            "tel_nr",
            "mobiel",
            "mobilnummer",
            "tlf",
            "tel",
            "telefon",
            "telefoon",
            "telephone",
            "telefonnummer",
            "telefoonnummer",
            "phone_number",
        ],
    ),
    (
        "contact",
        "mail",
        &[
            "email",
            "e_mail",
            "epost",
            "e_post",
            "mailadresse",
            "mailadres",
            "e_mailadres",
            "emailadresse",
            "emailadres",
            "email_address",
        ],
    ),
];

/// The group and the field in it that a word means beside that group.
pub(crate) fn inside(word: &str, fields: &[Field]) -> Option<(&'static str, &'static str)> {
    let word = plain(word);
    let groups = fields.iter().filter_map(|field| match field.shape {
        Shape::Group(inner) => Some((field.name, inner)),
        _ => None,
    });
    let mut own = groups.clone().filter_map(|(group, inner)| {
        let inner = inner.iter().find(|inner| inner.name == word)?;
        Some((group, inner.name))
    });
    // One that two groups have may be meant for either.
    if let Some(found) = own.next() {
        return own.next().is_none().then_some(found);
    }
    let named = INNER.iter().filter(|(_, _, words)| words.contains(&word.as_str()));
    named.map(|(group, inner, _)| (*group, *inner)).find(|(group, name)| {
        let mut groups = groups.clone();
        groups.any(|(it, inner)| it == *group && inner.iter().any(|field| field.name == *name))
    })
}

/// The field of a group that a word means which stands in that group.
pub(crate) fn within(word: &str, fields: &[Field]) -> Option<&'static str> {
    let word = plain(word);
    let is_beside = |group: &str| fields.iter().any(|field| field.name == group);
    let named = INNER
        .iter()
        .filter(|(group, _, words)| !is_beside(group) && words.contains(&word.as_str()));
    named.map(|(_, name, _)| *name).find(|name| fields.iter().any(|field| field.name == *name))
}

/// A word without what names of fields do not have: `Tlf.`, `e-mail`.
fn plain(word: &str) -> String {
    word.to_lowercase().trim_end_matches('.').replace(['-', ' '], "_").replace("._", "_")
}

/// Tables of `programme.toml`.
const TABLES: &[&str] = &[
    "purpose", "may", "tell", "goals", "roles", "promises", "teams", "places", "handbook",
    "meetings", "colors",
];

/// The table that this word means.
pub(crate) fn table(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let known = || NAMES.iter().filter(|(name, _)| TABLES.contains(name));
    known().find(|(name, words)| *name == word || words.contains(&&*word)).map(|(name, _)| *name)
}

/// The field that this word means.
pub(crate) fn meant(word: &str, fields: &[Field]) -> Option<&'static str> {
    let word = word.to_lowercase().replace('-', "_");
    let named = NAMES.iter().filter(|(_, words)| words.contains(&word.as_str()));
    named.map(|(name, _)| *name).find(|name| fields.iter().any(|field| field.name == *name))
}
