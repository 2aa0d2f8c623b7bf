//! How names are found in a text: every word is looked up once, however many names there are.

use std::ops::{Bound, Range};

use unicode_normalization::char::is_combining_mark;

use super::certain::{Found, Spelling};
use super::written::SEPARATORS;
use super::{Spellings, WithheldNames};
use crate::views::letters::{
    Seen, Words, annotation, continues, first, first_in, folded, tag, typed_sign,
};
use crate::views::tag_balance::{self, TagBalance};
use crate::views::withheld_contacts::{Marks, tag_at};

/// Initials that may stand between two words of a name.
const MOST_INITIALS: usize = 3;

impl WithheldNames {
    /// All names in the text, withheld or not, with where they begin.
    pub(super) fn found<'a>(
        &'a self,
        text: &'a str,
        marks: Marks,
    ) -> impl Iterator<Item = (usize, Found<'a>)> + 'a {
        let (mut at, mut is_within) = (0, false);
        std::iter::from_fn(move || {
            while let Some(byte) = text.as_bytes().get(at).copied() {
                // Most of a text is passed over quickly.
                if byte.is_ascii_alphanumeric() && (is_within || !self.may_begin(byte.into())) {
                    let bytes = text.as_bytes()[at..].iter();
                    at += bytes.take_while(|byte| byte.is_ascii_alphanumeric()).count();
                    is_within = true;
                    continue;
                }
                if let Some(length) = tag_at(&text[at..], marks) {
                    at += length;
                    is_within = false;
                    continue;
                }
                // In the words of an author, a tag is read as well.
                let (seen, length) = match byte {
                    b'<' => (Seen::Other('<'), 1),
                    b'&' => match typed_sign(&text[at..]) {
                        Some(length) => (Seen::Other('<'), length),
                        None => first(&text[at..])?,
                    },
                    _ => first(&text[at..])?,
                };
                let begins = match seen {
                    Seen::Letter(c, _) => !is_within && self.may_begin(c),
                    Seen::TypedTag | Seen::Nothing => false,
                    _ => {
                        is_within = false;
                        false
                    }
                };
                let here = &text[at..];
                let name = || self.name_at(here, marks).or_else(|| self.spaced_at(here, marks));
                let found = begins.then(name).flatten();
                if let Some(mut found) = found.filter(|found| found.is_certain(text, at)) {
                    let start = at;
                    if let Some(comma) = self.next_in_a_row(here, &found, marks) {
                        found.length = comma;
                    }
                    at += found.length;
                    is_within = true;
                    return Some((start, found));
                }
                is_within |= matches!(seen, Seen::Letter(..));
                at += length;
            }
            None
        })
    }

    /// Where the comma is, if the words behind it begin a name of their own: of `Holm Iversen, M. H.
    /// Iversen`, the `M` belongs to what follows.
    fn next_in_a_row(&self, text: &str, found: &Found<'_>, marks: Marks) -> Option<usize> {
        let said = &text[..found.length];
        let comma = said.rfind(',').filter(|_| !said.contains('<'))?;
        let next = comma + said[comma..].find(char::is_alphabetic)?;
        let name = self.name_at(&text[next..], marks)?;
        let is_longer = name.is_withheld && next + name.length > found.length;
        (found.spelling == Spelling::Turned && is_longer && name.is_certain(text, next))
            .then_some(comma)
    }

    fn may_begin(&self, c: char) -> bool {
        let base = match c.is_ascii() {
            true => Some(c.to_ascii_lowercase()),
            false => folded(c.encode_utf8(&mut [0; 4])).chars().next(),
        };
        base.is_some_and(|base| self.first_letters.contains(&base))
    }

    /// The longest name with which the text begins: of Eva Holm and Eva Holm Berg, the one that is
    /// meant.
    fn name_at<'a>(&self, text: &'a str, marks: Marks) -> Option<Found<'a>> {
        let mut words = Words::default();
        let (mut at, mut best) = (0, None);
        let mut tags: Vec<Range<usize>> = vec![];
        let (mut is_first, mut lines, mut ends_at_tags) = (true, 0, true);
        // Whether letters follow the row of tags that is passed; it is looked through once.
        let mut goes_on = None;
        // Every letter may have marks, and a sign between may show nothing.
        while words.letters <= self.longest {
            if words.letters > 0
                && !words.ends_in_letter
                && let Some((sign, length)) = aside(&text[at..], marks)
                && !is_begun(&self.names, &format!("{} {sign}", words.compared()))
            {
                at += length;
                continue;
            }
            let (seen, length) = first_in(&text[at..], marks).unwrap_or((Seen::Blank, 0));
            let is_tag = matches!(seen, Seen::Tag | Seen::TypedTag);
            let is_initial =
                (1..=MOST_INITIALS).contains(&words.of_word) && seen == Seen::Other('.');
            let ends = words.ends_in_letter && !matches!(seen, Seen::Letter(..) | Seen::Nothing);
            let ends = match is_tag && ends {
                true => !*goes_on.get_or_insert_with(|| continues(&text[at..], marks)),
                false => ends,
            };
            if !is_tag && seen != Seen::Nothing {
                goes_on = None;
            }
            if ends {
                if is_first && !words.is_joined {
                    let said = words.compared();
                    let genitive = said.strip_suffix('s').unwrap_or(&said);
                    let is_first = |word: &str| self.first_words.contains(word);
                    let is_marked = || loosened(&said).is_some_and(|word| is_first(&word));
                    let is_of_file = || self.of_files.has_first_word(&said);
                    if !is_first(&said) && !is_first(genitive) && !is_marked() && !is_of_file() {
                        return None;
                    }
                }
                is_first = false;
                let rest = &text[at + length..];
                let is_cut =
                    seen == Seen::Other('…') && (rest.is_empty() || rest.starts_with(['<', '"']));
                let cut = is_cut && self.beginnings.contains(&words.compared());
                let cut = cut.then_some((words.end, true, Spelling::Usual));
                let known = cut.or_else(|| self.known(&words));
                best = known.or(best);
                // However long names are, few words of a text are read for one of them.
                if !is_initial && !self.may_go_on(&words) {
                    break;
                }
            }
            // A word may as well end at a tag: `Vera Kjær<sup>1</sup>`, `<b>Vera Kjær</b><b>Esbjerg</b>`.
            if !ends && is_tag && words.ends_in_letter && ends_at_tags {
                best = self.known(&words).or(best);
                ends_at_tags = self.may_go_on(&words);
            }
            let is_of_names = |c: char| self.signs.contains(&c) || SEPARATORS.contains(&c);
            let is_foreign = matches!(seen, Seen::Other(c) if !is_of_names(c));
            // An empty line ends a paragraph, in JSON too.
            lines = match seen {
                Seen::Letter(..) => 0,
                _ => {
                    lines
                        + usize::from(
                            text[at..].starts_with(['\n']) || text[at..].starts_with("\\n"),
                        )
                }
            };
            // What is no tag within a line, and is not passed over as one, leads into markup.
            let is_markup = marks == Marks::Tags && text[at..].starts_with('<');
            let is_beyond = lines > 1
                || is_markup && !matches!(seen, Seen::Tag | Seen::Blank)
                || text[at..].starts_with('<')
                    && seen == Seen::Blank
                    && !joins(&text[at..at + length]);
            if length == 0 || is_beyond || (is_foreign && !is_initial) {
                break;
            }
            let is_annotation = annotation(&text[at..at + length]).is_some();
            if !is_annotation && tag(&text.as_bytes()[at..at + length]).is_some() {
                tags.push(at..at + length);
            }
            at += length;
            words.take(seen, at);
        }
        let (end, is_withheld, spelling) = best?;
        let within = tags.into_iter().filter(|tag| tag.start < end).map(|tag| &text[tag]);
        let mut tags = TagBalance::of(within);
        let length = tags.closed(text, end);
        Some(Found { length, tags, is_withheld, spelling })
    }

    /// Whether a name begins with these words, apart from a few initials.
    fn may_go_on(&self, words: &Words) -> bool {
        let said = words.compared();
        let begins = |words: &str| {
            [&self.names, &self.turned, &self.initials].iter().any(|it| is_begun(it, words))
        };
        let is_loose = || loosened(&said).is_some_and(|words| is_begun(&self.names, &words));
        let is_joined = || words.is_joined && is_begun(&self.joined, &said.replace(' ', ""));
        let (first, rest) = said.split_once(' ').unwrap_or((&said, ""));
        let (initials, others): (Vec<&str>, Vec<&str>) =
            rest.split(' ').partition(|word| are_initials(word));
        let all: Vec<&str> = std::iter::once(first).chain(others).collect();
        begins(&said)
            || is_joined()
            || initials.len() <= MOST_INITIALS && begins(&all.join(" "))
            || is_loose()
            || self.of_files.begins_with(&said)
    }

    /// Where the name ends that these words are, if they are one, whether it is withheld, and how it
    /// is spelled.
    fn known(&self, words: &Words) -> Option<(usize, bool, Spelling)> {
        let find = |said: &str| {
            let joined = || self.joined.get(&said.replace(' ', ""));
            let found = self.names.get(said);
            let found = found.or_else(|| if words.is_joined { joined() } else { None });
            let turned = || Some((*self.turned.get(said)?, Spelling::Turned));
            let usual = found.map(|is_withheld| (*is_withheld, Spelling::Usual));
            let short = || Some((*self.names.get(&without_initials(said)?)?, Spelling::Usual));
            let initials = || Some((*self.initials.get(said)?, Spelling::Initials));
            usual.or_else(turned).or_else(short).or_else(initials)
        };
        let said = words.compared();
        let whole = find(&said).map(|(is_withheld, spelling)| (words.end, is_withheld, spelling));
        // The genitive of Danish, Dutch and English.
        let whole = whole.or_else(|| {
            let name = said.strip_suffix('s')?;
            let (is_withheld, spelling) = find(name)?;
            Some((words.before_last, is_withheld, spelling))
        });
        // What is somebody else's name with other signs is known by now.
        let whole = whole.or_else(|| {
            let loose = loosened(&said)?;
            let is_withheld = |name: &str| self.names.get(name) == Some(&true);
            let genitive = || is_withheld(loose.strip_suffix('s')?).then_some(words.before_last);
            let end = is_withheld(&loose).then_some(words.end).or_else(genitive)?;
            Some((end, true, Spelling::Apart))
        });
        whole.or_else(|| {
            let is_of_file = |name: &str| self.of_files.contains(name);
            let genitive = || is_of_file(said.strip_suffix('s')?).then_some(words.before_last);
            let end = is_of_file(&said).then_some(words.end).or_else(genitive)?;
            Some((end, true, Spelling::Usual))
        })
    }
}

