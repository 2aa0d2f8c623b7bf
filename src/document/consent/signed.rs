//! How an anonymous story says who tells it: a greeting with a name at its end, a line of it with nothing
//! but a name, an email address.

use std::ops::Range;

use crate::base::identity::mails;
use crate::base::{Code, Diagnostic, Source};
use crate::document::allowance::{Allowance, Allowances};

/// Lines at the end that are looked at: a photo or an afterthought may stand below a greeting.
const LAST: usize = 5;

/// With what people end a letter, in small letters; what begins with another one stands before it.
const GREETINGS: &[&str] = &[
    // Danish
    "med venlig hilsen",
    "de bedste hilsner",
    "de bedste hilsener",
    "bedste hilsner",
    "kærlige hilsner",
    "kærlig hilsen",
    "mange hilsner",
    "mange hilsener",
    "venlig hilsen",
    "hilsner",
    "hilsen",
    "mvh",
    "m.v.h",
    "kh",
    "k.h",
    "vh",
    "v.h",
    "knus",
    // Dutch
    "met vriendelijke groeten",
    "met vriendelijke groet",
    "met hartelijke groet",
    "vriendelijke groeten",
    "vriendelijke groet",
    "hartelijke groeten",
    "hartelijke groet",
    "lieve groetjes",
    "lieve groet",
    "groetjes",
    "groeten",
    "groet",
    "veel liefs",
    "liefs",
    "mvg",
    "m.v.g",
    "gr",
    // English
    "with kind regards",
    "kind regards",
    "best regards",
    "warm regards",
    "best wishes",
    "regards",
    "yours sincerely",
    "yours truly",
    "sincerely",
    "yours",
    "cheers",
    "love",
    "best",
];

/// Words of whoever greets that are no name.
const NOBODY: &[&str] = &[
    "afdelingen",
    "alle",
    "alles",
    "anoniem",
    "anonym",
    "anonymous",
    "collega",
    "colleague",
    "everybody",
    "everyone",
    "holdet",
    "iedereen",
    "kollega",
    "team",
    "the",
];

/// Small words in the middle of a name.
const BETWEEN: &[&str] =
    &["af", "da", "de", "den", "der", "du", "el", "la", "ten", "ter", "van", "von"];

/// Addresses that are not one person's.
const OF_MANY: &[&str] = &[
    "contact", "hello", "hej", "hr", "info", "job", "jobs", "kontakt", "mail", "noreply",
    "no-reply", "office", "post", "presse", "pers", "press", "salg", "sales", "support",
];

/// Of so many addresses each is told.
const MOST: usize = 20;

/// A diagnostic for each; none repeats what it found, for reports stand in logs, which others keep.
/// `body` is what stands below the fields.
pub(in crate::document) fn check(source: &Source, body: &Range<usize>) -> Vec<Diagnostic> {
    let text = &source.text;
    let signature = signature(text.get(body.clone()).unwrap_or_default());
    let signature = signature.map(|it| (it.start + body.start, "ends with the name of somebody"));
    let mails = addresses(text).into_iter().map(|it| (it.start, "has somebody's email address"));
    let place = place(text, body.start);
    let mut allowances = Allowances::of(text);
    let told = |(at, what): (usize, &str)| {
        let line = 1 + text[..at].matches('\n').count();
        let message = format!("This story is anonymous, and line {line} {what}");
        if allowances.at(at, Code::AnonymousSigned) == Allowance::WithReason {
            return None;
        }
        let told = Diagnostic::new(Code::AnonymousSigned, source.span(place.clone()), message);
        Some(told.hint(format!(
            "Ask whoever tells it whether that may go, and remove it from line {line}: readers would know \
             who it is. If it is somebody else's, say so above line {line}: \
             <!-- allow anonymous-signed: whose it is -->"
        )))
    };
    signature.into_iter().chain(mails.take(MOST)).filter_map(told).collect()
}

/// The line that says that it is anonymous.
fn place(text: &str, end: usize) -> Range<usize> {
    let mut at = 0;
    for line in text[..end].split_inclusive('\n') {
        if line.trim_start().to_lowercase().starts_with("anonym") {
            return at..at + line.trim_end().len();
        }
        at += line.len();
    }
    0..text[..end].find('\n').unwrap_or(end)
}

/// Email addresses of one person. Those at providers for private people are told in every story.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut all = vec![];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let found = mails::all(line).filter(|it| !mails::is_private(&line[it.clone()]));
        let found = found.filter(|it| {
            let name = line[it.clone()].split('@').next().unwrap_or_default().to_lowercase();
            !OF_MANY.contains(&&*name)
        });
        all.extend(found.map(|it| it.start + at..it.end + at));
        at += line.len();
    }
    all
}

