//! The memory that photos may take.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use rayon::prelude::*;

use super::*;

#[test]
fn lent_memory_never_exceeds_the_budget() {
    let budget = Budget::of(100);
    let (now, peak) = (AtomicU64::new(0), AtomicU64::new(0));
    let work = |bytes: u64| {
        let _share = budget.take(bytes);
        let sum = now.fetch_add(bytes.min(100), Ordering::SeqCst) + bytes.min(100);
        peak.fetch_max(sum, Ordering::SeqCst);
        assert!(sum <= 100, "{sum}");
        thread::yield_now();
        now.fetch_sub(bytes.min(100), Ordering::SeqCst);
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(8).build().expect("threads");
    pool.install(|| {
        (0..4000_u64)
            .into_par_iter()
            .for_each(|at| work([7, 60, 1, 33, 250, 12, 99][at as usize % 7]));
    });
    // A share of 60 leaves room for others.
    assert!(peak.load(Ordering::SeqCst) > 60);
    assert_eq!(*budget.0.now(), 0, "all was given back");
}

#[test]
fn small_photos_are_processed_in_parallel() {
    let budget = Budget::of(100);
    let shares: Vec<_> = (0..4).map(|_| budget.clone()).collect();
    let held: Vec<_> = shares.iter().map(|budget| budget.take(25)).collect();
    assert_eq!(*budget.0.now(), 100);
    drop(held);
    assert_eq!(*budget.0.now(), 0);
}

#[test]
fn a_panic_returns_its_share_of_the_budget() {
    let budget = Budget::of(10);
    let other = budget.clone();
    let failed = thread::spawn(move || {
        let _share = other.take(10);
        panic!("as decoders do");
    });
    assert!(failed.join().is_err());
    drop(budget.take(10));
}
