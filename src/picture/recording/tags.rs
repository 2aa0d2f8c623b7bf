//! Metadata tags before and after the audio data: ID3, APE, Lyrics3.

use super::little_long;

/// The bytes without the tags at the beginning and at the end.
pub(super) fn without(bytes: &[u8]) -> &[u8] {
    let mut rest = behind_first(bytes);
    while let Some(length) = behind(rest).filter(|length| *length > 0) {
        rest = &rest[..rest.len().saturating_sub(length)];
    }
    rest
}

/// The bytes without the tags at the beginning.
pub(super) fn behind_first(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while let Some(length) = id3_before(rest) {
        rest = rest.get(length..).unwrap_or_default();
    }
    rest
}

/// The length of an ID3v2 tag at the beginning.
fn id3_before(bytes: &[u8]) -> Option<usize> {
    let head = bytes.first_chunk::<10>().filter(|head| head.starts_with(b"ID3"))?;
    let foot = if head[5] & 0x10 == 0 { 0 } else { 10 };
    Some(10 + seven_bits(&head[6..]) + foot)
}

/// The length of the tag at the end, of any known kind.
fn behind(bytes: &[u8]) -> Option<usize> {
    let from_end = |count: usize| bytes.len().checked_sub(count).map(|at| &bytes[at..]);
    if from_end(128).is_some_and(|it| it.starts_with(b"TAG")) {
        let longer = from_end(128 + 227).is_some_and(|it| it.starts_with(b"TAG+"));
        return Some(if longer { 128 + 227 } else { 128 });
    }
    if let Some(foot) = from_end(10).filter(|foot| foot.starts_with(b"3DI")) {
        return Some(20 + seven_bits(&foot[6..]));
    }
    if let Some(foot) = from_end(32).filter(|foot| foot.starts_with(b"APETAGEX")) {
        let length = usize::try_from(little_long(foot, 12)?).ok()?.max(32);
        // The stored length does not include the optional header.
        let head = if little_long(foot, 20)? & 1 << 31 == 0 { 0 } else { 32 };
        return Some(length.saturating_add(head));
    }
    if let Some(foot) = from_end(15).filter(|foot| foot.ends_with(b"LYRICS200")) {
        let length: usize = std::str::from_utf8(&foot[..6]).ok()?.parse().ok()?;
        return Some(length + 15);
    }
    if bytes.ends_with(b"LYRICSEND") {
        // Version 1 of Lyrics3 stores no length, but is limited to 5100 bytes of text.
        let last = &bytes[bytes.len().saturating_sub(5100 + 20)..];
        let begin = last.windows(11).rposition(|it| it == b"LYRICSBEGIN")?;
        return Some(last.len() - begin);
    }
    None
}

/// A number of four bytes with seven bits each (a “synchsafe” integer).
fn seven_bits(bytes: &[u8]) -> usize {
    bytes.iter().take(4).fold(0, |sum, byte| sum << 7 | usize::from(byte & 0x7F))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_tags_at_both_ends_are_removed() {
        let before = b"ID3\x04\0\0\0\0\0\x02xx".as_slice();
        let old = [b"TAG".as_slice(), &[b'x'; 125]].concat();
        let lyrics = b"LYRICSBEGINxx000013LYRICS200".as_slice();
        let all = [before, before, b"sound", lyrics, &old].concat();
        assert_eq!(without(&all), b"sound");
        for odd in [b"".as_slice(), b"ID3", b"ID3\x04\0\0\x7F\x7F\x7F\x7F", b"LYRICSEND"] {
            let _ = without(odd);
        }
        assert_eq!(without(b"sound"), b"sound");
    }
}