/// The line at the end of a text that names whoever wrote it.
fn signature(body: &str) -> Option<Range<usize>> {
    let mut lines: Vec<(usize, &str)> = vec![];
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let plain = plain(line);
        if !plain.is_empty() && !plain.starts_with("<!--") {
            lines.push((at + line.find(plain).unwrap_or(0), plain));
        }
        at += line.len();
    }
    let first = lines.len().saturating_sub(LAST);
    for (n, (at, line)) in lines.iter().enumerate().skip(first) {
        let range = *at..at + line.len();
        match greeted(line) {
            Some("") => {
                let (at, next) = lines.get(n + 1)?;
                return is_name(without_sign(next)).then(|| *at..at + next.len());
            }
            Some(who) if is_name(who) => return Some(range),
            Some(_) | None => {}
        }
    }
    let ((at, last), before) = lines.split_last()?;
    let (_, above) = before.last()?;
    let is_quoted = above.starts_with(['>', '“', '"', '»']);
    let signed = without_sign(last);
    let is_marked = signed.len() < last.len() && !above.starts_with(['-', '–', '—', '/', '*']);
    let is_alone = signed.len() == last.len() && (2..=3).contains(&signed.split(' ').count());
    let ends = last.ends_with(|c: char| !c.is_alphabetic());
    (!is_quoted && !ends && (is_marked || is_alone) && is_name(signed))
        .then(|| *at..at + last.len())
}

/// A line without the signs of Markdown around it.
fn plain(line: &str) -> &str {
    line.trim().trim_end_matches('\\').trim_matches(['*', '_']).trim()
}

/// A name without the dash that people put before it.
fn without_sign(line: &str) -> &str {
    line.trim_start_matches(['-', '–', '—', '/', '~']).trim_start()
}

/// What stands behind a greeting, `Anna` of `Hilsen fra Anna`; `None` if nobody is greeted.
fn greeted(line: &str) -> Option<&str> {
    let small = line.to_lowercase();
    // Some capital letters are longer than their small ones; those of greetings are not.
    let greeting =
        GREETINGS.iter().find(|it| small.starts_with(**it) && line.is_char_boundary(it.len()))?;
    let rest = &line[greeting.len()..];
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ".,:;!–—-/".contains(c));
    let from = ["fra ", "van ", "from "];
    Some(from.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest))
}

/// Whether these words are a name, as far as capital letters say it.
fn is_name(words: &str) -> bool {
    let words = words.split([',', '(', '|', '/']).next().unwrap_or_default();
    let words = words.trim_end_matches(|c: char| !c.is_alphabetic());
    let all: Vec<&str> = words.split_whitespace().collect();
    let is_capital = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
            && !NOBODY.contains(&&*word.to_lowercase())
    };
    let Some((first, others)) = all.split_first() else { return false };
    is_capital(first)
        && all.len() <= 5
        && others.iter().all(|word| is_capital(word) || BETWEEN.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_text_names_whoever_wrote_it() {
        for (end, who) in [
            ("Hilsen Anna Bech", "Hilsen Anna Bech"),
            ("Mange hilsner fra Anna", "Mange hilsner fra Anna"),
            ("Kh. Åse\n\nPS. Den larmer igen.", "Kh. Åse"),
            ("Med venlig hilsen\\\nAnna Bech\\\nSundbro A/S", "Anna Bech"),
            ("**Groetjes,**\n\nJan de Boer", "Jan de Boer"),
            ("Best wishes\n\n![](a.jpg)\n\n", ""),
            ("Cheers,\n- Anna", "- Anna"),
            ("– Anna", "– Anna"),
            ("Anna Bech", "Anna Bech"),
            ("Anna Bech\n<!-- a note -->", "Anna Bech"),
        ] {
            let text = format!("Den larmede.\n\n{end}\n");
            let found = signature(&text).map(|it| &text[it]);
            assert_eq!(found, Some(who).filter(|it| !it.is_empty()), "{end}");
        }
        for end in [
            "Hilsen lageret",
            "Hilsen fra os alle",
            "Hilsen Holdet",
            "Groeten van Iedereen",
            "Best was the Coffee",
            "Best day ever.",
            "Hilsener bliver læst.",
            "Hun hed Anna Bech.",
            "Tak til Anna",
            "Tak for alt",
            "Esbjerg",
            "- Mette\n- Anna",
            "> Livet leves forlæns\n\n– Søren Kierkegaard",
        ] {
            let text = format!("Den larmede.\n\n{end}\n");
            assert_eq!(signature(&text), None, "{end}");
        }
        let early = format!("Hilsen Anna, stod der på kortet.\n\n{}", "Så gik vi.\n\n".repeat(6));
        assert_eq!(signature(&early), None);
    }

    #[test]
    fn the_address_of_one_person_is_known() {
        let text = "Skriv til info@a.example,\nkb@a.example eller mig@gmail.com.";
        let found: Vec<&str> = addresses(text).into_iter().map(|it| &text[it]).collect();
        assert_eq!(found, ["kb@a.example"]);
    }
}
