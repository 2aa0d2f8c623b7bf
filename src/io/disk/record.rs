//! Records: what we know about a tree, because we wrote it.
//!
//! The manifest lies in the tree; it is the same for the same site on every machine. The workshop,
//! which nobody else may enter, holds a sealed record for each tree: which folder the tree is, its
//! manifest, and the stamps that its files had after they were written.
//!
//! A manifest without a record is only a claim, and we believe nothing in it. With a record, we
//! believe it for the files that still have the same stamps. If a file was written a moment before
//! the record, a change in that same moment would not show in its stamp; for such files the record
//! holds a hash instead. So we never take for ours a tree that somebody else made, a copy of our
//! tree, or a file that somebody changed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Read, Write};

use rustix::fs::{Mode, OFlags};

use crate::base::{Hash, UrlPath};
use crate::io::dir::{Dir, Identity, Stat};
use crate::io::key::Sealer;
use crate::io::manifest::Manifest;

/// Changes when somebody writes to a file or puts another file in its place. No program can set it
/// to a value of its choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) inode: u64,
    pub(super) changed: (i64, i64),
}

/// The record of one tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) manifest: Manifest,
    /// The stamps of those files whose stamp shows every change.
    pub(super) stamps: BTreeMap<UrlPath, Stamp>,
    /// Hashes of those files whose stamp may hide a change.
    pub(super) proofs: BTreeMap<UrlPath, Hash>,
}

/// The records in a workshop, each named after the number of its folder.
#[derive(Debug)]
pub(super) struct Records {
    pub(super) dir: Dir,
    pub(super) sealer: Sealer,
}

const NAME: &str = "record-";
/// A record that is being written.
const UNFINISHED: &str = "record-new";
const FIRST_LINE: &str = "storywall record 1\n";
/// The last line of a manifest. No other line of a manifest is equal to it.
const MANIFEST_END: &str = "\nend\n";
const SEAL: &str = "seal ";
/// The size limit of a record in bytes: more than a record of a million files needs.
const LONGEST: u64 = 1 << 28;

impl Stamp {
    pub(super) fn of(stat: &Stat) -> Stamp {
        Stamp { inode: stat.inode.1, changed: stat.changed }
    }
}

impl Records {
    /// The record of this folder.
    pub(super) fn read(&self, folder: &Identity) -> Option<Record> {
        self.unseal(&self.text(&name(folder))?, Some(folder))
    }

    /// The records of all folders.
    pub(super) fn all(&self) -> Vec<Record> {
        let names = self.dir.names().unwrap_or_default().into_iter();
        let records = names.filter_map(|name| name.into_string().ok().filter(|it| is_record(it)));
        records.filter_map(|name| self.unseal(&self.text(&name)?, None)).collect()
    }

    pub(super) fn write(&self, folder: &Identity, record: &Record) -> io::Result<()> {
        // The new file takes the place of the old one in one step: a build that is killed leaves one
        // of the two whole. Whatever has this name now (another name of a file elsewhere, for
        // example) is not written to.
        let name = name(folder);
        self.remove(UNFINISHED)?;
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL;
        let mut file = self.dir.file(UNFINISHED, flags, Mode::RUSR | Mode::WUSR)?;
        file.write_all(self.seal(folder, record).as_bytes())?;
        if self.dir.stat_at(&name)?.is_some_and(|found| found.is_folder()) {
            self.remove(&name)?;
        }
        self.dir.rename(UNFINISHED, &self.dir, &name)
    }

    /// Removes the record of this folder.
    pub(super) fn forget(&self, folder: &Identity) -> io::Result<()> {
        self.remove(&name(folder))
    }

    /// Removes all records except those of these folders.
    pub(super) fn keep(&self, folders: &[Identity]) -> io::Result<()> {
        let kept: Vec<String> = folders.iter().map(name).collect();
        for found in self.dir.names()?.into_iter().filter_map(|it| it.into_string().ok()) {
            if is_record(&found) && !kept.contains(&found) {
                self.remove(&found)?;
            }
        }
        Ok(())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        match self.dir.stat_at(name)? {
            None => Ok(()),
            Some(found) if found.is_folder() => {
                self.dir.folder(name)?.clear()?;
                self.dir.remove_folder(name)
            }
            Some(_) => self.dir.remove_file(name),
        }
    }

    fn text(&self, name: &str) -> Option<String> {
        let file = self.dir.file(name, OFlags::RDONLY, Mode::empty()).ok()?;
        Stat::of(&file).ok().filter(|it| it.is_file() && it.size <= LONGEST)?;
        let mut text = String::new();
        file.take(LONGEST).read_to_string(&mut text).ok()?;
        Some(text)
    }

    fn seal(&self, folder: &Identity, record: &Record) -> String {
        let mut text = format!("{FIRST_LINE}{folder}\n{}", record.manifest);
        for (address, Stamp { inode, changed: (seconds, nanoseconds) }) in &record.stamps {
            writeln!(text, "{inode}.{seconds}.{nanoseconds} {address}").expect("there is room");
        }
        for (address, hash) in &record.proofs {
            writeln!(text, "{hash} {address}").expect("there is room");
        }
        let seal = self.sealer.seal(&[text.as_bytes()]);
        writeln!(text, "{SEAL}{seal}").expect("there is room");
        text
    }

