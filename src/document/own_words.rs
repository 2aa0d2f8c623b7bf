//! The words of a story that its page shows as those of its author, and whether somebody who changed
//! its file changed one of them.

use super::front_matter::{self, FrontMatter};
use super::kinds::{Kind, KindProse, Story};
use crate::base::{Places, Source, SourcePath};
use crate::data::{Reader, at_the_edge, capitals, foreign};

/// Whether a story has the same words before a change and after it: its text, its title, and what
/// else is shown as its author's own. Line ends and spaces do not count, other fields neither.
/// `None` where the fields of one cannot be read, and it may be that they alone were mended.
pub(crate) fn are_the_same_words(path: &SourcePath, before: &[u8], after: &[u8]) -> Option<bool> {
    let (before, after) = (Words::of(path, before), Words::of(path, after));
    match (before.are_readable, after.are_readable) {
        (true, true) => Some(before.become_only(&after)),
        (true, false) => before.are_within(&after.whole).then_some(true),
        (false, true) => after.are_within(&before.whole).then_some(true),
        (false, false) => (bare(&before.whole) == bare(&after.whole)).then_some(true),
    }
}

/// Whether a story says of itself after a change that it is told in another language than before.
pub(crate) fn is_told_in_another_language(path: &SourcePath, before: &[u8], after: &[u8]) -> bool {
    let (before, after) = (Words::of(path, before), Words::of(path, after));
    before.are_readable && after.are_readable && before.language != after.language
}

/// The words of one version.
struct Words {
    /// As it stands in its field.
    language: Option<String>,
    title: String,
    body: String,
    /// The other fields that are the author's own, without those that are taken from the text.
    fields: Vec<String>,
    photos: Vec<PhotoWords>,
    whole: String,
    /// Whether its fields could be read.
    are_readable: bool,
}

/// What a story says of one of its pictures.
struct PhotoWords {
    file: String,
    words: String,
}

/// What stands in place of a description where a picture needs none.
const NO_DESCRIPTION: &str = "decorative";

impl Words {
    fn of(path: &SourcePath, bytes: &[u8]) -> Words {
        let whole = String::from_utf8_lossy(bytes).into_owned();
        let source = Source::new(path.clone(), whole.as_str());
        let mut told = vec![];
        let FrontMatter { mut tree, fence, body, .. } = front_matter::read(&source, &mut told);
        let mut reader = Reader {
            source: &source,
            notation: tree.notation,
            broken: tree.broken,
            is_submitted: true,
            languages: &[],
            zone: None,
            field: "",
            fields: &[],
            places: &mut Places::default(),
            out: &mut told,
        };
        let fields = Kind::Story.fields();
        capitals::lowered(&mut tree.entries, fields, &mut reader);
        at_the_edge::gathered(&mut tree.entries, fields, &mut reader);
        foreign::submitted_taken_over(&mut tree.entries, fields, &mut reader);
        let (meta, prose) = Kind::Story.read(&tree, &fence, &mut reader);
        let mut words = Words {
            language: None,
            title: String::new(),
            body: whole[body].to_owned(),
            fields: vec![],
            photos: vec![],
            are_readable: !tree.broken,
            whole,
        };
        let (Some(story), Some(prose)) = (meta.story(), Story::of(&prose)) else { return words };
        words.language = story.lang.as_ref().map(|language| language.0.to_lowercase());
        words.title.clone_from(&prose.title);
        let share = prose.share.as_ref().and_then(|share| share.text.as_ref());
        let own = [prose.summary.as_ref(), prose.quote.as_ref(), share].into_iter().flatten();
        // A sentence of the text that its card shows is no other word.
        words.fields = own.filter(|it| !has(&words.body, it)).cloned().collect();
        let photos = story.photos.iter().zip(&prose.photos);
        words.photos = photos
            .map(|(photo, said)| {
                let alt = said.alt.as_deref().filter(|alt| alt.trim() != NO_DESCRIPTION);
                let said = alt.into_iter().chain(said.caption.as_deref());
                PhotoWords { file: photo.file.id.clone(), words: parts(said).join(" ") }
            })
            .collect();
        words
    }

    /// Whether a change to `after` left all words as they were. A picture may go with its words, for
    /// the sake of somebody whom it shows.
    fn become_only(&self, after: &Words) -> bool {
        let of_photo = |photo: &PhotoWords| {
            let mut same_file = self.photos.iter().filter(|it| it.file == photo.file);
            match same_file.next() {
                Some(before) => before.words == photo.words,
                None => {
                    let is_gone =
                        |it: &&PhotoWords| after.photos.iter().all(|is| is.file != it.file);
                    let mut gone = self.photos.iter().filter(is_gone);
                    photo.words.is_empty() || gone.any(|before| before.words == photo.words)
                }
            }
        };
        self.text() == after.text()
            && parts(self.fields.iter()) == parts(after.fields.iter())
            && after.photos.iter().all(of_photo)
    }

    /// The title and the text. A title is the same above the text, as a heading.
    fn text(&self) -> Vec<&str> {
        let mut all = parts([&*self.title, &*self.body]);
        all.retain(|word| !word.chars().all(|c| c == '#'));
        all
    }

    /// Whether all of these stand in a file whose fields cannot be read: the text at its end, the rest
    /// above it.
    fn are_within(&self, whole: &str) -> bool {
        let (whole, body) = (bare(whole), bare(&self.body));
        let Some(above) = whole.strip_suffix(&body[..]) else { return false };
        let above = line_of(above);
        let photos = self.photos.iter().map(|photo| &photo.words);
        let mut all = self.fields.iter().chain([&self.title]).chain(photos);
        all.all(|own| above.contains(&line_of(&bare(own))))
    }
}

