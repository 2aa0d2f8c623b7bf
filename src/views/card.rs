//! A story as a card, on the wall and in other lists.

use serde::Serialize;

use super::picture::{Aspect, Picture};
use super::scene::{Day, Face, LinkTo, Scene};
use super::shorten::{begin, room, shortened, written};
use crate::document::kinds::story::{Form, OutcomeKind, Story};
use crate::site::Entry;

/// The contents of a card; `compose` decides about its layout.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Card {
    pub(crate) url: String,
    pub(crate) title: String,
    pub(crate) lang: String,
    pub(crate) lang_name: Option<String>,
    pub(crate) form: &'static str,
    pub(crate) theme: Option<LinkTo>,
    pub(crate) summary: String,
    /// The text after the summary, for cards that have room for it.
    pub(crate) text: Option<String>,
    pub(crate) quote: Option<String>,
    pub(crate) picture: Option<Picture>,
    pub(crate) people: Vec<Face>,
    /// How many other people told the story, besides those who are named.
    pub(crate) others: usize,
    /// Whether it is told without a name: a sign and a sentence stand there instead.
    pub(crate) is_anonymous: bool,
    pub(crate) date: Option<Day>,
    pub(crate) outcome: Option<CardOutcome>,
    pub(crate) audience: &'static str,
    pub(crate) minutes: usize,
    pub(crate) shape: Shape,
    pub(crate) tall: bool,
    pub(crate) low: bool,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct CardOutcome {
    pub(crate) day: Option<Day>,
    pub(crate) text: String,
    pub(crate) kind: &'static str,
}

/// The part of a story that is most prominent on its card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Shape {
    Photo,
    Quote,
    Glimpse,
    Prose,
}

// A card is in many lists, beside other stories, so its size is limited. Limits count bytes in
// HTML; a longer text ends with an ellipsis, and its own page shows it in full.

const LONGEST_TITLE: usize = 200;
/// The limit of a sentence: some people write without full stops.
const LONGEST_SENTENCE: usize = 400;
const LONGEST_QUOTE: usize = 500;
/// The limit of a glimpse.
const LONGEST_GLIMPSE: usize = 1200;
/// The limit of running text on a card without a picture.
const RUNNING_TEXT: usize = 1200;
/// How many people are named on a card.
const MOST_PEOPLE: usize = 5;

impl Scene<'_> {
    pub(crate) fn card(&self, entry: &Entry) -> Card {
        let story = entry.story().expect("only stories become cards");
        let (document, words) = (self.original(entry), self.words::<Story>(entry));
        let (form, tellers) = (story.form.unwrap_or_default(), story.tellers());
        let picture = self.lead_picture(entry, story).filter(|picture| !picture.is_small);
        let shape = shape(form, picture.is_some(), words.quote.is_some());
        let (summary, rest) = match words.summary.clone() {
            Some(summary) => (excerpt(&summary, LONGEST_SENTENCE), 0),
            None => first_sentence(&document.prose.lead),
        };
        let text = match shape {
            Shape::Glimpse => Some(flowing(&document.prose.lead, LONGEST_GLIMPSE)),
            Shape::Prose => Some(flowing(&document.prose.lead[rest..], RUNNING_TEXT)),
            Shape::Photo | Shape::Quote => None,
        };
        Card {
            url: self.url_of(&entry.name),
            title: excerpt(document.title(), LONGEST_TITLE),
            lang: entry.original.language.clone(),
            lang_name: self.other_language(&entry.original.language),
            form: form.word(),
            theme: self.theme_of(story),
            summary,
            text: text.filter(|text| !text.is_empty()),
            quote: words.quote.as_deref().map(|quote| excerpt(quote, LONGEST_QUOTE)),
            low: picture.as_ref().is_some_and(Picture::is_low),
            tall: picture.as_ref().is_some_and(|picture| picture.aspect == Aspect::Tall),
            picture,
            people: self.faces(&tellers[..tellers.len().min(MOST_PEOPLE)]),
            others: tellers.len().saturating_sub(MOST_PEOPLE),
            is_anonymous: story.is_anonymous(),
            date: story.date.map(|date| self.day(date)),
            outcome: self.newest_outcome(entry),
            audience: story.audience.unwrap_or_default().word(),
            minutes: minutes(document.prose.words),
            shape,
        }
    }

    fn newest_outcome(&self, entry: &Entry) -> Option<CardOutcome> {
        let (newest, words) = self.outcomes(entry).next()?;
        Some(CardOutcome {
            day: newest.on.map(|day| self.day(day)),
            text: excerpt(&words.note, LONGEST_SENTENCE),
            kind: newest.r#type.unwrap_or(OutcomeKind::Other).word(),
        })
    }

    /// The title of a theme, if there is a theme with this id.
    pub(crate) fn theme_title(&self, id: &str) -> Option<&str> {
        let theme = self.site.theme(id)?;
        self.context.notes.text(&theme.name);
        Some(self.document(theme).title())
    }

    pub(crate) fn theme_of(&self, story: &Story) -> Option<LinkTo> {
        self.site.theme(&story.theme.as_ref()?.id).map(|theme| self.link_to(theme))
    }
}

