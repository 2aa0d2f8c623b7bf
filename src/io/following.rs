//! Follows the folder: what is saved there comes to be seen, and photos are looked into meanwhile.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::bail;

use super::darkroom::PhotoPool;
use super::live::OptionsNow;
use super::{Cache, Darkroom, Folder, Hint, Live, ProjectFiles, Stopper, Watch};
use crate::base::Flaw;
use crate::site::BuildOptions;
use crate::workspace::{DevelopedPhoto, Photo, Workspace};

/// What keeps a project that is looked at true.
pub(crate) struct Following {
    pub(crate) folder: Folder,
    pub(crate) watch: Watch,
    pub(crate) live: Arc<Live>,
    pub(crate) cache: Cache,
    pub(crate) photo_pool: Arc<PhotoPool>,
    /// For whom and for which day the site is, in the time zone of `site.toml`; asked at every look,
    /// for days end.
    pub(crate) options: Box<OptionsNow>,
    /// Receives the failures of the machine.
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
    /// Begins to follow, on a thread of its own.
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
            photo_pool: self.photo_pool.clone(),
        };
        thread::spawn(move || developing.go_on(&asked));
        self.live.announce_snapshots(asking.clone());
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
        self.turn();
        let begun = Instant::now();
        let changes = self.folder.changes_at(hint)?;
        let took = begun.elapsed();
        if matches!(hint, Hint::Everything) {
            self.watch.looked(took);
        }
        self.live.apply(changes, took);
        // The time zone may be another one now.
        self.turn();
        Ok(())
    }

    /// Goes on to another day if one has begun where the site is.
    fn turn(&self) {
        let options = self.options_now();
        if options != *self.live.now().snapshot.options() {
            self.live.set_options(options);
        }
    }

    fn options_now(&self) -> BuildOptions {
        (self.options)(self.live.now().snapshot.time_zone())
    }

    /// After a fault of our own, nothing that was known is trusted: the next look reports everything.
    fn begin_anew(&mut self) -> anyhow::Result<()> {
        self.live.begin_anew(Workspace::new(self.options_now()));
        self.folder = Folder::open(self.folder.files().root())?;
        bail!("Storywall had a fault with a change, so it reads all files again")
    }
}

impl Drop for Followed {
    fn drop(&mut self) {
        self.stopper.stop();
        if let Some(looking) = self.looking.take() {
            // What it could not do was reported already.
            let _ = looking.join();
        }
    }
}

/// What it takes to look into photos.
struct Developing {
    live: Arc<Live>,
    files: ProjectFiles,
    cache: Cache,
    photo_pool: Arc<PhotoPool>,
}

/// Photos that are developed before the result is shown.
const BATCH: usize = 24;

