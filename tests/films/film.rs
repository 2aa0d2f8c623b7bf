//! Films: MP4 and MOV, WebM.

use super::{HOUR, exif, jpeg, note, played};

pub(crate) fn part(kind: &[u8], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len() + 8).expect("short").to_be_bytes();
    [&length, kind, content].concat()
}

fn all(parts: &[Vec<u8>]) -> Vec<u8> {
    parts.concat()
}

/// What of an MP4 differs from one test to the next.
pub(crate) struct Mp4 {
    pub(crate) brand: &'static [u8; 4],
    /// Notation of the pictures, and of what a third track is for.
    pub(crate) pictures: &'static [u8; 4],
    pub(crate) third: &'static [u8; 4],
    /// Whether the samples lie in the file itself.
    pub(crate) is_whole: bool,
}

impl Default for Mp4 {
    fn default() -> Mp4 {
        Mp4 { brand: b"qt  ", pictures: b"avc1", third: b"meta", is_whole: true }
    }
}

/// What is seen of each picture.
pub(crate) fn pictures() -> Vec<u8> {
    played(0x40, 60)
}

/// One picture as H.264, HEVC or AV1 keep it: words of whoever made it, and what is seen.
pub(crate) fn picture(notation: &[u8]) -> Vec<u8> {
    let words = [b"\x05".as_slice(), &[size(16 + note().len())], &[0xAB; 16], &note()].concat();
    let units: Vec<Vec<u8>> = match notation {
        b"hvc1" => vec![
            [b"\x4E\x01".as_slice(), &words, b"\x80"].concat(),
            [b"\x26\x01".as_slice(), &pictures()].concat(),
            [b"\x50\x01".as_slice(), &words, b"\x80"].concat(),
            // A kind of unit that no player knows.
            [b"\x60\x01".as_slice(), &note()].concat(),
        ],
        b"av01" => {
            let t35 = [b"\x04\xB5".as_slice(), &note(), b"\x80"].concat();
            let unit = |head: u8, body: &[u8]| [&[head, size(body.len())], body].concat();
            return [
                unit(0x12, b""),
                unit(0x2A, &t35),
                unit(0x7A, &note()),
                unit(0x32, &pictures()),
            ]
            .concat();
        }
        _ => vec![
            // Beside what is needed: a point from which a player may begin.
            [b"\x06\x06\x01\xC4".as_slice(), &words, b"\x80"].concat(),
            [b"\x65".as_slice(), &pictures()].concat(),
            [b"\x1E".as_slice(), &note()].concat(),
            [b"\x0C".as_slice(), &note()].concat(),
        ],
    };
    units.iter().flat_map(|unit| [length(unit), unit.clone()].concat()).collect()
}

/// What a decoder of such pictures is set up with, in a box.
pub(crate) fn set_up(notation: &[u8]) -> Vec<u8> {
    let words = [b"\x05".as_slice(), &[size(16 + note().len())], &[0xAB; 16], &note()].concat();
    let short = |unit: &[u8]| [&[0, size(unit.len())], unit].concat();
    match notation {
        b"hvc1" => {
            let mut content = vec![1; 23];
            content[21] = 3;
            content[22] = 2;
            content.extend([b"\xA0\0\x01".as_slice(), &short(b"\x40\x01\x0C")].concat());
            let sei = [b"\x4E\x01".as_slice(), &words, b"\x80"].concat();
            content.extend([b"\xA7\0\x01".as_slice(), &short(&sei), &note()].concat());
            part(b"hvcC", &content)
        }
        b"av01" => {
            let t35 = [b"\x04\xB5".as_slice(), &note(), b"\x80"].concat();
            part(b"av1C", &[b"\x81\0\0\0\x2A".as_slice(), &[size(t35.len())], &t35].concat())
        }
        _ => {
            let sei = [b"\x06".as_slice(), &words, b"\x80"].concat();
            let head = b"\x01\x64\0\x1F\xFF\xE1".as_slice();
            let units = [short(b"\x67\x64\0\x1F"), vec![2], short(b"\x68\xEE"), short(&sei)];
            part(b"avcC", &[head, &units.concat(), b"\xFD\xF8\xF8\0", &note()].concat())
        }
    }
}

fn size(length: usize) -> u8 {
    u8::try_from(length).expect("short")
}

fn length(of: &[u8]) -> Vec<u8> {
    u32::try_from(of.len()).expect("short").to_be_bytes().to_vec()
}

