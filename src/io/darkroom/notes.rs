//! What the pixels of a photo say, as it is kept: a line, from which nothing of it can be seen.

use crate::base::{Hash, PixelFacts, Tone};
use crate::picture;

/// The name under which it is kept, by the hash of the photo's file.
pub(super) fn name(source: Hash) -> String {
    format!("pixels-{}-{source}", picture::EDITION)
}

pub(super) fn write(PixelFacts { tone, pixels }: PixelFacts) -> String {
    match tone {
        Some(Tone { lightness, chroma, hue }) => format!("{pixels} {lightness} {chroma} {hue}"),
        None => format!("{pixels} clear"),
    }
}

/// `None` for what `write` cannot have written.
pub(super) fn read(bytes: &[u8]) -> Option<PixelFacts> {
    let (pixels, tone) = str::from_utf8(bytes).ok()?.split_once(' ')?;
    let pixels = Hash::parse(pixels)?;
    if tone == "clear" {
        return Some(PixelFacts { tone: None, pixels });
    }
    let mut numbers = tone.split(' ').map(|number| number.parse().ok());
    let mut next = || numbers.next().flatten();
    let tone = Tone { lightness: next()?, chroma: next()?, hue: next()? };
    Some(PixelFacts { tone: Some(tone), pixels })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_read_as_they_were_written() {
        let pixels = Hash::of(b"pixels");
        for tone in [None, Some(Tone { lightness: 8, chroma: 0, hue: 11 })] {
            let facts = PixelFacts { tone, pixels };
            assert_eq!(read(write(facts).as_bytes()), Some(facts));
        }
        for other in [&b"8 1"[..], b"clear", b"", b"0123 clear", b"\xff"] {
            assert_eq!(read(other), None);
        }
    }
}