impl Developing {
    /// Develops photos that were not developed yet, under whatever settings they are
    /// seen, and forgets what may not be kept, as often as it is asked.
    fn go_on(&self, asked: &mpsc::Receiver<()>) {
        let mut unseen = None;
        while asked.recv().is_ok() {
            while asked.recv_timeout(PAUSE).is_ok() {}
            let moment = self.live.now();
            for snapshot in moment.snapshots() {
                for batch in snapshot.undeveloped_photos().chunks(BATCH) {
                    self.live.develop(self.develop(batch));
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
        Darkroom::new(&self.files, self.cache.clone()).within(self.photo_pool.budget())
    }

    /// A few at a time, so that a request for a photo need not wait for all of these.
    fn develop(&self, photos: &[Photo]) -> Vec<DevelopedPhoto> {
        let darkroom = self.darkroom();
        let few = photos.chunks(self.photo_pool.count());
        let mut developed: Vec<DevelopedPhoto> = few
            .flat_map(|few| self.photo_pool.with(|| darkroom.develop(few, &|_| false)))
            .collect();
        // A file that is changed at this moment will be reported again.
        developed.retain(|photo| !matches!(photo.seen, Err(Flaw::Unreadable(_))));
        developed
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicI64, Ordering};

    use jiff::Timestamp;

    use super::*;
    use crate::base::UrlPath;
    use crate::io::{How, Key};
    use crate::site::BuildAudience;

    const FILES: &[(&str, &str)] = &[
        ("site.toml", "title = \"Wall\"\ntime_zone = \"Europe/Copenhagen\"\n"),
        ("content/people/ana-dam.md", "---\nname: Ana Dam\n---\n"),
        (
            "content/people/bo-lind.md",
            "---\nname: Bo Lind\nconsent: {name: yes, given: 2026-01-01, until: 2026-11-21}\n---\n",
        ),
        (
            "content/stories/tomorrow.md",
            "---\ntitle: Tomorrow\nauthor: ana-dam\ndate: 2026-11-22\n---\nText.\n",
        ),
        (
            "content/stories/bo.md",
            "---\ntitle: Of Bo\nauthor: bo-lind\ndate: 2026-11-20\n---\nText.\n",
        ),
        (
            "content/speaking/call.md",
            "---\nname: Days\nurl: https://days.example/\nstart: 2027-04-15\n\
             cfp: {opens: 2026-10-01, closes: 2026-11-21}\n---\n",
        ),
    ];

    /// The page at this address as it is seen now; `None` if there is none.
    fn page(live: &Live, address: &str) -> Option<String> {
        let address = UrlPath::new(address).expect("an address");
        let rendered = live.now().snapshot.render(&address)?.expect("no template is wrong");
        match rendered.body {
            crate::base::Body::Bytes(bytes) => String::from_utf8(bytes.to_vec()).ok(),
            _ => None,
        }
    }

    fn wait_until(what: &str, is_so: impl Fn() -> bool) {
        let begun = Instant::now();
        while !is_so() {
            assert!(begun.elapsed() < Duration::from_secs(60), "{what}");
            thread::sleep(Duration::from_millis(50));
        }
    }

    #[test]
    fn a_day_begins_at_midnight_of_the_site_while_the_preview_runs() {
        let place = tempfile::tempdir().expect("a folder");
        for (path, text) in FILES {
            let path = place.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
            std::fs::write(path, text).expect("it can be written");
        }
        let moment = |text: &str| text.parse::<Timestamp>().expect("a moment").as_second();
        // A minute before midnight in Copenhagen; in Greenwich, the day goes on for an hour.
        let clock = Arc::new(AtomicI64::new(moment("2026-11-21T22:59:00Z")));
        let read = clock.clone();
        let options = move |zone: Option<&crate::base::Zone>| BuildOptions {
            today: zone
                .expect("the site names one")
                .day_at(Timestamp::from_second(read.load(Ordering::SeqCst)).expect("a moment")),
            drafts: false,
            audience: BuildAudience::Internal,
            base_url: None,
        };
        let mut folder = Folder::open(place.path()).expect("it is there");
        let watch = Watch::new(folder.files().root(), How::Events).expect("it can be watched");
        let changes = folder.changes().expect("it can be read");
        let zone = crate::config::time_zone_of(&changes);
        let live = Live::new(Workspace::new(options(zone.as_ref())), changes, Duration::ZERO);
        let live = Arc::new(live);
        let key = Key::new().expect("a key");
        let followed = Following {
            folder,
            watch,
            live: live.clone(),
            cache: Cache::new(place.path().join(".storywall"), &key),
            photo_pool: Arc::new(PhotoPool::new().expect("threads")),
            options: Box::new(options),
            complain: Box::new(|error| panic!("{error}")),
        }
        .begin();
        let is_there = |address: &str| page(&live, address).is_some();
        let board = || page(&live, "speaking/call.html").expect("an event");
        let before = board();
        assert!(!is_there("stories/tomorrow.html"));
        assert!(is_there("stories/bo.html") && is_there("people/bo-lind.html"));
        // Nothing is saved; only time passes.
        clock.store(moment("2026-11-21T22:59:59Z"), Ordering::SeqCst);
        thread::sleep(Duration::from_secs(3));
        assert!(!is_there("stories/tomorrow.html"), "it is still today");
        clock.store(moment("2026-11-21T23:00:00Z"), Ordering::SeqCst);
        wait_until("tomorrow's story comes", || is_there("stories/tomorrow.html"));
        assert!(
            !is_there("stories/bo.html") && !is_there("people/bo-lind.html"),
            "a consent ended"
        );
        assert_ne!(board(), before, "a call has closed");
        let home = page(&live, "index.html").expect("a home page");
        assert!(home.contains("Tomorrow") && !home.contains("Of Bo"));
        drop(followed);
    }
}
