//! Making a place equal to the site: `build` and `publish` are this one function.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{bail, ensure};
use rayon::prelude::*;

use super::darkroom::Darkroom;
use super::manifest::{Entry, Manifest};
use crate::base::{Body, Code, Diagnostic, Flaw, Hash, Output, SourcePath, Span, UrlPath};

/// A place where the site can be put.
pub trait Store: Sync {
    /// What readers see now.
    fn manifest(&self) -> &Manifest;

    /// Takes the bytes of one address, out of readers' sight until `commit`.
    fn put(&self, address: &UrlPath, entry: Entry, bytes: &[u8]) -> anyhow::Result<()>;

    /// Forgets what was put: it will not be shown.
    fn abandon(&mut self);

    /// Shows readers `next`, and takes away what is not in it. Each of its entries stands in
    /// `manifest()` or has been put since. If it fails, readers see what they saw before.
    fn commit(&mut self, next: Manifest) -> anyhow::Result<()>;
}

/// A site as it is to be put somewhere.
pub struct Pages<'a> {
    pub addresses: &'a [UrlPath],
    pub render: &'a Render<'a>,
    /// A hash of everything that what they show depends on, if it is known: where a site that was
    /// made of the same stands already, nothing need be rendered.
    pub made_of: Option<Hash>,
}

/// What an address shows.
pub type Render<'a> = dyn Fn(&UrlPath) -> Result<Output, Diagnostic> + Sync + 'a;

/// What it took to make the place equal, in addresses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Synced {
    pub written: usize,
    pub deleted: usize,
    pub unchanged: usize,
}

/// Renders every address, puts what differs and takes away what is stale. If any address cannot be
/// rendered, nothing changes for readers, and all such mistakes are returned, in order.
/// Bytes are dropped as soon as they are put; nothing is written if nothing differs.
pub fn sync<S: Store>(
    pages: &Pages<'_>,
    darkroom: &Darkroom<'_>,
    store: &mut S,
) -> anyhow::Result<Result<Synced, Vec<Diagnostic>>> {
    let addresses: BTreeSet<&UrlPath> = pages.addresses.iter().collect();
    if stands_already(&addresses, pages.made_of, store.manifest()) {
        return Ok(Ok(Synced { unchanged: addresses.len(), ..Synced::default() }));
    }
    refuse_overlaps(&addresses)?;
    let outcomes = bring_all(addresses, pages.render, darkroom, store);
    if !matches!(&outcomes, Ok(outcomes) if outcomes.iter().all(|(_, it)| it.is_fine())) {
        store.abandon();
    }
    let outcomes = outcomes?;
    let mut synced = Synced::default();
    let mut next = Manifest { made_of: pages.made_of, ..Manifest::default() };
    let mut mistakes = vec![];
    for (address, outcome) in outcomes {
        let entry = match outcome {
            Outcome::Unchanged(entry) => {
                synced.unchanged += 1;
                entry
            }
            Outcome::Written(entry) => {
                synced.written += 1;
                entry
            }
            Outcome::Mistaken(diagnostic) => {
                mistakes.push(*diagnostic);
                continue;
            }
            Outcome::LeftOut => continue,
        };
        next.entries.insert(address.clone(), Some(entry));
    }
    if !mistakes.is_empty() {
        mistakes.sort_by(|a, b| a.order().cmp(&b.order()));
        return Ok(Err(mistakes));
    }
    let is_stale = |address: &&UrlPath| !next.entries.contains_key(*address);
    synced.deleted = store.manifest().entries.keys().filter(is_stale).count();
    if synced.written + synced.deleted > 0 {
        store.commit(next).inspect_err(|_| store.abandon())?;
    }
    Ok(Ok(synced))
}

/// Whether each address stands there beyond doubt, no other does, and all was made of the same.
fn stands_already(
    addresses: &BTreeSet<&UrlPath>,
    made_of: Option<Hash>,
    manifest: &Manifest,
) -> bool {
    made_of.is_some()
        && manifest.made_of == made_of
        && addresses.len() == manifest.entries.len()
        && addresses.iter().all(|address| manifest.get(address).is_some())
}

/// What became of one address.
enum Outcome {
    Unchanged(Entry),
    Written(Entry),
    Mistaken(Box<Diagnostic>),
    /// Nothing will be published, so it was not worth writing.
    LeftOut,
}

impl Outcome {
    fn is_fine(&self) -> bool {
        matches!(self, Outcome::Unchanged(_) | Outcome::Written(_))
    }
}

fn bring_all<'a, S: Store>(
    addresses: BTreeSet<&'a UrlPath>,
    render: &Render<'_>,
    darkroom: &Darkroom<'_>,
    store: &S,
) -> anyhow::Result<Vec<(&'a UrlPath, Outcome)>> {
    let has_mistakes = AtomicBool::new(false);
    addresses
        .into_par_iter()
        .map(|address| {
            let outcome = bring(address, render, darkroom, store, &has_mistakes)?;
            Ok((address, outcome))
        })
        .collect()
}

