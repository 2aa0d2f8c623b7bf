//! The TOML parser's complaint, in words for who has never heard of TOML.

use std::ops::Range;

use crate::base::character::{is_formatting, is_refused};
use crate::base::date::parse_date;
use crate::base::{Code, Diagnostic, Source};
use crate::data::characters::refused_at;
use crate::data::reader::shortened;

/// What is likely to be wrong at `place`, of which the parser says `words`. `part` are the fields.
pub(super) fn of(
    source: &Source,
    part: &Range<usize>,
    place: Range<usize>,
    words: &str,
) -> Diagnostic {
    let text = &source.text[part.clone()];
    let told = |(message, hint): (String, String), place| {
        Diagnostic::new(Code::BrokenToml, source.span(place), message).hint(hint)
    };
    let line = line_of(text, place.start - part.start);
    let whole = part.start + line.start..part.start + line.end;
    let name_ends = text[line.clone()].find('=').unwrap_or(line.len());
    let is_hidden = |(at, c): &(usize, char)| {
        // In a name, also what a text may hold.
        is_refused(*c) || *c == '\r' || *at < name_ends && is_formatting(*c)
    };
    if let Some((at, c)) = text[line.clone()].char_indices().find(is_hidden) {
        let at = whole.start + at;
        return refused_at(c, at..at + c.len_utf8(), source);
    }
    let line = &text[line];
    if let Some(of_line) = as_a_whole(line, words) {
        return told(of_line, whole);
    }
    told(of_value(line, words).unwrap_or_else(|| at_last(words)), place)
}

/// The line of byte `at`, without its end.
pub(super) fn line_of(text: &str, at: usize) -> Range<usize> {
    let at = at.min(text.len());
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    start..start + text[start..end].trim_end().len()
}

/// What to say where the lines of the file, most of them at least, end with a carriage return alone.
pub(super) fn of_old_mac(source: &Source, part: &Range<usize>) -> Option<Diagnostic> {
    let text = &source.text[part.clone()];
    let (first, _) = text.split_once('\r')?;
    let alone = text.matches('\r').count() - text.matches("\r\n").count();
    (alone > text.matches('\n').count()).then(|| {
        let place = part.start..part.start + first.len();
        let message =
            "The lines of this file end as they did on an old Mac, so all of it looks like one line";
        Diagnostic::new(Code::BrokenToml, source.span(place), message).hint(
            "Save it again with the line ends of Unix (LF): most editors offer that where the file \
             is saved, or at the bottom of their window",
        )
    })
}

type Told = (String, String);

fn told(message: impl Into<String>, hint: impl Into<String>) -> Option<Told> {
    Some((message.into(), hint.into()))
}