pub(crate) fn sound() -> Vec<u8> {
    played(0x80, 40)
}

pub(crate) fn mp4(film: &Mp4) -> Vec<u8> {
    let note = note();
    let start = all(&[
        part(b"ftyp", &[film.brand.as_slice(), b"PLNT", film.brand, b"MSNV"].concat()),
        part(b"wide", b""),
        part(b"free", &note),
        part(b"uuid", &[[0xBE; 16].as_slice(), &note].concat()),
        part(b"XTRA", &exif()),
    ]);
    let at = |before: usize| u32::try_from(start.len() + 8 + before).expect("short");
    let one = picture(film.pictures);
    let (pictures, sound) = (one.repeat(2), sound());
    let third = note.len() + pictures.len() + note.len();
    // What was cut off, pictures, places, sound, and what was cut off again.
    let data = [note.as_slice(), &pictures, &note, &sound, &note].concat();
    let moov = all(&[
        part(b"mvhd", &header(100)),
        part(
            b"udta",
            &all(&[part(b"\xA9xyz", &note), part(b"\xA9mak", &note), part(b"loci", &note)]),
        ),
        part(
            b"meta",
            &all(&[part(b"keys", &note), part(b"ilst", &[note.as_slice(), &jpeg()].concat())]),
        ),
        track(
            film,
            b"vide",
            film.pictures,
            &[(at(note.len()), one.len()), (at(note.len() + one.len()), one.len())],
        ),
        track(film, film.third, b"mebx", &[(at(note.len() + pictures.len()), note.len())]),
        track(film, b"soun", b"mp4a", &[(at(third), sound.len())]),
        part(b"apID", &note),
        part(b"ownr", &note),
    ]);
    let behind = [b"\0\0\0\0\x01\x0ASEFT".as_slice(), &note].concat();
    [start, part(b"mdat", &data), part(b"moov", &moov), behind].concat()
}

/// A header of the shorter form.
fn header(length: usize) -> Vec<u8> {
    let mut header = [[0; 4], HOUR, HOUR].concat();
    header.resize(length, 0);
    [header, note()].concat()
}

fn table(entries: &[&[u8]]) -> Vec<u8> {
    let count = u32::try_from(entries.len()).expect("few").to_be_bytes();
    [[0; 4].as_slice(), &count, &entries.concat(), &note()].concat()
}

fn track(film: &Mp4, what: &[u8], notation: &[u8], chunks: &[(u32, usize)]) -> Vec<u8> {
    let note = note();
    let handler = [b"\0\0\0\0mhlr".as_slice(), what, b"PLNT", &[0; 8], &note].concat();
    let fields = if what == b"soun" { 28 } else { 78 };
    let mut description = vec![0; fields];
    if what != b"soun" {
        description[16..20].copy_from_slice(b"PLNT");
        description[42..55].copy_from_slice(b"PLANTED-MAKER");
    }
    description.extend(set_up(notation));
    description.extend(part(b"colr", &[b"prof".as_slice(), &note].concat()));
    description.extend(part(b"name", &note));
    let offsets: Vec<[u8; 4]> = chunks.iter().map(|(at, _)| at.to_be_bytes()).collect();
    let offsets: Vec<&[u8]> = offsets.iter().map(<[u8; 4]>::as_slice).collect();
    let sizes: Vec<[u8; 4]> = chunks
        .iter()
        .map(|(_, length)| u32::try_from(*length).expect("short").to_be_bytes())
        .collect();
    let count = u32::try_from(sizes.len()).expect("few").to_be_bytes();
    let is_here = u8::from(film.is_whole);
    let samples = all(&[
        part(b"stsd", &[b"\0\0\0\0\0\0\0\x01".as_slice(), &part(notation, &description)].concat()),
        part(b"stts", &table(&[b"\0\0\0\x02\0\0\0\x01"])),
        part(b"stsc", &table(&[b"\0\0\0\x01\0\0\0\x01\0\0\0\x01"])),
        part(b"stsz", &[[0; 8].as_slice(), &count, &sizes.concat(), &note].concat()),
        part(b"stco", &table(&offsets)),
        part(b"sdtp", &note),
        part(b"cmnt", &note),
    ]);
    let place = part(b"url ", &[&[0, 0, 0, is_here], note.as_slice()].concat());
    let inside = all(&[
        part(b"vmhd", &[0; 12]),
        part(b"hdlr", &handler),
        part(b"dinf", &part(b"dref", &[b"\0\0\0\0\0\0\0\x01".as_slice(), &place].concat())),
        part(b"stbl", &samples),
    ]);
    let media = all(&[part(b"mdhd", &header(24)), part(b"hdlr", &handler), part(b"minf", &inside)]);
    part(
        b"trak",
        &all(&[
            part(b"tkhd", &header(84)),
            part(b"edts", &part(b"elst", &table(&[b"\0\0\0\x01\0\0\0\0\0\x01\0\0"]))),
            part(b"udta", &part(b"name", &note)),
            part(b"tref", &note),
            part(b"mdia", &media),
        ]),
    )
}

