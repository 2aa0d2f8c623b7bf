//! Which elements of WebM are needed for playing.

/// The ID of an element, including the bit that marks the width of the ID.
pub(super) type Id = u32;

pub(super) const VOID: u8 = 0xEC;
pub(super) const HEAD: Id = 0x1A45_DFA3;
pub(super) const FILM: Id = 0x1853_8067;
pub(super) const CLUSTER: Id = 0x1F43_B675;
pub(super) const TRACK: Id = 0xAE;

/// How an element is cleaned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// It contains elements, which are cleaned one by one.
    Within,
    /// It is kept if it is as short as a number.
    Short,
    /// It is required, but its content is overwritten: the name of the writing program.
    Name,
    /// The type of a track.
    Type,
    /// The number of a track.
    Number,
    /// The codec of a track.
    Codec,
    /// The decoder configuration of a track.
    SetUp,
    /// A block of coded video or audio.
    Block,
    /// It can neither be left out nor cleaned, so the file is refused.
    Refused,
    /// It is replaced by `Void`.
    Blank,
}

/// The rule of an element. An ID means the same in every parent, so the parent does not matter.
pub(super) fn rule(id: Id) -> Rule {
    match id {
        // EBML header, segment, seek head, info, tracks, cues, clusters and block groups.
        HEAD | FILM | 0x114D_9B74 | 0x4DBB | 0x1549_A966 | 0x1654_AE6B | TRACK | 0xE0 | 0xE1
        | 0x55B0 | 0x55D0 | 0x1C53_BB6B | 0xBB | 0xB7 | CLUSTER | 0xA0 => Rule::Within,
        // The fields of the EBML header.
        0x4286 | 0x42F7 | 0x42F2 | 0x42F3 | 0x4282 | 0x4287 | 0x4285 => Rule::Short,
        // The entries of the seek head; timestamp scale and duration.
        0x53AB | 0x53AC | 0x2A_D7B1 | 0x4489 => Rule::Short,
        // The fields of a track: UID, flags, default values, language, delays.
        0x73C5 | 0xB9 | 0x88 | 0x55AA | 0x9C | 0x6DE7 | 0x6DF8 | 0x23_E383 | 0x22_B59C | 0xAA
        | 0x56AA | 0x56BB => Rule::Short,
        // The video fields of a track: size, cropping, projection and colours.
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
        // The audio fields of a track.
        0xB5 | 0x78B5 | 0x9F | 0x6264 => Rule::Short,
        // The fields of cues, clusters and blocks.
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
