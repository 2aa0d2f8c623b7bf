//! A tree of values as YAML, a line for each.

use serde_json::Value;

/// The tree as a whole file.
pub(super) fn block(tree: &Value) -> String {
    let mut out = String::new();
    entries(tree, 0, &mut out);
    out
}

fn entries(tree: &Value, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match tree {
        Value::Object(map) => {
            for (key, value) in map {
                out.push_str(&format!("{indent}{key}:"));
                after(value, depth + 1, out);
            }
        }
        Value::Array(items) => {
            for item in items {
                let mut within = String::new();
                entries(item, depth + 1, &mut within);
                let dash = format!("{indent}- ");
                if is_plain(item) {
                    within = format!("{dash}{item}\n");
                } else {
                    within.replace_range(..dash.len(), &dash);
                }
                out.push_str(&within);
            }
        }
        _ => {}
    }
}

/// What stands behind the name of a field.
fn after(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Array(items) if items.iter().all(is_plain) => {
            let items: Vec<String> = items.iter().map(Value::to_string).collect();
            out.push_str(&format!(" [{}]\n", items.join(", ")));
        }
        value if is_plain(value) => out.push_str(&format!(" {}\n", scalar(value))),
        value => {
            out.push('\n');
            entries(value, depth, out);
        }
    }
}

fn is_plain(value: &Value) -> bool {
    !matches!(value, Value::Array(_) | Value::Object(_))
}

/// Letters, digits and hyphens need no quotes, unless they would be something else than a text.
fn scalar(value: &Value) -> String {
    let is_word = |text: &&str| {
        let mut letters = text.chars();
        letters.next().is_some_and(|c| c.is_ascii_lowercase())
            && letters.all(|c| c.is_ascii_alphanumeric() || "-_/".contains(c))
            && !matches!(*text, "yes" | "no" | "true" | "false" | "null" | "on" | "off" | "y" | "n")
    };
    match value.as_str().filter(is_word) {
        Some(word) => word.to_owned(),
        // A text of JSON is one of YAML.
        None => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_groups_are_lines_and_short_lists_are_one() {
        let tree = serde_json::json!({
            "a": { "b": true, "c": ["yes", "no"], "d": "" },
            "e": [{ "f": "word", "g": [{ "h": 1 }] }, { "f": "two words: \"x\"" }],
            "i": "no",
        });
        let expected = "a:\n  b: true\n  c: [\"yes\", \"no\"]\n  d: \"\"\ne:\n  - f: word\n    g:\n      \
                        - h: 1\n  - f: \"two words: \\\"x\\\"\"\ni: \"no\"\n";
        assert_eq!(block(&tree), expected);
    }
}
