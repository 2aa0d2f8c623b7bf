//! What an answer holds: bytes in memory, or a file that is read while it is sent.

use std::io;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use futures_util::stream;

use super::worker_limits::WorkerLimit;
use crate::io::Opened;

#[derive(Clone, Debug)]
pub(super) enum Content {
    /// Shared with all clients that receive the same.
    Held(Bytes),
    /// Too large to be held for each client; read under the limit of its kind of client, so
    /// that a slow disk keeps only them waiting.
    File(Arc<Opened>, WorkerLimit),
}

impl Content {
    /// Bytes of the whole.
    pub(super) fn size(&self) -> usize {
        match self {
            Content::Held(bytes) => bytes.len(),
            Content::File(file, _) => usize::try_from(file.size()).unwrap_or(usize::MAX),
        }
    }

    /// From the first byte to before the second.
    pub(super) fn part(self, from: usize, to: usize) -> Body {
        match self {
            Content::Held(bytes) => Body::from(bytes.slice(from..to)),
            Content::File(file, limit) => {
                Body::from_stream(stream::unfold(from as u64, move |at| {
                    let (file, limit) = (file.clone(), limit.clone());
                    async move {
                        if at >= to as u64 {
                            return None;
                        }
                        let piece = limit.work(move || file.piece(at, to as u64)).await;
                        let piece = piece.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
                        // The answer breaks off here, and the other end sees that it does.
                        let next = piece.as_ref().map_or(u64::MAX, |it| at + it.len() as u64);
                        Some((piece.map(Bytes::from), next))
                    }
                }))
            }
        }
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Content {
        Content::Held(bytes.into())
    }
}
