//! The comment packet of Vorbis, Opus and Theora: tags such as artist, place and encoder.

use super::little_long;

/// The first bytes of a comment packet, for each codec.
pub(super) const VORBIS: &[u8] = b"\x03vorbis";
pub(super) const OPUS: &[u8] = b"OpusTags";
pub(super) const THEORA: &[u8] = b"\x81theora";

/// Removes all comments from a comment packet without changing its length: the name of the encoder
/// becomes a long row of spaces, and no comment follows. `None` if it is not a comment packet.
pub(super) fn silence(packet: &mut [u8], begin: &[u8]) -> Option<()> {
    let is_vorbis = begin == VORBIS;
    let room = packet.len().checked_sub(begin.len() + 8 + usize::from(is_vorbis))?;
    let length = u32::try_from(room).ok()?;
    let rest = packet.starts_with(begin).then(|| &mut packet[begin.len()..])?;
    // The packet is valid only if its first field, the name of the encoder, ends within it.
    usize::try_from(little_long(rest, 0)?).ok().filter(|it| *it <= room)?;
    rest.fill(b' ');
    rest[..4].copy_from_slice(&length.to_le_bytes());
    rest[4 + room..8 + room].fill(0);
    if is_vorbis {
        rest[8 + room] = 1;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_removed_without_changing_the_length() {
        let whole = b"OpusTags\x03\0\0\0Ana\x01\0\0\0\x05\0\0\0ART=A".as_slice();
        let mut packet = whole.to_vec();
        assert_eq!(silence(&mut packet, OPUS), Some(()));
        assert_eq!(packet, b"OpusTags\x0C\0\0\0            \0\0\0\0");
        let mut packet = [b"\x03vorbis", &whole[8..], b"\x01"].concat();
        assert_eq!(silence(&mut packet, VORBIS), Some(()));
        assert!(packet.ends_with(b"\0\0\0\0\x01") && !packet.contains(&b'A'));
        for short in [b"".as_slice(), b"OpusTags", b"OpusTags\xFF\xFF\xFF\xFF\0\0\0\0"] {
            let mut packet = short.to_vec();
            assert_eq!(silence(&mut packet, OPUS), None);
            assert_eq!(packet, short);
        }
    }
}
