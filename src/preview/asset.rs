//! The files of the preview itself. They are in the program, and never in a site.

use crate::base::media_type;

/// A file of the preview by its name: its media type and its bytes.
pub(crate) fn asset(name: &str) -> Option<(&'static str, &'static [u8])> {
    Some(match name {
        "preview.js" => (SCRIPT, include_bytes!("assets/preview.js")),
        "live.js" => (SCRIPT, include_bytes!("assets/live.js")),
        "page.js" => (SCRIPT, include_bytes!("assets/page.js")),
        "point.js" => (SCRIPT, include_bytes!("assets/point.js")),
        "idiomorph.js" => (SCRIPT, include_bytes!("assets/idiomorph.js")),
        "paper.css" => (STYLE, include_bytes!("assets/paper.css")),
        "preview.css" => (STYLE, include_bytes!("assets/preview.css")),
        "desk.css" => (STYLE, include_bytes!("assets/desk.css")),
        "page.css" => (STYLE, include_bytes!("assets/page.css")),
        _ => return None,
    })
}

const SCRIPT: &str = media_type::of("js");
const STYLE: &str = media_type::of("css");