fn shape(form: Form, pictured: bool, quoted: bool) -> Shape {
    match (form, pictured, quoted) {
        (Form::Glimpse, ..) => Shape::Glimpse,
        (_, true, _) => Shape::Photo,
        (_, _, true) => Shape::Quote,
        _ => Shape::Prose,
    }
}

/// Minutes to read at 200 words a minute, at least one.
pub(crate) fn minutes(words: usize) -> usize {
    words.div_ceil(200).max(1)
}

/// A text as a card shows it, at most `most` bytes.
fn excerpt(text: &str, most: usize) -> String {
    shortened(text, room(text, most))
}

/// The first sentence of a text and where the rest begins.
pub(crate) fn first_sentence(text: &str) -> (String, usize) {
    let block = text.lines().next().unwrap_or_default();
    let most = room(block, LONGEST_SENTENCE);
    let seen = begin(block, most + 4);
    let mut end = block.len();
    for (at, c) in seen.char_indices() {
        let closes = matches!(c, '!' | '?' | '…') || c == '.' && !is_initial(&seen[..at]);
        if !closes {
            continue;
        }
        let after = at + c.len_utf8();
        let rest = &seen[after..];
        let trimmed = rest.trim_start_matches(['”', '“', '"', '’', '»', ')', '\'']);
        let next = trimmed.trim_start();
        let begins = next.starts_with(|c: char| c.is_uppercase() || "“”\"»–—'‘".contains(c));
        if at > 20 && trimmed.len() > next.len() && begins {
            end = after + (rest.len() - trimmed.len());
            break;
        }
    }
    if written(&block[..end]) > most {
        let whole = begin(block, most).trim_end();
        let end = whole.rfind(char::is_whitespace).unwrap_or(whole.len());
        return (format!("{}…", block[..end].trim()), end);
    }
    (block[..end].trim().to_owned(), end.min(text.len()))
}

/// Whether a text ends in a single capital letter, as in “Hans P. Møller” before the full stop, or in
/// a small one behind another full stop: “Jan v.d. Berg”.
fn is_initial(before: &str) -> bool {
    let mut back = before.chars().rev();
    let last = back.next().unwrap_or(' ');
    match back.next() {
        Some('.') => last.is_alphabetic(),
        second => last.is_uppercase() && !second.is_some_and(char::is_alphanumeric),
    }
}

/// A text as one paragraph, at most `most` bytes long as written in HTML. It ends with a whole
/// word.
fn flowing(text: &str, most: usize) -> String {
    let most = room(text, most);
    let mut out = String::with_capacity(text.len().min(most + 4));
    let mut length = 0;
    for word in text.split_ascii_whitespace() {
        length += written(word) + 1;
        if length > most {
            // Not every language has spaces between words, so a single word may be too long.
            if out.is_empty() {
                out.push_str(begin(word, most));
            }
            out.push('…');
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_text_ends_with_a_word_where_words_end() {
        assert_eq!(flowing("one  two\nthree", 9), "one two…");
        assert_eq!(flowing("one", 9), "one");
        assert_eq!(flowing("& & & & &", 15), "& &…");
        assert_eq!(flowing("日本語の物語", 9), "日本語…");
        assert_eq!(flowing(&"&".repeat(800), 1200), "&".repeat(92) + "…");
    }

    #[test]
    fn a_sentence_ends_where_the_next_begins() {
        let cases = [
            (
                "Klokken var ca. 5 om morgenen. Så blev der stille.",
                "Klokken var ca. 5 om morgenen.",
            ),
            ("She said: “Are you listening now?” I was.", "She said: “Are you listening now?”"),
            (
                "Vi fik hjælp af Hans P. Møller i går. Så gik det.",
                "Vi fik hjælp af Hans P. Møller i går.",
            ),
            ("Vi fik god hjælp af V. Kjær. Tak.", "Vi fik god hjælp af V. Kjær."),
            ("No end here", "No end here"),
            ("", ""),
        ];
        for (text, sentence) in cases {
            assert_eq!(first_sentence(text).0, sentence);
        }
        for endless in ["å".repeat(900), "word ".repeat(300)] {
            let (sentence, end) = first_sentence(&endless);
            assert!(sentence.ends_with('…') && sentence.len() <= 404, "{sentence}");
            assert!(endless.is_char_boundary(end));
        }
    }
}
