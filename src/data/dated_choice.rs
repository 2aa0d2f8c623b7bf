//! A word of a field with a day behind it, which a field of its own holds: `status: fratrådt 1. november`.

use super::{Field, Notation, Reader, Shape, translated};
use crate::base::date::{self, Day};
use crate::base::diagnostic::nearest;

/// The word that stands before a day, if one does, and that day.
pub(crate) fn dated(written: &str, words: &[&'static str]) -> Option<(&'static str, Day)> {
    const MARKS: [char; 10] = [',', ';', ':', '.', '(', ')', '–', '—', '-', '/'];
    let folded = written.trim().to_lowercase();
    let known = |word: &str| {
        let own = words.iter().copied().find(|it| *it == word);
        own.or_else(|| translated::choice(word, words))
    };
    let near = |word: &str| {
        let is_word = word.len() > 4 && !word.contains(|c: char| c.is_ascii_digit());
        nearest(word, words.iter().copied()).filter(|_| is_word)
    };
    let is_around = |c: char| c.is_whitespace() || MARKS.contains(&c);
    let ends = || folded.char_indices().filter(|(_, c)| is_around(*c)).rev();
    let parted = |end: usize| {
        let (word, rest) = folded.split_at(end);
        let day = date::day(rest.trim_matches(is_around))?;
        Some((word.trim_end_matches(is_around), day))
    };
    let all = || ends().filter_map(|(end, _)| parted(end));
    all()
        .find_map(|(word, day)| Some((known(word)?, day)))
        .or_else(|| all().find_map(|(word, day)| Some((near(word)?, day))))
}

/// The remedy: the word, and the line that holds its day.
pub(super) fn remedy(word: &'static str, day: Day, reader: &Reader<'_>) -> String {
    let line = |name: &str, value: &str, quote: &str| match reader.notation {
        Notation::Yaml => format!("{name}: {value}"),
        Notation::Toml => format!("{name} = {quote}{value}{quote}"),
    };
    let own = match reader.field {
        "" => word.to_owned(),
        field => line(field, word, "\""),
    };
    let Some((group, name)) = field_of_day(word, reader) else {
        return format!("Write only {own}: no field holds the day");
    };
    let (inside, more) = match day {
        Day::Whole(day) => (line(name, &day.to_string(), ""), ""),
        Day::Part => (line(name, "…", ""), ", with year, month and day, as in 2026-11-21"),
    };
    let is_written = |group: &str| reader.source.text.lines().any(|it| it.starts_with(group));
    match group {
        None if is_written(name) => {
            format!("Write only {own}, and the day into the line {name}")
        }
        None => format!("Write it as two: {own}, and {inside}{more}"),
        Some(group) if is_written(group) => {
            format!("Write it as two: {own}, and within “{group}” {inside}{more}")
        }
        Some(group) => {
            let whole = line(group, &format!("{{{inside}}}"), "");
            format!("Write it as two: {own}, and {whole}{more}")
        }
    }
}

/// The field that holds the day on which a word of this one began to hold, with the group in which
/// it stands.
fn field_of_day(word: &str, reader: &Reader<'_>) -> Option<(Option<&'static str>, &'static str)> {
    const OF_WORDS: &[(&str, Option<&str>, &str)] = &[
        ("withdrawn", Some("consent"), "withdrawn"),
        ("published", None, "date"),
        ("closed", Some("cfp"), "closes"),
        ("extended", Some("cfp"), "closes"),
    ];
    let has = |fields: &[Field], name: &str| fields.iter().any(|field| field.name == name);
    let is_there = |group: Option<&str>, name: &str| match group {
        None => has(reader.fields, name),
        Some(group) => reader.fields.iter().any(|field| match field.shape {
            Shape::Group(inner) => field.name == group && has(inner, name),
            _ => false,
        }),
    };
    let own = OF_WORDS.iter().find(|(it, group, name)| *it == word && is_there(*group, name));
    let own = own.map(|(_, group, name)| (*group, *name));
    // `{at: Aarhus, state: given, on: 2026-04-16}`
    let beside = || {
        let mut names = ["on", "until"].into_iter();
        names.find(|it| reader.field == "state" && is_there(None, it)).map(|it| (None, it))
    };
    own.or_else(beside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_behind_a_word_is_parted_from_it() {
        const WORDS: &[&str] = &["active", "former", "paused", "withdrawn"];
        for (written, word) in [
            ("fratrådt 1. november", "former"),
            ("Fratrådt pr. 1. november 2026", "former"),
            ("fratrådt (2026-11-01)", "former"),
            ("left 1 Nov 2026", "former"),
            ("uit dienst per 1-11-2026", "former"),
            ("uit dienst, met ingang van november 2026", "former"),
            ("på pause siden 1/11", "paused"),
            ("paused until 2027-01-15", "paused"),
            ("trukket tilbage 2.11.2026", "withdrawn"),
            ("withdrawn: 2026-11-02", "withdrawn"),
            ("withdrawn - yesterday", "withdrawn"),
            ("former-2026-11-01", "former"),
            ("formr 2026", "former"),
            ("på orlov til 1. marts 2027", "paused"),
        ] {
            assert_eq!(dated(written, WORDS).map(|it| it.0), Some(word), "{written}");
        }
        for written in
            ["former", "no longer", "active 24/7 on deck", "", "2026-11-01", "-", "left Esbjerg"]
        {
            assert_eq!(dated(written, WORDS), None, "{written}");
        }
    }
}
