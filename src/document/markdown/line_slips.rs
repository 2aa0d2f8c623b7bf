//! Lines that begin nearly as a block of Markdown, or as one of another tool: `##Words`, `!!!note`,
//! `=== "Tab"`, `[!NOTE]` without `>`. They are shown as they are typed.

mod left_over;
mod other_markup;
mod typed_headings;

use super::Trust;
use super::alert_kinds::{KINDS, called, meant_by};
use super::alerts::is_in_capitals;
use super::bullets::sign_of_folded;
use super::origin::short;
use super::walk::Walk;
use crate::base::{Code, Diagnostic};
use left_over::{earlier_email, left_over};
pub(super) use other_markup::{block_of_asciidoc, example_of_asciidoc, heading_of_rest, is_above};
use other_markup::{line_of_markup, note, underline};
use typed_headings::{heading, top_heading};

/// What a line is, and what is said of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slip {
    code: Code,
    /// The bytes of the line that are marked.
    length: usize,
    message: String,
    hint: String,
    /// The kind of it, where only the first of a kind is told.
    once: Option<&'static str>,
}

impl Walk<'_> {
    /// Reports what the line that begins at `at` is nearly.
    pub(super) fn line_slip(&mut self, at: usize) {
        let line = self.text[at..].split('\n').next().unwrap_or_default().trim_end();
        if at < self.told_to || self.marker_within(at, line) {
            return;
        }
        // Of the first line of a file without fields, its reader says that it is to be the title.
        let is_title = self.rules.body.start == 0 && self.text[..at].trim().is_empty();
        let top_heading = || (!is_title).then(|| top_heading(self.text, at, line)).flatten();
        let underline = || underline(line_above(self.text, at), line);
        let is_handbook = self.rules.trust == Trust::Handbook;
        let note = || is_handbook.then(|| note(line)).flatten();
        let begun = || {
            let slip = slip(line).or_else(|| line_of_markup(line)).or_else(underline);
            let slip = slip.or_else(|| folded(line, &self.text[at + line.len()..]));
            slip.or_else(top_heading).or_else(note)
        };
        // Behind a backslash, it is meant as it is typed.
        let is_escaped = self.text[..at].ends_with('\\');
        match (!is_escaped).then(begun).flatten() {
            Some(slip) => self.slip(at, slip),
            None => {
                if let Some((offset, slip)) = marker_in_line(line).or_else(|| left_over(line)) {
                    self.slip(at + offset, slip);
                } else if let Some(slip) = earlier_email(&self.text[at..], line) {
                    self.slip(at, slip);
                }
            }
        }
    }

    pub(super) fn slip(&mut self, at: usize, slip: Slip) {
        self.told_to = at + slip.length;
        if !slip.once.is_none_or(|kind| self.reported.kinds.insert(kind)) {
            return;
        }
        let span = self.origin.span(at..at + slip.length);
        self.diagnose(Diagnostic::new(slip.code, span, slip.message).hint(slip.hint));
    }
}

/// The line above the one that begins at `at`, if there is no other block between them.
pub(super) fn line_above(text: &str, at: usize) -> &str {
    let above = text[..at].trim_end_matches([' ', '\t']);
    let above = above.strip_suffix('\n').and_then(|above| above.rsplit('\n').next());
    above.unwrap_or_default().trim_end_matches('\r')
}

fn slip(line: &str) -> Option<Slip> {
    let first = line.bytes().next()?;
    match first {
        b'#' => heading(line),
        b'-' => task(line).or_else(|| snippet(line)),
        b'*' | b'+' => task(line),
        b'!' | b'?' => block(line),
        b'=' => tab(line),
        b'[' => marker(line).or_else(|| contents(line)).or_else(|| empty_box(line)),
        b'h' => wiki_heading(line),
        b'b' => wiki_quotation(line),
        b'|' => wiki_table(line),
        b'i' | b'e' => module(line),
        _ => None,
    }
}

fn other_tool(length: usize, shown: &str, what: &str, hint: impl Into<String>) -> Slip {
    Slip {
        code: Code::OtherTool,
        length,
        message: format!("“{}” is {what}, so readers see it as it is typed", short(shown)),
        hint: hint.into(),
        once: None,
    }
}

/// `-[ ] words`.
fn task(line: &str) -> Option<Slip> {
    let rest = &line[1..];
    let is_one = ["[ ]", "[x]", "[X]"].iter().any(|it| rest.starts_with(it));
    let words = rest.get(3..).unwrap_or_default();
    let is_task = is_one && words.starts_with(char::is_whitespace) && !words.trim().is_empty();
    is_task.then(|| Slip {
        code: Code::PastedBullets,
        length: 4,
        message: "A space is missing before the box, so this is no task of a list".to_owned(),
        hint: format!("Write - {}", short(rest)),
        once: None,
    })
}

