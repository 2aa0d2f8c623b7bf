//! The connections that are open, and who makes room for whom.
//!
//! Guests have fewer places than there are, so that the writer always finds one, and each of them
//! has a few. Who comes to a full house takes the place of the one who has done nothing for the
//! longest time: so nobody keeps others out by being silent, or by not reading.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use super::who::is_here;

/// How many connections there may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub(super) all: usize,
    /// Of guests.
    pub(super) guests: usize,
    /// Of one guest.
    pub(super) each: usize,
}

/// All connections that are open.
#[derive(Debug)]
pub(super) struct Places {
    limits: Limits,
    taken: Mutex<Vec<Arc<Seat>>>,
    begun: Instant,
    freed: Notify,
}

/// Of one connection; its place is free again when this is gone.
#[derive(Debug)]
pub(super) struct Place {
    places: Arc<Places>,
    seat: Arc<Seat>,
}

/// Work that a connection waits for, or an answer that is on its way.
#[derive(Debug)]
pub(super) struct Busy {
    places: Arc<Places>,
    seat: Arc<Seat>,
}

#[derive(Debug)]
pub(super) struct Seat {
    origin: Origin,
    is_guest: AtomicBool,
    /// Answers that are being made.
    work: AtomicUsize,
    /// Whether the other end does not take what was written.
    is_stalled: AtomicBool,
    /// When it had nothing more to do, or was no longer read: nanoseconds since the beginning.
    since: AtomicU64,
    leave: Notify,
}

/// How long an answer must have been standing still before its place may be another's.
const STILL: Duration = Duration::from_secs(3);

/// Where somebody comes from: this machine, an address, or the network that one house has for
/// itself, for whom any number of addresses costs nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Origin {
    Here,
    There(IpAddr),
}

impl Origin {
    pub(super) fn of(peer: IpAddr) -> Origin {
        match peer.to_canonical() {
            peer if is_here(peer) => Origin::Here,
            IpAddr::V6(peer) => {
                let house = Ipv6Addr::from_bits(peer.to_bits() & !u128::from(u64::MAX));
                Origin::There(house.into())
            }
            peer => Origin::There(peer),
        }
    }
}

impl Places {
    pub(super) fn new(limits: Limits) -> Arc<Places> {
        let (taken, begun, freed) = (Mutex::default(), Instant::now(), Notify::new());
        Arc::new(Places { limits, taken, begun, freed })
    }

    /// A place for who comes from there; `None` if all who could make room are busy.
    pub(super) fn enter(self: &Arc<Places>, origin: Origin) -> Option<Place> {
        let mut taken = self.taken();
        let is_guest = origin != Origin::Here;
        if is_guest {
            self.make_room(&mut taken, self.limits.each, |seat| seat.origin == origin)?;
            self.make_room(&mut taken, self.limits.guests, Seat::is_guest)?;
        }
        // Others never make room for a guest beyond that, nor guests for the writer: they have
        // left room before.
        let beside = taken.iter().filter(|seat| seat.is_guest() != is_guest).count();
        let rest = self.limits.all.saturating_sub(beside);
        self.make_room(&mut taken, rest, |seat| seat.is_guest() == is_guest)?;
        let seat = Arc::new(Seat {
            origin,
            is_guest: AtomicBool::new(is_guest),
            work: AtomicUsize::new(0),
            is_stalled: AtomicBool::new(false),
            since: AtomicU64::new(self.now()),
            leave: Notify::new(),
        });
        taken.push(seat.clone());
        Some(Place { places: self.clone(), seat })
    }

    /// Waits until nobody is left.
    pub(super) async fn empty(&self) {
        loop {
            let freed = self.freed.notified();
            if self.taken().is_empty() {
                return;
            }
            freed.await;
        }
    }

    fn now(&self) -> u64 {
        nanoseconds(self.begun.elapsed())
    }

    fn taken(&self) -> MutexGuard<'_, Vec<Arc<Seat>>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends away the idlest of those that `is_one`, if there are `most` of them.
    fn make_room(
        &self,
        taken: &mut Vec<Arc<Seat>>,
        most: usize,
        is_one: impl Fn(&Seat) -> bool,
    ) -> Option<()> {
        let those = || taken.iter().enumerate().filter(|(_, seat)| is_one(seat));
        if those().count() < most {
            return Some(());
        }
        let now = self.now();
        let idle = those().filter_map(|(at, seat)| Some((seat.idle_since(now)?, at)));
        let (_, at) = idle.min()?;
        taken.swap_remove(at).leave.notify_one();
        Some(())
    }
}

fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

impl Place {
    /// Something is to be done for it from now on.
    pub(super) fn busy(&self) -> Busy {
        self.seat.work.fetch_add(1, Ordering::AcqRel);
        Busy { places: self.places.clone(), seat: self.seat.clone() }
    }

    /// Ends when its place is needed by another.
    pub(super) async fn wanted(&self) {
        self.seat.leave.notified().await;
    }

