//! Bytes that are on their way to somebody: once in memory, however many wait for the same, and
//! never more than there is room for.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use axum::body::Bytes;

use super::connection_slots::Origin;
use super::who::Who;
use crate::base::{Hash, UrlPath};

/// What is being sent.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    shared: Mutex<HashMap<Name, Weak<Ware>>>,
    room: Arc<Room>,
}

/// What equal bytes are known by. A hash alone is nobody's secret: two files of one site can be
/// made to have the same.
type Name = (UrlPath, Hash);

/// Who gets bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asker {
    pub(super) who: Who,
    pub(super) origin: Origin,
}

/// Bytes, as long as somebody sends them.
#[derive(Debug)]
struct Ware {
    bytes: Vec<u8>,
    /// What is small takes none: there are only so many connections.
    _share: Option<Share>,
}

/// How much large answers take.
#[derive(Debug, Default)]
struct Room(Mutex<HashMap<Taker, usize>>);

/// Who takes room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Taker {
    Writer,
    Guest(Origin),
}

/// Room that was taken, and is given back.
#[derive(Debug)]
struct Share {
    room: Arc<Room>,
    taker: Taker,
    size: usize,
}

/// There is no room for so many bytes now.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Full;

/// What is called small.
pub(super) const SMALL: usize = 128 * 1024;
/// Room for large answers to the writer, to all guests, and to one of them. Files are not among
/// them: they are read while they are sent.
const WRITER: usize = 48 * 1024 * 1024;
const GUESTS: usize = 32 * 1024 * 1024;
const EACH: usize = 12 * 1024 * 1024;
/// Names that are remembered before those are forgotten whose bytes are gone.
const MANY: usize = 512;

impl Shelf {
    /// What is at this address and has this hash, if somebody is getting it now.
    pub(super) fn find(&self, address: &UrlPath, hash: Hash) -> Option<Bytes> {
        self.shared().get(&(address.clone(), hash))?.upgrade().map(bytes_of)
    }

    /// Bytes to be sent.
    pub(super) fn put(
        &self,
        address: &UrlPath,
        hash: Hash,
        bytes: Vec<u8>,
        asker: Asker,
    ) -> Result<Bytes, Full> {
        let name = (address.clone(), hash);
        let mut shared = self.shared();
        let same = shared.get(&name).and_then(Weak::upgrade);
        if let Some(same) = same.filter(|same| same.bytes == bytes) {
            return Ok(bytes_of(same));
        }
        let taker = match asker.who {
            Who::Writer => Taker::Writer,
            Who::Guest => Taker::Guest(asker.origin),
        };
        let share = match bytes.len() {
            0..=SMALL => None,
            size => Some(Room::take(&self.room, taker, size)?),
        };
        if shared.len() >= MANY {
            shared.retain(|_, ware| ware.strong_count() > 0);
        }
        let ware = Arc::new(Ware { bytes, _share: share });
        shared.insert(name, Arc::downgrade(&ware));
        Ok(bytes_of(ware))
    }

    fn shared(&self) -> MutexGuard<'_, HashMap<Name, Weak<Ware>>> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn bytes_of(ware: Arc<Ware>) -> Bytes {
    struct Held(Arc<Ware>);
    impl AsRef<[u8]> for Held {
        fn as_ref(&self) -> &[u8] {
            &self.0.bytes
        }
    }
    Bytes::from_owner(Held(ware))
}

impl Room {
    fn take(room: &Arc<Room>, taker: Taker, size: usize) -> Result<Share, Full> {
        let mut taken = room.taken();
        let own = taken.get(&taker).copied().unwrap_or_default();
        let guests = || -> usize {
            let guests = taken.iter().filter(|(it, _)| **it != Taker::Writer);
            guests.map(|(_, size)| *size).sum()
        };
        let fits = match taker {
            Taker::Writer => own + size <= WRITER,
            // Whom a proxy speaks for come all from this machine.
            Taker::Guest(Origin::Here) => guests() + size <= GUESTS,
            Taker::Guest(_) => own + size <= EACH && guests() + size <= GUESTS,
        };
        if !fits {
            return Err(Full);
        }
        taken.insert(taker, own + size);
        Ok(Share { room: room.clone(), taker, size })
    }

    fn taken(&self) -> MutexGuard<'_, HashMap<Taker, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut taken = self.room.taken();
        let rest = taken.get(&self.taker).map_or(0, |size| size.saturating_sub(self.size));
        match rest {
            0 => _ = taken.remove(&self.taker),
            rest => _ = taken.insert(self.taker, rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guest(n: u8) -> Asker {
        Asker { who: Who::Guest, origin: Origin::There([10, 0, 0, n].into()) }
    }

    fn writer() -> Asker {
        Asker { who: Who::Writer, origin: Origin::Here }
    }

    fn at(address: &str) -> UrlPath {
        UrlPath::new(address).expect("an address")
    }

    fn put_large(shelf: &Shelf, n: u8, asker: Asker) -> Result<Bytes, Full> {
        let bytes = vec![n; 5 * 1024 * 1024];
        shelf.put(&at("film.mp4"), Hash::of(&[n]), bytes, asker)
    }

    #[test]
    fn what_many_wait_for_is_there_once_and_gone_after_them() {
        let shelf = Shelf::default();
        let (address, hash) = (at("a.html"), Hash::of(b"words"));
        let put = |asker| shelf.put(&address, hash, b"words".to_vec(), asker).expect("room");
        let (first, second) = (put(guest(1)), put(writer()));
        let third = shelf.find(&address, hash).expect("it is being sent");
        assert!(first.as_ptr() == second.as_ptr() && second.as_ptr() == third.as_ptr());
        drop((first, second, third));
        assert_eq!(shelf.find(&address, hash), None);
    }

    #[test]
    fn what_only_has_the_same_hash_is_not_the_same() {
        let shelf = Shelf::default();
        let hash = Hash::of(b"both");
        let own = shelf.put(&at("a.pdf"), hash, b"own".to_vec(), writer()).expect("room");
        assert_eq!(shelf.find(&at("b.pdf"), hash), None);
        let other = shelf.put(&at("a.pdf"), hash, b"other".to_vec(), writer()).expect("room");
        assert_eq!((&own[..], &other[..]), (&b"own"[..], &b"other"[..]));
    }

    #[test]
    fn no_guest_takes_the_room_of_others_nor_all_of_them_the_writers() {
        let shelf = Shelf::default();
        let mut held = vec![];
        let mut put = |n, asker| put_large(&shelf, n, asker).map(|bytes| held.push(bytes));
        assert_eq!((1..=3).filter(|n| put(*n, guest(1)).is_ok()).count(), 2);
        assert_eq!((11..=20).filter(|n| put(*n, guest(*n)).is_ok()).count(), 4);
        let passed_on = Asker { who: Who::Guest, origin: Origin::Here };
        assert_eq!(put(30, passed_on), Err(Full));
        assert_eq!((31..=39).filter(|n| put(*n, writer()).is_ok()).count(), 9);
        assert_eq!(put(40, writer()), Err(Full));
        // What somebody gets already costs nothing more.
        assert_eq!(put(1, guest(9)), Ok(()));
        held.clear();
        assert!(put_large(&shelf, 50, guest(1)).is_ok());
        assert!(shelf.room.taken().is_empty(), "it is given back");
    }
}
