//! Pictures that can be shown, though not quite as they are.

use crate::base::{Anchor, Code, Diagnostic, Finding, Picture, PictureFormat, SourcePath};
use crate::site::{Media, Site};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for (path, medium) in site.media.iter() {
        let Media::Picture(picture) = medium else { continue };
        let span = || Anchor::file(path.clone());
        if picture.moves {
            out.push(
                Diagnostic::new(
                    Code::PictureMoves,
                    span(),
                    "This picture moves; readers see only its first frame",
                )
                .hint("Save a frame that tells it all, or offer a film: [watch it](film.mp4)"),
            );
        }
        if picture.is_deep {
            out.push(
                Diagnostic::new(
                    Code::PictureTooDeep,
                    span(),
                    "This picture has 16 bits a colour; readers get 8, as their screens show",
                )
                .hint("Save it as JPEG, or as PNG with 8 bits: the file gets much smaller"),
            );
        }
        if let Some(ending) = misnamed(path, picture) {
            let kind = kind(picture.format);
            let message = format!("This is a {kind} picture, and its name ends in .{ending}");
            out.push(
                Diagnostic::new(Code::PictureMisnamed, span(), message)
                    .hint(format!("Give it a name that ends in .{}", endings(picture.format)[0])),
            );
        }
    }
}

/// The ending, if it is that of another kind.
fn misnamed(path: &SourcePath, picture: &Picture) -> Option<String> {
    let ending = path.extension();
    (!endings(picture.format).contains(&ending.as_str())).then_some(ending)
}

fn kind(format: PictureFormat) -> &'static str {
    match format {
        PictureFormat::Jpeg => "JPEG",
        PictureFormat::Png => "PNG",
        PictureFormat::Gif => "GIF",
        PictureFormat::Webp => "WebP",
        PictureFormat::Heic => "HEIC",
        PictureFormat::Svg => "SVG",
    }
}

fn endings(format: PictureFormat) -> &'static [&'static str] {
    match format {
        PictureFormat::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
        PictureFormat::Png => &["png", "apng"],
        PictureFormat::Gif => &["gif"],
        PictureFormat::Webp => &["webp"],
        PictureFormat::Heic => &["heic", "heif"],
        PictureFormat::Svg => &["svg"],
    }
}