    /// `None` if somebody else wrote it, or if it is of another folder.
    fn unseal(&self, text: &str, folder: Option<&Identity>) -> Option<Record> {
        let (body, seal) = text.rsplit_once(SEAL)?;
        let seal = blake3::Hash::from_hex(seal.strip_suffix('\n')?).ok()?;
        // Compared in a time that does not depend on where they differ.
        if seal != self.sealer.seal(&[body.as_bytes()]) {
            return None;
        }
        let (own, rest) = body.strip_prefix(FIRST_LINE)?.split_once('\n')?;
        if folder.is_some_and(|folder| folder.to_string() != own) {
            return None;
        }
        let end = rest.find(MANIFEST_END)? + MANIFEST_END.len();
        let (manifest, stamps) = rest.split_at(end);
        let mut record = Record { manifest: Manifest::parse(manifest)?, ..Record::default() };
        for line in stamps.lines() {
            let (word, address) = line.split_once(' ')?;
            let address = UrlPath::new(address)?;
            match Hash::parse(word) {
                Some(hash) => _ = record.proofs.insert(address, hash),
                None => _ = record.stamps.insert(address, parse_stamp(word)?),
            }
        }
        Some(record)
    }
}

fn name(folder: &Identity) -> String {
    format!("{NAME}{}", folder.inode)
}

/// Records, and the seals that earlier versions of the program kept.
fn is_record(name: &str) -> bool {
    name.starts_with(NAME) || name.starts_with("seal-")
}

fn parse_stamp(word: &str) -> Option<Stamp> {
    let mut numbers = word.splitn(3, '.');
    let inode = numbers.next()?.parse().ok()?;
    let changed = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    Some(Stamp { inode, changed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::key::Key;
    use crate::io::manifest::ManifestRow;

    const FOLDER: Identity = Identity { inode: 12, born: Some((3, 4)) };

    fn records(place: &tempfile::TempDir) -> Records {
        let dir = Dir::open(place.path()).expect("a folder");
        Records { dir, sealer: Key::new().expect("random numbers").sealer("test") }
    }

    fn record() -> Record {
        let mut record = Record::default();
        for name in ["a b.html", "b/seal end", "end"] {
            let address = UrlPath::new(name).expect("inside");
            let row = ManifestRow { hash: Hash::of(b"A"), digest: Hash::of(b"B"), size: 1 };
            record.manifest.rows.insert(address.clone(), Some(row));
            record.stamps.insert(address.clone(), Stamp { inode: 7, changed: (-1, 5) });
            record.proofs.insert(address, Hash::of(b"C"));
        }
        record
    }

    #[test]
    fn a_record_is_whole_whenever_its_writer_is_killed() {
        let place = tempfile::tempdir().expect("a place for a test");
        let records = records(&place);
        records.write(&FOLDER, &record()).expect("a record");
        // As a writer leaves it that is killed in the middle: the old record still counts.
        std::fs::write(place.path().join(UNFINISHED), FIRST_LINE).expect("a file");
        assert_eq!(records.read(&FOLDER), Some(record()));
        // An open file shows the old record, whole, while the new one takes its place.
        let before = std::fs::File::open(place.path().join(name(&FOLDER))).expect("a file");
        records.write(&FOLDER, &Record::default()).expect("a record");
        let text = std::io::read_to_string(before).expect("its text");
        assert_eq!(records.unseal(&text, Some(&FOLDER)), Some(record()));
        assert_eq!(records.read(&FOLDER), Some(Record::default()));
        assert!(!place.path().join(UNFINISHED).exists());
    }

    #[test]
    fn a_record_is_valid_only_for_its_own_folder() {
        let place = tempfile::tempdir().expect("a place for a test");
        let records = records(&place);
        for record in [record(), Record::default()] {
            records.write(&FOLDER, &record).expect("a record");
            assert_eq!(records.read(&FOLDER), Some(record));
            // Another folder may come to have the same number.
            for born in [None, Some((3, 5))] {
                assert_eq!(records.read(&Identity { born, ..FOLDER }), None);
            }
        }
        let other = Identity { inode: 13, born: None };
        records.write(&other, &record()).expect("a record");
        assert_eq!(records.all().len(), 2);
        records.keep(&[other]).expect("a folder");
        assert_eq!((records.read(&FOLDER), records.read(&other)), (None, Some(record())));
        records.forget(&other).expect("a folder");
        assert_eq!(std::fs::read_dir(place.path()).expect("a folder").count(), 0);
        std::fs::create_dir_all(place.path().join("record-12/in the way")).expect("a folder");
        records.write(&FOLDER, &record()).expect("a record");
        assert!(records.read(&FOLDER).is_some());
    }

    #[test]
    fn a_changed_record_has_no_valid_seal() {
        let place = tempfile::tempdir().expect("a place for a test");
        let records = records(&place);
        let text = records.seal(&FOLDER, &record());
        assert!(records.unseal(&text, None).is_some());
        for cut in 0..text.len() {
            assert!(records.unseal(&text[..cut], None).is_none(), "{cut}");
        }
        for at in 0..text.len() {
            let mut other = text.clone().into_bytes();
            other[at] = if other[at] == b'1' { b'2' } else { b'1' };
            let other = String::from_utf8(other).expect("a text of ASCII");
            assert!(records.unseal(&other, None).is_none(), "{at}");
        }
        let strange = Records {
            dir: Dir::open(place.path()).expect("a folder"),
            sealer: Key::new().expect("random numbers").sealer("test"),
        };
        assert!(strange.unseal(&text, None).is_none());
    }
}
