//! Files that are there and cannot be used.

use crate::base::{Code, Diagnostic, Fault, Flaw, Remake, SourcePath, Span};

/// Says what is wrong with a file as a whole.
pub(crate) fn diagnostic(path: &SourcePath, flaw: &Flaw) -> Diagnostic {
    let span = Span::file(path.clone());
    match flaw {
        Flaw::Unreadable(why) => {
            Diagnostic::new(Code::Unreadable, span, format!("This file cannot be read: {why}"))
                .hint("Ask who owns the file to let you read it, or remove it")
        }
        Flaw::NotUtf8 { at, .. } => Diagnostic::new(
            Code::NotUtf8,
            Span { range: Some(*at..at + char::REPLACEMENT_CHARACTER.len_utf8()), ..span },
            "Characters from here on cannot be read: they are not stored as UTF-8",
        )
        .hint("Open the file in your editor and save it again with the encoding UTF-8"),
        Flaw::TooLarge { size, limit } => Diagnostic::new(
            Code::TooLarge,
            span,
            format!("This file has {}; {} is the most", megabytes(*size), megabytes(*limit)),
        )
        .hint("Make it smaller: split a text, or save a picture with fewer pixels"),
        Flaw::LeavesTree => {
            let (place, _) = path.as_str().split_once('/').unwrap_or_default();
            let words = match place {
                "" => "This shortcut (symbolic link) leads to a file outside of the project"
                    .to_owned(),
                place => {
                    format!("This shortcut (symbolic link) leads to a file outside of {place}/")
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
            Diagnostic::new(Code::BadPicture, span, format!("This picture cannot be used: {why}"))
                .hint("Open it and save it again as JPEG, PNG or WebP")
        }
        Flaw::BadRecording(Fault { why, remake }) => Diagnostic::new(
            Code::BadRecording,
            span,
            format!("This film or sound cannot be published: {why}"),
        )
        .hint(format!("Make one that can: {}", command(path, *remake))),
        Flaw::TellsPlace => Diagnostic::new(
            Code::TellsPlace,
            span,
            "This film or sound says where or with what it was taken, among its pictures or sounds",
        )
        .hint(format!("Make one that does not: {}", command(path, Remake::Encode))),
        Flaw::OtherKind { is, remedy } => {
            let ending = path.extension();
            let message = match is {
                Some(is) => format!("This is {is}, and its name ends in .{ending}"),
                None => format!("The name of this file ends in .{ending}, and it is no such file"),
            };
            Diagnostic::new(Code::OtherKind, span, message).hint(*remedy)
        }
        Flaw::BadName => Diagnostic::new(
            Code::BadName,
            span,
            "The name of this file holds characters that nobody sees",
        )
        .hint("Give it a name of letters, digits and hyphens"),
        Flaw::TwinName => Diagnostic::new(
            Code::TwinName,
            span,
            "Another file here has the same name, stored in another way, and is shown instead",
        )
        .hint("Keep one of the two: copies from a Mac look the same and are not (� is any letter)"),
    }
}

/// Of a few files, a warning each; of many, one for all: then whole folders were copied so.
pub(crate) fn second_names<'a>(paths: impl Iterator<Item = &'a SourcePath>) -> Vec<Diagnostic> {
    let paths: Vec<&SourcePath> = paths.collect();
    let warning = |path: &&SourcePath| {
        let span = Span::file((*path).clone());
        Diagnostic::new(Code::SecondName, span, "This file has a second name elsewhere on the disk")
            .hint("Whoever changes it there changes the site: copy it, and remove the link")
    };
    if paths.len() <= FEW_NAMES {
        return paths.iter().map(warning).collect();
    }
    let mut all = warning(&paths[0]);
    all.message = format!("{} files, this one first, have second names on the disk", paths.len());
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
