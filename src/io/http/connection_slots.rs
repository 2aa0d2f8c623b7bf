//! Limits the connections that are open, and closes idle ones for new ones.
//!
//! Guests have fewer slots than there are, so that the writer always finds one, and each guest has a
//! few. A new connection takes the slot of the one that has done nothing for the longest time: so
//! no connection keeps others out by being silent, or by not reading.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use super::who::is_here;

/// How many connections there may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct ConnectionLimits {
    pub(super) all: usize,
    /// Of guests.
    pub(super) guests: usize,
    /// Of one guest.
    pub(super) each: usize,
}

/// All connections that are open.
#[derive(Debug)]
pub(super) struct ConnectionSlots {
    limits: ConnectionLimits,
    taken: Mutex<Vec<Arc<SlotState>>>,
    begun: Instant,
    freed: Notify,
}

/// The slot of one connection; it is free again when this is dropped.
#[derive(Debug)]
pub(super) struct ConnectionSlot {
    slots: Arc<ConnectionSlots>,
    state: Arc<SlotState>,
}

/// Held while a connection waits for work, or an answer is on its way: it does not count as idle.
#[derive(Debug)]
pub(super) struct BusyGuard {
    slots: Arc<ConnectionSlots>,
    state: Arc<SlotState>,
}

#[derive(Debug)]
pub(super) struct SlotState {
    origin: Origin,
    is_guest: AtomicBool,
    /// Answers that are being made.
    work: AtomicUsize,
    /// Whether the client does not read what was written.
    is_stalled: AtomicBool,
    /// When it became idle, or stalled: nanoseconds since the beginning.
    since: AtomicU64,
    evict: Notify,
}

/// How long an answer must have been stalled before its slot may be given to another connection.
const STILL: Duration = Duration::from_secs(3);

/// Where a connection comes from: this machine, an address, or the network that one house has for
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

impl ConnectionSlots {
    pub(super) fn new(limits: ConnectionLimits) -> Arc<ConnectionSlots> {
        let (taken, begun, freed) = (Mutex::default(), Instant::now(), Notify::new());
        Arc::new(ConnectionSlots { limits, taken, begun, freed })
    }

    /// A slot for a connection from there; `None` if all that could be closed for it are busy.
    pub(super) fn take(self: &Arc<ConnectionSlots>, origin: Origin) -> Option<ConnectionSlot> {
        let mut taken = self.taken();
        let is_guest = origin != Origin::Here;
        if is_guest {
            self.make_room(&mut taken, self.limits.each, |slot| slot.origin == origin)?;
            self.make_room(&mut taken, self.limits.guests, SlotState::is_guest)?;
        }
        // Others never make room for a guest beyond that, nor guests for the writer: they have
        // left room before.
        let beside = taken.iter().filter(|slot| slot.is_guest() != is_guest).count();
        let rest = self.limits.all.saturating_sub(beside);
        self.make_room(&mut taken, rest, |slot| slot.is_guest() == is_guest)?;
        let state = Arc::new(SlotState {
            origin,
            is_guest: AtomicBool::new(is_guest),
            work: AtomicUsize::new(0),
            is_stalled: AtomicBool::new(false),
            since: AtomicU64::new(self.now()),
            evict: Notify::new(),
        });
        taken.push(state.clone());
        Some(ConnectionSlot { slots: self.clone(), state })
    }

    /// Waits until no connection is left.
    pub(super) async fn all_free(&self) {
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

    fn taken(&self) -> MutexGuard<'_, Vec<Arc<SlotState>>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Evicts the idlest of those that `is_one`, if there are `most` of them.
    fn make_room(
        &self,
        taken: &mut Vec<Arc<SlotState>>,
        most: usize,
        is_one: impl Fn(&SlotState) -> bool,
    ) -> Option<()> {
        let those = || taken.iter().enumerate().filter(|(_, slot)| is_one(slot));
        if those().count() < most {
            return Some(());
        }
        let now = self.now();
        let idle = those().filter_map(|(at, slot)| Some((slot.idle_since(now)?, at)));
        let (_, at) = idle.min()?;
        taken.swap_remove(at).evict.notify_one();
        Some(())
    }
}

fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

impl ConnectionSlot {
    /// Something is to be done for it from now on.
    pub(super) fn busy(&self) -> BusyGuard {
        self.state.work.fetch_add(1, Ordering::AcqRel);
        BusyGuard { slots: self.slots.clone(), state: self.state.clone() }
    }

