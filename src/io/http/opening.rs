//! Opens a place of a file in the writer's editor.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;

use super::Server;
use super::reply::Reply;
use crate::base::SourcePath;

/// A program that opens a place in a file: its name and arguments, in which `{path}`, `{line}` and
/// `{column}` stand for the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Program {
    words: Vec<String>,
}

impl Program {
    /// `code --goto {path}:{line}:{column}`; words are parted by blanks, and without `{path}` it
    /// comes last. `None` if there is no word.
    pub(crate) fn parse(command: &str) -> Option<Program> {
        let mut words: Vec<String> = command.split_whitespace().map(str::to_owned).collect();
        words.first()?;
        if !words.iter().any(|word| word.contains("{path}")) {
            words.push("{path}".to_owned());
        }
        Some(Program { words })
    }

    /// Its words for a place. Nothing goes through a shell, so a name can hold anything.
    fn at(&self, path: &Path, line: usize, column: usize) -> Vec<OsString> {
        let path = path.to_string_lossy();
        let place = |word: &String| {
            let word = word.replace("{line}", &line.to_string());
            word.replace("{column}", &column.to_string()).replace("{path}", &path).into()
        };
        self.words.iter().map(place).collect()
    }

    fn start(&self, path: &Path, line: usize, column: usize) -> std::io::Result<()> {
        let words = self.at(path, line, column);
        let (name, arguments) = words.split_first().expect("a program has a name");
        let mut command = Command::new(name);
        command.env_remove(crate::io::key::VARIABLE);
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        // It is waited for apart, so that none is left behind as a shadow of itself.
        std::thread::spawn(move || _ = child.wait());
        Ok(())
    }
}

/// How long a form may take to arrive.
const PATIENCE: Duration = Duration::from_secs(4);

/// Starts the editor at the place that a form names, if it is a file that the site is made of.
pub(super) async fn open(server: &Server, request: Request) -> Reply {
    // A form that never ends takes one of a few turns, for a while.
    let Some(_permit) = server.limits.forms.try_permit() else { return Reply::busy() };
    let form = tokio::time::timeout(PATIENCE, axum::body::Bytes::from_request(request, &())).await;
    let form = match form {
        Ok(Ok(form)) => form,
        Ok(Err(_)) => {
            return Reply::sentence(StatusCode::PAYLOAD_TOO_LARGE, "This request is too long.");
        }
        Err(_) => return Reply::sentence(StatusCode::REQUEST_TIMEOUT, "This took too long."),
    };
    let Some(program) = &server.inputs.program else {
        return Reply::sentence(
            StatusCode::NOT_FOUND,
            "No editor is chosen: start the preview with --editor.",
        );
    };
    let (mut file, mut line, mut column) = (None, 1, 1);
    for (key, value) in form_urlencoded::parse(&form) {
        match &*key {
            "file" => file = SourcePath::new(&value),
            "line" => line = value.parse().unwrap_or(1),
            "column" => column = value.parse().unwrap_or(1),
            _ => {}
        }
    }
    let snapshot = server.inputs.live.now().snapshot.clone();
    let is_known = |path: &SourcePath| {
        snapshot.text(path).is_some()
            || snapshot.diagnostics().iter().any(|it| it.span.path == *path)
    };
    let Some(path) = file.filter(is_known) else {
        return Reply::sentence(StatusCode::NOT_FOUND, "The site has no such file.");
    };
    match program.start(&server.inputs.files.on_disk(&path), line, column) {
        Ok(()) => Reply::sentence(StatusCode::NO_CONTENT, ""),
        Err(error) => {
            let said = format!("The editor cannot be started: {error}");
            Reply::sentence(StatusCode::INTERNAL_SERVER_ERROR, &said)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_stands_where_the_command_wants_it() {
        let path = Path::new("/a b/$(c);d.md");
        let words = |command| {
            let program = Program::parse(command).expect("a command");
            program.at(path, 12, 3)
        };
        assert_eq!(words("code --goto {path}:{line}:{column}")[2], "/a b/$(c);d.md:12:3");
        assert_eq!(words("gedit"), ["gedit", "/a b/$(c);d.md"]);
        assert_eq!(Program::parse("  "), None);
    }
}
