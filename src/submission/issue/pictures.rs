//! Pictures in an issue: a forge keeps them behind addresses that only it knows, so whoever begins the
//! story saves them. No address is asked for anything.

use crate::base::near::first_bytes;

/// The text with a comment in place of each picture, and how to get it.
pub(super) fn named(text: &str, remarks: &mut Vec<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut done, mut count) = (0, 0);
    for (start, sign) in text.match_indices(['!', '<']) {
        if start < done {
            continue;
        }
        let near = first_bytes(&text[start..], LONGEST);
        let picture = if sign == "!" { markdown(near) } else { tag(near) };
        let Some(picture) = picture else { continue };
        out += &text[done..start];
        done = start + picture.length;
        count += 1;
        let words = match picture.words.trim() {
            words if is_nothing(words) => String::new(),
            words => format!("{words}, "),
        };
        out += &format!("<!-- picture: {} -->", super::commented(&(words + picture.address)));
        if count > MOST {
            continue;
        }
        remarks.push(match picture.address.starts_with("http") {
            true => format!(
                "A picture stays where it is: open {}, save it, and give it with --from FILE, or put \
                 it beside the story",
                picture.address
            ),
            false => format!(
                "A picture stays where it is: open the issue, save {} from there, and give it with \
                 --from FILE, or put it beside the story",
                picture.address
            ),
        });
    }
    if count > MOST {
        remarks.push(format!("A comment stands where each of {} more pictures was", count - MOST));
    }
    out + &text[done..]
}

/// As long as the tag of a picture is at most, in bytes.
const LONGEST: usize = 4000;
/// Of so many pictures each is named in a remark.
const MOST: usize = 20;

struct Picture<'a> {
    length: usize,
    words: &'a str,
    address: &'a str,
}

/// `![words](address)` at the beginning of a text, with the size that GitLab writes behind it.
fn markdown(text: &str) -> Option<Picture<'_>> {
    let line = text.lines().next()?;
    let (words, behind) = line.strip_prefix("![")?.split_once("](")?;
    let (inner, after) = behind.split_once(')')?;
    let address = inner.split_whitespace().next()?;
    let size = after.strip_prefix('{').and_then(|it| it.split_once('}'));
    let after = size.map_or(after, |(_, after)| after);
    Some(Picture { length: line.len() - after.len(), words, address })
}

/// `<img src="address" alt="words">` at the beginning of a text.
fn tag(text: &str) -> Option<Picture<'_>> {
    let inner = text.strip_prefix("<img")?.split_once('>')?.0;
    if !inner.starts_with([' ', '\n', '\t']) {
        return None;
    }
    let value = |name: &str| {
        let (at, _) = inner.match_indices(name).find(|(at, _)| {
            inner[..*at].ends_with([' ', '\n', '\t', '"', '\''])
                && inner[at + name.len()..].starts_with('=')
        })?;
        let rest = &inner[at + name.len() + 1..];
        let sign = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest[1..].split_once(sign).map(|(value, _)| value)
    };
    let length = "<img".len() + inner.len() + 1;
    Some(Picture { length, words: value("alt").unwrap_or_default(), address: value("src")? })
}

/// What forges write where nobody said what a picture shows.
fn is_nothing(words: &str) -> bool {
    let lower = words.to_lowercase();
    let is_file = lower.starts_with("img") || lower.contains('_') && !lower.contains(' ');
    lower.is_empty() || is_file || matches!(&*lower, "image" | "billede" | "afbeelding" | "photo")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_stands_where_a_picture_stood() {
        for (typed, stands, open) in [
            (
                "A ![image](https://github.com/user-attachments/assets/1-2) b",
                "A <!-- picture: https://github.com/user-attachments/assets/1-2 --> b",
                "open https://github.com/user-attachments/assets/1-2,",
            ),
            (
                "<img width=\"9\" height='9' alt=\"The pump\" src=\"https://a.example/1\" />",
                "<!-- picture: The pump, https://a.example/1 -->",
                "open https://a.example/1,",
            ),
            (
                "![IMG_4711](/uploads/3f/IMG_4711.jpg){width=600 height=400}.",
                "<!-- picture: /uploads/3f/IMG_4711.jpg -->.",
                "save /uploads/3f/IMG_4711.jpg from there",
            ),
            (
                "![a --> b](/attachments/1)",
                "<!-- picture: a - -› b, /attachments/1 -->",
                "open the issue",
            ),
        ] {
            let mut remarks = vec![];
            assert_eq!(named(typed, &mut remarks), stands);
            assert!(remarks.len() == 1 && remarks[0].contains(open), "{remarks:?}");
        }
        for none in ["![open", "a <imgs src=\"b\">", "5 ![a]\n(b)", "<img>", "![a](b\nc)"] {
            let mut remarks = vec![];
            assert_eq!((named(none, &mut remarks).as_str(), remarks.len()), (none, 0));
        }
        let mut remarks = vec![];
        named("![a](b) <img src='c'> ![d](e)", &mut remarks);
        assert_eq!(remarks.len(), 3);
        let mut remarks = vec![];
        named(&"![a](b)".repeat(50), &mut remarks);
        assert_eq!(remarks.len(), 21);
    }
}