/// The words of several texts.
fn parts<'a, T: AsRef<str> + ?Sized + 'a>(texts: impl IntoIterator<Item = &'a T>) -> Vec<&'a str> {
    texts.into_iter().flat_map(|text| text.as_ref().split_whitespace()).collect()
}

/// Words without the signs between them.
fn bare(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Words with one space before and behind each, so that whole ones are found. Of none, one space.
fn line_of(words: &[&str]) -> String {
    format!(" {} ", words.join(" ")).replace("  ", " ")
}

/// Whether a text holds these words, one after the other.
fn has(text: &str, words: &str) -> bool {
    let words = bare(words);
    !words.is_empty() && line_of(&bare(text)).contains(&line_of(&words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(before: &str, after: &str) -> Option<bool> {
        let path = SourcePath::new("content/stories/pump.md").expect("inside");
        are_the_same_words(&path, before.as_bytes(), after.as_bytes())
    }

    /// A story with these fields.
    fn story(fields: &str) -> String {
        format!("---\ntitle: A\nauthor: bo\n{fields}---\nIt was cold.\nVery.\n")
    }

    #[test]
    fn the_text_and_the_title_count() {
        let story = story("");
        let text = "It was cold. Very.\r\n";
        let other = format!("---\ntitle: A\nauthor: bo\ndate: 2026-11-01\n---\n\n{text}");
        assert_eq!(compared(&story, &other), Some(true), "a day");
        assert_eq!(compared(&story, &story.replace("cold", "warm")), Some(false), "a word");
        assert_eq!(compared(&story, &story.replace("title: A", "title: B")), Some(false));
        assert_eq!(compared(&story, &story.replace("title: A", "Title: 'A'")), Some(true));
        let below = story.replace("Very", "---\nVery");
        assert_eq!(compared(&below, &below.replace("cold", "warm")), Some(false), "a ruler");
        assert_eq!(compared(&below, &below.replace("Very", "Warm")), Some(false), "below a ruler");
    }

    #[test]
    fn a_change_of_fields_is_none_of_words_in_toml_either() {
        let toml = "+++\ntitle = \"A\"\nauthor = \"bo\"\n+++\nIt was cold.\nVery.\n";
        let dated = toml.replace("author", "date = 2026-11-01\nauthor");
        assert_eq!(compared(toml, &dated), Some(true));
        assert_eq!(compared(toml, &story("date: 2026-11-01\n")), Some(true), "the other notation");
        assert_eq!(compared(toml, &dated.replace("cold", "warm")), Some(false));
        assert_eq!(compared(toml, &dated.replace("\"A\"", "\"B\"")), Some(false));
    }

    #[test]
    fn what_is_shown_as_the_authors_own_counts() {
        let plain = story("");
        for own in ["summary: Warm\n", "quote: Warm\n", "share: {text: Warm}\n"] {
            let with = story(own);
            assert_eq!(compared(&plain, &with), Some(false), "{own}");
            assert_eq!(compared(&with, &with.replace("Warm", "Cold")), Some(false), "{own}");
            assert_eq!(compared(&with, &with.replace("author", "goal: learn\nauthor")), Some(true));
        }
        for other in [
            "quote: It was cold.\n",
            "outcome: [{on: 2026-11-20, note: Warm}]\n",
            "there_too: [{who: bo, says: Warm}]\n",
            "featured: {month: 2026-11, why: Warm}\n",
            "keywords: [warm]\n",
        ] {
            assert_eq!(compared(&plain, &story(other)), Some(true), "{other}");
        }
    }

    #[test]
    fn what_is_said_of_a_picture_counts() {
        let photo = |says: &str| story(&format!("photos: [{{file: a.jpg{says}}}]\n"));
        let with = photo(", alt: A pump, caption: Ours");
        assert_eq!(compared(&with, &photo(", alt: A pump, caption: Theirs")), Some(false));
        assert_eq!(compared(&with, &photo(", alt: A hat, caption: Ours")), Some(false));
        assert_eq!(compared(&with, &with.replace("a.jpg", "b.jpg")), Some(true), "its name");
        assert_eq!(compared(&with, &story("")), Some(true), "it is gone");
        assert_eq!(compared(&story(""), &with), Some(false), "somebody adds one, and words");
        assert_eq!(compared(&story(""), &photo(", alt: decorative")), Some(true));
        assert_eq!(compared(&photo(""), &photo(", shows: [bo], faces: yes")), Some(true));
    }

    #[test]
    fn another_language_is_told_by_its_field() {
        let path = SourcePath::new("content/stories/pump.md").expect("inside");
        let [none, danish] = ["", "lang: da\n"].map(story);
        let is_another =
            |a: &str, b: &str| is_told_in_another_language(&path, a.as_bytes(), b.as_bytes());
        assert!(is_another(&none, &danish) && is_another(&danish, &none));
        assert!(!is_another(&danish, &danish.replace("lang: da", "Lang: \"da\"")));
        assert!(!is_another(&danish, &danish.replace("cold", "warm")));
        assert!(!is_another(&danish, "It was cold."), "whose fields are gone");
    }

    #[test]
    fn fields_that_are_mended_are_no_words() {
        let mended = story("");
        for broken in [
            mended.replace("---\ntitle", "title"),
            mended.replace("---\nIt", "It"),
            mended.replace("title: A", "title: \"A"),
        ] {
            assert_eq!(compared(&broken, &mended), Some(true), "{broken}");
            let other = mended.replace("cold", "warm");
            assert_ne!(compared(&broken, &other), Some(true), "{broken}");
        }
        let alone = "It was cold.\nVery.\n";
        assert_eq!(compared(alone, "It  was\ncold. Very."), Some(true));
        assert_eq!(compared(alone, &mended), None, "somebody gave it a title");
    }
}
