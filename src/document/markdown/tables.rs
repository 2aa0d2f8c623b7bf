//! Tables: each in a scrollable region that can be reached with the keyboard.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, TagEnd};

use super::Piece;
use super::walk::{Open, Table, Walk};
use crate::base::{Code, Diagnostic};

impl Walk<'_> {
    pub(super) fn table(&mut self, alignments: &[Alignment]) {
        let number = self.table.number + 1;
        self.table = Table { number, alignments: alignments.to_vec(), ..Table::default() };
        let writer = self.writer();
        writer.fresh_line();
        writer.raw("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
        writer.hole(Piece::Text("table-label"));
        writer.raw(&format!(" {number}\">\n<table>\n"));
        self.open.push(Open::Table);
    }

    pub(super) fn table_head(&mut self) {
        self.table.is_head = true;
        self.writer().raw("<thead>\n<tr>");
        self.open.push(Open::TableHead);
    }

    pub(super) fn end_table_head(&mut self) {
        self.table.is_head = false;
        self.end_block("</tr>\n</thead>\n");
    }

    pub(super) fn table_row(&mut self, at: usize, range: Range<usize>) {
        self.extra_cells(at, range);
        self.table.column = 0;
        let start = if self.table.rows == 0 { "<tbody>\n<tr>" } else { "<tr>" };
        self.table.rows += 1;
        self.block(start, "</tr>\n");
    }

    /// Reports the cells of a row for which the table has no column: the parser leaves them out.
    fn extra_cells(&mut self, at: usize, range: Range<usize>) {
        let cells = self.events[at + 1..]
            .iter()
            .take_while(|(event, _)| !matches!(event, Event::End(TagEnd::TableRow)));
        let end = cells.map(|(_, range)| range.end).max().unwrap_or(range.start);
        let Some(rest) = self.text.get(end..range.end) else { return };
        let extra = rest.trim_matches(|c: char| c == '|' || c.is_whitespace());
        if extra.is_empty() {
            return;
        }
        let start = end + rest.find(extra).unwrap_or_default();
        let columns = self.table.alignments.len();
        let span = self.origin.span(start..start + extra.len());
        let message = format!(
            "This is not shown: the row has more cells than the first row, which has {columns}"
        );
        self.diagnose(Diagnostic::new(Code::ExtraCells, span, message).hint(
            "Add columns to the first two rows; write \\| for a | that belongs to the words",
        ));
    }

    pub(super) fn end_table(&mut self) {
        let body = if self.table.rows > 0 { "</tbody>\n" } else { "" };
        self.end_block(&format!("{body}</table>\n</div>\n"));
    }

    pub(super) fn cell(&mut self, at: usize) {
        let alignment = self.table.alignments.get(self.table.column);
        self.table.column += 1;
        let class = match alignment {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::None) | None => "",
        };
        // A cell of the header without words is not a heading.
        let is_empty = matches!(self.event(at + 1), Some(Event::End(_)));
        let (tag, end) = match self.table.is_head && !is_empty {
            true => ("<th scope=\"col\"", "</th>"),
            false => ("<td", "</td>"),
        };
        if self.table.column > 1 {
            self.writer().plain.push(' ');
        }
        self.writer().raw(&format!("{tag}{class}>"));
        self.open.push(Open::Inline(end));
    }
}
