//! Bytes in flight: held in memory once, however many clients receive the same, and never more than
//! the budgets allow.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use axum::body::Bytes;

use super::connection_slots::Origin;
use super::who::Who;
use crate::base::{Hash, UrlPath};

/// The bytes that are being sent now.
#[derive(Debug, Default)]
pub(super) struct InFlight {
    shared: Mutex<HashMap<ResponseKey, Weak<SharedBytes>>>,
    budget: Arc<SendBudget>,
}

/// What equal bytes are known by. A hash alone is not enough: two files of one site can be
/// made to have the same.
type ResponseKey = (UrlPath, Hash);

/// The client that receives bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Requester {
    pub(super) who: Who,
    pub(super) origin: Origin,
}

/// Bytes, as long as they are being sent.
#[derive(Debug)]
struct SharedBytes {
    bytes: Vec<u8>,
    /// Small answers need none: the connections are limited.
    _share: Option<BudgetShare>,
}

/// How many bytes of large answers each owner holds now.
#[derive(Debug, Default)]
struct SendBudget(Mutex<HashMap<BudgetOwner, usize>>);

/// Whose budget it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum BudgetOwner {
    Writer,
    Guest(Origin),
}

/// A part of a budget, given back when it is dropped.
#[derive(Debug)]
struct BudgetShare {
    budget: Arc<SendBudget>,
    owner: BudgetOwner,
    size: usize,
}

/// So many bytes more would exceed the budget.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BudgetExceeded;

/// Answers up to this size count against no budget.
pub(super) const SMALL: usize = 128 * 1024;
/// Bytes of large answers to the writer, to all guests, and to one of them. Files do not count: they
/// are read while they are sent.
const WRITER: usize = 48 * 1024 * 1024;
const GUESTS: usize = 32 * 1024 * 1024;
const EACH: usize = 12 * 1024 * 1024;
/// Names that are remembered before those are forgotten whose bytes are gone.
const MANY: usize = 512;

impl InFlight {
    /// What is at this address and has this hash, if it is being sent now.
    pub(super) fn find(&self, address: &UrlPath, hash: Hash) -> Option<Bytes> {
        self.shared().get(&(address.clone(), hash))?.upgrade().map(bytes_of)
    }

    /// Bytes to be sent.
    pub(super) fn put(
        &self,
        address: &UrlPath,
        hash: Hash,
        bytes: Vec<u8>,
        requester: Requester,
    ) -> Result<Bytes, BudgetExceeded> {
        let key = (address.clone(), hash);
        let mut shared = self.shared();
        let same = shared.get(&key).and_then(Weak::upgrade);
        if let Some(same) = same.filter(|same| same.bytes == bytes) {
            return Ok(bytes_of(same));
        }
        let owner = match requester.who {
            Who::Writer => BudgetOwner::Writer,
            Who::Guest => BudgetOwner::Guest(requester.origin),
        };
        let share = match bytes.len() {
            0..=SMALL => None,
            size => Some(SendBudget::take(&self.budget, owner, size)?),
        };
        if shared.len() >= MANY {
            shared.retain(|_, shared_bytes| shared_bytes.strong_count() > 0);
        }
        let shared_bytes = Arc::new(SharedBytes { bytes, _share: share });
        shared.insert(key, Arc::downgrade(&shared_bytes));
        Ok(bytes_of(shared_bytes))
    }

    fn shared(&self) -> MutexGuard<'_, HashMap<ResponseKey, Weak<SharedBytes>>> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn bytes_of(shared_bytes: Arc<SharedBytes>) -> Bytes {
    struct Held(Arc<SharedBytes>);
    impl AsRef<[u8]> for Held {
        fn as_ref(&self) -> &[u8] {
            &self.0.bytes
        }
    }
    Bytes::from_owner(Held(shared_bytes))
}

