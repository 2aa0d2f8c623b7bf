//! Notations within a line of Quarto (`@fig-pump`, `[@smith2020]`), AsciiDoc (`link:a.html[words]`,
//! `<<id,words>>`) and reStructuredText (`` :ref:`words` ``).

use std::ops::Range;

use super::{Found, LINK_BY_PATH, NEAR};
use crate::document::markdown::destinations::is_address;
use crate::document::markdown::origin::short;

/// What Quarto numbers, with the word for it.
const NUMBERED: &[(&str, &str)] = &[
    ("fig-", "picture"),
    ("tbl-", "table"),
    ("sec-", "chapter"),
    ("eq-", "formula"),
    ("lst-", "code"),
];

/// `@fig-pump`.
pub(super) fn reference(text: &str, at: usize) -> Option<Found> {
    let inside = &text[at + 1..];
    let (_, word) = NUMBERED.iter().find(|(name, _)| inside.starts_with(name))?;
    let length = inside.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_'));
    let name = inside[..length.unwrap_or(inside.len())].trim_end_matches('-');
    let is_apart = !text[..at].ends_with(|c: char| c.is_alphanumeric() || ".-_/".contains(c));
    let what = "a reference of Quarto, which would become a number there";
    (is_apart && name.contains('-')).then(|| Found {
        range: at..at + 1 + name.len(),
        what,
        name: format!("@{}", short(name)),
        hint: match *word {
            "chapter" => {
                "Link to the heading in its place: [words](#heading-in-small-letters)".into()
            }
            _ => format!("Write in words which {word} you mean, such as: the {word} below"),
        },
    })
}

/// `$$x^2$$`.
pub(super) fn formula(text: &str, at: usize) -> Option<Found> {
    let inside = text[at..].strip_prefix("$$")?;
    let near = (0..=NEAR.min(inside.len())).rev().find(|end| inside.is_char_boundary(*end))?;
    let length = inside[..near].find("$$")?;
    let is_formula = |c: char| matches!(c, '\\' | '^' | '_' | '=' | '+' | '{');
    inside[..length].contains(is_formula).then(|| Found {
        range: at..at + length + 4,
        what: "a formula of LaTeX",
        name: format!("$${}$$", short(&inside[..length])),
        hint: "Write it in words or as code, or show a picture of it".into(),
    })
}

/// `[@smith2020]`, `[@smith2020, p. 4; @bech]`.
pub(super) fn citation(text: &str, at: usize) -> Option<Found> {
    let inside = text[at..].strip_prefix("[@")?;
    let near = (0..=NEAR.min(inside.len())).rev().find(|end| inside.is_char_boundary(*end))?;
    let length = inside[..near].find([']', '[', '\n'])?;
    let (inside, behind) = inside.split_at(length);
    let end = inside.find(|c: char| !c.is_alphanumeric() && !"-_:.".contains(c));
    let key = &inside[..end.unwrap_or(inside.len())];
    let is_key = key.contains(|c: char| c.is_ascii_digit()) && key.starts_with(char::is_alphabetic);
    (is_key && behind.starts_with(']')).then(|| Found {
        range: at..at + length + 3,
        what: "a citation of Quarto or Pandoc",
        name: format!("[@{}]", short(inside)),
        hint: "Write in words where it comes from, or link to it: [words](https://…)".into(),
    })
}

