//! Expectations: what a block would say if it were right.

use super::document::Block;
use super::example::State;
use super::markup::{self, Line};
use crate::project::Pages;

/// Blocks that expect something.
pub(crate) const WORDS: &[&str] =
    &["html", "xml", "json", "text", "report", "routes", "changed", "nowhere"];

/// Stands for what the reader need not see.
const GAP: &str = "…";

/// The body of `block` as it should be; itself if it is right.
pub(crate) fn fresh(block: &Block, state: &State, before: &Pages) -> Result<String, String> {
    let Block { word, rest, body, .. } = block;
    match word.as_str() {
        "html" | "xml" | "json" | "text" => page(word, rest, body, &state.pages),
        "report" if rest.is_empty() => Ok(state.report()),
        "routes" => Ok(routes(rest, &state.pages)),
        "changed" if rest.is_empty() => Ok(joined(&state.pages.changed_since(before))),
        "nowhere" if rest.is_empty() => nowhere(body, &state.pages),
        _ => Err(format!("nobody knows a block “{word} {rest}”")),
    }
}

/// A page, or parts of it.
fn page(word: &str, address: &str, body: &str, pages: &Pages) -> Result<String, String> {
    let text = pages.text(address).ok_or_else(|| format!("there is no {address}"))?;
    let is_part = body.starts_with(GAP);
    let lines = match word {
        "html" if !is_part => markup::main(text).ok_or("this page has no <main>")?,
        "html" | "xml" => markup::lines(text),
        _ => plain(text),
    };
    match is_part {
        true => parts(body, &lines),
        false => Ok(printed(&lines)),
    }
}

/// Each part, in order. One that is not there is taken anew: it begins where its first line
/// does, and ends with that element.
fn parts(body: &str, lines: &[Line]) -> Result<String, String> {
    let mut fresh = String::new();
    let mut from = 0;
    let rows: Vec<&str> = body.lines().collect();
    for part in rows.split(|row| *row == GAP).filter(|part| !part.is_empty()) {
        let part = part.join("\n");
        let part = part.trim();
        fresh.push_str(GAP);
        fresh.push('\n');
        if let Some(end) = found(part, lines, from).filter(|end| is_whole(part, lines, *end)) {
            from = end;
            fresh.push_str(part);
            fresh.push('\n');
            continue;
        }
        let first = part.lines().next().unwrap_or_default().trim();
        let start = (from..lines.len())
            .find(|at| lines[*at].text.starts_with(first))
            .or_else(|| begins_like(first, lines, from))
            .ok_or_else(|| format!("nothing begins with: {first}"))?;
        from = element_end(lines, start);
        fresh.push_str(&printed(&lines[start..from]));
    }
    // What a part leaves out behind it is said only by the next part.
    Ok(if same(&fresh, body) { body.to_owned() } else { fresh })
}

/// Blank lines and the depth of lines do not tell parts apart.
fn same(a: &str, b: &str) -> bool {
    fn lines(text: &str) -> impl Iterator<Item = &str> {
        text.lines().map(str::trim).filter(|line| !line.is_empty())
    }
    lines(a).eq(lines(b))
}

/// An opening tag alone says nothing.
fn is_whole(part: &str, lines: &[Line], end: usize) -> bool {
    let opens = lines.get(end).is_some_and(|next| next.indent > lines[end - 1].indent);
    part.contains('\n') || !opens
}

/// The line behind a part, if it stands there whole.
fn found(part: &str, lines: &[Line], from: usize) -> Option<usize> {
    let wanted: Vec<&str> = part.lines().map(str::trim).collect();
    (from..lines.len()).find_map(|start| {
        let mut left = wanted.as_slice();
        for (at, line) in lines.iter().enumerate().skip(start) {
            for row in line.text.lines() {
                let (first, rest) = left.split_first()?;
                if row.trim() != *first {
                    return None;
                }
                left = rest;
            }
            if left.is_empty() {
                return Some(at + 1);
            }
        }
        None
    })
}

/// An element of the same name and class.
fn begins_like(first: &str, lines: &[Line], from: usize) -> Option<usize> {
    let tag = first.split('>').next().unwrap_or_default();
    let tag = if tag.len() > 3 { tag } else { return None };
    (from..lines.len()).find(|at| lines[*at].text.starts_with(tag))
}

/// The line behind the element that begins at `start`.
fn element_end(lines: &[Line], start: usize) -> usize {
    let indent = lines[start].indent;
    let inside = lines[start + 1..].iter().take_while(|line| line.indent > indent).count();
    let last = start + 1 + inside;
    let closes = inside > 0
        && lines.get(last).is_some_and(|line| {
            line.indent == indent && line.text.starts_with(['}', ']']) | line.text.starts_with("</")
        });
    last + usize::from(closes)
}

/// Two blanks a level, the first line at the margin.
fn printed(lines: &[Line]) -> String {
    let margin = lines.iter().map(|line| line.indent).min().unwrap_or(0);
    let rows = lines.iter().map(|line| {
        let text = line.text.trim_end();
        format!("{}{text}", "  ".repeat(line.indent - margin))
    });
    joined(&rows.collect::<Vec<_>>())
}

fn plain(text: &str) -> Vec<Line> {
    text.lines()
        .map(|line| {
            let text = line.trim_start();
            Line { indent: (line.len() - text.len()) / 2, text: text.to_owned() }
        })
        .collect()
}

/// Addresses that begin so; without a beginning, all but the look's own files.
fn routes(prefixes: &str, pages: &Pages) -> String {
    let wanted = |address: &str| match prefixes.is_empty() {
        true => !address.starts_with("/assets/"),
        false => prefixes.split_whitespace().any(|prefix| address.starts_with(prefix)),
    };
    let all = pages.all.keys().map(|address| format!("/{address}"));
    joined(&all.filter(|address| wanted(address)).collect::<Vec<_>>())
}

/// No line of the block stands in any byte or address of the site.
fn nowhere(body: &str, pages: &Pages) -> Result<String, String> {
    for word in body.lines().map(str::trim).filter(|word| !word.is_empty()) {
        let folded = word.to_lowercase();
        for (address, bytes) in &pages.all {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            if address.to_lowercase().contains(&folded) || text.contains(&folded) {
                return Err(format!("“{word}” stands in /{address}"));
            }
        }
    }
    Ok(body.to_owned())
}

fn joined(rows: &[String]) -> String {
    rows.iter().map(|row| format!("{row}\n")).collect()
}