impl SendBudget {
    fn take(
        budget: &Arc<SendBudget>,
        owner: BudgetOwner,
        size: usize,
    ) -> Result<BudgetShare, BudgetExceeded> {
        let mut taken = budget.taken();
        let own = taken.get(&owner).copied().unwrap_or_default();
        let guests = || -> usize {
            let guests = taken.iter().filter(|(it, _)| **it != BudgetOwner::Writer);
            guests.map(|(_, size)| *size).sum()
        };
        let fits = match owner {
            BudgetOwner::Writer => own + size <= WRITER,
            // All guests behind a proxy on this machine have the same origin.
            BudgetOwner::Guest(Origin::Here) => guests() + size <= GUESTS,
            BudgetOwner::Guest(_) => own + size <= EACH && guests() + size <= GUESTS,
        };
        if !fits {
            return Err(BudgetExceeded);
        }
        taken.insert(owner, own + size);
        Ok(BudgetShare { budget: budget.clone(), owner, size })
    }

    fn taken(&self) -> MutexGuard<'_, HashMap<BudgetOwner, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for BudgetShare {
    fn drop(&mut self) {
        let mut taken = self.budget.taken();
        let rest = taken.get(&self.owner).map_or(0, |size| size.saturating_sub(self.size));
        match rest {
            0 => _ = taken.remove(&self.owner),
            rest => _ = taken.insert(self.owner, rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guest(n: u8) -> Requester {
        Requester { who: Who::Guest, origin: Origin::There([10, 0, 0, n].into()) }
    }

    fn writer() -> Requester {
        Requester { who: Who::Writer, origin: Origin::Here }
    }

    fn at(address: &str) -> UrlPath {
        UrlPath::new(address).expect("an address")
    }

    fn put_large(
        in_flight: &InFlight,
        n: u8,
        requester: Requester,
    ) -> Result<Bytes, BudgetExceeded> {
        let bytes = vec![n; 5 * 1024 * 1024];
        in_flight.put(&at("film.mp4"), Hash::of(&[n]), bytes, requester)
    }

    #[test]
    fn a_body_for_many_receivers_is_held_once_and_then_freed() {
        let in_flight = InFlight::default();
        let (address, hash) = (at("a.html"), Hash::of(b"words"));
        let put = |requester| {
            in_flight.put(&address, hash, b"words".to_vec(), requester).expect("budget")
        };
        let (first, second) = (put(guest(1)), put(writer()));
        let third = in_flight.find(&address, hash).expect("it is being sent");
        assert!(first.as_ptr() == second.as_ptr() && second.as_ptr() == third.as_ptr());
        drop((first, second, third));
        assert_eq!(in_flight.find(&address, hash), None);
    }

    #[test]
    fn different_bodies_with_equal_hashes_are_not_mixed_up() {
        let in_flight = InFlight::default();
        let hash = Hash::of(b"both");
        let own = in_flight.put(&at("a.pdf"), hash, b"own".to_vec(), writer()).expect("budget");
        assert_eq!(in_flight.find(&at("b.pdf"), hash), None);
        let other = in_flight.put(&at("a.pdf"), hash, b"other".to_vec(), writer()).expect("budget");
        assert_eq!((&own[..], &other[..]), (&b"own"[..], &b"other"[..]));
    }

    #[test]
    fn no_guest_uses_the_budget_of_others_or_of_the_writer() {
        let in_flight = InFlight::default();
        let mut held = vec![];
        let mut put =
            |n, requester| put_large(&in_flight, n, requester).map(|bytes| held.push(bytes));
        assert_eq!((1..=3).filter(|n| put(*n, guest(1)).is_ok()).count(), 2);
        assert_eq!((11..=20).filter(|n| put(*n, guest(*n)).is_ok()).count(), 4);
        let passed_on = Requester { who: Who::Guest, origin: Origin::Here };
        assert_eq!(put(30, passed_on), Err(BudgetExceeded));
        assert_eq!((31..=39).filter(|n| put(*n, writer()).is_ok()).count(), 9);
        assert_eq!(put(40, writer()), Err(BudgetExceeded));
        // Bytes that are being sent already cost nothing more.
        assert_eq!(put(1, guest(9)), Ok(()));
        held.clear();
        assert!(put_large(&in_flight, 50, guest(1)).is_ok());
        assert!(in_flight.budget.taken().is_empty(), "it is given back");
    }
}
