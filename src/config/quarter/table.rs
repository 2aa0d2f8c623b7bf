//! A table of a spreadsheet as the measures of a quarter: one a row, with their fields as columns, in
//! English, Danish or Dutch. Between columns stands a semicolon, a tab or a comma, whichever the
//! headings have.

use std::ops::Range;

use crate::base::{Code, Diagnostic, Source};
use crate::data::quarters::Quarter;
use crate::data::{KeyValue, Node, Notation, Tree, Value};

/// The columns, each with its Danish and Dutch headings.
const COLUMNS: [(&str, &[&str]); 11] = [
    ("quarter", &["kvartal", "kwartaal"]),
    ("id", &["måling", "meting", "nøgle", "sleutel"]),
    ("goal", &["mål", "doel"]),
    ("value", &["værdi", "tal", "waarde", "getal"]),
    ("previous", &["forrige", "sidste", "vorige"]),
    ("target", &["målsætning", "målet", "streefwaarde", "streefcijfer"]),
    ("of", &["ud af", "van"]),
    ("how", &["hvordan", "hoe"]),
    ("n", &["antal", "aantal", "svar", "antwoorden"]),
    ("assumption", &["antagelse", "aanname"]),
    ("note", &["bemærkning", "opmerking", "noter"]),
];
/// Headings of a number that is the only one.
const NUMBER: [&str; 2] = ["antal", "aantal"];
/// In how many of the first lines the headings may be: some programs put a title above them.
const BEFORE_HEADINGS: usize = 3;

/// A cell: what it says, and where it is in the file.
struct Cell {
    words: String,
    range: Range<usize>,
}

/// The table as the fields of a file.
pub(super) fn read(source: &Source, out: &mut Vec<Diagnostic>) -> Tree {
    let text = &*source.text;
    let mut tree = Tree { entries: vec![], notation: Notation::Yaml, broken: true };
    let separators = [';', '\t', ','];
    let found = separators.iter().find_map(|separator| {
        let rows = rows(text, *separator);
        let at = rows
            .iter()
            .take(BEFORE_HEADINGS)
            .position(|row| row.iter().any(|cell| column(&cell.words) == Some("id")))?;
        Some((rows, at))
    });
    let Some((rows, at)) = found else {
        let first = 0..text.lines().next().map_or(0, str::len);
        out.push(wrong(source, first, "This table has no column “id”".to_owned()).hint(
            "Write the headings of the columns into the first line: \
             id;goal;value;previous;target;how;n;note",
        ));
        return tree;
    };
    let headings = &rows[at];
    let mut names: Vec<Option<&'static str>> =
        headings.iter().map(|cell| column(&cell.words)).collect();
    if !names.contains(&Some("value")) {
        // “Antal” is how many were asked only beside another number.
        let is_number = |cell: &Cell| NUMBER.contains(&&*cell.words.trim().to_lowercase());
        let number = headings.iter().position(is_number);
        number.into_iter().for_each(|at| names[at] = Some("value"));
    }
    for (name, cell) in names.iter().zip(headings) {
        if name.is_none() && !cell.words.trim().is_empty() {
            let message = format!("No column is called “{}”, so it is not read", cell.words.trim());
            let known: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
            let hint =
                format!("Remove the column, or give it one of these names: {}", known.join(", "));
            out.push(wrong(source, cell.range.clone(), message).hint(hint));
        }
    }
    let mut quarter: Option<(Quarter, KeyValue)> = None;
    let mut measures = vec![];
    for row in rows[at + 1..].iter().filter(|row| row.iter().any(|it| !it.words.trim().is_empty()))
    {
        let whole = row[0].range.start..row[row.len() - 1].range.end;
        if row.len() != headings.len() {
            let message = format!(
                "This row has {} cells, and the headings have {}",
                row.len(),
                headings.len()
            );
            out.push(wrong(source, whole, message).hint(
                "Save the table again from the spreadsheet, with a cell below each heading, and with \
                 text that has the separator in it between quotes",
            ));
            continue;
        }
        let mut fields: Vec<KeyValue> = vec![];
        for ((name, cell), heading) in names.iter().zip(row).zip(headings) {
            let Some(name) = name.filter(|_| !cell.words.trim().is_empty()) else { continue };
            let value = Node {
                value: Value::Scalar(cell.words.trim().to_owned()),
                range: cell.range.clone(),
            };
            let entry = KeyValue { key: name.to_owned(), key_range: heading.range.clone(), value };
            if name != "quarter" {
                fields.push(entry);
                continue;
            }
            let own = Quarter::parse(&cell.words);
            match (&quarter, own) {
                (Some((first, _)), Some(own)) if *first != own => {
                    let message = format!("This row is of {own}, and the first one of {first}");
                    let span = source.span(cell.range.clone());
                    out.push(
                        Diagnostic::new(Code::BadQuarter, span, message)
                            .hint("Keep a file for each quarter"),
                    );
                }
                (Some(_), _) => {}
                // What is no quarter is told by the field.
                (None, own) => quarter = Some((own.unwrap_or_default(), entry)),
            }
        }
        measures.push(Node { value: Value::Map(fields), range: whole });
    }
    // Without a column of its own, the quarter is that of the file's name.
    let stem = source.path.file_name().rsplit_once('.').map_or("", |(stem, _)| stem).to_owned();
    let named = |value| KeyValue { key: "quarter".to_owned(), key_range: 0..0, value };
    let of_name = || named(Node { value: Value::Scalar(stem), range: headings[0].range.clone() });
    tree.entries.push(quarter.map_or_else(of_name, |(_, entry)| entry));
    let whole = headings[0].range.start..text.len();
    let list = Node { value: Value::List(measures), range: whole };
    let key_range = headings[0].range.clone();
    tree.entries.push(KeyValue { key: "metrics".to_owned(), key_range, value: list });
    tree.broken = false;
    tree
}

