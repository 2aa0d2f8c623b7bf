//! Films by their bytes: they are offered as they stand, so what they tell is looked for.

/// Where QuickTime and its relatives keep the place: Apple's key, the older atom of phones, and
/// 3GPP's box.
const PLACES: [&[u8]; 3] = [b"com.apple.quicktime.location", b"\xA9xyz", b"loci"];

/// Whether the film says where it was taken. Looks at what stands outside of pictures and sound
/// only, by the film's own boxes; where they cannot be followed, at everything.
pub fn tells_place(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some((head, _)) = rest.split_first_chunk::<8>() {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        let length = match (length, usize::try_from(length)) {
            // To the end of the file.
            (0, _) => rest.len(),
            // A long one says so behind its name.
            (1, _) => match rest.get(8..16).and_then(|it| it.first_chunk::<8>()) {
                Some(long) => usize::try_from(u64::from_be_bytes(*long)).unwrap_or(usize::MAX),
                None => rest.len(),
            },
            (_, Ok(length)) => length,
            (_, Err(_)) => usize::MAX,
        };
        if length < 8 || length > rest.len() {
            return says(rest);
        }
        let (one, next) = rest.split_at(length);
        if &head[4..] != b"mdat" && says(one) {
            return true;
        }
        rest = next;
    }
    says(rest)
}

fn says(bytes: &[u8]) -> bool {
    PLACES.iter().any(|place| bytes.windows(place.len()).any(|window| window == *place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len() + 8).expect("short").to_be_bytes();
        [&length, kind.as_slice(), content].concat()
    }

    #[test]
    fn a_place_is_found_where_films_keep_it_and_not_in_their_pictures() {
        let sound = part(b"ftyp", b"isom");
        let apple = part(b"moov", &part(b"meta", b"com.apple.quicktime.location.ISO6709"));
        let older = part(b"moov", &part(b"udta", b"\xA9xyz\0\x12\x15\xC7+55.4765+008.4520/"));
        let picture = part(b"mdat", b"..loci..");
        assert!(!tells_place(&[sound.clone(), picture.clone(), part(b"moov", b"trak")].concat()));
        for place in [apple, older] {
            assert!(tells_place(&[sound.clone(), picture.clone(), place].concat()));
        }
        assert!(!tells_place(b"") && !tells_place(b"xx"));
        assert!(tells_place(b"\0\0\0\x04mdatloci"), "boxes that lead nowhere");
    }
}
