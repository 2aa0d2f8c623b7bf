//! Lines of a person's file that say no to a consent in a way that breaks the notation: `consent:no`,
//! `consent = no`. They hold at once: a file that cannot be read stops the build, and the site as it was
//! before would still show what somebody said no to. Such a line can only add a no, never take one away.
//! A no that stands in a comment is reported, and does not count.

use std::ops::Range;

use super::said_no;
use crate::base::{Code, Diagnostic, Severity, Source, date};
use crate::data::answers::{Said, day_of_no};
use crate::data::{KeyValue, Node, Value};

/// The file with spaces in place of these lines, so that all places stay, and what is said of each;
/// `None` if there is no such line.
pub(in crate::document) fn without(
    source: &Source,
    out: &mut Vec<Diagnostic>,
) -> Option<(Source, KeyValue)> {
    let lines = lines(&source.text);
    let first = lines.first()?.clone();
    let mut text = source.text.to_string();
    for line in &lines {
        text.replace_range(line.clone(), &" ".repeat(line.len()));
        let message = "This line cannot be read as it is typed; this counts as a no to name and \
                       pictures";
        let told = Diagnostic::new(Code::UnreadConsent, source.span(line.clone()), message);
        let answers = with_day(&source.text[line.clone()]);
        let hint = format!("Write consent: {{{answers}}} in place of this line");
        out.push(told.with_severity(Severity::Warning).hint(hint));
    }
    let nos = ["name", "photo"].map(|key| said_no(key, &first));
    let value = Node { value: Value::Map(nos.into()), range: first.clone() };
    let entry = KeyValue { key: "consent".to_owned(), key_range: first, value };
    Some((Source::new(source.path.clone(), text), entry))
}

/// Says of a no in a comment that it does not count: `# withdrawn: 2026-11-01`. It may be an old note, so it
/// is not read as one.
pub(in crate::document) fn comments(source: &Source, out: &mut Vec<Diagnostic>) {
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let said = line.trim();
        if start > 0 && said == "---" {
            return;
        }
        let words = said.trim_start_matches('#').trim();
        if !said.starts_with('#') || !is_no_in_comment(words) {
            continue;
        }
        let from = start + line.len() - line.trim_start().len();
        let message = "This line says no, but the # makes a comment of it, so it does not count";
        let told =
            Diagnostic::new(Code::UnreadConsent, source.span(from..from + said.len()), message);
        let answers = with_day(words);
        let has_other = source.text.lines().any(|line| line.starts_with("consent"));
        let place = match has_other {
            false => "in its place",
            true => "in place of “consent”, and remove this line",
        };
        let hint =
            format!("If it holds, write consent: {{{answers}}} {place}; if it is old, remove it");
        out.push(told.with_severity(Severity::Warning).hint(hint));
    }
}

/// Whether the words of a comment are a line that says no to a consent.
fn is_no_in_comment(words: &str) -> bool {
    const WITHDRAWN: [&str; 4] = ["withdrawn", "trukket", "ingetrokken", "teruggetrokken"];
    let folded = words.to_lowercase();
    let named = |names: &[&str]| {
        let rest = names.iter().find_map(|name| folded.strip_prefix(name)).map(str::trim_start);
        rest.and_then(|rest| rest.strip_prefix([':', '=', '：']))
    };
    let of_consent = named(&NAMES).is_some_and(|said| Said::of(said) == Some(Said::No));
    let is_withdrawal = named(&WITHDRAWN).is_some_and(|said| Said::of(said) != Some(Said::No));
    // “Birthe has withdrawn her consent”
    let has = |all: &[&str]| all.iter().any(|word| folded.contains(word));
    let is_state = named(&["status"]).is_some() && has(&WITHDRAWN);
    of_consent || is_withdrawal || is_state || has(&NAMES) && has(&WITHDRAWN)
}

