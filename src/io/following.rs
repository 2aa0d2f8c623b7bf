//! Follows the folder: what is saved there comes to be seen, and photos are looked into meanwhile.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::bail;

use super::darkroom::Hands;
use super::{Cache, Darkroom, Files, Folder, Hint, Live, Stopper, Watch};
use crate::base::Flaw;
use crate::site::Settings;
use crate::workspace::{Outcome, Photo, Workspace};

/// What keeps a project that is looked at true.
pub(crate) struct Following {
    pub(crate) folder: Folder,
    pub(crate) watch: Watch,
    pub(crate) live: Arc<Live>,
    pub(crate) cache: Cache,
    pub(crate) hands: Arc<Hands>,
    /// For whom and for which day the site is; asked at every look, for days end.
    pub(crate) settings: Box<dyn Fn() -> Settings + Send>,
    /// Hears what the machine failed at.
    pub(crate) complain: Box<dyn Fn(&anyhow::Error) + Send>,
}

/// Ends the following when it is let go.
pub(crate) struct Followed {
    stopper: Stopper,
    looking: Option<JoinHandle<()>>,
}

/// Photos are looked into when nothing has come for so long.
const PAUSE: Duration = Duration::from_millis(120);

impl Following {
    /// Begins to follow, apart from whoever called.
    pub(crate) fn begin(self) -> Followed {
        let stopper = self.watch.stopper();
        let looking = thread::spawn(move || self.follow());
        Followed { stopper, looking: Some(looking) }
    }

    fn follow(mut self) {
        let (asking, asked) = mpsc::channel();
        let developing = Developing {
            live: self.live.clone(),
            files: self.folder.files().clone(),
            cache: self.cache.clone(),
            hands: self.hands.clone(),
        };
        thread::spawn(move || developing.go_on(&asked));
        self.live.tell_of_lights(asking.clone());
        let _ = asking.send(());
        let mut failed = false;
        while let Some(hint) = self.watch.wait() {
            // What was missed while it failed is not in this hint.
            let hint = if failed { Hint::Everything } else { hint };
            let done = catch_unwind(AssertUnwindSafe(|| self.look(&hint)));
            let done = done.unwrap_or_else(|_| self.begin_anew());
            // Said once, and looked at again: the folder may come back.
            if let (Err(error), false) = (&done, failed) {
                (self.complain)(error);
            }
            failed = done.is_err();
            // The other end lives as long as this one.
            let _ = asking.send(());
        }
    }

    /// Takes in what differs where the hint points, and whatever the day brought.
    fn look(&mut self, hint: &Hint) -> anyhow::Result<()> {
        let settings = (self.settings)();
        if settings != *self.live.now().snapshot.settings() {
            self.live.turn(settings);
        }
        let begun = Instant::now();
        let changes = self.folder.changes_at(hint)?;
        let took = begun.elapsed();
        if matches!(hint, Hint::Everything) {
            self.watch.looked(took);
        }
        self.live.apply(changes, took);
        Ok(())
    }

    /// After a fault of our own, nothing that was known is trusted: the next look tells everything.
    fn begin_anew(&mut self) -> anyhow::Result<()> {
        self.live.begin_anew(Workspace::new((self.settings)()));
        self.folder = Folder::open(self.folder.files().root())?;
        bail!("Storywall had a fault with a change, so it reads all files again")
    }
}

impl Drop for Followed {
    fn drop(&mut self) {
        self.stopper.stop();
        if let Some(looking) = self.looking.take() {
            // What it could not do was told already.
            let _ = looking.join();
        }
    }
}

/// What it takes to look into photos.
struct Developing {
    live: Arc<Live>,
    files: Files,
    cache: Cache,
    hands: Arc<Hands>,
}

/// Photos that are looked into before what they told is shown.
const SHEET: usize = 24;

impl Developing {
    /// Looks into the pixels of photos that nobody has looked into, in whatever light they are
    /// seen, and forgets what may not be kept, as often as it is asked.
    fn go_on(&self, asked: &mpsc::Receiver<()>) {
        let mut unseen = None;
        while asked.recv().is_ok() {
            while asked.recv_timeout(PAUSE).is_ok() {}
            let moment = self.live.now();
            for snapshot in moment.snapshots() {
                for sheet in snapshot.undeveloped_photos().chunks(SHEET) {
                    self.live.develop(self.develop(sheet));
                }
            }
            let snapshot = &moment.snapshot;
            let now = snapshot.site().unseen.clone();
            if unseen.as_ref().is_some_and(|before| *before != now) {
                self.darkroom().keep_only(&snapshot.keepable_photos());
            }
            unseen = Some(now);
        }
    }

    fn darkroom(&self) -> Darkroom<'_> {
        Darkroom::new(&self.files, self.cache.clone()).within(self.hands.budget())
    }

    /// A few at a time, so that who waits for a photo need not wait for all of these.
    fn develop(&self, photos: &[Photo]) -> Vec<Outcome> {
        let darkroom = self.darkroom();
        let few = photos.chunks(self.hands.count());
        let mut outcomes: Vec<Outcome> =
            few.flat_map(|few| self.hands.with(|| darkroom.develop(few, &|_| false))).collect();
        // A file that is changed at this moment will be told again.
        outcomes.retain(|outcome| !matches!(outcome.seen, Err(Flaw::Unreadable(_))));
        outcomes
    }
}