/// An element of WebM, its length in as many bytes as `wide`.
pub(crate) fn element(id: &[u8], wide: usize, content: &[u8]) -> Vec<u8> {
    let sign = (content.len() as u64 | 1 << (7 * wide)).to_be_bytes();
    [id, &sign[8 - wide..], content].concat()
}

/// A film for browsers; `is_live` leaves out the lengths that are not known while it is recorded.
pub(crate) fn webm(track: u8, is_live: bool) -> Vec<u8> {
    let note = note();
    let small = |id: &[u8], content: &[u8]| element(id, 1, content);
    let large = |id: &[u8], content: &[u8]| element(id, 4, content);
    let head = small(b"\x1A\x45\xDF\xA3", &small(b"\x42\x82", b"webm"));
    let info = all(&[
        small(b"\xBF", b"sum."),
        small(b"\x2A\xD7\xB1", b"\x0F\x42\x40"),
        large(b"\x7B\xA9", &note),
        small(b"\x44\x61", &[HOUR, HOUR].concat()),
        large(b"\x73\x84", &note),
        large(b"\x4D\x80", &note),
        large(b"\x57\x41", &note),
    ]);
    let pictures = all(&[
        small(b"\xD7", b"\x01"),
        small(b"\x73\xC5", b"\x01"),
        small(b"\x83", &[track]),
        small(b"\x86", b"V_VP8"),
        large(b"\x53\x6E", &note),
        small(
            b"\xE0",
            &all(&[small(b"\xB0", b"\x40"), small(b"\xBA", b"\x30"), large(b"\x76\x72", &note)]),
        ),
    ]);
    let comments = super::sound::comments(b"\x03vorbis", true);
    let lengths = [
        [2, 30].as_slice(),
        &vec![255; comments.len() / 255],
        &[u8::try_from(comments.len() % 255).expect("small")],
    ]
    .concat();
    let private =
        [lengths, [b"\x01vorbis".as_slice(), &[0; 23]].concat(), comments, b"\x05vorbis".to_vec()]
            .concat();
    let voice = all(&[
        small(b"\xD7", b"\x02"),
        small(b"\x83", b"\x02"),
        small(b"\x86", b"A_VORBIS"),
        large(b"\x63\xA2", &private),
    ]);
    let piece = |seed| {
        all(&[
            small(b"\xE7", b"\x00"),
            small(b"\xA3", &[b"\x81\0\0\0".as_slice(), &played(seed, 50)].concat()),
        ])
    };
    let cluster = |seed| match is_live {
        true => {
            [b"\x1F\x43\xB6\x75\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF".as_slice(), &piece(seed)].concat()
        }
        false => large(b"\x1F\x43\xB6\x75", &piece(seed)),
    };
    let tag = large(b"\x73\x73", &large(b"\x67\xC8", &large(b"\x44\x87", &note)));
    let attached = large(b"\x61\xA7", &large(b"\x46\x5C", &jpeg()));
    let film = all(&[
        large(b"\xEC", &note),
        large(b"\x15\x49\xA9\x66", &info),
        large(b"\x16\x54\xAE\x6B", &all(&[large(b"\xAE", &pictures), large(b"\xAE", &voice)])),
        large(b"\x12\x54\xC3\x67", &tag),
        large(b"\x19\x41\xA4\x69", &attached),
        large(b"\x10\x43\xA7\x70", &note),
        cluster(0x40),
        cluster(0x80),
        if is_live { vec![] } else { large(b"\x12\x54\xC3\x67", &tag) },
    ]);
    match is_live {
        true => [head, b"\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF".to_vec(), film].concat(),
        false => [head, element(b"\x18\x53\x80\x67", 8, &film), b"TAG".to_vec(), note].concat(),
    }
}
