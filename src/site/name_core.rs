//! The first and the last name of somebody whose field `name` says more: `Dr. Vera Kjær`, `Vera Kjær
//! (on leave)`, `Vera Kjær, PhD`, `Vera Kjær – deck`, `VeraKjær`. Texts say “Vera Kjær”.

/// What stands before a name. Without full stops, in small letters.
const BEFORE: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "sir",
    "dr",
    "drs",
    "prof",
    "professor",
    "capt",
    "captain",
    "hr",
    "herr",
    "fru",
    "frk",
    "frøken",
    "kaptajn",
    "dhr",
    "heer",
    "mevr",
    "mevrouw",
    "mw",
    "ir",
    "ing",
    "kapitein",
];

/// What stands behind one.
const BEHIND: &[&str] = &[
    "jr", "jnr", "junior", "sr", "snr", "senior", "ii", "iii", "phd", "md", "msc", "bsc", "mba",
    "esq",
];

/// Signs behind which no name goes on.
const ENDS: &[&str] = &["/", "|", ";", " – ", " — ", " - "];

/// The name without what does not belong to it. `None` if it is all of it, or if one word would be
/// left.
pub(crate) fn core(name: &str) -> Option<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let outside = without_brackets(&name);
    let end = ENDS.iter().filter_map(|end| outside.find(end)).min();
    let mut parts = outside[..end.unwrap_or(outside.len())].split(',').map(words);
    let first = parts.next().unwrap_or_default();
    // `Kjær, Vera`
    let words = match (first.as_slice(), parts.next()) {
        ([last], Some(mut before)) if !before.is_empty() => {
            before.push(last.clone());
            before
        }
        _ => first,
    };
    let words = match words.as_slice() {
        [only] => humps(only),
        _ => words,
    };
    let core = words.join(" ");
    (words.len() > 1 && core != name).then_some(core)
}

fn without_brackets(name: &str) -> String {
    let (mut outside, mut depth) = (String::new(), 0_usize);
    for c in name.chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth = depth.saturating_sub(1);
                outside.push(' ');
            }
            c if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

/// The words of a name, without titles. A full stop behind a whole word, and `_`, hold two words
/// apart.
fn words(name: &str) -> Vec<String> {
    let mut apart = String::new();
    let mut of_word = 0;
    for c in untitled(name).chars() {
        let is_apart = c == '_' || (c == '.' && of_word > 1);
        apart.push(if is_apart { ' ' } else { c });
        of_word = if c.is_alphanumeric() { of_word + 1 } else { 0 };
    }
    untitled(&apart).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn untitled(name: &str) -> String {
    let is_one_of = |word: &str, titles: &[&str]| {
        let bare: String =
            word.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).collect();
        titles.contains(&&*bare)
    };
    let all: Vec<&str> = name.split_whitespace().collect();
    let from = all.iter().position(|word| !is_one_of(word, BEFORE)).unwrap_or(all.len());
    let last = all[from..].iter().rposition(|word| !is_one_of(word, BEHIND));
    all[from..last.map_or(from, |last| from + last + 1)].join(" ")
}

/// The parts of a word of which each begins with a capital letter.
fn humps(word: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut last = ' ';
    for c in word.chars() {
        if c.is_uppercase() && last.is_lowercase() {
            all.push(String::new());
        }
        all.last_mut().expect("it begins with one").push(c);
        last = c;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_in_what_the_field_says() {
        for name in [
            "Vera Kjær (she/her)",
            "Vera (she/her) Kjær",
            "Vera Kjær [on leave]",
            "Vera Kjær Jr.",
            "Dr. Vera Kjær",
            "Prof. Dr. Vera Kjær",
            "Ms Vera Kjær",
            "Dhr. Vera Kjær",
            "Vera Kjær, PhD",
            "Vera Kjær Ph.D.",
            "Vera Kjær – deck",
            "Vera Kjær - deck",
            "Vera Kjær / Deck",
            "Vera Kjær/Deck",
            "Kjær, Vera",
            "VeraKjær",
            "Vera_Kjær",
            "Vera.Kjær",
        ] {
            assert_eq!(core(name).as_deref(), Some("Vera Kjær"), "{name}");
        }
    }

    #[test]
    fn other_names_are_all_of_it() {
        for name in [
            "Vera Kjær",
            "Vera",
            "Dr. Vera",
            "Vera K. Kjær",
            "J.P. Hansen",
            "Anne-Marie O'Neil",
            "Vera McDonald",
            "",
            "(she)",
            "Dr.",
            ", ",
        ] {
            assert_eq!(core(name), None, "{name}");
        }
    }
}
