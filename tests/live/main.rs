//! The preview as whoever asks it over the network meets it: a real program, a real folder.
#![expect(
    clippy::disallowed_methods,
    reason = "a test of the whole program meets the outside world"
)]

mod answers;
mod broken;
mod client;
mod equal;
mod options;
mod scratch;
mod strangers;
mod stream;