/// `- [] words`, of which this is all behind the hyphen.
fn empty_box(line: &str) -> Option<Slip> {
    let words = line.strip_prefix("[] ")?.trim();
    (!words.is_empty()).then(|| Slip {
        code: Code::PastedBullets,
        length: 2,
        message: "A space is missing in this box, so this is no task of a list".to_owned(),
        hint: format!("Write - [ ] {}", short(words)),
        once: None,
    })
}

/// `--8<-- "file"`.
fn snippet(line: &str) -> Option<Slip> {
    line.starts_with("--8<--").then(|| {
        let what = "a piece of another file in MkDocs";
        other_tool(6, "--8<--", what, "Write its words here, or link to the other page")
    })
}

/// `!!!note` without a blank; with one, it is told as a block of another tool.
fn block(line: &str) -> Option<Slip> {
    let rest = line.strip_prefix("!!!").or_else(|| line.strip_prefix("???"))?;
    let rest = rest.trim_start_matches('+');
    let word = rest.split([' ', '"']).next()?;
    let title = rest[word.len()..].trim();
    let is_title = title.is_empty() || title.starts_with('"');
    let kind = called(word).filter(|_| is_title)?;
    let length = line.len() - rest.len() + word.len();
    Some(other_tool(length, &line[..length], "a block of another tool", kind.remedy()))
}

/// `=== "Words"`.
fn tab(line: &str) -> Option<Slip> {
    let words = line.strip_prefix("===")?.trim_start_matches(['!', '+']).trim();
    let words = words.strip_prefix('"')?.strip_suffix('"')?;
    let hint = format!(
        "Write a heading in its place: ## {}, and no spaces before the lines below it",
        short(words)
    );
    Some(other_tool(line.len(), line, "a tab of MkDocs", hint))
}

/// `[!NOTE]` without the sign of a quotation.
fn marker(line: &str) -> Option<Slip> {
    let (name, behind) = line.strip_prefix("[!")?.split_once(']')?;
    let Some(kind) = meant_by(name) else {
        let names: Vec<String> = KINDS.iter().map(|kind| kind.name.to_uppercase()).collect();
        return (is_in_capitals(name) && behind.trim().is_empty()).then(|| Slip {
            code: Code::UnknownAlert,
            length: name.len() + 3,
            message: format!(
                "There is no kind of block called “{name}”, and > is missing before this line"
            ),
            hint: format!("Write > [!NAME] with one of these: {}", names.join(", ")),
            once: None,
        });
    };
    Some(Slip {
        code: Code::UnknownAlert,
        length: name.len() + 3,
        message: "There is no > before this line, so it begins no block".to_owned(),
        hint: format!(
            "Write > [!{}], and > before each line of the block",
            kind.name.to_uppercase()
        ),
        once: None,
    })
}

/// `Words [!NOTE] words`, and where the marker stands. What is typed as code is shown as code.
fn marker_in_line(line: &str) -> Option<(usize, Slip)> {
    let at = line.find("[!").filter(|at| *at > 0 && !line.contains('`'))?;
    if line[..at].ends_with('\\') {
        return None;
    }
    let (name, behind) = line[at + 2..].split_once(']')?;
    let kind = meant_by(name)?.name.to_uppercase();
    let is_one = is_in_capitals(name) && !behind.starts_with(['(', '[', ':']);
    is_one.then(|| {
        let slip = Slip {
            code: Code::UnknownAlert,
            length: name.len() + 3,
            message: format!("“[!{name}]” stands within a line, so it begins no block"),
            hint: format!(
                "Write > [!{kind}] on a line of its own, and > before each line of the block"
            ),
            once: None,
        };
        (at, slip)
    })
}

/// `h2. Words`.
fn wiki_heading(line: &str) -> Option<Slip> {
    let level = line[1..].chars().next()?.to_digit(10).filter(|level| (1..=6).contains(level))?;
    let words = line[2..].strip_prefix(". ")?.trim();
    let signs = "#".repeat(level.max(2) as usize);
    let hint = format!("Write {signs} {}", short(words));
    (!words.is_empty()).then(|| other_tool(3, &line[..3], "a heading of Confluence", hint))
}

/// `bq. Words`.
fn wiki_quotation(line: &str) -> Option<Slip> {
    let words = line.strip_prefix("bq. ")?.trim();
    let hint = "Write > in place of bq. before the words".to_owned();
    (!words.is_empty()).then(|| other_tool(3, "bq.", "a quotation of Confluence", hint))
}

/// `▸ Words` above other words: a part of a page that is folded in Notion. Several of them below each
/// other are a list.
fn folded(line: &str, below: &str) -> Option<Slip> {
    let sign = sign_of_folded(line)?;
    let next = below.trim_start_matches([' ', '\t', '\r']).strip_prefix('\n')?;
    let next = next.split('\n').next().unwrap_or_default().trim();
    let words = line[sign.len_utf8()..].trim();
    let hint = format!(
        "Write ## {} in its place and an empty line below it; remove the spaces before the lines that \
         follow",
        short(words)
    );
    let is_one = !next.is_empty() && sign_of_folded(next).is_none();
    is_one.then(|| other_tool(sign.len_utf8(), &sign.to_string(), "a folded part of Notion", hint))
}

