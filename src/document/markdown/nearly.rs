//! Links and pictures that are typed nearly right: `[words] (address)`, `(words)[address]`,
//! `[words](address` without its end. They are shown as they were typed, so their author is told how
//! they are written.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType};

use super::characters::cleaned;
use super::destinations::{is_address, is_file, is_mail, is_picture, telephone};
use super::origin::short;
use super::run::Run;
use super::walk::Walk;
use crate::base::{Code, Diagnostic};

/// Bytes of words, or of an address, that are worth telling somebody about. What is further away is
/// not looked at, so that work does not grow with the rest of the text.
const NEAR: usize = 200;

const BLANKS: [char; 3] = [' ', '\t', '\u{A0}'];
const QUOTES: [char; 12] = ['"', '\'', '“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '`'];

const GAP: &str = "A space between ] and ( keeps this from being a link or a picture";
const SIGN: &str = "A ! between ] and ( keeps this from being a picture";
const NOT_ROUND: &str = "The address of this link or picture is not in round brackets, so readers see it as it is typed";
const SWAPPED: &str = "The brackets of this link are the wrong way round, so readers see them";
const ROUND: &str = "The words of this link are in round brackets, so readers see them";
const NO_END: &str =
    "There is no ) at the end of this link or picture, so readers see its brackets";
const NO_ANGLE: &str =
    "The address begins with < and has no > at its end, so this is no link and no picture";
const BEHIND: &str = "The words behind its address keep this from being a link or a picture";
const BLANK: &str = "A space in its address keeps this from being a link or a picture";

/// A form that is nearly a link.
#[derive(Debug, PartialEq, Eq)]
struct Nearly {
    range: Range<usize>,
    code: Code,
    message: &'static str,
    hint: String,
}

impl Walk<'_> {
    /// Reports what is typed nearly as a link in this run of words.
    pub(super) fn nearly_links(&mut self, run: &Run<'_>) {
        let mut told = 0;
        for (at, sign) in run.text.match_indices([']', ')']) {
            if !run.is_typed(at) {
                continue;
            }
            let at = run.source(at..at + 1).start;
            let found = match sign {
                _ if at < told => None,
                "]" => behind_square(self.text, at),
                _ => behind_round(self.text, at),
            };
            let Some(found) = found else { continue };
            told = found.range.end;
            let span = self.origin.span(found.range);
            self.diagnose(Diagnostic::new(found.code, span, found.message).hint(found.hint));
        }
    }

    /// Reports a link to a picture whose `!` is at the wrong place: `! [words](a.jpg)`,
    /// `[words](a.jpg)!` on a line of its own.
    pub(super) fn nearly_picture(
        &mut self,
        at: usize,
        link_type: LinkType,
        destination: &str,
        range: &Range<usize>,
    ) {
        if link_type != LinkType::Inline || !is_picture(destination) {
            return;
        }
        let before = &self.text[..range.start];
        let sign = before.trim_end_matches(BLANKS);
        let is_before = sign.len() < before.len()
            && sign.strip_suffix('!').is_some_and(|it| it.is_empty() || it.ends_with([' ', '\n']));
        let begins =
            at.checked_sub(1).is_none_or(|it| matches!(self.event(it), Some(Event::Start(_))));
        let behind = self.text[range.end..].split('\n').next().unwrap_or_default();
        let is_behind = begins && behind.trim_end() == "!";
        let (message, range) = match (is_before, is_behind) {
            (true, _) => {
                ("A space behind its ! keeps this from being a picture", sign.len() - 1..range.end)
            }
            (_, true) => (
                "The ! is behind this picture and not before it, so readers see a link",
                range.start..range.end + 1,
            ),
            _ => return,
        };
        let form = self.text[range.clone()].trim_matches(['!', ' ', '\t', '\u{A0}']);
        let hint = format!("Write !{}", cleaned(form));
        let span = self.origin.span(range);
        self.diagnose(Diagnostic::new(Code::NearlyLink, span, message).hint(hint));
    }
}

/// What follows the `]` at `close`, if it is nearly the address of a link.
fn behind_square(text: &str, close: usize) -> Option<Nearly> {
    let rest = near(&text[close + 1..]);
    if let Some(inside) = rest.strip_prefix('(') {
        return unended(text, close, inside);
    }
    let after = rest.trim_start_matches(BLANKS);
    let after = after.strip_prefix("\r\n").or_else(|| after.strip_prefix('\n')).unwrap_or(after);
    let after = after.trim_start_matches(BLANKS);
    let (after, message) = match after.strip_prefix('!') {
        Some(after) => (after, SIGN),
        None => (after, GAP),
    };
    let (end, message) = match after.chars().next()? {
        '(' => (')', message),
        // Without a blank, it is a reference, which is told as that.
        '[' if !rest.starts_with('[') => (']', NOT_ROUND),
        '{' => ('}', NOT_ROUND),
        // Behind a blank, it is an address that is shown as one.
        '<' if rest.starts_with('<') => ('>', NOT_ROUND),
        _ => return None,
    };
    let inside = &after[1..];
    let length = inside.find([end, '\n'])?;
    let address = inside[..length].trim();
    let behind = inside[length..].strip_prefix(end)?;
    if starts_link(end, behind) || !is_address(address) {
        return None;
    }
    let words = words(text, close, '[', ']')?;
    let is_picture = words.is_picture || message == SIGN;
    let end = close + 1 + rest.len() - behind.len();
    Some(words.told(end, message, is_picture, &written(address)))
}

/// Whether what ends with this bracket are the words of a link of its own.
fn starts_link(end: char, behind: &str) -> bool {
    end == ']' && behind.starts_with(['(', '[', ':'])
}

/// What follows the `](` of a link that did not become one.
fn unended(text: &str, close: usize, inside: &str) -> Option<Nearly> {
    let line = inside.split(['\n', '\r']).next().unwrap_or_default();
    let blanks = line.len() - line.trim_start_matches(BLANKS).len();
    let line = &line[blanks..];
    let start = close + 2 + blanks;
    let told = |length: usize, message, address: &str| {
        let words = words(text, close, '[', ']')?;
        let is_picture = words.is_picture;
        Some(words.told(start + length, message, is_picture, address))
    };
    let token = line.split(char::is_whitespace).next().unwrap_or_default();
    let end = line.find(')');
    if let Some(angled) = line.strip_prefix('<') {
        let (address, message) = match angled.split_once('>') {
            Some((address, _)) => (address, NO_END),
            None => (angled.split(')').next().unwrap_or_default(), NO_ANGLE),
        };
        let is_one = is_address(&address.trim().replace(BLANKS, "-"));
        let length = match message {
            NO_END => address.len() + 2,
            _ => end.map_or(line.trim_end().len(), |end| end + 1),
        };
        return is_one.then(|| told(length, message, &format!("<{}>", address.trim())))?;
    }
    // The end of a sentence, or another bracket in place of the right one.
    let marks = ['.', ',', ';', ':', '!', '?'];
    let length = token.trim_end_matches(marks).len();
    let bare = token[..length].trim_end_matches([']', '}', '>']).trim_end_matches(marks);
    if token.contains(')') {
        let open = token.matches('(').count() + 1;
        let is_open = token.matches(')').count() < open;
        return (is_open && is_address(bare)).then(|| told(length, NO_END, bare))?;
    }
    let Some(end) = end else {
        return is_address(bare).then(|| told(length, NO_END, bare))?;
    };
    let chunk = &line[..end];
    let behind = chunk[token.len()..].trim();
    if behind.starts_with(QUOTES) && is_address(token) {
        let title = behind.trim_matches(QUOTES).trim().replace('"', "'");
        return told(end + 1, BEHIND, &format!("{token} \"{title}\""));
    }
    let ends_early = is_file(bare) && !is_file(chunk.trim());
    if is_address(bare) && (chunk.contains('(') || ends_early) {
        return told(length, NO_END, bare);
    }
    // That is told as the notation of another tool.
    let is_foreign = chunk.contains("{{") || chunk.contains("{%");
    (chunk.contains(' ') && !chunk.contains('<') && !is_foreign).then(|| Nearly {
        range: start..start + end,
        code: Code::BlankInAddress,
        message: BLANK,
        hint: without_blanks(chunk.trim()),
    })
}

/// How an address with blanks is written.
fn without_blanks(address: &str) -> String {
    if let Some(number) = telephone(address) {
        return format!("Write a telephone number with tel: before it: (tel:{number})");
    }
    // Between < and >, the blank would stay in the address, which leads nowhere.
    let lower = address.to_lowercase();
    let is_web = lower.starts_with("https://") || lower.starts_with("http://");
    let head = match lower.starts_with("mailto:") {
        true => address.split('?').next(),
        false => address.split('/').nth(2),
    };
    let is_head_whole = !head.unwrap_or_default().contains(char::is_whitespace);
    if is_head_whole && (is_web || lower.starts_with("mailto:")) {
        return with_signs(address);
    }
    if is_web || ["mailto:", "tel:", "www."].iter().any(|it| lower.starts_with(it)) {
        let bare: String = address.split_whitespace().collect();
        return format!(
            "Write it without the space: ({}), or write %20 for the space",
            short(&written(&bare))
        );
    }
    format!("Put the address between < and >: (<{}>)", short(address))
}

/// How an address of the web is written whose path or whose subject has a space in it.
fn with_signs(address: &str) -> String {
    let signs = address.split_whitespace().collect::<Vec<_>>().join("%20");
    let part = signs.split(['/', '?', '&', '=']).find(|part| part.contains("%20"));
    match short(&signs) == signs {
        true => format!("Write %20 for the space: ({signs})"),
        false => {
            format!("Write %20 in place of each space, as in {}", short(part.unwrap_or_default()))
        }
    }
}

/// What follows the `)` at `close`, if it is nearly the address of a link: `(words)[address]`,
/// `(words)(address)`.
fn behind_round(text: &str, close: usize) -> Option<Nearly> {
    let rest = near(&text[close + 1..]);
    let after = rest.trim_start_matches(BLANKS);
    let (inside, end, message) = match after.strip_prefix('[') {
        Some(inside) => (inside, ']', SWAPPED),
        None => (rest.strip_prefix('(')?, ')', ROUND),
    };
    let length = inside.find([end, '\n'])?;
    let address = inside[..length].trim();
    let behind = inside[length..].strip_prefix(end)?;
    if starts_link(end, behind) || !is_address(address) {
        return None;
    }
    let words = words(text, close, '(', ')')?;
    let end = close + 1 + rest.len() - behind.len();
    let is_picture = words.is_picture;
    Some(words.told(end, message, is_picture, &written(address)))
}

/// The words of a form, between brackets.
struct Words<'a> {
    start: usize,
    words: &'a str,
    /// Whether a `!` stands before them.
    is_picture: bool,
}

/// The words that end with the bracket at `close`.
fn words(text: &str, close: usize, open: char, end: char) -> Option<Words<'_>> {
    let mut depth = 0_usize;
    let near = text[..close].char_indices().rev().take_while(|(at, _)| close - at <= NEAR);
    let mut start = None;
    for (at, c) in near {
        match c {
            _ if text[..at].ends_with('\\') => {}
            _ if c == end => depth += 1,
            _ if c == open && depth > 0 => depth -= 1,
            _ if c == open => {
                start = Some(at);
                break;
            }
            '\n' if text[..at].ends_with(['\n', '\r']) => return None,
            _ => {}
        }
    }
    let start = start?;
    let words = &text[start + 1..close];
    let before = text[..start].strip_suffix('!').filter(|before| !before.ends_with('\\'));
    // A footnote, the marker of an alert, or the box of a task.
    let is_other = words.starts_with(['^', '!']) || words == " ";
    let is_picture = before.is_some();
    (!is_other).then_some(Words { start: start - usize::from(is_picture), words, is_picture })
}

impl Words<'_> {
    fn told(&self, end: usize, message: &'static str, is_picture: bool, address: &str) -> Nearly {
        let sign = if is_picture { "!" } else { "" };
        let words = self.words.split_whitespace().collect::<Vec<_>>().join(" ");
        let hint = format!("Write {sign}[{}]({})", short(&words), cleaned(address));
        Nearly { range: self.start..end, code: Code::NearlyLink, message, hint }
    }
}

/// The address as it is written in a link.
fn written(address: &str) -> String {
    match address {
        _ if address.starts_with("www.") => format!("https://{address}"),
        _ if is_mail(address) => format!("mailto:{address}"),
        _ => address.to_owned(),
    }
}

/// The beginning of a text, as far as it is looked at: up to the end of its paragraph.
fn near(text: &str) -> &str {
    let near = (0..=text.len().min(2 * NEAR)).rev().find(|at| text.is_char_boundary(*at));
    let near = &text[..near.unwrap_or_default()];
    let end = near.find("\n\n").or_else(|| near.find("\n\r\n"));
    &near[..end.unwrap_or(near.len())]
}
