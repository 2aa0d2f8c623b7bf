//! A stream that keeps a least pace: a client that stops reading, or reads so slowly that an answer
//! would take for ever, is cut off.

use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep};

use super::connection_slots::ConnectionSlot;

/// How long the other end may take nothing at all.
const STALL: Duration = Duration::from_secs(20);
/// How many bytes it must take in a second, on the whole.
const PACE: u64 = 4 * 1024;

/// A connection that fails once the client reads too slowly.
pub(super) struct PacedStream {
    stream: TcpStream,
    slot: Arc<ConnectionSlot>,
    /// The answer that is being written, if any.
    answer: Option<Progress>,
    cut: Pin<Box<Sleep>>,
}

/// How far an answer has come.
#[derive(Clone, Copy, Debug)]
struct Progress {
    begun: Instant,
    last: Instant,
    sent: u64,
}

impl Progress {
    fn begun() -> Progress {
        let now = Instant::now();
        Progress { begun: now, last: now, sent: 0 }
    }

    /// When there must have been more.
    fn deadline(&self) -> Instant {
        let pace = Duration::from_secs(self.sent / PACE);
        (self.last + STALL).min(self.begun + STALL + pace)
    }
}

impl PacedStream {
    pub(super) fn new(stream: TcpStream, slot: Arc<ConnectionSlot>) -> PacedStream {
        PacedStream { stream, slot, answer: None, cut: Box::pin(tokio::time::sleep(STALL)) }
    }

    /// Takes note of what became of bytes that were to be written.
    fn wrote(
        &mut self,
        cx: &mut Context<'_>,
        done: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        let progress = self.answer.get_or_insert_with(Progress::begun);
        match &done {
            Poll::Ready(Ok(count)) => {
                progress.sent = progress.sent.saturating_add(*count as u64);
                progress.last = Instant::now();
                self.slot.progressed();
            }
            Poll::Ready(Err(_)) => {}
            Poll::Pending => {
                self.slot.stalled();
                let deadline = progress.deadline();
                self.cut.as_mut().reset(deadline);
                if self.cut.as_mut().poll(cx).is_ready() {
                    return Poll::Ready(Err(ErrorKind::TimedOut.into()));
                }
            }
        }
        done
    }
}

impl AsyncRead for PacedStream {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for PacedStream {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let done = Pin::new(&mut this.stream).poll_write(cx, bytes);
        this.wrote(cx, done)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let done = Pin::new(&mut this.stream).poll_write_vectored(cx, parts);
        this.wrote(cx, done)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    /// Asked for when there is nothing more to write: the next answer has its time for itself.
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        this.answer = None;
        Pin::new(&mut this.stream).poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_limit_of_a_slow_reader_depends_on_the_size() {
        let begun = Instant::now();
        let after =
            |last: u64, sent| Progress { begun, last: begun + Duration::from_secs(last), sent };
        let until = |progress: Progress| (progress.deadline() - begun).as_secs();
        assert_eq!(until(after(0, 0)), 20, "nothing was taken");
        assert_eq!(until(after(100, 100 * PACE)), 120, "at the pace, then nothing");
        assert_eq!(until(after(100, 10 * PACE)), 30, "a byte now and then");
        assert_eq!(until(after(1, u64::MAX)), 21, "fast, then nothing");
    }
}
