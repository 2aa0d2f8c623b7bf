//! How a place in a file is opened.

use super::PreviewRequest;
use crate::base::escape::escape;
use crate::base::percent;
use crate::report::Spot;

/// What opens a place in a file, where a writer asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Editor {
    /// An address with `{path}` (absolute), `{line}` and `{column}`:
    /// `vscode://file{path}:{line}:{column}`.
    Address(String),
    /// The server starts it, when `file`, `line` and `column` are sent to `_open`.
    Program,
    /// None: the place is shown, to be copied.
    None,
}

/// A place as HTML: a link, a button, or the words alone.
pub(super) fn place(request: &PreviewRequest<'_>, spot: &Spot<'_>) -> String {
    let mut shown = String::new();
    escape(&mut shown, &spot.to_string());
    match request.editor {
        Editor::Address(pattern) => {
            let mut address = String::new();
            escape(&mut address, &opened(pattern, request.root, spot));
            format!("<a class=\"place\" href=\"{address}\">{shown}</a>")
        }
        Editor::Program => {
            let (line, column) = line_and_column(spot);
            let mut file = String::new();
            escape(&mut file, spot.path.as_str());
            let mut action = String::new();
            escape(&mut action, request.mount);
            format!(
                "<form class=\"place\" method=\"post\" action=\"{action}_open\">\
                 <input type=\"hidden\" name=\"file\" value=\"{file}\">\
                 <input type=\"hidden\" name=\"line\" value=\"{line}\">\
                 <input type=\"hidden\" name=\"column\" value=\"{column}\">\
                 <button>{shown}</button></form>"
            )
        }
        Editor::None => format!("<span class=\"place\">{shown}</span>"),
    }
}

/// The editor's address of a place. Values are encoded so that they stand in any part of it.
fn opened(pattern: &str, root: &str, spot: &Spot<'_>) -> String {
    let root = root.replace('\\', "/");
    let start = if root.starts_with('/') { "" } else { "/" };
    let path = format!("{start}{}/{}", root.trim_end_matches('/'), spot.path);
    let (line, column) = line_and_column(spot);
    pattern
        .replace("{line}", &line.to_string())
        .replace("{column}", &column.to_string())
        .replace("{path}", &percent::encoded(&path))
}

fn line_and_column(spot: &Spot<'_>) -> (usize, usize) {
    spot.position.map_or((1, 1), |at| (at.line, at.column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;
    use crate::report::Position;

    #[test]
    fn any_path_stands_in_any_address() {
        let path = SourcePath::new("content/må & {line}?/#1 %.md").expect("a path inside");
        let spot = Spot { path: &path, position: Some(Position { line: 12, column: 3 }) };
        let file = "content/m%C3%A5%20%26%20%7Bline%7D%3F/%231%20%25.md";
        for (pattern, root, address) in [
            (
                "vscode://file{path}:{line}:{column}",
                "/home/ana b",
                format!("vscode://file/home/ana%20b/{file}:12:3"),
            ),
            (
                "jetbrains/idea://open?file={path}&line={line}",
                r"C:\site\",
                format!("jetbrains/idea://open?file=/C%3A/site/{file}&line=12"),
            ),
            ("txmt://{line}", "/", "txmt://12".to_owned()),
        ] {
            assert_eq!(opened(pattern, root, &spot), address);
        }
        let whole = Spot { path: &path, position: None };
        assert_eq!(opened("{line}:{column}", "/", &whole), "1:1");
    }
}