/// `[[_TOC_]]`, of which the parser makes emphasised words.
fn contents(line: &str) -> Option<Slip> {
    let is_one = line.eq_ignore_ascii_case("[[_TOC_]]");
    is_one.then(|| {
        let what = "a list of the page's headings in other tools";
        let hint = "Remove it: every page with two headings lists them at its top";
        other_tool(line.len(), line, what, hint)
    })
}

/// `||Words||Words||`.
fn wiki_table(line: &str) -> Option<Slip> {
    let is_one = line.starts_with("||") && line.ends_with("||") && line.len() > 4;
    let hint = "Write | words | words |, with a line of |---|---| below it";
    is_one.then(|| other_tool(line.len(), line, "the head of a table of Confluence", hint))
}

/// `import A from './a.js'`, `export const a = 1`.
fn module(line: &str) -> Option<Slip> {
    let quoted = |rest: &str| {
        let rest = rest.trim_end_matches(';');
        rest.ends_with(['"', '\'']) && rest.matches(['"', '\'']).count() == 2
    };
    let is_one = match line.strip_prefix("import ") {
        Some(rest) => quoted(rest) && (rest.contains(" from ") || rest.starts_with(['"', '\''])),
        None => line.strip_prefix("export ").is_some_and(|rest| {
            let starts = |it: &&str| rest.starts_with(*it);
            let is_value = ["const ", "let ", "var "].iter().any(&starts) && rest.contains('=');
            let is_code = ["function ", "default function", "default ("].iter().any(starts);
            is_value || (is_code && rest.contains('('))
        }),
    };
    is_one.then(|| other_tool(line.len(), line, "a line of code of MDX", "Remove it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folded_part_is_told_where_words_stand_below_it() {
        let hint = folded("▸ Hvad skete der", "\nVi gik ud.\n").expect("one").hint;
        assert!(hint.starts_with("Write ## Hvad skete der in its place"), "{hint}");
        for (line, below) in
            [("▸ Et", "\n▸ To"), ("▸ Et", "\n\nTo"), ("▸ Et", ""), ("Hvad", "\nVi gik")]
        {
            assert_eq!(folded(line, below), None, "{line}");
        }
    }

    #[test]
    fn a_line_is_told_as_what_it_is_nearly() {
        for (line, hint) in [
            ("##Overskrift", "Write ## Overskrift"),
            ("##1. Start her", "Write ## 1. Start her"),
            ("##2026 blev godt", "Write ## 2026 blev godt"),
            ("##**Fed**", "Write ## **Fed**"),
            ("##“Citat”", "Write ## “Citat”"),
            ("##[link](a.md)", "Write ## [link](a.md)"),
            ("##😀 Smil", "Write ## 😀 Smil"),
            ("##\u{A0}Overskrift", "Write ## Overskrift"),
            ("#######Dybt", "Write ###### Dybt"),
            ("####### Dybt", "Write ###### Dybt"),
            ("-[ ] mælk", "Write - [ ] mælk"),
            ("[] mælk", "Write - [ ] mælk"),
            ("--8<-- \"a.md\"", "Write its words here"),
            ("!!!note", "Write it as a quotation that begins with > [!NOTE]"),
            ("???tip \"Husk\"", "Write it as a quotation that begins with > [!TIP]"),
            ("=== \"Mac\"", "Write a heading in its place: ## Mac"),
            ("[!NOTE]", "Write > [!NOTE]"),
            ("[!PAS PÅ] glat", "Write > [!CAREFUL]"),
            ("h1. Title", "Write ## Title"),
            ("bq. Words", "Write > in place of bq. before the words"),
            ("[[_toc_]]", "Remove it"),
            ("||a||b||", "Write | words |"),
            ("import A from './a.js';", "Remove it"),
            ("export const a = 1", "Remove it"),
        ] {
            let slip = slip(line).expect(line);
            assert!(slip.hint.starts_with(hint), "{line}: {}", slip.hint);
        }
        for line in [
            "#tag",
            "## Head",
            "##\tHead",
            "##",
            "##1",
            "##42",
            "##😀",
            "##=",
            "#######",
            "####### ---",
            "- [ ] a",
            "-[1]",
            "[]",
            "[](a.md) b",
            "-- a",
            "!!! Wow",
            "!!!",
            "!!!note that",
            "=== a",
            "====",
            "[note]",
            "[!x y z]",
            "h1 er",
            "h2.",
            "||",
            "a || b",
            "import af varer fra 'udlandet' er dyrt",
            "export af varer",
            "import duties",
            "export default",
            "Ærø",
        ] {
            assert_eq!(slip(line), None, "{line}");
        }
    }
}
