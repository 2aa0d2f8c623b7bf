//! Which elements of WebM are needed for playing.

/// The name of an element, the sign of its length included.
pub(super) type Id = u32;

pub(super) const VOID: u8 = 0xEC;
pub(super) const HEAD: Id = 0x1A45_DFA3;
pub(super) const FILM: Id = 0x1853_8067;
pub(super) const CLUSTER: Id = 0x1F43_B675;
pub(super) const TRACK: Id = 0xAE;

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// It holds elements.
    Within,
    /// A number, or a word as short.
    Short,
    /// It must be there, and may say nothing: the programs that made it.
    Name,
    /// What a track is for.
    Type,
    /// Of a track.
    Number,
    /// How a track is written.
    Codec,
    /// What a decoder is set up with.
    SetUp,
    /// Pictures or sound.
    Block,
    /// It cannot be left out, and is not looked into.
    Refused,
    /// All else.
    Blank,
}

/// The rule of an element. No name means two things in two places, so no place is asked for.
pub(super) fn rule(id: Id) -> Rule {
    match id {
        // The head, the film, its index, its facts, its tracks, its marks, its pieces.
        HEAD | FILM | 0x114D_9B74 | 0x4DBB | 0x1549_A966 | 0x1654_AE6B | TRACK | 0xE0 | 0xE1
        | 0x55B0 | 0x55D0 | 0x1C53_BB6B | 0xBB | 0xB7 | CLUSTER | 0xA0 => Rule::Within,
        // The head.
        0x4286 | 0x42F7 | 0x42F2 | 0x42F3 | 0x4282 | 0x4287 | 0x4285 => Rule::Short,
        // Where what lies; a moment's length, the length of all.
        0x53AB | 0x53AC | 0x2A_D7B1 | 0x4489 => Rule::Short,
        // A track: its number for programs, its defaults, its language, its delays.
        0x73C5 | 0xB9 | 0x88 | 0x55AA | 0x9C | 0x6DE7 | 0x6DF8 | 0x23_E383 | 0x22_B59C | 0xAA
        | 0x56AA | 0x56BB => Rule::Short,
        // Its pictures: sides, what is cut off, shape; and colours.
        0x9A
        | 0x9D
        | 0x53B8
        | 0xB0
        | 0xBA
        | 0x54AA
        | 0x54BB
        | 0x54CC
        | 0x54DD
        | 0x54B0
        | 0x54BA
        | 0x54B2
        | 0x54B3
        | 0x55B1..=0x55BD
        | 0x55D1..=0x55DA => Rule::Short,
        // Its sound.
        0xB5 | 0x78B5 | 0x9F | 0x6264 => Rule::Short,
        // Marks, and pieces with their times.
        0xB3 | 0xF7 | 0xF1 | 0xF0 | 0xB2 | 0x5378 | 0xE7 | 0xA7 | 0xAB | 0x9B | 0xFB | 0x75A2
        | 0xFA => Rule::Short,
        0x4D80 | 0x5741 => Rule::Name,
        0x83 => Rule::Type,
        0xD7 => Rule::Number,
        0x86 => Rule::Codec,
        0x63A2 => Rule::SetUp,
        0xA3 | 0xA1 => Rule::Block,
        0x6D80 => Rule::Refused,
        _ => Rule::Blank,
    }
}