/// What is wrong with the line, wherever in it the parser stopped.
fn as_a_whole(line: &str, words: &str) -> Option<Told> {
    let line = line.trim();
    let is_table = line.starts_with('[');
    let (key, value) = line.split_once('=').map_or((line, ""), |(key, value)| (key, value.trim()));
    if key.contains(|c: char| c.is_whitespace() && !c.is_ascii()) {
        return told(
            "Beside the name of this field stands a blank of another kind",
            "Delete what looks like a blank before the =, and type one anew",
        );
    }
    let key = key.trim();
    if words.contains("recur") {
        return told(
            "Fields lie within fields deeper than anybody can read",
            "Put the text between quotes if its brackets or dots are meant as text",
        );
    }
    if words.contains("duplicate key") && is_table {
        return told(
            format!("{} is begun a second time", shortened(line)),
            "Put its lines below the first one, and take this line away",
        );
    }
    if words.contains("duplicate key") {
        return told(format!("“{}” is written twice", shortened(key)), "Keep one of them");
    }
    if let Some((before, after)) = line.split_once(':').filter(|_| value.is_empty() && !is_table)
        && is_name(before.trim())
    {
        return told(
            "Between name and value stands a colon; in this file it is =",
            format!("Write {} = {}", before.trim(), written(after.trim())),
        );
    }
    if line.starts_with("---") || line.starts_with("+++") {
        return told(
            "A line of signs stands among the fields",
            "Take the line away: nothing parts the fields of this file",
        );
    }
    if let Some(remark) = line.strip_prefix("//").or_else(|| line.strip_prefix("--")) {
        return told(
            "A remark begins with # in this file",
            format!("Write # {}", shortened(remark.trim())),
        );
    }
    if line.starts_with(['{', '}']) {
        return told(
            "The fields stand between { and }, which this file does not know",
            "Write each on a line of its own, without { and }: title = \"Pump four\"",
        );
    }
    if line.starts_with("- ") {
        return told(
            "A list is written in one line here, between brackets",
            "Write languages = [\"da\", \"en\"], with the name of the field before it",
        );
    }
    if line.starts_with('=') {
        return told(
            "No name stands before the =",
            "Write the name of the field first: title = \"Pump four\"",
        );
    }
    if is_table && words.contains("unclosed table") {
        return told(
            "A bracket is opened and not closed",
            "Put the same brackets at the end of the line: [pictures], [[teams]]",
        );
    }
    if words.contains("key with no value") || words.contains("unquoted key") {
        return Some(match key {
            _ if !line.contains('=') => (
                "In this line no = stands between name and value".to_owned(),
                "Write name, = and value, as in title = \"Pump four\"; a remark begins with #"
                    .to_owned(),
            ),
            _ if key.contains(char::is_whitespace) => (
                "A blank stands in the name of this field".to_owned(),
                format!(
                    "Write the name without one, as in time_zone; or “{}” between quotes \
                         if it is a name of your own",
                    shortened(key)
                ),
            ),
            _ => (
                format!("“{}” is not written as names of fields are", shortened(key)),
                "A name has letters from a to z, digits, _ and -, as in time_zone".to_owned(),
            ),
        });
    }
    None
}

/// What is wrong with the value of the line.
fn of_value(line: &str, words: &str) -> Option<Told> {
    let (key, value) = line.split_once('=')?;
    let (key, value) = (key.trim(), value.trim());
    let field = |value: &str| format!("Write {} = {value}", shortened(key));
    if value.is_empty() {
        return told(format!("“{}” has no value", shortened(key)), "Write it behind the =");
    }
    if value.starts_with(CURLY) {
        return told(
            "These quotation marks are curly, as programs for letters make them; here they are \
             straight",
            field(&written(value)),
        );
    }
    if words.contains("escape") || words.contains("unicode") {
        return told(
            "A \\ in this text begins what stands for no character",
            "For a \\ that belongs to the text, write \\\\",
        );
    }
    if words.contains("basic string") || words.contains("literal string") && value.starts_with('\'')
    {
        return told(
            "A quotation mark is opened and not closed",
            format!("Put a {} at the end of the text, on the same line", &value[..1]),
        );
    }
    if words.contains("unclosed array") || words.contains("unclosed inline table") {
        let close = if words.contains("array") { ']' } else { '}' };
        return told(
            "A bracket is opened and not closed",
            format!("Put a {close} behind the last value"),
        );
    }
    if words.contains("missing comma") {
        return told(
            "Two values of a list have no comma between them",
            "Put one there: [\"da\", \"en\"]",
        );
    }
    let bare = value.split('#').next().unwrap_or_default().trim();
    let meant = match bare.to_ascii_lowercase().as_str() {
        "yes" | "true" => Some("true"),
        "no" | "false" => Some("false"),
        _ => None,
    };
    if let Some(answer) = meant {
        return told("Answers are written true and false in this file", field(answer));
    }
    if let Err(mistake) = parse_date(bare)
        && (mistake.suggestion.is_some() || words.contains("date"))
    {
        let hint = match mistake.suggestion {
            Some(day) => format!("Did you mean {day}?"),
            None => "Write it as year-month-day: 2026-11-21".to_owned(),
        };
        return told(mistake.message, hint);
    }
    if words.contains("leading zero") {
        let digits = bare.trim_start_matches('0');
        let number = if digits.is_empty() { "0" } else { digits };
        return told("A number does not begin with 0", field(number));
    }
    if words.contains("must be quoted") {
        return told("A text stands between quotation marks in this file", field(&written(bare)));
    }
    if words.contains("unexpected key or value") {
        return told(
            "Something more stands behind the value of this line",
            "Write one field a line; put a # before it if it is a remark, and a \\ before a \" \
             that belongs to the text",
        );
    }
    None
}

