//! What a tree says of itself, and who says so.
//!
//! In the tree lies its manifest, the same for the same site wherever it is made. In the workshop, out
//! of everybody's reach, lies for each tree a seal: the stamps that its files were written with, and
//! the proof that we wrote both.
//!
//! A manifest without a seal is a claim, and nothing of it is believed. One with a seal is believed
//! for the files that still bear their stamps. Of files that were written in the last moment, a stamp
//! would not tell a change in the same moment: of these, the seal holds a hash. So neither a tree
//! that somebody else made nor a file that somebody else changed passes. A tree that was true once
//! can be brought back by whoever kept a copy. That gains nothing: each entry is only ever compared
//! with what the site is now.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Read, Write};

use rustix::fs::{Mode, OFlags};

use crate::base::{Hash, UrlPath};
use crate::io::dir::{Dir, Stat};
use crate::io::key::Sealer;
use crate::io::manifest::Manifest;

/// What differs once anybody wrote to a file or put another one in its place. No program can set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) inode: u64,
    pub(super) changed: (i64, i64),
}

/// What a tree says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) manifest: Manifest,
    /// Of those files whose stamp tells.
    pub(super) stamps: BTreeMap<UrlPath, Stamp>,
    /// Hashes of those files whose stamp does not tell.
    pub(super) proofs: BTreeMap<UrlPath, Hash>,
    /// The number of the folder that it was written for: a copy has another one.
    pub(super) folder: Option<u64>,
}

/// A record, and whether we wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    Sealed(Record),
    /// By somebody else, or with a key that was lost.
    Claimed(Manifest),
    /// It cannot be read.
    Nothing,
}

/// The seals in a workshop, each named after the manifest that it is for.
#[derive(Debug)]
pub(super) struct Seals {
    pub(super) dir: Dir,
    pub(super) sealer: Sealer,
}

const NAME: &str = "seal-";
const FIRST_LINE: &str = "storywall seal 1\n";
const FOLDER: &str = "folder ";
const SEAL: &str = "seal ";
/// More than a seal of a million files takes.
const LONGEST: u64 = 1 << 28;

impl Stamp {
    pub(super) fn of(stat: &Stat) -> Stamp {
        Stamp { inode: stat.inode.1, changed: stat.changed }
    }
}

impl Seals {
    /// What is known of the tree whose manifest is this text.
    pub(super) fn read(&self, manifest: &str) -> Told {
        let Some(read) = Manifest::parse(manifest) else { return Told::Nothing };
        let mut text = String::new();
        let file = self.dir.file(name(manifest), OFlags::RDONLY, Mode::empty());
        let is_read = file.is_ok_and(|file| {
            Stat::of(&file).is_ok_and(|it| it.is_file())
                && file.take(LONGEST).read_to_string(&mut text).is_ok()
        });
        let sealed = is_read.then(|| self.open(manifest, &text)).flatten();
        match sealed {
            Some(sealed) => Told::Sealed(Record { manifest: read, ..sealed }),
            None => Told::Claimed(read),
        }
    }

    /// Seals a record, whose manifest is written as this text.
    pub(super) fn write(&self, manifest: &str, record: &Record) -> io::Result<()> {
        let name = name(manifest);
        let text = self.close(manifest, record);
        // Anew, so that nothing that lies there under this name is written to.
        if self.dir.stat_at(&name)?.is_some() {
            self.dir.remove_file(&name)?;
        }
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL;
        self.dir.file(&name, flags, Mode::RUSR | Mode::WUSR)?.write_all(text.as_bytes())
    }

    /// Removes all seals but those for these manifests.
    pub(super) fn keep(&self, manifests: &[&Manifest]) -> io::Result<()> {
        let kept: Vec<String> = manifests.iter().map(|it| name(&it.to_string())).collect();
        for found in self.dir.names()? {
            let is_seal = found.to_str().is_some_and(|found| {
                found.starts_with(NAME) && kept.iter().all(|name| name != found)
            });
            if is_seal {
                self.dir.remove_file(&found)?;
            }
        }
        Ok(())
    }

