//! Changes in a folder: a file is new, differs, or is gone.

use std::sync::Arc;

use super::{Fault, Hash, Picture, SourcePath, Tells};

/// One file that differs from the last change reported for it.
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
    /// Fonts and pictures of a look. They are small, so they are read whole.
    Bytes(Arc<[u8]>),
    /// A picture in `content/`, as its header describes it. Its pixels are not read.
    Picture(Picture),
    /// A video or sound file in `content/`, of which only pictures and sound are published.
    Recording {
        hash: Hash,
    },
    /// Any other file in `content/`: a document, if files with its ending may be published.
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
    /// The position of the first byte that is not UTF-8, and the text with U+FFFD in place of each
    /// such byte.
    NotUtf8 { at: usize, text: Arc<str> },
    /// Git left two versions of a passage in the text: where the first of its lines begins.
    Conflict { at: usize, text: Arc<str> },
    /// The size of the file and the largest allowed size, in bytes.
    TooLarge { size: u64, limit: u64 },
    /// A symbolic link that leads out of the project, or of its folder there.
    LeavesTree,
    /// A symbolic link to a file of another kind or in another folder.
    StrangeLink,
    /// A symbolic link that leads to itself, to a folder above, or nowhere.
    BadLink,
    /// What is wrong with the picture, then after a colon what helps: "the file is empty: copy it
    /// again".
    BadPicture(String),
    /// A video or sound file that cannot be cleaned.
    BadRecording(Fault),
    /// A video or sound file says where it was recorded, in a way that cannot be removed.
    TellsPlace,
    /// The bytes are of another kind than the ending says: what they are, if that is known, and
    /// what the author can do.
    OtherKind { is: Option<&'static str>, remedy: &'static str },
    /// The name of the file has control or bidirectional characters, or bytes that are not UTF-8.
    BadName,
    /// Another file beside it has the same name in another Unicode normalisation; that one is used.
    TwinName,
    /// Texts beside `content/` that are meant for it.
    TextsOutside(TextsOutside),
    /// A photo beside `content/`, where no text can show it.
    PhotoOutside,
    /// A file with nearly the name of one of the settings, and whether that one is there too.
    NearlyNamed { meant: &'static str, is_there: bool },
    /// The name of a text of `content/` begins with a dot; of a folder, with how many texts.
    Hidden { texts: Option<usize> },
}

/// Texts beside `content/` that are meant for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextsOutside {
    /// How many were found.
    pub count: usize,
    /// Whether there are no more of them.
    pub is_whole: bool,
    /// Where they would be read, without a slash at its end: `content/stories`.
    pub to: String,
    /// Whether their folder is called like one of `content/`, so that nothing else is meant by it.
    pub is_certain: bool,
    /// Whether there is a `content/`.
    pub has_content: bool,
}