fn at_last(words: &str) -> Told {
    (
        format!("This cannot be read ({words})"),
        "Text stands between quotes: title = \"Pump four\"; a list between brackets: [\"da\", \"en\"]"
            .to_owned(),
    )
}

const CURLY: [char; 10] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '`'];

fn is_name(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

/// A value as TOML wants it: what is written right already stays so.
fn written(value: &str) -> String {
    let is_written = value.starts_with(['"', '\'', '[', '{'])
        || matches!(value, "true" | "false")
        || value.bytes().all(|b| b.is_ascii_digit()) && !value.is_empty();
    if is_written {
        return value.to_owned();
    }
    let bare = match value.rfind(CURLY).filter(|_| value.starts_with(CURLY)) {
        Some(end) => value[..end].trim_start_matches(CURLY),
        None => value,
    };
    format!("\"{}\"", shortened(bare).replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;
    use crate::data::toml::read;

    fn told(text: &str) -> Vec<Diagnostic> {
        let path = SourcePath::new("site.toml").expect("inside");
        let mut out = vec![];
        read(&Source::new(path, text), 0..text.len(), &mut out);
        out
    }

    #[test]
    fn one_thing_is_said_of_a_line_and_never_in_the_words_of_the_parser() {
        for line in [
            "title = \"B\"",
            "foo",
            "title: H",
            "title = H",
            "a = 2026-13-45",
            "a = 1.2.2026",
            "a = “H”",
            "a = \"H",
            "a = 'H",
            "a = \"\u{1}\"",
            "\u{0}",
            "a = \"A\" b",
            "a =",
            "= \"x\"",
            "a = [\"b\"",
            "a = [\"b\" \"c\"]",
            "a = \"C:\\users\"",
            "[a",
            "a = {b = 1",
            "a = yes",
            "a = \"B\", c = \"d\"",
            "a b = \"C\"",
            "// a",
            "- a",
            "a = 024",
            "---",
            "{ \"a\": 1 }",
            "tïtle = \"A\"",
            "a\u{A0}= \"A\"",
            "a\u{200B} = 1",
            "a = \u{1F4A9}",
        ] {
            let all = told(&format!("title = \"A\"\n{line}\n"));
            assert_eq!(all.len(), 1, "{line}: {all:?}");
            assert!(
                !all[0].message.contains("cannot be read (") && !all[0].notes.is_empty(),
                "{all:?}"
            );
        }
        let twice = told("[a]\nb = 1\n[a]\nc = 1\n");
        assert_eq!(twice.len(), 1);
        assert!(twice[0].message.starts_with("[a] is begun"), "{twice:?}");
    }

    #[test]
    fn lines_of_an_old_mac_are_told_once_and_others_are_read() {
        let old = told("title = \"A\"\rb = 1\rc = 2\r");
        assert_eq!(old.len(), 1, "{old:?}");
        assert!(old[0].message.contains("old Mac"));
        assert_eq!(told("title = \"A\"\r\nb = 1\r\n"), []);
        assert_eq!(told("title = \"A\"\nb = \"c\rd\"\ne = 1\n")[0].code, Code::ControlCharacter);
    }

    #[test]
    fn a_value_is_written_as_it_is_meant() {
        for (typed, meant) in [
            ("H", "\"H\""),
            ("“H”", "\"H\""),
            ("„H“,", "\"H\""),
            ("\"H\"", "\"H\""),
            ("24", "24"),
            ("[1]", "[1]"),
            ("a \"b\"", "\"a \\\"b\\\"\""),
            ("", "\"\""),
            ("“", "\"\""),
        ] {
            assert_eq!(written(typed), meant, "{typed}");
        }
    }
}
