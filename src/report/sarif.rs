//! SARIF 2.1.0 (OASIS), the exchange format of checkers, with what GitHub asks for: one place each,
//! rules with their help, no empty text.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Report;
use super::json::escaped;
use super::lines::FileTexts;
use super::places::{Fingerprints, place, sentences};
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
    let rules: Vec<Value> = codes.values().map(|code| rule(*code)).collect();
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

fn rule(code: Code) -> Value {
    let row = code.row();
    json!({
        "id": row.name,
        "shortDescription": { "text": row.meaning },
        "help": { "text": format!("{}. `storywall explain {}` says more.", row.meaning.trim_end_matches('.'), row.name) },
        "defaultConfiguration": { "level": level(row.severities[0]) },
    })
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
