//! Notices when a look at the project's folder is worth it.
//!
//! An event of the system is only a hint: there may be too many, too often, too late, or none. So
//! events are collected until no more come (`debounce`), and everything is looked at from time to
//! time without one.

mod debounce;
mod event_filter;
mod git;
mod refusal;
mod share;

use std::collections::{BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use anyhow::Context;
use notify::event::{ModifyKind, RenameMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::folder::{Hint, PLACES};
use debounce::Debounce;

/// The time between two looks at everything: where the system sends events, and where it does not.
const HEARTBEAT: Duration = Duration::from_secs(2);
const POLL: Duration = Duration::from_secs(1);

/// A look takes no more than this part of the time.
const PART: u32 = 50;

/// Until a new folder is looked at once more: files may have come before it was watched.
const AGAIN: Duration = Duration::from_millis(50);

/// Paths from which on a look at everything is as good.
const MANY: usize = 300;

/// How to learn of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Events,
    /// By looking at everything this often: where the system sends no events.
    Poll(Duration),
}

/// A project's folder under watch.
#[derive(Debug)]
pub struct Watch {
    root: PathBuf,
    sender: Sender<Message>,
    messages: Receiver<Message>,
    /// `None` where the system reports no events.
    watcher: Option<RecommendedWatcher>,
    notice: Option<String>,
    rhythm: Rhythm,
    /// How long the last look at everything took.
    look: Duration,
    /// When a look at everything was last asked for.
    whole: Instant,
    /// New folders, and when to look at them once more.
    again: VecDeque<(Instant, PathBuf)>,
    /// The root itself went away.
    is_lost: bool,
    is_stopped: bool,
}

/// How often to look at everything.
#[derive(Clone, Copy, Debug)]
enum Rhythm {
    Heartbeat,
    Poll(Duration),
}

#[derive(Debug)]
enum Message {
    Event(notify::Result<Event>),
    Stop,
}

/// Ends a watch, from any thread.
#[derive(Clone, Debug)]
pub struct Stopper(Sender<Message>);

impl Stopper {
    /// `wait` answers `None` from now on.
    pub fn stop(&self) {
        // Without a receiver, the watch is gone.
        let _ = self.0.send(Message::Stop);
    }
}

impl Watch {
    /// Watches from now on, so the first look comes after it. Where the system sends no events,
    /// everything is looked at every second instead, and `notice` says why.
    pub fn new(root: &Path, how: How) -> anyhow::Result<Watch> {
        let root =
            root.canonicalize().with_context(|| format!("cannot watch {}", root.display()))?;
        let (sender, messages) = mpsc::channel();
        let mut watch = Watch {
            root,
            sender,
            messages,
            watcher: None,
            notice: None,
            rhythm: Rhythm::Heartbeat,
            look: Duration::ZERO,
            whole: Instant::now(),
            again: VecDeque::new(),
            is_lost: false,
            is_stopped: false,
        };
        match how {
            How::Events => watch.watch_events(),
            How::Poll(every) => watch.rhythm = Rhythm::Poll(every),
        }
        Ok(watch)
    }

    /// Why changes are not seen at once, and what can be done.
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    pub fn stopper(&self) -> Stopper {
        Stopper(self.sender.clone())
    }

    /// Takes how long a look at everything took, so that they do not come too often.
    pub fn looked(&mut self, took: Duration) {
        self.look = took;
    }

    /// Blocks until there is a reason to look; `None` once stopped.
    pub fn wait(&mut self) -> Option<Hint> {
        let mut debounce = Debounce::default();
        while !self.is_stopped {
            let now = Instant::now();
            let until = debounce.end().unwrap_or_else(|| self.next_look());
            if now >= until {
                if debounce.may_await_git(now) && git::is_at_work(&self.root) {
                    debounce.await_git(now);
                    continue;
                }
                return Some(self.hint(debounce, now));
            }
            match self.messages.recv_timeout(until - now) {
                Ok(Message::Event(Ok(event))) => self.take(&event, &mut debounce),
                Ok(Message::Event(Err(error))) => {
                    debounce.name_everything(Instant::now());
                    if matches!(error.kind, notify::ErrorKind::MaxFilesWatch) {
                        self.poll_instead(&error);
                    }
                }
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => self.is_stopped = true,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
        None
    }

    fn next_look(&self) -> Instant {
        let again = self.again.front().map(|(due, _)| *due);
        let whole = self.whole + self.rhythm.rest(self.look);
        again.map_or(whole, |again| again.min(whole))
    }

    fn take(&mut self, event: &Event, debounce: &mut Debounce) {
        let now = Instant::now();
        if event.need_rescan() {
            debounce.name_everything(now);
            self.follow_all();
        }
        for path in &event.paths {
            if *path == self.root {
                self.is_lost = true;
                debounce.name_everything(now);
                continue;
            }
            let came = matches!(
                event.kind,
                EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(RenameMode::To))
            );
            let is_new_folder = came && is_folder(path);
            if is_new_folder {
                if path.parent() == Some(&self.root) {
                    self.follow(path);
                }
                debounce.name_new_folder(path, now);
            } else {
                debounce.name(path, &event.kind, now);
            }
        }
    }

    fn hint(&mut self, debounce: Debounce, now: Instant) -> Hint {
        let is_beat = now >= self.whole + self.rhythm.rest(self.look);
        let mut paths = BTreeSet::new();
        while self.again.front().is_some_and(|(due, _)| *due <= now) {
            paths.extend(self.again.pop_front().map(|(_, path)| path));
        }
        self.again.extend(debounce.new_folders.into_iter().map(|path| (now + AGAIN, path)));
        paths.extend(debounce.named.into_keys());
        if is_beat || debounce.is_whole || paths.len() > MANY {
            self.whole = now;
            if self.is_lost {
                self.follow_all();
            }
            return Hint::Everything;
        }
        Hint::At(paths)
    }

    fn watch_events(&mut self) {
        let sender = self.sender.clone();
        let root = self.root.clone();
        let on_event = move |event: notify::Result<Event>| {
            if let Some(event) = event_filter::filtered(&root, event) {
                // Without a receiver, the watch is gone.
                let _ = sender.send(Message::Event(event));
            }
        };
        let config = Config::default().with_follow_symlinks(false);
        match RecommendedWatcher::new(on_event, config) {
            Ok(watcher) => self.watcher = Some(watcher),
            Err(error) => return self.poll_instead(&error),
        }
        if let Some(kind) = share::kind(&self.root) {
            self.notice = Some(refusal::of_share(kind));
            self.rhythm = Rhythm::Poll(POLL);
        }
        self.follow_all();
    }

    fn poll_instead(&mut self, error: &notify::Error) {
        self.watcher = None;
        self.notice = Some(refusal::of_system(error));
        self.rhythm = Rhythm::Poll(POLL);
    }

    /// The root, in which places come and go, and what lies below the places.
    fn follow_all(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        match watcher.watch(&self.root, RecursiveMode::NonRecursive) {
            Ok(()) => self.is_lost = false,
            Err(_) if !self.root.is_dir() => self.is_lost = true,
            Err(error) => self.poll_instead(&error),
        }
        for place in PLACES {
            self.follow(&self.root.join(place));
        }
    }

    fn follow(&mut self, place: &Path) {
        let Some(watcher) = &mut self.watcher else { return };
        if is_folder(place)
            && let Err(error) = watcher.watch(place, RecursiveMode::Recursive)
            && place.is_dir()
        {
            self.poll_instead(&error);
        }
    }
}

impl Rhythm {
    fn rest(self, look: Duration) -> Duration {
        match self {
            Rhythm::Heartbeat => HEARTBEAT.max(look * PART),
            Rhythm::Poll(every) if look > every / 4 => every.max(look * PART),
            Rhythm::Poll(every) => every,
        }
    }
}

/// No link to one.
fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_scans_take_a_small_part_of_the_time() {
        let ms = Duration::from_millis;
        let cases = [
            (Rhythm::Heartbeat, ms(5), ms(2_000)),
            (Rhythm::Heartbeat, ms(100), ms(5_000)),
            (Rhythm::Poll(ms(500)), ms(100), ms(500)),
            (Rhythm::Poll(ms(500)), ms(200), ms(10_000)),
        ];
        for (rhythm, look, rest) in cases {
            assert_eq!(rhythm.rest(look), rest, "{rhythm:?} {look:?}");
        }
    }
}