/// What people write between the words of a name: its first sign and its length, of `"Musse"`,
/// `(Musse)`.
fn aside(text: &str, marks: Marks) -> Option<(char, usize)> {
    const MOST_LETTERS: usize = 20;
    let sign = |at: usize| first_in(&text[at..], marks);
    let (open, mut at) = sign(0)?;
    let (first, close) = match open {
        Seen::Other('(') => ('(', Seen::Other(')')),
        Seen::Other('"') => ('"', open),
        Seen::Apostrophe => ('\'', open),
        _ => return None,
    };
    for letters in 0..=MOST_LETTERS {
        let (seen, length) = sign(at)?;
        at += length;
        match seen {
            Seen::Letter(..) | Seen::Hyphen => {}
            seen if seen == close && letters > 0 => {
                return matches!(sign(at), Some((Seen::Blank, 1..))).then_some((first, at));
            }
            _ => return None,
        }
    }
    None
}

/// Whether a name may go on behind this tag: within a line, and in the next cell of a table.
fn joins(tag: &str) -> bool {
    matches!(tag_balance::name(tag), "br" | "td" | "th")
}

/// The name without single letters between its first and its last word.
fn without_initials(said: &str) -> Option<String> {
    let words: Vec<&str> = said.split(' ').collect();
    let [first, between @ .., last] = words.as_slice() else { return None };
    if !between.iter().any(|word| are_initials(word)) || first.is_empty() {
        return None;
    }
    let kept = between.iter().filter(|word| !are_initials(word));
    let all = std::iter::once(first).chain(kept).chain(std::iter::once(last));
    Some(all.copied().collect::<Vec<_>>().join(" "))
}

