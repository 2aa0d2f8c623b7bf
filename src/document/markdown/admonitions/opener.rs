//! Lines that begin or end a block of other tools: `!!! note "Title"`, `:::tip[Title]`,
//! `{{% alert color="warning" %}}`, `{% hint style="info" %}`.

use crate::document::markdown::alert_kinds::without_prefix;

/// A line that begins a block.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Opener<'a> {
    /// What is said of the block: `note`.
    pub(super) name: &'a str,
    /// The title that it has in place of its name.
    pub(super) title: Option<&'a str>,
    pub(super) ends: Ends<'a>,
}

/// What ends a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ends<'a> {
    /// The first line that is not indented.
    Indented,
    /// A line of as many colons.
    Colons(usize),
    /// A tag of this name: `{{% /alert %}}`, `{% endhint %}`.
    Tag(&'a str),
}

/// Shortcodes and tags that set a block apart, in the tools that have them.
const TAGS: &[&str] = &[
    "alert",
    "admonition",
    "callout",
    "hint",
    "notice",
    "note",
    "tip",
    "info",
    "important",
    "warning",
    "caution",
    "danger",
];

/// The block that this line, without its indentation, begins.
pub(super) fn opener(line: &str) -> Option<Opener<'_>> {
    let line = line.trim_end();
    indented(line).or_else(|| colons(line)).or_else(|| tag(line))
}

/// What this line, without its indentation, ends.
pub(super) fn closer(line: &str) -> Option<Ends<'_>> {
    let line = line.trim();
    let colons = line.bytes().take_while(|byte| *byte == b':').count();
    if colons >= 3 && colons == line.len() {
        return Some(Ends::Colons(colons));
    }
    let inside = inside_of_tag(line)?;
    let name = match inside.strip_prefix('/') {
        Some(name) => name.trim(),
        None => inside.strip_prefix("end")?.trim(),
    };
    TAGS.contains(&name).then_some(Ends::Tag(name))
}

/// `!!! note "Title"`, `??? tip`, `???+ tip`.
fn indented(line: &str) -> Option<Opener<'_>> {
    let rest = line.strip_prefix("!!!").or_else(|| line.strip_prefix("???"))?;
    let rest = rest.strip_prefix('+').unwrap_or(rest);
    let rest = rest.strip_prefix([' ', '\t'])?.trim();
    let (words, title) = match rest.split_once('"') {
        Some((words, title)) => (words.trim(), Some(title.strip_suffix('"')?)),
        None => (rest, None),
    };
    // Other words before the title are classes.
    let mut words = words.split_whitespace();
    let name = words.next()?;
    let is_sound = is_name(name) && words.all(is_name);
    let title = title.filter(|title| !title.trim().is_empty());
    is_sound.then_some(Opener { name, title, ends: Ends::Indented })
}

/// `:::note`, `::: note Title`, `:::note[Title]`, `::: {.note}`.
fn colons(line: &str) -> Option<Opener<'_>> {
    let colons = line.bytes().take_while(|byte| *byte == b':').count();
    let rest = line[colons..].trim();
    if colons < 3 || rest.is_empty() {
        return None;
    }
    let bare = rest.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let rest = bare.map_or(rest, |inside| inside.trim().trim_start_matches('.'));
    let length = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
    let (name, after) = rest.split_at(length);
    let after = after.trim();
    let given = bare.and_then(|inside| attribute(inside, "title"));
    let title = match after.strip_prefix('[').and_then(|rest| rest.rsplit_once(']')) {
        Some((title, _)) => title,
        None if after.starts_with('{') || bare.is_some() => given.unwrap_or_default(),
        None => after.trim_end_matches(':').trim(),
    };
    let title = Some(title.trim()).filter(|title| !title.is_empty());
    let name = without_prefix(name);
    is_name(name).then_some(Opener { name, title, ends: Ends::Colons(colons) })
}

fn tag(line: &str) -> Option<Opener<'_>> {
    let inside = inside_of_tag(line)?;
    let tag = inside.split_whitespace().next()?;
    if !TAGS.contains(&tag) || inside.ends_with('/') {
        return None;
    }
    let said = ["type", "style", "color", "level", "context", "kind"];
    let value = said.iter().find_map(|name| attribute(inside, name));
    // `{{< hint warning >}}` says it as the first word.
    let word = inside.split_whitespace().nth(1).filter(|word| is_name(word));
    let name = value.or(word).filter(|name| is_name(name)).unwrap_or(tag);
    let title = attribute(inside, "title").filter(|title| !title.trim().is_empty());
    Some(Opener { name, title, ends: Ends::Tag(tag) })
}

/// What stands in a shortcode or a tag that is alone on its line.
fn inside_of_tag(line: &str) -> Option<&str> {
    let pairs = [("{{%", "%}}"), ("{{<", ">}}"), ("{%", "%}")];
    let inside = pairs.iter().find_map(|(open, close)| {
        line.strip_prefix(open)?.strip_suffix(close).map(|inside| inside.trim_matches('-').trim())
    })?;
    (!inside.contains("}}") && !inside.contains("%}")).then_some(inside)
}

fn attribute<'a>(inside: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = inside;
    while let Some((before, after)) = rest.split_once(name) {
        let value = after.trim_start().strip_prefix('=').map(str::trim_start);
        if let (true, Some(value)) = (before.ends_with([' ', '\t']), value) {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            return match quote {
                Some(quote) => value[1..].split_once(quote).map(|(value, _)| value),
                None => value.split_whitespace().next(),
            };
        }
        rest = after;
    }
    None
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_letter)
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_notation_says_its_kind_and_its_title() {
        let cases = [
            ("!!! note", "note", None),
            ("!!! warning inline \"Do not lift\"", "warning", Some("Do not lift")),
            ("???+ tip \"\"", "tip", None),
            (":::note", "note", None),
            ("::: tip A short way", "tip", Some("A short way")),
            (":::caution[Mind the step]", "caution", Some("Mind the step")),
            ("::: {.info}", "info", None),
            ("::: {.callout-note}", "note", None),
            (
                "::: {.callout-tip collapse=\"true\" title=\"A short way\"}",
                "tip",
                Some("A short way"),
            ),
            (":::::info{#id}", "info", None),
            ("{{% alert title=\"Mind\" color=\"warning\" %}}", "warning", Some("Mind")),
            ("{{< hint danger >}}", "danger", None),
            ("{{% note %}}", "note", None),
            ("{% hint style=\"info\" %}", "info", None),
        ];
        for (line, name, title) in cases {
            let found = opener(line).expect(line);
            assert_eq!((found.name, found.title), (name, title), "{line}");
        }
        for line in
            ["!!! Wow, what a day", "!!!", "!!! \"A\"", ":::", "::: ", ":: note", "{{% x %}}"]
        {
            assert_eq!(opener(line), None, "{line}");
        }
    }

    #[test]
    fn each_notation_has_an_end() {
        assert_eq!(closer(":::"), Some(Ends::Colons(3)));
        assert_eq!(closer("{{% /alert %}}"), Some(Ends::Tag("alert")));
        assert_eq!(closer("{{</hint>}}"), Some(Ends::Tag("hint")));
        assert_eq!(closer("{%- endhint -%}"), Some(Ends::Tag("hint")));
        for line in ["::", "::: note", "{% end %}", "{{% /figure %}}"] {
            assert_eq!(closer(line), None, "{line}");
        }
    }
}
