//! The pictures that a text shows among its words. They lie beside the story under another name than where
//! it was written, so its links to them are written anew; nothing else of it is.

use std::collections::BTreeSet;

use super::received::Beside;
use crate::base::percent::decoded_lossy;
use crate::base::{Source, SourcePath};
use crate::document::{Highlighter, ParseContext, parse};

/// Makes sure that what follows is a text, whatever it begins with.
const FIELDS: &str = "---\n---\n\n";

/// The words with links to where the photos lie, and the places in `photos` of those that they show.
pub(super) fn linked(
    path: &SourcePath,
    body: &str,
    photos: &[Beside],
    languages: &[String],
) -> (String, BTreeSet<usize>) {
    let mut shown = BTreeSet::new();
    if photos.is_empty() || !body.contains("](") {
        return (body.to_owned(), shown);
    }
    let source = Source::new(path.clone(), format!("{FIELDS}{body}"));
    let highlighter = Highlighter::default();
    let document = parse(&source, ParseContext::new(languages, &highlighter));
    let images = document.places.images.iter().map(|range| (range, true));
    let links = document.places.links.iter().map(|range| (range, false));
    let mut found = vec![];
    for (range, is_shown) in images.chain(links) {
        let Some(at) = source.text.get(range.clone()).and_then(|it| meant(it, photos)) else {
            continue;
        };
        if is_shown {
            shown.insert(at);
        }
        found.push((range.clone(), photos[at].file_name()));
    }
    let mut text = source.text.to_string();
    found.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    for (range, name) in found {
        text.replace_range(range, name);
    }
    (text[FIELDS.len()..].to_owned(), shown)
}

/// The photo that is meant by a destination. Of two with one name, nobody knows which.
fn meant(destination: &str, photos: &[Beside]) -> Option<usize> {
    let path = decoded_lossy(destination);
    if path.contains("://") {
        return None;
    }
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let mut same = photos.iter().enumerate().filter(|(_, it)| it.sent_as().to_lowercase() == name);
    let (at, _) = same.next()?;
    same.next().is_none().then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_shows_the_photos_that_were_sent_with_it() {
        let path = SourcePath::new("content/stories/2026/tide.md").unwrap();
        let photo = |name: &str, sent: &str| {
            let path = format!("content/stories/2026/{name}");
            Beside::new(SourcePath::new(&path).unwrap(), sent)
        };
        let photos = [photo("tide-1.jpg", "p.jpg"), photo("tide-2.jpg", "Å b.JPG")];
        let body = "# p.jpg\n\n![p.jpg](p.jpg \"p.jpg\") og ![](<foto/å b.jpg>)\n\n\
                    Se [p.jpg](p.jpg), `![](p.jpg)` og ![](q.jpg).\n";
        let (text, shown) = linked(&path, body, &photos, &["da".to_owned()]);
        assert_eq!(
            text,
            "# p.jpg\n\n![p.jpg](tide-1.jpg \"p.jpg\") og ![](<tide-2.jpg>)\n\n\
             Se [p.jpg](tide-1.jpg), `![](p.jpg)` og ![](q.jpg).\n"
        );
        assert_eq!(shown.into_iter().collect::<Vec<_>>(), [0, 1]);
        let twice = [photo("tide-1.jpg", "p.jpg"), photo("tide-2.jpg", "p.jpg")];
        assert_eq!(linked(&path, body, &twice, &["da".to_owned()]).0, body);
    }
}
