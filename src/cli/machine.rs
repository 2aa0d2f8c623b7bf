//! What a command takes of the machine before it begins, got or missed in words.

use std::num::NonZero;
use std::sync::mpsc::{self, Sender};
use std::thread;

use anyhow::{Context, ensure};
use rayon::{ThreadBuilder, ThreadPoolBuilder};
use rustix::process::{Resource, Signal, getrlimit};
use rustix::thread::disable_transparent_huge_pages;
use tokio::runtime;
use tokio::signal::unix::{SignalKind, signal};

/// Bytes of address space without which not even a small site can be read.
const LEAST_SPACE: u64 = 96 << 20;

/// Refuses to begin where memory would end in the middle, takes threads, and lets a file that may
/// grow no further be an error like others.
pub(super) fn begin() -> anyhow::Result<()> {
    let space = getrlimit(Resource::As).current.unwrap_or(u64::MAX);
    ensure!(
        space >= LEAST_SPACE,
        "a program may use at most {} MB of memory here (ulimit -v), and even a small site needs {}",
        space >> 20,
        LEAST_SPACE >> 20
    );
    // Huge pages would make the peak of memory a sixth larger. Where they cannot be refused, it is.
    let _ = disable_transparent_huge_pages(true);
    survive_full_files();
    take_threads()
}

/// As many threads as there are cores, or as RAYON_NUM_THREADS asks for; fewer where no more can be
/// had, and this one alone where none can.
fn take_threads() -> anyhow::Result<()> {
    let asked = std::env::var("RAYON_NUM_THREADS").ok();
    let asked: Option<NonZero<usize>> = asked.and_then(|number| number.parse().ok());
    let wanted = asked.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);
    let mut waiting: Vec<Sender<ThreadBuilder>> = vec![];
    for _ in 0..wanted {
        let (sender, work) = mpsc::channel::<ThreadBuilder>();
        let begun = thread::Builder::new().spawn(move || {
            if let Ok(work) = work.recv() {
                work.run();
            }
        });
        match begun {
            Ok(_) => waiting.push(sender),
            Err(_) => break,
        }
    }
    let pool = ThreadPoolBuilder::new().num_threads(waiting.len().max(1));
    let built = match waiting.is_empty() {
        true => pool.use_current_thread().build_global(),
        false => pool
            .spawn_handler(|work| {
                let sender = waiting.pop().expect("one for each thread of the pool");
                sender.send(work).map_err(|_| std::io::ErrorKind::BrokenPipe.into())
            })
            .build_global(),
    };
    built.context("no thread can be started")
}

/// Whether so many more threads can be had at the same time.
pub(super) fn can_have_threads(count: usize) -> bool {
    let mut all = vec![];
    for _ in 0..count {
        let (sender, end) = mpsc::channel::<()>();
        // It ends when its sender is let go.
        match thread::Builder::new().spawn(move || end.recv().is_ok()) {
            Ok(thread) => all.push((sender, thread)),
            Err(_) => break,
        }
    }
    let had = all.len();
    for (sender, thread) in all {
        drop(sender);
        let _ = thread.join();
    }
    had == count
}

/// A file that grows beyond `ulimit -f` ends a program by a signal, unless somebody hears it: then
/// writing fails in words. What hears it stays when the runtime goes.
fn survive_full_files() {
    let Ok(runtime) = runtime::Builder::new_current_thread().enable_io().build() else { return };
    let _inside = runtime.enter();
    let _ = signal(SignalKind::from_raw(Signal::XFSZ.as_raw()));
}
