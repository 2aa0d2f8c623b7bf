//! The lines of an email in plain text.

/// The most lines that are taken for a signature. What is longer may be the story itself.
const LONGEST_SIGNATURE: usize = 15;

/// What stands above the line `-- `, which begins a signature (RFC 3676, section 4.3).
pub(super) fn without_signature(text: &str) -> Option<&str> {
    let mut at = 0;
    let mut found = None;
    for line in text.split_inclusive('\n') {
        if line.trim_end_matches(['\r', '\n']) == "-- " {
            found = Some(at);
        }
        at += line.len();
    }
    let (words, signature) = text.split_at(found?);
    let is_short = signature.trim_end().lines().count() <= LONGEST_SIGNATURE;
    (is_short && !words.trim().is_empty()).then_some(words)
}

/// Lines that go on in the next one, joined (RFC 3676). `deletes_space`: the space at their end
/// only says that they go on.
pub(super) fn unflowed(text: &str, deletes_space: bool) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut flows_from: Option<usize> = None;
    for line in text.lines() {
        let depth = line.len() - line.trim_start_matches('>').len();
        let (marks, words) = line.split_at(depth);
        let words = words.strip_prefix(' ').unwrap_or(words);
        let goes_on = words.ends_with(' ') && words != "-- ";
        let is_joined = flows_from == Some(depth) && words != "-- ";
        if !is_joined {
            if !whole.is_empty() || flows_from.is_some() {
                end_line(&mut whole);
            }
            whole.push_str(marks);
            if depth > 0 {
                whole.push(' ');
            }
        }
        whole.push_str(match goes_on && deletes_space {
            true => &words[..words.len() - 1],
            false => words,
        });
        flows_from = goes_on.then_some(depth);
        if !goes_on {
            whole.push('\n');
        }
    }
    whole
}

fn end_line(text: &mut String) {
    if !text.ends_with('\n') {
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flowed_lines_are_joined() {
        let text =
            "Den larmede \nhele natten.\n\nSå \nstille.\n> Skriv \n> nu\n  ind\n-- \nBirthe\n";
        assert_eq!(
            unflowed(text, false),
            "Den larmede hele natten.\n\nSå stille.\n> Skriv nu\n ind\n-- \nBirthe\n"
        );
        assert_eq!(unflowed("ab \nc", true), "abc\n");
    }

    #[test]
    fn only_the_line_of_the_standard_begins_a_signature() {
        assert_eq!(without_signature("Hej\n-- \nBirthe"), Some("Hej\n"));
        assert_eq!(without_signature("Hej\r\n-- \r\nBirthe"), Some("Hej\r\n"));
        for none in ["Hej\n--\nBirthe", "Hej\nMvh\nBirthe", "-- \nBirthe"] {
            assert_eq!(without_signature(none), None);
        }
        let long = format!("Hej\n-- \n{}", "En linje til.\n".repeat(20));
        assert_eq!(without_signature(&long), None);
    }
}
