//! Follows the folder: what is saved there comes to be seen, and photos are looked into meanwhile.

use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::darkroom::Hands;
use super::{Cache, Darkroom, Files, Folder, Hint, Live, Stopper, Watch};
use crate::site::Settings;

/// What keeps a project that is looked at true.
pub struct Following {
    pub folder: Folder,
    pub watch: Watch,
    pub live: Arc<Live>,
    pub cache: Cache,
    pub hands: Arc<Hands>,
    /// For whom and for which day the site is; asked at every look, for days end.
    pub settings: Box<dyn Fn() -> Settings + Send>,
    /// Hears what the machine failed at.
    pub complain: Box<dyn Fn(&anyhow::Error) + Send>,
}

/// Ends the following when it is let go.
pub struct Followed {
    stopper: Stopper,
    looking: Option<JoinHandle<()>>,
}

/// Photos are looked into when nothing has come for so long.
const PAUSE: Duration = Duration::from_millis(120);

impl Following {
    /// Begins to follow, apart from whoever called.
    pub fn begin(self) -> Followed {
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
        let _ = asking.send(());
        let mut failed = false;
        while let Some(hint) = self.watch.wait() {
            let settings = (self.settings)();
            if settings != *self.live.now().snapshot.settings() {
                self.live.turn(settings);
            }
            let begun = Instant::now();
            match self.folder.changes_at(&hint) {
                Ok(changes) => {
                    failed = false;
                    let is_change = !changes.is_empty();
                    self.live.apply(changes, begun.elapsed());
                    if is_change {
                        // The other end lives as long as this one.
                        let _ = asking.send(());
                    }
                }
                // Said once, and looked at again: the folder may come back.
                Err(error) if !failed => {
                    failed = true;
                    (self.complain)(&error);
                }
                Err(_) => {}
            }
            if matches!(hint, Hint::Everything) {
                self.watch.looked(begun.elapsed());
            }
        }
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
    /// Looks into the pixels of photos that nobody has looked into, and forgets what may not be
    /// kept, as often as it is asked.
    fn go_on(&self, asked: &mpsc::Receiver<()>) {
        let mut unseen = None;
        while asked.recv().is_ok() {
            while asked.recv_timeout(PAUSE).is_ok() {}
            let darkroom = Darkroom::new(&self.files, self.cache.clone());
            let snapshot = self.live.now().snapshot.clone();
            for photos in snapshot.undeveloped_photos().chunks(SHEET) {
                self.live.develop(self.hands.with(|| darkroom.develop(photos, &|_| false)));
            }
            let now = snapshot.site().unseen.clone();
            if unseen.as_ref().is_some_and(|before| *before != now) {
                darkroom.keep_only(&snapshot.keepable_photos());
            }
            unseen = Some(now);
        }
    }
}
