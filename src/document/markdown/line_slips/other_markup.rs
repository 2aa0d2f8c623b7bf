//! Lines of AsciiDoc, MediaWiki and reStructuredText: `== Words`, `image::pump.png[]`, `.. note::`.
//! A text has many of a kind, so the first of each kind is told.

use super::{Slip, other_tool};
use crate::document::markdown::alert_kinds::{REMOVE, called};
use crate::document::markdown::origin::short;

const REMOVE_CONTENTS: &str = "Remove it: every page with two headings lists them at its top";

/// What a line is there.
pub(super) fn line_of_markup(line: &str) -> Option<Slip> {
    heading(line)
        .or_else(|| block_macro(line))
        .or_else(|| fence(line))
        .or_else(|| directive(line))
        .or_else(|| attribute(line))
        .or_else(|| comment(line))
        .or_else(|| block_of_asciidoc(line))
}

fn once(kind: &'static str, slip: Slip) -> Slip {
    Slip { once: Some(kind), ..slip }
}

/// `== Words`, `== Words ==`.
fn heading(line: &str) -> Option<Slip> {
    let rest = line.trim_start_matches('=');
    let level = line.len() - rest.len();
    let words = rest.strip_prefix(' ')?.trim();
    let bare = words.trim_end_matches('=').trim_end();
    let begins = bare.starts_with(|c: char| c.is_uppercase());
    if !(2..=6).contains(&level) || !begins || bare.chars().count() < 2 {
        return None;
    }
    let what = match bare.len() < words.len() {
        true => "a heading of a wiki (MediaWiki)",
        false => "a heading of AsciiDoc",
    };
    let hint = format!(
        "Write {} {}, and the other headings of this text in the same way",
        "#".repeat(level),
        short(bare)
    );
    Some(once(what, other_tool(line.len(), line, what, hint)))
}

/// `image::pump.png[Words]`, `include::a.adoc[]`, `toc::[]`, `video::…`.
fn block_macro(line: &str) -> Option<Slip> {
    let (name, rest) = line.split_once("::")?;
    let (target, inside) = rest.strip_suffix(']')?.split_once('[')?;
    if target.contains(char::is_whitespace) {
        return None;
    }
    let words = inside.split(',').next().unwrap_or_default().trim_matches('"').trim();
    let (what, hint) = match name {
        "image" => {
            let shown = if words.is_empty() { "what it shows" } else { words };
            let hint = format!(
                "Write ![{}]({}), and put the file beside this one",
                short(shown),
                short(target)
            );
            ("a picture of AsciiDoc", hint)
        }
        "include" => (
            "a piece of another file in AsciiDoc",
            "Write its words here, or link to the other page".to_owned(),
        ),
        "toc" => ("a list of the page's headings in AsciiDoc", REMOVE_CONTENTS.to_owned()),
        "video" | "audio" => {
            ("a film or a recording of AsciiDoc", format!("Link to it: [words]({})", short(target)))
        }
        _ => return None,
    };
    Some(other_tool(line.len(), line, what, hint))
}

/// `|===`, between which a table stands, and `'''`, a line across the page.
fn fence(line: &str) -> Option<Slip> {
    let (what, hint) = match line {
        "|===" => (
            "the edge of a table of AsciiDoc",
            "Remove both such lines, and write | words | words | in each row, with a line of |---|---| \
             below the first",
        ),
        "'''" => (
            "a line across the page in AsciiDoc",
            "Write --- in its place, with an empty line above it",
        ),
        _ => return None,
    };
    Some(once(what, other_tool(line.len(), line, what, hint)))
}

/// `.. note:: Words`, `.. _label:`.
fn directive(line: &str) -> Option<Slip> {
    let rest = line.strip_prefix(".. ")?.trim_start();
    if rest.starts_with('_') && rest.ends_with(':') {
        let what = "a place for links in reStructuredText";
        let hint = "Remove it: each heading has an address of its own, as in [words](#heading)";
        return Some(once(what, other_tool(line.len(), line, what, hint)));
    }
    let (name, value) = rest.split_once("::")?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':');
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.chars().all(is_name) {
        return None;
    }
    let value = value.trim();
    let shown = format!(".. {name}::");
    let hint = match (name, called(name)) {
        (_, Some(kind)) => kind.remedy(),
        ("image" | "figure", _) => {
            format!("Write ![what it shows]({}), and put the file beside this one", short(value))
        }
        ("contents" | "toctree", _) => REMOVE_CONTENTS.to_owned(),
        ("code-block" | "code" | "sourcecode", _) => format!(
            "Write a line of ```{} in its place, and a line of ``` behind the code",
            short(value)
        ),
        ("include" | "literalinclude", _) => {
            "Write its words here, or link to the other page".to_owned()
        }
        _ => REMOVE.to_owned(),
    };
    Some(other_tool(line.len(), &shown, "a directive of reStructuredText", hint))
}

