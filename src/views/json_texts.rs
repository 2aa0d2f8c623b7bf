//! The texts in JSON that people read, written otherwise; its keys, and all else, stay.

use serde_json::Value;

/// Keys whose values are for programs, or were looked through before they became text of JSON.
const NOT_READ: &[&str] = &["content_html", "id", "url", "src", "href", "rel", "type", "version"];

/// The JSON with another text for each one for which there is one; `None` if there is none.
pub(super) fn with_texts(json: &str, text: impl Fn(&str) -> Option<String>) -> Option<String> {
    let (mut out, mut done) = (String::new(), 0);
    let (mut at, mut key) = (0, String::new());
    while let Some(start) = json[at..].find('"').map(|start| at + start) {
        let end = end_of(json, start);
        at = end;
        let Ok(words) = serde_json::from_str::<String>(&json[start..end]) else { continue };
        if json[end..].trim_start().starts_with(':') {
            key = words;
            continue;
        }
        let is_read =
            !NOT_READ.contains(&&*key) && !key.ends_with("_url") && !key.starts_with("date_");
        let Some(other) = is_read.then(|| text(&words)).flatten() else { continue };
        out.push_str(&json[done..start]);
        out.push_str(&Value::from(other).to_string());
        done = end;
    }
    (done > 0).then(|| out + &json[done..])
}

/// Where the string ends that begins here.
fn end_of(json: &str, start: usize) -> usize {
    let mut is_escaped = false;
    for (at, byte) in json.as_bytes()[start + 1..].iter().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return start + at + 2,
            _ => {}
        }
    }
    json.len()
}
