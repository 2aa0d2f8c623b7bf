//! A page as the browser gets it.

use super::{Page, PreviewRequest};
use crate::base::escape::escaped;
use crate::base::percent;

/// The page with the script at the top of its head and the bar at the end of its body. The script
/// comes before those of the page, so that it sees what they change; the bar stands in a shadow
/// root, where no style of the site reaches it, and needs no script to be there.
pub(crate) fn decorated(page: &Page, request: &PreviewRequest<'_>) -> Vec<u8> {
    let bytes = &page.bytes;
    let (head, end) = (head(bytes), end_of_body(bytes));
    let (scripts, bar) = (scripts(request), bar(page, request));
    let mut out = Vec::with_capacity(bytes.len() + scripts.len() + bar.len());
    out.extend_from_slice(&bytes[..head.unwrap_or(0)]);
    if head.is_some() {
        out.extend_from_slice(scripts.as_bytes());
    }
    let start = head.unwrap_or(0);
    let end = end.unwrap_or(bytes.len()).max(start);
    out.extend_from_slice(&bytes[start..end]);
    out.extend_from_slice(bar.as_bytes());
    if head.is_none() {
        out.extend_from_slice(scripts.as_bytes());
    }
    out.extend_from_slice(&bytes[end..]);
    out
}

fn scripts(request: &PreviewRequest<'_>) -> String {
    let mount = escaped(request.mount);
    format!(
        "\n<link rel=\"stylesheet\" href=\"{mount}_preview/page.css\" data-preview>\n\
         <script type=\"module\" src=\"{mount}_preview/preview.js\" data-preview></script>"
    )
}

fn bar(page: &Page, request: &PreviewRequest<'_>) -> String {
    let mount = escaped(request.mount);
    let at = escaped(&percent::encoded(request.address.as_str()));
    let query = escaped(&request.options.query());
    format!(
        "<storywall-preview data-at=\"{at}\" data-seen=\"{}\" data-bar=\"{}\" \
         data-mount=\"{mount}\" data-query=\"{query}\" data-number=\"{}\" \
         data-status=\"{}\">\
         <template shadowrootmode=\"open\">\
         <link rel=\"stylesheet\" href=\"{mount}_preview/paper.css\">\
         <link rel=\"stylesheet\" href=\"{mount}_preview/preview.css\">{}\
         </template></storywall-preview>\n",
        page.hash,
        page.bar_hash,
        request.number,
        page.status.word(),
        page.bar
    )
}

/// Behind the opening tag of the head.
fn head(bytes: &[u8]) -> Option<usize> {
    let start =
        find(bytes, b"<head", |rest| rest.first().is_none_or(|next| !next.is_ascii_alphabetic()))?;
    let end = bytes[start..].iter().position(|byte| *byte == b'>')?;
    Some(start + end + 1)
}

/// Before the last closing tag of a body: what a page quotes is escaped.
fn end_of_body(bytes: &[u8]) -> Option<usize> {
    let tag = b"</body";
    bytes.windows(tag.len()).rposition(|part| part.eq_ignore_ascii_case(tag))
}

fn find(bytes: &[u8], tag: &[u8], fits: impl Fn(&[u8]) -> bool) -> Option<usize> {
    let mut places = bytes.windows(tag.len()).enumerate();
    let found =
        places.find(|(at, part)| part.eq_ignore_ascii_case(tag) && fits(&bytes[at + tag.len()..]));
    found.map(|(at, _)| at)
}