    /// Counts it among the guests, whom something on this machine speaks for; false if they have no
    /// place left.
    pub(super) fn is_a_guests(&self) -> bool {
        if self.seat.is_guest() {
            return true;
        }
        let mut taken = self.places.taken();
        let guests = self.places.limits.guests;
        let has_room = self.places.make_room(&mut taken, guests, Seat::is_guest).is_some();
        self.seat.is_guest.store(has_room, Ordering::Release);
        has_room
    }

    pub(super) fn origin(&self) -> Origin {
        self.seat.origin
    }

    /// The other end has taken something of what is written to it.
    pub(super) fn moves(&self) {
        self.seat.is_stalled.store(false, Ordering::Release);
        self.seat.since.store(self.places.now(), Ordering::Relaxed);
    }

    /// The other end takes no more for now.
    pub(super) fn stalls(&self) {
        self.seat.is_stalled.store(true, Ordering::Release);
    }
}

impl Seat {
    fn is_guest(&self) -> bool {
        self.is_guest.load(Ordering::Acquire)
    }

    /// Since when nothing has come of it; `None` if something may.
    fn idle_since(&self, now: u64) -> Option<u64> {
        let since = self.since.load(Ordering::Relaxed);
        let is_still = now.saturating_sub(since) >= nanoseconds(STILL);
        let is_idle = !self.is_stalled.load(Ordering::Acquire) || is_still;
        (is_idle && self.work.load(Ordering::Acquire) == 0).then_some(since)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.seat.since.store(self.places.now(), Ordering::Relaxed);
        self.seat.work.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.taken().retain(|seat| !Arc::ptr_eq(seat, &self.seat));
        self.places.freed.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Arc<Places> {
        Places::new(Limits { all: 8, guests: 5, each: 3 })
    }

    fn from(address: &str) -> Origin {
        Origin::of(address.parse().expect("an address"))
    }

    fn is_wanted(place: &Place) -> bool {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            tokio::select! {
                biased;
                () = place.wanted() => true,
                () = std::future::ready(()) => false,
            }
        })
    }

    #[test]
    fn a_house_is_one_however_many_addresses_it_has() {
        assert_eq!(from("127.0.0.9"), Origin::Here);
        assert_eq!(from("::ffff:127.0.0.1"), from("::1"));
        assert_eq!(from("2001:db8:1:2::1"), from("2001:db8:1:2:ffff::9"));
        assert_ne!(from("2001:db8:1:2::1"), from("2001:db8:1:3::1"));
        assert_ne!(from("10.0.0.1"), from("10.0.0.2"));
    }

    #[test]
    fn who_comes_takes_the_place_of_the_idlest_of_their_kind() {
        let places = places();
        let one: Vec<Place> = (0..3).filter_map(|_| places.enter(from("10.0.0.1"))).collect();
        let _busy = one[0].busy();
        let _fourth = places.enter(from("10.0.0.1")).expect("room is made");
        let left: Vec<bool> = one.iter().map(is_wanted).collect();
        assert_eq!(left, [false, true, false]);
    }

    #[test]
    fn guests_who_are_all_busy_leave_room_for_the_writer_and_for_no_guest() {
        let places = places();
        let addresses = ["10.0.0.1", "10.0.0.1", "10.0.0.1", "10.0.0.2", "10.0.0.2"];
        let guests: Vec<Place> =
            addresses.iter().filter_map(|address| places.enter(from(address))).collect();
        let busy: Vec<Busy> = guests.iter().map(Place::busy).collect();
        assert!(places.enter(from("10.0.0.1")).is_none(), "one guest has its share");
        assert!(places.enter(from("10.0.0.3")).is_none(), "so have all");
        let own: Vec<Place> = (0..3).filter_map(|_| places.enter(Origin::Here)).collect();
        assert_eq!(own.len(), 3);
        let _next = places.enter(Origin::Here).expect("a silent one of this machine makes room");
        assert!(is_wanted(&own[0]) && !guests.iter().any(is_wanted));
        drop(busy);
        assert!(places.enter(from("10.0.0.3")).is_some());
    }

    #[test]
    fn whom_a_proxy_speaks_for_is_counted_among_the_guests() {
        let places = places();
        let guests: Vec<Place> =
            (1..6).filter_map(|n| places.enter(from(&format!("10.0.0.{n}")))).collect();
        let passed_on = places.enter(Origin::Here).expect("a place");
        let busy: Vec<Busy> = guests.iter().map(Place::busy).collect();
        assert!(!passed_on.is_a_guests());
        drop(busy);
        assert!(passed_on.is_a_guests());
        assert_eq!(guests.iter().filter(|it| is_wanted(it)).count(), 1);
    }

    #[test]
    fn a_place_is_free_when_its_holder_is_gone() {
        let places = places();
        for _ in 0..20 {
            let _held: Vec<Place> = (0..8).filter_map(|_| places.enter(Origin::Here)).collect();
            assert_eq!(places.taken().len(), 8);
        }
        assert!(places.taken().is_empty());
    }
}
