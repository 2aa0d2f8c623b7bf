//! Tables: each in a scrollable region that can be reached with the keyboard.

use pulldown_cmark::{Alignment, Event};

use super::Piece;
use super::walk::{Open, Table, Walk};

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

    pub(super) fn table_row(&mut self) {
        self.table.column = 0;
        let start = if self.table.rows == 0 { "<tbody>\n<tr>" } else { "<tr>" };
        self.table.rows += 1;
        self.block(start, "</tr>\n");
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
