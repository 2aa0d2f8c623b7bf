//! Yes and no as people write them, so that the remedy for a no is never a yes.

use super::reader::{Shape, example};
use super::{Field, KeyValue, Node, Notation, Value};
use crate::base::Date;
use crate::base::date::only_day;

/// What an answer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Yes,
    No,
}

const YES: &[&str] = &[
    "yes", "y", "yeah", "yep", "ja", "j", "jo", "jep", "jawel", "ok", "okay", "sure", "true", "on",
    "1", "✓", "✔", "✅", "☑", "👍",
];

const NO: &[&str] = &[
    "no",
    "n",
    "nope",
    "not",
    "nej",
    "nee",
    "neen",
    "nix",
    "never",
    "aldrig",
    "nooit",
    "ikke",
    "niet",
    "ingen",
    "geen",
    "false",
    "off",
    "none",
    "0",
    "✗",
    "✘",
    "❌",
    "✖",
    "×",
    "👎",
    "withdrawn",
    "withdrew",
    "revoked",
    "refused",
    "declined",
    "denied",
    "nægtet",
    "ontzegd",
    "trukket",
    "tilbagetrukket",
    "afslået",
    "ingetrokken",
    "teruggetrokken",
    "geweigerd",
];

/// Words behind a yes that take nothing back.
const POLITE: &[&str] = &[
    "please",
    "thanks",
    "thank",
    "you",
    "of",
    "course",
    "gladly",
    "tak",
    "gerne",
    "selvfølgelig",
    "klart",
    "graag",
    "hoor",
    "natuurlijk",
    "dank",
    "je",
    "prima",
    "fint",
    "fine",
];

/// Whether a word adds nothing to an answer but politeness.
pub(crate) fn is_polite(word: &str) -> bool {
    POLITE.contains(&word)
}

impl Said {
    /// What these words say; `None` where that is not clear. A word that denies counts wherever it
    /// stands: `ja, ikke længere` is no yes. A yes with a condition is none either: `ja, men kun
    /// fornavn`.
    pub(crate) fn of(text: &str) -> Option<Said> {
        let text = text.to_lowercase();
        let parts = |c: char| c.is_whitespace() || ",;.!:(){}[]\"'".contains(c) || c == '\u{fe0f}';
        let mut words = text.split(parts).filter(|word| !word.is_empty()).peekable();
        let first = words.peek().copied()?;
        if words.clone().any(|word| NO.contains(&word)) {
            return Some(Said::No);
        }
        let is_plain = words.skip(1).all(|word| POLITE.contains(&word) || YES.contains(&word));
        (YES.contains(&first) && is_plain).then_some(Said::Yes)
    }

    /// What a value says: a list or a group is no answer.
    pub(crate) fn of_node(node: &Node) -> Option<Said> {
        match &node.value {
            Value::Scalar(text) => Said::of(text),
            Value::Empty | Value::List(_) | Value::Map(_) => None,
        }
    }

    pub(crate) fn word(self) -> &'static str {
        match self {
            Said::Yes => "yes",
            Said::No => "no",
        }
    }
}

/// The day on which somebody said no, where a line says one and no other.
pub(crate) fn day_of_no(line: &str) -> Option<Date> {
    // `no until 2027-01-01`
    const OF_OTHERS: [&str; 8] =
        ["until", "given", "indtil", "givet", "gegeven", "afgegeven", "til", "tot"];
    let words = line.split(|c: char| !c.is_alphanumeric());
    let is_of_other = words.map(str::to_lowercase).any(|it| OF_OTHERS.contains(&&*it));
    only_day(line).filter(|_| !is_of_other)
}

/// The answers of a group that was written as one word, such as `consent: no`; `None` if the group
/// does not begin with answers.
pub(super) fn of_group(fields: &[Field], written: &str, notation: Notation) -> Option<String> {
    let answers: Vec<&Field> = fields.iter().take(2).collect();
    if answers.is_empty() || answers.iter().any(|field| !matches!(field.shape, Shape::YesNo)) {
        return None;
    }
    let all = |said: Said| {
        let answered =
            |field: &&Field| example(&Field { example: said.word(), ..**field }, notation);
        let mut all: Vec<String> = answers.iter().map(answered).collect();
        // A no with its day: `no 2026-11-02`.
        let withdrawn = fields.iter().find(|field| field.name == "withdrawn");
        let day = withdrawn.filter(|_| said == Said::No).zip(day_of_no(written));
        all.extend(day.map(|(field, day)| match notation {
            Notation::Yaml => format!("{}: {day}", field.name),
            Notation::Toml => format!("{} = {day}", field.name),
        }));
        format!("{{{}}}", all.join(", "))
    };
    Some(match Said::of(written) {
        Some(said) => format!("Write it as {}", all(said)),
        None => format!("Write {} for a yes, or {} for a no", all(Said::Yes), all(Said::No)),
    })
}

/// The line that says a no in the field `consent`, where somebody wrote one word in another field.
pub(super) fn group_of_nos(
    fields: &[Field],
    entry: &KeyValue,
    notation: Notation,
) -> Option<String> {
    let consent = fields.iter().find(|field| field.name == "consent")?;
    let (Shape::Group(inner), Value::Scalar(written)) = (&consent.shape, &entry.value.value) else {
        return None;
    };
    let group = of_group(inner, written, notation)?;
    let group = group.strip_prefix("Write it as ")?;
    Some(match notation {
        Notation::Yaml => format!("Write consent: {group} in place of this line"),
        Notation::Toml => format!("Write consent = {group} in place of this line"),
    })
}

/// The remedy for a group whose fields were written as a list: each keeps its answer.
pub(super) fn of_list(fields: &[Field], node: &Node, text: &str) -> Option<String> {
    let Value::List(items) = &node.value else { return None };
    let are_fields = |item: &Node| match &item.value {
        Value::Map(entries) => {
            entries.iter().all(|entry| fields.iter().any(|field| field.name == entry.key))
        }
        _ => false,
    };
    if items.is_empty() || !items.iter().all(are_fields) {
        return None;
    }
    let is_on_one_line = text.get(node.range.clone()).is_some_and(|it| it.starts_with('['));
    Some(match is_on_one_line {
        true => "Write { in place of [, and } in place of ]".to_owned(),
        false => "Remove the hyphens: write a space in place of each".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_remedy_for_a_no_is_no_yes() {
        for no in ["no", "nej tak", "Nee!", "n", "withdrawn", "not any more", "❌", "ja, ikke mere"]
        {
            assert_eq!(Said::of(no), Some(Said::No), "{no}");
        }
        for yes in ["yes", "Ja tak", "yes, of course", "✓", "✔\u{fe0f}", "ok"] {
            assert_eq!(Said::of(yes), Some(Said::Yes), "{yes}");
        }
        for unknown in [
            "",
            "maybe",
            "ask her",
            "pump.jpg",
            "Noah Ja",
            "ja måske",
            "ja, men kun fornavn",
            "yes until Christmas",
        ] {
            assert_eq!(Said::of(unknown), None, "{unknown}");
        }
    }
}