/// Names of lines that say something of a whole text there.
const ATTRIBUTES: &[&str] = &[
    "toc",
    "toclevels",
    "toc-title",
    "author",
    "authors",
    "email",
    "date",
    "revdate",
    "revnumber",
    "icons",
    "sectnums",
    "numbered",
    "imagesdir",
    "doctype",
    "source-highlighter",
    "orphan",
    "version",
    "status",
    "copyright",
    "experimental",
    "lang",
    "keywords",
    "description",
];

/// `:toc:`, `:author: Ole`.
fn attribute(line: &str) -> Option<Slip> {
    let (name, value) = line.strip_prefix(':')?.split_once(':')?;
    let is_one = ATTRIBUTES.contains(&name) && (value.is_empty() || value.starts_with(' '));
    let what = "a field of a text in AsciiDoc or reStructuredText";
    is_one.then(|| {
        let hint = "Remove it, and write what is true of the text in the fields between the lines of \
                    ---";
        once(what, other_tool(line.len(), &format!(":{name}:"), what, hint))
    })
}

/// `// Words`, `////`.
fn comment(line: &str) -> Option<Slip> {
    let rest = line.strip_prefix("//")?;
    let words = rest.trim_start_matches('/').trim();
    let is_line = rest.starts_with(' ') && words.contains(char::is_alphabetic);
    let is_block = rest.starts_with("//") && words.is_empty();
    if !is_line && !is_block {
        return None;
    }
    let hint = match is_line {
        true => format!("Write <!-- {} --> in its place, or remove it", short(words)),
        false => "Write <!-- in place of the first such line and --> in place of the second, or \
                  remove them with all between them"
            .to_owned(),
    };
    Some(other_tool(line.len(), line, "a comment of AsciiDoc or of a program", hint))
}

/// `NOTE: Words`, which stands in a box there.
pub(super) fn note(line: &str) -> Option<Slip> {
    let (name, words) = line.split_once(": ")?;
    let is_one = ["NOTE", "TIP", "WARNING", "IMPORTANT", "CAUTION"].contains(&name);
    let kind = called(name).filter(|_| is_one && !words.trim().is_empty())?;
    let what = "a note of AsciiDoc, which stands in a box there";
    let hint = format!(
        "Write > [!{}] above it, and > before each of its lines, if it shall stand in a box",
        kind.name.to_uppercase()
    );
    Some(once(what, other_tool(name.len() + 1, &format!("{name}:"), what, hint)))
}

/// Lines of `====` above and below words, of which the parser makes a heading.
pub(in crate::document::markdown) fn example_of_asciidoc(words: &str) -> Option<Slip> {
    let first = words.lines().next()?.trim_end();
    let is_one = first.len() >= 4 && first.bytes().all(|byte| byte == b'=');
    let what = "the edge of a block of AsciiDoc";
    let hint = "Remove both such lines, and write > before each line between them";
    is_one.then(|| once(what, other_tool(first.len(), first, what, hint)))
}

/// `[NOTE]`, `[source,python]`, `[quote, Ole]`, on a line of its own.
pub(in crate::document::markdown) fn block_of_asciidoc(line: &str) -> Option<Slip> {
    let inside = line.strip_prefix('[')?.strip_suffix(']')?;
    let mut parts = inside.split(',').map(str::trim);
    let (name, value) = (parts.next()?, parts.next());
    let in_capitals = name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_uppercase());
    let hint = match (name, called(name).filter(|_| in_capitals && value.is_none())) {
        (_, Some(kind)) => {
            format!("{}, and remove lines of ==== around it", kind.remedy())
        }
        ("source" | "listing", _) => format!(
            "Write a line of ```{} before the code and ``` behind it, in place of the lines of ----",
            value.unwrap_or_default()
        ),
        ("quote" | "verse", None) if value.is_some() => {
            "Write > before each of its lines, and remove the lines of ____".to_owned()
        }
        _ => return None,
    };
    let what = "a block of AsciiDoc";
    Some(once(what, other_tool(line.len(), line, what, hint)))
}

