//! Films, sound and papers: why one cannot be published, and what one tells besides its words.

/// Why a film or a sound cannot be published, and how to make one that can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The fault as a sentence about "it", without a full stop.
    pub why: &'static str,
    pub remake: Remake,
}

/// How ffmpeg makes a film or a sound that can be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remake {
    /// The same pictures and sound, packed anew.
    Copy,
    /// Pictures and sound encoded anew.
    Encode,
}

/// What a paper tells that nobody sees on its pages. Papers are published as they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tells {
    /// A picture inside says where it was taken.
    pub place: bool,
    /// A picture inside says with what it was taken.
    pub camera: bool,
    /// It names who wrote or saved it.
    pub names: bool,
    /// It holds more than was looked into.
    pub unseen: bool,
}

impl Tells {
    /// What one or the other tells.
    #[must_use]
    pub(crate) fn and(self, other: Tells) -> Tells {
        Tells {
            place: self.place || other.place,
            camera: self.camera || other.camera,
            names: self.names || other.names,
            unseen: self.unseen || other.unseen,
        }
    }
}
