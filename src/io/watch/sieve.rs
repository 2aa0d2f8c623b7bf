//! Which events are worth to be told.

use std::path::Path;

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind};

use crate::io::folder::{PLACES, is_litter};

/// What is left of an event when our own reading, litter and all that is not ours are left out.
pub(super) fn worth_telling(
    root: &Path,
    told: notify::Result<Event>,
) -> Option<notify::Result<Event>> {
    let Ok(mut event) = told else { return Some(told) };
    let is_end_of_write = event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
    if event.kind.is_access() && !is_end_of_write {
        return None;
    }
    let is_rescan = event.need_rescan();
    let moves =
        event.kind.is_remove() || matches!(event.kind, EventKind::Modify(ModifyKind::Name(_)));
    // What an editor puts aside under a name of litter will come back; what is renamed will not.
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
    fn only_what_is_ours_is_told() {
        let root = Path::new("/project");
        let told = |kind, path: &str| {
            let event = Event::new(kind).add_path(root.join(path));
            worth_telling(root, Ok(event)).is_some()
        };
        let write = EventKind::Modify(ModifyKind::Any);
        for path in ["content/a.md", "content", "themes/a/b.css", "site.toml", "themes"] {
            assert!(told(write, path), "{path}");
        }
        for path in ["", "public/a.html", ".git/index", "content/.a.swp", "content/.x/a.md", "a.md"]
        {
            assert!(!told(write, path), "{path}");
        }
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        assert!(!told(read, "content/a.md"), "our own reading");
        let close = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert!(told(close, "content/a.md"), "what was mapped into memory");
    }
}
