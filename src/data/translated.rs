//! The names of fields in Danish and Dutch, so that authors who write those get the right name as a
//! hint.

use super::Field;

/// Names of fields, each with the words that may be written instead. A word may mean several
/// fields; the first that the list of fields has is meant.
const NAMES: &[(&str, &[&str])] = &[
    ("title", &["titel", "overskrift", "kop"]),
    ("name", &["navn", "naam", "titel"]),
    ("author", &["forfatter", "skribent", "auteur", "schrijver"]),
    ("date", &["dato", "dag", "datum"]),
    ("theme", &["tema", "emne", "thema", "onderwerp"]),
    ("lang", &["sprog", "taal"]),
    ("languages", &["sprog", "talen"]),
    ("team", &["hold", "afdeling"]),
    ("location", &["sted", "lokation", "plaats", "locatie"]),
    ("audience", &["målgruppe", "publikum", "doelgroep", "publiek"]),
    ("people", &["personer", "mennesker", "kolleger", "mensen", "personen"]),
    ("photos", &["billeder", "fotos", "foto's"]),
    ("photo", &["billede", "foto"]),
    ("goal", &["mål", "doel"]),
    ("quote", &["citat", "citaat"]),
    ("summary", &["resumé", "resume", "sammendrag", "samenvatting"]),
    ("keywords", &["nøgleord", "søgeord", "trefwoorden", "zoekwoorden"]),
    ("customer", &["kunde", "klant"]),
    ("related", &["relateret", "gerelateerd", "verwant"]),
    ("owner", &["ejer", "ansvarlig", "eigenaar"]),
    ("reviewed", &["gennemgået", "nagekeken"]),
    ("role", &["rolle", "rol", "functie", "stilling"]),
    ("consent", &["samtykke", "toestemming"]),
    ("speakers", &["oplægsholdere", "talere", "sprekers"]),
    ("prompts", &["startspørgsmål"]),
    ("buddy", &["makker"]),
    ("questions", &["spørgsmål", "vragen"]),
    ("start", &["begynder", "begin"]),
    ("end", &["slut", "slutter", "einde"]),
    ("place", &["sted", "plaats"]),
    ("description", &["beskrivelse", "beschrijving"]),
    ("colors", &["farver", "kleuren"]),
    ("purpose", &["formål", "doel"]),
    ("contact", &["kontakt"]),
    ("goals", &["mål", "doelen"]),
    ("roles", &["roller", "rollen"]),
    ("places", &["steder", "plaatsen"]),
];

/// The field that this word means.
pub(super) fn meant(word: &str, fields: &[Field]) -> Option<&'static str> {
    let word = word.to_lowercase();
    let named = NAMES.iter().filter(|(_, words)| words.contains(&word.as_str()));
    named.map(|(name, _)| *name).find(|name| fields.iter().any(|field| field.name == *name))
}
