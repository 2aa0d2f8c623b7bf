//! The rules themselves, for servers that have no format here, and for programs.

use serde_json::{Map, Value, json};

use super::Served;

pub(super) fn text(served: &Served) -> String {
    let rules: Vec<Value> = served
        .rules
        .iter()
        .map(|rule| {
            let headers = rule.headers.iter();
            let headers: Map<String, Value> =
                headers.map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
            json!({
                "folder": rule.folder.map(|folder| format!("{}{folder}/", served.mount)),
                "ending": rule.ending.map(|ending| format!(".{ending}")),
                "headers": headers,
            })
        })
        .collect();
    let in_folders = served.pages_for_missing().map(|(path, page)| (path, json!(page)));
    let in_folders: Map<String, Value> = in_folders.collect();
    // Where several fit a file, the last one that names a header decides.
    let value = json!({
        "site": served.mount,
        "not_found": served.page_for_missing(),
        "not_found_below": in_folders,
        "rules": rules,
    });
    serde_json::to_string_pretty(&value).expect("words can be written")
}