    /// Ends when its slot is needed by another connection.
    pub(super) async fn evicted(&self) {
        self.state.evict.notified().await;
    }

    /// Counts it as a guest's, which came through a proxy on this machine; false if guests have no slot
    /// left.
    pub(super) fn count_as_guest(&self) -> bool {
        if self.state.is_guest() {
            return true;
        }
        let mut taken = self.slots.taken();
        let guests = self.slots.limits.guests;
        let has_room = self.slots.make_room(&mut taken, guests, SlotState::is_guest).is_some();
        self.state.is_guest.store(has_room, Ordering::Release);
        has_room
    }

    pub(super) fn origin(&self) -> Origin {
        self.state.origin
    }

    /// The client has read something.
    pub(super) fn progressed(&self) {
        self.state.is_stalled.store(false, Ordering::Release);
        self.state.since.store(self.slots.now(), Ordering::Relaxed);
    }

    /// The client reads no more for now.
    pub(super) fn stalled(&self) {
        self.state.is_stalled.store(true, Ordering::Release);
    }
}

impl SlotState {
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

impl Drop for BusyGuard {
    fn drop(&mut self) {
        self.state.since.store(self.slots.now(), Ordering::Relaxed);
        self.state.work.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Drop for ConnectionSlot {
    fn drop(&mut self) {
        self.slots.taken().retain(|state| !Arc::ptr_eq(state, &self.state));
        self.slots.freed.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots() -> Arc<ConnectionSlots> {
        ConnectionSlots::new(ConnectionLimits { all: 8, guests: 5, each: 3 })
    }

    fn from(address: &str) -> Origin {
        Origin::of(address.parse().expect("an address"))
    }

    fn is_evicted(slot: &ConnectionSlot) -> bool {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            tokio::select! {
                biased;
                () = slot.evicted() => true,
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
    fn a_new_connection_takes_the_slot_of_the_idlest_of_its_kind() {
        let slots = slots();
        let one: Vec<ConnectionSlot> =
            (0..3).filter_map(|_| slots.take(from("10.0.0.1"))).collect();
        let _busy = one[0].busy();
        let _fourth = slots.take(from("10.0.0.1")).expect("room is made");
        let left: Vec<bool> = one.iter().map(is_evicted).collect();
        assert_eq!(left, [false, true, false]);
    }

    #[test]
    fn guests_who_are_all_busy_leave_room_for_the_writer_and_for_no_guest() {
        let slots = slots();
        let addresses = ["10.0.0.1", "10.0.0.1", "10.0.0.1", "10.0.0.2", "10.0.0.2"];
        let guests: Vec<ConnectionSlot> =
            addresses.iter().filter_map(|address| slots.take(from(address))).collect();
        let busy: Vec<BusyGuard> = guests.iter().map(ConnectionSlot::busy).collect();
        assert!(slots.take(from("10.0.0.1")).is_none(), "one guest has its share");
        assert!(slots.take(from("10.0.0.3")).is_none(), "so have all");
        let own: Vec<ConnectionSlot> = (0..3).filter_map(|_| slots.take(Origin::Here)).collect();
        assert_eq!(own.len(), 3);
        let _next = slots.take(Origin::Here).expect("a silent one of this machine makes room");
        assert!(is_evicted(&own[0]) && !guests.iter().any(is_evicted));
        drop(busy);
        assert!(slots.take(from("10.0.0.3")).is_some());
    }

    #[test]
    fn whom_a_proxy_speaks_for_is_counted_among_the_guests() {
        let slots = slots();
        let guests: Vec<ConnectionSlot> =
            (1..6).filter_map(|n| slots.take(from(&format!("10.0.0.{n}")))).collect();
        let passed_on = slots.take(Origin::Here).expect("a slot");
        let busy: Vec<BusyGuard> = guests.iter().map(ConnectionSlot::busy).collect();
        assert!(!passed_on.count_as_guest());
        drop(busy);
        assert!(passed_on.count_as_guest());
        assert_eq!(guests.iter().filter(|it| is_evicted(it)).count(), 1);
    }

    #[test]
    fn a_slot_is_free_when_its_connection_is_gone() {
        let slots = slots();
        for _ in 0..20 {
            let _held: Vec<ConnectionSlot> =
                (0..8).filter_map(|_| slots.take(Origin::Here)).collect();
            assert_eq!(slots.taken().len(), 8);
        }
        assert!(slots.taken().is_empty());
    }
}
