//! The names of fields and of the words that they accept in Danish and Dutch, so that authors who
//! write those get the right word as a hint.

pub(crate) use super::translated_choices::CHOICES;
use super::{Field, Shape};

/// Names of fields, each with the words that may be written instead. A word may mean several
/// fields; the first that the list of fields has is meant.
const NAMES: &[(&str, &[&str])] = &[
    ("title", &["titel", "overskrift", "kop", "headline", "heading", "site_name"]),
    ("name", &["navn", "naam", "titel", "fulde navn", "volledige naam", "title", "event"]),
    (
        "author",
        &[
            "forfatter",
            "skribent",
            "auteur",
            "schrijver",
            "fortæller",
            "skrevet_af",
            "door",
            "geschreven_door",
            "verteller",
            "written_by",
            "writer",
        ],
    ),
    ("date", &["dato", "dag", "datum"]),
    ("theme", &["tema", "emne", "thema", "onderwerp", "kategori", "categorie"]),
    ("lang", &["sprog", "taal", "language", "locale"]),
    ("languages", &["sprog", "talen", "language", "lang", "locale", "locales"]),
    ("team", &["hold", "afdeling"]),
    ("teams", &["hold", "afdelinger", "afdelingen"]),
    ("location", &["sted", "lokation", "plaats", "locatie"]),
    ("audience", &["målgruppe", "publikum", "doelgroep", "publiek"]),
    (
        "people",
        &[
            "personer",
            "mennesker",
            "kolleger",
            "mensen",
            "personen",
            "medvirkende",
            "deltagere",
            "kollega",
            "collega's",
            "betrokkenen",
            "deelnemers",
        ],
    ),
    (
        "photos",
        &[
            "billeder",
            "fotos",
            "foto's",
            "billede",
            "billedet",
            "foto",
            "afbeelding",
            "afbeeldingen",
            "image",
            "images",
            "picture",
            "pictures",
        ],
    ),
    ("photo", &["billede", "foto", "afbeelding", "portræt", "portret", "image", "picture"]),
    ("goal", &["mål", "doel"]),
    ("quote", &["citat", "citaat"]),
    ("summary", &["resumé", "resume", "sammendrag", "samenvatting", "kort", "beskrivelse"]),
    (
        "keywords",
        &["nøgleord", "søgeord", "trefwoorden", "zoekwoorden", "emneord", "tags", "steekwoorden"],
    ),
    ("customer", &["kunde", "klant"]),
    ("related", &["relateret", "gerelateerd", "verwant"]),
    ("owner", &["ejer", "ansvarlig", "eigenaar", "verantwoordelijke"]),
    ("reviewed", &["gennemgået", "nagekeken"]),
    ("role", &["rolle", "rol", "functie", "stilling"]),
    ("consent", &["samtykke", "toestemming"]),
    ("speakers", &["oplægsholdere", "talere", "sprekers"]),
    ("prompts", &["startspørgsmål"]),
    ("buddy", &["makker"]),
    ("questions", &["spørgsmål", "vragen", "question"]),
    (
        "start",
        &[
            "begynder",
            "begin",
            "begins",
            "starts",
            "start_date",
            "startdate",
            "startdato",
            "startdatum",
            "date",
            "dates",
            "day",
            "when",
            "dato",
            "dag",
            "datum",
            "hvornår",
            "wanneer",
            "tidspunkt",
        ],
    ),
    (
        "end",
        &[
            "slut",
            "slutter",
            "einde",
            "ends",
            "end_date",
            "enddate",
            "slutdato",
            "einddatum",
            "until",
        ],
    ),
    (
        "place",
        &["sted", "plaats", "location", "venue", "where", "lokation", "locatie", "hvor", "waar"],
    ),
    ("url", &["link", "website", "web", "homepage", "hjemmeside", "webside", "site", "adresse"]),
    ("topics", &["emner", "onderwerpen", "tags"]),
    ("cfp", &["call_for_papers", "call_for_speakers", "call_for_proposals"]),
    ("description", &["beskrivelse", "beschrijving"]),
    ("colors", &["farver", "kleuren"]),
    ("purpose", &["formål", "doel"]),
    ("contact", &["kontakt"]),
    ("goals", &["mål", "doelen"]),
    ("roles", &["roller", "rollen"]),
    ("handbook", &["håndbog", "handboek"]),
    ("may", &["må", "mag"]),
    ("places", &["steder", "plaatsen"]),
    ("file", &["fil", "bestand"]),
    ("alt", &["alternativ", "billedtekst", "alttekst", "alt_tekst", "bijschrift"]),
    ("named", &["navngivet", "genoemd", "bij_naam"]),
    ("shows", &["viser", "toont"]),
    ("form", &["type", "vorm"]),
    ("share", &["del", "delen"]),
    ("outcome", &["resultat", "udfald", "resultaat", "uitkomst"]),
    ("for_whom", &["til_hvem", "voor_wie"]),
    ("status", &["tilstand", "toestand"]),
    ("kind", &["slags", "art", "soort", "type"]),
    ("order", &["rækkefølge", "volgorde"]),
    ("aliases", &["gamle_adresser", "oude_adressen"]),
    ("index", &["indeks", "søgbar", "vindbaar"]),
    ("time_zone", &["tidszone", "tijdzone"]),
    (
        "base_url",
        &["adresse", "adres", "webadresse", "webadres", "url", "site_url", "baseurl", "domain"],
    ),
    // Of a consent.
    (
        "withdrawn",
        &[
            "revoked",
            "withdrew",
            "withdrawal",
            "tilbagetrukket",
            "trukket_tilbage",
            "trukket tilbage",
            "ingetrokken",
            "teruggetrokken",
        ],
    ),
    ("until", &["expires", "udløber", "gælder_til", "verloopt", "tot", "indtil"]),
    ("given", &["agreed", "givet", "gegeven"]),
    // Where no list of questions is wanted, the title is the question.
    ("title", &["question", "spørgsmål", "spoergsmaal", "vraag"]),
];