/// What the field is called, in the languages of the interface.
const NAMES: [&str; 3] = ["consent", "samtykke", "toestemming"];

/// The same answers, with the day that the line says: that of a withdrawal, where the name is not wanted.
fn with_day(line: &str) -> String {
    let answers = answers(line);
    match day_of_no(line) {
        Some(day) if answers.contains("name: no") => format!("{answers}, withdrawn: {day}"),
        Some(day) if answers.contains("name: yes") => format!("{answers}, given: {day}"),
        _ => answers,
    }
}

/// What somebody probably answered: to name and to pictures where both can be told, else no to both.
fn answers(line: &str) -> String {
    let said = line.split_once([':', '=', '：', ';', '；']).map_or(line, |(_, said)| said);
    let parts = without_comment(said).split([',', ';', '；', '{', '}', '(', ')', '[', ']']);
    let mut all = vec![];
    let is_said = |part: &&str| !part.is_empty() && date::day(part).is_none();
    for part in parts.map(str::trim).filter(is_said) {
        let answer = part.split_once([':', '=', '：']);
        let answer = answer.and_then(|(name, said)| {
            let name = name.trim();
            let name = ["name", "photo"].into_iter().find(|own| *own == name)?;
            let yes_or_no = match Said::of(said)? {
                Said::Yes => "yes",
                Said::No => "no",
            };
            Some(format!("{name}: {yes_or_no}"))
        });
        match answer {
            Some(answer) => all.push(answer),
            None => return "name: no, photo: no".to_owned(),
        }
    }
    match all.is_empty() {
        true => "name: no, photo: no".to_owned(),
        false => all.join(", "),
    }
}

/// Where such lines stand among the fields.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').peekable();
    let mut is_first = true;
    while let Some(line) = lines.next() {
        let said = line.trim_end();
        let is_fence = said.trim_start_matches('\u{FEFF}') == "---";
        if is_fence != is_first && (is_first || is_fence) {
            break;
        }
        is_first = false;
        let goes_on = lines.peek().is_some_and(|next| {
            next.starts_with(|c: char| c.is_whitespace() || matches!(c, '}' | ']'))
        });
        if !is_fence && is_refused(said, goes_on) {
            found.push(at..at + said.len());
        }
        at += line.len();
    }
    found
}

/// A value without a comment behind it, which YAML leaves out; one that says no is kept.
fn without_comment(value: &str) -> &str {
    match value.split_once(" #") {
        Some((value, comment)) if Said::of(comment) != Some(Said::No) => value,
        _ => value,
    }
}