/// `link:a.html[words]`, `xref:page.adoc[words]`, `image:pump.png[words]`, `https://a.example[words]`,
/// of which the bracket is at `at`.
pub(super) fn macro_of_asciidoc(text: &str, at: usize) -> Option<Found> {
    let before = &text[..at];
    let from = (before.len().saturating_sub(NEAR)..=before.len())
        .find(|from| before.is_char_boundary(*from))?;
    let start = before[from..].rfind(|c: char| c.is_whitespace() || "([\"“".contains(c));
    let start = start.map_or(from, |start| {
        from + start + before[from + start..].chars().next().map_or(1, char::len_utf8)
    });
    let token = &before[start..];
    let (name, address) = token.split_once(':')?;
    let address = address.strip_prefix(':').unwrap_or(address);
    let inside = &text[at + 1..];
    let near = (0..=NEAR.min(inside.len())).rev().find(|end| inside.is_char_boundary(*end))?;
    let length = inside[..near].find([']', '[', '\n'])?;
    let (inside, behind) = inside.split_at(length);
    // A link of Markdown begins with this bracket.
    if address.is_empty() || behind.starts_with("](") || behind.starts_with("][") {
        return None;
    }
    let words = inside.split(',').next().unwrap_or_default().trim_matches(['"', '^', ' ']);
    let shown = |other: &str| if words.is_empty() { other.to_owned() } else { short(words) };
    let what = match name {
        "image" => "a picture of AsciiDoc",
        "include" => "a piece of another file in AsciiDoc",
        "link" | "xref" | "http" | "https" | "mailto" => "a link of AsciiDoc",
        _ => return None,
    };
    let hint = match name {
        "image" => format!(
            "Write ![{}]({}), and put the file beside this one",
            shown("what it shows"),
            short(address)
        ),
        "include" => "Write its words here, or link to the other page".into(),
        "xref" => {
            let page = address.split('#').next().unwrap_or_default();
            match page.strip_suffix(".adoc") {
                Some(page) => format!("Write [{}]({}.md)", shown("words"), short(page)),
                None => format!("Write [{}](#{})", shown("words"), short(address)),
            }
        }
        "link" => format!("Write [{}]({})", shown("words"), short(address)),
        _ => format!("Write [{}]({})", shown("words"), short(token)),
    };
    let name = format!("{}[{}]", short(token), short(inside));
    Some(Found { range: start..at + length + 2, what, name, hint })
}

/// `<<id,words>>`.
pub(super) fn reference_of_asciidoc(text: &str, at: usize) -> Option<Found> {
    let inside = text[at..].strip_prefix("<<")?;
    let near = (0..=NEAR.min(inside.len())).rev().find(|end| inside.is_char_boundary(*end))?;
    let length = inside[..near].find(">>")?;
    let (id, words) = inside[..length].split_once(',')?;
    let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '#' | '.');
    (!id.is_empty() && id.chars().all(is_id) && !words.contains('\n')).then(|| Found {
        range: at..at + length + 4,
        what: "a link of AsciiDoc",
        name: format!("<<{}>>", short(&inside[..length])),
        hint: format!("Write [{}](#{})", short(words.trim()), short(id.trim_matches('_'))),
    })
}

/// Roles of reStructuredText that are read here as words and code.
const ROLES: &[&str] = &[
    "ref",
    "doc",
    "term",
    "file",
    "code",
    "math",
    "abbr",
    "guilabel",
    "menuselection",
    "kbd",
    "class",
    "func",
    "mod",
    "meth",
    "download",
    "numref",
    "sub",
    "sup",
    "strong",
    "emphasis",
    "program",
    "option",
    "command",
];

