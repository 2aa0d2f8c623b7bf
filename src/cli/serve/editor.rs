//! Which editor opens a file at its line, and how.

use crate::base::diagnostic::nearest;
use crate::io::http::Program;
use crate::preview::Editor;

/// Editors that a browser can call by an address, by the names of their programs.
const ADDRESSES: &[(&[&str], &str)] = &[
    (&["vscode", "code"], "vscode://file{path}:{line}:{column}"),
    (&["vscode-insiders", "code-insiders"], "vscode-insiders://file{path}:{line}:{column}"),
    (&["vscodium", "codium"], "vscodium://file{path}:{line}:{column}"),
    (&["cursor"], "cursor://file{path}:{line}:{column}"),
    (&["windsurf"], "windsurf://file{path}:{line}:{column}"),
    (&["zed", "zeditor"], "zed://file{path}:{line}:{column}"),
    (&["idea", "jetbrains"], "idea://open?file={path}&line={line}&column={column}"),
    (&["webstorm"], "webstorm://open?file={path}&line={line}&column={column}"),
    (&["phpstorm"], "phpstorm://open?file={path}&line={line}&column={column}"),
    (&["pycharm"], "pycharm://open?file={path}&line={line}&column={column}"),
    (&["rubymine"], "rubymine://open?file={path}&line={line}&column={column}"),
    (&["goland"], "goland://open?file={path}&line={line}&column={column}"),
    (&["rustrover"], "rustrover://open?file={path}&line={line}&column={column}"),
];

/// Editors with a window of their own, and the arguments that name a place.
const PROGRAMS: &[(&str, &str)] = &[
    ("subl", "subl {path}:{line}:{column}"),
    ("kate", "kate --line {line} --column {column} {path}"),
    ("gedit", "gedit {path} +{line}:{column}"),
    ("gnome-text-editor", "gnome-text-editor {path}"),
    ("gvim", "gvim +{line} {path}"),
    ("mousepad", "mousepad --line={line} {path}"),
    ("xed", "xed +{line} {path}"),
    ("pluma", "pluma +{line} {path}"),
    ("geany", "geany {path}:{line}:{column}"),
    ("emacsclient", "emacsclient --no-wait +{line}:{column} {path}"),
    ("mate", "mate --line {line}:{column} {path}"),
    ("bbedit", "bbedit {path}:{line}:{column}"),
];

/// The editor that was asked for, or else the one of the environment, as far as a browser can open
/// it: what needs a terminal cannot.
pub(super) fn choose(asked: Option<&str>) -> (Editor, Option<Program>) {
    let own = ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok());
    match asked {
        Some(asked) => known(asked).unwrap_or_else(|| custom(asked)),
        None => own.and_then(|own| known(&own)).unwrap_or((Editor::None, None)),
    }
}

/// Why the editor that was asked for cannot open a file, with what to write instead.
pub(super) fn fault(asked: &str) -> Option<String> {
    if asked.contains("://") && !asked.contains(' ') {
        return (!asked.contains("{path}")).then(|| {
            format!("the address “{asked}” for --editor has no {{path}} where the file's name goes")
        });
    }
    let program = asked.split_whitespace().next().unwrap_or_default();
    let name = program.rsplit('/').next().unwrap_or_default();
    let is_known = known(asked).is_some_and(|(editor, _)| !matches!(editor, Editor::Program));
    if is_known || is_installed(program) {
        return None;
    }
    let names = || {
        let addresses = ADDRESSES.iter().flat_map(|(names, _)| names.iter().copied());
        addresses.chain(PROGRAMS.iter().map(|(name, _)| *name))
    };
    let missing = format!("there is no editor called “{program}” on this computer");
    Some(match nearest(name, names()) {
        Some(near) if near != name => format!("{missing}; did you mean --editor {near}?"),
        _ => format!(
            "{missing}; write the name of one that is, such as vscode or idea, the path of its \
             program, or --editor none"
        ),
    })
}

/// Whether a program can be started by this name.
fn is_installed(program: &str) -> bool {
    if program.contains('/') {
        return std::path::Path::new(program).is_file();
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    !program.is_empty()
        && std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

fn known(command: &str) -> Option<(Editor, Option<Program>)> {
    let program = command.split_whitespace().next()?;
    let name = program.rsplit('/').next()?;
    // A command with placeholders says itself where the place goes.
    if command.contains("{path}") {
        return None;
    }
    if name == "none" {
        return Some((Editor::None, None));
    }
    if let Some((_, address)) = ADDRESSES.iter().find(|(names, _)| names.contains(&name)) {
        return Some((Editor::Address((*address).to_owned()), None));
    }
    let (_, places) = PROGRAMS.iter().find(|(known, _)| *known == name)?;
    Some((Editor::Program, Program::parse(&places.replacen(name, program, 1))))
}

fn custom(asked: &str) -> (Editor, Option<Program>) {
    if asked.contains("://") && !asked.contains(' ') {
        return (Editor::Address(asked.to_owned()), None);
    }
    match Program::parse(asked) {
        Some(program) => (Editor::Program, Some(program)),
        None => (Editor::None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_that_is_not_there_is_told() {
        let told = |asked| fault(asked).unwrap_or_else(|| panic!("{asked}"));
        assert!(told("nonsense").contains("no editor called “nonsense”"));
        assert!(told("vscod").contains("did you mean --editor vscode"));
        assert!(told("myide://open?f=x").contains("{path}"));
        for asked in ["code", "none", "/usr/bin/code --wait", "sh {path}", "myide://open?f={path}"]
        {
            assert_eq!(fault(asked), None, "{asked}");
        }
    }

    #[test]
    fn editors_are_known_by_their_names() {
        for name in ["code", "vscode", "/usr/bin/code --wait"] {
            let (editor, program) = choose(Some(name));
            assert!(matches!(editor, Editor::Address(it) if it.starts_with("vscode://")), "{name}");
            assert_eq!(program, None);
        }
        let (editor, program) = choose(Some("my-editor --at {path}:{line}"));
        assert!(matches!(editor, Editor::Program));
        assert_eq!(program, Program::parse("my-editor --at {path}:{line}"));
        let (editor, _) = choose(Some("myide://open?f={path}&l={line}"));
        assert!(matches!(editor, Editor::Address(_)));
        assert!(matches!(choose(Some("none")).0, Editor::None));
        assert!(known("vim").is_none(), "it needs a terminal");
    }
}
