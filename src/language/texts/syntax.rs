//! What is wrong with a line of a Fluent file that cannot be parsed, in words for people who have
//! never heard of Fluent.

use fluent_syntax::parser::ErrorKind;

/// A message and a hint for a mistake that the parser found in this line.
pub(super) fn explained(kind: &ErrorKind, line: &str) -> (String, String) {
    let told = |message: &str, hint: &str| (message.to_owned(), hint.to_owned());
    let line = line.trim_end();
    let (key, value) = line.split_once('=').unwrap_or((line, ""));
    let is_name = |key: &str| {
        key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    if let Some((name, words)) = key.split_once(':').filter(|(name, _)| is_name(name.trim())) {
        let words = if value.is_empty() { words.trim() } else { "words" };
        return (
            "This line has a colon where this file needs =".to_owned(),
            format!("Write {} = {words}", name.trim()),
        );
    }
    match kind {
        ErrorKind::UnbalancedClosingBrace => told(
            "A } ends nothing that begins before it",
            "Remove it; or write {\"}\"} for a } that readers should see",
        ),
        ErrorKind::ExpectedMessageField { entry_id }
        | ErrorKind::ExpectedTermField { entry_id } => (
            format!("“{entry_id}” has no words"),
            "Write them behind the =, or remove the line".to_owned(),
        ),
        ErrorKind::MissingDefaultVariant | ErrorKind::MultipleDefaultVariants => told(
            "One of the forms of this text, and only one, must be the one for all other numbers",
            "Begin the last form with *, as in *[other], and no other one",
        ),
        _ if line.contains('=') && !is_name(key.trim()) => told(
            "The name before the = is no name of a text",
            "Write it with letters from a to z, digits and hyphens only, as in tell-yours = Tell \
             yours; further lines of a text begin with spaces",
        ),
        _ if line.contains('=') || line.starts_with([' ', '{', '}']) => told(
            "What stands between { and } in this text cannot be read",
            "Write the name of a value there, as in { $name }; or {\"{\"} for a { that readers \
             should see",
        ),
        _ => told(
            "This line is no text: it has no name and no =",
            "Write it as name = words; begin further lines of a text with spaces, and a comment \
             with #",
        ),
    }
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentResource;

    use super::*;

    #[test]
    fn a_mistake_is_told_in_plain_words() {
        for (line, message, hint) in [
            ("faq-lead: Ask", "colon", "Write faq-lead = Ask"),
            ("what is this", "no name and no =", "Write it as name = words"),
            ("faq lead = Ask", "no name of a text", "hyphens only"),
            ("faq-lead = Ask }", "ends nothing", "Remove it"),
            ("faq-lead = { Ask", "between { and }", "{ $name }"),
            ("faq-lead = { $a b }", "between { and }", "{ $name }"),
            ("faq-lead =", "“faq-lead” has no words", "behind the ="),
            ("a = { $n ->\n    [one] x\n  }", "all other numbers", "*[other]"),
        ] {
            let (_, errors) = FluentResource::try_new(format!("{line}\n")).expect_err(line);
            let (told, remedy) = explained(&errors[0].kind, line.lines().next().unwrap_or(""));
            assert!(told.contains(message) && remedy.contains(hint), "{line}: {told}; {remedy}");
        }
    }
}