fn bring<S: Store>(
    address: &UrlPath,
    render: &Render<'_>,
    darkroom: &Darkroom<'_>,
    store: &S,
    has_mistakes: &AtomicBool,
) -> anyhow::Result<Outcome> {
    let mistaken = |diagnostic| {
        has_mistakes.store(true, Ordering::Relaxed);
        Ok(Outcome::Mistaken(Box::new(diagnostic)))
    };
    let output = match render(address) {
        Ok(output) => output,
        Err(diagnostic) => return mistaken(diagnostic),
    };
    let hash = output.hash;
    if let Some(entry) = store.manifest().get(address).filter(|entry| entry.hash == hash) {
        return Ok(Outcome::Unchanged(entry));
    }
    if has_mistakes.load(Ordering::Relaxed) {
        return Ok(Outcome::LeftOut);
    }
    let is_of_bytes = matches!(&output.body, Body::Bytes(_));
    let file = match &output.body {
        Body::Bytes(_) => None,
        Body::Photo { path, .. }
        | Body::Drawing { path, .. }
        | Body::Recording { path, .. }
        | Body::File(path) => Some(path.clone()),
    };
    let bytes = match (darkroom.bytes(output), file) {
        (Ok(bytes), _) => bytes,
        (Err(flaw), Some(path)) => return mistaken(unpublishable(path, &flaw)),
        (Err(_), None) => bail!("what is at hand cannot be had: {address}"),
    };
    let digest = if is_of_bytes { hash } else { Hash::quick(&bytes) };
    let entry = Entry { hash, digest, size: bytes.len() as u64 };
    store.put(address, entry, &bytes)?;
    Ok(Outcome::Written(entry))
}

/// It could be used when the folder was read, so this is rare: a change in the very moment.
fn unpublishable(path: SourcePath, flaw: &Flaw) -> Diagnostic {
    let reason = match flaw {
        Flaw::Unreadable(words) | Flaw::BadPicture(words) => words.clone(),
        Flaw::TooLarge { size, limit } => {
            format!("it has {size} bytes, and no more than {limit} are allowed")
        }
        Flaw::LeavesTree | Flaw::StrangeLink => "it is a link to a file elsewhere".into(),
        Flaw::BadRecording(fault) => fault.why.into(),
        Flaw::TellsPlace => "it says where it was taken".into(),
        Flaw::OtherKind { .. } => "it is of another kind than its name says".into(),
        Flaw::BadLink | Flaw::BadName | Flaw::NotUtf8 { .. } | Flaw::TwinName => {
            "it is no plain file".into()
        }
    };
    let message = format!("`{path}` cannot be published: {reason}");
    Diagnostic::new(Code::ChangedWhilePublishing, Span::file(path), message)
        .hint("if the file was changed only now, build once more")
}