    fn close(&self, manifest: &str, record: &Record) -> String {
        let mut text = String::from(FIRST_LINE);
        if let Some(folder) = record.folder {
            writeln!(text, "{FOLDER}{folder}").expect("a text takes more text");
        }
        for (address, Stamp { inode, changed: (seconds, nanoseconds) }) in &record.stamps {
            writeln!(text, "{inode}.{seconds}.{nanoseconds} {address}").expect("so does this one");
        }
        for (address, hash) in &record.proofs {
            writeln!(text, "{hash} {address}").expect("so does this one");
        }
        let seal = self.sealer.seal(&[manifest.as_bytes(), text.as_bytes()]);
        writeln!(text, "{SEAL}{seal}").expect("and this one");
        text
    }

    /// The record without its manifest.
    fn open(&self, manifest: &str, text: &str) -> Option<Record> {
        let (body, seal) = text.rsplit_once(SEAL)?;
        let seal = blake3::Hash::from_hex(seal.strip_suffix('\n')?).ok()?;
        // Compared in a time that does not depend on where they differ.
        if seal != self.sealer.seal(&[manifest.as_bytes(), body.as_bytes()]) {
            return None;
        }
        let mut lines = body.strip_prefix(FIRST_LINE)?;
        let mut record = Record::default();
        if let Some(rest) = lines.strip_prefix(FOLDER) {
            let (number, rest) = rest.split_once('\n')?;
            (record.folder, lines) = (Some(number.parse().ok()?), rest);
        }
        for line in lines.lines() {
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

/// The name of the seal for a manifest.
fn name(manifest: &str) -> String {
    format!("{NAME}{}", Hash::of(manifest.as_bytes()))
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
    use crate::io::manifest::Entry;

    fn seals(place: &tempfile::TempDir) -> Seals {
        let dir = Dir::open(place.path()).expect("a folder");
        Seals { dir, sealer: Key::new().expect("random numbers").sealer("test") }
    }

    fn record() -> Record {
        let mut record = Record { folder: Some(12), ..Record::default() };
        for name in ["a b.html", "b/seal c.webp"] {
            let address = UrlPath::new(name).expect("inside");
            let entry = Entry { hash: Hash::of(b"A"), digest: Hash::of(b"B"), size: 1 };
            record.manifest.entries.insert(address.clone(), Some(entry));
            record.stamps.insert(address.clone(), Stamp { inode: 7, changed: (-1, 5) });
            record.proofs.insert(address, Hash::of(b"C"));
        }
        record
    }

    #[test]
    fn what_was_sealed_is_known_again() {
        let place = tempfile::tempdir().expect("a place for a test");
        let seals = seals(&place);
        for record in [record(), Record::default()] {
            let text = record.manifest.to_string();
            assert_eq!(seals.read(&text), Told::Claimed(record.manifest.clone()));
            seals.write(&text, &record).expect("a seal");
            assert_eq!(seals.read(&text), Told::Sealed(record));
        }
        seals.keep(&[&record().manifest]).expect("a folder");
        assert_eq!(std::fs::read_dir(place.path()).expect("a folder").count(), 1);
        assert_eq!(seals.read("storywall manifest 1\nend\n"), Told::Nothing);
    }

    #[test]
    fn any_other_text_bears_no_seal_of_ours() {
        let place = tempfile::tempdir().expect("a place for a test");
        let seals = seals(&place);
        let manifest = record().manifest.to_string();
        let text = seals.close(&manifest, &record());
        assert!(seals.open(&manifest, &text).is_some());
        for cut in 0..text.len() {
            assert!(seals.open(&manifest, &text[..cut]).is_none(), "{cut}");
        }
        for at in 0..text.len() {
            let mut other = text.clone().into_bytes();
            other[at] = if other[at] == b'1' { b'2' } else { b'1' };
            let other = String::from_utf8(other).expect("a text of ASCII");
            assert!(seals.open(&manifest, &other).is_none(), "{at}");
        }
        assert!(seals.open(&manifest.replace("a b", "a c"), &text).is_none());
        let strange = Seals {
            dir: Dir::open(place.path()).expect("a folder"),
            sealer: Key::new().expect("random numbers").sealer("test"),
        };
        assert!(strange.open(&manifest, &text).is_none());
    }
}
