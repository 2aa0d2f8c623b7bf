//! A list between brackets of which an item begins with a quotation mark and goes on behind the second
//! one: `keywords: [Bob's, "x" y]`.

use super::{Explanation, explained, parts};
use crate::data::quotes::{behind_quotes, quoted};

/// What is wrong with such a list.
pub(in crate::data::yaml) fn of_list(line: &str) -> Option<Explanation> {
    let (key, value) = parts(line);
    let inside = value.strip_prefix('[')?.strip_suffix(']')?;
    if inside.contains(['[', ']', '{', '}', '#', '\\']) {
        return None;
    }
    let mut items = vec![];
    let mut is_odd = false;
    for item in items_of(inside) {
        let goes_on = behind_quotes(item).is_some();
        is_odd |= goes_on;
        // Two texts side by side lack a comma, which is said elsewhere.
        if behind_quotes(item).is_some_and(|rest| rest.trim_start().starts_with(['"', '\''])) {
            return None;
        }
        let is_quoted = item.len() > 1 && item.starts_with('"') && item.ends_with('"') && !goes_on;
        items.push(if is_quoted { item.to_owned() } else { quoted(item) });
    }
    is_odd.then(|| {
        explained(
            "There is more text after a closing quotation mark in this list",
            format!("Put each entry between quotes: {key}: [{}]", items.join(", ")),
        )
    })?
}

/// The items between commas that stand in no double quotes.
fn items_of(inside: &str) -> Vec<&str> {
    let (mut is_quoted, mut from, mut items) = (false, 0, vec![]);
    for (at, c) in inside.char_indices() {
        is_quoted ^= c == '"';
        if c == ',' && !is_quoted {
            items.push(inside[from..at].trim());
            from = at + 1;
        }
    }
    items.push(inside[from..].trim());
    items.retain(|item| !item.is_empty());
    items
}

#[cfg(test)]
mod tests {
    use super::of_list;

    #[test]
    fn each_entry_of_such_a_list_is_put_between_quotes() {
        let (_, hint) = of_list("keywords: [Bob's, \"x\" y]").expect("a mistake");
        let wanted = "Put each entry between quotes: keywords: [\"Bob's\", \"\\\"x\\\" y\"]";
        assert_eq!(hint, wanted);
        for line in ["keywords: [a, b]", "keywords: [\"a, b\", c]", "keywords: [\"a\" \"b\"]"] {
            assert_eq!(of_list(line), None, "{line}");
        }
    }
}