/// No place can hold both `a` and `a/b`.
fn refuse_overlaps(addresses: &BTreeSet<&UrlPath>) -> anyhow::Result<()> {
    // Neighbours lie in the same folder: each folder is looked for about once.
    let mut last = "";
    for address in addresses.iter().map(|address| address.as_str()) {
        let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
        if std::mem::replace(&mut last, folder) == folder {
            continue;
        }
        let ends = folder.match_indices('/').map(|(end, _)| end).chain([folder.len()]);
        for above in ends.filter_map(|end| UrlPath::new(&folder[..end])) {
            ensure!(
                !addresses.contains(&above),
                "the site has a page at {above} and one below it, at {address}",
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use super::*;
    use crate::io::Key;
    use crate::io::cache::Cache;
    use crate::io::files::Files;

    #[derive(Default)]
    struct Memory {
        manifest: Manifest,
        put: Mutex<BTreeMap<UrlPath, Vec<u8>>>,
        commits: usize,
    }

    impl Store for Memory {
        fn manifest(&self) -> &Manifest {
            &self.manifest
        }

        fn put(&self, address: &UrlPath, _: Entry, bytes: &[u8]) -> anyhow::Result<()> {
            let mut put = self.put.lock().expect("no test panics while it holds this");
            put.insert(address.clone(), bytes.to_vec());
            Ok(())
        }

        fn abandon(&mut self) {
            self.put = Mutex::default();
        }

        fn commit(&mut self, next: Manifest) -> anyhow::Result<()> {
            self.manifest = next;
            self.commits += 1;
            Ok(())
        }
    }

    type Synchronised = anyhow::Result<Result<Synced, Vec<Diagnostic>>>;

    fn publish(pages: &[(&str, &str)], store: &mut Memory) -> Synchronised {
        publish_made_of(None, pages, store)
    }

    fn publish_made_of(
        made_of: Option<Hash>,
        pages: &[(&str, &str)],
        store: &mut Memory,
    ) -> Synchronised {
        let pages: BTreeMap<UrlPath, &str> = pages
            .iter()
            .map(|(address, text)| (UrlPath::new(address).expect("inside"), *text))
            .collect();
        let addresses: Vec<UrlPath> = pages.keys().cloned().collect();
        let render = |address: &UrlPath| match pages[address].strip_prefix("file:") {
            None if pages[address] == "wrong" => {
                let path = SourcePath::new(address.as_str()).expect("inside");
                Err(Diagnostic::new(Code::BrokenTemplate, Span::file(path), "it is wrong"))
            }
            None => Ok(Output::bytes("text/html", pages[address])),
            Some(path) => Ok(Output {
                media_type: "text/plain",
                hash: match path {
                    "Cargo.toml" => Hash::of(include_bytes!("../../Cargo.toml")),
                    _ => Hash::of(b"other bytes"),
                },
                body: Body::File(SourcePath::new(path).expect("inside")),
            }),
        };
        let files = Files::open(std::path::Path::new(env!("CARGO_MANIFEST_DIR")))?;
        let darkroom = Darkroom::new(&files, Cache::new("unused".into(), &Key::new()?));
        sync(&Pages { addresses: &addresses, render: &render, made_of }, &darkroom, store)
    }

    fn counts(written: usize, deleted: usize, unchanged: usize) -> Synced {
        Synced { written, deleted, unchanged }
    }

    #[test]
    fn only_what_differs_is_put() -> anyhow::Result<()> {
        let mut store = Memory::default();
        let synced = publish(&[("a", "1"), ("b", "2"), ("c", "file:Cargo.toml")], &mut store)?;
        assert_eq!(synced, Ok(counts(3, 0, 0)));
        let synced = publish(&[("a", "1"), ("b", "2"), ("c", "file:Cargo.toml")], &mut store)?;
        assert_eq!((synced, store.commits), (Ok(counts(0, 0, 3)), 1));
        let synced = publish(&[("a", "1"), ("b", "3"), ("d", "4")], &mut store)?;
        assert_eq!((synced, store.commits), (Ok(counts(2, 1, 1)), 2));
        let synced = publish(&[("a", "1"), ("b", "3")], &mut store)?;
        assert_eq!((synced, store.commits), (Ok(counts(0, 1, 2)), 3));
        Ok(())
    }

    #[test]
    fn what_was_made_of_the_same_is_not_rendered_again() -> anyhow::Result<()> {
        let mut store = Memory::default();
        let (some, other) = (Some(Hash::of(b"some")), Some(Hash::of(b"other")));
        publish_made_of(some, &[("a", "1"), ("b", "2")], &mut store)?.expect("all are fine");
        // Rendering would find a mistake.
        let wrong = [("a", "wrong"), ("b", "2")];
        assert_eq!(publish_made_of(some, &wrong, &mut store)?, Ok(counts(0, 0, 2)));
        for made_of in [None, other] {
            assert!(publish_made_of(made_of, &wrong, &mut store)?.is_err());
        }
        let more = [("a", "1"), ("b", "2"), ("c", "wrong")];
        assert!(publish_made_of(some, &more, &mut store)?.is_err());
        // What was damaged is mended.
        let address = UrlPath::new("a").expect("inside");
        store.manifest.entries.insert(address, None);
        let pages = [("a", "1"), ("b", "2")];
        assert_eq!(publish_made_of(some, &pages, &mut store)?, Ok(counts(1, 0, 1)));
        Ok(())
    }

    #[test]
    fn all_mistakes_are_told_and_nothing_is_shown() -> anyhow::Result<()> {
        let mut store = Memory::default();
        let pages = [("c", "wrong"), ("a", "fine"), ("b", "wrong"), ("d", "file:missing.pdf")];
        let mistakes = publish(&pages, &mut store)?.expect_err("two are wrong");
        let paths: Vec<_> = mistakes.iter().map(|it| it.span.path.as_str()).collect();
        assert!(paths.starts_with(&["b", "c"]), "{paths:?}");
        assert_eq!(store.commits, 0);

        let mistakes = publish(&pages[3..], &mut store)?.expect_err("the file is not there");
        assert_eq!(mistakes[0].code, Code::ChangedWhilePublishing);

        // Neither is one that is no longer what was to be published.
        let mistakes = publish(&[("e", "file:LICENSE-MIT")], &mut store)?.expect_err("it changed");
        assert!(mistakes[0].message.contains("just changed"), "{}", mistakes[0].message);
        Ok(())
    }

    #[test]
    fn a_page_is_no_folder() {
        let error = publish(&[("a", "1"), ("a/b", "2")], &mut Memory::default());
        assert!(error.expect_err("cannot be").to_string().contains("at a/b"));
    }
}
