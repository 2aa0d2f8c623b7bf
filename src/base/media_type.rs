//! The media types of files, in one table by ending.

/// A page.
pub(crate) const HTML: &str = "text/html; charset=utf-8";
/// A drawing.
pub(crate) const SVG: &str = "image/svg+xml";
/// A feed; its ending says only that it is XML.
pub(crate) const ATOM: &str = "application/atom+xml";
/// A feed; its ending says only that it is JSON.
pub(crate) const JSON_FEED: &str = "application/feed+json";
/// Plain text.
pub(crate) const WORDS: &str = "text/plain; charset=utf-8";

/// All endings that a site, a look or the preview may have, in lower case.
const TABLE: &[(&str, &str)] = &[
    ("avif", "image/avif"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("epub", "application/epub+zip"),
    ("flac", "audio/flac"),
    ("html", HTML),
    ("ics", "text/calendar; charset=utf-8"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("m4a", "audio/mp4"),
    ("m4v", "video/mp4"),
    ("mov", "video/quicktime"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ogg", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("rtf", "application/rtf"),
    ("srt", "application/x-subrip"),
    ("svg", SVG),
    ("tar", "application/x-tar"),
    ("tsv", "text/tab-separated-values; charset=utf-8"),
    ("txt", WORDS),
    ("vcf", "text/vcard; charset=utf-8"),
    ("vtt", "text/vtt; charset=utf-8"),
    ("wav", "audio/wav"),
    ("webm", "video/webm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml"),
    ("zip", "application/zip"),
];

/// The media type of a lower-case ending. Whoever adds an ending adds a line here.
pub(crate) const fn of(ending: &str) -> &'static str {
    let mut at = 0;
    while at < TABLE.len() {
        if is_same(TABLE[at].0, ending) {
            return TABLE[at].1;
        }
        at += 1;
    }
    panic!("an ending of ours has a media type")
}

const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ending_stands_once_and_in_order() {
        assert!(TABLE.is_sorted_by(|(one, _), (next, _)| one < next));
        assert!(TABLE.iter().all(|(ending, of_it)| of(ending) == *of_it));
    }
}
