//! Drops the events of the file system that cannot mean a change of the project.

use std::path::Path;

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind};

use crate::io::folder::{PLACES, is_litter};

/// The event without the paths that do not matter: our own reading, temporary files of editors, and
/// all outside of the project; `None` if nothing is left.
pub(super) fn filtered(root: &Path, event: notify::Result<Event>) -> Option<notify::Result<Event>> {
    let Ok(mut event) = event else { return Some(event) };
    let is_end_of_write = event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
    if event.kind.is_access() && !is_end_of_write {
        return None;
    }
    let is_rescan = event.need_rescan();
    let moves =
        event.kind.is_remove() || matches!(event.kind, EventKind::Modify(ModifyKind::Name(_)));
    // A file that an editor renames to a temporary name comes back; one that is renamed does not.
    let is_pair = event.kind == EventKind::Modify(ModifyKind::Name(RenameMode::Both));
    event.paths.retain(|path| is_ours(root, path) || moves && path == root);
    let least = if is_pair { 2 } else { 1 };
    (is_rescan || event.paths.len() >= least).then_some(Ok(event))
}

fn is_ours(root: &Path, path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(root) else { return false };
    let mut parts = inside.iter().map(|part| part.to_string_lossy());
    parts.next().is_some_and(|place| PLACES.contains(&&*place))
        && !parts.any(|part| is_litter(&part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_events_of_the_project_pass() {
        let root = Path::new("/project");
        let passes = |kind, path: &str| {
            let event = Event::new(kind).add_path(root.join(path));
            filtered(root, Ok(event)).is_some()
        };
        let write = EventKind::Modify(ModifyKind::Any);
        for path in ["content/a.md", "content", "themes/a/b.css", "site.toml", "themes"] {
            assert!(passes(write, path), "{path}");
        }
        for path in ["", "public/a.html", ".git/index", "content/.a.swp", "content/.x/a.md", "a.md"]
        {
            assert!(!passes(write, path), "{path}");
        }
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        assert!(!passes(read, "content/a.md"), "our own reading");
        let close = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert!(passes(close, "content/a.md"), "what was mapped into memory");
    }
}
