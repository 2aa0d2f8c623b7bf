//! Paths of Windows in running text. Markdown takes a backslash before a sign away, so readers see
//! another path: `D:#arkiv` for `D:\#arkiv`.

use std::ops::Range;

use pulldown_cmark::Event;

use super::origin::short;
use super::walk::Walk;
use crate::base::{Code, Diagnostic};

/// Signs that names of Windows may hold and that lose a backslash before them.
const SIGNS: &str = "!#$%&'()+,-.;=@[]^_`{}~";

/// A path, and the first backslash in it that readers do not see.
#[derive(Debug, PartialEq, Eq)]
struct Lost {
    path: Range<usize>,
    at: usize,
}

impl Walk<'_> {
    /// Reports paths with backslashes that readers do not see, in the pieces of text from event `at`
    /// to event `end`.
    pub(super) fn lost_backslashes(&mut self, at: usize, end: usize) {
        let Some((_, first)) = self.events.get(at) else { return };
        let Some((_, last)) = end.checked_sub(1).and_then(|last| self.events.get(last)) else {
            return;
        };
        let start = first.start - usize::from(self.text[..first.start].ends_with('\\'));
        // At the end of a line, it is read as a break.
        let breaks = matches!(self.event(end), Some(Event::HardBreak))
            && self.text[last.end..].starts_with('\\');
        let Some(line) = self.text.get(start..last.end + usize::from(breaks)) else { return };
        for lost in lost(line, breaks) {
            let path = &line[lost.path.clone()];
            let which = match line[lost.at + 1..].chars().next() {
                Some('\\') => "of the two at its beginning, one is shown".to_owned(),
                Some(sign) => format!("the one before {sign} is not shown"),
                None => "the one at the end of the line is not shown".to_owned(),
            };
            let message =
                format!("Readers do not see each backslash of “{}”: {which}", short(path));
            let hint = match short(path) == path {
                true => format!(
                    "Put the whole path between backticks: `{path}`; or write each of its backslashes \
                     twice"
                ),
                false => "Put the whole path between backticks (`)".to_owned(),
            };
            let span = self.origin.span(start + lost.path.start..start + lost.path.end);
            self.diagnose(Diagnostic::new(Code::LostBackslash, span, message).hint(hint));
        }
    }
}

/// The paths in a line of which readers see another one. `breaks` says that a backslash at its end is
/// not seen.
fn lost(line: &str, breaks: bool) -> Vec<Lost> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(next) = line[at..].find('\\').map(|next| at + next) {
        let run = line[next..].len() - line[next..].trim_start_matches('\\').len();
        at = next + run;
        let Some(start) = beginning(line, next, run) else { continue };
        let end = end_of(line, start);
        if let Some(at) = first_lost(line, next, run, end, breaks) {
            found.push(Lost { path: start..end, at });
        }
        at = at.max(end);
    }
    found
}

/// Where a path begins of which these are the first backslashes: with a drive, or with the name of a
/// computer.
fn beginning(line: &str, at: usize, run: usize) -> Option<usize> {
    let before = &line[..at];
    let is_apart = |before: &str| !before.ends_with(|c: char| c.is_alphanumeric() || c == ':');
    if let Some(drive) = before.strip_suffix(':') {
        let is_drive = drive.ends_with(|c: char| c.is_ascii_alphabetic());
        return (is_drive && is_apart(&drive[..drive.len() - 1])).then(|| drive.len() - 1);
    }
    let behind = &line[at + run..];
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '$');
    let length = behind.find(|c| !is_name(c))?;
    let is_share = run > 1 && length > 0 && behind[length..].starts_with('\\');
    (is_share && is_apart(before)).then_some(at)
}

/// Where a path ends: before a space, unless words and a backslash follow, as in `D:\Mine filer\`.
fn end_of(line: &str, start: usize) -> usize {
    let mut end = start;
    for word in line[start..].split_inclusive(' ') {
        let bare = word.trim_end();
        let is_first = end == start;
        let inner = bare.trim_end_matches(['.', ',', ';', ')']);
        let goes_on = inner.contains('\\') && !inner.starts_with('\\') && !inner.contains("\\*");
        if !is_first && !goes_on {
            break;
        }
        end = start.max(end) + word.len();
    }
    let path = line[start..end].trim_end();
    start + path.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '”']).len()
}

/// The first backslash that readers do not see of a path that ends at `end`, from those at `at` on.
fn first_lost(line: &str, at: usize, run: usize, end: usize, breaks: bool) -> Option<usize> {
    let is_share = !line[..at].ends_with(':');
    // Two are read as one; four are two.
    if is_share && run < 4 {
        return Some(at);
    }
    let mut next = if is_share { at + run } else { at };
    while let Some(found) = line.get(next..end)?.find('\\').map(|found| next + found) {
        next = found + 1;
        match line.as_bytes().get(next) {
            Some(b'\\') => next += 1,
            Some(sign) if SIGNS.contains(char::from(*sign)) => return Some(found),
            None if breaks => return Some(found),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::Trust::{Handbook, Submitted};
    use super::super::tests::{html, read};
    use crate::base::Code;

    fn told(text: &str) -> Vec<String> {
        let body = read(text, Submitted);
        assert_eq!(body.diagnostics, read(text, Handbook).diagnostics, "{text}");
        let lost = |it: &crate::base::Diagnostic| it.code == Code::LostBackslash;
        body.diagnostics.into_iter().filter(lost).map(|it| it.message).collect()
    }

    #[test]
    fn a_path_that_readers_see_otherwise_is_told() {
        let share = "of the two at its beginning";
        for (text, which, path) in [
            (r"Den ligger i D:\#arkiv.", "before #", r"“D:\#arkiv”"),
            (r"Se \\server\fælles\_skemaer\ og", share, r"“\\server\fælles\_skemaer\”"),
            (r"\\server\fælles", share, r"“\\server\fælles”"),
            (r"(C:\_x\y)", "before _", r"“C:\_x\y”"),
            (r"*D:\a\_b*", "before _", r"“D:\a\_b”"),
            (r"Se D:\Mine filer\_skemaer i dag", "before _", r"“D:\Mine filer\_skemaer”"),
            (r"Se D:\arkiv\.", "before .", r"“D:\arkiv\”"),
            ("Se D:\\arkiv\\\nog mere", "at the end", r"“D:\arkiv\”"),
            (r"\\\\server\\a\_b\\", "before _", r"“\\\\server\\a\_b\\”"),
        ] {
            let told = told(text);
            assert_eq!(told.len(), 1, "{text}: {told:?}");
            assert!(told[0].contains(which) && told[0].contains(path), "{text}: {told:?}");
        }
    }

    #[test]
    fn what_readers_see_as_it_was_typed_is_no_slip() {
        for text in [
            r"D:\arkiv\skemaer",
            r"Det er 5\*3 og \_x\_.",
            r"D:\arkiv og 5\*3, \_x",
            r"`\\server\a\_b\`",
            r"D:\\#arkiv\\_b",
            r"\\\\server\\fælles\\_skemaer\\",
            "En linje\\\nog en til",
            r"https:\#x",
            r"a\\b",
        ] {
            assert_eq!(told(text), [] as [String; 0], "{text}");
        }
        let obeyed = html(&read(r"\\\\server\\fælles\\_skemaer\\ og `D:\#arkiv`", Handbook));
        assert!(
            obeyed.contains(r"\\server\fælles\_skemaer\ og <code>D:\#arkiv</code>"),
            "{obeyed}"
        );
    }
}
