//! A store in memory for the tests of `sync`. It can fail at any step, which a disk cannot.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::ensure;

use super::{Remark, Store};
use crate::base::UrlPath;
use crate::io::manifest::{Manifest, ManifestRow};

#[derive(Debug, Default)]
pub(super) struct Memory {
    manifest: Manifest,
    /// The files that readers see.
    pub(super) shown: BTreeMap<UrlPath, Vec<u8>>,
    put: Mutex<BTreeMap<UrlPath, Vec<u8>>>,
    /// Addresses in the order in which they were put.
    pub(super) order: Mutex<Vec<UrlPath>>,
    pub(super) commits: usize,
    steps: AtomicUsize,
    /// The number of the step that fails; each `put` and the `commit` count as a step.
    pub(super) fails_at: Option<usize>,
}

impl Memory {
    /// Marks the file at an address as in doubt, as a disk store does if a file was changed.
    pub(super) fn doubt(&mut self, address: &UrlPath) {
        self.manifest.rows.insert(address.clone(), None);
    }

    fn step(&self) -> anyhow::Result<()> {
        let step = self.steps.fetch_add(1, Ordering::Relaxed);
        ensure!(self.fails_at != Some(step), "step {step} fails");
        Ok(())
    }
}

impl Store for Memory {
    fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    fn put(&self, address: &UrlPath, _: ManifestRow, bytes: &[u8]) -> anyhow::Result<()> {
        self.step()?;
        self.order.lock().expect("no test panics while it holds this").push(address.clone());
        let mut put = self.put.lock().expect("no test panics while it holds this");
        put.insert(address.clone(), bytes.to_vec());
        Ok(())
    }

    fn abandon(&mut self) {
        self.put = Mutex::default();
    }

    fn commit(&mut self, next: Manifest) -> anyhow::Result<()> {
        self.step()?;
        let put = std::mem::take(&mut self.put).into_inner().expect("nobody panicked");
        self.shown.extend(put);
        self.shown.retain(|address, _| next.rows.contains_key(address));
        self.manifest = next;
        self.commits += 1;
        Ok(())
    }

    fn remarks(&self) -> Vec<Remark> {
        vec![]
    }
}
