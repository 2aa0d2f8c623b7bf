//! Bytes as an answer of HTTP: media types, tags, what the requester has already, and parts of a file.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header};

use super::content::Content;
use super::worker_limits::NotDone;
use crate::base::media_type;
use crate::base::policy::{self, DRAWING, PAGE};
use crate::base::{Hash, headers};

/// Something to send.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) media_type: &'static str,
    pub(super) content: Content,
    pub(super) keeping: Keeping,
    /// The address that this one stands for now.
    pub(super) location: Option<String>,
}

/// What a browser may keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeping {
    /// It must ask whether it still holds; equal hashes, equal bytes.
    Asking(Hash),
    /// The name holds a hash of the bytes: it never differs.
    Forever(Hash),
    /// A draft: something better is on its way.
    Nothing,
}

impl Reply {
    pub(super) fn of(
        status: StatusCode,
        media_type: &'static str,
        bytes: Vec<u8>,
        keeping: Keeping,
    ) -> Reply {
        Reply { status, media_type, content: bytes.into(), keeping, location: None }
    }

    /// Something that is there.
    pub(super) fn with(media_type: &'static str, content: Content, keeping: Keeping) -> Reply {
        Reply { status: StatusCode::OK, media_type, content, keeping, location: None }
    }

    /// A sentence as plain text, for requests that no page answers.
    pub(super) fn sentence(status: StatusCode, text: &str) -> Reply {
        let (media_type, bytes) = (media_type::WORDS, format!("{text}\n").into_bytes());
        Reply::of(status, media_type, bytes, Keeping::Nothing)
    }

    pub(super) fn malformed() -> Reply {
        Reply::sentence(StatusCode::BAD_REQUEST, "No page can have an address like this.")
    }

    /// For a file that is named in the site, and cannot be had.
    pub(super) fn unshown() -> Reply {
        Reply::sentence(StatusCode::NOT_FOUND, "This file cannot be shown.")
    }

    /// So many ask for so much that it must be asked for again.
    pub(super) fn busy() -> Reply {
        Reply::sentence(
            StatusCode::SERVICE_UNAVAILABLE,
            "The preview is busy. Try again in a moment.",
        )
    }

    /// What this requester gets of it.
    pub(super) fn to(self, method: &Method, asked: &HeaderMap) -> Response<Body> {
        let policy = match self.media_type {
            media_type::SVG => policy::header(DRAWING),
            _ => policy::header(PAGE),
        };
        let (tag, keep) = match self.keeping {
            Keeping::Asking(hash) => (Some(hash), headers::ASKING),
            Keeping::Forever(hash) => (Some(hash), headers::FOREVER),
            Keeping::Nothing => (None, "no-store"),
        };
        let tag = tag.map(|hash| format!("\"{hash}\""));
        let mut said = HeaderMap::new();
        let mut say = |name: HeaderName, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                said.insert(name, value);
            }
        };
        say(header::CONTENT_SECURITY_POLICY, &policy);
        for (name, value) in headers::ALWAYS {
            say(HeaderName::from_static(name), value);
        }
        say(header::CACHE_CONTROL, keep);
        if let Some(tag) = &tag {
            say(header::ETAG, tag);
        }
        if let Some(location) = &self.location {
            say(header::LOCATION, location);
        }
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            say(header::RETRY_AFTER, "2");
        }
        if let (Some(tag), StatusCode::OK) = (&tag, self.status)
            && has_it(asked, tag)
        {
            return send(StatusCode::NOT_MODIFIED, said, Body::empty());
        }
        if self.status == StatusCode::NO_CONTENT {
            return send(self.status, said, Body::empty());
        }
        say(header::CONTENT_TYPE, self.media_type);
        let (mut status, size) = (self.status, self.content.size());
        let (mut from, mut to) = (0, size);
        if status == StatusCode::OK {
            say(header::ACCEPT_RANGES, "bytes");
            match part(method, asked, tag.as_deref(), size) {
                Part::Whole => {}
                Part::Bytes(first, end) => {
                    say(header::CONTENT_RANGE, &format!("bytes {first}-{}/{size}", end - 1));
                    (from, to) = (first, end);
                    status = StatusCode::PARTIAL_CONTENT;
                }
                Part::Beyond => {
                    say(header::CONTENT_RANGE, &format!("bytes */{size}"));
                    to = 0;
                    status = StatusCode::RANGE_NOT_SATISFIABLE;
                }
            }
        }
        say(header::CONTENT_LENGTH, &(to - from).to_string());
        let body = match *method {
            Method::HEAD => Body::empty(),
            _ => self.content.part(from, to),
        };
        send(status, said, body)
    }
}