/// `l`, and `lk.` of `L.K.`
fn are_initials(word: &str) -> bool {
    let letters = word.strip_suffix('.').unwrap_or(word);
    let most = if letters.len() < word.len() { MOST_INITIALS } else { 1 };
    (1..=most).contains(&letters.chars().count()) && letters.chars().all(char::is_alphabetic)
}

/// Whether one of these begins with these words.
pub(super) fn is_begun(spellings: &Spellings, words: &str) -> bool {
    let from = (Bound::Included(words), Bound::Unbounded);
    let first = spellings.range::<str, _>(from).next();
    first.is_some_and(|(spelling, _)| spelling.starts_with(words))
}

/// Words as they are compared, without signs between words, and without marks where most letters
/// have one; a few marks make another name. `None` if nothing would be other than it is.
fn loosened(said: &str) -> Option<String> {
    let is_sign = |c: char| c == '-' || SEPARATORS.contains(&c);
    let marks = said.chars().filter(|c| is_combining_mark(*c)).count();
    let letters = said.chars().filter(|c| c.is_alphabetic() && !is_combining_mark(*c)).count();
    let is_marked = marks > 1 && marks * 2 >= letters;
    if !is_marked && !said.contains(is_sign) {
        return None;
    }
    let kept = said.chars().filter(|c| !(is_marked && is_combining_mark(*c)));
    let kept: String = kept.map(|c| if SEPARATORS.contains(&c) { ' ' } else { c }).collect();
    let words = kept.split(' ').filter(|word| !word.is_empty() && *word != "-");
    Some(words.collect::<Vec<_>>().join(" "))
}
