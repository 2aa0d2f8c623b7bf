//! Tables that were pasted or typed without what makes them tables here: columns apart by tabs, by
//! `;`, by `|` without a line of dashes, drawn with `+---+`, or begun with `{|`. Readers see one paragraph,
//! or one for each row where empty lines stand between them.

use std::ops::Range;

use super::origin::short;

/// The lines in a row that may be a table, up to the line that is read.
#[derive(Clone, Debug, Default)]
pub(super) struct TableLines {
    last: Option<Row>,
    /// Whether the table in this paragraph was reported.
    is_told: bool,
    /// Where the last row ends that an empty line parts from the one above it.
    apart_to: usize,
}

/// A line with several cells.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    place: Range<usize>,
    /// What stands between them.
    sign: char,
    cells: usize,
}

/// What is said of a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) place: Range<usize>,
    pub(super) message: String,
    pub(super) hint: String,
}

/// Signs that people and word processors write for the hyphens below the first line.
const DASHES: [char; 7] = ['-', '–', '—', '−', '‒', '―', '='];

impl TableLines {
    /// What to say when this line, which begins at `at`, shows that there is a table. `is_next` says
    /// whether it follows the last one in the same block.
    pub(super) fn line(
        &mut self,
        text: &str,
        line: &str,
        at: usize,
        is_next: bool,
    ) -> Option<Told> {
        if !is_next {
            *self = TableLines { apart_to: self.apart_to, ..TableLines::default() };
            if let Some(told) = self.apart(text, line, at) {
                self.is_told = true;
                return Some(told);
            }
        }
        if self.is_told {
            return None;
        }
        let place = at..at + line.len();
        // The head of a table of Confluence is reported as that.
        self.is_told = line.starts_with("||");
        let told = match drawn(line) {
            Some((message, hint)) => {
                Some(Told { place, message: message.to_owned(), hint: hint.to_owned() })
            }
            None => {
                let row = row(line, place);
                let last = self.last.take();
                self.last.clone_from(&row);
                of_rows(text, line, &last?, &row?)
            }
        };
        self.is_told |= told.is_some();
        told
    }

    /// What is said of a row with an empty line above it, if a row stands above that. Of several of
    /// them, only the first is told.
    fn apart(&mut self, text: &str, line: &str, at: usize) -> Option<Told> {
        let is_row = |line: &str| line.len() > 2 && line.starts_with('|') && line.ends_with('|');
        if !is_row(line) || line.starts_with("||") {
            return None;
        }
        let above = text[..at].trim_end();
        let last = above.rsplit('\n').next().unwrap_or_default().trim();
        let gap = text[above.len()..at].matches('\n').count();
        let columns = |line: &str| row(line, 0..0).map(|row| row.cells);
        if gap < 2 || !is_row(last) || last.starts_with("||") || columns(last) != columns(line) {
            return None;
        }
        let is_first = self.apart_to != above.len();
        self.apart_to = at + line.len();
        let below = &text[at + line.len()..];
        let next = below.split('\n').nth(1).unwrap_or_default();
        let below = below.trim_start().split('\n').next().unwrap_or_default();
        // Of several rows together, the table that they are is told.
        if !next.trim().is_empty() {
            return None;
        }
        let block = above.rsplit("\n\n").next().unwrap_or_default();
        let has_dashes = block.lines().chain([line, below]).any(|it| is_dashes(it.trim()));
        let dashes = format!("|{}", " --- |".repeat(columns(line)?));
        is_first.then(|| Told {
            place: at..at + line.len(),
            message:
                "An empty line stands above this row, so it is no row of a table: readers see \
                      it as it is typed"
                    .to_owned(),
            hint: match has_dashes {
                true => "Remove the empty lines between the rows".to_owned(),
                false => format!(
                    "Remove the empty lines between the rows, and write this line below the first \
                     one: {dashes}"
                ),
            },
        })
    }
}

/// What is said of the first line of a table that is drawn.
fn drawn(line: &str) -> Option<(&'static str, &'static str)> {
    let is_wiki = line.strip_prefix("{|").is_some_and(|rest| {
        rest.is_empty() || (rest.starts_with(' ') && (rest.contains('=') || rest.trim().is_empty()))
    });
    if is_wiki {
        return Some((
            "This is the beginning of a table of MediaWiki, so readers see it as it is typed",
            "Write each row on one line, | words | words |, with the line | --- | --- | below the \
             first, and remove the lines {| and |}",
        ));
    }
    let is_grid = line.len() > 3
        && line.starts_with('+')
        && line.ends_with('+')
        && line.contains(['-', '='])
        && line.chars().all(|c| matches!(c, '+' | '-' | '=' | ':'));
    is_grid.then_some((
        "The lines of this table are drawn, so readers see all of it as one paragraph",
        "Remove the lines of + and -, and write one line below the first row, with --- for each \
         column: | --- | --- |",
    ))
}

/// What is said of two lines that follow each other.
fn of_rows(text: &str, line: &str, first: &Row, row: &Row) -> Option<Told> {
    if first.sign != row.sign {
        return None;
    }
    let dashes = format!("|{}", " --- |".repeat(first.cells));
    let hint = format!("Write the line {dashes} in its place");
    if is_dashes(line) {
        let place = row.place.clone();
        let message = match row.cells == first.cells {
            true => "This line needs plain hyphens, so this is no table: readers see one paragraph"
                .to_owned(),
            false => format!(
                "This line is for {} and the line above it has {}, so this is no table: readers \
                 see one paragraph",
                columns(row.cells),
                columns(first.cells)
            ),
        };
        return Some(Told { place, message, hint });
    }
    if first.cells != row.cells {
        return None;
    }
    let message =
        "These lines are no table yet: readers see all of them as one paragraph".to_owned();
    let head = &text[first.place.clone()];
    let hint = match first.sign {
        '|' => format!("Write this line below the first one: {dashes}"),
        sign => {
            let cells: Vec<String> =
                head.trim().split(sign).map(|cell| short(cell.trim())).collect();
            format!(
                "Write the first line as | {} |, the line {dashes} below it, and the others like \
                 the first",
                cells.join(" | ")
            )
        }
    };
    Some(Told { place: first.place.clone(), message, hint })
}

