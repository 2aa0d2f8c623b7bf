//! Debounces events: collects those of one save, and decides when the save is over.
//!
//! One save is many events: a file emptied and filled, moved away and put back. Between them the
//! file is not what its author means.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use notify::EventKind;
use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RenameMode};

/// Files named within one save from which on it is more than one author's save: a checkout, an
/// archive, a sync.
const FEW: usize = 8;

/// How long it must be quiet, and how long to wait at most.
#[derive(Clone, Copy)]
struct Patience {
    quiet: Duration,
    most: Duration,
}

impl Patience {
    const SAVE: Patience = Patience::of(3, 100);
    /// A file was removed, and most often comes back under the same name; or a new one came, which
    /// may be about to be renamed over another.
    const UNSURE: Patience = Patience::of(50, 300);
    /// A file is still open for writing.
    const OPEN: Patience = Patience::of(100, 100);
    const MANY: Patience = Patience::of(60, 1_000);
    const MANY_OPEN: Patience = Patience::of(250, 1_000);
    /// Git is still changing files: what it has done so far is an incomplete state.
    const GIT: Patience = Patience::of(60, 5_000);

    const fn of(quiet: u64, most: u64) -> Patience {
        Patience { quiet: Duration::from_millis(quiet), most: Duration::from_millis(most) }
    }
}

/// What the events of a path leave it as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    stage: Stage,
    /// It was not there before.
    is_new: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Settled,
    Open,
    Gone,
}

/// The events of one save, or of what looks like one.
#[derive(Debug, Default)]
pub(super) struct Debounce {
    pub(super) named: BTreeMap<PathBuf, State>,
    pub(super) new_folders: BTreeSet<PathBuf>,
    /// Too many paths, or unknown ones: look at everything.
    pub(super) is_whole: bool,
    awaits_git: bool,
    /// The first event and the last.
    span: Option<(Instant, Instant)>,
}

impl Debounce {
    pub(super) fn name(&mut self, path: &Path, kind: &EventKind, now: Instant) {
        self.extend_span(now);
        let before = self.named.get(path).copied();
        self.named.insert(path.to_owned(), State::after(kind, before));
    }

    /// A new folder: files may still be coming into it.
    pub(super) fn name_new_folder(&mut self, path: &Path, now: Instant) {
        self.extend_span(now);
        self.named.insert(path.to_owned(), State::default());
        self.new_folders.insert(path.to_owned());
    }

    pub(super) fn name_everything(&mut self, now: Instant) {
        self.extend_span(now);
        self.is_whole = true;
    }

    /// When the save is over if no more events come; `None` if none came.
    pub(super) fn end(&self) -> Option<Instant> {
        let (first, last) = self.span?;
        let patience = self.patience();
        Some((last + patience.quiet).min(first + patience.most))
    }

    pub(super) fn may_await_git(&self, now: Instant) -> bool {
        self.span.is_some_and(|(first, _)| now < first + Patience::GIT.most)
    }

    /// Git has not finished: files are still to come.
    pub(super) fn await_git(&mut self, now: Instant) {
        self.extend_span(now);
        self.awaits_git = true;
    }

    fn extend_span(&mut self, now: Instant) {
        let first = self.span.map_or(now, |(first, _)| first);
        self.span = Some((first, now));
    }

    fn patience(&self) -> Patience {
        let any = |is: fn(&State) -> bool| self.named.values().any(is);
        let is_open = any(|it| it.stage == Stage::Open);
        let are_many = self.is_whole || self.named.len() > FEW || !self.new_folders.is_empty();
        match (are_many, is_open) {
            _ if self.awaits_git => Patience::GIT,
            (true, true) => Patience::MANY_OPEN,
            (true, false) => Patience::MANY,
            (false, true) => Patience::OPEN,
            (false, false) if any(|it| it.stage == Stage::Gone || it.is_new) => Patience::UNSURE,
            (false, false) => Patience::SAVE,
        }
    }
}

impl State {
    fn after(kind: &EventKind, before: Option<State>) -> State {
        // Other systems send no event when a file is closed.
        let open = if cfg!(target_os = "linux") { Stage::Open } else { Stage::Settled };
        let was_new = before.is_some_and(|before| before.is_new);
        let is_new = before.is_none() || was_new;
        match kind {
            EventKind::Create(CreateKind::File) => State { stage: open, is_new },
            EventKind::Modify(ModifyKind::Data(_)) => State { stage: open, is_new: was_new },
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => {
                State { stage: Stage::Settled, is_new: was_new }
            }
            EventKind::Modify(ModifyKind::Metadata(_)) => before.unwrap_or_default(),
            // A file that came and went within one save does not come back.
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From))
                if !was_new =>
            {
                State { stage: Stage::Gone, is_new: false }
            }
            _ => State::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{DataChange, RemoveKind};

    use super::*;

    const CREATE: EventKind = EventKind::Create(CreateKind::File);
    const WRITE: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));
    const CLOSE: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Write));
    const AWAY: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::From));
    const BACK: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::To));
    const BOTH: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
    const REMOVE: EventKind = EventKind::Remove(RemoveKind::File);

    /// Milliseconds until it is over, after events of one file that came at once.
    fn end_after(kinds: &[EventKind]) -> u128 {
        let now = Instant::now();
        let mut debounce = Debounce::default();
        kinds.iter().for_each(|kind| debounce.name(Path::new("a"), kind, now));
        (debounce.end().expect("something was named") - now).as_millis()
    }

    #[test]
    fn a_save_is_over_when_the_file_is_whole_again() {
        assert_eq!(end_after(&[WRITE, WRITE]), 100, "there is more to come");
        assert_eq!(end_after(&[WRITE, WRITE, CLOSE]), 3);
        assert_eq!(end_after(&[AWAY]), 50, "it may come back");
        assert_eq!(end_after(&[AWAY, BACK]), 3);
        assert_eq!(end_after(&[AWAY, BOTH]), 3, "it has another name now");
        assert_eq!(end_after(&[AWAY, CREATE, WRITE]), 100);
        assert_eq!(end_after(&[AWAY, CREATE, WRITE, CLOSE]), 3);
        assert_eq!(end_after(&[REMOVE]), 50);
        assert_eq!(end_after(&[CREATE, WRITE, CLOSE]), 50, "it may take another's place");
        assert_eq!(end_after(&[CREATE, WRITE, CLOSE, AWAY]), 3);
    }

    #[test]
    fn many_files_and_new_folders_take_longer() {
        let now = Instant::now();
        let mut debounce = Debounce::default();
        assert_eq!(debounce.end(), None);
        for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
            debounce.name(Path::new(name), &CLOSE, now);
        }
        assert_eq!(debounce.end(), Some(now + Patience::SAVE.quiet));
        debounce.name(Path::new("i"), &CLOSE, now);
        assert_eq!(debounce.end(), Some(now + Patience::MANY.quiet));
        debounce.name(Path::new("i"), &WRITE, now);
        assert_eq!(debounce.end(), Some(now + Patience::MANY_OPEN.quiet));
        let late = now + Duration::from_millis(990);
        debounce.name(Path::new("i"), &CLOSE, late);
        assert_eq!(debounce.end(), Some(now + Patience::MANY.most), "some day it is enough");
        debounce.await_git(late);
        assert_eq!(debounce.end(), Some(late + Patience::GIT.quiet));

        let mut debounce = Debounce::default();
        debounce.name_new_folder(Path::new("a"), now);
        assert_eq!(debounce.end(), Some(now + Patience::MANY.quiet));
    }
}
