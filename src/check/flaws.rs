//! Files that are there and cannot be used.

use crate::base::{Code, Diagnostic, Fault, Flaw, Remake, SourcePath, Span};

/// Says what is wrong with a file as a whole.
pub(crate) fn diagnostic(path: &SourcePath, flaw: &Flaw) -> Diagnostic {
    let span = Span::file(path.clone());
    match flaw {
        Flaw::Unreadable(why) => {
            Diagnostic::new(Code::Unreadable, span, format!("This file cannot be read: {why}"))
                .hint("Ask the owner of the file to let you read it, or remove it")
        }
        Flaw::NotUtf8 { at, .. } => Diagnostic::new(
            Code::NotUtf8,
            Span { range: Some(*at..at + char::REPLACEMENT_CHARACTER.len_utf8()), ..span },
            "Characters from here on cannot be read: they are not stored as UTF-8",
        )
        .hint("Open the file in your editor and save it again with the encoding UTF-8"),
        Flaw::Conflict { at, text } => Diagnostic::new(
            Code::MergeConflict,
            Span { range: Some(*at..*at + text[*at..].lines().next().map_or(0, str::len)), ..span },
            "From here on, two versions of this passage stand in the file",
        )
        .hint(
            "Git could not join them. Keep one, or write a third, and remove the lines that begin \
             with <<<<<<<, ======= and >>>>>>>",
        ),
        Flaw::TooLarge { size, limit } => Diagnostic::new(
            Code::TooLarge,
            span,
            format!(
                "This file is too large: it has {}, and at most {} are allowed",
                megabytes(*size),
                megabytes(*limit)
            ),
        )
        .hint(match path.extension().as_str() {
            "mp4" | "mov" | "m4v" | "webm" | "mp3" | "m4a" | "ogg" | "wav" => {
                "Make it shorter, or save it again with a lower quality"
            }
            "md" => "Split the text into several files",
            _ => "Save it again with fewer pixels or pages, or leave it out",
        }),
        Flaw::LeavesTree => {
            let (place, _) = path.as_str().split_once('/').unwrap_or_default();
            let words = match place {
                "" => {
                    "This shortcut (symbolic link) leads to a file outside the project".to_owned()
                }
                place => {
                    format!("This shortcut (symbolic link) leads to a file outside {place}/")
                }
            };
            Diagnostic::new(Code::LeavesTree, span, words)
                .hint("Put the file itself here instead of a shortcut to it")
        }
        Flaw::StrangeLink => Diagnostic::new(
            Code::ShortcutToOtherKind,
            span,
            "This shortcut (symbolic link) leads to a file of another kind",
        )
        .hint("Put the file itself here instead of a shortcut to it"),
        Flaw::BadLink => Diagnostic::new(
            Code::BrokenShortcut,
            span,
            "This shortcut (symbolic link) does not lead to a file",
        )
        .hint("Remove it, or put the files themselves here"),
        Flaw::BadPicture(why) => {
            // What helps is behind the last colon, if the fault names it.
            let general = "Open it and save it again as JPEG, PNG or WebP";
            let (why, remedy) = why.rsplit_once(": ").unwrap_or((why, general));
            Diagnostic::new(Code::BadPicture, span, format!("This picture cannot be used: {why}"))
                .hint(remedy)
        }
        Flaw::BadRecording(Fault { why, remake }) => Diagnostic::new(
            Code::BadRecording,
            span,
            format!("This video or sound file cannot be published: {why}"),
        )
        .hint(format!("Make a copy that can be published: {}", command(path, *remake))),
        Flaw::TellsPlace => Diagnostic::new(
            Code::TellsPlace,
            span,
            "This video or sound file reveals where it was recorded, or with which device",
        )
        .hint(format!("Make a copy that does not: {}", command(path, Remake::Encode))),
        Flaw::OtherKind { is, remedy } => {
            let ending = path.extension();
            let message = match is {
                Some(is) => format!("This file is {is}, but its name ends in .{ending}"),
                None => {
                    format!("The name of this file ends in .{ending}, but it is not such a file")
                }
            };
            Diagnostic::new(Code::OtherKind, span, message).hint(*remedy)
        }
        Flaw::BadName => Diagnostic::new(
            Code::BadName,
            span,
            "The name of this file contains invisible characters",
        )
        .hint("Rename it, with letters, digits and hyphens only"),
        Flaw::TwinName => Diagnostic::new(
            Code::TwinName,
            span,
            "Another file here has the same name, with differently stored letters, and is used \
             instead",
        )
        .hint(
            "Remove or rename one of the two: a copy from a Mac can look the same and be stored \
             differently (� stands for such letters)",
        ),
    }
}

/// Of a few files, a warning each; of many, one for all: then whole folders were copied so.
pub(crate) fn second_names<'a>(paths: impl Iterator<Item = &'a SourcePath>) -> Vec<Diagnostic> {
    let paths: Vec<&SourcePath> = paths.collect();
    let warning = |path: &&SourcePath| {
        let span = Span::file((*path).clone());
        Diagnostic::new(
            Code::SecondName,
            span,
            "This file is also stored under another name on this disk (a hard link)",
        )
        .hint("Replace it with a copy: whoever changes it under the other name changes the site")
    };
    if paths.len() <= FEW_NAMES {
        return paths.iter().map(warning).collect();
    }
    let mut all = warning(&paths[0]);
    all.message = format!(
        "{} files, this one first, are also stored under other names on this disk (hard links)",
        paths.len()
    );
    vec![all]
}

/// Files that are named one by one.
const FEW_NAMES: usize = 3;

/// What one types to make another film or sound of this one.
fn command(path: &SourcePath, remake: Remake) -> String {
    let ending = path.extension();
    let name = shown_name(path, "film");
    let tracks = match ending.as_str() {
        "mp4" | "m4v" | "mov" | "webm" => "-map 0:v:0 -map 0:a:0?",
        _ => "-map 0:a:0",
    };
    let copy = if remake == Remake::Copy { " -c copy" } else { "" };
    format!("ffmpeg -i {name} {tracks} -map_metadata -1 -map_chapters -1{copy} new.{ending}")
}

/// The file's name in a command; another one where a shell would read more into it.
pub(super) fn shown_name(path: &SourcePath, otherwise: &str) -> String {
    let name = path.file_name();
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    match name.bytes().all(is_plain) && !name.starts_with('-') {
        true => name.to_owned(),
        false => format!("{otherwise}.{}", path.extension()),
    }
}

fn megabytes(bytes: u64) -> String {
    if bytes < 1_000_000 {
        return format!("{} KB", bytes.div_ceil(1000));
    }
    format!("{:.1} MB", bytes as f64 / 1_000_000.0)
}
