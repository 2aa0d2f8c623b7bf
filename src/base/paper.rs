//! Videos, sound files and documents: why one cannot be published, and what a document reveals
//! besides its text.

/// Why a video or sound file cannot be published, and how to make a copy that can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The fault as a sentence about "it", without a full stop.
    pub why: &'static str,
    pub remake: Remake,
}

/// How ffmpeg makes a copy that can be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remake {
    /// Copy pictures and sound into a new file.
    Copy,
    /// Encode pictures and sound again.
    Encode,
}

/// What a document (such as a PDF) reveals besides its pages. Documents are published unchanged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tells {
    /// A photo inside says where it was taken.
    pub place: bool,
    /// A photo inside says with which camera it was taken.
    pub camera: bool,
    /// It names who wrote or saved it.
    pub names: bool,
    /// It has more files than were checked.
    pub unseen: bool,
}

impl Tells {
    /// What either of them reveals.
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