fn wrong(source: &Source, range: Range<usize>, message: String) -> Diagnostic {
    Diagnostic::new(Code::BadTable, source.span(range), message)
}

/// The field that a heading means.
fn column(heading: &str) -> Option<&'static str> {
    let plain = heading.trim().to_lowercase();
    let is_meant = |(name, others): &&(&str, &[&str])| *name == plain || others.contains(&&*plain);
    COLUMNS.iter().find(is_meant).map(|(name, _)| *name)
}

/// The rows of a table. A cell in quotes may have the separator and ends of lines in it.
fn rows(text: &str, separator: char) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = vec![vec![]];
    let (mut words, mut start, mut in_quotes) = (String::new(), 0, false);
    let mut letters = text.char_indices().peekable();
    let end = |rows: &mut Vec<Vec<Cell>>, words: &mut String, range: Range<usize>| {
        let cell = Cell { words: std::mem::take(words), range };
        rows.last_mut().expect("there is a row").push(cell);
    };
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' if in_quotes && letters.peek().is_some_and(|(_, next)| *next == '"') => {
                letters.next();
                words.push('"');
            }
            '"' if in_quotes || words.trim().is_empty() => in_quotes = !in_quotes,
            _ if in_quotes => words.push(if letter == '\n' { ' ' } else { letter }),
            '\r' => {}
            '\n' => {
                let last = at - usize::from(text[..at].ends_with('\r'));
                end(&mut rows, &mut words, start..last.max(start));
                rows.push(vec![]);
                start = at + 1;
            }
            _ if letter == separator => {
                end(&mut rows, &mut words, start..at);
                start = at + letter.len_utf8();
            }
            _ => words.push(letter),
        }
    }
    end(&mut rows, &mut words, start..text.len());
    // Excel may say in a line of its own what stands between columns.
    if rows[0].first().is_some_and(|cell| cell.words.trim().starts_with("sep=")) {
        rows.remove(0);
    }
    rows
}