/// The line as a row of at least two cells.
fn row(line: &str, place: Range<usize>) -> Option<Row> {
    let words = line.trim();
    if words.starts_with("||") {
        return None;
    }
    let is_whole = words.len() > 2 && words.starts_with('|') && words.ends_with('|');
    let is_piped = is_whole || words.contains(" | ") && !words.contains('`');
    if is_piped || is_dashes(words) {
        let inner = words.strip_prefix('|').unwrap_or(words);
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        let cells = inner.matches('|').count() - inner.matches("\\|").count() + 1;
        return (cells > 1 || is_whole).then_some(Row { place, sign: '|', cells });
    }
    if is_of_semicolons(words) {
        return Some(Row { place, sign: ';', cells: words.matches(';').count() + 1 });
    }
    let cells = words.split('\t').count();
    let has_bullet = super::bullets::begins_with_bullet(words);
    (cells > 1 && !has_bullet).then_some(Row { place, sign: '\t', cells })
}

/// Whether a line is one of a file of a spreadsheet: `Mandag;12;Esbjerg`. In a sentence, a space is
/// behind the sign, and code ends with it.
pub(super) fn is_of_semicolons(words: &str) -> bool {
    words.contains(';')
        && !words.contains("; ")
        && !words.starts_with(';')
        && !words.ends_with(';')
        && !words.contains(['&', '\t', '`', '{', '}', '(', ')'])
}

fn columns(number: usize) -> String {
    format!("{number} column{}", if number == 1 { "" } else { "s" })
}

/// Whether this is the line below the first one of a table, or nearly.
fn is_dashes(line: &str) -> bool {
    line.contains('|')
        && line.contains(DASHES)
        && line.chars().all(|c| DASHES.contains(&c) || matches!(c, '|' | ':' | ' ' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lines: &[&str]) -> Vec<String> {
        let text = lines.join("\n");
        let mut state = TableLines::default();
        let mut at = 0;
        let mut hints = vec![];
        for line in lines {
            let is_next = at > 0 && !text[..at].ends_with("\n\n");
            let is_text = !line.is_empty() && !line.starts_with("|---|");
            let told = is_text.then(|| state.line(&text, line, at, is_next)).flatten();
            hints.extend(told.map(|told| told.hint));
            at += line.len() + 1;
        }
        hints
    }

    #[test]
    fn a_table_that_is_none_is_told_once_with_the_line_to_write() {
        for (lines, hint) in [
            (&["Name\tPort\tYears", "Anna\tEsbjerg\t3", "Bo\tRibe\t4"][..], "| --- | --- | --- |"),
            (
                &["Dag;Antal;Sted", "Mandag;12;Esbjerg"],
                "Write the first line as | Dag | Antal | Sted |",
            ),
            (&["Name | Port", "Anna | Esbjerg", "Bo | Ribe"], "| --- | --- |"),
            (&["| Name | Port |", "| Anna | Esbjerg |"], "| --- | --- |"),
            (&["Our people:", "| Name | Port |", "| Anna | Esbjerg |"], "| --- | --- |"),
            (&["| Name | Port |", "| — | — |", "| Anna | Esbjerg |"], "| --- | --- |"),
            (&["| Name | Port |", "|--|", "| Anna | Esbjerg |"], "| --- | --- |"),
            (&["| Name | Port |", "", "| --- | --- |", "", "| Anna | Esbjerg |"], "rows"),
            (&["| Name | Port |", "", "| Anna | Esbjerg |", "", "| Bo | Ribe |"], "| --- | --- |"),
            (
                &["| Name | Port |", "|---|---|", "", "| Anna | Esbjerg |", "", "| Bo | Ribe |"],
                "rows",
            ),
            (&["+------+------+", "| Name | Port |", "+======+======+"], "| --- | --- |"),
            (&["{| class=\"wikitable\"", "! Name", "|-", "| Anna"], "| --- | --- |"),
        ] {
            let hints = told(lines);
            assert_eq!(hints.len(), 1, "{lines:?}: {hints:?}");
            assert!(hints[0].contains(hint), "{lines:?}: {hints:?}");
        }
        for lines in [
            &["Jonas | Skipper", "and then more"][..],
            &["`a | b` and", "`c | d`"],
            &["•\tMilk", "•\tBread"],
            &["a|b", "c|d"],
            &["Vi gik; hun kom", "og så; han kom"],
            &["a;b", "c;d;e"],
            &["a &amp;b", "c &lt;d"],
            &["||a||b||", "|a|b|", "|c|d|"],
            &["1 + 2", "+ 3 +"],
            &["| alone |", "", "Text", "", "| alone |"],
            &["| a | b |", "", "| c | d | e |"],
            &["||a||b||", "", "||c||d||"],
            &["| a | b |", "", "| c | d |", "|---|---|"],
            &["{|x|}", "a"],
        ] {
            assert_eq!(told(lines), Vec::<String>::new(), "{lines:?}");
        }
    }
}