/// Whether this is the name of a field in Danish or Dutch.
pub(crate) fn is_field(word: &str) -> bool {
    NAMES.iter().any(|(_, words)| words.contains(&word))
}

/// Whether a field is called so, in any of the languages.
pub(crate) fn is_name_of_field(word: &str) -> bool {
    is_field(word) || NAMES.iter().any(|(name, _)| *name == word)
}

/// The word of these that is meant by one of another language.
pub(crate) fn choice(word: &str, words: &[&'static str]) -> Option<&'static str> {
    let of =
        |known: &&str| CHOICES.iter().any(|(name, others)| name == known && others.contains(&word));
    words.iter().copied().find(of)
}

/// A whole line that is meant by the name of a field which there is not: `kladde: ja`.
pub(crate) fn line(word: &str, fields: &[Field]) -> Option<String> {
    let word = word.to_lowercase();
    fields.iter().find_map(|field| match field.shape {
        Shape::Choice(words) if matches!(field.name, "status" | "kind") => {
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
            "cfp_end",
            "ansøgningsfrist",
            "tilmeldingsfrist",
            "sluitingsdatum",
            "uiterste_datum",
        ],
    ),
    ("cfp", "opens", &["cfp_opens", "cfp_start"]),
    ("cfp", "url", &["cfp_url", "cfp_link"]),
    ("place", "city", &["town", "by", "stad"]),
    ("place", "country", &["land"]),
];

/// The group and the field in it that a word means beside that group.
pub(crate) fn inside(word: &str, fields: &[Field]) -> Option<(&'static str, &'static str)> {
    let word = word.to_lowercase().replace('-', "_");
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

/// Tables of `programme.toml`.
const TABLES: &[&str] = &["purpose", "may", "goals", "roles", "teams", "places", "handbook"];

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