/// `` :ref:`words` ``, `` `words <address>`_ ``, of which the code is at `code`.
pub(super) fn code_of_rest(
    text: &str,
    code: Range<usize>,
) -> Option<(Range<usize>, &'static str, String)> {
    let typed = text.get(code.clone())?;
    let inside = typed.strip_prefix('`')?.strip_suffix('`')?;
    // Two backticks are code there, too.
    if inside.starts_with('`') {
        return None;
    }
    let (words, address) = match inside.strip_suffix('>').and_then(|it| it.rsplit_once('<')) {
        Some((words, address)) => (words.trim(), Some(address.trim())),
        None => (inside.trim(), None),
    };
    let behind = &text[code.end..];
    let line = behind.trim_start_matches('_');
    let is_link = line.len() < behind.len() && !line.starts_with(char::is_alphanumeric);
    if is_link && behind.len() - line.len() <= 2 {
        let range = code.start..code.end + behind.len() - line.len();
        let hint = match address {
            Some(address) if is_address(address) || address.contains("://") => {
                format!("Write [{}]({})", short(words), short(address))
            }
            _ => format!("Write [{}](…) with the address between the round brackets", short(words)),
        };
        return Some((range, "a link of reStructuredText", hint));
    }
    let before = text[..code.start].strip_suffix(':')?;
    let role = ROLES.iter().find(|role| {
        let rest = before.strip_suffix(**role).and_then(|rest| rest.strip_suffix(':'));
        rest.is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == ':'))
    })?;
    let hint = match *role {
        "ref" | "doc" | "numref" | "download" => LINK_BY_PATH.to_owned(),
        "strong" => format!("Write **{}**", short(words)),
        "emphasis" => format!("Write *{}*", short(words)),
        _ => format!("Remove :{role}: before it"),
    };
    let range = code.start - role.len() - 2..code.end;
    Some((range, "a role of reStructuredText", hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_within_a_line_is_known() {
        for (text, hint) in [
            ("@fig-pump", "Write in words which picture you mean, such as: the picture below"),
            ("@sec-start", "Link to the heading in its place"),
            ("[@smith2020]", "Write in words where it comes from"),
            ("[@smith2020, p. 4]", "Write in words where it comes from"),
            ("link:a.html[Ord]", "Write [Ord](a.html)"),
            ("xref:page.adoc[Ord]", "Write [Ord](page.md)"),
            ("xref:start[Ord]", "Write [Ord](#start)"),
            ("image:pump.png[Pumpen]", "Write ![Pumpen](pump.png)"),
            ("https://a.example/b[Ord]", "Write [Ord](https://a.example/b)"),
            ("mailto:a@b.example[Ole]", "Write [Ole](mailto:a@b.example)"),
            ("<<start,Ord og ord>>", "Write [Ord og ord](#start)"),
        ] {
            let found = (0..text.len())
                .filter(|at| text.is_char_boundary(*at))
                .find_map(|at| match text.as_bytes()[at] {
                    b'@' => reference(text, at),
                    b'[' => citation(text, at).or_else(|| macro_of_asciidoc(text, at)),
                    b'<' => reference_of_asciidoc(text, at),
                    _ => None,
                })
                .unwrap_or_else(|| panic!("{text}"));
            assert!(found.hint.starts_with(hint), "{text}: {}", found.hint);
            assert_eq!(found.range, 0..text.len(), "{text}");
        }
        for text in [
            "@figen",
            "a@fig-x.example",
            "[@anna]",
            "[@ 5]",
            "se: [a]",
            "Husk: x[1]",
            "<<ord>>",
            "<<Ja, tak>>!",
            "kl. 12:30[1]",
            "[a](https://b.example)",
        ] {
            for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
                let none = reference(text, at).is_none()
                    && citation(text, at).is_none()
                    && (text.as_bytes()[at] != b'[' || macro_of_asciidoc(text, at).is_none());
                let is_ja = text.starts_with("<<Ja");
                assert!(none && (is_ja || reference_of_asciidoc(text, at).is_none()), "{text}");
            }
        }
    }

    #[test]
    fn roles_and_links_stand_around_code() {
        for (text, hint) in [
            ("Se `ord <https://a.example>`_", Some("Write [ord](https://a.example)")),
            ("Se `ord`__.", Some("Write [ord](…)")),
            ("Se :ref:`ord`", Some("Link to a file by its path")),
            ("Tryk :kbd:`Esc`", Some("Remove :kbd: before it")),
            ("Kode: `ord`", None),
            ("a:b:`ord`", None),
            ("`ord`_x", None),
            ("`a_b` og `c`", None),
        ] {
            let start = text.find('`').expect("code");
            let end = start + 1 + text[start + 1..].find('`').expect("its end") + 1;
            let found = code_of_rest(text, start..end);
            assert_eq!(found.is_some(), hint.is_some(), "{text}");
            if let (Some((_, _, told)), Some(hint)) = (found, hint) {
                assert!(told.starts_with(hint), "{text}: {told}");
            }
        }
    }
}