/// A line of one sign below words, as reStructuredText marks a heading. `before` is the line above.
pub(super) fn underline(before: &str, line: &str) -> Option<Slip> {
    let sign = line.chars().next().filter(|c| "^\"'`:.+_#<>$%&".contains(*c))?;
    let (words, length) = (before.trim(), line.chars().count());
    let is_line = length >= 4 && line.chars().all(|c| c == sign);
    if !is_line || !is_above(words, length) {
        return None;
    }
    Some(heading_of_rest(words, line))
}

/// Whether these words may be a heading above a line of so many signs.
pub(in crate::document::markdown) fn is_above(words: &str, length: usize) -> bool {
    let own = words.chars().count();
    let begins = words.starts_with(|c: char| c.is_alphanumeric());
    begins && own > 2 && own <= length && length <= own + 4 && !words.ends_with(['.', ',', ':'])
}

pub(in crate::document::markdown) fn heading_of_rest(words: &str, line: &str) -> Slip {
    let what = "the line below a heading in reStructuredText";
    let hint = format!(
        "Write ## {} in place of both lines, and the other headings of this text in the same way",
        short(words)
    );
    let shown = line.chars().take(4).collect::<String>();
    let slip = once(what, other_tool(line.len(), &shown, what, hint));
    match line.starts_with('~') {
        true => Slip {
            message: format!("“{shown}” is {what}, and here readers see what follows as code"),
            ..slip
        },
        false => slip,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_other_markup_are_known() {
        for (line, hint) in [
            ("== Om os", "Write ## Om os"),
            ("=== Om os ===", "Write ### Om os"),
            ("image::pump.png[]", "Write ![what it shows](pump.png)"),
            ("image::pump.png[Pumpen, 300]", "Write ![Pumpen](pump.png)"),
            ("include::a.adoc[]", "Write its words here"),
            ("toc::[]", "Remove it"),
            ("|===", "Remove both such lines"),
            ("'''", "Write --- in its place"),
            (".. note:: Husk", "Write it as a quotation that begins with > [!NOTE]"),
            (".. image:: pump.png", "Write ![what it shows](pump.png)"),
            (".. toctree::", "Remove it"),
            (".. code-block:: python", "Write a line of ```python"),
            (".. _start:", "Remove it"),
            (":toc:", "Remove it"),
            (":author: Ole", "Remove it"),
            ("// hemmeligt", "Write <!-- hemmeligt -->"),
            ("////", "Write <!-- in place"),
            ("[NOTE]", "Write it as a quotation that begins with > [!NOTE]"),
            ("[source,python]", "Write a line of ```python"),
            ("[quote, Ole]", "Write > before each"),
        ] {
            let slip = line_of_markup(line).unwrap_or_else(|| panic!("{line}"));
            assert!(slip.hint.starts_with(hint), "{line}: {}", slip.hint);
        }
        for line in [
            "== 5",
            "= Om os",
            "=== a",
            "====",
            ".. og så gik vi",
            "...",
            ".. Ole:: hej med dig",
            ":smile: hej",
            ":-)",
            "//",
            "//server/mappe",
            "[note]",
            "[1]",
            "[OLE]",
            "a::b",
            "NOTE",
            "[quote]",
            "image::[",
            "std::vec[0]",
        ] {
            assert_eq!(line_of_markup(line), None, "{line}");
        }
    }

    #[test]
    fn a_note_is_known_by_its_capital_letters() {
        let told = note("CAUTION: Glat").map(|it| it.hint).unwrap_or_default();
        assert!(told.starts_with("Write > [!CAUTION] above it"), "{told}");
        for line in ["Note: a", "NOTE:", "NOTE a", "HUSK: a"] {
            assert_eq!(note(line), None, "{line}");
        }
    }

    #[test]
    fn a_line_below_words_is_a_heading_there() {
        assert!(underline("Overskrift", "^^^^^^^^^^").is_some());
        assert!(underline("Overskrift", "\"\"\"\"\"\"\"\"\"\"\"").is_some());
        for (before, line) in [
            ("Overskrift", "^^^"),
            ("Vi gik hjem.", "............"),
            ("Overskrift", "^^^^^^^^^^x"),
            ("Og så blev der helt stille i hele hallen", "...."),
            ("", "^^^^"),
        ] {
            assert_eq!(underline(before, line), None, "{before} {line}");
        }
    }
}
