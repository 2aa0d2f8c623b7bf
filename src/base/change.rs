//! What a folder tells: a file that came, differs, or is gone.

use std::sync::Arc;

use super::{Fault, Hash, Picture, SourcePath, Tells};

/// One file that differs from what was told before.
#[derive(Clone, Debug)]
pub struct Change {
    pub path: SourcePath,
    pub content: Content,
}

/// What a file holds now, read as its role asks for.
#[derive(Clone, Debug)]
pub enum Content {
    /// Documents, templates, texts, configuration.
    Text(Arc<str>),
    /// Fonts and pictures of a look: small, and needed whole.
    Bytes(Arc<[u8]>),
    /// A picture of `content/`: what its header says; the pixels stay on the disk.
    Picture(Picture),
    /// A film or a sound of `content/`: readers get what is played of it, and nothing else.
    Recording {
        hash: Hash,
    },
    /// Any other file of `content/`: a paper, if its ending is one that readers may be offered.
    File {
        hash: Hash,
        tells: Tells,
    },
    /// It is there, but cannot be used.
    Flawed(Flaw),
    Gone,
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The system's own words.
    Unreadable(String),
    /// The first byte that is no UTF-8, and the text with a sign in place of each such byte.
    NotUtf8 { at: usize, text: Arc<str> },
    /// Bytes found and allowed.
    TooLarge { size: u64, limit: u64 },
    /// A symbolic link that leads out of the project, or of its folder there.
    LeavesTree,
    /// A symbolic link to a file that could not stand in its place.
    StrangeLink,
    /// A symbolic link that leads to itself, to a folder above, or nowhere.
    BadLink,
    /// What is wrong with the picture, then after a colon what helps: "the file is empty: copy it
    /// again".
    BadPicture(String),
    /// A film or a sound that cannot be cleaned.
    BadRecording(Fault),
    /// A film says where it was taken, in a way that cannot be taken out of it.
    TellsPlace,
    /// The bytes are of another kind than the ending says: what they are, if it is known, and what
    /// to do.
    OtherKind { is: Option<&'static str>, remedy: &'static str },
    /// Control or bidirectional characters, or bytes that are no text, in the file's name.
    BadName,
    /// Another file beside it has the same name in another spelling of its letters; that one is
    /// used.
    TwinName,
}