fn send(status: StatusCode, headers: HeaderMap, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

impl From<NotDone> for Reply {
    fn from(not_done: NotDone) -> Reply {
        match not_done {
            NotDone::Busy => Reply::busy(),
            NotDone::Failed => {
                Reply::sentence(StatusCode::INTERNAL_SERVER_ERROR, "This page could not be made.")
            }
        }
    }
}

/// Whether the requester says that it has what the tag stands for.
fn has_it(asked: &HeaderMap, tag: &str) -> bool {
    let lists = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|it| it.to_str().ok());
    let mut tags = lists.flat_map(|list| list.split(',')).map(str::trim);
    tags.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    /// From the first byte to before the second.
    Bytes(usize, usize),
    Beyond,
}

/// Which part is asked for: one, or else the whole. <https://www.rfc-editor.org/rfc/rfc9110#section-14.2>
fn part(method: &Method, asked: &HeaderMap, tag: Option<&str>, size: usize) -> Part {
    let value = |name: HeaderName| asked.get(name).and_then(|it| it.to_str().ok());
    let has_other = value(header::IF_RANGE).is_some_and(|known| Some(known) != tag);
    let Some(range) = value(header::RANGE).filter(|_| *method == Method::GET && !has_other) else {
        return Part::Whole;
    };
    let Some((first, last)) = range.strip_prefix("bytes=").and_then(|it| it.split_once('-')) else {
        return Part::Whole;
    };
    let number = |text: &str| match text.bytes().all(|b| b.is_ascii_digit()) {
        // More than can be counted is more than there is.
        true if !text.is_empty() => Some(text.parse().unwrap_or(usize::MAX)),
        _ => None,
    };
    match (number(first.trim()), number(last.trim())) {
        (Some(from), _) if from >= size => Part::Beyond,
        (Some(from), None) if last.trim().is_empty() => Part::Bytes(from, size),
        (Some(from), Some(last)) if last >= from => {
            Part::Bytes(from, last.saturating_add(1).min(size))
        }
        (None, Some(0)) if first.trim().is_empty() => Part::Beyond,
        (None, Some(_)) if first.trim().is_empty() && size == 0 => Part::Beyond,
        (None, Some(length)) if first.trim().is_empty() => {
            Part::Bytes(size.saturating_sub(length), size)
        }
        _ => Part::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(pairs: &[(HeaderName, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn one_part_of_a_file_can_be_had() {
        let cases = [
            ("bytes=0-3", Part::Bytes(0, 4)),
            ("bytes=4-", Part::Bytes(4, 10)),
            ("bytes=-3", Part::Bytes(7, 10)),
            ("bytes=-30", Part::Bytes(0, 10)),
            ("bytes=5-99999999999999999999999", Part::Bytes(5, 10)),
            ("bytes=10-", Part::Beyond),
            ("bytes=-0", Part::Beyond),
            ("bytes=3-1", Part::Whole),
            ("bytes=0-1,3-4", Part::Whole),
            ("lines=0-1", Part::Whole),
            ("bytes=x-y", Part::Whole),
            ("bytes=-", Part::Whole),
        ];
        for (range, wanted) in cases {
            let asked = asked(&[(header::RANGE, range)]);
            assert_eq!(part(&Method::GET, &asked, None, 10), wanted, "{range}");
        }
    }

    #[test]
    fn a_range_of_a_changed_file_returns_the_whole_file() {
        let asked = asked(&[(header::RANGE, "bytes=0-3"), (header::IF_RANGE, "\"old\"")]);
        assert_eq!(part(&Method::GET, &asked, Some("\"new\""), 10), Part::Whole);
        assert_eq!(part(&Method::GET, &asked, Some("\"old\""), 10), Part::Bytes(0, 4));
    }

    #[test]
    fn an_unchanged_file_is_not_sent_again() {
        let tag = "\"abc\"";
        for known in ["\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "*"] {
            assert!(has_it(&asked(&[(header::IF_NONE_MATCH, known)]), tag), "{known}");
        }
        assert!(!has_it(&asked(&[(header::IF_NONE_MATCH, "\"abd\"")]), tag));
        assert!(!has_it(&HeaderMap::new(), tag));
    }
}
