//! What `storywall explain` says of codes: of the one that is asked for, or of all.

use serde_json::{Value, json};

use super::super::output::print;
use crate::base::{Code, Severity};
use crate::document::reference::code_list;

/// Prints the codes that are called so; says whether there are any.
pub(super) fn explain(name: &str, as_json: bool) -> anyhow::Result<bool> {
    let codes = Code::called(name);
    if codes.is_empty() {
        return Ok(false);
    }
    match as_json {
        true => print(&json_of(&codes))?,
        false => {
            let texts: Vec<String> = codes.iter().map(|code| text_of(*code)).collect();
            print(texts.join("\n").trim_end())?;
        }
    }
    Ok(true)
}

/// Prints all codes, as a page or for programs.
pub(super) fn list(as_json: bool) -> anyhow::Result<()> {
    match as_json {
        true => print(&json_of(Code::ALL)),
        false => print(code_list().trim_end()),
    }
}

fn text_of(code: Code) -> String {
    let row = code.row();
    let mut text = format!("{}: {}\n", row.name, words(row.severities).join(" or "));
    let weighing = match code.why_fixed() {
        None => format!(
            "can be changed under [severity] in site.toml: {} = \"error\", \"warning\", \"advice\" \
             or \"off\"",
            row.name
        ),
        Some(why) => format!("cannot be changed: {}", why.words()),
    };
    let heading = row.section.heading();
    let parts = [
        ("what it means", vec![row.meaning.to_owned()]),
        ("its severity on your site", vec![weighing]),
        ("earlier names", row.old_names.iter().map(|&name| name.to_owned()).collect()),
        ("similar codes", vec![format!("“{heading}” in storywall explain --codes")]),
    ];
    for (name, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
        text += &format!("\n{name}\n");
        for line in lines {
            text += &format!("  {line}\n");
        }
    }
    text
}

fn json_of(codes: &[Code]) -> String {
    let one = |code: &Code| -> Value {
        let row = code.row();
        json!({
            "code": row.name,
            "meaning": row.meaning,
            "severities": words(row.severities),
            "can_be_changed": code.why_fixed().is_none(),
            "why_not": code.why_fixed().map(|why| why.words()),
            "section": row.section.heading(),
            "earlier_names": row.old_names,
        })
    };
    let value = json!({ "codes": codes.iter().map(one).collect::<Vec<Value>>() });
    serde_json::to_string_pretty(&value).expect("words can be written")
}

fn words(severities: &[Severity]) -> Vec<&'static str> {
    severities.iter().map(|severity| severity.word()).collect()
}
