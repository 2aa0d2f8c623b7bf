//! What people call the colours of a look.

/// Names of colours, and what else people write for each.
const CALLED: &[(&str, &[&str])] = &[
    (
        "brand",
        &[
            "primary", "accent", "main", "color", "colour", "primær", "farve", "kleur", "merk",
            "logo",
        ],
    ),
    ("paper", &["background", "bg", "baggrund", "achtergrond", "papir", "papier"]),
    ("ink", &["text", "foreground", "fg", "tekst", "blæk", "inkt"]),
];

/// What to write in place of a name that the look does not have.
pub(super) fn hint<'a>(name: &str, mut known: impl Iterator<Item = &'a String>) -> Option<String> {
    let folded = name.to_lowercase();
    if matches!(&*folded, "light" | "dark" | "lys" | "mørk" | "licht" | "donker") {
        let is_color = known.any(|known| known == "brand");
        return is_color.then(|| {
            "Write both in one line, first the one for light and then the one for dark, as in \
             brand = [\"#a8321c\", \"#f28a6b\"]"
                .to_owned()
        });
    }
    let (meant, _) = CALLED.iter().find(|(_, others)| others.contains(&&*folded))?;
    known.any(|known| known == meant).then(|| format!("Write {meant} in place of “{name}”"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_known_by_other_names() {
        let known = ["brand".to_owned(), "paper".to_owned()];
        let told = |name: &str| hint(name, known.iter());
        assert_eq!(told("primary").as_deref(), Some("Write brand in place of “primary”"));
        assert_eq!(told("Baggrund").as_deref(), Some("Write paper in place of “Baggrund”"));
        assert!(told("dark").is_some_and(|hint| hint.contains("brand = [")));
        assert_eq!(told("ink"), None);
        // This look has no such colour.
        assert_eq!(told("tekst"), None);
    }
}
