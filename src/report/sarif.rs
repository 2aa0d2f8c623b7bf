//! SARIF 2.1.0 (OASIS), the exchange format of checkers, with what GitHub asks for: one place each,
//! rules with their help, no empty text.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Report;
use super::json::escaped;
use super::lines::FileTexts;
use super::places::{Fingerprints, place, sentences};
use crate::base::codes::help::help;
use crate::base::percent::encoded;
use crate::base::{Code, Diagnostic, Severity};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/\
                      sarif-schema-2.1.0.json";

pub(crate) fn sarif(report: &Report<'_>, folder: &str) -> String {
    let mut files = FileTexts::new(report.text_of);
    let mut fingerprints = Fingerprints::default();
    let ordered = report.ordered();
    let codes: BTreeMap<&str, Code> =
        ordered.iter().map(|one| (one.code.name(), one.code)).collect();
    let names: Vec<&str> = codes.keys().copied().collect();
    let rules: Vec<Value> = codes.values().map(|code| rule(*code, report.help_on(*code))).collect();
    let results = ordered.iter().map(|one| {
        let index = names.iter().position(|name| *name == one.code.name());
        let index = index.expect("the code of each result is listed");
        let mut result = result(one, index, folder, &mut files);
        let print = fingerprints.of(one);
        result["partialFingerprints"] = json!({ "primaryLocationLineHash": print });
        result
    });
    let whole = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Storywall",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<Value>>(),
        }],
    });
    let text = serde_json::to_string_pretty(&whole).expect("texts and numbers can be written");
    escaped(&text) + "\n"
}

fn rule(code: Code, page: Option<String>) -> Value {
    let row = code.row();
    let help = help("en").of(code);
    let more = format!("`storywall explain {}` says more.", row.name);
    let text = format!("{} {}", help.remedy.replace('`', ""), more.replace('`', ""));
    let example = match help.example.is_empty() {
        true => String::new(),
        false => format!("\n\n```\n{}\n```", help.example.join("\n")),
    };
    let linked =
        page.as_ref().map(|page| format!(" [The same on your site](<{page}>)")).unwrap_or_default();
    let mut rule = json!({
        "id": row.name,
        "shortDescription": { "text": row.meaning },
        "help": {
            "text": format!("{} {text}", row.meaning),
            "markdown": format!("{} {}{example}\n\n{more}{linked}", row.meaning, help.remedy),
        },
        "defaultConfiguration": { "level": level(row.severities[0]) },
    });
    if let Some(page) = page {
        rule["helpUri"] = page.into();
    }
    rule
}

fn result(one: &Diagnostic, index: usize, folder: &str, files: &mut FileTexts<'_>) -> Value {
    let place = place(&one.span, folder, files);
    let mut physical = json!({ "artifactLocation": { "uri": encoded(&place.file) } });
    if let Some(range) = &place.range {
        physical["region"] = json!({
            "startLine": range.line,
            "startColumn": range.column,
            "endLine": range.end_line,
            "endColumn": range.end_column,
        });
    }
    json!({
        "ruleId": one.code.name(),
        "ruleIndex": index,
        "level": level(one.severity()),
        "message": { "text": sentences(one, files) },
        "locations": [{ "physicalLocation": physical }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}
