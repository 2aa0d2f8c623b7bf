//! Files that are there and cannot be used.

use crate::base::{
    Code, Diagnostic, Fault, Flaw, Remake, Role, Severity, SourcePath, Span, TextsOutside,
};

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
        Flaw::TextsOutside(found) => outside(path, found),
        Flaw::PhotoOutside => Diagnostic::new(
            Code::UnreadFile,
            span,
            "This photo is beside content/ and not in it, so no text can show it",
        )
        .hint("Move it to the text that is to show it, for example into content/stories/; or remove it"),
        Flaw::NearlyNamed { meant, is_there } => nearly_named(path, meant, *is_there),
        Flaw::Hidden { texts } => {
            let what = match texts {
                None => "The name of this file begins with a dot, so it is not read".to_owned(),
                Some(1) => "The name of this folder begins with a dot, so the text in it is not \
                            read"
                    .to_owned(),
                Some(count) => format!(
                    "The name of this folder begins with a dot, so the {count} texts in it are not \
                     read"
                ),
            };
            let name = path.file_name().trim_start_matches('.');
            let name = match name.to_lowercase().as_str() {
                "md" if texts.is_none() => "page.md",
                "" => "pages",
                _ => name,
            };
            // Of a colleague, nobody would know what they agreed to.
            let inside = path.as_str().trim_start_matches("content/").trim_start_matches('.');
            let (code, severity) = match inside.starts_with("people") {
                true => (Code::UnreadConsent, Severity::Error),
                false => (Code::UnreadFile, Severity::Warning),
            };
            Diagnostic::new(code, span, format!("{what} and readers do not see it"))
                .with_severity(severity)
                .hint(format!("Rename it to {name}; or move it out of content/"))
        }
        Flaw::BadName => Diagnostic::new(
            Code::BadName,
            span,
            "The name of this file or folder has characters that no address can hold: \u{FFFD} stands \
             for each",
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

/// What is said of texts beside `content/`. Where that is missing, they are the reason that the site
/// has no pages.
fn outside(path: &SourcePath, found: &TextsOutside) -> Diagnostic {
    let TextsOutside { count, is_whole, to, is_certain, has_content } = found;
    let (stem, ending) = path.file_name().rsplit_once('.').unwrap_or_default();
    let is_file = matches!(&*ending.to_lowercase(), "md" | "txt" | "markdown");
    let least = if *is_whole { "" } else { "at least " };
    // The texts of a site are in a folder of that name, and this one has another.
    let is_other_name = to == "content";
    let is_not = if is_other_name { "is not content/" } else { "is not in content/" };
    let what = match count {
        _ if is_file => format!("This file is beside content/ and not in it, so {NOT_READ}"),
        1 => format!(
            "The folder {path}/ {is_not}, so the text in it is not read and readers do not see it"
        ),
        _ => format!(
            "The folder {path}/ {is_not}, so the texts in it ({least}{count}) are not read and readers do not \
             see them"
        ),
    };
    let hint = match has_content {
        _ if is_file && !ending.eq_ignore_ascii_case("md") => {
            format!("Move the file to {to}/, and rename it to {stem}.md")
        }
        _ if is_file => format!("Move the file to {to}/"),
        false if is_other_name && path.as_str().to_lowercase() == "content" => {
            "Rename the folder to content, in small letters".to_owned()
        }
        false if is_other_name => "Rename the folder to content".to_owned(),
        false => format!("Make a folder content, and move {path}/ to {to}/"),
        true => format!("Move its texts to {to}/"),
    };
    let misplaced = match to.starts_with("content/people") {
        true => Code::UnreadConsent,
        false => Code::MisplacedText,
    };
    let (code, severity) = match (has_content, is_certain) {
        (false, _) => (Code::ContentEmpty, Severity::Error),
        (true, true) => (misplaced, Severity::Error),
        (true, false) => (misplaced, Severity::Warning),
    };
    Diagnostic::new(code, Span::file(path.clone()), what).with_severity(severity).hint(hint)
}

const NOT_READ: &str = "it is not read and readers do not see it";

/// The file or folder of `content/` that is missing because of this: what names something there is
/// right, and wrong only here.
pub(crate) fn missing_for(flaw: &Flaw) -> Option<SourcePath> {
    match flaw {
        Flaw::TextsOutside(found) if found.is_certain => SourcePath::new(&found.to),
        Flaw::NearlyNamed { meant, is_there: false } => SourcePath::new(meant),
        _ => None,
    }
    .filter(|path| path.as_str().starts_with("content/"))
}

/// What is said of a file that is meant to be `meant`. Where `site.toml` itself is missing, it is
/// the reason that the folder is not a site.
fn nearly_named(path: &SourcePath, meant: &str, is_there: bool) -> Diagnostic {
    let span = Span::file(path.clone());
    let (name, wanted) = (path.file_name(), meant.rsplit('/').next().unwrap_or(meant));
    if meant == "themes/look" {
        let message = format!(
            "The folder {path}/ is not read: each look has a folder of its own, in themes/"
        );
        let (look, place) = match path.as_str().strip_prefix("themes/") {
            Some(part) => ("mine", format!("themes/mine/{part}/")),
            None => (name, format!("themes/{name}/")),
        };
        let hint = format!("Move it to {place}, and write theme = \"{look}\" in site.toml");
        return Diagnostic::new(Code::UnreadFile, span, message).hint(hint);
    }
    if meant == "themes" {
        let message = format!("The folder {name}/ is not read: looks are read from themes/ only");
        let hint = match is_there {
            true => "Move the looks in it to themes/",
            false => "Rename the folder to themes",
        };
        return Diagnostic::new(Code::UnreadFile, span, message).hint(hint);
    }
    let message = match name == meant {
        true => format!("The file {name} is one folder too deep, in content/, so it is not read"),
        false => format!("The file {name} is not read: only {meant} is"),
    };
    let is_toml = {
        let folded = name.to_lowercase();
        folded.strip_suffix(".txt").unwrap_or(&folded).ends_with("ml")
            && !folded.contains(".yaml")
            && !folded.contains(".yml")
    };
    let hint = match (is_there, is_toml) {
        (true, _) => format!("Move what it says to {meant}, if it is not there yet, and remove it"),
        (false, false) => format!(
            "Write a file {meant} in its place, in the notation TOML: title = \"…\" for title: …"
        ),
        (false, true) if meant != wanted => format!("Move it to {meant}"),
        (false, true) if name == wanted => "Move it up, beside content/".to_owned(),
        (false, true) if name.to_lowercase().ends_with(".txt") => format!(
            "Rename it to {wanted}: show the endings of files first (in Windows: View, File name \
             extensions), because the last one may be hidden"
        ),
        (false, true) => format!("Rename it to {wanted}"),
    };
    let code = match !is_there && meant == "site.toml" {
        true => Code::NoSite,
        false => Code::UnreadFile,
    };
    Diagnostic::new(code, span, message).hint(hint)
}

/// Where no page uses a file that cannot be used, nothing is missing: it does not stop the site.
pub(crate) fn weighed_by_use(diagnostic: Diagnostic, is_used: bool) -> Diagnostic {
    let is_of_content = matches!(
        diagnostic.code,
        Code::BadPicture | Code::BadRecording | Code::OtherKind | Code::TellsPlace | Code::TooLarge
    );
    let is_of_an_asset = is_of_content && Role::of(&diagnostic.span.path) == Role::Asset;
    if is_used || !is_of_an_asset {
        return diagnostic;
    }
    diagnostic.with_severity(Severity::Warning).hint("Or remove it, since no page uses it")
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