/// Whether a line says no to a consent, and YAML does not read it so.
fn is_refused(line: &str, goes_on: bool) -> bool {
    let end = line.find(|c: char| !c.is_alphabetic()).unwrap_or(line.len());
    let (name, rest) = line.split_at(end);
    let rest = rest.trim_start();
    let mut signs = rest.chars();
    let sign = signs.next().filter(|c| matches!(c, ':' | '=' | '：' | ';' | '；'));
    let Some(sign) = sign.filter(|_| NAMES.contains(&&*name.to_lowercase())) else {
        return false;
    };
    let behind = signs.as_str();
    let value = without_comment(behind).trim();
    let is_group = value.starts_with(['{', '[']);
    let is_whole = match is_group {
        true => goes_on || (value.ends_with(['}', ']']) && !value.contains([';', '='])),
        false => !value.contains(": ") && !value.starts_with("- "),
    };
    let is_yaml = sign == ':' && behind.starts_with(' ') && is_whole;
    !(is_yaml || is_group && goes_on) && Said::of(value) == Some(Said::No)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_no_that_is_no_yaml_is_found() {
        for line in [
            "consent:no",
            "Consent:nej",
            "consent = no",
            "consent：no",
            "consent；no",
            "samtykke:nej tak",
            "toestemming = nee",
            "consent: - no",
            "consent: {name: no",
            "consent: {photo: no; name: no}",
            "consent: nej tak: ikke mere",
            "consent:{name: no}",
            "consent: {photo: yes, name: yes} # withdrawn 2026-11-02",
            "consent: {photo: yes; name: no} # asked",
        ] {
            let text = format!("---\nname: Kirsten Holm\n{line}\nteam: deck\n---\nconsent:no\n");
            let start = text.find(line).expect("it is there");
            assert_eq!(lines(&text), vec![start..start + line.len()], "{line}");
        }
    }

    #[test]
    fn a_no_in_a_comment_is_told() {
        for (line, is_told) in [
            ("# consent: {name: no, photo: no}", true),
            ("  # withdrawn: 2026-11-01", true),
            ("# status: trukket tilbage 1. november", true),
            ("# status: active", false),
            ("#samtykke: nej", true),
            ("# Birthe has withdrawn her consent 2026-11-01", true),
            ("# consent: {photo: yes, name: yes}", false),
            ("# withdrawn: no", false),
            ("# asked again in May", false),
            ("consent: {name: yes} # asked", false),
        ] {
            let text = format!("---\nname: Kirsten Holm\n{line}\n---\n# consent: no\n");
            let path = crate::base::SourcePath::new("content/people/a.md").expect("inside");
            let mut out = vec![];
            comments(&Source::new(path, text), &mut out);
            assert_eq!(out.len(), usize::from(is_told), "{line}");
        }
    }

    #[test]
    fn the_remedy_says_what_was_answered() {
        for (line, said) in [
            ("consent:no", "name: no, photo: no"),
            ("consent: {photo: no; name: yes}", "photo: no, name: yes"),
            ("consent: photo: no", "photo: no"),
            ("consent: (photo = nej)", "photo: no"),
            ("consent: {name: no; until: 2027}", "name: no, photo: no"),
        ] {
            assert_eq!(answers(line), said, "{line}");
        }
    }

    #[test]
    fn a_day_of_the_line_is_kept() {
        for (line, said) in [
            ("consent: no 2026-11-02", "name: no, photo: no, withdrawn: 2026-11-02"),
            (
                "samtykke: nej tak, d. 2. november 2026",
                "name: no, photo: no, withdrawn: 2026-11-02",
            ),
            ("withdrawn: 2.11.2026", "name: no, photo: no, withdrawn: 2026-11-02"),
            (
                "consent:{name: no, photo: no} 2026-11-02",
                "name: no, photo: no, withdrawn: 2026-11-02",
            ),
            (
                "consent: {photo: no; name: yes}, 2026-11-02",
                "photo: no, name: yes, given: 2026-11-02",
            ),
            (
                "consent: {photo: no; name: yes} # 2026-11-02",
                "photo: no, name: yes, given: 2026-11-02",
            ),
            ("consent: no until 2027-01-01", "name: no, photo: no"),
            ("consent: no 2 November", "name: no, photo: no"),
        ] {
            assert_eq!(with_day(line), said, "{line}");
        }
    }

    #[test]
    fn what_can_be_read_or_says_no_no_is_left() {
        for line in [
            "consent: no",
            "consent: {name: no, photo: yes}",
            "consent: {photo: nej, name: ja} # 2. november",
            "consent: {photo: no, name: no} # by telephone",
            "consent: no # 2026-11-02",
            "consent: {name: no,\n  photo: yes}",
            "consent: {\n  name: no\n}",
            "consent:",
            "consent:yes",
            "consent = ja",
            "consent: - yes",
            "consents:no",
            "# consent:no",
            "  consent:no",
        ] {
            let text = format!("---\nname: Kirsten Holm\n{line}\nteam: deck\n---\nText.\n");
            assert_eq!(lines(&text), [], "{line}");
        }
        for text in ["consent:no\n", "", "---\n---\nconsent:no\n"] {
            assert_eq!(lines(text), [], "{text}");
        }
    }
}
