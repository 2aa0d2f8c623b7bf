//! The editor in which a text is opened that was begun.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, anyhow};

/// The one that VISUAL or EDITOR names.
pub(super) fn of_the_shell() -> anyhow::Result<String> {
    let own = |name: &str| std::env::var(name).ok().filter(|words| !words.trim().is_empty());
    let command = ["VISUAL", "EDITOR"].into_iter().find_map(own);
    command.ok_or_else(|| {
        anyhow!("no editor is known: set VISUAL or EDITOR to the name of its program")
    })
}

/// Opens the file, and waits until it is closed where the editor waits, too.
pub(super) fn open(editor: &str, target: &Path) -> anyhow::Result<()> {
    let mut words = editor.split_whitespace();
    let program = words.next().expect("an editor has a name");
    let status = Command::new(program).args(words).arg(target).status();
    status.with_context(|| format!("the editor “{editor}” cannot be started"))?;
    Ok(())
}
